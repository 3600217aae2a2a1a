// typhon.h: exceptions as the host sees them, and raising its own.
#include "embed/api.h"
#include "base/utf8.h"
#include "runtime/builtins.h"
#include "runtime/type.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/traceback.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typhon_status api_fail(typhon_vm *vm) {
    if (!error_is_set(vm->vm)) {
        if (vm->waiting != VALUE_UNBOUND) return TYPHON_ERROR;
        raise_error(vm->vm, vm->vm->types.SystemError, "an invalid value was given to the library");
    }
    vm->waiting = error_take(vm->vm);
    vm->findings.are_latest = false;
    return TYPHON_ERROR;
}

void typhon_clear_error(typhon_vm *vm) {
    vm->waiting = VALUE_UNBOUND;
    api_findings_clear(vm);
}

// ---- reading -----------------------------------------------------------------------------------------------------

static const char *copied(typhon_vm *vm, const Str *text) { return arena_copy(&vm->error_arena, text->text, text->size); }

// str(exception), which a script's __str__ may make; that failing is not the host's concern: VALUE_NONE.
static Value message_of(typhon_vm *vm, Value exception) {
    Value text = op_str(vm->vm, exception);
    if (text != VALUE_ERROR) return text;
    error_clear(vm->vm);
    return VALUE_NONE;
}

// The module of its type, where that is to be named; else VALUE_NONE.
static Value module_of(typhon_vm *vm, Value exception) {
    Value module = get_attribute_or(vm->vm, from_object(value_type(vm->vm, exception)), vm->vm->names.__module__, VALUE_NONE);
    if (module == VALUE_ERROR) error_clear(vm->vm);
    if (module == VALUE_ERROR || !is_str(module)) return VALUE_NONE;
    return str_equals_cstring(as_str(module), "builtins") || str_equals_cstring(as_str(module), "__main__") ? VALUE_NONE : module;
}

static const char *type_of(typhon_vm *vm, Value exception, Value module) {
    const Type *type = value_type(vm->vm, exception);
    const char *name = copied(vm, type->qualname ? type->qualname : type->name);
    return module == VALUE_NONE ? name : arena_printf(&vm->error_arena, "%s.%s", as_str(module)->text, name);
}

static void add_frames(typhon_vm *vm, Value exception, typhon_error *error) {
    size_t count = 0;
    for (Value at = as_exception(exception)->traceback; at != VALUE_NONE; at = ((const Traceback *)as_object(at))->next) count++;
    typhon_frame *frames = arena_array(&vm->error_arena, typhon_frame, count + 1);
    error->frames = frames, error->frame_count = count;
    for (Value at = as_exception(exception)->traceback; at != VALUE_NONE; at = ((const Traceback *)as_object(at))->next) {
        const Traceback *traceback = (const Traceback *)as_object(at);
        *frames++ = (typhon_frame){copied(vm, traceback->code->filename), copied(vm, traceback->code->name), traceback_line(traceback)};
    }
}

// Into the arena. No script runs from here on: a host function that it calls may ask for an error, too.
static void fill_in(typhon_vm *vm, Value exception, Value module, Value message, typhon_error *error) {
    arena_reset(&vm->error_arena);
    if (setjmp(vm->error_out_of_memory)) { // the host's memory
        *error = (typhon_error){"MemoryError", "", NULL, 0, error->value};
        return;
    }
    error->type = type_of(vm, exception, module);
    error->message = message == VALUE_NONE ? "<exception str() failed>" : copied(vm, as_str(message));
    add_frames(vm, exception, error);
}

bool typhon_get_error(typhon_vm *vm, typhon_error *error) {
    Value exception = vm->waiting;
    *error = (typhon_error){"", "", NULL, 0, {0, 0}};
    if (exception == VALUE_UNBOUND) return false;
    error->value = api_give(vm, exception);
    if (exception == VALUE_NONE) error->type = "MemoryError"; // there was not even room for one
    if (exception == VALUE_NONE) return true;
    api_enter_asleep(vm); // (it is awake)
    ROOT_SCOPE(vm->vm);
    Value module = module_of(vm, exception);
    root_push(vm->vm, module);
    Value message = message_of(vm, exception);
    root_push(vm->vm, message);
    api_leave(vm);
    fill_in(vm, exception, module, message, error);
    ROOT_END(vm->vm);
    return true;
}

