import copy, pickle
class A:
    def __reduce__(self): return A, (), None, iter(self)
    def __iter__(self):
        while True: yield self
    def append(self, x): pass
    def extend(self, x): pass
try: copy.copy(A())
except Exception as e: print(e)
pickle.dumps(A())
