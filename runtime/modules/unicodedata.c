// unicodedata: the Unicode character database (library reference, "unicodedata"), version 15.
#include "base/unicode_names.h"
#include "base/utf8.h"
#include "runtime/attributes.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/float.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/text.h"
#include "runtime/objects/unicode.h"
#include <strings.h>
#include <utf8proc.h>

typedef struct NumericRun {
    uint32_t first, last;
    int64_t numerator; // of the first; each next character's is one more
    int64_t denominator;
} NumericRun;
typedef struct WidthRun {
    uint32_t first; // until the next one's
    const char *value;
} WidthRun;
typedef struct Decomposition {
    uint32_t code;
    const char *text;
} Decomposition;
typedef struct NamedSequence {
    const char *name, *text;
} NamedSequence;
#include "runtime/modules/unicodedata_tables.inc"
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

// The character that argument v of function `name` is.
static bool need_character(VM *vm, const char *name, const char *argument, Value v, uint32_t *out) {
    unsigned step;
    if (!is_str(v) || as_str(v)->length != 1) return text_argument_error(vm, name, argument, "a unicode character", v), false;
    *out = utf8_decode(as_str(v)->text, &step);
    return true;
}

static const char *run_value(const WidthRun *runs, size_t count, uint32_t c) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (runs[middle].first <= c) low = middle + 1;
        else high = middle;
    }
    return runs[low - 1].value; // the first run starts at 0
}

// ---- names -------------------------------------------------------------------------------------------------------

static Value data_name(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    char name[UNICODE_NAME_MAX];
    if (!need_character(vm, "name", "1", args[0], &c)) return VALUE_ERROR;
    size_t size = unicode_name_of(c, name);
    if (size) return str_new(vm, name, size);
    return count > 1 ? args[1] : raise_value_error(vm, "no such name");
}

static Value data_lookup(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[0])) return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[0]);
    const Str *name = as_str(args[0]);
    uint32_t c;
    if (unicode_name_lookup(name->text, name->size, &c)) return str_from_char(vm, c);
    for (size_t i = 0; i < COUNT(named_sequences); i++)
        if (strlen(named_sequences[i].name) == name->size && strncasecmp(named_sequences[i].name, name->text, name->size) == 0) return str_from_cstring(vm, named_sequences[i].text);
    return raise_error(vm, vm->types.KeyError, "undefined character name '%U'", name);
}

// ---- numbers -----------------------------------------------------------------------------------------------------

static Value number_or(VM *vm, Value *args, uint32_t count, int value, const char *missing) {
    if (value >= 0) return from_small_int(value);
    return count > 1 ? args[1] : raise_value_error(vm, "%s", missing);
}
static Value data_decimal(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    return need_character(vm, "decimal", "1", args[0], &c) ? number_or(vm, args, count, unicode_decimal(c), "not a decimal") : VALUE_ERROR;
}
static Value data_digit(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    return need_character(vm, "digit", "1", args[0], &c) ? number_or(vm, args, count, unicode_digit(c), "not a digit") : VALUE_ERROR;
}
static Value data_numeric(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    if (!need_character(vm, "numeric", "1", args[0], &c)) return VALUE_ERROR;
    if (unicode_digit(c) >= 0) return float_from_double(vm, unicode_digit(c));
    for (size_t i = 0; i < COUNT(numeric_runs); i++) {
        const NumericRun *run = &numeric_runs[i];
        if (c >= run->first && c <= run->last) return float_from_double(vm, (double)(run->numerator + (c - run->first)) / (double)run->denominator);
    }
    return count > 1 ? args[1] : raise_value_error(vm, "not a numeric character");
}

// ---- properties --------------------------------------------------------------------------------------------------

