#include "runtime/objects/unicode.h"
#include <stddef.h>
#include <utf8proc.h>

typedef struct CharacterRange {
    uint32_t first : 21, more : 11; // characters behind the first
} CharacterRange;
typedef struct DigitRun {
    uint32_t first, last;
    int value; // of the first
} DigitRun;
typedef struct CaseMapping {
    uint16_t from; // all below 0x10000
    uint16_t to[UNICODE_CASE_MAX]; // 0 after the last
} CaseMapping;
#include "runtime/objects/unicode_tables.inc"
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

// The range that holds c, or NULL.
static const CharacterRange *find_range(const CharacterRange *table, size_t count, uint32_t c) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > table[middle].first + table[middle].more) low = middle + 1;
        else high = middle;
    }
    return low < count && c >= table[low].first ? &table[low] : NULL;
}

static const CaseMapping *find_mapping(const CaseMapping *table, size_t count, uint32_t c) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > table[middle].from) low = middle + 1;
        else high = middle;
    }
    return low < count && table[low].from == c ? &table[low] : NULL;
}

static inline unsigned flags_of(uint32_t c) {
    if (c >= FLAGS_END) return c >= FLAGS_FAR && c <= FLAGS_FAR_LAST ? FLAGS_OF_FAR : 0;
    return flag_rows[flag_row_starts[flag_groups[c / 256] * 16u + c / 16 % 16] + c % 16];
}

bool unicode_is_alpha(uint32_t c) { return flags_of(c) & FLAG_ALPHA; }
bool unicode_is_lower(uint32_t c) { return flags_of(c) & FLAG_LOWER; }
bool unicode_is_upper(uint32_t c) { return flags_of(c) & FLAG_UPPER; }
bool unicode_is_title(uint32_t c) { return flags_of(c) & FLAG_TITLE; }
bool unicode_is_cased(uint32_t c) { return flags_of(c) & (FLAG_LOWER | FLAG_UPPER | FLAG_TITLE); }
bool unicode_is_case_ignorable(uint32_t c) { return find_range(case_ignorable, COUNT(case_ignorable), c) != NULL; }

bool unicode_is_printable(uint32_t c) { return flags_of(c) & FLAG_PRINTABLE; }

bool unicode_is_line_break(uint32_t c) {
    return (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

int unicode_decimal(uint32_t c) {
    if (c < 128) return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    if (!(flags_of(c) & FLAG_NUMERIC)) return -1;
    const CharacterRange *range = find_range(decimal_runs, COUNT(decimal_runs), c);
    return range ? (int)((c - range->first) % 10) : -1;
}

int unicode_digit(uint32_t c) {
    int value = unicode_decimal(c);
    if (value >= 0 || c < 128) return value;
    for (size_t i = 0; i < COUNT(digit_runs) && digit_runs[i].first <= c; i++)
        if (c <= digit_runs[i].last) return digit_runs[i].value + (int)(c - digit_runs[i].first);
    return -1;
}

bool unicode_is_numeric(uint32_t c) { return flags_of(c) & FLAG_NUMERIC; }

unsigned unicode_to_case(UnicodeCase to, uint32_t c, uint32_t out[UNICODE_CASE_MAX]) {
    if (c < 128) {
        bool letter = to == UNICODE_UPPER || to == UNICODE_TITLE ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z';
        return out[0] = letter ? c ^ 0x20 : c, 1;
    }
    uint32_t near = unicode_near_case(c, to == UNICODE_UPPER || to == UNICODE_TITLE);
    if (near) return out[0] = near, 1;
    const CaseMapping *mapping = NULL;
    unsigned flags = flags_of(c);
    if (!(flags & FLAG_CHANGES)) return out[0] = c, 1;
    if (flags & FLAG_MAPPED) switch (to) {
    case UNICODE_UPPER: mapping = find_mapping(upper_mappings, COUNT(upper_mappings), c); break;
    case UNICODE_TITLE: mapping = find_mapping(title_mappings, COUNT(title_mappings), c); break;
    case UNICODE_LOWER: mapping = find_mapping(lower_mappings, COUNT(lower_mappings), c); break;
    case UNICODE_FOLD:
        mapping = find_mapping(fold_mappings, COUNT(fold_mappings), c);
        if (!mapping) mapping = find_mapping(lower_mappings, COUNT(lower_mappings), c);
        break;
    }
    if (mapping) {
        unsigned count = 0;
        while (count < UNICODE_CASE_MAX && mapping->to[count]) out[count] = mapping->to[count], count++;
        return count;
    }
    utf8proc_int32_t character = (utf8proc_int32_t)c;
    out[0] = (uint32_t)(to == UNICODE_UPPER ? utf8proc_toupper(character) : to == UNICODE_TITLE ? utf8proc_totitle(character) : utf8proc_tolower(character));
    return 1;
}
