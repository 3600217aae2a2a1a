# The standard streams of a child with PYTHONIOENCODING.
import subprocess, sys, os
program = '''
import sys
print(sys.stdout.encoding, sys.stdout.errors, sys.stdin.encoding, sys.stdin.errors, sys.stderr.encoding, sys.stderr.errors)
try: print(ascii(sys.stdin.read()))
except Exception as e: print(type(e).__name__, e)
try: print("é€x")
except Exception as e: print(type(e).__name__, e)
print("é€", file=sys.stderr)
'''
for given in ("ascii", "latin-1", "latin-1:replace", ":replace", ":backslashreplace", "ascii:backslashreplace", "ascii:xmlcharrefreplace", "utf-8:surrogateescape", "cp1252:strict", "koi8-r:ignore", "utf-8:", "UTF-8:strict"):
    environment = dict(os.environ, PYTHONIOENCODING=given, LC_ALL="C.UTF-8")
    done = subprocess.run([sys.executable, "-c", program], input="é\n".encode(), capture_output=True, env=environment)
    print(given, done.returncode, done.stdout, done.stderr)
