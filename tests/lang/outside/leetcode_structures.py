# python3.12
"""LeetCode-like data structures with magic methods and unittest."""
import random
import unittest
from collections.abc import MutableSequence, MutableMapping, Set


class ListNode:
    __slots__ = "val", "next"

    def __init__(self, val=0, next=None):
        self.val = val
        self.next = next

    @classmethod
    def of(cls, *vals):
        head = tail = cls()
        for v in vals:
            tail.next = tail = cls(v)
        return head.next

    def __iter__(self):
        n = self
        while n:
            yield n.val
            n = n.next

    def __repr__(self):
        return "->".join(map(str, self))


# note the order of targets above: tail.next is set on the old tail first? (left to right)
class Solution:
    def reverseList(self, head):
        prev = None
        while head:
            head.next, prev, head = prev, head, head.next
        return prev

    def mergeTwo(self, a, b):
        dummy = cur = ListNode()
        while a and b:
            if a.val <= b.val:
                cur.next, a = a, a.next
            else:
                cur.next, b = b, b.next
            cur = cur.next
        cur.next = a or b
        return dummy.next

    def middle(self, head):
        slow = fast = head
        while fast and fast.next:
            slow, fast = slow.next, fast.next.next
        return slow.val

    def addTwo(self, a, b):
        carry, out = 0, []
        while a or b or carry:
            carry, digit = divmod((a.val if a else 0) + (b.val if b else 0) + carry, 10)
            out.append(digit)
            a, b = a and a.next, b and b.next
        return ListNode.of(*out)

    def lengthOfLongestSubstring(self, s: str) -> int:
        last, start, best = {}, 0, 0
        for i, ch in enumerate(s):
            if last.get(ch, -1) >= start:
                start = last[ch] + 1
            last[ch] = i
            best = max(best, i - start + 1)
        return best

    def trap(self, height: list[int]) -> int:
        l, r = 0, len(height) - 1
        lm = rm = total = 0
        while l < r:
            lm, rm = max(lm, height[l]), max(rm, height[r])
            if lm < rm:
                total += lm - height[l]; l += 1
            else:
                total += rm - height[r]; r -= 1
        return total

    def isMatch(self, s: str, p: str) -> bool:
        dp = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
        dp[-1][-1] = True
        for i in range(len(s), -1, -1):
            for j in range(len(p) - 1, -1, -1):
                first = i < len(s) and p[j] in (s[i], ".")
                if j + 1 < len(p) and p[j + 1] == "*":
                    dp[i][j] = dp[i][j + 2] or first and dp[i + 1][j]
                else:
                    dp[i][j] = first and dp[i + 1][j + 1]
        return dp[0][0]


class LRUCache(MutableMapping):
    def __init__(self, capacity):
        self._d, self.capacity = {}, capacity

    def __getitem__(self, k):
        v = self._d.pop(k)
        self._d[k] = v
        return v

    def __setitem__(self, k, v):
        self._d.pop(k, None)
        self._d[k] = v
        if len(self._d) > self.capacity:
            del self._d[next(iter(self._d))]

    def __delitem__(self, k): del self._d[k]
    def __iter__(self): return iter(self._d)
    def __len__(self): return len(self._d)


class Ring(MutableSequence):
    def __init__(self, it=()): self.data = list(it)
    def _at(self, i): return i % len(self.data) if self.data else 0

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(self.data[j % len(self.data)] for j in range(i.start or 0, i.stop, i.step or 1))
        return self.data[self._at(i)]

    def __setitem__(self, i, v): self.data[self._at(i)] = v
    def __delitem__(self, i): del self.data[self._at(i)]
    def __len__(self): return len(self.data)
    def insert(self, i, v): self.data.insert(i, v)
    def __eq__(self, o): return self.data == list(o) if hasattr(o, "__iter__") else NotImplemented
    def __iter__(self): return iter(self.data)


