# typhon-only
# Calls that promise what annotations ask for, where a method that was replaced breaks the promise: machine code believes it where the interpreter does.


class Part:
    def __init__(self, value: int) -> None:
        self.value = value

    def get(self) -> int:
        return 3

    def put(self, value: int) -> int:
        return value


def take(value: int) -> object:
    return value


def make(part: Part) -> object:
    return Part(part.get()).value


def call(part: Part) -> object:
    return take(part.get())


def call_method(part: Part) -> object:
    return part.put(part.get())


def call_either(part: Part, turn: int) -> object:
    function = take if turn % 2 else Part
    made = function(part.get())
    return made.value if isinstance(made, Part) else made


def shown(what, *values: object) -> None:
    try:
        print(what.__name__, what(*values))
    except Exception as error:
        print(what.__name__, type(error).__name__, error)


part = Part(1)
for turn in range(24):
    if turn % 8 == 5:
        setattr(Part, "get", lambda self: "text")
    if turn % 8 == 7:
        setattr(Part, "get", lambda self: 4)
    shown(make, part)
    shown(call, part)
    shown(call_method, part)
    shown(call_either, part, turn)
