def count(path: str, times: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for _ in range(times):
        for word in text.lower().split():
            word = word.strip(".,;:!?()\"'")
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


counts = count("../../examples/scripts/data/gpl-3.txt", 60)
for word, times in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]:
    print(word, times)
