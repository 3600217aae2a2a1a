class M(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class C(metaclass=M): pass
isinstance(1, C)
