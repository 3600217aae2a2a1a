# python3.12
# A teaching script: variables, strings, lists, dicts, loops, functions, comprehension ... as in beginner courses
print("Hello, World!"); name = "Ada"; age = 36
print("My name is", name, "and I am", age, "years old.", sep=" ", end="\n\n"); print(f"{name!r} {age:>5} {age / 7:.3f} {age:08b} {name:*^11}"); print("%s is %d" % (name, age), "{} {}".format(1, 2), "a" + "b" * 3, 7 // 2, 7 % 2, -7 // 2, 2 ** 10, 7 / 2, 1e3, 0x1F, 0b11, 0o17, 1_000)
print(type(1), type(1.0), type("s"), type(None), type([]), type(()), type({}), type({1}), type(print), type(type), type(lambda: 0), type(range(1)), type(...), type(b""), type(1j), type(iter([])), type((i for i in [])), type(open), type(Exception()), type(print.__class__), type(__import__("sys")))
fruits = ["apple", "banana", "cherry"]; fruits.append("date"); fruits.insert(1, "avocado"); fruits.remove("banana"); print(fruits, len(fruits), fruits[-1], fruits[1:3], fruits[::-1], "apple" in fruits, fruits.index("date"), sorted(fruits, key=len), fruits.pop(), fruits)
fruits.extend(["x", "y"]); fruits.sort(reverse=True); fruits.reverse(); print(fruits, fruits.count("x"), fruits.copy() == fruits, fruits * 2, [] == [], [1, 2] < [1, 3], list("abc"), list(range(5, 0, -2)))
a = b = [1]; b.append(2); c = a[:]; c.append(3); print(a, b, c, a is b, a is c, a == c); x, y = 1, 2; x, y = y, x; print(x, y); first, *mid, last = range(6); print(first, mid, last)
t = (1, "two", 3.0); print(t, t[1], len(t), t + (4,), t * 2, (1,), (), t.index(3.0)); d = {"k": 1, "z": 2}; d["n"] = 3; del d["k"]; print(d, d.get("q"), d.get("q", 0), list(d), d.items(), d.keys(), d.values(), "z" in d, d.pop("z"), d, d.setdefault("s", []), d.update(x=1), d, {**d, "y": 2}, d | {"w": 0}, dict([("a", 1)]), dict(zip("ab", [1, 2])), {k: v for k, v in zip("ab", range(2))})
s = {3, 1, 2, 3}; print(s, s | {9}, s & {1, 2}, s - {1}, s ^ {1, 7}, {1} <= s, s.add(5), s.discard(99), s, len(s), set("a"), frozenset([1]), set())
for i in range(3): print(i, end=",")
else: print("done")
while True:
    x += 1
    if x > 5: break
for i, f in enumerate(["a", "b"], start=1): print(i, f)
for a_, b_ in zip([1, 2], "xy"): print(a_, b_)
for k, v in {"p": 1, "q": 2}.items(): print(f"{k}={v}")
def greet(name, greeting="Hello", *args, punct="!", **kw):
    """Greets."""
    return f"{greeting}, {name}{punct} {args} {kw}"
print(greet("Bob"), greet("Al", "Hi", 1, 2, punct="?", z=3), greet(*["X", "Y"], **{"punct": "."}), greet.__doc__, greet.__name__, greet.__defaults__, greet.__kwdefaults__)
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
def fib(n):
    a, b = 0, 1
    while a < n: yield a; a, b = b, a + b
print(fact(20), list(fib(100)), [x ** 2 for x in range(10) if x % 2], [[i * j for j in range(3)] for i in range(3)], {x % 3 for x in range(9)}, list(map(str.upper, "ab")), list(filter(None, [0, 1, "", "a"])), sum(range(101)), min("bca"), max([3, 9, 2]), any([0, 1]), all([]), abs(-3), round(3.14159, 2), sorted("banana"), list(reversed([1, 2])), divmod(17, 5), pow(2, 10, 1000), chr(65), ord("A"), bin(5), hex(255), oct(8), int("42"), float("3.5"), str(5) + "5", bool(""), bool("False"), list(zip(*[(1, 2), (3, 4)])))
text = "The quick brown fox"; print(text.lower(), text.upper(), text.split(), text.replace("quick", "slow"), text[4:9], text.find("fox"), text.find("cat"), text.count("o"), text.startswith("The"), text.title(), "-".join("abc"), text[::-1], len(text), "  pad ".strip(), "a,b;c".replace(";", ",").split(","), text.index("q"), "abc" < "abd", "Z" < "a", "ab" "cd", """multi
line""", r"raw\n", "tab\tq", 'it\'s', "\u00e9", "x" in text, text.center(30, "*"), "1".zfill(3), "abc".isalpha(), "12".isdigit(), " ".isspace())
counts = {}
for ch in "mississippi": counts[ch] = counts.get(ch, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: kv[1], reverse=True), max(counts, key=counts.get))
class Animal:
    count = 0
    def __init__(self, name): self.name = name; Animal.count += 1
    def speak(self): raise NotImplementedError("subclass must")
    def __str__(self): return f"{self.__class__.__name__}({self.name})"
