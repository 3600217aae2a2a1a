// UTF-8, with the generalisation that a lone surrogate (U+D800..U+DFFF) may be held as three bytes ("WTF-8"), since
// Python strings may hold them. Text that comes from outside is validated strictly.
#ifndef TYPHON_BASE_UTF8_H
#define TYPHON_BASE_UTF8_H
#include "base/inline.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Decodes the character at `text` (well-formed by contract); `*size` gets its bytes (1 to 4).
SHARED_INLINE uint32_t utf8_decode(const char *text, unsigned *size) {
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) return *size = 1, s[0];
    if (s[0] < 0xE0) return *size = 2, (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    if (s[0] < 0xF0) return *size = 3, (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    *size = 4;
    return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}
// Encodes `character` (at most 0x10FFFF) into `out` (4 bytes of room); returns its bytes.
unsigned utf8_encode(uint32_t character, char *out);
// Bytes of the character that starts with this byte (1 to 4); 1 for a byte that cannot start one.
static inline unsigned utf8_size_of(unsigned char first) {
    return first < 0xC0 ? 1u : first < 0xE0 ? 2u : first < 0xF0 ? 3u : 4u;
}
// Characters in well-formed text.
size_t utf8_length(const char *text, size_t size);
bool utf8_is_ascii(const char *text, size_t size);
// Strict validation (no surrogates, no overlong forms). Returns the offset of the first bad byte, or `size`.
// `*length`, when not NULL, gets the characters before it.
size_t utf8_validate(const char *text, size_t size, size_t *length);
// Well-formed as a str's text is: lone surrogates may be in it.
bool utf8_is_text(const char *text, size_t size);
#endif
