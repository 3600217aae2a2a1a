"""Pickles looked at (library reference, "pickletools"): genops(), dis(), optimize(). Also `python -m pickletools FILE...`.

A pickle is a program for a machine with a stack and a memo. Each instruction, its argument and what it does with the stack stands in one table.
"""
import io
import struct
import sys

__all__ = ["dis", "genops", "optimize"]

UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1, TAKEN_FROM_ARGUMENT4, TAKEN_FROM_ARGUMENT4U, TAKEN_FROM_ARGUMENT8U = -2, -3, -4, -5  # the size is in so many bytes before


class ArgumentDescriptor:
    """An argument in the pickle: name, size (or one of the constants), reader(file), doc."""

    __slots__ = "name", "n", "reader", "doc"

    def __init__(self, name, n, reader, doc):
        self.name, self.n, self.reader, self.doc = name, n, reader, doc


class StackObject:
    """A kind of objects on the stack: name, obtype (a type, or several), doc."""

    __slots__ = "name", "obtype", "doc"

    def __init__(self, name, obtype, doc):
        self.name, self.obtype, self.doc = name, obtype, doc

    def __repr__(self):
        return self.name


class OpcodeInfo:
    """An instruction: name, code (one character), arg (or None), stack_before and stack_after (lists), proto (the first that has it), doc."""

    __slots__ = "name", "code", "arg", "stack_before", "stack_after", "proto", "doc"

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc):
        self.name, self.code, self.arg, self.proto, self.doc = name, code, arg, proto, doc
        self.stack_before, self.stack_after = stack_before, stack_after


# ---- arguments

def _taken(file, size, what):
    data = file.read(size)
    if len(data) < size:
        raise ValueError(f"not enough data in stream to read {what}")
    return data


def _fixed(name, form, doc):
    size = struct.calcsize(form)
    return ArgumentDescriptor(name, size, lambda file: struct.unpack(form, _taken(file, size, name))[0], doc)


def _counted(name, n, form, make, doc):
    size = struct.calcsize(form)

    def reader(file):
        count, = struct.unpack(form, _taken(file, size, _SIZES[form]))
        if count < 0:
            raise ValueError(f"{name} byte count < 0: {count}")
        if count > sys.maxsize:
            raise ValueError(f"{name} byte count > sys.maxsize: {count}")
        data = file.read(count)
        if len(data) < count:
            if name.startswith("long"):
                raise ValueError(f"not enough data in stream to read {name}")
            raise ValueError(f"expected {count} bytes in a {name}, but only {len(data)} remain")
        return make(data)
    return ArgumentDescriptor(name, n, reader, doc)


_SIZES = {"<B": "uint1", "<H": "uint2", "<I": "uint4", "<i": "int4", "<Q": "uint8"}


def _line(file, name):
    line = file.readline()
    if not line.endswith(b"\n"):
        raise ValueError(f"no newline found when trying to read {name}")
    return line[:-1]


def _lined(name, make, doc, count=1):
    return ArgumentDescriptor(name, UP_TO_NEWLINE, lambda file: make(*[_line(file, name if name.startswith("unicode") else "stringnl") for _ in range(count)]), doc)


def _small_decimal(line):
    return {b"00": False, b"01": True}.get(line) if line in (b"00", b"01") else int(line)


def _quoted(line):
    import codecs
    quote = line[:1]
    if quote not in (b"'", b'"'):
        raise ValueError(f"no string quotes around {line!r}")
    if len(line) < 2 or line[-1:] != quote:
        raise ValueError(f"strinq quote {quote!r} not found at both ends of {line!r}")
    return codecs.escape_decode(line[1:-1])[0].decode("ascii")


def _whole(data):
    return int.from_bytes(data, "little", signed=True)


def _utf8(data):
    return str(data, "utf-8", "surrogatepass")


def _latin(data):
    return data.decode("latin-1")


