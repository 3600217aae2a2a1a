#include "base/utf8_convert.h"
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

size_t utf8_count_astral(const char *text, size_t size) {
    size_t count = 0, i = 0;
    while (i < size) { // in pieces whose counts fit a byte, which the compiler does sixteen at a time
        unsigned char some = 0;
        size_t stop = size - i < 255 ? size : i + 255;
        for (; i < stop; i++) some = (unsigned char)(some + ((unsigned char)text[i] >= 0xF0));
        count += some;
    }
    return count;
}

// ---- from UTF-8 --------------------------------------------------------------------------------------------------

static inline void put_unit(void *out, size_t at, uint32_t unit, UnitWidth width) {
    if (width == UNITS_LATIN1) ((unsigned char *)out)[at] = (unsigned char)unit;
    else if (width == UNITS_16) ((uint16_t *)out)[at] = (uint16_t)unit;
    else ((uint32_t *)out)[at] = unit;
}

#if defined(__SSE2__)
// Eight units of 16 bits.
static inline void put_eight(void *out, size_t at, __m128i units, UnitWidth width) {
    const __m128i zero = _mm_setzero_si128();
    char *to = (char *)out + at * width;
    if (width == UNITS_LATIN1) {
        _mm_storel_epi64((__m128i *)to, _mm_packus_epi16(units, zero));
    } else if (width == UNITS_16) {
        _mm_storeu_si128((__m128i *)to, units);
    } else {
        _mm_storeu_si128((__m128i *)to, _mm_unpacklo_epi16(units, zero));
        _mm_storeu_si128((__m128i *)(to + 16), _mm_unpackhi_epi16(units, zero));
    }
}

// Converts the run of one kind at p, up to sixteen bytes of it; returns its bytes (0: it starts with another kind), *units: how many were written.
static inline size_t convert_run(const unsigned char *p, void *out, size_t at, UnitWidth width, size_t *units) {
    const __m128i zero = _mm_setzero_si128(), block = _mm_loadu_si128((const __m128i *)p);
    unsigned high = (unsigned)_mm_movemask_epi8(block);
    if (!(high & 1)) {
        if (width == UNITS_LATIN1) {
            _mm_storeu_si128((__m128i *)((char *)out + at), block);
        } else {
            put_eight(out, at, _mm_unpacklo_epi8(block, zero), width);
            put_eight(out, at + 8, _mm_unpackhi_epi8(block, zero), width);
        }
        return *units = high ? (size_t)__builtin_ctz(high) : 16;
    }
    // A lane is a leading byte (110xxxxx) and, above it, one that follows (10xxxxxx); for latin-1 the leading byte is C2 or C3.
    const __m128i kind = _mm_and_si128(block, _mm_set1_epi16((short)(width == UNITS_LATIN1 ? 0xC0FC : 0xC0E0)));
    unsigned other = ~(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(kind, _mm_set1_epi16((short)0x80C0))) & 0xffff;
    size_t bytes = other ? (size_t)__builtin_ctz(other) & ~(size_t)1 : 16;
    if (!bytes) return 0;
    put_eight(out, at, _mm_or_si128(_mm_slli_epi16(_mm_and_si128(block, _mm_set1_epi16(0x1F)), 6), _mm_and_si128(_mm_srli_epi16(block, 8), _mm_set1_epi16(0x3F))), width);
    return *units = bytes / 2, bytes;
}
#endif

static inline __attribute__((always_inline)) size_t to_units(const char *text, size_t size, void *out, size_t room, UnitWidth width, size_t *units) {
    const unsigned char *start = (const unsigned char *)text, *p = start, *end = p + size;
    size_t at = 0;
    while (p < end) {
#if defined(__SSE2__)
        while (end - p >= 16 && room - at >= 16) {
            size_t some, bytes = convert_run(p, out, at, width, &some);
            if (!bytes) break;
            p += bytes, at += some;
        }
        if (p == end) break;
#endif
        do {
            unsigned step;
            uint32_t c = utf8_decode((const char *)p, &step);
            if (width == UNITS_LATIN1 && c > 0xFF) goto done;
            if (width == UNITS_16 && c >= 0x10000) {
                put_unit(out, at++, 0xD800 + ((c - 0x10000) >> 10), width);
                c = 0xDC00 + ((c - 0x10000) & 0x3FF);
            }
            put_unit(out, at++, c, width);
            p += step;
        } while (p < end && (*p >= 0xE0 || end - p < 16));
    }
done:
    if (units) *units = at;
    return (size_t)(p - start);
}

