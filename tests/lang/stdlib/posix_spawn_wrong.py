"""posix_spawn looks at its arguments before anything is started."""
import os
import signal

for o in ({"setpgroup":"023"},{"setsigmask":"j"},{"setsigmask":[0]},{"setsigdef":[signal.NSIG]},{"setsigmask":["j"]},{"setsigdef":[None]},{"file_actions":[None]},{"file_actions":[()]},{"file_actions":[(12345,)]},{"file_actions":[(os.POSIX_SPAWN_CLOSE,)]},{"file_actions":[(os.POSIX_SPAWN_CLOSE,1,2)]},{"file_actions":[(os.POSIX_SPAWN_CLOSE,None)]},{"file_actions":[(os.POSIX_SPAWN_OPEN,3,__file__+"\0",os.O_RDONLY,0)]},{"file_actions":[(os.POSIX_SPAWN_DUP2,1,"x")]}):
    try: print(os.posix_spawn("/bin/true",["true"],{},**o))
    except (TypeError,ValueError) as e: print(sorted(o),type(e).__name__,e)
