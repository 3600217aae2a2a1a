# Imported names assigned again: what nothing but its value describes may hold something else here, what is declared may not.
from support.settings import declared, fallback, function, items, value

value = 4
value = "a"
fallback = 3
items = [3]
declared = ""  # E: [assignment]
function = 3  # E: [assignment]

def use() -> None:
    global value
    value = None
    print(value)
