// BaseException: what all exceptions have in common, and the table of the specs of all of them.
#include "runtime/objects/exception_private.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// ---- making them ---------------------------------------------------------------------------------------------------

void exception_clear(Exception *exception, Value args) {
    exception->overflow = NULL;
    exception->args = args;
    exception->cause = exception->context = exception->traceback = VALUE_NONE;
    exception->suppress_context = 0;
    for (size_t i = 0; i < sizeof exception->fields / sizeof *exception->fields; i++) exception->fields[i] = VALUE_UNBOUND;
}

Exception *exception_alloc(VM *vm, Type *type, Value args) {
    Exception *exception = object_new(vm, type, sizeof *exception);
    if (exception) exception_clear(exception, args);
    return exception;
}

Value exception_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)keyword_names; // __init__ judges them
    Value tuple = tuple_new(vm, args, count);
    Exception *exception = tuple == VALUE_ERROR ? NULL : exception_alloc(vm, type, tuple);
    return exception ? from_object(exception) : VALUE_ERROR;
}

static bool has_args(const Exception *exception, const Value *args, uint32_t count) {
    if (!is_tuple(exception->args) || as_tuple(exception->args)->count != count) return false;
    return !count || memcmp(as_tuple(exception->args)->items, args, count * sizeof *args) == 0;
}

bool exception_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "%T() takes no keyword arguments", self), false;
    Exception *exception = as_exception(self);
    if (has_args(exception, args, count)) return true; // as __new__ left them
    Value tuple = tuple_new(vm, args, count);
    if (tuple == VALUE_ERROR) return false;
    gc_store(vm, exception, &exception->args, tuple);
    return true;
}

bool exception_keyword_fields(VM *vm, Value self, const char *type_name, const char *const *names, size_t first_field, const Value *values,
                              Value keyword_names) {
    size_t count = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    for (size_t at = 0; names[at]; at++) as_exception(self)->fields[first_field + at] = VALUE_UNBOUND; // what an __init__() before may have set
    for (size_t i = 0; i < count; i++) {
        Str *keyword = as_str(as_tuple(keyword_names)->items[i]);
        size_t at = 0;
        while (names[at] && !str_equals_cstring(keyword, names[at])) at++;
        if (!names[at]) return raise_type_error(vm, "'%U' is an invalid keyword argument for %s()", keyword, type_name), false;
        gc_store(vm, as_exception(self), &as_exception(self)->fields[first_field + at], values[i]);
    }
    return true;
}

Value exception_new(VM *vm, Type *type, const Value *args, uint32_t count) {
    if (!(type = type_complete(vm, type))) return VALUE_ERROR;
    if (type->flags & TYPE_HEAP) {
        Value made = call_value(vm, from_object(type), args, count);
        if (made == VALUE_ERROR || is_exception(made)) return made;
        return raise_type_error(vm, "calling %R should have returned an instance of BaseException, not %R", from_object(type), from_object(value_type(vm, made)));
    }
    Value copy[8]; // slots may not change their arguments, but their type does not say so
    if (count > sizeof copy / sizeof *copy) return call_value(vm, from_object(type), args, count);
    if (count) memcpy(copy, args, count * sizeof *copy);
    Value exception = type->slots.construct(vm, type, copy, count, VALUE_UNBOUND);
    if (exception == VALUE_ERROR) return VALUE_ERROR;
    return value_type(vm, exception)->slots.initialize(vm, exception, copy, count, VALUE_UNBOUND) ? exception : VALUE_ERROR;
}

void exception_trace(VM *vm, Object *self) {
    Exception *exception = (Exception *)self;
    gc_mark(vm, exception->args), gc_mark(vm, exception->cause), gc_mark(vm, exception->context), gc_mark(vm, exception->traceback);
    for (size_t i = 0; i < sizeof exception->fields / sizeof *exception->fields; i++) gc_mark(vm, exception->fields[i]);
}

// ---- showing -------------------------------------------------------------------------------------------------------

Value exception_str(VM *vm, Value self) {
    Tuple *args = as_tuple(as_exception(self)->args);
    return !args->count ? vm->empty_str : args->count == 1 ? op_str(vm, args->items[0]) : op_str(vm, from_object(args));
}
Value exception_repr(VM *vm, Value self) {
    Tuple *args = as_tuple(as_exception(self)->args);
    const Str *name = value_type(vm, self)->name;
    return args->count == 1 ? str_from_format(vm, "%U(%R)", name, args->items[0]) : str_from_format(vm, "%U%R", name, from_object(args));
}

