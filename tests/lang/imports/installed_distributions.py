# python3.12: importlib.metadata, with dist-info and egg-info folders, zip files, finders of its own
import sys, os, tempfile, zipfile, pathlib, warnings
import importlib.metadata as md
folder = tempfile.mkdtemp()
sys.path[:] = [folder]
def write(name, text):
    path = os.path.join(folder, name); os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f: f.write(text)
def fails(f, *args, **kwargs):
    try: print("no error:", f(*args, **kwargs))
    except Exception as e: print(type(e).__name__, e)
write("my_pkg-1.5.dist-info/METADATA", """Metadata-Version: 2.1
Name: My.Pkg
Version: 1.5
Summary: One
Keywords: a  b c
Classifier: X :: Y
Classifier: Z
License: line one
        line two
          line three
Requires-Dist: other (>1)
Requires-Dist: third; extra == "x"
Provides-Extra: x

Body text
more
""")
write("my_pkg-1.5.dist-info/RECORD", "my_pkg/__init__.py,sha256=abc,12\nmy_pkg/gone.py,,\nmy_pkg/data.txt,,\n../bin/x,,\nsingle.py,md5=q,\nmy_pkg-1.5.dist-info/METADATA,,\n")
write("my_pkg/__init__.py", "class C:\n    def run(): return 5\n"); write("my_pkg/data.txt", "text"); write("single.py", "")
write("my_pkg-1.5.dist-info/entry_points.txt", "# comment\n[console_scripts]\nrun = my_pkg:C.run [a, b]\nall=my_pkg\n\n[other]\nrun = my_pkg : C\n")
write("egg_one-0.1-py3.egg-info/PKG-INFO", "Name: egg-one\nVersion: 0.1\n")
write("egg_one-0.1-py3.egg-info/requires.txt", "plain>1\n\n[ex]\nq\n\n[:python_version < '3']\nold\n\n[ex:os_name == 'nt']\nwin\nurl @ https://a.b/c\n")
write("egg_one-0.1-py3.egg-info/SOURCES.txt", "single.py\nnope.py\n"); write("egg_one-0.1-py3.egg-info/top_level.txt", "single\nother\n")
write("flat-3.egg-info", "Name: flat\nVersion: 3\n")
write("bare-2.dist-info/METADATA", "Name: bare\nVersion: 2\n")
d = md.distribution("my-pkg"); m = d.metadata
print(type(d).__name__, d.name, d.version, m["Summary"], m.get("nothing"), m.get("nothing", 3), m.get_all("classifier"), "keywords" in m, "x" in m)
print(list(m), len(m.keys()), m.json)
print([md.distribution(n).version for n in ("My.Pkg", "my_pkg", "MY--PKG", "egg.one", "flat", "bare")])
for name in ("my", "my-pkg-", "nope", ""): fails(md.distribution, name)
print([(str(f), f.size, f.hash) for f in d.files], d.files[1].read_text(), d.files[0].read_binary()[:5], d.files[0].locate() == pathlib.Path(folder, "my_pkg/__init__.py"))
print(md.files("bare"), md.files("egg-one"), md.requires("bare"), md.requires("my_pkg"))
print(md.requires("egg-one"), md.metadata("flat").json)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(m["nothing"], d.entry_points["run"][0], [str(w.message) for w in caught])
points = md.entry_points()
print(points, points.names == {"run", "all"}, points.groups == {"console_scripts", "other"})
run = md.entry_points(group="console_scripts")["run"]
print(run, run.module, run.attr, run.extras, run.load()(), run.dist.name, run == md.EntryPoint("run", "my_pkg:C.run [a, b]", "console_scripts"), run < md.EntryPoint("z", "", ""), hash(run) == hash(run._key() if hasattr(run, "_key") else 0))
print(md.entry_points(name="run", group="other"), points.select(module="my_pkg", attr=""), [p.load().__name__ for p in points.select(name="all")])
fails(lambda: points["x"]); fails(setattr, run, "name", "x"); fails(md.version, "zzz")
print({k: sorted(v) for k, v in sorted(md.packages_distributions().items())})
with zipfile.ZipFile(os.path.join(folder, "a.zip"), "w") as z: z.writestr("zipped-4.dist-info/METADATA", "Name: zipped\nVersion: 4\n"); z.writestr("zipped/__init__.py", "")
print([x.name for x in md.distributions(path=[os.path.join(folder, "a.zip")])], sorted(x.name for x in md.distributions(path=[folder])), list(md.distributions(path=[folder], name="no")), list(md.distributions(path=["/does/not/exist"])))
fails(md.Distribution.discover, context=md.DistributionFinder.Context(), name="x")
print(md.Distribution.at(os.path.join(folder, "bare-2.dist-info")).version, isinstance(d, md.Distribution), md.PathDistribution(pathlib.Path(folder, "bare-2.dist-info")).name)
class Mine(md.Distribution):
    def read_text(self, filename): return {"METADATA": "Name: mine\nVersion: 9\n", "entry_points.txt": "[g]\na = b:c\n"}.get(filename)
    def locate_file(self, path): return pathlib.Path("/virtual", path)
class Finder(md.DistributionFinder):
    def find_distributions(self, context=md.DistributionFinder.Context()):
        print("asked for", context.name, context.path == sys.path, vars(context))
        return [Mine()] if context.name in (None, "mine") else []
sys.meta_path.insert(0, Finder())
print(md.version("mine"), md.version("bare"), md.entry_points(group="g"), md.files("mine"), md.requires("mine"))
print(repr(md.FileHash("sha256=x")), md.DistributionFinder.Context(name="q", more=1).more, md.DistributionFinder.Context.name)
