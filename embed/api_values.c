// typhon.h: values made and read.
#include "embed/api.h"
#include "base/utf8.h"
#include "runtime/gc.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <string.h>

typhon_kind typhon_kind_of(typhon_vm *vm, typhon_value value) {
    static const typhon_kind of_layout[LAYOUT_OTHER + 1] = {
        [LAYOUT_TYPE] = TYPHON_CLASS, [LAYOUT_INT] = TYPHON_INT, [LAYOUT_FLOAT] = TYPHON_FLOAT, [LAYOUT_COMPLEX] = TYPHON_COMPLEX, [LAYOUT_STR] = TYPHON_STR,
        [LAYOUT_BYTES] = TYPHON_BYTES, [LAYOUT_LIST] = TYPHON_LIST, [LAYOUT_TUPLE] = TYPHON_TUPLE, [LAYOUT_DICT] = TYPHON_DICT, [LAYOUT_SET] = TYPHON_SET,
        [LAYOUT_FUNCTION] = TYPHON_FUNCTION, [LAYOUT_NATIVE] = TYPHON_FUNCTION, [LAYOUT_METHOD] = TYPHON_FUNCTION, [LAYOUT_MODULE] = TYPHON_MODULE};
    Value v = api_take(vm, value);
    if (v == VALUE_ERROR) return TYPHON_INVALID;
    if (v == VALUE_NONE) return TYPHON_NONE;
    if (is_bool(v)) return TYPHON_BOOL;
    if (is_small_int(v)) return TYPHON_INT;
    if (is_inline_float(v)) return TYPHON_FLOAT;
    if (!is_object(v)) return TYPHON_OBJECT;
    typhon_kind kind = of_layout[as_object(v)->shape->type->layout];
    return kind ? kind : TYPHON_OBJECT;
}

// ---- making ------------------------------------------------------------------------------------------------------

typhon_value typhon_none(typhon_vm *vm) { return (void)vm, (typhon_value){VALUE_NONE, 0}; }
typhon_value typhon_bool(typhon_vm *vm, bool value) { return (void)vm, (typhon_value){from_bool(value), 0}; }
typhon_value typhon_int(typhon_vm *vm, int64_t value) {
    if (fits_small_int(value)) return api_give(vm, api_wake(vm) ? from_small_int(value) : VALUE_ERROR);
    return api_give(vm, api_wake(vm) ? int_from_int64(vm->vm, value) : VALUE_ERROR);
}
typhon_value typhon_float(typhon_vm *vm, double value) { return api_give(vm, api_wake(vm) ? float_from_double(vm->vm, value) : VALUE_ERROR); }

static bool is_utf8(typhon_vm *vm, const char *text, size_t size) {
    size_t valid = utf8_validate(text, size, NULL);
    return valid == size || (raise_value_error(vm->vm, "the text is not UTF-8 from byte %zu on", valid), false);
}

Str *api_name(typhon_vm *vm, const char *text, size_t size) { return is_utf8(vm, text, size) ? str_intern(vm->vm, text, size) : NULL; }

typhon_value typhon_str(typhon_vm *vm, const char *text, size_t size) {
    if (!api_safepoint(vm)) return api_give(vm, VALUE_ERROR);
    size = api_size(text, size);
    if (!is_utf8(vm, text, size)) return api_give(vm, VALUE_ERROR);
    return api_give(vm, str_new(vm->vm, text, size));
}

typhon_value typhon_bytes(typhon_vm *vm, const void *bytes, size_t size) {
    if (!api_safepoint(vm)) return api_give(vm, VALUE_ERROR);
    return api_give(vm, bytes_new(vm->vm, bytes, size));
}

typhon_value typhon_int_from_text(typhon_vm *vm, const char *digits) {
    if (!api_wake(vm)) return api_give(vm, VALUE_ERROR);
    size_t size = strlen(digits);
    if (!is_utf8(vm, digits, size)) return api_give(vm, VALUE_ERROR);
    return api_give(vm, int_from_text(vm->vm, digits, size, 10));
}

// Each item's Value into `out`; false: one is invalid.
static bool take_items(typhon_vm *vm, const typhon_value *items, size_t count, Value *out) {
    for (size_t i = 0; i < count; i++) {
        out[i] = items ? api_take(vm, items[i]) : VALUE_NONE;
        if (out[i] == VALUE_ERROR) return false;
    }
    return true;
}

typhon_value typhon_list(typhon_vm *vm, const typhon_value *items, size_t count) {
    if (!api_safepoint(vm)) return api_give(vm, VALUE_ERROR);
    Value list = list_new(vm->vm, NULL, count);
    if (list == VALUE_ERROR || !count) return api_give(vm, list);
    if (!take_items(vm, items, count, as_list(list)->items)) return api_give(vm, VALUE_ERROR);
    as_list(list)->count = count;
    return api_give(vm, list);
}

typhon_value typhon_tuple(typhon_vm *vm, const typhon_value *items, size_t count) {
    if (!api_safepoint(vm)) return api_give(vm, VALUE_ERROR);
    Value tuple = tuple_new(vm->vm, NULL, count);
    if (tuple == VALUE_ERROR) return api_give(vm, VALUE_ERROR);
    return api_give(vm, take_items(vm, items, count, as_tuple(tuple)->items) ? tuple : VALUE_ERROR);
}

