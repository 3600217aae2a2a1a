"""The debugger's module: Typhon has none, so that what would start one is refused by name. breakpoint() asks sys.breakpointhook first."""

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]


def _refused(name):
    raise NotImplementedError(f"pdb.{name}(): Typhon has no debugger")


class Pdb:
    def __init__(self, *args, **kwargs):
        _refused("Pdb")


def set_trace(*, header=None):
    _refused("set_trace")


def run(statement, globals=None, locals=None):
    _refused("run")


def runeval(expression, globals=None, locals=None):
    _refused("runeval")


def runctx(statement, globals, locals):
    _refused("runctx")


def runcall(*args, **kwds):
    _refused("runcall")


def post_mortem(t=None):
    _refused("post_mortem")


def pm():
    _refused("pm")


def help():
    _refused("help")
