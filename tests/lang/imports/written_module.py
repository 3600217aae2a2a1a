# A module is seen as soon as it is written, also by a file that nobody has closed.
import importlib, os, sys, tempfile
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
open(os.path.join(folder, 'fresh.py'), 'w').write('value = 1\n')
import fresh
print(fresh.value)
open(os.path.join(folder, 'fresh.py'), 'w').write('value = 22222\n')
importlib.invalidate_caches()
print(importlib.reload(fresh).value)
