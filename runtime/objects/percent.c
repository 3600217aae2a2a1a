// printf-style formatting: the % operator of str, bytes and bytearray (library reference, "printf-style String Formatting").
//
//     % [(key)] [flags] [width] [.precision] [length] type        width and precision may be *: the next argument
//
// The result is gathered in a StrBuilder; for bytes it is used as a plain buffer.
#include "base/utf8.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/float.h"
#include "runtime/objects/format.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str_private.h"

typedef struct Percent {
    VM *vm;
    bool bytes, some;  // some: a '%' was found
    Str *format;       // NULL for bytes
    const char *text;  // of the format
    size_t size, at;
    StrBuilder out;
    Value arguments;   // a tuple, or what stands for the one argument
    Value mapping;     // VALUE_UNBOUND: the arguments are none
    int64_t next;      // argument to take
    int64_t count;     // of arguments; -1: `arguments` is the one, taken when next is -1
} Percent;

typedef struct Directive {
    bool left, plus, blank, alternate, zero;
    int64_t width, precision; // -1: none
    uint32_t kind;
    size_t kind_at;
} Directive;

// ---- arguments ---------------------------------------------------------------------------------------------------

static Value next_argument(Percent *p) {
    if (p->next < p->count) {
        if (p->count < 0) return p->next++, p->arguments;
        return as_tuple(p->arguments)->items[p->next++];
    }
    return raise_type_error(p->vm, "not enough arguments for format string");
}

// (key): what the mapping has for it becomes the one argument. p->at is behind the parenthesis.
static bool take_key(Percent *p) {
    size_t start = p->at, depth = 1;
    if (p->mapping == VALUE_UNBOUND) return raise_type_error(p->vm, "format requires a mapping"), false;
    while (depth && p->at < p->size) {
        char c = p->text[p->at++];
        depth += c == '(';
        depth -= c == ')';
    }
    if (depth) return raise_value_error(p->vm, "incomplete format key"), false;
    size_t size = p->at - 1 - start;
    Value key = p->bytes ? bytes_new(p->vm, p->text + start, size) : str_new(p->vm, p->text + start, size);
    if (key == VALUE_ERROR) return false;
    root_push(p->vm, key);
    Value value = op_get_item(p->vm, p->mapping, key);
    p->vm->roots_top--;
    if (value == VALUE_ERROR) return false;
    root_push(p->vm, value); // until the end: the mapping may make its values
    p->arguments = value;
    p->next = -2;
    p->count = -1;
    return true;
}

// ---- directives --------------------------------------------------------------------------------------------------

// Digits or a star. False: raised.
static bool take_number(Percent *p, int64_t *out, int64_t most, const char *c_type, const char *too_big, bool *negative) {
    *negative = false;
    if (p->at < p->size && p->text[p->at] == '*') {
        p->at++;
        Value v = next_argument(p);
        if (v == VALUE_ERROR) return false;
        if (!is_int(v)) return raise_type_error(p->vm, "* wants int"), false;
        if (!int_to_int64(v, out) || *out > most || *out < -most - 1) return raise_overflow_error(p->vm, "Python int too large to convert to C %s", c_type), false;
        if (*out < 0) *negative = true, *out = *out == INT64_MIN ? INT64_MAX : -*out;
        return true;
    }
    for (*out = 0; p->at < p->size && p->text[p->at] >= '0' && p->text[p->at] <= '9'; p->at++) {
        int digit = p->text[p->at] - '0';
        if (__builtin_mul_overflow(*out, (int64_t)10, out) || *out > most - digit) return raise_value_error(p->vm, "%s", too_big), false;
        *out += digit;
    }
    return true;
}

