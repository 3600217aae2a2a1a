"""What the REPL (cli/repl.c) needs to know of the running program: completions with their types."""
import builtins
import keyword
import sys
import types

_IDENTIFIER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"


def _is_word(c):
    return c in _IDENTIFIER or c > "\x7f"


def _word_before(text):
    """The identifier that the text ends with."""
    start = len(text)
    while start and _is_word(text[start - 1]):
        start -= 1
    return text[start:]


def _path_before(text):
    """The dotted name that the text ends with."""
    start = len(text)
    while start and (_is_word(text[start - 1]) or text[start - 1] == "."):
        start -= 1
    return text[start:]


def complete(space, text):
    """[size of what is replaced, lines "word<tab>type"] for the text before the cursor."""
    path = _path_before(text)
    head, dot, word = path.rpartition(".")
    before = text[:len(text) - len(path)].split()
    if before[:1] == ["import"] and "=" not in text or before == ["from"]:
        found = _modules(head, word)
    elif len(before) >= 3 and before[0] == "from" and before[2] == "import" and not dot:
        found = _names_in_module(before[1], word)
    elif dot:
        found = _attributes(space, head, word)
    else:
        found = _names(space, word)
    lines = "".join(f"{name}\t{kind}\n" for name, kind in sorted(found.items()))
    return [len(word.encode()), lines]


def _names(space, word):
    found = {name: "keyword" for name in keyword.kwlist + keyword.softkwlist if name.startswith(word) and name != "_"}
    for scope in (vars(builtins), space):
        for name, value in list(scope.items()):
            if isinstance(name, str) and name.startswith(word) and (word or not name.startswith("_")):
                found[name] = describe(value)
    return found


def _resolve(space, path):
    """The object of a dotted name, without calling anything of the script's but what an attribute access calls."""
    parts = path.split(".")
    if parts[0] in space:
        found = space[parts[0]]
    else:
        found = getattr(builtins, parts[0])
    for part in parts[1:]:
        found = getattr(found, part)
    return found


def _attributes(space, head, word):
    try:
        owner = _resolve(space, head)
        names = dir(owner)
    except Exception:
        return {}
    found = {}
    for name in names:
        if not isinstance(name, str) or not name.startswith(word) or (name.startswith("_") and not word.startswith("_")):
            continue
        of_class = None if isinstance(owner, (type, types.ModuleType)) else getattr(type(owner), name, None)
        if isinstance(of_class, property) or type(of_class).__name__ in ("cached_property", "getset_descriptor"):
            found[name] = "property"  # not evaluated for this
            continue
        try:
            found[name] = describe(getattr(owner, name))
        except Exception:
            found[name] = ""
    return found


def _modules(head, word):
    if head:
        try:
            __import__(head)
        except Exception:
            return {}
        package = sys.modules[head]
        names = _modules_in(getattr(package, "__path__", ()))
        import _imp
        names |= {name[len(head) + 1:] for name in _imp.embedded() if name.startswith(head + ".")}
        return {name: "module" for name in names if name.startswith(word) and "." not in name}
    import _imp
    names = {name for name in _imp.embedded() if "." not in name} | set(sys.builtin_module_names) | _modules_in(sys.path)
    return {name: "module" for name in names if name.startswith(word) and (word or not name.startswith("_")) and name.startswith("_") == word.startswith("_")}


def _modules_in(folders):
    import os
    names = set()
    for folder in folders:
        try:
            entries = os.listdir(folder or ".")
        except OSError:
            continue
        for entry in entries:
            if entry.endswith(".py"):
                names.add(entry[:-3])
            elif entry.isidentifier() and os.path.isdir(os.path.join(folder or ".", entry)):
                names.add(entry)
    return {name for name in names if name.isidentifier() and name != "__init__"}


def _names_in_module(module, word):
    try:
        __import__(module)
    except Exception:
        return {}
    found = {name: describe(value) for name, value in vars(sys.modules[module]).items() if name.startswith(word) and (word or not name.startswith("_"))}
    for name, kind in _modules(module, word).items():
        found.setdefault(name, kind)
    return found


_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
              types.MethodWrapperType)


def describe(value):
    """The type of a value, short: of a function its signature."""
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    if isinstance(value, _FUNCTIONS):
        import inspect
        try:
            text = str(inspect.signature(value))
        except (ValueError, TypeError):
            text = "(...)"
        return text if len(text) <= 60 else text[:57] + "..."
    return type(value).__name__
