"""Tables of what a profiler has counted (library reference, "profile", "The Stats class").

The statistics of a function (file, line, name) are (calls that were not recursive, calls, time in it, time in it and below, the same of its callers).
"""
import marshal
import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Dict

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]


class SortKey(StrEnum):
    """What tables are ordered by."""

    CALLS = "calls"
    CUMULATIVE = "cumulative"
    FILENAME = "filename"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time"

    @classmethod
    def _missing_(cls, value):
        return {"ncalls": cls.CALLS, "cumtime": cls.CUMULATIVE, "module": cls.FILENAME, "tottime": cls.TIME}.get(value)


@dataclass(unsafe_hash=True)
class FunctionProfile:
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """All that a table shows, as an object."""

    total_tt: float
    func_profiles: Dict[str, FunctionProfile]


# ---- functions and their statistics

def f8(x):
    return f"{x:8.3f}"


def func_std_string(func_name):
    """A function as tables name it."""
    file, line, name = func_name
    if (file, line) != ("~", 0):
        return f"{file}:{line}({name})"
    return "{" + name[1:-1] + "}" if name.startswith("<") and name.endswith(">") else name


def func_strip_path(func_name):
    file, line, name = func_name
    return os.path.basename(file), line, name


def func_get_function_name(func):
    return func[2]


def add_callers(target, source):
    """The callers of both, added up."""
    callers = dict(target)
    for func, counted in source.items():
        if func not in callers:
            callers[func] = counted
        elif isinstance(counted, tuple):
            callers[func] = tuple(mine + more for mine, more in zip(counted, callers[func]))
        else:
            callers[func] += counted
    return callers


def add_func_stats(target, source):
    """The statistics of both, added up."""
    return *(mine + more for mine, more in zip(target[:4], source[:4])), add_callers(target[4], source[4])


def count_calls(callers):
    return sum(callers.values())


_PLAIN_CALLS, _CALLS, _TIME, _CUMULATIVE, _FILE, _LINE, _NAME, _SHOWN = range(8)


