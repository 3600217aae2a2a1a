# A subclass of list or bytearray joins in place by its __iadd__; of exact ones the right side's __radd__ goes first.
class Right:
    def __radd__(self, other):
        return "radd"

    def __iter__(self):
        return iter([7])


class Numbers(list):
    pass


class Octets(bytearray):
    pass


for left in ([1], Numbers([1]), bytearray(b"a"), Octets(b"a")):
    try:
        left += Right()
        print(left)
    except TypeError as error:
        print(error)


class Described:
    """Has both."""

    first: int


print([name for name in vars(Described) if name in ("__annotations__", "__doc__")])
