# `from m import *` of modules without __all__: whose namespace it is, and what of it is seen.
import sys
import types

plain = types.ModuleType("plain")
plain.__dict__.update({"shown": 1, "_hidden": 2, "__dunder__": 3})
sys.modules["plain"] = plain
space = {}
exec("from plain import *", space)
print(sorted(name for name in space if name != "__builtins__"))


class Loud(types.ModuleType):
    def __getattribute__(self, name):
        if name == "__dict__":
            return {"told": 0, "_untold": 0}
        return 5 if name == "told" else super().__getattribute__(name)


sys.modules["loud"] = Loud("loud")
space = {}
exec("from loud import *", space)
print(sorted(name for name in space if name != "__builtins__"), space["told"])

plain.__dict__[3] = "no name"
try:
    exec("from plain import *", {})
except TypeError as error:
    print(error)
space = {}
exec("from builtins import *", space)
print("len" in space, "ValueError" in space, "__import__" in space, "print" in space)
space = {}
exec("from posix import *", space)
print("getcwd" in space, "_exit" in space)
import os
import stat

print([name for name in ("execl", "execle", "execlp", "execlpe", "spawnl", "spawnle", "spawnlp", "spawnlpe") if name not in os.__all__ or not callable(getattr(os, name))])
print("sys" in os.__all__, "path" in os.__all__, "_exit" in os.__all__, "getcwd" in os.__all__, "environ" in os.__all__)
print(sorted((name, getattr(stat, name)) for name in dir(stat) if name.startswith(("UF_", "SF_", "FILE_ATTRIBUTE_")) and name not in ("SF_DATALESS", "SF_FIRMLINK", "SF_RESTRICTED", "SF_SETTABLE", "SF_SUPPORTED", "SF_SYNTHETIC", "UF_DATAVAULT", "UF_SETTABLE", "UF_TRACKED")))
