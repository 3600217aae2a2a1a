"""Text gathered in attributes, in front and behind: a report writer, CSV read by hand, number bases, Roman numerals, a cipher."""
import sys


class Writer:
    def __init__(self) -> None:
        self.text = ""
        self.depth = 0

    def line(self, words: str) -> None:
        self.text += "  " * self.depth
        self.text += words
        self.text += "\n"

    def block(self, name: str, rows: list[list[str]]) -> None:
        self.line("<" + name + ">")
        self.depth += 1
        for row in rows:
            self.line("|".join(row))
        self.depth -= 1
        self.line("</%s>" % name)


class Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.field = ""
        self.rows: list[list[str]] = []

    def read(self) -> list[list[str]]:
        row: list[str] = []
        quoted = False
        for c in self.text:
            if c == '"':
                quoted = not quoted
            elif quoted or c not in ",\n":
                self.field += c
            else:
                row.append(self.field)
                self.field = ""
                if c == "\n":
                    self.rows.append(row)
                    row = []
        return self.rows


def in_base(number: int, base: int) -> str:
    text = ""
    while number:
        text = "0123456789abcdef"[number % base] + text
        number //= base
    return text or "0"


def roman(number: int) -> str:
    text = ""
    for value, letters in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text = text + letters
            number -= value
    return text


def shifted(text: str, by: int) -> str:
    result = ""
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            result = result + chr((ord(c) - base + by) % 26 + base)
        else:
            result = result + c
    return result


def main() -> None:
    n = int(sys.argv[1])
    source = ""
    for i in range(n):
        source += '%d,"Name, %s",%s\n' % (i, roman(i % 3999 + 1), in_base(i * 7919, 2))
    writer = Writer()
    rows = Reader(source).read()
    pages: list[str] = []
    for start in range(0, len(rows), 10):
        writer.block("rows%d" % start, rows[start:start + 10])
        if len(writer.text) > 4000:
            pages.append(writer.text)
            writer.text = ""
    text = "".join(pages) + writer.text
    secret = shifted(text, 3)
    backwards = ""
    for c in secret[:2000]:
        backwards = c + backwards
    print(len(text), len(secret), secret[:40].split("\n"), backwards[-20:].split("\n"))
    print(shifted(secret, -3) == text, rows[-1])


if __name__ == "__main__":
    main()
