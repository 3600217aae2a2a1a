# A block that ends at a semicolon ends behind it, and so does its statement.
def f():
    x = 1; del x;
if True: pass;
else: a = 1; b = 2 ;
while False: pass;
class A: x: int = 1;
for i in (1, 2):
    print(i);
    # a comment
try: pass;
except ValueError: pass ;
finally: pass;
with open("x") as y: pass;
match 1:
    case 1: pass;
    case _: pass
