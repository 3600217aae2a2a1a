v: int
