# What TypeErrors say of wrong arguments: functions that CPython has in C but are written in Python here say what Python's functions say.
import datetime, io, time, zlib
bound = io.TextIOWrapper(io.BytesIO()).flush, io.BufferedReader(io.BytesIO()).tell, datetime.date.fromtimestamp, time.ctime, zlib.compressobj().copy
for f in bound:
    try: f(1, 2, 3)
    except TypeError as e: print(e)
