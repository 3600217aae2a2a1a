# Handlers: matching, names, chains of causes and contexts, with, groups.
import sys


def current():
    e = sys.exc_info()[1]
    return None if e is None else repr(e)


def nested():
    out = [current()]
    try:
        raise ValueError(1)
    except ValueError:
        out.append(current())
        try:
            raise TypeError(2)
        except TypeError:
            out.append(current())
        out.append(current())
    out.append(current())
    return out


print(nested())


def reraise():
    try:
        try:
            raise KeyError("k")
        except LookupError as e:
            raise
    except KeyError as e:
        return repr(e), e.__context__


print(reraise())


def bare_raise():
    try:
        raise
    except RuntimeError as error:
        return str(error)


print(bare_raise())


def causes():
    results = []
    for kind in ("from", "none", "context", "class"):
        try:
            try:
                1 / 0
            except ZeroDivisionError as error:
                if kind == "from": raise ValueError("v") from error
                if kind == "none": raise ValueError("v") from None
                if kind == "class": raise ValueError from KeyError
                raise ValueError("v")
        except ValueError as e:
            results.append((kind, repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__))
    return results


for line in causes():
    print(*line)


def matching(exception):
    try:
        raise exception
    except (ValueError, KeyError) as e:
        return "tuple", type(e).__name__
    except ArithmeticError:
        return "arithmetic"
    except OSError as e:
        return "os"
    except:
        return "bare"
    else:
        return "no exception"


print([matching(e) for e in (ValueError, KeyError(1), ZeroDivisionError, OverflowError(), OSError(2, "x"), IndexError)])


def bad_handler():
    try:
        try:
            raise ValueError("inner")
        except 42:
            pass
    except TypeError as e:
        return str(e), repr(e.__context__)


print(bad_handler())
try:
    raise 42
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)


class Manager:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise RuntimeError("enter")
        return self.name

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, traceback is not None)
        if self.fail == "exit": raise RuntimeError("exit")
        return self.swallow


def with_paths(mode):
    for i in range(2):
        with Manager("a") as a, Manager("b", swallow=mode == "swallow") as (b):
            if mode == "return": return a + b
            if mode == "break": break
            if mode == "continue": continue
            if mode in ("raise", "swallow"): raise ValueError(mode)
        print("after", i)
    return "end"


for mode in ("return", "break", "continue", "swallow", "plain"):
    print(with_paths(mode))
try:
    with_paths("raise")
except ValueError as e:
    print("outside", e)
for fail in ("enter", "exit"):
    try:
        with Manager("outer"), Manager("failing", fail=fail):
            raise ValueError("body")
    except RuntimeError as e:
        print(fail, repr(e), repr(e.__context__))
with (Manager("p") as p, Manager("q")):
    print("inside", p)
for bad in (1, None):
    try:
        with bad: pass
    except TypeError as e:
        print(e)


class Targets:
    items = [0, 0]


with Manager("t") as Targets.attr, Manager("u") as Targets.items[1]:
    print(Targets.attr, Targets.items)


def groups(*exceptions):
    try:
        raise ExceptionGroup("group", list(exceptions))
    except* ValueError as e:
        print("values", e.exceptions)
    except* (TypeError, KeyError) as e:
        print("types", e.exceptions)
    else:
        print("nothing")
    finally:
        print("finally")


groups(ValueError(1))
groups(ValueError(1), TypeError(2), ValueError(3))
try:
    groups(ValueError(1), OSError(5), ExceptionGroup("nested", [KeyError(2), OSError(6)]))
except ExceptionGroup as e:
    print(repr(e))
try:
    raise ValueError("naked")
except* ValueError as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as e:
    print(repr(e), repr(e.exceptions[0].__context__))
try:
    pass
except* ValueError:
    print("not here")
else:
    print("else")


def local_state_after_exception():
    value = "before"
    try:
        value = int("x") or "no"
    except ValueError:
        pass
    pair = (a, b) = 1, 2
    try:
        a, b = [9]
    except ValueError as e:
        print(e)
    try:
        a, *b = []
    except ValueError as e:
        print(e)
    try:
        a, b = 5
    except TypeError as e:
        print(e)
    try:
        value = [value for value in (1, 2, 1 / 0)]
    except ZeroDivisionError:
        pass
    try:
        value = value and 1 / 0
    except ZeroDivisionError:
        pass
    return value, a, b, pair


print(local_state_after_exception())


def loop_in_handler():
    out = []
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 0: continue
            for j in range(2):
                if j: break
                out.append((e.args, current()))
            if i == 2: break
        out.append("next")
    return out, current()


print(loop_in_handler())


def generator_handler():
    try:
        yield 1
    except ValueError as e:
        yield f"caught {e}"
        try:
            raise
        except ValueError as again:
            yield f"again {again} {current()}"
    finally:
        yield "finally"


g = generator_handler()
print(next(g), g.throw(ValueError("thrown")), current(), next(g), current(), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)


def recursion(n):
    try:
        if n: return recursion(n - 1)
        raise ValueError("bottom")
    finally:
        n = "changed"


try:
    recursion(3)
except ValueError as e:
    depth, tb = 0, e.__traceback__
    while tb:
        depth, tb = depth + 1, tb.tb_next
    print("frames", depth)