static Value data_category(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    (void)count;
    if (!need_character(vm, "category", "", args[0], &c)) return VALUE_ERROR;
    return str_from_cstring(vm, utf8proc_category_string((utf8proc_int32_t)c));
}
static Value data_bidirectional(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    (void)count;
    return need_character(vm, "bidirectional", "", args[0], &c) ? str_from_cstring(vm, run_value(bidi_runs, COUNT(bidi_runs), c)) : VALUE_ERROR;
}
static Value data_east_asian_width(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    (void)count;
    return need_character(vm, "east_asian_width", "", args[0], &c) ? str_from_cstring(vm, run_value(width_runs, COUNT(width_runs), c)) : VALUE_ERROR;
}
static Value data_combining(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    (void)count;
    return need_character(vm, "combining", "", args[0], &c) ? from_small_int(utf8proc_get_property((utf8proc_int32_t)c)->combining_class) : VALUE_ERROR;
}
static Value data_mirrored(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    (void)count;
    return need_character(vm, "mirrored", "", args[0], &c) ? from_small_int(utf8proc_get_property((utf8proc_int32_t)c)->bidi_mirrored) : VALUE_ERROR;
}

static Value data_decomposition(VM *vm, Value *args, uint32_t count) {
    uint32_t c;
    (void)count;
    if (!need_character(vm, "decomposition", "", args[0], &c)) return VALUE_ERROR;
    size_t low = 0, high = COUNT(decompositions);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (decompositions[middle].code < c) low = middle + 1;
        else high = middle;
    }
    return low < COUNT(decompositions) && decompositions[low].code == c ? str_from_cstring(vm, decompositions[low].text) : vm->empty_str;
}

// ---- normal forms (Unicode Standard Annex 15) ----------------------------------------------------------------------

static bool form_options(VM *vm, const Str *form, int *options) {
    static const struct {
        const char *name;
        int options;
    } forms[] = {{"NFC", UTF8PROC_STABLE | UTF8PROC_COMPOSE}, {"NFD", UTF8PROC_STABLE | UTF8PROC_DECOMPOSE},
                 {"NFKC", UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT}, {"NFKD", UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT}};
    for (size_t i = 0; i < COUNT(forms); i++)
        if (str_equals_cstring(form, forms[i].name)) return *options = forms[i].options, true;
    return raise_value_error(vm, "invalid normalization form"), false;
}

// Its characters, decomposed, into `out`, as far as there is room; how many there are.
static size_t decompose(const char *text, size_t size, utf8proc_option_t options, utf8proc_int32_t *out, size_t room) {
    size_t count = 0;
    unsigned used;
    for (size_t at = 0; at < size; at += used) {
        utf8proc_int32_t c = (utf8proc_int32_t)utf8_decode(text + at, &used);
        if (c < 0xA0) { // no decomposition
            if (count < room) out[count] = c;
            count++;
            continue;
        }
        int bound = 0;
        utf8proc_ssize_t made = utf8proc_decompose_char(c, out + (count < room ? count : room), count < room ? (utf8proc_ssize_t)(room - count) : 0, options, &bound);
        if (made > 0) count += (size_t)made;
    }
    return count;
}
static unsigned combining_class(utf8proc_int32_t c) { return c < 0x300 ? 0 : (unsigned)utf8proc_get_property(c)->combining_class & 0xff; }
// Each run of marks by their classes, stable: by counting, since runs may be as long as the text (utf8proc would exchange neighbours).
static void order_marks(utf8proc_int32_t *marks, utf8proc_int32_t *spare, size_t count) {
    for (size_t from = 0, end; from < count; from = end) {
        for (end = from; end < count && combining_class(marks[end]); end++) {}
        if (end == from) end++;
        if (end - from < 2) continue;
        size_t places[257] = {0};
        for (size_t i = from; i < end; i++) places[combining_class(marks[i]) + 1]++;
        for (unsigned k = 1; k < 257; k++) places[k] += places[k - 1];
        for (size_t i = from; i < end; i++) spare[places[combining_class(marks[i])]++] = marks[i];
        memcpy(marks + from, spare, (end - from) * sizeof *marks);
    }
}
enum { SHORT_TEXT = 96 }; // characters, decomposed
// Adds text without surrogates in its normal form.
static bool add_normal(VM *vm, StrBuilder *b, const char *text, size_t size, utf8proc_option_t options) {
    if (!size) return true;
    if (!work(vm, size)) return false;
    utf8proc_int32_t first[2 * SHORT_TEXT], *buffer = first; // twice: order_marks needs as much again
    size_t count = decompose(text, size, options, first, SHORT_TEXT), room = SHORT_TEXT, bytes = (2 * count + 1) * sizeof *buffer;
    if (count > room) {
        buffer = block_new(vm, bytes);
        if (!buffer) return false;
        room = count;
        decompose(text, size, options, buffer, room);
    }
    order_marks(buffer, buffer + room, count);
    if (options & UTF8PROC_COMPOSE) count = (size_t)utf8proc_normalize_utf32(buffer, (utf8proc_ssize_t)count, options);
    for (size_t i = 0, end; i < count; i = end) { // letters of ASCII together
        char letters[32];
        for (end = i; end < count && end - i < sizeof letters && buffer[end] < 128; end++) letters[end - i] = (char)buffer[end];
        if (end > i) str_builder_add_counted(b, letters, end - i, end - i);
        else str_builder_add_char(b, (uint32_t)buffer[end++]);
    }
    if (buffer != first) block_free(vm, buffer, bytes);
    return true;
}

