from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from os import PathLike
from types import TracebackType
from typing import Any, ClassVar, Literal, Protocol, SupportsIndex, overload
from typing_extensions import Self

type _Parameters = Sequence[Any] | Mapping[str, Any]

paramstyle: str
threadsafety: int
apilevel: str
version: str
version_info: tuple[int, int, int]
sqlite_version: str
sqlite_version_info: tuple[int, int, int]
PARSE_COLNAMES: int
PARSE_DECLTYPES: int
LEGACY_TRANSACTION_CONTROL: int
adapters: dict[tuple[type, type], Callable[[Any], Any]]
converters: dict[str, Callable[[bytes], Any]]
Date = date
Time = time
Timestamp = datetime
Binary = memoryview

def DateFromTicks(ticks: float) -> date: ...
def TimeFromTicks(ticks: float) -> time: ...
def TimestampFromTicks(ticks: float) -> datetime: ...

class Warning(Exception): ...

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class InterfaceError(Error): ...
class DatabaseError(Error): ...
class DataError(DatabaseError): ...
class IntegrityError(DatabaseError): ...
class InternalError(DatabaseError): ...
class NotSupportedError(DatabaseError): ...
class OperationalError(DatabaseError): ...
class ProgrammingError(DatabaseError): ...

class PrepareProtocol:
    def __init__(self, *args: object, **kwargs: object) -> None: ...

class Row(Sequence[Any]):
    def __new__(cls, cursor: Cursor, data: tuple[Any, ...], /) -> Self: ...
    def keys(self) -> list[str]: ...
    @overload
    def __getitem__(self, key: int | str, /) -> Any: ...
    @overload
    def __getitem__(self, key: slice, /) -> tuple[Any, ...]: ...
    def __hash__(self) -> int: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...
    def __eq__(self, value: object, /) -> bool: ...

class Cursor:
    arraysize: int
    @property
    def connection(self) -> Connection: ...
    @property
    def description(self) -> Any: ...
    @property
    def lastrowid(self) -> int | None: ...
    row_factory: Callable[[Cursor, Any], Any] | None
    @property
    def rowcount(self) -> int: ...
    def __init__(self, cursor: Connection, /) -> None: ...
    def close(self) -> None: ...
    def execute(self, sql: str, parameters: _Parameters = (), /) -> Self: ...
    def executemany(self, sql: str, seq_of_parameters: Iterable[_Parameters], /) -> Self: ...
    def executescript(self, sql_script: str, /) -> Self: ...
    def fetchall(self) -> list[Any]: ...
    def fetchmany(self, size: int | None = 1) -> list[Any]: ...
    def fetchone(self) -> Any: ...
    def setinputsizes(self, sizes: object, /) -> None: ...
    def setoutputsize(self, size: object, column: object = None, /) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> Any: ...

class _Aggregate(Protocol):
    def step(self, *args: Any) -> object: ...
    def finalize(self) -> Any: ...

class Blob:
    def close(self) -> None: ...
    def read(self, length: int = -1, /) -> bytes: ...
    def write(self, data: bytes | bytearray | memoryview, /) -> None: ...
    def tell(self) -> int: ...
    def seek(self, offset: int, origin: int = 0, /) -> None: ...
    def __len__(self) -> int: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, type: object, val: object, tb: object, /) -> Literal[False]: ...
    @overload
    def __getitem__(self, key: SupportsIndex, /) -> int: ...
    @overload
    def __getitem__(self, key: slice, /) -> bytes: ...
    @overload
    def __setitem__(self, key: SupportsIndex, value: int, /) -> None: ...
    @overload
    def __setitem__(self, key: slice, value: bytes | bytearray | memoryview, /) -> None: ...

