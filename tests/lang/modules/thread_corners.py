# Locks are referred to weakly; an interrupt of the main thread by itself comes at once; the main thread can be waited for.
import threading, weakref, time, signal, _thread
l=threading.Lock()
try: r=weakref.ref(l); print(r() is l)
except TypeError as e: print(e)
try: r=weakref.ref(threading.RLock()); print("ok")
except TypeError as e: print(e)
try:
    _thread.interrupt_main()
    for i in range(1000): pass
    print("no")
except KeyboardInterrupt: print("KI")
try:
    signal.raise_signal(signal.SIGINT)
    print("no")
except KeyboardInterrupt: print("KI2")
def j():
    threading.main_thread().join()
    print("end of thread")
t=threading.Thread(target=j); t.start()
print("end of main")
import os
fd=os.open(f'/proc/{os.getpid()}', os.O_DIRECTORY)
try: signal.pidfd_send_signal(fd, signal.SIGINT, object(), 0)
except TypeError as e: print(e)
try: signal.pidfd_send_signal(fd, signal.SIGINT); print("no")
except KeyboardInterrupt: print("interrupted")
_thread.interrupt_main(signal.SIGTERM)  # nobody handles it
signal.signal(signal.SIGINT, signal.SIG_IGN)
_thread.interrupt_main()
print("ignored")
