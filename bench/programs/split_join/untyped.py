"""Records split into fields, cleaned and joined again; replace, strip, find, partition, startswith."""
import sys


def record(i):
    return f" {i};name {i % 97} ;{i * 3 % 1000}:{i % 7};yes,no,{'even' if i % 2 == 0 else 'odd'}\t"


def main():
    n = int(sys.argv[1])
    text = "\n".join([record(i) for i in range(n)])
    total = 0
    flags = 0
    out = []
    for line in text.split("\n"):
        number, name, pair, words = line.strip().split(";")
        left, _, right = pair.partition(":")
        total += int(number) + int(left) * int(right)
        parts = words.split(",")
        if parts[-1] == "even":
            flags += 1
        if name.startswith("name 1"):
            parts.reverse()
        out.append("|".join([name.strip().replace("name", "n"), "+".join(parts), number]))
    joined = "\n".join(out)
    lines = joined.splitlines()
    print(total, flags, len(joined), joined.find("|" + str(n // 2)) > 0, lines[n // 3], lines[-1])


if __name__ == "__main__":
    main()
