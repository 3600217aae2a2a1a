import pickle
pickle.loads(b"(" * 10**6 + b"t" * 10**6 + b".")
pickle.loads(b"]" + b"\x94h\x00a" * 10**6 + b".")
