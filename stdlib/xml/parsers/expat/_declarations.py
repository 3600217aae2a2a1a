"""The declarations of a DTD, one by one."""
import re
from xml.etree._parser import _NAME, _QUOTED, _S, attribute_declaration
from . import model

_EXTERNAL = rf"(?:SYSTEM{_S}({_QUOTED})|PUBLIC{_S}({_QUOTED})(?:{_S}({_QUOTED}))?)"
_part = re.compile(rf"<!--(?P<comment>.*?)-->|<\?(?P<target>{_NAME})(?:{_S}(?P<data>.*?))?\?>|<!(?P<kind>ENTITY|NOTATION|ELEMENT|ATTLIST){_S}(?P<rest>(?:{_QUOTED}|[^>\"'])*)>|%(?P<reference>{_NAME});", re.DOTALL)
_conditional = re.compile(r"<!\[[ \t\r\n]*(INCLUDE|IGNORE)[ \t\r\n]*\[")
_between = re.compile(rf"(?:[ \t\r\n]|\]\]>)*")  # where a section that is included has ended, too
_entity = re.compile(rf"(%{_S})?({_NAME}){_S}(?:({_QUOTED})|{_EXTERNAL}(?:{_S}NDATA{_S}({_NAME}))?)[ \t\r\n]*", re.DOTALL)
_notation = re.compile(rf"({_NAME}){_S}{_EXTERNAL}[ \t\r\n]*", re.DOTALL)
_element = re.compile(rf"({_NAME}){_S}(.*)", re.DOTALL)
_character = re.compile(r"&#(?:([0-9]+)|x([0-9a-fA-F]+));")
_token = re.compile(rf"#PCDATA|{_NAME}|[(),|?*+]")
_QUANTIFIERS = {"?": model.XML_CQUANT_OPT, "*": model.XML_CQUANT_REP, "+": model.XML_CQUANT_PLUS}


def _unquoted(text):
    return None if text is None else text[1:-1]


def _public(text):
    return None if text is None else " ".join(text[1:-1].split())


def _value(text):
    return _character.sub(lambda found: chr(int(found[1]) if found[1] else int(found[2], 16)), text[1:-1])


def content_model(text):
    """(type, quantifier, name, children) of what an element may contain."""
    if text in ("EMPTY", "ANY"):
        return (model.XML_CTYPE_EMPTY if text == "EMPTY" else model.XML_CTYPE_ANY, model.XML_CQUANT_NONE, None, ())
    tokens = _token.findall(text)[::-1]

    def quantifier():
        return _QUANTIFIERS[tokens.pop()] if tokens and tokens[-1] in _QUANTIFIERS else model.XML_CQUANT_NONE

    open_groups = []  # [type, children]; nesting is the document's to choose
    while tokens:
        token = tokens.pop()
        if token == "(":
            open_groups.append([model.XML_CTYPE_SEQ, []])
        elif token == "#PCDATA":
            open_groups[-1][0] = model.XML_CTYPE_MIXED
        elif token == "|":
            if open_groups[-1][0] == model.XML_CTYPE_SEQ:
                open_groups[-1][0] = model.XML_CTYPE_CHOICE
        elif token != ",":
            if token == ")":
                kind, children = open_groups.pop()
                made = (kind, quantifier(), None, tuple(children))
            else:
                made = (model.XML_CTYPE_NAME, quantifier(), token, ())
            if not open_groups:
                return made
            open_groups[-1][1].append(made)
    return None


def events(subset):
    """(name of the handler, its arguments) of each part of the subset."""
    for part in _part.finditer(subset):
        kind, rest = part["kind"], part["rest"]
        if part["reference"] is not None:
            yield "ParameterReference", (part["reference"],)
        elif part["comment"] is not None:
            yield "Comment", (part["comment"],)
        elif part["target"] is not None:
            yield "ProcessingInstruction", (part["target"], part["data"] or "")
        elif kind == "ENTITY" and (found := _entity.fullmatch(rest)):
            is_parameter, name, value, system, public, public_system, notation = found.groups()
            system, public = _unquoted(system or public_system), _public(public)
            if notation is not None:
                yield "UnparsedEntityDecl", (name, None, system, public, notation)
            else:
                yield "EntityDecl", (name, int(is_parameter is not None), None if value is None else _value(value), None, system, public, None)
        elif kind == "NOTATION" and (found := _notation.fullmatch(rest)):
            name, system, public, public_system = found.groups()
            yield "NotationDecl", (name, None, _unquoted(system or public_system), _public(public))
        elif kind == "ELEMENT" and (found := _element.fullmatch(rest)):
            contents = content_model(found[2].strip())
            if contents is not None:
                yield "ElementDecl", (found[1], contents)
        elif kind == "ATTLIST" and (name := re.match(_NAME, rest)):
            for attribute in attribute_declaration.finditer(rest, name.end()):
                default = attribute[5]
                yield "AttlistDecl", (name[0], attribute[1], "".join(attribute[2].split()), None if default is None else _value(default),
                                      int(attribute[3] == "#REQUIRED" or attribute[4] is not None))


def complete(text):
    """Of what an external DTD has so far: (the declarations that are complete, without those to be ignored; the rest)."""
    at, parts = 0, []
    while (at := _between.match(text, at).end()) < len(text):
        if found := _conditional.match(text, at):
            if found[1] == "IGNORE":
                end = _end_of_ignored(text, found.end())
                if end < 0:
                    break
                at = end
            else:
                at = found.end()
        elif found := _part.match(text, at):
            if text[at:at + 5] != "<?xml":
                parts.append(found[0])
            at = found.end()
        else:
            break
    return "".join(parts), text[at:]


def _end_of_ignored(text, at):
    "Behind the end of the section; sections may lie in each other. -1: it has not come yet."
    depth = 1
    while depth:
        found = re.compile(r"<!\[|\]\]>").search(text, at)
        if found is None:
            return -1
        depth += 1 if found[0] == "<![" else -1
        at = found.end()
    return at
