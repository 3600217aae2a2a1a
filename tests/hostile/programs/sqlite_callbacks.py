# An authorizer that uses the connection which asks it.
import gc
import sqlite3

said = set()


def attempt(use):
    try:
        use()
    except sqlite3.ProgrammingError as e:
        said.add(str(e))


uses = [
    lambda: connection.execute("drop table t"),
    lambda: connection.execute("vacuum"),
    lambda: connection.executescript("create table u(a); drop table t"),
    lambda: cursor.execute("select 1").fetchall(),
    lambda: list(cursor),
    lambda: connection.set_authorizer(None),
    lambda: connection.set_progress_handler(None, 0),
    lambda: connection.create_function("f", 1, None),
    lambda: connection.commit(),
    lambda: connection.rollback(),
    lambda: connection.serialize(),
    lambda: connection.backup(sqlite3.connect(":memory:")),
    lambda: blob.write(b"abc"),
    lambda: blob.close(),
    lambda: cursor.close(),
    lambda: connection.close(),
    lambda: connection.__init__(":memory:"),
    gc.collect,
]
for use in uses:
    for statement in "select a, max(b) from t where a > 1", "drop table t", "create index i on t(b)", "insert into t values (1, 2)":
        connection = sqlite3.connect(":memory:")
        connection.execute("create table t(a, b)")
        connection.executemany("insert into t values(?, ?)", [(i, bytes(10)) for i in range(20)])
        connection.commit()
        blob = connection.blobopen("t", "b", 1)
        cursor = connection.cursor()
        depth = 0

        def authorizer(*args):
            global depth
            depth += 1
            if depth < 4:
                attempt(use)
            return sqlite3.SQLITE_OK

        connection.set_authorizer(authorizer)
        try:
            cursor.execute(statement).fetchall()
        except sqlite3.Error:
            pass
        connection = cursor = blob = None
assert any("authorizer" in text for text in said), said

# A function of a statement that takes the database away.
for uses_up in (lambda: connection.deserialize(b"x" * 100), lambda: connection.deserialize(connection.serialize()), lambda: connection.deserialize(b"")):
    for statement in "select f(a) from t", "select * from t where f(a)", "select * from t order by f(a)", "insert into t select f(a), 1 from t", "update t set b = f(a)":
        connection = sqlite3.connect(":memory:")
        connection.execute("create table t(a, b)")
        connection.executemany("insert into t values(?, ?)", [(i, str(i)) for i in range(20)])

        def function(a):
            try:
                uses_up()
            except sqlite3.Error as e:
                said.add(str(e))
            return 1

        connection.create_function("f", 1, function)
        try:
            connection.execute(statement).fetchall()
        except sqlite3.Error:
            pass
        connection = None
assert "database is locked" in said, said


# Values whose own methods close the connection that takes them, and a backup whose target is closed meanwhile.
class Closes:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        connection.close()
        return self.number

    def __float__(self):
        connection.close()
        return 0.25

    def __buffer__(self, flags):
        cursor.close()
        connection.close()
        return memoryview(b"abc")


for use in (
    lambda: connection.setlimit(Closes(1), 5),
    lambda: connection.getlimit(Closes(1)),
    lambda: connection.setlimit(1, Closes(5)),
    lambda: connection.create_function("f", Closes(1), len),
    lambda: connection.create_aggregate("g", Closes(1), len),
    lambda: connection.set_progress_handler(len, Closes(1)),
    lambda: connection.backup(other, pages=Closes(1)),
    lambda: connection.backup(other, sleep=Closes(1)),
    lambda: connection.backup(other, pages=1, progress=lambda *args: other.close()),
    lambda: connection.backup(other, pages=1, progress=lambda *args: connection.close()),
    lambda: cursor.execute("select ?", (Closes(1),)),
):
    connection, other = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    cursor = connection.cursor()
    connection.execute("create table t(a)")
    connection.executemany("insert into t values(?)", [(bytes(3000),) for i in range(20)])
    connection.commit()
    try:
        use()
    except (sqlite3.Error, TypeError, ValueError):
        pass
    connection = other = cursor = None
    gc.collect()
