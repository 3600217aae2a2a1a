# What dies together: an owner's __del__ finds its parts as they were.
import gc


class Part:
    def __init__(self, name, *parts):
        self.name, self.parts, self.is_open = name, list(parts), True

    def __del__(self):
        self.is_open = False
        print(self.name, [(part.name, part.is_open) for part in self.parts])


class Maker(Part):
    def __init__(self, name, depth):
        super().__init__(name)
        if depth:
            self.parts.append(Maker(name + ".", depth - 1))


def made_first():  # the parts
    Part("owner", Part("part", Part("inner part")))


def made_later():
    Maker("maker", 3)


def made_between():
    middle = Part("middle")
    outer = Part("outer", middle)
    middle.parts.append(Part("last"))
    del middle, outer


def shared():
    common = Part("common")
    one = Part("one", common)
    del common
    one = None


for make in made_first, made_later, made_between, shared:
    print(make.__name__)
    make()
    gc.collect()
first, second, third = Part("first"), Part("second"), Part("third")
del first, second, third
gc.collect()
many = [Part(str(n), *([] if n % 3 else [Part(f"{n}/{k}") for k in range(2)])) for n in range(4)]
while many:
    many.pop(0)
    gc.collect()
