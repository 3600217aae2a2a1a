import io


class Standard(io.TextIOWrapper):
    def __init__(self, initial="", newline="\n"):
        super().__init__(io.BytesIO(initial.encode()), encoding="utf-8", newline=newline)

    def getvalue(self):
        self.flush()
        return self.buffer.getvalue().decode()


s = Standard("one\ntwo")
print(s.read(), s.write("!"), s.getvalue(), isinstance(s, io.TextIOBase), s.encoding)
print(io.TextIOWrapper(io.BytesIO(b"x\r\ny"), encoding="ascii").readlines())
