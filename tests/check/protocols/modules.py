# Modules as implementations of protocols.
from typing import Protocol
from support import mod_a
class Options1(Protocol):
    timeout: int
    one_flag: bool
    other_flag: int
class Options2(Protocol):
    timeout: str
class Reporter1(Protocol):
    def on_error(self, x: int) -> None: ...
class Reporter2(Protocol):
    def on_error(self, x: str) -> None: ...
class Reporter3(Protocol):
    def not_implemented(self, x: int) -> None: ...
op1: Options1 = mod_a  # E
op2: Options2 = mod_a  # E
rp1: Reporter1 = mod_a
rp2: Reporter2 = mod_a  # E
rp3: Reporter3 = mod_a  # E
