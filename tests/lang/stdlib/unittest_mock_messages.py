# python3.12
from unittest.mock import *
import unittest.mock as um
import re
def show(*a): print(re.sub(r"(id=)[^>]+|0x[0-9a-f]+", r"\1N", " ".join(map(str, a))))
def fails(f, *a, **k):
    try: show(repr(f(*a, **k)))
    except BaseException as e: show(type(e).__name__+':', e)
class M(MagicMock):
    def __len__(self): return 5
show(len(M()))
m=Mock(name='m')
fails(m.assert_called_with,1); m(1,a=2); fails(m.assert_called_with,1); fails(m.assert_not_called); m(3); fails(m.assert_called_once); fails(m.assert_called_once_with, 3)
fails(m.assert_has_calls,[call(9)]); fails(m.assert_has_calls,[call(9),call(3)],any_order=True); fails(m.assert_any_call, 8); fails(Mock().assert_called); fails(Mock().assert_called_once)
fails(lambda: Mock(spec=['a']).b); fails(lambda: m.assert_foo); fails(lambda: m.assret_called); fails(lambda: m.called_once); fails(lambda: m.__foo__); fails(setattr, Mock(spec_set=['a']), 'b', 1)
fails(lambda: setattr(m, '__getattr__', 3)); fails(len, Mock()); print(MagicMock().__len__.__class__, )
show(um.__all__)
show([x for x in dir(Mock())])
fails(patch, 'abc'); fails(lambda: patch('__main__.M.nope').start()); fails(lambda: patch.object('os','x').start()); fails(lambda: patch('nopemod.x').start())
fails(patch,'os.getcwd', new=1, new_callable=Mock); fails(lambda: patch('os.getcwd', new=1, autospec=True).start()); fails(lambda: patch('os.getcwd', spec=True,autospec=True).start());fails(lambda: patch('os.getcwd', spec_set=True,autospec=True).start());fails(lambda: patch('os.getcwd', spec_set=True,spec=True).start())
fails(lambda: patch('__main__.M.nope', autospec=True, create=True).start()); fails(patch.multiple, 'os'); fails(lambda: patch('os.getcwd', 3, a=5).start());fails(lambda: patch('os.getcwd',  new_callable=dict,autospec=True).start())
fails(Mock, spec=Mock()); fails(create_autospec, Mock()); fails(Mock, autospec=True); fails(Mock, autospect=True)
a=AsyncMock(name='a'); fails(a.assert_awaited); fails(a.assert_awaited_once); fails(a.assert_awaited_with,1); fails(a.assert_awaited_once_with,1); fails(a.assert_any_await,1); fails(a.assert_has_awaits,[call(1)]); fails(a.assert_not_awaited)
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
run(a(1)); run(a(2)); fails(a.assert_awaited_once); fails(a.assert_awaited_with,1); fails(a.assert_awaited_once_with,1); fails(a.assert_any_await,7); fails(a.assert_has_awaits,[call(3)]); fails(a.assert_not_awaited)
fails(a.assert_has_awaits,[call(3)],any_order=True)
show(patch('os.getcwd'), patch.dict)
s=MagicMock(); seal(s); fails(lambda: s.foo); fails(s); fails(lambda: setattr(s,'x',1))
def f(a,b=2): pass
g=create_autospec(f); fails(g); fails(g,1,2,3); g(1); fails(g.assert_called_with,2); print(type(g)); fails(g.assert_called_with,1,2,3)
class C:
    x=1
    def m(self,a): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls,a): pass
    @property
    def p(self): return 3
    def __init__(self, z): self.z=z
cm=create_autospec(C); fails(cm); i=cm(1); show(i, cm, cm.x, cm.p); fails(i.m); fails(i.m,1); fails(lambda: i.zz); fails(cm.s); fails(cm.c); fails(cm.m, 1, 2); fails(cm.m); fails(i); print(isinstance(i,C), i.m.mock_calls)
