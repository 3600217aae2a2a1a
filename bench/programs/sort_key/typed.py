"""Sorts: with keys of one and of two parts, plain tuples, words, reversed floats, a comparison function."""
import functools
import sys
from operator import attrgetter, itemgetter

Record = tuple[int, str, float]


class Random:
    def __init__(self, seed: int) -> None:
        self.seed = seed

    def next(self) -> int:
        self.seed = self.seed * 16807 % 2147483647
        return self.seed


class Person:
    def __init__(self, name: str, age: int) -> None:
        self.name = name
        self.age = age


def by_weight(a: Record, b: Record) -> int:
    return -1 if a[2] < b[2] else int(a[2] > b[2])


def main() -> None:
    n = int(sys.argv[1])
    random = Random(42)
    records: list[Record] = [(random.next() % 1000, f"name{random.next() % 5000}", random.next() / 7.0) for _ in range(n)]
    people = [Person(r[1], r[0]) for r in records]
    by_name = sorted(records, key=lambda r: r[1])
    by_two = sorted(records, key=lambda r: (r[0], -r[2]))
    second = sorted(records, key=itemgetter(2))
    plain = sorted(records)
    falling = sorted([r[2] for r in records], reverse=True)
    words = sorted([r[1] for r in records])
    compared = sorted(records[:n // 10], key=functools.cmp_to_key(by_weight))
    people.sort(key=attrgetter("age"))
    people.sort(key=lambda p: p.name, reverse=True)
    print(by_name[0][1], by_two[-1], second[3][:2], plain[5][:2], f"{falling[0]:.3f}", words[7], compared[3][1])
    print(people[0].name, people[0].age, people[-1].name, people[-1].age)


if __name__ == "__main__":
    main()
