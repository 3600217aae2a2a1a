value = 3
fallback = None
items = []
declared: int = 3
def function() -> int: return 3
