import unicodedata
t = '\ufdfa' * 1000000
unicodedata.normalize('NFKD', t)
