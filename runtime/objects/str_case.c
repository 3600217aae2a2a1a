// str: changing case, by the full mappings of Unicode (chapter 3.13), the final sigma included.
#include "base/utf8.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/unicode.h"

enum { CAPITAL_SIGMA = 0x3A3, SMALL_SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2 };

static bool is_ascii_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static bool is_ascii_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static char ascii_lower(unsigned char c) { return (char)(is_ascii_upper(c) ? c + 32 : c); }
static char ascii_upper(unsigned char c) { return (char)(is_ascii_lower(c) ? c - 32 : c); }

// A sigma at the end of a word is written otherwise: a cased letter stands before it and none after it, case-ignorable
// characters not counted.
static uint32_t lower_sigma(const Str *s, const char *at) {
    unsigned step;
    uint32_t c = 0;
    const char *p = at;
    bool before = false, after = false;
    while (p > s->text) {
        p = str_step_back(p);
        c = utf8_decode(p, &step);
        if (!unicode_is_case_ignorable(c)) {
            before = unicode_is_cased(c);
            break;
        }
    }
    if (!before) return SMALL_SIGMA;
    for (p = at + 2; p < str_end(s); p += step) {
        c = utf8_decode(p, &step);
        if (!unicode_is_case_ignorable(c)) {
            after = unicode_is_cased(c);
            break;
        }
    }
    return after ? SMALL_SIGMA : FINAL_SIGMA;
}

static void add_in_case(StrBuilder *b, const Str *s, const char *at, UnicodeCase to, uint32_t c) {
    uint32_t out[UNICODE_CASE_MAX];
    if (c < 128) {
        bool upper = to == UNICODE_UPPER || to == UNICODE_TITLE;
        str_builder_add_ascii(b, (unsigned char)(upper ? ascii_upper((unsigned char)c) : ascii_lower((unsigned char)c)));
        return;
    }
    unsigned count = 1;
    if (to == UNICODE_LOWER && c == CAPITAL_SIGMA) out[0] = lower_sigma(s, at);
    else count = unicode_to_case(to, c, out);
    char *room = str_builder_room(b, 4 * UNICODE_CASE_MAX), *end = room;
    if (!room) return;
    for (unsigned i = 0; i < count; i++) end += utf8_encode(out[i], end);
    b->size += (size_t)(end - room), b->length += count;
}

// Rules decide for each character which case it gets. `state` starts as true.
typedef UnicodeCase (*CaseRule)(uint32_t c, bool *state);
static UnicodeCase to_upper(uint32_t c, bool *state) { return (void)c, (void)state, UNICODE_UPPER; }
static UnicodeCase to_lower(uint32_t c, bool *state) { return (void)c, (void)state, UNICODE_LOWER; }
static UnicodeCase to_fold(uint32_t c, bool *state) { return (void)c, (void)state, UNICODE_FOLD; }
static UnicodeCase to_capitalized(uint32_t c, bool *at_start) {
    (void)c;
    bool first = *at_start;
    *at_start = false;
    return first ? UNICODE_TITLE : UNICODE_LOWER;
}
static UnicodeCase to_title(uint32_t c, bool *at_start) {
    bool first = *at_start;
    bool is_near = unicode_near_case(c, false) != unicode_near_case(c, true); // it has cases then; else they are to be looked up
    *at_start = !is_near && !unicode_is_cased(c);
    return first ? UNICODE_TITLE : UNICODE_LOWER;
}
static UnicodeCase to_swapped(uint32_t c, bool *state) { return (void)state, unicode_is_upper(c) ? UNICODE_LOWER : UNICODE_UPPER; }

typedef void (*AsciiCase)(const char *from, char *to, size_t size);

static void upper_ascii(const char *from, char *to, size_t size) {
    for (size_t i = 0; i < size; i++) to[i] = ascii_upper((unsigned char)from[i]);
}
static void lower_ascii(const char *from, char *to, size_t size) {
    for (size_t i = 0; i < size; i++) to[i] = ascii_lower((unsigned char)from[i]);
}
static void title_run(const char *from, char *to, size_t size, bool *at_start) {
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)from[i];
        to[i] = *at_start ? ascii_upper(c) : ascii_lower(c);
        *at_start = !is_ascii_upper(c) && !is_ascii_lower(c);
    }
}

// What the characters from U+3000 to U+9FFF begin with, which have no cases.
static bool is_east_asian(unsigned char first) { return first >= 0xE3 && first <= 0xE9; }

// The same for title() and swapcase(), a letter at a time. *at_start: no letter with cases stands before.
static const char *convert_letters(StrBuilder *b, const char *p, const char *end, bool swaps, bool *at_start) {
    size_t length = 0;
    char *room = str_builder_room(b, (size_t)(end - p)), *out = room;
    if (!room) return NULL;
    for (; p < end; length++) {
        unsigned char first = (unsigned char)*p;
        if (first < 0x80) {
            *out++ = (swaps ? is_ascii_lower(first) : *at_start) ? ascii_upper(first) : ascii_lower(first), p++;
            *at_start = !is_ascii_upper(first) && !is_ascii_lower(first);
        } else if (first < 0xE0) {
            uint32_t c = (first & 0x1Fu) << 6 | ((unsigned char)p[1] & 0x3Fu), upper = unicode_near_case(c, true), lower = unicode_near_case(c, false);
            uint32_t wanted = (swaps ? c != upper : *at_start) ? upper : lower;
            if (!upper || upper == lower || (wanted == lower && c == CAPITAL_SIGMA)) break;
            out[0] = (char)(0xC0 | wanted >> 6), out[1] = (char)(0x80 | (wanted & 0x3F));
            p += 2, out += 2;
            *at_start = false;
        } else if (is_east_asian(first)) {
            out[0] = p[0], out[1] = p[1], out[2] = p[2];
            p += 3, out += 3;
            *at_start = true;
        } else {
            break;
        }
    }
    b->size += (size_t)(out - room), b->length += length;
    return p;
}

