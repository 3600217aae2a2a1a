import io
b = io.BytesIO()
b.truncate(10**12)
b.seek(10**11)
b.write(b"x")
