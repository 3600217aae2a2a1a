# python3.12 # python -m asyncio, and options of Python before what standard input has.
import subprocess
import sys

TALK = """x = 3
x
await asyncio.sleep(0, 5)
async def f():
    await asyncio.sleep(0)
    return x

await f()
for i in range(2):
    print(await f())

raise SystemExit
"""
for options, text in (["-m", "asyncio"], TALK), (["-m", "asyncio"], "1 + 1\n"), (["-B"], "import sys; print(sys.argv, 1)"), (["-B", "-Wignore", "-"], "import sys; print(sys.argv, 2)"):
    done = subprocess.run([sys.executable, *options], input=text, capture_output=True, text=True)
    print(done.returncode, repr(done.stdout), [line for line in done.stderr.splitlines() if not line.startswith("asyncio REPL")])
