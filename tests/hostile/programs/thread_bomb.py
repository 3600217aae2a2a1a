import threading
def run():
    while True: pass
while True: threading.Thread(target=run).start()
