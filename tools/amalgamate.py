#!/usr/bin/env python3
"""Writes typhon.c and typhon.h: the whole library as two files to drop into a project.

    tools/amalgamate.py --output DIR --include DIR... --define NAME... --option NAME=PATTERN... FILE...

FILE: the C files of the library, in any order. `typhon.c` has the system's headers first, then ours in the order of their dependencies, then the C files. What a C file keeps to
itself (static names, types, constants, macros) may be named alike in another: such names get the file's own ending. What files share and does not begin with typhon_ begins with
typhon_i_ in the object file, so that it meets no name of the program. --option: files whose paths the regular
expression finds are compiled only where NAME is defined, and need a library of their own.
"""
import argparse, collections, pathlib, re, sys

TOKEN = re.compile(
    r"""(?P<space>(?:[ \t\f\v]|\\\n|/\*.*?\*/|//(?:\\\n|[^\n])*)+)|(?P<newline>\n)|(?P<string>(?:u8|[LuU])?"(?:\\.|[^"\\\n])*"|[LuU]?'(?:\\.|[^'\\\n])*')"""
    r"""|(?P<name>[A-Za-z_]\w*)|(?P<number>\.?\d(?:[eEpP][+-]|[\w.])*)|(?P<other>\#\#|->|.)""",
    re.S | re.X,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"(?P<ours>[^"]+)"|<(?P<system>[^>]+)>).*$', re.M)
KEEP, KEEP_END = "/* rows of a table */", "/* end of the table */"  # their names are members' and parts of names, too
SYSTEM = set("accept bind connect listen send select poll read write open close link remove rename index signal time pipe wait exp log round div".split())  # declared for all files here
PUBLIC = "include/typhon.h"
DECLARED_BY = {"struct", "union", "enum"}
KEYWORDS = set("auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static struct switch"
               " typedef union unsigned void volatile while _Bool _Noreturn _Thread_local _Atomic bool".split())


class Files:
    def __init__(self, folders):
        self.folders = [pathlib.Path(folder) for folder in folders]
        self.texts = {}

    def name(self, path):
        """As #include has it."""
        inside = [folder for folder in self.folders if pathlib.Path(path).is_relative_to(folder)]
        return str(pathlib.Path(path).relative_to(inside[0])) if inside else path

    def text(self, name):
        if name not in self.texts:
            found = next((folder / name for folder in self.folders if (folder / name).is_file()), None)
            if not found:
                sys.exit(f"amalgamate: {name} is in none of the folders")
            self.texts[name] = re.sub(r"^#line .*\n", "", found.read_text(), flags=re.M)
        return self.texts[name]


def conditional(text):
    """Where the preprocessor's conditions stand around a place, its include guard left out: the start and end of each."""
    spans, opened = [], []
    for match in re.finditer(r"^[ \t]*#[ \t]*(if|ifdef|ifndef|endif)\b.*$", text, re.M):
        if match[1] == "endif":
            start = opened.pop()
            if start is not None:
                spans.append((start, match.end()))
        else:
            opened.append(None if re.match(r"#ifndef TYPHON_\w+_H$", match[0]) else match.start())
    return spans


def includes(text):
    """The #include lines that hold always."""
    spans = conditional(text)
    return [match for match in INCLUDE.finditer(text) if not any(start <= match.start() < end for start, end in spans)]


def tokens(text):
    return [(match.lastgroup, match.group()) for match in TOKEN.finditer(text)]


def significant(text):
    """Tokens without space and without the lines of the preprocessor, each with the depth of its braces; what stands in parentheses is left out."""
    text = re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", "", text, flags=re.M)
    depth = parens = 0
    for kind, word in tokens(text):
        if kind in ("space", "newline"):
            continue
        if word == "}":
            depth -= 1
        if word == ")":
            parens -= 1
        if parens == 0:
            yield kind, word, depth
        if word == "{":
            depth += 1
        if word == "(":
            parens += 1


def is_table(text):
    """The library's texts and units: strings, of millions of bytes."""
    return text.startswith("// Made by tools/")


