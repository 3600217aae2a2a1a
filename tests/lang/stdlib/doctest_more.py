"""doctest: parsing, comparing, options, reports, suites.  # python3.12

>>> add(1, 2)
3
>>> add(1,
...     2)
3
"""
import doctest, io, unittest


def add(a, b):
    """Adds.

    >>> add(2, 3)
    5
    >>> add('a', 1)
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
    >>> def f():
    ...     pass
    ...
    >>> f()
    >>> True
    1
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
        >>> 1 + 1
        3
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
        >>> raise ValueError('x') # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        ValueError: y
        >>> raise ValueError('x') # doctest: +SKIP
        """

    class Inner:
        def deep(self):
            """
            >>> 'deep'
            'deep'
            """


__test__ = {"extra": ">>> 1\n1\n", "fun": add}

if __name__ == '__main__':
    print(doctest.testmod(extraglobs={"extra": 1}))
    runner = doctest.DocTestRunner(verbose=True, optionflags=doctest.REPORT_NDIFF)
    text = io.StringIO()
    tests = doctest.DocTestFinder().find(C, globs=globals())
    for test in tests:
        print(test.name, test.name != "C.p" and test.lineno, len(test.examples), runner.run(test, out=text.write))
    print("\n".join(line for line in text.getvalue().splitlines() if not line.startswith("File")))
    runner.summarize()
    parser = doctest.DocTestParser()
    for part in parser.parse('text\n  >>> 1\n  1\n\nmore\n>>> x\n>>> y\n2\n'):
        print(repr(part) if isinstance(part, str) else (part.source, part.want, part.lineno, part.indent, part.options, part.exc_msg))
    print(doctest.script_from_examples('a\n>>> 1+1\n2\n\nb\n'))
    for bad in ('>>>1', '  >>> 1\n 2', '>>> 1 # doctest: +NOPE', '>>> 1\n...2'):
        try:
            print(parser.get_examples(bad, 'bad'))
        except ValueError as e:
            print(e)
    checker = doctest.OutputChecker()
    for want, got, flags in (("1\n", "True\n", 0), ("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1), ("a...b\n", "axyb\n", doctest.ELLIPSIS), ("...a...a\n", "a\n", doctest.ELLIPSIS),
                             ("a b\n", "a  b\n", 0), ("a b\n", "a  b\n", doctest.NORMALIZE_WHITESPACE), ("<BLANKLINE>\n", "\n", 0), ("<BLANKLINE>\n", "\n", doctest.DONT_ACCEPT_BLANKLINE)):
        print(checker.check_output(want, got, flags))
    example = doctest.Example("x", "a\nb\nc\nd\n")
    for flags in (0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF):
        print(checker.output_difference(example, "a\nB\nc\nd\n", flags))
    suite = doctest.DocTestSuite()
    print(suite.countTestCases(), sorted(t.id() for t in suite))
    result = unittest.TestResult()
    suite.run(result)
    print(result.testsRun, len(result.failures), len(result.errors))
    debugger = doctest.DebugRunner(verbose=False)
    for source in (">>> 1\n2\n", ">>> 1/0\n"):
        try:
            debugger.run(parser.get_doctest(source, {}, "name", "file", 0))
        except doctest.DocTestFailure as failure:
            print("failure", failure.example.want, failure.got, failure)
        except doctest.UnexpectedException as unexpected:
            print("unexpected", unexpected.exc_info[0], unexpected)
    print(doctest.register_optionflag("MINE") == doctest.register_optionflag("MINE"))
    doctest.run_docstring_examples(">>> 1\n1\n>>> 3\n4\n", {}, name="string")
