# Types of some iterators have the names of their simpler kin.
import string
print(type(iter(range(2**70))).__name__, type(string.Formatter().parse("a")).__name__)
