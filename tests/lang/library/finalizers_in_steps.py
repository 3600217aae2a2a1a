# What has a finalizer is listed in one large block. It grows while a collection goes on in steps: where it was is memory no more. # timed
import re

kept = []
for i in range(34_000):
    kept.append(re.compile("(?:abc){1,200}%d" % i))
print(len(kept), kept[-1].fullmatch("abc" * 3 + "33999") is not None, kept[0].match("abc1"))
