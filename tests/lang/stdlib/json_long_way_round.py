# A structure that contains itself the long way round is found, at any depth; deep nesting takes linear time.
import json

for length in (1, 2, 63, 64, 65, 100, 500):
    first = here = []
    for _ in range(length - 1):
        inner = []
        here.append(inner)
        here = inner
    here.append(first)
    for lead in (0, 5, 70):
        outer = first
        for _ in range(lead):
            outer = {"k": outer}
        try:
            json.dumps(outer)
        except ValueError as error:
            print(length, lead, error)
        except RecursionError:
            print(length, lead, "too deep")
shared = [1]
print(json.dumps([shared, {"a": shared, "b": [shared, shared]}]))
