# sqlite3: how transactions begin, dumps of tables that count, blobs whose row changes under them, statements kept while tables are altered.
import os, sqlite3


def error(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as problem:
        print(type(problem).__name__, problem)


for arguments in ({}, {"isolation_level": "immediate"}, {"isolation_level": None}):
    connection = sqlite3.connect(":memory:", **arguments)
    said = []
    connection.set_trace_callback(said.append)
    connection.execute("create table t(a)")
    with connection:
        connection.execute("insert into t values(1)")
    print(repr(connection.isolation_level), said)


class Level(str):
    def upper(self):
        return None


connection.isolation_level = Level("exclusive")
print(connection.isolation_level)
error(setattr, connection, "isolation_level", "exclusively")

connection = sqlite3.connect(":memory:")
connection.executescript("create table b(id integer primary key autoincrement, x); insert into b(x) values('y'); insert into b(x) values('z'); create table a(id integer primary key autoincrement); create index i on b(x);")
script = list(connection.iterdump())
print(*script, sep="\n")
copy = sqlite3.connect(":memory:")
copy.executescript("".join(script))
print(copy.execute("select * from sqlite_sequence").fetchall(), copy.execute("insert into b(x) values('w') returning id").fetchall())

print(len(connection.execute("select * from b").description))
connection.execute("alter table b add more")
cursor = connection.execute("select * from b")
print([column[0] for column in cursor.description], cursor.fetchall())

connection = sqlite3.connect(":memory:")
connection.execute("create table test(b blob)")
connection.execute("insert into test values(?)", (b"0123456789",))
for arguments in (("nowhere", "b", 1), ("test", "nothing", 1), ("test", "b", 7)):
    try:
        connection.blobopen(*arguments)
    except sqlite3.OperationalError as problem:
        print("no such" in str(problem))
blob = connection.blobopen("test", "b", 1)
error(blob.seek, 2 ** 31 - 1, os.SEEK_END)
error(blob.__getitem__, 2 ** 64)
try:
    1 in blob
except TypeError as problem:
    print("is not iterable" in str(problem))
connection.execute("update test set b = 'abc'")
for function in (blob.read,):
    try:
        function()
    except sqlite3.OperationalError as problem:
        print("OperationalError")
blob.close()
try:
    with blob:
        pass
except sqlite3.ProgrammingError as problem:
    print(problem)

connection.close()
error(connection)
error(connection.iterdump)
error(connection.create_collation, "\udc80", lambda a, b: 0)


class Impostor(str):
    __class__ = sqlite3.Cursor


connection = sqlite3.connect(":memory:")
for function in (lambda: connection.cursor(Impostor), lambda: sqlite3.Row(Impostor(), ())):
    try:
        function()
    except TypeError:
        print("TypeError")


class Lazy(sqlite3.Cursor):
    def __init__(self, connection):
        pass


error(Lazy(connection).close)
error(Lazy(connection).execute, "select 1")
