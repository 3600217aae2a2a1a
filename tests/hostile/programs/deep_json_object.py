import json
json.loads('{"a":' * 10**6)
