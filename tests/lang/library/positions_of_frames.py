# python3.12: inspect tells which part of a line a frame is at.
import dis
import inspect


def look():
    return inspect.stack()


def call():
    return [look(), 1]


record = call()[0][1]
print(record.function, record.positions.lineno, record.positions.col_offset, record.positions.end_col_offset, isinstance(record.positions, dis.Positions))
try:
    result = 1 + (2 / 0)
except ZeroDivisionError as error:
    print(inspect.trace()[0].positions)
    print(inspect.getframeinfo(error.__traceback__).positions)
    print(inspect.getinnerframes(error.__traceback__)[0].positions)
