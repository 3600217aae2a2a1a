# What TypeErrors say of wrong arguments: a method of a base class that was taken from an instance is named after the base class, and functions
# that CPython has in C but are written in Python here say what Python's functions say.
import collections, datetime, io, time, zlib
bound = True.bit_length, collections.Counter().keys, collections.OrderedDict().clear, io.TextIOWrapper(io.BytesIO()).flush, io.BufferedReader(io.BytesIO()).tell, datetime.date.fromtimestamp, time.ctime, zlib.compressobj().copy
for f in bound:
    try: f(1, 2, 3)
    except TypeError as e: print(e)
