# `G += value` adds to what G was before `value` was computed, whatever that did to G: calls, the methods of operators, formatting, items, properties, generators, other tasks.
import asyncio

G = ""
FILL = "0123456789" * 8


def more(text: str) -> str:
    global G
    G += text
    return f"<{text}>"


class Speaks:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        more("str " + self.name)
        return self.name

    def __format__(self, form):
        more("format")
        return self.name + form

    def __getitem__(self, key):
        more(f"item {key}")
        return str(key)

    def __add__(self, other):
        more("add")
        return self.name + str(other)

    def __radd__(self, left):
        more("radd")
        return left + self.name

    def __bool__(self):
        more("bool")
        return True

    def __lt__(self, other):
        more("less")
        return True

    def __neg__(self):
        more("neg")
        return "-" + self.name

    @property
    def text(self):
        more("property")
        return "p" + self.name

    def __getattr__(self, name):
        more("getattr " + name)
        return name


def start():
    global G
    G = FILL
    G += "|"
    G += "|"  # in place from here on


def show(label):
    print(label, len(G), G[78:])


def in_function():
    global G
    s = Speaks("s")
    start(); G += str(s); show("str")
    start(); G += f"{s}!"; show("f-string")
    start(); G += f"{s!s}"; show("f-string, str")
    start(); G += "{}".format(s); show("format")
    start(); G += s[3]; show("item")
    start(); G += s + "x"; show("add")
    start(); G += s.text; show("property")
    start(); G += s.anything; show("getattr")
    start(); G += -s; show("neg")
    start(); G += "yes" if s else "no"; show("truth")
    start(); G += "yes" if s < s else "no"; show("less")
    start(); G += s and "both"; show("and")
    start(); G += "".join(str(x) for x in [s, s]); show("join")
    start(); G += "".join([x[1] for x in [s, s]]); show("comprehension")
    start(); G += more("a") + more("b"); show("calls")
    start(); G += "ä" + more("ö"); show("beyond ASCII")
    start(); G += s; show("radd")
    start(); G = G + str(s) + ";"; show("sum")
    start(); G = G + ";" + str(s); show("sum, last")
    start(); G = G + s[1] + s[2] + s.text; show("sum of three")
    start(); G = G + s + ";"; show("sum with radd")
    start(); G = G + more("a") + s; show("call and radd")
    start(); G = str(s) + G; show("before")
    start(); G = more("a") + G; show("call before")


def before(text):
    global G
    G = text + G
    return text


def with_prepending():
    global G
    start(); G += before("ö"); show("prepended meanwhile")
    start(); G += before("x") + str(Speaks("s")); show("prepended and appended")
    start(); G = before("x") + G; show("prepended twice")


def rebinding():
    global G
    def again():
        global G
        G = "other" * 20
        G += "."
        G += "."
        return "r"
    start(); G += again() + "!"; show("bound anew meanwhile")

    def read():
        global G
        kept = G
        G += "more"
        return str(len(kept))
    start(); G += read() + str(Speaks("x")); show("read meanwhile")


def generated():
    global G
    for _ in range(3):
        G += yield


async def task(name):
    global G
    for n in range(3):
        G += f"{name}{await pause(n)}"


async def pause(n):
    global G
    G += "-"
    await asyncio.sleep(0)
    return n


async def tasks():
    start()
    await asyncio.gather(task("a"), task("b"))
    show("tasks")


in_function()
with_prepending()
rebinding()
start()
generator = generated()
next(generator)
more("meanwhile")
generator.send("sent")
more("again")
generator.send("sent again")
show("generator")
asyncio.run(tasks())

# in the module itself
start()
G += f"{Speaks('m')}"
G += Speaks("n")[7]
G = G + str(Speaks("o")) + "."
show("module")


class InClass:
    global G
    start()
    G += str(Speaks("c"))
    G += "."


show("class")
for n in range(300):
    G += str(Speaks(str(n)))
print(len(G), hash(G) == hash("".join(list(G))))
