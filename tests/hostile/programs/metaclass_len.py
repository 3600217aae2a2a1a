class M(type):
    def __len__(cls): return 2**62
    def __iter__(cls): return iter(cls)
    def __getitem__(cls, i): return cls
class C(metaclass=M): pass
list(C)
