"""Utilities for with-statement contexts (library reference, "contextlib").

What comes in a synchronous and an asynchronous kind shares all but the awaiting. Managers of both kinds made of generator functions ask
_BothKinds what it means that the generator ended or raised. A stack's exits are gone through by _ExitStack._unwind() up to one that is to be
awaited; where there is none, that's all.
"""
from abc import ABC, abstractmethod
from _collections import deque as _deque
from _runtime import defines_all
import sys

__all__ = """asynccontextmanager contextmanager closing nullcontext AbstractContextManager AbstractAsyncContextManager AsyncExitStack ContextDecorator
    ExitStack redirect_stdout redirect_stderr suppress aclosing AsyncContextDecorator chdir""".split()
_GenericAlias = type(list[int])
_Method = type(ABC.register)


# ---- what a context manager is

class AbstractContextManager(ABC):
    """The class of everything that has __enter__ and __exit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    def __enter__(self):
        """The object itself is what `as` names."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Lets exceptions pass."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return True if cls is AbstractContextManager and defines_all(C, ("__enter__", "__exit__")) else NotImplemented


class AbstractAsyncContextManager(ABC):
    """The class of everything that has __aenter__ and __aexit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(_GenericAlias)

    async def __aenter__(self):
        """The object itself is what `as` names."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Lets exceptions pass."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return True if cls is AbstractAsyncContextManager and defines_all(C, ("__aenter__", "__aexit__")) else NotImplemented


class ContextDecorator:
    """Makes a context manager a decorator as well: of functions whose calls are to run inside of it."""

    def _recreate_cm(self):
        # What a call runs inside of. Overridden where a manager is good for one use only.
        return self

    def __call__(self, func):
        def inside(*args, **kwargs):
            manager = self._recreate_cm()
            with manager:
                return func(*args, **kwargs)
        return _as(func, inside)


class AsyncContextDecorator:
    """Makes an asynchronous context manager a decorator as well: of coroutine functions whose calls are to run inside of it."""

    _recreate_cm = ContextDecorator._recreate_cm

    def __call__(self, func):
        async def inside(*args, **kwargs):
            manager = self._recreate_cm()
            async with manager:
                return await func(*args, **kwargs)
        return _as(func, inside)


def _as(func, wrapper):
    from functools import update_wrapper
    return update_wrapper(wrapper, func)


# ---- generators as context managers

class _BothKinds:
    """What does not depend on the kind of generator: `gen` of the class's `_ends`, the exception at its end."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self._call = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(*self._call)

    def _started(self):
        # Once it is entered it can't be made anew: the arguments are not to live longer than needed.
        del self._call
        return self.gen

    def _ended(self, raised, given, traceback):
        """What __exit__() is to return if `raised` came out of the generator after `given` had been thrown into it. None: it goes on as another
        exception. The one thrown may come out as it is, or as the cause of a RuntimeError if it is of the kind that generators can't let out; it
        goes on with the traceback it came with, without the lines of the generator.
        """
        if isinstance(raised, self._ends):
            return raised is not given
        if raised is given or isinstance(raised, RuntimeError) and isinstance(given, self._lost) and raised.__cause__ is given:
            given.__traceback__ = traceback
            return False
        return None


class _GeneratorContextManager(_BothKinds, AbstractContextManager, ContextDecorator):
    """A context manager made of a generator function."""

    _ends = _lost = StopIteration

    def __enter__(self):
        try:
            return next(self._started())
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            for _ in self.gen:
                break
            else:
                return False
        else:
            value = typ() if value is None else value
            try:
                self.gen.throw(value)
            except BaseException as raised:
                if (answer := self._ended(raised, value, traceback)) is not None:
                    return answer
                raise
        try:
            raise RuntimeError(f"generator didn't stop{' after throw()' if typ else ''}")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_BothKinds, AbstractAsyncContextManager, AsyncContextDecorator):
    """An asynchronous context manager made of an asynchronous generator function."""

    _ends, _lost = StopAsyncIteration, (StopIteration, StopAsyncIteration)

    async def __aenter__(self):
        try:
            return await self._started().__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            async for _ in self.gen:
                break
            else:
                return False
        else:
            value = typ() if value is None else value
            try:
                await self.gen.athrow(value)
            except BaseException as raised:
                if (answer := self._ended(raised, value, traceback)) is not None:
                    return answer
                raise
        try:
            raise RuntimeError(f"generator didn't stop{' after athrow()' if typ else ''}")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorator: makes a generator function a function that returns context managers. The block runs where the generator yields."""
    def manager(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)
    return _as(func, manager)


def asynccontextmanager(func):
    """Decorator: makes an asynchronous generator function a function that returns asynchronous context managers."""
    def manager(*args, **kwargs):
        return _AsyncGeneratorContextManager(func, args, kwargs)
    return _as(func, manager)


# ---- small ones

class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, where a context manager of either kind is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *raised):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *raised):
        pass


class _OfThing:
    def __init__(self, thing):
        self.thing = thing


class closing(_OfThing, AbstractContextManager):
    """Calls close() of a thing at the end of the block."""

    def __enter__(self):
        return self.thing

    def __exit__(self, *raised):
        self.thing.close()


class aclosing(_OfThing, AbstractAsyncContextManager):
    """Awaits aclose() of a thing at the end of the block."""

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *raised):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    """Ends the block quietly at the exceptions named, and takes them out of exception groups."""

    def __init__(self, *exceptions):
        self._kinds = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._kinds):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        _, others = excinst.split(self._kinds)
        if others is not None:
            raise others
        return True


