import tomllib
try: tomllib.loads('a = ' + '[' * 100000)
except RecursionError: print('r')
tomllib.loads('.'.join('a' * 100000) + ' = 1')
