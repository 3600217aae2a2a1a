# Stores that are a descriptor's business, at one place, while the descriptor, its class and the object's class change.
from typing import Any


class Logged:
    def __init__(self, name: str) -> None:
        self.name = name
        self.seen = 0

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance: Any, value: Any) -> None:
        self.seen += 1
        instance.__dict__[self.name] = (self.name, value)


class Account:
    logged: Any = Logged("logged")
    __slots__ = ("__dict__", "slot")

    def __init__(self) -> None:
        self._balance = 0

    @property
    def balance(self) -> int:
        return self._balance

    @balance.setter
    def balance(self, value: int) -> int:  # what it returns is nobody's
        if value < 0:
            raise ValueError("negative")
        self._balance = value
        return value

    @property
    def fixed(self) -> int:
        return 1


class Savings(Account):
    @property
    def balance(self) -> int:
        return -self._balance

    @balance.setter
    def balance(self, value: int) -> None:
        self._balance = value * 2


class Plain:
    balance = 5
    logged = 6
    fixed = 7


def put(o: Any, value: Any) -> None:
    o.balance = value


def put_logged(o: Any, value: Any) -> None:
    o.logged = value


def put_fixed(o: Any, value: Any) -> None:
    o.fixed = value


def put_slot(o: Any, value: Any) -> None:
    o.slot = value


def refused(store: Any, o: Any, value: Any) -> str:
    try:
        store(o, value)
    except (ValueError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"
    return "stored"


account, savings, plain = Account(), Savings(), Plain()
for i in range(20):
    put(account, i)
    put(savings, i)
    put(plain, i)
    put_logged(account, i)
    put_logged(plain, i)
    put_slot(account, i)
print(account.balance, savings.balance, plain.balance, account.logged, plain.logged, account.slot)
print(refused(put, account, -1), refused(put, savings, -1), refused(put_fixed, account, 2), refused(put_fixed, plain, 2))
print(vars(Account)["logged"].seen, vars(account), vars(plain))

for i in range(5):
    account.balance += i
    savings.balance += i
print(account.balance, savings.balance)


# another setter for the class, while a place knows the old one
def doubled(self: Any, value: int) -> None:
    self._balance = value * 100


Account.balance = property(lambda self: self._balance, doubled)  # type: ignore
for i in range(3):
    put(account, i)
print(account.balance)

# the descriptor's class loses __set__: the store is the object's own; and gets another one
first = Logged.__set__
del Logged.__set__
put_logged(account, "own")
print(vars(account)["logged"], account.logged)
Logged.__set__ = lambda self, instance, value: print("set", self.name, value)  # type: ignore
put_logged(account, "again")
Logged.__set__ = first  # type: ignore

# no descriptor any more
del Account.logged
put_logged(account, "plainly")
print(account.logged, vars(account)["logged"])


# a class that hears of all stores
def hears(self: Any, name: str, value: Any) -> None:
    print("hears", name, value)


Savings.__setattr__ = hears  # type: ignore
put(savings, 3)
del Savings.__setattr__
put(savings, 3)
print(savings.balance)


# a setter that takes itself away, and one that stores through the same place
def once(self: Any, value: int) -> None:
    del type(self).balance
    put(self, value + 1)


class Fading:
    balance: Any = property(lambda self: 0, once)


fading = Fading()
put(fading, 1)
put(fading, 7)
print(vars(fading))


class Nested:
    def __init__(self, inner: Any) -> None:
        self.inner = inner

    @property
    def balance(self) -> Any:
        return self.inner

    @balance.setter
    def balance(self, value: int) -> None:
        if self.inner is not None:
            put(self.inner, value + 1)
        else:
            self.kept = value


inmost = Nested(None)
put(Nested(Nested(inmost)), 5)
print(inmost.kept)
