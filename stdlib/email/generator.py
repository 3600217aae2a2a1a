"""Messages written as text and bytes (library reference, "email.generator").

A message is its headers, an empty line, and its body. The body is made first, whole: a boundary must not stand in what it divides, and an encoding
that is chosen for a body changes the headers. Bodies are made of pieces of what the generator writes, text or bytes.
"""
import copy
import random
import re
import sys
from io import BytesIO, StringIO
from .errors import HeaderWriteError
from .utils import _has_surrogates

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_FROM_LINE = re.compile(r"^(?=From )", re.MULTILINE)
_BODIES = {"multipart/signed": "_signed_body", "multipart": "_multipart_body", "message/delivery-status": "_blocks_body", "message": "_inner_message_body"}

_NOT_FOLDED = re.compile(r"\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]")


class Generator:
    """Writes messages into a text file."""

    _buffer_type = StringIO

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp, self.policy, self.maxheaderlen = outfp, policy, maxheaderlen
        self._mangle_from_ = (policy is None or policy.mangle_from_) if mangle_from_ is None else mangle_from_

    def write(self, s):
        self._fp.write(s)

    def clone(self, fp):
        """The same for another file."""
        return type(self)(fp, self._mangle_from_, None, policy=self.policy)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message with all its parts; `unixfrom`: with the line of mailboxes before it."""
        own, given = self.policy, msg.policy
        settings = {"linesep": linesep, "max_line_length": self.maxheaderlen}
        policy = (given if own is None else own).clone(**{name: value for name, value in settings.items() if value is not None})
        self._end = policy.linesep
        self.policy = msg.policy = policy
        try:
            if unixfrom:
                self.write((msg.get_unixfrom() or _nobody()) + self._end)
            self._write(msg)
        finally:
            self.policy, msg.policy = own, given

    def _write(self, msg):
        body, changed_headers = self._body(msg)
        if changed_headers:
            msg = copy.deepcopy(msg)
            for name, value in changed_headers.items():
                if value is None:
                    del msg[name]
                elif name in msg:
                    msg.replace_header(name, value)
                else:
                    msg[name.title()] = value
        if hasattr(msg, "_write_headers"):
            msg._write_headers(self)
        else:
            self._write_headers(msg)
        self._fp.write(body)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self._one_header(self._folded(name, value)))
        self.write(self._end)

    def _one_header(self, folded):
        "A header as it is written, if it would be read as one: its lines go on with white space, and the last one ends."
        if self.policy.verify_generated_headers:
            end = self._native(self.policy.linesep)
            if not folded.endswith(end):
                raise HeaderWriteError(f"folded header does not end with {end!r}: {folded!r}")
            inside = folded.removesuffix(end)
            if _NOT_FOLDED.search(inside if isinstance(inside, str) else inside.decode("latin-1")):
                raise HeaderWriteError(f"folded header contains newline: {folded!r}")
        return folded

    # ---- what a generator of bytes does in its own way

    def _native(self, text):
        "Text as a piece of what is written."
        return text

    def _folded(self, name, value):
        return self.policy.fold(name, value)

    def _as_it_is(self, msg):
        "The text of a body if its bytes may be written as they are; None: they may not."

    # ---- bodies: (what is written, {header: its value because of that})

    def _body(self, msg):
        for kind in (msg.get_content_type(), msg.get_content_maintype()):
            if kind in _BODIES:
                return getattr(self, _BODIES[kind])(msg)
        return self._text_body(msg)

    def _text_body(self, msg):
        text, changed = self._as_it_is(msg), {}
        if text is None:
            text = msg.get_payload()
            if text is None:
                return self._native(""), changed
            if not isinstance(text, str):
                raise TypeError(f"string payload expected: {type(text)}")
            charset = msg.get_param("charset") if _has_surrogates(msg._payload) else None
            if charset is not None:
                # Text has no bytes: the payload is encoded so that it is ASCII.
                encoded = copy.deepcopy(msg)
                del encoded["content-transfer-encoding"]
                encoded.set_payload(msg._payload, charset)
                text = encoded.get_payload()
                changed = {name: encoded[name] for name in ("content-transfer-encoding", "content-type")}
        return self._lines(text), changed

    def _lines(self, text):
        """Text with this policy's line ends, and without what a mailbox would take for the beginning of a message."""
        if self._mangle_from_:
            text = _FROM_LINE.sub(">", text)
        return self._native(self._end.join(_LINE_END.split(text)))

    def _part(self, message):
        """A message inside of this one, as a piece."""
        buffer = self._buffer_type()
        self.clone(buffer).flatten(message, linesep=self._end)
        return buffer.getvalue()

    def _multipart_body(self, msg):
        parts = msg.get_payload()
        if isinstance(parts, str):
            return self._native(parts), {}
        if not isinstance(parts, list):
            parts = [parts] if parts is not None else []
        end = self._native(self._end)
        pieces = [self._part(part) for part in parts]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(end.join(pieces))
            msg.set_boundary(boundary)
        line = self._native("--" + boundary)
        before = [] if msg.preamble is None else [self._lines(msg.preamble) + end]
        after = [] if msg.epilogue is None else [self._lines(msg.epilogue)]
        inner = (end + line + end).join(pieces)
        return self._native("").join([*before, line, end, inner, end, line, self._native("--"), end, *after]), {}

    def _signed_body(self, msg):
        # What was signed must not change: headers are not folded anew.
        usual = self.policy
        self.policy = usual.clone(max_line_length=0)
        try:
            return self._multipart_body(msg)
        finally:
            self.policy = usual

    def _blocks_body(self, msg):
        # Each block ends with an empty line, which is also between it and the next one.
        end = self._native(self._end)
        return end.join(self._part(block).removesuffix(end) for block in msg.get_payload()), {}

    def _inner_message_body(self, msg):
        inner = msg._payload
        return self._part(msg.get_payload(0)) if isinstance(inner, list) else self._native(inner), {}

    @staticmethod
    def _make_boundary(inside):
        """One that is not a line of what it divides."""
        text = inside if isinstance(inside, str) else inside.decode("ascii", "surrogateescape")
        digits = len(repr(sys.maxsize - 1))
        first = boundary = f"{'=' * 15}{random.randrange(sys.maxsize):0{digits}}=="
        tries = 0
        while re.search(f"^--{re.escape(boundary)}(--)?$", text, re.MULTILINE):
            boundary = f"{first}.{tries}"
            tries += 1
        return boundary