_ARGUMENTS = {argument.name: argument for argument in (
    _fixed("uint1", "<B", "One byte."), _fixed("uint2", "<H", "Two bytes, the lowest first."), _fixed("int4", "<i", "Four bytes with a sign, the lowest first."),
    _fixed("uint4", "<I", "Four bytes, the lowest first."), _fixed("uint8", "<Q", "Eight bytes, the lowest first."),
    _fixed("float8", ">d", "Eight bytes of a float, the highest first."),
    _lined("stringnl", _quoted, "A line: a string in quotes, with escapes."), _lined("stringnl_noescape", lambda line: line.decode("ascii"), "A line as it is."),
    _lined("stringnl_noescape_pair", lambda *lines: " ".join(line.decode("ascii") for line in lines), "Two lines; shown with a space between.", 2),
    _counted("string4", TAKEN_FROM_ARGUMENT4, "<i", _latin, "The size in four bytes, then that many bytes."),
    _counted("string1", TAKEN_FROM_ARGUMENT1, "<B", _latin, "The size in one byte, then that many bytes."),
    _counted("bytes1", TAKEN_FROM_ARGUMENT1, "<B", bytes, "The size in one byte, then that many bytes."),
    _counted("bytes4", TAKEN_FROM_ARGUMENT4U, "<I", bytes, "The size in four bytes, then that many bytes."),
    _counted("bytes8", TAKEN_FROM_ARGUMENT8U, "<Q", bytes, "The size in eight bytes, then that many bytes."),
    _counted("bytearray8", TAKEN_FROM_ARGUMENT8U, "<Q", bytearray, "The size in eight bytes, then that many bytes."),
    _lined("unicodestringnl", lambda line: str(line, "raw-unicode-escape"), "A line: text, raw-unicode-escaped."),
    _counted("unicodestring1", TAKEN_FROM_ARGUMENT1, "<B", _utf8, "The size in one byte, then that many bytes of UTF-8."),
    _counted("unicodestring4", TAKEN_FROM_ARGUMENT4U, "<I", _utf8, "The size in four bytes, then that many bytes of UTF-8."),
    _counted("unicodestring8", TAKEN_FROM_ARGUMENT8U, "<Q", _utf8, "The size in eight bytes, then that many bytes of UTF-8."),
    _lined("decimalnl_short", _small_decimal, "A line: an integer; 00 and 01 are the booleans."),
    _lined("decimalnl_long", lambda line: int(line.removesuffix(b"L")), "A line: an integer and L."), _lined("floatnl", float, "A line: a float."),
    _counted("long1", TAKEN_FROM_ARGUMENT1, "<B", _whole, "The size in one byte, then an integer, the lowest byte first."),
    _counted("long4", TAKEN_FROM_ARGUMENT4, "<i", _whole, "The size in four bytes, then an integer, the lowest byte first."))}
globals().update(_ARGUMENTS)

# ---- what lies on the stack

pyint = pylong = StackObject("int", int, "An int.")
pyinteger_or_bool = StackObject("int_or_bool", (int, bool), "An int or a bool.")
pybool = StackObject("bool", bool, "A bool.")
pyfloat = StackObject("float", float, "A float.")
pybytes_or_str = pystring = StackObject("bytes_or_str", (bytes, str), "Bytes or text, as the reader of the pickle says.")
pybytes = StackObject("bytes", bytes, "Bytes.")
pybytearray = StackObject("bytearray", bytearray, "A bytearray.")
pyunicode = StackObject("str", str, "Text.")
pynone = StackObject("None", type(None), "None.")
pytuple = StackObject("tuple", tuple, "A tuple.")
pylist = StackObject("list", list, "A list.")
pydict = StackObject("dict", dict, "A dict.")
pyset = StackObject("set", set, "A set.")
pyfrozenset = StackObject("frozenset", set, "A frozenset.")
pybuffer = StackObject("buffer", object, "An object with a buffer.")
anyobject = StackObject("any", object, "Any object.")
markobject = StackObject("mark", StackObject, "A mark.")
stackslice = StackObject("stackslice", StackObject, "All objects above the mark.")
_KINDS = {kind.name: kind for kind in [*globals().values()] if isinstance(kind, StackObject)}

# ---- instructions: name, code, argument, stack before, stack after, first protocol, what it does

