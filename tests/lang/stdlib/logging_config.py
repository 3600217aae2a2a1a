# python3.12
import logging, logging.handlers as H, logging.config as C, io, os, sys, tempfile, queue, time, datetime, glob
d=tempfile.mkdtemp()
def files(p):
    for f in sorted(glob.glob(os.path.join(d,p+'*'))): print(os.path.basename(f), repr(open(f).read()))
def ev(f):
    try: print('ok',f())
    except Exception as e:
        while e: print(type(e).__name__,e); e=e.__cause__
log=logging.getLogger('rot'); log.propagate=False; log.setLevel(1)
h=H.RotatingFileHandler(os.path.join(d,'a.log'),maxBytes=30,backupCount=2); log.addHandler(h)
for i in range(12): log.info('message %d',i)
h.close(); log.removeHandler(h); files('a.log')
h=H.RotatingFileHandler(os.path.join(d,'b.log'),maxBytes=20,backupCount=1,delay=True,encoding='utf-8')
h.namer=lambda n: n+'.old'; h.rotator=lambda s,t: (open(t,'w').write('R:'+open(s).read()), os.remove(s)); log.addHandler(h)
for i in range(5): log.info('méssage %d',i)
h.close(); log.removeHandler(h); files('b.log')
h=H.RotatingFileHandler(os.path.join(d,'c.log'),maxBytes=0); print(h.shouldRollover(logging.makeLogRecord({}))); h.close()
for when in ('S','M','H','D','MIDNIGHT','W0','W6','w3'):
    h=H.TimedRotatingFileHandler(os.path.join(d,'t.log'),when=when,utc=True,delay=True); print(when,h.interval,h.suffix,[h.computeRollover(t)-t for t in (0,1000000000,1700000000,86399)]); 
    h.atTime=datetime.time(12,30); print([h.computeRollover(t)-t for t in (0,1000000000,1700000000)]); h.close()
for bad in ('X','W9','W',''): ev(lambda: H.TimedRotatingFileHandler(os.path.join(d,'t.log'),when=bad))
h=H.TimedRotatingFileHandler(os.path.join(d,'u.log'),when='S',interval=1,backupCount=1); log.addHandler(h)
h.rolloverAt=int(time.time())-5; log.info('one'); h.rolloverAt=int(time.time())-3; log.info('two'); h.close(); log.removeHandler(h)
fs=sorted(os.path.basename(f) for f in glob.glob(os.path.join(d,'u.log*'))); print(len(fs), [len(f) for f in fs])
m=H.MemoryHandler(3,target=None); out=io.StringIO(); s=logging.StreamHandler(out); s.setFormatter(logging.Formatter('%(levelname)s:%(message)s')); log.addHandler(m)
log.info('x'); print(len(m.buffer)); m.setTarget(s); log.info('y'); log.info('z'); print(len(m.buffer),repr(out.getvalue())); log.info('w'); log.error('now'); print(len(m.buffer), repr(out.getvalue())); log.info('last'); m.close(); print(repr(out.getvalue())); log.removeHandler(m)
b=H.BufferingHandler(2); b.emit(logging.makeLogRecord({'msg':'q'})); print(len(b.buffer)); b.emit(logging.makeLogRecord({'msg':'q'})); print(len(b.buffer))
q=queue.Queue(); qh=H.QueueHandler(q); log.addHandler(qh)
try: 1/0
except ZeroDivisionError: log.exception('fail %s','x')
log.info('plain %d',5); r=q.get(); print(r.msg.split("\n")[0], r.msg.split("\n")[-1], r.args, r.exc_info, r.exc_text); print(q.get().msg)
out=io.StringIO(); s=logging.StreamHandler(out); s.setLevel(logging.ERROR); l=H.QueueListener(q,s,respect_handler_level=True); l.start(); log.info('no'); log.error('yes'); l.stop(); print(repr(out.getvalue())); log.removeHandler(qh)
w=H.WatchedFileHandler(os.path.join(d,'w.log')); log.addHandler(w); log.info('1'); os.rename(os.path.join(d,'w.log'),os.path.join(d,'w.log.moved')); log.info('2'); w.close(); log.removeHandler(w); files('w.log')
sh=H.SocketHandler('localhost',1); p=sh.makePickle(logging.makeLogRecord({'msg':'a %s','args':('b',)})); import pickle,struct; n=struct.unpack('>L',p[:4])[0]; print(n==len(p)-4, pickle.loads(p[4:])['msg'])
ev(lambda: H.HTTPHandler('h','/','PUT')); ev(lambda: H.HTTPHandler('h','/',context=1)); print(H.SYSLOG_UDP_PORT,H.SysLogHandler.LOG_USER,H.SysLogHandler.priority_names['warn'])
class Flt(logging.Filter):
    def __init__(self, word='x'): self.word=word
    def filter(self,r): return self.word in r.getMessage()
class Fm(logging.Formatter):
    def __init__(self, fmt=None, datefmt=None, style='%', extra='E'): super().__init__(fmt,datefmt,style); self.extra=extra
    def format(self,r): return self.extra+super().format(r)
