def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    checksum = flips_most = sign = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        first = permutation[0]
        if first:
            flips = 1
            work = permutation[:]
            while True:
                work[: first + 1] = work[first::-1]
                first = work[0]
                if not first:
                    break
                flips += 1
            if flips > flips_most:
                flips_most = flips
            checksum += flips if sign % 2 == 0 else -flips
        sign += 1
        while True:
            if r == n:
                return checksum, flips_most
            permutation.insert(r, permutation.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


print(*fannkuch(8))
