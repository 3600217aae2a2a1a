def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def squares(source):
    return (x * x for x in source)


def flatten(tree):
    if isinstance(tree, list):
        for item in tree:
            yield from flatten(item)
    else:
        yield tree


def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


print(sum(squares(evens(numbers(120000)))))
tree = [[[i, [i + 1, [i + 2]]], i + 3] for i in range(2500)]
print(sum(flatten(tree)))
a = averager()
next(a)
for i in range(40000):
    last = a.send(i)
print(last)
