import sqlite3
c = sqlite3.connect(':memory:')
c.set_progress_handler(lambda: 0, 2 ** 31 - 1)
c.execute("with recursive n(i) as (select 1 union all select i+1 from n) select count(*) from n").fetchone()
