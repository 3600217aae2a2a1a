# Frames: pictures of the moment they are asked for; without locals when the function has ended.
import sys
def fails():
    local = 5
    raise ValueError
try: fails()
except ValueError as e:
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_lineno, frame.f_locals)
def looks():
    frame = sys._getframe()
    later = 5
    print(frame.f_locals.get("later"), frame.f_code.co_name)
looks()
try: print(type((lambda: 1).__code__.co_code).__name__)
except AttributeError as e: print(e)
print(frame.f_back is None)
