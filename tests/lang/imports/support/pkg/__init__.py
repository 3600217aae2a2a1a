"""A package."""
print("pkg begins:", __name__, __package__)
from . import alpha
from .beta import beta_value as renamed
__all__ = ["alpha", "gamma", "renamed"]
print("pkg ends")
