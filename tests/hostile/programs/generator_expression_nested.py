sum(sum(1 for _ in range(10**9)) for _ in range(10**9))
