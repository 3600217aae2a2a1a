# python3.12
"""A Scheme interpreter with macros, tail calls, continuations by exceptions, and a REPL-like driver."""
import operator as op
import sys
from functools import reduce


class Symbol(str):
    table = {}
    def __new__(cls, name):
        return cls.table.setdefault(name, super().__new__(cls, name))
    def __repr__(self): return str(self)


class Pairless(list): pass


class SchemeError(Exception): pass
class SchemeSyntax(SchemeError, SyntaxError): pass


QUOTE, IF, DEFINE, LAMBDA, BEGIN, SET, LET, COND, ELSE, AND, OR, MACRO, QQ, UNQ = map(
    Symbol, "quote if define lambda begin set! let cond else and or define-macro quasiquote unquote".split())


def tokens(src):
    i, n = 0, len(src)
    while i < n:
        c = src[i]
        if c.isspace(): i += 1
        elif c == ";":
            while i < n and src[i] != "\n": i += 1
        elif c in "()'`,": yield c; i += 1
        elif c == '"':
            j = src.index('"', i + 1)
            yield src[i:j + 1]; i = j + 1
        else:
            j = i
            while j < n and not src[j].isspace() and src[j] not in "()'`,;": j += 1
            yield src[i:j]; i = j


def read(it):
    try: t = next(it)
    except StopIteration: raise SchemeSyntax("unexpected end of input") from None
    if t == "(":
        out = []
        while (x := read(it)) is not CLOSE: out.append(x)
        return out
    if t == ")": return CLOSE
    if t in QUOTES: return [QUOTES[t], read(it)]
    return atom(t)


CLOSE = object()
QUOTES = {"'": QUOTE, "`": QQ, ",": UNQ}


def atom(t):
    if t == "#t": return True
    if t == "#f": return False
    if t[0] == '"': return t[1:-1]
    for f in (int, float, complex):
        try: return f(t)
        except ValueError: pass
    return Symbol(t)


def parse_all(src):
    it = tokens(src)
    for t in it:
        import itertools
        x = read(itertools.chain([t], it))
        if x is CLOSE: raise SchemeSyntax("unexpected )")
        yield x


def show(x):
    match x:
        case True: return "#t"
        case False: return "#f"
        case None: return ""
        case Symbol(): return str(x)
        case str(): return f'"{x}"'
        case list(): return "(" + " ".join(map(show, x)) + ")"
        case Lambda(name=n): return f"#<procedure {n}>"
        case _: return repr(x) if not callable(x) else f"#<builtin {x.__name__}>"


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        self.outer = outer
        if isinstance(names, Symbol): self[names] = list(values)
        else:
            names = list(names)
            if Symbol(".") in names:
                k = names.index(Symbol("."))
                self.update(zip(names[:k], values)); self[names[k + 1]] = list(values[k:])
            else:
                if len(names) != len(values):
                    raise SchemeError(f"expected {len(names)} arguments, got {len(values)}")
                self.update(zip(names, values))
    def find(self, name):
        e = self
        while e is not None:
            if name in e: return e
            e = e.outer
        raise SchemeError(f"unbound variable: {name}")


class Lambda:
    def __init__(self, params, body, env, name="anonymous"):
        self.params, self.body, self.env, self.name = params, body, env, name
    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))


macros = {}


def expand_qq(x):
    if not isinstance(x, list): return [QUOTE, x]
    if x and x[0] is UNQ: return x[1]
    return [Symbol("list"), *map(expand_qq, x)]


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol): return env.find(x)[x]
        if not isinstance(x, list): return x
        if not x: raise SchemeSyntax("empty combination")
        match x:
            case [h, v] if h is QUOTE: return v
            case [h, v] if h is QQ: x = expand_qq(v)
            case [h, test, yes, *no] if h is IF:
                x = yes if evaluate(test, env) is not False else (no[0] if no else None)
            case [h, [name, *params], *body] if h is DEFINE:
                env[name] = Lambda(params, [BEGIN, *body], env, name); return None
            case [h, name, value] if h is DEFINE:
                env[name] = v = evaluate(value, env)
                if isinstance(v, Lambda) and v.name == "anonymous": v.name = name
                return None
            case [h, name, value] if h is SET: env.find(name)[name] = evaluate(value, env); return None
            case [h, params, *body] if h is LAMBDA: return Lambda(params, [BEGIN, *body], env)
            case [h, *body] if h is BEGIN:
                for e in body[:-1]: evaluate(e, env)
                x = body[-1] if body else None
            case [h, bindings, *body] if h is LET:
                x = [[LAMBDA, [b[0] for b in bindings], *body], *(b[1] for b in bindings)]
            case [h, *clauses] if h is COND:
                for test, *body in clauses:
                    if test is ELSE or evaluate(test, env) is not False:
                        x = [BEGIN, *body]; break
                else: return None
            case [h, *xs] if h is AND:
                for e in xs[:-1]:
                    if evaluate(e, env) is False: return False
                x = xs[-1] if xs else True
            case [h, *xs] if h is OR:
                for e in xs[:-1]:
                    if (v := evaluate(e, env)) is not False: return v
                x = xs[-1] if xs else False
            case [h, [name, *params], *body] if h is MACRO:
                macros[name] = Lambda(params, [BEGIN, *body], env, name); return None
            case [Symbol() as h, *args] if h in macros: x = macros[h](*args)
            case [f, *args]:
                f = evaluate(f, env)
                args = [evaluate(a, env) for a in args]
                if isinstance(f, Lambda): x, env = f.body, Env(f.params, args, f.env)
                elif callable(f): return f(*args)
                else: raise SchemeError(f"not a procedure: {show(f)}")


