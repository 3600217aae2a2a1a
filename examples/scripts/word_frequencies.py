"""The most frequent words of a long text, and how long words are."""
import sys

STOP_WORDS = frozenset("the of to and a or in that any is you for this by with it as not be on are".split())


def words_of(text: str) -> list[str]:
    words: list[str] = []
    current: list[str] = []
    for character in text:
        if character.isalpha():
            current.append(character.lower())
        elif current:
            words.append("".join(current))
            current = []
    if current:
        words.append("".join(current))
    return words


def count(words: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def by_frequency(item: tuple[str, int]) -> tuple[int, str]:
    word, times = item
    return -times, word


def bar(value: int, largest: int, width: int = 30) -> str:
    return "#" * max(1, round(value * width / largest))


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        words = words_of(file.read())
    counts = count(words)
    print(f"{len(words):,} words, {len(counts):,} different\n")

    ranked = sorted(counts.items(), key=by_frequency)
    telling = [(word, times) for word, times in ranked if word not in STOP_WORDS][:15]
    largest = telling[0][1]
    for word, times in telling:
        print(f"{word:>14} {times:5d} {times / len(words):7.2%}  {bar(times, largest)}")

    lengths: dict[int, int] = {}
    for word in words:
        lengths[len(word)] = lengths.get(len(word), 0) + 1
    print("\nlength of words:")
    for length in sorted(lengths):
        print(f"{length:3d} {lengths[length]:5d} {bar(lengths[length], max(lengths.values()))}")
    average = sum(length * times for length, times in lengths.items()) / len(words)
    print(f"average {average:.3f}")


here = __file__.rpartition("/")[0] or "."
main(sys.argv[1] if len(sys.argv) > 1 else here + "/data/gpl-3.txt")
