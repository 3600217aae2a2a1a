# Frames of tracebacks have no caller; f_locals leaves out what is assigned on some ways only, and read nowhere where it might not have been.
def fails(way):
    local = 5
    if way:
        only_here = 6
    raise ValueError
try: fails(True)
except ValueError as e:
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals))
try: print(type((lambda: 1).__code__.co_code).__name__)
except AttributeError as e: print(e)
print(frame.f_back is None)
