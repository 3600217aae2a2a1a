# StopIteration thrown into generators and coroutines: before they start, while they wait, while they delegate.  # python3.12
def simple():
    yield 1
def through():
    print("through got", (yield from simple()))
    yield "after"
def over_list():
    try: print("list got", (yield from [1, 2]))
    except StopIteration as e: print("caught", e)
    yield "after"
class Closes:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): raise StopIteration(8)
class Throws(Closes):
    def throw(self, *a): raise StopIteration(9)
def over_closes():
    print("closes got", (yield from Closes()))
def over_throws():
    print("throws got", (yield from Throws()))
def attempt(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(repr(e), repr(e.__cause__), repr(e.__context__))
for make in (simple, through, over_list, over_closes, over_throws):
    for started in (0, 1, 2):
        for thrown in (StopIteration(3), StopIteration, StopIteration((4, 5)), ValueError("v"), GeneratorExit()):
            g = make()
            for _ in range(started): attempt(next, g)
            print(make.__name__, started, repr(thrown))
            attempt(g.throw, thrown)
            attempt(next, g, "over")
            attempt(g.close)
class Listed:
    def __await__(self): return iter([1, 2])
async def alone(): return 1
async def waits():
    print("waits got", await Listed())
    return "end"
async def steps(): yield 1
for make in (alone, waits):
    for started in (0, 1):
        for thrown in (StopIteration(3), StopAsyncIteration(3), ValueError("v")):
            c = make()
            if started and make is waits: attempt(c.send, None)
            attempt(c.throw, thrown)
            c.close()
for thrown in (StopIteration(3), StopAsyncIteration(3), GeneratorExit()):
    attempt(steps().athrow(thrown).send, None)
    a = steps()
    attempt(a.__anext__().send, None)
    attempt(a.athrow(thrown).send, None)