def declared_names(text):
    """Of a C file or header: names at file scope that it keeps to itself, those of them that are types and constants, and names that others may use."""
    if is_table(text):
        names = re.findall(r"^(static )?const \w+ (\w+)\[\]", text, re.M)
        return {name for static, name in names if static}, set(), {name for static, name in names if not static}
    pointers = set(re.findall(r"\btypedef\b[^;{]*\(\*(\w+)\)", text))
    own, types, shared = set(pointers), set(pointers), set()
    statement, constants = [], False
    for kind, word, depth in significant(text):
        if depth == 0 and word == "{":
            constants = "enum" in [other for _, other in statement[-2:]]
            statement.append((kind, word))
        elif depth == 1 and constants and kind == "name" and statement[-1][1] in ("{", ","):
            own.add(word), types.add(word)
            statement.append((kind, word))
        elif depth == 1 and constants:
            statement.append((kind, word))
        elif depth > 0:
            continue
        elif word in (";", "}"):
            statement.append((kind, word))
            ends = word == ";" or not ({"=", "typedef", "struct", "union", "enum"} & {other for _, other in statement}) or is_function(statement)
            if ends:
                note(statement, own, types, shared)
                statement = []
        else:
            if [other for _, other in statement[1:]] == ["(", ")"] and statement[0][1].isupper():  # a macro that stands alone
                statement = []
            statement.append((kind, word))
    return own - KEYWORDS, types - KEYWORDS, shared - KEYWORDS


def is_function(statement):
    words = [word for _, word in statement]
    return "(" in words and "{" in words and words.index("(") < words.index("{") and "=" not in words[: words.index("{")]


def note(statement, own, types, shared):
    words = [word for _, word in statement]
    kinds = [kind for kind, _ in statement]
    for i, word in enumerate(words[:-1]):
        if word in DECLARED_BY and kinds[i + 1] == "name" and words[i + 2 : i + 3] in (["{"], [";"]):
            own.add(words[i + 1]), types.add(words[i + 1])
    head = words
    if "{" in words and "}" in words and not is_function(statement):  # what stands behind a body: struct { ... } name
        head = words[: words.index("{")] + words[words.index("}") + 1 :]
    names, before = [], None
    for i, word in enumerate(head):
        if word == "]":
            before = None
        elif re.match(r"[A-Za-z_]\w*$", word):
            before = word
        elif word in ("(", "=", "[", ";", ",", "{") and before:
            if word == "(" and before in ("__attribute__", "typeof", "_Alignas", "_Static_assert"):
                before = None
                continue
            names.append(before)
            before = None
            if word in ("(", "=", "{"):
                break
    if "typedef" in words:
        names = [word for word in head[-2:-1] if re.match(r"[A-Za-z_]\w*$", word)]  # of pointers to functions: see declared_names
        own.update(names), types.update(names)
    elif "static" in words:
        own.update(names)
    elif names and "extern" not in words[:1] or "extern" in words:
        shared.update(names)


def defined_names(text):
    """What a header defines rather than declares: bodies of structs, constants, inline functions."""
    names = set(re.findall(r"\b(?:struct|union|enum) (\w+)\s*{", text)) | set(re.findall(r"^}\s*(\w+);", text, re.M))
    names |= set(re.findall(r"^(?!typedef|return|else)[A-Za-z_][^;{}()=#]*?\b(\w+)(?:\(|;|\[)", text, re.M))
    return names | {word for word in declared_names(text)[1] if re.search(rf"\benum\b[^{{}};]*{{[^}}]*\b{word}\b", text)}