// ---- attributes ------------------------------------------------------------------------------------------------------

static Value get_args(VM *vm, Value self) { return (void)vm, as_exception(self)->args; }
static bool set_args(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "args may not be deleted"), false;
    Value tuple = op_to_tuple(vm, value);
    if (tuple == VALUE_ERROR) return false;
    gc_store(vm, as_exception(self), &as_exception(self)->args, tuple);
    return true;
}

static Value get_cause(VM *vm, Value self) { return (void)vm, as_exception(self)->cause; }
static bool set_cause(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "__cause__ may not be deleted"), false;
    if (value != VALUE_NONE && !is_exception(value)) return raise_type_error(vm, "exception cause must be None or derive from BaseException"), false;
    gc_store(vm, as_exception(self), &as_exception(self)->cause, value);
    as_exception(self)->suppress_context = 1;
    return true;
}

static Value get_context(VM *vm, Value self) { return (void)vm, as_exception(self)->context; }
static bool set_context(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "__context__ may not be deleted"), false;
    if (value != VALUE_NONE && !is_exception(value)) return raise_type_error(vm, "exception context must be None or derive from BaseException"), false;
    gc_store(vm, as_exception(self), &as_exception(self)->context, value);
    return true;
}

static Value get_suppress_context(VM *vm, Value self) { return (void)vm, from_bool(as_exception(self)->suppress_context); }
static bool set_suppress_context(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "can't delete numeric/char attribute"), false;
    if (!is_bool(value)) return raise_type_error(vm, "attribute value type must be bool"), false;
    as_exception(self)->suppress_context = value == VALUE_TRUE;
    return true;
}

static Value get_traceback(VM *vm, Value self) { return (void)vm, as_exception(self)->traceback; }
static bool set_traceback(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "__traceback__ may not be deleted"), false;
    if (value != VALUE_NONE && !is_layout(value, LAYOUT_TRACEBACK)) return raise_type_error(vm, "__traceback__ must be a traceback or None"), false;
    gc_store(vm, as_exception(self), &as_exception(self)->traceback, value);
    return true;
}

static const GetSetDef exception_getset[] = {
    {"args", get_args, set_args},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__suppress_context__", get_suppress_context, set_suppress_context},
    {"__traceback__", get_traceback, set_traceback},
    {0},
};

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_with_traceback(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return set_traceback(vm, args[0], args[1]) ? args[0] : VALUE_ERROR;
}

static Value method_add_note(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[1])) return raise_type_error(vm, "note must be a str, not '%T'", args[1]);
    Value notes = get_attribute_or(vm, args[0], vm->names.__notes__, VALUE_UNBOUND);
    if (notes == VALUE_ERROR) return VALUE_ERROR;
    if (notes == VALUE_UNBOUND) {
        notes = list_new(vm, NULL, 1);
        if (notes == VALUE_ERROR || !set_attribute(vm, args[0], vm->names.__notes__, notes)) return VALUE_ERROR;
    }
    if (!is_list(notes)) return raise_type_error(vm, "Cannot add note: __notes__ is not a list");
    return list_append(vm, as_list(notes), args[1]) ? VALUE_NONE : VALUE_ERROR;
}

static Value method_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (args[1] == VALUE_NONE) return VALUE_NONE;
    if (!is_dict(args[1])) return raise_type_error(vm, "state is not a dictionary");
    Dict *state = as_dict(args[1]);
    Value key, value;
    for (size_t at = 0; dict_next(state, &at, &key, &value);) {
        if (!is_str(key)) return raise_type_error(vm, "attribute name must be string, not '%T'", key);
        Str *name = str_intern_value(vm, as_str(key));
        if (!name || !set_attribute(vm, args[0], name, value)) return VALUE_ERROR;
    }
    return VALUE_NONE;
}

// (class, args) or (class, args, attributes)
static Value method_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Exception *exception = as_exception(args[0]);
    Value type = from_object(value_type(vm, args[0]));
    Value attributes = get_attribute_or(vm, args[0], vm->names.__dict__, VALUE_NONE);
    if (attributes == VALUE_ERROR) return VALUE_ERROR;
    if (is_dict(attributes) && as_dict(attributes)->used) return tuple_pack(vm, 3, type, exception->args, attributes);
    return tuple_pack(vm, 2, type, exception->args);
}

