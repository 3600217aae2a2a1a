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
