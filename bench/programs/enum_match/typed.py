"""Enumerations and match: messages as dataclasses taken apart by patterns, a machine of states, shapes."""
from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import Union


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPED = auto()


class Level(IntEnum):
    LOW = 1
    MIDDLE = 5
    HIGH = 10


@dataclass
class Start:
    speed: int


@dataclass
class Pause:
    pass


@dataclass
class Move:
    dx: int
    dy: int


@dataclass
class Stop:
    reason: str


Message = Union[Start, Pause, Move, Stop]


class Robot:
    def __init__(self) -> None:
        self.state = State.IDLE
        self.x = 0
        self.y = 0
        self.speed = 0
        self.ignored = 0

    def handle(self, message: Message) -> None:
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


def command(words: list[str]) -> int:
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


def weight(level: Level) -> int:
    match level:
        case Level.LOW:
            return 1
        case Level.MIDDLE:
            return 3
        case Level.HIGH:
            return 9


def main() -> None:
    n = int(sys.argv[1])
    robot = Robot()
    messages: list[Message] = [Start(3), Move(1, 0), Move(0, 2), Move(1, 1), Pause(), Move(5, 5), Stop("done"), Stop("fault")]
    texts = [line.split() for line in ("go north", "turn left 90", "turn right 45", "say hello to all", "stop", "", "go a b")]
    levels = list(Level)
    seen: dict[State, int] = {state: 0 for state in State}
    total = 0
    for i in range(n):
        robot.handle(messages[i * i % 8])
        seen[robot.state] += 1
        total += command(texts[i % 7]) + weight(levels[i % 3]) + levels[i % 3]
    print(robot.x, robot.y, robot.ignored, robot.state.name, total, [f"{state.name}={count}" for state, count in seen.items()])


if __name__ == "__main__":
    main()
