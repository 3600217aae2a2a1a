# A built-in name is deleted from its module, which the program has not imported (3.2, "builtins").
import sys

del sys.modules["builtins"].len
try:
    len([])
except NameError as error:
    print(error)
try:
    del sys.modules["builtins"].len
except AttributeError as error:
    print(error)
sys.modules["builtins"].len = lambda x: "mine"
print(len([]), sys.modules["builtins"].max(1, 2))
