import array
m = memoryview(b"abcdef" * 100)
print(m == b"abcdef" * 100, m != b"abcdef" * 100, m[::2] == m[::2], m[::-1] == bytes(m)[::-1], m[:0] == b"", m[3:9] == b"defabc", m[1:] == m[:-1], m[2:2] == memoryview(b"")[0:], memoryview(bytearray(5)) == bytes(5))
a = array.array("d", [1.0, float("nan"), 0.0]); b = array.array("d", [1.0, float("nan"), -0.0])
print(memoryview(a) == memoryview(a), memoryview(a)[:1] == memoryview(b)[:1], memoryview(a)[2:] == memoryview(b)[2:])
i = array.array("i", range(10)); j = array.array("q", range(10))
print(memoryview(i) == memoryview(j), memoryview(i)[2:5] == memoryview(i)[2:5], memoryview(i) == memoryview(i).cast("B"), memoryview(bytes(12)).cast("B", (3, 4)) == memoryview(bytes(12)).cast("B", (3, 4)), memoryview(bytes(12)).cast("B", (3, 4)) == memoryview(bytes(12)).cast("B", (4, 3)))
x = memoryview(b"q"); x.release(); print(x == x, x == memoryview(b"q"))
