import sys
def f(n):
    try:
        sys.setrecursionlimit(10**9 if n % 2 else 50)
    except RecursionError: pass
    f(n + 1)
while True:
    try: f(0)
    except RecursionError: pass
