// Raising: the exception being raised is vm->exception until a handler or a native takes it.
#include "runtime/frame.h"
#include "runtime/objects/module.h"
#include "runtime/objects/exception_private.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <errno.h>

// ---- the exception that is set -------------------------------------------------------------------------------------

// The exception being handled becomes the context of a new one. A chain must not come back to where it began: a link to the
// new exception further down is cut (data model: `__context__`).
static void set_context(VM *vm, Exception *exception) {
    Value handled = vm->handled;
    if (!is_exception(handled) || as_exception(handled) == exception) return;
    Exception *at = as_exception(handled), *slow = at;
    for (bool step = false; is_exception(at->context); step = !step) {
        if (as_exception(at->context) == exception) {
            at->context = VALUE_NONE;
            break;
        }
        at = as_exception(at->context);
        if (at == slow) break; // a ring made by a script
        if (step) slow = as_exception(slow->context);
    }
    gc_store(vm, exception, &exception->context, handled);
}

Value raise_value(VM *vm, Value exception) {
    set_context(vm, as_exception(exception));
    vm->exception = exception;
    return VALUE_ERROR;
}

bool error_matches(const VM *vm, const Type *type) {
    return is_object(vm->exception) && type_is_subtype(as_object(vm->exception)->shape->type, type);
}
void error_clear(VM *vm) { vm->exception = VALUE_UNBOUND; }
Value error_take(VM *vm) {
    Value exception = vm->exception;
    vm->exception = VALUE_UNBOUND;
    return exception;
}

// ---- raising with a message ----------------------------------------------------------------------------------------