_TABLE = """
INT 49 decimalnl_short - int_or_bool 0 An integer, or 00 and 01 for the booleans, as a line.
BININT 4a int4 - int 1 An integer of four bytes.
BININT1 4b uint1 - int 1 An integer of one byte, not negative.
BININT2 4d uint2 - int 1 An integer of two bytes, not negative.
LONG 4c decimalnl_long - int 0 An integer as a line that ends with L.
LONG1 8a long1 - int 2 An integer, its size in one byte.
LONG4 8b long4 - int 2 An integer, its size in four bytes.
STRING 53 stringnl - bytes_or_str 0 A string of Python 2 as a quoted line.
BINSTRING 54 string4 - bytes_or_str 1 A string of Python 2, its size in four bytes.
SHORT_BINSTRING 55 string1 - bytes_or_str 1 A string of Python 2, its size in one byte.
BINBYTES 42 bytes4 - bytes 3 Bytes, their number in four bytes.
SHORT_BINBYTES 43 bytes1 - bytes 3 Bytes, their number in one byte.
BINBYTES8 8e bytes8 - bytes 4 Bytes, their number in eight bytes.
BYTEARRAY8 96 bytearray8 - bytearray 5 A bytearray, its size in eight bytes.
NEXT_BUFFER 97 - - buffer 5 The next buffer that lies outside of the pickle.
READONLY_BUFFER 98 - buffer buffer 5 Makes the buffer read-only.
NONE 4e - - None 0 None.
NEWTRUE 88 - - bool 2 True.
NEWFALSE 89 - - bool 2 False.
UNICODE 56 unicodestringnl - str 0 Text as a line, raw-unicode-escaped.
SHORT_BINUNICODE 8c unicodestring1 - str 4 Text in UTF-8, its size in one byte.
BINUNICODE 58 unicodestring4 - str 1 Text in UTF-8, its size in four bytes.
BINUNICODE8 8d unicodestring8 - str 4 Text in UTF-8, its size in eight bytes.
FLOAT 46 floatnl - float 0 A float as a line.
BINFLOAT 47 float8 - float 1 A float of eight bytes, the highest first.
EMPTY_LIST 5d - - list 1 A new list.
APPEND 61 - list,any list 0 Appends an object to a list.
APPENDS 65 - list,mark,stackslice list 1 Appends what is above the mark to a list.
LIST 6c - mark,stackslice list 0 A list of what is above the mark.
EMPTY_TUPLE 29 - - tuple 1 The empty tuple.
TUPLE 74 - mark,stackslice tuple 0 A tuple of what is above the mark.
TUPLE1 85 - any tuple 2 A tuple of one object.
TUPLE2 86 - any,any tuple 2 A tuple of two objects.
TUPLE3 87 - any,any,any tuple 2 A tuple of three objects.
EMPTY_DICT 7d - - dict 1 A new dict.
DICT 64 - mark,stackslice dict 0 A dict of the keys and values above the mark.
SETITEM 73 - dict,any,any dict 0 Puts a value under a key into a dict.
SETITEMS 75 - dict,mark,stackslice dict 1 Puts the keys and values above the mark into a dict.
EMPTY_SET 8f - - set 4 A new set.
ADDITEMS 90 - set,mark,stackslice set 4 Adds what is above the mark to a set.
FROZENSET 91 - mark,stackslice frozenset 4 A frozenset of what is above the mark.
POP 30 - any - 0 Takes the top of the stack away.
DUP 32 - any any,any 0 The top of the stack again.
MARK 28 - - mark 0 A mark, to which others go back.
POP_MARK 31 - mark,stackslice - 1 Takes away what is above the mark, and the mark.
GET 67 decimalnl_short - any 0 An object from the memo, its number as a line.
BINGET 68 uint1 - any 1 An object from the memo, its number in one byte.
LONG_BINGET 6a uint4 - any 1 An object from the memo, its number in four bytes.
PUT 70 decimalnl_short - - 0 Keeps the top of the stack in the memo, its number as a line.
BINPUT 71 uint1 - - 1 Keeps the top of the stack in the memo, its number in one byte.
LONG_BINPUT 72 uint4 - - 1 Keeps the top of the stack in the memo, its number in four bytes.
MEMOIZE 94 - any any 4 Keeps the top of the stack in the memo, under the next number.
EXT1 82 uint1 - any 2 A registered extension, its code in one byte.
EXT2 83 uint2 - any 2 A registered extension, its code in two bytes.
EXT4 84 int4 - any 2 A registered extension, its code in four bytes.
GLOBAL 63 stringnl_noescape_pair - any 0 What a module has by a name: both as lines.
STACK_GLOBAL 93 - str,str any 4 What a module has by a name: both from the stack.
REDUCE 52 - any,any any 0 Calls a callable with a tuple of arguments.
BUILD 62 - any,any any 0 Sets the state of an object.
INST 69 stringnl_noescape_pair mark,stackslice any 0 An instance of the class of these lines, made with what is above the mark.
OBJ 6f - mark,any,stackslice any 1 An instance of the class above the mark, made with what is above that.
NEWOBJ 81 - any,any any 2 An instance made by cls.__new__(cls, *args).
NEWOBJ_EX 92 - any,any,any any 4 An instance made by cls.__new__(cls, *args, **kwargs).
PROTO 80 uint1 - - 2 The protocol of the pickle.
STOP 2e - any - 0 The end: the top of the stack is the object.
FRAME 95 uint8 - - 4 So many bytes follow that may be read at once.
PERSID 50 stringnl_noescape - any 0 An object by its persistent id, as a line.
BINPERSID 51 - any any 1 An object by its persistent id, from the stack.
"""


