# typhon-only: releases of CPython from before 2025 know less. Control characters do not get into cookies, nor anything into the script that sets one (library reference, "http.cookies").
import pickle
from http import cookies


def shown(call, *args):
    try:
        return call(*args)
    except cookies.CookieError as error:
        return "CookieError"


for character in ("\n", "\r", "\0", "\x1f", "\x7f"):
    morsel = cookies.Morsel()
    bad = f"a{character}b"
    print(ascii(character), shown(morsel.set, bad, "v", "v"), shown(morsel.set, "k", bad, "v"), shown(morsel.set, "k", "v", bad), shown(morsel.__setitem__, "path", bad),
          shown(morsel.setdefault, "path", bad), shown(morsel.update, {"path": bad}), shown(morsel.__setstate__, {"key": "k", "value": bad, "coded_value": "v"}))
morsel = cookies.Morsel()
morsel.set("name", "value", '"coded"')
morsel |= {"Path": "/a", "max-age": 5}
print(type(morsel).__name__, morsel.output(), morsel["path"])
try:
    morsel |= {"path": "\n"}
except cookies.CookieError:
    print("refused", morsel["path"])
print(morsel.js_output())
print(pickle.loads(pickle.dumps(morsel)) == morsel)
simple = cookies.SimpleCookie()
print(shown(simple.__setitem__, "text", "two\nlines"), simple)
