"""Contents put into messages and taken out of them (library reference, "email.contentmanager")."""
import binascii
from . import errors, message, quoprimime, charset as _charset


class ContentManager:
    """Functions that get the content of a type, and that set content of a class."""

    def __init__(self):
        self.get_handlers, self.set_handlers = {}, {}

    def add_get_handler(self, key, handler):
        """For the type "text/plain", the main type "text", or "" for all."""
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        """What the handler for the message's type makes of it."""
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ""):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def add_set_handler(self, typekey, handler):
        """For a class, its full name, its qualified name or its name; None for all."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        """Takes away the content of a message and sets another."""
        if msg.get_content_maintype() == "multipart":
            raise TypeError("set_content not valid on multipart")
        handler = self._handler_of(msg, obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _handler_of(self, msg, obj):
        for kind in type(obj).__mro__:
            if kind in self.set_handlers:
                return self.set_handlers[kind]
            full = f"{kind.__module__}.{kind.__qualname__}" if kind.__module__ else kind.__qualname__
            for name in (full, kind.__qualname__, kind.__name__):
                if name in self.set_handlers:
                    return self.set_handlers[name]
        if None in self.set_handlers:
            return self.set_handlers[None]
        full = f"{type(obj).__module__}.{type(obj).__qualname__}"
        raise KeyError(full)


raw_data_manager = ContentManager()


# ---- getting

def get_text_content(msg, errors="replace"):
    return msg.get_payload(decode=True).decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
    return msg.get_payload(decode=True)


def get_message_content(msg):
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    # What is not shown as a message goes as bytes.
    return bytes(msg.get_payload(0))


for _type, _get in {"text": get_text_content, "audio": get_non_text_content, "image": get_non_text_content, "video": get_non_text_content,
                    "application": get_non_text_content, "message/rfc822": get_message_content, "message/external-body": get_message_content,
                    "message": get_and_fixup_unknown_message_content}.items():
    raw_data_manager.add_get_handler(_type, _get)


# ---- setting

def _begin(msg, main, sub, headers):
    msg["Content-Type"] = f"{main}/{sub}"
    if not headers:
        return
    if not hasattr(headers[0], "name"):
        policy = msg.policy
        headers = [policy.header_factory(*policy.header_source_parse([header])) for header in headers]
    try:
        for header in headers:
            if header.defects:
                raise header.defects[0]
            msg[header.name] = header
    except errors.HeaderDefect as problem:
        raise ValueError(f"Invalid header: {header.fold(policy=msg.policy)}") from problem


def _end(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = "attachment"
    if disposition is not None:
        msg["Content-Disposition"] = disposition
    if filename is not None:
        msg.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        msg["Content-ID"] = cid
    for name, value in (params or {}).items():
        msg.set_param(name, value)


def _base64_lines(data, longest):
    size = longest // 4 * 3 if longest else len(data) or 1
    return "".join([binascii.b2a_base64(data[at:at + size]).decode("ascii") for at in range(0, len(data), size)])


def _encoded_text(text, charset, cte, policy):
    """(transfer encoding, payload)"""
    lines, end = text.encode(charset).splitlines() or [b""], policy.linesep.encode("ascii")
    longest = policy.max_line_length
    limit = longest or float("inf")
    if cte is None:
        fits = max(map(len, lines), default=0) <= limit
        if fits and all([line.isascii() for line in lines]):
            return "7bit", b"".join([line + b"\n" for line in lines]).decode("ascii")
        if fits and policy.cte_type == "8bit":
            return "8bit", b"".join([line + b"\n" for line in lines]).decode("ascii", "surrogateescape")
        sample = b"".join([line + b"\n" for line in lines[:10]])
        as_qp = quoprimime.body_encode(sample.decode("latin-1"), longest or 2 ** 31)
        cte = "base64" if len(as_qp) > len(binascii.b2a_base64(sample)) else "quoted-printable"
    written = b"".join([line + end for line in lines])
    if cte == "7bit":
        return cte, b"".join([line + b"\n" for line in lines]).decode("ascii")
    if cte == "8bit":
        return cte, b"".join([line + b"\n" for line in lines]).decode("ascii", "surrogateescape")
    if cte == "quoted-printable":
        return cte, quoprimime.body_encode(b"".join([line + b"\n" for line in lines]).decode("latin-1"), longest or 2 ** 31)
    if cte == "base64":
        return cte, _base64_lines(written, longest)
    raise ValueError(f"Unknown content transfer encoding {cte}")


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    _begin(msg, "text", subtype, headers)
    cte, payload = _encoded_text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param("charset", _charset.ALIASES.get(charset, charset), replace=True)
    msg["Content-Transfer-Encoding"] = cte
    _end(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
    if subtype == "partial":
        raise ValueError("message/partial is not supported for Message objects")
    if subtype == "rfc822":
        if cte not in (None, "7bit", "8bit", "binary"):
            raise ValueError(f"message/rfc822 parts do not support cte={cte}")
        cte = "8bit" if cte is None else cte
    elif subtype == "external-body":
        if cte not in (None, "7bit"):
            raise ValueError(f"message/external-body parts do not support cte={cte}")
        cte = "7bit"
    elif cte is None:
        cte = "7bit"
    _begin(msg, "message", subtype, headers)
    msg.set_payload([message])
    msg["Content-Transfer-Encoding"] = cte
    _end(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None, headers=None):
    _begin(msg, maintype, subtype, headers)
    if cte == "base64":
        data = _base64_lines(data, msg.policy.max_line_length)
    elif cte == "quoted-printable":
        # RFC 2045 wants line ends of binary data quoted.
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode("ascii")
    elif cte == "7bit":
        data = data.decode("ascii")
    elif cte in ("8bit", "binary"):
        data = data.decode("ascii", "surrogateescape")
    msg.set_payload(data)
    msg["Content-Transfer-Encoding"] = cte
    _end(msg, disposition, filename, cid, params)


for _type, _set in {str: set_text_content, message.EmailMessage: set_message_content, bytes: set_bytes_content, bytearray: set_bytes_content,
                    memoryview: set_bytes_content}.items():
    raw_data_manager.add_set_handler(_type, _set)
del _type, _get, _set
