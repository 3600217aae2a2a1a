#include "base/unicode_names.h"
#ifdef TYPHON_NO_UNICODE_NAMES
size_t unicode_name_of(uint32_t c, char out[UNICODE_NAME_MAX]) { return (void)c, out[0] = 0, 0; }
bool unicode_name_lookup(const char *name, size_t size, uint32_t *c) { return (void)name, (void)size, *c = 0, false; }
#else
#include <stdio.h>
#include <string.h>

typedef struct NameRun {
    uint32_t first_code;
    uint32_t first_name;
} NameRun;
typedef struct ComputedRun {
    uint32_t first, last;
    const char *prefix;
} ComputedRun;
typedef struct NameAlias {
    const char *name;
    uint32_t code;
} NameAlias;
#include "base/unicode_names.inc"
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

// ---- the packed names --------------------------------------------------------------------------------------------

// Writes word `number` (from 1 on), returns its length.
static size_t write_word(uint32_t number, char *out) {
    const unsigned char *p = word_text + word_groups[(number - 1) / GROUP];
    for (uint32_t skipped = (number - 1) % GROUP; skipped; p++) skipped -= *p >> 7;
    size_t size = 0;
    do out[size++] = (char)(*p & 127);
    while (!(*p++ & 128));
    return size;
}

static uint32_t take_number(const unsigned char **p) {
    uint32_t byte = *(*p)++;
    if (byte < ONE_BYTE) return byte;
    return ONE_BYTE + (byte - ONE_BYTE) * 256 + *(*p)++;
}

static size_t write_name(uint32_t name, char *out) {
    const unsigned char *p = name_text + name_groups[name / GROUP];
    for (uint32_t skipped = name % GROUP; skipped;) skipped -= take_number(&p) == 0;
    size_t size = 0;
    for (uint32_t number; (number = take_number(&p));) {
        if (size) out[size++] = ' ';
        size += write_word(number, out + size);
    }
    out[size] = 0;
    return size;
}

// The last run with first_code <= code (by_code) or first_name <= name; NULL: before the first one.
static const NameRun *find_run(uint32_t wanted, bool by_code) {
    size_t low = 0, high = COUNT(name_runs);
    while (low < high) {
        size_t middle = (low + high) / 2;
        uint32_t first = by_code ? name_runs[middle].first_code : name_runs[middle].first_name;
        if (first <= wanted) low = middle + 1;
        else high = middle;
    }
    return low ? &name_runs[low - 1] : NULL;
}

// ---- computed names (The Unicode Standard, 4.8 and 3.12) ------------------------------------------------------------

static size_t write_hangul(uint32_t c, char *out) {
    static const char lead[19][3] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
    static const char vowel[21][4] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
    static const char tail[28][3] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
    uint32_t index = c - 0xAC00;
    return (size_t)snprintf(out, UNICODE_NAME_MAX, "HANGUL SYLLABLE %s%s%s", lead[index / 588], vowel[index / 28 % 21], tail[index % 28]);
}

static size_t write_computed(uint32_t c, char *out) {
    for (size_t i = 0; i < COUNT(computed_runs); i++) {
        const ComputedRun *run = &computed_runs[i];
        if (c < run->first || c > run->last) continue;
        return run->first == 0xAC00 ? write_hangul(c, out) : (size_t)snprintf(out, UNICODE_NAME_MAX, "%s%04X", run->prefix, c);
    }
    return 0;
}

static bool find_hangul(const char *name, uint32_t *c) {
    char text[UNICODE_NAME_MAX];
    for (*c = 0xAC00; *c <= 0xD7A3; ++*c)
        if (write_hangul(*c, text), strcmp(text, name) == 0) return true;
    return false;
}

static bool find_computed(const char *name, size_t size, uint32_t *c) {
    const char *dash = strrchr(name, '-');
    if (strncmp(name, "HANGUL SYLLABLE ", 16) == 0) return find_hangul(name, c);
    size_t digits = dash ? size - (size_t)(dash + 1 - name) : 0;
    if (digits < 4 || digits > 5) return false;
    *c = 0;
    for (const char *p = dash + 1; *p; p++) {
        if (!((*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'F'))) return false;
        *c = *c << 4 | (uint32_t)(*p <= '9' ? *p - '0' : *p - 'A' + 10);
    }
    char text[UNICODE_NAME_MAX];
    return write_computed(*c, text) && strcmp(text, name) == 0;
}

// ---- the two questions -------------------------------------------------------------------------------------------

size_t unicode_name_of(uint32_t c, char out[UNICODE_NAME_MAX]) {
    const NameRun *run = find_run(c, true);
    if (run) {
        uint32_t name = run->first_name + (c - run->first_code), end = run + 1 < name_runs + COUNT(name_runs) ? run[1].first_name : NAME_COUNT;
        if (name < end) return write_name(name, out);
    }
    return write_computed(c, out);
}

static bool find_packed(const char *name, uint32_t *c) {
    char text[UNICODE_NAME_MAX];
    size_t low = 0, high = NAME_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        write_name(name_order[middle], text);
        int order = strcmp(name, text);
        if (!order) {
            const NameRun *run = find_run(name_order[middle], false);
            *c = run->first_code + (name_order[middle] - run->first_name);
            return true;
        }
        if (order > 0) low = middle + 1;
        else high = middle;
    }
    return false;
}

static bool find_alias(const char *name, uint32_t *c) {
    for (size_t i = 0; i < COUNT(name_aliases); i++)
        if (strcmp(name, name_aliases[i].name) == 0) return *c = name_aliases[i].code, true;
    return false;
}

bool unicode_name_lookup(const char *name, size_t size, uint32_t *c) {
    char upper[UNICODE_NAME_MAX];
    if (!size || size >= UNICODE_NAME_MAX) return false;
    for (size_t i = 0; i < size; i++) upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i]);
    upper[size] = 0;
    return find_packed(upper, c) || find_alias(upper, c) || find_computed(upper, size, c);
}
#endif
