"""Which objects are being shown: so that a container that contains itself ends."""

_running = set()


def enter_repr(thing):
    """False when `thing` is being shown already."""
    key = id(thing)
    if key in _running:
        return False
    _running.add(key)
    return True


def leave_repr(thing):
    _running.discard(id(thing))
