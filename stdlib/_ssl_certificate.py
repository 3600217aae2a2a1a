"""What SSLSocket.getpeercert tells of a certificate, read from its DER (X.690; the parts: RFC 5280)."""
from _ssl import txt2obj as _txt2obj

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _part(data, at):
    """(tag, where its contents begin, where they end) of what stands there."""
    tag, size = data[at], data[at + 1]
    at += 2
    if size & 0x80:
        count = size & 0x7f
        size = int.from_bytes(data[at:at + count], "big")
        at += count
    if at + size > len(data):
        raise ValueError("the certificate is cut off")
    return tag, at, at + size


def _parts(data):
    """[(tag, contents), ...]"""
    found, at = [], 0
    while at < len(data):
        tag, start, at = _part(data, at)
        found.append((tag, data[start:at]))
    return found


def _oid(data):
    numbers, number = [], 0
    for byte in data:
        number = number << 7 | byte & 0x7f
        if not byte & 0x80:
            numbers.append(number)
            number = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))


def _oid_name(data):
    oid = _oid(data)
    return _txt2obj(oid, False)[2] or oid


def _text(tag, data):
    if tag == 0x1e:  # BMPString
        return data.decode("utf-16-be", "replace")
    if tag == 0x1c:  # UniversalString
        return data.decode("utf-32-be", "replace")
    return data.decode("utf-8" if tag == 0x0c else "latin-1")


def _name(data):
    return tuple(tuple((_oid_name(pair[0][1]), _text(*pair[1])) for pair in (_parts(each) for _, each in _parts(group))) for _, group in _parts(data))


def _time(tag, data):
    text = data.decode("ascii")
    if tag == 0x17:  # UTCTime: two digits for the year
        text = ("19" if text[0] >= "5" else "20") + text
    return f"{_MONTHS[int(text[4:6]) - 1]} {int(text[6:8]):2d} {text[8:10]}:{text[10:12]}:{text[12:14]} {text[:4]} GMT"


def _address(data):
    if len(data) == 4:
        return ".".join(map(str, data))
    if len(data) == 16:
        return ":".join(f"{data[i] << 8 | data[i + 1]:X}" for i in range(0, 16, 2))
    return "<invalid>"


def _general_name(tag, data):
    kind = tag & 0x1f
    if kind == 1:
        return "email", data.decode("ascii")
    if kind == 2:
        return "DNS", data.decode("ascii")
    if kind == 4:
        return "DirName", _name(_parts(data)[0][1])
    if kind == 6:
        return "URI", data.decode("ascii")
    if kind == 7:
        return "IP Address", _address(data)
    if kind == 8:
        return "Registered ID", _oid_name(data)
    return {0: "othername", 3: "X400Name", 5: "EdiPartyName"}.get(kind, "Unknown"), "<unsupported>"


def _uris(names):
    return [data.decode("ascii") for tag, data in names if tag & 0x1f == 6]


def _extensions(data, found):
    for _, extension in _parts(data):
        parts = _parts(extension)
        oid, value = _oid(parts[0][1]), parts[-1][1]
        if oid == "2.5.29.17":
            found["subjectAltName"] = tuple(_general_name(*each) for each in _parts(_parts(value)[0][1]))
        elif oid == "1.3.6.1.5.5.7.1.1":  # where to ask about it, and for who signed it
            for _, access in _parts(_parts(value)[0][1]):
                method, place = _parts(access)
                key = {"1.3.6.1.5.5.7.48.1": "OCSP", "1.3.6.1.5.5.7.48.2": "caIssuers"}.get(_oid(method[1]))
                if key and place[0] & 0x1f == 6:
                    found[key] = found.get(key, ()) + (place[1].decode("ascii"),)
        elif oid == "2.5.29.31":
            uris = []
            for _, point in _parts(_parts(value)[0][1]):
                for tag, names in _parts(point):
                    if tag == 0xa0:
                        for form, each in _parts(names):
                            if form == 0xa0:
                                uris += _uris(_parts(each))
            if uris:
                found["crlDistributionPoints"] = tuple(uris)


def decode(der):
    """The certificate as a dict."""
    fields = _parts(_parts(_parts(der)[0][1])[0][1])
    version = 1
    if fields[0][0] == 0xa0:
        version = 1 + int.from_bytes(_parts(fields.pop(0)[1])[0][1], "big")
    serial = int.from_bytes(fields[0][1], "big", signed=True)
    digits = f"{abs(serial):X}"
    found = {
        "subject": _name(fields[4][1]),
        "issuer": _name(fields[2][1]),
        "version": version,
        "serialNumber": ("-" if serial < 0 else "") + "0" * (len(digits) % 2) + digits,
    }
    found["notBefore"], found["notAfter"] = (_time(*each) for each in _parts(fields[3][1]))
    for tag, data in fields[6:]:
        if tag == 0xa3:
            _extensions(_parts(data)[0][1], found)
    order = ("subject", "issuer", "version", "serialNumber", "notBefore", "notAfter", "subjectAltName", "OCSP", "caIssuers", "crlDistributionPoints")
    return {key: found[key] for key in order if key in found}
