# An annotated program, as people write them.
"""A small expression language: tokens, parser, evaluator."""
from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from typing import Callable, Dict, Iterator, List, NamedTuple, NoReturn, Optional, Sequence, Tuple, Union


class Token(NamedTuple):
    kind: str
    text: str
    at: int


class ParseError(ValueError):
    def __init__(self, message: str, token: Optional[Token]) -> None:
        where = f" at {token.at}" if token else " at the end"
        super().__init__(message + where)
        self.token = token


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Name:
    text: str


@dataclass(frozen=True)
class Unary:
    sign: str
    operand: Expression


@dataclass(frozen=True)
class Binary:
    left: Expression
    sign: str
    right: Expression


@dataclass(frozen=True)
class Call:
    name: str
    arguments: Tuple[Expression, ...] = ()


Expression = Union[Number, Name, Unary, Binary, Call]
Function = Callable[..., float]

PATTERN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[a-z_]\w*)|(?P<sign>\*\*|[-+*/(),=]))", re.I)
LEVELS: List[Dict[str, Callable[[float, float], float]]] = [
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv},
]


def tokens(text: str) -> Iterator[Token]:
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = PATTERN.match(text, at)
        if match is None or match.lastgroup is None:
            raise ParseError(f"strange character {text[at]!r}", Token("?", text[at], at))
        yield Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup))
        at = match.end()


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(tokens(text))
        self.at = 0

    @property
    def current(self) -> Optional[Token]:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def fail(self, message: str) -> NoReturn:
        raise ParseError(message, self.current)

    def take(self, *texts: str) -> Optional[str]:
        token = self.current
        if token and token.text in texts:
            self.at += 1
            return token.text
        return None

    def expect(self, text: str) -> None:
        if not self.take(text):
            self.fail(f"expected {text!r}")

    def parse(self) -> Expression:
        result = self.level(0)
        if self.current:
            self.fail("unexpected " + self.current.text)
        return result

    def level(self, depth: int) -> Expression:
        if depth == len(LEVELS):
            return self.power()
        left = self.level(depth + 1)
        while sign := self.take(*LEVELS[depth]):
            left = Binary(left, sign, self.level(depth + 1))
        return left

    def power(self) -> Expression:
        if sign := self.take("-", "+"):
            return Unary(sign, self.power())
        base = self.atom()
        return Binary(base, "**", self.power()) if self.take("**") else base

    def atom(self) -> Expression:
        token = self.current
        if token is None:
            self.fail("expected a value")
        self.at += 1
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "name":
            if not self.take("("):
                return Name(token.text)
            arguments: List[Expression] = []
            if not self.take(")"):
                arguments.append(self.level(0))
                while self.take(","):
                    arguments.append(self.level(0))
                self.expect(")")
            return Call(token.text, tuple(arguments))
        if token.text == "(":
            inner = self.level(0)
            self.expect(")")
            return inner
        self.at -= 1
        self.fail("expected a value, not " + token.text)


def evaluate(node: Expression, names: Dict[str, float], functions: Dict[str, Function]) -> float:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return names[node.text]
    if isinstance(node, Unary):
        value = evaluate(node.operand, names, functions)
        return -value if node.sign == "-" else value
    if isinstance(node, Call):
        return functions[node.name](*(evaluate(argument, names, functions) for argument in node.arguments))
    left, right = evaluate(node.left, names, functions), evaluate(node.right, names, functions)
    if node.sign == "**":
        return left ** right
    for level in LEVELS:
        if node.sign in level:
            return level[node.sign](left, right)
    raise AssertionError(node)


def show(node: Expression) -> str:
    match node:
        case Number(value):
            return f"{value:g}"
        case Name(text):
            return text
        case Unary(sign, operand):
            return sign + show(operand)
        case Binary(left, sign, right):
            return f"({show(left)} {sign} {show(right)})"
        case Call(name, arguments):
            return f"{name}({', '.join(map(show, arguments))})"


def main(lines: Sequence[str]) -> None:
    names = {"x": 3.0, "pi": 3.14159}
    functions: Dict[str, Function] = {"max": max, "half": lambda value: value / 2, "sum": lambda *all_: sum(all_)}
    for line in lines:
        try:
            tree = Parser(line).parse()
            print(f"{line} -> {show(tree)} = {evaluate(tree, names, functions):.4g}")
        except ParseError as error:
            print(f"{line} !! {error}", error.token and error.token.kind)
        except (KeyError, ZeroDivisionError) as error:
            print(f"{line} !! {type(error).__name__} {error}")


main(["1 + 2 * 3", "-2 ** 2", "2 ** 3 ** 2 / 64", "max(1, x, half(8))", "sum()", "(1 + 2", "1 +", "1 $ 2", "y + 1", "1 / (x - 3)", "2 2", "half(pi) * -x"])
