"""Messages written as text and bytes (library reference, "email.generator")."""
import copy
import random
import re
import sys
import time
from io import BytesIO, StringIO
from .utils import _has_surrogates

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

_LINE_END = re.compile(r"\r\n|\r|\n")


class Generator:
    """Writes messages into a text file."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp, self._mangle_from_, self.maxheaderlen, self.policy = outfp, mangle_from_, maxheaderlen, policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message with all its parts; `unixfrom`: with the line of mailboxes before it."""
        policy = msg.policy if self.policy is None else self.policy
        changes = {} if linesep is None else {"linesep": linesep}
        if self.maxheaderlen is not None:
            changes["max_line_length"] = self.maxheaderlen
        policy = policy.clone(**changes)
        self._end = policy.linesep
        kept = self.policy, msg.policy
        try:
            self.policy = msg.policy = policy
            if unixfrom:
                line = msg.get_unixfrom() or f"From nobody {time.ctime(time.time())}"
                self.write(line + self._end)
            self._write(msg)
        finally:
            self.policy, msg.policy = kept

    def clone(self, fp):
        """The same for another file."""
        return type(self)(fp, self._mangle_from_, None, policy=self.policy)

    # -- what a generator of bytes does otherwise

    def _buffer(self):
        return StringIO()

    def _ascii(self, text):
        "Text as it is written into a buffer."
        return text

    def _fold(self, name, value):
        return self.policy.fold(name, value)

    def _headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self._fold(name, value))
        self.write(self._end)

    # -- a message: the body goes into a buffer first, as writing it may change the headers

    def _write_lines(self, text):
        if not text:
            return
        lines = _LINE_END.split(text)
        last = lines.pop()
        for line in lines:
            self.write(line)
            self.write(self._end)
        if last:
            self.write(last)

    def _write(self, msg):
        file, self._changed = self._fp, None
        self._fp = body = self._buffer()
        try:
            self._dispatch(msg)
        finally:
            self._fp = file
        changed, self._changed = self._changed, None
        if changed:
            msg = copy.deepcopy(msg)
            for name, value in changed:
                if value is None:
                    del msg[name]
                elif msg.get(name) is None:
                    msg[name.title()] = value
                else:
                    msg.replace_header(name, value)
        own = getattr(msg, "_write_headers", None)
        if own is None:
            self._headers(msg)
        else:
            own(self)
        file.write(body.getvalue())

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        kinds = [f"{main}_{sub}".replace("-", "_"), main.replace("-", "_")]
        for kind in kinds:
            write = getattr(self, "_handle_" + kind, None)
            if write is not None:
                return write(msg)
        self._write_text(msg)

    def _write_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError("string payload expected: %s" % type(payload))
        if _has_surrogates(msg._payload):
            charset = msg.get_param("charset")
            if charset is not None:
                # Text has no bytes: the payload is encoded so that it is ASCII.
                shown = copy.deepcopy(msg)
                del shown["content-transfer-encoding"]
                shown.set_payload(msg._payload, charset)
                payload = shown.get_payload()
                self._changed = [("content-transfer-encoding", shown["content-transfer-encoding"]), ("content-type", shown["content-type"])]
        if self._mangle_from_:
            payload = re.sub("^From ", ">From ", payload, flags=re.MULTILINE)
        self._write_lines(payload)

    _handle_text = _write_text

    def _handle_multipart(self, msg):
        parts = msg.get_payload()
        if isinstance(parts, str):
            self.write(parts)
            return
        texts = [self._part_text(part) for part in ([] if parts is None else parts if isinstance(parts, list) else [parts])]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._ascii(self._end).join(texts) if texts else None)
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            preamble = re.sub("^From ", ">From ", msg.preamble, flags=re.MULTILINE) if self._mangle_from_ else msg.preamble
            self._write_lines(preamble)
            self.write(self._end)
        self.write("--" + boundary + self._end)
        for at, text in enumerate(texts):
            if at:
                self.write(self._end + "--" + boundary + self._end)
            self._fp.write(text)
        self.write(self._end + "--" + boundary + "--" + self._end)
        if msg.epilogue is not None:
            self._write_lines(re.sub("^From ", ">From ", msg.epilogue, flags=re.MULTILINE) if self._mangle_from_ else msg.epilogue)

    def _part_text(self, part):
        buffer = self._buffer()
        self.clone(buffer).flatten(part, unixfrom=False, linesep=self._end)
        return buffer.getvalue()

    def _handle_multipart_signed(self, msg):
        # What was signed must not change: headers are not folded anew.
        kept, self.policy = self.policy, self.policy.clone(max_line_length=0)
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = kept

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            text = self._part_text(part)
            lines, end = text.split(self._ascii(self._end)), self._ascii("")
            if lines and lines[-1] == end:
                lines.pop()
            blocks.append(self._ascii(self._end).join(lines))
        self._fp.write(self._ascii(self._end).join(blocks))

    def _handle_message(self, msg):
        payload = msg._payload
        if isinstance(payload, list):
            buffer = self._buffer()
            self.clone(buffer).flatten(msg.get_payload(0), unixfrom=False, linesep=self._end)
            self._fp.write(buffer.getvalue())
        else:
            self._fp.write(self._ascii(payload))

    def _make_boundary(self, text=None):
        """A line that does not stand in the text."""
        width = len(repr(sys.maxsize - 1))
        token = random.randrange(sys.maxsize)
        boundary = "=" * 15 + f"{token:0{width}}" + "=="
        if text is None:
            return boundary
        if isinstance(text, bytes):
            text = text.decode("ascii", "surrogateescape")
        candidate, number = boundary, 0
        while re.search("^--" + re.escape(candidate) + "(--)?$", text, re.MULTILINE):
            candidate, number = f"{boundary}.{number}", number + 1
        return candidate


class BytesGenerator(Generator):
    """Writes messages into a binary file."""

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _buffer(self):
        return BytesIO()

    def _ascii(self, text):
        return text.encode("ascii", "surrogateescape")

    def _fold(self, name, value):
        return self.policy.fold_binary(name, value)

    def _write_text(self, msg):
        if msg._payload is None:
            return
        if _has_surrogates(msg._payload) and self.policy.cte_type != "7bit":
            payload = msg._payload
            if self._mangle_from_:
                payload = re.sub("^From ", ">From ", payload, flags=re.MULTILINE)
            self._write_lines(payload)
        else:
            super()._write_text(msg)

    _handle_text = _write_text


class DecodedGenerator(Generator):
    """Writes messages as text to be read: text parts decoded, a line in place of each other part."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._format = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]" if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == "text":
                print(part.get_payload(decode=False), file=self)
            elif main != "multipart":
                print(self._format % {
                    "type": part.get_content_type(), "maintype": main, "subtype": part.get_content_subtype(),
                    "filename": part.get_filename("[no filename]"), "description": part.get("Content-Description", "[no description]"),
                    "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")}, file=self)