size_t utf8_to_units(const char *text, size_t size, void *out, size_t room, UnitWidth width, size_t *units) {
    return width == UNITS_LATIN1 ? to_units(text, size, out, room, UNITS_LATIN1, units)
           : width == UNITS_16 ? to_units(text, size, out, room, UNITS_16, units) : to_units(text, size, out, room, UNITS_32, units);
}

// ---- to UTF-8 ----------------------------------------------------------------------------------------------------

static inline uint32_t unit_at(const void *units, size_t at, UnitWidth width) {
    uint16_t half;
    uint32_t whole;
    const char *p = (const char *)units + at * width;
    if (width == UNITS_LATIN1) return *(const unsigned char *)p;
    return width == UNITS_16 ? (memcpy(&half, p, 2), half) : (memcpy(&whole, p, 4), whole);
}

static size_t size_of_latin1(const unsigned char *p, size_t count) {
    size_t size = count, i = 0;
    while (i < count) {
        unsigned char some = 0;
        size_t stop = count - i < 255 ? count : i + 255;
        for (; i < stop; i++) some = (unsigned char)(some + (p[i] >> 7));
        size += some;
    }
    return size;
}

// A surrogate is counted as two bytes here, so that a pair makes four.
static size_t size_of_16(const char *p, size_t count, size_t *surrogates) {
    size_t size = count, all = 0;
    for (size_t i = 0; i < count;) {
        uint16_t some = 0, found = 0;
        size_t stop = count - i < 16384 ? count : i + 16384;
        for (; i < stop; i++) {
            uint16_t unit;
            memcpy(&unit, p + 2 * i, 2);
            uint16_t surrogate = (unit & 0xF800) == 0xD800;
            some = (uint16_t)(some + (unit >= 0x80) + (unit >= 0x800) - surrogate);
            found = (uint16_t)(found + surrogate);
        }
        size += some, all += found;
    }
    return *surrogates = all, size;
}

static size_t size_of_32(const char *p, size_t count) {
    size_t size = count;
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        uint32_t c;
        memcpy(&c, p + 4 * i, 4);
        size += (size_t)(c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
        good = good & (c <= 0x10FFFF) & ((c & 0xFFFFF800) != 0xD800);
    }
    return good ? size : 0;
}

size_t utf8_size_of_units(const void *units, size_t count, UnitWidth width, size_t *length) {
    *length = count;
    if (width == UNITS_LATIN1) return size_of_latin1(units, count);
    if (width == UNITS_32) return size_of_32(units, count);
    size_t surrogates, size = size_of_16(units, count, &surrogates);
    *length = count - surrogates / 2;
    for (size_t i = 0; surrogates && i < count; i++) {
        uint32_t unit = unit_at(units, i, UNITS_16);
        if ((unit & 0xF800) != 0xD800) continue;
        if (unit >= 0xDC00 || ++i == count || (unit_at(units, i, UNITS_16) & 0xFC00) != 0xDC00) return 0;
    }
    return size;
}

#if defined(__SSE2__)
static inline __m128i eight_units(const void *units, size_t at, UnitWidth width) {
    const char *p = (const char *)units + at * width;
    if (width == UNITS_LATIN1) return _mm_unpacklo_epi8(_mm_loadl_epi64((const __m128i *)p), _mm_setzero_si128());
    if (width == UNITS_16) return _mm_loadu_si128((const __m128i *)p);
    return _mm_packs_epi32(_mm_loadu_si128((const __m128i *)p), _mm_loadu_si128((const __m128i *)(p + 16))); // what does not fit becomes U+7FFF: not a run
}

