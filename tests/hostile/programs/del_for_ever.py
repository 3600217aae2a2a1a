class C:
    def __del__(self):
        while True: pass
C()
import gc
gc.collect()
