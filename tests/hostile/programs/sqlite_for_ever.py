import sqlite3
sqlite3.connect(":memory:").execute("with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t").fetchall()
