"""Numbers and text formatted in all three ways, and read back."""
import sys


def main() -> None:
    n = int(sys.argv[1])
    length = 0
    total = 0.0
    last = ""
    for i in range(n):
        x = i * 0.37 - 20.0
        a = f"{i:>8}|{x:10.3f}|{i % 256:02x}|{x:.2e}"
        b = "%5d %-8s %8.2f" % (i % 1000, "n" + str(i % 50), x)
        c = "{:<6}{:^9}{:+d}{:,}".format(i % 77, "mid", i - 500, i * 1001)
        length += len(a) + len(b) + len(c)
        total += float(b[-8:])
        last = f"{a}|{b}|{c}|{x!r}|{i!s:>7}"
        length += len(last)
    print(length, f"{total:.2f}")
    print(last)


if __name__ == "__main__":
    main()
