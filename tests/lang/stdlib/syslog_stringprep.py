# python3.12
"""syslog: constants, masks, wrong arguments. stringprep: sums over the tables."""
import stringprep
import syslog


def attempt(call, *args):
    try:
        print(call.__name__, args, repr(call(*args)))
    except Exception as error:
        print(call.__name__, args, type(error).__name__)


print(sorted((name, value) for name, value in vars(syslog).items() if name.startswith("LOG_") and isinstance(value, int)))
for call, *args in ((syslog.LOG_MASK, 3), (syslog.LOG_UPTO, 7), (syslog.setlogmask, 0), (syslog.setlogmask, syslog.LOG_UPTO(3)), (syslog.setlogmask, 255), (syslog.openlog,),
                    (syslog.openlog, "me", syslog.LOG_PID, syslog.LOG_MAIL), (syslog.syslog, "a message"), (syslog.syslog, syslog.LOG_ERR, "worse"),
                    (syslog.syslog, syslog.LOG_ERR | syslog.LOG_LOCAL1, "é"), (syslog.syslog,), (syslog.syslog, 1, 2, 3), (syslog.syslog, 5), (syslog.syslog, "a", "b"),
                    (syslog.openlog, 5), (syslog.closelog,), (syslog.closelog,)):
    attempt(call, *args)

for name in "a1 b1 c11 c12 c11_c12 c21 c22 c21_c22 c3 c4 c5 c6 c7 c8 c9 d1 d2".split():
    table = getattr(stringprep, "in_table_" + name)
    members = [code for code in range(0, 0x30000) if table(chr(code))]
    print(name, len(members), sum(members), members[:3], members[-2:], [table(chr(c)) for c in (0xE0001, 0xF0000, 0x10FFFF, 0x10FFFD)])
for mapping in (stringprep.map_table_b2, stringprep.map_table_b3):
    changed = [(code, text) for code in range(0x20000) if (text := mapping(chr(code))) != chr(code)]
    print(len(changed), sum(code * sum(map(ord, text)) for code, text in changed), [ascii(mapping(c)) for c in "AßİΣ\u2121\u1e9e\ufb01\U0001d400"])
