"""Dictionaries with str keys: an index from names to numbers, groups, lookups of strings made on the way."""
import sys


def main() -> None:
    n = int(sys.argv[1])
    names = [f"user{i * 7 % 3001}" for i in range(3001)]
    visits: dict[str, int] = {}
    x = 1
    for _ in range(n):
        x = x * 16807 % 2147483647
        name = names[x % 3001]
        visits[name] = visits.get(name, 0) + 1
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[-2:], []).append(name)
    found = 0
    for i in range(n // 2):
        if "user" + str(i % 6000) in visits:
            found += 1
    longest = max(groups, key=lambda ending: (len(groups[ending]), ending))
    best = max(visits.values())
    print(len(visits), best, len(groups), longest, found)


if __name__ == "__main__":
    main()
