timeout = 100
one_flag = True
other_flag = False
def on_error(x: int) -> None: ...
