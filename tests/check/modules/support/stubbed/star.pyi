__all__ = ["s1", "_s2"]
s1: int
_s2: str
s3: bytes
