# python3.12: Pickles of datetimes (with a fold, a zone, of a subclass) and of members of enums and classes with metaclasses, in every protocol: their bytes and what comes back.
import abc, copy, copyreg, enum, io, pickle
from datetime import datetime, timedelta, timezone

moments = [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), datetime(2024, 2, 29, 1, 2, 3, 70000), datetime(2024, 10, 27, 2, 30, fold=1),
           datetime(2024, 5, 6, 7, 8, 9, 1, timezone.utc), datetime(2024, 5, 6, tzinfo=timezone(timedelta(hours=-3), "x"), fold=1)]
for moment in moments:
    for protocol in range(6):
        data = moment.__reduce_ex__(protocol)
        back = pickle.loads(pickle.dumps(moment, protocol))
        print(protocol, data, back == moment, back.fold, back.tzinfo)
    print(moment.__reduce__(), copy.copy(moment) is moment, copy.deepcopy(moment) == moment)
print(pickle.dumps(moments[2], 4))
print(pickle.dumps([moments[3], moments[4]], 5))


class Stamp(datetime):
    def __new__(cls, *args, **more):
        self = super().__new__(cls, *args, **more)
        self.note = "made"
        return self


stamp = Stamp(2024, 1, 2, 3)
stamp.note = "changed"
back = pickle.loads(pickle.dumps(stamp))
print(type(back).__name__, back, back.note, copy.deepcopy(stamp).note, stamp.__reduce_ex__(4))
for wrong in ((), ("x",), (None,), (1, 2)):
    try:
        print(len(moments[0].__reduce_ex__(*wrong)))
    except TypeError as error:
        print(type(error).__name__)


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


class Level(enum.IntFlag):
    LOW = 1
    HIGH = 2


class Shape(abc.ABC):
    def __init__(self):
        self.sides = 3


class Meta(type):
    pass


class Own(metaclass=Meta):
    pass


def reduce_class(cls):
    return str, ("own",)


values = [Color.RED, Color.BLUE, Color.RED, Level.LOW | Level.HIGH, Color, Shape, Own]
for protocol in range(6):
    back = pickle.loads(pickle.dumps(values, protocol))
    print(protocol, all(a is b for a, b in zip(back, values)), pickle.loads(pickle.dumps(Shape(), protocol)).sides)
print(pickle.dumps([Color.RED, Color.RED, Color.BLUE]))
print(pickle.dumps(Own, 4))
copyreg.pickle(Meta, reduce_class)
print(pickle.loads(pickle.dumps([Own, Own])))


class Picky(pickle.Pickler):
    dispatch_table = {Meta: lambda cls: (str, ("instead",))}


out = io.BytesIO()
Picky(out).dump([Own, Color.RED])
print(pickle.loads(out.getvalue()))
