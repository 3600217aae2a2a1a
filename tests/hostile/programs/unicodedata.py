import unicodedata
while True: unicodedata.normalize("NFKD", "ﷺ" * 10**5)
