// The lexer (re2c). Fixed tokens, numbers and ASCII names are matched by the rules below; indentation, strings, f-strings and names with
// other letters by the functions around them.
#include "lexer/lexer.h"
#include "base/utf8.h"

typedef struct Bracket {
    char open;
    uint32_t at;
} Bracket;

// What the lexer is inside of: the text of an f-string, a replacement field, the text of a format specification.
typedef struct Mode {
    enum { MODE_TEXT, MODE_FIELD, MODE_SPEC } kind;
    char quote;
    bool triple, raw;
    uint32_t start;    // of the f-string
    uint32_t brackets; // depth when the field opened
    uint32_t specs;    // format specifications around it
} Mode;

typedef struct Lexer {
    const Source *source;
    const char *text, *end;
    TreeArena *arena, *scratch;
    DiagList *diagnostics;
    LexResult *result;
    const char *cursor;
    uint32_t indent_count, bracket_count, mode_count;
    bool at_line_start;
    bool stopped; // an error after which the rest makes no sense
    // Stacks, written before they are read: 8 KB that are not to be cleared for each of a stub's pieces.
    uint32_t indents[LEX_MAX_INDENTS], alternate_indents[LEX_MAX_INDENTS]; // with tabs to 8, and to 1; the first is 0
    Bracket brackets[LEX_MAX_BRACKETS];
    Mode modes[LEX_MAX_FSTRINGS * 2];
} Lexer;

static uint32_t offset(const Lexer *lexer, const char *p) { return (uint32_t)(p - lexer->text); }

static inline void emit(Lexer *lexer, TokenKind kind, const char *start, const char *end) {
    Token token = {offset(lexer, start), offset(lexer, end), (uint8_t)kind};
    vec_push(lexer->scratch, &lexer->result->tokens, token);
}

static void report(Lexer *lexer, DiagId id, const char *start, const char *end, const char *message) {
    lexer->result->error_count++;
    if (id == DIAG_SYNTAX || id == DIAG_TOKEN) lexer->result->has_errors = true;
    diag_report(lexer->diagnostics, id, lexer->source, span_make(offset(lexer, start), offset(lexer, end)), diag_text(message));
}

// An error, with a token in its place so that the parser does not wonder.
static void error(Lexer *lexer, const char *start, const char *end, const char *message) {
    bool has_end = strncmp(message, "leading zeros", 13) == 0 || strncmp(message, "f-string: conversion", 20) == 0;
    report(lexer, has_end ? DIAG_SYNTAX : DIAG_TOKEN, start, end, message); // as CPython has an end of them
    emit(lexer, TOKEN_ERROR, start, end);
}

// The f-string ends inside of a field.
static void cut_off(Lexer *lexer, const char *start, const char *end, bool in_spec) {
    const char *message = in_spec ? "f-string: expecting '}', or format specs" : "f-string: expecting '}'";
    LexResult *result = lexer->result;
    if (result->has_errors || result->late_text) report(lexer, in_spec ? DIAG_SYNTAX : DIAG_TOKEN, start, end, message);
    else result->late = span_make(offset(lexer, start), offset(lexer, end)), result->late_text = message, result->late_has_end = in_spec;
    emit(lexer, TOKEN_ERROR, start, end);
}

static void dubious(Lexer *lexer, const char *start, const char *end, const char *text) {
    DubiousText found = {span_make(offset(lexer, start), offset(lexer, end)), text};
    vec_push(lexer->scratch, &lexer->result->dubious, found);
}

static uint32_t line_of(const Lexer *lexer, const char *p) {
    uint32_t line = 1;
    for (const char *c = lexer->text; c < p; c++)
        if (*c == '\n' || (*c == '\r' && c[1] != '\n')) line++;
    return line;
}

static Mode *top_mode(Lexer *lexer) { return lexer->mode_count ? &lexer->modes[lexer->mode_count - 1] : NULL; }
static bool in_field(Lexer *lexer) { return lexer->mode_count && top_mode(lexer)->kind == MODE_FIELD; }
// In the text of an f-string or of a format specification.
static bool in_text(Lexer *lexer) { return lexer->mode_count && top_mode(lexer)->kind != MODE_FIELD; }
// Directly inside a replacement field, not in brackets of its expression.
static bool at_field_level(Lexer *lexer) { return in_field(lexer) && top_mode(lexer)->brackets == lexer->bracket_count; }

