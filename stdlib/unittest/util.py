"""What several modules of unittest need: shortened reprs, names of classes, differences of collections."""
from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(text, begin, end):
    left_out = len(text) - begin - end
    if left_out <= _PLACEHOLDER_LEN:
        return text
    return f"{text[:begin]}[{left_out} chars]{text[len(text) - end:]}"


def _common_shorten_repr(*args):
    """The reprs, with the middle of what they begin with in common left out when they are long, so that the difference shows."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = commonprefix(texts)
    size = len(prefix)
    room = _MAX_LENGTH - (longest - size + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple(prefix + text[size:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[size:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def safe_repr(obj, short=False):
    """repr(obj), or object's own one when that fails."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        text = text[:_MAX_LENGTH] + " [truncated]..."
    return text


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def sorted_list_difference(expected, actual):
    """(missing, unexpected) of two sorted sequences; duplicates count once."""
    missing, unexpected = [], []
    i = j = 0
    while i < len(expected) and j < len(actual):
        left, right = expected[i], actual[j]
        if left < right:
            missing.append(left)
        elif left > right:
            unexpected.append(right)
        if not left > right:
            while i < len(expected) and expected[i] == left:
                i += 1
        if not left < right:
            while j < len(actual) and actual[j] == right:
                j += 1
    missing.extend(expected[i:])
    unexpected.extend(actual[j:])
    return missing, unexpected


def unorderable_list_difference(expected, actual):
    """(missing, unexpected) of two lists that need not be sortable. Both are emptied."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    return (x > y) - (x < y)


_Mismatch = namedtuple("Mismatch", "actual expected value")


def _count_diff_all_purpose(actual, expected):
    """The elements that are not as often in one as in the other, by == alone."""
    left, right = list(actual), list(expected)
    found = []
    absent = object()  # stands for what has been counted
    for here, there, turn in ((left, right, 0), (right, left, 1)):
        for i, value in enumerate(here):
            if value is absent:
                continue
            counts = [0, 0]
            for which, items in ((turn, here), (1 - turn, there)):
                for j in range(i if items is here else 0, len(items)):
                    if items[j] is not absent and items[j] == value:
                        counts[which] += 1
                        items[j] = absent
            if counts[0] != counts[1]:
                found.append(_Mismatch(counts[0], counts[1], value))
    return found


def _count_diff_hashable(actual, expected):
    """The same for elements that can be hashed."""
    left, right = Counter(actual), Counter(expected)
    found = [_Mismatch(count, right.get(value, 0), value) for value, count in left.items() if count != right.get(value, 0)]
    found += [_Mismatch(0, count, value) for value, count in right.items() if value not in left]
    return found
