import sys
class Stand:
    value = "stand-in"
    __name__ = "Stand"
sys.modules[__name__] = Stand()
