"""A tokenizer and a parser by precedence for a small language: enumerations, tuples, slices, a tree of classes."""
from __future__ import annotations

import sys
from enum import Enum
from typing import Final, NamedTuple


class Kind(Enum):
    NAME = "name"
    NUMBER = "number"
    OPERATOR = "operator"
    END = "end"


class Token(NamedTuple):
    kind: Kind
    text: str
    at: int


TWO_LETTERS: Final = frozenset(["==", "<=", ">=", "//", "**"])
PRECEDENCE: Final = {"==": 1, "<=": 1, ">=": 1, "<": 1, ">": 1, "+": 2, "-": 2, "*": 3, "/": 3, "//": 3, "%": 3}


def tokens(text: str) -> list[Token]:
    result: list[Token] = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        start = i
        if c.isspace():
            i += 1
        elif c.isalpha() or c == "_":
            while i < n and (text[i].isalnum() or text[i] == "_"):
                i += 1
            result.append(Token(Kind.NAME, text[start:i], start))
        elif c.isdigit():
            while i < n and text[i].isdigit():
                i += 1
            result.append(Token(Kind.NUMBER, text[start:i], start))
        else:
            i += 2 if text[i:i + 2] in TWO_LETTERS else 1
            result.append(Token(Kind.OPERATOR, text[start:i], start))
    result.append(Token(Kind.END, "", n))
    return result


class Node:
    def value(self, names: dict[str, int]) -> int:
        raise NotImplementedError


class Number(Node):
    def __init__(self, number: int) -> None:
        self.number = number

    def value(self, names: dict[str, int]) -> int:
        return self.number


class Name(Node):
    def __init__(self, name: str) -> None:
        self.name = name

    def value(self, names: dict[str, int]) -> int:
        return names[self.name]


class Binary(Node):
    def __init__(self, operator: str, left: Node, right: Node) -> None:
        self.operator = operator
        self.left = left
        self.right = right

    def value(self, names: dict[str, int]) -> int:
        left = self.left.value(names)
        right = self.right.value(names)
        operator = self.operator
        if operator == "+":
            return left + right
        if operator == "-":
            return left - right
        if operator == "*":
            return left * right
        if operator == "//":
            return left // right
        if operator == "%":
            return left % right
        if operator == "<":
            return int(left < right)
        if operator == "==":
            return int(left == right)
        raise ValueError(operator)


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.at = 0

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def primary(self) -> Node:
        token = self.next()
        if token.kind is Kind.NUMBER:
            return Number(int(token.text))
        if token.kind is Kind.NAME:
            return Name(token.text)
        if token.text == "(":
            node = self.expression(1)
            self.next()
            return node
        raise ValueError(f"{token.text!r} at {token.at}")

    def expression(self, least: int) -> Node:
        left = self.primary()
        while True:
            token = self.tokens[self.at]
            precedence = PRECEDENCE.get(token.text, 0)
            if token.kind is not Kind.OPERATOR or precedence < least:
                return left
            self.at += 1
            left = Binary(token.text, left, self.expression(precedence + 1))


def main() -> None:
    n = int(sys.argv[1])
    source = "(alpha + 42) * beta_2 - 7 // (gamma % 5 + 1) + (alpha < beta_2) * 100 - (3 == gamma)"
    count = 0
    total = 0
    for i in range(n):
        parser = Parser(source)
        tree = parser.expression(1)
        count += len(parser.tokens)
        total += tree.value({"alpha": i, "beta_2": i % 10, "gamma": 3}) % 1000
    print(count, total)


if __name__ == "__main__":
    main()
