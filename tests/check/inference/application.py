# What applications do with the standard library: no errors.
from __future__ import annotations
import abc, argparse, asyncio, bisect, collections, concurrent.futures, contextlib, copy, csv, dataclasses, datetime as dt, decimal, enum, fractions, functools, glob, hashlib, heapq, io, itertools, json, logging, math, operator, os, pathlib, queue, random, re, shutil, statistics, string, struct, subprocess, sys, tempfile, textwrap, threading, time, traceback, types, urllib.parse, uuid, warnings, weakref, zlib
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from pathlib import Path
from typing import IO, Any, BinaryIO, Callable, ClassVar, Generic, Iterable, Iterator, TextIO, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


fib.cache_info().hits
fib.cache_clear()


@functools.cache
def sq(n: int) -> int:
    return n * n


@functools.singledispatch
def show(x: object) -> str:
    return str(x)


@show.register
def _(x: int) -> str:
    return "int"


@show.register(list)
def _show_list(x: list[Any]) -> str:
    return "list"


@functools.total_ordering
class Version:
    def __init__(self, major: int) -> None:
        self.major = major

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.major == other.major

    def __lt__(self, other: Version) -> bool:
        return self.major < other.major


Version(1) >= Version(2)


def deco(fn: Callable[..., T]) -> Callable[..., T]:
    @functools.wraps(fn)
    def inner(*args: Any, **kwargs: Any) -> T:
        start = time.perf_counter()
        try:
            return fn(*args, **kwargs)
        finally:
            log.info("%s took %.2f", fn.__name__, time.perf_counter() - start)

    return inner


def files(root: Path) -> Iterator[tuple[Path, int]]:
    for p in sorted(root.rglob("*.py"), key=lambda q: q.stat().st_size, reverse=True):
        if p.is_file() and p.suffix == ".py":
            yield p, p.stat().st_size
    for name in os.listdir(root):
        full = os.path.join(root, name)
        base, ext = os.path.splitext(full)
        print(base + ext, root / name, root.parent.name, str(root))
    with open(root / "x", "rb") as fb:
        data: bytes = fb.read()
    with open("y") as ft, io.StringIO() as s:
        for line in ft:
            s.write(line.strip().upper())
        s.getvalue().splitlines()
    with (root / "z").open("w", encoding="utf-8") as fw:
        fw.write("x")
        print("hello", file=fw)
    root.write_text("x")
    root.read_bytes().decode("utf-8", errors="ignore")


def parse(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="x", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true", help="x")
    parser.add_argument("paths", nargs="*", type=Path, default=[])
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--a", choices=["x", "y"])
    sub = parser.add_subparsers(dest="cmd")
    one = sub.add_parser("one")
    one.set_defaults(func=parse)
    ns = parser.parse_args(argv)
    ns.verbose, ns.paths
    return ns


def collections_use(words: list[str]) -> dict[str, list[str]]:
    c = Counter(words)
    for w, n in c.most_common(3):
        print(w.upper(), n + 1)
    c.update(["a"])
    total = sum(c.values())
    d: defaultdict[str, list[str]] = defaultdict(list)
    for w in words:
        d[w[0]].append(w)
    dq: deque[int] = deque(maxlen=3)
    dq.append(1)
    dq.appendleft(2)
    x = dq.popleft() + dq[0]
    od = OrderedDict(a=1, b=2)
    od.move_to_end("a")
    groups = {k: list(g) for k, g in itertools.groupby(sorted(words, key=len), key=len)}
    for k, g in groups.items():
        print(k + 1, [q.upper() for q in g])
    for a, b in itertools.product([1, 2], "ab"):
        print(a + 1, b.upper())
    for i, (p, q) in enumerate(zip(words, itertools.count())):
        print(i + q, p.lower())
    acc = list(itertools.accumulate([1, 2, 3], operator.mul))
    print(acc[0] + 1)
    chunks = [words[i:i + 2] for i in range(0, len(words), 2)]
    flat = list(itertools.chain.from_iterable(chunks))
    print(flat[0].upper())
    pairs = sorted({"a": 1}.items(), key=operator.itemgetter(1))
    best = max(words, key=len, default="")
    best.upper()
    h: list[tuple[int, str]] = []
    heapq.heappush(h, (1, "a"))
    prio, name = heapq.heappop(h)
    prio + 1, name.upper()
    bisect.insort([1, 2], 3)
    m = functools.reduce(lambda a, b: a + b, [1, 2, 3], 0)
    m + 1
    comb = list(itertools.combinations(words, 2))
    comb[0][1].upper()
    s = set(words) | {"x"} - {"y"}
    s.add("z")
    first, *rest = words
    print(first.upper(), rest[0].upper(), *rest)
    any(w.startswith("a") for w in words)
    "".join(reversed(words))
    lookup = dict(zip(words, range(10)))
    lookup.get("a", 0) + 1
    inv = {v: k for k, v in lookup.items()}
    inv[0].upper()
    print(f"{total:>10,} {best!r:<5} {x}")
    return dict(d)


def text(s: str) -> list[int]:
    m = re.search(r"(\d+)-(?P<n>\w+)", s)
    if m:
        m.group(1).upper()
        m["n"], m.groups(), m.start(), m.groupdict()["n"]
    out = re.sub(r"\d", lambda mm: mm.group(0) * 2, s)
    out.upper()
    for mm in re.finditer("x", s, flags=re.IGNORECASE | re.M):
        mm.span()[0] + 1
    pat = re.compile("x")
    pat.findall(s), pat.split(s), pat.match(s)
    words = s.split(",", 1)
    a, _, b = s.partition("=")
    print(textwrap.dedent(s), string.ascii_letters, s.translate(str.maketrans("a", "b")))
    "%s %d" % (s, 3)
    "{} {x}".format(1, x=2)
    return [int(w) for w in words if w.isdigit()]


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)
    tags: set[str] = dataclasses.field(default_factory=set, compare=False)
    created: dt.datetime = dataclasses.field(default_factory=dt.datetime.now)
    registry: ClassVar[dict[str, Job]] = {}

    def __post_init__(self) -> None:
        self.registry[self.name] = self

    def age(self) -> dt.timedelta:
        return dt.datetime.now() - self.created

    @classmethod
    def from_json(cls, text: str) -> Job:
        data = json.loads(text)
        return cls(**data)


