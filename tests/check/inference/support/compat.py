# Names of builtins, as modules for several versions of Python say them.
str = str
bytes = bytes
