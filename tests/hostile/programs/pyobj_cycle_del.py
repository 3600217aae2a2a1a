class A:
    def __del__(self): global x; x = A(); A()
A()
while True: A()
