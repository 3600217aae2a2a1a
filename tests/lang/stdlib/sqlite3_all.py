# python3.12: sqlite3
import sqlite3, os, tempfile, datetime, threading, warnings, pickle
def fails(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e, getattr(e,'sqlite_errorname',''), getattr(e,'sqlite_errorcode',''))
con=sqlite3.connect(':memory:'); cur=con.cursor()
print(cur.execute('CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT NOT NULL, v REAL, b BLOB)') is cur, cur.rowcount, cur.lastrowid, cur.description, con.in_transaction)
cur.execute('INSERT INTO t(name,v,b) VALUES(?,?,?)',('a',1.5,b'x\x00')); print(cur.rowcount,cur.lastrowid,con.in_transaction,con.total_changes)
cur.executemany('INSERT INTO t(name,v) VALUES(:n,:v)',[{'n':'b','v':2},{'n':'c','v':None}]); print(cur.rowcount,cur.lastrowid)
cur.executemany('INSERT INTO t(name) VALUES(?)',((chr(100+i),) for i in range(5))); print(cur.rowcount); con.commit(); print(con.in_transaction)
print(cur.execute('SELECT * FROM t ORDER BY id').fetchall()); print(cur.description, cur.rowcount)
print(cur.execute('SELECT id FROM t').fetchone(), cur.fetchmany(2), cur.fetchmany(), cur.arraysize, [r for r in cur], cur.fetchone(), cur.fetchall())
cur.execute('UPDATE t SET v=9 WHERE id>3'); print(cur.rowcount); con.rollback(); print(cur.execute('SELECT max(v) FROM t').fetchone()); cur.execute('DELETE FROM t WHERE id>5'); print(cur.rowcount, con.total_changes); con.commit()
print(cur.execute("INSERT INTO t(name) VALUES('r') RETURNING id, name").fetchall(), cur.rowcount, cur.lastrowid); con.commit()
for sql,p in [('SELECT * FROM nope',()),('SELEC',()),('SELECT ?',()),('SELECT ?',(1,2)),('SELECT :a',{}),('SELECT :a',{'a':5}),('SELECT ?',{'a':1}),('INSERT INTO t(id,name) VALUES(1,"x")',()),('INSERT INTO t(name) VALUES(NULL)',()),('SELECT 1; SELECT 2',()),('SELECT ?',(object(),)),('SELECT :a',{'a':object()}),('SELECT ?',(2**70,)),('SELECT ?',('\ud800',)),('SELECT 1;  -- c\n /* x */ ',()),('',()),('  -- only\n',()),(';',()),('SELECT \0',()),(5,()),('SELECT ?',5),('SELECT $x, @y',{'x':1,'y':2}),('SELECT ?',iter([1])),('SELECT ?','a'),('SELECT ?',[[1]])]:
    try: print(repr(sql), con.execute(sql,p).fetchall())
    except Exception as e: print(repr(sql), type(e).__name__, e, getattr(e,'sqlite_errorname',''), getattr(e,'sqlite_errorcode',''))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); print(con.execute('SELECT :a',(1,)).fetchall(), [str(x.message) for x in w])
fails(cur.executemany,'SELECT 1',[()]); fails(con.execute,'SELECT 1',None)
try:
    with con: con.execute("INSERT INTO t(name) VALUES('w')"); raise KeyError
except KeyError: print('rolled back', con.in_transaction, con.execute("SELECT count(*) FROM t WHERE name='w'").fetchone())
with con: con.execute("INSERT INTO t(name) VALUES('w')")
print(con.execute("SELECT count(*) FROM t WHERE name='w'").fetchone())
con.row_factory=sqlite3.Row; r=con.execute('SELECT id, name AS Nm, v FROM t').fetchone(); print(tuple(r), r['id'], r['NM'], r[0], r[-1], r[0:2], r.keys(), len(r), list(r), r==con.execute('SELECT id, name AS Nm, v FROM t').fetchone(), hash(r)==hash(con.execute('SELECT id, name AS Nm, v FROM t').fetchone()), isinstance(r,sqlite3.Row), dict(r), {**r}); fails(lambda: r['nope']); fails(lambda: r[9]); fails(lambda: r[1.5])
con.row_factory=lambda c,row: {d[0]:v for d,v in zip(c.description,row)}; print(con.execute('SELECT 1 AS a, 2 AS b').fetchall()); con.row_factory=None
con.create_function('twice',1,lambda x: x*2); con.create_function('cat',-1,lambda *a: '-'.join(map(str,a)),deterministic=True); con.create_function('boom',0,lambda: 1/0); con.create_function('obj',0,lambda: object()); con.create_function('big',0,lambda: 2**80)
print(con.execute("SELECT twice(4), twice('ab'), twice(1.5), cat(1,'x',NULL,2.5), twice(x'0102')").fetchall()); fails(con.execute,'SELECT boom()'); fails(con.execute,'SELECT obj()'); fails(con.execute,'SELECT big()'); fails(con.execute,'SELECT twice(1,2)'); con.create_function('twice',1,None)
class Sum:
    def __init__(self): self.t=0
    def step(self,v): self.t+=v or 0
    def finalize(self): return self.t
