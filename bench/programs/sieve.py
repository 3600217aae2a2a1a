def sieve(limit: int) -> int:
    flags = [True] * (limit + 1)
    count = 0
    for number in range(2, limit + 1):
        if flags[number]:
            count += 1
            for multiple in range(number * number, limit + 1, number):
                flags[multiple] = False
    return count


print(sieve(3000000))
