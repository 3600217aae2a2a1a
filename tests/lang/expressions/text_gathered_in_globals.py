# Text gathered in a global by += : whoever read it before never sees it change.
import sys

text = ""
seen = []
for i in range(200):
    text += chr(97 + i % 26)
    if i % 37 == 0:
        seen.append(text)
print(len(text), [len(s) for s in seen], seen[2][-5:])


def reader():
    return text


def grow(k):
    global text
    before = text
    text += "x" * k
    return before, text


a = reader()
text += "more and more and more"
print(len(a), len(text), a is text)
print([len(s) for s in grow(100)], [len(s) for s in grow(3)], len(a))

space = globals()
old = space["text"]
text += "!" * 50
print(len(old), len(space["text"]))
exec("kept = text")
text += "?" * 50
print(len(kept), len(text))
module = sys.modules["__main__"]
held = module.text
text += "#" * 60
print(len(held), len(text))

line = "a long enough beginning of a line, "
parts = []
for word in ["one", "two", "three", "four"]:
    line += word + ", "
    parts.append(lambda s=line: s)
print([len(p()) for p in parts], line)


class Right:
    def __radd__(self, other):
        self.kept = other
        return other + "<right>"


right = Right()
log = "the log begins here and is long enough to grow: "
log += "first, "
log += right
log += "second"
print(right.kept, "|", log)
log *= 2
print(len(log))
f = f"{text[:3]} formatted and long enough to be grown in place"
f += " and on"
g = f
f += " and on"
print(g, "|", f, "|", f"{f}" is f, str(f) == f)
try:
    number = "a string at first, of some length, later a number"
    number += 5
except TypeError as e:
    print(e)
number = 1
number += 2
print(number)
del line
try:
    line += "x"
except NameError as e:
    print(e)
