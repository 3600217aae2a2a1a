w: int = 1
