# Memory shared by its name; threads that are asked as processes are; documents that include documents; old functions of urllib.parse; what sqlite3 converts.
import io, locale, multiprocessing, os, pickle, queue, sqlite3, sys, tempfile, warnings, zipfile
import multiprocessing.dummy, multiprocessing.dummy.connection
from multiprocessing import shared_memory
from xml.etree import ElementInclude, ElementTree
import urllib.parse


def error(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (Exception, SyntaxError) as problem:
        print(type(problem).__name__, problem)


# ---- shared memory
block = shared_memory.SharedMemory(create=True, size=20)
try:
    print(block.size, type(block.buf).__name__, len(block.buf), block.name.startswith("psm_"), repr(block) == f"SharedMemory({block.name!r}, size=20)")
    block.buf[:5] = b"hello"
    again = pickle.loads(pickle.dumps(block))
    print(bytes(again.buf[:5]), again.name == block.name)
    again.buf[0] = ord("J")
    print(bytes(block.buf[:5]))
    child = os.fork()
    if child == 0:
        other = shared_memory.SharedMemory(block.name)
        other.buf[5:8] = b"..."
        os._exit(0)
    os.waitpid(child, 0)
    print(bytes(block.buf[:8]))
    again.close()
    again.close()
    print(again.buf)
finally:
    block.close()
    block.unlink()
for arguments in ({}, {"create": True}, {"create": True, "size": -1}):
    error(shared_memory.SharedMemory, **arguments)
try:
    shared_memory.SharedMemory(block.name)
except FileNotFoundError:
    print("it is gone")

items = shared_memory.ShareableList([1, 2.5, True, None, "text", b"bytes", "", -7])
try:
    print(len(items), list(items), items.format)
    items[0], items[-1], items[4] = 10, "x", "new"
    error(items.__setitem__, 4, "longer than there is room")
    error(items.__getitem__, 8)
    error(items.__setitem__, 8, 1)
    print(list(shared_memory.ShareableList(name=items.shm.name)), items.count(10), items.index(2.5))
    error(items.index, "nowhere")
    print(repr(items) == f"ShareableList({list(items)}, name={items.shm.name!r})", list(pickle.loads(pickle.dumps(items))))
finally:
    items.shm.close()
    items.shm.unlink()

# ---- multiprocessing.dummy
results = multiprocessing.dummy.Queue()
process = multiprocessing.dummy.Process(target=lambda number: results.put(number * 2), args=(21,), name="worker")
print(process.exitcode, isinstance(results, queue.Queue))
process.start()
process.join()
print(process.exitcode, results.get(), multiprocessing.dummy.active_children(), multiprocessing.dummy.current_process().name)
near, far = multiprocessing.dummy.Pipe()
near.send([1])
print(far.poll(), far.recv(), far.poll(), far.poll(0.01))
manager = multiprocessing.dummy.Manager()
space = manager.Namespace(a=1, _hidden=2)
space.b = "x"
print(space, manager.dict(a=1), manager.list("ab"), manager.Value("i", 3), manager.Array("i", [1, 2]))
with multiprocessing.dummy.Pool(2) as pool:
    print(pool.map(abs, [-1, 2, -3]))
with multiprocessing.dummy.connection.Listener() as listener:
    client = multiprocessing.dummy.connection.Client(listener.address)
    with listener.accept() as server:
        client.send("hi")
        print(server.recv())

# ---- XInclude
XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
documents = {"one.xml": "<one>1</one>", "two.xml": f"<two {XI}><xi:include href='one.xml'/> tail</two>", "loop.xml": f"<a {XI}><xi:include href='loop.xml'/></a>"}


def load(href, parse, encoding=None):
    if parse == "xml":
        return ElementTree.fromstring(documents[href]) if href in documents else None
    return f"[{href} {encoding}]" if href != "none" else None


for inner in ('<xi:include href="one.xml"/>after', '<b/><xi:include href="t.txt" parse="text" encoding="ascii"/>!', '<xi:include href="t.txt" parse="text"/>', '<xi:include href="two.xml"/>',
              '<xi:include href="missing.xml"/>', '<xi:include href="none" parse="text"/>', '<xi:include href="one.xml" parse="x"/>', "<xi:fallback/>", '<xi:include href="loop.xml"/>'):
    root = ElementTree.fromstring(f"<root {XI}>before {inner}</root>")
    try:
        ElementInclude.include(root, load)
        print(ElementTree.tostring(root, encoding="unicode"))
    except ElementInclude.FatalIncludeError as problem:
        print(type(problem).__name__, problem)
root = ElementTree.fromstring(f"<root {XI}><xi:include href='two.xml'/></root>")
error(ElementInclude.include, root, load, None, 1)
error(ElementInclude.include, root, load, None, -1)
with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "part.xml"), "w") as file:
        file.write("<part/>")
    tree = ElementTree.ElementTree(ElementTree.fromstring(f"<root {XI}><xi:include href='part.xml'/></root>"))
    ElementInclude.include(tree, base_url=os.path.join(folder, "main.xml"))
    print(ElementTree.tostring(tree.getroot()))
root = ElementTree.fromstring("<a xmlns:x='X'><x:b/><b/></a>")
root.append(ElementTree.Comment("no"))
print([found.tag for found in root.findall("{*}*")], len(root.findall("*")))

# ---- parts of URLs
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    for name, texts in {"splittype": ["HTTP://a", "a/b:c", "x:"], "splithost": ["//h:1/p?q", "//h?q", "h/p", "//h#f"], "splituser": ["u:p@h:1", "h", "a@b@c"], "splitpasswd": ["u:p", "u", "u:a:b"],
                        "splitport": ["h:80", "h:", "h", "h:x", "h:1:2"], "splitnport": ["h:80", "h:", "h", "h:x"], "splitquery": ["/p?q?r", "/p"], "splittag": ["/p#t", "/p"],
                        "splitattr": ["/p;a=1;b=2", "/p"], "splitvalue": ["a=b=c", "a"]}.items():
        print(name, [getattr(urllib.parse, name)(text) for text in texts])
    print(len(told), told[0].message, "|", told[-1].message)
error(lambda: urllib.parse.splitnothing)

# ---- messages of a locale that has none
print(locale.gettext("a"), locale.dgettext("d", "b"), locale.dcgettext("d", "c", locale.LC_MESSAGES), locale.textdomain(None), locale.textdomain("mine"), locale.textdomain(None))

# ---- sqlite3
class Opener(sqlite3.Connection):
    def __init__(self, *args, **kwargs):
        print(args, sorted(kwargs))
        super().__init__(*args, **dict(kwargs, isolation_level=None))


with Opener(":memory:") as connection:
    print(connection.isolation_level)
connection = sqlite3.connect(":memory:", factory=Opener, detect_types=sqlite3.PARSE_DECLTYPES)
sqlite3.register_converter("halves", lambda data: float(data) / 2)
connection.execute("create table t(a halves, b)")
connection.executemany("insert into t values(?, ?)", [(3, 1), (b"", 2), (None, 3), ("x", 4)])
cursor = connection.execute("select * from t")
print(cursor.fetchone(), cursor.fetchone(), cursor.fetchone())
error(cursor.fetchone)


class Amount:
    def __conform__(self, protocol):
        raise TypeError("swallowed")


try:
    connection.execute("select ?", (Amount(),))
except sqlite3.Error as problem:
    print("not supported" in str(problem))
sqlite3.register_adapter(int, lambda number: f"<{number}>")
print(connection.execute("select ?", (4,)).fetchone())
