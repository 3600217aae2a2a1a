// What the files of str share. str.c has layout and C interface, str_type.c the type; the methods stand by topic:
//
//   str_case.c       capitalize casefold lower swapcase title upper
//   str_predicates.c isalnum ... isupper
//   str_search.c     count endswith find index removeprefix removesuffix replace rfind rindex startswith
//   str_split.c      join partition rpartition rsplit split splitlines
//   str_align.c      center expandtabs ljust lstrip rjust rstrip strip zfill
//   str_translate.c  maketrans translate
//   str_format.c     format format_map                (percent.c: %)
#ifndef TYPHON_RUNTIME_STR_PRIVATE_H
#define TYPHON_RUNTIME_STR_PRIVATE_H
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"

#define STR_METHODS(M)                                                                                                              \
    M(capitalize) M(casefold) M(lower) M(swapcase) M(title) M(upper) M(isalnum) M(isalpha) M(isascii) M(isdecimal) M(isdigit)       \
    M(isidentifier) M(islower) M(isnumeric) M(isprintable) M(isspace) M(istitle) M(isupper) M(count) M(endswith) M(find) M(index)   \
    M(removeprefix) M(removesuffix) M(replace) M(rfind) M(rindex) M(startswith) M(join) M(partition) M(rpartition) M(rsplit)        \
    M(split) M(splitlines) M(center) M(expandtabs) M(ljust) M(lstrip) M(rjust) M(rstrip) M(strip) M(zfill) M(maketrans) M(translate) \
    M(format_map)
#define METHOD(name) Value str_method_##name(VM *vm, Value *args, uint32_t count);
STR_METHODS(METHOD)
#undef METHOD

// The string itself, or its text as an exact str where it is a subclass's instance.
MAY_RAISE Value str_exact(VM *vm, Str *s);
// The text between two byte offsets.
MAY_RAISE Value str_piece(VM *vm, const Str *s, size_t from, size_t to);
static inline const char *str_end(const Str *s) { return s->text + s->size; }
// str_builder_add_char for an ASCII character, where it is a step of a loop.
static inline void str_builder_add_ascii(StrBuilder *b, unsigned char c) {
    if (b->size == b->capacity) return str_builder_add_char(b, c);
    b->text[b->size++] = (char)c;
    b->length++;
}
// Bytes of the ASCII text that [p, end) starts with.
static inline size_t str_ascii_prefix(const char *p, const char *end) {
    const char *start = p;
    uint64_t word;
    while (end - p >= 8 && (memcpy(&word, p, 8), !(word & 0x8080808080808080ULL))) p += 8;
    while (p < end && !(*p & 0x80)) p++;
    return (size_t)(p - start);
}
// Walks back from `p` to the start of the character before it.
static inline const char *str_step_back(const char *p) {
    do p--;
    while (((unsigned char)*p & 0xC0) == 0x80);
    return p;
}

#if defined(__SSE2__)
static inline __m128i str_is_byte(__m128i bytes, char wanted) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted)); }
static inline __m128i str_is_space_byte(__m128i bytes, char unused) { // white space in ASCII
    (void)unused;
    __m128i low = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(8)), _mm_cmplt_epi8(bytes, _mm_set1_epi8(14)));
    __m128i high = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(0x1b)), _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x21)));
    return _mm_or_si128(low, high);
}
#endif
#if STR_HAS_BLOCKS
// Text of up to 64 bytes as a mask. Bit n: byte n is one of those that `in` is about. (The last block overlaps the one before.)
enum { STR_MASK_MAX = 64 };
static inline uint64_t str_mask(const Str *s, __m128i (*in)(__m128i bytes, char wanted), char wanted) {
    size_t at = 0;
    uint64_t mask = 0;
    for (; at + 16 <= s->size; at += 16) mask |= (uint64_t)(unsigned)_mm_movemask_epi8(in(_mm_loadu_si128((const __m128i *)(s->text + at)), wanted)) << at;
    if (at == s->size) return mask;
    size_t last = s->size > 16 ? s->size - 16 : 0;
    mask |= (uint64_t)(unsigned)_mm_movemask_epi8(in(_mm_loadu_si128((const __m128i *)(s->text + last)), wanted)) << last;
    return s->size < 16 ? mask & ((1u << s->size) - 1) : mask;
}
static inline unsigned str_mask_count(uint64_t mask) {
    mask -= mask >> 1 & 0x5555555555555555ULL;
    mask = (mask & 0x3333333333333333ULL) + (mask >> 2 & 0x3333333333333333ULL);
    return (unsigned)(((mask + (mask >> 4)) & 0x0f0f0f0f0f0f0f0fULL) * 0x0101010101010101ULL >> 56);
}
#endif

// A str of ASCII text; the short ones, which programs are full of, without a call. end: of what may be read, not before the text's own end.
MAY_RAISE static inline Value str_from_ascii(VM *vm, const char *text, size_t size, const char *end) {
    (void)end;
    if (size < 2 || size > 32) return str_new_counted(vm, text, size, size);
    Str *s = heap_alloc(vm->heap, sizeof *s + size + 1);
    if (__builtin_expect(!s, 0)) return raise_memory_error(vm);
    s->head.shape = vm->types.str->root_shape;
    s->hash = s->flags = 0;
    s->size = s->length = size;
#if STR_HAS_BLOCKS
    if (__builtin_expect(size <= 16 && end - text >= 16, 1)) { // no branch that depends on the size: it is a different one each time
        _mm_storeu_si128((__m128i *)s->text, _mm_loadu_si128((const __m128i *)text));
        s->text[size] = 0;
        return from_object(s);
    }
#endif
    if (size >= 16) {
        memcpy(s->text, text, 16);
        memcpy(s->text + size - 16, text + size - 16, 16);
    } else if (size >= 8) {
        memcpy(s->text, text, 8);
        memcpy(s->text + size - 8, text + size - 8, 8);
    } else if (size >= 4) {
        memcpy(s->text, text, 4);
        memcpy(s->text + size - 4, text + size - 4, 4);
    } else {
        memcpy(s->text, text, 2);
        s->text[size - 1] = text[size - 1];
    }
    s->text[size] = 0;
    return from_object(s);
}
#endif
