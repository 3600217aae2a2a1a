import pickle
t = [[] for _ in range(1000)]
while True: t = pickle.loads(pickle.dumps([t, t, t]))
