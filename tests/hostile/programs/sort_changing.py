class Key:
    def __lt__(self, other):
        a.append(Key())
        del a[:]
        return True
a = [Key() for _ in range(100)]
while True:
    try: a.sort()
    except ValueError: a[:] = [Key() for _ in range(100)]