// ---- indentation -------------------------------------------------------------------------------------------------

// At the start of a logical line: skips blank lines and comments, then emits INDENT or DEDENTs.
static void indentation(Lexer *lexer) {
    const char *p = lexer->cursor, *line = p;
    uint32_t column = 0, alternate = 0;
    for (;; p++) {
        if (*p == ' ') column++, alternate++;
        else if (*p == '\t') column = column / 8 * 8 + 8, alternate++;
        else if (*p == '\f') column = alternate = 0;
        else if (*p == '\\' && (p[1] == '\n' || p[1] == '\r')) { // a continued empty line keeps its indentation
            p += p[1] == '\r' && p[2] == '\n' ? 2 : 1;
            while (p[1] == ' ' || p[1] == '\t' || p[1] == '\f') p++;
            if (p + 1 >= lexer->end) error(lexer, p, p, "unexpected EOF while parsing");
        } else break;
    }
    lexer->cursor = p;
    if (*p == '#' || *p == '\n' || *p == '\r' || p >= lexer->end) return;
    lexer->at_line_start = false;
    uint32_t *top = &lexer->indents[lexer->indent_count], *top_alternate = &lexer->alternate_indents[lexer->indent_count];
    if (column == top[0]) {
        if (alternate != top_alternate[0]) report(lexer, DIAG_TAB, line, p, "inconsistent use of tabs and spaces in indentation");
        return;
    }
    if (column > top[0]) {
        if (alternate <= top_alternate[0]) report(lexer, DIAG_TAB, line, p, "inconsistent use of tabs and spaces in indentation");
        if (lexer->indent_count + 1 == LEX_MAX_INDENTS) {
            report(lexer, DIAG_INDENTATION, line, p, "too many levels of indentation");
            lexer->stopped = true;
            return;
        }
        lexer->indent_count++;
        top[1] = column;
        top_alternate[1] = alternate;
        emit(lexer, TOKEN_INDENT, line, p);
        return;
    }
    while (lexer->indent_count && column < lexer->indents[lexer->indent_count]) {
        lexer->indent_count--;
        emit(lexer, TOKEN_DEDENT, p, p);
    }
    if (column != lexer->indents[lexer->indent_count]) {
        report(lexer, DIAG_INDENTATION, p, p, "unindent does not match any outer indentation level");
    } else if (alternate != lexer->alternate_indents[lexer->indent_count]) {
        report(lexer, DIAG_TAB, line, p, "inconsistent use of tabs and spaces in indentation");
    }
}

// ---- brackets ----------------------------------------------------------------------------------------------------

static void open_bracket(Lexer *lexer, TokenKind kind, const char *at) {
    if (lexer->bracket_count == LEX_MAX_BRACKETS) {
        error(lexer, at, at + 1, "too many nested parentheses");
        lexer->stopped = true;
        return;
    }
    lexer->brackets[lexer->bracket_count++] = (Bracket){*at, offset(lexer, at)};
    emit(lexer, kind, at, at + 1);
}

