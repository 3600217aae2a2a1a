# What goes on in machine code after an exception was caught, and functions that are only called in other ways than by place.
import sys


class Odd(Exception):
    def __init__(self, n, *, why="odd"):
        super().__init__(n)
        self.why = why


def check(n):
    if n % 3 == 0:
        raise Odd(n, why="three")
    if n % 5 == 0:
        raise KeyError(n)
    return n * 0.5


def floats(n):
    total, last, steps = 0.0, 1.5, 0
    for i in range(n):
        x = i * 0.25
        try:
            last = x + total
            steps += 1
            total += check(i)
            last = -last
        except Odd as odd:
            total -= x * 0.125 + last
            steps += len(odd.why)
        except (KeyError, IndexError) as error:
            total += error.args[0] + x
        else:
            steps += 10
        finally:
            x += last
            total += x * 0.001
    return round(total, 9), round(last, 9), steps


def natives(n):
    out = []
    items, table = [1, 2, 3], {"a": 1}
    for i in range(n):
        try:
            out.append(items[i % 5])
        except IndexError:
            out.append("index")
        try:
            out.append(table["ab"[i % 2]])
        except KeyError as error:
            out.append(error.args)
        try:
            out.append(10 // (i % 4))
        except ZeroDivisionError:
            out.append(i)
        try:
            out.append(int("12x"[: 2 + i % 2]))
        except ValueError:
            i = "no number"
        out.append(i)
    return out


def nested(n):
    out = []
    for i in range(n):
        try:
            try:
                try:
                    out.append(check(i))
                finally:
                    out.append("f")
                    if i % 7 == 0:
                        continue
            except Odd:
                out.append("odd")
                check(i + 5)
                raise
        except KeyError as error:
            out.append((type(error.__context__).__name__, error.args))
        except Odd as odd:
            out.append((odd.args, type(odd.__context__).__name__))
            if i > 14:
                break
    return out


def while_handling(n):
    i, out = 0, []
    while i < n:
        i += 1
        try:
            check(i)
        except Exception:
            for k in range(3):
                out.append(type(sys.exc_info()[1]).__name__[0])
                try:
                    check(k)
                except Odd:
                    out.append(type(sys.exc_info()[1]).__name__[0])
            out.append(sys.exc_info()[1].args[0])
        out.append(sys.exc_info()[0])
    return out


class Manager:
    def __init__(self, takes):
        self.takes = takes
        self.seen = []

    def __enter__(self):
        return self.seen

    def __exit__(self, kind, error, traceback):
        self.seen.append(kind and kind.__name__)
        return kind is self.takes


def managed(n):
    out = []
    for i in range(n):
        manager = Manager(Odd)
        try:
            with manager as seen:
                seen.append(check(i))
        except KeyError:
            out.append("key")
        out.append(manager.seen)
    return out


def unbound(n):
    out = []
    for i in range(n):
        try:
            if i % 2:
                value = i
            out.append(value)
            del value
        except NameError as error:
            out.append(type(error).__name__)
        try:
            out.append(error)
        except UnboundLocalError:
            out.append("gone")
    return out


def raising(n):
    for i in range(n):
        try:
            yield i
            if i == 2:
                raise Odd(i)
        except ValueError as error:
            yield str(error)
        except Odd:
            yield "own"


def thrown():
    out = []
    for turn in range(3):
        g = raising(5)
        for n in range(7):
            try:
                out.append(g.throw(ValueError("in")) if n in (1, 3) else next(g))
            except StopIteration:
                out.append("end")
    return out


def deep(n):
    if n == 0:
        raise Odd(n)
    try:
        return deep(n - 1)
    except Odd as odd:
        odd.args += (n,)
        raise


for turn in range(3):
    print(floats(40))
    print(natives(9))
    print(nested(20))
    print(while_handling(6))
    print(managed(6))
    print(unbound(4))
    print(thrown())
    try:
        deep(6)
    except Odd as odd:
        lines, traceback = [], odd.__traceback__
        while traceback:
            lines.append(traceback.tb_lineno)
            traceback = traceback.tb_next
        print(odd.args, lines)


# Called with keywords, spread arguments, defaults and as bound methods only.
def by_name(a, *, b):
    return a * b + 0.5


def spread(*a, **k):
    return sum(a) + sum(k.values())


def turns(n, step=1):
    total = 0.0
    while n > 0:
        n -= step
        total += n * 0.5
    return total


class Holder:
    def __init__(self, *, size=3):
        self.size = size

    def __call__(self, n):
        return self.size + n


holder = Holder(size=4)
total = 0.0
for i in range(50):
    bound = Holder(size=i).__call__
    total += by_name(i, b=2) + spread(*(i, 1), **{"k": i}) + turns(n=i) + turns(i, step=2) + holder(i) + bound(1)
print(total)
