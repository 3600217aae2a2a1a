# A parameter that is deleted on some way is bound when the function starts all the same.


def at_the_end(x):
    try:
        return x
    finally:
        del x


def nested(x, y=2, *z, **k):
    try:
        try:
            return [x, y, z, k]
        finally:
            print("inner", x)
    finally:
        del x, y, z, k


def by_way(x, drop):
    if drop:
        del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


def again(x):
    for _ in range(3):
        print(x)
        del x
        x = "new"
    return x


def in_cell(x):
    def inner():
        return x
    try:
        return inner()
    finally:
        del x


print(at_the_end(1), nested(1, 2, 3, a=4), by_way(1, False), by_way(1, True), again("old"), in_cell(7))
