// String literals: decoding of escapes, joining of neighbours, f-strings.
#include "base/unicode_names.h"
#include "base/utf8.h"
#include "parser/build.h"
#include "parser/dubious.h"

// A string token being decoded: where errors point, and what comes out (never longer than the source text... but for \N and \u
// escapes, whose source is longer than their UTF-8).
typedef struct Decoder {
    Builder *b;
    Span span;
    char *out;
    uint32_t size;
    bool bytes, raw, failed;
    bool is_fstring;
    bool is_dubious; // an escape has been complained of: one for each string
    uint32_t line_at; // of such a complaint
} Decoder;

static void put(Decoder *d, uint32_t character) {
    if (d->bytes) d->out[d->size++] = (char)character;
    else d->size += utf8_encode(character, d->out + d->size);
}

static int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

// CPython counts in a text where what is not ASCII has become \UXXXXXXXX.
static unsigned shown_position(const char *text, const char *at) {
    unsigned position = 0;
    for (; text < at; text++) position += (unsigned char)*text < 0x80 ? 1 : ((unsigned char)*text & 0xc0) == 0x80 ? 0 : 10;
    return position;
}

static void escape_error(Decoder *d, const char *text, const char *at, const char *end, const char *what) {
    if (!d->failed) {
        if (d->bytes) build_error_f(d->b, d->span, "(value error) invalid \\x escape at position %u", (unsigned)(at - text));
        else build_error_f(d->b, d->span, "(unicode error) 'unicodeescape' codec can't decode bytes in position %u-%u: %s", shown_position(text, at), shown_position(text, end) - 1, what);
    }
    d->failed = true;
}

static void unknown_escape(Decoder *d, const char *start, int shown) {
    if (!d->is_dubious) dubious_escape(d->b, d->span, d->line_at, start, shown);
    d->is_dubious = true;
}

// One escape at `p` (the backslash); returns the first byte after it.
static const char *escape(Decoder *d, const char *text, const char *p, const char *end) {
    const char *start = p++;
    if (p == end) return put(d, '\\'), p;
    char c = *p++;
    switch (c) {
    case '\r':
        if (p < end && *p == '\n') p++;
        return p;
    case '\n': return p;
    case '\\': case '\'': case '"': put(d, (unsigned char)c); return p;
    case 'a': put(d, 7); return p;
    case 'b': put(d, 8); return p;
    case 'f': put(d, 12); return p;
    case 'n': put(d, 10); return p;
    case 'r': put(d, 13); return p;
    case 't': put(d, 9); return p;
    case 'v': put(d, 11); return p;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': {
        uint32_t value = (uint32_t)(c - '0');
        for (int i = 0; i < 2 && p < end && *p >= '0' && *p <= '7'; i++) value = value * 8 + (uint32_t)(*p++ - '0');
        if (value > 0xFF) unknown_escape(d, start, 4);
        put(d, d->bytes ? value & 0xFF : value);
        return p;
    }
    case 'u': case 'U':
        if (d->bytes) break;
        // fall through
    case 'x': {
        int wanted = c == 'x' ? 2 : c == 'u' ? 4 : 8, got = 0;
        uint32_t value = 0;
        while (got < wanted && p < end && hex_digit(*p) >= 0) value = value * 16 + (uint32_t)hex_digit(*p++), got++;
        if (got < wanted) {
            escape_error(d, text, start, p, c == 'x' ? "truncated \\xXX escape" : c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
            return p;
        }
        if (value > 0x10FFFF) {
            escape_error(d, text, start, p, "illegal Unicode character");
            return p;
        }
        put(d, value);
        return p;
    }
    case 'N': {
        if (d->bytes) break;
        const char *name = p + 1, *close = p < end && *p == '{' ? memchr(p, '}', (size_t)(end - p)) : NULL;
        uint32_t value;
        if (!close || close == name) {
            p = p < end && *p == '{' ? close ? close : end : p;
            escape_error(d, text, start, p, "malformed \\N character escape");
        } else if (p = close + 1, unicode_name_lookup(name, (size_t)(close - name), &value)) {
            put(d, value);
        } else {
            escape_error(d, text, start, p, UNICODE_NAME_UNKNOWN);
        }
        return p;
    }
    default: break;
    }
    // Escapes of braces in f-strings were the lexer's.
    if ((unsigned char)c < 0x80 && !(d->is_fstring && (c == '{' || c == '}'))) unknown_escape(d, start, 2);
    put(d, '\\'); // an unknown escape stands for itself
    return p - 1;
}