class _Exchange(AbstractContextManager):
    # Something is replaced, and put back at the end; one object may be entered several times, one inside of the other.

    def __init__(self, new):
        self._new = new
        self._before = []

    def __enter__(self):
        self._before.append(self._get())
        self._set(self._new)
        return self._new

    def __exit__(self, *exc_info):
        self._set(self._before.pop())


class _Redirection(_Exchange):
    def __init__(self, new_target):
        super().__init__(new_target)

    def _get(self):
        return getattr(sys, self._stream)

    def _set(self, stream):
        setattr(sys, self._stream, stream)


class redirect_stdout(_Redirection):
    """sys.stdout is another file for a while."""

    _stream = "stdout"


class redirect_stderr(_Redirection):
    """sys.stderr is another file for a while."""

    _stream = "stderr"


class chdir(_Exchange):
    """The current directory is another one for a while: of the whole process, all threads and tasks."""

    def __init__(self, path):
        super().__init__(path)
        self.path = path

    def __enter__(self):
        super().__enter__()

    def _get(self):
        from os import getcwd
        return getcwd()

    def _set(self, path):
        from os import chdir
        chdir(path)


# ---- stacks of exits

_NO_EXCEPTION = None, None, None
_all_done = object()  # instead of something that is to be awaited


def _nested(new, inner, outside):
    # The context of what a callback raises ends with what there was inside of the stack, not with what is handled outside: as if the managers
    # were nested.
    last = new
    while (context := last.__context__) is not inner and context is not None:
        if context is outside:
            last.__context__ = inner
            break
        last = context
    return new


def _unfit(cm, kind=""):
    cls = type(cm)
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {kind}context manager protocol")


class _ExitStack:
    def __init__(self):
        self._exit_callbacks = _deque()  # (whether it is called or awaited, function of the exception's class, value, traceback)

    def _unwind(self, exc, raised, outside):
        """Exits what is on the stack, up to what must be awaited. Returns the exception that is left, if any, the last one that an exit raised,
        and what is to be awaited now.
        """
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(None, None, None) if exc is None else callback(type(exc), exc, exc.__traceback__)
            except BaseException as error:
                exc = raised = _nested(error, exc, outside)
                continue
            if not is_sync:
                return exc, raised, answer
            if answer:
                exc = None
        return exc, raised, _all_done

    def pop_all(self):
        """A new stack that takes over all callbacks from this one."""
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, heir._exit_callbacks
        return heir

    def _add(self, is_sync, exit, name):
        # The method of that name, if the object has it; else the object itself.
        method = getattr(type(exit), name, None)
        self._exit_callbacks.append((is_sync, exit if method is None else _Method(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters a context manager, which exits with the stack."""
        try:
            enter, exit = type(cm).__enter__, type(cm).__exit__
        except AttributeError:
            raise _unfit(cm) from None
        entered = enter(cm)
        self._exit_callbacks.append((True, _Method(exit, cm)))
        return entered

    def push(self, exit):
        """Adds the __exit__ of an object, or a function with the arguments of __exit__."""
        return self._add(True, exit, "__exit__")

    def callback(self, callback, /, *args, **kwds):
        """Adds a call of a function, which can't suppress exceptions."""
        def exit(exc_type, exc, tb):
            callback(*args, **kwds)
        exit.__wrapped__ = callback  # for whoever looks at the stack
        self._exit_callbacks.append((True, exit))
        return callback


def _leave(given, left, raised):
    """What __exit__() returns if it was given one exception and another one is left, the last one `raised` perhaps; which then is what it raises."""
    if left is None:
        return given is not None
    if left is not raised:
        return False
    context = left.__context__
    try:
        raise left
    finally:
        left.__context__ = context  # raising has set it


class ExitStack(_ExitStack, AbstractContextManager):
    """A stack of context managers and callbacks that exit together, the last one first."""

    def __exit__(self, *exc_details):
        given = exc_details[1]
        left, raised, _ = self._unwind(given, None, sys.exception())
        return _leave(given, left, raised)

    def close(self):
        """Exits now."""
        self.__exit__(*_NO_EXCEPTION)


class AsyncExitStack(_ExitStack, AbstractAsyncContextManager):
    """A stack of context managers and callbacks, asynchronous and other ones, that exit together, the last one first."""

    async def __aexit__(self, *exc_details):
        given, outside = exc_details[1], sys.exception()
        left, raised, awaited = self._unwind(given, None, outside)
        while awaited is not _all_done:
            try:
                if await awaited:
                    left = None
            except BaseException as error:
                left = raised = _nested(error, left, outside)
            left, raised, awaited = self._unwind(left, raised, outside)
        return _leave(given, left, raised)

    async def aclose(self):
        """Exits now."""
        await self.__aexit__(*_NO_EXCEPTION)

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager, which exits with the stack."""
        try:
            enter, exit = type(cm).__aenter__, type(cm).__aexit__
        except AttributeError:
            raise _unfit(cm, "asynchronous ") from None
        entered = await enter(cm)
        self._exit_callbacks.append((False, _Method(exit, cm)))
        return entered

    def push_async_exit(self, exit):
        """Adds the __aexit__ of an object, or a coroutine function with the arguments of __aexit__."""
        return self._add(False, exit, "__aexit__")

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a call of a coroutine function, which can't suppress exceptions."""
        async def exit(exc_type, exc, tb):
            await callback(*args, **kwds)
        exit.__wrapped__ = callback
        self._exit_callbacks.append((False, exit))
        return callback
