import sqlite3
kept = []
def fill(c, name):
    c.execute(f"create table {name}.t(x)")
    for i in range(200): c.execute(f"insert into {name}.t values (zeroblob(1000000))")
for pragma in ["max_page_count=1000000000", "page_size=65536", "cache_size=-10000000", "temp_store=memory", "journal_mode=off", "hard_heap_limit=1", "soft_heap_limit=1", "temp_store_directory='/tmp'", "mmap_size=100000000", "threads=8", "cache_spill=off"]:
    try:
        c = sqlite3.connect(':memory:'); kept.append(c)
        c.execute("pragma " + pragma)
    except (sqlite3.Error, MemoryError, RecursionError) as e: print(pragma, type(e).__name__, e)
for name in ["main", "temp", "a", "b", "a"]:
    try:
        c = sqlite3.connect(''if name == "b" else ':memory:'); kept.append(c)
        c.execute("attach ':memory:' as a")
        c.execute("attach '' as b")
        fill(c, name)
    except (sqlite3.Error, MemoryError, RecursionError) as e: print(name, type(e).__name__, e)
for i in range(1000):
    try:
        c = sqlite3.connect(':memory:'); kept.append(c)
        c.execute("create table t(x)")
        for i in range(10): c.execute("insert into t values (zeroblob(1000000))")
    except (sqlite3.Error, MemoryError, RecursionError) as e: n = type(e).__name__
print(n)
