#define _GNU_SOURCE // memmem, memrchr
#include "runtime/objects/text.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// ---- searching ---------------------------------------------------------------------------------------------------

#if defined(__SSE2__)
// Places where the needle's first and last bytes both stand are looked for sixteen at a time, and only there are the bytes between compared (W. Mula, "SIMD-friendly
// algorithms for substring searching", 2016). Where such places are many, and the work would not stay linear, memmem's two-way search takes over.
static const char *find_by_ends(const char *text, size_t size, const char *needle, size_t needle_size) {
    const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[needle_size - 1]);
    size_t places = size - needle_size + 1, work = 0;
    for (size_t i = 0; i < places; i += 16) {
        size_t at = i + 16 <= places ? i : places - 16; // the last sixteen overlap those before
        __m128i starts = _mm_loadu_si128((const __m128i *)(text + at)), ends = _mm_loadu_si128((const __m128i *)(text + at + needle_size - 1));
        unsigned both = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(starts, first), _mm_cmpeq_epi8(ends, last)));
        for (both &= 0xffffU << (i - at); both; both &= both - 1) {
            const char *place = text + at + __builtin_ctz(both);
            if (needle_size == 2 || memcmp(place + 1, needle + 1, needle_size - 2) == 0) return place;
            work += needle_size;
        }
        if (work > 1024 + 4 * i) return memmem(text + i, size - i, needle, needle_size);
    }
    return NULL;
}
#endif

// In so short a text the tables that memmem makes cost more than looking.
static const char *find_in_short(const char *text, size_t size, const char *needle, size_t needle_size) {
    for (const char *last = text + size - needle_size; text <= last; text++)
        if (*text == *needle && memcmp(text + 1, needle + 1, needle_size - 1) == 0) return text;
    return NULL;
}

int64_t text_find(const char *text, size_t size, const char *needle, size_t needle_size) {
    if (needle_size > size) return -1;
    if (!needle_size) return 0;
    const char *found;
    if (needle_size == 1) found = memchr(text, needle[0], size);
    else if (size - needle_size < 15) found = find_in_short(text, size, needle, needle_size);
#if defined(__SSE2__)
    else found = find_by_ends(text, size, needle, needle_size);
#else
    else found = memmem(text, size, needle, needle_size);
#endif
    return found ? found - text : -1;
}

size_t text_find_each(const char *text, size_t size, const char *needle, size_t needle_size, size_t *places, size_t most) {
    size_t count = 0, from = 0;
#if defined(__SSE2__)
    if (needle_size > 1 && size >= needle_size + 15) { // as find_by_ends, but that it goes on where it is
        const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[needle_size - 1]);
        size_t work = 0;
        for (size_t i = 0; i + 16 <= size - needle_size + 1 && work <= 1024 + 4 * i; i += 16) {
            __m128i starts = _mm_loadu_si128((const __m128i *)(text + i)), ends = _mm_loadu_si128((const __m128i *)(text + i + needle_size - 1));
            unsigned both = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(starts, first), _mm_cmpeq_epi8(ends, last)));
            for (; both; both &= both - 1) {
                size_t at = i + (size_t)__builtin_ctz(both);
                if (at < from) continue; // overlaps the one before
                if (needle_size > 2 && memcmp(text + at + 1, needle + 1, needle_size - 2) != 0) {
                    work += needle_size;
                    continue;
                }
                if (count == most) return count;
                places[count++] = at, from = at + needle_size;
            }
            if (from < i + 16) from = i + 16;
        }
    }
#endif
    for (int64_t at; count < most && (at = text_find(text + from, size - from, needle, needle_size)) >= 0; from += needle_size) places[count++] = from += (size_t)at;
    return count;
}

// Rabin and Karp 1987, from the end: linear for what scripts search, whatever the needle.
static int64_t find_last_by_hash(const char *text, size_t size, const char *needle, size_t needle_size) {
    if (needle_size > size) return -1;
    const uint64_t base = 0x100000001b3ULL;
    uint64_t wanted = 0, hash = 0, top = 1;
    const char *p = text + size - needle_size;
    for (size_t i = needle_size; i--;) {
        wanted = wanted * base + (unsigned char)needle[i];
        hash = hash * base + (unsigned char)p[i];
        if (i) top *= base;
    }
    for (;; p--) {
        if (hash == wanted && memcmp(p, needle, needle_size) == 0) return p - text;
        if (p == text) return -1;
        hash = (hash - (unsigned char)p[needle_size - 1] * top) * base + (unsigned char)p[-1];
    }
}

