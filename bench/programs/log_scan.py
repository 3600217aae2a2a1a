import re

line = re.compile(r"(?P<ip>\d+\.\d+\.\d+\.\d+) - - \[(?P<date>[^\]]+)\] \"(?P<verb>\w+) (?P<path>\S+) HTTP/[\d.]+\" (?P<code>\d{3}) (?P<size>\d+|-)")
log = "\n".join(f'10.0.{i % 256}.{i % 13} - - [10/Oct/2025:13:55:{i % 60:02d}] "GET /page/{i % 97}?q={i} HTTP/1.1" {200 if i % 9 else 404} {i * 3}' for i in range(6000))
codes, sizes, paths = {}, 0, {}
for row in log.splitlines():
    m = line.match(row)
    codes[m["code"]] = codes.get(m["code"], 0) + 1
    sizes += int(m.group("size"))
    path = re.sub(r"\?.*", "", m["path"])
    paths[path] = paths.get(path, 0) + 1
print(codes, sizes, len(paths), len(re.findall(r"404 \d+", log)), re.split(r"[-\s]+", "a - b\tc"))
