import threading
while True:
    try: threading.Event().wait()
    except BaseException: pass