def _nobody():
    import time
    return "From nobody " + time.ctime()


class BytesGenerator(Generator):
    """Writes messages into a binary file. Bytes of a body that were parsed are written as they were, if the policy allows eight bits."""

    _buffer_type = BytesIO

    def write(self, s):
        self._fp.write(self._native(s))

    def _native(self, text):
        return text.encode("ascii", errors="surrogateescape")

    def _folded(self, name, value):
        return self.policy.fold_binary(name, value)

    def _as_it_is(self, msg):
        if msg._payload is None or self.policy.cte_type == "7bit" or not _has_surrogates(msg._payload):
            return None
        return msg._payload


class DecodedGenerator(Generator):
    """Writes messages as text to be read: text parts as they are, a line in place of each other part.

    fmt: that line, with the names of `_described` in it.
    """

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._line = fmt if fmt is not None else "[Non-text (%(type)s) part of message omitted, filename %(filename)s]"

    def _body(self, msg):
        kinds = [(part, part.get_content_maintype()) for part in msg.walk()]
        lines = [part.get_payload() if kind == "text" else self._line % self._described(part) for part, kind in kinds if kind != "multipart"]
        return "".join(f"{line}\n" for line in lines), {}

    @staticmethod
    def _described(part):
        return {"type": part.get_content_type(), "maintype": part.get_content_maintype(), "subtype": part.get_content_subtype(),
                "filename": part.get_filename("[no filename]"), "description": part.get("Content-Description", "[no description]"),
                "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")}
