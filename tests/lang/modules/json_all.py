import json, io, collections, enum


def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)


for text in ['{"a": [1, 2.5, "x", null, true, false]}', " [ ] ", "{}", "[1,2", '{"a" 1}', '{"a":}', "[1,]", '{"a":1,}', "{1:2}", "", "   ", "nul", "truex", "1 2", '"abc', '"a\\qb"', '"\\u12"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\\ud83d\\u0041"',
             '"tab\there"', '"\x01"', "-", "-1", "-0", "01", "1.", "1.5e", "1e5", "1E+2", "1e-3", "-1.5e300", "1e999", "123456789012345678901234567890", "999999999999999999", "NaN", "Infinity", "-Infinity", "-Inf", '["a","b"', '{"a":1 "b":2}', '{"a":1,"a":2}', '"é\u2028"', "[[[[]]]]", '{"k": {"n": [{}]}}',
             '\ufeff1', "[1 2]", '{"é": "ü", "x": tru}', '[\n1,\n2,\nx]', '"\\/\\b\\f\\n\\r\\t\\"\\\\"', "\t\n\r 5 \n", "5 x", "[1]]", '{"a":"b"}}', "'a'", "{'a':1}", "[,]", "{,}", "true false", '"\\']:
    t(json.loads, text)
t(json.loads, b'{"a": "\xc3\xa9"}'); t(json.loads, bytearray(b"[1]")); t(json.loads, "[1]".encode("utf-16")); t(json.loads, "[1]".encode("utf-32-le")); t(json.loads, b"\xef\xbb\xbf1"); t(json.loads, 5); t(json.loads, None); t(json.loads, b"\xff")
t(json.loads, '{"a": 1, "b": {"c": 2}}', object_hook=lambda d: list(d.items())); t(json.loads, '{"a": 1, "a": 2}', object_pairs_hook=tuple)
t(json.loads, "[1, 2.5, NaN, -Infinity, 1e5]", parse_int=str, parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s); t(json.loads, '"a\tb"', strict=False); t(json.loads, "[1]", parse_int=lambda s: 1 / 0); t(json.loads, "1", parse_float=float, parse_int=int)
try: json.loads('{"a":\n  [1, 2,\n x]}')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError), type(e).__module__)
d = json.JSONDecoder(); print(d.raw_decode("  [1] tail", 2), d.decode(" 5 ")); t(d.raw_decode, "x"); t(d.raw_decode, "", 0); t(d.raw_decode, "abc", 99); t(d.raw_decode, "1", -1); print(json.load(io.StringIO("[1, 2]")))
deep = "[" * 50000
try: json.loads(deep)
except (RecursionError, ValueError): print("too deep")


class Color(enum.IntEnum):
    RED = 1


class S(str): pass


class I(int):
    def __repr__(self): return "I!"


class F(float):
    def __repr__(self): return "F!"


class L(list): pass


class D(dict): pass


class O: pass


values = [None, True, False, 0, -5, 2**70, 1.5, -0.0, 1e100, 1e-7, 1e16, float("nan"), float("inf"), float("-inf"), "", "abc", 'q"\\/', "\x00\x1f\x7f\n\t\b\f\r", "é\u2028\U0001f600", "\ud800", [], (), {}, [1, [2, [3]]], (1, "a"), {"a": 1, "b": [1, 2]}, {1: 2, 1.5: 3, None: 4, True: 5, False: 6, "s": 7}, Color.RED,
          {Color.RED: Color.RED}, S("sub"), I(5), F(2.5), L([1]), D(a=1), [[], {}, [{}]], {"z": 1, "y": {"b": 1, "a": 2}}, {2**70: 1}, {float("inf"): 1}]
for v in values:
    t(json.dumps, v); t(json.dumps, v, ensure_ascii=False, indent=2); t(json.dumps, v, separators=(",", ":")); t(json.dumps, v, allow_nan=False, indent="\t")
t(json.dumps, {"z": 1, "a": [3, {"y": 1, "b": 2}]}, sort_keys=True, indent=4); t(json.dumps, {"a": 1, 2: 3}, sort_keys=True); t(json.dumps, {(1, 2): 3}); t(json.dumps, {(1, 2): 3, "a": 1}, skipkeys=True); t(json.dumps, {(1, 2): 3}, skipkeys=True, indent=1); t(json.dumps, {b"x": 1})
t(json.dumps, O()); t(json.dumps, [O()], default=lambda o: "made"); t(json.dumps, {1, 2}); t(json.dumps, {1, 2}, default=sorted); t(json.dumps, b"x"); t(json.dumps, 1j, default=lambda c: [c.real, c.imag]); t(json.dumps, O(), default=lambda o: o); t(json.dumps, O(), default=lambda o: 1 / 0)
l = []; l.append(l); t(json.dumps, l); d = {}; d["d"] = [d]; t(json.dumps, d); s = [1]; t(json.dumps, [s, s])
t(json.dumps, [1, 2], indent=0); t(json.dumps, [1, [2]], indent=-1); t(json.dumps, [1, {"a": 2}], indent=2, separators=(", ", " : ")); t(json.dumps, "x", indent=None); t(json.dumps, [1], indent=True)


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, O): return {"o": 1}
        return super().default(o)


t(json.dumps, [{3, 1}, O()], cls=Enc); t(json.dumps, [1j], cls=Enc); print(Enc(indent=1).encode({"s": {1}}), "".join(json.JSONEncoder().iterencode([1, {"a": None}])), json.JSONEncoder(sort_keys=True).encode({"b": 1, "a": 2}))
f = io.StringIO(); json.dump({"a": [1, 2, 3]}, f, indent=1); print(f.getvalue()); f = io.StringIO(); json.dump("é", f, ensure_ascii=False); print(f.getvalue())
big = {"k%d" % i: [i, i / 7, "v" * (i % 5), {"n": None, "t": i % 2 == 0}] for i in range(300)}; print(json.loads(json.dumps(big)) == big, len(json.dumps(big)), len(json.dumps(big, indent=3, sort_keys=True)))
from json.decoder import scanstring; from json.encoder import encode_basestring, encode_basestring_ascii
print(scanstring('"ab\\n"x', 1), encode_basestring("é\x7f"), encode_basestring_ascii("é\x7f")); t(scanstring, "abc", 1)
