# python3.12
# Corners that CPython's own tests ask for: subclasses of str shown, a __dict__ of one's own, OrderedDict's copies, keywords merged.
class C:
    __dict__ = property(lambda s: {'a': 2})
print(C().__dict__, vars(C()))
class S(str):
    def __str__(s): return 'STR'
    def __float__(s): return 9.0
print('{}'.format(S('x')), format(S('x')), f"{S('x')}", f"{S('x'):>5}", '%s' % S('x'), float(S('8')), format(S('x'),''))
from collections import OrderedDict
class O(OrderedDict): pass
o=O(a=1); o.x=[1]
import copy
print(copy.copy(o).x, o.copy().__dict__, copy.deepcopy(o).x, O.fromkeys('ab', value=3), OrderedDict.fromkeys('ab'))
from string import Template
class MyPattern(Template): flags = 0
d = dict(wHO='tim', WHAT='ham', meal='dinner', w='fred')
print(MyPattern('$wHO likes ${WHAT} for ${meal}').safe_substitute(d))
def f(**k): pass
for c in ("f(**{1: 3}, **{1: 5})", "f(**{1:3})", "f(**{'a':1}, **{'a':2})", "f(a=1, **{'a':2})", "f(**{'a':1}, **{2:2})"):
    try: eval(c)
    except Exception as e: print(c, e)
import pickle
from collections import deque
print(next(pickle.loads(pickle.dumps(iter(deque([1,2]))))))
for f in (lambda: [].__mul__('x'), lambda: 'a'.__mul__(''), lambda: [].__add__(1), lambda: 'a'.__add__(1), lambda: ().__mul__(1.5), lambda: [].__imul__('x'), lambda: 'a'.__rmul__(''), lambda: [1].__mul__(2), lambda: b'a'.__rmul__(True)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
