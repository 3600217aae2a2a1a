x = 1
_y = 2
from .a import thing
import os
class C: ...
