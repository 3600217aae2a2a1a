import sqlite3
kept = []
c = sqlite3.connect(':memory:')
c.execute("create table t(x)")
c.execute("insert into t values (zeroblob(3000000))")
data = c.serialize()
while True:
    c = sqlite3.connect(':memory:'); kept.append(c)
    c.deserialize(data)
    c.execute("insert into t select * from t")
