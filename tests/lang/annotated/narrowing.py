# An annotated program, as people write them.
from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, Iterable, List, Literal, Mapping, NoReturn, Optional, Sequence, Tuple, Type, Union, assert_never
from typing import TypeGuard

Json = Union[None, bool, int, float, str, List["Json"], "dict[str, Json]"]
MISSING: Final = object()


class Missing(enum.Enum):
    token = 0


class Level(enum.Enum):
    LOW = 1
    HIGH = 2


@dataclass
class Ok:
    value: int
    tag: Literal["ok"] = "ok"


@dataclass
class Fail:
    reason: str
    code: Optional[int] = None
    tag: Literal["fail"] = "fail"


@dataclass
class Retry:
    after: float
    tag: Literal["retry"] = "retry"


Outcome = Union[Ok, Fail, Retry]


def fail(message: str) -> NoReturn:
    raise RuntimeError(message)


def handle(outcome: Outcome) -> str:
    if outcome.tag == "ok":
        return str(outcome.value + 1)
    if outcome.tag == "fail":
        code = outcome.code
        return outcome.reason if not code else f"{outcome.reason}#{code:03}"
    return f"{outcome.after:.1f}s"


def level(value: Level) -> int:
    if value is Level.LOW:
        return 1
    elif value is Level.HIGH:
        return 2
    assert_never(value)


def size(value: Json) -> int:
    if value is None or isinstance(value, bool):
        return 0
    if isinstance(value, (int, float)):
        return 1
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list):
        return sum(map(size, value))
    return sum(size(item) for item in value.values())


def get(mapping: Mapping[str, int], key: str, default: Union[int, None, Missing] = Missing.token) -> Optional[int]:
    if key in mapping:
        return mapping[key]
    if default is Missing.token:
        raise KeyError(key)
    return default


def is_strings(values: Sequence[object]) -> TypeGuard[Sequence[str]]:
    return all(isinstance(value, str) for value in values)


def join(values: Sequence[object]) -> str:
    if is_strings(values):
        return "+".join(values)
    return "?" * len(values)


def normalise(value: Union[str, Sequence[str], None, Type[Exception], Tuple[int, ...]]) -> List[str]:
    if not value:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, type):
        return [value.__name__]
    return [str(v) for v in value]


def number(text: str) -> int | float | None:
    if match := re.fullmatch(r"(-?\d+)(?:\.(\d+))?", text):
        whole, part = match.groups()
        return float(text) if part else int(whole)
    return None


def walk(path: Optional[Union[str, Path]] = None, *, depth: int | None = None) -> List[str]:
    if path is None:
        path = "."
    if isinstance(path, str):
        path = Path(path)
    parts = path.parts
    if depth is not None and depth >= 0:
        parts = parts[:depth]
    return list(parts)


class Node:
    def __init__(self, name: str, parent: Optional[Node] = None) -> None:
        self.name = name
        self.parent = parent
        self.data: Any = None
        self._cache: Optional[str] = None

    @property
    def path(self) -> str:
        if self._cache is None:
            self._cache = self.name if self.parent is None else self.parent.path + "/" + self.name
        return self._cache

    def root(self) -> Node:
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def ancestor(self, name: str) -> Node:
        node: Optional[Node] = self
        while node and node.name != name:
            node = node.parent
        if node is None:
            fail(f"no {name}")
        return node


def first(items: Iterable[Optional[int]]) -> int:
    for item in items:
        if item is None:
            continue
        return item
    else:
        fail("empty")


def pick(value: object) -> str:
    match value:
        case bool():
            return f"bool {value}"
        case int() | float() if value > 100:
            return "big"
        case int(n):
            return f"int {n + 1}"
        case [int(a), int(b), *rest]:
            return f"pair {a + b} {len(rest)}"
        case {"name": str(name), **others}:
            return f"{name.upper()} {sorted(others)}"
        case Ok(value=v) | Fail(code=int(v)):
            return f"v={v}"
        case str() as text if text:
            return text[::-1]
        case (None | "") as empty:
            return f"empty {empty!r}"
        case Node(name=name, parent=Node(name=above)):
            return f"{above}>{name}"
        case PurePosixPath(suffix=".py", stem=stem):
            return stem
    return type(value).__name__


def main() -> None:
    print([handle(o) for o in (Ok(1), Fail("bad"), Fail("bad", 7), Retry(2))], level(Level.HIGH), size({"a": [1, "xyz", None, True], "b": {"c": 2.5}}))
    print(get({"a": 1}, "a"), get({}, "a", None), get({}, "b", 5), join(["a", "b"]), join([1, "b"]))
    try:
        get({}, "zz")
    except KeyError as error:
        print("missing", error)
    print(normalise("a"), normalise(["b"]), normalise(None), normalise(KeyError), normalise((1, 2)), [number(t) for t in ("12", "-1.5", "x")])
    print(walk(), walk("/a/b/c", depth=2), walk(Path("x/y")))
    leaf = Node("c", Node("b", Node("a")))
    print(leaf.path, leaf.root().name, leaf.ancestor("b").path, first([None, 0, 3]))
    for function in (lambda: leaf.ancestor("z"), lambda: first([None])):
        try:
            function()
        except RuntimeError as error:
            print(error)
    print([pick(v) for v in (True, 5, 500, [1, 2, 3], {"name": "x", "k": 1}, Ok(3), Fail("", 4), "abc", "", None, leaf, Path("a/b.py"), 1j)])


main()
