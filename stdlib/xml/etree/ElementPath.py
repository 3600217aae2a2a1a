"""The small part of XPath that find(), findall(), findtext() and iterfind() understand."""

import re

_token = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")


def xpath_tokenizer(pattern, namespaces=None):
    default = namespaces.get("") if namespaces else None
    in_attribute = False
    for match in _token.finditer(pattern):
        text, mark, tag = match.groups()
        token = text or mark or "", tag or ""
        if tag and tag[0] != "{":
            if ":" in tag:
                prefix, name = tag.split(":", 1)
                try:
                    if not namespaces:
                        raise KeyError
                    yield token[0], f"{{{namespaces[prefix]}}}{name}"
                except KeyError:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map") from None
            elif default and not in_attribute:
                yield token[0], f"{{{default}}}{tag}"
            else:
                yield token
            in_attribute = False
        else:
            yield token
            in_attribute = mark == "@"


def _is_wildcard(tag):
    return tag[:3] == "{*}" or tag[-2:] == "}*"


def _matcher(tag):
    "Whether an element's tag fits one with a star."
    if tag == "{*}*":
        return lambda found: isinstance(found, str)
    if tag == "{}*":
        return lambda found: isinstance(found, str) and found[:1] != "{"
    if tag[:3] == "{*}":
        name, suffix = tag[3:], tag[2:]
        return lambda found: found == name or isinstance(found, str) and found[:1] == "{" and found.endswith(suffix)
    if tag[-2:] == "}*":
        prefix = tag[:-1]
        return lambda found: isinstance(found, str) and found.startswith(prefix)
    raise RuntimeError(f"internal parser error, got {tag}")


def _children(next, token):
    tag = token[1]
    if _is_wildcard(tag):
        fits = _matcher(tag)

        def select(context, result):
            for element in result:
                for child in element:
                    if fits(child.tag):
                        yield child
        return select
    if tag[:2] == "{}":
        tag = tag[2:]

    def select(context, result):
        for element in result:
            for child in element:
                if child.tag == tag:
                    yield child
    return select


def _star(next, token):
    def select(context, result):
        for element in result:
            yield from element
    return select


def _self(next, token):
    def select(context, result):
        yield from result
    return select


def _descendants(next, token):
    try:
        token = next()
    except StopIteration:
        return None
    if token[0] == "*":
        tag = "*"
    elif not token[0]:
        tag = token[1]
    else:
        raise SyntaxError("invalid descendant")
    if _is_wildcard(tag) and tag != "*":
        fits = _matcher(tag)

        def select(context, result):
            for element in result:
                for found in element.iter():
                    if found is not element and fits(found.tag):
                        yield found
        return select
    if tag[:2] == "{}":
        tag = tag[2:]

    def select(context, result):
        for element in result:
            for found in element.iter(tag):
                if found is not element:
                    yield found
    return select


def _parents(context):
    if context.parents is None:
        context.parents = {}
        for parent in context.root.iter():
            for child in parent:
                context.parents[child] = parent
    return context.parents


def _parent(next, token):
    def select(context, result):
        parents = _parents(context)
        seen = {}
        for element in result:
            if element in parents:
                parent = parents[element]
                if parent not in seen:
                    seen[parent] = None
                    yield parent
    return select


def _predicate(next, token):
    signature, values = [], []
    while True:
        try:
            token = next()
        except StopIteration:
            return None
        if token[0] == "]":
            break
        if token == ("", ""):
            continue  # white space
        if token[0] and token[0][:1] in "'\"":
            token = "'", token[0][1:-1]
        signature.append(token[0] or "-")
        values.append(token[1])
    signature = "".join(signature)
    if signature == "@-":
        key = values[1]
        return lambda context, result: (element for element in result if element.get(key) is not None)
    if signature in ("@-='", "@-!='"):
        key, value = values[1], values[-1]
        if "!=" in signature:
            return lambda context, result: (element for element in result if (found := element.get(key)) is not None and found != value)
        return lambda context, result: (element for element in result if element.get(key) == value)
    if signature == "-" and not re.match(r"\-?\d+$", values[0]):
        tag = values[0]
        return lambda context, result: (element for element in result if element.find(tag) is not None)
    if signature in (".='", ".!='", "-='", "-!='") and not (signature[0] == "-" and re.match(r"\-?\d+$", values[0])):
        return _by_text(values[0], values[-1], "!=" in signature)
    if signature in ("-", "-()", "-()-"):
        return _by_position(signature, values)
    raise SyntaxError("invalid predicate")


def _by_text(tag, value, negative):
    def select(context, result):
        for element in result:
            if tag:
                if any(("".join(found.itertext()) == value) != negative for found in element.findall(tag)):
                    yield element
            elif ("".join(element.itertext()) == value) != negative:
                yield element
    return select


def _by_position(signature, values):
    if signature == "-":
        index = int(values[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
    else:
        if values[0] != "last":
            raise SyntaxError("unsupported function")
        if signature == "-()-":
            try:
                index = int(values[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression")
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")
        else:
            index = -1

    def select(context, result):
        parents = _parents(context)
        for element in result:
            try:
                if list(parents[element].findall(element.tag))[index] is element:
                    yield element
            except (IndexError, KeyError):
                pass
    return select


_operations = {"": _children, "*": _star, ".": _self, "..": _parent, "//": _descendants, "[": _predicate}


class _Context:
    def __init__(self, root):
        self.root = root
        self.parents = None


_cache = {}


def iterfind(elem, path, namespaces=None):
    """The elements that a path leads to."""
    if path[-1:] == "/":
        path = path + "*"
    key = (path, None if namespaces is None else tuple(sorted(namespaces.items(), key=lambda item: (item[0] is not None, item))))
    selectors = _cache.get(key)
    if selectors is None:
        if len(_cache) > 100:
            _cache.clear()
        if path[:1] == "/":
            raise SyntaxError("cannot use absolute path on element")
        if namespaces and None in namespaces and "" not in namespaces:
            namespaces = {**namespaces, "": namespaces[None]}
        next = iter(xpath_tokenizer(path, namespaces)).__next__
        try:
            token = next()
        except StopIteration:
            return
        selectors = []
        while True:
            try:
                selector = _operations[token[0]](next, token)
            except (StopIteration, KeyError):
                raise SyntaxError("invalid path") from None
            selectors.append(selector)
            try:
                token = next()
                if token[0] == "/":
                    token = next()
            except StopIteration:
                break
        _cache[key] = selectors
    result = [elem]
    context = _Context(elem)
    for selector in selectors:
        result = selector(context, result)
    yield from result


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    for found in iterfind(elem, path, namespaces):
        return found.text if found.text is not None else ""
    return default