class Stats:
    """Statistics from files, or from profilers, added up; tables of them."""

    sort_arg_dict_default = {
        "calls": (((_CALLS, -1),), "call count"),
        "ncalls": (((_CALLS, -1),), "call count"),
        "cumtime": (((_CUMULATIVE, -1),), "cumulative time"),
        "cumulative": (((_CUMULATIVE, -1),), "cumulative time"),
        "filename": (((_FILE, 1),), "file name"),
        "line": (((_LINE, 1),), "line number"),
        "module": (((_FILE, 1),), "file name"),
        "name": (((_NAME, 1),), "function name"),
        "nfl": (((_NAME, 1), (_FILE, 1), (_LINE, 1)), "name/file/line"),
        "pcalls": (((_PLAIN_CALLS, -1),), "primitive call count"),
        "stdname": (((_SHOWN, 1),), "standard name"),
        "time": (((_TIME, -1),), "internal time"),
        "tottime": (((_TIME, -1),), "internal time"),
    }

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.init(args[0] if args else None)
        self.add(*args[1:])

    def init(self, arg):
        """Begins anew, with a file or a profiler."""
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = self.total_calls = self.prim_calls = self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        self.get_top_level_stats()

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            with open(arg, "rb") as file:
                self.stats = marshal.load(file)
            try:
                arg = f"{time.ctime(os.stat(arg).st_mtime)}    {arg}"
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, "create_stats"):
            arg.create_stats()
            self.stats, arg.stats = arg.stats, {}
        if not self.stats:
            raise TypeError(f"Cannot create or construct a {self.__class__!r} object from {arg!r}")

    def get_top_level_stats(self):
        for func, (plain, calls, own_time, _, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += plain
            self.total_tt += own_time
            if ("jprofile", 0, "profiler") in callers:
                self.top_level.add(func)
            self.max_name_len = max(self.max_name_len, len(func_std_string(func)))

    def add(self, *arg_list):
        """Adds statistics of other files, profilers or Stats."""
        for item in reversed(arg_list):
            if type(self) is not type(item):
                item = Stats(item)
            self.files += item.files
            self.total_calls += item.total_calls
            self.prim_calls += item.prim_calls
            self.total_tt += item.total_tt
            self.top_level |= item.top_level
            self.max_name_len = max(self.max_name_len, item.max_name_len)
            self.fcn_list = None
            for func, counted in item.stats.items():
                self.stats[func] = add_func_stats(self.stats.get(func, (0, 0, 0, 0, {})), counted)
        return self

    def dump_stats(self, filename):
        """Writes the statistics into a file."""
        with open(filename, "wb") as file:
            marshal.dump(self.stats, file)

    # ---- order

    def get_sort_arg_defs(self):
        """The names of orders, and beginnings of names that stand for one alone."""
        if not self.sort_arg_dict:
            known, ambiguous = {}, set()
            for word, order in self.sort_arg_dict_default.items():
                for size in range(len(word), 0, -1):
                    if word[:size] in known:
                        ambiguous.add(word[:size])
                        break
                    known[word[:size]] = order
            self.sort_arg_dict = {word: order for word, order in known.items() if word not in ambiguous}
        return self.sort_arg_dict

    def sort_stats(self, *field):
        """Orders the functions by names of orders (or SortKey), the first one first."""
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}[field[0]]]
        elif any(type(one) is not type(field[0]) for one in field[1:]):
            raise TypeError("Can't have mixed argument type")
        orders = self.get_sort_arg_defs()
        chosen = [orders[word] for word in field]
        self.sort_type = ", ".join(name for _, name in chosen)
        rows = [(*counted[:4], *func, func_std_string(func), func) for func, counted in self.stats.items()]
        for column, direction in reversed([key for order, _ in chosen for key in order]):
            rows.sort(key=lambda row: row[column], reverse=direction < 0)
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        """Turns the order around."""
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Files without their folders; functions that are the same then are added up."""
        before, self.stats = self.stats, {}
        self.max_name_len = 0
        for func, counted in before.items():
            callers = {}
            for caller, count in counted[4].items():
                callers[func_strip_path(caller)] = count
            stripped = func_strip_path(func)
            self.max_name_len = max(self.max_name_len, len(func_std_string(stripped)))
            entry = *counted[:4], callers
            self.stats[stripped] = add_func_stats(self.stats[stripped], entry) if stripped in self.stats else entry
        self.top_level = {func_strip_path(func) for func in self.top_level}
        self.fcn_list = self.all_callees = None
        return self

    def calc_callees(self):
        if self.all_callees:
            return
        self.all_callees = {func: {} for func in self.stats}
        for func, counted in self.stats.items():
            for caller, count in counted[4].items():
                self.all_callees.setdefault(caller, {})[func] = count

    # ---- what is shown

    def eval_print_amount(self, sel, list, msg):
        """The functions that a restriction leaves: a pattern, a share from 0 to 1, or a number of them."""
        chosen = list
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.error:
                return list, msg + f"   <Invalid regular expression {sel!r}>\n"
            chosen = [func for func in list if pattern.search(func_std_string(func))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            chosen = list[:int(len(list) * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            chosen = list[:sel]
        if len(chosen) != len(list):
            msg += f"   List reduced from {len(list)} to {len(chosen)} due to restriction <{sel!r}>\n"
        return chosen, msg

    def get_print_list(self, sel_list):
        """(the width of the longest name, the functions to show), after a line about their order."""
        width = self.max_name_len
        if self.fcn_list:
            functions, msg = self.fcn_list[:], f"   Ordered by: {self.sort_type}\n"
        else:
            functions, msg = list(self.stats), "   Random listing order was used\n"
        for selection in sel_list:
            functions, msg = self.eval_print_amount(selection, functions, msg)
        if not functions:
            return 0, functions
        print(msg, file=self.stream)
        if len(functions) < len(self.stats):
            width = max(len(func_std_string(func)) for func in functions)
        return width + 2, functions

    def print_stats(self, *amount):
        """The table; amount: restrictions, see eval_print_amount()."""
        for name in self.files:
            print(name, file=self.stream)
        if self.files:
            print(file=self.stream)
        for func in self.top_level:
            print(" " * 8, func_get_function_name(func), file=self.stream)
        plain = f" ({self.prim_calls} primitive calls)" if self.total_calls != self.prim_calls else ""
        print(f"{' ' * 8} {self.total_calls} function calls{plain} in {self.total_tt:.3f} seconds", file=self.stream)
        print(file=self.stream)
        _, functions = self.get_print_list(amount)
        if functions:
            self.print_title()
            for func in functions:
                self.print_line(func)
            print("\n", file=self.stream)
        return self

    def print_title(self):
        print("   ncalls  tottime  percall  cumtime  percall filename:lineno(function)", file=self.stream)

    def print_line(self, func):
        plain, calls, own_time, all_time, _ = self.stats[func]
        count = str(calls) if calls == plain else f"{calls}/{plain}"
        columns = [count.rjust(9), f8(own_time), f8(own_time / calls) if calls else " " * 8, f8(all_time), f8(all_time / plain) if plain else " " * 8]
        print(*columns, func_std_string(func), file=self.stream)

    def print_callees(self, *amount):
        """Whom each function called."""
        width, functions = self.get_print_list(amount)
        if functions:
            self.calc_callees()
            self.print_call_heading(width, "called...")
            for func in functions:
                self.print_call_line(width, func, self.all_callees.get(func, {}))
            print("\n", file=self.stream)
        return self

    def print_callers(self, *amount):
        """Who called each function."""
        width, functions = self.get_print_list(amount)
        if functions:
            self.print_call_heading(width, "was called by...")
            for func in functions:
                self.print_call_line(width, func, self.stats[func][4], "<-")
            print("\n", file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print("Function ".ljust(name_size) + column_title, file=self.stream)
        counts = next((count for counted in self.stats.values() for count in counted[4].values()), None)
        if isinstance(counts, tuple):
            print(" " * name_size + "    ncalls  tottime  cumtime", file=self.stream)

    def print_call_line(self, name_size, source, call_dict, arrow="->"):
        print(func_std_string(source).ljust(name_size) + arrow, end=" ", file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ""
        for func in sorted(call_dict):
            name, counted = func_std_string(func), call_dict[func]
            if isinstance(counted, tuple):
                calls, plain, own_time, all_time = counted
                count = str(calls) if calls == plain else f"{calls}/{plain}"
                text, left = f"{count.rjust(7 + 2 * len(indent))} {f8(own_time)} {f8(all_time)}  {name}", name_size + 1
            else:
                text, left = f"{name}({counted!r}) {f8(self.stats[func][3])}", name_size + 3
            print(indent * left + text, file=self.stream)
            indent = " "

    def get_stats_profile(self):
        """What print_stats() shows, as an object."""
        functions = self.fcn_list[:] if self.fcn_list else list(self.stats)
        if not functions:
            return StatsProfile(0, {})
        profiles = {}
        for func in functions:
            plain, calls, own_time, all_time, _ = self.stats[func]
            file, line, name = func
            profiles[name] = FunctionProfile(
                str(calls) if calls == plain else f"{calls}/{plain}", float(f8(own_time)), float(f8(own_time / calls)) if calls else -1, float(f8(all_time)),
                float(f8(all_time / plain)) if plain else -1, file, line)
        return StatsProfile(float(f8(self.total_tt)), profiles)