enum { SHORT_RUN = 8 };
// What begins the rest of the text and is simple, into `b`: ASCII and what unicode_near_case knows. Returns where that ends; NULL: no memory.
static const char *convert_simple(StrBuilder *b, const char *p, const char *end, CaseRule rule, AsciiCase ascii) {
    bool upper = rule == to_upper;
    size_t length = 0;
    char *room = str_builder_room(b, (size_t)(end - p)), *out = room;
    if (!room) return NULL;
    for (unsigned run = 0; p < end; length++) {
        unsigned char first = (unsigned char)*p;
        if (first < 0x80) {
            if (++run > SHORT_RUN) {
                size_t plain = str_ascii_prefix(p, end);
                ascii(p, out, plain);
                p += plain, out += plain, length += plain - 1, run = 0;
            } else {
                *out++ = upper ? ascii_upper(first) : ascii_lower(first), p++;
            }
            continue;
        }
        run = 0;
        if (first < 0xE0) {
            uint32_t c = (first & 0x1Fu) << 6 | ((unsigned char)p[1] & 0x3Fu), near = unicode_near_case(c, upper);
            if (!near || (rule == to_lower && c == CAPITAL_SIGMA)) break;
            out[0] = (char)(0xC0 | near >> 6), out[1] = (char)(0x80 | (near & 0x3F));
            p += 2, out += 2;
        } else if (is_east_asian(first)) {
            const char *from = p;
            for (; p < end && is_east_asian((unsigned char)*p); length++) p += 3;
            memcpy(out, from, (size_t)(p - from));
            out += p - from, length--;
        } else {
            uint32_t c = (first & 0xFu) << 12 | ((unsigned char)p[1] & 0x3Fu) << 6 | ((unsigned char)p[2] & 0x3Fu);
            if (first >= 0xF0 || unicode_near_case(c, upper) != c) break;
            out[0] = p[0], out[1] = p[1], out[2] = p[2];
            p += 3, out += 3;
        }
    }
    b->size += (size_t)(out - room), b->length += length;
    return p;
}

static Value convert_unicode(VM *vm, const Str *s, CaseRule rule, AsciiCase ascii) {
    StrBuilder b;
    str_builder_init(&b, vm);
    unsigned step;
    bool state = true, by_letters = rule == to_swapped || rule == to_title;
    bool is_simple = rule == to_upper || rule == to_lower || rule == to_fold;
    if (!str_builder_room(&b, s->size + s->size / 16 + 16)) return str_builder_finish(&b);
    for (const char *p = s->text; p < str_end(s); p += step) {
        if (is_simple || by_letters) {
            p = is_simple ? convert_simple(&b, p, str_end(s), rule, ascii) : convert_letters(&b, p, str_end(s), rule == to_swapped, &state);
            if (!p || p == str_end(s)) break;
        }
        uint32_t c = utf8_decode(p, &step);
        UnicodeCase to = rule(c, &state);
        if (to == UNICODE_UPPER && rule == to_swapped && !unicode_is_lower(c)) str_builder_add(&b, p, step); // neither: stays
        else add_in_case(&b, s, p, to, c);
        if (rule == to_capitalized) rule = to_lower, ascii = lower_ascii, is_simple = true; // from the second one on
    }
    return str_builder_finish(&b);
}

static Value convert(VM *vm, Value self, CaseRule rule, AsciiCase ascii) {
    Str *s = as_str(self);
    if (!str_is_ascii(s)) return convert_unicode(vm, s, rule, ascii);
    if (!s->size) return vm->empty_str;
    if (s->size == 1) {
        char c;
        ascii(s->text, &c, 1);
        return str_new_counted(vm, &c, 1, 1);
    }
    Str *result = str_alloc(vm, s->size, s->size);
    if (!result) return VALUE_ERROR;
    ascii(s->text, result->text, s->size);
    return from_object(result);
}

static void swap_ascii(const char *from, char *to, size_t size) {
    for (size_t i = 0; i < size; i++) to[i] = is_ascii_upper((unsigned char)from[i]) ? ascii_lower((unsigned char)from[i]) : ascii_upper((unsigned char)from[i]);
}
static void capitalize_ascii(const char *from, char *to, size_t size) {
    lower_ascii(from, to, size);
    to[0] = ascii_upper((unsigned char)from[0]);
}
static void title_ascii(const char *from, char *to, size_t size) {
    bool at_start = true;
    title_run(from, to, size, &at_start);
}

Value str_method_upper(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], to_upper, upper_ascii); }
Value str_method_lower(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], to_lower, lower_ascii); }
Value str_method_casefold(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], to_fold, lower_ascii); }
Value str_method_swapcase(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], to_swapped, swap_ascii); }
Value str_method_capitalize(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], to_capitalized, capitalize_ascii); }
Value str_method_title(VM *vm, Value *args, uint32_t count) { return (void)count, convert(vm, args[0], to_title, title_ascii); }
