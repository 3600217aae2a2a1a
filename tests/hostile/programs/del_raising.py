class C:
    def __del__(self): raise ValueError
import gc
while True:
    [C() for _ in range(100)]
    gc.collect()
