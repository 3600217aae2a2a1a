# python3.12
from unittest.mock import *
import unittest, os, re, sys, asyncio
from unittest import mock
def show(*a): print(re.sub(r"(id=)'\d+'|0x[0-9a-f]+", r"\1N", ' '.join(map(str, a))))
def fails(f, *a, **k):
    try: show(repr(f(*a, **k)))
    except BaseException as e: show(type(e).__name__+': '+ str(e))
m = Mock()
m.a.b.c(1).d(2, x=3); show(m.mock_calls, m.method_calls, m.a.mock_calls, m.a.b.c.call_args, m.a.b.c().d)
show(m.mock_calls == call.a.b.c(1).d(2, x=3).call_list() + [call.a.b.c()], call.a.b.c(1).d(2, x=3).call_list())
m.reset_mock(); show(m.mock_calls, m.a.b.c.called)
m.foo.return_value = 5; m.foo.side_effect = [1, ValueError('x'), 3]; show(m.foo()); fails(m.foo); show(m.foo()); fails(m.foo)
m.bar.side_effect = lambda x: DEFAULT if x else 7; m.bar.return_value='dflt'; show(m.bar(0), m.bar(1))
m.baz.side_effect = KeyError; fails(m.baz); m.baz.side_effect = KeyError('inst'); fails(m.baz)
m.configure_mock(**{'q.w.return_value': 3, 'e': 4, 'r.side_effect': OSError}); show(m.q.w(), m.e); fails(m.r)
del m.e; fails(lambda: m.e); show(hasattr(m, 'e')); m.e = 5; show(m.e); del m.zz; fails(lambda: m.zz)
show(Mock(name='foo'), Mock(spec=int), Mock(spec_set=str, name='n'), MagicMock().x.y(), Mock().x, Mock()(), Mock(name='q')().r[:0] if 0 else '')
c = MagicMock(); c.__len__.return_value = 3; show(len(c), bool(c), int(c), float(c), complex(c), 1 in c, c == c, c == 1, c != 1, hash(c) == hash(c), c[3], c['a'].x, str(c))
c.__getitem__.side_effect = lambda k: k * 2; show(c[4], c['ab']); c['k'] = 5; c.__setitem__.assert_called_with('k', 5); del c['z']; show(c.mock_calls)
c.__iter__.return_value = iter([1, 2]); show(list(c), list(c)); c.__iter__.return_value = [1, 2]; show(list(c), list(c))
with c as x: show(x)
show(c.__enter__.mock_calls, c.__exit__.call_args)
c.__str__.return_value = 'S'; show(str(c)); c.__contains__.return_value = True; show(5 in c)
fails(lambda: c < 1); c.__lt__.return_value = True; show(c < 3); show(c + 1, 1 + c, c @ 2); c += 1; show(c)
class K(Mock): pass
k = Mock(); k.__str__ = lambda self: 'custom'; show(str(k)); k.__len__ = lambda s: 9; show(len(k)); k.__str__ = Mock(return_value='mm'); show(str(k)); fails(lambda: k[0])
show(type(K().x).__mro__[1].__name__, isinstance(Mock(spec=dict), dict), Mock(spec=dict).__class__)
class Real:
    attr = 1
    def meth(self, a, b=2): return a + b
    async def am(self, x): return x
    @staticmethod
    def st(a): return a
    @property
    def prop(self): return 7
w = Mock(wraps=Real()); show(w.meth(1), w.meth(1, b=5), w.attr is not None); w.meth.assert_called_with(1, b=5)
s = Mock(spec=Real); show(sorted(a for a in dir(s) if not a.startswith('_'))[:5]); fails(lambda: s.other); s.other2 = 1; show(s.other2); fails(lambda: s.meth()); s.meth(1, 2); s.meth.assert_called_with(1, 2)
ss = Mock(spec_set=Real); fails(setattr, ss, 'nn', 1); fails(setattr, ss, 'meth', 1)
show(type(s.am).__name__.startswith('AsyncMock'), type(MagicMock(spec=Real).am).__name__)
au = create_autospec(Real); i = au(); show(i.meth(1)); fails(i.meth); i.meth.assert_called_once_with(1); i.meth.assert_called_with(a=1); fails(i.meth.assert_called_with, 2)
show(isinstance(i, Real)); fails(au.st); fails(lambda: au.nothing); fails(au, 1)
def fn(a, *, b): "doc"
fa = create_autospec(fn, return_value=4); show(fa(1, b=2), fa.__name__, fa.call_count, fa.called, fa.call_args, fa.mock_calls, fa.__doc__); fails(fa, 1); fa.assert_called_once_with(1, b=2); fa.side_effect = [9]; show(fa(1, b=1)); fa.reset_mock(); show(fa.call_count)
import inspect
show(inspect.signature(fa), inspect.signature(au), inspect.signature(i.meth))
with patch('os.getcwd') as g: g.return_value = 'X'; show(os.getcwd(), g)
show(os.getcwd() != 'X')
with patch('os.getcwd', return_value='Y'): show(os.getcwd())
with patch('os.sep', '!'): show(os.sep)
show(os.sep)
with patch.object(Real, 'attr', 5), patch.object(Real, 'meth', autospec=True) as pm: show(Real.attr); r = Real(); r.meth(3); show(len(pm.call_args[0]), pm.call_args[0][1]); fails(r.meth)
show(Real.attr, Real().meth(1), 'meth' in Real.__dict__)
with patch.object(Real, 'nw', 1, create=True): show(Real.nw)
show(hasattr(Real, 'nw'))
with patch.dict(os.environ, {'ZZ': '1'}): show(os.environ['ZZ'])
show('ZZ' in os.environ); d = {'a': 1}
with patch.dict(d, b=2, clear=True): show(d)
show(d)
with patch.dict('os.environ', ZZ='2') as e: show(e['ZZ'])
with patch.multiple(Real, attr=DEFAULT, meth=DEFAULT) as v: show(sorted(v), Real.attr)
@patch('os.getcwd', new_callable=PropertyMock)
@patch.object(Real, 'attr', 'decorated')
@patch('os.listdir')
def dec(ld, gc, extra=1): show(ld, type(gc).__name__, Real.attr, extra); return 3
show(dec(extra=2), dec.__name__, Real.attr)
@patch.multiple('__main__', fn=DEFAULT)
def dm(fn): show(fn)
dm()
@patch('os.getcwd', lambda: 'cls')
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(os.getcwd(), 'cls')
    def helper(self): return os.getcwd() == 'cls'
