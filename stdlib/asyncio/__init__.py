"""Coroutines run in turns (library reference, "asyncio")."""
from asyncio.exceptions import *
from asyncio.events import *
from asyncio.futures import *
from asyncio.tasks import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.timeouts import *
from asyncio.taskgroups import *
from asyncio.runners import *
from asyncio import exceptions, events, futures, tasks, locks, queues, timeouts, taskgroups, runners

__all__ = (exceptions.__all__ + events.__all__ + futures.__all__ + tasks.__all__ + locks.__all__ + queues.__all__ + timeouts.__all__
           + taskgroups.__all__ + runners.__all__)

# Loaded when asked for: a program without connections does without them.
_later = {
    "protocols": ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport"),
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection", "start_unix_server"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "network": ("Server",),
}
for _names in _later.values():
    if "Server" not in _names:
        __all__ += _names


def __getattr__(name):
    import sys
    if name == "base_events":
        name = "network"
    for module, names in _later.items():
        if name == module or name in names:
            __import__("asyncio." + module)
            found = sys.modules["asyncio." + module]
            globals()[module] = found
            return found if name == module else getattr(found, name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *_later, *(name for names in _later.values() for name in names)})
