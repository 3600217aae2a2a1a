# typhon-only (CPython crashes)
import csv, io

# rows of a reader that is asked while it reads, lists that change while they are written
class Lines:
    def __init__(self): self.count = 0
    def __iter__(self): return self
    def __next__(self):
        self.count += 1
        if self.count == 2:
            print("within", next(rows))
        if self.count > 5:
            raise StopIteration
        return f'"{self.count}\n' if self.count == 1 else f'{self.count}",x\n'
rows = csv.reader(Lines())
print(list(rows))

class Shrinks:
    def __str__(self):
        row.clear()
        return "gone"
row = ["a", Shrinks(), "b", "c"]
file = io.StringIO()
csv.writer(file).writerow(row)
print(repr(file.getvalue()))
for thing in (rows, csv.writer(file)):
    for name in ("dialect", "line_num", "nothing"):
        try:
            setattr(thing, name, 1)
        except AttributeError as e:
            print(type(thing).__name__, e)
