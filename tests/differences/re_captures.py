# What a group holds after an iteration that matched nothing is PCRE2's answer, not that of CPython's engine.
import re
for pattern, text in ((r"( ??|.+?){,2}", "c1"), (r"((a)*?|){,2}", "Aa"), (r"a|c{2}b++|()*+", "1a"), (r"((|a)*+|)??", "a")):
    print(pattern, [(m.span(), m.groups()) for m in re.finditer(pattern, text)])
