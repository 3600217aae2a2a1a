# Help of parsers without options, checks of options; plural expressions, how deep they may go.
import optparse
p=optparse.OptionParser(prog="thingy", usage="%prog arg arg", add_help_option=False)
print(repr(p.format_help()))
p.add_option("-x", help=optparse.SUPPRESS_HELP)
print(repr(p.format_help()))
p=optparse.OptionParser(prog="thingy", usage="%prog arg arg", add_help_option=False)
g=p.add_option_group("hello")
print(repr(p.format_help()))
g.add_option("-y",help="why %default", default="n")
print(repr(p.format_help()))
p=optparse.OptionParser(prog="thingy",description="hi",epilog="bye",version="1")
print(repr(p.format_help()))
p.print_version()
p=optparse.OptionParser(formatter=optparse.TitledHelpFormatter(),description="hi",epilog="bye",version="1", prog="pp")
g=p.add_option_group("hello","some words"); g.add_option("-y","--yy",help="why %default", default="n")
print(p.format_help())
p=optparse.OptionParser(usage=optparse.SUPPRESS_USAGE,prog="x"); print(repr(p.format_help()))
import optparse
p=optparse.OptionParser(prog="thingy", usage="%prog arg arg", add_help_option=False, description="d", epilog="e")
print(repr(p.format_help()), repr(p.format_option_help()))
class F(optparse.IndentedHelpFormatter):
    def format_heading(self,h): print('heading',h); return super().format_heading(h)
p=optparse.OptionParser(prog="thingy", usage="%prog arg arg", add_help_option=False, description="d", epilog="e",formatter=F())
print(repr(p.format_help()), repr(p.format_option_help()))
class O(optparse.Option):
    ACTIONS=optparse.Option.ACTIONS+("extend",)
    STORE_ACTIONS=optparse.Option.STORE_ACTIONS+("extend",)
    TYPED_ACTIONS=optparse.Option.TYPED_ACTIONS+("extend",)
    ALWAYS_TYPED_ACTIONS=optparse.Option.ALWAYS_TYPED_ACTIONS+("extend",)
    def take_action(self, action, dest, opt, value, values, parser):
        if action=="extend": values.ensure_value(dest,[]).extend(value.split(","))
        else: optparse.Option.take_action(self, action, dest, opt, value, values, parser)
p=optparse.OptionParser(option_class=O)
p.add_option("-e","--ex",action="extend",dest="e"); print(vars(p.parse_args(["-ea,b", "--ex=c,d"])[0]))
for k in [dict(action='foo'),dict(type='foo'),dict(type=dict),dict(action='store_true',type='int'),dict(choices=['a']),dict(choices=['a'],type='int'),dict(type='choice'),dict(type='choice',choices='ab'),dict(const=1),dict(action='count',nargs=2),dict(action='callback'),dict(callback=print),dict(action='callback',callback=print,callback_args=3),dict(action='callback',callback=print,callback_kwargs=3),dict(callback_args=()),dict(callback_kwargs=()),dict(foo=1,bar=2),dict(type=int),dict(type=str),dict(type=float,nargs=2),dict(action='append_const',const=3),dict(action='store_const')]:
    try: o=optparse.Option('-f','--foo-bar',**k); print(k,{a:getattr(o,a) for a in o.ATTRS if a!='callback'},str(o))
    except Exception as x: print(k,type(x).__name__,x)
for n in [(),('',),('-',),('f',),('ff',),('--',),('---',),('-ff',),('--f',),('-f',None)]:
    try: o=optparse.Option(*n); print(n,o,o.dest)
    except Exception as x: print(n,type(x).__name__,x)
import gettext
for k in (10,20,30,50,60,80,90,95,99,100):
    for e in ('('*k+'n'+')'*k, 'n+'*k+'n', '!'*k+'n', 'n?'*k+'n'+':n'*k, 'n?n:'*k+'n', 'n&&'*k+'n','n<'*k+'n', 'n%2+'*k+'1'):
        try: f=gettext.c2py(e); print(k,e[:8],f(2))
        except Exception as x: print(k,e[:8],type(x),x)
        try: f(0)
        except Exception as x: print(type(x),x)
for e in ['0123','00','n%0','n/0','12345678901234567890', 'n ', '', '(', 'n)', 'n n', 'n?1', 'n?1:', '1:2','n<2<1', 'x', '$', 'n + ?', '! ', 'n!1', '1.0', 'nn', '1n', 'n\n', 'n\t+1','n != 1 || n == 2 && !n', 'n-1-1', 'n/2*2', '-n', "'a'", 'n='] :
    try: f=gettext.c2py(e); print(e,[f(i) for i in (0,1,2,3)])
    except Exception as x: print(e,type(x),x)
    try: print(f(v))
    except Exception as x: print(type(x),x)
