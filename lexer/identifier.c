#include "base/utf8.h"
#include "lexer/lexer.h"
#include <utf8proc.h>

// Letters that identifiers may not hold, since their NFKC form could not be one: ID_Start without XID_Start (UAX 31, 5.1)...
static bool is_unstable(uint32_t c) {
    return c == 0x37A || c == 0x2E2F || c == 0x309B || c == 0x309C || (c >= 0xFC5E && c <= 0xFC63) || c == 0xFDFA || c == 0xFDFB ||
           (c >= 0xFE70 && c <= 0xFE7E && !(c & 1));
}
// ...and those that they may hold but not start with.
static bool is_unstable_start(uint32_t c) { return c == 0xE33 || c == 0xEB3 || c == 0xFF9E || c == 0xFF9F || is_unstable(c); }

static bool has_start_property(uint32_t c) {
    if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (c == 0x2118 || c == 0x212E || c == 0x1885 || c == 0x1886) return true; // Other_ID_Start
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return true;
    default: return false;
    }
}

static bool is_start(uint32_t c) { return has_start_property(c) && !is_unstable_start(c); }

static bool is_continue(uint32_t c) {
    if (c < 128) return has_start_property(c) || (c >= '0' && c <= '9');
    if (is_unstable(c)) return false;
    if (has_start_property(c) || c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA) return true; // Other_ID_Continue
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_PC: return true;
    default: return false;
    }
}

size_t lex_identifier_size(const char *text, size_t size) {
    size_t at = 0;
    while (at < size) {
        unsigned step;
        uint32_t c = utf8_decode(text + at, &step);
        if (at ? !is_continue(c) : !is_start(c)) break;
        at += step;
    }
    return at;
}

static const char *const texts[] = {
    "nothing",
#define TOKEN(name, text) text,
#include "lexer/tokens.def"
#undef TOKEN
};
const char *token_text(TokenKind kind) { return texts[kind]; }
