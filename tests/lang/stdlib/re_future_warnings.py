# Sets that may mean something else one day are warned of: nested ones, and doubled "-", "&", "~" and "|".
import re
import warnings

PATTERNS = ["[[a]", "[^[a]", "[a--b]", "[--a]", "[a-z--aeiou]", "[+--]", "[a&&b]", "[&&a]", "[a~~b]", "[a||b]", "[a|b]", r"[a\-\-b]", "[a-zA-Z0-9||.--]", r"[\w--x]",
            b"[[x]", b"[a&&b]", "x[[]", "(?x) [ [a]  # [[", r"[\[a]", "a|b||c", "[]&&]", "[^--x]", "[[a--b&&c]"]
for pattern in PATTERNS:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            found = [*re.finditer(pattern, "x[]-&~|ab" if isinstance(pattern, str) else b"x[]-&~|ab")]
        except re.error as error:
            found = str(error)
    print(pattern, found if isinstance(found, str) else [m.group() for m in found], [(str(w.message), w.category.__name__, w.filename == __file__) for w in caught])

with warnings.catch_warnings():
    warnings.simplefilter("error")
    for function in re.compile, lambda pattern: re.sub(pattern, "", ""):
        try:
            function("[b--c]")
        except FutureWarning as warning:
            print("raised:", warning)
