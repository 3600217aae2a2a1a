"""cProfile and profile: how often what is called, by whom; their tables."""  # python3.12
import cProfile
import io
import os
import profile
import pstats
import tempfile


def leaf(n):
    return n + 1


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fails():
    raise ValueError("no")


def numbers(n):
    for i in range(n):
        yield leaf(i)


class Counted:
    def __init__(self, n):
        self.n = len([n])

    def __add__(self, other):
        return self.n + other.n


def program():
    try:
        fails()
    except ValueError:
        pass
    [leaf(i) for i in (1, 2)]
    return fib(5), sum(numbers(3)), Counted(1) + Counted(2), sorted([3, 1], key=leaf)


def counts(profiler):
    profiler.create_stats()
    for (file, line, name), (plain, calls, own, total, callers) in sorted(profiler.stats.items(), key=lambda item: item[0][2]):
        if name in ("leaf", "fib", "fails", "numbers", "__init__", "__add__", "program"):
            print(name, line, plain, calls, own >= 0, total >= own, sorted((caller[2], by[:2]) for caller, by in callers.items() if caller[0] == __file__ and "comp" not in caller[2] and type(profiler) is cProfile.Profile))


first = cProfile.Profile()
print(first.runcall(program))
counts(first)
second = profile.Profile()
print(second.runcall(program))
counts(second)
with cProfile.Profile() as third:
    fib(3)
    "abc".upper()
names = [name for _, _, name in third.stats] if hasattr(third, "stats") else []
third.create_stats()
print(sorted(name for _, _, name in third.stats if "upper" in name or name == "fib"))
ticks = iter(range(1000))
fourth = cProfile.Profile(lambda: next(ticks), 0.5, builtins=False)
fourth.runcall(fib, 3)
fourth.create_stats()
print([(plain, calls, own > 0) for (_, _, name), (plain, calls, own, *_) in fourth.stats.items() if name == "fib"])
try:
    first.enable()
    cProfile.Profile().enable()
except ValueError as e:
    print(e)
finally:
    first.disable()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "stats")
    first.dump_stats(path)
    out = io.StringIO()
    stats = pstats.Stats(path, stream=out)
    stats.strip_dirs().sort_stats("name").print_stats("fib")
    stats.print_callers("leaf")
    print("profiling.py" in out.getvalue(), "(fib)" in out.getvalue(), "Ordered by: function name" in out.getvalue(), "was called by" in out.getvalue())
for row in first.getstats():
    if getattr(row.code, "co_name", None) == "fib":
        print(row.callcount > 10, row.reccallcount > 5, row.totaltime >= row.inlinetime)
