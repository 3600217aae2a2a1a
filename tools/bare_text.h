// A library module's text without comments and docstrings, and a blank where lines begin with four, for the core library: lines keep their numbers. Runs while building (tools/embed_sources.c).
#ifndef TYPHON_TOOLS_BARE_TEXT_H
#define TYPHON_TOOLS_BARE_TEXT_H
#include "lexer/lexer.h"
#include <stdlib.h>
#include <string.h>

// Copies what stands between two tokens, but for comments and the blanks before them and the ends of lines, and most of the blanks that lines begin with.
static inline char *copy_gap(char *to, const char *from, const char *end) {
    for (; from < end; from++) {
        if (to[-1] == '\n') {
            size_t blanks = strspn(from, " ");
            if (from + blanks > end) blanks = (size_t)(end - from);
            memset(to, ' ', (blanks + 3) / 4);
            to += (blanks + 3) / 4, from += blanks;
            if (from == end) break;
        }
        if (*from == '#') from += strcspn(from, "\n");
        if (from == end) break;
        if (*from == '\n')
            while (to[-1] == ' ') to--;
        *to++ = *from;
    }
    return to;
}

static inline bool is_docstring(const Token *tokens, size_t at) {
    bool opens_block = at >= 3 && tokens[at - 1].kind == TOKEN_INDENT && tokens[at - 2].kind == TOKEN_NEWLINE && tokens[at - 3].kind == TOKEN_COLON;
    return tokens[at].kind == TOKEN_STRING && (at == 0 || opens_block) && tokens[at + 1].kind == TOKEN_NEWLINE;
}

// Writes it over `text`, which is UTF-8 and has a NUL behind it; its size. Of a docstring `pass` is left, since a block may hold nothing else, and of a module's nothing. 0: it is no Python text.
static inline size_t make_bare(const char *path, char *text, size_t size) {
    TreeArena arena;
    jmp_buf out_of_memory;
    arena_init(&arena, 0, &out_of_memory);
    if (setjmp(out_of_memory)) return 0;
    DiagList diagnostics;
    diag_init(&diagnostics, &arena);
    Source source;
    source_init(&source, path, text, (uint32_t)size);
    LexResult lexed;
    lex_source(&source, &arena, &diagnostics, &lexed);
    char *bare = arena_alloc(&arena, size + 2), *to = bare;
    *to++ = '\n'; // for what looks back
    size_t done = 0, fstrings = 0;
    for (size_t i = 0; i < lexed.tokens.count; i++) {
        const Token *token = &lexed.tokens.items[i];
        if (token->start < done || token->kind == TOKEN_INDENT) continue; // of no width, or what copy_gap shortens
        if (fstrings) memcpy(to, text + done, token->start - done), to += token->start - done;
        else to = copy_gap(to, text + done, text + token->start);
        fstrings += token->kind == TOKEN_FSTRING_START;
        fstrings -= token->kind == TOKEN_FSTRING_END;
        if (is_docstring(lexed.tokens.items, i)) {
            if (i) memcpy(to, "pass", 4), to += 4;
            for (const char *c = text + token->start; c < text + token->end; c++)
                if (*c == '\n') *to++ = '\n';
        } else memcpy(to, text + token->start, token->end - token->start), to += token->end - token->start;
        done = token->end;
    }
    to = copy_gap(to, text + done, text + size);
    size_t made = (size_t)(to - bare) - 1;
    memcpy(text, bare + 1, made);
    text[made] = 0;
    arena_free(&arena);
    return lexed.has_errors ? 0 : made;
}
#endif
