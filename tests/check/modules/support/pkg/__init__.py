from .a import thing as thing, other
from . import sub
from .sub import deep
__all__ = ["thing", "deep", "sub"]
__all__ += ["late"]
__all__.append("later")
__all__.extend(["ext"])
late = 1
later = "x"
ext = 2.0
hidden = 3
_private = 4
