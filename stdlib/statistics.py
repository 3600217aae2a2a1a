"""Statistics of numeric data (library reference, "statistics").

Means and variances are exact: numbers are added up as fractions, integers for each denominator that occurs, and rounded once at the end, to the
type that all of them have in common. What is defined for floats only (fmean() and the functions of two variables) adds with fsum() and sumprod().
"""
import operator
import sys
from bisect import bisect_left, bisect_right
from fractions import Fraction
from math import erf, exp, fabs, fsum, hypot, isqrt, log, sqrt, sumprod, tau

__all__ = """NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean linear_regression mean median median_grouped
    median_high median_low mode multimode pstdev pvariance quantiles stdev variance""".split()


class StatisticsError(ValueError):
    """There is not enough data, or it doesn't fit."""


def __getattr__(name):
    # The class of linear_regression()'s results; made when somebody asks for it.
    if name != "LinearRegression":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from collections import namedtuple
    made = globals()[name] = namedtuple(name, "slope intercept", module=__name__)
    return made


# ---- exact sums

def _exact_ratio(x):
    """(numerator, denominator); (x, None) if it is infinite or no number."""
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None
    except AttributeError:
        pass
    if hasattr(x, "numerator") and hasattr(x, "denominator"):
        return x.numerator, x.denominator
    raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


_GIVES_WAY = (  # when numbers of the first type are added to those of the second, the sum is of the second type
    lambda one, other: one is int or one is bool,
    lambda one, other: issubclass(other, one),
    lambda one, other: issubclass(one, int),
    lambda one, other: issubclass(one, Fraction) and issubclass(other, float),
)


def _coerce(T, S):
    """The type that sums of T and S are of."""
    if T is S:
        return T
    for gives_way in _GIVES_WAY:
        if gives_way(S, T):
            return T
        if gives_way(T, S):
            return S
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _added(sums, power=1):
    # The Fraction that sums by denominators come to; what is infinite or no number outweighs all the rest.
    if None in sums:
        return sums[None]
    return sum([Fraction(top, bottom ** power) for bottom, top in sums.items()], Fraction(0))


def _sum(data):
    """(type, exact total, count)"""
    kind, count, sums = int, 0, {}
    so_far = sums.get
    for x in data:
        count += 1
        if type(x) is not kind:
            kind = _coerce(kind, type(x))
        try:
            top, bottom = x.as_integer_ratio()
        except (AttributeError, OverflowError, ValueError):
            top, bottom = _exact_ratio(x)
        sums[bottom] = so_far(bottom, 0) + top
    return kind, _added(sums), count


def _sum_and_squares(data):
    """(type, exact total, exact total of the squares, count)"""
    kind, count, sums, squares = int, 0, {}, {}
    for x in data:
        count += 1
        if type(x) is not kind:
            kind = _coerce(kind, type(x))
        try:
            top, bottom = x.as_integer_ratio()
        except (AttributeError, OverflowError, ValueError):
            top, bottom = _exact_ratio(x)
        sums[bottom] = sums.get(bottom, 0) + top
        squares[bottom] = squares.get(bottom, 0) + top * top
    total = _added(sums)
    return kind, total, total if None in sums else _added(squares, 2), count


