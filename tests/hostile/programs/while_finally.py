def f():
    try: return
    finally:
        while True: pass
f()
