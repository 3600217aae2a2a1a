"""Text by index: brackets matched, runs of letters and digits, palindromes, a search by hand, a cipher."""
import sys


def balanced(text: str) -> int:
    depth = 0
    deepest = 0
    for c in text:
        if c == "(":
            depth += 1
            if depth > deepest:
                deepest = depth
        elif c == ")":
            depth -= 1
    return deepest * 1000 + depth


def runs(text: str) -> tuple[int, int]:
    i = 0
    n = len(text)
    words = 0
    number = 0
    while i < n:
        c = text[i]
        if c.isalpha() or c == "_":
            while i < n and (text[i].isalnum() or text[i] == "_"):
                i += 1
            words += 1
        elif "0" <= c <= "9":
            value = 0
            while i < n and "0" <= text[i] <= "9":
                value = value * 10 + ord(text[i]) - 48
                i += 1
            number += value
        else:
            i += 1
    return words, number


def longest_palindrome(text: str) -> str:
    best = ""
    for centre in range(len(text)):
        low, high = centre, centre
        while low >= 0 and high < len(text) and text[low] == text[high]:
            low -= 1
            high += 1
        if high - low - 1 > len(best):
            best = text[low + 1:high]
    return best


def find(text: str, wanted: str) -> int:
    for start in range(len(text) - len(wanted) + 1):
        k = 0
        while k < len(wanted) and text[start + k] == wanted[k]:
            k += 1
        if k == len(wanted):
            return start
    return -1


def rotated(text: str, shift: int) -> str:
    out: list[str] = []
    for c in text:
        if c.islower():
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def main() -> None:
    n = int(sys.argv[1])
    text = "def f(x_1, y2):\n    return (x_1 + 42) * (y2 - (7 // (x_1 or 1)))\n" * n + "the end"
    words, number = runs(text)
    print(balanced(text), words, number, len(longest_palindrome(text)), find(text, "the end"))
    print(rotated(text, 13)[:40], rotated(rotated(text, 13), 13) == text)


if __name__ == "__main__":
    main()
