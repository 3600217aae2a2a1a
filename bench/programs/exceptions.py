class Low(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


def check(i):
    if i % 3 == 0:
        raise ValueError(i)
    if i % 3 == 1:
        raise Low(i)
    return i


def run(n):
    a = b = c = 0
    for i in range(n):
        try:
            c += check(i)
        except ValueError as e:
            a += e.args[0]
        except Low as e:
            b += e.value
        finally:
            c += 1
        try:
            {}[i]
        except KeyError:
            a += 1
        try:
            int("x")
        except (TypeError, ValueError):
            b += 1
    return a, b, c


print(run(25000))
