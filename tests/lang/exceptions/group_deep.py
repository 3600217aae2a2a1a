# Groups nested deeper than is shown.
e = ValueError(1)
for i in range(14):
    e = ExceptionGroup(f"g{i}", [e])
raise e
