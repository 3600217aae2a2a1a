#include "base/utf8.h"
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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
    size_t length = 0, i = 0;
    while (i < size) { // in pieces whose counts fit a byte, which the compiler does sixteen at a time
        unsigned char some = 0;
        size_t stop = size - i < 255 ? size : i + 240;
        for (; i < stop; i++) some = (unsigned char)(some + ((signed char)text[i] >= -64));
        length += some;
    }
    return length;
}

bool utf8_is_ascii(const char *text, size_t size) {
    size_t i = 0;
    for (uint64_t words[4]; i + 32 <= size; i += 32) {
        memcpy(words, text + i, 32);
        if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080ULL) return false;
    }
    for (uint64_t word; i + 8 <= size; i += 8) {
        memcpy(&word, text + i, 8);
        if (word & 0x8080808080808080ULL) return false;
    }
    if (i < size && size >= 8) { // the last eight overlap those before
        uint64_t word;
        return memcpy(&word, text + size - 8, 8), !(word & 0x8080808080808080ULL);
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

#if defined(__SSE2__)
// The run of characters of one byte, or of two, that the sixteen bytes at `s` start with: its bytes, *count its characters.
static inline size_t valid_run(const char *s, size_t *count) {
    const __m128i block = _mm_loadu_si128((const __m128i *)s);
    unsigned high = (unsigned)_mm_movemask_epi8(block);
    if (!(high & 1)) return *count = high ? (size_t)__builtin_ctz(high) : 16;
    const __m128i two = _mm_cmpeq_epi16(_mm_and_si128(block, _mm_set1_epi16((short)0xC0E0)), _mm_set1_epi16((short)0x80C0));
    const __m128i overlong = _mm_cmpeq_epi16(_mm_and_si128(block, _mm_set1_epi16(0x1E)), _mm_setzero_si128());
    unsigned other = ~(unsigned)_mm_movemask_epi8(_mm_andnot_si128(overlong, two)) & 0xffff;
    size_t bytes = other ? (size_t)__builtin_ctz(other) : 16;
    return *count = bytes / 2, bytes;
}
#endif

size_t utf8_validate(const char *text, size_t size, size_t *length) {
    size_t at = 0, count = 0;
    while (at < size) {
        uint64_t word;
#if defined(__SSE2__)
        size_t some;
        for (size_t bytes; at + 16 <= size && (unsigned char)text[at] < 0xE0 && (bytes = valid_run(text + at, &some)); at += bytes) count += some;
#endif
        while (at + 8 <= size && (memcpy(&word, text + at, 8), !(word & 0x8080808080808080ULL))) at += 8, count += 8;
        if (at == size) break;
        unsigned step = well_formed((const unsigned char *)text + at, size - at);
        if (!step) break;
        at += step, count++;
    }
    if (length) *length = count;
    return at;
}

bool utf8_is_text(const char *text, size_t size) {
    for (size_t at = 0;; at += 3) { // behind a surrogate
        at += utf8_validate(text + at, size - at, NULL);
        if (at == size) return true;
        if (size - at < 3 || (unsigned char)text[at] != 0xED || (text[at + 1] & 0xE0) != 0xA0 || (text[at + 2] & 0xC0) != 0x80) return false;
    }
}
