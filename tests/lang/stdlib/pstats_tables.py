# python3.12
import io
import os
import pstats
import tempfile

os.chdir(tempfile.mkdtemp())
A,B,C,D=('/x/a.py',10,'alpha'),('/x/y/b.py',3,'beta'),('~',0,'<built-in method builtins.print>'),('/x/a.py',20,'gamma')
class P:
    def __init__(s,d): s.d=d
    def create_stats(s): s.stats=s.d
data={A:(3,5,0.25,1.5,{B:(2,2,0.1,0.5),A:(1,3,0.15,1.0)}),B:(1,1,0.5,2.0,{}),C:(10,10,0.01,0.01,{A:(4,4,0.004,0.004),B:(6,6,.006,.006)}),D:(2,2,123.4567,200.0,{B:(2,2,123.4,200.0)})}
def st(): 
    o=io.StringIO(); s=pstats.Stats(P(dict(data)),stream=o); return s,o
s,o=st(); s.print_stats(); print(o.getvalue())
for keys in (('calls',),('cumulative',),('time',),('name',),('file',),('filename','line'),('nfl',),('pcalls',),('stdname',),('tottime',),('ncalls','cumtime'),(-1,),(0,),(1,),(2,),(pstats.SortKey.TIME,)):
    s,o=st(); r=s.sort_stats(*keys); print(keys,r is s,getattr(s,'sort_type',None)); s.print_stats(); print(o.getvalue())
for a in (('alpha',),(2,),(.5,),('a.py',1),('nope',)):
    s,o=st(); s.strip_dirs().sort_stats('name').print_stats(*a); print(a,o.getvalue())
s,o=st(); s.strip_dirs().sort_stats('name'); s.print_callers(); s.print_callees(); s.print_callers('alpha'); s.reverse_order(); s.print_stats(); print(o.getvalue())
s,o=st(); s.add(P({A:(1,1,1.0,1.0,{B:(1,1,1.0,1.0)}),('/q/z.py',1,'zz'):(1,1,.1,.1,{})})); s.print_stats(); print(o.getvalue()); print(s.total_calls,s.prim_calls,s.total_tt,sorted(s.top_level),s.max_name_len)
s.dump_stats('st.bin'); t=pstats.Stats('st.bin',stream=io.StringIO()); print(t.stats == s.stats, len(t.files))
t.print_stats(); print(t.stream.getvalue().split('\n',1)[1]); 
p=s.get_stats_profile(); print(p.total_tt,sorted(p.func_profiles)); print(p.func_profiles['alpha'])
for f in (lambda: pstats.Stats(3), lambda: st()[0].sort_stats('bad'), lambda: st()[0].sort_stats(1, 'x'), lambda: st()[0].sort_stats('calls', 1), lambda: type(pstats.Stats()),
          lambda: type(st()[0].sort_stats())):
    try: print(f())
    except Exception as e: print(type(e).__name__,str(e).replace(str(id(f)),''))
print([k.name+'='+str(k.value) for k in pstats.SortKey], pstats.SortKey('calls'), pstats.func_std_string(A),pstats.func_std_string(C),pstats.f8(1.23456),pstats.func_strip_path(A),pstats.func_get_function_name(A))
print(pstats.__all__)