OUT=io.StringIO()
sys.modules['appmod']=sys.modules[__name__]
cfg={'version':1,'disable_existing_loggers':False,'formatters':{'f':{'format':'%(name)s|%(levelname)s|%(message)s'},'g':{'()':'appmod.Fm','format':'{message}','style':'{','extra':'>>'},'h':{'class':'appmod.Fm','format':'%(message)s','datefmt':'%Y'},'i':{'format':'%(message)s %(zz)s','defaults':{'zz':'ZZ'}}},
'filters':{'only':{'()':'appmod.Flt','word':'ok'},'n':{'name':'app.sub'}},
'handlers':{'c':{'class':'logging.StreamHandler','stream':'ext://appmod.OUT','formatter':'f','level':'INFO','filters':['only']},'m':{'class':'logging.handlers.MemoryHandler','capacity':10,'target':'z','flushLevel':40},'z':{'class':'logging.StreamHandler','stream':'cfg://streams.out','formatter':'g'},'fl':{'class':'logging.FileHandler','filename':os.path.join(d,'cfg.log'),'formatter':'i','.':{'extra_attr':5}}},
'streams':{'out':'ext://appmod.OUT'},
'loggers':{'app':{'level':'DEBUG','handlers':['c'],'propagate':False},'app.sub':{'handlers':['m'],'filters':['n']}},'root':{'level':'WARNING','handlers':['fl']}}
C.dictConfig(cfg)
a=logging.getLogger('app'); a.debug('ok dbg'); a.info('ok info'); a.info('nope'); logging.getLogger('app.sub').info('ok sub'); logging.getLogger('app.sub').error('ok err'); logging.getLogger('other').warning('root %s','w'); print(OUT.getvalue()); print(open(os.path.join(d,'cfg.log')).read(), logging.getHandlerByName('fl').extra_attr, sorted(logging.getHandlerNames()))
C.dictConfig({'version':1,'incremental':True,'loggers':{'app':{'level':'ERROR'}},'handlers':{'c':{'level':'ERROR'}},'root':{'level':'DEBUG'}}); print(a.level, logging.getLogger().level, logging.getHandlerByName('c').level)
for bad in [{},{'version':2},{'version':1,'handlers':{'x':{}}},{'version':1,'handlers':{'x':{'class':'no.such'}}},{'version':1,'handlers':{'x':{'class':'logging.StreamHandler','formatter':'nope'}}},{'version':1,'loggers':{'l':{'handlers':['nope']}}},{'version':1,'loggers':{'l':{'level':'NOPE'}}},{'version':1,'formatters':{'f':{'format':'%(message','style':'{'}}},{'version':1,'root':{'handlers':['nope']}},{'version':1,'filters':{'f':{'()':'no.mod'}}},{'version':1,'handlers':{'m':{'class':'logging.handlers.MemoryHandler','capacity':1,'target':'nope'}}},{'version':1,'incremental':True,'handlers':{'nope':{}}},{'version':1,'handlers':{'x':{'class':'logging.StreamHandler','bad-key':1}}},{'version':1,'handlers':{'x':{'class':'logging.StreamHandler','zzz':1}}},{'version':1,'handlers':{'x':{'class':'logging.StreamHandler','stream':'cfg://nope'}}}]: ev(lambda: C.dictConfig(bad))
C.dictConfig({'version':1,'handlers':{'q':{'class':'logging.handlers.QueueHandler','handlers':['t']},'t':{'class':'logging.StreamHandler','stream':'ext://appmod.OUT'}},'root':{'handlers':['q'],'level':'INFO'}}); qh=logging.getHandlerByName('q'); print(type(qh.listener).__name__); qh.listener.start(); logging.info('queued'); qh.listener.stop(); print(OUT.getvalue().splitlines()[-1])
ini='''[loggers]
keys=root,app
[handlers]
keys=h1,h2
[formatters]
keys=f1
[logger_root]
level=WARNING
handlers=h1
[logger_app]
level=DEBUG
handlers=h2
qualname=app
propagate=0
[handler_h1]
class=StreamHandler
level=NOTSET
formatter=f1
args=(appmod.OUT,) if 0 else ()
[handler_h2]
class=FileHandler
formatter=f1
args=('%(dir)s/ini.log','w')
[formatter_f1]
format=%(levelname)s %(name)s %(message)s
datefmt=
'''
f=os.path.join(d,'l.ini'); open(f,'w').write(ini)
ex=logging.getLogger('existing'); C.fileConfig(f,defaults={'dir':d}); print(ex.disabled, logging.getLogger('app').propagate); logging.getLogger('app').debug('hello'); print(open(os.path.join(d,'ini.log')).read())
C.fileConfig(io.StringIO(ini),defaults={'dir':d},disable_existing_loggers=False)
ev(lambda: C.fileConfig('/nope.ini')); open(f,'w').close(); 
try: C.fileConfig(f)
except RuntimeError as e: print(str(e).endswith('is an empty file'))
open(f,'w').write('[x\n')
try: C.fileConfig(f)
except Exception as e: print(type(e).__name__)
