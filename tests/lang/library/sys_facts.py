# What sys tells of this Python, set, deleted and listed before it was asked for.
import sys

sys.platform = "mine"
print(sys.platform, sys.maxunicode, sys.platform)
del sys.byteorder
print(hasattr(sys, "byteorder"), hasattr(sys, "float_info"), hasattr(sys, "nothing_of_the_kind"))
sys.set_int_max_str_digits(5000)
print(sys.flags.int_max_str_digits == 5000, sys.get_int_max_str_digits())

FACTS = {"version", "version_info", "hexversion", "flags", "implementation", "int_info", "thread_info", "stdlib_module_names", "builtin_module_names", "executable", "maxsize"}
print(FACTS - set(dir(sys)), FACTS - vars(sys).keys())
space = {}
exec("from sys import *", space)
print(sorted(FACTS - space.keys()))
sys.hexversion = 1
print(sys.hexversion, sys.implementation.name.islower(), type(sys.implementation).__name__, type(sys.version_info).__name__)
try:
    del sys.nothing_of_the_kind
except AttributeError:
    print("AttributeError")
