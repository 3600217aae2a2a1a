def tokens(text):
    i, n = 0, len(text)
    out = []
    while i < n:
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isalpha() or c == "_":
            j = i
            while j < n and (text[j].isalnum() or text[j] == "_"):
                j += 1
            out.append(("name", text[i:j]))
            i = j
        elif c.isdigit():
            j = i
            while j < n and text[j].isdigit():
                j += 1
            out.append(("number", int(text[i:j])))
            i = j
        else:
            out.append(("op", c))
            i += 1
    return out


source = "def f(x_1, y2):\n    return (x_1 + 42) * y2 - 7 // (x_1 or 1)\n" * 150
count = {}
for _ in range(3):
    for kind, value in tokens(source):
        count[kind] = count.get(kind, 0) + 1
print(sorted(count.items()))
