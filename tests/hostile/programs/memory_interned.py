import sys
a = []
while True: a.append(sys.intern("s%d" % len(a)))
