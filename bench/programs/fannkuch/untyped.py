"""The first permutations of ten numbers: how often the head must be turned over until 0 comes first."""
import sys


def fannkuch(n, limit):
    permutation = list(range(n))
    count = [0] * n
    checksum = 0
    most = 0
    seen = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        work = permutation[:]
        flips = 0
        first = work[0]
        while first != 0:
            low, high = 0, first
            while low < high:
                work[low], work[high] = work[high], work[low]
                low += 1
                high -= 1
            first = work[0]
            flips += 1
        most = max(most, flips)
        checksum += flips if seen % 2 == 0 else -flips
        seen += 1
        if seen == limit:
            return checksum, most
        while True:
            if r == n:
                return checksum, most
            head = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = head
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


def main():
    checksum, most = fannkuch(10, int(sys.argv[1]))
    print(checksum, most)


if __name__ == "__main__":
    main()
