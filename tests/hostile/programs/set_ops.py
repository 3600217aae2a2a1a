class K:
    def __hash__(s): return 1
    def __eq__(s, o): return False
s = {K() for _ in range(5000)}
t = {K() for _ in range(5000)}
s & t
