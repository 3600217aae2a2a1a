# python3.12: Source lines and carets in tracebacks.
import traceback
a = {}; b = 1; z = [[], []]
f = lambda *x, **k: 1/0
tests = []
def test(function):
    try: function(a, b, z, f)
    except Exception: print(traceback.format_exc().partition(', in t\n')[2])

@test
def t(a, b, z, f):
    a+(b)
@test
def t(a, b, z, f):
    x = 1 + (a+b)*2
@test
def t(a, b, z, f):
    z[1][2]
@test
def t(a, b, z, f):
    q = z[1] + 2
@test
def t(a, b, z, f):
    y = a // (b)
@test
def t(a, b, z, f):
    y = a//b
@test
def t(a, b, z, f):
    y = a  +  b
@test
def t(a, b, z, f):
    y = -a ** b
@test
def t(a, b, z, f):
    a.b.c
@test
def t(a, b, z, f):
    f(1)(2)
@test
def t(a, b, z, f):
    q = f(a+b)
@test
def t(a, b, z, f):
    a += b
@test
def t(a, b, z, f):
    z[1] += 2
@test
def t(a, b, z, f):
    for i in a+b: pass
@test
def t(a, b, z, f):
    q = 1 if a+b else 2
@test
def t(a, b, z, f):
    q = ("é", 1 + "é")
@test
def t(a, b, z, f):
    assert a+b
@test
def t(a, b, z, f):
    assert 0, "x"
@test
def t(a, b, z, f):
    a, b = 1
@test
def t(a, b, z, f):
    q = undefined_name + 1
@test
def t(a, b, z, f):
    undefined
@test
def t(a, b, z, f):
    y = a + b # comment
@test
def t(a, b, z, f):
    y = f"{1/0}"
@test
def t(a, b, z, f):
    y = "%d" % "x"
@test
def t(a, b, z, f):
    y = a.foo()
@test
def t(a, b, z, f):
    y = a.foo
@test
def t(a, b, z, f):
    y = a["x"]()
@test
def t(a, b, z, f):
    y = not a+b
@test
def t(a, b, z, f):
    y = (lambda: 1/0)()
@test
def t(a, b, z, f):
    x = 1 if 1 else 2; y = 1/0
@test
def t(a, b, z, f):
    if 1/0: pass
@test
def t(a, b, z, f):
    while 1/0: pass
@test
def t(a, b, z, f):
    print(1/0)
@test
def t(a, b, z, f):
    z[1].x = 2
@test
def t(a, b, z, f):
    a.b = 2
@test
def t(a, b, z, f):
    a @ b
@test
def t(a, b, z, f):
    a<<(b)
@test
def t(a, b, z, f):
    a < b
@test
def t(a, b, z, f):
    a in b
@test
def t(a, b, z, f):
    1 in 1
@test
def t(a, b, z, f):
    y = 1 in 1
@test
def t(a, b, z, f):
    y = -"a"
@test
def t(a, b, z, f):
    -"a"
@test
def t(a, b, z, f):
    x: int = 1/0
@test
def t(a, b, z, f):
    y = {**5}
@test
def t(a, b, z, f):
    y = [*5]
@test
def t(a, b, z, f):
    f(*5)
@test
def t(a, b, z, f):
    f(**5)
@test
def t(a, b, z, f):
    y = z[1:2:0]
@test
def t(a, b, z, f):
    z[1:2](5)
@test
def t(a, b, z, f):
    y = a  if  a+b else c
@test
def t(a, b, z, f):
    (a+b)
@test
def t(a, b, z, f):
    ((a+b))
@test
def t(a, b, z, f):
    y = (a+b)
@test
def t(a, b, z, f):
    y = (a) + (b)
@test
def t(a, b, z, f):
    y = (a) + ( b)
@test
def t(a, b, z, f):
    y=a+ (b)
@test
def t(a, b, z, f):
    y=a+(b)*c
@test
def t(a, b, z, f):
    y="a"+ 1 + "b"
@test
def t(a, b, z, f):
    y= 1 + 2 + "b"
@test
def t(a, b, z, f):
    y = 2 ** 3 ** "a"
@test
def t(a, b, z, f):
    y = 1 - -"a"
@test
def t(a, b, z, f):
    y = 1 --"a"
@test
def t(a, b, z, f):
    y = z[0]["a" + 1]
@test
def t(a, b, z, f):
    y=f(1)[5]
@test
def t(a, b, z, f):
    y = "abc"[5]
@test
def t(a, b, z, f):
    y = b"abc"[5]+1
@test
def t(a, b, z, f):
    y = f"abc{a}"[50]
@test
def t(a, b, z, f):
    z[(9)]
@test
def t(a, b, z, f):
    z[((9))]
@test
def t(a, b, z, f):
    z[ 9 ]
@test
def t(a, b, z, f):
    z [9]
@test
def t(a, b, z, f):
    z[9]=1
@test
def t(a, b, z, f):
    del z[9]
@test
def t(a, b, z, f):
    y=z[(9)]+1
@test
def t(a, b, z, f):
    y = z[9 ]
@test
def t(a, b, z, f):
    (z)[9]
@test
def t(a, b, z, f):
    y=(z) [(9) ]+1
@test
def t(a, b, z, f):
    y=(z)[9]
@test
def t(a, b, z, f):
    y=a+((b))
@test
def t(a, b, z, f):
    y=a+(b,)
@test
def t(a, b, z, f):
    y=a+(b)[0]
@test
def t(a, b, z, f):
    y=a +(b)
