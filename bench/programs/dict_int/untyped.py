"""Dictionaries with int keys: counting, joining, deleting, sparse and dense."""
import sys

n = int(sys.argv[1])
counts = {}
x = 1
for _ in range(n):
    x = x * 16807 % 2147483647
    key = x % 5003
    if key in counts:
        counts[key] += 1
    else:
        counts[key] = 1
squares = {}
for i in range(n // 4):
    squares[i * 7919] = i * i % 1000
total = 0
for i in range(n):
    total += squares.get(i * 7919, 1)
for i in range(0, n // 4, 3):
    del squares[i * 7919]
rest = 0
for key, value in squares.items():
    rest += key % 100 + value
print(len(counts), max(counts.values()), total, len(squares), rest)
