from support.circle_b import b
a = 1
