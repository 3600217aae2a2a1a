# python3.12
import unittest, inspect, asyncio
# things people do
class Base(unittest.TestCase):
    def shared(self): pass
class TestParam(Base):
    cases = [(1, 2), (2, 4)]
    def test_param(self):
        for a, b in self.cases:
            with self.subTest(a=a, b=b): self.assertEqual(a * 2, b)
    def test_custom_equal(self):
        class V:
            def __init__(self, x): self.x = x
            def __eq__(self, o): return self.x == o.x
            def __repr__(self): return f'V({self.x})'
        self.addTypeEqualityFunc(V, lambda a, b, msg=None: self.fail('custom') if a.x != b.x else None)
        with self.assertRaisesRegex(AssertionError, 'custom'): self.assertEqual(V(1), V(2))
    def test_context(self):
        with self.assertRaises(ExceptionGroup) as cm: raise ExceptionGroup('g', [ValueError(1)])
        self.assertEqual(len(cm.exception.exceptions), 1)
def load_tests(loader, tests, pattern):
    s = unittest.TestSuite(); s.addTests(tests); return s
def setUpModule(): print('setUpModule')
def tearDownModule(): print('tearDownModule')
class A(unittest.IsolatedAsyncioTestCase):
    def setUp(self): self.events = ['s']
    async def asyncSetUp(self): self.events.append('as'); self.addAsyncCleanup(self.clean)
    async def clean(self): print(self.events)
    async def test(self):
        self.events.append('t'); await asyncio.sleep(0)
        async with asyncio.timeout(1): pass
        with self.assertRaises(ZeroDivisionError):
            await asyncio.gather(asyncio.sleep(0), self.boom())
    async def boom(self): 1 / 0
    async def asyncTearDown(self): self.events.append('atd')
    def tearDown(self): self.events.append('td')
class R(unittest.TextTestResult):
    def addSuccess(self, t): super().addSuccess(t); print('SUCCESS', t.id())
import sys
import io, re
out = io.StringIO()
r = unittest.main(exit=False, testRunner=unittest.TextTestRunner(out, verbosity=2, resultclass=R), argv=['x']); print(r.result.testsRun, r.result.wasSuccessful())
