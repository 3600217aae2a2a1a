import collections
collections.namedtuple("N", ["a%d" % i for i in range(10**6)])
