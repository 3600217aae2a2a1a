from .alpha import value
from . import alpha as a
beta_value = value + " seen by beta"
assert a.value == value
