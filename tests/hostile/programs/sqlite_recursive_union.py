import sqlite3
c = sqlite3.connect(':memory:')
c.execute("with recursive n(i) as (select hex(randomblob(1000)) union select hex(randomblob(1000)) from n) select count(*) from n").fetchone()
