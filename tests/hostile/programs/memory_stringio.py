import io
f = io.StringIO()
while True: f.write("é" * 10**6)
