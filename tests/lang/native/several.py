# one place of a loop that runs as machine code meets objects of several classes, and what it found for each changes
import gc


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size


class Square(Shape):
    def area(self):
        return self.size * self.size


class Round(Shape):
    def __init__(self, size):
        self.name = "round"
        super().__init__(size)

    def area(self):
        return 3 * self.size


class Slotted:
    __slots__ = ("size", "count")

    def __init__(self, size):
        self.size = size

    def area(self):
        return -self.size


class Constant:
    size = 7

    def area(self):
        return 1000


class Computed:
    @property
    def size(self):
        return 9

    def area(self):
        return 1


class Asked:
    def __getattr__(self, name):
        if name == "area":
            return lambda: 2
        return len(name)


def areas(shapes):
    total = 0
    for shape in shapes:
        total += shape.area()
    return total


def sizes(shapes):
    total = 0
    for shape in shapes:
        total += shape.size
    return total


def store(shapes, value):
    for shape in shapes:
        shape.count = value
    return [getattr(shape, "count", None) for shape in shapes[:7]]


def tell(what, function, *arguments):
    try:
        print(what, function(*arguments))
    except Exception as error:
        print(what, type(error).__name__, error)


kinds = [Shape, Square, Round, Slotted]
for count in range(1, 5):
    shapes = [kinds[n % count](n) for n in range(60)]
    tell("areas", areas, shapes)
    tell("sizes", sizes, shapes)
    tell("store", store, shapes, count)
    tell("store again", store, shapes, [count])
everything = [kind(3) for kind in kinds] + [Constant(), Computed(), Asked()]
for turn in range(3):
    tell("all areas", areas, everything * 20)
    tell("all sizes", sizes, everything * 20)
tell("store all", store, [kind(3) for kind in kinds] + [Constant(), Asked()], 5)
tell("an int", areas, everything[:2] * 20 + [5])
tell("a text", sizes, everything[:2] * 20 + ["x"])

# what was found is another thing by then
mixed = [kinds[n % 4](n) for n in range(40)]
tell("before", areas, mixed)
Square.area = lambda self: self.size + 1
tell("a method of the class", areas, mixed)
for shape in mixed[:8]:
    if not isinstance(shape, Slotted):
        shape.area = lambda: 100000
tell("methods of instances", areas, mixed)
del Square.area
tell("the base's", areas, mixed)
del mixed[5].size
tell("no size", sizes, mixed)
mixed[5].size = 0
del mixed[7].size  # slotted
tell("an empty slot", sizes, mixed)
mixed[7].size = 0
setattr(mixed[6], "__class__", Square)
tell("another class", areas, mixed)
Shape.size = property(lambda self: 5)
tell("a property hides it", sizes, mixed)
del Shape.size
tell("and no more", sizes, mixed)
Round.__setattr__ = lambda self, name, value: object.__setattr__(self, name, (name, value))
tell("stores asked for", store, mixed, 1)
del Round.__setattr__
Square.count = property(lambda self: 1)
tell("stores refused", store, mixed, 2)
del Square.count
tell("stores", store, mixed, 3)


# what a store finds while it runs
class Watched(Shape):
    def __setattr__(self, name, value):
        if name == "count" and value == "change":
            Square.area = lambda self: -1
        object.__setattr__(self, name, value)


def watch(shapes, value):
    total = 0
    for shape in shapes:
        shape.count = value
        total += shape.area()
    return total


shapes = [Square(2), Watched(3), Round(4)] * 20
tell("watched", watch, shapes, 1)
tell("watched", watch, shapes, 1)
tell("changed by a store", watch, shapes, "change")

# classes that come and go: another one may have their place in memory
def made(number):
    class Local(Shape):
        extra = number

        def area(self):
            return number

        def count_up(self):
            self.counted = self.size
            return self.counted

    return [Local(number), Square(number)] * 3


def run(shapes):
    total = 0
    for shape in shapes:
        total += shape.area() + shape.size
        if hasattr(shape, "extra"):
            total += shape.extra + shape.count_up()
    return total


total = 0
for number in range(60):
    total += run(made(number))
    if number % 7 == 0:
        gc.collect()
print(total)