def makers(text, known, static=True):
    """The macros that make static names (or others) of their arguments: for each macro what it pastes together, texts and the numbers of arguments."""
    found = dict(known)
    for name, parameters, replacement in re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+)\(([^)]*)\)((?:\\\n|[^\n])*)", text, re.M):
        parameters = [parameter.strip() for parameter in parameters.split(",")]
        place = {parameter: i for i, parameter in enumerate(parameters) if parameter}
        makes = set()
        if ("static" in replacement) == static:
            for whole in re.findall(r"\w+(?:##\w+)+(?=\s*[(\[=;])", replacement.replace(" ## ", "##")):
                makes.add(tuple(place.get(part, part) for part in whole.split("##")))
            for parameter in place if static else ():
                if re.search(rf"static [\w *]*?\b{parameter}\(", replacement):
                    makes.add((place[parameter],))
            for parameter in () if static else place:
                if re.match(rf"\s*\\?\s*const \w+ {parameter} =", replacement):
                    makes.add((place[parameter],))
        for inner, inner_makes in list(found.items()):
            for arguments in re.findall(rf"\b{inner}\(([^()]*)\)", replacement):
                arguments = [place.get(argument.strip(), argument.strip()) for argument in arguments.split(",")]
                for parts in inner_makes:
                    if all(isinstance(part, str) or part < len(arguments) for part in parts):
                        makes.add(tuple(part if isinstance(part, str) else arguments[part] for part in parts))
        makes = {parts for parts in makes if any(isinstance(part, int) for part in parts)}
        if makes:
            found[name] = makes
    return found


def made_names(text, known, static=True):
    """Static names (or others) that macros make in this file: pasted together, and as they stand."""
    pasted, plain = set(), set()
    making = makers(text, known, static)
    calls = [(macro, arguments) for macro in making for arguments in re.findall(rf"\b{macro}\(([^()]*)", text)]
    # Lists: #define METHODS(X) X(append) X(pop), and METHODS(DEFINE_METHOD).
    for name, parameter, rows in re.findall(r"^#define (\w+)\((\w+)\)((?:\\\n|[^\n])*)", text, re.M):
        for macro in re.findall(rf"\b{name}\((\w+)\)", text):
            if macro in making:
                calls += [(macro, arguments) for arguments in re.findall(rf"\b{parameter}\(([^()]*)", rows)]
    for macro, arguments in calls:
        arguments = [argument.strip() for argument in arguments.split(",")]
        for parts in making[macro]:
            if any(isinstance(part, int) and (part >= len(arguments) or not re.match(r"\w+$", arguments[part])) for part in parts):
                continue
            made = "".join(part if isinstance(part, str) else arguments[part] for part in parts)
            (pasted if len(parts) > 1 else plain).add(made)
    return pasted, plain


