import threading
def run():
    while True: pass
t = threading.Thread(target=run)
t.start()
t.join()
