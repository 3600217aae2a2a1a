# python3.12
# memoryview: every native format, shapes, slices, comparison, assignment; what is refused, in CPython's words.
import array
m = memoryview(b"abcdefgh")
w = memoryview(bytearray(b"abcdefgh"))
md = m.cast("B", [2, 4])
z, wz = m[:1].cast("B", []), w[:1].cast("B", [])
wi = w.cast("i")
f = memoryview(array.array("d", [1.5, 2]))
u = memoryview(array.array("u", "ab"))


def show(line):
    try:
        print(line, "->", eval(line))
    except Exception as e:
        print(line, "->", type(e).__name__, e)


for line in """\
md[0,1], md[0,-1], md[1,3]
md[0]
md[0,1,2]
md[0:1].tolist()
md[0:1,0:1]
md[(0,)]
md['a']
md[0,'a']
md[2,0]
md[0,4]
z[()], z.tolist(), z.shape, z.strides
z[0]
len(z)
iter(z)
list(iter(md))
md.tolist(), md.shape, md.strides, md.nbytes, md.ndim, md.itemsize, md.format
md.c_contiguous, md.f_contiguous, md.contiguous
md[...]
m[...]
m[()]
m[0,], m[-1,]
m[0,1]
m['a']
m[1.5]
m[99]
m[2**70]
m.cast('i').cast('h')
m.cast('@i').format, m.cast('i').format
m.cast('=i')
m.cast('ii')
m.cast('')
m.cast('x')
m.cast('i',[2,1]).tolist()
m.cast('i',[3])
m.cast('i',[0])
m.cast('i',[-1])
m.cast('i',['a'])
m.cast('i',5)
m.cast('i',(2,)).shape
m[:7].cast('i')
m[::2].cast('i')
m.cast(1)
md.cast('B',[4,2])
md.cast('i',[2]).tolist()
m.cast('i').cast('B',[2,4]).tolist()
m.cast('i').cast('B',[2,4]).cast('h',[2,2])
m.cast('c')[0], m.cast('?').tolist(), m.cast('P')[0], m.cast('n')[0], m.cast('N')[0], m.cast('e').tolist()
m.cast('b').tolist(), m.cast('h').tolist(), m.cast('H').tolist(), m.cast('I').tolist(), m.cast('l').tolist(), m.cast('L').tolist(), m.cast('q').tolist(), m.cast('Q').tolist(), m.cast('f').tolist(), m.cast('d').tolist()
u.format, u.itemsize, u.tobytes()
u[0]
f.tolist(), f.format, f.cast('B').nbytes
hash(md) == hash(m) == hash(b'abcdefgh')
hash(w)
hash(m.cast('i'))
hash(f)
md == m, md == md, md.cast('B',[8]) == m, m.cast('i') == m.cast('I'), m.cast('i') == m, m == 'abcdefgh', m == b'abcdefgh', b'abcdefgh' == m, m != w
f == array.array('f',[1.5,2]), f == array.array('d',[1.5,2]), u == u, u == array.array('u','ab'), m.cast('c') == m
m < m
m < b'abcdefgh'
b'abc' <= m
bytearray(b'abc') <= m, bytearray(b'abcdefgh') == m
md.tobytes('F'), md.tobytes('A'), m.tobytes('F'), md.tobytes(None)
md.tobytes('X')
md.hex(), md.hex(':'), m[::2].hex('-',2)
memoryview(f).obj
memoryview([])
memoryview(object=b'a').tolist()
m[::-1].tobytes(), m[::-1].strides, m[6:2:-2].tolist()
m[::2].contiguous, m[:1:2].contiguous, m[:0].contiguous
97 in m, 1 in m, 97.0 in m
wi.__setitem__(0,'a')
wi.__setitem__(0,2**31)
wi.__setitem__(0,1.5)
wi.__setitem__(slice(0,1),b'abcd')
wi.__setitem__(slice(0,1),array.array('i',[5])), wi.tolist()
wi.__setitem__(slice(0,2),array.array('i',[5]))
wi.__setitem__(slice(0,1),[1])
wi.__delitem__(0)
m.__setitem__(0,1)
wz.__setitem__((),b'a')
wz.__setitem__((),7), wz.__setitem__(...,9)
wz.__setitem__(0,7)
w.__setitem__(...,b'x')
w.cast('d').__setitem__(0,'x')
w.cast('d').__setitem__(0,3), w.cast('d')[0]
w.cast('f').__setitem__(0,1e300), w.cast('f')[0]
w.cast('?').__setitem__(0,[]), w[0]
w.cast('c').__setitem__(0,'a')
w.cast('c').__setitem__(0,b'ab')
w.cast('P').__setitem__(0,-1), w.tobytes()
w.cast('Q').__setitem__(0,-1)
w.cast('Q').__setitem__(0,2**64-1), w.cast('Q')[0]
w.cast('Q').__setitem__(0,2**64)
w.cast('h').__setitem__(0,-32769)
w.cast('B',[2,4]).__setitem__((0,1),255), w.tobytes()
w.cast('B',[2,4]).__setitem__((0,1),256)
w.cast('B',[2,4]).__setitem__(0,1)
w.cast('B',[2,4]).__setitem__(slice(0,1),1)
w.__setitem__(slice(0,4),w[4:8]), w.__setitem__(slice(None,None,2),bytes(4)), bytes(w)
w.__setitem__(slice(1,5),w[0:4]), bytes(w)
w.__setitem__(slice(0,4),w[3::-1]), bytes(w)
md.toreadonly().readonly, w.toreadonly().readonly, w.readonly
memoryview(w.cast('B',[2,4])).shape
m.cast('B',[1]*65)
m[:1].cast('B',[1]*64).ndim
m.cast('B',[2,2,2]).tolist(), m.cast('B',[2,2,2]).strides
m.cast('B', shape=[8]).shape
list(reversed(m))
bool(m[:0]), m.nbytes, m.cast('i').nbytes, len(m.cast('i'))
b''.join([m, m[2:4]]), bytes(m[::-1]), bytearray(md), bytes(md)
m.release(), hash(m) == hash(b'abcdefgh'), m == m, m == b'abcdefgh'
len(m)
m.tolist()
m.obj
md.tolist()""".splitlines():
    show(line)


class Releases:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 4

    __float__ = __index__

    def __bool__(self):
        self.view.release()
        return True


def fresh(format="B"):
    return memoryview(bytearray(b"\xff" * 64)).cast(format)


v = fresh()
print(list(v[:Releases(v)]))
for act in (lambda v: v[Releases(v)], lambda v: v.__setitem__(Releases(v), 1), lambda v: v.__setitem__(slice(0, Releases(v)), b"spam"),
            lambda v: v.__setitem__(0, Releases(v))):
    for format in "Bhd?":
        try:
            print(act(fresh(format)))
        except Exception as e:
            print(type(e).__name__, e)
with memoryview(b"ab") as v:
    print(v.tolist())
try:
    v[0]
except ValueError as e:
    print(e)
import io
for target in (memoryview(bytes(3)), bytes(3), memoryview(bytearray(3)).toreadonly()):
    try:
        io.BytesIO(b"abc").readinto(target)
    except TypeError as e:
        print(e)
b = bytearray(3)
print(io.BytesIO(b"abc").readinto(memoryview(b)[1:]), b)
