"""What programs without a debugger use of one: bdb's names, and warnings' options as test runners read them."""
import bdb
import os
import warnings

print(issubclass(bdb.BdbQuit, Exception))


class Quiet(bdb.Bdb):
    def user_line(self, frame):
        raise bdb.BdbQuit


quiet = Quiet(skip=["os*"])
quiet.reset()
quiet.set_quit()
print(quiet.quitting, quiet.canonic("<string>"), quiet.canonic("a/../b.py") == os.path.abspath("b.py"), quiet.is_skipped_module("os.path"), quiet.is_skipped_module("re"))
try:
    raise bdb.BdbQuit
except bdb.BdbQuit as e:
    print(repr(e))

print(warnings._getaction("err"), warnings._getaction("all"))
for option in ("nonsense", "error:::a:b", "error::Nothing", "error::no_such_module.X", "a:b:c:d:e:f", "error::int"):
    try:
        warnings._setoption(option)
    except warnings._OptionError as e:
        print(e)
with warnings.catch_warnings():
    warnings._setoption("error:some text:UserWarning")
    try:
        warnings.warn("some text")
    except UserWarning as e:
        print("raised", e)


class Again(warnings.catch_warnings):
    "Can be entered once more, as pytest's."

    def __exit__(self, *info):
        print(self._entered)
        super().__exit__(*info)
        self._entered = False


again = Again(record=True)
for _ in range(2):
    with again as found:
        warnings.warn("heard")
    print(len(found))
