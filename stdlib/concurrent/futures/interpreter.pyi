from concurrent.futures import InterpreterPoolExecutor as InterpreterPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
from concurrent.interpreters import ExecutionFailed as ExecutionFailed

class BrokenInterpreterPool(BrokenThreadPool): ...
