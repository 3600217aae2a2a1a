import collections, itertools
collections.Counter(itertools.repeat("a"))
