#!/usr/bin/env python3
"""Prints stdlib/html/entities.py: the named character references of HTML (a table of the W3C's), as the given Python knows them.

    python3.12 tools/make_html_entities.py > stdlib/html/entities.py
"""
import html.entities, textwrap

HEAD = '''"""html.entities: the named character references of HTML (library reference, "html.entities"). Made by tools/make_html_entities.py."""

__all__ = ["html5", "name2codepoint", "codepoint2name", "entitydefs"]

# Of HTML 4: name and number.
name2codepoint = {{name: int(number, 16) for name, number in (pair.split("=") for pair in """
{old}""".split())}}

codepoint2name = {{number: name for name, number in name2codepoint.items()}}
entitydefs = {{name: chr(number) for name, number in name2codepoint.items()}}

# Of HTML 5: name (those with a star are also good without a semicolon) and numbers.
html5 = {{}}
for _pair in """
{new}""".split():
    _name, _numbers = _pair.split("=")
    _text = "".join(chr(int(number, 16)) for number in _numbers.split("+"))
    if _name[-1] == "*":
        _name = _name[:-1]
        html5[_name] = _text
    html5[_name + ";"] = _text
del _pair, _name, _numbers, _text
'''


def fill(pairs):
    return "\n".join(textwrap.wrap(" ".join(pairs), 150, break_on_hyphens=False, break_long_words=False))


def main():
    old = fill(f"{name}={number:x}" for name, number in html.entities.name2codepoint.items())
    names = html.entities.html5
    new = fill(f"{name[:-1]}{'*' if name[:-1] in names else ''}={'+'.join(format(ord(c), 'x') for c in text)}"
               for name, text in sorted(names.items()) if name.endswith(";"))
    print(HEAD.format(old=old, new=new), end="")


main()
