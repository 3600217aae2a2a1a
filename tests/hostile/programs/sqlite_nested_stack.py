# Views of views, triggers by triggers, rows that go with others', queries within queries: SQLite goes down in C for each.
import sqlite3, threading

def attempt(c, sql):
    try: c.execute(sql).fetchall()
    except (sqlite3.Error, MemoryError, RecursionError) as e: print(type(e).__name__, str(e)[:60])
def try_all():
    for kind in "views", "triggers", "keys", "queries", "terms":
        c = sqlite3.connect(":memory:", isolation_level=None)
        attempt(c, "pragma foreign_keys = on")
        attempt(c, "create table t0(x integer primary key)")
        if kind == "queries": attempt(c, "with t0(x) as (select 1)" + "".join(",t%d as(select x from t%d where 1 union select x from t0)" % (i, i - 1) for i in range(1, 20000)) + "select * from t19999")
        if kind == "terms": attempt(c, "select " + "+".join(["x"] * 990) + " from t0")
        if kind in ("queries", "terms"): continue
        for i in range(1, 3000):
            if kind == "views": attempt(c, f"create view t{i} as select * from t{i - 1}")
            elif kind == "keys": attempt(c, f"create table t{i}(x integer primary key references t{i - 1} on delete cascade)")
            else: attempt(c, f"create table t{i}(x)"), attempt(c, f"create trigger r{i} after insert on t{i - 1} begin insert into t{i} select x from t{i - 1}; end")
        attempt(c, {"views": "select * from t1400", "triggers": "insert into t0 values (1)", "keys": "delete from t0 where x = 1"}[kind])
try_all()
for size in 65536, 262144, 1048576:
    threading.stack_size(size)
    t = threading.Thread(target=try_all); t.start(); t.join()
