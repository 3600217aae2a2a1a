// The format specification mini-language ([[fill]align][sign][z][#][0][width][grouping][.precision][type]), for format(), f-strings
// and str.format; and printf-style % formatting. (runtime/objects/format.c, percent.c)
#ifndef TYPHON_RUNTIME_FORMAT_H
#define TYPHON_RUNTIME_FORMAT_H
#include "runtime/vm.h"
typedef struct FormatSpec {
    uint32_t fill;      // character, ' ' by default
    char align;         // '<' '>' '=' '^', 0: default
    char sign;          // '+' '-' ' ', 0
    bool negative_zero_off; // 'z'
    bool alternate;     // '#'
    bool zero;          // '0'
    int64_t width;      // -1: none
    char grouping;      // ',' '_' 0
    int64_t precision;  // -1: none
    uint32_t type;      // character, 0: none
} FormatSpec;
struct StrBuilder;
// With `out` the text is added to it, and the result is VALUE_NONE; without, the result is the text. (A builder that has failed stays silent until it is finished.)
MAY_RAISE Value format_int(VM *vm, struct StrBuilder *out, Value v, const char *spec, size_t size);    // int.__format__
MAY_RAISE Value format_float(VM *vm, struct StrBuilder *out, double d, const char *spec, size_t size); // float.__format__
MAY_RAISE Value format_str(VM *vm, struct StrBuilder *out, Str *s, const char *spec, size_t size);     // str.__format__
MAY_RAISE Value format_complex(VM *vm, double real, double imag, const char *spec, size_t size);       // complex.__format__
// One of the first three where v is exactly an int of one word, a float or a str; else VALUE_UNBOUND, and nothing was done.
MAY_RAISE Value format_simple(VM *vm, struct StrBuilder *out, Value v, const char *spec, size_t size);
// For specifications that were not parsed from a format string: type 'd' 'b' 'o' 'x' 'X' 'n' 'c' or 0; a precision is the least number of digits.
MAY_RAISE Value format_int_with(VM *vm, struct StrBuilder *out, Value v, const FormatSpec *spec);
// Type 'e' 'f' 'g' 'n' '%', upper case too, 'r' (as repr), or 0.
MAY_RAISE Value format_float_with(VM *vm, struct StrBuilder *out, double d, const FormatSpec *spec);
MAY_RAISE Value format_str_with(VM *vm, struct StrBuilder *out, Str *s, const FormatSpec *spec);
// Parses with the type's own defaults; FormatSpec.type is default_type when none is given.
MAY_RAISE bool format_parse_for(VM *vm, const char *text, size_t size, FormatSpec *spec, const char *type_name, char default_type, char default_align);
MAY_RAISE Value format_unknown_code(VM *vm, uint32_t type, const char *type_name);
// Adds `text` (ASCII characters or UTF-8 of `length` characters) filled to the width; align 0: default_align.
void format_add_padded(struct StrBuilder *b, const char *text, size_t size, size_t length, const FormatSpec *spec, char default_align);
// Writes `count` times the character; returns the end.
char *format_write_fill(char *out, uint32_t fill, size_t count);
MAY_RAISE Value format_percent(VM *vm, Str *format, Value arguments); // "..." % arguments
MAY_RAISE Value format_method(VM *vm, Str *format, Value *args, uint32_t count, Value keyword_names); // str.format
#endif
