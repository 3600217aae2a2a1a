if x
    pass
def f()
    return 1
class C
    pass
while True
    break
# E: 1:5 expected ':'
# E: 3:8 expected ':'
# E: 5:8 expected ':'
# E: 7:11 expected ':'
# E: 2:5 unexpected indent
# E: 4:5 unexpected indent
# E: 6:5 unexpected indent
# E: 8:5 unexpected indent