// Converts the run of characters of one byte, or of two, at `at`; returns how many, *out behind their bytes. There is room for sixteen bytes.
static inline size_t put_run(const void *units, size_t at, UnitWidth width, char **out) {
    const __m128i zero = _mm_setzero_si128(), block = eight_units(units, at, width);
    unsigned ascii = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(_mm_and_si128(block, _mm_set1_epi16((short)0xFF80)), zero));
    if (ascii & 1) {
        _mm_storel_epi64((__m128i *)*out, _mm_packus_epi16(block, zero));
        size_t count = ascii == 0xffff ? 8 : (size_t)__builtin_ctz(~ascii) / 2;
        return *out += count, count;
    }
    unsigned two = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(_mm_and_si128(block, _mm_set1_epi16((short)0xF800)), zero)) & ~ascii;
    size_t count = two == 0xffff ? 8 : (size_t)__builtin_ctz(~two) / 2;
    __m128i lead = _mm_or_si128(_mm_srli_epi16(block, 6), _mm_set1_epi16(0xC0));
    __m128i next = _mm_slli_epi16(_mm_or_si128(_mm_and_si128(block, _mm_set1_epi16(0x3F)), _mm_set1_epi16(0x80)), 8);
    _mm_storeu_si128((__m128i *)*out, _mm_or_si128(lead, next));
    return *out += 2 * count, count;
}
#endif

static inline __attribute__((always_inline)) void from_units(const void *units, size_t count, UnitWidth width, char *out, size_t size) {
    const char *end = out + size;
    for (size_t at = 0; at < count;) {
#if defined(__SSE2__)
        while (count - at >= 8 && end - out >= 16) {
            size_t some = put_run(units, at, width, &out);
            if (!some) break;
            at += some;
        }
        if (at == count) return;
#endif
        uint32_t c;
        do {
            c = unit_at(units, at++, width);
            if (width == UNITS_16 && (c & 0xFC00) == 0xD800) c = 0x10000 + ((c - 0xD800) << 10 | (unit_at(units, at++, width) - 0xDC00));
            out += utf8_encode(c, out);
        } while (at < count && (c >= 0x800 || count - at < 8));
    }
    (void)end;
}

void utf8_from_units(const void *units, size_t count, UnitWidth width, char *out, size_t size) {
    if (width == UNITS_LATIN1) from_units(units, count, UNITS_LATIN1, out, size);
    else if (width == UNITS_16) from_units(units, count, UNITS_16, out, size);
    else from_units(units, count, UNITS_32, out, size);
}

// ---- backwards ---------------------------------------------------------------------------------------------------

void utf8_reverse(const char *text, size_t size, char *out) {
    const unsigned char *p = (const unsigned char *)text, *end = p + size;
    char *to = out + size;
    while (p < end) {
#if defined(__SSE2__)
        while (end - p >= 16) { // then there are sixteen bytes of room before `to` as well
            const __m128i block = _mm_loadu_si128((const __m128i *)p);
            unsigned high = (unsigned)_mm_movemask_epi8(block);
            bool ascii = !(high & 1);
            const __m128i kind = _mm_and_si128(block, _mm_set1_epi16((short)0xC0E0));
            unsigned other = ascii ? high : ~(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(kind, _mm_set1_epi16((short)0x80C0))) & 0xffff;
            size_t bytes = other ? (size_t)__builtin_ctz(other) & ~(size_t)(ascii ? 0 : 1) : 16;
            if (!bytes) break;
            __m128i turned = _mm_shufflehi_epi16(_mm_shufflelo_epi16(_mm_shuffle_epi32(block, 0x4E), 0x1B), 0x1B); // the lanes of 16 bits
            if (ascii) turned = _mm_or_si128(_mm_srli_epi16(turned, 8), _mm_slli_epi16(turned, 8));
            _mm_storeu_si128((__m128i *)(to - 16), turned);
            p += bytes, to -= bytes;
        }
        if (p == end) break;
#endif
        do {
            unsigned step = utf8_size_of(*p);
            to -= step;
            for (unsigned i = 0; i < step; i++) to[i] = (char)p[i];
            p += step;
        } while (p < end && (*p >= 0xE0 || end - p < 16));
    }
}
