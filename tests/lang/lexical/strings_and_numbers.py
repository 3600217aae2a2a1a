# Literals (2.4, 2.5): every form, and f-strings.  # python3.12
print("a" 'b' """c""" '''d''', r"\n", R"\\", u"u", b"b" B'c', br"\x", rb"\x", Rb"\q", bR'\'', f"f" F'g', fr"\{1}", rf"{2}\n")
print("\a\b\f\v\r\t\0\\\'\"".encode(), "\101\x41\u0041\U00000041\N{LATIN SMALL LETTER A}\N{greek small letter alpha}", "\
joined", '''multi
line''', """quotes " and ""in""", 'it\'s', "\477"[0] if False else "", b"\xff\0\101\\".hex())
print(len("\U0001F600"), "\ud800".encode("utf-8", "surrogatepass"), ascii("\x7f\x80\uffff\U00010000"), repr("\x00\x1f\x7f\xa0\xad\u200b\u2028\ue000\U0001f600"))
print(0, 00, 0_0, 1_000, 0x_ff, 0XFF, 0o17, 0O1_7, 0b101, 0B1_0, 1., .5, 1e3, 1E-3, 1_0.0_1e1_0, 0e0, 1j, 1.5J, 1e2j, 00.5, 09.5, 09e1, 1_0j, 0j, 123456789012345678901234567890, 0xdeadbeefdeadbeefdead)
print(1 .real, 1..real, 1.0.is_integer(), 1if 1else 2, [1for _ in [1]], 0x1for x in [] if False else 3) if False else print(1 .real, 1..real, 1.0.is_integer())
x, y, name, d, l = 1.5, 42, "naïve", {"k": "v", 'q': [1]}, [1, 2]
print(f"{x} {y!r} {name!a} {name!s:>8} {y:05d} {x:.3f} {x!r:^10} {y:{x:.0f}} {y:>{y//5}} {d['k']} {d["k"]} {l[0]}{l[-1]} {{}} {{{y}}} {y}}} {'nested ' + f'{y + 1}'} {f"{f"{f'{y}'}"}"}")
print(f"{y=} {y = } {y=!r} {y=:>6} {x + 1=} {d['k']=} { l [ 0 ] = } {name=!s} {y=!a:>5} {'a'=}")
print(f"{(lambda v: v * 2)(3)} {[i for i in l]} { {1: 2}[1] } {({'a': 1})} {l and 'yes' or 'no'} {y if x else 0} {x:%} {y:x}{y:#x}{y:b} {'\n'.join(['a', 'b'])} {"a" "b"} {x!r}{y!s}")
print(f"""multi {
    y
    + 1  # a comment
} line {
    d[
        'k'
    ]
}""", f'{y:{"0"}>{"8"}}', f"{y:{'>'}{10}}", f"{x:{5}.{2}}", f"{'a':{'*'}^{7}}", f"{x:}", f"{y!r:}", f"\N{BULLET}{y}\x41\{y}", rf"\N{y}", f"\\{y}", f"{y}" "plain {y}" f"{x}", f"", f"{''}", f"{chr(123)}", f"{1,}", f"{1, 2}", f"{*l,}", f"{lambda_ if False else 5}" if False else "", f"{(yy := 7)} {yy}", f"{y:=+5}", f"{'!'}", f"{'a' != 'b'}", f"{y!=4}", f"{y>=4}", f"{y==42}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
o = F()
print(f"{o} {o!s} {o!r} {o!a} {o:abc} {o:{y}} {o!r:>6} {o:a{{b}}c} {o:{'{'}} {o:%H:%M} {o:a:b!r} {o=} {o=:x} {o: } {o:\n}".replace("\n", "N"))
def attempt(f, *a):
    try: return f(*a)
    except Exception as e: return f"{type(e).__name__}: {e}"
print(attempt(lambda: f"{y:zz}"), attempt(lambda: f"{l:5}"), attempt(lambda: f"{None:5}"), attempt(lambda: f"{'a':d}"), attempt(lambda: f"{x:d}"), attempt(lambda: f"{undefined}"), attempt(lambda: f"{y:{'a'}{'b'}}"), attempt(lambda: f"{l[5]}"))
# errors of the tokens and literals
for source in ["'abc", '"abc\n"', "'''abc", "f'{'", "f'{}'", "f'{a b}'", "f'}'", "f'{a!}'", "f'{a!z}'", "f'{a!r b}'", "f'{!r}'", "f'{:5}'", "f'{a:{b:{c}}}'", "f'{a", "f'{a[}'", "f'{(}'", "f'{a)}'", "f'{#}'", "f'{a=b}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{yield}'", "f'{a:'", "f'''{\na", "b'é'", "'\\x4'", "'\\u12'", "'\\U00110000'", "'\\N{nope}'", "'\\N'", "b'\\x'", "0777", "0b12", "0o8", "0xg", "1__0", "1_", "0_", "1e", "1e+", "1.5_", "0b", "0x", "1a", "1.a", "0x1z", "1_a", "09", "1__0.5", "0b1_", "1jx", "'a' b'b'", "f'a' b'b'", "ur'a'", "a$b", "a ? b", "a ! b", "`a`", "é€", "a\u00a0b", "\\x", "x = \\", "x = \\ \n1", "(", "[1", "{1: ", ")", "(]", "{1)", "(\n1\n]", "if 1:\n  x\n y", "if 1:\nx", "  x", "x\n  y", "if 1:\n\tx\n        y", "a\x00b", "'a\x00b'", "\ufeffx", "x\u200b", "\"\\8\"", "'\\d'", "b'\\d'", "1if 1else 2", "1or 2", "0xfor x in y", "1in [1]", "f'{1}{'", "f\"{'a\"}'", "rf'{a!'", "f'{a}}'", "f'{{}'", "f'{a!r:{b!r:x}}'", "f'{a:{b}{c}}'", "f'{a:{{b}}}'", "f'{\\n}'", "f'{a\\n}'", "'a''b'f'{c'"]:
    import warnings
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: compile(source, "<s>", "exec"); r = "fine"
        except SyntaxError as e: r = f"{type(e).__name__}: {e.msg} {e.lineno} {e.offset} {e.end_lineno} {e.end_offset} {e.text!r}"
        except ValueError as e: r = f"ValueError {e}"
    print(ascii(source), r, [(x.category.__name__, str(x.message), x.lineno) for x in w])
