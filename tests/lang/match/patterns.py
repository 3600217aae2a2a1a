# Language reference 8.6: every kind of pattern.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = 1


def describe(value):
    match value:
        case None:
            return "none"
        case True | False:
            return "bool"
        case 0 | -1:
            return "small"
        case int(n) if n > 1000:
            return f"large {n}"
        case int():
            return "int"
        case float(f):
            return f"float {f}"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case str() as text if text.isdigit():
            return "digits"
        case str(text):
            return f"text {text}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"one then {rest}"
        case (first, [second, *_], *others):
            return f"nested {first} {second} {others}"
        case [first, *_, last]:
            return f"ends {first} {last}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"{kind} {rest}"
        case {}:
            return "mapping"
        case Point(0, y):
            return f"axis {y}"
        case Point(x=x, y=Color.RED):
            return f"red {x}"
        case Point(x, y) if x == y:
            return "diagonal"
        case Point():
            return "point"
        case set() | frozenset():
            return "set"
        case bytes(b):
            return f"bytes {b}"
        case _:
            return "other"


for value in (None, True, 0, -1, 5, 5000, 2.5, "a", "12", "xyz", [], [9], [1, 2, 3], (4, [5, 6, 7], 8, 9), [7, 8, 9], {"kind": "circle", "r": 2},
              {"kind": "square", "side": 3}, {}, {"x": 1}, Point(0, 3), Point(4, 1), Point(5, 5), Point(1, 2), {1}, b"q", 1j, range(3), "b"):
    print(type(value).__name__, describe(value))


def bindings(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            print("go", direction)
        case ["drop", *items] if items:
            print("drop", items)
        case [action, obj]:
            print(action, obj)
        case [action]:
            print(action)
    try:
        return action
    except UnboundLocalError:
        return "unbound"


for command in ("go north", "go west", "drop", "drop a b", "look"):
    print(bindings(command))
match = {"case": 1}
case = match["case"]
match match:
    case {"case": case}:
        print("soft keywords", case)
match 1, 2:
    case (1, b) | (b, 1):
        print("b", b)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
match [1, [2, [3, {"k": (4, 5)}]]]:
    case [a, [b, [c, {"k": (d, e)}]]]:
        print(a, b, c, d, e)
