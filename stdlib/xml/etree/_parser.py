"""A parser of XML 1.0 with namespaces, that checks what a parser without validation has to. Errors are worded and numbered as expat has them."""

import re

from _xml_machine import run as _run

_NAME = r"[:A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF]" \
        r"[-.0-9:A-Z_a-z\xB7\xC0-\xD6\xD8-\xF6\xF8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F-\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF]*"
_name = re.compile(_NAME)
_space = re.compile(r"[ \t\r\n]*")
_text = re.compile(r"[^<&]*")
_bad_char = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_attribute = re.compile(rf"[ \t\r\n]+({_NAME})[ \t\r\n]*=[ \t\r\n]*(\"[^<\"]*\"|'[^<']*')")
_tag_end = re.compile(r"[ \t\r\n]*(/?)>")
_reference = re.compile(rf"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|({_NAME}));")
_declaration = re.compile(r"<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:'1\.[0-9]+'|\"1\.[0-9]+\")"
                          r"(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:'([A-Za-z][-A-Za-z0-9._]*)'|\"([A-Za-z][-A-Za-z0-9._]*)\"))?"
                          r"(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:'(?:yes|no)'|\"(?:yes|no)\"))?[ \t\r\n]*\?>")
_text_declaration = re.compile(r"<\?xml(?:[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:'1\.[0-9]+'|\"1\.[0-9]+\"))?"
                               r"[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:'[A-Za-z][-A-Za-z0-9._]*'|\"[A-Za-z][-A-Za-z0-9._]*\")[ \t\r\n]*\?>")
_entity_declaration = re.compile(rf"<!ENTITY[ \t\r\n]+({_NAME})[ \t\r\n]+(\"[^\"]*\"|'[^']*')[ \t\r\n]*>")
_S, _QUOTED = r"[ \t\r\n]+", r"\"[^\"]*\"|'[^']*'"
_external_declaration = re.compile(rf"<!ENTITY{_S}({_NAME}){_S}(?:SYSTEM{_S}({_QUOTED})|PUBLIC{_S}({_QUOTED}){_S}({_QUOTED}))(?:{_S}NDATA{_S}({_NAME}))?[ \t\r\n]*>")
_skipped = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_attribute_list = re.compile(rf"<!ATTLIST{_S}({_NAME})((?:{_QUOTED}|[^>\"'])*)>", re.DOTALL)
attribute_declaration = re.compile(rf"{_S}({_NAME}){_S}(\([^)]*\)|NOTATION{_S}\([^)]*\)|[A-Z]+){_S}(#REQUIRED|#IMPLIED|(#FIXED{_S})?({_QUOTED}))", re.DOTALL)
AMPLIFICATION_MOST, AMPLIFICATION_FROM = 100, 8 << 20  # times the document's size that entities may make of it, once they made so many characters
_known = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"
codes = {"no element found": 3, "not well-formed (invalid token)": 4, "unclosed token": 5, "mismatched tag": 7, "duplicate attribute": 8,
         "junk after document element": 9, "undefined entity": 11, "unclosed CDATA section": 20, "unbound prefix": 27, "syntax error": 2,
         "XML or text declaration not at start of entity": 17, "reference to invalid character number": 14, "unknown encoding": 18,
         "XML declaration not well-formed": 30, "text declaration not well-formed": 31, "asynchronous entity": 13, "reference to binary entity": 15,
         "reference to external entity in attribute": 16, "error in processing external entity reference": 21, "recursive entity reference": 12, "limit on input amplification factor (from DTD and entities) breached": 43}


class Problem(Exception):
    def __init__(self, message, at, detail=""):
        self.message, self.at, self.detail = message, at, detail


class Waiting(Exception):
    "The text given so far ends within a token."


