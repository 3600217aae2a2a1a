#include "runtime/modules/system_path.h"
#include "runtime/grants.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/file.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>

static bool take_text(VM *vm, Value v, SystemPath *out) {
    const unsigned char *data;
    size_t size;
    if (is_str(v) && str_is_ascii(as_str(v))) {
        data = (const unsigned char *)as_str(v)->text, size = as_str(v)->size;
    } else {
        Value bytes = is_str(v) ? str_encode(vm, v, "utf-8", "surrogateescape") : v;
        if (bytes == VALUE_ERROR) return false;
        root_push(vm, bytes);
        data = ((Bytes *)as_object(bytes))->data, size = ((Bytes *)as_object(bytes))->size;
    }
    if (memchr(data, 0, size)) return raise_value_error(vm, "embedded null byte"), false;
    out->text = (const char *)data, out->is_bytes = is_bytes(v), out->object = v;
    return true;
}

static bool refuse(VM *vm, Value v, const char *function, const char *argument, unsigned allowed) {
    static const char *const kinds[] = {"string, bytes or os.PathLike", "string, bytes, os.PathLike or integer", "string, bytes, os.PathLike or None",
                                        "string, bytes, os.PathLike, integer or None"};
    return raise_type_error(vm, "%s: %s should be %s, not %U", function, argument, kinds[allowed], value_type(vm, v)->name), false;
}

bool system_path(VM *vm, Value v, const char *function, const char *argument, unsigned allowed, SystemPath *out) {
    *out = (SystemPath){.descriptor = -1, .object = v};
    file_flush_all(vm);
    if ((v == VALUE_NONE || v == VALUE_UNBOUND) && allowed & PATH_OR_NONE) {
        out->text = ".", out->object = VALUE_UNBOUND;
        return true;
    }
    if (v == VALUE_NONE) return refuse(vm, v, function, argument, allowed);
    if (is_str(v) || is_bytes(v)) return take_text(vm, v, out);
    if (is_int(v)) return allowed & PATH_OR_DESCRIPTOR ? system_int(vm, v, 0, &out->descriptor) && grants_need_descriptor(vm, out->descriptor) : refuse(vm, v, function, argument, allowed);
    Value path = call_special(vm, v, vm->names.__fspath__, NULL, 0);
    if (path == VALUE_ERROR) return false;
    if (path == VALUE_UNBOUND) return refuse(vm, v, function, argument, allowed);
    root_push(vm, path);
    if (is_str(path) || is_bytes(path)) return take_text(vm, path, out);
    return raise_type_error(vm, "expected %T.__fspath__() to return str or bytes, not %T", v, path), false;
}

Value system_text(VM *vm, const char *text) {
    return bytes_decode(vm, (const unsigned char *)text, strlen(text), "utf-8", "surrogateescape");
}
Value system_text_like(VM *vm, const SystemPath *path, const char *text, size_t size) {
    return path->is_bytes ? bytes_new(vm, text, size) : bytes_decode(vm, (const unsigned char *)text, size, "utf-8", "surrogateescape");
}

Value raise_system_error(VM *vm, int error_number, Value first, Value second) {
    Value parts[5] = {from_small_int(error_number), str_from_cstring(vm, strerror(error_number)), first, VALUE_NONE, second};
    if (parts[1] == VALUE_ERROR) return VALUE_ERROR;
    uint32_t count = second != VALUE_UNBOUND ? 5 : first != VALUE_UNBOUND ? 3 : 2;
    Value exception = exception_new(vm, vm->types.OSError, parts, count);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

bool system_int(VM *vm, Value v, int fallback, int *out) {
    int64_t wide = fallback;
    if (v != VALUE_UNBOUND) {
        if (is_float(v)) return raise_type_error(vm, "'float' object cannot be interpreted as an integer"), false;
        Value index = op_index(vm, v);
        if (index == VALUE_ERROR) return false;
        if (!int_to_int64(index, &wide)) wide = int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    }
    if (wide > INT_MAX) return raise_overflow_error(vm, "signed integer is greater than maximum"), false;
    if (wide < INT_MIN) return raise_overflow_error(vm, "signed integer is less than minimum"), false;
    *out = (int)wide;
    return true;
}

bool system_descriptor(VM *vm, Value v, int *out) {
    if (!is_int(v)) {
        Str *name = str_intern(vm, "fileno", 6);
        Value method = name ? get_attribute_or(vm, v, name, VALUE_UNBOUND) : VALUE_ERROR;
        if (method == VALUE_ERROR) return false;
        if (method == VALUE_UNBOUND) return raise_type_error(vm, "argument must be an int, or have a fileno() method."), false;
        v = call_value(vm, method, NULL, 0);
        if (v == VALUE_ERROR) return false;
        if (!is_int(v)) return raise_type_error(vm, "fileno() returned a non-integer"), false;
    }
    if (!system_int(vm, v, 0, out)) return false;
    if (*out < 0) return raise_value_error(vm, "file descriptor cannot be a negative integer (%d)", *out), false;
    return grants_need_descriptor(vm, *out);
}

bool system_folder(VM *vm, Value v, int *out) {
    *out = AT_FDCWD;
    if (v == VALUE_UNBOUND || v == VALUE_NONE) return true;
    if (!is_int(v)) return raise_type_error(vm, "argument should be integer or None, not %T", v), false;
    return system_int(vm, v, 0, out);
}

bool system_set(VM *vm, Dict *space, const char *name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern(vm, name, strlen(name));
    return key && dict_set_str(vm, space, key, value);
}

bool system_add_constants(VM *vm, Dict *space, const SystemConstant *constants, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!system_set(vm, space, constants[i].name, from_small_int(constants[i].value))) return false;
    return true;
}
