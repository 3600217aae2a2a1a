import support.circle_ok2
def f(): return support.circle_ok2.g()
