import pickle
pickle.loads(b'\x80\x04]' + b'2ae' * 10 + b'(' * 5000000 + b'.')
