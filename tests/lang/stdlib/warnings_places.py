# python3.12
"""What a warning is about: stack levels, files passed over, sources; the checks of filters; repr of catch_warnings."""
import os
import warnings

FOLDER = os.path.dirname(os.path.abspath(__file__))


def shown(give):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            give()
        except Exception as error:
            print(type(error).__name__, error)
        for each in caught:
            print(each.category.__name__, each.message, os.path.basename(each.filename), each.lineno, each.line, each.source)


def inner(**options):
    warnings.warn("m", **options)


def outer(**options):
    inner(**options)


for options in ({"skip_file_prefixes": ("/nope",)}, {"skip_file_prefixes": ("/nope",), "stacklevel": 3}, {"skip_file_prefixes": ["/x"]},
                {"skip_file_prefixes": (3,)}, {"skip_file_prefixes": (FOLDER,)}, {"stacklevel": 3}, {"stacklevel": 300}, {"stacklevel": -3},
                {"category": int}, {"category": 3}, {"category": ValueError}, {"source": 5}):
    shown(lambda: outer(**options))
shown(lambda: warnings.warn(DeprecationWarning("x"), UserWarning))
shown(lambda: warnings.warn_explicit("e", UserWarning, "f.py", 3))
print(repr(warnings.catch_warnings()), repr(warnings.catch_warnings(record=True)), repr(warnings.catch_warnings(module=5)))
for options in ({"action": "q"}, {"message": 3}, {"category": 3}, {"category": int}, {"module": 3}, {"lineno": -1}):
    try:
        warnings.filterwarnings(**{"action": "error", **options})
    except Exception as error:
        print(type(error).__name__, error)
for action in ("once", "module", "default", "always"):
    with warnings.catch_warnings(record=True, action=action) as caught:
        for _ in range(3):
            warnings.warn("aa")
            warnings.warn("bb")
        warnings.warn("aa")
        print(action, len(caught))
with warnings.catch_warnings():
    warnings.filters.insert(0, ("odd", None, Warning, None, 0))
    try:
        warnings.warn("z")
    except RuntimeError as error:
        print(error)
print(warnings.WarningMessage("a", UserWarning, "f", 1, None, "l", 7))
