# A class may become one of descriptors when its instances already stand in classes: what was looked up before is looked up anew.
class Late:
    def __init__(self, name):
        self.name = name


class Meta(type):
    on_meta = Late("on_meta")


class Holder(metaclass=Meta):
    plain = Late("plain")

    def __init__(self):
        self.own = 1


Holder.own = Late("own")


def look(holder):
    shown = []
    for _ in range(3):
        shown.append((type(holder.plain).__name__, type(Holder.plain).__name__, type(Holder.on_meta).__name__, holder.own))
    assert len(set(shown)) == 1
    return shown[0]


def store(holder, value):
    holder.own = value


holder = Holder()
for _ in range(3):
    store(holder, 1)
print(look(holder))
Late.__get__ = lambda self, instance, owner: f"{self.name} of {owner.__name__}" if instance is None else f"{self.name} of an instance"
print(look(holder))
Late.__set__ = lambda self, instance, value: print("set", self.name, value)
print(look(holder))
store(holder, 2)
del Late.__get__
print(look(holder))
del Late.__set__
store(holder, 3)
print(look(holder))


class Base:
    pass


class Below(Base):
    pass


class User:
    item = Below()


def item():
    return type(User().item).__name__, type(User.item).__name__


print(item(), item())
Base.__get__ = lambda self, instance, owner: 5
print(item(), item())
Base.__delete__ = lambda self, instance: print("deleted")
user = User()
user.__dict__["item"] = "own"
print(user.item)
del user.item
