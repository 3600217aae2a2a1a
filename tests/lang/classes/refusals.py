# python3.12
# What making classes and instances, and using descriptors by hand, refuses, and how it says so.


def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __setitem__(s,k,v): pass
    __slots__=('x',)
def d(): del A()[0]
t(d)
t(lambda: A().x)
def d(): del A().x
t(d)
class B:
    "doc"
    def f(s):pass
print(list(B.__dict__.keys()))
def d(): del B().x
t(d)
def d(): del B.x
t(d)
def d(): int.x=1
t(d)
def d(): del int.x
t(d)
def d(): object().x=1
t(d)
def d(): (1).real=1
t(d)
def d(): del (1).real
t(d)
def d(): [].append=1
t(d)
def d(): B().__class__=int
t(d)
def d(): B().__class__=3
t(d)
def d(): (1).__class__=B
t(d)
def d(): B().__class__=A
t(d)
def d(): del B().__class__
t(d)
def d(): B().__dict__=3
t(d)
def d(): del B().__dict__
t(d)
t(lambda: object(1))
t(lambda: B(1))
t(lambda: object.__init__(B(),1))
t(lambda: object.__new__(B,1))
t(lambda: object.__new__(int))
t(lambda: object.__new__())
t(lambda: object.__new__(3))
t(lambda: int.__new__(str))
t(lambda: list.append())
t(lambda: list.append(1,2))
t(lambda: int.__add__(1))
t(lambda: int.__add__())
t(lambda: int.__add__('a',1))
t(lambda: (1).__add__())
t(lambda: type('A',(),{})().foo)
print(list.append, int.__add__, int.real, A.x, B.__dict__['__dict__'], dict.__dict__['fromkeys'], list.__dict__['__class_getitem__'])
t(lambda: list.append.__get__(1))
t(lambda: int.real.__get__('a'))
t(lambda: A.x.__get__(3))
t(lambda: A.x.__set__(3,3))
t(lambda: list.append.__get__(None))
t(lambda: list.append.__get__(None,None))
t(lambda: int.real.__get__(None,int))
t(lambda: int.real.__get__(None))
t(lambda: list.append.__objclass__)
t(lambda: object().__init__(1))
t(lambda: type.__call__(B,1))
t(lambda: type(1,2))
t(lambda: type(1,2,3))
t(lambda: type('a',2,3))
t(lambda: type('a',(),3))
t(lambda: type('a',(3,),{}))
t(lambda: type('a',(bool,),{}))
t(lambda: type('a',(int,str),{}))
t(lambda: type('a\0',(int,),{}))
t(lambda: type())
t(lambda: type.__new__(type))
t(lambda: type.__new__(int,'a',(),{}))
t(lambda: type('a',(),{'__qualname__':3}))
t(lambda: type('a',(),{'__classcell__':3}))
t(lambda: type('a',(int,),{'__slots__':'x'}))
t(lambda: type('a',(),{'__slots__':[3]}))
t(lambda: type('a',(),{'__slots__':['a b']}))
t(lambda: type('a',(B,),{'__slots__':['__dict__']}))
t(lambda: type('a',(B,),{'__slots__':['__weakref__']}))
t(lambda: type('a',(),{'__slots__':['x'],'x':1}))
t(lambda: type('a',(),{'__slots__':['__dict__','__dict__']}))
t(lambda: type('a',(),{},x=1))
t(lambda: type('a',(object,object),{}))
class C(B):pass
t(lambda: type('a',(B,C),{}))
