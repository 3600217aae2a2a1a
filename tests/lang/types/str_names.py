# \N{...} in literals, and the encodings that know names.
def t(name, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ": " + str(e)
    print(name, "=>", r.encode("ascii", "backslashreplace").decode()[:400])


t("'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{greek small letter alpha}\\N{NULL}\\N{LF}\\N{SNOWMAN}\\N{CJK UNIFIED IDEOGRAPH-4E00}\\N{HANGUL SYLLABLE GAG}\\N{DIGIT ONE}'", lambda: ('\N{LATIN SMALL LETTER E WITH ACUTE}\N{greek small letter alpha}\N{NULL}\N{LF}\N{SNOWMAN}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{DIGIT ONE}'))
t("f'\\N{DEGREE SIGN}{5}\\N{EM DASH}'", lambda: (f'\N{DEGREE SIGN}{5}\N{EM DASH}'))
t("rb'\\N{SNOWMAN}x'.decode('unicode_escape')", lambda: (rb'\N{SNOWMAN}x'.decode('unicode_escape')))
t("rb'\\N{NOPE}'.decode('unicode_escape')", lambda: (rb'\N{NOPE}'.decode('unicode_escape')))
t("rb'\\N{NOPE}'.decode('unicode_escape', 'replace')", lambda: (rb'\N{NOPE}'.decode('unicode_escape', 'replace')))
t("rb'\\N'.decode('unicode_escape')", lambda: (rb'\N'.decode('unicode_escape')))
t("rb'\\N{'.decode('unicode_escape')", lambda: (rb'\N{'.decode('unicode_escape')))
t("rb'\\N{}'.decode('unicode_escape')", lambda: (rb'\N{}'.decode('unicode_escape')))
t("rb'a\\N{abc'.decode('unicode_escape')", lambda: (rb'a\N{abc'.decode('unicode_escape')))
t("'\xe9\u03b1\\ud800\\x80\U0001f600'.encode('ascii', 'namereplace')", lambda: ('éα\ud800\x80😀'.encode('ascii', 'namereplace')))
t("b'\\xff'.decode('ascii', 'namereplace')", lambda: (b'\xff'.decode('ascii', 'namereplace')))
t("b'\\N{SNOWMAN}', r'\\N{x}'", lambda: (b'\N{SNOWMAN}', r'\N{x}'))
t('eval(r"\'\\N{nope}\'")', lambda: (eval(r"'\N{nope}'")))
t('eval(r"\'\\N\'")', lambda: (eval(r"'\N'")))
t('eval(r"\'\\N{\'")', lambda: (eval(r"'\N{'")))
t('eval(r"\'\\N{}\'")', lambda: (eval(r"'\N{}'")))
