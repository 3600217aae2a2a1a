import ssl, _ssl
c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
kept = []
try:
    while True: kept.append(_ssl.Context(0))
except MemoryError:
    print("contexts", len(kept) < 2000)
kept.clear()
try:
    while True: c.load_verify_locations(cadata="-----BEGIN CERTIFICATE-----\n" * 100000)
except (ssl.SSLError, MemoryError) as e: print(type(e).__name__)
try: _ssl.Context(0).use_key(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + b"A" * 100000 + b"\n-----END ENCRYPTED PRIVATE KEY-----\n", lambda: b"x")
except PermissionError as e: print(e)
try: _ssl.Context(0).use_dh(b"-----BEGIN DH PARAMETERS-----\n" + b"A" * (1 << 22) + b"\n-----END DH PARAMETERS-----\n")
except Exception as e: print(type(e).__name__)
while True: c.get_ciphers()