class Connection:
    Warning: ClassVar[type[Exception]]
    Error: ClassVar[type[Exception]]
    InterfaceError: ClassVar[type[Exception]]
    DatabaseError: ClassVar[type[Exception]]
    DataError: ClassVar[type[Exception]]
    OperationalError: ClassVar[type[Exception]]
    IntegrityError: ClassVar[type[Exception]]
    InternalError: ClassVar[type[Exception]]
    ProgrammingError: ClassVar[type[Exception]]
    NotSupportedError: ClassVar[type[Exception]]
    @property
    def in_transaction(self) -> bool: ...
    isolation_level: str | None
    @property
    def total_changes(self) -> int: ...
    autocommit: int
    row_factory: Any
    text_factory: Any
    def __init__(self, database: str | bytes | PathLike[str], timeout: float = 5.0, detect_types: int = 0, isolation_level: str | None = "",
                 check_same_thread: bool = True, factory: type[Connection] | None = ..., cached_statements: int = 128, uri: bool = False,
                 *, autocommit: int = -1) -> None: ...
    def close(self) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    @overload
    def cursor(self) -> Cursor: ...
    @overload
    def cursor[C: Cursor](self, factory: Callable[[Connection], C]) -> C: ...
    def execute(self, sql: str, parameters: _Parameters = ..., /) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[_Parameters], /) -> Cursor: ...
    def executescript(self, sql_script: str, /) -> Cursor: ...
    def create_function(self, name: str, narg: int, func: Callable[..., Any] | None, *, deterministic: bool = False) -> None: ...
    def create_aggregate(self, name: str, n_arg: int, aggregate_class: Callable[[], Any] | None) -> None: ...
    def create_window_function(self, name: str, num_params: int, aggregate_class: Callable[[], Any] | None, /) -> None: ...
    def create_collation(self, name: str, callback: Callable[[str, str], int] | None, /) -> None: ...
    def interrupt(self) -> None: ...
    def iterdump(self) -> Generator[str, None, None]: ...
    def set_authorizer(self, authorizer_callback: Callable[[int, str | None, str | None, str | None, str | None], int] | None) -> None: ...
    def set_progress_handler(self, progress_handler: Callable[[], int | None] | None, n: int) -> None: ...
    def set_trace_callback(self, trace_callback: Callable[[str], object] | None) -> None: ...
    def backup(self, target: Connection, *, pages: int = -1, progress: Callable[[int, int, int], object] | None = None, name: str = "main",
               sleep: float = 0.25) -> None: ...
    def serialize(self, *, name: str = "main") -> bytes: ...
    def deserialize(self, data: bytes | bytearray | memoryview, /, *, name: str = "main") -> None: ...
    def getlimit(self, category: int, /) -> int: ...
    def setlimit(self, category: int, limit: int, /) -> int: ...
    def getconfig(self, op: int, /) -> bool: ...
    def setconfig(self, op: int, enable: bool = True, /) -> None: ...
    def blobopen(self, table: str, column: str, row: int, /, *, readonly: bool = False, name: str = "main") -> Blob: ...
    def __call__(self, sql: str, /) -> Any: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, type: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None, /) -> Literal[False]: ...

@overload
def connect(database: str | bytes | PathLike[str], timeout: float = 5.0, detect_types: int = 0, isolation_level: str | None = "",
            check_same_thread: bool = True, cached_statements: int = 128, uri: bool = False, *, autocommit: int = -1) -> Connection: ...
@overload
def connect[C: Connection](database: str | bytes | PathLike[str], timeout: float = 5.0, detect_types: int = 0, isolation_level: str | None = "",
                           check_same_thread: bool = True, *, factory: type[C], cached_statements: int = 128, uri: bool = False, autocommit: int = -1) -> C: ...
def adapt(obj: Any, proto: Any = ..., alt: Any = ..., /) -> Any: ...
def register_adapter[T](type: type[T], adapter: Callable[[T], Any], /) -> None: ...
def register_converter(typename: str, converter: Callable[[bytes], Any], /) -> None: ...
def complete_statement(statement: str) -> bool: ...
def enable_callback_tracebacks(enable: bool, /) -> None: ...

