import urllib.parse
while True: urllib.parse.quote("é" * 10**5), urllib.parse.parse_qs("a=b&" * 10**4)