typhon_value typhon_dict(typhon_vm *vm) {
    if (!api_safepoint(vm)) return api_give(vm, VALUE_ERROR);
    const Dict *dict = dict_new(vm->vm);
    return api_give(vm, dict ? from_object(dict) : VALUE_ERROR);
}

// ---- reading -----------------------------------------------------------------------------------------------------

static typhon_status wrong_kind(typhon_vm *vm, const char *wanted, Value value) {
    raise_type_error(vm->vm, "expected %s, got %T", wanted, value);
    return api_fail(vm);
}

typhon_status typhon_get_bool(typhon_vm *vm, typhon_value value, bool *result) {
    API_TAKE(vm, v, value);
    if (!is_bool(v)) return wrong_kind(vm, "bool", v);
    *result = v == VALUE_TRUE;
    return TYPHON_OK;
}

typhon_status typhon_get_int(typhon_vm *vm, typhon_value value, int64_t *result) {
    API_TAKE(vm, v, value);
    if (is_small_int(v)) return *result = small_int(v), TYPHON_OK;
    if (is_bool(v)) return *result = v == VALUE_TRUE, TYPHON_OK;
    if (!is_int(v)) return wrong_kind(vm, "int", v);
    if (int_to_int64(v, result)) return TYPHON_OK;
    raise_overflow_error(vm->vm, "the int does not fit into 64 bits");
    return api_fail(vm);
}

typhon_status typhon_get_float(typhon_vm *vm, typhon_value value, double *result) {
    API_TAKE(vm, v, value);
    if (is_float(v)) return *result = float_value(v), TYPHON_OK;
    if (is_bool(v)) return *result = v == VALUE_TRUE, TYPHON_OK;
    if (!is_int(v)) return wrong_kind(vm, "float", v);
    *result = int_to_double(vm->vm, v);
    return api_status(vm, !error_is_set(vm->vm));
}

typhon_status typhon_get_str(typhon_vm *vm, typhon_value value, const char **text, size_t *size) {
    API_TAKE(vm, v, value);
    if (!is_str(v)) return wrong_kind(vm, "str", v);
    const Str *str = as_str(v);
    size_t characters, valid = str_is_ascii(str) ? str->size : utf8_validate(str->text, str->size, &characters);
    if (valid != str->size) return raise_unicode_encode_error(vm->vm, "utf-8", v, characters, characters + 1, "surrogates not allowed"), api_fail(vm);
    *text = str->text;
    if (size) return *size = str->size, TYPHON_OK;
    if (!memchr(str->text, '\0', str->size)) return TYPHON_OK;
    raise_value_error(vm->vm, "embedded null character");
    return api_fail(vm);
}

typhon_status typhon_get_bytes(typhon_vm *vm, typhon_value value, const void **bytes, size_t *size) {
    API_TAKE(vm, v, value);
    const unsigned char *data;
    if ((!is_bytes(v) && !is_bytearray(v)) || !bytes_view(v, &data, size)) return wrong_kind(vm, "bytes", v);
    *bytes = data;
    return TYPHON_OK;
}

typhon_status typhon_truth(typhon_vm *vm, typhon_value value, bool *result) {
    API_TAKE(vm, v, value);
    if (!api_enter(vm)) return api_fail(vm);
    int truth = op_truth(vm->vm, v);
    api_leave(vm);
    *result = truth > 0;
    return api_status(vm, truth >= 0);
}

static typhon_status as_text(typhon_vm *vm, typhon_value value, Value (*make)(VM *, Value), typhon_value *result) {
    API_TAKE(vm, v, value);
    if (!api_enter(vm)) return api_fail(vm);
    Value text = make(vm->vm, v);
    api_leave(vm);
    return api_result(vm, text, result);
}
typhon_status typhon_repr(typhon_vm *vm, typhon_value value, typhon_value *result) { return as_text(vm, value, op_repr, result); }
typhon_status typhon_to_str(typhon_vm *vm, typhon_value value, typhon_value *result) { return as_text(vm, value, op_str, result); }

typhon_value typhon_class_of(typhon_vm *vm, typhon_value value) {
    Value v = api_take(vm, value);
    return api_give(vm, v == VALUE_ERROR || !api_wake(vm) ? VALUE_ERROR : from_object(value_type(vm->vm, v)));
}

const char *typhon_type_name(typhon_vm *vm, typhon_value value) {
    Value v = api_take(vm, value);
    if (v == VALUE_ERROR) return "<invalid>";
    return api_wake(vm) ? value_type(vm->vm, v)->name->text : (error_clear(vm->vm), "<no memory>");
}

bool typhon_same(typhon_vm *vm, typhon_value a, typhon_value b) { return api_take(vm, a) == api_take(vm, b); }

typhon_status typhon_equal(typhon_vm *vm, typhon_value a, typhon_value b, bool *result) {
    API_TAKE(vm, left, a);
    API_TAKE(vm, right, b);
    if (!api_enter(vm)) return api_fail(vm);
    int equal = op_equal(vm->vm, left, right);
    api_leave(vm);
    *result = equal > 0;
    return api_status(vm, equal >= 0);
}

typhon_status typhon_is_instance(typhon_vm *vm, typhon_value value, typhon_value class_or_tuple, bool *result) {
    API_TAKE(vm, v, value);
    API_TAKE(vm, class_, class_or_tuple);
    if (!api_enter(vm)) return api_fail(vm);
    int is = op_is_instance(vm->vm, v, class_);
    api_leave(vm);
    *result = is > 0;
    return api_status(vm, is >= 0);
}
