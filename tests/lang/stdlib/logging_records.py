# python3.12
"""What records know of where they come from: threads, processes, source places left out; handlers and their locks; long chains of exceptions."""
import linecache
import logging
import logging.handlers
import os
import sys
import tempfile
import threading
import traceback

record = logging.makeLogRecord({"msg": "x"})
print(record.thread == threading.get_ident(), record.threadName, record.processName, record.process == os.getpid(), record.taskName)
lock = logging.Handler().lock
print(type(lock) is type(threading.RLock()), logging.NullHandler().lock)
names = []


class Names(logging.Handler):
    def emit(self, record):
        names.append((record.threadName, record.getMessage()))


logger = logging.getLogger("threads")
logger.addHandler(Names())
threads = [threading.Thread(target=logger.warning, args=("from %d", number), name=f"thread {number}") for number in range(3)]
for thread in threads:
    thread.start()
    thread.join()
print(names)
where = logging._srcfile
logging._srcfile = None
logging.basicConfig(format="%(filename)s %(lineno)d %(funcName)s %(message)s", stream=sys.stdout, force=True)
logging.warning("nowhere")
logging._srcfile = where
logging.warning("somewhere")
for level in (logging.DEBUG, "INFO", 25):
    logger.setLevel(level)
    print([logger.isEnabledFor(each) for each in (10, 20, 25, 30)], logger.getEffectiveLevel())
logger.level = logging.DEBUG
logging.disable(logging.INFO)
print([logger.isEnabledFor(each) for each in (10, 20, 30)])
logging.disable(logging.NOTSET)
print([logger.isEnabledFor(each) for each in (10, 20, 30)])
deep, high = logging.getLogger("p.q.r.s"), logging.getLogger("p")
print(deep.parent, high.parent, logging.getLogger("p.q").parent, deep.parent, sorted(child.name for child in high.getChildren()))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "log")
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=30, backupCount=2)
    for number in range(10):
        handler.emit(logging.makeLogRecord({"msg": f"message {number}"}))
    handler.close()
    print([(name, open(os.path.join(folder, name)).read().split("\n")) for name in sorted(os.listdir(folder))])
    source = os.path.join(folder, "latin.py")
    with open(source, "wb") as file:
        file.write(b"# coding: latin-1\n'\xe9'\n")
    print(linecache.getlines(source), linecache.getline(source, 2), linecache.getlines(os.path.join(folder, "none")))
error = ValueError(0)
for number in range(2000):
    later = ValueError(number)
    later.__context__ = error
    error = later
print(len(traceback.format_exception(error)))
group = ExceptionGroup("group", [error, ValueError("last")])
print("".join(traceback.format_exception(group, chain=False)))
