"""Random variables (library reference, "random"): the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), giving CPython's sequences.

The generator and the choice of an integer below a limit are native (_random). What stands here makes the rest from two methods, random() and
_randbelow(), which a subclass may bring itself; how many times it calls them and what it computes of them is fixed, as seeded programs print it.
"""
from math import acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, fabs as _fabs, floor as _floor, lgamma as _lgamma, log as _log
from math import log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt, e as _e, isfinite as _isfinite
from _operator import index as _index
import _random

__all__ = """Random SystemRandom betavariate binomialvariate choice choices expovariate gammavariate gauss getrandbits getstate lognormvariate
    normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate weibullvariate""".split()

BPF = 53  # bits of a float
RECIP_BPF = 2.0 ** -BPF
TWOPI = _pi * 2.0
LOG4 = _log(4.0)
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
SG_MAGICCONST = 1.0 + _log(4.5)
_SEEDS = (type(None), int, float, str, bytes, bytearray)


def _seed_of_text(text):
    # Version 2: the bytes and their SHA-512, as one number.
    from _hashlib import sha512
    data = text.encode() if isinstance(text, str) else text
    return int.from_bytes(data + sha512(data).digest())


def _old_seed_of_text(text):
    # Version 1: what the hash of a str once was.
    codes = list(text if isinstance(text, bytes) else map(ord, text))
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = (number * 1000003 ^ code) & (1 << 64) - 1
    number ^= len(codes)
    return -2 if number == -1 else number


