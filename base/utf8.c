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
static inline unsigned bytes_below(__m128i block, int limit) { return (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(block, _mm_set1_epi8((char)limit))); } // as signed: 80 is the least
static inline unsigned bytes_from_to(__m128i block, int from, int to) { return bytes_below(block, to + 1) & ~bytes_below(block, from); }
static inline unsigned bytes_equal(__m128i block, int c) { return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)c))); }
// The whole characters in the sixteen bytes at `s`, which begin with one: their bytes, *count their number. 0: something is not well-formed, or only may be so.
// Each bit of the masks stands for a byte: those that have to follow must be those that are of the form 10xxxxxx.
static inline size_t valid_block(const char *s, size_t *count) {
    const __m128i block = _mm_loadu_si128((const __m128i *)s);
    unsigned high = (unsigned)_mm_movemask_epi8(block);
    if (!high) return *count = 16;
    unsigned following = bytes_below(block, 0xC0), two = bytes_from_to(block, 0xC2, 0xDF), long_ = high & ~following & ~two, leads = two | long_, wanted = leads << 1;
    if (long_) {
        unsigned plain = bytes_from_to(block, 0xE1, 0xEC), four = 0; // most of East Asia's
        if (long_ != plain) {
            unsigned three = bytes_from_to(block, 0xE0, 0xEF);
            four = bytes_from_to(block, 0xF0, 0xF4);
            if (long_ != (three | four)) return 0;
            // the second bytes that table 3-7 has exceptions for
            unsigned bad = bytes_equal(block, 0xE0) << 1 & bytes_below(block, 0xA0);
            bad |= bytes_equal(block, 0xED) << 1 & following & ~bytes_below(block, 0xA0);
            bad |= bytes_equal(block, 0xF0) << 1 & bytes_below(block, 0x90);
            bad |= bytes_equal(block, 0xF4) << 1 & following & ~bytes_below(block, 0x90);
            if (bad) return 0;
        }
        wanted |= long_ << 2 | four << 3;
    }
    if ((wanted & 0xffff) != following) return 0;
    size_t bytes = wanted >> 16 ? 31 - (size_t)__builtin_clz(leads) : 16; // the last character may end behind the block
    unsigned begun = ~following & ((1u << bytes) - 1); // their number: without a call, as a popcount is where the processor need not have one
    begun -= begun >> 1 & 0x5555, begun = (begun & 0x3333) + (begun >> 2 & 0x3333), begun = (begun + (begun >> 4)) & 0x0f0f;
    *count = (begun + (begun >> 8)) & 0x1f;
    return bytes;
}
#endif

size_t utf8_validate(const char *text, size_t size, size_t *length) {
    size_t at = 0, count = 0;
    while (at < size) {
        uint64_t word;
#if defined(__SSE2__)
        size_t some;
        for (size_t bytes; at + 16 <= size && (bytes = valid_block(text + at, &some)); at += bytes) count += some;
#endif
        while (at + 8 <= size && (memcpy(&word, text + at, 8), !(word & 0x8080808080808080ULL))) at += 8, count += 8;
        if (at < size && size - at < 8 && size >= 8 && (memcpy(&word, text + size - 8, 8), !(word & 0x8080808080808080ULL))) count += size - at, at = size; // the last eight overlap those before
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
