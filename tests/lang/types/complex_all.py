def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for text in ["1", "1j", "j", "-j", "+j", "1+2j", "1-2J", "(1+2j)", "( 1+2j )", " (1+2j) ", "(1+2j", "1+2j)", "((1j))", "1 + 2j", "1+j", "1-j", "1e5-1e-5j", "inf+nanj", "-infj", "nan", "1_0+2_0j", "1__0j", "_1j", "",
             " ", "()", "1+", "1+2", "1j2", "1jj", "i", "1+2i", ".5j", "5.j", ".j", "1e500", "\u0661+\u0662j", "1+-2j", "1\x00", "infinityj", "x"]:
    show(lambda: complex(text))
for e in ["complex()", "complex(1, 2)", "complex(1j, 2j)", "complex(1, 2j)", "complex(1j, 2)", "complex(real=1, imag=2)", "complex(imag=2)", "complex('1', 2)", "complex(1, '2')", "complex([])", "complex(1, [])",
          "complex([], 1)", "complex(None)", "complex(1, 2, 3)", "complex(x=1)", "complex(1, real=2)", "complex(True)", "complex(10**400)", "complex(b'1')", "complex(-0.0, -0.0)", "complex(-0.0, 0.0)",
          "-1j", "-(1+0j)", "1j * 1j", "(1+2j) * (3-4j)", "(1+2j) / (3-4j)", "(1+2j) / 0", "(1+2j) / 0j", "(1+2j) + 1", "1 + (1+2j)", "1.5 - (1+2j)", "(1+2j) - True", "2 * (1+2j)", "1 / 2j", "(1e300+1e300j) / (1e300+1e300j)",
          "1j ** 2", "1j ** -1", "(1+2j) ** 3", "(1+2j) ** -3", "(1+2j) ** 0", "0j ** 0", "0j ** 2", "0j ** -1", "0j ** 1j", "(1+2j) ** 0.5", "2 ** 1j", "(-8) ** (1/3)", "(1e200+1j) ** 2", "(1+1j) ** 200", "(2+0j) ** 101",
          "pow(1j, 2, 3)", "pow(1j, 2, None)", "1j // 1", "1j % 1", "divmod(1j, 1)", "1j < 2", "1j > 1j", "1j == 1j", "1j != 1", "1 == 1+0j", "1.5 == 1.5+0j", "10**400 == 1j", "1j == 'a'", "abs(3+4j)", "abs(-5j)",
          "abs(complex(1e308, 1e308))", "abs(complex(float('inf'), float('nan')))", "abs(complex(float('nan'), 1))", "+(1j)", "~1j", "int(1j)", "float(1j)", "bool(0j)", "bool(1j)", "round(1j)", "hash(1j)", "hash(1+0j) == hash(1)",
          "hash(1.5+2j)", "hash(-1j)", "hash(complex(float('inf'), 2))", "(1+2j).real", "(1+2j).imag", "(1+2j).conjugate()", "(1+2j).__complex__()", "(1+2j).__getnewargs__()", "(1+2j).__pow__(2)", "(1+2j).__rpow__(2)",
          "(1+2j).__add__(1)", "(1+2j).__radd__('a')", "(1+2j).real.__class__", "1j + 'a'", "sum([1j, 2, 3.5])", "str(1+2j)", "repr(1e16+1e-5j)", "[1j, -0j, 1-0j]", "complex('nan')", "complex(float('nan'), -float('inf'))",
          "format(1+2j)", "format(1+2j, '')", "format(1+2j, '.2f')", "format(1.5+2.25j, '>20')", "format(1j, '+.1e')", "format(-1-2j, ' ')", "format(1+2j, '^20g')", "format(1+2j, '*<15.3')", "format(0j, '.3')", "format(1234567+1j, ',')",
          "format(1234567+1j, ',.1f')", "format(1j, '05')", "format(1j, '=5')", "format(1j, '0<9')", "format(1j, 'd')", "format(1j, '%')", "format(1j, 'n')", "format(-0j, 'z')", "format(complex('inf-nanj'), 'G')", "format(1+2j, '#.0f')",
          "f'{1+2j:.1f}'", "'%s' % (1+2j)", "'%d' % 1j", "'{:g}'.format(0.5j)", "(1+2j).real = 1" if False else "1"]:
    print(e, end=" -> ")
    show(lambda: eval(e))
