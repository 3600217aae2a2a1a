import hashlib
h, data = hashlib.sha512(), bytes(10**7)
while True: h.update(data)
