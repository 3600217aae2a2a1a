# python3.12
import fnmatch, glob, shutil, os
for p in ["*","a*","?b","[abc]","[!a]*","*.py","a*b*c","[","[]","[!]","[a-c]x","[]]","[c-a]","a[-b]","[a-","x**y","[!b-a]","[--a]","a.b","[^a]","[[a]"]:
    print(p, fnmatch.translate(p), fnmatch.filter(["a","b","ab","abc","a.py","bx","]","[","-","a-","xy","xzy","a.b","aXbYc","^a"], p))
print(fnmatch.fnmatch("a/b.py","*.py"), fnmatch.fnmatchcase(b"abc", b"a*"))
D="/tmp/typhon_test_fs"; shutil.rmtree(D, ignore_errors=True); os.makedirs(D+"/s/t"); 
for n in ["a.txt","b.py",".hid","s/c.py","s/t/d.py","s/t/[x].py"]: open(os.path.join(D,n),"w").write(n)
os.chdir(D)
for g in ["*","*.py","**","**/*.py","s/*","*/","nope*","a.txt","s/t/*","**/",".*","s/t/[[]x].py","?.txt", D+"/*.py"]:
    print(g, sorted(glob.glob(g)), sorted(glob.glob(g, recursive=True)))
print(sorted(glob.glob("*", root_dir=D+"/s")), glob.escape("a[b]*?"), sorted(glob.glob("*", include_hidden=True)), sorted(glob.glob(b"*")))
print(shutil.copy("a.txt","z.txt"), shutil.copy2("a.txt","s"), shutil.copyfile("a.txt","q.txt"), shutil.copytree("s","u"), sorted(os.listdir("u")), open("u/a.txt").read())
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: shutil.copyfile("a.txt","a.txt")); t(lambda: shutil.copyfile("nope","x")); t(lambda: shutil.copytree("s","u")); t(lambda: shutil.move("z.txt","u")); t(lambda: shutil.move("q.txt","u/new.txt")); t(lambda: shutil.rmtree("nope")); t(lambda: shutil.move("a.txt","u")); t(lambda: shutil.copytree("s","u",dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py")))
t(lambda: shutil.which("sh")); t(lambda: shutil.which("nope-zz")); t(lambda: shutil.get_terminal_size()); t(lambda: type(shutil.disk_usage("/")).__name__); t(lambda: shutil.copy("nope","u")); t(lambda: shutil.move("s","s/t")); t(lambda: shutil.rmtree("a.txt")); t(lambda: shutil.copytree("nope","v"))
shutil.rmtree("u"); print(os.path.exists("u")); os.chdir("/"); shutil.rmtree(D)
