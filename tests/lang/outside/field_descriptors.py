# python3.12
"""A miniature ORM/validation framework: descriptors, __set_name__, metaclass, __init_subclass__, __prepare__, registry."""
import datetime as dt
import re
import sys
import traceback
import types
import warnings
import weakref


class ValidationError(ValueError):
    def __init__(self, field, value, why):
        self.field, self.value, self.why = field, value, why
        super().__init__(f"{field}: {value!r} {why}")


class Field:
    _counter = 0
    type = object

    def __init__(self, *, default=None, null=False, validators=()):
        Field._counter += 1
        self.order = Field._counter
        self.default, self.null, self.validators = default, null, list(validators)

    def __init_subclass__(cls, /, sqltype="BLOB", **kw):
        super().__init_subclass__(**kw)
        cls.sqltype = sqltype

    def __set_name__(self, owner, name):
        self.name = name
        self.owner = weakref.ref(owner)
        self.__objclass__ = owner

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default() if callable(self.default) else self.default)

    def __set__(self, instance, value):
        value = self.clean(value)
        if not hasattr(instance, "_dirty"):
            instance._dirty = set()
        if instance.__dict__.get(self.name) != value:
            instance._dirty.add(self.name)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        try:
            del instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name) from None

    def clean(self, value):
        if value is None:
            if self.null: return None
            raise ValidationError(self.name, value, "must not be None")
        if not isinstance(value, self.type):
            try:
                value = self.convert(value)
            except (TypeError, ValueError) as e:
                raise ValidationError(self.name, value, f"is not {self.type.__name__}") from e
        for v in self.validators:
            v(self.name, value)
        return value

    def convert(self, value): return self.type(value)
    def __repr__(self): return f"<{type(self).__name__} {self.owner().__name__}.{self.name}>"


class Integer(Field, sqltype="INTEGER"): type = int
class Text(Field, sqltype="TEXT"):
    type = str
    def __init__(self, pattern=None, max_length=None, **kw):
        super().__init__(**kw)
        if pattern: self.validators.append(self.matches(pattern))
        if max_length is not None: self.validators.append(self.short(max_length))
    @staticmethod
    def matches(pattern):
        rx = re.compile(pattern)
        def check(name, value):
            if not rx.fullmatch(value): raise ValidationError(name, value, f"does not match {rx.pattern!r}")
        return check
    @staticmethod
    def short(n):
        def check(name, value):
            if len(value) > n: raise ValidationError(name, value, f"is longer than {n}")
        return check


class Date(Field, sqltype="DATE"):
    type = dt.date
    def convert(self, value): return dt.date.fromisoformat(value)


class OrderedNames(dict):
    def __init__(self, *a):
        super().__init__(*a)
        self.warned = []
    def __setitem__(self, k, v):
        if k in self and not k.startswith("__"):
            self.warned.append(k)
        super().__setitem__(k, v)


class ModelMeta(type):
    registry = {}

    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return OrderedNames()

    def __new__(mcs, name, bases, ns, table=None, abstract=False):
        cls = super().__new__(mcs, name, bases, dict(ns))
        for k in ns.warned:
            warnings.warn(f"{name}.{k} redefined", stacklevel=2)
        cls._fields = {}
        for base in reversed(cls.__mro__):
            cls._fields.update({k: v for k, v in vars(base).items() if isinstance(v, Field)})
        cls._table = table or name.lower() + "s"
        if not abstract: mcs.registry[name] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        if cls.__dict__.get("_abstract"): raise TypeError("abstract")
        obj = super().__call__(*args, **kw)
        obj._dirty = set()
        return obj

    def __iter__(cls): return iter(cls._fields.values())
    def __len__(cls): return len(cls._fields)
    def __contains__(cls, k): return k in cls._fields
    def __getattr__(cls, name):
        if name.startswith("by_"):
            return lambda v: f"SELECT * FROM {cls._table} WHERE {name[3:]} = {v!r}"
        raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")
    def __instancecheck__(cls, o): return super().__instancecheck__(o) or getattr(o, "quacks_like", None) == cls.__name__
    def __or__(cls, other): return (cls, other)


class Model(metaclass=ModelMeta, abstract=True):
    def __init__(self, **kw):
        unknown = kw.keys() - self._fields.keys()
        if unknown: raise TypeError(f"{type(self).__name__}() got unexpected {', '.join(sorted(unknown))}")
        for k, v in kw.items(): setattr(self, k, v)
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self._fields)})"
    @classmethod
    def ddl(cls): return f"CREATE TABLE {cls._table} ({', '.join(f'{f.name} {f.sqltype}' for f in cls)})"


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    class Person(Model, table="people"):
        id = Integer(default=lambda: 42)
        name = Text(pattern=r"[A-Z]\w+", max_length=10)
        born = Date(null=True)
        age = property(lambda self: 2024 - self.born.year)
        email = Text(null=True)
        email = Text(null=True, default="?")

    class Employee(Person):
        boss = Text(null=True)
        def __set_name__(self, owner, name): raise AssertionError
print([str(w.message) for w in caught], caught[0].category.__name__)
print(ModelMeta.registry, len(Person), list(Employee), "boss" in Employee, "boss" in Person)
print(Person.ddl()); print(Employee.ddl())
p = Person(name="Alice", born="2000-02-29")
print(p, p.age, p._dirty)
p.name = "Bob"; p.email = "?"; p.id = "7"
print(p, sorted(p._dirty), sorted(vars(p)))
del p.name
print(p.name, Person.name, Person.by_name("x"), Person | Employee)
for action in ["p.name = None", "p.name = 'lower'", "p.name = 'Toolongnameee'", "p.id = 'x'", "p.born = '2000-13-01'",
               "del p.name", "Person(nope=1, wrong=2)", "Person.missing", "p.age = 3", "del p.age", "p.missing",
               "Person.__len__()", "Person(1)"]:
    try:
        exec(action)
    except Exception as e:
        print(f"{action:28} {type(e).__name__}: {e}", "<-", repr(e.__cause__))
class Duck: quacks_like = "Person"
print(isinstance(Duck(), Person), isinstance(Duck(), Employee), isinstance(Employee(), Person), issubclass(Duck, Person))
New = types.new_class("New", (Model,), {"table": "ns"}, lambda ns: ns.update(x=Integer()))
print(New.ddl(), New.x, type(New))
class Bad:
    def __set_name__(self, owner, name): raise ZeroDivisionError("in set_name")
try:
    class Holder: b = Bad()
except Exception as e:
    print(type(e).__name__, e, getattr(e, "__notes__", None), repr(e.__cause__))
try:
    class Conflict(Model, dict, metaclass=type("M2", (type,), {})): pass
except TypeError as e:
    print(e)
try:
    Person(name=3.5)
except ValidationError:
    traceback.print_exc(file=sys.stdout)
p.id = []
