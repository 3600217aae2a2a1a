import sqlite3
c = sqlite3.connect(':memory:')
c.execute("with recursive n(i) as (select 1 union all select i+1 from n) select i, hex(zeroblob(1000)) from n order by i desc").fetchone()
