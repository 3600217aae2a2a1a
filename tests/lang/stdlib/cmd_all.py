import cmd
import io
import sys

class C(cmd.Cmd):
    def do_foo(self,a):
        """foo doc
          second line"""
        print("foo",repr(a)); return a=='stop'
    def do_bar(self,a): print('bar')
    def help_topic(self): print('topic help')
    def help_bar2(self): print('x')
    def do_shell(self,a): print('shell',repr(a))
    def precmd(self,l): print('pre',repr(l)); return l
    def postcmd(self,s,l): print('post',s,repr(l)); return s
    def preloop(self): print('preloop')
    def postloop(self): print('postloop')
    do_attr=None
    def do_EOF(self,a): print('eof'); return True
c=C()
for l in ['foo 1 2','  foo   x ','?','? foo','help bar','help zzz','!ls -l','?topic','','foo!bar','foo-bar','12','EOF',' ', 'foo=3','f.oo','attr']:
    print('>>',repr(l),c.parseline(l))
    try: print(c.onecmd(l))
    except Exception as e: print(type(e),e)
c.cmdqueue=['foo a','foo stop']
c.cmdloop('INTRO')
c.columnize([]);c.columnize(['a']);c.columnize([str(i)*5 for i in range(30)]);c.columnize([str(i)*5 for i in range(30)],40)
try: c.columnize(['a',3])
except Exception as e: print(type(e),e)
c.columnize(['x'*100,'b']);c.columnize(['x'*10,'b'],5)
c.print_topics('H',['a','b'],15,80);c.print_topics('H',[],15,80);c.print_topics(None,['a'],15,20) if 0 else None
print(c.completenames('f'),c.completenames(''),sorted(c.complete_help('b')), sorted(c.complete_help('')),c.completedefault())
print(c.get_names()[-5:])
c.nohelp='NO %s';c.do_help('zz'); c.ruler='';c.do_help('')
c.default('xx'); print(c.emptyline(),repr(c.lastcmd))
print(cmd.__all__,cmd.PROMPT,cmd.IDENTCHARS)
print({k:v for k,v in vars(cmd.Cmd).items() if not callable(v) and not k.startswith('__')})


# Without the line editor: prompts go to the given stream.
class Calculator(cmd.Cmd):
    use_rawinput = False
    prompt = "calc> "
    intro = "A calculator."

    def __init__(self, text, **kw):
        super().__init__(stdin=io.StringIO(text), stdout=io.StringIO(), **kw)
        self.total = 0

    def do_add(self, arg):
        """add N...: adds numbers"""
        self.total += sum(int(n) for n in arg.split())
        self.stdout.write(f"total {self.total}\n")

    def complete_add(self, text, line, begidx, endidx):
        return [n for n in ("10", "20", "21") if n.startswith(text)]

    def emptyline(self):
        self.stdout.write("nothing\n")

    def do_quit(self, arg):
        return True

    def default(self, line):
        if line == "EOF":
            self.stdout.write("at the end\n")
            return True
        return super().default(line)


for text in "add 1 2\n\nadd 3\r\nwhat\nquit\nadd 9\n", "add 5\n?\nhelp add\nhelp nothing", "":
    for key in "tab", None:
        calculator = Calculator(text, completekey=key)
        calculator.cmdloop(intro=None if key else "")
        print(calculator.stdout.getvalue())
print(calculator.complete_add("2", "add 2", 4, 5), calculator.completenames("a"), calculator.identchars == cmd.IDENTCHARS)
calculator.cmdqueue += ["add 100", "quit"]
calculator.cmdloop("again")
print(calculator.stdout.getvalue(), calculator.cmdqueue, repr(calculator.lastcmd))


class WithInput(cmd.Cmd):
    def do_x(self, arg):
        print("x", arg)

    def do_EOF(self, arg):
        return 1


WithInput(None).cmdloop()
