// Messages: text made from a format, as raise_error and str_from_format take it (the directives are listed in vm.h).
#include "base/utf8.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

typedef struct Directive {
    char spec[12];  // flags, width and precision as printf has them
    int precision;  // -1: none
    char size;      // 'z', 'l' or 0
    char kind;      // 0: the format ends
} Directive;

// `p` is behind the '%'. Returns what follows the directive.
static const char *read_directive(const char *p, Directive *d) {
    size_t count = 0;
    *d = (Directive){.precision = -1};
    while (*p && strchr("0123456789-+#. ", *p)) {
        if (*p == '.') d->precision = 0;
        else if (d->precision >= 0 && *p >= '0' && *p <= '9') d->precision = d->precision * 10 + (*p - '0');
        if (count < sizeof d->spec - 1) d->spec[count++] = *p;
        p++;
    }
    if (*p == 'z' || *p == 'l') d->size = *p++;
    d->kind = *p;
    return *p ? p + 1 : p;
}

// Showing one argument may run scripts, which must not lose the others.
static void root_arguments(VM *vm, const char *format, va_list arguments) {
    va_list rest;
    va_copy(rest, arguments);
    for (const char *p = format; (p = strchr(p, '%'));) {
        Directive d;
        p = read_directive(p + 1, &d);
        switch (d.kind) {
        case 'S': case 'R': case 'T': case 'A': root_push(vm, va_arg(rest, Value)); break;
        case 'U': case 'N': root_push(vm, from_object(va_arg(rest, void *))); break;
        case 's': (void)va_arg(rest, const char *); break;
        case 'd': case 'u': case 'x': case 'c':
            if (d.size) (void)va_arg(rest, int64_t);
            else (void)va_arg(rest, int);
            break;
        default: break;
        }
    }
    va_end(rest);
}

static void add_cstring(StrBuilder *b, const Directive *d, const char *text) {
    size_t size = d->precision >= 0 ? strnlen(text, (size_t)d->precision) : strlen(text);
    while (size && text[size] && (text[size] & 0xC0) == 0x80) size--; // cut between characters
    while (!utf8_is_text(text, size)) { // a path of the system's, a name of the host's: as str_from_cstring
        size_t good = utf8_validate(text, size, NULL);
        str_builder_add(b, text, good);
        str_builder_add_char(b, 0xDC00 | (unsigned char)text[good]);
        text += good + 1, size -= good + 1;
    }
    str_builder_add(b, text, size);
}

static void add_number(StrBuilder *b, const Directive *d, int64_t number) {
    char format[24], text[64];
    snprintf(format, sizeof format, "%%%s%s%c", d->spec, "ll", d->kind);
    int size = snprintf(text, sizeof text, format, (long long)number);
    if (size > 0) str_builder_add(b, text, (size_t)size < sizeof text ? (size_t)size : sizeof text - 1);
}

static bool add_shown(VM *vm, StrBuilder *b, Value text) {
    (void)vm;
    if (text == VALUE_ERROR) return false;
    str_builder_add_str(b, as_str(text));
    return true;
}

static bool add_type_name(VM *vm, StrBuilder *b, const Type *type) {
    Value module = type->flags & TYPE_SHOWS_MODULE && type->dict ? dict_get_str(vm, type->dict, vm->names.__module__) : VALUE_UNBOUND;
    if (is_str(module)) {
        str_builder_add_str(b, as_str(module));
        str_builder_add_cstring(b, ".");
    }
    if (type->flags & TYPE_HEAP || !type->spec) str_builder_add_str(b, type->name);
    else str_builder_add_cstring(b, type->spec->name);
    return true;
}

// "f() argument 1 must be str, not None": CPython says so of arguments, where elsewhere it is "NoneType".
static bool says_none(const StrBuilder *b) {
    static const char end[] = ", not ", middle[] = "() argument";
    size_t size = sizeof end - 1;
    if (b->failed || b->size < size || memcmp(b->text + b->size - size, end, size) != 0) return false;
    for (size_t i = 0; i + sizeof middle + 6 < b->size; i++)
        if (memcmp(b->text + i, middle, sizeof middle - 1) == 0) return memcmp(b->text + i + sizeof middle - 1, " after", 6) != 0;
    return false;
}

static bool add_identity(VM *vm, StrBuilder *b, Value v) {
    char text[24];
    uint64_t identity;
    if (!object_identity(vm, v, &identity)) return false;
    snprintf(text, sizeof text, "0x%llx", (unsigned long long)identity);
    str_builder_add_cstring(b, text);
    return true;
}

Value str_from_vformat(VM *vm, const char *format, va_list given) {
    StrBuilder b;
    va_list arguments;
    ROOT_SCOPE(vm);
    root_arguments(vm, format, given);
    va_copy(arguments, given);
    str_builder_init(&b, vm);
    bool good = true;
    for (const char *p = format; *p && good;) {
        size_t plain = strcspn(p, "%");
        if (plain) str_builder_add(&b, p, plain);
        p += plain;
        if (!*p) break;
        Directive d;
        p = read_directive(p + 1, &d);
        switch (d.kind) {
        case '%': str_builder_add_char(&b, '%'); break;
        case 's': add_cstring(&b, &d, va_arg(arguments, const char *)); break;
        case 'c': str_builder_add_char(&b, va_arg(arguments, unsigned)); break;
        case 'd': add_number(&b, &d, d.size ? va_arg(arguments, int64_t) : va_arg(arguments, int)); break;
        case 'u': case 'x': add_number(&b, &d, d.size ? va_arg(arguments, int64_t) : (int64_t)va_arg(arguments, unsigned)); break;
        case 'S': good = add_shown(vm, &b, op_str(vm, va_arg(arguments, Value))); break;
        case 'R': good = add_shown(vm, &b, op_repr(vm, va_arg(arguments, Value))); break;
        case 'T': {
            Value v = va_arg(arguments, Value);
            if (v == VALUE_NONE && says_none(&b)) str_builder_add_cstring(&b, "None");
            else good = add_type_name(vm, &b, value_type(vm, v));
            break;
        }
        case 'N': good = add_type_name(vm, &b, va_arg(arguments, Type *)); break;
        case 'A': good = add_identity(vm, &b, va_arg(arguments, Value)); break;
        case 'U': str_builder_add_str(&b, va_arg(arguments, Str *)); break;
        default: break;
        }
    }
    va_end(arguments);
    ROOT_END(vm);
    if (good) return str_builder_finish(&b);
    str_builder_discard(&b);
    return VALUE_ERROR;
}

Value str_from_format(VM *vm, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_from_vformat(vm, format, arguments);
    va_end(arguments);
    return text;
}
