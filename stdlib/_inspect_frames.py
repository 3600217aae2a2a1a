"""Frames and tracebacks: the part of `inspect` that looks at what is running. A frame is a picture of its moment; only the innermost ones have locals."""
import linecache
from collections import namedtuple

import _runtime
from _inspect_source import findsource, getfile, getsourcefile
from inspect import CO_VARARGS, CO_VARKEYWORDS, formatannotation, iscode, isframe, istraceback

Arguments = namedtuple("Arguments", "args, varargs, varkw")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargs(co):
    """The parameters of a code object: names, that of *, that of **."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    count = co.co_argcount + co.co_kwonlyargcount
    rest = iter(co.co_varnames[count:])
    varargs, varkw = (next(rest) if co.co_flags & flag else None for flag in (CO_VARARGS, CO_VARKEYWORDS))
    return Arguments([*co.co_varnames[:count]], varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame, and its variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
    """The text of what getargvalues gives."""
    shown = [(formatarg, name) for name in args] + [(format, name) for format, name in ((formatvarargs, varargs), (formatvarkw, varkw)) if name]
    return f"({', '.join(format(name) + formatvalue(locals[name]) for format, name in shown)})"


class _Positioned:
    """A named tuple with one attribute more, `positions`, which is no item of it."""

    __module__ = "inspect"

    def __new__(cls, *values, positions=None, **named):
        made = super().__new__(cls, *values, **named)
        made.positions = positions
        return made

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in (*self._fields, 'positions'))})"


_FIELDS = "filename lineno function code_context index"


class Traceback(_Positioned, namedtuple("_Traceback", _FIELDS)):
    """Where a frame or a level of a traceback is."""

    __module__ = "inspect"


class FrameInfo(_Positioned, namedtuple("_FrameInfo", "frame " + _FIELDS)):
    """A frame, and where it is."""

    __module__ = "inspect"


def getlineno(frame):
    """The line at which a frame is."""
    return frame.f_lineno


def _positions(code, instruction):
    from dis import Positions
    from itertools import islice
    found = next(islice(code.co_positions(), instruction // 2, None), None) if instruction >= 0 else None
    return found and Positions(*found)


def getframeinfo(frame, context=1):
    """Where a frame or a level of a traceback is: file, line, function, so many lines of source around it, and which of these it is."""
    line = frame.f_lineno if isframe(frame) else getattr(frame, "tb_lineno", None)
    instruction = frame.tb_lasti if istraceback(frame) else getattr(frame, "f_lasti", -1)
    frame = frame.tb_frame if istraceback(frame) else frame
    if not isframe(frame):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    shown = at = None
    if context > 0:
        try:
            source = findsource(frame)[0]
        except OSError:
            pass
        else:
            first = max(min(line - 1 - context // 2, len(source) - context), 0)
            shown, at = source[first:first + context], line - 1 - first
    return Traceback(getsourcefile(frame) or getfile(frame), line, frame.f_code.co_name, shown, at, positions=_positions(frame.f_code, instruction))


def _records(level, frame_name, next_name, context):
    while level:
        info = getframeinfo(level, context)
        yield FrameInfo(getattr(level, frame_name, level), *info, positions=info.positions)
        level = getattr(level, next_name)


def getouterframes(frame, context=1):
    """Records of a frame and of all that called it."""
    return list(_records(frame, "", "f_back", context))


def getinnerframes(tb, context=1):
    """Records of the frames of a traceback."""
    return list(_records(tb, "tb_frame", "tb_next", context))


def currentframe():
    """The caller's frame."""
    return _runtime.frame(1)


def stack(context=1):
    """Records of the caller's frame and of all that called it."""
    return getouterframes(_runtime.frame(1), context)


def trace(context=1):
    """Records of the frames between here and where the exception that is being handled was raised."""
    import sys
    return getinnerframes(getattr(sys.exception(), "__traceback__", None), context)
