"""Bits of ints: counted in three ways, reversed, Gray codes, subsets, a checksum by table."""
import sys


def by_loop(x: int) -> int:
    count = 0
    while x:
        x &= x - 1
        count += 1
    return count


def by_halves(x: int) -> int:
    x = x - ((x >> 1) & 0x55555555)
    x = (x & 0x33333333) + ((x >> 2) & 0x33333333)
    x = (x + (x >> 4)) & 0x0F0F0F0F
    return (x * 0x01010101 & 0xFFFFFFFF) >> 24


def reversed_bits(x: int) -> int:
    result = 0
    for _ in range(16):
        result = result << 1 | x & 1
        x >>= 1
    return result


def table() -> list[int]:
    result: list[int] = []
    for i in range(256):
        value = i
        for _ in range(8):
            value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
        result.append(value)
    return result


def checksum(data: bytes, entries: list[int]) -> int:
    value = 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ entries[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def subsets(mask: int) -> int:
    total = 0
    part = mask
    while part:
        total += part
        part = (part - 1) & mask
    return total


def main() -> None:
    n = int(sys.argv[1])
    total = 0
    mirror = 0
    for i in range(n):
        gray = i ^ i >> 1
        total += by_loop(gray) + by_halves(i * 2654435761 & 0xFFFFFFFF) + i.bit_count() + i.bit_length()
        if i % 8 == 0:
            mirror ^= reversed_bits(i & 0xFFFF)
    data = bytes([i * 7 & 255 for i in range(n)])
    print(total, mirror, hex(checksum(data, table())), subsets(0b1011011011), bin(n).count("1"))


if __name__ == "__main__":
    main()
