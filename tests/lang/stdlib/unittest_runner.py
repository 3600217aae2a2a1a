# python3.12
import unittest
class A(unittest.TestCase):
    def test_eq(self): self.assertEqual(1, 2)
    def test_ok(self):
        "A doc"
        self.assertEqual(1, 1)
    def test_list(self): self.assertEqual([1,2,3], [1,2,4])
    def test_str(self): self.assertEqual("a\nb", "a\nc")
    def test_err(self): 1/0
    def test_skip(self): self.skipTest("why")
    @unittest.expectedFailure
    def test_xf(self): self.fail()
    @unittest.expectedFailure
    def test_us(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertEqual(i, 1)
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: int("x")
        self.assertIn("invalid", str(cm.exception))
        with self.assertRaises(ValueError): pass
    def test_chain(self):
        try: 1/0
        except Exception as e: raise ValueError("x") from e
    def test_buffer(self): print('out'); print('err', file=sys.stderr); self.fail()
import io, re, sys
for options in ({}, {'verbosity': 2}, {'verbosity': 0}, {'buffer': True, 'failfast': True}):
    out = sys.stderr = sys.stdout = io.StringIO()
    result = unittest.TextTestRunner(out, **options).run(unittest.defaultTestLoader.loadTestsFromTestCase(A))
    sys.stdout = sys.__stdout__
    sys.stderr = sys.__stderr__
    print(re.sub(r'in [0-9.]+s', 'in N s', out.getvalue()))
    print(result)
for argv in (['prog', '-v', 'A.test_ok'], ['prog', '-k', 'nope'], ['prog', '-x'], ['prog', '--help'], ['prog', '-f', 'A'], ['prog', 'A.zz']):
    out = sys.stderr = sys.stdout = io.StringIO()
    try: unittest.main(argv=argv, buffer=True)
    except SystemExit as e: print('exit', e.code)
    sys.stdout = sys.__stdout__
    sys.stderr = sys.__stderr__
    print(re.sub(r'in [0-9.]+s', 'in N s', out.getvalue()))

