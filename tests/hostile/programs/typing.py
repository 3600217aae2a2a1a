import typing
x = int
for i in range(5000): x = typing.Optional[typing.List[x]]
repr(x)
typing.get_type_hints(type('C', (), {'__annotations__': {'a': '(' * 1000}}))
