import io
f = io.BytesIO()
f.seek(10**12)
f.write(b"a")
