"""exit, quit, help and their like: built-in names that are for people at a prompt, and made when somebody uses them."""
import sys


class Quitter:
    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f"Use {self.name}() or {self.eof} to exit"

    def __call__(self, code=None):
        try:
            sys.stdin.close()
        except:
            pass
        raise SystemExit(code)


class _Printer:
    """A text that is shown by its repr, or when it is called."""

    def __init__(self, name, data):
        self.__name = name
        self.__data = data

    def __repr__(self):
        return self.__data

    def __call__(self):
        print(self.__data)


class _Helper:
    """Define the builtin 'help'."""

    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *args, **kwds):
        import pydoc
        return pydoc.help(*args, **kwds)


exit = Quitter("exit", "Ctrl-D (i.e. EOF)")
quit = Quitter("quit", "Ctrl-D (i.e. EOF)")
help = _Helper()
copyright = _Printer("copyright", "Typhon: see the file LICENSE of its sources.")
credits = _Printer("credits", "Typhon is Python with the types first; the language and its library are those of the Python community.")
license = _Printer("license", "See the file LICENSE of Typhon's sources.")
