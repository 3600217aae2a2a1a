"""A forgiving reader of HTML (library reference, "html.parser")."""

__all__ = ["HTMLParser"]

import re
from html import unescape

_number_reference = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_name_reference = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_started_reference = re.compile(r"&[a-zA-Z#]")
_text_end = re.compile(r"[&<]")
_reference_end = re.compile(r"[\s;]")
_comment_end = re.compile(r"--\s*>")
_tag_name = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_attribute = re.compile(r"""((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")
# A start tag up to, not including, its ">" or "/>"; or as much of it as makes sense.
_start_tag = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*
    (?:[\s/]*
       (?:(?<=['"\s/])[^\s/>][^\s/=>]*
          (?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?
          (?:\s|/(?!>))*
       )*
    )?\s*""", re.VERBOSE)
_end_tag = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_declaration_name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*")
_marked_end = re.compile(r"]\s*]\s*>")
_marked_office_end = re.compile(r"]\s*>")
# The longest beginning of a charref that could still go on: "&" and 33 characters.
_LONGEST_REFERENCE = 34


class HTMLParser:
    """Calls its handler methods for the start tags, end tags, text, comments and other markup it meets in the text fed to it."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets all unprocessed text."""
        self.rawdata = ""
        self.lasttag = "???"
        self.interesting = _text_end
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0
        self.__starttag_text = None

    def feed(self, data):
        """Takes some more text, as much or as little as there is; incomplete markup waits for more."""
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        """The text is over: what waits is handled as if an end-of-file mark followed it."""
        self.goahead(1)

    def getpos(self):
        """Line number and offset of the markup being handled."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the start tag opened last."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.I)

    def clear_cdata_mode(self):
        self.interesting = _text_end
        self.cdata_elem = None

    def updatepos(self, i, j):
        """Counts the lines and characters of rawdata[i:j]; returns j."""
        if i < j:
            lines = self.rawdata.count("\n", i, j)
            if lines:
                self.lineno += lines
                self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
            else:
                self.offset += j - i
        return j

    # ---- the loop

    def goahead(self, end):
        i = 0
        while i < len(self.rawdata):
            j = self._text_up_to(i, end)
            if j < 0:
                break
            if i < j:
                self._data(i, j)
            i = self.updatepos(i, j)
            if i == len(self.rawdata):
                break
            k = self._markup(i, end) if self.rawdata[i] == "<" else self._reference(i, end)
            if k == -1:
                break
            if k < -1:  # after this there is nothing more to do for now
                i = self.updatepos(i, -2 - k)
                break
            i = self.updatepos(i, k)
        if end and i < len(self.rawdata) and not self.cdata_elem:
            self._data(i, len(self.rawdata))
            i = self.updatepos(i, len(self.rawdata))
        self.rawdata = self.rawdata[i:]

    def _data(self, i, j):
        text = self.rawdata[i:j]
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _text_up_to(self, i, end):
        "Where the plain text from i on ends; -1: that cannot be known yet."
        rawdata = self.rawdata
        n = len(rawdata)
        if self.convert_charrefs and not self.cdata_elem:
            j = rawdata.find("<", i)
            if j >= 0:
                return j
            # A reference may have been cut in two: its text waits for the rest.
            ampersand = rawdata.rfind("&", max(i, n - _LONGEST_REFERENCE))
            return -1 if ampersand >= 0 and not _reference_end.search(rawdata, ampersand) else n
        match = self.interesting.search(rawdata, i)
        if match:
            return match.start()
        return -1 if self.cdata_elem else n

    def _markup(self, i, end):
        rawdata = self.rawdata
        follows = rawdata[i + 1:i + 2]
        if follows.isascii() and follows.isalpha():
            k = self.parse_starttag(i)
        elif follows == "/":
            k = self.parse_endtag(i)
        elif rawdata.startswith("<!--", i):
            k = self.parse_comment(i)
        elif follows == "?":
            k = self.parse_pi(i)
        elif follows == "!":
            k = self.parse_html_declaration(i)
        elif follows:
            self.handle_data("<")
            return i + 1
        else:
            return -1
        if k >= 0 or not end:
            return k
        # The markup has no end: it is text up to where something could begin.
        k = rawdata.find(">", i + 1) + 1
        if not k:
            k = rawdata.find("<", i + 1)
            if k < 0:
                k = i + 1
        self._data(i, k)
        return k

    def _reference(self, i, end):
        rawdata = self.rawdata
        numbered = rawdata.startswith("&#", i)
        match = (_number_reference if numbered else _name_reference).match(rawdata, i)
        if match:
            if numbered:
                self.handle_charref(match[0][2:-1])
            else:
                self.handle_entityref(match[1])
            return match.end() if match[0][-1] == ";" else match.end() - 1
        if numbered:
            if ";" not in rawdata[i:]:
                return -1
            self.handle_data("&#")
            return -2 - (i + 2)
        match = _started_reference.match(rawdata, i)
        if match:
            # Perhaps the rest follows.
            return -2 - (i + 1) if end and match[0] == rawdata[i:] else -1
        if i + 1 < len(rawdata):
            self.handle_data("&")
            return i + 1
        return -1

    # ---- markup; each takes where it begins and returns where it ends, -1: its end is not there yet

    def parse_html_declaration(self, i):
        rawdata = self.rawdata
        if rawdata.startswith("<!--", i):
            return self.parse_comment(i)
        if rawdata.startswith("<![", i):
            return self.parse_marked_section(i)
        if rawdata[i:i + 9].lower() == "<!doctype":
            end = rawdata.find(">", i + 9)
            if end == -1:
                return -1
            self.handle_decl(rawdata[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        end = self.rawdata.find(">", i + 2)
        if end == -1:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_comment(self, i, report=1):
        match = _comment_end.search(self.rawdata, i + 4)
        if not match:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:match.start()])
        return match.end()

    def parse_marked_section(self, i, report=1):
        rawdata = self.rawdata
        match = _declaration_name.match(rawdata, i + 3)
        if not match:
            if i + 3 >= len(rawdata):
                return -1
            raise AssertionError(f"expected name token at {rawdata[i:i + 20]!r}")
        if match.end() == len(rawdata):
            return -1
        name = match[0].strip().lower()
        if name in ("temp", "cdata", "ignore", "include", "rcdata"):
            end = _marked_end.search(rawdata, i + 3)
        elif name in ("if", "else", "endif"):
            end = _marked_office_end.search(rawdata, i + 3)
        else:
            raise AssertionError(f"unknown status keyword {rawdata[i + 3:match.end()]!r} in marked section")
        if not end:
            return -1
        if report:
            self.unknown_decl(rawdata[i + 3:end.start()])
        return end.end()

    def parse_pi(self, i):
        end = self.rawdata.find(">", i + 2)
        if end == -1:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def parse_starttag(self, i):
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        rawdata = self.rawdata
        self.__starttag_text = rawdata[i:end]
        match = _tag_name.match(rawdata, i + 1)
        at = match.end()
        self.lasttag = tag = match[1].lower()
        attributes = []
        while at < end:
            match = _attribute.match(rawdata, at)
            if not match:
                break
            name, rest, value = match[1], match[2], match[3]
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            attributes.append((name.lower(), unescape(value) if value else value))
            at = match.end()
        rest = rawdata[at:end].strip()
        if rest not in (">", "/>"):
            self.handle_data(rawdata[i:end])
        elif rest == "/>":
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def check_for_whole_start_tag(self, i):
        rawdata = self.rawdata
        match = _start_tag.match(rawdata, i)
        at = match.end()
        follows = rawdata[at:at + 1]
        if follows == ">":
            return at + 1
        if follows == "/":
            if rawdata.startswith("/>", at):
                return at + 2
            if rawdata.startswith("/", at) and at + 1 == len(rawdata):
                return -1
            return at if at > i else i + 1
        if not follows or follows in "abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return -1
        return at if at > i else i + 1

    def parse_endtag(self, i):
        rawdata = self.rawdata
        end = rawdata.find(">", i + 1) + 1
        if not end:
            return -1
        match = _end_tag.match(rawdata, i)
        if not match:
            if self.cdata_elem is not None:
                self.handle_data(rawdata[i:end])
                return end
            name = _tag_name.match(rawdata, i + 2)
            if not name:
                return i + 3 if rawdata.startswith("</>", i) else self.parse_bogus_comment(i)
            self.handle_endtag(name[1].lower())
            return rawdata.find(">", name.end()) + 1
        tag = match[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(rawdata[i:end])
            return end
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return end

    # ---- what a subclass overrides

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
