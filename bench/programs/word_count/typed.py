"""Words of a long text counted: lower, split, strip, a dictionary, a sort by two keys."""
import sys

VOWELS = "aeiou"
CONSONANTS = "bcdfghklmnprstvw"


def words(count: int) -> list[str]:
    result: list[str] = []
    x = 1
    for _ in range(count):
        x = x * 16807 % 2147483647
        number = x % 997 * (x % 13)
        word = ""
        while number > 0:
            word += CONSONANTS[number % 16] + VOWELS[number % 5]
            number //= 16
        result.append(word.capitalize() if x % 7 == 0 else word + ("," if x % 11 == 0 else "."))
    return result


def count(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.lower().split():
        word = word.strip(".,;:!?()\"'")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    n = int(sys.argv[1])
    text = " ".join(words(n))
    counts: dict[str, int] = {}
    for _ in range(6):
        counts = count(text)
    for word, times in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]:
        print(word, times)
    print(len(counts))


if __name__ == "__main__":
    main()
