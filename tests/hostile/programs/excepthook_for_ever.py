import sys
def hook(*args):
    while True: pass
sys.excepthook = hook
raise ValueError
