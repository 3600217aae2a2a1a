import hashlib
while True: hashlib.blake2b(bytes(30_000_000)).digest()
