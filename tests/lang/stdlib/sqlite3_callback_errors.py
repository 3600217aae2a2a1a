# python3.12 # Errors in callbacks of sqlite3: the statement fails in general words; sys.unraisablehook is told when that was asked for.
import sqlite3
import sys

told = []
sys.unraisablehook = lambda caught: told.append((caught.exc_type.__name__, str(caught.exc_value), getattr(caught.object, "__name__", None)))


class Aggregate:
    def step(self, value):
        raise ZeroDivisionError("in step")

    def finalize(self):
        return 1


class NoStep:
    def finalize(self):
        return 1


class BadInit:
    def __init__(self):
        raise KeyError("init")


class BadFinalize:
    def step(self, value):
        pass

    def finalize(self):
        raise OSError("finalize")


def function(value):
    raise ValueError(f"function {value}")


def large(value):
    return 2 ** 80


def authorizer(*args):
    return 2 ** 40 if args[1] == "t" else 0


def trace(text):
    raise RuntimeError("trace")


def run(database, sql):
    try:
        print(database.execute(sql).fetchall())
    except sqlite3.Error as error:
        print(type(error).__name__, error)
    print("   ", told)
    told.clear()


for shows in False, True, False:
    sqlite3.enable_callback_tracebacks(shows)
    database = sqlite3.connect(":memory:")
    database.execute("create table t (a)")
    database.executemany("insert into t values (?)", [(1,), (2,)])
    database.create_function("bad", 1, function)
    database.create_function("large", 1, large)
    for cls in Aggregate, NoStep, BadInit, BadFinalize:
        database.create_aggregate(cls.__name__.lower(), 1, cls)
    for sql in ("select bad(1)", "select large(1)", "select aggregate(a) from t", "select nostep(a) from t", "select badinit(a) from t", "select badfinalize(a) from t"):
        run(database, sql)
    database.set_authorizer(authorizer)
    run(database, "select a from t")
    database.set_authorizer(None)
    database.set_trace_callback(trace)
    run(database, "select 3")
    database.set_trace_callback(None)
    database.close()

try:
    sqlite3.connect(":memory:").create_window_function("w", -100, Aggregate)
except sqlite3.Error as error:
    print(type(error).__name__, error)