static void close_bracket(Lexer *lexer, TokenKind kind, const char *at) {
    char expected = *at == ')' ? '(' : *at == ']' ? '[' : '{';
    uint32_t outer = in_field(lexer) ? top_mode(lexer)->brackets : 0;
    if (lexer->bracket_count == outer) {
        error(lexer, at, at + 1, arena_printf(lexer->arena, in_field(lexer) ? "f-string: unmatched '%c'" : "unmatched '%c'", *at));
        return;
    }
    Bracket open = lexer->brackets[--lexer->bracket_count];
    if (open.open != expected) {
        uint32_t line = line_of(lexer, lexer->text + open.at), here = line_of(lexer, at);
        error(lexer, at, at + 1,
              line == here ? arena_printf(lexer->arena, "closing parenthesis '%c' does not match opening parenthesis '%c'", *at, open.open)
                           : arena_printf(lexer->arena, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", *at, open.open, line));
        return;
    }
    emit(lexer, kind, at, at + 1);
}

// ---- strings -----------------------------------------------------------------------------------------------------

static bool push_mode(Lexer *lexer, Mode mode, const char *at) {
    if (lexer->mode_count == sizeof lexer->modes / sizeof *lexer->modes) {
        error(lexer, at, at + 1, "too many nested f-strings");
        lexer->stopped = true;
        return false;
    }
    lexer->modes[lexer->mode_count++] = mode;
    return true;
}

// A string whose prefix starts at `start` and whose quote stands at `quote_at`.
static void string(Lexer *lexer, const char *start, const char *quote_at) {
    char quote = *quote_at;
    bool triple = quote_at[1] == quote && quote_at[2] == quote, is_f = false, raw = false;
    for (const char *p = start; p < quote_at; p++) {
        is_f |= *p == 'f' || *p == 'F';
        raw |= *p == 'r' || *p == 'R';
    }
    const char *p = quote_at + (triple ? 3 : 1);
    if (is_f) {
        emit(lexer, TOKEN_FSTRING_START, start, p);
        lexer->cursor = p;
        push_mode(lexer, (Mode){.kind = MODE_TEXT, .quote = quote, .triple = triple, .raw = raw, .start = offset(lexer, start)}, start);
        return;
    }
    for (;; p++) {
        if (p >= lexer->end || (!triple && (*p == '\n' || *p == '\r'))) {
            uint32_t line = line_of(lexer, p >= lexer->end && p > lexer->text && p[-1] == '\n' ? p - 1 : p);
            const char *shown = start + 1;
            const Mode *field = top_mode(lexer); // f'{a' : the quote was to end the f-string
            if (field && field->quote == quote && field->triple == triple) cut_off(lexer, start, shown, false);
            else error(lexer, start, shown, arena_printf(lexer->arena, triple ? "unterminated triple-quoted string literal (detected at line %u)" : "unterminated string literal (detected at line %u)", line));
            lexer->cursor = p;
            return;
        }
        if (*p == '\\') {
            if (p + 1 < lexer->end) p++;
            if (*p == '\r' && p[1] == '\n') p++;
        } else if (*p == quote && (!triple || (p[1] == quote && p[2] == quote))) {
            p += triple ? 3 : 1;
            break;
        }
    }
    emit(lexer, TOKEN_STRING, start, p);
    lexer->cursor = p;
}

// The text of an f-string or of a format specification, up to the next field or its end.
static void fstring_text(Lexer *lexer) {
    Mode *mode = top_mode(lexer);
    const char *start = lexer->cursor, *p = start;
    bool spec = mode->kind == MODE_SPEC;
    for (;; p++) {
        bool newline = *p == '\n' || *p == '\r';
        if (p >= lexer->end || (!mode->triple && newline)) {
            if (spec && newline) { // the specification ends here; the field must too
                break;
            }
            uint32_t line = line_of(lexer, p >= lexer->end && p > lexer->text && p[-1] == '\n' ? p - 1 : p);
            const char *at = lexer->text + mode->start;
            error(lexer, at, at + 1, arena_printf(lexer->arena, mode->triple ? "unterminated triple-quoted f-string literal (detected at line %u)" : "unterminated f-string literal (detected at line %u)", line));
            lexer->cursor = p;
            lexer->mode_count = 0;
            lexer->bracket_count = 0;
            return;
        }
        if (*p == '\\') {
            if (!mode->raw && p[1] == 'N' && p[2] == '{') { // a character's name, not a field
                while (p < lexer->end && *p != '}' && *p != mode->quote && *p != '\n') p++;
                if (*p != '}') p--;
                continue;
            }
            if (p + 1 < lexer->end && p[1] != '{' && p[1] != '}') p++;
            else if (p + 1 < lexer->end && !mode->raw) dubious(lexer, p + 1, p + 1, p[1] == '{' ? "invalid escape sequence '\\{'" : "invalid escape sequence '\\}'");
            continue;
        }
        if (*p == '{' && p[1] == '{' && !spec) { p++; continue; }
        if (*p == '}' && p[1] == '}' && !spec) { p++; continue; }
        if (*p == '{' || *p == '}') break;
        if (*p == mode->quote && (!mode->triple || (p[1] == mode->quote && p[2] == mode->quote))) break;
    }
    if (p > start) emit(lexer, TOKEN_FSTRING_MIDDLE, start, p);
    lexer->cursor = p + 1;
    if (*p == '{') {
        Mode field = *mode;
        field.specs += spec;
        if (field.specs > 2) error(lexer, p - 1, p, "f-string: expressions nested too deeply");
        emit(lexer, TOKEN_FSTRING_LBRACE, p, p + 1);
        field.kind = MODE_FIELD;
        field.brackets = lexer->bracket_count;
        push_mode(lexer, field, p);
    } else if (*p == '}' && spec) {
        emit(lexer, TOKEN_FSTRING_RBRACE, p, p + 1);
        lexer->mode_count -= 2; // the specification and its field
    } else if (*p == '}') {
        error(lexer, p, p + 1, "f-string: single '}' is not allowed");
    } else if (spec) {
        cut_off(lexer, p, p + 1, true);
        lexer->mode_count -= 2;
        lexer->cursor = p;
    } else {
        const char *end = p + (mode->triple ? 3 : 1);
        emit(lexer, TOKEN_FSTRING_END, p, end);
        lexer->cursor = end;
        lexer->mode_count--;
    }
}

// ---- numbers, names, comments ------------------------------------------------------------------------------------

static bool is_word(const char *p, const char *word) {
    size_t size = strlen(word);
    return strncmp(p, word, size) == 0 && !lex_identifier_size(p + size, 1);
}

// After a number: a letter must not follow, except that of a keyword (`1if x else 2`).
static void number(Lexer *lexer, const char *start, const char *kind) {
    const char *p = lexer->cursor;
    bool word = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || *p == '_' || (*p >= '0' && *p <= '9');
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    for (size_t i = 0; word && i < sizeof words / sizeof *words; i++)
        if (is_word(p, words[i])) {
            word = false;
            if (p > start) dubious(lexer, p - 1, p - 1, arena_printf(lexer->arena, "invalid %s literal", kind));
        }
    if (!word) {
        emit(lexer, TOKEN_NUMBER, start, p);
        return;
    }
    const char *message = arena_printf(lexer->arena, "invalid %s literal", kind);
    const char *digit = *p == '_' ? p + 1 : p;
    bool is_digit = *digit >= '0' && *digit <= '9' && kind[0] != 'd' && kind[0] != 'i';
    if (is_digit) message = arena_printf(lexer->arena, "invalid digit '%c' in %s literal", *digit, kind);
    const char *stop = p;
    while ((*stop >= '0' && *stop <= '9') || *stop == '_' || (*stop >= 'a' && *stop <= 'z') || (*stop >= 'A' && *stop <= 'Z')) stop++;
    const char *at = is_digit ? digit : *p == '_' ? p : p - 1; // the digit or underscore itself, or the last character that fitted
    if ((*p == 'e' || *p == 'E') && (p[1] == '+' || p[1] == '-')) at = p + 1; // of an exponent without digits the sign
    error(lexer, at, at + 1, message);
    lexer->cursor = stop > p ? stop : p + lex_identifier_size(p, (size_t)(lexer->end - p));
    if (lexer->cursor == p) lexer->cursor += utf8_size_of((unsigned char)*p); // a letter that no name begins with
}

static void other_character(Lexer *lexer, const char *start) {
    size_t size = lex_identifier_size(start, (size_t)(lexer->end - start));
    if (size) {
        lexer->cursor = start + size;
        emit(lexer, TOKEN_NAME, start, lexer->cursor);
        return;
    }
    const char *name_end = lexer->source->is_of_tree && *start == '\x02' ? memchr(start, '\x03', (size_t)(lexer->end - start)) : NULL;
    if (name_end) {
        lexer->cursor = name_end + 1;
        emit(lexer, TOKEN_NAME, start, lexer->cursor);
        return;
    }
    unsigned step = 1;
    uint32_t c = (unsigned char)*start < 0x80 ? (unsigned char)*start : utf8_decode(start, &step);
    lexer->cursor = start + step;
    if (c >= 0x80) {
        char *shown = arena_copy(lexer->arena, start, step);
        bool printable = c >= 0xA1 && c != 0xAD && !(c >= 0x2000 && c <= 0x200F) && !(c >= 0x2028 && c <= 0x202F) && c != 0x3000 && c != 0xFEFF && !(c >= 0x205F && c <= 0x206F);
        error(lexer, start, lexer->cursor,
              printable ? arena_printf(lexer->arena, "invalid character '%s' (U+%04X)", shown, c) : arena_printf(lexer->arena, "invalid non-printable character U+%04X", c));
    } else if (c < 0x20 || c == 0x7f) {
        error(lexer, start, lexer->cursor, arena_printf(lexer->arena, "invalid non-printable character U+%04X", c));
    } else {
        emit(lexer, TOKEN_UNKNOWN, start, lexer->cursor);
    }
}

static const char *skip_blanks(const char *c, const char *end) {
    while (c < end && (*c == ' ' || *c == '\t')) c++;
    return c;
}

// `type: ignore`, `type: ignore[a, b]` behind a `#` of the comment that ends at `end`. False: something else.
static bool ignore_comment(Lexer *lexer, const char *c, const char *end) {
    c = skip_blanks(c, end);
    if (end - c < 11 || strncmp(c, "type:", 5) != 0) return false;
    const char *word = skip_blanks(c + 5, end);
    if (end - word < 6 || strncmp(word, "ignore", 6) != 0 || (word + 6 != end && lex_identifier_size(word + 6, 1))) return false;
    const char *stop = word + 6;
    if (stop < end && *stop == '[')
        while (stop < end && stop[-1] != ']') stop++;
    IgnoreComment ignore = {span_make(offset(lexer, c), offset(lexer, stop))};
    vec_push(lexer->arena, &lexer->result->ignores, ignore);
    return true;
}

static void comment(Lexer *lexer, const char *start) {
    const char *p = start;
    while (p < lexer->end && *p != '\n' && *p != '\r') p++;
    lexer->cursor = p;
    const char *word = skip_blanks(start + 1, p);
    if (p - word > 5 && strncmp(word, "type:", 5) == 0) {
        const char *text = skip_blanks(word + 5, p), *stop = text;
        while (stop < p && *stop != '#') stop++;
        while (stop > text && (stop[-1] == ' ' || stop[-1] == '\t')) stop--;
        Span span = span_make(offset(lexer, text), offset(lexer, stop));
        bool is_ignore = stop - text >= 6 && strncmp(text, "ignore", 6) == 0 && (stop == text + 6 || !lex_identifier_size(text + 6, 1));
        if (stop > text && !is_ignore) vec_push(lexer->arena, &lexer->result->type_comments, span);
    }
    for (const char *c = start; c < p; c++) // `# noqa # type: ignore` as well
        if (*c == '#' && ignore_comment(lexer, c + 1, p)) return;
}

static void newline(Lexer *lexer, const char *start) {
    if (lexer->bracket_count || lexer->mode_count) return;
    lexer->at_line_start = true;
    Token *last = lexer->result->tokens.count ? &vec_last(&lexer->result->tokens) : NULL;
    if (last && last->kind != TOKEN_NEWLINE && last->kind != TOKEN_INDENT && last->kind != TOKEN_DEDENT) emit(lexer, TOKEN_NEWLINE, start, lexer->cursor);
}

static void backslash(Lexer *lexer, const char *start) {
    const char *p = start + 1;
    bool is_open = lexer->bracket_count || lexer->mode_count; // then that is what is wrong
    if (*p == '\r') p++;
    if (*p == '\n') p++;
    if (p == start + 1) {
        if (p >= lexer->end && is_open) {}
        else if (p >= lexer->end) error(lexer, start, p, "unexpected EOF while parsing");
        else error(lexer, start + 1, start + 2, "unexpected character after line continuation character");
        while (p < lexer->end && *p != '\n' && *p != '\r') p++;
    } else if (p >= lexer->end && !is_open) {
        error(lexer, start, start + 1, "unexpected EOF while parsing");
    }
    lexer->cursor = p;
}

// ---- tokens ------------------------------------------------------------------------------------------------------

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = p;
    re2c:define:YYMARKER = marker;
    re2c:yyfill:enable = 0;

    digits   = [0-9] ("_"? [0-9])*;
    exponent = [eE] [+-]? digits;
    point    = digits "." digits? | "." digits;
    prefix   = [rR] | [uU] | [bB] | [fF] | [bB][rR] | [rR][bB] | [fF][rR] | [rR][fF];
*/

// Tokens up to the end of the logical line, of the text or of what the rules do not handle (the text of an f-string).
static void tokens(Lexer *lexer) {
    const unsigned char *p = (const unsigned char *)lexer->cursor, *marker = p;
#define HERE (lexer->cursor = (const char *)p)
// What the function called has left the cursor at is where to go on.
#define CONTINUE { p = (const unsigned char *)lexer->cursor; continue; }
#define RETURN_IF(condition) if (condition) return; CONTINUE
#define EMIT(kind) { emit(lexer, TOKEN_##kind, start, (const char *)p); continue; }
    for (;;) {
        while (*p == ' ') p++;
        const char *start = (const char *)p;
    /*!re2c
    [ \t\f]+            { continue; }
    "\r\n" | "\n" | "\r" { HERE; newline(lexer, start); RETURN_IF(lexer->at_line_start) }
    "#"                 { comment(lexer, start); CONTINUE }
    "\\"                { backslash(lexer, start); CONTINUE }
    "\x00"              {
        HERE;
        return; // the end: no other NUL byte gets this far
    }
    prefix? ['"]        { string(lexer, start, (const char *)p - 1); RETURN_IF(lexer->stopped || in_text(lexer)) }

    "False" { EMIT(FALSE) }      "None" { EMIT(NONE) }      "True" { EMIT(TRUE) }
    "and" { EMIT(AND) }          "as" { EMIT(AS) }          "assert" { EMIT(ASSERT) }
    "async" { EMIT(ASYNC) }      "await" { EMIT(AWAIT) }    "break" { EMIT(BREAK) }
    "class" { EMIT(CLASS) }      "continue" { EMIT(CONTINUE) } "def" { EMIT(DEF) }
    "del" { EMIT(DEL) }          "elif" { EMIT(ELIF) }      "else" { EMIT(ELSE) }
    "except" { EMIT(EXCEPT) }    "finally" { EMIT(FINALLY) } "for" { EMIT(FOR) }
    "from" { EMIT(FROM) }        "global" { EMIT(GLOBAL) }  "if" { EMIT(IF) }
    "import" { EMIT(IMPORT) }    "in" { EMIT(IN) }          "is" { EMIT(IS) }
    "lambda" { EMIT(LAMBDA) }    "nonlocal" { EMIT(NONLOCAL) } "not" { EMIT(NOT) }
    "or" { EMIT(OR) }            "pass" { EMIT(PASS) }      "raise" { EMIT(RAISE) }
    "return" { EMIT(RETURN) }    "try" { EMIT(TRY) }        "while" { EMIT(WHILE) }
    "with" { EMIT(WITH) }        "yield" { EMIT(YIELD) }
    [a-zA-Z_] [a-zA-Z0-9_]* {
        if (__builtin_expect(*p >= 0x80, 0)) { // goes on with other letters
            HERE;
            other_character(lexer, start);
            CONTINUE
        }
        EMIT(NAME)
    }
    [\x80-\xff]         { other_character(lexer, start); CONTINUE }

    "0" [xX] ("_"? [0-9a-fA-F])+ { HERE; number(lexer, start, "hexadecimal"); CONTINUE }
    "0" [oO] ("_"? [0-7])+       { HERE; number(lexer, start, "octal"); CONTINUE }
    "0" [bB] ("_"? [01])+        { HERE; number(lexer, start, "binary"); CONTINUE }
    "0" [xX]            { HERE; error(lexer, lexer->cursor - 1, lexer->cursor, "invalid hexadecimal literal"); continue; }
    "0" [oO]            {
        HERE;
        if (*p == '8' || *p == '9') error(lexer, lexer->cursor, lexer->cursor + 1, arena_printf(lexer->arena, "invalid digit '%c' in octal literal", *p));
        else error(lexer, lexer->cursor - 1, lexer->cursor, "invalid octal literal");
        continue;
    }
    "0" [bB]            {
        HERE;
        if (*p >= '2' && *p <= '9') error(lexer, lexer->cursor, lexer->cursor + 1, arena_printf(lexer->arena, "invalid digit '%c' in binary literal", *p));
        else error(lexer, lexer->cursor - 1, lexer->cursor, "invalid binary literal");
        continue;
    }
    "0" ("_"? "0")* | [1-9] ("_"? [0-9])* { HERE; number(lexer, start, "decimal"); CONTINUE }
    "0" ("_"? "0")* "_"? [1-9] ("_"? [0-9])* {
        HERE;
        const char *zeros = start;
        while (*zeros == '0' || *zeros == '_') zeros++;
        error(lexer, start, zeros, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers");
        continue;
    }
    point exponent? | digits exponent { HERE; number(lexer, start, "decimal"); CONTINUE }
    (point exponent? | digits exponent?) [jJ] { HERE; number(lexer, start, "imaginary"); CONTINUE }

    "(" { open_bracket(lexer, TOKEN_LPAREN, start); HERE; RETURN_IF(lexer->stopped) }
    "[" { open_bracket(lexer, TOKEN_LBRACKET, start); HERE; RETURN_IF(lexer->stopped) }
    "{" { open_bracket(lexer, TOKEN_LBRACE, start); HERE; RETURN_IF(lexer->stopped) }
    ")" { close_bracket(lexer, TOKEN_RPAREN, start); continue; }
    "]" { close_bracket(lexer, TOKEN_RBRACKET, start); continue; }
    "}" {
        HERE;
        if (at_field_level(lexer)) {
            emit(lexer, TOKEN_FSTRING_RBRACE, start, lexer->cursor);
            lexer->mode_count--;
            return;
        }
        close_bracket(lexer, TOKEN_RBRACE, start);
        continue;
    }
    ":" | ":=" {
        if (at_field_level(lexer)) {
            lexer->cursor = start + 1;
            emit(lexer, TOKEN_FSTRING_COLON, start, lexer->cursor);
            Mode spec = *top_mode(lexer);
            spec.kind = MODE_SPEC;
            push_mode(lexer, spec, start);
            return;
        }
        if (p == (const unsigned char *)start + 2) EMIT(COLON_EQUAL)
        EMIT(COLON)
    }
    "!" {
        HERE;
        if (at_field_level(lexer)) {
            emit(lexer, TOKEN_FSTRING_CONVERSION, start, lexer->cursor);
            const char *name = lexer->cursor;
            while (*name == ' ' || *name == '\t' || *name == '\n') name++;
            if (name > lexer->cursor && lex_identifier_size(name, (size_t)(lexer->end - name)))
                error(lexer, start, name + lex_identifier_size(name, (size_t)(lexer->end - name)), "f-string: conversion type must come right after the exclamanation mark");
        }
        else emit(lexer, TOKEN_UNKNOWN, start, lexer->cursor);
        continue;
    }
    "=" {
        HERE;
        if (at_field_level(lexer)) {
            const char *next = lexer->cursor;
            while (*next == ' ' || *next == '\t' || *next == '\n' || *next == '\r' || *next == '#')
                if (*next++ == '#') next += strcspn(next, "\n"); // a comment
            if (*next == '}' || *next == ':' || (*next == '!' && next[1] != '=')) {
                lexer->cursor = next;
                emit(lexer, TOKEN_FSTRING_DEBUG, start, next);
                CONTINUE
            }
        }
        emit(lexer, TOKEN_EQUAL, start, lexer->cursor);
        continue;
    }
    "," { EMIT(COMMA) }    ";" { EMIT(SEMICOLON) }  "." { EMIT(DOT) }
    "..." { EMIT(ELLIPSIS) } "->" { EMIT(ARROW) }   "@" { EMIT(AT) }
    "+" { EMIT(PLUS) }     "-" { EMIT(MINUS) }      "*" { EMIT(STAR) }
    "**" { EMIT(STAR_STAR) } "/" { EMIT(SLASH) }    "//" { EMIT(SLASH_SLASH) }
    "%" { EMIT(PERCENT) }  "&" { EMIT(AMPERSAND) }  "|" { EMIT(BAR) }
    "^" { EMIT(CARET) }    "~" { EMIT(TILDE) }      "<<" { EMIT(LEFT_SHIFT) }
    ">>" { EMIT(RIGHT_SHIFT) } "<" { EMIT(LESS) }   ">" { EMIT(GREATER) }
    "<=" { EMIT(LESS_EQUAL) } ">=" { EMIT(GREATER_EQUAL) } "==" { EMIT(EQUAL_EQUAL) }
    "!=" | "<>" {
        HERE;
        if (*start == '<') emit(lexer, TOKEN_UNKNOWN, start, lexer->cursor);
        else emit(lexer, TOKEN_NOT_EQUAL, start, lexer->cursor);
        continue;
    }
    "+=" { EMIT(PLUS_EQUAL) } "-=" { EMIT(MINUS_EQUAL) } "*=" { EMIT(STAR_EQUAL) }
    "/=" { EMIT(SLASH_EQUAL) } "//=" { EMIT(SLASH_SLASH_EQUAL) } "%=" { EMIT(PERCENT_EQUAL) }
    "@=" { EMIT(AT_EQUAL) } "&=" { EMIT(AMPERSAND_EQUAL) } "|=" { EMIT(BAR_EQUAL) }
    "^=" { EMIT(CARET_EQUAL) } "<<=" { EMIT(LEFT_SHIFT_EQUAL) } ">>=" { EMIT(RIGHT_SHIFT_EQUAL) }
    "**=" { EMIT(STAR_STAR_EQUAL) }
    *   { other_character(lexer, start); CONTINUE }
    */
    }
}

static void unclosed(Lexer *lexer, const char *at, const char *text) {
    lexer->result->unclosed = span_make(offset(lexer, at), offset(lexer, at) + 1);
    lexer->result->unclosed_text = text;
}

static void finish(Lexer *lexer) {
    const char *end = lexer->end;
    if (lexer->bracket_count && !lexer->result->has_errors) {
        const Bracket *open = &lexer->brackets[lexer->bracket_count - 1];
        const char *at = lexer->text + open->at;
        unclosed(lexer, at, arena_printf(lexer->arena, "'%c' was never closed", open->open));
    } else if (lexer->mode_count && !lexer->result->has_errors) {
        uint32_t at = lexer->result->tokens.count, closed = 0; // the brace of the field it is in
        while (at > 1 && (lexer->result->tokens.items[--at].kind != TOKEN_FSTRING_LBRACE || closed--)) closed += lexer->result->tokens.items[at].kind == TOKEN_FSTRING_RBRACE;
        unclosed(lexer, lexer->text + lexer->result->tokens.items[at].start, "'{' was never closed");
    }
    lexer->bracket_count = lexer->mode_count = 0;
    lexer->cursor = end;
    newline(lexer, end);
    for (; lexer->indent_count; lexer->indent_count--) emit(lexer, TOKEN_DEDENT, end, end);
    emit(lexer, TOKEN_END, end, end);
}

void lex_source(const Source *source, TreeArena *arena, DiagList *diagnostics, LexResult *result) {
    *result = (LexResult){.has_errors = false};
    TreeArena *scratch = arena_scratch(arena);
    Lexer *lexer = arena_alloc(scratch, sizeof *lexer);
    memset(lexer, 0, offsetof(Lexer, indents));
    lexer->source = source, lexer->text = lexer->cursor = source->text, lexer->end = source->text + source->size;
    lexer->arena = arena, lexer->scratch = scratch, lexer->diagnostics = diagnostics, lexer->result = result;
    lexer->at_line_start = true;
    lexer->indents[0] = lexer->alternate_indents[0] = 0;
    size_t good = utf8_validate(source->text, source->size, NULL);
    const char *null_byte = memchr(source->text, 0, source->size);
    if (source->encoding_problem) {
        report(lexer, DIAG_SYNTAX, source->text + source->encoding_name.start, source->text + source->encoding_name.end, source->encoding_problem);
        lexer->end = lexer->text;
    } else if (good < source->size) {
        unsigned char bad = (unsigned char)source->text[good];
        report(lexer, DIAG_SYNTAX, source->text + good, source->text + good + 1,
               arena_printf(arena, "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: invalid %s byte", bad, good,
                            bad >= 0xC2 && bad < 0xF5 ? "continuation" : "start"));
        lexer->end = lexer->text; // nothing of it can be trusted
    } else if (null_byte) {
        report(lexer, DIAG_SYNTAX, null_byte, null_byte + 1, "source code cannot contain null bytes");
        lexer->end = lexer->text;
    } else if (source->size >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0) {
        lexer->cursor += 3;
    }
    // Most files have a token every four or five bytes.
    result->tokens.capacity = source->size / 4 + 16 + LEX_ROOM;
    result->tokens.items = arena_alloc(scratch, result->tokens.capacity * sizeof(Token));
    while (lexer->cursor < lexer->end && !lexer->stopped) {
        if (lexer->at_line_start) {
            indentation(lexer);
            if (lexer->cursor >= lexer->end) break;
        }
        if (in_text(lexer)) fstring_text(lexer);
        else tokens(lexer);
    }
    if (lexer->mode_count && top_mode(lexer)->kind == MODE_TEXT && !lexer->stopped) fstring_text(lexer); // the source ends right behind a quote
    finish(lexer);
    // What was too much is given back, when nothing else has been put behind it.
    uint32_t capacity = result->tokens.count + LEX_ROOM < result->tokens.capacity ? result->tokens.count + LEX_ROOM : result->tokens.capacity;
    size_t kept = (capacity * sizeof(Token) + 7) & ~(size_t)7, all = (result->tokens.capacity * sizeof(Token) + 7) & ~(size_t)7;
    arena_give_back(scratch, (char *)result->tokens.items + kept, all - kept);
    result->tokens.capacity = capacity;
}
