# __buffer__ of a class is not asked (PEP 688).
class B:
    def __buffer__(self, flags): return memoryview(b"bytes")
try: print(bytes(memoryview(B())))
except TypeError as e: print(e)
