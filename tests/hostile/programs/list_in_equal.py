class E:
    def __eq__(self, other): return False
a = [E()] * 10**6
while True: None in a
