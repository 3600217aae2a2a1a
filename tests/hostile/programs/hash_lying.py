class Lies:
    n = 0
    def __hash__(self):
        Lies.n += 1
        return Lies.n
s = {Lies() for _ in range(1000)}
while True: s ^ s, s | s, s - s, s == set(s)
