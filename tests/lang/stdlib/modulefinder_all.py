"""modulefinder: what a script imports, what is missing, what may be; packages, relative imports, all names of a module."""
import contextlib
import io
import modulefinder
import os
import tempfile

FILES = {
    "main.py": "import one, missing\nfrom pack import inner, nothere, value\nimport pack.sub.deep as d\nfrom starred import *\ndef f():\n    import two\nif 0:\n    import gone.away\n",
    "one.py": "import sys\nfrom three import a as b, c\n",
    "two.py": "import bad\n",
    "three.py": "a = 1\nclass c: pass\n",
    "bad.py": "import (",
    "starred.py": "from elsewhere import *\nfrom three import *\nx = 1\n",
    "pack/__init__.py": "from . import inner\nfrom .inner import z\nfrom .absent import q\nvalue = 1\n",
    "pack/inner.py": "from .. import toofar\nfrom ..x import y\nfrom . import sibling\nimport one\n",
    "pack/sibling.py": "",
    "pack/sub/__init__.py": "from pack.sub import *\n",
    "pack/sub/deep.py": "from .. import inner\nfrom ..sibling import k\nfrom .deeper import l\n",
}
with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
    finder = modulefinder.ModuleFinder([folder], excludes=["three"])
    finder.run_script(os.path.join(folder, "main.py"))
    for name, module in sorted(finder.modules.items()):
        print(name, module.__file__ and os.path.relpath(module.__file__, folder), module.__path__ and [os.path.relpath(p, folder) for p in module.__path__],
              sorted(module.globalnames), sorted(module.starimports), repr(module).startswith("Module("))
    print({name: sorted(who) for name, who in sorted(finder.badmodules.items())})
    print(finder.any_missing(), finder.any_missing_maybe())
    finder = modulefinder.ModuleFinder([folder], replace_paths=[(folder, "/elsewhere")])
    finder.load_file(os.path.join(folder, "one.py"))
    print(sorted(finder.modules), finder.modules["one"].__code__.co_filename, finder.any_missing())
    finder.import_hook("pack", None, ["*"])
    print(sorted(finder.modules))
    for name in ("nope", "pack.nope"):
        try:
            finder.import_hook(name)
        except ImportError as error:
            print(error)
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        finder.report()
    print(shown.getvalue().replace(folder, "FOLDER"))
print(modulefinder.Module("a"), modulefinder.Module("a", "f", ["p"]))