def macros(text):
    return re.findall(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", text, re.M)


def renamed(text, names, constants_and_types):
    """The text with each of `names` replaced by what it maps to, but for members of structs, which SLOT(member, function) names, too."""
    out, last, before, structs, depth = [], "", "", [], 0
    opens_struct = is_kept = False
    for kind, word in tokens(text):
        if kind == "space" and (KEEP in word or KEEP_END in word):
            is_kept = word.rfind(KEEP) > word.rfind(KEEP_END)
        if kind == "name" and word in names and last not in (".", "->", "#") and (before, last) != ("SLOT", "(") and not is_kept:
            inside = structs and structs[-1] == depth
            if not inside or word in constants_and_types:
                word = names[word]
        if word == "{":
            depth += 1
            if opens_struct:
                structs.append(depth)
            opens_struct = False
        elif word == "}":
            if structs and structs[-1] == depth:
                structs.pop()
            depth -= 1
        elif word in ("struct", "union"):
            opens_struct = True
        elif kind not in ("space", "newline", "name"):
            opens_struct = False
        out.append(word)
        if kind not in ("space", "newline"):
            before, last = last, word
    return "".join(out)


class Library:
    """The library's C files and headers, what each declares, and what its names become."""

    def __init__(self, files, sources, guarded):
        self.files, self.sources, self.guarded = files, sources, guarded
        self.system, self.settings = {}, {}  # lines to include the system's headers, macros that these look at: who needs them (None: all)
        self.reached = {}  # of each file: the headers that it sees
        headers = {}
        for source in sorted(sources, key=lambda source: source in guarded):
            self.visit(source, guarded.get(source), headers)
        self.headers = list(headers)  # in the order of their dependencies
        self.header_texts = {name: self.body(name) for name in self.headers}
        self.source_texts = {name: self.body(name) for name in sources}
        self.texts = {**self.header_texts, **self.source_texts}
        self.program = [text for text in self.texts.values() if not is_table(text)]
        self.declared = {name: declared_names(text) for name, text in self.texts.items()}
        self.types = {name: self.declared[name][1] for name in self.texts}
        self.renames = {name: {} for name in self.texts}
        self.pasted = {}  # of each C file: names that macros make, to be renamed by macros
        self.find_pasted()
        self.part_headers()
        self.part_sources()
        self.shared = self.find_shared()

    def visit(self, name, guard, headers):
        self.reached.setdefault(name, set())
        always = includes(self.files.text(name))
        last = max((match.start() for match in always if match["system"]), default=0)
        settings = re.findall(r"^#define (?!_GNU_SOURCE|_DEFAULT_SOURCE|TYPHON_)\w+ .*\n", self.files.text(name)[:last], re.M)
        for match in always:
            if match["system"]:
                for setting in settings:
                    self.settings.setdefault(setting, set()).add(guard)
                self.system.setdefault(f"#include <{match['system']}>\n", set()).add(guard)
            elif match["ours"] != PUBLIC:
                if match["ours"] not in self.reached:
                    self.visit(match["ours"], guard, headers)
                    if match["ours"].endswith(".h"):
                        headers[match["ours"]] = True
                self.reached[name] |= self.reached[match["ours"]] | {match["ours"]}

    def body(self, name):
        """The text with what is not a header put in the place of its #include."""
        always = {match.start() for match in includes(self.files.text(name))}

        def replace(match):
            if match.start() not in always:
                return match[0] if match["system"] else "" if match["ours"] in self.headers else "\n" + self.body(match["ours"])
            if match["system"] or match["ours"] in self.headers or match["ours"] == PUBLIC:
                return ""
            text = "\n" + self.body(match["ours"])
            return f"{KEEP}{text}{KEEP_END}" if match["ours"].endswith(".def") else text

        return INCLUDE.sub(replace, self.files.text(name))

    def find_pasted(self):
        known = {}
        for text in self.header_texts.values():
            known = makers(text, known)
        for name, text in self.source_texts.items():
            if not is_table(text):
                self.pasted[name], plain = made_names(text, known)
                self.declared[name][0].update(plain)
                self.pasted[name] -= self.declared[name][0]
        public = set().union(*(names[2] for names in self.declared.values()))
        self.pasted = {name: self.pasted.get(name, set()) - public for name in self.sources}

    def part_headers(self):
        """Names that two headers define which no C file sees together."""
        owners = {}
        for name, text in self.header_texts.items():
            for word in defined_names(text):
                owners.setdefault(word, []).append(name)
        for word, names in owners.items():
            viewers = {owner: {name for name in self.texts if name == owner or owner in self.reached[name]} for owner in names}
            for owner in names[:-1]:
                room = owner.split("/")[0]
                if room != names[-1].split("/")[0]:
                    seen_by = {name for name in self.texts if name in viewers[owner] or name.split("/")[0] == room}
                elif any(viewers[owner] & viewers[other] for other in names if other != owner):
                    continue  # the same thing, declared twice
                else:
                    seen_by = viewers[owner]
                for name in seen_by:
                    self.renames[name][word] = f"typhon_i_{word}_{room}_{pathlib.Path(owner).stem}"
                    if word in self.declared[owner][1]:
                        self.types[name] = self.types[name] | {word}

    def part_sources(self):
        """Names of a C file's own that other files use for something else."""
        in_headers = {word for text in self.header_texts.values() for kind, word in tokens(text) if kind == "name"}
        all_macros = {word for text in self.source_texts.values() for word in macros(text)}
        count = collections.Counter(word for name in self.sources for word in self.declared[name][0] | self.pasted[name])
        for number, name in enumerate(self.sources):
            headers = self.reached[name] & self.header_texts.keys()
            seen = set().union(*(self.declared[header][0] | self.declared[header][2] for header in headers))  # declared there, defined here
            bodies = set(re.findall(r"^(?:typedef )?struct (\w+) {", self.source_texts[name], re.M))  # of what headers have pointers to
            seen |= {tag for header in headers for tag in re.findall(r"\bstruct (\w+)", self.header_texts[header]) if tag in bodies}
            self.pasted[name] = {word for word in self.pasted[name] - seen if count[word] > 1 or word in in_headers or word in SYSTEM}
            for word in self.declared[name][0] - seen - self.pasted[name]:
                if count[word] > 1 or word in in_headers or word in all_macros or word in SYSTEM:
                    self.renames[name][word] = f"{word}_{number}"

    def find_shared(self):
        """Names that the object file would show to the linker."""
        shared = set().union(*(names[2] for names in self.declared.values()))
        known, made = {}, set()
        for text in self.header_texts.values():
            known = makers(text, known, static=False)
        for text in self.program:
            made |= set.union(*made_names(text, known, static=False))
        shared |= made - set().union(*self.pasted.values()) - set().union(*(names[0] for names in self.declared.values()))
        everything = "".join(self.program)
        tags = set(re.findall(r"\bstruct (\w+)", everything)) - set(re.findall(r"\bstruct (\w+) {", everything))  # of the system
        tags |= {name for text in self.program for name in macros(text)}  # (a macro's call at file scope looks like a name)
        return {name for name in shared if not name.startswith("typhon_") and name != "environ" and name not in tags}

    def lines_for_system(self):
        for line, users in [*self.settings.items(), *self.system.items()]:
            if None not in users:
                line = "#if " + " || ".join(f"defined({user})" for user in sorted(users)) + f"\n{line}#endif\n"
            yield line

    def source(self, number, name, given):
        text = self.source_texts[name]
        if is_table(text):  # what is not strings
            lines = text.splitlines(keepends=True)
            names_of = re.compile(r"\b(?:(?:text|unit)_\d+|codes|packed_run|packed_bytes)\b(?!\")")
            text = "".join(line if line.startswith('    "') else names_of.sub(lambda match: self.renames[name].get(match[0], match[0]), line) for line in lines)
        else:
            text = renamed(text, self.renames[name], self.types[name])
        text = "".join(f"#define {word} {word}_{number}\n" for word in sorted(self.pasted[name])) + text
        text += "\n"
        for word in sorted(set(macros(text)) - given):
            text += f"#undef {word}\n" + (f"#define {word} typhon_i_{word}\n" if word in self.shared else "")
        return f"#ifdef {self.guarded[name]}\n{text}#endif\n" if name in self.guarded else text

    def write(self, out, definitions):
        out.write("/* Typhon in one file: typhon.c and typhon.h are made by `cmake --build build --target amalgamation`. docs/embedding.md tells how to compile it. */\n")
        out.write("#ifndef _GNU_SOURCE\n#define _GNU_SOURCE\n#endif\n")
        for name, value in definitions.items():
            out.write(f"#ifndef {name}\n#define {name} {value or 1}\n#endif\n")
        out.writelines(self.lines_for_system())
        out.write("#undef complex\n#undef I\n")  # of <complex.h>
        out.write('#include "typhon.h"\n')
        out.writelines(f"#define {name} typhon_i_{name}\n" for name in sorted(self.shared))
        for name, text in self.header_texts.items():
            text = renamed(text, self.renames[name], self.types[name]) if self.renames[name] else text
            guards = {self.guarded.get(source) for source in self.sources if name in self.reached[source]}
            if None not in guards:  # only what is left out without its library looks at it
                text = f"#if {' || '.join(f'defined {guard}' for guard in sorted(guards))}\n{text}\n#endif"
            out.write(f"/* ---- {name} */\n{text}\n")
        for number, name in enumerate(self.sources):
            out.write(f"/* ---- {name} */\n{self.source(number, name, definitions.keys())}\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", required=True)
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("--define", action="append", default=[])
    parser.add_argument("--option", action="append", default=[])
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    files = Files(options.include)
    sources = [files.name(path) for path in options.files]
    guarded = {}
    for option in options.option:
        name, _, pattern = option.partition("=")
        guarded |= {source: name for source in sources if re.search(pattern, source)}
    definitions = dict(definition.partition("=")[::2] for definition in options.define)
    folder = pathlib.Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "typhon.c", "w") as out:
        Library(files, sources, guarded).write(out, definitions)
    (folder / "typhon.h").write_text(files.text(PUBLIC))


main()
