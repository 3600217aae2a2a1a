# optparse: how options are described and checked, help in both layouts, parsing, callbacks, groups, values, subclasses of Option
import optparse, sys, io
from optparse import *
from optparse import AmbiguousOptionError
import builtins, os, re
os.environ.pop("COLUMNS", None)
def print(*parts):
    builtins.print(re.sub(r"0x[0-9a-f]{6,}|<(built-in )?function .*?>", "ADDRESS", " ".join(map(str, parts))))

def t(f,*a,**k):
    out=io.StringIO(); err=io.StringIO(); o,e=sys.stdout,sys.stderr; sys.stdout,sys.stderr=out,err
    try:
        try: r=f(*a,**k)
        finally: sys.stdout,sys.stderr=o,e
    except SystemExit as x: r=('EXIT',x.code)
    except Exception as x: r=(type(x).__name__,str(x))
    return r if not out.getvalue()+err.getvalue() else (r,out.getvalue(),err.getvalue())
for a,k in [((),{}),(('-a',),dict(action='foo')),(('a',),{}),(('--',),{}),(('-',),{}),(('-ab',),{}),(('---a',),{}),(('-a',),dict(type='foo')),(('-a',),dict(action='store_true',type='int')),(('-a',),dict(choices=[1])),(('-a',),dict(type='choice')),(('-a',),dict(type='choice',choices='abc')),(('-a',),dict(type='int',choices=[1])),(('-a',),dict(const=1)),(('-a',),dict(action='store_true',nargs=2)),(('-a',),dict(action='callback')),(('-a',),dict(action='callback',callback=len,callback_args=[])),(('-a',),dict(action='callback',callback=len,callback_kwargs=[])),(('-a',),dict(callback=len)),(('-a',),dict(callback_args=())),(('-a',),dict(callback_kwargs={})),(('-a',),dict(foo=1,bar=2)),(('-a',),dict(type=int)),(('-a',),dict(type=dict)),(('-a','--long-one'),{}),(('-a',),dict(action='store_const',const=3)),(('-a','-b'),dict(nargs=2)),(('-a',),dict(action='append_const')),(('-a',),dict(action='help')),(('',),{}),(('-a',None),{}),((None,),{})]:
    r=t(make_option,*a,**k)
    if isinstance(r,Option): print(a,k,r,repr(r)[:12],sorted((x,str(y)) for x,y in vars(r).items()),r.takes_value(),r.get_opt_string())
    else: print(a,k,r)
def cb(option,opt,value,parser,*a,**k): print('CB',option,opt,value,a,k, parser.largs, parser.rargs); parser.values.cb=value
def mk(**kw):
    p=OptionParser(prog='prog',**kw)
    p.add_option('-a','--alpha',help='alpha help, default %default',default='x')
    p.add_option('-n','--number',type='int',metavar='NUM',help='a number')
    p.add_option('-f','--float',type=float,dest='fl'); p.add_option('-c','--complex',type='complex'); p.add_option('-l','--long',type='long')
    p.add_option('-q',action='store_false',dest='verbose',default=True,help=SUPPRESS_HELP); p.add_option('-v','--verbose',action='count')
    p.add_option('--ap',action='append',type='int'); p.add_option('--const',action='store_const',const=42,dest='k'); p.add_option('--ac',action='append_const',const=7,dest='m')
    p.add_option('-p',nargs=2,type='int',help='a pair of numbers, whose help text is so long that it must be wrapped over several lines, default %default')
    p.add_option('--choose',type='choice',choices=['one','two','three'],help='choose')
    p.add_option('-x',action='callback',callback=cb,callback_args=(1,),callback_kwargs={'z':2}); p.add_option('-y','--why',action='callback',callback=cb,type='string',nargs=1)
    g=OptionGroup(p,'Group title','Description of the group, which is a text that is rather long and so has to be wrapped.')
    g.add_option('-g','--group-option-with-long-name',help='in group'); p.add_option_group(g)
    return p
