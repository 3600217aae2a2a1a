"""A log read with regular expressions: groups by name, substitution, splitting, all matches of a text."""
import re
import sys

LINE = re.compile(
    r"(?P<ip>\d+\.\d+\.\d+\.\d+) - - \[(?P<date>[^\]]+)\] \"(?P<verb>\w+) (?P<path>\S+) HTTP/[\d.]+\" (?P<code>\d{3}) (?P<size>\d+|-)"
)
PAIR = re.compile(r"(\w+)=(\w+)")


def log(count):
    lines = []
    for i in range(count):
        verb = "GET" if i % 3 else "POST"
        size = "-" if i % 10 == 0 else str(i * 3)
        lines.append(f'10.0.{i % 256}.{i % 13} - - [10/Oct/2025:13:{i % 60:02d}:07] "{verb} /page/{i % 97}?q={i}&user=u{i % 31} HTTP/1.1" {200 if i % 9 else 404} {size}')
    return "\n".join(lines)


def main():
    n = int(sys.argv[1])
    text = log(n)
    codes = {}
    paths = {}
    users = {}
    sizes = 0
    for row in text.splitlines():
        match = LINE.match(row)
        if match is None:
            raise ValueError(row)
        code = match["code"]
        codes[code] = codes.get(code, 0) + 1
        if match["size"] != "-":
            sizes += int(match["size"])
        target = match.group("path")
        path = re.sub(r"\?.*", "", target)
        paths[path] = paths.get(path, 0) + 1
        for name, value in PAIR.findall(target):
            if name == "user":
                users[value] = users.get(value, 0) + 1
    missing = len(re.findall(r" 404 \d+$", text, re.MULTILINE))
    masked = re.sub(r"\d+\.\d+\.\d+\.(\d+)", r"x.x.x.\1", text)
    words = re.split(r"[\s/]+", text)
    print(sorted(codes.items()), sizes, len(paths), len(users), missing, len(masked), len(words))


if __name__ == "__main__":
    main()
