# typhon-only: what was narrowed may have become something else before it is used: annotations hold nevertheless


class Slot:
    def __init__(self) -> None:
        self.value: int | None = 3
        self.text: str | int = "a"

    def clear(self) -> None:
        self.value, self.text = None, 5

    def returned(self) -> int:
        if self.value is not None:
            self.clear()
            return self.value
        return 0

    def assigned(self) -> object:
        if self.value is not None:
            self.clear()
            n: int = self.value
            return n
        return 0

    def passed(self) -> int:
        if self.value is not None:
            self.clear()
            return twice(self.value)
        return 0

    def of_text(self) -> str:
        if isinstance(self.text, str):
            self.clear()
            return self.text
        return "none"

    def kept(self) -> int:
        if self.value is not None: return self.value
        return 0


def twice(n: int) -> int: return n + n


shared: int | None = 4


def reset() -> None:
    global shared
    shared = None


def of_global() -> int:
    if shared is not None:
        reset()
        return shared
    return 0


def of_global_assigned() -> object:
    if shared is not None:
        reset()
        n: int = shared
        return n
    return 0


def of_cell(x: int | None) -> int:
    def none() -> None:
        nonlocal x
        x = None
    if x is not None:
        none()
        return x
    return 0


def of_local(x: int | str) -> int:
    if isinstance(x, str): return len(x)
    return x


def attempt(f, *args):
    try: print(f.__name__, f(*args))
    except TypeError as e: print(e)


for name in ("returned", "assigned", "passed", "of_text", "kept"):
    for _ in range(2): attempt(getattr(Slot(), name))
for f in (of_global, of_global_assigned):
    for n in (4, None, 5):
        shared = n
        attempt(f)
for v in (1, None): attempt(of_cell, v)
for w in (1, "abc"): attempt(of_local, w)


# Functions that others have replaced.
def given(n: int) -> int: return twice(n)
def of_attribute(s: Slot) -> object: return s.value
globals()["twice"] = lambda n: "text"
attempt(given, 1)
