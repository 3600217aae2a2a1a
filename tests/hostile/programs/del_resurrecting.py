class C:
    def __del__(self):
        global kept
        kept = self
        C()
C()
import gc
while True: gc.collect()
