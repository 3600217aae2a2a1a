# python3.12
import ntpath as n
import os
import random

r=random.Random(5)
parts=['C:','c:','D:','\\','/','a','B','..','.','\\\\','srv','//','?','\\\\?\\','UNC','.txt','...','x.y.z','~','$A','%A%','${A}',"'",'é','$$','%%','$-','']
os.environ.update(A='val',USERPROFILE='C:\\Users\\me',USERNAME='me')
def t(f,*a,**k):
    try: return f(*a,**k)
    except Exception as e: return type(e).__name__,str(e)
def mk(): return ''.join(r.choice(parts) for _ in range(r.randrange(6)))
for i in range(600):
    p=mk(); out=[t(getattr(n,f),p) for f in ('normcase','isabs','splitdrive','splitroot','split','splitext','normpath','expandvars','expanduser','basename','dirname','ismount')]
    out2=[t(getattr(n,f),p.encode()) for f in ('normcase','isabs','splitroot','split','splitext','normpath','expandvars')]
    q,s=mk(),mk(); print(repr(p),out,out2,t(n.join,p,q,s),t(n.commonpath,[p,q]),t(n.relpath,p or 'x','C:\\a\\B') if n.isabs(p) else '',t(n.relpath,p,q) if n.isabs(p) and n.isabs(q) else '')
for f,a in (('join',('a',b'b')),('join',(3,)),('join',('a',3)),('commonpath',([],)),('commonpath',(['a',b'b'],)),('relpath',('',)),('relpath',('a',b'b')),('splitroot',(3,)),('commonpath',(['C:\\a','D:\\a'],)),('commonpath',(['C:\\A\\b','c:/a/C'],)),('join',('C:\\x',)),('normcase',(3,)),('isabs',(None,))): print(f,a,t(getattr(n,f),*a))
del os.environ['USERPROFILE']; print(n.expanduser('~/x')); os.environ['HOMEPATH']='\\h\\me'; print(n.expanduser('~/x'),n.expanduser('~you')); os.environ['HOMEDRIVE']='E:'; print(n.expanduser('~'),n.expanduser('~you\\z'))
