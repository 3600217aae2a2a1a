"""Messages out of text that comes in pieces (library reference, "email.parser").

The text is gathered, and taken apart when it is complete: a range of lines is a message, a multipart's range is split at its boundaries into the ranges
of its parts. So a boundary of an outer multipart ends all that is inside, whatever that says of itself.
"""
import io
import re
from . import errors
from ._policybase import compat32

__all__ = ["FeedParser", "BytesFeedParser"]

_HEADER = re.compile(r"From |[\041-\071\073-\176]*:|[\t ]")
_LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")


class FeedParser:
    """Takes a message's text piece by piece; close() gives the message. There may be defects, but never an error (but for policies that want it)."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        self._gathered, self._headers_only, self._root = [], False, None
        self._old_style_factory = False
        if _factory is None:
            if policy.message_factory is None:
                from .message import Message
                _factory = Message
            else:
                _factory = policy.message_factory
        self._factory = _factory
        if _factory is not policy.message_factory:
            try:
                _factory(policy=policy)
            except TypeError:
                self._old_style_factory = True

    def _set_headersonly(self):
        self._headers_only = True

    def feed(self, data):
        """Takes some more text."""
        self._gathered.append(data)

    def close(self):
        """The message that was fed."""
        lines = io.StringIO("".join(self._gathered), newline="").readlines()
        self._gathered = []
        self._root = root = self._new_message(None)
        self._read(root, lines)
        if root.get_content_maintype() == "multipart" and not root.is_multipart() and not self._headers_only:
            self._defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _new_message(self, parent):
        made = self._factory() if self._old_style_factory else self._factory(policy=self.policy)
        if parent is not None and parent.get_content_type() == "multipart/digest":
            made.set_default_type("message/rfc822")
        return made

    def _defect(self, message, defect):
        self.policy.handle_defect(message, defect)

    def _read(self, message, lines):
        body = self._read_headers(message, lines)
        if self._headers_only:
            message.set_payload("".join(body))
            return
        kind = message.get_content_type()
        if kind == "message/delivery-status":
            self._read_status(message, body)
        elif message.get_content_maintype() == "message":
            part = self._new_message(message)
            message.attach(part)
            self._read(part, body)
        elif message.get_content_maintype() == "multipart":
            self._read_parts(message, body)
        else:
            message.set_payload("".join(body))

    # ---- headers

    def _read_headers(self, message, lines):
        """Sets the headers; gives the lines behind them."""
        end = 0
        while end < len(lines) and _HEADER.match(lines[end]):
            end += 1
        body = lines[end:]
        if body and body[0].strip("\r\n"):
            self._defect(message, errors.MissingHeaderBodySeparatorDefect())
        elif body:
            del body[0]
        self._set_headers(message, lines[:end], body)
        return body

    def _set_headers(self, message, lines, body):
        field = []
        for at, line in enumerate(lines):
            if line[0] in " \t":
                if not field:
                    self._defect(message, errors.FirstHeaderLineIsContinuationDefect(line))
                    continue
                field.append(line)
                continue
            self._set_header(message, field)
            field = []
            if line.startswith("From "):
                if at == 0:
                    message.set_unixfrom(_LINE_END.sub("", line))
                elif at == len(lines) - 1:
                    body.insert(0, line)
                    return
                else:
                    defect = errors.MisplacedEnvelopeHeaderDefect(line)
                    message.defects.append(defect)
                continue
            if line.startswith(":"):
                self._defect(message, errors.InvalidHeaderDefect("Missing header name."))
                continue
            field = [line]
        self._set_header(message, field)

    def _set_header(self, message, field):
        if field:
            message.set_raw(*self.policy.header_source_parse(field))

    # ---- bodies

    def _read_status(self, message, lines):
        """Blocks of headers, each a message of its own."""
        while True:
            end = next((at for at, line in enumerate(lines) if not line.strip("\r\n")), len(lines))
            part = self._new_message(message)
            message.attach(part)
            self._read(part, lines[:end + 1] if end < len(lines) else lines)
            lines = lines[end + 1:]
            if not lines:
                return

    def _read_parts(self, message, lines):
        boundary = message.get_boundary()
        if boundary is None:
            self._defect(message, errors.NoBoundaryInMultipartDefect())
            message.set_payload("".join(lines))
            return
        encoding = str(message.get("content-transfer-encoding", "8bit")).lower()
        if encoding not in ("7bit", "8bit", "binary"):
            self._defect(message, errors.InvalidMultipartContentTransferEncodingDefect())
        separator = re.compile(f"--{re.escape(boundary)}(--)?[ \t]*(\r\n|\r|\n)?\\Z")
        preamble, parts, rest, is_closed = self._split(lines, separator)
        if not parts:
            self._defect(message, errors.StartBoundaryNotFoundDefect())
            message.set_payload("".join(preamble))
            message.epilogue = ""
            return
        if not is_closed and message is self._root:
            parts[-1] = _without_end(parts[-1])  # those of inner messages are without it already
        if preamble:
            message.preamble = _LINE_END.sub("", "".join(preamble))
        for part_lines in parts:
            part = self._new_message(message)
            message.attach(part)
            self._read(part, part_lines)
        if not is_closed:
            self._defect(message, errors.CloseBoundaryNotFoundDefect())
        elif rest is not None or message is self._root:
            message.epilogue = rest or ""

    @staticmethod
    def _split(lines, separator):
        """(lines before the first boundary, [lines of a part], text behind the last boundary or None if its line does not end, was it a closing one)"""
        before = current = []
        parts = []
        for at, line in enumerate(lines):
            found = separator.match(line) if line.startswith("--") else None
            if not found:
                current.append(line)
            elif parts and current is parts[-1] and not current:
                pass  # a boundary again
            elif found[1]:
                return before, [_without_end(part) for part in parts], "".join(lines[at + 1:]) if found[2] else None, True
            else:
                current = []
                parts.append(current)
        return before, [_without_end(part) for part in parts[:-1]] + parts[-1:], None, False


def _without_end(lines):
    "The end of the last line belongs to the boundary."
    if not lines:
        return lines
    last = _LINE_END.sub("", lines[-1])
    return lines[:-1] + [last] if last else lines[:-1]


class BytesFeedParser(FeedParser):
    """Takes a message's bytes piece by piece."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
