// str.format and str.format_map (library reference, "Format String Syntax"):
//
//     text { field ! conversion : spec } text      field = [name | number] ( .attribute | [index] )*
//
// A spec may hold fields itself, one level deep. {{ and }} stand for braces.
#include "base/utf8.h"
#include "runtime/objects/format.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/unicode.h"

typedef enum Numbering { NUMBERING_UNKNOWN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct Formatter {
    VM *vm;
    const Value *args; // positional, then the values of keyword_names
    uint32_t count;
    Value keyword_names; // tuple or VALUE_UNBOUND
    Value mapping;       // of format_map; else VALUE_UNBOUND
    Numbering numbering;
    size_t next_number;
} Formatter;

typedef struct Text { // of UTF-8
    const char *start, *end;
} Text;

typedef struct Field {
    Text name, spec;
    uint32_t conversion; // 0: none
    bool spec_has_fields;
} Field;

// ---- taking a field apart ----------------------------------------------------------------------------------------

static Value fail(Formatter *f, const char *message) { return raise_value_error(f->vm, "%s", message); }

// The conversion behind '!'. *more: a spec follows.
static bool take_conversion(Formatter *f, Text *rest, Field *field, bool *more) {
    unsigned step;
    *more = true;
    if (rest->start >= rest->end) return fail(f, "end of string while looking for conversion specifier"), false;
    field->conversion = utf8_decode(rest->start, &step);
    rest->start += step;
    if (rest->start >= rest->end) return true;
    char c = *rest->start++;
    *more = c != '}';
    if (*more && c != ':') return fail(f, "expected ':' after conversion specifier"), false;
    return true;
}

// What stands between a '{' and its '}'; rest moves behind it.
static bool take_field(Formatter *f, Text *rest, Field *field) {
    *field = (Field){.name = {rest->start, rest->start}};
    char c = 0;
    while (rest->start < rest->end) {
        c = *rest->start++;
        if (c == '{') return fail(f, "unexpected '{' in field name"), false;
        if (c == '[') {
            while (rest->start < rest->end && *rest->start != ']') rest->start++;
        } else if (c == '}' || c == ':' || c == '!') {
            break;
        }
    }
    if (c != '}' && c != ':' && c != '!') return fail(f, "expected '}' before end of string"), false;
    field->name.end = rest->start - 1;
    bool more = c == ':';
    if (c == '!' && !take_conversion(f, rest, field, &more)) return false;
    if (!more) return true;
    field->spec.start = rest->start;
    for (size_t depth = 1; rest->start < rest->end;) {
        c = *rest->start++;
        if (c == '{') field->spec_has_fields = true, depth++;
        if (c == '}' && --depth == 0) return field->spec.end = rest->start - 1, true;
    }
    return fail(f, "unmatched '{' in format spec"), false;
}

// A number in decimal digits: -1 when the text is none, -2: raised.
static int64_t number_of(Formatter *f, Text text) {
    int64_t number = 0;
    unsigned step;
    if (text.start >= text.end) return -1;
    for (const char *p = text.start; p < text.end; p += step) {
        int digit = unicode_decimal(utf8_decode(p, &step));
        if (digit < 0) return -1;
        if (number > (INT64_MAX - digit) / 10) return fail(f, "Too many decimal digits in format string"), -2;
        number = number * 10 + digit;
    }
    return number;
}

// ---- the object of a field ---------------------------------------------------------------------------------------

static Value text_value(Formatter *f, Text text) { return str_new(f->vm, text.start, (size_t)(text.end - text.start)); }

static Value keyword(Formatter *f, Text name) {
    Value key = text_value(f, name);
    if (key == VALUE_ERROR) return VALUE_ERROR;
    if (f->mapping != VALUE_UNBOUND) {
        root_push(f->vm, key);
        Value found = op_get_item(f->vm, f->mapping, key);
        f->vm->roots_top--;
        return found;
    }
    const Tuple *names = f->keyword_names == VALUE_UNBOUND ? NULL : as_tuple(f->keyword_names);
    for (size_t i = 0; names && i < names->count; i++)
        if (str_equal(as_str(names->items[i]), as_str(key))) return f->args[f->count + i];
    return raise_key_error(f->vm, key);
}

static Value positional(Formatter *f, size_t number) {
    if (f->mapping != VALUE_UNBOUND) return fail(f, "Format string contains positional fields");
    if (number >= f->count) return raise_index_error(f->vm, "Replacement index %zu out of range for positional args tuple", number);
    return f->args[number];
}

// The first part of the name, up to '.' or '['.
static Value first_object(Formatter *f, Text first) {
    bool empty = first.start == first.end;
    int64_t number = number_of(f, first);
    if (number == -2) return VALUE_ERROR;
    if (!empty && number < 0) return keyword(f, first);
    if (f->numbering == NUMBERING_UNKNOWN) f->numbering = empty ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL;
    if (f->numbering == NUMBERING_MANUAL && empty) return fail(f, "cannot switch from manual field specification to automatic field numbering");
    if (f->numbering == NUMBERING_AUTOMATIC && !empty) return fail(f, "cannot switch from automatic field numbering to manual field specification");
    return positional(f, empty ? f->next_number++ : (size_t)number);
}

static Value attribute(Formatter *f, Value object, Text *rest) {
    Text name = {rest->start, rest->start};
    while (rest->start < rest->end && *rest->start != '.' && *rest->start != '[') rest->start++;
    name.end = rest->start;
    if (name.start == name.end) return fail(f, "Empty attribute in format string");
    Str *interned = str_intern(f->vm, name.start, (size_t)(name.end - name.start));
    return interned ? get_attribute(f->vm, object, interned) : VALUE_ERROR;
}

static Value item(Formatter *f, Value object, Text *rest) {
    Text index = {rest->start, rest->start};
    while (rest->start < rest->end && *rest->start != ']') rest->start++;
    if (rest->start == rest->end) return fail(f, "Missing ']' in format string");
    index.end = rest->start++;
    if (index.start == index.end) return fail(f, "Empty attribute in format string");
    int64_t number = number_of(f, index);
    if (number == -2) return VALUE_ERROR;
    Value key = number < 0 ? text_value(f, index) : fits_small_int(number) ? from_small_int(number) : raise_index_error(f->vm, "cannot fit 'int' into an index-sized integer");
    if (key == VALUE_ERROR) return VALUE_ERROR;
    root_push(f->vm, key);
    Value found = op_get_item(f->vm, object, key);
    f->vm->roots_top--;
    return found;
}

static Value field_object(Formatter *f, Text name) {
    Text rest = {name.start, name.end};
    while (rest.start < rest.end && *rest.start != '.' && *rest.start != '[') rest.start++;
    Value object = first_object(f, (Text){name.start, rest.start});
    while (object != VALUE_ERROR && rest.start < rest.end) {
        char c = *rest.start++;
        root_push(f->vm, object);
        Value next = c == '.' ? attribute(f, object, &rest) : c == '[' ? item(f, object, &rest) : fail(f, "Only '.' or '[' may follow ']' in format field specifier");
        f->vm->roots_top--;
        object = next;
    }
    return object;
}

static Value converted(Formatter *f, Value object, uint32_t conversion) {
    switch (conversion) {
    case 0: return object;
    case 'r': return op_repr(f->vm, object);
    case 's': return op_str(f->vm, object);
    case 'a': return op_ascii(f->vm, object);
    default:
        if (conversion > 32 && conversion < 127) return raise_value_error(f->vm, "Unknown conversion specifier %c", (int)conversion);
        return raise_value_error(f->vm, "Unknown conversion specifier \\x%x", conversion);
    }
}

// ---- the whole ---------------------------------------------------------------------------------------------------

static Value build(Formatter *f, Text text, int depth);

// Everything pushed is dropped by the caller.
static bool add_field(Formatter *f, StrBuilder *b, const Field *field, int depth) {
    VM *vm = f->vm;
    Value object = field_object(f, field->name);
    if (object == VALUE_ERROR) return false;
    root_push(vm, object);
    if (field->conversion) {
        object = converted(f, object, field->conversion);
        if (object == VALUE_ERROR) return false;
        root_push(vm, object);
    }
    if (!field->spec_has_fields) {
        size_t size = field->spec.start ? (size_t)(field->spec.end - field->spec.start) : 0;
        if (!size && is_exactly(object, vm->types.str)) return str_builder_add_str(b, as_str(object)), true;
        if (!size && is_small_int(object)) return str_builder_add_int(b, small_int(object)), true;
        Value done = format_simple(vm, b, object, field->spec.start, size);
        if (done != VALUE_UNBOUND) return done != VALUE_ERROR;
    }
    Value spec = vm->empty_str;
    if (field->spec_has_fields) spec = build(f, field->spec, depth - 1);
    else if (field->spec.start != field->spec.end) spec = text_value(f, field->spec);
    if (spec == VALUE_ERROR) return false;
    root_push(vm, spec);
    Value shown = op_format(vm, object, spec);
    if (shown == VALUE_ERROR) return false;
    str_builder_add_str(b, as_str(shown));
    return true;
}

static bool add_all(Formatter *f, StrBuilder *b, Text rest, int depth) {
    while (rest.start < rest.end) {
        const char *p = rest.start;
        while (p < rest.end && *p != '{' && *p != '}') p++;
        if (p > rest.start) str_builder_add(b, rest.start, (size_t)(p - rest.start));
        rest.start = p;
        if (p == rest.end) break;
        char c = *rest.start++;
        bool at_end = rest.start == rest.end;
        if (!at_end && *rest.start == c) { // doubled
            str_builder_add_char(b, (unsigned char)c);
            rest.start++;
            continue;
        }
        if (c == '}') return fail(f, "Single '}' encountered in format string"), false;
        if (at_end) return fail(f, "Single '{' encountered in format string"), false;
        Field field;
        if (!take_field(f, &rest, &field)) return false;
        ROOT_SCOPE(f->vm);
        bool good = add_field(f, b, &field, depth);
        ROOT_END(f->vm);
        if (!good) return false;
    }
    return true;
}

static Value build(Formatter *f, Text text, int depth) {
    if (depth <= 0) return fail(f, "Max string recursion exceeded");
    StrBuilder b;
    str_builder_init(&b, f->vm);
    if (add_all(f, &b, text, depth)) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

// Nothing in it is to be replaced: the answer is the format itself, of a subclass as well.
static bool is_plain(const Str *format) { return format->size && !memchr(format->text, '{', format->size) && !memchr(format->text, '}', format->size); }

Value format_method(VM *vm, Str *format, Value *args, uint32_t count, Value keyword_names) {
    if (is_plain(format)) return from_object(format);
    Formatter f = {.vm = vm, .args = args, .count = count, .keyword_names = keyword_names, .mapping = VALUE_UNBOUND};
    return build(&f, (Text){format->text, str_end(format)}, 2);
}

Value str_method_format_map(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Str *format = as_str(args[0]);
    if (is_plain(format)) return args[0];
    Formatter f = {.vm = vm, .keyword_names = VALUE_UNBOUND, .mapping = args[1]};
    return build(&f, (Text){format->text, str_end(format)}, 2);
}
