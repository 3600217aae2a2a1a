// The chunks of a stub's text: top-level statements, several neighbours that declare the same name (overloads) as one. They are found by looking at which lines
// begin in column 0. Of stubs in the binary it is done while building (tools/embed_sources.c), of others when they are read (stub.c).
#ifndef TYPHON_TYPECHECK_STUB_CHUNK_H
#define TYPHON_TYPECHECK_STUB_CHUNK_H
#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct StubChunk {
    uint32_t start, end; // in the text
    uint32_t name;       // in the text, of name_size bytes; 0 bytes: an import, or read at once (conditions, imports of *)
    uint16_t name_size;
    bool is_import;
    bool is_several; // statements
} StubChunk;

static inline bool stub_is_letter(char c) { return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80; }
static inline bool stub_starts_with_word(const char *p, const char *word) {
    if (*p != *word) return false;
    size_t size = strlen(word);
    return strncmp(p, word, size) == 0 && !stub_is_letter(p[size]) && !isdigit((unsigned char)p[size]);
}

// A line in column 0 that goes on with the statement before it.
static inline bool stub_line_continues(const char *line) {
    return stub_starts_with_word(line, "else") || stub_starts_with_word(line, "elif") || stub_starts_with_word(line, "except") || stub_starts_with_word(line, "finally");
}

// The name that a statement declares, if it is one that declares one.
static inline void stub_find_name(StubChunk *chunk, const char *text) {
    const char *p = text + chunk->start, *end = text + chunk->end;
    while (*p == '@') { // decorators: the name is that of the definition below
        while (p < end && *p != '\n') p++;
        while (p < end && isspace((unsigned char)*p)) p++;
        while (p < end && !stub_is_letter(*p) && *p != '@') { // an argument list that goes on, a comment
            while (p < end && *p != '\n') p++;
            while (p < end && isspace((unsigned char)*p)) p++;
        }
    }
    if (stub_starts_with_word(p, "import") || stub_starts_with_word(p, "from")) {
        chunk->is_import = !memchr(p, '*', (size_t)(end - p));
        return;
    }
    static const char *const not_names[] = {"if", "try", "for", "while", "with", "del", "assert", "raise", "pass", "global"};
    for (size_t i = 0; i < sizeof not_names / sizeof *not_names; i++)
        if (stub_starts_with_word(p, not_names[i])) return;
    static const char *const definitions[] = {"async", "def", "class", "type"};
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
        if (!stub_starts_with_word(p, definitions[i])) continue;
        const char *after = p + strlen(definitions[i]);
        while (*after == ' ') after++;
        if (stub_is_letter(*after)) p = after;
    }
    const char *stop = p;
    while (stub_is_letter(*stop) || isdigit((unsigned char)*stop)) stop++;
    if (stop == p || stop - p > UINT16_MAX) return;
    const char *next = stop;
    while (*next == ' ') next++;
    if (*next != '=' && *next != ':' && *next != '(' && *next != '[') return;
    chunk->name = (uint32_t)(p - text);
    chunk->name_size = (uint16_t)(stop - p);
}

static inline bool stub_chunk_is_named(const StubChunk *chunk, const char *text, const char *name, size_t size) {
    return chunk->name_size == size && memcmp(text + chunk->name, name, size) == 0;
}

// Those of the binary stand in this order: what has no name first, then by the bytes of their names; what is alike, as in the text.
static inline int stub_chunk_order(const StubChunk *chunk, const char *text, const char *name, size_t size) {
    size_t common = chunk->name_size < size ? chunk->name_size : size;
    int order = common ? memcmp(text + chunk->name, name, common) : 0;
    return order ? order : (chunk->name_size > size) - (chunk->name_size < size);
}

typedef struct StubScan {
    const char *text; // a NUL behind it
    uint32_t size, at; // at: a line
    bool has_quotes, in_text; // a docstring of three quotes somewhere; in one
} StubScan;
static inline StubScan stub_scan_begin(const char *text, uint32_t size) { return (StubScan){.text = text, .size = size, .has_quotes = strstr(text, "\"\"\"")}; }

// The next statement, of any name. False: there is none.
static inline bool stub_scan_statement(StubScan *scan, StubChunk *chunk) {
    const char *text = scan->text, *end = text + scan->size, *start = NULL, *line = text + scan->at;
    bool decorated = false;
    while (line < end) {
        const char *stop = (const char *)memchr(line, '\n', (size_t)(end - line));
        stop = stop ? stop + 1 : end;
        if (!scan->in_text && (stub_is_letter(*line) || *line == '@') && !stub_line_continues(line)) {
            if (start && !decorated) break;
            if (!start) start = line;
            decorated = *line == '@';
        }
        for (const char *p = line; scan->has_quotes && (p = (const char *)memchr(p, '"', (size_t)(stop - p))); p++)
            if (p + 2 < stop && p[1] == '"' && p[2] == '"') scan->in_text = !scan->in_text, p += 2;
        line = stop;
    }
    scan->at = (uint32_t)(line - text);
    if (!start) return false;
    *chunk = (StubChunk){.start = (uint32_t)(start - text), .end = scan->at};
    stub_find_name(chunk, text);
    return true;
}

// The chunk becomes the last one's, when they declare the same name.
static inline bool stub_chunk_joins(StubChunk *last, const StubChunk *chunk, const char *text) {
    if (!chunk->name_size || !stub_chunk_is_named(last, text, text + chunk->name, chunk->name_size)) return false;
    last->end = chunk->end;
    return last->is_several = true;
}
#endif
