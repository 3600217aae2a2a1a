import re
while True:
    try:
        re.match(r"(a|a)*$", "a" * 100 + "b")
    except BaseException:
        pass
