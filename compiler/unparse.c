// The text of an expression, as `from __future__ import annotations` keeps it: the source with white space and comments
// between tokens settled the way CPython writes expressions. Strings are kept as they were written.
#include "compiler/build.h"
#include <string.h>

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 128;
}

// Length of the string literal that starts at the quote `text`.
static uint32_t literal_size(const char *text, uint32_t size) {
    char quote = text[0];
    bool triple = size >= 3 && text[1] == quote && text[2] == quote;
    uint32_t i = triple ? 3 : 1;
    while (i < size) {
        if (text[i] == '\\') i += 2;
        else if (text[i] != quote) i++;
        else if (!triple) return i + 1;
        else if (i + 2 < size && text[i + 1] == quote && text[i + 2] == quote) return i + 3;
        else i++;
    }
    return size;
}

const char *unparse_expression(const Ast *node, const Source *source, TreeArena *arena) {
    const char *text = source->text + node->span.start;
    uint32_t size = node->span.end - node->span.start;
    char *out = arena_alloc(arena, (size_t)size * 3 + 1), *to = out;
    bool space = false;
    for (uint32_t i = 0; i < size;) {
        char c = text[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\\') {
            space = true;
            i++;
            continue;
        }
        if (c == '#') {
            while (i < size && text[i] != '\n') i++;
            continue;
        }
        bool between_words = space && to > out && is_word(to[-1]) && is_word(c);
        space = false;
        if (between_words) *to++ = ' ';
        if (c == '"' || c == '\'') {
            uint32_t literal = literal_size(text + i, size - i);
            if (literal > size - i) literal = size - i;
            memcpy(to, text + i, literal);
            to += literal;
            i += literal;
            continue;
        }
        if (c == '|' || c == '+') {
            *to++ = ' ', *to++ = c, *to++ = ' ';
        } else if (c == ',') {
            *to++ = ',', *to++ = ' ';
        } else {
            if (c == ']' && to - out >= 2 && to[-1] == ' ' && to[-2] == ',') to -= 2;
            *to++ = c;
        }
        i++;
    }
    *to = 0;
    return out;
}
