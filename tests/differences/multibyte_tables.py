# The tables of the encodings of East Asia are the C library's: some symbols and the user-defined characters differ.
for data, name in ((b"\xa1\x45", "big5"), (b"\xc6\xa1", "cp950"), (b"\x80", "cp932"), (b"\xa2\xe8", "euc_kr"), (b"\x84\x41", "johab"), (b"\x87\x7a", "big5hkscs")):
    print(name, ascii(data.decode(name, "replace")))
