float.fromhex("0x" + "f" * 10**7 + "p" + "9" * 10**6)
