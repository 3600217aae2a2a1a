"""Messages: headers, and a payload that is text or a list of messages (library reference, "email.message").

Headers are kept as the policy wants them, in a list of (name, value). A payload that is no text is kept as bytes in the form of text, the bytes
above 127 as surrogates.
"""
import binascii
import io
import re
from . import utils, errors, charset as _charset, _policybase
from ._parameters import format_parameter, parse_parameters
from .utils import _has_surrogates

__all__ = ["Message", "EmailMessage"]

_CTE = "content-transfer-encoding"


class Message:
    """A message, by the rules of Python 3.2 (the policy compat32)."""

    def __init__(self, policy=_policybase.compat32):
        self.policy = policy
        self._headers, self._payload, self._unixfrom, self._charset = [], None, None, None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    # ---- written

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The message as text."""
        from .generator import Generator
        file = io.StringIO()
        Generator(file, mangle_from_=False, maxheaderlen=maxheaderlen, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The message as bytes."""
        from .generator import BytesGenerator
        file = io.BytesIO()
        BytesGenerator(file, mangle_from_=False, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
        return file.getvalue()

    def is_multipart(self):
        """Whether the payload is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        """Sets the "From " line that mailboxes have before a message."""
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        """The "From " line before the message, or None."""
        return self._unixfrom

    # ---- payload

    def attach(self, payload):
        """Adds a message to the payload, which is a list from now on."""
        if self._payload is None:
            self._payload = [payload]
            return
        try:
            self._payload.append(payload)
        except AttributeError:
            raise TypeError("Attach is not valid on a message with a non-multipart payload") from None

    def get_payload(self, i=None, decode=False):
        """The payload, or the i-th of its messages. `decode`: as bytes, with the transfer encoding undone (None for a list)."""
        payload = self._payload
        if self.is_multipart():
            if decode:
                return None
            return payload if i is None else payload[i]
        if i is not None and not isinstance(payload, list):
            raise TypeError("Expected list, got %s" % type(payload))
        encoding = self.get(_CTE, "")
        encoding = encoding.cte if hasattr(encoding, "cte") else str(encoding).strip().lower()
        if not decode:
            return self._carried_text(payload) if isinstance(payload, str) and _has_surrogates(payload) else payload
        if not isinstance(payload, str):
            return payload
        return self._undone(encoding, payload)

    def _carried_text(self, payload):
        "Text of a payload of other bytes than ASCII."
        data = payload.encode("ascii", "surrogateescape")
        try:
            return data.decode(self.get_content_charset("ascii"), "replace")
        except LookupError:
            return data.decode("ascii", "replace")

    def _undone(self, encoding, payload):
        if _has_surrogates(payload):
            data = payload.encode("ascii", "surrogateescape")
            if encoding not in ("quoted-printable", "base64", "x-uuencode", "uuencode", "uue", "x-uue"):
                return data
        else:
            data = payload.encode("raw-unicode-escape")
            if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
                data = payload.encode("ascii", "surrogateescape")
        if encoding == "quoted-printable":
            return binascii.a2b_qp(data)
        if encoding == "base64":
            from ._encoded_words import decode_base64
            value, defects = decode_base64(b"".join(data.splitlines()))
            for defect in defects:
                self.policy.handle_defect(self, defect)
            return value
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            try:
                return _uudecoded(data)
            except ValueError:
                return data
        return data

    def set_payload(self, payload, charset=None):
        """Sets the payload, and with it (see set_charset()) the character set."""
        if hasattr(payload, "encode"):
            if isinstance(charset, _charset.Charset):
                payload = payload.encode(charset.output_charset, "surrogateescape").decode("ascii", "surrogateescape")
            elif charset is None or _has_surrogates(payload):
                pass
            else:
                payload = payload.encode(_charset.Charset(charset).output_charset, "surrogateescape").decode("ascii", "surrogateescape")
        elif hasattr(payload, "decode"):
            payload = payload.decode("ascii", "surrogateescape")
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Says the character set of the payload: MIME headers are added or changed, and the payload is encoded. None: takes the parameter away."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        if not isinstance(charset, _charset.Charset):
            charset = _charset.Charset(charset)
        self._charset = charset
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if "Content-Transfer-Encoding" not in self:
            self._encode_payload(charset)

    def _encode_payload(self, charset):
        encoding = charset.get_body_encoding()
        try:
            encoding(self)
        except TypeError:
            payload = self._payload
            if payload:
                payload = payload.encode("ascii", "surrogateescape") if _has_surrogates(payload) or not payload.isascii() and False else payload
                payload = payload if isinstance(payload, bytes) else payload.encode(charset.output_charset)
            self._payload = charset.body_encode(payload)
            self.add_header("Content-Transfer-Encoding", encoding)

    def get_charset(self):
        """The Charset that was set, or None."""
        return self._charset

    # ---- headers, as a mapping: in their order, names in any case of letters, maybe several times

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most:
            wanted = name.lower()
            if sum([given.lower() == wanted for given, _ in self._headers]) >= most:
                raise ValueError(f"There may be at most {most} {name} headers in a message")
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        wanted = name.lower()
        self._headers = [header for header in self._headers if header[0].lower() != wanted]

    def __contains__(self, name):
        wanted = name.lower()
        return any([given.lower() == wanted for given, _ in self._headers])

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        """The names of the headers."""
        return [name for name, _ in self._headers]

    def values(self):
        """The values of the headers."""
        return [value for _, value in self.items()]

    def items(self):
        """[(name, value)]"""
        return [(name, self.policy.header_fetch_parse(name, value)) for name, value in self._headers]

    def get(self, name, failobj=None):
        """The value of the first header of this name."""
        wanted = name.lower()
        for given, value in self._headers:
            if given.lower() == wanted:
                return self.policy.header_fetch_parse(given, value)
        return failobj

    def get_all(self, name, failobj=None):
        """The values of all headers of this name."""
        wanted = name.lower()
        return [self.policy.header_fetch_parse(given, value) for given, value in self._headers if given.lower() == wanted] or failobj

    def set_raw(self, name, value):
        """Adds a header as it is, past the policy."""
        self._headers.append((name, value))

    def raw_items(self):
        """(name, value) of the headers as they are kept."""
        return iter(self._headers.copy())

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters: underscores in their names become dashes; None: a name alone; (charset, language, value): as RFC 2231."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace("_", "-")
            parts.append(name if value is None else format_parameter(name, value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Gives the first header of this name another value, in its place."""
        wanted = _name.lower()
        for at, (name, _) in enumerate(self._headers):
            if name.lower() == wanted:
                self._headers[at] = self.policy.header_store_parse(name, _value)
                return
        raise KeyError(_name)

    # ---- the type, and parameters

    def get_content_type(self):
        """The type, "text/plain" in lower case; the default where none is said (or no valid one)."""
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        kind = str(value).partition(";")[0].strip().lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().partition("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().partition("/")[2]

    def get_default_type(self):
        """The type of messages that don't say it: "text/plain", in a multipart/digest "message/rfc822"."""
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _parameters(self, header):
        "[(name, value)] with values as they are written, the first one the value of the header; None: no such header."
        value = self.get(header)
        if value is None:
            return None
        return utils.decode_params(parse_parameters(str(value)))

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """[(name, value)] of a header's parameters, its own value the name of the first."""
        params = self._parameters(header)
        if params is None:
            return failobj
        return [(name, _unquoted(value)) for name, value in params] if unquote else params

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """A parameter's value: text, or (charset, language, text) as RFC 2231 has it."""
        wanted = param.lower()
        for name, value in self._parameters(header) or ():
            if name.lower() == wanted:
                return _unquoted(value) if unquote else value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Sets a parameter. `replace`: the header stays in its place."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == "content-type":
            text = "text/plain"
        else:
            text = self.get(header)
        if not self.get_param(param, header=header):
            added = format_parameter(param, value, requote)
            text = f"{text}; {added}" if text else added
        else:
            wanted, parts = param.lower(), []
            for name, old in self.get_params(header=header, unquote=requote):
                parts.append(format_parameter(param, value, requote) if name.lower() == wanted else format_parameter(name, old, requote))
            text = "; ".join(parts)
        if text != self.get(header):
            self._put(header, text, replace)

    def _put(self, header, text, in_place):
        if in_place:
            self.replace_header(header, text)
        else:
            del self[header]
            self[header] = text

    def del_param(self, param, header="content-type", requote=True):
        """Takes a parameter away."""
        if header not in self:
            return
        wanted = param.lower()
        kept = [format_parameter(name, value, requote) for name, value in self.get_params(header=header, unquote=requote) if name.lower() != wanted]
        text = "; ".join(kept)
        if text != self.get(header):
            self._put(header, text, False)

    def set_type(self, type, header="Content-Type", requote=True):
        """Sets main and subtype; the parameters stay."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for name, value in params[1:]:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        """The file name that Content-Disposition says, or else the "name" that Content-Type does."""
        missing = object()
        found = self.get_param("filename", missing, "content-disposition")
        if found is missing:
            found = self.get_param("name", missing, "content-type")
        return failobj if found is missing else utils.collapse_rfc2231_value(found).strip()

    def get_boundary(self, failobj=None):
        """What stands between the parts."""
        missing = object()
        found = self.get_param("boundary", missing)
        return failobj if found is missing else utils.collapse_rfc2231_value(found).rstrip()

    def set_boundary(self, boundary):
        """Sets what stands between the parts; Content-Type stays in its place."""
        params = self._parameters("content-type")
        if params is None:
            raise errors.HeaderParseError("No Content-Type header found")
        quoted = f'"{boundary}"'
        changed = [(name, quoted if name.lower() == "boundary" else value) for name, value in params]
        if changed == params and not any([name.lower() == "boundary" for name, _ in params]):
            changed.append(("boundary", quoted))
        text = "; ".join([name if value == "" else f"{name}={value}" for name, value in changed])
        self._headers = [(name, self.policy.header_store_parse(name, text)[1] if name.lower() == "content-type" else value)
                         for name, value in self._headers]

    def get_content_charset(self, failobj=None):
        """The "charset" of Content-Type, in lower case."""
        missing = object()
        found = self.get_param("charset", missing)
        if found is missing:
            return failobj
        if isinstance(found, tuple):
            found = _rfc2231_charset(found)
        return found.lower() if found.isascii() else failobj

    def get_charsets(self, failobj=None):
        """The character sets of the message and all its parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """"inline", "attachment" or what else Content-Disposition says, or None."""
        value = self.get("content-disposition")
        return None if value is None else str(value).partition(";")[0].strip().lower()

    from .iterators import walk


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


def _rfc2231_charset(value):
    try:
        return str(value[2].encode("raw-unicode-escape"), value[0] or "us-ascii")
    except (LookupError, UnicodeError):
        return value[2]


def _uudecoded(data):
    lines = iter(data.splitlines(keepends=True))
    for line in lines:
        mode = line.split(b" ", 2)
        if line.startswith(b"begin ") and len(mode) == 3 and re.fullmatch(rb"[0-7]+", mode[1]):
            break
    else:
        raise ValueError("`begin` line not found")
    made = []
    for line in lines:
        if line.strip(b" \t\r\n\f") == b"end":
            return b"".join(made)
        try:
            made.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders leave rubbish behind the bytes that count.
            made.append(binascii.a2b_uu(line[:(((line[0] - 32) & 63) * 4 + 5) // 3]))
    raise ValueError("Truncated input file")


class MIMEPart(Message):
    """A part of a message: headers are objects (see email.headerregistry), and content is put in and taken out by a content manager."""

    def __init__(self, policy=None):
        if policy is None:
            from .policy import default
            policy = default
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The message as text."""
        policy = self.policy if policy is None else policy
        return super().as_string(unixfrom, policy.max_line_length if maxheaderlen is None else maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        """Whether Content-Disposition says "attachment"."""
        value = self.get("content-disposition")
        return value is not None and value.content_disposition == "attachment"

    def _bodies(self, kinds):
        "(how much it is wanted, part) of what may be the body: the less, the better."
        if self.is_attachment():
            return
        main, sub = self.get_content_maintype(), self.get_content_subtype()
        if main == "text":
            if sub in kinds:
                yield kinds.index(sub), self
        elif main == "multipart" and self.is_multipart():
            if sub != "related":
                for part in self.iter_parts():
                    yield from part._bodies(kinds)
                return
            if "related" in kinds:
                yield kinds.index("related"), self
            root = self._root()
            if root is not None:
                yield from root._bodies(kinds)

    def _root(self):
        "The part of a multipart/related that the others belong to."
        start = self.get_param("start")
        parts = self.get_payload()
        for part in parts if start else ():
            if part["content-id"] == start:
                return part
        return parts[0] if parts else None

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that is most likely the body: the first kind in the list that there is."""
        best = None
        for found in self._bodies(preferencelist):
            if best is None or found[0] < best[0]:
                best = found
            if best[0] == 0:
                break
        return best and best[1]

    def iter_attachments(self):
        """The parts that are no body."""
        kind = self.get_content_type()
        if not kind.startswith("multipart/") or kind == "multipart/alternative":
            return
        payload = self.get_payload()
        try:
            parts = payload.copy()
        except AttributeError:
            return
        if kind == "multipart/related":
            root = self._root()
            yield from [part for part in parts if part is not root]
            return
        # The first of each kind of body is none, unless it says so itself.
        seen = []
        for part in parts:
            kind = part.get_content_type()
            if kind in ("text/plain", "text/html", "multipart/related", "multipart/alternative") and not part.is_attachment() and kind not in seen:
                seen.append(kind)
                continue
            yield part

    def iter_parts(self):
        """The parts of a multipart."""
        if self.is_multipart():
            yield from self.get_payload()

    def get_content(self, *args, content_manager=None, **kw):
        """What the content manager makes of the payload: text, bytes, a message."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        return manager.get_content(self, *args, **kw)

    def set_content(self, *args, content_manager=None, **kw):
        """Sets the payload, and with it the headers Content-..."""
        manager = self.policy.content_manager if content_manager is None else content_manager
        manager.set_content(self, *args, **kw)

    def _become(self, subtype, disallowed_subtypes, boundary):
        "A multipart whose first part is what was there before."
        if self.get_content_maintype() == "multipart":
            current = self.get_content_subtype()
            if current in disallowed_subtypes + (subtype,):
                raise ValueError(f"Cannot convert {current} to {subtype}")
        moved = [header for header in self._headers if header[0].lower().startswith("content-")]
        if moved or self._payload is not None:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._headers = [header for header in self._headers if header not in moved]
            self._payload = [part]
        else:
            self._payload = []
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        """Becomes a multipart/related."""
        self._become("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        """Becomes a multipart/alternative."""
        self._become("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        """Becomes a multipart/mixed."""
        self._become("mixed", (), boundary)

    def _add(self, subtype, disposition, args, kw):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != subtype:
            getattr(self, "make_" + subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and "content-disposition" not in part:
            part["Content-Disposition"] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        """Adds a part to what then is a multipart/related."""
        self._add("related", "inline", args, kw)

    def add_alternative(self, *args, **kw):
        """Adds a part to what then is a multipart/alternative."""
        self._add("alternative", None, args, kw)

    def add_attachment(self, *args, **kw):
        """Adds a part to what then is a multipart/mixed."""
        self._add("mixed", "attachment", args, kw)

    def clear(self):
        """Takes away all headers and the payload."""
        self._headers, self._payload = [], None

    def clear_content(self):
        """Takes away the payload and the headers Content-..."""
        self._headers = [header for header in self._headers if not header[0].lower().startswith("content-")]
        self._payload = None


class EmailMessage(MIMEPart):
    """A whole message."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
