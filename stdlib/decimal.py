"""Decimal fixed-point and floating-point arithmetic (library reference, "decimal"; General Decimal Arithmetic Specification 1.70)."""
from _decimal_classes import *
from _decimal_classes import __all__, __libmpdec_version__, __version__