static void take_flags(Percent *p, Directive *d) {
    for (; p->at < p->size; p->at++) {
        switch (p->text[p->at]) {
        case '-': d->left = true; break;
        case '+': d->plus = true; break;
        case ' ': d->blank = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

// p->at is behind the '%'.
static bool take_directive(Percent *p, Directive *d) {
    bool negative;
    *d = (Directive){.width = -1, .precision = -1};
    if (p->at < p->size && p->text[p->at] == '(') {
        p->at++;
        if (!take_key(p)) return false;
    }
    take_flags(p, d);
    if (p->at < p->size && (p->text[p->at] == '*' || (p->text[p->at] >= '0' && p->text[p->at] <= '9'))) {
        if (!take_number(p, &d->width, INT64_MAX, "ssize_t", "width too big", &negative)) return false;
        if (negative) d->left = true;
    }
    if (p->at < p->size && p->text[p->at] == '.') {
        p->at++;
        if (!take_number(p, &d->precision, INT32_MAX, "int", p->bytes ? "prec too big" : "precision too big", &negative)) return false;
        if (negative) d->precision = 0;
    }
    if (p->at < p->size && (p->text[p->at] == 'h' || p->text[p->at] == 'l' || p->text[p->at] == 'L')) p->at++;
    if (p->at >= p->size) return raise_value_error(p->vm, "incomplete format"), false;
    unsigned step = 1;
    d->kind_at = p->at;
    d->kind = p->bytes ? (unsigned char)p->text[p->at] : utf8_decode(p->text + p->at, &step);
    p->at += step;
    return true;
}

// ---- writing -----------------------------------------------------------------------------------------------------

// Text of `length` characters in the directive's field.
static void add_field(Percent *p, const Directive *d, const char *text, size_t size, size_t length) {
    size_t missing = d->width > (int64_t)length ? (size_t)d->width - length : 0;
    if (missing && !d->left) str_builder_add_repeated(&p->out, ' ', missing);
    str_builder_add_counted(&p->out, text, size, length);
    if (missing && d->left) str_builder_add_repeated(&p->out, ' ', missing);
}

// What format() would be told for a number.
static FormatSpec number_spec(const Directive *d) {
    return (FormatSpec){.fill = d->zero && !d->left ? '0' : ' ', .align = d->left ? '<' : d->zero ? '=' : '>', .sign = d->plus ? '+' : d->blank ? ' ' : 0,
                        .alternate = d->alternate, .width = d->width, .precision = d->precision, .type = d->kind};
}

// The int a number stands for in %d (truncated) and %x (exact).
static Value integer_for(Percent *p, uint32_t kind, Value v) {
    VM *vm = p->vm;
    if (is_int(v)) return v;
    bool exact = kind == 'x' || kind == 'X' || kind == 'o';
    Type *type = value_type(vm, v);
    Value number = VALUE_UNBOUND;
    if (!exact && is_float(v)) return int_from_double(vm, float_value(v));
    if (!exact && type->slots.unary[SLOT_INT]) number = type->slots.unary[SLOT_INT](vm, v);
    else if (type->slots.unary[SLOT_INDEX]) number = op_index(vm, v);
    if (number == VALUE_ERROR && error_matches(vm, vm->types.TypeError)) error_clear(vm), number = VALUE_UNBOUND;
    if (number == VALUE_ERROR || (number != VALUE_UNBOUND && is_int(number))) return number;
    return raise_type_error(vm, exact ? "%%%c format: an integer is required, not %T" : "%%%c format: a real number is required, not %T", p->bytes && kind == 'i' ? 'd' : (int)kind, v);
}

static bool add_integer(Percent *p, const Directive *d, Value v) {
    FormatSpec spec = number_spec(d);
    if (d->kind == 'i' || d->kind == 'u') spec.type = 'd';
    Value number = is_small_int(v) ? v : integer_for(p, d->kind, v);
    return number != VALUE_ERROR && format_int_with(p->vm, &p->out, number, &spec) != VALUE_ERROR;
}

static bool add_float(Percent *p, const Directive *d, Value v) {
    double number;
    if (is_inline_float(v)) {
        number = inline_float(v);
    } else {
        if (p->bytes && !is_float(v) && !is_int(v) && !value_type(p->vm, v)->slots.unary[SLOT_FLOAT] && !value_type(p->vm, v)->slots.unary[SLOT_INDEX])
            return raise_type_error(p->vm, "float argument required, not %T", v), false;
        if (!number_to_double(p->vm, v, &number)) return false;
    }
    FormatSpec spec = number_spec(d);
    if (d->precision < 0) spec.precision = 6;
    return format_float_with(p->vm, &p->out, number, &spec) != VALUE_ERROR;
}

static bool add_character(Percent *p, const Directive *d, Value v) {
    VM *vm = p->vm;
    char text[4];
    if (!p->bytes && is_str(v) && as_str(v)->length == 1) return add_field(p, d, as_str(v)->text, as_str(v)->size, 1), true;
    if (p->bytes && (is_bytes(v) || is_bytearray(v)) && view_of(v).size == 1) return add_field(p, d, view_text(view_of(v)), 1, 1), true;
    if (!is_int(v) && !value_type(vm, v)->slots.unary[SLOT_INDEX])
        return raise_type_error(vm, p->bytes ? "%%c requires an integer in range(256) or a single byte" : "%%c requires int or char"), false;
    int64_t code;
    Value number = op_index(vm, v);
    if (number == VALUE_ERROR) return false;
    if (!int_to_int64(number, &code) || code < 0 || code > (p->bytes ? 255 : 0x10FFFF))
        return raise_overflow_error(vm, p->bytes ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)"), false;
    if (p->bytes) text[0] = (char)code;
    unsigned size = p->bytes ? 1 : utf8_encode((uint32_t)code, text);
    add_field(p, d, text, size, 1);
    return true;
}

// Cut to the precision.
static void add_text(Percent *p, const Directive *d, Str *text) {
    size_t length = text->length, size = text->size;
    if (d->precision >= 0 && (size_t)d->precision < length) length = (size_t)d->precision, size = str_offset(p->vm, text, length);
    add_field(p, d, text->text, size, length);
}

static bool add_bytes(Percent *p, const Directive *d, Value v) {
    BytesView view;
    if (!bytes_view(v, &view.data, &view.size)) {
        Value made = call_special(p->vm, v, p->vm->names.__bytes__, NULL, 0);
        if (made == VALUE_ERROR) return false;
        if (made == VALUE_UNBOUND)
            return raise_type_error(p->vm, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v), false;
        if (!is_bytes(made)) return raise_type_error(p->vm, "__bytes__ returned non-bytes (type %T)", made), false;
        view = view_of(made);
    }
    size_t size = d->precision >= 0 && (size_t)d->precision < view.size ? (size_t)d->precision : view.size;
    add_field(p, d, view_text(view), size, size);
    return true;
}

static bool unsupported(Percent *p, const Directive *d) {
    size_t index = p->format ? str_index_at(p->vm, p->format, d->kind_at) : d->kind_at;
    if (p->bytes && d->kind >= 128) return raise_overflow_error(p->vm, "character argument not in range(0x110000)"), false; // CPython fails to show it
    bool shown = d->kind >= 32 && d->kind < 127;
    raise_value_error(p->vm, "unsupported format character '%c' (0x%x) at index %zu", shown ? (int)d->kind : '?', d->kind, index);
    return false;
}

static bool add_directive(Percent *p) {
    Directive d;
    if (!take_directive(p, &d)) return false;
    Value v = next_argument(p), text;
    if (v == VALUE_ERROR) return false;
    switch (d.kind) {
    case 'd': case 'i': case 'u': case 'x': case 'X': case 'o': return add_integer(p, &d, v);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return add_float(p, &d, v);
    case 'c': return add_character(p, &d, v);
    case 'b':
        if (p->bytes) return add_bytes(p, &d, v);
        return unsupported(p, &d);
    case 's':
        if (p->bytes) return add_bytes(p, &d, v);
        text = op_str(p->vm, v);
        break;
    case 'r':
        if (!p->bytes && d.width <= 0 && d.precision < 0) return str_builder_add_repr(&p->out, v);
        text = p->bytes ? op_ascii(p->vm, v) : op_repr(p->vm, v); break;
    case 'a': text = op_ascii(p->vm, v); break;
    default: return unsupported(p, &d);
    }
    if (text == VALUE_ERROR) return false;
    add_text(p, &d, as_str(text));
    return true;
}

// ---- the whole ---------------------------------------------------------------------------------------------------

// What stands between directives, up to `stop`.
static void add_plain(Percent *p, size_t stop) {
    const char *text = p->text + p->at;
    size_t size = stop - p->at;
    if (p->bytes || str_is_ascii(p->format)) str_builder_add_counted(&p->out, text, size, size);
    else str_builder_add(&p->out, text, size);
}

// %s of a str or small int and %d of the latter, without more: most of all directives.
static bool add_simple(Percent *p) {
    char kind = p->at < p->size ? p->text[p->at] : 0;
    if (p->bytes || (kind != 's' && kind != 'd') || p->next >= p->count) return false;
    Value v = p->count < 0 ? p->arguments : as_tuple(p->arguments)->items[p->next];
    if (is_small_int(v)) str_builder_add_int(&p->out, small_int(v));
    else if (kind == 's' && is_exactly(v, p->vm->types.str)) str_builder_add_str(&p->out, as_str(v));
    else return false;
    return p->next++, p->at++, true;
}

static bool add_all(Percent *p) {
    while (p->at < p->size) {
        size_t stop = p->at;
        while (stop < p->size && p->text[stop] != '%') stop++;
        if (stop > p->at) add_plain(p, stop);
        p->at = stop + 1;
        if (stop == p->size) break;
        p->some = true;
        if (p->at < p->size && p->text[p->at] == '%') {
            str_builder_add_char(&p->out, '%');
            p->at++;
        } else if (!add_simple(p) && !add_directive(p)) {
            return false;
        }
    }
    if (p->next >= p->count || p->mapping != VALUE_UNBOUND) return true;
    raise_type_error(p->vm, "not all arguments converted during %s formatting", p->bytes ? "bytes" : "string");
    return false;
}

static void take_arguments(Percent *p, Value arguments) {
    p->arguments = arguments;
    p->mapping = VALUE_UNBOUND;
    p->next = is_tuple(arguments) ? 0 : -2;
    p->count = is_tuple(arguments) ? (int64_t)as_tuple(arguments)->count : -1;
    if (is_tuple(arguments) || is_str(arguments) || (p->bytes && (is_bytes(arguments) || is_bytearray(arguments)))) return;
    if (value_type(p->vm, arguments)->slots.get_item) p->mapping = arguments;
}

Value format_percent(VM *vm, Str *format, Value arguments) {
    if (format->size == 2 && format->text[0] == '%' && format->text[1] == 's' && is_exactly(arguments, vm->types.str)) return arguments;
    Percent p; // its fields one by one: the builder's buffer is not to be cleared
    p.vm = vm, p.bytes = p.some = false, p.format = format, p.text = format->text, p.size = format->size, p.at = 0;
    take_arguments(&p, arguments);
    str_builder_init(&p.out, vm);
    ROOT_SCOPE(vm);
    root_push(vm, from_object(format)), root_push(vm, arguments);
    bool good = add_all(&p);
    ROOT_END(vm);
    bool is_plain = format->size && !p.some; // the answer is the format itself, of a subclass as well
    if (good && !is_plain) return str_builder_finish(&p.out);
    str_builder_discard(&p.out);
    if (good) return from_object(format);
    return VALUE_ERROR;
}

Value bytes_slot_remainder(VM *vm, Value left, Value right) {
    if (!is_bytes(left) && !is_bytearray(left)) return VALUE_NOT_IMPLEMENTED;
    Value format = is_bytes(left) ? left : bytes_new(vm, view_of(left).data, view_of(left).size); // a script may change a bytearray meanwhile
    if (format == VALUE_ERROR) return VALUE_ERROR;
    BytesView v = view_of(format);
    Percent p = {.vm = vm, .bytes = true, .text = view_text(v), .size = v.size};
    take_arguments(&p, right);
    str_builder_init(&p.out, vm);
    ROOT_SCOPE(vm);
    root_push(vm, format), root_push(vm, right);
    Value result = VALUE_ERROR;
    if (add_all(&p) && !p.out.failed) result = bytes_like_new(vm, left, p.out.text ? p.out.text : "", p.out.size);
    ROOT_END(vm);
    str_builder_discard(&p.out);
    return result;
}
