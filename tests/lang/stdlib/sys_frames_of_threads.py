# python3.12: sys._current_frames() and _current_exceptions(), where coroutines were made, and getsizeof() of a class with a __sizeof__ of its own.
import gc
import sys
import threading
import traceback
import warnings


async def f():
    pass


def a():
    return f()


def b():
    return a()


print(sys.get_coroutine_origin_tracking_depth())
for depth in 0, 1, 2, 100:
    sys.set_coroutine_origin_tracking_depth(depth)
    made = b()
    print(sys.get_coroutine_origin_tracking_depth(), made.cr_origin and [call[1:] for call in made.cr_origin])
    made.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e:
    print(e)
sys.set_coroutine_origin_tracking_depth(2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    b()
    gc.collect()
sys.set_coroutine_origin_tracking_depth(0)
print(str(caught[0].message).replace(__file__, "FILE"))

started, end = threading.Event(), threading.Event()


def inner():
    started.set()
    end.wait()


def numbers():
    inner()
    yield 1


def outer():
    for _ in numbers():
        pass


thread = threading.Thread(target=outer)
thread.start()
started.wait()
frames = sys._current_frames()
print(thread.ident in frames, frames[threading.get_ident()] is sys._getframe())
walked = [(frame.f_code.co_name, line) for frame, line in traceback.walk_stack(frames[thread.ident])]
names = [name for name, line in walked]
print(walked[names.index("inner"):names.index("outer") + 1])
print(names.index("numbers") - names.index("inner"))
try:
    1 / 0
except ZeroDivisionError as e:
    now = sys._current_exceptions()
    print(now[threading.get_ident()] is e, now[thread.ident])
end.set()
thread.join()
print(thread.ident in sys._current_frames())
frame = sys._getframe()
try:
    del frame.f_lineno
except AttributeError as e:
    print(e)


class Asked:
    def __get__(self, instance, owner):
        return lambda: 1000


class Sized(int):
    __sizeof__ = Asked()


print(sys.getsizeof(Sized()) >= 1000)
