import support.partial as me
try:
    me.later
except AttributeError as e:
    print(e)
later = 1