def _kinds(words):
    return [] if words == "-" else [_KINDS[word] for word in words.split(",")]


opcodes = [OpcodeInfo(name, chr(int(code, 16)), _ARGUMENTS.get(argument), _kinds(before), _kinds(after), int(protocol), doc)
           for name, code, argument, before, after, protocol, doc in (row.split(" ", 6) for row in _TABLE.strip().splitlines())]
code2op = {opcode.code: opcode for opcode in opcodes}


def genops(pickle):
    """(opcode, argument, position) of the instructions of a pickle: bytes, or a file that is read to the end of the pickle."""
    return ((opcode, argument, position) for opcode, argument, position, _ in _instructions(pickle))


def _instructions(pickle):
    file = io.BytesIO(pickle) if isinstance(pickle, (bytes, bytearray, memoryview)) else pickle
    tell = getattr(file, "tell", lambda: None)
    opcode = None
    while opcode is None or opcode.name != "STOP":
        position = tell()
        code = file.read(1)
        opcode = code2op.get(code.decode("latin-1"))
        if opcode is None:
            if not code:
                raise ValueError("pickle exhausted before seeing STOP")
            raise ValueError(f"at position {'<unknown>' if position is None else position}, opcode {code!r} unknown")
        argument = None if opcode.arg is None else opcode.arg.reader(file)
        yield opcode, argument, position, tell()


def optimize(p):
    """The same pickle without those instructions that keep what is never asked for again."""
    used, kept, protocol = set(), {}, 0
    parts = []  # (memo index that it keeps, or that it asks for, or None; begin, end)
    following = 0
    for opcode, argument, begin, end in _instructions(p):
        if "PUT" in opcode.name:
            parts.append(("put", argument, begin, end))
            following += 1
        elif opcode.name == "MEMOIZE":
            parts.append(("put", following, begin, end))
            following += 1
        elif "FRAME" in opcode.name:
            continue
        elif "GET" in opcode.name:
            used.add(argument)
            parts.append(("get", argument, begin, end))
        elif opcode.name == "PROTO":
            protocol = max(protocol, argument)
            parts.append(("proto", argument, begin, end))
        else:
            parts.append((None, opcode.proto, begin, end))
            protocol = max(protocol, opcode.proto)
    return _written(p, parts, used, protocol)


def _written(p, parts, used, protocol):
    numbers, pieces, start = {}, [], b""
    for kind, argument, begin, end in parts:
        if kind == "put":
            if argument in used:
                numbers[argument] = len(numbers)
                pieces.append(_put(protocol, numbers[argument]))
        elif kind == "get":
            pieces.append(_get(protocol, numbers[argument]))
        elif kind == "proto":
            start = bytes(p[begin:end])
        else:
            pieces.append(bytes(p[begin:end]))
    body = b"".join(pieces)
    if protocol >= 4 and len(body) >= 4:
        body = b"\x95" + struct.pack("<Q", len(body)) + body
    return start + body


def _put(protocol, number):
    if protocol >= 4:
        return b"\x94"
    if protocol >= 1:
        return b"q" + bytes([number]) if number < 256 else b"r" + struct.pack("<I", number)
    return b"p%d\n" % number


def _get(protocol, number):
    if protocol >= 1:
        return b"h" + bytes([number]) if number < 256 else b"j" + struct.pack("<I", number)
    return b"g%d\n" % number


# ---- a pickle shown

