def f(a):
    x = a + 1
    out = locals()
    return out
print(f(1))
def g():
    if False: y = 1
    z = [i for i in range(3)]
    w = dict(locals())
    return w
print(g())
def h(n):
    for i in range(n):
        pass
    return sorted(locals())
print(h(0), h(2))
def later(flag):
    names = list(vars())
    if flag:
        value = 3
    return names, sorted(dir()), eval("sorted(locals())"), [sorted(locals())][0] == sorted(locals())
print(later(0), later(1))
def gen():
    yield sorted(locals())
    x = 1
    yield sorted(locals())
    del x
    yield sorted(locals())
print(*gen())
