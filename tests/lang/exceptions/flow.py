# Language reference 8.4: try statements in every combination, and what leaves them.
def run(kind):
    log = []
    try:
        try:
            log.append("try")
            if kind == "value":
                raise ValueError("v")
            if kind == "key":
                {}["k"]
            if kind == "type":
                len(5)
            if kind == "return":
                return log
            log.append("end")
        except ValueError as error:
            log.append(f"value {error}")
        except (KeyError, IndexError) as error:
            log.append(f"lookup {error!r}")
            raise RuntimeError("again") from error
        else:
            log.append("else")
        finally:
            log.append("finally")
    except Exception as error:
        log.append(f"outer {type(error).__name__} {error} cause={error.__cause__!r} context={error.__context__!r}")
    return log


for kind in ("none", "value", "key", "type", "return"):
    print(kind, run(kind))


def loops():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


print(loops())


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "swallowed"


print(override(), swallow())


def nested_return():
    for i in range(3):
        try:
            try:
                if i == 1:
                    return i
            finally:
                print("inner", i)
        finally:
            print("outer", i)


print(nested_return())
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")
except ValueError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None
except ValueError as error:
    print(repr(error.__context__), error.__suppress_context__)


def bare():
    try:
        raise IndexError("bare")
    except IndexError:
        try:
            raise
        finally:
            print("cleanup")


try:
    bare()
except IndexError as error:
    print("caught", error)
try:
    raise
except RuntimeError as error:
    print(error)


class Custom(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


try:
    raise Custom(7, "x")
except Custom as error:
    print(error, error.args, repr(error), error.code)
try:
    raise Custom
except TypeError as error:
    print(error)
for bad in (5, "text", int):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as error:
    print(error)
error = "kept"
try:
    raise ValueError
except ValueError as error:
    pass
try:
    error
except NameError as problem:
    print(problem)
try:
    assert 1 == 2, "message"
except AssertionError as failure:
    print(repr(failure))
try:
    assert []
except AssertionError as failure:
    print(repr(failure))


def recurse(n):
    return recurse(n + 1)


try:
    recurse(0)
except RecursionError as error:
    print(error)
print(issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), Exception.__mro__)
e = ValueError("note")
e.add_note("first")
e.add_note("second")
print(e.__notes__)
try:
    raise ValueError("tb")
except ValueError as error:
    print(error.__traceback__ is not None, error.__traceback__.tb_lineno, error.with_traceback(None).__traceback__)
print(StopIteration(5).value, SystemExit(3).code, KeyError("k"), KeyError(), OSError(2, "No such file", "f.txt"), repr(OSError(2, "gone")))