#if defined(__SSE2__)
// As find_by_ends, from the end.
static int64_t find_last_by_ends(const char *text, size_t size, const char *needle, size_t needle_size) {
    const __m128i first = _mm_set1_epi8(needle[0]), last = _mm_set1_epi8(needle[needle_size - 1]);
    size_t places = size - needle_size + 1, work = 0;
    for (size_t end = places; end; end = end > 16 ? end - 16 : 0) {
        size_t at = end > 16 ? end - 16 : 0; // the first sixteen overlap those behind
        __m128i starts = _mm_loadu_si128((const __m128i *)(text + at)), ends = _mm_loadu_si128((const __m128i *)(text + at + needle_size - 1));
        unsigned both = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(starts, first), _mm_cmpeq_epi8(ends, last)));
        if (end < 16) both &= (1U << end) - 1;
        while (both) {
            unsigned bit = 31 - (unsigned)__builtin_clz(both);
            if (needle_size == 2 || memcmp(text + at + bit + 1, needle + 1, needle_size - 2) == 0) return (int64_t)(at + bit);
            both ^= 1U << bit, work += needle_size;
        }
        if (work > 1024 + 4 * (places - end)) return find_last_by_hash(text, at + needle_size - 1, needle, needle_size);
    }
    return -1;
}
#endif

int64_t text_find_last(const char *text, size_t size, const char *needle, size_t needle_size) {
    if (needle_size > size) return -1;
    if (!needle_size) return (int64_t)size;
    if (needle_size == 1) {
        const char *found = memrchr(text, needle[0], size);
        return found ? found - text : -1;
    }
#if defined(__SSE2__)
    if (size - needle_size >= 15) return find_last_by_ends(text, size, needle, needle_size);
#endif
    return find_last_by_hash(text, size, needle, needle_size);
}

size_t text_count(const char *text, size_t size, const char *needle, size_t needle_size, size_t most) {
    size_t found = 0;
    const char *end = text + size;
    for (int64_t at; found < most && (at = text_find(text, (size_t)(end - text), needle, needle_size)) >= 0; found++) text += (size_t)at + needle_size;
    return found;
}

// ---- showing -----------------------------------------------------------------------------------------------------

char *text_write_escape(char *out, uint32_t c) {
    *out++ = '\\';
    if (c == '\n' || c == '\r' || c == '\t') return *out++ = c == '\n' ? 'n' : c == '\r' ? 'r' : 't', out;
    if (c >= ' ' && c < 0x7f) return *out++ = (char)c, out; // a quote, a backslash
    unsigned digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    *out++ = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    while (digits--) *out++ = "0123456789abcdef"[c >> 4 * digits & 15];
    return out;
}

// ---- copying -----------------------------------------------------------------------------------------------------

// Short parts the C library moves through registers, and behind what was written nothing is read any more.
enum { COPIED_AT_ONCE = 256, SLOW_FROM = 2048, SLOW_PAGE = 4096, SLOW_DISTANCE = 16 };
void text_copy_long(void *to, const void *from, size_t size) {
    if (!size) return; // where nothing is, there may be no pointers either
    if (size >= SLOW_FROM && ((uintptr_t)to - (uintptr_t)from - 1) % SLOW_PAGE < SLOW_DISTANCE - 1)
        for (size_t part = COPIED_AT_ONCE; size > part; size -= part) memcpy((char *)to + size - part, (const char *)from + size - part, part);
    memcpy(to, from, size);
}

// ---- hashing ---------------------------------------------------------------------------------------------------

