# PYTHONASYNCIODEBUG switches an event loop's debug mode on.
import os
import subprocess
import sys

PROGRAM = """
import asyncio

async def main():
    print(asyncio.get_running_loop().get_debug())

asyncio.run(main())
asyncio.run(main(), debug=False)
"""
for value in ("1", "0", "", None):
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONASYNCIODEBUG"}
    if value is not None:
        environment["PYTHONASYNCIODEBUG"] = value
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True)
    print(repr(value), done.stdout.split())
