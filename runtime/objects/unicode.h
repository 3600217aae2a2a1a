// Properties of characters as str's methods have them: categories and simple case mappings come from utf8proc, the rest (full
// case mappings, folding, values of digits) from tables made by tools/make_unicode_tables.py. Nothing here raises.
#ifndef TYPHON_RUNTIME_UNICODE_H
#define TYPHON_RUNTIME_UNICODE_H
#include <stdbool.h>
#include <stdint.h>

typedef enum UnicodeCase { UNICODE_UPPER, UNICODE_LOWER, UNICODE_TITLE, UNICODE_FOLD } UnicodeCase;
enum { UNICODE_CASE_MAX = 3 }; // most characters one becomes

bool unicode_is_alpha(uint32_t c);
bool unicode_is_lower(uint32_t c);     // Lowercase
bool unicode_is_upper(uint32_t c);     // Uppercase
bool unicode_is_title(uint32_t c);     // category Lt
bool unicode_is_cased(uint32_t c);     // any of the three
bool unicode_is_case_ignorable(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_numeric(uint32_t c);   // decimals and digits too
bool unicode_is_line_break(uint32_t c); // what str.splitlines splits at
int unicode_decimal(uint32_t c);       // value 0..9 of a decimal digit, or -1
int unicode_digit(uint32_t c);         // likewise of a digit (superscripts, circled...), or -1
// The characters `c` becomes; returns how many. (The final sigma is str_case.c's.)
unsigned unicode_to_case(UnicodeCase to, uint32_t c, uint32_t out[UNICODE_CASE_MAX]);

// What str.split and str.strip take for space: bidirectional type WS, B or S, or category Zs.
static inline bool unicode_is_space(uint32_t c) {
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return c == 0x85 || c == 0xA0 || (c >= 0x1680 && (c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000));
}
// Pairs of letters, capital and small, whose capital has an even number.
static inline bool unicode_is_even_pair(uint32_t c) { return (c >= 0x100 && c < 0x130) || (c >= 0x132 && c < 0x138) || (c >= 0x14A && c < 0x178) || (c >= 0x460 && c < 0x482) || (c >= 0x48A && c < 0x4C0) || (c >= 0x4D0 && c < 0x530); }
static inline bool unicode_is_odd_pair(uint32_t c) { return (c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17F); }
// The letters of Europe, Greek and Cyrillic whose cases lie a fixed distance apart, and what has no cases in East Asia and general punctuation: c in that case, which has as many
// bytes in UTF-8. 0: it is none of them.
static inline uint32_t unicode_near_case(uint32_t c, bool upper) {
    if (c - 0x410 < 0x40) return (upper ? 0x410 : 0x430) + (c & 0x1F) - (c & 0x10 ? 0x10 : -0x10); // the Russian alphabet
    if (c < 0x100) return c < 0xC0 || c == 0xD7 || c == 0xDF || c == 0xF7 || c == 0xFF ? 0 : upper ? c & ~0x20u : c | 0x20;
    if (unicode_is_even_pair(c)) return upper ? c & ~1u : c | 1;
    if (unicode_is_odd_pair(c)) return upper ? c - !(c & 1) : c + (c & 1);
    if (c >= 0x391 && c <= 0x3A9) return c == 0x3A2 ? 0 : upper ? c : c + 0x20;
    if (c >= 0x3B1 && c <= 0x3C9) return c == 0x3C2 ? 0 : upper ? c - 0x20 : c;
    if (c >= 0x400 && c <= 0x42F) return upper ? c : c < 0x410 ? c + 0x50 : c + 0x20;
    if (c >= 0x430 && c <= 0x45F) return !upper ? c : c < 0x450 ? c - 0x20 : c - 0x50;
    return (c >= 0x2010 && c < 0x2070) || (c >= 0x3000 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) ? c : 0;
}
#endif
