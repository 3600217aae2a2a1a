# What no machine can hold is a MemoryError (or OverflowError), and the script goes on.
for f in (lambda: (1, 2) * 2**40, lambda: [0] * 2**45, lambda: "ab" * 2**50, lambda: b"x" * 2**50, lambda: bytearray(2**50), lambda: bytes(2**48), lambda: [None] * 2**62, lambda: "x" * 2**70, lambda: (0,) * sys.maxsize):
    try:
        f()
        print("made")
    except (MemoryError, OverflowError, NameError) as e:
        print(type(e).__name__)
