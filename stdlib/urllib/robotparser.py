"""What a site allows robots to fetch (library reference, "urllib.robotparser").

A robots.txt is groups of lines: names of robots, then rules for them. The first group that names a robot counts, and in it the first rule
whose path the address begins with; a group for "*" is for those that are not named.
"""
import collections
import time
import urllib.parse

__all__ = ["RobotFileParser"]

RequestRate = collections.namedtuple("RequestRate", "requests seconds")


class RobotFileParser:
    """Answers by the robots.txt at an address, which read() gets, or parse()."""

    def __init__(self, url=""):
        self.entries, self.sitemaps, self.default_entry = [], [], None
        self.disallow_all = self.allow_all = False
        self.last_checked = 0
        self.set_url(url)

    def mtime(self):
        """When it was read, in seconds; 0: never."""
        return self.last_checked

    def modified(self):
        """It was read now."""
        self.last_checked = time.time()

    def set_url(self, url):
        """Sets the address of the file."""
        self.url = url
        _, self.host, self.path, *_ = urllib.parse.urlparse(url)

    def read(self):
        """Gets the file. Who must not see it must not see anything; if there is none all is allowed."""
        import urllib.error
        import urllib.request
        try:
            with urllib.request.urlopen(self.url) as file:
                data = file.read()
        except urllib.error.HTTPError as problem:
            self.disallow_all = problem.code in (401, 403)
            self.allow_all = 400 <= problem.code < 500 and not self.disallow_all
        else:
            self.parse(data.decode("utf-8").splitlines())

    def parse(self, lines):
        """Takes the lines of a file."""
        self.modified()
        group = Entry()
        for line in lines:
            if not line:  # ends a group
                self._finish(group)
                group = Entry()
                continue
            key, colon, value = line.partition("#")[0].strip().partition(":")
            if not colon:
                continue
            key, value = key.strip().lower(), urllib.parse.unquote(value.strip())
            if key == "sitemap":
                self.sitemaps.append(value)
            elif key == "user-agent":
                if group.has_rules:
                    self._finish(group)
                    group = Entry()
                group.useragents.append(value)
            elif group.useragents:
                group.take(key, value)
        self._finish(group)

    def _finish(self, group):
        if not group.has_rules:
            return
        if "*" not in group.useragents:
            self.entries.append(group)
        elif self.default_entry is None:  # the first counts
            self.default_entry = group

    def _entry(self, useragent):
        "The group that is for a robot, None if nothing is known."
        if not self.mtime():
            return None
        return next((entry for entry in self.entries if entry.applies_to(useragent)), self.default_entry)

    def can_fetch(self, useragent, url):
        """Whether a robot may fetch an address."""
        if self.disallow_all or self.allow_all:
            return not self.disallow_all
        if not self.last_checked:
            return False
        inside = urllib.parse.urlparse(urllib.parse.unquote(url))._replace(scheme="", netloc="")
        entry = self._entry(useragent)
        return entry is None or entry.allowance(urllib.parse.quote(urllib.parse.urlunparse(inside)) or "/")

    def crawl_delay(self, useragent):
        """How many seconds a robot has to wait between two requests; None: it does not say."""
        entry = self._entry(useragent)
        return entry and entry.delay

    def request_rate(self, useragent):
        """How many requests a robot may send in how many seconds; None: it does not say."""
        entry = self._entry(useragent)
        return entry and entry.req_rate

    def site_maps(self):
        """The addresses of site maps; None: there are none."""
        return self.sitemaps or None

    def __str__(self):
        groups = self.entries if self.default_entry is None else [*self.entries, self.default_entry]
        return "\n\n".join(map(str, groups))


class Entry:
    """A group: `useragents`, `rulelines`, `delay`, `req_rate`."""

    def __init__(self):
        self.useragents, self.rulelines = [], []
        self.delay = self.req_rate = None
        self.has_rules = False

    def take(self, key, value):
        """Takes a line behind the names."""
        if key in ("allow", "disallow"):
            self.rulelines.append(RuleLine(value, key == "allow"))
        elif key == "crawl-delay":
            if value.strip().isdigit():
                self.delay = int(value)
        elif key == "request-rate":
            numbers = value.split("/")
            if len(numbers) == 2 and all(number.strip().isdigit() for number in numbers):
                self.req_rate = RequestRate(*map(int, numbers))
        else:
            return
        self.has_rules = True

    def applies_to(self, useragent):
        """Whether the group is for a robot."""
        name = useragent.partition("/")[0].lower()
        return any(agent == "*" or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        """Whether a path may be fetched."""
        return next((rule.allowance for rule in self.rulelines if rule.applies_to(filename)), True)

    def __str__(self):
        lines = [f"User-agent: {agent}" for agent in self.useragents]
        if self.delay is not None:
            lines.append(f"Crawl-delay: {self.delay}")
        if self.req_rate is not None:
            lines.append("Request-rate: {0.requests}/{0.seconds}".format(self.req_rate))
        return "\n".join([*lines, *map(str, self.rulelines)])


class RuleLine:
    """A rule: `path` is the beginning of those that it is for, `allowance` what it says."""

    def __init__(self, path, allowance):
        self.allowance = allowance or not path  # nothing is forbidden
        self.path = urllib.parse.quote(urllib.parse.urlunparse(urllib.parse.urlparse(path)))

    def applies_to(self, filename):
        """Whether it is for a path."""
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return f"{'Allow' if self.allowance else 'Disallow'}: {self.path}"
