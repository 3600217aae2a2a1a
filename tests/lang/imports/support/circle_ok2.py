import support.circle_ok as other
def g(): return other.__name__
