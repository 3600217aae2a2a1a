# python3.12
"""argparse deep: groups, nargs, actions, formatter classes, intermixed, parents, fromfile, custom actions, errors, exit codes."""
import argparse, sys, io, contextlib, tempfile, os, enum, pathlib, textwrap
os.environ["COLUMNS"] = "80"
class KV(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None):
        d = getattr(ns, self.dest) or {}
        for v in values:
            k, eq, val = v.partition("=")
            if not eq: parser.error(f"{option_string}: expected KEY=VALUE, got {v!r}")
            d[k] = val
        setattr(ns, self.dest, d)
class Color(enum.Enum):
    RED = "red"; BLUE = "blue"
    def __str__(self): return self.value
base = argparse.ArgumentParser(add_help=False); base.add_argument("--config", type=pathlib.Path, default="c.ini", help="config file (default: %(default)s)"); base.add_argument("-q", "--quiet", dest="level", action="store_const", const=0, default=1)
p = argparse.ArgumentParser(prog="tool", parents=[base], description="A  tool   with\nmany options.", epilog="See the manual: %(prog)s --man", formatter_class=argparse.ArgumentDefaultsHelpFormatter, fromfile_prefix_chars="@", allow_abbrev=True)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
io_ = p.add_argument_group("input and output", "where things go"); io_.add_argument("files", nargs="*", metavar="FILE", help="files to read"); io_.add_argument("-o", "--output", metavar=("A", "B"), nargs=2, help="two outputs")
p.add_argument("-n", type=int, choices=range(1, 5), default=2, help="a number"); p.add_argument("-c", "--color", type=Color, choices=list(Color), default=Color.RED); p.add_argument("-D", nargs="+", action=KV, default=None, metavar="K=V", help="definitions"); p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="a flag"); p.add_argument("-I", action="append", default=[], metavar="DIR"); p.add_argument("-x", action="append_const", dest="seq", const="x"); p.add_argument("-y", action="append_const", dest="seq", const="y"); p.add_argument("--ext", action="extend", nargs="+", type=int); p.add_argument("-v", action="count", default=0, help=argparse.SUPPRESS); p.add_argument("--opt", nargs="?", const="CONST", default="DEF", help="optional value"); p.add_argument("--very-long-option-name-indeed", metavar="SOMETHING_LONG", help="a long help text that has to be wrapped over a few lines because it is really long, 100%% sure")
g = p.add_mutually_exclusive_group(); g.add_argument("--json", action="store_true"); g.add_argument("--xml", action="store_true")
for argv in [[], ["a", "b", "-n", "3", "-vvv", "--no-flag"], ["-D", "a=1", "b=2", "-I/x", "-I", "y", "-xyx"], ["--color", "blue", "--opt", "--json"], ["--opt=5", "--ext", "1", "2", "--ext", "3", "-q"], ["--very", "x"], ["-o", "1", "2", "--", "-n"], ["-n", "9"], ["-n", "z"], ["--json", "--xml"], ["--color", "pink"], ["-D", "novalue"], ["-o", "1"], ["--unknown"], ["--v"], ["--version"], ["--ext", "a"], ["--flag=1"], ["-n"], ["-h"]]:
    out, err = io.StringIO(), io.StringIO(); code = None
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err): ns = p.parse_args(argv)
        print(argv, "->", {k: v for k, v in sorted(vars(ns).items()) if v != p.get_default(k)})
    except SystemExit as e: print(argv, "-> exit", e.code)
    if out.getvalue() or err.getvalue(): print(out.getvalue() + (err.getvalue() if argv == ["-n", "9"] else err.getvalue()[-120:]))
with tempfile.NamedTemporaryFile("w", delete=False) as f: f.write("a\n-n\n4\n")
print(p.parse_args(["@" + f.name]).n, p.parse_known_args(["x", "--zz", "-n", "1", "y"])[1], p.parse_intermixed_args(["a", "-n", "1", "b"]).files if True else ""); os.unlink(f.name)
q = argparse.ArgumentParser(prog="q", exit_on_error=False); q.add_argument("-a", type=int); q.add_argument("pos", nargs="?", type=float)
for argv in (["-a", "x"], ["y"], ["-a"]):
    try: q.parse_args(argv)
    except argparse.ArgumentError as e: print(type(e).__name__, e, e.argument_name)
    except SystemExit as e: print("exit", e.code)
s = argparse.ArgumentParser(prog="git", formatter_class=argparse.RawDescriptionHelpFormatter, description=textwrap.dedent("""\
    line one
      indented"""), usage="%(prog)s [-C] COMMAND"); sp = s.add_subparsers(dest="cmd", metavar="COMMAND", help="what to do"); a = sp.add_parser("commit", aliases=["ci"], help="record", description="Record changes."); a.add_argument("-m", required=True); a.add_argument("--amend", action="store_true"); b = sp.add_parser("log", help="show"); bs = b.add_subparsers(dest="sub"); bs.add_parser("graph").add_argument("-n", type=int, default=5)
for argv in (["ci", "-m", "x"], ["log", "graph", "-n", "3"], [], ["commit"], ["zz"], ["log", "nope"], ["commit", "-h"], ["-h"], ["log", "-h"]):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err): print(s.parse_args(argv), file=sys.__stdout__)
    except SystemExit as e: print(argv, "exit", e.code, out.getvalue() + err.getvalue())
for bad in ('p.add_argument("-n")', 'p.add_argument("x", dest="y")', 'p.add_argument("--z", action="nope")', 'p.add_argument("--z", nargs=0)', 'p.add_argument("pos", required=True)', 'p.add_argument("--z", type=5)', 'p.add_argument("--1", action="store_true", type=int)', 'argparse.Namespace(a=1, b="x")', 'argparse.Namespace(a=1) == argparse.Namespace(a=1)', '"a" in argparse.Namespace(a=1)', 'p.add_argument()', 'p.add_argument("-")', 'g.add_argument("req")', 'p.error', 'argparse.FileType("r")("/no/such")', 'p.set_defaults(n=3) or p.parse_args([]).n', 'p.format_usage()', 'argparse.ArgumentParser(prog="t", prefix_chars="+").parse_args(["+h"])'):
    try:
        with contextlib.redirect_stdout(io.StringIO()): r = eval(bad)
        print(bad, "->", r if not callable(r) else "callable")
    except (Exception, SystemExit) as e: print(bad, type(e).__name__, e)
p.parse_args(["--bogus", "-n", "7"])
