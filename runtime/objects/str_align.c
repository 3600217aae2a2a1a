// str: widths, margins and tabs.
#include "base/utf8.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/unicode.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// ---- padding -----------------------------------------------------------------------------------------------------

// `left` and `right` times the character `fill` around s.
static Value pad(VM *vm, Str *s, size_t left, size_t right, uint32_t fill) {
    if (!left && !right) return str_exact(vm, s);
    char text[4];
    unsigned step = fill < 128 ? 1 : utf8_encode(fill, text);
    size_t added = left + right, size;
    if (__builtin_mul_overflow(added, step, &added) || __builtin_add_overflow(s->size, added, &size)) return raise_memory_error(vm);
    Str *result = str_alloc(vm, size, s->length + left + right);
    if (!result) return VALUE_ERROR;
    char *out = format_write_fill(result->text, fill, left);
    text_copy_long(out, s->text, s->size);
    format_write_fill(out + s->size, fill, right);
    return from_object(result);
}

// Characters missing to the width args[1], and the fill character args[2]. false: raised.
static bool padding(VM *vm, Value *args, uint32_t count, size_t *missing, uint32_t *fill) {
    const Str *s = as_str(args[0]);
    int64_t width;
    *fill = ' ';
    if (!text_size_argument(vm, args[1], &width)) return false;
    if (count > 2) {
        unsigned step;
        if (!is_str(args[2])) return raise_type_error(vm, "The fill character must be a unicode character, not %T", args[2]), false;
        if (as_str(args[2])->length != 1) return raise_type_error(vm, "The fill character must be exactly one character long"), false;
        *fill = utf8_decode(as_str(args[2])->text, &step);
    }
    *missing = width > (int64_t)s->length ? (size_t)width - s->length : 0;
    return true;
}

Value str_method_ljust(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    uint32_t fill;
    return padding(vm, args, count, &missing, &fill) ? pad(vm, as_str(args[0]), 0, missing, fill) : VALUE_ERROR;
}
Value str_method_rjust(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    uint32_t fill;
    return padding(vm, args, count, &missing, &fill) ? pad(vm, as_str(args[0]), missing, 0, fill) : VALUE_ERROR;
}
Value str_method_center(VM *vm, Value *args, uint32_t count) {
    size_t missing;
    uint32_t fill;
    if (!padding(vm, args, count, &missing, &fill)) return VALUE_ERROR;
    size_t left = missing / 2 + (missing & (as_str(args[0])->length + missing) & 1); // the odd one goes left when the width is odd
    return pad(vm, as_str(args[0]), left, missing - left, fill);
}

Value str_method_zfill(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *s = as_str(args[0]);
    int64_t width;
    if (!text_size_argument(vm, args[1], &width)) return VALUE_ERROR;
    if (width <= (int64_t)s->length) return str_exact(vm, s);
    size_t zeros = (size_t)width - s->length;
    Value result = pad(vm, s, zeros, 0, '0');
    if (result == VALUE_ERROR || !s->size || (s->text[0] != '+' && s->text[0] != '-')) return result;
    char *text = as_str(result)->text; // fresh, since something was added
    text[0] = text[zeros];
    text[zeros] = '0';
    return result;
}

// ---- strip -------------------------------------------------------------------------------------------------------

typedef bool (*InSet)(const Str *set, const char *at, unsigned size);
static bool in_space(const Str *set, const char *at, unsigned size) {
    (void)set, (void)size;
    unsigned step;
    return unicode_is_space(utf8_decode(at, &step));
}
static bool in_characters(const Str *set, const char *at, unsigned size) {
    return size == 1 ? memchr(set->text, *at, set->size) != NULL : text_find(set->text, set->size, at, size) >= 0;
}

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

// ASCII text: a byte a step.
static inline bool is_ascii_space(char c) { return c == ' ' || (unsigned char)(c - 9) < 5 || (unsigned char)(c - 0x1c) < 4; }
// The characters to strip in a form that answers "is it one of them" without a search: sixteen or fewer as the bytes of a vector (repeated as
// often as they fit), else a bit for each that is ASCII, since the others cannot be in ASCII text.
typedef struct StripSet {
#if defined(__SSE2__)
    __m128i few;
#endif
    uint64_t bits[2];
    bool is_few;
} StripSet;

