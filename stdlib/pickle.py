"""Objects as bytes and back (library reference, "pickle"; PEP 307, PEP 3154, PEP 574).

A pickle is a program for a small stack machine. The opcodes are the constants below; Pickler writes such programs, Unpickler runs them.
"""

import copyreg
import struct
import sys
from functools import partial
from copyreg import _extension_cache, _extension_registry, _inverted_registry, dispatch_table
from _pickle_machine import dumps as _dumps_common, loads as _loads_common, run as _run_common, save as _save_common

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)


class PickleError(Exception):
    """A common base class for the other pickling exceptions."""


class PicklingError(PickleError):
    """An object cannot be pickled."""


class UnpicklingError(PickleError):
    """A pickle cannot be read."""


for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = "_pickle"
del _class

# ---- opcodes: name, code
_opcodes = {name: code.to_bytes() for name, code in (
    ("MARK", 0x28), ("STOP", 0x2e), ("POP", 0x30), ("POP_MARK", 0x31), ("DUP", 0x32), ("FLOAT", 0x46), ("INT", 0x49), ("BININT", 0x4a),
    ("BININT1", 0x4b), ("LONG", 0x4c), ("BININT2", 0x4d), ("NONE", 0x4e), ("PERSID", 0x50), ("BINPERSID", 0x51), ("REDUCE", 0x52), ("STRING", 0x53),
    ("BINSTRING", 0x54), ("SHORT_BINSTRING", 0x55), ("UNICODE", 0x56), ("BINUNICODE", 0x58), ("APPEND", 0x61), ("BUILD", 0x62), ("GLOBAL", 0x63),
    ("DICT", 0x64), ("EMPTY_DICT", 0x7d), ("APPENDS", 0x65), ("GET", 0x67), ("BINGET", 0x68), ("INST", 0x69), ("LONG_BINGET", 0x6a), ("LIST", 0x6c),
    ("EMPTY_LIST", 0x5d), ("OBJ", 0x6f), ("PUT", 0x70), ("BINPUT", 0x71), ("LONG_BINPUT", 0x72), ("SETITEM", 0x73), ("TUPLE", 0x74),
    ("EMPTY_TUPLE", 0x29), ("SETITEMS", 0x75), ("BINFLOAT", 0x47), ("PROTO", 0x80), ("NEWOBJ", 0x81), ("EXT1", 0x82), ("EXT2", 0x83), ("EXT4", 0x84),
    ("TUPLE1", 0x85), ("TUPLE2", 0x86), ("TUPLE3", 0x87), ("NEWTRUE", 0x88), ("NEWFALSE", 0x89), ("LONG1", 0x8a), ("LONG4", 0x8b), ("BINBYTES", 0x42),
    ("SHORT_BINBYTES", 0x43), ("SHORT_BINUNICODE", 0x8c), ("BINUNICODE8", 0x8d), ("BINBYTES8", 0x8e), ("EMPTY_SET", 0x8f), ("ADDITEMS", 0x90),
    ("FROZENSET", 0x91), ("NEWOBJ_EX", 0x92), ("STACK_GLOBAL", 0x93), ("MEMOIZE", 0x94), ("FRAME", 0x95), ("BYTEARRAY8", 0x96), ("NEXT_BUFFER", 0x97),
    ("READONLY_BUFFER", 0x98))}
globals().update(_opcodes)
TRUE = b"I01\n"
FALSE = b"I00\n"

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "PickleBuffer",
           "DEFAULT_PROTOCOL", "HIGHEST_PROTOCOL", "FALSE", "TRUE", *_opcodes]


