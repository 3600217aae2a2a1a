# python3.12
import statistics as S, io, warnings, sys
from fractions import Fraction as F
def tr(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
d=[1,2,2,3,4.5,7]; 
for f in (S.mean,S.fmean,S.median,S.median_low,S.median_high,S.mode,S.multimode,S.stdev,S.pstdev,S.variance,S.pvariance,S.geometric_mean,S.harmonic_mean,S.quantiles,S.median_grouped): tr(f,d); tr(f,[]); tr(f,[3]); tr(f,[1,3,3,1])
print(S.mean([1,2]), S.mean([F(1,3),F(1,2)]), S.mean([True,False]), S.mean([1e308,1e308]), S.stdev([0.1,0.2,0.3]), S.variance([F(1),F(2)]), S.quantiles(d,n=10), S.quantiles(d,method='inclusive'), S.fmean(d,[1,2,3,4,5,6]), S.harmonic_mean([40,60],weights=[5,30]), S.covariance([1,2,3],[2,4,7]), S.correlation([1,2,3],[2,4,7]), S.correlation([1,2,3,3],[2,4,7,1],method='ranked'), S.linear_regression([1,2,3],[2,4,7]), S.linear_regression([1,2,3],[2,4,7],proportional=True), S.mean([float('inf'),1]), S.mode('aabbb'), S.pvariance(d,3))
n=S.NormalDist(100,15); print(n, n.pdf(110), n.cdf(120), n.inv_cdf(.3), n.inv_cdf(.999), n.inv_cdf(1e-12), n.quantiles(4), n.zscore(130), n+5, n*2, n-n, -n, n/3, n.overlap(S.NormalDist(105,20)), S.NormalDist.from_samples([1,2,3,4.5]), n.samples(3,seed=1), n==S.NormalDist(100,15), n.mean, n.stdev, n.variance); tr(S.NormalDist,0,-1); tr(n.inv_cdf,0); tr(S.mean,['a']); tr(S.mean,[1,None])
s=io.StringIO(); print(s.write('hello\nworld'), s.getvalue(), s.tell(), s.seek(0), s.read(3), s.readline(), s.readline(), s.readline()); s.seek(2); s.write('XY'); print(repr(s.getvalue())); s.seek(20); s.write('z'); print(repr(s.getvalue())); print(s.truncate(5), repr(s.getvalue())); s.seek(0); print(list(io.StringIO('a\nb\nc'))); print(io.StringIO('a\r\nb\rc\n',newline=None).getvalue().encode(), io.StringIO('a\nb',newline='\r\n').getvalue().encode(), io.StringIO('a\r\nb\rc',newline='').readlines(), io.StringIO('x\ny').readlines(), io.StringIO('abc').read(-1)); s.close(); tr(s.read); tr(s.write,'x'); tr(io.StringIO().write,1); tr(io.StringIO,5); tr(io.StringIO('x').seek,-1); tr(io.StringIO('x').seek,1,1)
print('x',end='',file=(q:=io.StringIO())); print(q.getvalue()); 
with io.StringIO('ctx') as c: print(c.read(), c.readable(), c.writable(), c.seekable(), c.closed, c.isatty())
print(c.closed)
b=io.BytesIO(b'abc\ndef'); print(b.read(2), b.readline(), b.readline(), b.tell(), b.seek(0,2), b.write(b'!!'), b.getvalue(), b.seek(-2,2), b.read(), b.seek(1), b.truncate(), b.getvalue(), list(io.BytesIO(b'a\nb')), b.readable()); tr(b.write,'x'); tr(b.seek,-1); tr(io.BytesIO,'x'); b.close(); tr(b.read); ba=bytearray(3); print(io.BytesIO(b'12345').readinto(ba), ba, io.BytesIO(b'x').getbuffer()[0])
class MyRaw(io.RawIOBase):
    def readable(self): return True
    def readinto(self,b): 
        b[:1]=b'z'; self.n=getattr(self,'n',0)+1; return 1 if self.n<4 else 0
print(MyRaw().read(), isinstance(s,io.IOBase), isinstance(s,io.TextIOBase), isinstance(b,io.BufferedIOBase)); tr(io.IOBase().fileno); tr(io.TextIOBase().read); tr(MyRaw().seek,0)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('hey'); warnings.warn('dep',DeprecationWarning); warnings.warn(UserWarning('obj'))
    print(len(w), [(str(x.message), x.category.__name__) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    tr(warnings.warn,'boom'); tr(warnings.warn,'r',RuntimeWarning)
    warnings.simplefilter('ignore'); warnings.warn('no')
print(warnings.formatwarning('msg',UserWarning,'f.py',3,'line'), end=''); tr(warnings.warn,'x',int); tr(warnings.simplefilter,'bad')