def _convert(value, T):
    """An exact value as a number of that type."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        return float(value)
    try:
        return T(value)
    except TypeError:
        if not _is_decimal(T):
            raise
    return T(value.numerator) / value.denominator


def _is_decimal(kind):
    # Nobody has a Decimal who hasn't imported the module.
    module = sys.modules.get("decimal")
    return module is not None and issubclass(kind, module.Decimal)


# ---- averages

def _needs(condition, complaint):
    if not condition:
        raise StatisticsError(complaint)


def _listed(data):
    return data if isinstance(data, (list, tuple)) else list(data)


def mean(data):
    """The sum divided by the number of values."""
    kind, total, count = _sum(data)
    _needs(count, "mean requires at least one data point")
    return _convert(total / count, kind)


def fmean(data, weights=None):
    """The mean as a float: faster than mean(). The values may have weights."""
    data = _listed(data)
    if weights is None:
        _needs(data, "fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = _listed(weights)
    try:
        weighted = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    weight = fsum(weights)
    _needs(weight, "sum of weights must be non-zero")
    return weighted / weight


def geometric_mean(data):
    """The number that to the power of the number of values is their product."""
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the reciprocals' mean. The values may have weights."""
    data = list(data)
    _needs(data, "harmonic_mean requires at least one data point")
    if weights is None:
        if len(data) == 1:
            [only] = data
            if not hasattr(only, "as_integer_ratio") and not isinstance(only, (int, float)):
                raise TypeError("unsupported type")
            return _nonnegative(data)[0]
        weight, parts = len(data), (1 / x for x in _nonnegative(data))
    else:
        weights = list(weights)
        _needs(len(weights) == len(data), "Number of weights does not match data size")
        weight, parts = _sum(_nonnegative(weights))[1], (w and w / x for w, x in zip(weights, _nonnegative(data)))
    try:
        kind, total, _ = _sum(parts)
    except ZeroDivisionError:
        return 0
    _needs(not total <= 0, "Weighted sum must be positive")
    return _convert(weight / total, kind)


def _nonnegative(numbers):
    for number in numbers:
        if number < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    return numbers


# ---- places in the sorted data

def _ordered(data):
    """(sorted data, its length)"""
    data = sorted(data)
    _needs(data, "no median for empty data")
    return data, len(data)


