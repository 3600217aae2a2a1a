# format(), % and str.format with specifications made by a small generator.
seed = 7
N = 900
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
def pick(x): return x[rnd(len(x))]
VALS = [0, 1, -1, 255, -255, 10**20, -10**20, 1.5, -1.5, 0.0, -0.0, 1e300, 1e-300, float('inf'), float('nan'), 'abc', 'é日😀', '', True, None, [1, 'a'], (1,), {'k': 1}, b'xy', 3+4j, 123456.789, 97, 0x1F600, 0.1, 2/3, 1e16, 1e15, 123456789, 5e-324]
def t(name, f, *a):
    try: r = f(*a)
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(name, ascii(a), '=>', ascii(r))
def spec():
    s = ''
    if rnd(3) == 0: s += pick('*é<0 ') + pick('<>^=')
    elif rnd(3) == 0: s += pick('<>^=')
    if rnd(3) == 0: s += pick('+- ')
    if rnd(8) == 0: s += 'z'
    if rnd(5) == 0: s += '#'
    if rnd(5) == 0: s += '0'
    if rnd(2): s += str(rnd(25))
    if rnd(5) == 0: s += pick(',_')
    if rnd(3) == 0: s += '.' + str(rnd(20))
    if rnd(2): s += pick('bcdeEfFgGnosxX%rq')
    return s
def pspec():
    s = '%'
    if rnd(8) == 0: s += '(' + pick(['a', 'b', '', 'x y']) + ')'
    while rnd(2): s += pick('-+ #0')
    if rnd(2): s += str(rnd(20)) if rnd(5) else '*'
    if rnd(3) == 0: s += '.' + (str(rnd(20)) if rnd(5) else pick(['*', '']))
    if rnd(8) == 0: s += pick('hlL')
    return s + pick('diouxXeEfFgGcrsa%' + ('bz' if rnd(9) == 0 else ''))
for i in range(N):
    k = rnd(4)
    if k == 0:
        t('format', format, pick(VALS), spec())
    elif k == 1:
        f = ''.join(pick(['x', '%%', 'é', pspec(), pspec()]) for _ in range(rnd(4)))
        args = tuple(pick(VALS) for _ in range(rnd(4))) if rnd(2) else pick(VALS)
        if rnd(8) == 0: args = {'a': pick(VALS), 'b': pick(VALS), '': 5}
        t('percent', lambda f, a: f % a, f, args)
    elif k == 2:
        f = ''.join(pick(['x', '%%', pspec(), pspec()]) for _ in range(rnd(4))).encode()
        args = tuple(pick(VALS) for _ in range(rnd(4))) if rnd(2) else pick(VALS)
        if rnd(8) == 0: args = {b'a': pick(VALS), b'b': pick(VALS), b'': 5}
        t('bpercent', lambda f, a: f % a, f, args)
    else:
        def field():
            n = pick(['', '', '0', '1', 'a', 'a.b', '0[0]', '1[k]', '.real', '[0]', '[k]', 'zz', '0.imag', 'a[', ']', '0[0]x'] if rnd(3) else ['', ''])
            c = pick(['', '', '', '!r', '!s', '!a', '!x', '!']) if rnd(2) else ''
            sp = ':' + spec() if rnd(2) else ''
            if rnd(6) == 0: sp = ':' + pick('<>^') + '{' + pick(['', '1', 'w', '0[0]']) + '}'
            return '{' + n + c + sp + '}'
        f = ''.join(pick(['x', '{{', '}}', 'é', field(), field(), field(), '{' if rnd(9) == 0 else '', '}' if rnd(9) == 0 else '']) for _ in range(rnd(4)))
        args = tuple(pick(VALS) for _ in range(rnd(4)))
        t('str.format', lambda f, args: f.format(*args, a=VALS[3], w=12), f, args)