// Whether a character that has a decomposition is composed to itself again.
static bool is_composed(utf8proc_int32_t c, utf8proc_option_t options) {
    utf8proc_int32_t parts[32];
    int bound = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(c, parts, (utf8proc_ssize_t)COUNT(parts), options, &bound);
    return count > 0 && (size_t)count <= COUNT(parts) && utf8proc_normalize_utf32(parts, count, options) == 1 && parts[0] == c;
}
// Where the text begins that may not be in its normal form: before it stand characters that have no decomposition, or are composed again, and take no part in another's
// composition, and behind the last of them is what may be composed with it.
static const char *normal_prefix(const Str *s, int options) {
    const char *end = s->text + s->size, *last = s->text;
    utf8proc_int32_t composed[64] = {0}; // of which that is known
    unsigned step;
    for (const char *p = s->text; p < end; p += step) {
        uint32_t c = utf8_decode(p, &step);
        if (c >= (options & UTF8PROC_COMPAT ? 0xA0 : options & UTF8PROC_COMPOSE ? 0x300 : 0xC0)) {
            const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)c);
            bool is_of_hangul = (c >= 0x1100 && c < 0x1200) || (c >= 0xA960 && c < 0xA980) || (c >= 0xAC00 && c < 0xD800 && !(options & UTF8PROC_COMPOSE)); // these by rule, not by table
            bool is_decomposed = property->decomp_seqindex != UINT16_MAX;
            if (is_decomposed && options & UTF8PROC_COMPOSE && !property->combining_class) {
                utf8proc_int32_t *known = &composed[c % COUNT(composed)];
                is_decomposed = *known != (utf8proc_int32_t)c && !is_composed((utf8proc_int32_t)c, (utf8proc_option_t)options);
                if (!is_decomposed) *known = (utf8proc_int32_t)c;
            }
            if (is_decomposed || property->combining_class || (property->comb_index != UINT16_MAX && property->comb_index >= 0x8000) || is_of_hangul || (c >= 0xD800 && c < 0xE000)) return last;
        }
        last = p;
    }
    return end;
}

