# python3.12
# Subclasses of types.GenericAlias.
import types
from typing import TypeVar
T=TypeVar('T')
class A(types.GenericAlias):
    extra=1
    def hello(self): return 'hi', self.__origin__
a=A(list,(int,)); print(a, a.__args__, a.__origin__, type(a).__name__, isinstance(a, types.GenericAlias), a==list[int], a()) 
print(A(list,(T,))[int], type(A(list,(T,))[int]).__name__, a|str, int|a, a.__parameters__)
try: isinstance([],a)
except TypeError as e: print(e)
class S(a): pass
print(S.__bases__, S.__orig_bases__)
print(hash(a)==hash(list[int]))
class B(types.GenericAlias): __slots__=()
print(B(dict,(int,str)), [x for x in B(tuple,int)][0])
