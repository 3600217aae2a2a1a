from graphlib import CycleError, TopologicalSorter

print(list(TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]}).static_order()))
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as error:
    print(error.args)
t = TopologicalSorter()
t.add("x", "y")
t.prepare()
print(t.get_ready(), t.is_active(), bool(t))
t.done("y")
print(t.get_ready())
for wrong in (lambda: t.done("y"), lambda: t.done("q"), lambda: t.add("z"), lambda: TopologicalSorter().get_ready()):
    try:
        wrong()
    except ValueError as error:
        print(error)