// Raises an instance of `type` made of one message; VALUE_ERROR as message: something was raised already.
static Value raise_message(VM *vm, Type *type, Value message) {
    if (message == VALUE_ERROR) return VALUE_ERROR;
    Value exception = exception_new(vm, type, &message, 1);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

#define RAISE_FORMATTED(type)                                                                                                    \
    if (!vm_wake(vm)) return VALUE_ERROR;                                                                                        \
    va_list arguments;                                                                                                           \
    va_start(arguments, format);                                                                                                 \
    Value message = str_from_vformat(vm, format, arguments);                                                                     \
    va_end(arguments);                                                                                                           \
    return raise_message(vm, type, message)

Value raise_error(VM *vm, Type *type, const char *format, ...) { RAISE_FORMATTED(type); }
Value raise_type_error(VM *vm, const char *format, ...) { RAISE_FORMATTED(vm->types.TypeError); }
Value raise_value_error(VM *vm, const char *format, ...) { RAISE_FORMATTED(vm->types.ValueError); }
Value raise_index_error(VM *vm, const char *format, ...) { RAISE_FORMATTED(vm->types.IndexError); }
Value raise_overflow_error(VM *vm, const char *format, ...) { RAISE_FORMATTED(vm->types.OverflowError); }

Value raise_key_error(VM *vm, Value key) { return raise_message(vm, vm->types.KeyError, key); }

// A fresh one where there is room for it; else the one kept for this.
Value raise_memory_error(VM *vm) {
    Exception *exception = vm->types.MemoryError && vm->types.MemoryError->mro && vm->empty_tuple ? heap_alloc(vm->heap, sizeof *exception) : NULL;
    if (exception) {
        exception->head.shape = vm->types.MemoryError->root_shape;
        exception_clear(exception, vm->empty_tuple);
        return raise_value(vm, from_object(exception));
    }
    if (!is_exception(vm->memory_error)) { // the VM is just being made
        vm->exception = VALUE_NONE;
        return VALUE_ERROR;
    }
    exception = as_exception(vm->memory_error);
    exception->cause = exception->context = exception->traceback = VALUE_NONE;
    exception->suppress_context = 0;
    return raise_value(vm, vm->memory_error);
}

Value raise_stop_iteration(VM *vm, Value value) {
    Value args = value == VALUE_NONE ? vm->empty_tuple : tuple_pack(vm, 1, value);
    Exception *exception = args == VALUE_ERROR ? NULL : exception_alloc(vm, vm->types.StopIteration, args);
    if (!exception) return VALUE_ERROR;
    exception->fields[STOP_ITERATION_VALUE] = value;
    return raise_value(vm, from_object(exception));
}

bool c_stack_exhausted_in(VM *vm, const char *doing) {
    if ((char *)__builtin_frame_address(0) > vm->c_stack_limit) return false;
    raise_error(vm, vm->types.RecursionError, "maximum recursion depth exceeded%s", doing);
    return true;
}
bool c_stack_exhausted(VM *vm) { return c_stack_exhausted_in(vm, ""); }

// ---- errors with fields --------------------------------------------------------------------------------------------

// The exception just raised by `raise_message`, or NULL when raising it failed (then another one is set).
static Exception *raised(VM *vm, const Type *type) {
    return is_object(vm->exception) && as_object(vm->exception)->shape->type == type ? as_exception(vm->exception) : NULL;
}

Value raise_attribute_error_with(VM *vm, Value object, Str *name, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value message = str_from_vformat(vm, format, arguments);
    va_end(arguments);
    raise_message(vm, vm->types.AttributeError, message);
    Exception *exception = raised(vm, vm->types.AttributeError);
    if (exception && message != VALUE_ERROR) {
        gc_store(vm, exception, &exception->fields[ATTRIBUTE_ERROR_NAME], from_object(name));
        gc_store(vm, exception, &exception->fields[ATTRIBUTE_ERROR_OBJECT], object);
    }
    return VALUE_ERROR;
}

void attribute_error_complete(VM *vm, Value object, Str *name) {
    if (!error_matches(vm, vm->types.AttributeError)) return;
    Exception *exception = as_exception(vm->exception);
    if (exception->fields[ATTRIBUTE_ERROR_NAME] != VALUE_UNBOUND || exception->fields[ATTRIBUTE_ERROR_OBJECT] != VALUE_UNBOUND) return;
    gc_store(vm, exception, &exception->fields[ATTRIBUTE_ERROR_NAME], from_object(name));
    gc_store(vm, exception, &exception->fields[ATTRIBUTE_ERROR_OBJECT], object);
}

// A dict of the locals of the running frame that are bound, for "Did you mean"; VALUE_UNBOUND when there is no memory for it.
static Value running_locals(VM *vm) {
    if (!vm->frame || vm->frame < vm->frames || vm->frame->code->flags & UNIT_NAMESPACE) return VALUE_UNBOUND;
    Frame *frame = vm->frame;
    Dict *locals = dict_new(vm);
    bool good = locals != NULL;
    for (uint32_t i = 0; good && i < frame->code->local_count; i++) {
        Str *name = frame->code->local_names[i];
        Value value = frame->registers[i];
        if (is_layout(value, LAYOUT_CELL)) value = ((Cell *)as_object(value))->content;
        if (!name || !name->size || name->text[0] == '.' || value == VALUE_UNBOUND || !value) continue;
        good = dict_set_str(vm, locals, name, value);
    }
    for (uint32_t i = 0; good && i < frame->code->free_count; i++) {
        Value value = frame->function->cells[i]->content;
        if (value != VALUE_UNBOUND) good = dict_set_str(vm, locals, frame->code->free_names[i], value);
    }
    if (good) return from_object(locals);
    error_clear(vm);
    return VALUE_UNBOUND;
}

Value raise_name_error(VM *vm, Type *type, Str *name, const char *format, ...) {
    Value locals = type == vm->types.NameError ? running_locals(vm) : VALUE_UNBOUND;
    va_list arguments;
    va_start(arguments, format);
    Value message = str_from_vformat(vm, format, arguments);
    va_end(arguments);
    raise_message(vm, type, message);
    Exception *exception = raised(vm, vm->types.NameError); // CPython gives UnboundLocalError no name
    if (exception && message != VALUE_ERROR) {
        gc_store(vm, exception, &exception->fields[NAME_ERROR_NAME], from_object(name));
        gc_store(vm, exception, &exception->fields[NAME_ERROR_LOCALS], locals);
    }
    return VALUE_ERROR;
}

Value raise_import_error(VM *vm, Type *type, Value name, Value path, Value name_from, const char *format, ...) {
    if (!(type = type_complete(vm, type))) return VALUE_ERROR;
    va_list arguments;
    va_start(arguments, format);
    Value message = str_from_vformat(vm, format, arguments);
    va_end(arguments);
    raise_message(vm, type, message);
    Exception *exception = raised(vm, type);
    if (exception && message != VALUE_ERROR) {
        gc_store(vm, exception, &exception->fields[IMPORT_ERROR_NAME], name);
        gc_store(vm, exception, &exception->fields[IMPORT_ERROR_PATH], path);
        gc_store(vm, exception, &exception->fields[IMPORT_ERROR_NAME_FROM], name_from);
    }
    return VALUE_ERROR;
}

Value raise_os_error(VM *vm, int error_number, const char *path) {
    Value parts[3] = {from_small_int(error_number), str_from_cstring(vm, strerror(error_number)), VALUE_NONE};
    if (parts[1] == VALUE_ERROR) return VALUE_ERROR;
    if (path && (parts[2] = str_from_cstring(vm, path)) == VALUE_ERROR) return VALUE_ERROR;
    Value exception = exception_new(vm, vm->types.OSError, parts, path ? 3 : 2);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

static Value raise_unicode_error(VM *vm, Type *type, const char *encoding, Value object, size_t start, size_t end, const char *reason) {
    Value parts[5] = {str_from_cstring(vm, encoding), object, from_small_int((int64_t)start), from_small_int((int64_t)end), str_from_cstring(vm, reason)};
    if (parts[0] == VALUE_ERROR || parts[4] == VALUE_ERROR) return VALUE_ERROR;
    Value exception = exception_new(vm, type, parts, 5);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}
Value raise_unicode_decode_error(VM *vm, const char *encoding, Value bytes, size_t start, size_t end, const char *reason) {
    return raise_unicode_error(vm, vm->types.UnicodeDecodeError, encoding, bytes, start, end, reason);
}
Value raise_unicode_encode_error(VM *vm, const char *encoding, Value str, size_t start, size_t end, const char *reason) {
    return raise_unicode_error(vm, vm->types.UnicodeEncodeError, encoding, str, start, end, reason);
}

Value raise_syntax_error(VM *vm, Type *type, const char *message, Value filename, uint32_t line, uint32_t column, uint32_t end_line, uint32_t end_column, Value text) {
    Value where = tuple_pack(vm, 6, filename, from_small_int(line), from_small_int(column), text, from_small_int(end_line), end_column == SYNTAX_NO_COLUMN ? VALUE_NONE : from_small_int(end_column == UINT32_MAX ? -1 : (int64_t)end_column));
    Value parts[2] = {str_from_cstring(vm, message), where};
    if (where == VALUE_ERROR || parts[0] == VALUE_ERROR) return VALUE_ERROR;
    Value exception = exception_new(vm, type, parts, 2);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

// ---- raise, except ---------------------------------------------------------------------------------------------------

static bool is_exception_class(Value v) { return is_type(v) && as_type(v)->flags & TYPE_EXCEPTION; }

// The instance that a class or an instance stands for in a raise statement.
static Value instance_to_raise(VM *vm, Value value, const char *complaint) {
    if (is_exception(value)) return value;
    if (!is_exception_class(value)) return raise_type_error(vm, "%s", complaint);
    Value exception = call_value(vm, value, NULL, 0);
    if (exception == VALUE_ERROR || is_exception(exception)) return exception;
    return raise_type_error(vm, "calling %R should have returned an instance of BaseException, not %R", value, from_object(value_type(vm, exception)));
}

Value raise_statement(VM *vm, Value value, Value cause) {
    Value exception = instance_to_raise(vm, value, "exceptions must derive from BaseException");
    if (exception == VALUE_ERROR) return VALUE_ERROR;
    if (cause != VALUE_UNBOUND) {
        ROOT_SCOPE(vm);
        root_push(vm, exception);
        if (cause != VALUE_NONE) cause = instance_to_raise(vm, cause, "exception causes must derive from BaseException");
        ROOT_END(vm);
        if (cause == VALUE_ERROR) return VALUE_ERROR;
        gc_store(vm, as_exception(exception), &as_exception(exception)->cause, cause);
        as_exception(exception)->suppress_context = 1;
    }
    return raise_value(vm, exception);
}

int exception_matches(VM *vm, Value exception, Value types) {
    const Value *items = &types;
    size_t count = 1;
    if (is_tuple(types)) items = as_tuple(types)->items, count = as_tuple(types)->count;
    for (size_t i = 0; i < count; i++)
        if (!is_exception_class(items[i])) return raise_type_error(vm, "catching classes that do not inherit from BaseException is not allowed"), -1;
    for (size_t i = 0; i < count; i++)
        if (type_is_subtype(value_type(vm, exception), as_type(items[i]))) return 1;
    return 0;
}

// ---- warnings ------------------------------------------------------------------------------------------------------

static bool call_warnings(VM *vm, const char *function_name, Value *args, uint32_t count) {
    ROOT_SCOPE(vm);
    for (uint32_t i = 0; i < count; i++) root_push(vm, args[i]);
    Str *module_name = str_intern(vm, "warnings", 8), *name = module_name ? str_intern(vm, function_name, strlen(function_name)) : NULL;
    Value module = name ? import_module(vm, module_name) : VALUE_ERROR;
    Value function = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    Value done = function == VALUE_ERROR ? VALUE_ERROR : call_value(vm, function, args, count);
    ROOT_END(vm);
    return done != VALUE_ERROR;
}

bool warn(VM *vm, Type *category, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value text = str_from_vformat(vm, format, arguments);
    va_end(arguments);
    if (text == VALUE_ERROR || !(category = type_complete(vm, category))) return false;
    return call_warnings(vm, "warn", (Value[]){text, from_object(category)}, 2);
}

bool warn_at(VM *vm, Type *category, Value text, Value filename, uint32_t line) {
    return (category = type_complete(vm, category)) && call_warnings(vm, "warn_explicit", (Value[]){text, from_object(category), filename, from_small_int(line)}, 4);
}
