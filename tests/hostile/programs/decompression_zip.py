import io, zipfile
f = io.BytesIO()
with zipfile.ZipFile(f, "w", zipfile.ZIP_DEFLATED) as z: z.writestr("a", bytes(4 * 10**7))
while True: zipfile.ZipFile(f).read("a")