def median(data):
    """The middle value; between the two middle ones if their number is even."""
    data, n = _ordered(data)
    upper = data[n // 2]
    return upper if n % 2 else (data[n // 2 - 1] + upper) / 2


def median_low(data):
    """The middle value; the lower one of two."""
    data, n = _ordered(data)
    return data[(n - 1) // 2]


def median_high(data):
    """The middle value; the higher one of two."""
    data, n = _ordered(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    """The median of values each of which stands for all of an interval around it, supposed to be spread evenly there."""
    data, n = _ordered(data)
    middle = data[n // 2]
    below = bisect_left(data, middle)
    inside = bisect_right(data, middle, lo=below) - below
    try:
        width, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return middle - width / 2.0 + width * (n / 2 - below) / inside


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 values that cut the data into n parts of the same probability: 'exclusive' if there may be values outside of the data's range."""
    _needs(not n < 1, "n must be at least 1")
    data = sorted(data)
    size = len(data)
    _needs(size >= 2, "must have at least two data points")
    if method not in ("exclusive", "inclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    # Of the steps between the values, and one before and one after them if that counts, each n-th part is a cut: so far behind a value of the data.
    outside = 1 if method == "exclusive" else 0
    steps = size - 1 + 2 * outside
    cuts = []
    for k in range(1, n):
        at = k * steps // n - outside
        at = 0 if at < 0 else size - 2 if at > size - 2 else at
        behind = k * steps - (at + outside) * n
        cuts.append((data[at] * (n - behind) + data[at + 1] * behind) / n)
    return cuts


# ---- frequencies

def _frequencies(data):
    from collections import Counter
    return Counter(iter(data))


def mode(data):
    """The most frequent value; of several the first one."""
    counts = _frequencies(data)
    _needs(counts, "no mode for empty data")
    return max(counts, key=counts.__getitem__)


def multimode(data):
    """All of the most frequent values, in the order of the data."""
    counts = _frequencies(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


# ---- spread

def _spread(function, data, centre, lost):
    """(exact sum of the squared distances, divided by the number of values without those `lost`; the type; the centre)"""
    if centre is None:
        kind, total, squares, count = _sum_and_squares(data)
        if isinstance(total, Fraction) and count:
            centre, squares = total / count, (count * squares - total * total) / count
        else:
            centre = squares = total
    else:
        kind, squares, count = _sum((x - centre) ** 2 for x in data)
    if count <= lost:
        _needs(False, f"{function} requires at least {'two data points' if lost else 'one data point'}")
    return squares / (count - lost), kind, centre


def variance(data, xbar=None):
    """The variance of what the data is a sample of; xbar is its mean, if that's known."""
    return _convert(*_spread("variance", data, xbar, 1)[:2])


def pvariance(data, mu=None):
    """The variance of data that is the whole population; mu is its mean, if that's known."""
    return _convert(*_spread("pvariance", data, mu, 0)[:2])


def stdev(data, xbar=None):
    """The square root of variance()."""
    return _root(*_spread("stdev", data, xbar, 1)[:2])


def pstdev(data, mu=None):
    """The square root of pvariance()."""
    return _root(*_spread("pstdev", data, mu, 0)[:2])


def _root(square, kind):
    # As a Decimal or a float: the result of nothing else may be a root.
    n, d = square.numerator, square.denominator
    return _decimal_sqrt_of_frac(n, d) if _is_decimal(kind) else _float_sqrt_of_frac(n, d)


def _integer_sqrt_of_frac_rto(n, m):
    """The root of n/m, rounded down; but to an odd number if it isn't exact. So it may be rounded once more, to fewer bits, and the result is right."""
    floor = isqrt(n // m)
    return floor | (floor * floor * m != n)


def _float_sqrt_of_frac(n, m):
    """The root of n/m, correctly rounded: that of an integer with two bits more than floats have."""
    shift = (n.bit_length() - m.bit_length() - 2 * sys.float_info.mant_dig - 3) // 2
    if shift >= 0:
        return float(_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift)
    return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)


def _decimal_sqrt_of_frac(n, m):
    """The root of n/m as a Decimal, correctly rounded."""
    from decimal import Decimal, getcontext
    if n <= 0:
        if not n:
            return Decimal("0.0")
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    if Fraction(root) ** 2 == Fraction(n, m):
        return root
    # An integer with enough digits, and a last one that says that there is more.
    places = getcontext().prec + 2 - root.adjusted()
    top, bottom = (n * 100 ** places, m) if places >= 0 else (n, m * 100 ** -places)
    digits = isqrt(top // bottom) * 10 + 1
    best = +Decimal((0, tuple(map(int, str(digits))), -places - 1))
    return root if root == best else best


# ---- two variables

def _length(what, x, y):
    n = len(x)
    _needs(len(y) == n, f"{what} requires that both inputs have same number of data points")
    _needs(n >= 2, f"{what} requires at least two data points")
    return n


def _centred(values, n):
    """(mean, distances from it)"""
    middle = fsum(values) / n
    return middle, [value - middle for value in values]


def _distances(values, n):
    return _centred(values, n)[1]


def _ranks(values, n):
    # Places in the order, the mean place for equal values; around zero.
    order = sorted(range(n), key=values.__getitem__)
    ranks, first = [0.0] * n, 0
    for end in range(1, n + 1):
        if end == n or values[order[end]] != values[order[first]]:
            rank = (first + end - n) / 2
            for place in order[first:end]:
                ranks[place] = rank
            first = end
    return ranks


def covariance(x, y, /):
    """How two variables vary together, by a sample."""
    n = _length("covariance", x, y)
    return sumprod(_distances(x, n), _distances(y, n)) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    """How near two variables are to a linear function (Pearson), or with method 'ranked' to a monotonic one (Spearman): from -1 to 1."""
    n = _length("correlation", x, y)
    prepared = {"linear": _distances, "ranked": _ranks}.get(method)
    if prepared is None:
        raise ValueError(f"Unknown method: {method!r}")
    x, y = prepared(x, n), prepared(y, n)
    together = sumprod(x, y)
    alone = sqrt(sumprod(x, x) * sumprod(y, y))
    _needs(alone, "at least one of the inputs is constant")
    return together / alone


def linear_regression(x, y, /, *, proportional=False):
    """The slope and intercept of the line that is nearest to the points (least squares); through the origin if it is proportional."""
    n = _length("linear regression", x, y)
    left, base = 0.0, 0.0
    if not proportional:
        left, x = _centred(x, n)
        base, y = _centred(y, n)
    together, width = sumprod(x, y) + 0.0, sumprod(x, x)
    _needs(width, "x is constant")
    slope = together / width
    kind = globals().get("LinearRegression") or __getattr__("LinearRegression")
    return kind(slope, 0.0 if proportional else base - slope * left)


# ---- the normal distribution

_ROOT_OF_TWO = sqrt(2.0)

# Wichura 1988, algorithm AS241: coefficients of the rational functions, highest power first
_CENTRE = ((2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4, 1.3731693765509461125e+4,
            1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
           (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4, 5.3941960214247511077e+3,
            6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_MIDDLE = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0,
            5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
           (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1,
            1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_TAIL = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1,
          1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
         (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2,
          1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _quantile(p):
    """Where the standard normal distribution's integral is p (Wichura's algorithm AS241: three rational functions, near the centre and farther)."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        return _rational(0.180625 - q * q, _CENTRE, q)
    far = sqrt(-log(p if q < 0.0 else 1.0 - p))
    x = _rational(far - 1.6, _MIDDLE) if far <= 5.0 else _rational(far - 5.0, _TAIL)
    return -x if q < 0.0 else x


def _rational(r, coefficients, factor=1.0):
    above = below = 0.0
    for coefficient in coefficients[0]:
        above = above * r + coefficient
    for coefficient in coefficients[1]:
        below = below * r + coefficient
    return above * factor / below


class NormalDist:
    """A normal distribution; they can be added, and numbers be added to them or multiplied with them."""

    __slots__ = {"_mu": "The mean of the normal distribution.", "_sigma": "Its standard deviation."}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and the standard deviation of a sample."""
        square, kind, centre = _spread("stdev", data, None, 1)
        return cls(float(centre), float(_root(square, kind)))

    mean, median, mode = (property(operator.attrgetter("_mu"), doc=f"The {kind} of the distribution.") for kind in ("mean", "median", "mode"))
    stdev = property(operator.attrgetter("_sigma"), doc="The standard deviation of the distribution.")

    @property
    def variance(self):
        """The square of the standard deviation."""
        return self._sigma ** 2.0

    # ---- the distribution as a function

    def pdf(self, x):
        """The density at x."""
        square = self._sigma * self._sigma
        if not square:
            raise StatisticsError("pdf() not defined when sigma is zero")
        away = x - self._mu
        return exp(away * away / (-2.0 * square)) / sqrt(tau * square)

    def cdf(self, x):
        """The probability of a value that isn't above x."""
        unit = self._sigma * _ROOT_OF_TWO
        if not unit:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / unit))

    def inv_cdf(self, p):
        """The value that with probability p isn't exceeded."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return self._mu + _quantile(p) * self._sigma

    def quantiles(self, n=4):
        """The n - 1 values that cut it into n parts of the same probability."""
        return [self.inv_cdf(k / n) for k in range(1, n)]

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def samples(self, n, *, seed=None):
        """A list of n random values."""
        import random
        source = random if seed is None else random.Random(seed)
        return [source.gauss(self._mu, self._sigma) for _ in range(n)]

    def overlap(self, other):
        """The area under both densities: 1.0 for equal ones."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = sorted((self, other), key=operator.attrgetter("_sigma", "_mu"))
        _needs(narrow._sigma and wide._sigma, "overlap() not defined when sigma is zero")
        small, large = narrow.variance, wide.variance
        apart, more = fabs(wide._mu - narrow._mu), large - small
        if not more:
            return 1.0 - erf(apart / (2.0 * narrow._sigma * _ROOT_OF_TWO))
        # The densities cross in two places; between them the narrow one is above.
        middle = narrow._mu * large - wide._mu * small
        aside = narrow._sigma * wide._sigma * sqrt(apart * apart + more * log(large / small))
        crossings = (middle + aside) / more, (middle - aside) / more
        return 1.0 - sum(fabs(wide.cdf(x) - narrow.cdf(x)) for x in crossings)

    # ---- arithmetic

    def _moved(self, other, move):
        # Of independent variables the variances add up, whether the variables are added or subtracted.
        if isinstance(other, NormalDist):
            return NormalDist(move(self._mu, other._mu), hypot(self._sigma, other._sigma))
        return NormalDist(move(self._mu, other), self._sigma)

    def __add__(self, other):
        return self._moved(other, operator.add)

    def __sub__(self, other):
        return self._moved(other, operator.sub)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

    __radd__, __rmul__ = __add__, __mul__

    def __pos__(self):
        return self * 1.0

    def __neg__(self):
        return self * -1.0

    # ---- as an object

    def __eq__(self, other):
        return self.__getstate__() == other.__getstate__() if isinstance(other, NormalDist) else NotImplemented

    def __hash__(self):
        return hash(self.__getstate__())

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
