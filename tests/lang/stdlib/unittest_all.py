# python3.12
import unittest, sys
from collections import namedtuple, UserList
class Long(unittest.TestCase):
    maxDiff = 200
def fails(f, *a, **k):
    try: f(*a, **k)
    except BaseException as e: print(type(e).__name__, e, sep=': ')
    else: print("passes", getattr(f,'__name__',f))
t = unittest.TestCase()
s = Long()
s.longMessage=False
P=namedtuple('P','x y')
class NoLen:
    def __repr__(self): raise RuntimeError
for c in (t, s):
    for f, cases in {
     'assertEqual': [(1,2),('a','b'),('a'*200,'a'*199+'b'),('x\n'*80,'x\n'*79+'y'),([1,2],[1,3]),([],[1]),((1,),(2,)),((1,2,3),(1,)),({1:2},{1:3}),({1,2},{2,3}),(frozenset([1]),frozenset()),(1,2,'msg'),({'a'*50:1,'b'*60:2},{'a'*50:1,'b'*60:3}),(1.0,1),('',"a"),("a\n","a"),("a",""),(P(1,2),P(1,3)),(b'a',b'b'),(list(range(100)),list(range(99))+[5]),(NoLen(),1) if 0 else (None,0)],
     'assertNotEqual': [(1,1),(1,2),('a','a','m')],
     'assertTrue': [(0,),('',),([],'m'),(1,)],'assertFalse':[(1,),('a','m'),(0,)],
     'assertIs':[(1,2),(None,[])],'assertIsNot':[(None,None),(1,2)],'assertIsNone':[(1,),(None,)],'assertIsNotNone':[(None,),(1,)],
     'assertIn':[(1,[2]),(1,[1]),('a','b','m')],'assertNotIn':[(1,[1]),('a','abc')],
     'assertIsInstance':[(1,str),(1,(str,bytes)),(1,int),(1,int|str),(1,str|bytes)],'assertNotIsInstance':[(1,int),(1,str)],
     'assertAlmostEqual':[(1,1.1),(1,1.00000001),(1,1.1,1),(1,1.2,None,'m',.1),(1,2,3,None,4),(1,1.05,None,None,.1),(1.0,1.0)],
     'assertNotAlmostEqual':[(1,1.00000001),(1,1.1),(1,1.05,None,None,.1),(1,1),(1,2,None,None,.5),(1,2,1,None,1)],
     'assertGreater':[(1,2),(2,1)],'assertGreaterEqual':[(1,2),(1,1)],'assertLess':[(2,1),(1,2)],'assertLessEqual':[(2,1)],
     'assertRegex':[('abc','x'),('abc','b'),('abc',''),('ab','c','m')],'assertNotRegex':[('abc','b+'),('abc','x')],
     'assertCountEqual':[([1,2,2],[2,1,1]),([1,2],[2,1]),([[1],[2]],[[2],[3]]),('ab','ba'),([{}],[{},{}]),([1,[2],[2]],[[2],1])],
     'assertSequenceEqual':[([1],(2,)),([1],(1,)),('ab','ac'),(1,[1]),([1],2),(UserList([1]),[1]),([1,2,3],(1,))],
     'assertListEqual':[([1],(1,)),((1,),[1]),([1,[2]],[1,[3]])],'assertTupleEqual':[((1,),(2,)),([],())],
     'assertSetEqual':[({1},{2}),([1],{1}),({1},[1]),({1},2),({1},{1})],'assertDictEqual':[({},{}),({},[]),([],{}),({'a':1},{'a':2,'b':3})],
     'assertMultiLineEqual':[('a\nb\n','a\nc\n'),('a',1),(1,'a'),('a\n','a\n\n')],
     'fail':[(),('m',)], 'skipTest':[('r',)],
    }.items():
        for args in cases:
            print(f, args if len(repr(args))<60 else '...'); fails(getattr(c, f), *args)
fails(t.assertRaises, ValueError, int, 'x')
fails(t.assertRaises, ValueError, int, '1')
fails(t.assertRaises, (ValueError,TypeError), int, '1')
fails(t.assertRaises, ValueError, len, 1)
fails(t.assertRaises, 1)
fails(t.assertRaises, ValueError, foo=1)
fails(t.assertRaises, int)
fails(t.assertRaisesRegex, ValueError, 'zzz', int, 'x')
fails(t.assertRaisesRegex, ValueError, 'inv', int, 'x')
def w(fn, *a, **k):
    def run(body):
        with getattr(t,fn)(*a, **k) as cm: body()
        return cm
    return run
