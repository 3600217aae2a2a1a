import typing
t = int
for _ in range(10**5): t = typing.Optional[typing.List[t]]
