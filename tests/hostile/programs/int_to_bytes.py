(1).to_bytes(10**12, "big")
