"""Enumerations and match: messages as objects taken apart by patterns, a machine of states, shapes."""
import sys
from enum import Enum, IntEnum, auto


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPED = auto()


class Level(IntEnum):
    LOW = 1
    MIDDLE = 5
    HIGH = 10


class Start:
    __match_args__ = ("speed",)

    def __init__(self, speed):
        self.speed = speed


class Pause:
    pass


class Move:
    __match_args__ = ("dx", "dy")

    def __init__(self, dx, dy):
        self.dx = dx
        self.dy = dy


class Stop:
    __match_args__ = ("reason",)

    def __init__(self, reason):
        self.reason = reason


class Robot:
    def __init__(self):
        self.state = State.IDLE
        self.x = 0
        self.y = 0
        self.speed = 0
        self.ignored = 0

    def handle(self, message):
        match message:
            case Start(speed) if self.state is not State.RUNNING:
                self.state = State.RUNNING
                self.speed = speed
            case Move(dx, 0) if self.state is State.RUNNING:
                self.x += dx * self.speed
            case Move(dx=0, dy=dy) if self.state is State.RUNNING:
                self.y += dy * self.speed
            case Move(dx, dy) if self.state is State.RUNNING:
                self.x += dx
                self.y += dy
            case Pause():
                self.state = State.PAUSED if self.state is State.RUNNING else State.IDLE
            case Stop(reason="error" | "fault"):
                self.state = State.STOPPED
            case _:
                self.ignored += 1


def command(words):
    match words:
        case []:
            return 0
        case ["go", direction]:
            return len(direction)
        case ["turn", ("left" | "right") as side, angle]:
            return int(angle) if side == "left" else -int(angle)
        case ["say", *rest]:
            return len(rest) * 100
        case [single]:
            return len(single) * 1000
        case _:
            return -1


def weight(level):
    match level:
        case Level.LOW:
            return 1
        case Level.MIDDLE:
            return 3
        case Level.HIGH:
            return 9


def main():
    n = int(sys.argv[1])
    robot = Robot()
    messages = [Start(3), Move(1, 0), Move(0, 2), Move(1, 1), Pause(), Move(5, 5), Stop("done"), Stop("fault")]
    texts = [line.split() for line in ("go north", "turn left 90", "turn right 45", "say hello to all", "stop", "", "go a b")]
    levels = list(Level)
    seen = {state: 0 for state in State}
    total = 0
    for i in range(n):
        robot.handle(messages[i * i % 8])
        seen[robot.state] += 1
        total += command(texts[i % 7]) + weight(levels[i % 3]) + levels[i % 3]
    print(robot.x, robot.y, robot.ignored, robot.state.name, total, [f"{state.name}={count}" for state, count in seen.items()])


if __name__ == "__main__":
    main()
