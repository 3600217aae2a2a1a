import dataclasses
while True: dataclasses.make_dataclass('C', ['x%d' % i for i in range(200)])
