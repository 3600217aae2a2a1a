# unchecked
# Words of imports: keys of a namespace that are no names, a submodule that is being imported just now; a limit of tracebacks that leaves nothing.
import os, sys, tempfile, types, traceback, threading
with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    os.mkdir(os.path.join(folder, "odd_parent"))
    for name, text in (("odd_all", "__all__ = [b'x']"), ("odd_keys", "globals()[b'x'] = 1"), ("odd_parent/__init__", ""), ("odd_parent/child", "import odd_parent.child.grand\nodd_parent.child"),
                       ("odd_parent/own", "import odd_parent.own\nodd_parent.own")):
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)
    for statement in ("from odd_all import *", "from odd_keys import *", "import odd_parent.own", "import odd_parent.child"):
        try:
            exec(statement, {})
        except Exception as e:
            print(type(e).__name__, e)
    sys.path.remove(folder)
def fail():
    1 / 0
for limit in (0, -1, 1, 2):
    sys.tracebacklimit = limit
    try:
        fail()
    except ZeroDivisionError:
        print(limit, traceback.format_exc().count("File"))
del sys.tracebacklimit
import io
saved, mine = sys.stderr, io.StringIO()
sys.stderr = mine
thread = threading.Thread(target=fail, name="failing")
sys.stderr = None
thread.start()
thread.join()
sys.stderr = saved
print(mine.getvalue().splitlines()[0], mine.getvalue().splitlines()[-1])
