import sqlite3
a = sqlite3.connect('file:x?mode=memory&cache=shared', uri=True, timeout=1e9, isolation_level=None)
b = sqlite3.connect('file:x?mode=memory&cache=shared', uri=True, timeout=1e9, isolation_level=None)
import tempfile, os
with tempfile.TemporaryDirectory() as d:
    a = sqlite3.connect(d + '/x', timeout=1e9, isolation_level=None)
    b = sqlite3.connect(d + '/x', timeout=1e9, isolation_level=None)
    a.execute("begin exclusive")
    b.execute("begin exclusive")
