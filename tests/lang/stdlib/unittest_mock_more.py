# python3.12
import io, re, sys
class Clean(io.StringIO):
    def write(self, text): return sys.__stdout__.write(re.sub(r"id='\d+'", "id", text))
    def flush(self): pass
sys.stdout = Clean()
from unittest.mock import *
import unittest.mock
# corners
def fails(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__+': '+ str(e).split(" id='")[0])
m = MagicMock(side_effect=[1, 2]); print(m(), m()); fails(m)
m = Mock(side_effect=lambda *a, **k: (a, k)); print(m(1, x=2))
m = Mock(); m.side_effect = iter([5]); print(m())
m = Mock(return_value=3); m.return_value = 4; print(m()); m.side_effect = None
class Thing:
    def __init__(self, a, b=2): self.a = a
    def go(self, x: int) -> int: return x
    cls_attr = {'k': 1}
    def __len__(self): return 3
    def __call__(self, q): return q
t = create_autospec(Thing); inst = t(1); print(len(inst), isinstance(inst, Thing)); inst(5); fails(inst); fails(inst, 1, 2); inst.go.return_value = 9; print(inst.go(3), inst.cls_attr.__class__, t.mock_calls)

ma = MagicMock(spec=Thing); print(len(ma)); fails(lambda: ma[0]); fails(lambda: iter(ma)); print(ma(1, ) is ma.return_value)
with patch('__main__.Thing') as P: P.return_value.go.return_value = 'patched'; print(Thing(1).go(1)); P.assert_called_once_with(1)
with patch('__main__.Thing', autospec=True) as P: fails(lambda: Thing()); print(Thing(1).go(2) is P.return_value.go.return_value); fails(lambda: Thing(1).zip)
with patch('__main__.Thing.go', side_effect=KeyError('z')): fails(lambda: Thing(1).go(1))
with patch.object(Thing, 'go', lambda self, x: ('lam', x)): print(Thing(1).go(4))
with patch.object(Thing, 'cls_attr', {}): print(Thing.cls_attr)
with patch.dict(Thing.cls_attr, {'z': 2}): print(Thing.cls_attr)
print(Thing.cls_attr)
class Prop:
    @property
    def p(self): return 1
with patch('__main__.Prop.p', new_callable=PropertyMock) as pp: pp.return_value = 7; print(Prop().p, pp.call_count)
print(Prop().p)
@patch('builtins.print')
def quiet(mp): print('hidden'); return mp.call_args
print(quiet())
@patch('builtins.input', side_effect=['a', 'b'])
def asks(mi): return input('?') + input()
print(asks())
@patch('time.time', return_value=100)
@patch('time.sleep')
def timing(sl, tm):
    import time; time.sleep(5); sl.assert_called_once_with(5); return time.time()
print(timing())
with patch('sys.stdout') as so: print('x')
print(so.write.mock_calls)
p1 = patch.multiple(Thing, go=DEFAULT, cls_attr=3)
with p1 as d: print(sorted(d), Thing.cls_attr)
def g(): yield 1
mg = MagicMock(); mg.__iter__.return_value = ['a', 'b']; print(list(mg), [x for x in mg]); mg.__next__.side_effect = [1, StopIteration]; print(next(mg))
mg.__getitem__.return_value = 5; print(mg['x'], mg[1:2]); print(mg.__getitem__.call_args_list)
mg.__bool__.return_value = False; print(bool(mg)); mg.__hash__.return_value = 5; print(hash(mg)); mg.__eq__.return_value = True; print(mg == 3)
mg.__enter__.return_value = 'ctx'; mg.__exit__.return_value = True
with mg as c: print(c); raise ValueError
print(mg.__exit__.call_args.args[0])
o = mock_open(read_data='a\nb')
with patch('__main__.open', o, create=True):
    with open('x') as f: print([l for l in f])
print(o.call_args_list, o().read.call_count); h = o(); h.write('q'); h.write.assert_called_once_with('q')
print(call.a(1) == call.a(1), call.a(1) == call.b(1), [call(1), call(2)] == [((1,),), ((2,),)], call(1).foo(2), call(a=ANY) == call(a=5))
m = Mock(); m.method(1, [2], k={'a': 1}); print(m.method.call_args.args, m.method.call_args.kwargs, m.method.call_args[0][1], m.method.call_args[1]['k'], m.method.call_args == ((1, [2]), {'k': {'a': 1}}))
n, (a, k) = 'x', m.method.call_args; print(a, k); name, args, kwargs = m.mock_calls[0]; print(name, args, kwargs)
m2 = Mock(); m2.configure_mock(name='n', **{'a.side_effect': ValueError}); print(m2.name); fails(m2.a)
print(Mock(spec=['x']).x is not None, hasattr(Mock(spec=['x']), 'y'), hasattr(Mock(), '__len__'), hasattr(MagicMock(), '__len__'), hasattr(MagicMock(spec=int), '__len__'))
import copy, pickle
fails(pickle.dumps, Mock())
s = sentinel.a; print(copy.copy(s) is s, pickle.loads(pickle.dumps(s)) is s) if 0 else None
m = Mock(); m.a = 3; m.b.c = 4; print(m.a, m.b.c, m.mock_calls, sorted(x for x in vars(m) if not x.startswith('_')))
m.reset_mock(); print(m.a)
r = Mock(); r.x.return_value = 1; r.x(); r.reset_mock(return_value=True); print(r.x.called, r.x() == 1)
e = Mock(spec=Exception); print(isinstance(e, Exception)); fails(lambda: Mock(side_effect=e)())
print(Mock(wraps=[1, 2]).append(3), MagicMock(wraps={'a': 1}).get('a'))
w = MagicMock(wraps=[3, 1]); print(w.__len__(), w.sort() , w.index(1))
mm = Mock(); mm.f = Mock(name='f2'); mm.f(1); print(mm.mock_calls); mm.attach_mock(Mock(name='zz'), 'zz'); mm.zz(2); print(mm.mock_calls)
print(repr(call), str(call.foo.bar), call('a', b=1)[1], len(call(1)), tuple(call.x(3)))
