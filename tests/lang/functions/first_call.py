# Functions of library modules (and of kept ones) are read from their compiled form when they are first called, or looked into: what may come first.
import argparse, calendar, difflib, fractions, inspect, statistics, string, textwrap, threading, traceback, types

# what is known without the function having been called
print(textwrap.dedent.__name__, textwrap.dedent.__qualname__, textwrap.indent.__defaults__, type(textwrap.fill.__doc__).__name__)
print(textwrap.indent.__code__.co_argcount, textwrap.indent.__code__.co_varnames[:3], textwrap.shorten.__kwdefaults__)
print(inspect.signature(textwrap.shorten), inspect.signature(statistics.quantiles))

# first called with keywords, with too few arguments, through a bound method, by map, as a key
print(textwrap.shorten(width=12, text="some words in a row"))
try:
    textwrap.indent()
except TypeError as error:
    print(error)
try:
    textwrap.indent("a", prefix="b", nothing=1)
except TypeError as error:
    print(error)
print(list(map(textwrap.dedent, ["  a\n  b", " c"])), sorted(["b", "aa"], key=fractions.Fraction.from_float.__func__.__name__.find))
print(string.Formatter().format("{0:>5}|{name}", 42, name="x"), fractions.Fraction(3, 4) + fractions.Fraction("1/4"))

# its code run by itself, copied, given to another function
def other(year):
    return year


other.__code__ = calendar.isleap.__code__
print(other(2000), other(1900))
copied = types.FunctionType(calendar.isleap.__code__.replace(co_name="leap"), vars(calendar))
print(copied(1996), copied.__code__.co_name, calendar.isleap.__code__.co_names, calendar.leapdays(1990, 2010))
print(type(difflib.get_close_matches.__code__.co_consts).__name__, difflib.get_close_matches("appel", ["ape", "apple", "peach"]))

# first called by several threads at once, and where the first call raises
results = []
def work(number):
    for _ in range(20):
        results.append(statistics.median_grouped([number, number + 1]))


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(results), sum(results))
try:
    statistics.mode([])
except statistics.StatisticsError as error:
    print(error, "mode" in [frame.name for frame in traceback.extract_tb(error.__traceback__)])

# nested ones, closures, lambdas and methods of classes made in functions
parser = argparse.ArgumentParser(prog="p")
parser.add_argument("--level", type=int, default=3)
print(parser.parse_args(["--level", "4"]), parser.format_usage().strip())
counter = 0
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(200), [f() for f in [lambda k=k: k * k for k in range(4)]])
