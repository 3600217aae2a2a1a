"""The node classes under the name of CPython's module in C, which packages import them from."""
import ast as _ast

globals().update({name: value for name, value in vars(_ast).items() if isinstance(value, type) and issubclass(value, _ast.AST) and not name.startswith("_")})
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_ONLY_AST, PyCF_TYPE_COMMENTS
