// The source line of an instruction, and the carets under the expression that failed:
//
//     y = a + b[1] * 2       `~` under the whole expression, `^` under what matters in it: the operator,
//         ~~^~~~~~~~~~       or the brackets of a subscript; other expressions get `^` throughout.
//
// What matters is found in the text of the expression by a small scanner: an instruction does not say what it was made from.
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include "base/utf8.h"
#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utf8proc.h>

typedef struct Text {
    const char *start, *end;
} Text;

// ---- what matters in an expression -----------------------------------------------------------------------------------

typedef struct Scan {
    const char *at, *end;
    const char *operator;  // loosest binary operator outside of brackets, or NULL
    int precedence;        // of it
    const char *bracket;   // the group in [] or () that ends here, when it follows an operand; else NULL
    bool operand;          // an operand has just ended
    bool prefixed;         // starts with an operator or `await`
    bool other;            // a comparison, conditional, lambda, tuple...: neither operator nor subscript
} Scan;

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }

// Behind the string that starts with a quote at `p`.
static const char *skip_string(const char *p, const char *end) {
    char quote = *p;
    bool triple = end - p >= 3 && p[1] == quote && p[2] == quote;
    for (p += triple ? 3 : 1; p < end; p++) {
        if (*p == '\\') p++;
        else if (*p == quote && (!triple || (end - p >= 3 && p[1] == quote && p[2] == quote))) return p + (triple ? 3 : 1);
    }
    return end;
}

// Behind the bracket that closes the one at `p`.
static const char *skip_brackets(const char *p, const char *end) {
    for (int depth = 0; p < end;) {
        if (*p == '"' || *p == '\'') {
            p = skip_string(p, end);
            continue;
        }
        if (*p == '(' || *p == '[' || *p == '{') depth++;
        else if ((*p == ')' || *p == ']' || *p == '}') && !--depth) return p + 1;
        p++;
    }
    return end;
}

static void scan_word(Scan *s) {
    static const char *const keywords[] = {"and", "or", "not", "in", "is", "if", "else", "lambda", "yield", "for", "async", NULL};
    const char *start = s->at;
    bool number = isdigit((unsigned char)*start) || *start == '.';
    while (s->at < s->end && (is_word(*s->at) || (number && *s->at == '.') ||
                              (number && (*s->at == '+' || *s->at == '-') && (s->at[-1] == 'e' || s->at[-1] == 'E') && start[1] != 'x' && start[1] != 'X')))
        s->at++;
    size_t size = (size_t)(s->at - start);
    if (s->at < s->end && (*s->at == '"' || *s->at == '\'') && size <= 2) s->at = skip_string(s->at, s->end);
    else if (size == 5 && !memcmp(start, "await", 5)) {
        if (!s->operator) s->prefixed = true;
        return;
    } else
        for (size_t i = 0; keywords[i]; i++)
            if (strlen(keywords[i]) == size && !memcmp(keywords[i], start, size)) s->other = true;
    s->operand = true;
    s->bracket = NULL;
}

static int precedence_of(const char *p, const char *end) {
    bool twice = end - p >= 2 && p[1] == p[0];
    switch (*p) {
    case '|': return 1;
    case '^': return 2;
    case '&': return 3;
    case '<': case '>': return twice ? 4 : 0;
    case '+': case '-': return 5;
    case '*': return twice ? 8 : 6;
    case '/': case '%': case '@': return 6;
    default: return 0;
    }
}

static void scan_operator(Scan *s) {
    int precedence = precedence_of(s->at, s->end);
    bool twice = s->end - s->at >= 2 && s->at[1] == s->at[0] && strchr("<>*/", *s->at);
    size_t size = twice ? 2 : 1;
    if (s->operand && precedence && !(s->at + size < s->end && s->at[size] == '=')) {
        // operators of one strength group from the left, except `**`
        if (!s->operator || precedence < s->precedence || (precedence == s->precedence && precedence != 8)) s->operator = s->at, s->precedence = precedence;
    } else if (!s->operand && (*s->at == '+' || *s->at == '-' || *s->at == '~')) {
        if (!s->operator) s->prefixed = true;
    } else {
        s->other = true;
    }
    s->at += size;
    s->operand = false;
    s->bracket = NULL;
}

