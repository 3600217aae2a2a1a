# python3.12: tracebacks of all threads, now, on a signal, and after a time unless that is cancelled
import faulthandler
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

file = tempfile.TemporaryFile("w+")


def written(least=0):
    """What is in the file, as soon as there are so many reports of a timeout; then it is empty."""
    while file.seek(0) or (text := file.read()).count("Timeout") < least or least and not text.endswith("in <module>\n"):
        time.sleep(0.01)
    file.seek(0)
    file.truncate()
    return re.sub(r"0x[0-9a-f]{16}", "0xID", re.sub(r'File "[^"]*[/<]', 'File "', text))


def own_frames(text):
    """Those of this file: other modules have frames of their own."""
    return [line for line in text.splitlines() if not line.startswith("  File") or "faulthandler_later" in line]


def inner():
    faulthandler.dump_traceback(file, all_threads=False)
    faulthandler.dump_traceback(file=file.fileno())


def deep(depth):
    deep(depth - 1) if depth else faulthandler.dump_traceback(file)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def waits(event, started):
    started.set()
    event.wait()


print("-- now")
inner()
print(written())
deep(200)
text = written().splitlines()
print(len(text), text[1] == text[100], text[101])
signal_was = faulthandler.register(signal.SIGUSR1, file, all_threads=False)
os.kill(os.getpid(), signal.SIGUSR1)
print(written().splitlines()[0], faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
print(faulthandler.is_enabled(), faulthandler.enable(file), faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable())

print("-- later")
faulthandler.dump_traceback_later(0.02, file=file)
text = own_frames(written(1))
print(text[:2], [line.split()[-1] for line in text[2:]])
faulthandler.dump_traceback_later(0.02, repeat=True, file=file)
print(written(3).count("Timeout (0:00:00.020000)!\n") >= 3)
faulthandler.cancel_dump_traceback_later()
written()
faulthandler.dump_traceback_later(3600, file=file)
faulthandler.dump_traceback_later(7261, repeat=True, file=file)
faulthandler.cancel_dump_traceback_later()
print(faulthandler.cancel_dump_traceback_later(), repr(written()))
event, started = threading.Event(), threading.Event()
thread = threading.Thread(target=waits, args=(event, started))
thread.start()
started.wait()
time.sleep(0.05)  # from started.set() to event.wait()
faulthandler.dump_traceback(file)
print(own_frames(written()))
faulthandler.dump_traceback_later(0.02, file=file)
print(own_frames(written(1))[:4])
event.set()
thread.join()
for given in (0,), (-1,), ("x",), (1, False, -1), (1, False, "x"):
    attempt(faulthandler.dump_traceback_later, *given)
attempt(faulthandler.dump_traceback, -1)

print("-- and out")
program = """
import faulthandler, sys, time
faulthandler.dump_traceback_later(0.02, exit=True, file=sys.stdout)
time.sleep(60)
print("never")
"""
done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(done.returncode, done.stdout.splitlines()[0], done.stdout.splitlines()[-1])
file.close()
