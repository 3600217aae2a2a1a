"""The assertions of TestCase."""
import collections

from . import _expect
from .util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."

# What assertEqual calls for two values of one type: names of methods, so that subclasses may override them.
_METHODS_BY_TYPE = {
    dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual", frozenset: "assertSetEqual",
    str: "assertMultiLineEqual",
}


def _compiled(pattern):
    import re
    return re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern


def _diff(left, right, pretty=False):
    """A difference of lines to be put under a message."""
    import difflib
    if pretty:
        import pprint
        lines = difflib.ndiff(pprint.pformat(left).splitlines(), pprint.pformat(right).splitlines())
        return "\n" + "\n".join(lines)
    return "\n" + "".join(difflib.ndiff(left.splitlines(True), right.splitlines(True)))


class Assertions:
    """Methods that raise `failureException` when what they say does not hold. Each takes a message of one's own, `msg`."""

    failureException = AssertionError
    longMessage = True  # a message of one's own follows the standard one; false: stands in its place
    maxDiff = 640  # longer differences are left out
    _diffThreshold = 2 ** 16  # longer texts are not compared line by line

    def addTypeEqualityFunc(self, typeobj, function):
        """assertEqual shall call this function for two values of exactly this type."""
        self._equal_by_type = {**self._equal_by_type, typeobj: function}

    _equal_by_type = _METHODS_BY_TYPE

    # ---- messages ----

    def fail(self, msg=None):
        """Fails, whatever holds."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        """The message of a failure: of one's own, standard, or both."""
        if self.longMessage:
            return standardMsg if msg is None else f"{standardMsg} : {msg}"
        return msg or standardMsg

    def _reject(self, msg, template, *values):
        """Fails with the template filled with the values' reprs."""
        raise self.failureException(self._formatMessage(msg, template.format(*map(safe_repr, values))))

    def _reject_with_diff(self, msg, text, diff):
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def _truncateMessage(self, message, diff):
        fits = self.maxDiff is None or len(diff) <= self.maxDiff
        return message + (diff if fits else DIFF_OMITTED % len(diff))

    # ---- truth, identity, type ----

    def assertTrue(self, expr, msg=None):
        """It is true."""
        if expr:
            return
        self._reject(msg, "{} is not true", expr)

    def assertFalse(self, expr, msg=None):
        """It is false."""
        if expr:
            self._reject(msg, "{} is not false", expr)

    def assertIs(self, expr1, expr2, msg=None):
        """They are the same object."""
        if expr1 is expr2:
            return
        self._reject(msg, "{} is not {}", expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        """They are not the same object."""
        if expr1 is expr2:
            self._reject(msg, "unexpectedly identical: {}", expr1)

    def assertIsNone(self, obj, msg=None):
        """It is None."""
        if obj is None:
            return
        self._reject(msg, "{} is not None", obj)

    def assertIsNotNone(self, obj, msg=None):
        """It is not None."""
        if obj is None:
            self._reject(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        """It is an instance of the class, or of one of a tuple or union."""
        if isinstance(obj, cls):
            return
        self._reject(msg, "{} is not an instance of {}", obj, cls)

    def assertNotIsInstance(self, obj, cls, msg=None):
        """It is no instance of it."""
        if isinstance(obj, cls):
            self._reject(msg, "{} is an instance of {}", obj, cls)

    def assertIn(self, member, container, msg=None):
        """`member in container`"""
        if member in container:
            return
        self._reject(msg, "{} not found in {}", member, container)

    def assertNotIn(self, member, container, msg=None):
        """`member not in container`"""
        if member in container:
            self._reject(msg, "{} unexpectedly found in {}", member, container)

    # ---- order ----

    def assertLess(self, a, b, msg=None):
        """`a < b`"""
        if a < b:
            return
        self._reject(msg, "{} not less than {}", a, b)

    def assertLessEqual(self, a, b, msg=None):
        """`a <= b`"""
        if a <= b:
            return
        self._reject(msg, "{} not less than or equal to {}", a, b)

    def assertGreater(self, a, b, msg=None):
        """`a > b`"""
        if a > b:
            return
        self._reject(msg, "{} not greater than {}", a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        """`a >= b`"""
        if a >= b:
            return
        self._reject(msg, "{} not greater than or equal to {}", a, b)

    # ---- equality ----

    def assertEqual(self, first, second, msg=None):
        """`first == second`, by the method for their type if they have the same."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def _getAssertEqualityFunc(self, first, second):
        kind = type(first)
        by_type = self._equal_by_type.get(kind) if kind is type(second) else None
        if by_type is None:
            return self._baseAssertEqual
        return by_type if not isinstance(by_type, str) else getattr(self, by_type)

    def _baseAssertEqual(self, first, second, msg=None):
        if first == second:
            return
        raise self.failureException(self._formatMessage(msg, "%s != %s" % _common_shorten_repr(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        """`first != second`"""
        if first != second:
            return
        self._reject(msg, "{} == {}", first, second)

    def _nearness(self, first, second, places, delta):
        """(whether they are near enough, how far apart they are, and how near they should be)"""
        if delta is None:
            apart = abs(first - second)
            places = 7 if places is None else places
            return round(apart, places) == 0, apart, f"{places!r} places"
        if places is not None:
            raise TypeError("specify delta or places not both")
        apart = abs(first - second)
        return apart <= delta, apart, safe_repr(delta) + " delta"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They differ by no more than `delta`, or by 0 when that is rounded to so many decimal places (7, if none are given)."""
        if first == second:
            return
        near, apart, limit = self._nearness(first, second, places, delta)
        if not near:
            text = f"{safe_repr(first)} != {safe_repr(second)} within {limit} ({safe_repr(apart)} difference)"
            raise self.failureException(self._formatMessage(msg, text))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They are not as near as that."""
        near, apart, limit = self._nearness(first, second, places, delta)
        if near or first == second:
            text = f"{safe_repr(first)} == {safe_repr(second)} within {limit}"
            raise self.failureException(self._formatMessage(msg, text if delta is None else f"{text} ({safe_repr(apart)} difference)"))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """They are equal item by item, and of this type if one is given; else a list may equal a tuple."""
        both = (("First", seq1), ("Second", seq2))
        name = "sequence" if seq_type is None else seq_type.__name__
        for which, sequence in both:
            if seq_type is not None and not isinstance(sequence, seq_type):
                raise self.failureException(f"{which} sequence is not a {name}: {safe_repr(sequence)}")
        lengths, text = [], None
        for which, sequence in both:
            try:
                lengths.append(len(sequence))
            except (TypeError, NotImplementedError):
                text = f"{which} {name} has no length.    Non-sequence?"
                break
        if text is None:
            text = None if seq1 == seq2 else _sequence_difference(seq1, seq2, lengths, name, seq_type)
            if text is None:
                return
        self._reject_with_diff(msg, text, _diff(seq1, seq2, pretty=True))

    def assertListEqual(self, list1, list2, msg=None):
        """They are lists, and equal."""
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """They are tuples, and equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """They have the same elements; anything that has a method `difference` will do."""
        lines = []
        extra = {}
        for which, one, other in ("first", set1, set2), ("second", set2, set1):
            try:
                extra[which] = one.difference(other)
            except AttributeError as error:
                self.fail(f"{which} argument does not support set difference: {error}")
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
        for (which, items), other in zip(extra.items(), ("second", "first")):
            if items:
                lines += [f"Items in the {which} set but not the {other}:", *map(repr, items)]
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        """They are dicts, and equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 == d2:
            return
        self._reject_with_diff(msg, "%s != %s" % _common_shorten_repr(d1, d2), _diff(d1, d2, pretty=True))

    def assertCountEqual(self, first, second, msg=None):
        """They have the same elements as often, in any order."""
        left, right = list(first), list(second)
        try:
            same = collections.Counter(left) == collections.Counter(right)
        except TypeError:  # not all can be hashed
            differences = _count_diff_all_purpose(left, right)
        else:
            differences = () if same else _count_diff_hashable(left, right)
        if differences:
            lines = ("First has %d, Second has %d:  %r" % difference for difference in differences)
            self._reject_with_diff(msg, "Element counts were not equal:\n", "\n".join(lines))

    def assertMultiLineEqual(self, first, second, msg=None):
        """They are strings, and equal; what differs is shown by lines."""
        for which, text in ("First", first), ("Second", second):
            self.assertIsInstance(text, str, which + " argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        # A newline is added to texts when one of them lacks it at its end, so that the missing one shows; to one alone when the other is empty.
        end1, end2 = ("" if not text or text.endswith("\n") else "\n" for text in (first, second))
        if first and second and (end1 or end2):
            end1 = end2 = "\n"
        self._reject_with_diff(msg, "%s != %s" % _common_shorten_repr(first, second), _diff(first + end1, second + end2))

    def assertRegex(self, text, expected_regex, msg=None):
        """The pattern is found in the text."""
        assert expected_regex or not isinstance(expected_regex, (str, bytes)), "expected_regex must not be empty."
        pattern = _compiled(expected_regex)
        if pattern.search(text):
            return
        raise self.failureException(self._formatMessage(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """The pattern is not found in the text."""
        pattern = _compiled(unexpected_regex)
        found = pattern.search(text)
        if found:
            self.fail(self._formatMessage(msg, f"Regex matched: {found[0]!r} matches {pattern.pattern!r} in {text!r}"))

    # ---- what happens: exceptions, warnings, logs ----

    def assertRaises(self, expected_exception, *args, **kwargs):
        """The callable raises such an exception when it is called with the arguments. Without one: a context manager that says so of its
        block; `exception` is what was raised."""
        return _expect._AssertRaisesContext(expected_exception, self).begin("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """The same, and the pattern is found in the exception's text."""
        return _expect._AssertRaisesContext(expected_exception, self, expected_regex).begin("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """The callable, or the block, gives such a warning: `warning`, given at `filename` and `lineno`."""
        return _expect._AssertWarnsContext(expected_warning, self).begin("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """The same, and the pattern is found in the warning's text."""
        return _expect._AssertWarnsContext(expected_warning, self, expected_regex).begin("assertWarnsRegex", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _expect._AssertNotWarnsContext(expected_warning, self).begin("_assertNotWarns", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """The block logs something of this level or above to the logger or one below it: `records`, as text `output`."""
        return self._log_context(logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        """The block logs nothing of the kind."""
        return self._log_context(logger, level, True)

    def _log_context(self, *arguments):
        from . import _log
        return _log._AssertLogsContext(self, *arguments)


_NO_ITEM = (TypeError, IndexError, NotImplementedError)


def _sequence_difference(seq1, seq2, lengths, name, seq_type):
    """Says where they differ. None: nowhere but in their types."""
    parts = ["%ss differ: %s != %s\n" % (name.capitalize(), *_common_shorten_repr(seq1, seq2))]
    for i in range(min(lengths)):
        pair = []
        try:
            for sequence in seq1, seq2:
                pair.append(sequence[i])
        except _NO_ITEM:
            parts.append(f"Unable to index element {i} of {'second' if pair else 'first'} {name}\n")
            break
        if pair[0] != pair[1]:
            parts.append(f"First differing element {i}:\n" + "%s\n%s\n" % _common_shorten_repr(*pair))
            break
    else:
        if lengths[0] == lengths[1] and seq_type is None and type(seq1) is not type(seq2):
            return None
    if lengths[0] != lengths[1]:
        which, longer = ("First", seq1) if lengths[0] > lengths[1] else ("Second", seq2)
        at = min(lengths)
        extra = f"{which} {name} contains {max(lengths) - at} additional elements.\n"
        try:
            extra += f"First extra element {at}:\n{safe_repr(longer[at])}\n"
        except _NO_ITEM:
            extra += f"Unable to index element {at} of {which.lower()} {name}\n"
        parts.append(extra)
    return "\n".join(parts)