static const NativeDef exception_methods[] = {
    {"with_traceback", {method_with_traceback}, 1, 1, 0, NULL, DOC("Set self.__traceback__ to tb and return self.")},
    {"add_note", {method_add_note}, 1, 1, 0, NULL, DOC("Add a note to the exception")},
    {"__setstate__", {method_setstate}, 1, 1, 0, NULL, DOC(NULL)},
    {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};

// ---- the table -----------------------------------------------------------------------------------------------------

const TypeSpec exception_specs[EXCEPTION_COUNT] = {
#define EXCEPTION_TYPE(type, base, documentation)                                                                                 \
    [EXCEPTION_##type].name = #type, [EXCEPTION_##type].layout = LAYOUT_EXCEPTION, [EXCEPTION_##type].size = sizeof(Exception),    \
    [EXCEPTION_##type].flags = TYPE_EXCEPTION | TYPE_HAS_DICT, [EXCEPTION_##type].doc = TYPE_DOC(documentation),
#include "runtime/exceptions.def"
#undef EXCEPTION_TYPE
    [EXCEPTION_BaseException].slots = SLOTS(SLOT(repr, exception_repr), SLOT(str, exception_str), SLOT(construct, exception_construct), SLOT(initialize, exception_initialize),
                                            SLOT(trace, exception_trace)),
    [EXCEPTION_BaseException].methods = exception_methods, [EXCEPTION_BaseException].getset = exception_getset,

    [EXCEPTION_StopIteration].slots = SLOTS(SLOT(initialize, stop_iteration_initialize)), [EXCEPTION_StopIteration].getset = stop_iteration_getset,
    [EXCEPTION_SystemExit].slots = SLOTS(SLOT(initialize, system_exit_initialize)), [EXCEPTION_SystemExit].getset = system_exit_getset,
    [EXCEPTION_AttributeError].slots = SLOTS(SLOT(initialize, attribute_error_initialize)),
    [EXCEPTION_AttributeError].getset = attribute_error_getset, [EXCEPTION_AttributeError].methods = attribute_error_methods,
    [EXCEPTION_NameError].slots = SLOTS(SLOT(initialize, name_error_initialize)), [EXCEPTION_NameError].getset = name_error_getset,
    [EXCEPTION_ImportError].slots = SLOTS(SLOT(initialize, import_error_initialize), SLOT(str, import_error_str)),
    [EXCEPTION_ImportError].getset = import_error_getset, [EXCEPTION_ImportError].methods = import_error_methods,
    [EXCEPTION_KeyError].slots = SLOTS(SLOT(str, key_error_str)),
    [EXCEPTION_OSError].slots = SLOTS(SLOT(construct, os_error_construct), SLOT(initialize, os_error_initialize), SLOT(str, os_error_str)),
    [EXCEPTION_OSError].getset = os_error_getset, [EXCEPTION_OSError].methods = os_error_methods,
    [EXCEPTION_SyntaxError].slots = SLOTS(SLOT(initialize, syntax_error_initialize), SLOT(str, syntax_error_str)),
    [EXCEPTION_SyntaxError].getset = syntax_error_getset,
    [EXCEPTION_UnicodeDecodeError].slots = SLOTS(SLOT(initialize, unicode_decode_error_initialize), SLOT(str, unicode_decode_error_str)),
    [EXCEPTION_UnicodeDecodeError].getset = unicode_error_getset,
    [EXCEPTION_UnicodeEncodeError].slots = SLOTS(SLOT(initialize, unicode_encode_error_initialize), SLOT(str, unicode_encode_error_str)),
    [EXCEPTION_UnicodeEncodeError].getset = unicode_error_getset,
    [EXCEPTION_UnicodeTranslateError].slots = SLOTS(SLOT(initialize, unicode_translate_error_initialize), SLOT(str, unicode_translate_error_str)),
    [EXCEPTION_UnicodeTranslateError].getset = unicode_error_getset,

    [EXCEPTION_BaseExceptionGroup].slots = SLOTS(SLOT(construct, group_construct), SLOT(str, group_str)),
    [EXCEPTION_BaseExceptionGroup].methods = group_methods, [EXCEPTION_BaseExceptionGroup].getset = group_getset,
};
