"""Random numbers and hashes of 64 bits: products that pass the small integers, cut down again by a mask."""
import sys

MASK = 0xFFFFFFFFFFFFFFFF


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def lcg(count):
    x = 1
    for _ in range(count):
        x = (x * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return x


def shifts(count):
    x = 0x2545F4914F6CDD1D
    total = 0
    for _ in range(count):
        x ^= (x << 13) & MASK
        x ^= x >> 7
        x ^= (x << 17) & MASK
        total += x >> 40
    return total


def main():
    n = int(sys.argv[1])
    print(hex(fnv(bytes(range(256)) * (n // 256))), lcg(n), shifts(n))


if __name__ == "__main__":
    main()
