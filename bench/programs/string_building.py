def table(rows):
    lines = []
    for i in range(rows):
        lines.append("| " + " | ".join([str(i).rjust(6), "%-10s" % ("item" + str(i)), f"{i * 1.5:10.2f}", "{:>8}".format(i % 97)]) + " |")
    return "\n".join(lines)


text = ""
for i in range(30000):
    text += chr(97 + i % 26)
t = table(4000)
print(len(t), len(text), text.upper().count("ABC"), t.replace("item", "thing").title()[:40], ",".join(text.split("m")[:5]), text[::-1][:5], text.translate(str.maketrans("abc", "xyz"))[:6])
