import unicodedata
t = 'a' + '\u0301\u0316' * 500000
unicodedata.normalize('NFC', t)