static uint64_t read_word(const char *p) { uint64_t word; return memcpy(&word, p, 8), word; }
static uint64_t read_half(const char *p) { uint32_t half; return memcpy(&half, p, 4), half; }
// Both halves of a product, folded: each bit of the result depends on all of a and b.
static uint64_t fold_product(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// The 16 bytes or fewer of a short text as two words, zero beyond its end.
static void short_words(const char *text, size_t size, uint64_t words[2]) {
    words[1] = 0;
    if (size >= 8) {
        words[0] = read_word(text);
        if (size > 8) words[1] = read_word(text + size - 8) >> (128 - 8 * size);
    } else if (size >= 4) {
        words[0] = read_half(text) | read_half(text + size - 4) >> (64 - 8 * size) << 32;
    } else {
        words[0] = 0;
        for (size_t i = 0; i < size; i++) words[0] |= (uint64_t)(unsigned char)text[i] << (8 * i);
    }
}

// A multiply-and-fold hash keyed with the VM's 128 secret bits, after wyhash (Wang Yi, 2019; public domain): two products for the words of programs.
uint32_t text_hash_words(const VM *vm, uint64_t seed, uint64_t a, uint64_t b, size_t size) {
    const uint64_t second = vm->hash_key[1] ^ 0xe7037ed1a0b428dbULL;
    uint64_t hash = fold_product(second ^ size, fold_product(a ^ second, b ^ seed));
    return (uint32_t)(hash ^ hash >> 32);
}
uint32_t text_hash(const VM *vm, const char *text, size_t size) {
    const uint64_t second = vm->hash_key[1] ^ 0xe7037ed1a0b428dbULL;
    uint64_t words[2], seed = text_hash_seed(vm);
    if (size <= 16) {
        short_words(text, size, words);
        return text_hash_words(vm, seed, words[0], words[1], size);
    }
    const char *last = text + size - 16;
    for (; text < last; text += 16) seed = fold_product(read_word(text) ^ second, read_word(text + 8) ^ seed);
    return text_hash_words(vm, seed, read_word(last), read_word(last + 8), size);
}

// ---- arguments ---------------------------------------------------------------------------------------------------

bool text_size_argument(VM *vm, Value v, int64_t *out) {
    if (is_small_int(v)) return *out = small_int(v), true;
    Value number = op_index(vm, v);
    if (number == VALUE_ERROR) return false;
    if (int_to_int64(number, out)) return true;
    raise_overflow_error(vm, "Python int too large to convert to C ssize_t");
    return false;
}

bool text_need_search_arguments(VM *vm, const char *function, uint32_t count) {
    if (count >= 2 && count <= 4) return true;
    raise_type_error(vm, "%s() takes at %s (%u given)", function, count < 2 ? "least 1 argument" : "most 3 arguments", count - 1);
    return false;
}

static bool bound(VM *vm, Value v, int64_t *out) {
    if (v == VALUE_NONE || v == VALUE_UNBOUND) return true;
    if (is_small_int(v)) return *out = small_int(v), true;
    if (!is_int(v) && !value_type(vm, v)->slots.unary[SLOT_INDEX]) {
        raise_type_error(vm, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    return op_index_int64(vm, v, out, true);
}

bool text_raw_bounds(VM *vm, const Value *args, uint32_t count, uint32_t at, int64_t *start, int64_t *stop) {
    *start = 0, *stop = INT64_MAX;
    if (count > at && !bound(vm, args[at], start)) return false;
    return count <= at + 1 || bound(vm, args[at + 1], stop);
}

void text_clip(size_t length, int64_t *start, int64_t *stop) {
    if (*stop > (int64_t)length) *stop = (int64_t)length;
    if (*stop < 0 && (*stop += (int64_t)length) < 0) *stop = 0;
    if (*start < 0 && (*start += (int64_t)length) < 0) *start = 0;
}

bool text_bounds(VM *vm, const Value *args, uint32_t count, uint32_t at, size_t length, int64_t *start, int64_t *stop) {
    if (!text_raw_bounds(vm, args, count, at, start, stop)) return false;
    text_clip(length, start, stop);
    return true;
}

Value text_argument_error(VM *vm, const char *function, const char *argument, const char *wanted, Value v) {
    const char *space = *argument ? " " : "";
    if (v == VALUE_NONE) return raise_type_error(vm, "%s() argument%s%s must be %s, not None", function, space, argument, wanted);
    return raise_type_error(vm, "%s() argument%s%s must be %s, not %T", function, space, argument, wanted, v);
}

bool text_codec_argument(VM *vm, const char *function, const char *argument, Value v, const char **out) {
    if (v == VALUE_UNBOUND) return true;
    if (!is_str(v)) return text_argument_error(vm, function, argument, "str", v), false;
    if (memchr(as_str(v)->text, 0, as_str(v)->size)) return raise_value_error(vm, "embedded null character"), false;
    *out = as_str(v)->text;
    return true;
}
