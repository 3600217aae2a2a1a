# Changes of size of a bytearray or array while memoryviews of it are open, released, dropped.
import array
import io
def t(label, f):
    try: r = f(); print(label, 'ok', r if not isinstance(r,(memoryview,)) else 'mv')
    except BaseException as e: print(label, type(e).__name__, e)
b = bytearray(b'abcdef'); m = memoryview(b)
ops = {
 'append': lambda: b.append(1), 'extend': lambda: b.extend(b'x'), 'extend0': lambda: b.extend(b''), 'insert': lambda: b.insert(0, 1), 'pop': lambda: b.pop(), 'remove': lambda: b.remove(97), 'clear': lambda: b.clear(),
 'iadd': lambda: b.__iadd__(b'x'), 'iadd0': lambda: b.__iadd__(b''), 'imul2': lambda: b.__imul__(2), 'imul1': lambda: b.__imul__(1), 'imul0': lambda: b.__imul__(0), 'del': lambda: b.__delitem__(0), 'delslice': lambda: b.__delitem__(slice(0,2)), 'delslice0': lambda: b.__delitem__(slice(2,2)),
 'set': lambda: b.__setitem__(0, 65), 'setslice same': lambda: b.__setitem__(slice(0,2), b'zz'), 'setslice grow': lambda: b.__setitem__(slice(0,2), b'zzz'), 'setslice shrink': lambda: b.__setitem__(slice(0,2), b'z'), 'setext': lambda: b.__setitem__(slice(0,4,2), b'qq'), 'delext': lambda: b.__delitem__(slice(0,4,2)), 'reverse': lambda: b.reverse(), 'init': lambda: b.__init__(b'abc'), 'init0': lambda: b.__init__(), 'initsame': lambda: b.__init__(b'abcdef'),
 'pop empty idx': lambda: b.pop(99), 'remove missing': lambda: b.remove(200), 'append bad': lambda: b.append(300), 'extend bad': lambda: b.extend([300]), 'extend iter': lambda: b.extend(iter([1])), 'setself': lambda: b.__setitem__(slice(0,0), b), 'setslice iter': lambda: b.__setitem__(slice(0,1), [1,2,3]),
 'release': lambda: m.release(), 'append after': lambda: b.append(9),
}
for k, f in ops.items(): t('bytearray ' + k, f); 
print(b)
a = array.array('i', [1,2,3,4]); m = memoryview(a)
ops = {
 'append': lambda: a.append(1), 'extend': lambda: a.extend([1]), 'extend array': lambda: a.extend(array.array('i',[1])), 'extend0': lambda: a.extend([]), 'insert': lambda: a.insert(0, 1), 'pop': lambda: a.pop(), 'remove': lambda: a.remove(1),
 'iadd': lambda: a.__iadd__(array.array('i',[1])), 'imul2': lambda: a.__imul__(2), 'imul1': lambda: a.__imul__(1), 'imul0': lambda: a.__imul__(0), 'del': lambda: a.__delitem__(0), 'delslice': lambda: a.__delitem__(slice(0,2)), 'delslice0': lambda: a.__delitem__(slice(2,2)),
 'set': lambda: a.__setitem__(0, 65), 'setslice same': lambda: a.__setitem__(slice(0,2), array.array('i',[1,2])), 'setslice grow': lambda: a.__setitem__(slice(0,2), array.array('i',[1,2,3])), 'setslice shrink': lambda: a.__setitem__(slice(0,2), array.array('i',[1])), 'setext': lambda: a.__setitem__(slice(0,4,2), array.array('i',[1,2])), 'delext': lambda: a.__delitem__(slice(0,4,2)), 'reverse': lambda: a.reverse(), 'byteswap': lambda: a.byteswap(), 'frombytes': lambda: a.frombytes(b'abcd'), 'fromlist': lambda: a.fromlist([1]), 'fromlist0': lambda: a.fromlist([]), 'fromfile': lambda: a.fromfile(io.BytesIO(b'abcd'),1), 'remove missing': lambda: a.remove(777), 'append bad': lambda: a.append('x'),
 'release': lambda: m.release(), 'append after': lambda: a.append(9),
}
for k, f in ops.items(): t('array ' + k, f)
print(a)
u = array.array('u','ab'); m = memoryview(u); t('array fromunicode', lambda: u.fromunicode('x')); m.release()
bio = io.BytesIO(b'abc'); v = bio.getbuffer()
for k, f in {'write': lambda: bio.write(b'abcdef'), 'write in': lambda: bio.write(b'z'), 'truncate': lambda: bio.truncate(0), 'close': lambda: bio.close(), 'getvalue': lambda: bio.getvalue(), 'setstate': lambda: bio.__setstate__((b'x',0,None)), 'writelines': lambda: bio.writelines([b'abcdefgh']),'rel': lambda: v.release(), 'close2': lambda: bio.close()}.items(): t('BytesIO '+k, f)
b = bytearray(b'abc')
with memoryview(b) as m:
    n = m[1:]; t('slice append', lambda: b.append(1)); n.release(); c = m.cast('b'); t('cast', lambda: b.append(1)); c.release(); t('still', lambda: b.append(1)); t('release held', lambda: None)
t('after with', lambda: b.append(1))
m = memoryview(b); n = memoryview(m); 
t('release with export', lambda: m.release()); t('append', lambda: b.append(1)); n.release(); t('release', lambda: m.release()); t('append', lambda: b.append(1))
b = bytearray(b'a,b'); m = memoryview(b)
t('translate', lambda: b.translate(None, b',')); t('split', lambda: b.split(b',')); t('join', lambda: b.join([b])); t('copy', lambda: b.copy().append(1)); t('add', lambda: b + b)
m = None
import gc; gc.collect()
t('dropped', lambda: b.append(1))
class E:
    def __init__(s, b): s.b = b
    def __index__(s): s.b.clear(); return 1
b = bytearray(b'abc')
def own():
    b[0] = E(b)
t('setitem clears', own)
b = bytearray(b'abc')
def own2(): return b.find(b)
t('find self', own2)
t('extend self', lambda: (b.extend(b), b))
t('iadd self', lambda: b.__iadd__(b))
t('setslice self', lambda: (b.__setitem__(slice(1,2), b), b))

for i in range(300):  # views that are dropped are in nobody's way
    b = bytearray(b"0123456789")
    view = memoryview(b)[2:5]
    text = bytes(view)
    del view
    del b[:3]
print(text, b)
