import dataclasses
n = 0
while True:
    n += 1
    dataclasses.make_dataclass("D", ["a%d" % i for i in range(100)])
