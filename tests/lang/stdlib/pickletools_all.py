"""pickletools: instructions of pickles of all protocols, what is shown, what is refused, and pickles without what is not needed."""
import collections
import io
import pickle
import pickletools


class Point:
    def __init__(self):
        self.x = 1


shared = ["shared"]
VALUES = [None, True, 1, 300, 70000, -5, 2**40, 2**3000, 1.5, "text é", b"bytes", bytearray(b"ba"), [1, 2, (3,), (4, 5), (6, 7, 8), ()], {"a": {"b": []}, 1: 2}, {1}, frozenset("x"),
          [shared, shared, shared], (1, 2, 3, 4), Point(), collections.OrderedDict(a=1), int, "x" * 300, b"y" * 300]
for protocol in range(6):
    for value in VALUES:
        data = pickle.dumps(value, protocol)
        print([(opcode.name, argument if not isinstance(argument, int) or abs(argument) < 2**70 else "large", position) for opcode, argument, position in pickletools.genops(data)])
        smaller = pickletools.optimize(data)
        print(len(data), smaller if len(smaller) < 100 else len(smaller))
        if type(value) is not Point:
            assert pickle.loads(smaller) == value, value
for value in ([1, [2, (3, "four")]], {"k": (1, 2, 3, 4)}, Point(), [shared, shared]):
    for protocol in (0, 2, 4):
        pickletools.dis(pickle.dumps(value, protocol))
for bad in (b"", b"\x00.", b"N", b"0.", b"(.", b"NN.", b"h\x00.", b"Nq\x00q\x00.", b"q\x00.", b"t.", b"e.", b"S'a.", b"I12", b"J\1", b"F1.5\nX", b"Sabc\n.", b"S'a\n.", b"Vabc",
            b"\x95\1\0\0\0\0\0\0\0N.", b"X\xff\xff\xff\xff.", b"L12L\n.", b"I01\n.", b"Ix\n.", b"cmod\nname\n.", b"]q\0(I1\nI2\ne.", b"(1.", b"]1.", b"\x80\x05.", b"(q\x00.", b"(0N.", b"(I1\n0t.",
            b"T\xff\xff\xff\xff.", b"\x8b\xff\xff\xff\xff.", b"\x8a\x05a", b"U\x03a"):
    try:
        pickletools.dis(bad)
    except (ValueError, IndexError) as error:
        print(bad, type(error).__name__, error)
out, memo = io.StringIO(), {}
file = io.BytesIO(pickle.dumps([1], 2) + pickle.dumps("two", 2))
pickletools.dis(file, out, indentlevel=2)
print(out.getvalue(), file.tell())
for opcode in pickletools.opcodes:
    print(opcode.name, ord(opcode.code), opcode.arg and (opcode.arg.name, opcode.arg.n), opcode.stack_before, opcode.stack_after, opcode.proto, bool(opcode.doc), pickletools.code2op[opcode.code] is opcode)
print([(name, value.obtype) for name, value in sorted(vars(pickletools).items()) if isinstance(value, pickletools.StackObject) and value.obtype not in (pickletools.StackObject,)])
print(pickletools.uint1.reader(io.BytesIO(b"\x07")), pickletools.TAKEN_FROM_ARGUMENT8U, pickletools.UP_TO_NEWLINE)
