"""Begun: see the next change."""
def iscoroutinefunction(obj):
    return bool(getattr(getattr(obj, "__code__", None), "co_flags", 0) & 0x80)
