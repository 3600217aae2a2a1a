# Names of handlers at the level of a module come and go with every exception: everything else that is looked up there stays right.
total = 0
names = []


def bound():
    return "error" in globals()


def value_of_max(*values):
    return max(*values)


def raises(n):
    raise ValueError(n)


for i in range(12):
    try:
        if i % 3:
            raises(i)
        total += 1
    except ValueError as error:
        total += error.args[0]
        names.append((bound(), value_of_max(1, i), error.args[0]))
    names.append(bound())
print(total, names)

# A name that hides a built-in one meanwhile.
seen = []
for i in range(12):
    seen.append(value_of_max(i, 3))
    try:
        raises(i)
    except ValueError as max:
        try:
            value_of_max(1, 2)
        except TypeError:
            seen.append("hidden")
        seen.append(max.args)
    seen.append(max(i, 4))
print(seen)

# New globals, deleted ones and two names in turn in between.
for i in range(12):
    try:
        raises(i)
    except ValueError as error:
        if i % 4 == 1:
            globals()[f"made{i}"] = error.args
        try:
            raises(error)
        except ValueError as second:
            total += second.args[0].args[0]
        if i == 7:
            del error
    if i == 5:
        late = i
    if i == 9:
        del late
    try:
        print(i, "late" in globals(), bound(), late)
    except NameError as error:
        print(error)
    try:
        print(error)
    except NameError as gone:
        print(gone)
print(made1, made5, made9, total)


# The same name is made by something else while it is away, or at another place.
def use():
    try:
        return error
    except NameError:
        return "none"


for i in range(10):
    try:
        raises(i)
    except ValueError as error:
        total += 1
    if i == 4:
        error = "kept"
    print(use(), end=" ")
    if i == 6:
        globals()["error"] = "put"
        globals()["other"] = 1
    print(use(), end=" ")
    globals().pop("error", None)
    print(use())

# In several dicts, by exec.
source = """
for i in range(6):
    try:
        int("x")
    except ValueError as e:
        out.append(len(str(e)))
        if i == first:
            new = i
    out.append("e" in globals())
    try:
        out.append(new)
    except NameError as e:
        out.append("no")
"""
code = compile(source, "source", "exec")
for n in range(3):
    spaces = [{"out": [], "first": k} for k in (0, 2, 9)]
    for space in spaces:
        exec(code, space)
    print([space["out"] for space in spaces], [sorted(k for k in space if k[0] != "_") for space in spaces])

# Entries stay in the order in which they were made, and iteration sees what is there.
for i in range(4):
    try:
        raises(i)
    except ValueError as error:
        print([k for k in list(globals()) if k in ("total", "error", "other", "i")])
    print([k for k in list(globals()) if k in ("total", "error", "other", "i")])
