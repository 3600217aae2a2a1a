"""pickle._Pickler and pickle._Unpickler, which packages (dill, joblib) derive from to exchange single steps: `dispatch` says what writes a type
or runs an instruction, and the steps have the names that CPython's have."""
import pickle
from pickle import Pickler, Unpickler, PickleBuffer
from types import FunctionType


class _Pickler(Pickler):
    """A Pickler that asks `dispatch` for what writes objects of a type."""

    def save(self, obj, save_persistent_id=True):
        if self.proto >= 4 and len(self._frame) >= pickle._FRAME_TARGET:
            self._end_frame()
        identifier = self.persistent_id(obj) if save_persistent_id else None
        if identifier is not None:
            return self.save_pers(identifier)
        known = self.memo.get(id(obj))
        if known is not None:
            return self._get(known[0])
        kind = type(obj)
        reduced = NotImplemented if self._override is None else self._override(obj)
        if reduced is NotImplemented:
            saver = self.dispatch.get(kind)
            if saver is not None:
                return saver(self, obj)
            reduced = self._reduction(obj, kind)
            if reduced is pickle._missing:
                return None
        return self._save_reduced(obj, reduced)

    def get(self, i):
        """The instruction that reads from the memo."""
        return self._instruction(self._get, i)

    def put(self, idx):
        """The instruction that writes to the memo."""
        if self.proto >= 4:
            return pickle.MEMOIZE
        if not self.bin:
            return b"p%d\n" % idx
        return pickle.BINPUT + idx.to_bytes() if idx < 256 else pickle.LONG_BINPUT + pickle._pack_size(idx)

    def _instruction(self, write, argument):
        own, self.write = self.write, (written := bytearray()).extend
        try:
            write(argument)
        finally:
            self.write = own
        return bytes(written)

    # The plain pickler has its own short ways for the contents of lists and dicts. Here all go by these two.
    def _batch_appends(self, items):
        Pickler._batch_items(self, items)

    def _batch_setitems(self, items):
        Pickler._batch_pairs(self, items)

    def _batch_items(self, items):
        self._batch_appends(items)

    def _batch_pairs(self, pairs):
        self._batch_setitems(pairs)

    def save_list(self, obj):
        self.write(pickle.EMPTY_LIST if self.bin else pickle.MARK + pickle.LIST)
        self.memoize(obj)
        self._batch_appends(obj)

    def save_dict(self, obj):
        self.write(pickle.EMPTY_DICT if self.bin else pickle.MARK + pickle.DICT)
        self.memoize(obj)
        self._batch_setitems(obj.items())

    save_pers = Pickler._save_persistent
    save_none, save_bool, save_long, save_float = Pickler._save_none, Pickler._save_bool, Pickler._save_int, Pickler._save_float
    save_bytes, save_bytearray, save_picklebuffer, save_str = Pickler._save_bytes, Pickler._save_bytearray, Pickler._save_buffer, Pickler._save_str
    save_tuple, save_set, save_frozenset, save_type = Pickler._save_tuple, Pickler._save_set, Pickler._save_frozenset, Pickler._save_type

    dispatch = {
        type(None): save_none, bool: save_bool, int: save_long, float: save_float, bytes: save_bytes, bytearray: save_bytearray, PickleBuffer: save_picklebuffer,
        str: save_str, tuple: save_tuple, list: save_list, dict: save_dict, set: save_set, frozenset: save_frozenset, FunctionType: Pickler.save_global, type: save_type,
    }


class _Unpickler(Unpickler):
    """An Unpickler that asks `dispatch` for what runs an instruction (its byte)."""

    def _run(self):
        while (code := self._code()) != pickle.STOP:
            run = self.dispatch.get(code[0])
            if run is None:
                raise pickle.UnpicklingError(f"invalid load key, {pickle._shown(code)}.")
            run(self)
        return self._pop()

    dispatch = {code[0]: run for code, run in pickle._runners.items()}


# Each step by the name of its instruction: load_build, load_reduce, load_binint1.
for _name, _code in vars(pickle).copy().items():
    if _name.isupper() and isinstance(_code, bytes) and _code in pickle._runners:
        setattr(_Unpickler, "load_" + _name.lower(), pickle._runners[_code])


def _dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """dumps() by a _Pickler."""
    import io
    file = io.BytesIO()
    _Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def _loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """loads() by an _Unpickler."""
    import io
    return _Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
