import re
a = []
while True: a.append(re.compile("a%d" % len(a)))
