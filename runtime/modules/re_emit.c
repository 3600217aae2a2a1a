// Writing PCRE2 syntax for what re_syntax.c has read. Compiled with DOTALL, MULTILINE and ALT_CIRCUMFLEX: `.` is any character, `^` and `$`
// are the multi-line ones; \A, \Z and \z the others.
#include "runtime/modules/re_private.h"
#include "base/utf8.h"

// Characters that fold to ASCII letters: dotted I, dotless i, long s, Kelvin sign.
static const uint32_t folding_to_ascii[] = {0x130, 0x131, 0x17F, 0x212A};
// All characters str.isspace() has, and the gaps between them.
static const RegexRange spaces[] = {{0x09, 0x0D}, {0x1C, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
static const RegexRange ascii_spaces[] = {{0x09, 0x0D}, {0x20, 0x20}};
static const RegexRange ascii_digits[] = {{'0', '9'}};
static const RegexRange ascii_words[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
enum { REPEAT_LIMIT = 65535, COPIES_MAX = 64, FEW_COPIES = 16 }; // of PCRE2's quantifiers; times an atom may be written out

void regex_emit(RegexReader *r, const char *text) { str_builder_add(&r->out, text, strlen(text)); }
void regex_emit_number(RegexReader *r, uint64_t n) {
    char text[24];
    str_builder_add(&r->out, text, (size_t)snprintf(text, sizeof text, "%llu", (unsigned long long)n));
}

static uint32_t highest(const RegexReader *r) { return r->variant == REGEX_UTF ? 0x10FFFF : r->variant == REGEX_ASCII ? 0x7F : 0xFF; }

bool regex_is_caseless(const RegexReader *r, uint32_t flags) { return flags & REGEX_IGNORECASE && !(r->variant == REGEX_UTF && flags & REGEX_FLAG_ASCII); }

void regex_emit_open(RegexReader *r, uint32_t outer_flags, uint32_t flags) {
    bool outer = regex_is_caseless(r, outer_flags), inner = regex_is_caseless(r, flags);
    regex_emit(r, outer == inner ? "(?:" : inner ? "(?i:" : "(?-i:");
}

// One character, good both inside and outside of brackets.
static void emit_character(RegexReader *r, uint32_t c) {
    char text[16];
    size_t size;
    if (c < 128) {
        bool plain = regex_is_letter(c) || regex_is_digit(c) || c == ' ' || c == '_';
        size = plain ? (size_t)snprintf(text, sizeof text, "%c", (int)c) : c < 32 || c == 127 ? (size_t)snprintf(text, sizeof text, "\\x{%x}", (unsigned)c) : (size_t)snprintf(text, sizeof text, "\\%c", (int)c);
    } else if (r->variant == REGEX_UTF) {
        size = utf8_encode(c, text);
    } else {
        text[0] = (char)c;
        size = 1;
    }
    str_builder_add(&r->out, text, size);
}

static void emit_range(RegexReader *r, uint32_t low, uint32_t high) {
    emit_character(r, low);
    if (high == low) return;
    regex_emit(r, "-");
    emit_character(r, high);
}

static void emit_ranges(RegexReader *r, const RegexRange *ranges, size_t count, bool complement) {
    uint32_t next = 0, limit = highest(r);
    for (size_t i = 0; i < count && ranges[i].low <= limit; i++) {
        uint32_t high = ranges[i].high < limit ? ranges[i].high : limit;
        if (!complement) emit_range(r, ranges[i].low, high);
        else if (ranges[i].low > next) emit_range(r, next, ranges[i].low - 1);
        next = high + 1;
    }
    if (complement && next <= limit) emit_range(r, next, limit);
}

// The classes, inside of brackets. Unicode's \W has no form there: emit_set sees to it.
static void emit_categories(RegexReader *r, uint32_t flags, unsigned categories) {
    bool unicode = r->variant != REGEX_BYTES && !(flags & REGEX_FLAG_ASCII), properties = unicode && r->variant == REGEX_UTF;
    const RegexRange *space = unicode ? spaces : ascii_spaces;
    size_t space_count = unicode ? sizeof spaces / sizeof *spaces : 2;
    if (categories & (REGEX_DIGIT | REGEX_NOT_DIGIT) && properties) regex_emit(r, categories & REGEX_DIGIT ? "\\p{Nd}" : "\\P{Nd}");
    else if (categories & (REGEX_DIGIT | REGEX_NOT_DIGIT)) emit_ranges(r, ascii_digits, 1, !(categories & REGEX_DIGIT));
    if (categories & (REGEX_SPACE | REGEX_NOT_SPACE)) emit_ranges(r, space, space_count, !(categories & REGEX_SPACE));
    if (categories & REGEX_WORD && properties) regex_emit(r, "\\p{L}\\p{N}_");
    else if (categories & (REGEX_WORD | REGEX_NOT_WORD) && !properties) emit_ranges(r, ascii_words, 4, !(categories & REGEX_WORD));
}

// A class and its opposite: everything. One of each pair is all that emit_categories takes.
static bool is_everything(unsigned categories) { return categories & (categories >> 1) & (REGEX_DIGIT | REGEX_SPACE | REGEX_WORD); }

static bool set_has(const RegexSet *set, uint32_t c) {
    for (size_t i = 0; i < set->count; i++)
        if (set->ranges[i].low <= c && c <= set->ranges[i].high) return true;
    return false;
}

// Letters that ignoring case brings in beyond what PCRE2 does by itself.
static void emit_other_cases(RegexReader *r, uint32_t flags, const RegexSet *set) {
    if (!(flags & REGEX_IGNORECASE) || r->variant == REGEX_BYTES) return;
    if (flags & REGEX_FLAG_ASCII) {
        for (uint32_t c = 'a'; c <= 'z' && r->variant == REGEX_UTF; c++)
            if (set_has(set, c) != set_has(set, c - 32)) emit_character(r, set_has(set, c) ? c - 32 : c);
        return;
    }
    if (r->variant == REGEX_ASCII) {
        for (size_t i = 0; i < 4; i++) r->needs_utf |= set_has(set, folding_to_ascii[i]);
    } else if (set_has(set, 'i') || set_has(set, 'I') || set_has(set, 0x130) || set_has(set, 0x131)) {
        regex_emit(r, "i\xC4\xB0\xC4\xB1");
    }
}

// Characters and classes between brackets. Returns false, with nothing written, when there are none the variant can match.
static bool emit_brackets(RegexReader *r, uint32_t flags, const RegexSet *set, unsigned categories, bool negated) {
    size_t before = r->out.size, inside;
    regex_emit(r, negated ? "[^" : "[");
    inside = r->out.size;
    uint32_t limit = highest(r);
    for (size_t i = 0; i < set->count; i++)
        if (set->ranges[i].low <= limit) emit_range(r, set->ranges[i].low, set->ranges[i].high < limit ? set->ranges[i].high : limit);
    emit_categories(r, flags, categories);
    emit_other_cases(r, flags, set);
    if (r->out.size == inside) return r->out.size = before, false;
    regex_emit(r, "]");
    return true;
}

void regex_emit_set(RegexReader *r, uint32_t flags, const RegexSet *set) {
    if (is_everything(set->categories)) return regex_emit(r, set->negated ? "(?!)" : ".");
    bool unicode_words = r->variant == REGEX_UTF && !(flags & REGEX_FLAG_ASCII) && set->categories & REGEX_NOT_WORD;
    if (!unicode_words) {
        if (!emit_brackets(r, flags, set, set->categories, set->negated)) regex_emit(r, set->negated ? "." : "(?!)");
        return;
    }
    unsigned others = set->categories & ~(unsigned)REGEX_NOT_WORD;
    const char *words = set->negated ? "[\\p{L}\\p{N}_]" : "[^\\p{L}\\p{N}_]";
    if (!set->count && !others) return regex_emit(r, words);
    regex_emit(r, set->negated ? "(?:(?!" : "(?:");
    emit_brackets(r, flags, set, others, false);
    regex_emit(r, set->negated ? ")" : "|");
    regex_emit(r, words);
    regex_emit(r, ")");
}

void regex_emit_literal(RegexReader *r, uint32_t flags, uint32_t c) {
    bool ignores_case = flags & REGEX_IGNORECASE && r->variant != REGEX_BYTES;
    RegexRange only = {c, c};
    const RegexSet set = {.ranges = &only, .count = 1};
    if (c > highest(r)) {
        if (ignores_case && !(flags & REGEX_FLAG_ASCII)) emit_other_cases(r, flags, &set);
        return regex_emit(r, "(?!)");
    }
    bool is_i = c == 'i' || c == 'I' || c == 0x130 || c == 0x131;
    if (ignores_case && r->variant == REGEX_UTF && (flags & REGEX_FLAG_ASCII ? regex_is_letter(c) : is_i)) regex_emit_set(r, flags, &set);
    else emit_character(r, c);
}

void regex_emit_boundary(RegexReader *r, uint32_t flags, bool negated) {
    if (r->variant != REGEX_UTF) return regex_emit(r, negated ? "\\B(?!\\A\\z)" : "\\b");
    const char *words = flags & REGEX_FLAG_ASCII ? "[0-9A-Za-z_]" : "[\\p{L}\\p{N}_]";
    char text[200];
    snprintf(text, sizeof text, negated ? "(?:(?<=%s)(?=%s)|(?<!%s)(?!%s)(?!\\A\\z))" : "(?:(?<=%s)(?!%s)|(?<!%s)(?=%s))", words, words, words, words);
    regex_emit(r, text);
}

static void emit_quantifier(RegexReader *r, uint64_t low, uint64_t high, char kind) {
    if (low == 0 && high == 1) regex_emit(r, "?");
    else if (low <= 1 && high == REGEX_REPEAT_MAX) regex_emit(r, low ? "+" : "*");
    else {
        regex_emit(r, "{");
        regex_emit_number(r, low);
        if (high != low) regex_emit(r, ",");
        if (high != low && high != REGEX_REPEAT_MAX) regex_emit_number(r, high);
        regex_emit(r, "}");
    }
    char text[2] = {kind, 0};
    regex_emit(r, text);
}

// More repetitions than a quantifier can name: `x{100000}` is `x{65535}x{34465}`.
static bool emit_long_repeat(RegexReader *r, size_t start, uint64_t low, uint64_t high, char kind) {
    size_t size = r->out.size - start;
    bool is_finite = high != REGEX_REPEAT_MAX;
    uint64_t optional = is_finite ? high - low : 0, copies = low / REPEAT_LIMIT + optional / REPEAT_LIMIT + 2;
    if (copies > COPIES_MAX || copies * size > 1u << 20 || memchr(r->out.text + start, '(', size))
        return regex_fail(&r->source, REGEX_NOWHERE, "regular expression is too large");
    char *atom = block_new(r->source.vm, size);
    if (!atom) return r->source.failure = REGEX_RAISED, false;
    memcpy(atom, r->out.text + start, size);
    r->out.size = start;
    char lazy = kind == '+' ? 0 : kind;
    regex_emit(r, kind == '+' ? "(?>" : "(?:");
    for (uint64_t step; low; low -= step) {
        step = low < REPEAT_LIMIT ? low : REPEAT_LIMIT;
        str_builder_add(&r->out, atom, size);
        emit_quantifier(r, step, step, 0);
    }
    for (uint64_t step; optional; optional -= step) {
        step = optional < REPEAT_LIMIT ? optional : REPEAT_LIMIT;
        str_builder_add(&r->out, atom, size);
        emit_quantifier(r, 0, step, lazy);
    }
    if (!is_finite) {
        str_builder_add(&r->out, atom, size);
        emit_quantifier(r, 0, REGEX_REPEAT_MAX, lazy);
    }
    regex_emit(r, ")");
    block_free(r->source.vm, atom, size);
    return true;
}

static bool captures(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '\\') i++; // parentheses that mean themselves have one
        else if (text[i] == '(' && (i + 1 == size || text[i + 1] != '?')) return true;
    }
    return false;
}

// `(?:ab|c){0,1000}` becomes `(?&_0){0,1000}`, and `(?<_0>(?-i:(?:ab|c)))` is put behind the pattern. PCRE2 forgets what a called group captures: then it stays.
static void call_repeated(RegexReader *r, uint32_t flags, size_t start) {
    enum { CALL_SIZE = 8 }; // what is shorter stays
    const char *text = r->out.text + start;
    size_t size = r->out.size - start;
    if (size <= CALL_SIZE || r->lookbehind_groups || captures(text, size)) return;
    char name[48];
    str_builder_add(&r->called, name, (size_t)snprintf(name, sizeof name, "(?<_%u>%s", r->called_count, regex_is_caseless(r, flags) ? "(?i:" : "(?-i:"));
    str_builder_add(&r->called, text, size);
    str_builder_add(&r->called, "))", 2);
    r->out.size = start;
    str_builder_add(&r->out, name, (size_t)snprintf(name, sizeof name, "(?&_%u)", r->called_count++));
}

void regex_emit_called(RegexReader *r) {
    if (!r->called_count) return;
    regex_emit(r, "(?(DEFINE)");
    if (!r->called.failed) str_builder_add(&r->out, r->called.text, r->called.size);
    regex_emit(r, ")");
    r->out.failed |= r->called.failed;
}

bool regex_emit_repeat(RegexReader *r, uint32_t flags, size_t start, uint64_t low, uint64_t high, char kind) {
    if (r->out.failed) return true; // noticed at the end
    uint64_t copies = high == REGEX_REPEAT_MAX ? low : high; // that PCRE2 writes
    if (r->calls_repeated && copies > 1) call_repeated(r, flags, start);
    if (low > REPEAT_LIMIT || (high > REPEAT_LIMIT && high != REGEX_REPEAT_MAX)) return emit_long_repeat(r, start, low, high, kind);
    emit_quantifier(r, low, high, kind);
    if (r->calls_repeated && copies > FEW_COPIES) call_repeated(r, flags, start); // a repeat around it writes the call
    return true;
}
