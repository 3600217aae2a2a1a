import json
json.dumps(object(), default=lambda o: [o])