class PickleBuffer:
    """A buffer that may travel beside the pickle."""

    def __init__(self, buffer):
        self._view = memoryview(buffer)

    def __buffer__(self, flags):
        return memoryview(self._checked())

    def _checked(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def raw(self):
        """A memoryview of its bytes, one after the other."""
        view = self._checked()
        if not view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        return view.cast("B") if view.format != "B" or view.ndim != 1 else memoryview(view)

    def release(self):
        """The buffer is not needed any more."""
        self._view = None


_missing = object()


def whichmodule(obj, name):
    """The name of the module an object was made in."""
    module_name = getattr(obj, "__module__", None)
    if module_name is not None:
        return module_name
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _by_path(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


def _by_path(obj, name):
    "The object that a dotted name means in a module, and where it lies."
    parent, start = None, obj
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {start!r}") from None
    return obj, parent


def encode_long(x):
    """The int as two's complement bytes, least significant first; no bytes for 0."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    """The int of two's complement bytes."""
    return int.from_bytes(data, "little", signed=True)


# ---- writing

_FRAME_TARGET = 64 * 1024
_BATCH = 1000
_pack_size = struct.Struct("<I").pack
_pack_size8 = struct.Struct("<Q").pack
_pack_float = struct.Struct(">d").pack


class Pickler:
    """Writes pickles to a binary file."""

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        else:
            from _operator import index
            protocol = index(protocol)
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.proto = protocol
        self.bin = int(protocol >= 1)
        self.fast = 0
        self.memo = {}
        self._buffer_callback = buffer_callback
        self._fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        """Forgets what was written before, so that it is written again."""
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        """Writes the pickle of an object."""
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {self.__class__.__name__}.__init__()")
        self._begin(bytearray())
        if self.proto >= 2:
            self._file_write(PROTO + self.proto.to_bytes()) if self.proto >= 4 else self.write(PROTO + self.proto.to_bytes())
        self.save(obj)
        self._finish()

    def _begin(self, frame):
        self._frame = frame
        self.write = frame.extend
        own = getattr(self.persistent_id, "__func__", None)
        self._has_ids = own is not Pickler.persistent_id
        cls = type(self)
        self._is_common = (not self._has_ids and self.proto >= 2 and not self.fast and type(self.memo) is dict and cls.save is Pickler.save
                           and cls.memoize is Pickler.memoize)
        self._override = getattr(self, "reducer_override", None)
        table = getattr(self, "dispatch_table", None)
        self._table = dispatch_table if table is None else table

    def _finish(self):
        self.write(STOP)
        self._end_frame()

    # The program is collected in frames of about 64 KiB; before protocol 4 they have no header.
    def _end_frame(self):
        if not self._frame:
            return
        data = bytes(self._frame)
        self._frame.clear()
        if self.proto >= 4 and len(data) >= 4:
            data = FRAME + _pack_size8(len(data)) + data
        self._file_write(data)

    def _write_large(self, header, payload):
        "Big payloads are not copied into a frame."
        if self.proto >= 4:
            self._end_frame()
            self._file_write(header)
            self._file_write(payload)
        else:
            self.write(header)
            self.write(payload)

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif not self.bin:
            self.write(b"p%d\n" % index)
        elif index < 256:
            self.write(BINPUT + index.to_bytes())
        else:
            self.write(LONG_BINPUT + _pack_size(index))

    def _get(self, index):
        if not self.bin:
            self.write(b"g%d\n" % index)
        elif index < 256:
            self.write(BINGET + index.to_bytes())
        else:
            self.write(LONG_BINGET + _pack_size(index))

    def save(self, obj, persistent=True):
        if self._is_common:
            return _save_common(self, self._frame, self.memo, self.proto, obj)
        if len(self._frame) >= _FRAME_TARGET and self.proto >= 4:
            self._end_frame()
        if self._has_ids and persistent:
            identifier = self.persistent_id(obj)
            if identifier is not None:
                return self._save_persistent(identifier)
        kind = type(obj)
        saver = _savers.get(kind)
        if saver is not None and kind in _unshared:
            return saver(self, obj)
        known = self.memo.get(id(obj))
        if known is not None:
            return self._get(known[0])
        self._save_slow(obj)

    def _save_slow(self, obj):
        "Writes what has not been written yet, by the method for its type."
        kind = type(obj)
        saver = _savers.get(kind)
        if saver is not None:
            return saver(self, obj)
        reduced = NotImplemented
        if self._override is not None:
            reduced = self._override(obj)
        if reduced is NotImplemented:
            if kind is type:
                return self._save_type(obj)
            if kind is _function_type:
                return self.save_global(obj)
            reduced = self._reduction(obj, kind)
            if reduced is _missing:
                return
        self._save_reduced(obj, reduced)

    def _save_reduced(self, obj, reduced):
        if isinstance(reduced, str):
            return self.save_global(obj, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(*reduced, obj=obj)

    def _reduction(self, obj, kind):
        reduce = self._table.get(kind)
        if reduce is not None:
            return reduce(obj)
        if issubclass(kind, type):
            self.save_global(obj)
            return _missing
        reduce = getattr(obj, "__reduce_ex__", None)
        if reduce is not None:
            return reduce(self.proto)
        reduce = getattr(obj, "__reduce__", None)
        if reduce is None:
            raise PicklingError(f"can't pickle {kind.__name__!r} object: {obj!r}")
        return reduce()

    def _save_persistent(self, identifier):
        if self.bin:
            self.save(identifier, False)
            self.write(BINPERSID)
        else:
            try:
                self.write(PERSID + str(identifier).encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        if listitems is not None and not hasattr(listitems, "__next__"):
            raise PicklingError(f"fourth element of the tuple returned by __reduce__ must be an iterator, not {type(listitems).__name__}")
        if dictitems is not None and not hasattr(dictitems, "__next__"):
            raise PicklingError(f"fifth element of the tuple returned by __reduce__ must be an iterator, not {type(dictitems).__name__}")
        if state_setter is not None and not callable(state_setter):
            raise PicklingError(f"sixth element of the tuple returned by __reduce__ must be a function, not {type(state_setter).__name__}")
        name = getattr(func, "__name__", "") if self.proto >= 2 else ""
        if name == "__newobj_ex__":
            self._save_new_ex(args, obj)
        elif name == "__newobj__":
            self._save_new(args, obj)
        else:
            self.save(func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:  # making its arguments has written it
                self.write(POP)
                self._get(known[0])
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_items(listitems)
        if dictitems is not None:
            self._batch_pairs(dictitems)
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            self.write(BUILD)
            return
        self.save(state_setter)
        self.save(obj)
        self.save(state)
        self.write(TUPLE2)
        self.write(REDUCE)
        self.write(POP)

    def _save_new(self, args, obj):
        if not args:
            raise PicklingError("__newobj__ arglist is empty")
        cls = args[0]
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")
        self.save(cls)
        self.save(args[1:])
        self.write(NEWOBJ)

    def _save_new_ex(self, args, obj):
        if len(args) != 3:
            raise PicklingError(f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}")
        cls, positional, keywords = args
        if not hasattr(cls, "__new__"):
            raise PicklingError("first item from NEWOBJ_EX argument tuple must be a class, not " + type(cls).__name__)
        if not isinstance(positional, tuple):
            raise PicklingError("second item from NEWOBJ_EX argument tuple must be a tuple, not " + type(positional).__name__)
        if not isinstance(keywords, dict):
            raise PicklingError("third item from NEWOBJ_EX argument tuple must be a dict, not " + type(keywords).__name__)
        if obj is not None and cls is not obj.__class__:
            raise PicklingError("args[0] from __newobj_ex__ args has the wrong class")
        if self.proto >= 4:
            self.save(cls)
            self.save(positional)
            self.save(keywords)
            self.write(NEWOBJ_EX)
        else:
            self.save(partial(cls.__new__, cls, *positional, **keywords))
            self.save(())
            self.write(REDUCE)

    # ---- the built-in types

    def _save_none(self, obj):
        self.write(NONE)

    def _save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)

    def _save_int(self, obj):
        if self.bin:
            if 0 <= obj <= 0xffff:
                self.write(BININT1 + obj.to_bytes() if obj <= 0xff else BININT2 + obj.to_bytes(2, "little"))
                return
            if -0x80000000 <= obj <= 0x7fffffff:
                self.write(BININT + obj.to_bytes(4, "little", signed=True))
                return
        if self.proto >= 2:
            data = encode_long(obj)
            if len(data) < 256:
                self.write(LONG1 + len(data).to_bytes() + data)
            else:
                self._save_data(data, LONG4 + _pack_size(len(data)))
        elif -0x80000000 <= obj <= 0x7fffffff:
            self.write(b"I%d\n" % obj)
        else:
            self.write(b"L" + repr(obj).encode("ascii") + b"L\n")

    def _save_float(self, obj):
        if self.bin:
            self.write(BINFLOAT + _pack_float(obj))
        else:
            self.write(b"F" + repr(obj).encode("ascii") + b"\n")

    def _save_data(self, data, header):
        if len(data) >= _FRAME_TARGET:
            self._write_large(header, data)
        else:
            self.write(header + data)

    def _save_str(self, obj):
        if not self.bin:
            text = obj.replace("\\", "\\u005c")
            for mark in "\0\n\r\x1a":
                text = text.replace(mark, f"\\u{ord(mark):04x}")
            self.write(UNICODE + _raw_unicode_escape(text) + b"\n")
        else:
            data = obj.encode("utf-8", "surrogatepass")
            size = len(data)
            if size <= 0xff and self.proto >= 4:
                self.write(SHORT_BINUNICODE + size.to_bytes() + data)
            elif size > 0xffffffff and self.proto >= 4:
                self._save_data(data, BINUNICODE8 + _pack_size8(size))
            else:
                self._save_data(data, BINUNICODE + _pack_size(size))
        self.memoize(obj)

    def _save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self.save_reduce(bytes, (), obj=obj)
            else:
                self.save_reduce(_encode, (obj.decode("latin-1"), "latin1"), obj=obj)
            return
        size = len(obj)
        if size <= 0xff:
            self.write(SHORT_BINBYTES + size.to_bytes() + obj)
        elif size > 0xffffffff and self.proto >= 4:
            self._save_data(obj, BINBYTES8 + _pack_size8(size))
        else:
            self._save_data(obj, BINBYTES + _pack_size(size))
        self.memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._save_data(bytes(obj), BYTEARRAY8 + _pack_size8(len(obj)))
        self.memoize(obj)

    def _save_buffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only pickled with protocol >= 5")
        view = obj._checked()
        if not view.contiguous:
            raise PicklingError("PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
        if self._buffer_callback is None or self._buffer_callback(obj):
            if view.readonly:
                self._save_bytes(view.tobytes())
            else:
                self._save_bytearray(bytearray(view.tobytes()))
            return
        self.write(NEXT_BUFFER)
        if view.readonly:
            self.write(READONLY_BUFFER)

    def _save_tuple(self, obj):
        count = len(obj)
        if not count:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        short = count <= 3 and self.proto >= 2
        if not short:
            self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:  # it contains itself
            self.write(POP * count if short else POP_MARK if self.bin else POP * (count + 1))
            self._get(known[0])
            return
        self.write((TUPLE1, TUPLE2, TUPLE3)[count - 1] if short else TUPLE)
        self.memoize(obj)

    def _save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        if not self.bin:
            self._batch_items(iter(obj))
            return
        if len(obj) == 1:
            self.save(obj[0])
            self.write(APPEND)
            return
        at = 0
        while at < len(obj):
            self.write(MARK)
            for item in obj[at:at + _BATCH]:
                self.save(item)
            self.write(APPENDS)
            at += _BATCH

    def _batch_items(self, items):
        if not self.bin:
            for item in items:
                self.save(item)
                self.write(APPEND)
            return
        from itertools import islice
        items = iter(items)
        while True:
            batch = list(islice(items, _BATCH))
            if not batch:
                return
            if len(batch) == 1:
                self.save(batch[0])
                self.write(APPEND)
                return
            self.write(MARK)
            for item in batch:
                self.save(item)
            self.write(APPENDS)
            if len(batch) < _BATCH:
                return

    def _save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        if not self.bin:
            self._batch_pairs(iter(obj.items()))
            return
        count = len(obj)
        if count == 1:
            for key, value in obj.items():
                self.save(key)
                self.save(value)
            self.write(SETITEM)
            return
        done = 0
        for key, value in obj.items():
            if done % _BATCH == 0:
                self.write(MARK)
            self.save(key)
            self.save(value)
            done += 1
            if done % _BATCH == 0 or done == count:
                self.write(SETITEMS)
        if done != count:
            raise RuntimeError("dictionary changed size during iteration")
        if count and count % _BATCH == 0:
            self.write(MARK + SETITEMS)  # CPython asks only now whether there is more

    def _batch_pairs(self, pairs):
        if not self.bin:
            for key, value in pairs:
                self.save(key)
                self.save(value)
                self.write(SETITEM)
            return
        from itertools import islice
        pairs = iter(pairs)
        while True:
            batch = list(islice(pairs, _BATCH))
            for pair in batch:
                if not isinstance(pair, tuple) or len(pair) != 2:
                    raise TypeError("dict items iterator must return 2-tuples")
            if not batch:
                return
            if len(batch) == 1:
                self.save(batch[0][0])
                self.save(batch[0][1])
                self.write(SETITEM)
                return
            self.write(MARK)
            for key, value in batch:
                self.save(key)
                self.save(value)
            self.write(SETITEMS)
            if len(batch) < _BATCH:
                return

    def _save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        items = list(obj)
        for at in range(0, len(items), _BATCH):
            self.write(MARK)
            for item in items[at:at + _BATCH]:
                self.save(item)
            self.write(ADDITEMS)
        if items and len(items) % _BATCH == 0:
            self.write(MARK + ADDITEMS)

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(POP_MARK)
            self._get(known[0])
            return
        self.write(FROZENSET)
        self.memoize(obj)

    def _save_type(self, obj):
        if obj is type(None) or obj is type(NotImplemented) or obj is type(...):
            value = None if obj is type(None) else ... if obj is type(...) else NotImplemented
            self.save_reduce(type, (value,), obj=obj)
        else:
            self.save_global(obj)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        module_name = "_codecs" if obj is _encode else whichmodule(obj, name)
        if obj is _encode:
            name, parent, module = "encode", None, None
        else:
            module, parent = self._found(obj, module_name, name)
        last = name.rpartition(".")[2]
        if self.proto >= 2:
            code = _extension_registry.get((module_name, name))
            if code is not None:
                self.write(EXT1 + code.to_bytes() if code <= 0xff else EXT2 + code.to_bytes(2, "little") if code <= 0xffff else
                           EXT4 + code.to_bytes(4, "little"))
                return
        if self.proto >= 4:
            self.save(module_name)
            self.save(last if parent is module else name)
            self.write(STACK_GLOBAL)
        elif parent is not module:
            self.save_reduce(getattr, (parent, last), obj=obj)
            return
        else:
            self._write_global(obj, module_name, name)
        self.memoize(obj)

    def _found(self, obj, module_name, name):
        "The module, and what the object lies in; PicklingError unless it is found there again."
        try:
            __import__(module_name)
            module = sys.modules[module_name]
        except ImportError:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't pickle local object {name!r}")
        try:
            found, parent = _by_path(module, name)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        return module, parent

    def _write_global(self, obj, module_name, name):
        if self.proto >= 3:
            self.write(GLOBAL + module_name.encode("utf-8") + b"\n" + name.encode("utf-8") + b"\n")
            return
        if self._fix_imports:
            import _compat_pickle
            if (module_name, name) in _compat_pickle.REVERSE_NAME_MAPPING:
                module_name, name = _compat_pickle.REVERSE_NAME_MAPPING[module_name, name]
            elif module_name in _compat_pickle.REVERSE_IMPORT_MAPPING:
                module_name = _compat_pickle.REVERSE_IMPORT_MAPPING[module_name]
        try:
            self.write(GLOBAL + module_name.encode("ascii") + b"\n" + name.encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}") from None


def _encode(obj, encoding="utf-8", errors="strict"):
    "What old protocols make bytes with: codecs.encode."
    return obj.encode(encoding, errors)


def _raw_unicode_escape(text):
    return b"".join(c.encode("latin-1") if c <= "\xff" else b"\\u%04x" % ord(c) if c <= "\uffff" else b"\\U%08x" % ord(c) for c in text)


_function_type = type(_encode)
_savers = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float, str: Pickler._save_str,
           bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, PickleBuffer: Pickler._save_buffer, tuple: Pickler._save_tuple,
           list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset}
Pickler._own_ways = _savers
_unshared = frozenset((type(None), bool, int, float))  # written again each time


# ---- reading

class _Bytes:
    "A file of bytes given to loads()."

    def __init__(self, data):
        self.data = data
        self.at = 0

    def read(self, size):
        at = self.at
        self.at = at + size
        return self.data[at:at + size]

    def readline(self):
        at = self.at
        end = self.data.find(b"\n", at) + 1
        self.at = end or len(self.data)
        return self.data[at:self.at]


class Unpickler:
    """Reads pickles from a binary file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=_missing):
        self._file_readline, self._file_read = getattr(file, "readline", None), getattr(file, "read", None)
        if self._file_readline is None or self._file_read is None:
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._given = file if type(file) is _Bytes else None
        self._buffers = None if buffers is _missing or buffers is None else iter(buffers)
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self._fix_imports = fix_imports

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module_name, global_name, /):
        """The object of this name in this module. A subclass may refuse what it does not know."""
        sys.audit("pickle.find_class", module_name, global_name)
        if self.proto < 3 and self._fix_imports:
            import _compat_pickle
            if (module_name, global_name) in _compat_pickle.NAME_MAPPING:
                module_name, global_name = _compat_pickle.NAME_MAPPING[module_name, global_name]
            elif module_name in _compat_pickle.IMPORT_MAPPING:
                module_name = _compat_pickle.IMPORT_MAPPING[module_name]
        if module_name in ("_codecs", "codecs") and global_name == "encode":
            return _encode
        __import__(module_name, level=0)
        module = sys.modules[module_name]
        if self.proto >= 4 and "." in global_name:
            return _by_path(module, global_name)[0]
        try:
            return getattr(module, global_name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None

    def load(self):
        """The object of the next pickle in the file."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {self.__class__.__name__}.__init__()")
        self._inside = None  # the frame being read
        self.stack = []
        self.marks = []
        self.proto = 0
        return self._run()

    def _run(self):
        runners = _runners
        while True:
            inside = self._inside
            common = inside or self._given
            if common is not None:
                common.at, self.stack = _run_common(common.data, common.at, self.stack, self.marks, self.memo)
            if inside is not None:
                at = inside.at
                code = inside.data[at:at + 1]
                if code:
                    inside.at = at + 1
                else:
                    code = self._code()
            else:
                code = self._code()
            run = runners.get(code)
            if run is None:
                if code == STOP:
                    break
                raise UnpicklingError(f"invalid load key, {_shown(code)}.")
            run(self)
        return self._pop()

    def _code(self):
        inside = self._inside
        if inside is not None:
            code = inside.read(1)
            if code:
                return code
            self._inside = None
        code = self._file_read(1)
        if not code:
            raise EOFError("Ran out of input")
        if not isinstance(code, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not {type(code).__name__!r}")
        return code

    def _read(self, size):
        inside = self._inside
        if inside is not None:
            at = inside.at
            data = inside.data[at:at + size]
            inside.at = at + size
            if len(data) == size:
                return data
            if data:
                raise UnpicklingError("pickle exhausted before end of frame")
            self._inside = None
        data = self._file_read(size)
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        data = b""
        if self._inside is not None:
            data = self._inside.readline()
            if not data:
                self._inside = None
        if not data:
            data = self._file_readline()
        if data[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return data

    def _number(self, size):
        return int.from_bytes(self._read(size), "little")

    def _size(self, size, what):
        number = int.from_bytes(self._read(size), "little")
        if number > sys.maxsize:
            raise OverflowError(f"{what} exceeds system's maximum size of {sys.maxsize} bytes")
        return number

    def _pop(self):
        if not self.stack:
            raise UnpicklingError("unexpected MARK found" if self.marks else "unpickling stack underflow")
        return self.stack.pop()

    def _top(self):
        if not self.stack:
            raise UnpicklingError("unexpected MARK found" if self.marks else "unpickling stack underflow")
        return self.stack[-1]

    def _pop_mark(self):
        if not self.marks:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self.marks.pop()
        return items

    # ---- one method for each opcode

    def _mark(self):
        self.marks.append(self.stack)
        self.stack = []

    def _proto(self):
        proto = self._read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def _frame(self):
        size = self._number(8)
        if size > sys.maxsize:
            raise ValueError(f"frame size > sys.maxsize: {size}")
        if self._inside is not None and self._inside.at < len(self._inside.data):
            raise UnpicklingError("beginning of a new frame before end of current frame")
        self._inside = None
        self._inside = _Bytes(self._read(size))

    def _pop_one(self):
        if self.stack or not self.marks:
            self._pop()
        else:
            self._pop_mark()

    def _dup(self):
        self.stack.append(self._top())

    def _none(self):
        self.stack.append(None)

    def _true(self):
        self.stack.append(True)

    def _false(self):
        self.stack.append(False)

    def _int(self):
        data = self._line()
        if data == TRUE[1:]:
            value = True
        elif data == FALSE[1:]:
            value = False
        else:
            try:
                value = int(data, 8 if data[:1] == b"0" and data[1:2].isdigit() else 0)
            except ValueError:
                raise ValueError("could not convert string to int") from None
        self.stack.append(value)

    def _binint(self):
        self.stack.append(int.from_bytes(self._read(4), "little", signed=True))

    def _binint1(self):
        self.stack.append(self._read(1)[0])

    def _binint2(self):
        self.stack.append(self._number(2))

    def _long(self):
        data = self._line()[:-1]
        if data[-1:] == b"L":
            data = data[:-1]
        try:
            self.stack.append(int(data, 0))
        except ValueError:
            raise ValueError(f"invalid literal for int() with base 10: {data.decode('latin-1') + chr(10)!r}") from None

    def _long1(self):
        self.stack.append(decode_long(self._read(self._read(1)[0])))

    def _long4(self):
        size = int.from_bytes(self._read(4), "little", signed=True)
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self.stack.append(decode_long(self._read(size)))

    def _float(self):
        data = self._line()
        try:
            if data[:-1] != data[:-1].strip():
                raise ValueError
            self.stack.append(float(data[:-1]))
        except ValueError:
            raise ValueError(f"could not convert string to float: '{data.decode('latin-1')}'") from None

    def _binfloat(self):
        self.stack.append(struct.unpack(">d", self._read(8))[0])

    def _decoded(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def _string(self):
        data = self._line()[:-1].strip(b" \t\r\n\v\f")
        if len(data) < 2 or data[0] != data[-1] or data[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self.stack.append(self._decoded(_unescaped(data[1:-1])))

    def _binstring(self):
        size = int.from_bytes(self._read(4), "little", signed=True)
        if size < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self.stack.append(self._decoded(self._read(size)))

    def _short_binstring(self):
        self.stack.append(self._decoded(self._read(self._read(1)[0])))

    def _unicode(self):
        self.stack.append(_raw_unicode_unescape(self._line()[:-1]))

    def _binunicode(self):
        self.stack.append(self._read(self._number(4)).decode("utf-8", "surrogatepass"))

    def _short_binunicode(self):
        self.stack.append(self._read(self._read(1)[0]).decode("utf-8", "surrogatepass"))

    def _binunicode8(self):
        self.stack.append(self._read(self._size(8, "BINUNICODE8")).decode("utf-8", "surrogatepass"))

    def _binbytes(self):
        self.stack.append(bytes(self._read(self._number(4))))

    def _short_binbytes(self):
        self.stack.append(bytes(self._read(self._read(1)[0])))

    def _binbytes8(self):
        self.stack.append(bytes(self._read(self._size(8, "BINBYTES8"))))

    def _bytearray8(self):
        self.stack.append(bytearray(self._read(self._size(8, "BYTEARRAY8"))))

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self.stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _readonly_buffer(self):
        top = self._top()
        view = top._checked() if isinstance(top, PickleBuffer) else memoryview(top)
        if not view.readonly:
            self.stack[-1] = view.toreadonly()

    def _empty_tuple(self):
        self.stack.append(())

    def _tuple(self):
        items = self._pop_mark()
        self.stack.append(tuple(items))

    def _short_tuple(self, count):
        if len(self.stack) < count:
            raise UnpicklingError("unexpected MARK found" if self.marks else "unpickling stack underflow")
        self.stack[-count:] = [tuple(self.stack[-count:])]

    def _empty_list(self):
        self.stack.append([])

    def _list(self):
        items = self._pop_mark()
        self.stack.append(items)

    def _empty_dict(self):
        self.stack.append({})

    def _dict(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self.stack.append(dict(zip(items[::2], items[1::2])))

    def _empty_set(self):
        self.stack.append(set())

    def _frozenset(self):
        items = self._pop_mark()
        self.stack.append(frozenset(items))

    def _append(self):
        item = self._pop()
        target = self._top()
        if type(target) is list:
            target.append(item)
        else:
            self._extend(target, [item])

    def _appends(self):
        items = self._pop_mark()
        target = self._top()
        if items:
            self._extend(target, items)

    @staticmethod
    def _extend(target, items):
        if type(target) is list:
            target.extend(items)
            return
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        append = target.append
        for item in items:
            append(item)

    def _set_item(self):
        value = self._pop()
        key = self._pop()
        self._top()[key] = value

    def _set_items(self):
        items = self._pop_mark()
        target = self._top()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _add_items(self):
        items = self._pop_mark()
        target = self._top()
        if not items:
            return
        if type(target) is set:
            target.update(items)
            return
        add = target.add
        for item in items:
            add(item)

    def _get(self):
        line = self._line()
        try:
            self._push_memo(int(line[:-1]))
        except ValueError:
            raise ValueError(f"invalid literal for int() with base 10: {line.decode('latin-1')!r}") from None

    def _push_memo(self, index):
        if index not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {index}")
        self.stack.append(self.memo[index])

    def _binget(self):
        self._push_memo(self._read(1)[0])

    def _long_binget(self):
        self._push_memo(self._number(4))

    def _put(self):
        line = self._line()
        value = self._top()
        try:
            index = int(line[:-1])
        except ValueError:
            raise ValueError(f"invalid literal for int() with base 10: {line.decode('latin-1')!r}") from None
        if index < 0:
            raise ValueError("negative PUT argument")
        self.memo[index] = value

    def _binput(self):
        self.memo[self._read(1)[0]] = self._top()

    def _long_binput(self):
        self.memo[self._number(4)] = self._top()

    def _memoize(self):
        self.memo[len(self.memo)] = self._top()

    def _global(self):
        module = self._line()[:-1].decode("utf-8")
        name = self._line()[:-1].decode("utf-8")
        self.stack.append(self.find_class(module, name))

    def _stack_global(self):
        name = self._pop()
        module = self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.stack.append(self.find_class(module, name))

    def _extension(self, size):
        code = int.from_bytes(self._read(size), "little", signed=size == 4)
        if code in _extension_cache:
            self.stack.append(_extension_cache[code])
            return
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        key = _inverted_registry.get(code)
        if key is None:
            raise ValueError(f"unregistered extension code {code}")
        obj = self.find_class(*key)
        _extension_cache[code] = obj
        self.stack.append(obj)

    def _reduce(self):
        args = self._pop()
        func = self._pop()
        if not isinstance(args, tuple):
            raise TypeError("argument list must be a tuple")
        self.stack.append(func(*args))

    def _newobj(self):
        args = self._pop()
        cls = self._pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"NEWOBJ class argument must be a type, not {type(cls).__name__}")
        if not isinstance(args, tuple):
            raise UnpicklingError(f"NEWOBJ args argument must be a tuple, not {type(args).__name__}")
        self.stack.append(cls.__new__(cls, *args))

    def _newobj_ex(self):
        keywords = self._pop()
        args = self._pop()
        cls = self._pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"NEWOBJ_EX class argument must be a type, not {type(cls).__name__}")
        if not isinstance(args, tuple):
            raise UnpicklingError(f"NEWOBJ_EX args argument must be a tuple, not {type(args).__name__}")
        if not isinstance(keywords, dict):
            raise UnpicklingError(f"NEWOBJ_EX kwargs argument must be a dict, not {type(keywords).__name__}")
        self.stack.append(cls.__new__(cls, *args, **keywords))

    @staticmethod
    def _made(cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            return cls(*args)
        return cls.__new__(cls)

    def _inst(self):
        module = self._line()[:-1].decode("ascii")
        name = self._line()[:-1].decode("ascii")
        args = self._pop_mark()
        self.stack.append(self._made(self.find_class(module, name), args))

    def _obj(self):
        items = self._pop_mark()
        if not items:
            raise UnpicklingError("unpickling stack underflow")
        self.stack.append(self._made(items[0], items[1:]))

    def _build(self):
        state = self._pop()
        instance = self._top()
        setstate = getattr(instance, "__setstate__", _missing)
        if setstate is not _missing:
            setstate(state)
            return
        slots = {}
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            own = instance.__dict__
            for key, value in state.items():
                own[sys.intern(key) if type(key) is str else key] = value
        if not isinstance(slots, dict):
            raise UnpicklingError("slot state is not a dictionary")
        for key, value in slots.items():
            setattr(instance, key, value)

    def _persid(self):
        try:
            identifier = self._line()[:-1].decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self.stack.append(self.persistent_load(identifier))

    def _binpersid(self):
        self.stack.append(self.persistent_load(self._pop()))




def _shown(code):
    byte = code[0]
    return f"'{chr(byte)}'" if 32 <= byte < 127 and byte not in b"'\\" else f"'\\x{byte:02x}'" if byte not in b"'\\" else f"'\\{chr(byte)}'"


def _unescaped(data):
    "The bytes that the inside of a quoted text of Python 2 means."
    import re
    simple = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v", b"\\": b"\\", b"'": b"'", b'"': b'"', b"\n": b""}

    def replace(match):
        text = match[1]
        if text[:1] == b"x":
            if len(text) != 3:
                raise ValueError(f"invalid \\x escape at position {match.start()}")
            return bytes((int(text[1:], 16),))
        if text.isdigit():
            return bytes((int(text, 8) & 0xff,))
        return simple.get(text, match[0])
    if data[-1:] == b"\\" and (len(data) - len(data.rstrip(b"\\"))) % 2:
        raise ValueError("Trailing \\ in string")
    return re.sub(rb"\\(x[0-9a-fA-F]{2}|x[0-9a-fA-F]?|[0-7]{1,3}|.)", replace, data, flags=re.S)


def _raw_unicode_unescape(data):
    import re

    def replace(match):
        slashes, digits = match[1], match[2]
        if len(slashes) % 2 == 0:
            return match[0]
        return slashes[:-1] + chr(int(digits[1:], 16))
    for match in re.finditer(rb"(\\+)([uU])([0-9a-fA-F]*)", data):
        slashes, kind, digits = match.groups()
        wanted = 4 if kind == b"u" else 8
        if len(slashes) % 2 and len(digits) < wanted:
            start = match.end(1) - 1
            raise UnicodeDecodeError("rawunicodeescape", data, start, start + 2 + len(digits), "truncated " + ("\\uXXXX" if kind == b"u" else "\\UXXXXXXXX") + " escape")
    return re.sub(r"(\\+)(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})", replace, data.decode("latin-1"))


_runners = {
    MARK: Unpickler._mark, PROTO: Unpickler._proto, FRAME: Unpickler._frame, POP: Unpickler._pop_one, POP_MARK: Unpickler._pop_mark,
    DUP: Unpickler._dup, NONE: Unpickler._none, NEWTRUE: Unpickler._true, NEWFALSE: Unpickler._false, INT: Unpickler._int,
    BININT: Unpickler._binint, BININT1: Unpickler._binint1, BININT2: Unpickler._binint2, LONG: Unpickler._long, LONG1: Unpickler._long1,
    LONG4: Unpickler._long4, FLOAT: Unpickler._float, BINFLOAT: Unpickler._binfloat, STRING: Unpickler._string, BINSTRING: Unpickler._binstring,
    SHORT_BINSTRING: Unpickler._short_binstring, UNICODE: Unpickler._unicode, BINUNICODE: Unpickler._binunicode,
    SHORT_BINUNICODE: Unpickler._short_binunicode, BINUNICODE8: Unpickler._binunicode8, BINBYTES: Unpickler._binbytes,
    SHORT_BINBYTES: Unpickler._short_binbytes, BINBYTES8: Unpickler._binbytes8, BYTEARRAY8: Unpickler._bytearray8,
    NEXT_BUFFER: Unpickler._next_buffer, READONLY_BUFFER: Unpickler._readonly_buffer, EMPTY_TUPLE: Unpickler._empty_tuple, TUPLE: Unpickler._tuple,
    TUPLE1: lambda self: self._short_tuple(1), TUPLE2: lambda self: self._short_tuple(2), TUPLE3: lambda self: self._short_tuple(3),
    EMPTY_LIST: Unpickler._empty_list, LIST: Unpickler._list, EMPTY_DICT: Unpickler._empty_dict, DICT: Unpickler._dict,
    EMPTY_SET: Unpickler._empty_set, FROZENSET: Unpickler._frozenset, APPEND: Unpickler._append, APPENDS: Unpickler._appends,
    SETITEM: Unpickler._set_item, SETITEMS: Unpickler._set_items, ADDITEMS: Unpickler._add_items, GET: Unpickler._get, BINGET: Unpickler._binget,
    LONG_BINGET: Unpickler._long_binget, PUT: Unpickler._put, BINPUT: Unpickler._binput, LONG_BINPUT: Unpickler._long_binput,
    MEMOIZE: Unpickler._memoize, GLOBAL: Unpickler._global, STACK_GLOBAL: Unpickler._stack_global, EXT1: lambda self: self._extension(1),
    EXT2: lambda self: self._extension(2), EXT4: lambda self: self._extension(4), REDUCE: Unpickler._reduce, NEWOBJ: Unpickler._newobj,
    NEWOBJ_EX: Unpickler._newobj_ex, INST: Unpickler._inst, OBJ: Unpickler._obj, BUILD: Unpickler._build, PERSID: Unpickler._persid,
    BINPERSID: Unpickler._binpersid,
}


# ---- the functions

def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes the pickle of an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


class _Collected:
    def __init__(self):
        self.parts = []
        self.write = self.parts.append


def _pickler_amid(frame, memo, done, protocol):
    "What goes on with a pickle that was begun without a pickler."
    file = _Collected()
    pickler = Pickler(file, protocol)
    pickler._parts = file.parts
    pickler.memo = memo
    file.write(done)
    pickler._begin(frame)
    return pickler


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object, as bytes."""
    if protocol is None:
        protocol = DEFAULT_PROTOCOL
    if type(protocol) is int and 3 <= protocol <= HIGHEST_PROTOCOL and buffer_callback is None:
        done = _dumps_common(obj, protocol, _pickler_amid, dispatch_table, _extension_registry, _savers)
        if type(done) is bytes:
            return done
        done._finish()
        return b"".join(done._parts)
    file = _Collected()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return b"".join(file.parts)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=_missing):
    """The object of the next pickle in a file."""
    return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


_finder = Unpickler(_Bytes(b""))
_finder.proto = 4
_find_class = _finder.find_class


def _go_on(data, at, start, end, stack, marks, memo, proto):
    "What loads() has begun without an unpickler."
    file = _Bytes(data)
    unpickler = Unpickler(file)
    unpickler.stack, unpickler.marks, unpickler.memo, unpickler.proto = stack, marks, memo, proto
    if end:
        unpickler._inside = _Bytes(data[start:end])
        unpickler._inside.at = at - start
        file.at = end
    else:
        unpickler._inside = None
        file.at = at
    return unpickler._run()


_ascii, _strict = "ASCII", "strict"


def loads(data, /, *, fix_imports=True, encoding=_ascii, errors=_strict, buffers=_missing):
    """The object of a pickle."""
    if not isinstance(data, bytes):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(data))
    if type(data) is bytes and buffers is _missing and encoding is _ascii and errors is _strict and fix_imports is True:
        return _loads_common(data, _find_class, _go_on)
    return Unpickler(_Bytes(data), fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


for _class in (Pickler, Unpickler):
    _class.__module__ = "_pickle"
del _class


def _getattribute(obj, name):
    """What packages that pickle functions by value call: the object that a dotted name means, and where it lies."""
    return _by_path(obj, name)


def __getattr__(name):
    if name in ("_Pickler", "_Unpickler", "_dumps", "_loads"):
        import _pickle_dispatch
        return globals().setdefault(name, getattr(_pickle_dispatch, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
