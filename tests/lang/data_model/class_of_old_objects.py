# An old object gets a class that was just made: its shape has to live from then on.  # unchecked
import gc

class Plain:
    def __init__(self, number):
        self.number = number

class Members:
    __slots__ = ("number",)
    def __init__(self, number):
        self.number = number

old = [Plain(i) for i in range(50)] + [Members(i) for i in range(50, 100)]
gc.collect()
for o in old:
    base = Plain if isinstance(o, Plain) else Members
    o.__class__ = type(f"New{o.number}", (base,), {"__slots__": ()})
    rubbish = [[i] for i in range(300)]
for i in range(200_000):
    rubbish = [i, [i]]
gc.collect()
print([type(o).__name__ for o in old[45:55]], sum(o.number for o in old))
