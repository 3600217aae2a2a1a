# hashlib.blake2b and blake2s are types, with the sizes of their parameters.
import hashlib
for t in (hashlib.blake2b, hashlib.blake2s):
    print(t, t.__name__, t.__module__, t.SALT_SIZE, t.PERSON_SIZE, t.MAX_KEY_SIZE, t.MAX_DIGEST_SIZE, type(t))
    h=t(b"abc", digest_size=8, key=b"k", salt=b"s"*t.SALT_SIZE, person=b"p")
    print(h.hexdigest(), h.name, h.digest_size, h.block_size, isinstance(h, t), type(h.copy()) is t, h.copy().hexdigest())
    print(isinstance(hashlib.new(t.__name__), t), hashlib.new(t.__name__, b"x").hexdigest()[:8])
    for bad in (lambda: t("a"), lambda: t(b"",b""), lambda: t(nope=1), lambda: t(b"", salt=b"x"*17)):
        try: print(bad())
        except Exception as e: print(type(e).__name__, e)
print(type(hashlib.md5()).__name__, isinstance(hashlib.md5(), hashlib.blake2b))