class _Machine:
    """The stack and the memo while a pickle is shown: kinds of objects in place of objects."""

    def __init__(self, memo):
        self.stack, self.memo, self.marks = [], memo, []  # marks: their positions

    def run(self, opcode, argument, position):
        """(error or None, argument to be shown, remark)"""
        before, after = opcode.stack_before, opcode.stack_after
        remark, error, count = None, None, len(before)
        if markobject in before or opcode.name == "POP" and self.stack and self.stack[-1] is markobject:
            if not self.marks:
                return "no MARK exists on stack", argument, "no MARK exists on stack"
            at = self.marks.pop()
            remark = "(MARK at unknown opcode offset)" if at is None else f"(MARK at {at})"
            while self.stack[-1] is not markobject:
                self.stack.pop()
            self.stack.pop()
            count = before.index(markobject) if markobject in before else 0
        if opcode.name in ("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"):
            error, argument, remark = self.keep(opcode, argument, remark)
        elif opcode.name in ("GET", "BINGET", "LONG_BINGET"):
            if argument in self.memo:
                after = [self.memo[argument]]
            else:
                error = f"memo key {argument!r} has never been stored into"
        return error, argument, remark, count, after

    def keep(self, opcode, argument, remark):
        if opcode.name == "MEMOIZE":
            number = len(self.memo)
            remark = f"(as {number})"
        else:
            number = argument
        if number in self.memo:
            return f"memo key {number!r} already defined", argument, remark
        if not self.stack:
            return "stack is empty -- can't store into memo", argument, remark
        if self.stack[-1] is markobject:
            return "can't store markobject in the memo", argument, remark
        self.memo[number] = self.stack[-1]
        return None, argument, remark


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Shows a pickle, and checks that it keeps to the rules. memo: what pickles before it in the same file have kept; annotate: the column in
    which what instructions do is told, 0: nowhere."""
    machine = _Machine({} if memo is None else memo)
    protocol, column, error = -1, annotate, None
    for opcode, argument, position in genops(pickle):
        line = "" if position is None else f"{position:5d}: "
        line += f"{repr(opcode.code)[1:-1]:<4} {' ' * indentlevel * len(machine.marks)}{opcode.name}"
        protocol = max(protocol, opcode.proto)
        error, shown, remark, *rest = machine.run(opcode, argument, position)
        if shown is not None or remark:
            line += " " * (10 - len(opcode.name))
            if shown is not None:
                line += " " + (ascii(shown) if opcode.name in ("STRING", "BINSTRING", "SHORT_BINSTRING") else repr(shown))
            if remark:
                line += " " + remark
        if annotate:
            line += " " * (column - len(line))
            column = min(len(line), annotate + 30) if len(line) > column else column
            line += " " + opcode.doc
        print(line, file=out)
        if error:
            raise ValueError(error)
        count, after = rest
        if len(machine.stack) < count:
            raise ValueError(f"tries to pop {count} items from stack with only {len(machine.stack)} items")
        if count:
            del machine.stack[-count:]
        if markobject in after:
            machine.marks.append(position)
        machine.stack.extend(after)
    print("highest protocol among opcodes =", protocol, file=out)
    if machine.stack:
        raise ValueError(f"stack not empty after STOP: {machine.stack!r}")


def _main():
    import argparse
    command = argparse.ArgumentParser(description="disassemble one or more pickle files")
    command.add_argument("pickle_file", nargs="+", help="the pickle file")
    command.add_argument("-o", "--output", help="the file where the output should be written")
    command.add_argument("-m", "--memo", action="store_true", help="preserve memo between disassemblies")
    command.add_argument("-l", "--indentlevel", default=4, type=int, help="the number of blanks by which to indent a new MARK level")
    command.add_argument("-a", "--annotate", action="store_true", help="annotate each line with a short opcode description")
    command.add_argument("-p", "--preamble", default="==> {name} <==", help="if more than one pickle file is specified, print this before each disassembly")
    options = command.parse_args()
    output = open(options.output, "w") if options.output else sys.stdout
    memo = {} if options.memo else None
    for name in options.pickle_file:
        if len(options.pickle_file) > 1:
            output.write(options.preamble.format(name="<stdin>" if name == "-" else name) + "\n")
        with (sys.stdin.buffer if name == "-" else open(name, "rb")) as file:
            dis(file, output, memo, options.indentlevel, 30 if options.annotate else 0)


if __name__ == "__main__":
    _main()