con.create_aggregate('mysum',1,Sum); print(con.execute('SELECT mysum(id), mysum(v) FROM t').fetchone(), con.execute('SELECT name>"b", mysum(id) FROM t GROUP BY 1').fetchall(), con.execute('SELECT mysum(1) WHERE 0').fetchone())
class Bad:
    def step(self,v): raise ValueError
    def finalize(self): return 1
class Bad2:
    def __init__(self): raise ValueError
    def step(self,v): pass
    def finalize(self): return 1
class Bad3:
    def step(self,v): pass
    def finalize(self): raise ValueError
for n,c in (('bad',Bad),('bad2',Bad2),('bad3',Bad3)): con.create_aggregate(n,1,c); fails(lambda: con.execute(f'SELECT {n}(id) FROM t').fetchall())
class Win(Sum):
    def inverse(self,v): self.t-=v
    def value(self): return self.t
con.create_window_function('wsum',1,Win); print(con.execute('SELECT id, wsum(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t').fetchall())
con.create_collation('rev',lambda a,b: (a<b)-(a>b)); print(con.execute('SELECT name FROM t ORDER BY name COLLATE rev').fetchall()); con.create_collation('rev',None); fails(con.execute,'SELECT name FROM t ORDER BY name COLLATE rev')
tr=[]; con.set_trace_callback(tr.append); con.execute('SELECT ?',(3,)).fetchall(); con.set_trace_callback(None); con.execute('SELECT 5'); print(tr)
con.set_authorizer(lambda a,*r: sqlite3.SQLITE_DENY if a==sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK); fails(con.execute,'DELETE FROM t'); con.set_authorizer(None)
con.set_progress_handler(lambda: 1, 1); fails(lambda: con.execute('SELECT count(*) FROM t a, t b, t c').fetchall()); con.set_progress_handler(None,0)
con.executescript('CREATE TABLE s(a); INSERT INTO s VALUES(1); INSERT INTO s VALUES(2); CREATE INDEX i ON s(a); CREATE VIEW vw AS SELECT * FROM s;'); print(con.execute('SELECT * FROM vw').fetchall()); fails(con.executescript,'SELECT 1; SELEC'); fails(con.executescript,5)
print(list(con.iterdump()))
b=sqlite3.connect(':memory:'); pr=[]; con.commit(); con.backup(b,pages=1,progress=lambda *a: pr.append(a)); print(b.execute('SELECT count(*) FROM t').fetchone(), len(pr)>0, pr[-1][1]); d=con.serialize(); print(d[:15], type(d)); x=sqlite3.connect(':memory:'); x.deserialize(d); print(x.execute('SELECT a FROM s').fetchall()); fails(con.backup,con); fails(con.backup,3)
b.close(); fails(b.execute,'SELECT 1'); fails(b.cursor); b.close(); c2=con.cursor(); c2.close(); fails(c2.execute,'SELECT 1'); fails(c2.fetchone)
f=os.path.join(tempfile.mkdtemp(),'x.db'); 
with sqlite3.connect(f) as c: c.execute('CREATE TABLE p(a,b)'); c.execute('INSERT INTO p VALUES(1,2)')
c.close(); c=sqlite3.connect(f,timeout=0.05); e=sqlite3.connect(f,timeout=0.05); c.execute('INSERT INTO p VALUES(3,4)'); print(e.execute('SELECT count(*) FROM p').fetchone()); fails(e.execute,'INSERT INTO p VALUES(5,6)'); c.commit(); print(e.execute('SELECT * FROM p').fetchall()); c.close(); e.close(); fails(sqlite3.connect,'/nonexistent/dir/x.db'); u=sqlite3.connect(f'file:{f}?mode=ro',uri=True); fails(u.execute,'INSERT INTO p VALUES(1,1)'); u.close()
p=sqlite3.connect(':memory:',detect_types=sqlite3.PARSE_DECLTYPES|sqlite3.PARSE_COLNAMES); sqlite3.register_adapter(complex,lambda z: f'{z.real};{z.imag}'); sqlite3.register_converter('cplx',lambda b: complex(*map(float,b.split(b';'))))
p.execute('CREATE TABLE z(c cplx, n cplx(3), d date, ts timestamp)'); 
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); p.execute('INSERT INTO z VALUES(?,?,?,?)',(1+2j,None,datetime.date(2020,1,2),datetime.datetime(2020,1,2,3,4,5,678))); print(p.execute('SELECT * FROM z').fetchall(), p.execute('SELECT "1;2" AS "x [cplx]"').fetchall(), p.execute('SELECT "1;2" AS "x [cplx]"').description, [str(x.message) for x in w])
class Pt:
    def __init__(s,x): s.x=x
    def __conform__(s,proto): return f'P{s.x}' if proto is sqlite3.PrepareProtocol else None
