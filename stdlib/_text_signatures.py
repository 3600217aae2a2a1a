"""Made by tools/make_text_signatures.py: __text_signature__ of built-in functions and methods; read when somebody asks for one."""
import types

_TABLE = {
    '': r"""
complex(real=0, imag=0)
enumerate(iterable, start=0)
float(x=0, /)
list(iterable=(), /)
memoryview(object)
object()
property(fget=None, fset=None, fdel=None, doc=None)
reversed(sequence, /)
tuple(iterable=(), /)
_tee(iterable, /)
accumulate(iterable, func=None, *, initial=None)
batched(iterable, n)
combinations(iterable, r)
combinations_with_replacement(iterable, r)
compress(data, selectors)
count(start=0, step=1)
cycle(iterable, /)
dropwhile(predicate, iterable, /)
filterfalse(function, iterable, /)
groupby(iterable, key=None)
pairwise(iterable, /)
permutations(iterable, r=None)
starmap(function, iterable, /)
takewhile(predicate, iterable, /)
attrgetter(attr, /, *attrs)
itemgetter(item, /, *items)
methodcaller(name, /, *args, **kwargs)
function(code, globals, name=None, argdefs=None, closure=None)
code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,      flags, codestring, constants, names, varnames, filename, name,      qualname, firstlineno, linetable, exceptiontable, freevars=(),      cellvars=(), /)
method(function, instance, /)
module(name, doc=None)
cell([contents])
StringIO(initial_value='', newline='\n')
BytesIO(initial_bytes=b'')
""",
    '=': r"""
__and__($self, value, /)
__invert__($self, /)
__or__($self, value, /)
__rand__($self, value, /)
__repr__($self, /)
__ror__($self, value, /)
__rxor__($self, value, /)
__xor__($self, value, /)
__add__($self, value, /)
__buffer__($self, flags, /)
__contains__($self, key, /)
__delitem__($self, key, /)
__eq__($self, value, /)
__ge__($self, value, /)
__getattribute__($self, name, /)
__getitem__($self, key, /)
__gt__($self, value, /)
__iadd__($self, value, /)
__imul__($self, value, /)
__init__($self, /, *args, **kwargs)
__iter__($self, /)
__le__($self, value, /)
__len__($self, /)
__lt__($self, value, /)
__mod__($self, value, /)
__mul__($self, value, /)
__ne__($self, value, /)
__release_buffer__($self, buffer, /)
__rmod__($self, value, /)
__rmul__($self, value, /)
__setitem__($self, key, value, /)
__str__($self, /)
__hash__($self, /)
__get__($self, instance, owner=None, /)
__abs__($self, /)
__bool__($self, /)
__neg__($self, /)
__pos__($self, /)
__pow__($self, value, mod=None, /)
__radd__($self, value, /)
__rpow__($self, value, mod=None, /)
__rsub__($self, value, /)
__rtruediv__($self, value, /)
__sub__($self, value, /)
__truediv__($self, value, /)
__ior__($self, value, /)
__next__($self, /)
__divmod__($self, value, /)
__float__($self, /)
__floordiv__($self, value, /)
__int__($self, /)
__rdivmod__($self, value, /)
__rfloordiv__($self, value, /)
__index__($self, /)
__lshift__($self, value, /)
__rlshift__($self, value, /)
__rrshift__($self, value, /)
__rshift__($self, value, /)
__delattr__($self, name, /)
__setattr__($self, name, value, /)
__delete__($self, instance, /)
__set__($self, instance, value, /)
__iand__($self, value, /)
__isub__($self, value, /)
__ixor__($self, value, /)
__call__($self, /, *args, **kwargs)
__ifloordiv__($self, value, /)
__ilshift__($self, value, /)
__imatmul__($self, value, /)
__imod__($self, value, /)
__ipow__($self, value, /)
__irshift__($self, value, /)
__itruediv__($self, value, /)
__matmul__($self, value, /)
__rmatmul__($self, value, /)
__await__($self, /)
__aiter__($self, /)
__anext__($self, /)
""",
    'BaseException': r"""
__new__($type, *args, **kwargs)
""",
    'BytesIO': r"""
__new__($type, *args, **kwargs)
close($self, /)
flush($self, /)
getbuffer($self, /)
getvalue($self, /)
isatty($self, /)
read($self, size=-1, /)
read1($self, size=-1, /)
readable($self, /)
readinto($self, buffer, /)
readline($self, size=-1, /)
readlines($self, size=None, /)
seek($self, pos, whence=0, /)
seekable($self, /)
tell($self, /)
truncate($self, size=None, /)
writable($self, /)
write($self, b, /)
writelines($self, lines, /)
""",
    'GenericAlias': r"""
__new__($type, *args, **kwargs)
""",
    'Match': r"""
__copy__($self, /)
__deepcopy__($self, memo, /)
end($self, group=0, /)
expand($self, /, template)
groupdict($self, /, default=None)
groups($self, /, default=None)
span($self, group=0, /)
start($self, group=0, /)
""",
    'NoneType': r"""
__new__($type, *args, **kwargs)
""",
    'OrderedDict': r"""
fromkeys($type, /, iterable, value=None)
move_to_end($self, /, key, last=True)
pop($self, /, key, default=<unrepresentable>)
popitem($self, /, last=True)
setdefault($self, /, key, default=None)
""",
    'Pattern': r"""
__copy__($self, /)
__deepcopy__($self, memo, /)
findall($self, /, string, pos=0, endpos=sys.maxsize)
finditer($self, /, string, pos=0, endpos=sys.maxsize)
fullmatch($self, /, string, pos=0, endpos=sys.maxsize)
match($self, /, string, pos=0, endpos=sys.maxsize)
scanner($self, /, string, pos=0, endpos=sys.maxsize)
search($self, /, string, pos=0, endpos=sys.maxsize)
split($self, /, string, maxsplit=0)
sub($self, /, repl, string, count=0)
subn($self, /, repl, string, count=0)
""",
    'Random': r"""
__new__($type, *args, **kwargs)
getrandbits($self, k, /)
getstate($self, /)
random($self, /)
seed($self, n=None, /)
setstate($self, state, /)
""",
    'ReferenceType': r"""
__new__($type, *args, **kwargs)
""",
    'StringIO': r"""
__new__($type, *args, **kwargs)
close($self, /)
getvalue($self, /)
read($self, size=-1, /)
readable($self, /)
readline($self, size=-1, /)
seek($self, pos, whence=0, /)
seekable($self, /)
tell($self, /)
truncate($self, pos=None, /)
writable($self, /)
write($self, s, /)
""",
    '_bisect': r"""
bisect_left($module, /, a, x, lo=0, hi=None, *, key=None)
bisect_right($module, /, a, x, lo=0, hi=None, *, key=None)
insort_left($module, /, a, x, lo=0, hi=None, *, key=None)
insort_right($module, /, a, x, lo=0, hi=None, *, key=None)
""",
    '_collections': r"""
_count_elements($module, mapping, iterable, /)
""",
    '_functools': r"""
cmp_to_key($module, /, mycmp)
""",
    '_grouper': r"""
__new__($type, *args, **kwargs)
""",
    '_heapq': r"""
_heapify_max($module, heap, /)
_heappop_max($module, heap, /)
_heapreplace_max($module, heap, item, /)
heapify($module, heap, /)
heappop($module, heap, /)
heappush($module, heap, item, /)
heappushpop($module, heap, item, /)
heapreplace($module, heap, item, /)
""",
    '_lru_cache_wrapper': r"""
__new__($type, *args, **kwargs)
cache_clear($self, /)
cache_info($self, /)
""",
    '_operator': r"""
_compare_digest($module, a, b, /)
abs($module, a, /)
add($module, a, b, /)
and_($module, a, b, /)
call($module, obj, /, *args, **kwargs)
concat($module, a, b, /)
contains($module, a, b, /)
countOf($module, a, b, /)
delitem($module, a, b, /)
eq($module, a, b, /)
floordiv($module, a, b, /)
ge($module, a, b, /)
getitem($module, a, b, /)
gt($module, a, b, /)
iadd($module, a, b, /)
iand($module, a, b, /)
iconcat($module, a, b, /)
ifloordiv($module, a, b, /)
ilshift($module, a, b, /)
imatmul($module, a, b, /)
imod($module, a, b, /)
imul($module, a, b, /)
index($module, a, /)
indexOf($module, a, b, /)
inv($module, a, /)
invert($module, a, /)
ior($module, a, b, /)
ipow($module, a, b, /)
irshift($module, a, b, /)
is_($module, a, b, /)
is_not($module, a, b, /)
isub($module, a, b, /)
itruediv($module, a, b, /)
ixor($module, a, b, /)
le($module, a, b, /)
length_hint($module, obj, default=0, /)
lshift($module, a, b, /)
lt($module, a, b, /)
matmul($module, a, b, /)
mod($module, a, b, /)
mul($module, a, b, /)
ne($module, a, b, /)
neg($module, a, /)
not_($module, a, /)
or_($module, a, b, /)
pos($module, a, /)
pow($module, a, b, /)
rshift($module, a, b, /)
setitem($module, a, b, c, /)
sub($module, a, b, /)
truediv($module, a, b, /)
truth($module, a, /)
xor($module, a, b, /)
""",
    '_signal': r"""
alarm($module, seconds, /)
default_int_handler($module, signalnum, frame, /)
getitimer($module, which, /)
getsignal($module, signalnum, /)
pause($module, /)
pidfd_send_signal($module, pidfd, signalnum, siginfo=None, flags=0, /)
pthread_kill($module, thread_id, signalnum, /)
pthread_sigmask($module, how, mask, /)
raise_signal($module, signalnum, /)
setitimer($module, which, seconds, interval=0.0, /)
siginterrupt($module, signalnum, flag, /)
signal($module, signalnum, handler, /)
sigpending($module, /)
sigtimedwait($module, sigset, timeout, /)
sigwait($module, sigset, /)
sigwaitinfo($module, sigset, /)
strsignal($module, signalnum, /)
valid_signals($module, /)
""",
    '_struct': r"""
_clearcache($module, /)
calcsize($module, format, /)
iter_unpack($module, format, buffer, /)
unpack($module, format, buffer, /)
unpack_from($module, format, /, buffer, offset=0)
""",
    '_tee': r"""
__new__($type, *args, **kwargs)
""",
    '_tee_dataobject': r"""
__new__($type, *args, **kwargs)
""",
    '_weakref': r"""
getweakrefcount($module, object, /)
getweakrefs($module, object, /)
""",
    'accumulate': r"""
__new__($type, *args, **kwargs)
""",
    'array': r"""
_array_reconstructor($module, arraytype, typecode, mformat_code, items,                      /)
""",
    'attrgetter': r"""
__new__($type, *args, **kwargs)
""",
    'batched': r"""
__new__($type, *args, **kwargs)
""",
    'binascii': r"""
a2b_base64($module, data, /, *, strict_mode=False)
a2b_hex($module, hexstr, /)
a2b_qp($module, /, data, header=False)
a2b_uu($module, data, /)
b2a_base64($module, data, /, *, newline=True)
b2a_hex($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)
b2a_qp($module, /, data, quotetabs=False, istext=True, header=False)
b2a_uu($module, data, /, *, backtick=False)
crc32($module, data, crc=0, /)
crc_hqx($module, data, crc, /)
hexlify($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)
unhexlify($module, hexstr, /)
""",
    'bool': r"""
__new__($type, *args, **kwargs)
""",
    'builtins': r"""
__import__($module, /, name, globals=None, locals=None, fromlist=(),            level=0)
abs($module, x, /)
aiter($module, async_iterable, /)
all($module, iterable, /)
anext($module, aiterator, default=<unrepresentable>, /)
any($module, iterable, /)
ascii($module, obj, /)
bin($module, number, /)
callable($module, obj, /)
chr($module, i, /)
compile($module, /, source, filename, mode, flags=0,         dont_inherit=False, optimize=-1, *, _feature_version=-1)
delattr($module, obj, name, /)
dir($module, arg=<unrepresentable>, /)
divmod($module, x, y, /)
eval($module, source, globals=None, locals=None, /)
exec($module, source, globals=None, locals=None, /, *, closure=None)
format($module, value, format_spec='', /)
getattr($module, object, name, default=<unrepresentable>, /)
globals($module, /)
hasattr($module, obj, name, /)
hash($module, obj, /)
hex($module, number, /)
id($module, obj, /)
input($module, prompt='', /)
isinstance($module, obj, class_or_tuple, /)
issubclass($module, cls, class_or_tuple, /)
iter($module, object, sentinel=<unrepresentable>, /)
len($module, obj, /)
locals($module, /)
next($module, iterator, default=<unrepresentable>, /)
oct($module, number, /)
open($module, /, file, mode='r', buffering=-1, encoding=None,      errors=None, newline=None, closefd=True, opener=None)
ord($module, c, /)
pow($module, /, base, exp, mod=None)
print($module, /, *args, sep=' ', end='\n', file=None, flush=False)
repr($module, obj, /)
round($module, /, number, ndigits=None)
setattr($module, obj, name, value, /)
sorted($module, iterable, /, *, key=None, reverse=False)
sum($module, iterable, /, start=0)
vars($module, object=<unrepresentable>, /)
""",
    'bytearray': r"""
__new__($type, *args, **kwargs)
__reduce__($self, /)
__reduce_ex__($self, proto=0, /)
append($self, item, /)
center($self, width, fillchar=b' ', /)
clear($self, /)
copy($self, /)
decode($self, /, encoding='utf-8', errors='strict')
expandtabs($self, /, tabsize=8)
extend($self, iterable_of_ints, /)
fromhex($type, string, /)
hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)
insert($self, index, item, /)
join($self, iterable_of_bytes, /)
ljust($self, width, fillchar=b' ', /)
lstrip($self, bytes=None, /)
maketrans(frm, to, /)
partition($self, sep, /)
pop($self, index=-1, /)
remove($self, value, /)
removeprefix($self, prefix, /)
removesuffix($self, suffix, /)
replace($self, old, new, count=-1, /)
reverse($self, /)
rjust($self, width, fillchar=b' ', /)
rpartition($self, sep, /)
rsplit($self, /, sep=None, maxsplit=-1)
rstrip($self, bytes=None, /)
split($self, /, sep=None, maxsplit=-1)
splitlines($self, /, keepends=False)
strip($self, bytes=None, /)
translate($self, table, /, delete=b'')
zfill($self, width, /)
""",
    'bytes': r"""
__bytes__($self, /)
__new__($type, *args, **kwargs)
center($self, width, fillchar=b' ', /)
decode($self, /, encoding='utf-8', errors='strict')
expandtabs($self, /, tabsize=8)
fromhex($type, string, /)
hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)
join($self, iterable_of_bytes, /)
ljust($self, width, fillchar=b' ', /)
lstrip($self, bytes=None, /)
maketrans(frm, to, /)
partition($self, sep, /)
removeprefix($self, prefix, /)
removesuffix($self, suffix, /)
replace($self, old, new, count=-1, /)
rjust($self, width, fillchar=b' ', /)
rpartition($self, sep, /)
rsplit($self, /, sep=None, maxsplit=-1)
rstrip($self, bytes=None, /)
split($self, /, sep=None, maxsplit=-1)
splitlines($self, /, keepends=False)
strip($self, bytes=None, /)
translate($self, table, /, delete=b'')
zfill($self, width, /)
""",
    'cell': r"""
__new__($type, *args, **kwargs)
""",
    'chain': r"""
__new__($type, *args, **kwargs)
from_iterable($type, iterable, /)
""",
    'classmethod': r"""
__new__($type, *args, **kwargs)
""",
    'code': r"""
__new__($type, *args, **kwargs)
replace($self, /, **changes)
""",
    'combinations': r"""
__new__($type, *args, **kwargs)
""",
    'combinations_with_replacement': r"""
__new__($type, *args, **kwargs)
""",
    'complex': r"""
__complex__($self, /)
__getnewargs__($self, /)
__new__($type, *args, **kwargs)
conjugate($self, /)
""",
    'compress': r"""
__new__($type, *args, **kwargs)
""",
    'count': r"""
__new__($type, *args, **kwargs)
""",
    'cycle': r"""
__new__($type, *args, **kwargs)
""",
    'dict': r"""
__new__($type, *args, **kwargs)
__reversed__($self, /)
fromkeys($type, iterable, value=None, /)
get($self, key, default=None, /)
pop($self, key, default=<unrepresentable>, /)
popitem($self, /)
setdefault($self, key, default=None, /)
""",
    'dropwhile': r"""
__new__($type, *args, **kwargs)
""",
    'enumerate': r"""
__new__($type, *args, **kwargs)
""",
    'filter': r"""
__new__($type, *args, **kwargs)
""",
    'filterfalse': r"""
__new__($type, *args, **kwargs)
""",
    'float': r"""
__ceil__($self, /)
__floor__($self, /)
__getformat__($type, typestr, /)
__getnewargs__($self, /)
__new__($type, *args, **kwargs)
__round__($self, ndigits=None, /)
__trunc__($self, /)
as_integer_ratio($self, /)
conjugate($self, /)
fromhex($type, string, /)
hex($self, /)
is_integer($self, /)
""",
    'frozenset': r"""
__new__($type, *args, **kwargs)
""",
    'function': r"""
__new__($type, *args, **kwargs)
""",
    'gc': r"""
collect($module, /, generation=2)
disable($module, /)
enable($module, /)
freeze($module, /)
get_count($module, /)
get_debug($module, /)
get_freeze_count($module, /)
get_objects($module, /, generation=None)
get_stats($module, /)
get_threshold($module, /)
is_finalized($module, obj, /)
is_tracked($module, obj, /)
isenabled($module, /)
set_debug($module, flags, /)
unfreeze($module, /)
""",
    'groupby': r"""
__new__($type, *args, **kwargs)
""",
    'int': r"""
__getnewargs__($self, /)
__new__($type, *args, **kwargs)
__round__($self, ndigits=<unrepresentable>, /)
__sizeof__($self, /)
as_integer_ratio($self, /)
bit_count($self, /)
bit_length($self, /)
from_bytes($type, /, bytes, byteorder='big', *, signed=False)
is_integer($self, /)
to_bytes($self, /, length=1, byteorder='big', *, signed=False)
""",
    'islice': r"""
__new__($type, *args, **kwargs)
""",
    'itemgetter': r"""
__new__($type, *args, **kwargs)
""",
    'itertools': r"""
tee($module, iterable, n=2, /)
""",
    'list': r"""
__new__($type, *args, **kwargs)
__reversed__($self, /)
append($self, object, /)
clear($self, /)
copy($self, /)
count($self, value, /)
extend($self, iterable, /)
index($self, value, start=0, stop=sys.maxsize, /)
insert($self, index, object, /)
pop($self, index=-1, /)
remove($self, value, /)
reverse($self, /)
sort($self, /, *, key=None, reverse=False)
""",
    'map': r"""
__new__($type, *args, **kwargs)
""",
    'mappingproxy': r"""
__new__($type, *args, **kwargs)
""",
    'math': r"""
acos($module, x, /)
acosh($module, x, /)
asin($module, x, /)
asinh($module, x, /)
atan($module, x, /)
atan2($module, y, x, /)
atanh($module, x, /)
cbrt($module, x, /)
ceil($module, x, /)
comb($module, n, k, /)
copysign($module, x, y, /)
cos($module, x, /)
cosh($module, x, /)
degrees($module, x, /)
dist($module, p, q, /)
erf($module, x, /)
erfc($module, x, /)
exp($module, x, /)
exp2($module, x, /)
expm1($module, x, /)
fabs($module, x, /)
factorial($module, n, /)
floor($module, x, /)
fmod($module, x, y, /)
frexp($module, x, /)
fsum($module, seq, /)
gamma($module, x, /)
gcd($module, *integers)
isclose($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)
isfinite($module, x, /)
isinf($module, x, /)
isnan($module, x, /)
isqrt($module, n, /)
lcm($module, *integers)
ldexp($module, x, i, /)
lgamma($module, x, /)
log10($module, x, /)
log1p($module, x, /)
log2($module, x, /)
modf($module, x, /)
nextafter($module, x, y, /, *, steps=None)
perm($module, n, k=None, /)
pow($module, x, y, /)
prod($module, iterable, /, *, start=1)
radians($module, x, /)
remainder($module, x, y, /)
sin($module, x, /)
sinh($module, x, /)
sqrt($module, x, /)
sumprod($module, p, q, /)
tan($module, x, /)
tanh($module, x, /)
trunc($module, x, /)
ulp($module, x, /)
""",
    'memoryview': r"""
__new__($type, *args, **kwargs)
cast($self, /, format, shape=<unrepresentable>)
hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)
release($self, /)
tobytes($self, /, order='C')
tolist($self, /)
toreadonly($self, /)
""",
    'method': r"""
__new__($type, *args, **kwargs)
__reduce__($self, /)
""",
    'methodcaller': r"""
__new__($type, *args, **kwargs)
""",
    'module': r"""
__new__($type, *args, **kwargs)
""",
    'object': r"""
__dir__($self, /)
__getstate__($self, /)
__new__($type, *args, **kwargs)
__reduce__($self, /)
__reduce_ex__($self, protocol, /)
__sizeof__($self, /)
""",
    'pairwise': r"""
__new__($type, *args, **kwargs)
""",
    'permutations': r"""
__new__($type, *args, **kwargs)
""",
    'posix': r"""
WCOREDUMP($module, status, /)
WEXITSTATUS($module, /, status)
WIFCONTINUED($module, /, status)
WIFEXITED($module, /, status)
WIFSIGNALED($module, /, status)
WIFSTOPPED($module, /, status)
WSTOPSIG($module, /, status)
WTERMSIG($module, /, status)
_exit($module, /, status)
abort($module, /)
access($module, /, path, mode, *, dir_fd=None, effective_ids=False,        follow_symlinks=True)
chdir($module, /, path)
chmod($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)
chown($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)
chroot($module, /, path)
close($module, /, fd)
closerange($module, fd_low, fd_high, /)
copy_file_range($module, /, src, dst, count, offset_src=None,                 offset_dst=None)
cpu_count($module, /)
ctermid($module, /)
device_encoding($module, /, fd)
dup($module, fd, /)
dup2($module, /, fd, fd2, inheritable=True)
eventfd($module, /, initval, flags=EFD_CLOEXEC)
eventfd_read($module, /, fd)
eventfd_write($module, /, fd, value)
execv($module, path, argv, /)
fchdir($module, /, fd)
fchmod($module, /, fd, mode)
fchown($module, /, fd, uid, gid)
fdatasync($module, /, fd)
fork($module, /)
forkpty($module, /)
fspath($module, /, path)
fstat($module, /, fd)
fstatvfs($module, fd, /)
fsync($module, /, fd)
ftruncate($module, fd, length, /)
get_blocking($module, fd, /)
get_inheritable($module, fd, /)
get_terminal_size($module, fd=<unrepresentable>, /)
getcwd($module, /)
getcwdb($module, /)
getegid($module, /)
geteuid($module, /)
getgid($module, /)
getgroups($module, /)
getloadavg($module, /)
getlogin($module, /)
getpgid($module, /, pid)
getpgrp($module, /)
getpid($module, /)
getppid($module, /)
getpriority($module, /, which, who)
getrandom($module, /, size, flags=0)
getresgid($module, /)
getresuid($module, /)
getsid($module, pid, /)
getuid($module, /)
getxattr($module, /, path, attribute, *, follow_symlinks=True)
isatty($module, fd, /)
kill($module, pid, signal, /)
killpg($module, pgid, signal, /)
lchown($module, /, path, uid, gid)
link($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,      follow_symlinks=True)
listdir($module, /, path=None)
listxattr($module, /, path=None, *, follow_symlinks=True)
lockf($module, fd, command, length, /)
lseek($module, fd, position, whence, /)
lstat($module, /, path, *, dir_fd=None)
major($module, device, /)
makedev($module, major, minor, /)
memfd_create($module, /, name, flags=MFD_CLOEXEC)
minor($module, device, /)
mkdir($module, /, path, mode=511, *, dir_fd=None)
mkfifo($module, /, path, mode=438, *, dir_fd=None)
mknod($module, /, path, mode=384, device=0, *, dir_fd=None)
nice($module, increment, /)
open($module, /, path, flags, mode=511, *, dir_fd=None)
openpty($module, /)
pidfd_open($module, /, pid, flags=0)
pipe($module, /)
pipe2($module, flags, /)
posix_fadvise($module, fd, offset, length, advice, /)
posix_fallocate($module, fd, offset, length, /)
pread($module, fd, length, offset, /)
putenv($module, name, value, /)
pwrite($module, fd, buffer, offset, /)
read($module, fd, length, /)
readlink($module, /, path, *, dir_fd=None)
remove($module, /, path, *, dir_fd=None)
removexattr($module, /, path, attribute, *, follow_symlinks=True)
rename($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)
replace($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)
rmdir($module, /, path, *, dir_fd=None)
sched_get_priority_max($module, /, policy)
sched_get_priority_min($module, /, policy)
sched_getaffinity($module, pid, /)
sched_getscheduler($module, pid, /)
sched_rr_get_interval($module, pid, /)
sched_setaffinity($module, pid, mask, /)
sched_yield($module, /)
sendfile($module, /, out_fd, in_fd, offset, count)
set_blocking($module, fd, blocking, /)
set_inheritable($module, fd, inheritable, /)
setegid($module, egid, /)
seteuid($module, euid, /)
setgid($module, gid, /)
setgroups($module, groups, /)
setns($module, /, fd, nstype=0)
setpgid($module, pid, pgrp, /)
setpgrp($module, /)
setpriority($module, /, which, who, priority)
setregid($module, rgid, egid, /)
setresgid($module, rgid, egid, sgid, /)
setresuid($module, ruid, euid, suid, /)
setreuid($module, ruid, euid, /)
setsid($module, /)
setuid($module, uid, /)
setxattr($module, /, path, attribute, value, flags=0, *,          follow_symlinks=True)
splice($module, /, src, dst, count, offset_src=None, offset_dst=None,        flags=0)
stat($module, /, path, *, dir_fd=None, follow_symlinks=True)
statvfs($module, /, path)
strerror($module, code, /)
symlink($module, /, src, dst, target_is_directory=False, *, dir_fd=None)
sync($module, /)
system($module, /, command)
tcgetpgrp($module, fd, /)
tcsetpgrp($module, fd, pgid, /)
truncate($module, /, path, length)
ttyname($module, fd, /)
umask($module, mask, /)
unlink($module, /, path, *, dir_fd=None)
unsetenv($module, name, /)
unshare($module, /, flags)
urandom($module, size, /)
utime($module, /, path, times=None, *, ns=<unrepresentable>,       dir_fd=None, follow_symlinks=True)
wait($module, /)
waitpid($module, pid, options, /)
write($module, fd, data, /)
writev($module, fd, buffers, /)
""",
    'product': r"""
__new__($type, *args, **kwargs)
""",
    'property': r"""
__new__($type, *args, **kwargs)
""",
    'range': r"""
__new__($type, *args, **kwargs)
""",
    're': r"""
compile(pattern, flags=0)
escape(pattern)
findall(pattern, string, flags=0)
finditer(pattern, string, flags=0)
fullmatch(pattern, string, flags=0)
match(pattern, string, flags=0)
purge()
search(pattern, string, flags=0)
split(pattern, string, maxsplit=0, flags=0)
sub(pattern, repl, string, count=0, flags=0)
subn(pattern, repl, string, count=0, flags=0)
""",
    'repeat': r"""
__new__($type, *args, **kwargs)
""",
    'reversed': r"""
__new__($type, *args, **kwargs)
""",
    'set': r"""
__new__($type, *args, **kwargs)
""",
    'slice': r"""
__new__($type, *args, **kwargs)
""",
    'starmap': r"""
__new__($type, *args, **kwargs)
""",
    'staticmethod': r"""
__new__($type, *args, **kwargs)
""",
    'str': r"""
__new__($type, *args, **kwargs)
capitalize($self, /)
casefold($self, /)
center($self, width, fillchar=' ', /)
encode($self, /, encoding='utf-8', errors='strict')
expandtabs($self, /, tabsize=8)
isalnum($self, /)
isalpha($self, /)
isascii($self, /)
isdecimal($self, /)
isdigit($self, /)
isidentifier($self, /)
islower($self, /)
isnumeric($self, /)
isprintable($self, /)
isspace($self, /)
istitle($self, /)
isupper($self, /)
join($self, iterable, /)
ljust($self, width, fillchar=' ', /)
lower($self, /)
lstrip($self, chars=None, /)
maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)
partition($self, sep, /)
removeprefix($self, prefix, /)
removesuffix($self, suffix, /)
replace($self, old, new, count=-1, /)
rjust($self, width, fillchar=' ', /)
rpartition($self, sep, /)
rsplit($self, /, sep=None, maxsplit=-1)
rstrip($self, chars=None, /)
split($self, /, sep=None, maxsplit=-1)
splitlines($self, /, keepends=False)
strip($self, chars=None, /)
swapcase($self, /)
title($self, /)
translate($self, table, /)
upper($self, /)
zfill($self, width, /)
""",
    'super': r"""
__new__($type, *args, **kwargs)
""",
    'sys': r"""
__displayhook__($module, object, /)
__excepthook__($module, exctype, value, traceback, /)
__unraisablehook__($module, unraisable, /)
_current_frames($module, /)
_getframe($module, depth=0, /)
_getframemodulename($module, /, depth=0)
addaudithook($module, /, hook)
call_tracing($module, func, args, /)
displayhook($module, object, /)
exc_info($module, /)
excepthook($module, exctype, value, traceback, /)
exception($module, /)
exit($module, status=None, /)
get_asyncgen_hooks($module, /)
get_coroutine_origin_tracking_depth($module, /)
get_int_max_str_digits($module, /)
getallocatedblocks($module, /)
getdefaultencoding($module, /)
getfilesystemencodeerrors($module, /)
getfilesystemencoding($module, /)
getprofile($module, /)
getrecursionlimit($module, /)
getrefcount($module, object, /)
getswitchinterval($module, /)
gettrace($module, /)
intern($module, string, /)
is_finalizing($module, /)
set_coroutine_origin_tracking_depth($module, /, depth)
set_int_max_str_digits($module, /, maxdigits)
setrecursionlimit($module, limit, /)
setswitchinterval($module, interval, /)
unraisablehook($module, unraisable, /)
""",
    'takewhile': r"""
__new__($type, *args, **kwargs)
""",
    'traceback': r"""
__new__($type, *args, **kwargs)
""",
    'tuple': r"""
__getnewargs__($self, /)
__new__($type, *args, **kwargs)
count($self, value, /)
index($self, value, start=0, stop=sys.maxsize, /)
""",
    'type': r"""
__dir__($self, /)
__instancecheck__($self, instance, /)
__new__($type, *args, **kwargs)
__sizeof__($self, /)
__subclasscheck__($self, subclass, /)
__subclasses__($self, /)
mro($self, /)
""",
    'unicodedata': r"""
bidirectional($self, chr, /)
category($self, chr, /)
combining($self, chr, /)
decimal($self, chr, default=<unrepresentable>, /)
decomposition($self, chr, /)
digit($self, chr, default=<unrepresentable>, /)
east_asian_width($self, chr, /)
is_normalized($self, form, unistr, /)
lookup($self, name, /)
mirrored($self, chr, /)
name($self, chr, default=<unrepresentable>, /)
normalize($self, form, unistr, /)
numeric($self, chr, default=<unrepresentable>, /)
""",
    'zip': r"""
__new__($type, *args, **kwargs)
""",
    'zip_longest': r"""
__new__($type, *args, **kwargs)
""",
    'zlib': r"""
adler32($module, data, value=1, /)
compress($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)
compressobj($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,             wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,             strategy=Z_DEFAULT_STRATEGY, zdict=None)
crc32($module, data, value=0, /)
decompress($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)
decompressobj($module, /, wbits=MAX_WBITS, zdict=b'')
""",
}


def _of(owner, name):
    for line in _TABLE.get(owner, "").splitlines():
        if line.startswith(name) and line[len(name)] == "(":
            return line[len(name):]
    return None


def find(obj):
    """The text signature of a built-in class, function or method; None: it has none."""
    if isinstance(obj, type):
        return _of("", obj.__name__)
    name = obj.__name__
    if isinstance(obj, (types.WrapperDescriptorType, types.MethodWrapperType)):
        return _of("=", name)
    owner = getattr(obj, "__objclass__", None)
    if owner is not None:
        return _of(owner.__name__, name)
    receiver = getattr(obj, "__self__", None)
    if receiver is None or isinstance(receiver, types.ModuleType):
        qualified = obj.__qualname__
        if "." in qualified:
            return _of(qualified.split(".")[0], name)
        module = getattr(obj, "__module__", None)
        return _of(module, name) or _of("builtins" if module is None else "_" + module, name) or _of((module or "").lstrip("_"), name)
    # A method of a class is one of the class's own (a class method), or of its metaclass.
    for cls in [*(receiver.__mro__ if isinstance(receiver, type) else ()), *type(receiver).__mro__]:
        text = _of(cls.__name__, name)
        if text:
            return text
    return None
