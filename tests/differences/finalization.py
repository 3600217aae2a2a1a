# Objects that nothing refers to go when memory is collected (at the latest at the end), not at once.
import gc, weakref
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone:", self.name)
a = Noisy("a")
del a
print("after del")
b = Noisy("b")
r = weakref.ref(b)
b = None
print("weak reference is dead:", r() is None)
def numbers():
    try:
        yield 1
        yield 2
    finally: print("generator closed")
next(numbers())
print("after next")
for n, x in enumerate(numbers()): break
print("after the loop over enumerate")
for x in numbers(): break
print("after the loop over the generator itself, which is closed by both")
gc.collect()
print("after gc.collect()")
