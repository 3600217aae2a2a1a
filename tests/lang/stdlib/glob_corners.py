# python3.12: glob: patterns of all kinds, hidden names, roots, descriptors
import glob, os, tempfile, shutil, time
top=tempfile.mkdtemp(); os.chdir(top)
for p in 'a/b/c.txt','a/b/.h','a/.d/x','a/e','.top','f[1].txt','f1.txt','z/y/x/w': 
    os.makedirs(os.path.dirname(p) or '.',exist_ok=True); open(p,'w').close()
os.symlink('a','la'); os.symlink('nope','dead'); os.symlink('..','z/up')
for pat in '*','a/*','*/','**','**/','**/*.txt','a/**','a/**/','*/*','.*','a/.*','a/.*/*','nope','a','a/','a//b/*','./*','[ab]*','f[[]1].txt','f[1].txt','','dead','d*','la/*','*/b/c.txt','*/nope','a/*/..','?','/tmp/nonexistent*','**/b','**/**','z/**/w','a/e/*','a/e/','*/e/':
    for kw in {}, {'recursive':True}, {'include_hidden':True,'recursive':True}, {'root_dir':'a'}:
        print(repr(pat), kw, sorted(glob.glob(pat,**kw))[:40])
    print(sorted(glob.glob(os.fsencode(pat))))
fd=os.open('.',os.O_RDONLY)
for pat in '*','a/*','**','*/','a/e','a/': print(sorted(glob.glob(pat,dir_fd=fd,recursive=True)), sorted(glob.glob(pat,dir_fd=fd,root_dir='a')))
print(glob.escape('a*b?[c]'), glob.escape(b'*'), glob.has_magic('a*'), glob.has_magic(b'a'), type(glob.iglob('*')).__name__ != 'list')
try: glob.glob(3)
except Exception as e: print(type(e).__name__)
os.chdir('/'); shutil.rmtree(top)