class Bits(Set):
    def __init__(self, it=()):
        self.n = 0
        for x in it:
            self.n |= 1 << x

    def __contains__(self, x): return bool(self.n >> x & 1)
    def __iter__(self):
        n, i = self.n, 0
        while n:
            if n & 1: yield i
            n >>= 1; i += 1
    def __len__(self): return self.n.bit_count()


class Tests(unittest.TestCase):
    def setUp(self): self.s = Solution()

    def test_reverse(self):
        self.assertEqual(list(self.s.reverseList(ListNode.of(1, 2, 3))), [3, 2, 1])
        self.assertIsNone(self.s.reverseList(None))

    def test_merge(self):
        rng = random.Random(5)
        for _ in range(20):
            a, b = (sorted(rng.choices(range(30), k=rng.randrange(8))) for _ in "ab")
            with self.subTest(a=a, b=b):
                m = self.s.mergeTwo(ListNode.of(*a), ListNode.of(*b))
                self.assertListEqual(list(m or ()), sorted(a + b))

    def test_numbers(self):
        for x, y in [(342, 465), (0, 0), (999, 1)]:
            mk = lambda n: ListNode.of(*map(int, reversed(str(n))))
            self.assertEqual(int(repr(self.s.addTwo(mk(x), mk(y))).replace("->", "")[::-1]), x + y)

    def test_strings(self):
        for s, n in {"abcabcbb": 3, "bbbbb": 1, "pwwkew": 3, "": 0}.items():
            self.assertEqual(self.s.lengthOfLongestSubstring(s), n)
        self.assertTrue(self.s.isMatch("aab", "c*a*b"))
        self.assertFalse(self.s.isMatch("mississippi", "mis*is*p*."))
        self.assertEqual(self.s.trap([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1]), 6)

    def test_lru(self):
        c = LRUCache(2)
        c[1] = "a"; c[2] = "b"; c[1]; c[3] = "c"
        self.assertEqual(dict(c), {1: "a", 3: "c"})
        self.assertNotIn(2, c)
        self.assertEqual(c.pop(1), "a")
        self.assertEqual(c.setdefault(9, []), [])
        with self.assertRaises(KeyError) as cm:
            c.pop(77)
        self.assertEqual(cm.exception.args, (77,))
        c.update({5: 5}, x=1)
        self.assertEqual(list(c.items()), [(5, 5), ("x", 1)])

    def test_ring(self):
        r = Ring("abc")
        self.assertEqual(r[4], "b"); self.assertEqual(r[-4], "c")
        self.assertEqual(r[1:6], list("bcabc"))
        r += "de"; r.reverse(); self.assertEqual("".join(r), "edcba")
        self.assertEqual((r.index("c"), r.count("z"), r.pop()), (2, 0, "a"))
        r.remove("d"); self.assertEqual(list(reversed(r)), ["b", "c", "e"])
        self.assertNotEqual(r, 5)

    def test_bits(self):
        a, b = Bits([1, 3, 5]), Bits([3, 4])
        self.assertEqual(sorted(a & b), [3]); self.assertEqual(sorted(a | b), [1, 3, 4, 5])
        self.assertEqual(sorted(a ^ b), [1, 4, 5]); self.assertEqual(sorted(a - b), [1, 5])
        self.assertTrue(Bits([3]) < a); self.assertFalse(a.isdisjoint(b)); self.assertEqual(a, {1, 3, 5})

    def test_fails(self):
        self.assertEqual([1, 2, {"a": [1, 2]}], [1, 2, {"a": [1, 3]}], "on purpose")

    @unittest.expectedFailure
    def test_expected(self): self.assertAlmostEqual(1.0, 1.1)


    def test_error(self):
        self.fail('here')


if __name__ == "__main__":
    import sys
    class Fixed(unittest.TextTestRunner):
        def run(self, test):
            result = super().run(test)
            return result
    import re, io
    buf = io.StringIO()
    res = unittest.TextTestRunner(buf, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
    print(re.sub(r'File "[<][^\n]*\n(    .*\n)?', '', re.sub(r"in \d+\.\d+s", "in Xs", buf.getvalue())))
    sys.exit(not res.wasSuccessful())
