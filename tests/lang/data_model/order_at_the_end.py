# What is alive when the program ends: globals are finalised in their order, what they own after them.
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


class Lazarus:
    def __del__(self):
        print("once")
        kept.append(self)


kept: list = []
first = Part("first")
second = Part("second", first)
inner = Part("inner")
maker = Maker("maker", 1)
last = Part("last", inner)
risen = Lazarus()
outer = Part("outer", Part("owned", Part("owned by what is owned")))
print("the end")
