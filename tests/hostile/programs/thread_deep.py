import threading, sys
threading.stack_size(65536)
sys.setrecursionlimit(10**6)
class A:
    def __repr__(s): return repr([s])
    def __eq__(s, o): return [s] == [o]
def f():
    for g in (lambda: repr(A()), lambda: A() == A(), lambda: sorted([A(), A()], key=lambda x: repr(x)), lambda: __import__('json').loads('[' * 100000), lambda: __import__('copy').deepcopy(x), lambda: __import__('re').match('(a|b)*' * 100, 'ab' * 10000), lambda: eval('(' * 80 + '1' + ')' * 80), lambda: compile('-' * 5000 + '1', '', 'eval'), lambda: __import__('pickle').dumps(x)):
        try: g()
        except (RecursionError, MemoryError, SyntaxError, ValueError, AttributeError): pass
        except BaseException as e: print(type(e), e)
x = []
for i in range(50000): x = [x]
for i in range(3): t = threading.Thread(target=f); t.start(); t.join()
print('ok')
