"""A JSON parser and writer in the language itself: text by index, recursion, values of many types."""
import sys


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def blank(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \n\t":
            self.at += 1

    def value(self):
        self.blank()
        c = self.text[self.at]
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c == "t":
            return self.word("true", True)
        if c == "f":
            return self.word("false", False)
        if c == "n":
            return self.word("null", None)
        return self.number()

    def word(self, word, value):
        if not self.text.startswith(word, self.at):
            raise ValueError(f"no value at {self.at}")
        self.at += len(word)
        return value

    def object(self):
        result = {}
        self.at += 1
        self.blank()
        while self.text[self.at] != "}":
            key = self.string()
            self.blank()
            if self.text[self.at] != ":":
                raise ValueError(f"no colon at {self.at}")
            self.at += 1
            result[key] = self.value()
            self.blank()
            if self.text[self.at] == ",":
                self.at += 1
                self.blank()
        self.at += 1
        return result

    def array(self):
        result = []
        self.at += 1
        self.blank()
        while self.text[self.at] != "]":
            result.append(self.value())
            self.blank()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        return result

    def string(self):
        self.at += 1
        start = self.at
        pieces = []
        while True:
            c = self.text[self.at]
            if c == '"':
                break
            if c == "\\":
                pieces.append(self.text[start:self.at])
                self.at += 1
                escaped = self.text[self.at]
                pieces.append("\n" if escaped == "n" else escaped)
                start = self.at + 1
            self.at += 1
        pieces.append(self.text[start:self.at])
        self.at += 1
        return "".join(pieces)

    def number(self):
        start = self.at
        text = self.text
        while self.at < len(text) and text[self.at] in "+-.eE0123456789":
            self.at += 1
        digits = text[start:self.at]
        return float(digits) if "." in digits or "e" in digits else int(digits)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def dump(value):
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{quoted(k)}: {dump(v)}" for k, v in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join([dump(item) for item in value]) + "]"
    return repr(value)


def main():
    rounds = int(sys.argv[1])
    items = []
    for i in range(100):
        items.append({"id": i, "name": f'item "{i}"', "price": i * 1.25, "tags": ["a", "b\n", str(i)], "on": i % 2 == 0, "none": None})
    text = dump({"items": items})
    same = 0
    for _ in range(rounds):
        if dump(Parser(text).value()) == text:
            same += 1
    print(len(text), same == rounds)


if __name__ == "__main__":
    main()
