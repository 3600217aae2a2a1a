import sqlite3
c = sqlite3.connect(":memory:")
c.execute("create table t(b)")
while True: c.execute("insert into t values (randomblob(1000000))")
