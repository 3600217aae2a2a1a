"""Time zones of the IANA database, from the system's files (library reference, "zoneinfo"; RFC 8536 and the TZ strings of POSIX)."""

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

import os
import re
import struct
import weakref
from bisect import bisect_right as _bisect_right
from datetime import datetime, timedelta, timezone, tzinfo
from _datetime_core import wall_seconds as _wall_seconds

_EPOCH = datetime(1970, 1, 1)
_EPOCH_DAYS = _EPOCH.toordinal()


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


TZPATH = ()


def reset_tzpath(to=None):
    """Sets the folders that are searched; without argument, to those of PYTHONTZPATH or of the system."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
        if not all(map(os.path.isabs, to)):
            raise ValueError("Paths should be absolute but found the following relative paths:\n    " +
                             "\n    ".join(path for path in to if not os.path.isabs(path)))
        base = to
    else:
        given = os.environ.get("PYTHONTZPATH")
        if given is not None:
            base = [path for path in given.split(os.pathsep) if path]
            bad = [path for path in base if not os.path.isabs(path)]
            if bad:
                import warnings
                warnings.warn("Invalid paths specified in PYTHONTZPATH environment variable. Paths must be absolute but found the following relative "
                              "paths:\n    " + "\n    ".join(bad), InvalidTZPathWarning, stacklevel=3)
                base = [path for path in base if os.path.isabs(path)]
        else:
            base = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
    TZPATH = tuple(base)


reset_tzpath()


def _check_key(key):
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if os.path.normpath(os.path.join("_", normal)).split(os.sep)[0] != "_" or normal in (".", ".."):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")


def _file_of(key):
    _check_key(key)
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    return None


def available_timezones():
    """The keys of all zones there are."""
    zones = set()
    for root in TZPATH:
        if not os.path.exists(root):
            continue
        for folder, folders, files in os.walk(root):
            if folder == root:
                for apart in ("right", "posix"):
                    if apart in folders:
                        folders.remove(apart)
            for name in files:
                path = os.path.join(folder, name)
                key = os.path.relpath(path, start=root).replace("\\", "/")
                if not key or key in zones:
                    continue
                try:
                    with open(path, "rb") as file:
                        if file.read(4) == b"TZif":
                            zones.add(key)
                except OSError:
                    pass
    zones.discard("posixrules")
    return zones


# ---- what is in a file

class _Offset:
    "One kind of local time."
    __slots__ = ("utc", "dst", "name")

    def __init__(self, utc, dst, name):
        self.utc = timedelta(seconds=utc)
        self.dst = timedelta(seconds=dst)
        self.name = name


def _read_file(file):
    "(times, indices, offsets, is-dst, names, footer)"
    head = file.read(44)
    if head[:4] != b"TZif" or len(head) < 44:
        raise ValueError("Invalid TZif file: magic not found")
    _, version, *counts = struct.unpack(">4s1s15x6L", head)
    size, kind, footer = 4, "l", None
    if version >= b"2":
        is_ut, is_std, leap, times, types, chars = counts
        file.read(times * 5 + types * 6 + chars + leap * 8 + is_std + is_ut)
        _, _, *counts = struct.unpack(">4s1s15x6L", file.read(44))
        size, kind = 8, "q"
    is_ut, is_std, leap, times, types, chars = counts
    moments = struct.unpack(f">{times}{kind}", file.read(times * size))
    indices = tuple(file.read(times))
    kinds = [struct.unpack(">lbb", file.read(6)) for _ in range(types)]
    text = file.read(chars)
    names = []
    for _, _, at in kinds:
        names.append(text[at:text.index(b"\0", at)].decode())
    if size == 8:
        file.read(leap * 12 + is_std + is_ut)
        if file.read(1) == b"\n":
            footer = b""
            while (byte := file.read(1)) not in (b"\n", b""):
                footer += byte
    return moments, indices, [k[0] for k in kinds], [k[1] for k in kinds], names, footer


def _dst_offsets(indices, offsets, is_dst):
    "How much of each offset is daylight saving time: the file does not say, so what lies beside it does."
    result = [0] * len(is_dst)
    count = sum(is_dst)
    found = 0
    for i in range(1, len(indices)):
        if found == count:
            break
        index, before = indices[i], indices[i - 1]
        if not is_dst[index] or result[index] != 0:
            continue
        difference = 0
        if not is_dst[before]:
            difference = offsets[index] - offsets[before]
        if not difference and i < len(indices) - 1 and not is_dst[indices[i + 1]]:
            difference = offsets[index] - offsets[indices[i + 1]]
        if difference:
            found += 1
            result[index] = difference
    for index, flag in enumerate(is_dst):
        if flag and not result[index]:
            result[index] = 3600
    return result


# ---- the rule for all later times: "CET-1CEST,M3.5.0,M10.5.0/3"

class _Month:
    "The w-th weekday d of month m (5: the last), at a time of day."

    def __init__(self, month, week, day, seconds):
        if not 0 < month <= 12:
            raise ValueError("Month must be in (0, 12]")
        if not 0 < week <= 5:
            raise ValueError("Week must be in (0, 5]")
        if not 0 <= day <= 6:
            raise ValueError("Day must be in [0, 6]")
        self.month, self.week, self.day, self.seconds = month, week, day, seconds

    def seconds_of(self, year):
        import calendar
        first, days = calendar.monthrange(year, self.month)
        day = (self.day - (first + 1)) % 7 + 1 + (self.week - 1) * 7
        if day > days:
            day -= 7
        return (datetime(year, self.month, day).toordinal() - _EPOCH_DAYS) * 86400 + self.seconds


class _Day:
    "Day n of the year, counted from 1; Julian: there is no 29th of February. (CPython counts days without J from 1, too, not from 0.)"

    def __init__(self, day, seconds, julian):
        if not (1 if julian else 0) <= day <= 365:
            raise ValueError(f"day must be in [{1 if julian else 0}, 365], not: {day}")
        self.day, self.seconds, self.julian = day, seconds, julian

    def seconds_of(self, year):
        import calendar
        day = self.day + (self.julian and self.day >= 59 and calendar.isleap(year))
        return (datetime(year, 1, 1).toordinal() - _EPOCH_DAYS + day - 1) * 86400 + self.seconds


class _Rule:
    def __init__(self, standard, summer=None, start=None, end=None):
        self.standard, self.summer, self.start, self.end = standard, summer, start, end
        self._turns = {}
        if summer is not None:
            self._ahead = int(standard.utc.total_seconds())
            self._saved = int(summer.utc.total_seconds()) - self._ahead

    def _turns_of(self, year):
        "The local times at which summer begins and ends."
        turns = self._turns.get(year)
        if turns is None:
            if len(self._turns) >= 100:
                self._turns.clear()
            turns = self._turns[year] = self.start.seconds_of(year), self.end.seconds_of(year)
        return turns

    def of_utc(self, moment, year):
        "The offset at a time in UTC, and whether it is the second of two equal local times."
        if self.summer is None:
            return self.standard, False
        saved = self._saved
        start, end = self._turns_of(year)
        start, end = start - self._ahead, end - self._ahead - saved
        in_summer = start <= moment < end if start < end else not end <= moment < start
        turn = end if saved > 0 else start
        fold = 0 <= moment - turn < abs(saved)
        return self.summer if in_summer else self.standard, fold

    def of_local(self, seconds, year, fold):
        if self.summer is None:
            return self.standard
        saved = self._saved
        start, end = self._turns_of(year)
        if fold == (saved > 0):
            end -= saved
        else:
            start += saved
        in_summer = start <= seconds < end if start < end else not end <= seconds < start
        return self.summer if in_summer else self.standard


_rule_parts = re.compile(r"(?P<std>[^<0-9:.+-]+|<[a-zA-Z0-9+-]+>)(?:(?P<stdoff>[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)"
                         r"(?:(?P<dst>[^0-9:.+-]+|<[a-zA-Z0-9+-]+>)(?P<dstoff>[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)?)?)?", re.ASCII)


def _parse_rule(text):
    offsets, *times = text.split(",", 2)
    match = _rule_parts.fullmatch(offsets)
    if match is None or match["stdoff"] is None:
        raise ValueError(f"{text} is not a valid TZ string")
    standard_seconds = _seconds_west(match["stdoff"])
    standard = _Offset(standard_seconds, 0, match["std"].strip("<>"))
    if not match["dst"]:
        if times:
            raise ValueError(f"Transition rule present without DST: {text}")
        return _Rule(standard)
    summer_seconds = _seconds_west(match["dstoff"]) if match["dstoff"] else standard_seconds + 3600
    if len(times) != 2:
        raise ValueError(f"Missing transition rules: {text}")
    try:
        start, end = map(_parse_day, times)
    except ValueError as error:
        raise ValueError(f"Malformed TZ string: {text}") from error
    return _Rule(standard, _Offset(summer_seconds, summer_seconds - standard_seconds, match["dst"].strip("<>")), start, end)


def _hms(text):
    sign = -1 if text[0] == "-" else 1
    hours, minutes, seconds = (list(map(int, text.lstrip("+-").split(":"))) + [0, 0])[:3]
    return sign * (hours * 3600 + minutes * 60 + seconds)


def _seconds_west(text):
    seconds = -_hms(text)
    if abs(seconds) > 24 * 3600 + 3599:
        raise ValueError(f"offset out of range: {text}")
    return seconds


def _parse_day(text):
    day, _, at = text.partition("/")
    seconds = 2 * 3600 if not at else _hms(at)
    if day[:1] == "M":
        match = re.fullmatch(r"M(\d{1,2})\.(\d)\.(\d)", day, re.ASCII)
        if match is None:
            raise ValueError(f"Invalid dst start/end date: {text}")
        return _Month(*map(int, match.groups()), seconds)
    if day[:1] == "J":
        return _Day(int(day[1:]), seconds, True)
    return _Day(int(day), seconds, False)


# ---- the class

class ZoneInfo(tzinfo):
    """A time zone, by its key."""

    __module__ = "zoneinfo"
    _strong = {}  # the last ones used
    _weak = weakref.WeakValueDictionary()
    _strong_size = 8

    def __init_subclass__(cls):
        cls._strong = {}
        cls._weak = weakref.WeakValueDictionary()

    def __new__(cls, key):
        zone = cls._weak.get(key)
        if zone is None:
            zone = cls._weak.setdefault(key, cls._made(key))
            zone._from_cache = True
        cls._strong[key] = cls._strong.pop(key, zone)
        if len(cls._strong) > cls._strong_size:
            del cls._strong[next(iter(cls._strong))]
        return zone

    @classmethod
    def no_cache(cls, key):
        """A new object for a zone, whatever the cache has."""
        zone = cls._made(key)
        zone._from_cache = False
        return zone

    @classmethod
    def _made(cls, key):
        path = _file_of(key)
        if path is None:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        zone = super().__new__(cls)
        zone._key = key
        zone._path = path
        with open(path, "rb") as file:
            zone._load(file)
        return zone

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """A zone from an open binary file in the form of the IANA database."""
        zone = super().__new__(cls)
        zone._key = key
        zone._path = None
        zone._load(fobj)
        zone._shown = repr(fobj)
        zone._from_cache = False
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forgets the zones made so far, or those of some keys."""
        if only_keys is not None:
            for key in only_keys:
                cls._weak.pop(key, None)
                cls._strong.pop(key, None)
        else:
            cls._weak.clear()
            cls._strong.clear()

    def _load(self, file):
        moments, indices, offsets, is_dst, names, footer = _read_file(file)
        saved = _dst_offsets(indices, offsets, is_dst)
        kinds = [_Offset(*parts) for parts in zip(offsets, saved, names)]
        self._moments = list(moments)
        self._kinds = [kinds[index] for index in indices]
        self._local = self._local_times(indices, offsets, is_dst)
        standard = [i for i, flag in enumerate(is_dst) if not flag]
        self._before = kinds[standard[0]] if standard and moments else (self._kinds[0] if self._kinds else kinds[0] if kinds else None)
        utc = [offsets[index] for index in indices]
        self._back = [before - after for before, after in zip([int(self._before.utc.total_seconds()), *utc], utc)] if utc else []  # so far each change puts clocks back
        if footer:
            self._after = _parse_rule(footer.decode())
        else:
            if not self._kinds and not kinds:
                raise ValueError("No time zone information found.")
            self._after = _Rule(self._kinds[-1] if self._kinds else kinds[0])
        self._is_fixed = not moments and self._after.summer is None
        if self._is_fixed:
            self._before = self._after.standard if footer else kinds[0]

    def _local_times(self, indices, offsets, is_dst):
        "The local times of the changes: as seen when the earlier, and when the later of two equal times is meant."
        lists = [list(self._moments), list(self._moments)]
        if not indices:
            return lists
        if len(offsets) > 1:
            before = next((offsets[i] for i in range(len(offsets)) if not is_dst[i]), offsets[0])
        else:
            before = offsets[0]
        after = offsets[indices[0]]
        for i, index in enumerate(indices):
            after = offsets[index]
            high, low = max(before, after), min(before, after)
            lists[0][i] += high
            lists[1][i] += low
            before = after
        return lists

    @property
    def key(self):
        return self._key

    def _offset(self, dt):
        if dt is None:
            if self._is_fixed:
                return self._after.standard
            return None
        seconds = _wall_seconds(dt)
        if seconds is None:
            seconds = (dt.toordinal() - _EPOCH_DAYS) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        fold = dt.fold
        times = self._local[fold]
        if times and seconds < times[0]:
            return self._before
        if not times or seconds > times[-1]:
            return self._after.of_local(seconds, dt.year, fold)
        return self._kinds[_bisect_right(times, seconds) - 1]

    def utcoffset(self, dt):
        offset = self._offset(dt)
        return None if offset is None else offset.utc

    def dst(self, dt):
        offset = self._offset(dt)
        return None if offset is None else offset.dst

    def tzname(self, dt):
        offset = self._offset(dt)
        return None if offset is None else offset.name

    def fromutc(self, dt):
        """The local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        seconds = _wall_seconds(dt)
        moments = self._moments
        fold = False
        if moments and seconds < moments[0]:
            offset = self._before
        elif moments and seconds <= moments[-1]:
            at = _bisect_right(moments, seconds) - 1
            offset = self._kinds[at]
            fold = self._back[at] > seconds - moments[at]
        else:
            offset, fold = self._after.of_utc(seconds, dt.year)
            if moments and self._after.summer is None:
                # the last change may be near
                before = self._kinds[-2] if len(self._kinds) >= 2 else self._before
                fold = (before.utc - offset.utc).total_seconds() > seconds - moments[-1]
        result = dt + offset.utc
        return result.replace(fold=1) if fold else result

    def __str__(self):
        return f"{self._key}" if self._key is not None else repr(self)

    def __repr__(self):
        if self._key is not None:
            return f"{self.__class__.__module__}.{self.__class__.__qualname__}(key={self._key!r})"
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}.from_file({self._shown})"

    def __reduce__(self):
        if self._path is None and not self._from_cache and self._key is None or self._path is None:
            import pickle
            raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return self.__class__._unpickle, (self._key, self._from_cache)

    @classmethod
    def _unpickle(cls, key, from_cache):
        return cls(key) if from_cache else cls.no_cache(key)