// Decodes text[0..size): line ends become "\n", escapes what they stand for. In f-strings doubled braces become one.
static void decode(Decoder *d, const char *text, uint32_t size, bool braces) {
    const char *p = text, *end = text + size;
    d->out = arena_alloc(d->b->arena, size + 1);
    // Nearly all strings are copied as they are.
    if (!d->bytes && !braces && !memchr(text, '\r', size) && (d->raw || !memchr(text, '\\', size))) {
        memcpy(d->out, text, size);
        d->size = size;
        p = end;
    }
    while (p < end) {
        if (*p == '\\' && !d->raw) {
            p = escape(d, text, p, end);
        } else if (*p == '\r') {
            d->out[d->size++] = '\n';
            p += p + 1 < end && p[1] == '\n' ? 2 : 1;
        } else {
            if (d->bytes && (unsigned char)*p >= 0x80 && !d->failed) {
                build_error(d->b, d->span, "bytes can only contain ASCII literal characters");
                d->failed = true;
            }
            if (braces && (*p == '{' || *p == '}') && p + 1 < end && p[1] == *p) p++;
            d->out[d->size++] = *p++;
        }
    }
    d->out[d->size] = 0;
}

static Ast *string_constant(Builder *b, Span span, const Decoder *d) {
    AstConstant *node = NODE(b, Constant, span.start, span.end);
    node->value.kind = d->bytes ? AST_CONST_BYTES : AST_CONST_STR;
    node->value.text = d->out;
    node->value.size = d->size;
    return &node->head;
}

Ast *build_string_token(Builder *b, Token token) {
    const char *text = b->source->text + token.start, *p = text;
    Decoder d = {.b = b, .span = span_make(token.start, token.end), .line_at = token.start};
    bool is_u = false;
    for (; *p != '\'' && *p != '"'; p++) {
        d.raw |= *p == 'r' || *p == 'R';
        d.bytes |= *p == 'b' || *p == 'B';
        is_u |= *p == 'u' || *p == 'U';
    }
    uint32_t quotes = p[1] == *p && p[2] == *p && token.end - token.start - (uint32_t)(p - text) >= 6 ? 3 : 1;
    decode(&d, p + quotes, token.end - token.start - (uint32_t)(p - text) - 2 * quotes, false);
    Ast *node = string_constant(b, d.span, &d);
    ((AstConstant *)node)->value.is_u_string = is_u;
    return node;
}

// Whether the f-string that holds the text at offset `at` is raw: its FSTRING_START is the last one still open there.
static bool in_raw_fstring(const Builder *b, uint32_t at) {
    int nested = 0;
    for (uint32_t i = b->token_at + 1; i-- > 0;) {
        if (b->tokens[i].start >= at) continue; // the parser may be a token ahead
        if (b->tokens[i].kind == TOKEN_FSTRING_END) nested++;
        if (b->tokens[i].kind == TOKEN_FSTRING_START && nested-- == 0) {
            const char *text = b->source->text + b->tokens[i].start;
            for (; *text != '\'' && *text != '"'; text++)
                if (*text == 'r' || *text == 'R') return true;
            return false;
        }
    }
    return false;
}

Ast *build_fstring_text(Builder *b, Token text) {
    Decoder d = {.b = b, .span = span_make(text.start, text.end), .raw = in_raw_fstring(b, text.start), .is_fstring = true, .line_at = text.end};
    decode(&d, b->source->text + text.start, text.end - text.start, true);
    return string_constant(b, d.span, &d);
}

Ast *build_fstring(Builder *b, Token start, AstVec *parts, Token end) {
    AstJoinedStr *node = NODE(b, JoinedStr, start.start, end.end);
    node->values = vec_nodes(parts);
    return &node->head;
}

// Copies what stands between tokens, without comments; returns where it ends.
static char *copy_space(char *to, const char *from, const char *end) {
    while (from < end) {
        if (*from == '#') from += strcspn(from, "\n");
        if (from < end) *to++ = *from++;
    }
    return to;
}

// The source that `{x = }` shows: from behind the brace to the next token, all but the comments.
static void copy_shown(Builder *b, AstConstantValue *into, Token open, Token debug) {
    const char *source = b->source->text;
    char *to = arena_alloc(b->arena, debug.end - open.end + 1);
    into->text = to;
    uint32_t at = b->token_at, copied = open.end;
    while (at && b->tokens[at].start > open.start) at--;
    for (at++; copied < debug.end; at++) {
        Token token = b->tokens[at];
        if (token.start < copied) continue; // of no width, or one that the parser has put in
        to = copy_space(to, source + copied, source + token.start);
        copied = token.start == debug.start ? token.start + 1 : token.end;
        memcpy(to, source + token.start, copied - token.start);
        to += copied - token.start;
        if (token.start == debug.start) to = copy_space(to, source + copied, source + debug.end), copied = debug.end;
    }
    *to = 0;
    into->size = (uint32_t)(to - into->text);
}

