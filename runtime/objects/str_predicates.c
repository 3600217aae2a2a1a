// str: questions about all characters of a string.
#include "base/utf8.h"
#include "lexer/lexer.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/unicode.h"

// What ASCII characters are.
enum { UPPER = 1, LOWER = 2, DIGIT = 4, SPACE = 8, PRINTABLE = 16, ALPHA = UPPER | LOWER, ALNUM = ALPHA | DIGIT };
#define U (UPPER | PRINTABLE)
#define L (LOWER | PRINTABLE)
#define D (DIGIT | PRINTABLE)
#define P PRINTABLE
#define S SPACE
static const unsigned char ascii_kinds[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S,
    S | P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P,
    P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, P, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, 0,
};
#undef U
#undef L
#undef D
#undef P
#undef S

// True when the string is not empty and `holds` for every character; of ASCII ones `kinds` says the same.
static inline Value all(Value self, unsigned kinds, bool (*holds)(uint32_t c)) {
    const Str *s = as_str(self);
    if (str_is_ascii(s)) {
        for (size_t i = 0; i < s->size; i++)
            if (!(ascii_kinds[(unsigned char)s->text[i]] & kinds)) return VALUE_FALSE;
        return from_bool(s->size);
    }
    unsigned step;
    for (const char *p = s->text; p < str_end(s); p += step)
        if (!holds(utf8_decode(p, &step))) return VALUE_FALSE;
    return from_bool(s->size);
}

static bool is_decimal(uint32_t c) { return unicode_decimal(c) >= 0; }
static bool is_digit(uint32_t c) { return unicode_digit(c) >= 0; }
static bool is_alpha(uint32_t c) { return c < 128 ? ascii_kinds[c] & ALPHA : unicode_is_alpha(c); }
static bool is_alnum(uint32_t c) { return is_alpha(c) || unicode_is_numeric(c); }
static bool is_space(uint32_t c) { return unicode_is_space(c); }

Value str_method_isalpha(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], ALPHA, is_alpha); }
Value str_method_isalnum(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], ALNUM, is_alnum); }
Value str_method_isdecimal(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], DIGIT, is_decimal); }
Value str_method_isdigit(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], DIGIT, is_digit); }
Value str_method_isnumeric(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], DIGIT, unicode_is_numeric); }
Value str_method_isspace(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, all(args[0], SPACE, is_space); }
Value str_method_isascii(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_bool(str_is_ascii(as_str(args[0]))); }
Value str_method_isprintable(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    return as_str(args[0])->size ? all(args[0], PRINTABLE, unicode_is_printable) : VALUE_TRUE;
}
bool str_is_identifier(Str *s) {
    if (s->flags & STR_IDENTIFIER) return true;
    bool is = s->size && lex_identifier_size(s->text, s->size) == s->size;
    if (is && s->flags & STR_INTERNED) s->flags |= STR_IDENTIFIER; // names are asked about again
    return is;
}
Value str_method_isidentifier(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_bool(str_is_identifier(as_str(args[0]))); }

// At least one cased character, and none of the other case (a title-case one is of both).
static Value one_case(const Str *s, bool upper) {
    bool any = false;
    unsigned step, kinds = 0, other = upper ? LOWER : UPPER;
    if (str_is_ascii(s)) {
        for (size_t i = 0; i < s->size && !(kinds & other); i++) kinds |= ascii_kinds[(unsigned char)s->text[i]];
        return from_bool((kinds & ALPHA) == (upper ? UPPER : LOWER));
    }
    for (const char *p = s->text; p < str_end(s); p += step) {
        uint32_t c = utf8_decode(p, &step);
        if ((upper ? unicode_is_lower(c) : unicode_is_upper(c)) || unicode_is_title(c)) return VALUE_FALSE;
        any = any || (upper ? unicode_is_upper(c) : unicode_is_lower(c));
    }
    return from_bool(any);
}
Value str_method_islower(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, one_case(as_str(args[0]), false); }
Value str_method_isupper(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, one_case(as_str(args[0]), true); }

Value str_method_istitle(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    const Str *s = as_str(args[0]);
    bool any = false, after_cased = false;
    unsigned step;
    for (const char *p = s->text; p < str_end(s); p += step) {
        uint32_t c = utf8_decode(p, &step);
        if (unicode_is_upper(c) || unicode_is_title(c)) {
            if (after_cased) return VALUE_FALSE;
            after_cased = any = true;
        } else if (unicode_is_lower(c)) {
            if (!after_cased) return VALUE_FALSE;
            any = true;
        } else {
            after_cased = false;
        }
    }
    return from_bool(any);
}
