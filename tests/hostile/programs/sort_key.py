sorted(range(10**6), key=lambda n: sorted(range(1000)))
