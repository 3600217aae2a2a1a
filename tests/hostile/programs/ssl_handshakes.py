import ssl
c, s = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
kept = []
try:
    while True: kept.append(c.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="x"))
except MemoryError:
    print("connections", len(kept) < 2000)
kept.clear()
while True:
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    client, server = c.wrap_bio(down, up, server_hostname="x"), s.wrap_bio(up, down, server_side=True)
    for call in (client.do_handshake, server.do_handshake, client.do_handshake):
        try: call()
        except ssl.SSLError: pass
    try:
        while client._native.write(b"x" * 100000) > 0: pass
    except ssl.SSLError: pass
