"""Text put together piece by piece: += in a loop, join, reversal, translation, padding."""
import sys


def alphabet(count: int) -> str:
    text = ""
    for i in range(count):
        text += chr(97 + i % 26)
        if i % 10 == 9:
            text += ","
    return text


def boxes(rows: int) -> str:
    lines: list[str] = []
    for i in range(rows):
        label = "item" + str(i)
        lines.append("| " + str(i).rjust(6) + " | " + label.ljust(12) + " | " + "*" * (i % 17) + " |")
    return "\n".join(lines)


def main() -> None:
    n = int(sys.argv[1])
    text = alphabet(2 * n)
    table = boxes(n)
    backwards = ""
    for i in range(1000):
        backwards = text[i] + backwards
    swapped = text.translate(str.maketrans("abc,", "xyz;"))
    print(len(text), len(table), text.upper().count("ABC"), table.replace("item", "thing").title()[:40])
    print(backwards[:20], swapped[-20:], table.count("*"))


if __name__ == "__main__":
    main()
