import sqlite3
c = sqlite3.connect(':memory:', isolation_level=None)
c.execute("create table t(x)")
c.execute("with recursive n(i) as (select 1 union all select i+1 from n limit 5000) insert into t select zeroblob(3000) from n")
for i in range(100000):
    c.execute("savepoint s%d" % i)
    c.execute("update t set x = randomblob(3000)")