class Dog(Animal):
    def speak(self): return "Woof"
class Puppy(Dog):
    def __init__(self, name, age): super().__init__(name); self.age = age
    def speak(self): return super().speak().lower()
for an in (Dog("Rex"), Puppy("Bit", 1)): print(an, an.speak(), isinstance(an, Dog), an.__dict__)
print(Animal.count, issubclass(Puppy, Animal), Puppy.__mro__, Puppy.__bases__, hasattr(an, "age"), vars(an))
for code in ("1 / 0", "int('x')", "[1][5]", "{}['k']", "undefined", "'a' + 1", "1 + 'a'", "None + 1", "len(5)", "'abc'.foo()", "[].pop()", "(1, 2)[0] = 5", "'abc'[0] = 'x'", "int([])", "float('abc')", "Animal('x').speak()", "for", "print('a'", "open('/nonexistent')", "import nomodule", "x = 5 +", "fact()", "fact(1, 2)", "greet()", "Dog()", "[1, 2, 3].remove(9)", "'%d' % 'x'", "range('a')", "sum(['a', 'b'])", "max([])", "min(1)", "sorted([1, 'a'])", "int('12.5')", "chr(-1)", "{[]: 1}", "a, b = 1", "a, b = [1, 2, 3]", "del zzz", "assert 1 > 2, 'math'", "raise ValueError('mine')", "raise 'str'", "5()", "'s'()", "None()", "5[0]", "5['a']", "None[0]", "fact[0]", "[1]['a']", "[1, 2](0)", "{'a'}[0]", "(5).append(1)", "True + None", "-'a'", "not_defined.x", "math.pi", "while 1 print(1)", "if x = 1: pass", "'abc' - 'a'", "[1] - [2]", "{} + {}", "(1,) + [1]", "'a' * 'b'", "[1] * 1.5", "1 < 'a'", "[] < ()", "1 in 5", "'a' in 'abc' in 5", "for i in 5: pass", "list(5)", "dict([1])", "set(5)", "tuple(None)", "''.join([1])", "str.join(',', 1)", "'x'.split(5)", "round('a')", "abs('a')", "isinstance(1, 2)", "with 5: pass", "lambda: (yield)", "print(1, seperator='')", "input(1, 2)", "eval('1 +')", "int('5', 40)", "bytes('x')", "'é'.encode('ascii')", "hash([])", "next(iter([]))", "iter(5)", "getattr(5, 'x')", "type('a', 'b')", "super()", "object.foo", "class A(5): pass", "class B(Dog, Animal, Dog): pass", "return 5", "break", "continue", "yield", "await x", "nonlocal q", "global x; x = 5", "def f(x, x): pass", "def f(a=1, b): pass", "f(a=1, 2)", "f(**1)", "print(*5)", "fact(n=1, n=2)", "fact(1, n=2)", "fact(m=3)", "'{}'.format()", "'{x}'.format(y=1)", "f'{undefined_in_f}'", "0123", "1.2.3", "'unterminated", "x ==== 1", "$", "a b c", ")", "  indented", "if True:\npass", "try: pass", "else: pass", "@5\ndef f(): pass", "True = 1", "None = 5", "f() = 1", "1 = x", "x + 1 = 2", "[a, 1] = 3", "import", "from x import", "pass pass", "def", "class", "lambda x: = 1"):
    try: exec(code)
    except SyntaxError as e: print(f"{code!r}: {type(e).__name__}: {e.msg} (line {e.lineno}, col {e.offset})")
    except BaseException as e: print(f"{code!r}: {type(e).__name__}: {e}")
import math as m, os.path as op
from random import Random; rnd = Random(1); print(m.pi, m.floor(2.7), op.basename("/a/b.c"), rnd.randint(1, 10), rnd.choice("abc"), __name__, __file__[-15:], __doc__)
