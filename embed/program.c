#include "embed/program.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/int.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"

enum { ROOM_TO_REPORT = 512 * 1024 }; // bytes beyond the limit, for a last traceback

static bool set(VM *vm, Dict *space, const char *name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern(vm, name, strlen(name));
    return key && dict_set_str(vm, space, key, value);
}

Value program_main_module(VM *vm, Value file, Value package) {
    Value main = module_new(vm, vm->names.__main__), builtins = main == VALUE_ERROR ? VALUE_ERROR : import_module(vm, vm->names.builtins);
    Dict *annotations = builtins == VALUE_ERROR ? NULL : dict_new(vm);
    if (!annotations) return VALUE_ERROR;
    Dict *space = ((Module *)as_object(main))->dict;
    bool good = set(vm, space, "__package__", package) && set(vm, space, "__annotations__", from_object(annotations)) && set(vm, space, "__builtins__", builtins);
    if (good && file != VALUE_NONE) good = set(vm, space, "__file__", file) && set(vm, space, "__cached__", VALUE_NONE);
    return good && dict_set_str(vm, vm->modules, vm->names.__main__, main) ? main : VALUE_ERROR;
}

Value program_run(VM *vm, Value main, Code *code) {
    ROOT_SCOPE(vm);
    root_push(vm, main), root_push(vm, from_object(code));
    Dict *space = ((Module *)as_object(main))->dict;
    space->flags |= DICT_UNSHARED;
    Value result = run_code(vm, code, space, VALUE_UNBOUND, VALUE_NONE);
    dict_share(space);
    ROOT_END(vm);
    return result;
}

// SystemExit: None is 0, an int itself, anything else is shown and is 1. The exception is cleared.
static int exit_status(VM *vm) {
    Value exception = error_take(vm), code = as_exception(exception)->fields[SYSTEM_EXIT_CODE];
    if (code == VALUE_NONE || code == VALUE_UNBOUND) return 0;
    if (is_int(code)) {
        int64_t status;
        if (int_to_int64(code, &status)) return (int)(status & 0xff);
        static const char complaint[] = "OverflowError: Python int too large to convert to C long\n";
        if (!sys_flush_streams(vm)) error_clear(vm);
        sys_write_error(vm, complaint, sizeof complaint - 1);
        return 0xff;
    }
    ROOT_SCOPE(vm);
    root_push(vm, exception);
    Value text = op_str(vm, code);
    if (text == VALUE_ERROR) {
        error_clear(vm);
    } else {
        root_push(vm, text);
        if (!sys_flush_streams(vm)) error_clear(vm);
        sys_write_error(vm, as_str(text)->text, as_str(text)->size);
        sys_write_error(vm, "\n", 1);
    }
    ROOT_END(vm);
    return PROGRAM_EXIT_ERROR;
}

static int status_of_exception(VM *vm) {
    if (!error_is_set(vm)) return 0;
    if (error_matches(vm, vm->types.SystemExit)) return exit_status(vm);
    bool interrupted = error_matches(vm, vm->types.KeyboardInterrupt), quiet = error_matches(vm, vm->types.BrokenPipeError);
    if (quiet) { // nobody reads any more: not worth a traceback
        error_clear(vm);
    } else {
        if (vm->heap->config.limit) vm->heap->config.limit += ROOM_TO_REPORT; // what holds the memory is alive still
        Value exception = error_take(vm); // standard output first, as it was written first
        if (!sys_flush_streams(vm)) error_clear(vm);
        raise_value(vm, exception);
        sys_report_uncaught(vm);
    }
    return interrupted ? PROGRAM_EXIT_INTERRUPTED : PROGRAM_EXIT_ERROR;
}

int program_finish(VM *vm) {
    int status = status_of_exception(vm);
    vm_finish(vm);
    return vm->is_stopped && !status ? PROGRAM_EXIT_ERROR : status; // a limit was hit at the end: by a finaliser
}