static Scan scan_expression(Text text) {
    Scan s = {.at = text.start, .end = text.end};
    while (s.at < s.end && !s.other) {
        char c = *s.at;
        if (c == ' ' || c == '\t' || c == '\f' || c == '\\') s.at++;
        else if (c == '(' || c == '[' || c == '{') {
            s.bracket = s.operand ? s.at : NULL;
            s.at = skip_brackets(s.at, s.end);
            s.operand = true;
        } else if (c == '"' || c == '\'') {
            s.at = skip_string(s.at, s.end);
            s.operand = true, s.bracket = NULL;
        } else if (c == '.' && s.operand) s.at++;
        else if (is_word(c) || c == '.') scan_word(&s);
        else scan_operator(&s);
    }
    return s;
}

// A parenthesised operand `(b)`, which CPython takes for a second character of an operator just before it.
static bool is_parenthesised(const char *p, const char *end) {
    if (p >= end || *p != '(' || skip_brackets(p, end) != end) return false;
    Scan s = scan_expression((Text){p + 1, end - 1});
    return s.operand && !s.other;
}

// What matters, as offsets in the text; false: all alike.
static bool find_anchors(Text text, const char **left, const char **right) {
    while (text.end > text.start && isspace((unsigned char)text.end[-1])) text.end--;
    Scan s = scan_expression(text);
    if (s.other || !s.operand) return false;
    if (s.operator && !(s.prefixed && s.precedence == 8)) {
        size_t size = precedence_of(s.operator, s.end) == 4 || (s.operator[1] == s.operator[0] && strchr("*/", *s.operator)) ? 2 : 1;
        if (size == 1 && is_parenthesised(s.operator + 1, s.end)) size = 2;
        *left = s.operator, *right = s.operator + size;
        return true;
    }
    if (s.operator || s.prefixed || !s.bracket || *s.bracket != '[') return false;
    *left = s.bracket, *right = s.end;
    return true;
}

// ---- the lines -------------------------------------------------------------------------------------------------------

char *source_file_read(VM *vm, const char *path, size_t *size) {
    enum { SIZE_MOST = 1 << 28 };
    size_t path_size = strlen(path);
    bool is_source = path_size > 3 && strcmp(path + path_size - 3, ".py") == 0;
    int descriptor = grants_open(vm, GRANT_BIT(READ) | (is_source ? GRANT_BIT(IMPORT) : 0), path, O_RDONLY | O_NONBLOCK);
    FILE *file = descriptor >= 0 ? fdopen(descriptor, "rb") : NULL;
    if (!file && descriptor >= 0) close(descriptor);
    struct stat status;
    char *text = file && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size < SIZE_MOST ? malloc((size_t)status.st_size + 1) : NULL;
    if (text) *size = fread(text, 1, (size_t)status.st_size, file), text[*size] = '\0';
    if (file) fclose(file);
    return text;
}

// Reads the file of a module whose compiled code was kept: `place` is what all of its codes share. It may have been changed since, as it may be for CPython.
static void read_source(VM *vm, List *place, const Code *code) {
    size_t size = 0;
    char *text = source_file_read(vm, code->filename->text, &size);
    Value made = text && utf8_validate(text, size, NULL) == size ? str_new(vm, text, size) : str_new(vm, "", 0);
    free(text);
    if (made == VALUE_ERROR) error_clear(vm);
    else gc_store(vm, &place->head, &place->items[0], made);
}

static Text text_of(Value text) { return is_str(text) ? (Text){as_str(text)->text, as_str(text)->text + as_str(text)->size} : (Text){NULL, NULL}; }

// What the lines are to be shown of, and what the places of the code speak of: one text, unless the code was compiled from another than its file's.
static Text file_text(VM *vm, const Code *code) {
    if (is_list(code->source_text)) {
        List *place = as_list(code->source_text);
        if (place->items[0] == VALUE_NONE) read_source(vm, place, code);
        return text_of(place->items[0]);
    }
    return code->filename->size && code->filename->text[0] == '<' ? (Text){NULL, NULL} : text_of(code->source_text);
}
static Text own_text(const Code *code) { return is_list(code->source_text) ? text_of(as_list(code->source_text)->items[as_list(code->source_text)->count - 1]) : text_of(code->source_text); }

