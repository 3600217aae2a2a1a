import fnmatch
while True: fnmatch.translate("*" * 10**5)