AstVec *build_field(Builder *b, Token open, Ast *value, Token debug, Token conversion, FieldSpec spec, Token close) {
    AstFormattedValue *node = NODE(b, FormattedValue, open.start, close.end);
    node->value = value;
    node->conversion = -1;
    if (conversion.kind) {
        char c = b->source->text[conversion.start];
        if (conversion.end - conversion.start != 1 || !strchr("sra", c))
            build_error_f(b, span_make(conversion.start, conversion.end), "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'", (int)(conversion.end - conversion.start), b->source->text + conversion.start);
        node->conversion = c;
    } else if (debug.kind && !spec.parts) {
        node->conversion = 'r';
    }
    if (spec.parts) {
        AstJoinedStr *format = NODE(b, JoinedStr, spec.colon.end, close.start);
        format->values = vec_nodes(spec.parts);
        node->format_spec = &format->head;
    }
    node->head.depth = (uint16_t)(value->depth + 1);
    if (!debug.kind) return vec_one(b, &node->head);
    AstConstant *text = NODE(b, Constant, open.end, debug.end);
    text->value.kind = AST_CONST_STR;
    copy_shown(b, &text->value, open, debug);
    return vec_add(b, vec_one(b, &text->head), &node->head);
}

static void append_constant(Builder *b, AstConstant *into, const AstConstant *more) {
    char *text = arena_alloc(b->arena, (size_t)into->value.size + more->value.size + 1);
    memcpy(text, into->value.text, into->value.size);
    memcpy(text + into->value.size, more->value.text, more->value.size + 1);
    into->value.text = text;
    into->value.size += more->value.size;
    into->head.span.end = more->head.span.end;
}

// Adds a part to the values of an f-string; neighbouring texts are one.
static void add_value(Builder *b, AstVec *values, Ast *part) {
    if (part->kind == AST_Constant && !((AstConstant *)part)->value.size) return;
    Ast *last = values->count ? values->items[values->count - 1] : NULL;
    if (last && last->kind == AST_Constant && part->kind == AST_Constant) append_constant(b, (AstConstant *)last, (AstConstant *)part);
    else vec_push(b->arena, values, part);
}

static AstNodes merged_values(Builder *b, AstNodes parts) {
    AstVec *values = vec_empty(b);
    for (uint32_t i = 0; i < parts.count; i++) add_value(b, values, parts.items[i]);
    for (uint32_t i = 0; i < values->count; i++) {
        AstFormattedValue *field = (AstFormattedValue *)values->items[i];
        if (field->head.kind != AST_FormattedValue || !field->format_spec) continue;
        AstJoinedStr *spec = (AstJoinedStr *)field->format_spec;
        spec->values = merged_values(b, spec->values);
    }
    return vec_nodes(values);
}

// Joins neighbouring literals. All constants: one constant; with an f-string among them: one JoinedStr.
Ast *build_strings(Builder *b, AstVec *parts) {
    Ast *first = parts->items[0], *last = parts->items[parts->count - 1];
    bool has_fstring = false, has_bytes = false, has_text = false;
    size_t size = 0;
    for (uint32_t i = 0; i < parts->count; i++) {
        const AstConstant *part = (const AstConstant *)parts->items[i];
        if (part->head.kind == AST_JoinedStr) has_fstring = has_text = true;
        else if (part->value.kind == AST_CONST_BYTES) has_bytes = true;
        else has_text = true;
        if (part->head.kind == AST_Constant) size += part->value.size;
    }
    if (has_bytes && has_text) build_error(b, build_next_token(b), "cannot mix bytes and nonbytes literals");
    if (has_fstring) {
        AstVec *values = vec_empty(b);
        for (uint32_t i = 0; i < parts->count; i++) {
            AstJoinedStr *part = (AstJoinedStr *)parts->items[i];
            if (part->head.kind != AST_JoinedStr) vec_push(b->arena, values, &part->head);
            else
                for (uint32_t j = 0; j < part->values.count; j++) vec_push(b->arena, values, part->values.items[j]);
        }
        AstJoinedStr *node = NODE(b, JoinedStr, first->span.start, last->span.end);
        node->values = merged_values(b, vec_nodes(values));
        for (uint32_t i = 0; i < node->values.count; i++)
            if (node->values.items[i]->depth >= node->head.depth) node->head.depth = (uint16_t)(node->values.items[i]->depth + 1);
        return &node->head;
    }
    if (parts->count == 1) return first;
    AstConstant *node = NODE(b, Constant, first->span.start, last->span.end);
    node->value = ((AstConstant *)first)->value;
    char *text = arena_alloc(b->arena, size + 1), *out = text;
    for (uint32_t i = 0; i < parts->count; i++) {
        const AstConstant *part = (const AstConstant *)parts->items[i];
        memcpy(out, part->value.text, part->value.size);
        out += part->value.size;
    }
    *out = 0;
    node->value.text = text;
    node->value.size = (uint32_t)size;
    return &node->head;
}
