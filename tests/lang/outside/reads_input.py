# python3.12
"""Reads standard input: word frequency, numbers table, commands, with errors to stderr and an exit code."""
import sys
from collections import Counter

first = input("how many? ")
n = int(first)
rows = [list(map(int, input().split())) for _ in range(n)]
print()
print(rows, sum(map(sum, rows)))
name, *rest = input().split(",")
print(f"{name=} {rest=}")
words = Counter()
for number, line in enumerate(sys.stdin, 1):
    line = line.rstrip("\n")
    if line == "---": break
    words.update(w.strip(".,!?").lower() for w in line.split())
for w, c in sorted(words.items(), key=lambda t: (-t[1], t[0])): print(f"{c:3} {w}")
stack = []
OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}
errors = 0
for line in iter(sys.stdin.readline, "quit\n"):
    if not line: break
    try:
        for tok in line.split():
            if tok in OPS:
                b, a = stack.pop(), stack.pop()
                stack.append(OPS[tok](a, b))
            else: stack.append(float(tok))
        print(stack)
    except Exception as e:
        errors += 1
        print(f"error: {type(e).__name__}: {e}", file=sys.stderr)
        stack.clear()
print("rest:", repr(sys.stdin.read(10)), repr(sys.stdin.readlines()))
try: input("more? ")
except EOFError as e: print("EOF:", e)
sys.exit(f"{errors} errors")
