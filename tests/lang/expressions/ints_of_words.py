# Operators of ints around the sizes that machines compute in, in functions that have seen small ones before: all results, as one number for each operator.
from collections.abc import Callable
from typing import Any


class Kind(int):
    pass


def numbers() -> list[int]:
    result: list[int] = [0, 1, 2, 3, -1, -2, 63, 64, 65, 127, 128, 200, True, False]
    for bits in (29, 30, 31, 59, 60, 61, 62, 63, 64, 65, 119, 120, 121, 126, 127, 128, 129, 180):
        for more in (-1, 0, 1):
            result += [(1 << bits) + more, -((1 << bits) + more)]
    return result + [Kind(5), Kind(1 << 64), Kind((1 << 61) + 3), Kind(-(1 << 62)), Kind(0)]


def add(a: int, b: int) -> int: return a + b
def subtract(a: int, b: int) -> int: return a - b
def multiply(a: int, b: int) -> int: return a * b
def quotient(a: int, b: int) -> int: return a // b
def remainder(a: int, b: int) -> int: return a % b
def left(a: int, b: int) -> int: return a << b
def right(a: int, b: int) -> int: return a >> b
def both(a: int, b: int) -> int: return a & b
def either(a: int, b: int) -> int: return a | b
def one(a: int, b: int) -> int: return a ^ b
def power(a: int, b: int) -> Any: return a ** b


def in_place(a: int, b: int) -> int:
    a += b
    a *= b
    a -= b
    a &= (1 << 64) - 1
    a ^= b
    a |= b
    a >>= 3
    a <<= 2
    return a


PRIME = (1 << 89) - 1


def result(operator: Callable[[int, int], Any], a: int, b: int) -> int:
    try:
        value = operator(a, b)
    except (ValueError, ZeroDivisionError) as error:
        return len(str(error))
    return value if type(value) is int else int(hash(value)) % 1000 if type(value) is float else 0


NUMBERS = numbers()
for operator, most in ((add, None), (subtract, None), (multiply, None), (quotient, None), (remainder, None), (left, 300), (right, 300), (both, None), (either, None), (one, None), (power, 40), (in_place, None)):
    total = 0
    for a in NUMBERS:
        for b in NUMBERS:
            if most is None or -most <= b <= most:
                total = (total * 31 + result(operator, a, b)) % PRIME
    print(operator.__name__, total)


def matrix_product(a: Any, b: Any) -> Any: return a @ b


def matrix_product_in_place(a: Any, b: Any) -> Any:
    a @= b
    return a


for a in (1, 1 << 70, True, Kind(3), Kind(1 << 70)):
    for b in (2, 1 << 80, False):
        for product in (matrix_product, matrix_product_in_place):
            for _ in range(3):
                try:
                    print("none", product(a, b))
                except TypeError as refused:
                    message = refused
            print(message)
