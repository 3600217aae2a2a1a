# A bound or constraint that depends on type variables is an error, also where it goes round.
def one[T: T](cls: type[T], x: T) -> T:  # E: [valid-type]
    x.anything
    return cls(1)


def two[A: B, B: A](x: A, y: B) -> A:  # E: [valid-type] # E: [valid-type]
    y.anything
    return x


class Three[A, B: list[A]]:  # E: [valid-type]
    def get(self, b: B) -> B:
        b.anything
        return b


def four[A: (int, A)](x: A) -> A:  # E: [valid-type]
    return x


two(1, "")
one(int, 2)
four(3)
