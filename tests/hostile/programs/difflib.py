import difflib
list(difflib.ndiff(["a%d" % n for n in range(2000)], ["b%d" % n for n in range(2000)]))
