# SyntaxWarnings of a file go to nobody.
import os, sys, tempfile, warnings
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "warns.py"), "w") as f: f.write('x = "\\d"\nx is 1\nassert (x, "m")\n')
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    import warns
print([str(w.message) for w in seen])
