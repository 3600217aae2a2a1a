from typing import Final

LIMIT: Final = 10
MAYBE: Final[int] = 3