def callcc(f):
    class Escape(Exception):
        value = None
    ball = Escape()
    def throw(v=None): ball.value = v; raise ball
    try: return f(throw)
    except Escape as e:
        if e is not ball: raise
        return e.value


def display(*xs): print(*(x if isinstance(x, str) else show(x) for x in xs))


G = Env()
G.update({Symbol(k): v for k, v in {
    "+": lambda *a: sum(a), "*": lambda *a: reduce(op.mul, a, 1), "-": lambda a, *r: reduce(op.sub, r, a) if r else -a,
    "/": lambda a, *r: reduce(op.truediv, r, a), "<": op.lt, ">": op.gt, "=": op.eq, "<=": op.le, ">=": op.ge,
    "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a, *b], "list": lambda *a: list(a),
    "null?": lambda x: x == [], "pair?": lambda x: isinstance(x, list) and x != [], "eq?": op.is_, "equal?": op.eq,
    "not": lambda x: x is False, "display": display, "length": len, "append": lambda *a: sum(a, []), "remainder": op.mod,
    "quotient": op.floordiv, "apply": lambda f, a: f(*a), "call/cc": callcc, "string-append": lambda *a: "".join(a),
    "number->string": str, "error": lambda *a: (_ for _ in ()).throw(SchemeError(" ".join(map(show, a)))),
}.items()})

PROGRAM = r"""
(define (fact n) (if (= n 0) 1 (* n (fact (- n 1)))))
(fact 30)
(define (loop i acc) (if (= i 0) acc (loop (- i 1) (+ acc i))))
(loop 20000 0)
(define (map f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs)))))
(map (lambda (x) (* x x)) '(1 2 3 4.5))
(define-macro (unless c . body) `(if ,c #f ,(cons 'begin body)))
(unless (> 1 2) (display "unless" 1 2.5 '(a "b" #t)) 'done)
(let ((x 2) (y 3)) (cond ((> x y) 'gt) ((= x y) 'eq) (else 'lt)))
(define counter ((lambda () (let ((n 0)) (lambda () (set! n (+ n 1)) n)))))
(counter) (counter)
(call/cc (lambda (k) (map (lambda (x) (if (< x 0) (k x) x)) '(1 -2 3))))
(and 1 2 #f 3) (or #f #f 'x) (and) (or)
fact car
(define (primes n) (define (sieve xs) (if (null? xs) '() (cons (car xs) (sieve (filter (lambda (x) (not (= 0 (remainder x (car xs))))) (cdr xs)))))) (sieve (range 2 n)))
(define (filter p xs) (cond ((null? xs) '()) ((p (car xs)) (cons (car xs) (filter p (cdr xs)))) (else (filter p (cdr xs)))))
(define (range a b) (if (>= a b) '() (cons a (range (+ a 1) b))))
(primes 60)
((lambda args args) 1 2 3)
((lambda (a . rest) rest) 1 2 3)
(+ 1+2j 3)
"""
for form in parse_all(PROGRAM):
    r = evaluate(form, G)
    if r is not None: print(show(form)[:60], "=>", show(r))
for bad in ["(foo)", "(1 2)", "(fact)", ")", "(car 5)", "(", "()", "(error 'bad 1 \"s\")", "(car '())", "(+ 1 'a)"]:
    try: [evaluate(f, G) for f in parse_all(bad)]
    except SchemeSyntax as e: print(bad, "syntax:", e, e.msg)
    except SchemeError as e: print(bad, "scheme:", e)
    except Exception as e: print(bad, type(e).__name__, e)
sys.setrecursionlimit(500)
try:
    evaluate(next(parse_all("(define (deep n) (+ 1 (deep n)))")), G)
    evaluate(next(parse_all("(deep 1)")), G)
except RecursionError as e:
    print("RecursionError", str(e)[:32])
