import sqlite3, _sqlite
c = sqlite3.connect(':memory:')
kept = []
sql = "select " + ','.join("%d+?" % i for i in range(1900))
while True:
    cursor = c.cursor(); kept.append(cursor)
    cursor.execute(sql.replace("select", "select %d," % len(kept)), [b'x' * 100000] * 1900)
