"""What may be assigned, from outside of the class, to attributes that nothing declares: what the class itself gives them."""
from typing import Any, Callable, Literal, assert_type

class Counter:
    step = 1
    label = None

    def __init__(self, mode: Literal["up", "down"]) -> None:
        self.count = 0
        self.items = [1]
        self.last = None
        self.best: int | None = None
        self.maybe = 1 if self.count else None
        self.mode = mode
        self.anything = unknown(1)
        self.made = {}
        self.call = abs

    def method(self) -> None:
        self.count = "many"
        self.label = 3
        self.mode = "up"

    def other(self, counter: "Counter") -> None:
        counter.count = 2.5  # E: [assignment]

def unknown(x): return x

class Loose:
    def __init__(self):
        self.value = 1

class Derived(Counter):
    def method(self) -> None:
        self.step = ""
        self.last = 3

def assign(counter: Counter, loose: Loose, derived: Derived) -> None:
    counter.count = "a"
    counter.count = 3
    counter.count = 2.5  # E: [assignment]
    counter.count += 1.5  # E
    counter.items = []
    counter.items = ["a"]  # E: [list-item]
    counter.last = 3  # E: [assignment]
    counter.last = None
    counter.best = 3
    counter.maybe = 3
    counter.maybe = ""  # E: [assignment]
    counter.step = 2
    counter.step = ""  # E: [assignment]
    counter.label = 4
    counter.label = ""  # E: [assignment]
    counter.mode = "down"
    counter.mode = "sideways"  # E: [assignment]
    assert_type(counter.mode, Literal["up", "down"])
    counter.anything = 1
    counter.made = {"a": 1}
    Counter.step = 3
    Counter.step = ""  # E: [assignment]
    loose.value = ""
    derived.last = 3
    derived.step = ""

def without_annotations(counter=Counter("up")):
    counter.step = ""
