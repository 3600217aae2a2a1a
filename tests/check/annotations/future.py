# With annotations that are never evaluated, names may come later.
from __future__ import annotations

early: Later
both: Later | "Other"

def function(a: Later) -> Other:
    return Other()

class Later:
    def method(self) -> Later:
        return self

class Other: ...
