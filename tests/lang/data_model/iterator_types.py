# The types of iterators and views, and their names.
d={1:2}
for x in (iter(d), iter(d.keys()), iter(d.values()), iter(d.items()), reversed(d), reversed(d.values()), reversed(d.items()), iter([]), reversed([]), iter(()), reversed(()), iter("é"), reversed("a"), iter(b""), iter(bytearray()), iter(range(3)), reversed(range(3)), iter(set()), iter(frozenset()), iter(int, 0), enumerate([]), zip(), map(int, []), filter(None, []), (i for i in ()), memoryview(b"ab"), d.keys(), d.values(), d.items(), slice(1), ..., NotImplemented, None, type, len, [].append, str.upper, int.__add__, (1).__add__, dict.fromkeys, int.real, type.__dict__['__dict__'], object.__init__, type(d).__dict__, property(), staticmethod(len), classmethod(len), super(int, 1), list[int], int | str, 1j, range(1)):
    print(type(x).__name__, type(x).__qualname__, type(x).__module__)
    print(repr(x)[:30] if ' at 0x' not in repr(x) else repr(x).split(' at 0x')[0])
