# python3.12
"""A text adventure with a state machine, commands via a decorator registry, save/load with json, driven by a script."""
import json
import shlex
import sys
import textwrap
from collections import defaultdict, namedtuple
from dataclasses import dataclass, field, asdict, is_dataclass
from enum import Enum, auto
from functools import wraps


class Dir(Enum):
    NORTH = "n"
    SOUTH = "s"
    EAST = "e"
    WEST = "w"

    @property
    def opposite(self):
        return {Dir.NORTH: Dir.SOUTH, Dir.SOUTH: Dir.NORTH, Dir.EAST: Dir.WEST, Dir.WEST: Dir.EAST}[self]

    @classmethod
    def parse(cls, word):
        for d in cls:
            if word.lower() in (d.value, d.name.lower()):
                return d
        raise ValueError(f"'{word}' is not a direction")


@dataclass
class Item:
    name: str
    weight: int = 1
    edible: bool = False

    def __str__(self):
        return self.name


@dataclass
class Room:
    name: str
    text: str
    exits: dict = field(default_factory=dict, repr=False)
    items: list = field(default_factory=list)
    locked: set = field(default_factory=set, repr=False)

    def connect(self, direction, other, locked=False):
        self.exits[direction] = other
        other.exits[direction.opposite] = self
        if locked:
            self.locked.add(direction)


class GameOver(Exception):
    def __init__(self, message, won=False):
        super().__init__(message)
        self.won = won


COMMANDS = {}


def command(*names, args=0):
    def register(f):
        @wraps(f)
        def checked(self, *words):
            if len(words) < args:
                raise ValueError(f"{names[0]} what?" if args == 1 else f"{names[0]} needs {args} words")
            return f(self, *words)
        for n in names:
            COMMANDS[n] = checked
        return checked
    return register


class Game:
    CAPACITY = 5

    def __init__(self):
        hall = Room("Hall", "A long hall with portraits whose eyes seem to follow you wherever you go.")
        kitchen = Room("Kitchen", "It smells of old soup.", items=[Item("apple", edible=True), Item("anvil", 9)])
        cellar = Room("Cellar", "Dark. Very dark.", items=[Item("crown", 2)])
        hall.connect(Dir.EAST, kitchen)
        kitchen.connect(Dir.SOUTH, cellar, locked=True)
        hall.items.append(Item("key"))
        self.rooms = {r.name: r for r in (hall, kitchen, cellar)}
        self.here, self.bag, self.turns, self.score = hall, [], 0, defaultdict(int)

    def describe(self):
        body = textwrap.fill(self.here.text, 40, initial_indent="  ", subsequent_indent="  ")
        items = f"\n  You see: {', '.join(map(str, self.here.items))}." if self.here.items else ""
        return f"== {self.here.name} ==\n{body}{items}\n  Exits: {', '.join(d.name.lower() for d in self.here.exits)}"

    def find(self, name, where):
        try:
            return next(i for i in where if i.name == name)
        except StopIteration:
            raise LookupError(f"there is no {name} here") from None

    @command("go", "walk", args=1)
    def go(self, word):
        d = Dir.parse(word)
        if d not in self.here.exits:
            return f"You cannot go {d.name.lower()}."
        if d in self.here.locked:
            return "It is locked."
        self.here = self.here.exits[d]
        self.score["steps"] += 1
        return self.describe()

    @command("take", "get", args=1)
    def take(self, *words):
        item = self.find(" ".join(words), self.here.items)
        load = sum(i.weight for i in self.bag) + item.weight
        if load > self.CAPACITY:
            return f"The {item} is too heavy ({load}/{self.CAPACITY})."
        self.here.items.remove(item)
        self.bag.append(item)
        if item.name == "crown":
            raise GameOver(f"You won in {self.turns} turns!", won=True)
        return f"Taken: {item}."

    @command("drop", args=1)
    def drop(self, word):
        item = self.find(word, self.bag)
        self.bag.remove(item); self.here.items.append(item)
        return f"Dropped: {item}."

    @command("use", "unlock", args=2)
    def use(self, word, where):
        self.find(word, self.bag)
        try:
            self.here.locked.remove(Dir.parse(where))
        except KeyError as e:
            return f"Nothing to unlock to the {e.args[0].name.lower()}."
        return "Click."

    @command("eat", args=1)
    def eat(self, word):
        item = self.find(word, self.bag)
        if not item.edible:
            raise TypeError(f"cannot eat {item!r}")
        self.bag.remove(item)
        return "Yum."

    @command("look", "l")
    def look(self, *_): return self.describe()

    @command("inventory", "i")
    def inventory(self, *_): return "You carry: " + (", ".join(f"{i.name}({i.weight})" for i in self.bag) or "nothing")

    @command("save")
    def save(self, *_):
        state = {"here": self.here.name, "bag": [asdict(i) for i in self.bag], "turns": self.turns, "score": self.score}
        return json.dumps(state, sort_keys=True)

    @command("quit")
    def quit(self, *_): raise GameOver("Bye.")

    def play(self, lines):
        print(self.describe())
        for line in lines:
            print(f"\n> {line}")
            try:
                verb, *words = shlex.split(line)
            except ValueError as e:
                print(f"[{e}]"); continue
            self.turns += 1
            try:
                handler = COMMANDS.get(verb) or next((COMMANDS[c] for c in COMMANDS if c.startswith(verb)), None)
                if handler is None: raise LookupError(f"I don't know how to {verb}")
                print(handler(self, *words))
            except (ValueError, LookupError) as e: print(f"{type(e).__name__}: {e}")
            except TypeError as e: print("Silly:", e)
        else:
            raise EOFError("no more input")


g = Game()
SCRIPT = """look
go up
go n
take key
take
take anvil
i
walk east
get apple
take anvil
go south
use key
unlock key south
unlock key south
eat key
eat apple
dance
"unclosed
sav
drop key
i
go s
take crown
look"""
try:
    g.play(SCRIPT.splitlines())
except GameOver as e:
    print("***", e, e.won, dict(g.score), sorted(COMMANDS), is_dataclass(g.here), repr(g.here))
g2 = Game()
g2.play(["i"])
