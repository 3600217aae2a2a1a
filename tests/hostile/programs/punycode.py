print(len(('\u00e4\u4e00a' * 200000).encode('punycode')))
