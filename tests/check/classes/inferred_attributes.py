# Attributes that nothing but their values describe in a base: a subclass may say what they are there.
class Base:
    x = 3
    y = None
    z = [1]
    def __init__(self) -> None:
        self.w = "a"
        self.v: int = 3

class Declared(Base):
    x: str
    y: str
    z: list[str]
    w: int
    v: str  # E: [assignment]

class Given(Base):
    x: str = ""
    y: str = ""
    z: list[str] = []
    def __init__(self) -> None:
        super().__init__()
        self.w: int = 3
        self.v: str = ""  # E: [assignment]

class Methods(Base):
    def x(self) -> int: return 3
    @property
    def w(self) -> str: return ""
    @property
    def v(self) -> int: return 3  # E: [override]

def use(b: Base, d: Declared) -> None:
    b.x = ""  # E: [assignment]
    b.w = 3  # E: [assignment]
    d.x = ""
    d.w = ""  # E: [assignment]

class NoneType1(type(None)): ...  # E: [misc]
