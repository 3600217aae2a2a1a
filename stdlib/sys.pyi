from collections.abc import Callable, Sequence
from types import FrameType, ModuleType, SimpleNamespace, TracebackType
from typing import Any, Final, Literal, NamedTuple, NoReturn, TextIO, TypeVar, final, overload
from typing_extensions import TypeAlias

_T = TypeVar("_T")
_AsyncgenHook: TypeAlias = Callable[[Any], object] | None
_ExitCode: TypeAlias = str | int | None
_ExceptionInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]

argv: list[str]
path: list[str]
modules: dict[str, ModuleType]
stdin: TextIO
stdout: TextIO
stderr: TextIO
__stdin__: TextIO | None
__stdout__: TextIO | None
__stderr__: TextIO | None
byteorder: Literal["little", "big"]
builtin_module_names: Sequence[str]
stdlib_module_names: frozenset[str]
copyright: str
dont_write_bytecode: bool
displayhook: Callable[[object], Any]
excepthook: Callable[[type[BaseException], BaseException, TracebackType | None], Any]
exec_prefix: str
base_exec_prefix: str
executable: str
float_repr_style: Literal["short", "legacy"]
hexversion: int
last_exc: BaseException
last_type: type[BaseException] | None
last_value: BaseException | None
last_traceback: TracebackType | None
maxsize: int
maxunicode: int
meta_path: list[Any]
orig_argv: list[str]
path_hooks: list[Any]
path_importer_cache: dict[str, Any]
platform: str
platlibdir: str
prefix: str
base_prefix: str
pycache_prefix: str | None
ps1: object
ps2: object
api_version: int
version: str
warnoptions: Any
tracebacklimit: int | None
abiflags: str

@final
class _Flags(NamedTuple):
    debug: int
    inspect: int
    interactive: int
    optimize: int
    dont_write_bytecode: int
    no_user_site: int
    no_site: int
    ignore_environment: int
    verbose: int
    bytes_warning: int
    quiet: int
    hash_randomization: int
    isolated: int
    dev_mode: bool
    utf8_mode: int
    warn_default_encoding: int
    safe_path: bool
    int_max_str_digits: int

flags: _Flags

@final
class _FloatInfo(NamedTuple):
    max: float
    max_exp: int
    max_10_exp: int
    min: float
    min_exp: int
    min_10_exp: int
    dig: int
    mant_dig: int
    epsilon: float
    radix: int
    rounds: int

float_info: _FloatInfo

@final
class _HashInfo(NamedTuple):
    width: int
    modulus: int
    inf: int
    nan: int
    imag: int
    algorithm: str
    hash_bits: int
    seed_bits: int
    cutoff: int

hash_info: _HashInfo

@final
class _IntInfo(NamedTuple):
    bits_per_digit: int
    sizeof_digit: int
    default_max_str_digits: int
    str_digits_check_threshold: int

int_info: _IntInfo

@final
class _ThreadInfo(NamedTuple):
    name: str
    lock: str | None
    version: str | None

thread_info: _ThreadInfo

@final
class _version_info(NamedTuple):
    major: int
    minor: int
    micro: int
    releaselevel: Literal["alpha", "beta", "candidate", "final"]
    serial: int

version_info: _version_info
implementation: SimpleNamespace

def addaudithook(hook: Callable[[str, tuple[Any, ...]], Any]) -> None: ...
def audit(event: str, /, *args: Any) -> None: ...
def breakpointhook(*args: Any, **kwargs: Any) -> Any: ...
def __breakpointhook__(*args: Any, **kwargs: Any) -> Any: ...
def call_tracing(func: Callable[..., _T], args: Any, /) -> _T: ...
def exc_info() -> _ExceptionInfo: ...
def exception() -> BaseException | None: ...
def exit(status: _ExitCode = None, /) -> NoReturn: ...
def getallocatedblocks() -> int: ...
def getdefaultencoding() -> str: ...
def getfilesystemencoding() -> str: ...
def getfilesystemencodeerrors() -> str: ...
def getrefcount(object: Any, /) -> int: ...
def getrecursionlimit() -> int: ...
class _asyncgen_hooks(tuple[_AsyncgenHook, _AsyncgenHook]):
    @property
    def firstiter(self) -> _AsyncgenHook: ...
    @property
    def finalizer(self) -> _AsyncgenHook: ...
def get_asyncgen_hooks() -> _asyncgen_hooks: ...
def set_asyncgen_hooks(firstiter: _AsyncgenHook = ..., finalizer: _AsyncgenHook = ...) -> None: ...
@overload
def getsizeof(obj: object) -> int: ...
@overload
def getsizeof(obj: object, default: int) -> int: ...
def getswitchinterval() -> float: ...
def getprofile() -> Callable[[FrameType, str, Any], object] | None: ...
def setprofile(function: Callable[[FrameType, str, Any], object] | None, /) -> None: ...
def gettrace() -> Callable[[FrameType, str, Any], Any] | None: ...
def settrace(function: Callable[[FrameType, str, Any], Any] | None, /) -> None: ...
def intern(string: str, /) -> str: ...
def is_finalizing() -> bool: ...
def setrecursionlimit(limit: int, /) -> None: ...
def setswitchinterval(interval: float, /) -> None: ...
def get_int_max_str_digits() -> int: ...
def set_int_max_str_digits(maxdigits: int) -> None: ...
def unraisablehook(unraisable: Any, /) -> Any: ...
def _getframe(depth: int = 0, /) -> FrameType: ...
def _current_frames() -> dict[int, FrameType]: ...
def _current_exceptions() -> dict[int, BaseException | None]: ...
def _getframemodulename(depth: int = 0) -> str | None: ...
def get_coroutine_origin_tracking_depth() -> int: ...
def set_coroutine_origin_tracking_depth(depth: int) -> None: ...
def __displayhook__(object: object, /) -> None: ...
def __excepthook__(exctype: type[BaseException], value: BaseException, traceback: TracebackType | None, /) -> None: ...
