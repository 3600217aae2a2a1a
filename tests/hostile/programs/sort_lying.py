class Lies:
    n = 0
    def __lt__(self, other):
        Lies.n += 1
        return Lies.n % 3 == 0
a = [Lies() for _ in range(100000)]
while True:
    a.sort()