for kw in [{},dict(usage='%prog [x] y',version='%prog 1.0',description='A description that goes on for quite some time so that it needs more than a line in the help of it.',epilog='The end.'),dict(usage=SUPPRESS_USAGE),dict(usage='usage: foo'),dict(formatter=TitledHelpFormatter()),dict(formatter=IndentedHelpFormatter(4,40,60,0)),dict(add_help_option=False)]:
    p=mk(**kw); print(p.format_help()); print(t(p.print_usage)); print(repr(p.get_usage()),p.get_version(),t(p.print_version)); print(p.expand_prog_name('x%progy'),t(p.get_description))
for args in ['','-a b c d','-ab','--alpha=5 x','--alp y','--a y','-n 5','-n x','-n','--number=0x1f','-n 0b11','-n 010','-f 1.5','-f q','-c 1+2j','-l 7','-vvv','-q -v','--ap 1 --ap 2','--const --ac --ac','-p 1 2 3','-p 1','--choose two','--choose four','-x a b','-y val z','--why=v','--why','-z','--zz','-- -a x','- x','-vn5','--verbose=3','-h','--help','-a -b','x -a y z -n 4','--version','--group q','-g 5', '-p1 2','--n 3','--nu=3', '-', '--a', '--a=3','-hv']:
    p=mk(version='%prog 2'); r=t(p.parse_args,args.split()); print(args,r)
p=mk(); p.disable_interspersed_args(); print(p.parse_args(['-v','x','-v'])); p.enable_interspersed_args(); print(p.parse_args(['-v','x','-v']))
print(t(p.add_option,'-a','--new')); p=mk(conflict_handler='resolve'); p.add_option('-a','--new'); print(p.format_option_help()); p.remove_option('--new'); print(p.has_option('-a'),p.get_option('--alpha'),t(p.remove_option,'--nix'), p.get_option('-zz'))
p.set_default('number',9); p.set_defaults(ap=[1],fl='2.5'); print(p.get_default_values(), p.parse_args(['--ap','3'])); p.set_process_default_values(False); print(p.get_default_values()); p.set_usage('a'); print(p.usage); p.set_usage(None); print(p.usage)
v=Values({'a':1}); v.b=2; print(v,repr(v)[:8],v=={'a':1,'b':2},v==Values({'a':1,'b':2}),v==5,v.ensure_value('c',[]),v.ensure_value('a',3)); 
print(t(OptionParser,conflict_handler='x'),t(p.error,'msg'),t(p.exit,3,'bye\n'),t(p.add_option,5),t(p.add_option,'-a',5), t(p.add_option_group,5), t(p.add_option_group,OptionGroup(mk(),'t')))
class MyOption(Option):
    def check_my(option,opt,value):
        try: return value.upper()+'!'
        except Exception: raise OptionValueError('bad')
    TYPES=Option.TYPES+('my',); TYPE_CHECKER=dict(Option.TYPE_CHECKER,my=check_my)
    ACTIONS=Option.ACTIONS+('extend',); STORE_ACTIONS=Option.STORE_ACTIONS+('extend',); TYPED_ACTIONS=Option.TYPED_ACTIONS+('extend',); ALWAYS_TYPED_ACTIONS=Option.ALWAYS_TYPED_ACTIONS+('extend',)
    def take_action(self,action,dest,opt,value,values,parser):
        if action=='extend': values.ensure_value(dest,[]).extend(value.split(','))
        else: Option.take_action(self,action,dest,opt,value,values,parser)
p=OptionParser(option_class=MyOption,prog='q',option_list=[MyOption('-m',type='my'),MyOption('-e',action='extend',dest='e')]); print(p.parse_args(['-m','abc','-e','a,b','-e','c']),p.format_help())
print(str(AmbiguousOptionError('--a',['--ab','--ac'])),str(BadOptionError('-x')),str(OptionError('m',Option('-a'))),str(OptionError('m','')),str(OptionConflictError('m',Option('-b'))),repr(OptParseError('x')))
g=OptionGroup(p,'T'); g.set_title('U'); g.add_option('--under'); g2=p.add_option_group(g); print(p.get_option_group('--under') is g, p.get_option_group('-m'), repr(p.format_epilog(p.formatter)))
p.destroy()
o=MyOption('-z',dest='zz'); print(o.process('-z','5',Values(),p)) if 0 else None
p=OptionParser(usage='%prog',prog='a',epilog='Long epilog text. '*9,description='d '*60); print(p.format_help())
import os
os.environ['COLUMNS']='50'; p=mk(); print(p.format_help())
