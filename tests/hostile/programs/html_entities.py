import html
while True: html.unescape("&amp;" * 10**5)
