"""The two parsers of format strings that str.format and string.Formatter share."""
from string import _parse_format, _split_field


def formatter_parser(format_string, /):
    if not isinstance(format_string, str):
        raise TypeError(f"expected str, got {type(format_string).__name__}")
    return iter(_parse_format(format_string))


def formatter_field_name_split(field_name, /):
    if not isinstance(field_name, str):
        raise TypeError(f"expected str, got {type(field_name).__name__}")
    first, rest = _split_field(field_name)
    return first, iter(rest)
