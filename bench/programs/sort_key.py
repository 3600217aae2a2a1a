import functools

seed = 42


def random():
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return seed


records = [(random() % 1000, "name%d" % (random() % 5000), random() / 7.0) for _ in range(20000)]
by_name = sorted(records, key=lambda r: r[1])
by_two = sorted(records, key=lambda r: (r[0], -r[2]))
plain = sorted(records)
reverse = sorted((r[2] for r in records), reverse=True)
words = sorted(r[1] for r in records)
compared = sorted(records[:2000], key=functools.cmp_to_key(lambda a, b: a[2] - b[2]))
print(by_name[0], by_two[-1], plain[5], reverse[0], words[7], compared[3])
