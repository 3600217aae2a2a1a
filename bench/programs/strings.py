def build(count: int) -> str:
    parts: list[str] = []
    for i in range(count):
        parts.append(f"{i:>8}|{i * 0.5:.2f}|{'even' if i % 2 == 0 else 'odd'}")
    return "\n".join(parts)


text = build(200000)
total = 0
for line in text.split("\n"):
    number, half, parity = line.split("|")
    total += len(number.strip()) + len(half) + (parity == "even")
print(len(text), total)
