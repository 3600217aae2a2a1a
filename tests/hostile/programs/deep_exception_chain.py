e = None
for _ in range(10**5):
    try: raise ValueError from e
    except ValueError as x: e = x
raise e
