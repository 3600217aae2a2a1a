from ..a import thing as up
from ... import nothing
from .deep import value
