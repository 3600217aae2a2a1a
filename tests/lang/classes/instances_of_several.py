# isinstance() with tuples of classes: in their order, as far as needed, with what an object pretends to be.
class A: pass
class B: pass
class C(A): pass
asked = []
class Pretends:
    @property
    def __class__(self):
        asked.append("class")
        return B
class Fails:
    @property
    def __class__(self): raise ValueError("no class")
class Asked:
    def __getattribute__(self, name):
        asked.append(name)
        return B if name == "__class__" else object.__getattribute__(self, name)
class Missing:
    def __getattr__(self, name):
        asked.append(name)
        raise AttributeError(name)
class Meta(type):
    def __instancecheck__(cls, v):
        asked.append(cls.__name__)
        return cls.__name__ == "Yes"
class Yes(metaclass=Meta): pass
class No(metaclass=Meta): pass
class Plain(type): pass
class Odd(metaclass=Plain): pass
tuples = (A,), (B,), (A, B), (B, A), (), (No, A), (A, No), (No, Yes), (Odd, A), ((A, (B,)), int), (int, str), (A | int, B), (A, 3), (int, A, list[int]), (A, type)
for v in A(), C(), Pretends(), Fails(), Asked(), Missing(), 1, "x", A, Odd(), type:
    for t in tuples:
        asked.clear()
        try: found = isinstance(v, t)
        except (ValueError, TypeError) as e: found = type(e).__name__
        print(type(v).__name__, found, asked, end="; ")
    print()
