# Text that is not UTF-8 in a collation.
import sqlite3


def backwards(a, b):
    return (a < b) - (a > b)


db = sqlite3.connect(":memory:")
db.create_collation("backwards", backwards)
print([row[0] for row in db.execute("select x from (select 'a' as x union all select 'b') order by x collate backwards")])
for query in ["select cast(x'41ff' as text) = cast(x'ff42' as text) collate backwards", "select count(*) from (select cast(x'fffefd' as text) as x union all select 'b') group by x collate backwards"]:
    try:
        db.execute(query).fetchall()
    except (sqlite3.Error, UnicodeDecodeError, SystemError):  # the last: CPython 3.11
        pass
    print("alive")

# Hooks last as long as the database, whatever functions are called.
db.set_authorizer(lambda *a: sqlite3.SQLITE_OK)
for i in range(20):
    try:
        db.create_function(f"typhon_hook_{i}", 0, None)
    except sqlite3.Error:
        pass
print(db.execute("select 1").fetchall())