class Parser:
    """Calls events.start(name, attributes), end(name), data(text), comment(text), pi(target, text), start_ns(prefix, uri), end_ns(prefix) and
    doctype(name, public, system), skipped(entity, at), external(entity, at). Text may be given piece by piece."""

    namespaces = True  # False: names stay as they are written
    is_standalone = False
    may_skip = False   # entities that are not declared: they may be in what the DOCTYPE refers to
    declares = True    # False: xmlns attributes are attributes as others
    tells_all = False  # True: also events.section(text), for one in CDATA, and declaration(version, encoding, standalone); `subset` is what a DOCTYPE has in brackets
    subset = None
    is_entity = False  # what is read is the text of one, that stands within a document
    adds_defaults = True  # attributes that the DTD gives to an element
    tree = None        # (builder, class of elements, notes, wants): events are a TreeBuilder's that nobody has changed; notes: of starts (1) and ends (2)
    queue = None       # where the notes go

    def __init__(self, events):
        self.events = events
        self.text = ""
        self.at = 0
        self.line, self.line_start = 1, 0  # of what lies before self.at; line_start counts from the start of self.text
        self.open = []       # (name as written, name, scope before it)
        self.scope = {"xml": _XML}
        self.entities = dict(_known)
        self.external = {}   # entities that lie elsewhere: (system, public, notation)
        self.attributes = {}  # element: {attribute: (its type is CDATA, default value or None)}
        self.given = self.made = 0  # characters: of the document so far, and of entities
        self.seen_root = self.seen_anything = self.seen_doctype = False
        self.final = False

    def feed(self, text, final=False):
        self.text = self.text[self.at:] + text
        self.given += len(text)
        self.line_start -= self.at
        self.at = 0
        self.final = final
        if "\r" in self.text:
            held = self.text[-1:] == "\r" and not final
            body = self.text[:-1] if held else self.text
            self.text = body.replace("\r\n", "\n").replace("\r", "\n") + ("\r" if held else "")
        try:
            while self.at < len(self.text):
                before = self.at
                if self.tree is not None and self.open and "" not in self.scope and not self.attributes:
                    self.at = _run(self.text, before, self.open, self.scope, *self.tree)
                    if self.queue is not None:
                        self.queue.extend(self.tree[2])
                        self.tree[2].clear()
                if self.at == before:
                    self.step()
                self.count(before)
        except Waiting:
            pass
        if final:
            if self.at < len(self.text):
                self.count_to(self.at)
                raise Problem("unclosed token", self.at)
            if self.is_entity:
                if len(self.open) != 1:
                    raise Problem("asynchronous entity", len(self.text))
                return
            if self.open or not self.seen_root:
                raise Problem("no element found", len(self.text))

    def count(self, start):
        lines = self.text.count("\n", start, self.at)
        if lines:
            self.line += lines
            self.line_start = self.text.rindex("\n", start, self.at) + 1

    def count_to(self, at):
        pass

    def position(self, at):
        lines = self.text.count("\n", self.at, at) if at > self.at else 0
        if lines:
            return self.line + lines, at - (self.text.rindex("\n", self.at, at) + 1)
        return self.line, at - self.line_start

    def need(self, mark, start, message="unclosed token"):
        "Where the mark is; waits for it."
        found = self.text.find(mark, start)
        if found < 0:
            if self.final:
                raise Problem(message, self.at if message == "unclosed token" else len(self.text))
            raise Waiting
        return found

    def step(self):
        text, at = self.text, self.at
        c = text[at]
        if c == "<":
            self.markup()
        elif not self.open:
            self.outside()
        elif c == "&":
            self.add_reference()
        else:
            end = _text.match(text, at).end()
            if text[end - 1] == "\r" and end == len(text):
                end -= 1
            if not self.final and end == len(text) and text[max(at, end - 2):end].find("]") >= 0:
                end -= len(text[at:end]) - len(text[at:end].rstrip("]"))
            if end == at:
                raise Waiting
            self.check_chars(at, end)
            bad = text.find("]]>", at, end)
            if bad >= 0:
                raise Problem("not well-formed (invalid token)", bad + 2)
            self.events.data(text[at:end])
            self.at = end

    def check_chars(self, start, end):
        bad = _bad_char.search(self.text, start, end)
        if bad:
            raise Problem("not well-formed (invalid token)", bad.start())

    def outside(self):
        end = _space.match(self.text, self.at).end()
        if end < len(self.text) and self.text[end] != "<":
            name = _name.match(self.text, end)
            after = name.end() if name else end
            if after < len(self.text) and self.text[after] not in " \t\r\n":
                raise Problem("not well-formed (invalid token)", after)
            raise Problem("junk after document element" if self.seen_root else "syntax error", end)
        self.seen_anything = True
        self.at = end

    def markup(self):
        text, at = self.text, self.at
        follows = text[at + 1:at + 2]
        if not follows:
            if self.final:
                raise Problem("unclosed token", at)
            raise Waiting
        if follows == "!":
            self.exclamation()
        elif follows == "?":
            self.instruction()
        elif follows == "/":
            self.end_tag()
        else:
            self.start_tag()
        self.seen_anything = True

    def exclamation(self):
        text, at = self.text, self.at
        if text.startswith("<!--", at):
            end = self.need("--", at + 4)
            if not text.startswith("-->", end):
                if len(text) <= end + 2 and not self.final:
                    raise Waiting
                raise Problem("not well-formed (invalid token)", end + 2)
            self.check_chars(at, end)
            self.events.comment(text[at + 4:end])
            self.at = end + 3
        elif text.startswith("<![CDATA[", at) and self.open:
            end = self.need("]]>", at + 9, "unclosed CDATA section")
            self.check_chars(at, end)
            (self.events.section if self.tells_all else self.events.data)(text[at + 9:end])
            self.at = end + 3
        elif text.startswith("<!DOCTYPE", at) and not self.open and not self.seen_root and not self.seen_doctype:
            self.doctype()
        elif not self.final and any(word.startswith(text[at:]) for word in ("<!--", "<![CDATA[", "<!DOCTYPE")):
            raise Waiting
        elif self.seen_root and not self.open:
            raise Problem("junk after document element", at)
        else:
            name = _name.match(text, at + 2)
            if name and name[0] == "DOCTYPE" and not self.open:
                raise Problem("syntax error", at)
            raise Problem("not well-formed (invalid token)", name.end() if name and not self.open else at + 2)

    def doctype(self):
        text, at = self.text, self.at
        depth, quote, i = 0, None, at + 9
        while True:
            if i >= len(text):
                if self.final:
                    raise Problem("unclosed token", at)
                raise Waiting
            c = text[i]
            if quote:
                if c == quote:
                    quote = None
            elif text.startswith("<!--", i):
                i = self.need("-->", i + 4) + 2
            elif c in "\"'":
                quote = c
            elif c == "[":
                depth += 1
            elif c == "]":
                depth -= 1
            elif c == ">" and depth == 0:
                break
            i += 1
        content = text[at + 9:i]
        self.declare_entities(content)
        head = re.match(rf"[ \t\r\n]+({_NAME})(?:[ \t\r\n]+(?:SYSTEM|PUBLIC[ \t\r\n]+(\"[^\"]*\"|'[^']*'))[ \t\r\n]+(\"[^\"]*\"|'[^']*'))?", content)
        if head is None:
            raise Problem("syntax error", at + 9)
        bracket = content.find("[", head.end())
        self.subset = content[bracket + 1:content.rindex("]")] if 0 <= bracket < content.rfind("]") else None
        if self.subset and "<!ATTLIST" in self.subset:
            self.declare_attributes(_skipped.sub("", self.subset))
        refers = self.subset is not None and "%" in self.subset and re.search(rf"%{_NAME};", _skipped.sub("", self.subset))  # to what is not read
        self.may_skip = (head[3] is not None or bool(refers)) and not self.is_standalone
        self.events.doctype(head[1], head[2] and head[2][1:-1], head[3] and head[3][1:-1])
        self.seen_doctype = True
        self.at = i + 1

    def begin_entity(self, outer):
        "What is to be read is the text of an entity, where another parser is now."
        self.is_entity = self.seen_root = True
        self.open, self.scope = [("", "", {}, [])], outer.scope
        self.share_declarations(outer)

    def share_declarations(self, outer):
        self.entities, self.external, self.attributes = outer.entities, outer.external, outer.attributes
        self.may_skip, self.is_standalone = outer.may_skip, outer.is_standalone

    def declare_entities(self, content):
        for match in _entity_declaration.finditer(content):
            if match[1] not in self.external:
                self.entities.setdefault(match[1], match[2][1:-1])
        for match in _external_declaration.finditer(content) if "SYSTEM" in content or "PUBLIC" in content else ():
            if match[1] not in self.entities:
                self.external.setdefault(match[1], ((match[2] or match[4])[1:-1], match[3] and " ".join(match[3][1:-1].split()), match[5]))

    def declare_attributes(self, subset):
        for element in _attribute_list.finditer(subset):
            known = self.attributes.setdefault(element[1], {})
            for found in attribute_declaration.finditer(element[2]):
                is_text = found[2] == "CDATA"
                value = found[5] and self.attribute_value(found[5][1:-1], self.at, self.at)
                known.setdefault(found[1], (is_text, value if is_text or value is None else " ".join(value.split())))

    def instruction(self):
        text, at = self.text, self.at
        end = self.need("?>", at + 2)
        target = _name.match(text, at + 2)
        if target is None:
            raise Problem("not well-formed (invalid token)", at + 2)
        if target[0].lower() == "xml":
            if self.seen_anything or target[0] != "xml":
                raise Problem("XML or text declaration not at start of entity" if target[0] == "xml" else "not well-formed (invalid token)", at)
            if self.is_entity and not _text_declaration.match(text, at):
                raise Problem("text declaration not well-formed", at + 5)
            if not self.is_entity and not _declaration.match(text, at):
                raise Problem("XML declaration not well-formed", at + 5)
            self.is_standalone = bool(re.search(r"standalone[ \t\r\n]*=[ \t\r\n]*.yes", text[at:end]))
            if self.tells_all and not self.is_entity:
                told = {name: value for name, _, value in re.findall(r"(\w+)[ \t\r\n]*=[ \t\r\n]*([\"'])(.*?)\2", text[at:end])}
                self.events.declaration(told["version"], told.get("encoding"), told.get("standalone"))
        else:
            start = _space.match(text, target.end(), end).end()
            if start == target.end() and start != end:
                raise Problem("not well-formed (invalid token)", start)
            self.events.pi(target[0], text[start:end])
        self.at = end + 2

    def start_tag(self):
        text, at = self.text, self.at
        match = _name.match(text, at + 1)
        if match is None:
            if text[at + 1:] == "" and not self.final:
                raise Waiting
            raise Problem("not well-formed (invalid token)", at + 1)
        if not self.open and self.seen_root:
            raise Problem("junk after document element", at)
        name, i = match[0], match.end()
        if name.count(":") > 1:
            raise Problem("not well-formed (invalid token)", at + 1 + name.index(":", name.index(":") + 1))
        attributes = {}
        while True:
            end = _tag_end.match(text, i)
            if end:
                break
            attribute = _attribute.match(text, i)
            if attribute is None:
                self.bad_tag(i)
            if attribute[1] in attributes:
                raise Problem("duplicate attribute", attribute.start(1))
            value = attribute[2][1:-1]
            self.check_chars(attribute.start(2), attribute.end(2))
            attributes[attribute[1]] = self.attribute_value(value, attribute.start(2) + 1, at)
            i = attribute.end()
        if name in self.attributes:
            for key, (is_text, default) in self.attributes[name].items():
                if key not in attributes:
                    if default is not None and self.adds_defaults:
                        attributes[key] = default
                elif not is_text:
                    attributes[key] = " ".join(filter(None, attributes[key].split(" ")))
        self.emit_start(name, attributes, at)
        self.at = end.end()
        if end[1]:
            self.emit_end()

    def bad_tag(self, i):
        text = self.text
        rest = text[i:]
        if not self.final and re.fullmatch(rf"(?:[ \t\r\n]*/?|[ \t\r\n]+{_NAME}[ \t\r\n]*(?:=[ \t\r\n]*(?:\"[^<\"]*|'[^<']*)?)?)", rest):
            raise Waiting
        if re.fullmatch(rf"(?:[ \t\r\n]*/?|[ \t\r\n]+{_NAME}[ \t\r\n]*(?:=[ \t\r\n]*(?:\"[^<\"]*|'[^<']*)?)?)", rest):
            raise Problem("unclosed token", self.at)
        if rest[:1] in "\"'" or i and text[i - 1] in "\"'" and rest[:1] not in " \t\r\n/":
            raise Problem("not well-formed (invalid token)", i)
        slash = re.match(r"[ \t\r\n]*/", rest)
        if slash:
            raise Problem("not well-formed (invalid token)", i + slash.end())
        match = re.match(rf"[ \t\r\n]*(?:{_NAME}[ \t\r\n]*(?:=[ \t\r\n]*(?:\"[^<\"]*|'[^<']*)?)?)?", rest)
        raise Problem("not well-formed (invalid token)", i + match.end())

    def attribute_value(self, value, at, start):
        if "\n" in value or "\t" in value:
            value = value.replace("\n", " ").replace("\t", " ")  # as they are written; those of references stay
        return self.expanded(value, at, (), start) if "&" in value else value

    def expanded(self, value, at, inside, tag):
        "With the references replaced; what is wrong with one is wrong at the start of the tag."
        parts, start = [], 0
        while (ampersand := value.find("&", start)) >= 0:
            parts.append(value[start:ampersand])
            match = _reference.match(value, ampersand)
            if match is None:
                raise Problem("not well-formed (invalid token)", at + ampersand + 1)
            parts.append(self.referenced(match, at + ampersand if match[3] in self.external and not inside else tag, inside))
            start = match.end()
        parts.append(value[start:])
        return "".join(parts)

    def referenced(self, match, at, inside):
        if match[3]:
            name = match[3]
            if name in _known:
                return _known[name]
            if name not in self.entities:
                if name in self.external:
                    raise Problem("reference to binary entity" if self.external[name][2] else "reference to external entity in attribute", at)
                if not self.may_skip:
                    raise Problem("undefined entity", at)
                return ""
            if name in inside or len(inside) > 20:
                raise Problem("recursive entity reference", at)
            text = self.expanded(self.entities[name], at, inside + (name,), at)
            self.amplify(len(text), at)
            return text
        number = int(match[1]) if match[1] else int(match[2], 16)
        if number > 0x10FFFF or 0xD800 <= number < 0xE000 or number < 32 and number not in (9, 10, 13) or number in (0xFFFE, 0xFFFF):
            raise Problem("reference to invalid character number", at)
        return chr(number)

    def amplify(self, size, at):
        "What entities make of a document is bounded, as expat bounds it."
        self.made += size
        if self.made > AMPLIFICATION_FROM and self.made > AMPLIFICATION_MOST * self.given:
            raise Problem("limit on input amplification factor (from DTD and entities) breached", at)

    def add_reference(self):
        text, at = self.text, self.at
        match = _reference.match(text, at)
        if match is None:
            if not self.final and re.fullmatch(rf"&(?:#x?[0-9a-fA-F]*|(?:{_NAME})?)", text[at:]):
                raise Waiting
            if self.final and re.fullmatch(rf"&(?:#x?[0-9a-fA-F]*|(?:{_NAME})?)", text[at:]):
                raise Problem("unclosed token", at)
            bad = re.match(rf"&(?:#x?[0-9a-fA-F]*|(?:{_NAME})?)", text[at:])
            raise Problem("not well-formed (invalid token)", at + bad.end())
        if match[3] and match[3] in self.entities and match[3] not in _known and "<" in self.entities[match[3]]:
            self.text = text[:at] + self.entities[match[3]] + text[match.end():]  # there is markup in it
            if len(self.text) > 10_000_000:
                raise Problem("limit on input amplification factor (from DTD and entities) breached", at)
            return
        if match[3] in self.external:
            if self.external[match[3]][2]:
                raise Problem("reference to binary entity", at)
            self.events.external(match[3], at)
            self.at = match.end()
            return
        if self.may_skip and match[3] and match[3] not in self.entities and match[3] not in _known:
            self.events.skipped(match[3], at)
        value = self.referenced(match, at, ())
        if len(value) > 10_000_000:
            raise Problem("limit on input amplification factor (from DTD and entities) breached", at)
        if value:
            self.events.data(value)
        self.at = match.end()

    def resolved(self, name, is_attribute, at):
        if not self.namespaces:
            return name
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = "" if is_attribute else self.scope.get("", "")
            return f"{{{uri}}}{name}" if uri else name
        uri = self.scope.get(prefix)
        if not uri:
            raise Problem("unbound prefix", at)
        return f"{{{uri}}}{local}"

    def emit_start(self, written, attributes, at):
        before = self.scope
        own = []
        plain = {}
        for name, value in attributes.items():
            if self.declares and (name == "xmlns" or name.startswith("xmlns:")):
                if not own:
                    self.scope = dict(self.scope)
                own.append((name[6:], value))
                self.scope[name[6:]] = value
            else:
                plain[name] = value
        name = self.resolved(written, False, at)
        result = {}
        for key, value in plain.items():
            key = self.resolved(key, True, at) if ":" in key else key
            if key in result:
                raise Problem("duplicate attribute", at)
            result[key] = value
        for prefix, uri in own:
            self.events.start_ns(prefix, uri)
        self.open.append((written, name, before, own))
        self.seen_root = True
        self.events.start(name, result)

    def emit_end(self):
        _, name, before, own = self.open.pop()
        self.events.end(name)
        for prefix, _ in reversed(own):
            self.events.end_ns(prefix)
        self.scope = before

    def end_tag(self):
        text, at = self.text, self.at
        match = _name.match(text, at + 2)
        if match is None or match.end() == len(text):
            if self.final or match is None and len(text) > at + 2:
                raise Problem("not well-formed (invalid token)" if len(text) > at + 2 and match is None else "unclosed token", at + 2 if match is None and len(text) > at + 2 else at)
            raise Waiting
        end = _space.match(text, match.end()).end()
        if end == len(text):
            if self.final:
                raise Problem("unclosed token", at)
            raise Waiting
        if text[end] != ">":
            raise Problem("not well-formed (invalid token)", end)
        if not self.open:
            raise Problem("not well-formed (invalid token)" if not self.seen_root else "junk after document element", at + 1 if not self.seen_root else at)
        if self.is_entity and len(self.open) == 1:
            raise Problem("asynchronous entity", at)
        if self.open[-1][0] != match[0]:
            raise Problem("mismatched tag", at + 2)
        self.emit_end()
        self.at = end + 1


def decoded(data):
    "The text of a document in bytes: by its byte-order mark or its declaration."
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if data.startswith(b"<\0?\0"):
        return data.decode("utf-16-le")
    if data.startswith(b"\0<\0?"):
        return data.decode("utf-16-be")
    match = re.match(rb"<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*[\"']([A-Za-z][-A-Za-z0-9._]*)[\"']", data)
    encoding = match[1].decode() if match else "utf-8"
    return data.decode(encoding)
