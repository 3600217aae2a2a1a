# python3.12
"""
>>> add(1, 2)
3
>>> add(1, 2)
4
>>> 1/0
Traceback (most recent call last):
    ...
ZeroDivisionError: division by zero
>>> int('x')
Traceback (most recent call last):
ValueError: wrong
>>> print('a\\n\\nb')
a
<BLANKLINE>
b
>>> list(range(20))  # doctest: +ELLIPSIS
[0, 1, ..., 18, 19]
>>> print('a    b')  # doctest: +NORMALIZE_WHITESPACE
a b
>>> 5 # doctest: +SKIP
6
>>> for i in range(2):
...     print(i)
0
1
>>> undefined
"""
def add(a, b):
    """
    >>> add(2, 2)
    4
    >>> x = 5
    >>> x
    5
    """
    return a + b
class K:
    """
    >>> K().m()
    'm'
    """
    def m(self):
        """
        >>> K().m()
        'n'
        """
        return 'm'
def ok():
    """no examples"""
__test__ = {'extra': '>>> 1\n1\n', 'fn': add}
import doctest, io, os, re, sys, tempfile
def main():
    with open(text_file, 'w') as f: f.write(TEXT)
    print(doctest.testfile(text_file, module_relative=False, optionflags=doctest.REPORT_NDIFF|doctest.FAIL_FAST))
    p=doctest.DocTestParser()
    print([x if isinstance(x,str) else vars(x) for x in p.parse('a\n>>> 1\n2\nb\n  >>> f(\n  ... 2)\n  Traceback (most recent call last):\n    x\n  ValueError: z\n')])
    for s in ['>>>1\n', '>>> 1\n ...2', '  >>> 1\n2', '>>> # doctest: +FOO', '>>> 1\n...x', '>>> 1 # doctest: +FOO']:
        try: print(p.get_examples(s))
        except Exception as e: print(type(e), e)
    print(p.get_doctest('>>> 1\n',{},'nm','fn',3), p.get_doctest('>>> 1\n>>> 2\n',{},'nm','fn',3))
    import unittest
    s=doctest.DocTestSuite(sys.modules['__main__'])
    print(s)
    unittest.TextTestRunner(sys.stdout,verbosity=2).run(s)
    print(doctest.script_from_examples('Text\n>>> 1 + 1\n2\n\nmore\n>>> for i in x:\n...     pass\n'))
    c=doctest.OutputChecker()
    for w,g,f in [('a...b','axxb',doctest.ELLIPSIS),('...','',doctest.ELLIPSIS),('aa...aa','aaa',doctest.ELLIPSIS),('a...b...c','abbc',8),('1\n','True\n',0),('1\n','True\n',1)]: print(c.check_output(w,g,f))
    def f():
        """
        >>> x
        3
        """
    doctest.run_docstring_examples(f, {'x': 4}, name='f')
    try: doctest.testmod(sys.modules['__main__'], raise_on_error=True)
    except doctest.DocTestFailure as e: print(e, e.example.source, e.got)
    for options in ({}, {'verbose': True}):
        r = doctest.testmod(**options)
        print(r, r.failed, r.attempted)
text_file = os.path.join(tempfile.mkdtemp(), 'dt.txt')
TEXT = '''Text file
=========

>>> 1 + 1
2
>>> 'b' * 3
'bb'
'''
def cleaned(text):
    text = text.replace(text_file, 'dt.txt').replace(__file__, 'FILE')
    text = re.sub(r'in [0-9.]+s', 'in N s', text)
    text = re.sub(r' *File "[^"]*doctest\w*.py", line.*\n', '  doctest\n', text)
    return re.sub(r'(?m)^ *(exec\(compile|raise self.failureException|[~^]+$).*\n', '', text)
out = sys.stdout = io.StringIO()
try: main()
finally: sys.stdout = sys.__stdout__
print(cleaned(out.getvalue()))

