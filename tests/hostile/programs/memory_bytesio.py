import io
f = io.BytesIO()
while True: f.write(bytes(10**6))
