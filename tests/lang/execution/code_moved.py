"""code.replace(): the lines of a copy follow its first one, and what tracebacks show is its file's."""
import os
import tempfile
import traceback


def here(a):
    x = 1

    return x / a


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "other.py")
    with open(path, "w") as file:
        file.write("".join(f"line {i} of another file\n" for i in range(1, 30)))
    code = here.__code__
    for first, name in ((3, path), (20, path), (100, path), (7, "<made>"), (code.co_firstlineno, code.co_filename)):
        def moved(a):
            pass
        moved.__code__ = code.replace(co_firstlineno=first, co_filename=name)
        try:
            moved(0)
        except ZeroDivisionError as e:
            entry = traceback.extract_tb(e.__traceback__)[-1]
            print(entry.lineno - first, entry.line, moved.__code__.co_firstlineno == first)
            print("".join(traceback.format_exception(e)[2:]).replace(folder, "").replace(os.path.dirname(os.path.abspath(__file__)), "").replace(os.path.dirname(__file__) or "/", "/"))
    print(next(line for _, _, line in code.replace(co_firstlineno=50).co_lines() if line) >= 50, here.__code__ is code, code.co_firstlineno)
    try:
        code.replace(co_firstlineno=2**40)
    except OverflowError as e:
        print("OverflowError")
