"""A calculator with variables and functions: tokens, a parser by precedence, a tree, and an evaluator."""
from __future__ import annotations

import math
import sys
from typing import Callable, Iterator

FUNCTIONS: dict[str, Callable[[float], float]] = {"sqrt": math.sqrt, "sin": math.sin, "cos": math.cos, "abs": abs, "ln": math.log}
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}


class CalculatorError(Exception):
    pass


class Node:
    def value(self, variables: dict[str, float]) -> float:
        raise NotImplementedError


class Number(Node):
    def __init__(self, number: float) -> None:
        self.number = number

    def value(self, variables: dict[str, float]) -> float:
        return self.number

    def __repr__(self) -> str:
        return f"{self.number:g}"


class Variable(Node):
    def __init__(self, name: str) -> None:
        self.name = name

    def value(self, variables: dict[str, float]) -> float:
        try:
            return variables[self.name]
        except KeyError:
            raise CalculatorError(f"{self.name} has no value") from None

    def __repr__(self) -> str:
        return self.name


class Operation(Node):
    def __init__(self, operator: str, left: Node, right: Node) -> None:
        self.operator = operator
        self.left = left
        self.right = right

    def value(self, variables: dict[str, float]) -> float:
        left, right = self.left.value(variables), self.right.value(variables)
        match self.operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case "/" | "%" if right == 0:
                raise CalculatorError("division by zero")
            case "/":
                return left / right
            case "%":
                return left % right
            case _:
                return math.pow(left, right)

    def __repr__(self) -> str:
        return f"({self.left} {self.operator} {self.right})"


class Call(Node):
    def __init__(self, name: str, argument: Node) -> None:
        self.name = name
        self.argument = argument

    def value(self, variables: dict[str, float]) -> float:
        try:
            return FUNCTIONS[self.name](self.argument.value(variables))
        except ValueError as error:
            raise CalculatorError(f"{self.name}: {error}") from error

    def __repr__(self) -> str:
        return f"{self.name}({self.argument})"


def tokens(text: str) -> Iterator[str]:
    position = 0
    while position < len(text):
        start = position
        character = text[position]
        if character.isspace():
            position += 1
            continue
        if character.isdigit() or character == ".":
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
        elif character.isalpha():
            while position < len(text) and text[position].isalnum():
                position += 1
        else:
            position += 1
        yield text[start:position]
    yield ""


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.token = next(self.tokens)

    def advance(self) -> str:
        token = self.token
        self.token = next(self.tokens, "")
        return token

    def expect(self, token: str) -> None:
        if self.advance() != token:
            raise CalculatorError(f"expected {token!r}")

    def expression(self, least: int = 1) -> Node:
        left = self.operand()
        while PRECEDENCE.get(self.token, 0) >= least:
            operator = self.advance()
            power = operator == "^"
            left = Operation(operator, left, self.expression(PRECEDENCE[operator] + (0 if power else 1)))
        return left

    def operand(self) -> Node:
        token = self.advance()
        if token == "-":
            return Operation("-", Number(0.0), self.expression(3))
        if token == "(":
            inside = self.expression()
            self.expect(")")
            return inside
        if token[:1].isdigit():
            try:
                return Number(float(token))
            except ValueError:
                raise CalculatorError(f"bad number {token!r}") from None
        if token.isalnum():
            if token in FUNCTIONS:
                self.expect("(")
                argument = self.expression()
                self.expect(")")
                return Call(token, argument)
            return Variable(token)
        raise CalculatorError(f"unexpected {token!r}" if token else "unexpected end")


def evaluate(line: str, variables: dict[str, float]) -> str:
    name, equals, text = line.partition("=")
    parser = Parser(text if equals else line)
    tree = parser.expression()
    if parser.token:
        raise CalculatorError(f"unexpected {parser.token!r}")
    result = tree.value(variables)
    if equals:
        variables[name.strip()] = result
    return f"{tree} = {result:.10g}"


def main(path: str) -> None:
    variables = {"pi": math.pi}
    with open(path) as file:
        for line in file:
            line = line.split("#")[0].strip()
            if not line:
                continue
            try:
                print(f"{line:<28} {evaluate(line, variables)}")
            except CalculatorError as error:
                print(f"{line:<28} error: {error}")


here = __file__.rpartition("/")[0] or "."
main(sys.argv[1] if len(sys.argv) > 1 else here + "/data/formulas.txt")
