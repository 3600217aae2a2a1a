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
