"""How long small pieces of code take (library reference, "timeit")."""
import gc
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else dict(globals)
        names["_stmt"], names["_setup"] = stmt, setup
        for what, value in ("setup", setup), ("stmt", stmt):
            if isinstance(value, str):
                compile(value, "<timeit-src>", "exec")
            elif not callable(value):
                raise ValueError(f"{what} is neither a string nor callable")
        body = stmt.replace("\n", "\n        ") if isinstance(stmt, str) else "_stmt()"
        first = setup.replace("\n", "\n    ") if isinstance(setup, str) else "_setup()"
        self.src = (f"def inner(_it, _timer):\n    {first}\n    _t0 = _timer()\n    for _i in _it:\n        "
                    f"{body}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(self.src, "<timeit-src>", "exec"), names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
