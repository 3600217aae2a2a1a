"""Utilities for with-statement contexts (library reference, "contextlib").

What comes in a synchronous and an asynchronous kind shares all but the awaiting: the classes made of generator functions ask
`_goes_on` what an exception that comes out of the generator means; the stacks have their callbacks and contexts from `_ExitStack` and `_nested`.
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
        from functools import update_wrapper

        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return update_wrapper(inner, func)


class AsyncContextDecorator:
    """Makes an asynchronous context manager a decorator as well: of coroutine functions whose calls are to run inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        from functools import update_wrapper

        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return update_wrapper(inner, func)


# ---- generators as context managers

class _MadeOfGenerator:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _forget_call(self):
        # Once it is entered it can't be made anew: the arguments are not to live longer than needed.
        del self.func, self.args, self.kwds


def _goes_on(raised, given, traceback, stops):
    """The exception `given` was thrown into a generator and `raised` came out: is it the same one, going on? One of `stops` comes out of a
    generator as the cause of a RuntimeError. What goes on keeps the traceback it came with, without the lines of the generator.
    """
    if raised is given or isinstance(raised, RuntimeError) and isinstance(given, stops) and raised.__cause__ is given:
        given.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_MadeOfGenerator, AbstractContextManager, ContextDecorator):
    """A context manager made of a generator function."""

    def __enter__(self):
        self._forget_call()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            complaint = "generator didn't stop"
        else:
            value = typ() if value is None else value
            try:
                self.gen.throw(value)
            except StopIteration as end:
                return end is not value  # it may be what the block raised
            except BaseException as raised:
                if _goes_on(raised, value, traceback, StopIteration):
                    return False
                raise
            complaint = "generator didn't stop after throw()"
        try:
            raise RuntimeError(complaint)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_MadeOfGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    """An asynchronous context manager made of an asynchronous generator function."""

    async def __aenter__(self):
        self._forget_call()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            complaint = "generator didn't stop"
        else:
            value = typ() if value is None else value
            try:
                await self.gen.athrow(value)
            except StopAsyncIteration as end:
                return end is not value  # it may be what the block raised
            except BaseException as raised:
                if _goes_on(raised, value, traceback, (StopIteration, StopAsyncIteration)):
                    return False
                raise
            complaint = "generator didn't stop after athrow()"
        try:
            raise RuntimeError(complaint)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorator: makes a generator function a function that returns context managers. The block runs where the generator yields."""
    from functools import update_wrapper

    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return update_wrapper(helper, func)


def asynccontextmanager(func):
    """Decorator: makes an asynchronous generator function a function that returns asynchronous context managers."""
    from functools import update_wrapper

    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return update_wrapper(helper, func)


# ---- small ones

class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, where a context manager is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        return None

    async def __aexit__(self, *excinfo):
        return None


class closing(AbstractContextManager):
    """Calls close() of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() of a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class suppress(AbstractContextManager):
    """Ends the block quietly at the exceptions named, and takes them out of exception groups."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        _, others = excinst.split(self._exceptions)
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


class ExitStack(_ExitStack, AbstractContextManager):
    """A stack of context managers and callbacks that exit together, the last one first."""

    def __enter__(self):
        return self

    def close(self):
        """Exits now."""
        self.__exit__(None, None, None)

    def __exit__(self, *exc_details):
        exc, raised, outside = exc_details[1], None, sys.exception()
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(None, None, None) if exc is None else callback(type(exc), exc, exc.__traceback__):
                    exc = None
            except BaseException as error:
                exc = raised = _nested(error, exc, outside)
        if exc is None:
            return exc_details[1] is not None
        if exc is not raised:
            return False
        context = exc.__context__
        try:
            raise exc
        finally:
            exc.__context__ = context  # raising has set it


class AsyncExitStack(_ExitStack, AbstractAsyncContextManager):
    """A stack of context managers and callbacks, asynchronous and other ones, that exit together, the last one first."""

    async def __aenter__(self):
        return self

    async def aclose(self):
        """Exits now."""
        await self.__aexit__(None, None, None)

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

    async def __aexit__(self, *exc_details):
        exc, raised, outside = exc_details[1], None, sys.exception()
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(None, None, None) if exc is None else callback(type(exc), exc, exc.__traceback__)
                if answer if is_sync else await answer:
                    exc = None
            except BaseException as error:
                exc = raised = _nested(error, exc, outside)
        if exc is None:
            return exc_details[1] is not None
        if exc is not raised:
            return False
        context = exc.__context__
        try:
            raise exc
        finally:
            exc.__context__ = context
