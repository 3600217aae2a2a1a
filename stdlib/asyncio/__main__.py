"""python -m asyncio: statements are run as they are typed, and may await. They run in an event loop, which goes on in between."""
import ast
import asyncio
import contextvars
import inspect
import sys
import threading
import warnings
from code import InteractiveConsole
from concurrent.futures import Future


class AsyncIOInteractiveConsole(InteractiveConsole):
    def __init__(self, locals, loop):
        super().__init__(locals)
        self.compile.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self.loop, self.task, self.was_interrupted = loop, None, False
        self.context = contextvars.copy_context()

    def runcode(self, code):
        """Runs it in the loop's thread, while this one waits for all that it awaits."""
        over = Future()
        self.loop.call_soon_threadsafe(self._begin, code, over, context=self.context)
        try:
            return over.result()
        except SystemExit:
            raise
        except BaseException:
            if self.was_interrupted:
                self.write("\nKeyboardInterrupt\n")
            else:
                self.showtraceback()

    def _begin(self, code, over):
        self.task, self.was_interrupted = None, False
        try:
            made = eval(code, self.locals)
        except KeyboardInterrupt as error:
            self.was_interrupted = True
            over.set_exception(error)
        except BaseException as error:
            over.set_exception(error)
        else:
            if not inspect.iscoroutine(made):
                over.set_result(made)
                return
            self.task = self.loop.create_task(made, context=self.context)
            self.task.add_done_callback(lambda task: self._end(task, over))

    def _end(self, task, over):
        if task.cancelled():
            over.set_exception(asyncio.CancelledError())
        elif task.exception() is not None:
            over.set_exception(task.exception())
        else:
            over.set_result(task.result())


def _talk(console):
    banner = (f"asyncio REPL {sys.version} on {sys.platform}\nUse \"await\" directly instead of \"asyncio.run()\".\n"
              f"Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n{getattr(sys, 'ps1', '>>> ')}import asyncio")
    try:
        console.interact(banner, "exiting asyncio REPL...")
    finally:
        warnings.filterwarnings("ignore", r"^coroutine .* was never awaited$", RuntimeWarning)
        console.loop.call_soon_threadsafe(console.loop.stop)


def _main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    names = {"asyncio": asyncio, **{name: globals()[name] for name in ("__name__", "__package__", "__loader__", "__spec__", "__builtins__", "__file__") if name in globals()}}
    console = AsyncIOInteractiveConsole(names, loop)
    threading.Thread(target=_talk, args=(console,), name="Interactive thread", daemon=True).start()
    while True:
        try:
            loop.run_forever()
            return
        except KeyboardInterrupt:
            if console.task is None or console.task.done():
                return
            console.was_interrupted = True
            console.task.cancel()


if __name__ == "__main__":
    _main()