class Random(_random.Random):
    """A generator of random numbers with a state of its own."""

    VERSION = 3  # of the states that getstate() returns

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        # Integers come from the method that the most derived class brings: _randbelow, getrandbits or random.
        choices = {"_randbelow": None, "getrandbits": "_randbelow_with_getrandbits", "random": "_randbelow_without_getrandbits"}
        for base in cls.__mro__:
            given = next((name for name in choices if name in vars(base)), None)
            if given:
                if choices[given]:
                    cls._randbelow = getattr(cls, choices[given])
                return

    # ---- state

    def seed(self, a=None, version=2):
        """Starts the sequence that belongs to a number, a text or bytes; without one, a sequence that nobody knows."""
        if version == 2 and isinstance(a, (str, bytes, bytearray)):
            a = _seed_of_text(a)
        elif version == 1 and isinstance(a, (str, bytes)):
            a = _old_seed_of_text(a)
        elif not isinstance(a, _SEEDS):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """The state, for setstate()."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes back to a state that getstate() returned."""
        version = state[0]
        if version not in (2, 3):
            raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
        _, words, self.gauss_next = state
        if version == 2:  # its words were signed
            try:
                words = tuple([word % (1 << 32) for word in words])
            except ValueError as e:
                raise TypeError from e
        super().setstate(words)

    __getstate__ = lambda self: self.getstate()
    __setstate__ = lambda self, state: self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # ---- integers

    def _randbelow_with_getrandbits(self, n):
        # 0 <= x < n: bits enough for n, until they are below it.
        bits = n.bit_length()
        while (drawn := self.getrandbits(bits)) >= n:
            pass
        return drawn

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        # 0 <= x < n from random(): those of its values are drawn anew that would make some x likelier than others.
        if n < maxsize:
            fair = (maxsize - maxsize % n) / maxsize
            while (drawn := self.random()) >= fair:
                pass
            return _floor(drawn * maxsize) % n
        from warnings import warn
        warn("Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n"
             "To remove the range limitation, add a getrandbits() method.")
        return _floor(self.random() * n)

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        """A random member of range(stop) or range(start, stop, step)."""
        first = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if first <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(first)
        last, by = _index(stop), _index(step)
        if by == 1:
            if first >= last:
                raise ValueError(f"empty range in randrange({start}, {stop})")
            return first + self._randbelow(last - first)
        if not by:
            raise ValueError("zero step for randrange()")
        size = -((first - last) // by)
        if size <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + by * self._randbelow(size)

    def randint(self, a, b):
        """A random integer from a to b, both among them."""
        return self.randrange(a, b + 1)

    # ---- sequences

    def choice(self, seq):
        """A random item of a sequence."""
        size = len(seq)
        if size == 0:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(size)]

    def shuffle(self, x):
        """Puts the items of a list into random order, in place."""
        below = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in random order; `counts` says how often each item is meant to be there."""
        if not isinstance(population, (list, tuple, range, str)):
            from _collections_abc import Sequence
            if not isinstance(population, Sequence):
                raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            return self._counted_sample(population, k, counts)
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        # Either a copy of the population is used up, or the places already taken are remembered: what takes less room.
        room = 21 if k <= 5 else 21 + 4 ** _ceil(_log(3 * k, 4))
        if size > room:
            return [population[place] for place in self._different_places(size, k)]
        below, left = self._randbelow, list(population)
        for last in range(size - 1, size - 1 - k, -1):  # those chosen gather at the end, the first one last
            place = below(last + 1)
            left[place], left[last] = left[last], left[place]
        return left[:size - k - 1:-1] if k < size else left[::-1]

    def _different_places(self, size, k):
        below, taken, places = self._randbelow, set(), []
        while k:
            place = below(size)
            if place not in taken:
                taken.add(place)
                places.append(place)
                k -= 1
        return places

    def _counted_sample(self, population, k, counts):
        from bisect import bisect
        from itertools import accumulate
        ends = list(accumulate(counts))
        if len(ends) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = ends.pop() if ends else 0
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total < 0:
            raise ValueError("Counts must be non-negative")
        return [population[bisect(ends, place)] for place in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k random items, of which each may come again and again; weights make some likelier."""
        random, size = self.random, len(population)
        if weights is None and cum_weights is None:
            times = float(size)
            return [population[_floor(random() * times)] for _ in range(k)]
        if cum_weights is None:
            cum_weights = _running_totals(weights)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if size != len(cum_weights):
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0  # a float, of a Fraction too
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        from bisect import bisect
        last = size - 1
        return [population[bisect(cum_weights, random() * total, 0, last)] for _ in range(k)]

    # ---- distributions
    #
    # u, v: uniform between 0 and 1; z: of the standard distribution, that is then moved and stretched.

    def uniform(self, a, b):
        """Between a and b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Between low and high, likeliest at the mode (by default the middle)."""
        u = self.random()
        if mode is None:
            share = 0.5
        else:
            try:
                share = (mode - low) / (high - low)
            except ZeroDivisionError:
                return low
        if u <= share:
            return low + (high - low) * _sqrt(u * share)
        return high + (low - high) * _sqrt((1.0 - u) * (1.0 - share))

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal, with mean mu and standard deviation sigma (ratio of uniforms: Kinderman and Monahan 1977)."""
        random = self.random
        while True:
            across, along = random() - 0.5, 1.0 - random()
            z = NV_MAGICCONST * across / along
            if z * z <= -4.0 * _log(along):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normal, faster: two at a time, of which one is kept for the next call (Box and Muller 1958)."""
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z, self.gauss_next = _cos(angle) * radius, _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """With a logarithm that is normal with mean mu and standard deviation sigma."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponential, with mean 1 / lambd."""
        return -_log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        """Pareto, with shape alpha."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull, with scale alpha and shape beta."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        """An angle around mu, the nearer the greater kappa (von Mises; Best and Fisher 1979)."""
        random = self.random
        if kappa <= 1e-6:
            return random() * TWOPI
        half = 0.5 / kappa
        envelope = half + _sqrt(half * half + 1.0)
        while True:
            z = _cos(_pi * random())
            d = z / (envelope + z)
            v = random()
            if v < 1.0 - d * d or v <= (1.0 - d) * _exp(d):
                break
        inverse = 1.0 / envelope
        angle = _acos((inverse + z) / (1.0 + inverse * z))
        return (mu + angle if random() > 0.5 else mu - angle) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma, with shape alpha and scale beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        z = self._gamma_above_one(alpha) if alpha > 1.0 else self._gamma_below_one(alpha) if alpha < 1.0 else self.expovariate()
        return z * beta

    def _gamma_above_one(self, alpha):
        # Cheng 1977, "The generation of Gamma variables with non-integral shape parameter".
        random = self.random
        spread = _sqrt(2.0 * alpha - 1.0)
        base, slope = alpha - LOG4, alpha + spread
        while True:
            u = random()
            if u <= 1e-7 or u >= 0.9999999:
                continue
            odds = _log(u / (1.0 - u)) / spread
            w = u * u * (1.0 - random())
            z = alpha * _exp(odds)
            margin = base + slope * odds - z
            if margin + SG_MAGICCONST - 4.5 * w >= 0.0 or margin >= _log(w):
                return z

    def _gamma_below_one(self, alpha):
        # Ahrens and Dieter 1974, "Computer methods for sampling from gamma, beta, Poisson and binomial distributions": GS.
        random = self.random
        whole = (_e + alpha) / _e
        while True:
            part = whole * random()
            if part > 1.0:
                z = -_log((whole - part) / alpha)
                limit = z ** (alpha - 1.0)
            else:
                z = part ** (1.0 / alpha)
                limit = _exp(-z)
            if random() <= limit:
                return z

    def betavariate(self, alpha, beta):
        """Beta, between 0 and 1."""
        share = self.gammavariate(alpha, 1.0)
        return share / (share + self.gammavariate(beta, 1.0)) if share else 0.0

    def binomialvariate(self, n=1, p=0.5):
        """How many of n tries succeed, when each does with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0 or p == 1.0:
                return n if p else 0
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:  # count the failures
            return n - self.binomialvariate(n, 1.0 - p)
        return self._binomial_by_gaps(n, p) if n * p < 10.0 else self._binomial_by_rejection(n, p)

    def _binomial_by_gaps(self, n, p):
        # Devroye 1986, "Non-uniform random variate generation": the numbers of failures between successes are geometric.
        scale = _log2(1.0 - p)
        count = 0
        if scale:
            tried = _floor(_log2(self.random()) / scale) + 1
            while tried <= n:
                count += 1
                tried += _floor(_log2(self.random()) / scale) + 1
        return count

    def _binomial_by_rejection(self, n, p):
        # Hormann 1993, "The generation of binomial random variates": BTRS.
        random, mean = self.random, n * p
        deviation = _sqrt(mean * (1.0 - p))
        b = 1.15 + 2.53 * deviation
        a = 0.0248 * b - 0.0873 + 0.01 * p
        inner = 0.92 - 4.2 / b
        spread = None  # computed when it is needed: most pass the first test
        while True:
            u = random() - 0.5
            edge = 0.5 - _fabs(u)
            k = _floor((2.0 * a / edge + b) * u + (mean + 0.5))
            if not 0 <= k <= n:
                continue
            v = random()
            if v <= inner and edge >= 0.07:
                return k
            if spread is None:
                spread = (2.83 + 5.1 / b) * deviation
                odds = _log(p / (1.0 - p))
                mode = _floor((n + 1) * p)
                top = _lgamma(mode + 1) + _lgamma(n - mode + 1)
            # how likely k successes are, next to the likeliest number
            likelihood = top - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds
            if _log(v * (spread / (a / (edge * edge) + b))) <= likelihood:
                return k


def _running_totals(weights):
    from itertools import accumulate
    try:
        return list(accumulate(weights))
    except TypeError:
        if isinstance(weights, int):
            raise TypeError(f"The number of choices must be a keyword argument: k={weights}") from None
        raise


class SystemRandom(Random):
    """A generator that takes its bits from the operating system. It has no state."""

    def getrandbits(self, k):
        """A number of k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        size = -(-k // 8)
        return int.from_bytes(self.randbytes(size)) >> 8 * size - k

    def random(self):
        """Between 0 (which may come) and 1 (which doesn't)."""
        return (self.getrandbits(56) >> 56 - BPF) * RECIP_BPF

    def randbytes(self, n):
        """n random bytes."""
        from os import urandom
        return urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing."""

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _notimplemented


# The functions of the module are the methods of one generator.
_inst = Random()
globals().update((name, getattr(_inst, name)) for name in __all__[2:])
