"""pdb, with what is typed in a file: stops, steps, breakpoints, what is shown and changed."""  # python3.12
import bdb
import io
import pdb
import re
import sys


def add(a, b):
    c = a + b
    return c * 2


def numbers(n):
    for i in range(n):
        yield i


def work():
    x = add(1, 2)
    kept = []
    for i in numbers(3):
        kept.append(i)
    try:
        add(1, "2")
    except TypeError as e:
        text = type(e).__name__
    return kept, x, text


def debug(commands, call=None, *args):
    bdb.Breakpoint.clearBreakpoints()
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO(commands.replace("; ", "\n") + "\n"), stdout=out, nosigint=True, readrc=False)
    result = debugger.runcall(call or work, *args)
    text = re.sub(r"(?m)\S*[/\\](?=\w+\.py)", "", out.getvalue())
    print(f"---- {commands}", text, f"= {result}", sep="\n")


debug("n; p x; n; n; n; n; p i, kept; c")
debug("s; s; a; p a + b; n; r; retval; n; p x; c")
debug("b add; c; p c; up; p __name__; down; p a; c; n; q")
debug("b 13; b; disable 1; enable 1; condition 1 b == '2'; c; p b; b = 5; n; p c; cl 1; c")
debug("tbreak add; c; b; ignore 7; c")
debug("b numbers; commands 1; silent; p n * 10; c; c")
debug("whatis add; whatis 1; pp {1: [2]}; p 1 / 0; p nothing; x = 5; !y = x + 1; p y; q")
debug("l 12, 14; b add; b; c; l 12, 13; ll; c")
debug("display x; n; n; display; undisplay x; c")
debug("unt 24; p kept; unt; p x; c")
debug("b 27; ignore 1 1; b 24; ignore 2 2; c; p i; c")
debug("alias two p %1, %1; two 7; alias; unalias two; two; b nowhere; b 1000; cl 9; cl; xyz abc")
debug("r; n; c", add, 3, 4)
debug("n; n; j 20; p x; n; n; j 25; p x, kept; n; n; n; c")
debug("n; n; n; n; j 23; n; j 25; j 28; n; c")


def traced():
    before = 1
    debugger.set_trace()
    after = before + 1
    return after


out = io.StringIO()
debugger = pdb.Pdb(stdin=io.StringIO("p before\nn\np after\nafter = 10\nc\n"), stdout=out, nosigint=True, readrc=False)
print(traced(), out.getvalue().count("(Pdb)"), sys.gettrace())


def fails(n):
    local = [n]
    if n:
        fails(n - 1)
    raise KeyError(local[0])


try:
    fails(1)
except KeyError as e:
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO("p local\nu\np local, n\nw\nq\n"), stdout=out, readrc=False)
    debugger.reset()
    debugger.interaction(None, e.__traceback__)
    print(re.sub(r"(?m)\S*[/\\](?=\w+\.py)", "", out.getvalue()))


class Lines(bdb.Bdb):
    def user_line(self, frame):
        print("line", frame.f_lineno, frame.f_code.co_name)
        self.set_step()

    def user_call(self, frame, args):
        print("call", frame.f_code.co_name)

    def user_return(self, frame, value):
        print("return", value)

    def user_exception(self, frame, info):
        print("exception", info[0].__name__)


Lines().runcall(work)
print(Lines().runeval("add(1, 2)"))


class Quits(bdb.Bdb):
    def user_line(self, frame):
        self.set_quit()


print(Quits().runcall(work), sys.gettrace())
