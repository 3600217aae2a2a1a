import hashlib
hashlib.scrypt(b"a", salt=b"b", n=2**14, r=8, p=2**20, maxmem=2**31 - 1)
