from ..alpha import value
from ... import pkg
from ...pkg.beta import beta_value
seen = (value, pkg.__name__, beta_value)
def too_far():
    from ..... import nothing
