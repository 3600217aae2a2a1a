# __del__ holds for the instances made after the class has it.
import gc
class A: pass
early = A()
A.__del__ = lambda self: print("gone")
late = A()
early = None
gc.collect(); print("early: done")
late = None
gc.collect(); print("late: done")
