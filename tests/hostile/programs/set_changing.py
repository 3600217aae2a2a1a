class Key:
    def __hash__(self): return 1
    def __eq__(self, other):
        s.clear()
        s.update(range(50))
        return False
s = {Key()}
while True:
    try: s.add(Key()), s.discard(Key()), s & {Key()}, s.update({Key()}), s <= {Key()}
    except RuntimeError: pass
