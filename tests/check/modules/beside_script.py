"""`from . import x` in a file that is no part of a package: the files beside it."""
from . import definition_support_missing  # E: [import-not-found]
from . import forms_beside as other
from .forms_beside import value, nothing  # E: [attr-defined]
from typing import assert_type

assert_type(other.value, int)
assert_type(value, int)
other.nothing  # E: [attr-defined]
