# What asend(), athrow() and aclose() give, awaited again and again after each kind of step. Left out: throw() into an aclose() that waits, after which  # python3.12
# CPython 3.12.1 takes the generator for running forever.
import itertools, warnings
warnings.simplefilter("ignore")
class Pause:
    def __await__(self): return (yield "pause")
async def plain():
    yield 1
async def catches():
    try: yield 1
    except ValueError: yield 2
    except GeneratorExit: await Pause()
    await Pause()
    yield 3
async def cleans():
    try:
        await Pause()
        yield 1
    finally:
        await Pause()
async def goes_on():
    try: yield 1
    except BaseException: yield 5
STEPS = {"s": lambda i: i.send(None), "v": lambda i: i.throw(ValueError("v")), "g": lambda i: i.throw(GeneratorExit), "c": lambda i: i.close()}
MAKE = {"asend": lambda a: a.asend(None), "aclose": lambda a: a.aclose(), "athrow": lambda a: a.athrow(ValueError("w")), "exit": lambda a: a.athrow(GeneratorExit)}
def step(iterator, how):
    try: return STEPS[how](iterator)
    except BaseException as e: return f"{type(e).__name__} {e}"
def finish(awaitable):
    try:
        for _ in range(4): awaitable.send(None)
    except BaseException: pass
for function, before, (name, make) in itertools.product((plain, catches, cleans, goes_on), range(3), MAKE.items()):
    seen = {}
    for sequence in itertools.product(STEPS, repeat=2):
        a = function()
        for _ in range(before): finish(a.__anext__())
        iterator = make(a)
        results = [step(iterator, s) for s in sequence]
        if name != "aclose" or not ("pause" in results and set("vg") & set(sequence)):
            again = a.__anext__()
            results += [step(again, "s"), step(again, "s")]
        seen.setdefault(tuple(results), []).append("".join(sequence))
        for _ in range(5): finish(a.aclose())
    print(function.__name__, before, name)
    for results, sequences in seen.items(): print("   ", *sequences, list(results))
