# python3.12
# PEP 688: objects with __buffer__ and __release_buffer__ are shown by memoryview() and copied by bytes().
import collections.abc
import inspect


class Exporter:
    def __init__(self, data): self.data = bytearray(data)
    def __buffer__(self, flags):
        print("asked", inspect.BufferFlags(flags) & inspect.BufferFlags.WRITABLE)
        return memoryview(self.data)
    def __release_buffer__(self, view):
        print("released", type(view).__name__, view.tobytes())


class Plain:
    def __buffer__(self, flags): return memoryview(b"plain")


class Bad:
    def __buffer__(self, flags): return b"no view"


class Raises:
    def __buffer__(self, flags): raise BufferError("not now")


class Nothing: pass


e = Exporter(b"hello")
with memoryview(e) as view:
    print(view.tobytes(), view.readonly, len(view), view[0])
    view[0] = ord("j")
print(e.data)
try:
    view[0]
except ValueError as error:
    print(error)
print(bytes(e))
view = memoryview(Plain())
print(view.readonly, bytes(view), view.release())
print(bytes(Plain()))
for kind in (Bad, Raises, Nothing):
    try:
        memoryview(kind())
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(e, collections.abc.Buffer), isinstance(Nothing(), collections.abc.Buffer), issubclass(bytes, collections.abc.Buffer))
