import random
a = [random.random() for _ in range(300000)]
while True: sorted(a)
