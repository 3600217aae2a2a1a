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
import sys
first = threading.current_thread()
def fork_here():
    child = os.fork()
    if not child:  # the thread that forked is the main one here; the first is gone
        other = threading.Thread(target=first.join)
        other.start()
        other.join()
        print(first.is_alive(), threading.main_thread() is threading.current_thread())
        sys.stdout.flush()
        os._exit(7)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
thread = threading.Thread(target=fork_here)
sys.stdout.flush()
thread.start()
thread.join()
