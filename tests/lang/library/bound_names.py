# A built-in method that is bound is called by the class of its receiver in messages, one that is called at once by the class that has it.
class Sub(list):
    pass


class Record(dict):
    pass


def tried(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


bits, append, names, plain = True.bit_length, Sub().append, Record.fromkeys, [].append
tried(lambda: bits(1))
tried(lambda: bits(x=1))
tried(lambda: True.bit_length(1))
tried(lambda: append())
tried(lambda: append(1, 2))
tried(lambda: append(x=1))
tried(lambda: Sub().append())
tried(lambda: plain())
tried(lambda: list.append([], 1, 2))
tried(lambda: getattr(True, "conjugate")(1))
tried(lambda: names())
