import sqlite3
c = sqlite3.connect(':memory:')
for sql in ["select zeroblob(900000000) || 'x'", "select hex(zeroblob(400000000))", "select printf('%.900000000c', 'x')", "select replace(hex(zeroblob(2000000)), '0', hex(zeroblob(1000)))",
            "select length(randomblob(1000000000))", "select group_concat(hex(zeroblob(100000))) from (with recursive n(i) as (select 1 union all select i+1 from n limit 100000) select i from n)",
            "select json_group_array(hex(zeroblob(100000))) from (with recursive n(i) as (select 1 union all select i+1 from n limit 100000) select i from n)",
            "select " + ", ".join(["hex(zeroblob(1000000))"] * 1500), "select " + ", ".join(["randomblob(2000000)"] * 1900)]:
    try: c.execute(sql).fetchall()
    except (sqlite3.Error, MemoryError, RecursionError) as e: print(type(e).__name__, e)