import warnings, logging
fails(w('assertRaises', ValueError, msg='hello'), lambda: None)
fails(w('assertWarns', UserWarning, msg='hello'), lambda: None)
fails(w('assertWarns', UserWarning), lambda: warnings.warn('x', DeprecationWarning))
fails(w('assertWarnsRegex', UserWarning, 'y+'), lambda: warnings.warn('x'))
fails(w('assertWarnsRegex', UserWarning, 'y+'), lambda: warnings.warn('xyy'))
cm=w('assertWarns', UserWarning)(lambda: warnings.warn('hey')); print(cm.warning, cm.filename==__file__, cm.lineno)
fails(t.assertWarns, UserWarning, warnings.warn, 'a')
fails(t.assertWarns, UserWarning, len, 'a')
fails(t.assertWarns, 3, len, 'a')
fails(w('assertLogs'), lambda: None)
fails(w('assertLogs','foo',level='ERROR'), lambda: logging.getLogger('foo').warning('a'))
cm=w('assertLogs')(lambda: logging.getLogger('foo.bar').warning('hi %d', 3)); print(cm.output, cm.records[0].name)
fails(w('assertNoLogs'), lambda: logging.getLogger('foo').error('a'))
fails(w('assertNoLogs','foo', logging.ERROR), lambda: logging.getLogger('foo').warning('a'))
fails(w('assertRaises', ValueError), lambda: {}['a'])
cm=w('assertRaises', ValueError)(lambda: int('x')); print(repr(cm.exception), cm.exception.__traceback__)
print(repr(t), str(t), t.id(), t.shortDescription(), t.countTestCases())
fails(unittest.TestCase, 'nope')
class T(unittest.TestCase):
    def test_a(self):
        """  First line.
        second
        """
    def test_b(self): return 3
    def runTest(self): pass
x=T('test_a'); print(x.shortDescription(), x==T('test_a'), x==T('test_b'), hash(x)==hash(T('test_a')), x!=t, x==t)
print(unittest.TestSuite([x,T('test_b')]), unittest.TestSuite([x]).countTestCases(), unittest.TestSuite()==unittest.TestSuite())
fails(unittest.TestSuite, 'abc'); fails(unittest.TestSuite().addTest, 3); fails(unittest.TestSuite().addTest, T)
print(unittest.defaultTestLoader.getTestCaseNames(T), unittest.TestLoader().loadTestsFromTestCase(T))
l=unittest.TestLoader()
for n in ['__main__.T','__main__.T.test_a','__main__','__main__.nope','zz.yy','__main__.T.zz','__main__.P', 'os.getcwd']:
    fails(lambda: print(l.loadTestsFromName(n)))
print([e.splitlines()[0] for e in l.errors])
f=unittest.FunctionTestCase(lambda: 1/0, description='desc'); print(f.shortDescription(), f.id())
r=unittest.TestResult(); f.run(r); print(r, len(r.errors), r.wasSuccessful()); print(r.errors[0][1].splitlines()[-1])
class Fx(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('suc'); cls.addClassCleanup(print, 'cc')
    @classmethod
    def tearDownClass(cls): print('tdc')
    def setUp(self): print('su'); self.addCleanup(print,'cl1'); self.addCleanup(print,'cl2')
    def tearDown(self): print('td')
    def test_1(self):
        class CM:
            def __enter__(self): print('en'); return 5
            def __exit__(self,*a): print('ex', a)
        self.assertEqual(self.enterContext(CM()), 5)
        with self.assertRaisesRegex(TypeError, "does not support the context manager protocol"): self.enterContext(3)
    def test_2(self): self.skipTest('x')
    def test_3(self):
        with self.subTest('m', a=1):
            with self.subTest(b=2): self.fail('boo')
        with self.subTest(): self.skipTest('s')
        print('after')
class Res(unittest.TestResult):
    def __getattribute__(self, n):
        if n.startswith(('add','st')) and n!='addDuration': print('   ', n)
        return super().__getattribute__(n)
    def addSubTest(self, t, st, err): print(st.id(), st, err and err[0]); super().addSubTest(t,st,err)
r=Res(); unittest.defaultTestLoader.loadTestsFromTestCase(Fx)(r); print(r.skipped, r.failures[0][0])
class BadC(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.addClassCleanup(lambda: 1/0); raise OSError('x')
    def test_1(self): pass
class BadT(unittest.TestCase):
    @classmethod
    def tearDownClass(cls): raise OSError('y')
    def test_1(self): pass
class SkipC(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise unittest.SkipTest('no class')
    def test_1(self): pass
@unittest.skip('whole')
class Whole(unittest.TestCase):
    def test_1(self): 1/0
suite=unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (BadC,BadT,SkipC))
import io, re
out=io.StringIO()
unittest.TextTestRunner(out, verbosity=2, failfast=False).run(unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (BadC,BadT,SkipC)))
print(re.sub(r'(File "<typhon>|File "/.*python3).*(\n +[^F ].*)*', 'File ...', re.sub(r'in [0-9.]+s', 'in N s', out.getvalue())))
class OldFunctions(unittest.TestCase):
    def test_b(self): pass
    def test_a(self): pass
    def check_x(self): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    print(unittest.makeSuite(OldFunctions), unittest.getTestCaseNames(OldFunctions, 'check'), unittest.makeSuite(OldFunctions, 'check').countTestCases())
    print([str(x.message) for x in w][0])
