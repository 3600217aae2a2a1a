# python3.12: sys.settrace tells the lines of statements that do nothing: pass, constants, `try:`, `except:`, `while True:`; and each line of a loop once a turn.
import sys

CASES = '''
def f():
    for i in range(3):
        if i == 1:
            x = 1
        else:
            x = 2
#----
def f():
    for i in range(3):
        pass
#----
def f():
    for i in range(3): pass
#----
def f():
    if f:
        pass
    x = 1
#----
def f():
    if f:
        pass
    else:
        x = 2
    pass
#----
def f():
    if not f:
        pass
    else:
        pass
#----
def f():
    try:
        1/0
    except:
        pass
#----
def f():
    try:
        1/0
    except ZeroDivisionError:
        pass
    x = 3
#----
def f():
    try:
        pass
    finally:
        x = 1
#----
def f():
    try:
        pass
    except ValueError:
        pass
    else:
        pass
    finally:
        pass
#----
def f():
    n = 3
    while n > 0:
        n -= 1
        if n == 1:
            pass
        else:
            pass
#----
def f():
    n = 3
    while n > 0:
        n -= 1
        pass
    else:
        pass
    pass
#----
def f():
    pass
    pass
    x = 1
    pass
#----
def f():
    class A:
        pass
    class B: pass
    pass
#----
def f():
    with open("/dev/null"):
        pass
    x = 1
#----
def f():
    for i in range(2):
        try:
            x = 1
        except:
            pass
#----
def f():
    for i in range(3):
        if i == 1:
            continue
        pass
        if i == 2:
            break
    pass
#----
def f():
    match 3:
        case 1:
            pass
        case 3:
            pass
        case _:
            pass
#----
def f():
    try:
        int("x")
    except KeyError:
        pass
    except ValueError as e:
        x = 1
    finally:
        y = 1
#----
def f():
    try:
        try:
            1/0
        finally:
            x = 1
    except ZeroDivisionError as e:
        pass
    return 3
#----
def f():
    def g():
        yield 1
        pass
        yield 2
    for x in g():
        pass
#----
def f():
    while True:
        pass
        break
#----
def f():
    try:
        return 1
    finally:
        pass
#----
def f():
    for i in range(2):
        try:
            continue
        finally:
            x = 1
#----
def f():
    if 0:
        pass
    x = 1
    if 1:
        pass
    ...
    "text"
    1
    x
    global q
#----
async def g():
    async with h() as q:
        pass
def f():
    try:
        g().send(None)
    except:
        pass
#----
def f():
    assert f, (
        "x")
    pass
#----
def f():
    raise ValueError(
        1)
#----
def f():
    try:
        a = 1
    except:
        b = 2
    else:
        c = 3
    d = 4
#----
def f():
    for i in [1, 2]:
        for j in [1, 2]:
            if i == j:
                break
        else:
            pass
#----
def f():
    while 1:
        try:
            break
        finally:
            pass
    else:
        pass
#----
def f():
    x = 5
    while x:
        x -= 1
        if x == 3:
            continue
        elif x == 2:
            pass
        elif x == 1:
            y = 1
    return x
'''.lstrip().split("#----\n")


def events_of(case):
    names, events = {}, []
    exec(compile(case, "case", "exec"), names)

    def tracer(frame, event, arg):
        if frame.f_code.co_filename != "case":
            return None
        events.append(f"{event[0]}{frame.f_lineno}")
        return tracer

    sys.settrace(tracer)
    try:
        names["f"]()
    except Exception as error:
        events.append(type(error).__name__)
    finally:
        sys.settrace(None)
    return events


for number, case in enumerate(CASES):
    print(number, *events_of(case))
