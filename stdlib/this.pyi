s: str