def dates() -> str:
    now = dt.datetime.now(tz=dt.timezone.utc)
    d = dt.date(2024, 1, 1) + dt.timedelta(days=3)
    (now - dt.timedelta(hours=1)).isoformat()
    d.strftime("%Y"), now.timestamp() + 1, (now - now).total_seconds() / 3
    dt.datetime.strptime("x", "%Y").replace(year=3).date() < d
    return f"{now:%Y-%m-%d}"


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self) -> float: ...

    @staticmethod
    def make(kind: str) -> Shape:
        return {"sq": Square}[kind](2)


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    @property
    def area(self) -> float:
        return self.side ** 2


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        if not self._items:
            raise IndexError("empty")
        return self._items.pop()

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)


st: Stack[int] = Stack()
st.push(1)
st.pop() + 1
for item in st:
    item + 1


async def fetch(n: int) -> str:
    await asyncio.sleep(0.1)
    return str(n)


async def main() -> None:
    results = await asyncio.gather(*(fetch(i) for i in range(3)))
    print([r.upper() for r in results])
    done, pending = await asyncio.wait([asyncio.create_task(fetch(1))], timeout=1)
    for t in done:
        t.result().upper()
    q: asyncio.Queue[int] = asyncio.Queue()
    await q.put(1)
    (await q.get()) + 1
    async with asyncio.Lock():
        pass
    async with asyncio.timeout(3):
        pass
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fetch(1))
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, 1)
    try:
        await asyncio.wait_for(fetch(1), 1)
    except asyncio.TimeoutError:
        pass
    ev = asyncio.Event()
    ev.set()
    sem = asyncio.Semaphore(3)


def threads() -> None:
    lock = threading.Lock()
    with lock:
        pass
    t = threading.Thread(target=print, args=(1,), daemon=True)
    t.start()
    t.join()
    q: queue.Queue[str] = queue.Queue()
    q.put("x")
    q.get(timeout=1).upper()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as ex:
        futs = [ex.submit(fib, i) for i in range(3)]
        for f in concurrent.futures.as_completed(futs):
            f.result() + 1
        list(ex.map(str, [1, 2]))[0].upper()
    local = threading.local()
    local.x = 1


@contextlib.contextmanager
def cd(path: str) -> Iterator[None]:
    old = os.getcwd()
    os.chdir(path)
    try:
        yield
    finally:
        os.chdir(old)


def misc() -> None:
    with contextlib.suppress(FileNotFoundError), cd("."):
        os.remove("x")
    with contextlib.ExitStack() as stack:
        fs = [stack.enter_context(open(n)) for n in ["a"]]
        fs[0].read().upper()
    with tempfile.TemporaryDirectory() as td, tempfile.NamedTemporaryFile("w") as tf:
        tf.write("x")
        shutil.copy(td, "b")
    r = subprocess.run(["ls"], capture_output=True, text=True, check=False)
    r.stdout.splitlines()
    p = subprocess.Popen(["ls"], stdout=subprocess.PIPE)
    out, err = p.communicate()
    hashlib.sha256(b"x").hexdigest().upper()
    struct.unpack("<I", b"abcd")[0]
    random.choice([1, 2]) + 1
    random.sample(range(10), 3)
    statistics.mean([1, 2, 3])
    math.sqrt(2) + math.floor(2.5)
    decimal.Decimal("1.1") + 1
    fractions.Fraction(1, 3).limit_denominator()
    uuid.uuid4().hex
    u = urllib.parse.urlparse("http://x")
    u.netloc.upper(), urllib.parse.parse_qs(u.query)
    copy.deepcopy({"a": [1]})["a"][0] + 1
    json.dumps({"a": 1}, indent=2, sort_keys=True, default=str)
    with open("x.csv", newline="") as f:
        for row in csv.DictReader(f):
            row["a"].upper()
        w = csv.writer(f)
        w.writerow([1, "a"])
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    log.exception("x", exc_info=True)
    warnings.warn("x", DeprecationWarning, stacklevel=2)
    sys.exit(main is None)


def errors() -> int:
    try:
        return int("x")
    except (ValueError, TypeError) as e:
        print(e.args, str(e), traceback.format_exc())
        raise RuntimeError("x") from e
    except OSError as e:
        if e.errno == 2:
            return e.errno
        print(e.strerror, e.filename)
        return 0
    else:
        return 1
    finally:
        pass


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"

    @classmethod
    def parse(cls, s: str) -> Color:
        for c in cls:
            if c.value == s or c.name.lower() == s:
                return c
        return cls(s)


class Perm(enum.IntFlag):
    R = enum.auto()
    W = enum.auto()


Perm.R | Perm.W
weakref.ref(Job(1, "a"))
ns = types.SimpleNamespace(a=1)
ns.a
memo: dict[tuple[int, ...], float] = {}
memo[(1, 2)] = 3
matrix = [[0] * 3 for _ in range(3)]
matrix[0][1] += 1
pt = namedtuple("pt", "x y")(1, 2)
pt.x
if __name__ == "__main__":
    asyncio.run(main())