static const char *line_end(const char *p, const char *end) {
    while (p < end && *p != '\n' && *p != '\r') p++;
    return p;
}

static Text numbered_line(Text source, uint32_t line) {
    const char *p = source.start;
    for (; line > 1 && p < source.end; line--) {
        p = line_end(p, source.end);
        if (p < source.end) p += *p == '\r' && p + 1 < source.end && p[1] == '\n' ? 2 : 1;
    }
    return line > 1 ? (Text){NULL, NULL} : (Text){p, line_end(p, source.end)};
}

static Text strip(Text text) {
    while (text.start < text.end && isspace((unsigned char)*text.start)) text.start++;
    while (text.end > text.start && isspace((unsigned char)text.end[-1])) text.end--;
    return text;
}

// Columns on a terminal: East Asian characters take two.
static size_t columns(const char *from, const char *to) {
    size_t width = 0;
    while (from < to) {
        unsigned size;
        width += utf8proc_charwidth((utf8proc_int32_t)utf8_decode(from, &size)) == 2 ? 2 : 1;
        from += size;
    }
    return width;
}

static void add_carets(StrBuilder *b, Text line, Text span) {
    const char *left = span.end, *right = span.end;
    Text shown = strip(line);
    bool whole_lines = span.end > line.end; // goes on in the next line
    if (whole_lines) span.end = shown.end;
    if (span.start < shown.start) span.start = shown.start;
    if (span.end > shown.end) span.end = shown.end;
    if (span.start >= span.end) return;
    bool anchored = !whole_lines && find_anchors(span, &left, &right);
    if (!anchored && span.start == shown.start && span.end == shown.end) return;
    str_builder_add_cstring(b, "    ");
    str_builder_add_repeated(b, ' ', columns(shown.start, span.start));
    if (anchored) {
        str_builder_add_repeated(b, '~', columns(span.start, left));
        str_builder_add_repeated(b, '^', columns(left, right));
        str_builder_add_repeated(b, '~', columns(right, span.end));
    } else {
        str_builder_add_repeated(b, '^', columns(span.start, span.end));
    }
    str_builder_add_char(b, '\n');
}

static Text line_around(Text source, const char *at) {
    Text line = {at, line_end(at, source.end)};
    while (line.start > source.start && line.start[-1] != '\n' && line.start[-1] != '\r') line.start--;
    return line;
}

// What is in the columns of `span` on another text's line.
static Text moved(Text own, Text span, Text line) {
    Text own_line = line_around(own, span.start);
    size_t width = (size_t)(line.end - line.start), from = (size_t)(span.start - own_line.start), to = (size_t)(span.end - own_line.start);
    if (span.end > own_line.end) to = width;
    return (Text){line.start + (from < width ? from : width), line.start + (to < width ? to : width)};
}

void traceback_add_source(StrBuilder *b, const Code *code, uint32_t pc, const Str *instead) {
    Text source = instead ? (Text){instead->text, instead->text + instead->size} : file_text(b->vm, code), own = own_text(code);
    if (!source.start) return;
    bool is_own = source.end - source.start == own.end - own.start && memcmp(source.start, own.start, (size_t)(own.end - own.start)) == 0;
    Span place = own.start ? code_span(code, pc) : (Span){0, 0};
    bool has_span = place.start < place.end && place.end <= (size_t)(own.end - own.start);
    Text line, span = {own.start + place.start, own.start + place.end};
    if (has_span && is_own) {
        span = (Text){source.start + place.start, source.start + place.end};
        line = line_around(source, span.start);
    } else {
        line = numbered_line(source, code_line(code, pc));
        if (has_span && line.start) span = moved(own, span, line);
    }
    Text shown = strip(line);
    if (!line.start || shown.start == shown.end) return;
    str_builder_add_cstring(b, "    ");
    str_builder_add(b, shown.start, (size_t)(shown.end - shown.start));
    str_builder_add_char(b, '\n');
    if (has_span) add_carets(b, line, span);
}
