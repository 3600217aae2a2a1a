# python3.12
import os
import tempfile
import tracemalloc as t

os.chdir(tempfile.mkdtemp())
T=[(0,100,(('a.py',3),('b.py',4)),2),(0,50,(('a.py',3),('c.py',9)),2),(0,200,(('a.py',7),),1),(1,30,(('lib/x.py',1),('b.py',4)),5),(0,100,(('a.py',3),('b.py',4)),2),(0,2000000,(('z.py',1),),1)]
U=[(0,150,(('a.py',3),('b.py',4)),2),(0,70,(('new.py',1),),1),(1,30,(('lib/x.py',1),('b.py',4)),5)]
s=t.Snapshot(list(T),2); u=t.Snapshot(list(U),2)
print(s.traceback_limit,len(s.traces),s.traces[0],repr(s.traces[0]),s.traces[-1].size,s.traces[0].domain,type(s.traces).__name__,s.traces==t.Snapshot(list(T),2).traces, s.traces[0] in s.traces)
for g in ('lineno','filename','traceback'):
    for st in s.statistics(g): print(g,st,'|',repr(st),st.count,st.size,list(st.traceback),repr(st.traceback))
for g in ('lineno','filename'):
    for st in s.statistics(g,cumulative=True): print('cum',g,st)
for args in (('bad',),('traceback',True),('lineno',True)):
    try: print(len(s.statistics(*args)))
    except Exception as e: print(type(e),e)
for g in ('lineno','filename','traceback'):
    for d in u.compare_to(s,g): print(g,d,'|',repr(d),d.size_diff,d.count_diff,d.size,d.count)
for d in u.compare_to(s,'lineno',cumulative=True): print('cum',d)
tb=s.traces[0].traceback; print(tb,repr(tb),len(tb),tb[0],tb[-1],tb[0:1],tb.total_nframe,hash(tb)==hash(s.traces[4].traceback),tb==s.traces[4].traceback,tb<s.traces[1].traceback,tb[0] in tb,str(tb[0]),repr(tb[0]),tb[0].filename,tb[0].lineno,tb[0]<tb[1],tb[0]==tb[0],tb!=3)
open('src.py','w').write('first = 1\n  second = 2\n')
x=t.Traceback((('src.py',1),('src.py',2),('nope.py',5)),7); print(x.format(),x.format(2),x.format(-1),x.format(most_recent_first=True),x.format(limit=-2),len(x), repr(x))
x=t.Traceback((('src.py',1),)); print(repr(x),str(x),x.total_nframe)
f=t.Filter(True,'*.py',3,True,0); print(f.inclusive,f.filename_pattern,f.lineno,f.all_frames,f.domain); print(t.DomainFilter(False,1).domain,t.Filter(False,'x.pyc').filename_pattern,t.Filter.__mro__[1].__name__)
def flt(*fs): 
    r=s.filter_traces(fs); return [(q.size,str(q.traceback)) for q in r.traces], r.traceback_limit
print(flt()); print(flt(t.Filter(True,'a.py')));print(flt(t.Filter(False,'a.py')));print(flt(t.Filter(True,'a.py',3)));print(flt(t.Filter(True,'b.py')));print(flt(t.Filter(True,'b.py',all_frames=True)));print(flt(t.Filter(False,'b.py',all_frames=True)));print(flt(t.DomainFilter(True,1)));print(flt(t.DomainFilter(False,1)));print(flt(t.Filter(True,'a.py'),t.Filter(True,'z*')));print(flt(t.Filter(True,'a.py'),t.Filter(False,'a.py',7)));print(flt(t.Filter(True,'lib/*')));print(flt(t.Filter(True,'*.py',domain=1)));print(flt(t.Filter(False,'<unknown>'),t.Filter(False,t.__file__)))
try: s.filter_traces(t.Filter(True,'x'))
except TypeError as e: print(e)
s.dump('snap.bin'); l=t.Snapshot.load('snap.bin'); print(len(l.traces),l.traceback_limit,l.traces==s.traces)
for size in (0,1,1023,1024,10239,10240,100*1024,10*1024*1024,5*1024**3,-5000,123456789):
    print(t.Statistic(x,size,3),'|',t.StatisticDiff(x,size,size,3,-1),'|',t.StatisticDiff(x,size,-size,0,0))
print(t.Statistic(x,0,0), t.Statistic(x,1,1)==t.Statistic(x,1,1),hash(t.Statistic(x,1,1))==hash(t.Statistic(x,1,1)),t.Statistic(x,1,1)==3)
try: t.take_snapshot()
except RuntimeError as e: print(e)
for a in (0,65536,-1):
    try: t.start(a)
    except ValueError as e: print(e)
t.start(); 
s1=t.take_snapshot(); keep=[bytes(1000) for _ in range(1000)]; s2=t.take_snapshot()
d=s2.compare_to(s1,'filename'); print(sum(q.size_diff for q in d)>900000, len(s2.traces)>0, s2.statistics('lineno')[0].size>0, s1.traceback_limit,t.get_object_traceback(3)); t.stop(); print(t.is_tracing(), t.get_object_traceback(keep))
