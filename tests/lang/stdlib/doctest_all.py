"""Module doc.

>>> add(1, 2)
3
>>> add(1,
...     2)
3
"""
def add(a, b):
    """Adds.

    >>> add(2, 3)
    5
    >>> add('a', 1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
      ...
    TypeError: can only concatenate str (not "int") to str
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> [1,2,3] # doctest: +NORMALIZE_WHITESPACE
    [1,
     2, 3]
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> x = 5
    >>> x
    5
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> 1 + 1
    3
    >>> 1/0
    1
    >>> def f():
    ...     pass
    ...
    >>> f()
    """
    return a + b
class C:
    """
    >>> C().m()
    'm'
    """
    def m(self):
        """
        >>> C().m()
        'x'
        """
        return 'm'
    @property
    def p(self):
        """
        >>> 2
        2
        """
    @staticmethod
    def s():
        """
        >>> raise ValueError('x')
        Traceback (most recent call last):
        ValueError: y
        >>> raise ValueError('x') # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        ValueError: y
        >>> raise ValueError('x') # doctest: +SKIP
        """
if __name__ == '__main__':
    import doctest
    import io, contextlib
    runner = doctest.DocTestRunner(verbose=False); text = io.StringIO()
    for part in doctest.DocTestParser().parse('text\n  >>> 1\n  1\n\nmore\n'): print(repr(part) if isinstance(part,str) else (part.source, part.want, part.lineno, part.indent))
    print(doctest.script_from_examples('a\n>>> 1+1\n2\n\nb\n'))
    import unittest
    s = doctest.DocTestSuite()
    print(s.countTestCases(), [t.id() for t in s])
    for bad in ('>>>1', '  >>> 1\n 2', '>>> 1 # doctest: +NOPE'):
        try: print(doctest.DocTestParser().get_examples(bad, 'bad'))
        except ValueError as e: print(e)
