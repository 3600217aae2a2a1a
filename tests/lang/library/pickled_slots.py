# Slots of built-in types, and those bound to a value, are pickled and copied by their names.
import copy
import pickle

for function in ([].__len__, int.__add__, (5).__add__, object.__init__, "a".__contains__, list.append, [1].append, dict.fromkeys, {}.items):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        made = pickle.loads(pickle.dumps(function, protocol))
        assert type(made) is type(function) and made.__name__ == function.__name__
    print(type(function).__name__, function.__name__, copy.copy(function).__name__, copy.deepcopy(function).__name__)
print(pickle.loads(pickle.dumps(int.__add__)) is int.__add__, pickle.loads(pickle.dumps((5).__add__))(2), pickle.loads(pickle.dumps("abc".__contains__))("b"))
print(int.__add__.__reduce__(), (5).__add__.__reduce__())
