# Types of some iterators have the names of their simpler kin.
print(type(iter("abc")).__name__, type(iter("é")).__name__, type(iter(range(2**70))).__name__, type(iter(memoryview(b"a"))).__name__)
import collections, string
print(type(iter(collections.OrderedDict())).__name__, type(string.Formatter().parse("a")).__name__)
