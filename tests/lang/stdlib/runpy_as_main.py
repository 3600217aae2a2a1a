# runpy._run_module_as_main, which launchers of packages call: the module takes the place of the program
import os
import runpy
import sys
import tempfile

folder = tempfile.TemporaryDirectory()
with open(os.path.join(folder.name, "launched.py"), "w") as file:
    file.write('print(__name__, __spec__.name, os.path.basename(sys.argv[0]), sys.argv[1:], sys.modules["__main__"].__dict__ is globals())\nvalue = 1\n')
sys.path.insert(0, folder.name)
sys.argv = ["before", "a"]
for alter in False, True:
    print(runpy._run_module_as_main("launched", alter) is globals(), value)
try:
    runpy._run_module_as_main("not_there_at_all")
except SystemExit as error:
    print(error.code == f"{sys.executable}: No module named not_there_at_all")