show(T('test_a').run().wasSuccessful(), T('test_a').helper())
p = patch('os.getcwd', return_value=1); p.start(); show(os.getcwd()); p.stop(); show(os.getcwd() == 1, p.stop()); patch('os.getcwd', return_value=2).start(); patch.stopall(); show(os.getcwd() == 2)
with patch.object(Real, 'prop', new_callable=PropertyMock, return_value=3) as pp: show(Real().prop); Real().prop = 9; show(pp.mock_calls)
o = mock_open(read_data='l1\nl2\nl3')
with patch('builtins.open', o):
    with open('f') as f: show(repr(f.read()))
    with open('f', 'w') as f: f.write('x')
    with open('f') as f: show(f.readline(), f.readlines())
    with open('f') as f: show(list(f))
    with open('f') as f: show(f.read(2), next(f))
show(o.mock_calls[:4]); o.assert_called_with('f'); o().write.assert_called_once_with('x')
show(mock_open(read_data=b'ab\ncd')().readlines())
show(ANY == 3, 3 == ANY, ANY, call(ANY, 2) == call(1, 2), call(1) != call(2), call, call.foo, call.foo(1).bar, call(1, a=2), call.a.b(3), call()(), call(1).args, call(x=1).kwargs, call.foo == call.foo, call('x') in [call('x')])
show(tuple(call(1, 2)), call(1) == ((1,),), call(1) == ('', (1,), {}), call.f(1) == ('f', (1,)), call() == (), call(a=1) == ({'a': 1},), call(1).count, call.index(3))
show(sentinel.foo, sentinel.foo is sentinel.foo, DEFAULT)
mm = Mock(); mm(1); mm(2); mm(3); show(mm.call_args_list, [call(1), call(2)] in mm.call_args_list, mm.call_args == call(3), mm.call_args.args); mm.assert_has_calls([call(1), call(2)]); mm.assert_has_calls([call(3), call(1)], any_order=True); mm.assert_any_call(2); fails(mm.assert_has_calls, [call(2), call(1)])
a1, a2 = Mock(), Mock(); par = Mock(); par.attach_mock(a1, 'one'); par.attach_mock(a2, 'two'); a1(1); a2.x(2); show(par.mock_calls); par.child = Mock(name='named'); par.child(1); show(par.mock_calls)
n = NonCallableMock(); fails(n); show(n, n.x()); show(NonCallableMagicMock()[1])
m = MagicMock(); m.x = 1; seal(m); show(m.x); fails(lambda: m.y); fails(m); fails(setattr, m, 'z', 3)
class Dev(Mock):
    def _get_child_mock(self, **kw): return Mock(**kw)
show(type(Dev().x).__name__)
async def main():
    am = AsyncMock(return_value=3); show(await am(1), am.await_count, am.await_args, am.await_args_list); am.assert_awaited_once_with(1)
    am.side_effect = [1, KeyError('k')]; show(await am()); 
    try: await am()
    except KeyError as e: show(repr(e))
    try: await am()
    except StopAsyncIteration as e: show(repr(e))
    async def eff(x): return x * 2
    am.side_effect = eff; show(await am(4)); show(inspect.iscoroutinefunction(am), asyncio.iscoroutinefunction(am), inspect.isawaitable(x := am(1))); await x
    mg = MagicMock(); mg.__aenter__.return_value = 'ent'
    async with mg as z: show(z)
    mg.__aiter__.return_value = [1, 2]; show([q async for q in mg])
    ar = create_autospec(Real); show(await ar().am(3)  is not None); fails(ar().am)
    with patch.object(Real, 'am') as pam: pam.return_value = 'patched'; show(type(pam).__name__, await Real().am(1))
    @patch('os.getcwd', return_value='async')
    async def inner(g): return os.getcwd()
    show(await inner())
    sp = AsyncMock(spec=Real); show(type(sp.meth).__name__, type(sp.am).__name__, type(AsyncMock().x).__name__)
asyncio.run(main())
fails(lambda: Mock(unsafe=True).assert_x); fails(lambda: Mock().assertx)
show(Mock(return_value=3)(), Mock(side_effect=[1])(), Mock(a=1, b=2).b, Mock(**{'x.y': 3}).x.y)
mock.FILTER_DIR = False; show('_mock_name' in dir(Mock())); mock.FILTER_DIR = True
r = Mock(return_value=Mock()); r().a(); r.reset_mock(return_value=True, side_effect=True); show(r.mock_calls)
import copy
show(Mock(spec=['a', 'b']).a, isinstance(Mock(spec=Real()), Real)); fails(lambda: Mock(spec=['a']).c); m = Mock(); m.mock_add_spec(['only']); m.only; fails(lambda: m.nope)
for b in (lambda: patch('__main__.Real.nothing').start(), lambda: patch.object(Real, 'nothing').start(), lambda: patch('x'), lambda: patch.object('os', 'x'), lambda: patch('os.path.join', 1, spec=True).__enter__()): fails(b)
patch.stopall()
