#!/usr/bin/env python3
"""Writes cli/start_order.ld: the functions that a start executes, which the linker puts beside each other (docs/decisions/0028).

    tools/make_start_order.py [--typhon build/typhon]

Functions come in the order in which these programs need them: hello world, and the second start (from the cache) of a file with classes of several kinds. Needs valgrind and a release
build with its symbols. A name that is not there any more does no harm, one that is missing costs a page fault.
"""
import argparse, os, pathlib, re, subprocess, tempfile

HELLO = 'print("Hello, world")\n'
CLASSES = """
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...


class Named(Protocol):
    name: str


class Color(Enum):
    RED = 1
    GREEN = "green"


class Pair(NamedTuple):
    first: int
    second: str = "second"


@dataclass(frozen=True)
class Point(Shape):
    x: int
    y: float = 0.5
    tags: list[str] = field(default_factory=list)

    def area(self) -> float:
        return self.x * self.y


class Counter:
    total = 0

    def __init__(self, name: str, step: int = 1) -> None:
        self.name = name
        self.step = step

    @property
    def next(self) -> int:
        return self.total + self.step

    @classmethod
    def make(cls, name: str) -> "Counter":
        return cls(name)


def main() -> None:
    table = {name: len(name) for name in ("one", "three")}
    points = [Point(i, y=i / 2) for i in range(3)]
    for point, (name, size) in zip(points, sorted(table.items())):
        print(f"{name:>6} {size} {point.area():.2f} {point}", Color.RED.value, Pair(1).second)
    try:
        print(Counter.make("c").next, table["two"])
    except KeyError as error:
        print(error)


main()
"""
HEAD = """/* Functions that a start executes, beside each other: written by tools/make_start_order.py, which tells why. */
SECTIONS
{
    .text.start_order :
    {
"""
TAIL = """    }
}
INSERT BEFORE .text;
"""


def functions(typhon, script, folder):
    """Names of the command's functions that running the script executes, without what the compiler appends to them."""
    profile = folder / "profile"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([typhon, script], env=environment, check=True, stdout=subprocess.DEVNULL)  # fills the cache
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", typhon, script], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    command = os.path.basename(typhon)
    names, objects, inside, found = {}, {}, False, set()
    for line in profile.read_text().splitlines():
        if match := re.match(r"(ob|fn)=\((\d+)\)(?: (.*))?", line):
            kind, number, name = match.groups()
            table = objects if kind == "ob" else names
            if name:
                table[number] = name
            if kind == "ob":
                inside = os.path.basename(objects[number]) == command
            elif inside:
                found.add(re.match(r"\w*", names[number]).group())
        elif match := re.match(r"c(ob|fn)=\((\d+)\) (.*)", line):
            (objects if match.group(1) == "ob" else names)[match.group(2)] = match.group(3)
    return found - {""}


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--typhon", default=str(root / "build" / "typhon"))
    arguments = parser.parse_args()
    ordered = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for script, text in (("hello.py", HELLO), ("classes.py", CLASSES)):
            (folder / script).write_text(text)
            ordered += sorted(functions(os.path.abspath(arguments.typhon), folder / script, folder) - set(ordered))
    (root / "cli" / "start_order.ld").write_text(HEAD + "".join(f"        *(.text.{name} .text.{name}.*)\n" for name in ordered) + TAIL)


main()
