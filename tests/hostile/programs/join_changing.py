class S:
    def __iter__(self):
        for n in range(10**9):
            a.append("x" * n)
            yield a[-1]
            a.clear()
a = []
"".join(S())
