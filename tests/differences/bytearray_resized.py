# A bytearray may be resized while a memoryview looks at it: nobody counts who looks.
data = bytearray(b"abc")
view = memoryview(data)
try: data.append(1); print(len(data), bytes(view))
except BufferError as e: print(e)
