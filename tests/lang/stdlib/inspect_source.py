# python3.12
import inspect, functools
# comment about
# the function
def one(a,
        b=(1,
           2)):
    """doc
string at zero indent
"""
    if a:
        x = '''
no indent
'''
    # inside comment
    return a  # trailing
    # trailing comment

# outside

@functools.lru_cache(
    maxsize=3)
def decorated(): return 1
class K:
    """Doc."""

    x = 1  # a

    def meth(self):
        def inner():
            return 1
        return inner

    class Nested:
        def deep(self): pass

    @property
    def prop(self):
        return 2
    # end comment


lam = lambda q: q + 1
multi = (lambda a,
         b: a)
async def coro():
    await x
    s = (1, "# : "
    )
def fac():
    class Local:
        y = 2
    return Local
def oneliner(): x = 1; return x
def backslash(a): return a + \
    1
last = 3
for o in (one, decorated, K, K.meth, K().meth(), K.Nested, K.Nested.deep, K.prop.fget, lam, coro, fac(), oneliner, backslash, K().meth):
    try:
        lines, n = inspect.getsourcelines(o)
        print(n, repr(''.join(lines)), repr(inspect.getcomments(o)))
    except Exception as e: print(type(e), e)
print(len(inspect.getsource(inspect.getmodule(one))) > 100, inspect.getsourcelines(inspect.getmodule(one))[1])
print(inspect.indentsize('\t  a'))
