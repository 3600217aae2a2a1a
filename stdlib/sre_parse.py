"""sre_parse: the old name of re._parser."""
import warnings
from re import _parser

warnings.warn(f"module {__name__!r} is deprecated", DeprecationWarning, stacklevel=2)
globals().update((name, value) for name, value in vars(_parser).items() if not name.startswith("__"))
