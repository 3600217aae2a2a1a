# A value that comes into annotated code is what the annotation says: where the checker cannot know it, it is looked at.
import json
def double(n: int) -> int: return n * 2
try: print(double(json.loads('"ab"')))
except TypeError as e: print(e)
