import sqlite3
c = sqlite3.connect(':memory:')
columns = ','.join('c%d' % i for i in range(1900))
for i in range(1000000): c.execute('create table t%d(%s)' % (i, columns))
