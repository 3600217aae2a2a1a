# Frames: there for tracebacks, not for looking at callers; without locals when the function has ended.
import sys
def fails():
    local = 5
    raise ValueError
try: fails()
except ValueError as e:
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_lineno, frame.f_locals)
try: print(sys._getframe().f_lineno)
except NotImplementedError as e: print(e)
try: print(type((lambda: 1).__code__.co_code).__name__)
except AttributeError as e: print(e)
print(frame.f_back is None)
