"""doctest and pdb: a docstring run under the debugger, a test that stops in it."""
import doctest, io, sys
sys.stdin = io.StringIO("s\ns\nn\np x\nc\nc\n")
doctest.debug_src(">>> x = 1\n>>> y = 2\n>>> z = 3\n")
def f():
    """
    >>> a = 1
    >>> import pdb; pdb.set_trace()
    >>> a
    1
    """
sys.stdin = io.StringIO("p a\nc\n")
doctest.run_docstring_examples(f, {}, name="f")
print("done")
