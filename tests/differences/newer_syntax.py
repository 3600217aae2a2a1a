# Defaults of type parameters (Python 3.13) are taken.
try: exec("class A[T = int]: pass\nprint(A.__type_params__)")
except SyntaxError as e: print(e)
