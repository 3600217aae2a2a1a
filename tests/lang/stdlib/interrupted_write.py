# timed
# A signal's handler runs while a write waits for room in a pipe, and what it raises ends the write.
import os
import signal
import threading


def handler(*_):
    raise ZeroDivisionError("from the handler")


signal.signal(signal.SIGALRM, handler)
for mode, item in (("wb", b"x"), ("w", "x")):
    for buffering in (0, 100) if mode == "wb" else (100,):
        r, w = os.pipe()
        file = os.fdopen(w, mode, buffering=buffering)
        got = []
        reader = threading.Thread(target=lambda: got.append(os.read(r, 1)))
        reader.daemon = True
        reader.start()
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        try:
            file.write(item * 1000000)
            print("written")
        except ZeroDivisionError as error:
            print(mode, error)
        reader.join()
        print(got)
        drain = threading.Thread(target=lambda r=r: [None for _ in iter(lambda r=r: os.read(r, 65536), b"")], daemon=True)
        drain.start()
        try:
            file.close()
        except ZeroDivisionError:
            pass
        drain.join()
