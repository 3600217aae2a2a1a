#include "base/source.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <ctype.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

// Characters 0x80 to 0x9F of windows-1252; 0: none is assigned.
static const uint16_t windows_1252[32] = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

typedef enum Encoding { ENCODING_UTF_8, ENCODING_LATIN_1, ENCODING_LATIN_9, ENCODING_WINDOWS_1252, ENCODING_UNKNOWN } Encoding;

static const struct {
    const char *name; // lower case, "_" written "-"
    Encoding encoding;
} encodings[] = {
    {"utf-8", ENCODING_UTF_8},          {"utf8", ENCODING_UTF_8},           {"utf-8-sig", ENCODING_UTF_8},      {"ascii", ENCODING_UTF_8},
    {"us-ascii", ENCODING_UTF_8},       {"latin-1", ENCODING_LATIN_1},      {"latin1", ENCODING_LATIN_1},       {"iso-8859-1", ENCODING_LATIN_1},
    {"iso8859-1", ENCODING_LATIN_1},    {"l1", ENCODING_LATIN_1},           {"iso-8859-15", ENCODING_LATIN_9},  {"iso8859-15", ENCODING_LATIN_9},
    {"latin-9", ENCODING_LATIN_9},      {"cp1252", ENCODING_WINDOWS_1252},  {"windows-1252", ENCODING_WINDOWS_1252},
};

typedef struct Word {
    const char *text;
    size_t size;
} Word;

static bool is_name_character(char c) { return isalnum((unsigned char)c) || c == '-' || c == '_' || c == '.'; }

// The name in a comment line ("# -*- coding: latin-1 -*-"); NULL when the line has none.
static Word declared_in_line(const char *line, const char *end, bool *only_comment) {
    const char *p = line;
    while (p < end && (*p == ' ' || *p == '\t' || *p == '\f')) p++;
    *only_comment = p == end || *p == '#';
    if (p == end || *p != '#') return (Word){NULL, 0};
    for (; end - p > 7; p++) {
        if (memcmp(p, "coding", 6) != 0 || (p[6] != ':' && p[6] != '=')) continue;
        const char *name = p + 7;
        while (name < end && (*name == ' ' || *name == '\t')) name++;
        const char *after = name;
        while (after < end && is_name_character(*after)) after++;
        if (after > name) return (Word){name, (size_t)(after - name)};
    }
    return (Word){NULL, 0};
}

static Word declared_encoding(const char *text, const char *end) {
    for (int line = 0; line < 2 && text < end; line++) {
        const char *stop = text;
        while (stop < end && *stop != '\n' && *stop != '\r') stop++;
        bool only_comment;
        Word name = declared_in_line(text, stop, &only_comment);
        if (name.text || !only_comment) return name;
        text = stop + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n') + 1;
    }
    return (Word){NULL, 0};
}

static Encoding encoding_named(Word name) {
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        size_t k = 0;
        while (k < name.size && (name.text[k] == '_' ? '-' : tolower((unsigned char)name.text[k])) == encodings[i].name[k]) k++;
        if (k == name.size && !encodings[i].name[k]) return encodings[i].encoding;
    }
    return ENCODING_UNKNOWN;
}

static uint32_t character(Encoding encoding, unsigned char byte) {
    if (encoding == ENCODING_WINDOWS_1252 && byte >= 0x80 && byte < 0xA0) return windows_1252[byte - 0x80];
    if (encoding != ENCODING_LATIN_9) return byte;
    switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x160;
    case 0xA8: return 0x161;
    case 0xB4: return 0x17D;
    case 0xB8: return 0x17E;
    case 0xBC: return 0x152;
    case 0xBD: return 0x153;
    case 0xBE: return 0x178;
    default: return byte;
    }
}

static void problem(Source *source, TreeArena *arena, Word name, const char *detail) {
    source->encoding_problem = arena_printf(arena, "encoding problem: %.*s%s", (int)name.size, name.text, detail);
    source->encoding_name = span_make((uint32_t)(name.text - source->text), (uint32_t)(name.text + name.size - source->text));
}

// The declared name is "utf-8" or begins with "utf-8-": what may stand beside a byte order mark.
static bool is_utf_8(Word name) {
    const char *wanted = "utf-8";
    for (size_t i = 0; i < 5; i++)
        if (i >= name.size || (name.text[i] == '_' ? '-' : tolower((unsigned char)name.text[i])) != wanted[i]) return false;
    return name.size == 5 || name.text[5] == '-' || name.text[5] == '_';
}

static char *decode_table(const Source *source, TreeArena *arena, Encoding encoding, size_t *size) {
    char *text = arena_alloc(arena, (size_t)source->size * 3 + 1);
    *size = 0;
    for (uint32_t i = 0; i < source->size; i++) {
        uint32_t code = character(encoding, (unsigned char)source->text[i]);
        if (!code && source->text[i]) return NULL;
        *size += utf8_encode(code, text + *size);
    }
    return text;
}

// By the C library, which knows many more. NULL: it does not know the encoding or the text is not in it; *known tells which.
static char *decode_library(const Source *source, TreeArena *arena, Word name, size_t *size, bool *known) {
    char wanted[40];
    *known = false;
    if (name.size >= sizeof wanted || strncasecmp(name.text, "utf", 3) == 0 || strncasecmp(name.text, "ucs", 3) == 0) return NULL; // they do not hold ASCII as it is
    for (size_t i = 0; i <= name.size; i++) wanted[i] = i == name.size ? 0 : name.text[i] == '_' ? '-' : name.text[i];
    char *text = arena_alloc(arena, (size_t)source->size * 4 + 1), *out = text, *in = (char *)(uintptr_t)source->text; // first: it may not return
    iconv_t converter = iconv_open("UTF-8", wanted);
    if (converter == (iconv_t)-1) return NULL;
    *known = true;
    size_t in_left = source->size, out_left = (size_t)source->size * 4;
    size_t result = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    if (result == (size_t)-1) return NULL;
    *size = (size_t)(out - text);
    size_t declaration = (size_t)(name.text + name.size - source->text);
    *known = *size >= declaration && memcmp(text, source->text, declaration) == 0;
    return *known ? text : NULL;
}

void source_decode(Source *source, TreeArena *arena) {
    bool marked = source->size >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
    Word name = declared_encoding(source->text + (marked ? 3 : 0), source->text + source->size);
    if (!name.text) return;
    Encoding encoding = encoding_named(name);
    if (marked && !is_utf_8(name)) {
        problem(source, arena, name, " with BOM");
        return;
    }
    if (encoding == ENCODING_UTF_8 || marked) return;
    size_t size;
    bool known = true;
    char *text = encoding == ENCODING_UNKNOWN ? decode_library(source, arena, name, &size, &known) : decode_table(source, arena, encoding, &size);
    if (!text || size > UINT32_MAX) {
        problem(source, arena, name, known ? " has no such byte" : "");
        return;
    }
    text[size] = 0;
    source->text = text;
    source->size = (uint32_t)size;
}
