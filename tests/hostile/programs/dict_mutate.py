d = {}
class K:
    def __hash__(s): return 1
    def __eq__(s, o): d.clear(); d.update({K(): 1 for _ in range(3)}) if len(d) < 5 else 0; return False
while True: d[K()] = 1
