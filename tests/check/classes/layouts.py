# Builtin classes whose layouts exclude each other; modules of Python's library without a stub.
import ctypes
from nowhere import thing  # E: [import-not-found]


class A(int, str): ...  # E: [misc]
class B(ValueError, KeyError): ...



ctypes.anything.at_all(1)
