import base64
while True: base64.b64decode(base64.b64encode(bytes(10**6))), base64.b85encode(bytes(10**5))
