#include "base/utf8.h"
#include <string.h>

uint32_t utf8_decode(const char *text, unsigned *size) {
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) return *size = 1, s[0];
    if (s[0] < 0xE0) return *size = 2, (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    if (s[0] < 0xF0) return *size = 3, (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    *size = 4;
    return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

unsigned utf8_encode(uint32_t c, char *out) {
    if (c < 0x80) return out[0] = (char)c, 1;
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 0x3F)), out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18), out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F)), out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_length(const char *text, size_t size) {
    size_t length = 0;
    for (size_t i = 0; i < size; i++) length += ((unsigned char)text[i] & 0xC0) != 0x80;
    return length;
}

bool utf8_is_ascii(const char *text, size_t size) {
    size_t i = 0;
    for (uint64_t word; i + 8 <= size; i += 8) {
        memcpy(&word, text + i, 8);
        if (word & 0x8080808080808080ULL) return false;
    }
    for (; i < size; i++)
        if ((unsigned char)text[i] & 0x80) return false;
    return true;
}

// Bytes of the well-formed character at `s`, or 0 (Unicode 15, table 3-7).
static unsigned well_formed(const unsigned char *s, size_t room) {
    if (s[0] < 0x80) return 1;
    unsigned size = s[0] >= 0xC2 && s[0] < 0xE0 ? 2 : s[0] >= 0xE0 && s[0] < 0xF0 ? 3 : s[0] >= 0xF0 && s[0] < 0xF5 ? 4 : 0;
    if (!size || size > room) return 0;
    for (unsigned i = 1; i < size; i++)
        if ((s[i] & 0xC0) != 0x80) return 0;
    if (s[0] == 0xE0 && s[1] < 0xA0) return 0;
    if (s[0] == 0xED && s[1] >= 0xA0) return 0;
    if (s[0] == 0xF0 && s[1] < 0x90) return 0;
    if (s[0] == 0xF4 && s[1] >= 0x90) return 0;
    return size;
}

size_t utf8_validate(const char *text, size_t size, size_t *length) {
    size_t at = 0, count = 0;
    while (at < size) {
        uint64_t word;
        while (at + 8 <= size && (memcpy(&word, text + at, 8), !(word & 0x8080808080808080ULL))) at += 8, count += 8;
        if (at == size) break;
        unsigned step = well_formed((const unsigned char *)text + at, size - at);
        if (!step) break;
        at += step, count++;
    }
    if (length) *length = count;
    return at;
}