static char *traceback_text(typhon_vm *vm, Value exception) {
    if (exception == VALUE_NONE) return strdup("MemoryError");
    StrBuilder builder;
    str_builder_init(&builder, vm->vm);
    api_enter_asleep(vm); // (it is awake)
    exception_format(vm->vm, exception, &builder);
    if (error_is_set(vm->vm)) error_clear(vm->vm);
    Value text = str_builder_finish(&builder);
    if (text == VALUE_ERROR) error_clear(vm->vm);
    api_leave(vm);
    return strdup(text == VALUE_ERROR ? type_name_of(vm->vm, exception) : as_str(text)->text);
}

const char *typhon_problem(typhon_vm *vm) {
    Value exception = vm->waiting;
    if (vm->findings.text && vm->findings.has_errors && vm->findings.are_latest) return vm->findings.text;
    char *text = exception == VALUE_UNBOUND ? NULL : traceback_text(vm, exception);
    free(vm->problem); // only now: a host function of a __str__ may have asked, too
    vm->problem = text;
    return text ? text : "";
}

// ---- raising -----------------------------------------------------------------------------------------------------

// "ValueError", or "module.Name" of an imported module.
static Value find_exception(typhon_vm *host, const char *name) {
    VM *vm = host->vm;
    const char *dot = strrchr(name, '.');
    Str *last = api_name(host, dot ? dot + 1 : name, strlen(dot ? dot + 1 : name));
    if (!last) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(last));
    Value found = VALUE_UNBOUND;
    if (!dot) {
        found = builtins_find(vm, last);
    } else {
        Str *module_name = api_name(host, name, (size_t)(dot - name));
        Value module = module_name ? dict_get_str(vm, vm->modules, module_name) : VALUE_ERROR;
        if (module == VALUE_ERROR) found = VALUE_ERROR;
        else if (is_module(module)) found = dict_get_str(vm, ((Module *)as_object(module))->dict, last);
    }
    ROOT_END(vm);
    return found;
}

typhon_status typhon_raise(typhon_vm *vm, const char *type, const char *format, ...) {
    char buffer[1024], *text = buffer;
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(buffer, sizeof buffer, format, arguments);
    va_end(arguments);
    if (size < 0) *buffer = '\0';
    if (size >= (int)sizeof buffer && (text = malloc((size_t)size + 1))) {
        va_start(arguments, format);
        vsnprintf(text, (size_t)size + 1, format, arguments);
        va_end(arguments);
    }
    if (!text) text = buffer; // cut off
    for (size_t at = 0, end = strlen(text); (at += utf8_validate(text + at, end - at, NULL)) != end;) text[at++] = '?';
    if (!api_enter(vm)) {
        if (text != buffer) free(text);
        return api_fail(vm);
    }
    Value found = find_exception(vm, type);
    if (found == VALUE_ERROR) {
        // MemoryError or ValueError is set
    } else if (!is_type(found) || !(as_type(found)->flags & TYPE_EXCEPTION)) {
        raise_error(vm->vm, vm->vm->types.SystemError, "typhon_raise: there is no exception '%s' (%s)", type, text);
    } else {
        raise_error(vm->vm, as_type(found), "%s", text);
    }
    api_leave(vm);
    if (text != buffer) free(text);
    return api_fail(vm);
}

typhon_status typhon_raise_value(typhon_vm *vm, typhon_value exception) {
    API_TAKE(vm, value, exception);
    if (!api_enter(vm)) return api_fail(vm);
    raise_statement(vm->vm, value, VALUE_UNBOUND);
    api_leave(vm);
    return api_fail(vm);
}