print(p.execute('SELECT ?',(Pt(3),)).fetchall(), p.execute('SELECT ?',(bytearray(b'q'),)).fetchall(), p.execute('SELECT ?, ?',(True,memoryview(b'm'))).fetchall())
con.text_factory=bytes; print(con.execute("SELECT 'é', x'00', 1").fetchall()); con.text_factory=lambda b: b.decode().upper(); print(con.execute("SELECT 'é', x'00'").fetchall()); con.text_factory=str; fails(lambda: con.execute("SELECT CAST(x'ff41' AS TEXT) AS q").fetchall())
i=sqlite3.connect(':memory:',isolation_level=None); i.execute('CREATE TABLE q(a)'); i.execute('INSERT INTO q VALUES(1)'); print(i.in_transaction, i.isolation_level); i.execute('BEGIN'); i.execute('INSERT INTO q VALUES(2)'); print(i.in_transaction); i.rollback(); print(i.execute('SELECT * FROM q').fetchall()); i.isolation_level='IMMEDIATE'; print(i.isolation_level); fails(setattr,i,'isolation_level','X'); fails(setattr,i,'isolation_level',3); fails(sqlite3.connect,':memory:',isolation_level='zz')
a=sqlite3.connect(':memory:',autocommit=False); print(a.in_transaction, a.autocommit); a.execute('CREATE TABLE q(a)'); a.commit(); print(a.in_transaction); a.execute('INSERT INTO q VALUES(1)'); a.rollback(); print(a.execute('SELECT count(*) FROM q').fetchone()); a.autocommit=True; print(a.in_transaction); a.close(); fails(sqlite3.connect,':memory:',autocommit=5)
res=[]
def th():
    try: con.execute('SELECT 1')
    except Exception as ex: res.append((type(ex).__name__, str(ex)[:82]))
t=threading.Thread(target=th); t.start(); t.join(); print(res)
o=sqlite3.connect(':memory:',check_same_thread=False); t=threading.Thread(target=lambda: res.append(o.execute('SELECT 7').fetchone())); t.start(); t.join(); print(res[1:])
con.execute('CREATE TABLE bl(b)'); con.execute('INSERT INTO bl VALUES(zeroblob(10))'); 
with con.blobopen('bl','b',1) as blob: blob.write(b'hello'); print(len(blob), blob.tell()); blob.seek(0); print(blob.read(5), blob[0], blob[-1], blob[1:4]); blob[0]=0x48; blob[6:8]=b'zz'; fails(blob.write,b'x'*50); fails(lambda: blob[99]); fails(blob.seek,99)
print(con.execute('SELECT b FROM bl').fetchone()); fails(con.blobopen,'bl','b',9)
print(con.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER), con.setlimit(sqlite3.SQLITE_LIMIT_COLUMN,100), con.getlimit(sqlite3.SQLITE_LIMIT_COLUMN)); fails(con.getlimit,1111); print(con.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY)); con.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY); print(con.execute('PRAGMA foreign_keys').fetchone())
print(sqlite3.complete_statement('SELECT 1;'), sqlite3.complete_statement('SELECT'), sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, sqlite3.sqlite_version_info>(3,), issubclass(sqlite3.IntegrityError,sqlite3.DatabaseError), con.IntegrityError is sqlite3.IntegrityError, sqlite3.Date(2020,1,1), sqlite3.adapt(3,sqlite3.PrepareProtocol,5))
class MyCon(sqlite3.Connection):
    def hello(self): return 'hi'
class MyCur(sqlite3.Cursor): pass
m=sqlite3.connect(':memory:',factory=MyCon); print(m.hello(), type(m.cursor(MyCur)).__name__, type(m.execute('SELECT 1')).__name__); fails(sqlite3.Cursor,5)
class NoInit(sqlite3.Connection):
    def __init__(self): pass
fails(NoInit().cursor); print(m('SELECT 1') is not None)
rec=con.cursor(); con.create_function('again',0,lambda: rec.execute('SELECT 2').fetchone()[0]); fails(lambda: rec.execute('SELECT again()').fetchall())
for n in (0,1,5): print(con.execute('SELECT * FROM t').fetchmany(n))
print(con.execute('PRAGMA table_info(t)').fetchall()[0], con.execute('EXPLAIN QUERY PLAN SELECT * FROM t').fetchall()[0][3], con.execute('WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<5) SELECT sum(x) FROM c').fetchone(), con.execute("SELECT json_extract('{\"a\":[1,2]}','$.a[1]')").fetchone())
print(sqlite3.connect(':memory:').execute("REPLACE INTO x VALUES(1)") if False else '', repr(sqlite3.Warning('x')), sqlite3.Error.__module__, sqlite3.Row.__module__)