@test
def t(a, b, z, f):
    y=a+ ( b )
@test
def t(a, b, z, f):
    y=a+[1]
@test
def t(a, b, z, f):
    y = z[9] # c
@test
def t(a, b, z, f):
    y= a+b;z
@test
def t(a, b, z, f):
    y = "日本" + 1 + "é"
@test
def t(a, b, z, f):
    y = ["日本", a+b]
@test
def t(a, b, z, f):
    y = {"a": 1}["b"]
@test
def t(a, b, z, f):
    y = (1).foo + 2
@test
def t(a, b, z, f):
    a.b.c.d = 5
@test
def t(a, b, z, f):
    y = a.x[1]
@test
def t(a, b, z, f):
    y = [1,2,3][5:6][0]
@test
def t(a, b, z, f):
    y = f(x=1)
@test
def t(a, b, z, f):
    y = f(*[1])
@test
def t(a, b, z, f):
    y = z[0].append(1)()
@test
def t(a, b, z, f):
    y = z[0].append(1, 2)
@test
def t(a, b, z, f):
    y = "a".join([1])
@test
def t(a, b, z, f):
    y = list(1/0 for x in [1])
@test
def t(a, b, z, f):
    y = a if b.foo else c
@test
def t(a, b, z, f):
    z.x.y()
@test
def t(a, b, z, f):
    assert a.b == 1
@test
def t(a, b, z, f):
    assert (a + b)
@test
def t(a, b, z, f):
    y = not (a + b)
@test
def t(a, b, z, f):
    y = (yield_)
@test
def t(a, b, z, f):
    y = a[b][c]
@test
def t(a, b, z, f):
    y = await_
@test
def t(a, b, z, f):
    y = b"a" + "b"
@test
def t(a, b, z, f):
    y = -b ** "a"
@test
def t(a, b, z, f):
    y = 1 < "a" < 2
@test
def t(a, b, z, f):
    y = (1 < "a")
@test
def t(a, b, z, f):
    with f(): pass
@test
def t(a, b, z, f):
    y = "%s %s" % (1,)
@test
def t(a, b, z, f):
    y = "{}".format()
@test
def t(a, b, z, f):
    y = int("12", 99)
@test
def t(a, b, z, f):
    print(1, 2, file=5)
@test
def t(a, b, z, f):
    y = 1; y.x
@test
def t(a, b, z, f):
    y = (z)[9] if 1 else 2
@test
def t(a, b, z, f):
    exec("1/0")
@test
def t(a, b, z, f):
    eval("1/0")
@test
def t(a, b, z, f):
    y = f"{a!r:>{b.c}}"
@test
def t(a, b, z, f):
    y = f"{a.b}"
@test
def t(a, b, z, f):
    y = f"x{1/0:d}y"
@test
def t(a, b, z, f):
    y = "a" "b" + 1
@test
def t(a, b, z, f):
    a, b, c = [1, 2]
@test
def t(a, b, z, f):
    a, *b = []
@test
def t(a, b, z, f):
    [a, b] = 1, 2, 3
@test
def t(a, b, z, f):
    for a, b in [1]: pass
@test
def t(a, b, z, f):
    a: int = b.c
@test
def t(a, b, z, f):
    del a.b
@test
def t(a, b, z, f):
    del zz
@test
def t(a, b, z, f):
    del a["x"]
@test
def t(a, b, z, f):
    a["x"]["y"] = 1
@test
def t(a, b, z, f):
    a["x"] += 1
@test
def t(a, b, z, f):
    a.x += 1
@test
def t(a, b, z, f):
    b += "x"
@test
def t(a, b, z, f):
    b **= "x"
@test
def t(a, b, z, f):
    y = b if b + "x" else 1
@test
def t(a, b, z, f):
    y = 1 @ 2
@test
def t(a, b, z, f):
    y = a@(b)
@test
def t(a, b, z, f):
    y = b<<("a")
@test
def t(a, b, z, f):
    y = b<<"a"
@test
def t(a, b, z, f):
    y=b|"a"
@test
def t(a, b, z, f):
    y=b&("a")
@test
def t(a, b, z, f):
    y = {**1}
@test
def t(a, b, z, f):
    y = {1: 2, **b}
@test
def t(a, b, z, f):
    f(**{"a": 1}, a=2)
@test
def t(a, b, z, f):
    f(**b)
@test
def t(a, b, z, f):
    f(*b)
@test
def t(a, b, z, f):
    y = [*b]
@test
def t(a, b, z, f):
    y = *b, 1
@test
def t(a, b, z, f):
    y = {[]: 1}
@test
def t(a, b, z, f):
    y = {[]}
@test
def t(a, b, z, f):
    y = hash([])
@test
def t(a, b, z, f):
    y = a[[]]
@test
def t(a, b, z, f):
    y = super().x
@test
def t(a, b, z, f):
    y = int.x
@test
def t(a, b, z, f):
    y = (b).x
@test
def t(a, b, z, f):
    y = ((b).x)
@test
def t(a, b, z, f):
    y = b . x
@test
def t(a, b, z, f):
    y = z[-9]
@test
def t(a, b, z, f):
    y = z[b:"a"]
@test
def t(a, b, z, f):
    y = z["a":]
@test
def t(a, b, z, f):
    y = (b + 1)(2)
@test
def t(a, b, z, f):
    y = (b)(2)
@test
def t(a, b, z, f):
    y = b(2)(3)
@test
def t(a, b, z, f):
    y = (f)(2)
