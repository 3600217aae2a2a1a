class C:
    def __del__(self): C()
C()
import gc
while True: gc.collect()
