// The text of a pattern or template as characters: tokens, names, escapes, failures.
#include "runtime/modules/re_private.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/int.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str_private.h"
#include "base/utf8.h"

bool regex_source_open(VM *vm, RegexSource *source, Value text, const char *what) {
    const unsigned char *data;
    size_t size;
    *source = (RegexSource){.vm = vm, .is_text = is_str(text)};
    if (source->is_text) data = (const unsigned char *)as_str(text)->text, size = as_str(text)->size, source->size = as_str(text)->length;
    else if (bytes_view(text, &data, &size)) source->size = size;
    else return raise_type_error(vm, "%s", what), false;
    source->capacity = source->size + 1;
    if (source->capacity > SIZE_MAX / sizeof *source->text) return raise_memory_error(vm), false;
    if (!(source->text = block_new(vm, source->capacity * sizeof *source->text))) return false;
    for (size_t at = 0, i = 0; i < source->size; i++) {
        unsigned step = 1;
        source->text[i] = source->is_text ? utf8_decode((const char *)data + at, &step) : data[at];
        at += step;
    }
    return true;
}

void regex_source_close(RegexSource *source) {
    if (source->text) block_free(source->vm, source->text, source->capacity * sizeof *source->text);
    source->text = NULL;
}

bool regex_fail(RegexSource *source, size_t position, const char *format, ...) {
    if (source->failure) return false;
    va_list arguments;
    va_start(arguments, format);
    source->message = str_from_vformat(source->vm, format, arguments);
    va_end(arguments);
    source->failure = source->message == VALUE_ERROR ? REGEX_RAISED : REGEX_SYNTAX;
    source->position = position;
    return false;
}

Value regex_raise(RegexSource *source, Value pattern) {
    VM *vm = source->vm;
    if (source->failure == REGEX_RAISED) return VALUE_ERROR;
    if (source->failure == REGEX_OVERFLOW) return raise_error(vm, vm->types.OverflowError, "%S", source->message);
    Value args[3] = {source->message, pattern, from_small_int((int64_t)source->position)};
    ROOT_SCOPE(vm);
    root_push(vm, args[0]), root_push(vm, pattern);
    Str *re = str_intern(vm, "re", 2), *error = re ? str_intern(vm, "error", 5) : NULL;
    Value module = error ? import_module(vm, re) : VALUE_ERROR, class_ = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, error);
    if (class_ != VALUE_ERROR) root_push(vm, class_);
    Value exception = class_ == VALUE_ERROR ? VALUE_ERROR : call_value(vm, class_, args, source->position == REGEX_NOWHERE ? 1 : 3);
    ROOT_END(vm);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

bool regex_next(RegexSource *source, RegexToken *token) {
    *token = (RegexToken){.is_end = source->at >= source->size};
    if (token->is_end) return true;
    token->c = source->text[source->at++];
    if (token->c != '\\') return true;
    if (source->at >= source->size) return regex_fail(source, source->size - 1, "bad escape (end of pattern)");
    token->is_escape = true;
    token->c = source->text[source->at++];
    return true;
}

Value regex_text(RegexSource *source, size_t from, size_t to) {
    StrBuilder b;
    str_builder_init(&b, source->vm);
    for (size_t i = from; i < to; i++) str_builder_add_char(&b, source->text[i]);
    Value text = str_builder_finish(&b);
    if (text == VALUE_ERROR) source->failure = REGEX_RAISED;
    return text;
}

Value regex_until(RegexSource *source, uint32_t terminator, const char *name) {
    size_t start = source->at;
    while (source->at < source->size && source->text[source->at] != terminator) source->at++;
    size_t size = source->at - start;
    if (source->at == source->size) {
        if (!size) regex_fail(source, source->at, "missing %s", name);
        else regex_fail(source, start, "missing %c, unterminated name", (int)terminator);
        return VALUE_ERROR;
    }
    source->at++;
    if (!size) return regex_fail(source, start, "missing %s", name), VALUE_ERROR;
    return regex_text(source, start, source->at - 1);
}

static bool is_identifier(VM *vm, Value name) { return str_method_isidentifier(vm, &name, 1) == VALUE_TRUE; }

bool regex_check_name(RegexSource *source, Value name, size_t offset) {
    size_t position = source->at - as_str(name)->length - offset;
    if (!source->is_text && !str_is_ascii(as_str(name))) {
        Value text = op_ascii(source->vm, name);
        if (text == VALUE_ERROR) return source->failure = REGEX_RAISED, false;
        return regex_fail(source, position, "bad character in group name %U", as_str(text));
    }
    return is_identifier(source->vm, name) || regex_fail(source, position, "bad character in group name %R", name);
}

bool regex_parse_number(Value name, uint64_t *out) {
    *out = 0;
    for (size_t i = 0; i < as_str(name)->size; i++) {
        char c = as_str(name)->text[i];
        if (c < '0' || c > '9') return false;
        *out = *out * 10 + (uint64_t)(c - '0');
        if (*out > UINT32_MAX) *out = UINT32_MAX;
    }
    return true;
}

int regex_simple_escape(uint32_t c) {
    switch (c) {
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    case '\\': return '\\';
    default: return -1;
    }
}
