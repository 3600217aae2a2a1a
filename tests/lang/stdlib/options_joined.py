# python3.12 # Options of Python in one word, and -u and PYTHONUNBUFFERED: what is written is there before the program ends.
import os
import subprocess
import sys

SHOW = "import sys; print(sys.argv, [name for name in ('isolated', 'ignore_environment', 'no_site', 'quiet') if getattr(sys.flags, name)], sys.warnoptions)"
for options in ["-Ic", SHOW, "a", "-b"], ["-EqsSc" + SHOW], ["-BWignore", "-c", SHOW], ["-qWerror::UserWarning", "-ESc", SHOW], ["-um", "calendar", "2026", "11"], ["-Rc", "print('R')"], ["-uqXname", "-c", SHOW]:
    done = subprocess.run([sys.executable, *options], capture_output=True, text=True)
    print(options[0][:8], done.returncode, done.stdout.splitlines()[:2], bool(done.stderr))
print(subprocess.run([sys.executable, "-Bc", "import sys; print(sys.orig_argv[1])"], capture_output=True, text=True).stdout)

# The child ends without flushing.
WRITE = "import sys, os; sys.stdout.write('a'); sys.stdout.buffer.write(b'b'); print('c', end=''); sys.stderr.write('d'); os._exit(3)"
for options, variable in (["-u"], None), ([], "1"), ([], None), (["-E"], "1"):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    if variable:
        environment["PYTHONUNBUFFERED"] = variable
    done = subprocess.run([sys.executable, *options, "-c", WRITE], capture_output=True, env=environment)
    print(options, variable, done.returncode, done.stdout, done.stderr)
