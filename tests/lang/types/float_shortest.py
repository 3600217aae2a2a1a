# The shortest text of a float reads back as the float, and no shorter one does.
state = 12345


def bits(n):
    global state
    value = 0
    for _ in range((n + 31) // 32):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        value = value << 32 | state >> 32
    return value & ((1 << n) - 1)


def digits_of(text):
    mantissa = text.split("e")[0].replace(".", "").replace("-", "").strip("0")
    return max(len(mantissa), 1)


checksum = 0
for i in range(3000):
    mantissa, exponent = bits(53), bits(11) % 2046 - 1022
    x = float.fromhex("0x%x" % mantissa + "p%d" % (exponent - 53))
    text = repr(x)
    assert float(text) == x, text
    n = digits_of(text)
    assert n <= 17
    if n > 1:
        assert float("%.*e" % (n - 2, x)) != x, text
    assert float("%.16e" % x) == x
    for places in (0, 3, 17, 30):
        checksum = (checksum * 31 + sum(("%.*e" % (places, x)).encode()) + sum(("%.*g" % (places + 1, x)).encode())) % 1000003
    small = (bits(40) - 2 ** 39) / 2 ** (bits(5) + 1)
    for places in (0, 1, 2, 5, 12):
        checksum = (checksum * 31 + sum(("%.*f" % (places, small)).encode()) + sum(repr(round(small, places)).encode())) % 1000003
print(checksum)