static inline void strip_set_init(StripSet *into, const Str *set) {
    const char *text = set->text;
    size_t size = set->size;
#if defined(__SSE2__)
    uint64_t first = 0, last = 0;
    if ((into->is_few = size && size <= 16)) {
        if (size >= 8) memcpy(&first, text, 8), memcpy(&last, text + size - 8, 8);
        else if (size >= 4) memcpy(&first, text, 4), memcpy(&last, text + size - 4, 4), last = first |= last << 32;
        else last = first = ((unsigned char)text[0] * 0x0101U | (uint64_t)(unsigned char)text[size / 2] << 16 | (uint64_t)(unsigned char)text[size - 1] << 24) * 0x100000001ULL;
        into->few = _mm_set_epi64x((long long)last, (long long)first);
        return;
    }
#endif
    into->is_few = false;
    into->bits[0] = into->bits[1] = 0;
    for (size_t i = 0; i < size; i++)
        if (!(text[i] & 0x80)) into->bits[text[i] >> 6] |= (uint64_t)1 << (text[i] & 63);
}
static inline bool in_strip_set(const StripSet *set, char c) {
#if defined(__SSE2__)
    if (set->is_few) return _mm_movemask_epi8(_mm_cmpeq_epi8(set->few, _mm_set1_epi8(c))) != 0;
#endif
    return set->bits[c >> 6 & 1] >> (c & 63) & 1;
}
static Value strip_ascii(VM *vm, Str *s, const Str *set, int sides) {
    const char *from = s->text, *to = str_end(s);
    if (!set) {
        if (sides & STRIP_LEFT)
            while (from < to && is_ascii_space(*from)) from++;
        if (sides & STRIP_RIGHT)
            while (from < to && is_ascii_space(to[-1])) to--;
    } else {
        StripSet characters;
        strip_set_init(&characters, set);
        if (sides & STRIP_LEFT)
            while (from < to && in_strip_set(&characters, *from)) from++;
        if (sides & STRIP_RIGHT)
            while (from < to && in_strip_set(&characters, to[-1])) to--;
    }
    return from == s->text && to == str_end(s) ? str_exact(vm, s) : str_from_ascii(vm, from, (size_t)(to - from), str_end(s));
}

static Value strip(VM *vm, Value *args, uint32_t count, int sides, const char *name) {
    Str *s = as_str(args[0]);
    const Str *set = NULL;
    InSet in = in_space;
    if (count > 1 && args[1] != VALUE_NONE) {
        if (!is_str(args[1])) return raise_type_error(vm, "%s arg must be None or str", name);
        set = as_str(args[1]);
        in = in_characters;
    }
    if (str_is_ascii(s)) return strip_ascii(vm, s, set, sides);
    const char *from = s->text, *to = str_end(s);
    if (sides & STRIP_LEFT) {
        for (unsigned step; from < to && in(set, from, step = utf8_size_of((unsigned char)*from)); from += step) {}
    }
    while (sides & STRIP_RIGHT && from < to) {
        const char *last = str_step_back(to);
        if (!in(set, last, (unsigned)(to - last))) break;
        to = last;
    }
    return from == s->text && to == str_end(s) ? str_exact(vm, s) : str_piece(vm, s, (size_t)(from - s->text), (size_t)(to - s->text));
}
Value str_method_strip(VM *vm, Value *args, uint32_t count) { return strip(vm, args, count, STRIP_LEFT | STRIP_RIGHT, "strip"); }
Value str_method_lstrip(VM *vm, Value *args, uint32_t count) { return strip(vm, args, count, STRIP_LEFT, "lstrip"); }
Value str_method_rstrip(VM *vm, Value *args, uint32_t count) { return strip(vm, args, count, STRIP_RIGHT, "rstrip"); }

// ---- tabs --------------------------------------------------------------------------------------------------------

Value str_method_expandtabs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *s = as_str(args[0]);
    int64_t width = 8;
    if (args[1] != VALUE_UNBOUND) {
        Value number = op_index(vm, args[1]);
        if (number == VALUE_ERROR) return VALUE_ERROR;
        if (!int_to_int64(number, &width) || width != (int32_t)width) return raise_overflow_error(vm, "Python int too large to convert to C int");
    }
    if (!memchr(s->text, '\t', s->size)) return str_exact(vm, s);
    StrBuilder b;
    str_builder_init(&b, vm);
    size_t column = 0;
    unsigned step;
    for (const char *p = s->text; p < str_end(s); p += step) {
        size_t plain = 0; // ASCII text up to the next tab or end of a line
        while (p + plain < str_end(s) && (unsigned char)p[plain] < 128 && p[plain] != '\t' && p[plain] != '\n' && p[plain] != '\r') plain++;
        if (plain) {
            str_builder_add_counted(&b, p, plain, plain);
            column += plain;
            if ((p += plain) == str_end(s)) break;
        }
        step = utf8_size_of((unsigned char)*p);
        if (*p == '\t') {
            if (width <= 0) continue;
            size_t spaces = (size_t)width - column % (size_t)width;
            str_builder_add_repeated(&b, ' ', spaces);
            column += spaces;
        } else {
            str_builder_add(&b, p, step);
            column = *p == '\n' || *p == '\r' ? 0 : column + 1;
        }
    }
    return str_builder_finish(&b);
}
