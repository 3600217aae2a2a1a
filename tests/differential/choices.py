"""What the writers of random programs share: choices that are the same for a seed with every Python, and lines with their indent."""
import random


class Choices:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0

    def pick(self, items):
        return items[int(self.random.random() * len(items))]

    def chance(self, p):
        return self.random.random() < p

    def number(self, low, high):
        return low + int(self.random.random() * (high - low + 1))

    def put(self, line):
        self.lines.append("    " * self.indent + line)
