import csv, itertools
csv.field_size_limit(2**31 - 1)
list(csv.reader(itertools.repeat('"a')))
