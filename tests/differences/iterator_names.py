# Types of some iterators have the names of their simpler kin.
print(type(iter("abc")).__name__, type(iter("é")).__name__, type(iter(range(2**70))).__name__, type(iter(memoryview(b"a"))).__name__)