SQLITE_ABORT: int
SQLITE_AUTH: int
SQLITE_BUSY: int
SQLITE_CANTOPEN: int
SQLITE_CONSTRAINT: int
SQLITE_CORRUPT: int
SQLITE_DONE: int
SQLITE_EMPTY: int
SQLITE_ERROR: int
SQLITE_FORMAT: int
SQLITE_FULL: int
SQLITE_INTERNAL: int
SQLITE_INTERRUPT: int
SQLITE_IOERR: int
SQLITE_LOCKED: int
SQLITE_MISMATCH: int
SQLITE_MISUSE: int
SQLITE_NOLFS: int
SQLITE_NOMEM: int
SQLITE_NOTADB: int
SQLITE_NOTFOUND: int
SQLITE_OK: int
SQLITE_PERM: int
SQLITE_PROTOCOL: int
SQLITE_RANGE: int
SQLITE_READONLY: int
SQLITE_ROW: int
SQLITE_SCHEMA: int
SQLITE_TOOBIG: int
SQLITE_NOTICE: int
SQLITE_WARNING: int
SQLITE_ABORT_ROLLBACK: int
SQLITE_BUSY_RECOVERY: int
SQLITE_CANTOPEN_FULLPATH: int
SQLITE_CANTOPEN_ISDIR: int
SQLITE_CANTOPEN_NOTEMPDIR: int
SQLITE_CORRUPT_VTAB: int
SQLITE_IOERR_ACCESS: int
SQLITE_IOERR_BLOCKED: int
SQLITE_IOERR_CHECKRESERVEDLOCK: int
SQLITE_IOERR_CLOSE: int
SQLITE_IOERR_DELETE: int
SQLITE_IOERR_DELETE_NOENT: int
SQLITE_IOERR_DIR_CLOSE: int
SQLITE_IOERR_DIR_FSYNC: int
SQLITE_IOERR_FSTAT: int
SQLITE_IOERR_FSYNC: int
SQLITE_IOERR_LOCK: int
SQLITE_IOERR_NOMEM: int
SQLITE_IOERR_RDLOCK: int
SQLITE_IOERR_READ: int
SQLITE_IOERR_SEEK: int
SQLITE_IOERR_SHMLOCK: int
SQLITE_IOERR_SHMMAP: int
SQLITE_IOERR_SHMOPEN: int
SQLITE_IOERR_SHMSIZE: int
SQLITE_IOERR_SHORT_READ: int
SQLITE_IOERR_TRUNCATE: int
SQLITE_IOERR_UNLOCK: int
SQLITE_IOERR_WRITE: int
SQLITE_LOCKED_SHAREDCACHE: int
SQLITE_READONLY_CANTLOCK: int
SQLITE_READONLY_RECOVERY: int
SQLITE_CONSTRAINT_CHECK: int
SQLITE_CONSTRAINT_COMMITHOOK: int
SQLITE_CONSTRAINT_FOREIGNKEY: int
SQLITE_CONSTRAINT_FUNCTION: int
SQLITE_CONSTRAINT_NOTNULL: int
SQLITE_CONSTRAINT_PRIMARYKEY: int
SQLITE_CONSTRAINT_TRIGGER: int
SQLITE_CONSTRAINT_UNIQUE: int
SQLITE_CONSTRAINT_VTAB: int
SQLITE_READONLY_ROLLBACK: int
SQLITE_IOERR_MMAP: int
SQLITE_NOTICE_RECOVER_ROLLBACK: int
SQLITE_NOTICE_RECOVER_WAL: int
SQLITE_BUSY_SNAPSHOT: int
SQLITE_IOERR_GETTEMPPATH: int
SQLITE_WARNING_AUTOINDEX: int
SQLITE_CANTOPEN_CONVPATH: int
SQLITE_IOERR_CONVPATH: int
SQLITE_CONSTRAINT_ROWID: int
SQLITE_READONLY_DBMOVED: int
SQLITE_AUTH_USER: int
SQLITE_IOERR_VNODE: int
SQLITE_IOERR_AUTH: int
SQLITE_OK_LOAD_PERMANENTLY: int
SQLITE_IOERR_BEGIN_ATOMIC: int
SQLITE_IOERR_COMMIT_ATOMIC: int
SQLITE_IOERR_ROLLBACK_ATOMIC: int
SQLITE_ERROR_MISSING_COLLSEQ: int
SQLITE_ERROR_RETRY: int
SQLITE_READONLY_CANTINIT: int
SQLITE_READONLY_DIRECTORY: int
SQLITE_CORRUPT_SEQUENCE: int
SQLITE_LOCKED_VTAB: int
SQLITE_CANTOPEN_DIRTYWAL: int
SQLITE_ERROR_SNAPSHOT: int
SQLITE_CANTOPEN_SYMLINK: int
SQLITE_CONSTRAINT_PINNED: int
SQLITE_OK_SYMLINK: int
SQLITE_BUSY_TIMEOUT: int
SQLITE_CORRUPT_INDEX: int
SQLITE_IOERR_DATA: int
SQLITE_IOERR_CORRUPTFS: int
SQLITE_DENY: int
SQLITE_IGNORE: int
SQLITE_CREATE_INDEX: int
SQLITE_CREATE_TABLE: int
SQLITE_CREATE_TEMP_INDEX: int
SQLITE_CREATE_TEMP_TABLE: int
SQLITE_CREATE_TEMP_TRIGGER: int
SQLITE_CREATE_TEMP_VIEW: int
SQLITE_CREATE_TRIGGER: int
SQLITE_CREATE_VIEW: int
SQLITE_DELETE: int
SQLITE_DROP_INDEX: int
SQLITE_DROP_TABLE: int
SQLITE_DROP_TEMP_INDEX: int
SQLITE_DROP_TEMP_TABLE: int
SQLITE_DROP_TEMP_TRIGGER: int
SQLITE_DROP_TEMP_VIEW: int
SQLITE_DROP_TRIGGER: int
SQLITE_DROP_VIEW: int
SQLITE_INSERT: int
SQLITE_PRAGMA: int
SQLITE_READ: int
SQLITE_SELECT: int
SQLITE_TRANSACTION: int
SQLITE_UPDATE: int
SQLITE_ATTACH: int
SQLITE_DETACH: int
SQLITE_ALTER_TABLE: int
SQLITE_REINDEX: int
SQLITE_ANALYZE: int
SQLITE_CREATE_VTABLE: int
SQLITE_DROP_VTABLE: int
SQLITE_FUNCTION: int
SQLITE_SAVEPOINT: int
SQLITE_RECURSIVE: int
SQLITE_LIMIT_LENGTH: int
SQLITE_LIMIT_SQL_LENGTH: int
SQLITE_LIMIT_COLUMN: int
SQLITE_LIMIT_EXPR_DEPTH: int
SQLITE_LIMIT_COMPOUND_SELECT: int
SQLITE_LIMIT_VDBE_OP: int
SQLITE_LIMIT_FUNCTION_ARG: int
SQLITE_LIMIT_ATTACHED: int
SQLITE_LIMIT_LIKE_PATTERN_LENGTH: int
SQLITE_LIMIT_VARIABLE_NUMBER: int
SQLITE_LIMIT_TRIGGER_DEPTH: int
SQLITE_LIMIT_WORKER_THREADS: int
SQLITE_DBCONFIG_ENABLE_FKEY: int
SQLITE_DBCONFIG_ENABLE_TRIGGER: int
SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER: int
SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: int
SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE: int
SQLITE_DBCONFIG_ENABLE_QPSG: int
SQLITE_DBCONFIG_TRIGGER_EQP: int
SQLITE_DBCONFIG_RESET_DATABASE: int
SQLITE_DBCONFIG_DEFENSIVE: int
SQLITE_DBCONFIG_WRITABLE_SCHEMA: int
SQLITE_DBCONFIG_DQS_DDL: int
SQLITE_DBCONFIG_DQS_DML: int
SQLITE_DBCONFIG_LEGACY_ALTER_TABLE: int
SQLITE_DBCONFIG_ENABLE_VIEW: int
SQLITE_DBCONFIG_LEGACY_FILE_FORMAT: int
SQLITE_DBCONFIG_TRUSTED_SCHEMA: int
