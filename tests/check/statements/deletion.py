# del, except and raise of what is none of theirs; names of several classes.
from typing import *
del undefined_name  # E: [name-defined]
def f() -> None:
    del nope  # E: [name-defined]
    x = 1
    del x
    x  # E: [used-before-def]
    del x  # E: [used-before-def]
    try:
        pass
    except 3:  # E: [misc]
        pass
    except int:  # E: [misc]
        pass
    except (ValueError, int):  # E: [misc]
        pass
    except (ValueError, TypeError) as e:
        assert_type(e, ValueError | TypeError)
var = int
var = str
def g(x: var) -> None: ...  # E: [valid-type]
class A: 
    def __init__(self) -> None: ...
    x: int
a = A()
del a.x
del a.y  # E: [attr-defined]
del a.__init__
raise 3  # E: [misc]