static Value normalised(VM *vm, Value text, int options) {
    Str *s = as_str(text);
    if (str_is_ascii(s)) return is_exactly(text, vm->types.str) ? text : str_new_counted(vm, s->text, s->size, s->length);
    if (!work(vm, s->size)) return VALUE_ERROR;
    StrBuilder b;
    const char *end = s->text + s->size, *from = normal_prefix(s, options);
    if (from == end) return is_exactly(text, vm->types.str) ? text : str_new_counted(vm, s->text, s->size, s->length);
    str_builder_init(&b, vm);
    str_builder_add(&b, s->text, (size_t)(from - s->text));
    bool good = true;
    for (const char *p = from; good && p < end;) { // utf8proc takes no surrogates, and composes U+11A7 as if it were a trailing consonant: they stand between pieces
        if ((unsigned char)*p < 0xE0) {
            p += utf8_size_of((unsigned char)*p);
            continue;
        }
        bool is_surrogate = (unsigned char)*p == 0xED && (unsigned char)p[1] >= 0xA0, is_no_consonant = memcmp(p, "\xE1\x86\xA7", 3) == 0;
        if (is_surrogate || is_no_consonant) {
            good = add_normal(vm, &b, from, (size_t)(p - from), (utf8proc_option_t)options);
            str_builder_add(&b, p, 3);
            from = p += 3;
        } else {
            p += utf8_size_of((unsigned char)*p);
        }
    }
    if (good && add_normal(vm, &b, from, (size_t)(end - from), (utf8proc_option_t)options)) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

static bool form_arguments(VM *vm, const char *name, Value *args, int *options) {
    for (int i = 0; i < 2; i++)
        if (!is_str(args[i])) return text_argument_error(vm, name, i ? "2" : "1", "str", args[i]), false;
    return form_options(vm, as_str(args[0]), options);
}
static Value data_normalize(VM *vm, Value *args, uint32_t count) {
    int options;
    (void)count;
    if (is_str(args[1]) && !as_str(args[1])->size && is_str(args[0])) return args[1]; // whatever the form is called
    return form_arguments(vm, "normalize", args, &options) ? normalised(vm, args[1], options) : VALUE_ERROR;
}
static Value data_is_normalized(VM *vm, Value *args, uint32_t count) {
    int options;
    (void)count;
    if (!form_arguments(vm, "is_normalized", args, &options)) return VALUE_ERROR;
    Value normal = normalised(vm, args[1], options);
    return normal == VALUE_ERROR ? VALUE_ERROR : from_bool(str_equal(as_str(normal), as_str(args[1])));
}

// The characters as Unicode 3.2 had them are written in Python, and imported when they are asked for.
static Value data_getattr(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[0])) return text_argument_error(vm, "__getattr__", "1", "str", args[0]);
    bool is_there = str_equals_cstring(as_str(args[0]), "ucd_3_2_0");
    Str *name = is_there ? str_intern(vm, "_unicode_3_2", 12) : str_intern(vm, "unicodedata", 11);
    Value module = name ? import_module(vm, name) : VALUE_ERROR;
    if (module == VALUE_ERROR || is_there) return module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, as_str(args[0]));
    return raise_attribute_error_with(vm, module, as_str(args[0]), "module 'unicodedata' has no attribute '%U'", as_str(args[0]));
}

static bool unicodedata_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Str *name = str_intern(vm, "unidata_version", 15);
    Value version = str_from_cstring(vm, "15.0.0");
    return name && version != VALUE_ERROR && dict_set_str(vm, space, name, version);
}

static const NativeDef functions[] = {
    {"lookup", {data_lookup}, 1, 1, 0, NULL, DOC("Look up character by name.")},
    {"name", {data_name}, 1, 2, 0, NULL, DOC("Returns the name assigned to the character chr as a string.")},
    {"decimal", {data_decimal}, 1, 2, 0, NULL, DOC("Converts a Unicode character into its equivalent decimal value.")},
    {"digit", {data_digit}, 1, 2, 0, NULL, DOC("Converts a Unicode character into its equivalent digit value.")},
    {"numeric", {data_numeric}, 1, 2, 0, NULL, DOC("Converts a Unicode character into its equivalent numeric value.")},
    {"category", {data_category}, 1, 1, 0, NULL, DOC("Returns the general category assigned to the character chr as string.")},
    {"bidirectional", {data_bidirectional}, 1, 1, 0, NULL, DOC("Returns the bidirectional class assigned to the character chr as string.")},
    {"combining", {data_combining}, 1, 1, 0, NULL, DOC("Returns the canonical combining class assigned to the character chr as integer.")},
    {"east_asian_width", {data_east_asian_width}, 1, 1, 0, NULL, DOC("Returns the east asian width assigned to the character chr as string.")},
    {"mirrored", {data_mirrored}, 1, 1, 0, NULL, DOC("Returns the mirrored property assigned to the character chr as integer.")},
    {"decomposition", {data_decomposition}, 1, 1, 0, NULL, DOC("Returns the character decomposition mapping assigned to the character chr as string.")},
    {"normalize", {data_normalize}, 2, 2, 0, NULL, DOC("Return the normal form 'form' for the Unicode string unistr.")},
    {"__getattr__", {data_getattr}, 1, 1, 0, NULL, DOC(NULL)},
    {"is_normalized", {data_is_normalized}, 2, 2, 0, NULL, DOC("Return whether the Unicode string unistr is in the normal form 'form'.")},
    {0},
};
const ModuleDef unicodedata_module = {"unicodedata", functions, unicodedata_initialize};
