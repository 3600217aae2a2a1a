import random
a = list(range(10**6))
while True: random.shuffle(a)
