// sys: the module, its streams and its functions.
#include "runtime/modules/sys.h"
#include "runtime/frame.h"
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/import.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/traceback.h"
#include "runtime/objects/file.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"
#include "runtime/thread.h"
#include "runtime/trace.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool sys_set(VM *vm, Dict *space, const char *name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern(vm, name, strlen(name));
    return key && dict_set_str(vm, space, key, value);
}
bool sys_set_text(VM *vm, Dict *space, const char *name, const char *text) { return sys_set(vm, space, name, str_from_cstring(vm, text)); }

// ---- streams -----------------------------------------------------------------------------------------------------

// What sys has under this name at this moment; VALUE_UNBOUND when sys was never imported or has no such name.
Value sys_value(VM *vm, Str *name) {
    if (!vm->system || !is_module(vm->system->module)) return VALUE_UNBOUND;
    return dict_get_str(vm, ((Module *)as_object(vm->system->module))->dict, name);
}

static bool flush_stream(VM *vm, Value stream) {
    if (is_file(stream)) return ((File *)as_object(stream))->stream->descriptor < 0 || file_flush(vm, (File *)as_object(stream));
    if (!is_object(stream)) return true;
    Value flush = get_attribute_or(vm, stream, vm->names.flush, VALUE_UNBOUND);
    return flush == VALUE_UNBOUND || (flush != VALUE_ERROR && call_value(vm, flush, NULL, 0) != VALUE_ERROR);
}

bool sys_flush_streams(VM *vm) {
    if (!vm->system) return true;
    Value streams[] = {sys_value(vm, vm->names.stdout), vm->system->stdout_stream, sys_value(vm, vm->names.stderr), vm->system->stderr_stream};
    Value failure = VALUE_UNBOUND;
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
        if (!flush_stream(vm, streams[i])) failure = failure == VALUE_UNBOUND ? error_take(vm) : (error_clear(vm), failure);
    return failure == VALUE_UNBOUND || raise_value(vm, failure) != VALUE_ERROR;
}

void sys_flush_own_streams(VM *vm) {
    if (!vm->system) return;
    const Value streams[] = {vm->system->stdout_stream, vm->system->stderr_stream};
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++)
        if (is_file(streams[i]) && !file_flush(vm, (File *)as_object(streams[i]))) error_clear(vm);
}

static bool write_stream(VM *vm, Value stream, Value text) {
    return call_method(vm, stream, vm->names.write, &text, 1) != VALUE_ERROR;
}

// To the file, or where there is none to the descriptor, or the host.
static bool put_error(VM *vm, File *file, const char *text, size_t size) {
    if (file) return file_write_text(vm, file, text, size);
    if (vm->config.host) return vm->config.host->output(vm->config.host, STDERR_FILENO, text, size), true;
    if (!grants_has(vm, GRANT_STDOUT)) return false;
    while (size) {
        ssize_t done = write(STDERR_FILENO, text, size);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        text += done, size -= (size_t)done;
    }
    return true;
}

// Lone surrogates, which UTF-8 has no bytes for, as "\ud800": what stderr does by its error handler.
static bool write_escaped(VM *vm, File *file, const char *text, size_t size) {
    const char *end = text + size, *from = text;
    for (const char *at = text; (at = memchr(at, 0xED, (size_t)(end - at))); at++) {
        if (end - at < 3 || (unsigned char)at[1] < 0xA0) continue;
        char escape[8];
        int length = snprintf(escape, sizeof escape, "\\ud%x%02x", (unsigned)(at[1] >> 2 & 0xF), (unsigned)((at[1] & 3) << 6 | (at[2] & 0x3F)));
        if (!put_error(vm, file, from, (size_t)(at - from)) || !put_error(vm, file, escape, (size_t)length)) return false;
        from = at + 3;
    }
    return put_error(vm, file, from, (size_t)(end - from));
}

void sys_write_error(VM *vm, const char *text, size_t size) {
    Value stream = sys_value(vm, vm->names.stderr);
    if (vm->is_stopped && !is_file(stream)) stream = VALUE_UNBOUND; // nothing of the script's writes any more
    if (is_file(stream)) {
        ROOT_SCOPE(vm);
        root_push(vm, stream); // other threads may set sys.stderr
        bool is_memory_short = !write_escaped(vm, (File *)as_object(stream), text, size) && error_matches(vm, vm->types.MemoryError);
        if (error_is_set(vm) || !file_flush(vm, (File *)as_object(stream))) error_clear(vm);
        ROOT_END(vm);
        if (!is_memory_short) return;
        stream = VALUE_UNBOUND; // without a buffer, then
    }
    if (stream == VALUE_NONE) return;
    if (stream == VALUE_UNBOUND) {
        write_escaped(vm, NULL, text, size);
        return;
    }
    ROOT_SCOPE(vm);
    root_push(vm, stream);
    Value string = str_new(vm, text, size);
    if (string == VALUE_ERROR || !write_stream(vm, stream, string) || !flush_stream(vm, stream)) error_clear(vm);
    ROOT_END(vm);
}

// "Exception ignored in: <object>" (or what `heading` says), and the traceback.
static void report(VM *vm, Value exception, const char *heading, Value object) {
    ROOT_SCOPE(vm);
    root_push(vm, exception), root_push(vm, object);
    StrBuilder b;
    str_builder_init(&b, vm);
    if (heading) {
        Value shown = op_repr(vm, object);
        if (shown == VALUE_ERROR) error_clear(vm);
        str_builder_add_cstring(&b, heading);
        str_builder_add_cstring(&b, shown == VALUE_ERROR ? "<object repr() failed>" : as_str(shown)->text);
        str_builder_add(&b, "\n", 1);
    }
    exception_format_chained(vm, exception, &b, !heading);
    if (error_is_set(vm)) error_clear(vm);
    Value text = str_builder_finish(&b);
    if (text == VALUE_ERROR) { // no memory: at least its name
        error_clear(vm);
        const char *name = type_name_of(vm, exception);
        if (!put_error(vm, NULL, name, strlen(name)) || !put_error(vm, NULL, "\n", 1)) return ROOT_END(vm);
    } else {
        root_push(vm, text), sys_write_error(vm, as_str(text)->text, as_str(text)->size);
    }
    ROOT_END(vm);
}

// message: None ("Exception ignored in") or a str.
static void report_ignored(VM *vm, Value exception, Value message, Value object) {
    Value heading = is_str(message) ? str_from_format(vm, "%s: ", as_str(message)->text) : VALUE_NONE;
    if (heading == VALUE_ERROR) error_clear(vm);
    ROOT_SCOPE(vm);
    root_push(vm, heading == VALUE_ERROR ? VALUE_NONE : heading);
    report(vm, exception, is_str(heading) ? as_str(heading)->text : "Exception ignored in: ", object);
    ROOT_END(vm);
}

void sys_report_unraisable_as(VM *vm, const char *message, Value object) {
    if (!error_is_set(vm)) return;
    Value exception = error_take(vm), text = VALUE_NONE;
    ROOT_SCOPE(vm);
    root_push(vm, exception), root_push(vm, object);
    if (message && (text = str_from_cstring(vm, message)) == VALUE_ERROR) error_clear(vm), text = VALUE_NONE;
    root_push(vm, text);
    if (!sys_call_unraisable_hook(vm, exception, text, object)) {
        Str *name = error_is_set(vm) ? str_intern(vm, "unraisablehook", 14) : NULL;
        if (error_is_set(vm)) {
            Value hook = name ? sys_value(vm, name) : VALUE_UNBOUND;
            report(vm, error_take(vm), "Exception ignored in sys.unraisablehook: ", hook == VALUE_UNBOUND ? VALUE_NONE : hook);
        } else {
            report_ignored(vm, exception, text, object);
        }
    }
    ROOT_END(vm);
}
void sys_report_unraisable(VM *vm, Value object) { sys_report_unraisable_as(vm, NULL, object); }

static Value traceback_of(Value exception) { return is_exception(exception) ? as_exception(exception)->traceback : VALUE_NONE; }

void sys_report_uncaught(VM *vm) {
    if (!error_is_set(vm)) return;
    Value exception = error_take(vm), hook = VALUE_UNBOUND, original = VALUE_UNBOUND;
    Str *name = str_intern(vm, "excepthook", 10), *original_name = str_intern(vm, "__excepthook__", 14);
    if (name && original_name) hook = sys_value(vm, name), original = sys_value(vm, original_name);
    if (error_is_set(vm)) error_clear(vm);
    ROOT_SCOPE(vm);
    root_push(vm, exception);
    if (hook == VALUE_UNBOUND || hook == original || vm->is_stopped) {
        if (hook == VALUE_UNBOUND && original != VALUE_UNBOUND) sys_write_error(vm, "sys.excepthook is missing\n", 26);
        report(vm, exception, NULL, VALUE_NONE);
    } else {
        Value args[] = {from_object(value_type(vm, exception)), exception, traceback_of(exception)};
        if (call_value(vm, hook, args, 3) == VALUE_ERROR) {
            Value inner = error_take(vm);
            root_push(vm, inner);
            sys_write_error(vm, "Error in sys.excepthook:\n", 25);
            report(vm, inner, NULL, VALUE_NONE);
            sys_write_error(vm, "\nOriginal exception was:\n", 25);
            report(vm, exception, NULL, VALUE_NONE);
        }
    }
    ROOT_END(vm);
}

// The file over a standard descriptor; None where the process has none. A host has output only, and gets it line by line.
static Value standard_stream(VM *vm, int descriptor, const char *name) {
    errno = 0;
    bool is_hosted = vm->config.host, terminal = !is_hosted && isatty(descriptor);
    if (is_hosted ? descriptor == STDIN_FILENO : !terminal && errno == EBADF) return VALUE_NONE;
    bool by_line = is_hosted || terminal || descriptor == STDERR_FILENO;
    Value file = file_from_descriptor(vm, is_hosted ? DESCRIPTOR_HOST + descriptor : descriptor, name, descriptor == STDIN_FILENO ? "r" : "w", by_line);
    if (file != VALUE_ERROR && descriptor == STDERR_FILENO) {
        Value errors = str_from_cstring(vm, "backslashreplace");
        if (errors == VALUE_ERROR) return VALUE_ERROR;
        ((File *)as_object(file))->errors = errors;
    }
    return file;
}

// vm->system, with the streams.
static bool open_system(VM *vm) {
    if (vm->system) return true;
    SystemState state = {.module = VALUE_NONE, .profile = VALUE_NONE, .trace = VALUE_NONE, .hooks_type = VALUE_NONE, .unraisable_type = VALUE_NONE,
                         .recursion_limit = vm->recursion_limit, .switch_interval = 0.005, .first_text_digits = vm->int_max_text_digits};
    if ((state.stdin_stream = standard_stream(vm, STDIN_FILENO, "<stdin>")) == VALUE_ERROR) return false;
    if ((state.stdout_stream = standard_stream(vm, STDOUT_FILENO, "<stdout>")) == VALUE_ERROR) return false;
    if ((state.stderr_stream = standard_stream(vm, STDERR_FILENO, "<stderr>")) == VALUE_ERROR) return false;
    SystemState *system = block_new(vm, sizeof *system);
    if (!system) return false;
    *system = state;
    vm->system = system;
    return true;
}

static bool add_streams(VM *vm, Dict *space) {
    const SystemState *system = vm->system;
    return sys_set(vm, space, "stdin", system->stdin_stream) && sys_set(vm, space, "__stdin__", system->stdin_stream) && sys_set(vm, space, "stdout", system->stdout_stream) &&
           sys_set(vm, space, "__stdout__", system->stdout_stream) && sys_set(vm, space, "stderr", system->stderr_stream) && sys_set(vm, space, "__stderr__", system->stderr_stream);
}

Value sys_attribute(VM *vm, Str *name) {
    bool is_output = name == vm->names.stdout;
    if ((is_output || name == vm->names.stdin) && (!vm->system || vm->system->module == VALUE_NONE)) { // nobody can have set another one
        if (!open_system(vm)) return VALUE_ERROR;
        return is_output ? vm->system->stdout_stream : vm->system->stdin_stream;
    }
    Value sys = import_module(vm, vm->names.sys);
    return sys == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, sys, name);
}

void sys_mark(VM *vm) {
    SystemState *system = vm->system;
    if (!system) return;
    gc_mark_block(vm, system);
    gc_mark(vm, system->module), gc_mark(vm, system->stdin_stream), gc_mark(vm, system->stdout_stream), gc_mark(vm, system->stderr_stream);
    gc_mark(vm, system->profile), gc_mark(vm, system->trace), gc_mark(vm, system->hooks_type), gc_mark(vm, system->unraisable_type);
}

// ---- functions ---------------------------------------------------------------------------------------------------

#define FUNCTION(name) static Value sys_##name(VM *vm, Value *args, uint32_t count)
#define UNUSED (void)vm, (void)args, (void)count

// The status becomes the arguments of SystemExit as `raise SystemExit, status` once had it: None none at all, a tuple several.
FUNCTION(exit) {
    if (count && args[0] == VALUE_NONE) count = 0;
    if (count && is_exception(args[0]) && type_is_subtype(value_type(vm, args[0]), vm->types.SystemExit)) return raise_value(vm, args[0]);
    bool several = count && is_tuple(args[0]);
    Value exception = several ? exception_new(vm, vm->types.SystemExit, as_tuple(args[0])->items, (uint32_t)as_tuple(args[0])->count) : exception_new(vm, vm->types.SystemExit, args, count);
    return exception == VALUE_ERROR ? VALUE_ERROR : raise_value(vm, exception);
}

FUNCTION(exc_info) {
    UNUSED;
    Value handled = vm->handled;
    if (!is_exception(handled)) return tuple_new(vm, NULL, 3);
    return tuple_pack(vm, 3, from_object(value_type(vm, handled)), handled, traceback_of(handled));
}
FUNCTION(exception) { return UNUSED, is_exception(vm->handled) ? vm->handled : VALUE_NONE; }

FUNCTION(getrecursionlimit) { return UNUSED, from_small_int(vm->system->recursion_limit); }
FUNCTION(setrecursionlimit) {
    (void)count;
    int64_t limit;
    if (!op_index_int64(vm, args[0], &limit, false)) return VALUE_ERROR;
    if (limit > INT32_MAX || limit < INT32_MIN) return raise_overflow_error(vm, "Python int too large to convert to C int");
    if (limit < 1) return raise_value_error(vm, "recursion limit must be greater or equal than 1");
    uint32_t possible = (uint32_t)(vm->frames_reserved_end - vm->frames) - 1, depth = frame_depth(vm);
    if (limit <= depth)
        return raise_error(vm, vm->types.RecursionError, "cannot set the recursion limit to %zd at the recursion depth %u: the limit is too low", limit, depth);
    if (!vm_set_recursion_limit(vm, limit > possible ? possible : (uint32_t)limit)) return raise_value_error(vm, "the recursion limit cannot be set");
    vm->system->recursion_limit = (uint32_t)limit;
    return VALUE_NONE;
}

FUNCTION(intern) {
    (void)count;
    if (!is_str(args[0])) return raise_type_error(vm, "intern() argument must be str, not %T", args[0]);
    if (!is_exactly(args[0], vm->types.str)) return raise_type_error(vm, "can't intern %T", args[0]);
    Str *name = str_intern_value(vm, as_str(args[0]));
    return name ? from_object(name) : VALUE_ERROR;
}

// What __sizeof__ of a script's class says, and what the collector would have in front of the object in CPython. VALUE_UNBOUND: it has none.
static Value own_size(VM *vm, Value v, Value fallback) {
    Type *type = value_type(vm, v), *object = vm->types.object;
    Str *name = type->flags & TYPE_HEAP ? str_intern(vm, "__sizeof__", 10) : NULL;
    if (!name) return error_is_set(vm) ? VALUE_ERROR : VALUE_UNBOUND;
    Value method = type_lookup(vm, type, name);
    if (method == VALUE_UNBOUND || method == type_lookup(vm, object, name) || !(is_function(method) || value_type(vm, method)->flags & TYPE_HEAP)) return VALUE_UNBOUND;
    Value size = call_special(vm, v, name, NULL, 0);
    int64_t number = 0;
    if (size != VALUE_ERROR && !is_int(size)) size = raise_type_error(vm, "an integer is required");
    if (size != VALUE_ERROR && op_index_int64(vm, size, &number, false) && number >= 0) return from_small_int(number + (type->flags & TYPE_HAS_DICT ? 32 : 16));
    if (!error_is_set(vm)) raise_value_error(vm, "__sizeof__() should return >= 0");
    if (fallback == VALUE_UNBOUND || !error_matches(vm, vm->types.TypeError)) return VALUE_ERROR;
    error_clear(vm);
    return fallback;
}

FUNCTION(getsizeof) {
    (void)count;
    Value v = args[0], own = own_size(vm, v, args[1]);
    if (own != VALUE_UNBOUND) return own;
    size_t size = is_object(v) ? gc_own_bytes(vm, as_object(v)) : is_inline_float(v) ? 24 : is_small_int(v) ? 28 : 16;
    return from_small_int((int64_t)size);
}

FUNCTION(displayhook) {
    (void)count;
    Str *last = str_intern(vm, "_", 1);
    if (args[0] == VALUE_NONE) return VALUE_NONE;
    if (!last || !dict_set_str(vm, vm->builtins, last, VALUE_NONE)) return VALUE_ERROR;
    Value stream = sys_value(vm, vm->names.stdout), text = op_repr(vm, args[0]);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    if (stream == VALUE_UNBOUND) return raise_error(vm, vm->types.RuntimeError, "lost sys.stdout");
    if (stream != VALUE_NONE) {
        ROOT_SCOPE(vm);
        root_push(vm, stream);
        bool good = write_stream(vm, stream, text) && write_stream(vm, stream, vm->ascii_strings['\n']);
        ROOT_END(vm);
        if (!good) return VALUE_ERROR;
    }
    return dict_set_str(vm, vm->builtins, last, args[0]) ? VALUE_NONE : VALUE_ERROR;
}

FUNCTION(excepthook) {
    (void)count;
    if (is_exception(args[1])) report(vm, args[1], NULL, VALUE_NONE);
    else sys_write_error(vm, "TypeError: print_exception(): Exception expected for value\n", 59);
    return VALUE_NONE;
}
FUNCTION(unraisablehook) {
    (void)count;
    static const char *const names[] = {"exc_value", "err_msg", "object"};
    Value found[3] = {VALUE_ERROR, VALUE_ERROR, VALUE_ERROR};
    ROOT_SCOPE(vm);
    for (int i = 0; i < 3; i++) {
        Str *name = str_intern(vm, names[i], strlen(names[i]));
        if (!name || (found[i] = get_attribute(vm, args[0], name)) == VALUE_ERROR) break;
        root_push(vm, found[i]);
    }
    if (found[2] != VALUE_ERROR && is_exception(found[0])) report_ignored(vm, found[0], found[1], found[2]);
    ROOT_END(vm);
    return found[2] == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
}

FUNCTION(getdefaultencoding) { return UNUSED, str_from_cstring(vm, "utf-8"); }
FUNCTION(getfilesystemencodeerrors) { return UNUSED, str_from_cstring(vm, "surrogateescape"); }

FUNCTION(set_int_max_str_digits) {
    (void)count;
    int64_t digits;
    if (!op_index_int64(vm, args[0], &digits, true)) return VALUE_ERROR;
    if (digits && (digits < 640 || digits > INT32_MAX)) return raise_value_error(vm, "maxdigits must be 0 or larger than 640");
    vm->int_max_text_digits = (uint32_t)digits;
    return VALUE_NONE;
}
FUNCTION(get_int_max_str_digits) { return UNUSED, from_small_int(vm->int_max_text_digits); }

// The __name__ of the globals `depth` frames up.
FUNCTION(_getframemodulename) {
    (void)count;
    int64_t depth = 0;
    if (args[0] != VALUE_UNBOUND && !op_index_int64(vm, args[0], &depth, true)) return VALUE_ERROR;
    if (depth < 0) depth = 0;
    if (depth >= frame_depth(vm)) return VALUE_NONE;
    Value name = dict_get_str(vm, (vm->frame - depth)->globals, vm->names.__name__);
    return name == VALUE_UNBOUND ? VALUE_NONE : name;
}

FUNCTION(_getframe) {
    int64_t depth = 0;
    if (count && !op_index_int64(vm, args[0], &depth, true)) return VALUE_ERROR;
    if (depth < 0) depth = 0;
    return depth < frame_depth(vm) ? frame_object_at(vm, vm->frame - depth) : raise_value_error(vm, "call stack is not deep enough");
}

FUNCTION(gettrace) { return UNUSED, vm->tracing.trace; }
FUNCTION(getprofile) { return UNUSED, vm->tracing.profile; }
#ifdef TYPHON_CORE
static Value refuse_hook(VM *vm, Value hook, const char *name) {
    return hook == VALUE_NONE ? VALUE_NONE : raise_error(vm, vm->types.NotImplementedError, "sys.%s(): the core library has no tracing", name);
}
FUNCTION(settrace) { return (void)count, refuse_hook(vm, args[0], "settrace"); }
FUNCTION(setprofile) { return (void)count, refuse_hook(vm, args[0], "setprofile"); }
static Value of_each_thread(VM *vm, bool is_frame) { return (void)is_frame, raise_error(vm, vm->types.NotImplementedError, "the core library does not show the frames of other threads"); }
#else
FUNCTION(settrace) { return (void)count, trace_set(vm, args[0]), trace_return_to_loop(vm, "settrace"); }
FUNCTION(setprofile) { return (void)count, trace_set_profile(vm, args[0], NULL), trace_return_to_loop(vm, "setprofile"); }

// {identity of a thread: the frame that it is in, or the exception that it handles}
static Value of_each_thread(VM *vm, bool is_frame) {
    const ThreadGroup *group = thread_group(vm);
    Dict *made = group ? dict_new(vm) : NULL;
    if (!made) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(made));
    bool ok = true;
    for (const Thread *thread = group->first; ok && thread; thread = thread->next) {
        bool is_this = thread == group->running;
        Frame *first = is_this ? vm->frames : thread->state.frames, *frame = is_this ? vm->frame : thread->state.frame;
        if (thread->is_fiber || !first || frame < first) continue;
        FrameObject *object = is_frame ? frame_object_of(vm, frame) : NULL;
        Value value = !is_frame ? (is_this ? vm->handled : thread->state.handled) : object ? from_object(object) : VALUE_ERROR;
        int64_t number = vm->config.deterministic && thread == group->first ? 1 : (int64_t)thread->handle; // as _thread.get_ident()
        Value identity = value == VALUE_ERROR ? VALUE_ERROR : int_from_int64(vm, number);
        ok = identity != VALUE_ERROR && dict_set(vm, made, identity, value);
    }
    ROOT_END(vm);
    return ok ? from_object(made) : VALUE_ERROR;
}
#endif
FUNCTION(_current_frames) { return UNUSED, of_each_thread(vm, true); }
FUNCTION(_current_exceptions) { return UNUSED, of_each_thread(vm, false); }
// References are not counted: what CPython says of objects that it does not count.
FUNCTION(getrefcount) { return UNUSED, from_small_int(UINT32_MAX); }

// ---- breakpoint(): $PYTHONBREAKPOINT says what is called; pdb.set_trace when it says nothing --------------------

// The function "module.name" or "builtin" stands for; VALUE_UNBOUND: there is none, and a warning was given.
static Value breakpoint_function(VM *vm, const char *hook) {
    const char *dot = strrchr(hook, '.');
    Str *module_name = dot ? str_intern(vm, hook, (size_t)(dot - hook)) : vm->names.builtins, *name = str_intern(vm, dot ? dot + 1 : hook, strlen(dot ? dot + 1 : hook));
    Value module = module_name && name ? import_module(vm, module_name) : VALUE_ERROR;
    Value function = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    if (function != VALUE_ERROR) return function;
    if (!error_matches(vm, vm->types.ImportError) && !error_matches(vm, vm->types.AttributeError)) return VALUE_ERROR;
    error_clear(vm);
    return warn(vm, vm->types.RuntimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", hook) ? VALUE_UNBOUND : VALUE_ERROR;
}

static Value sys_breakpointhook(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    static const char variable[] = "PYTHONBREAKPOINT";
    const char *hook = grants_has_variable(vm, variable, sizeof variable - 1) ? getenv(variable) : NULL;
    char kept[256]; // scripts may change the environment
    snprintf(kept, sizeof kept, "%s", hook && *hook ? hook : "pdb.set_trace");
    if (strcmp(kept, "0") == 0) return VALUE_NONE;
    Value function = breakpoint_function(vm, kept);
    if (function == VALUE_ERROR || function == VALUE_UNBOUND) return function == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
    Value result = call_keywords(vm, function, args, count, keyword_names);
    return result == VALUE_NONE ? trace_return_to_loop(vm, "breakpointhook") : result;
}

FUNCTION(is_finalizing) { return UNUSED, from_bool(vm->is_finishing); }
FUNCTION(call_tracing) {
    (void)count;
    if (!is_tuple(args[1])) return raise_type_error(vm, "call_tracing() argument 2 must be tuple, not %T", args[1]);
    bool was_inside = vm->tracing.is_inside;
    vm->tracing.is_inside = false;
    trace_adopt(vm);
    Value result = call_value(vm, args[0], as_tuple(args[1])->items, (uint32_t)as_tuple(args[1])->count);
    vm->tracing.is_inside = was_inside;
    trace_adopt(vm);
    return result;
}
FUNCTION(audit) { return UNUSED, VALUE_NONE; }
FUNCTION(getswitchinterval) { return UNUSED, float_from_double(vm, vm->system->switch_interval); }
FUNCTION(setswitchinterval) {
    (void)count;
    double seconds;
    if (!number_to_double(vm, args[0], &seconds)) return VALUE_ERROR;
    if (!(seconds > 0)) return raise_value_error(vm, "switch interval must be strictly positive");
    vm->system->switch_interval = seconds;
    return VALUE_NONE;
}
FUNCTION(getallocatedblocks) {
    UNUSED;
    HeapStats stats = heap_stats(vm->heap);
    size_t blocks = stats.large_blocks;
    for (size_t i = 0; i < HEAP_CLASSES; i++) blocks += stats.classes[i].used;
    return from_small_int((int64_t)blocks);
}
#ifdef TYPHON_CORE // where coroutines are made is not kept, whatever depth is asked for
enum { ORIGIN_DEPTH_MAX = 0 };
#else
enum { ORIGIN_DEPTH_MAX = INT32_MAX };
#endif
FUNCTION(get_coroutine_origin_tracking_depth) { return UNUSED, from_small_int(vm->coroutine_origin_depth); }
FUNCTION(set_coroutine_origin_tracking_depth) {
    (void)count;
    int64_t depth;
    if (!op_index_int64(vm, args[0], &depth, true)) return VALUE_ERROR;
    if (depth < 0) return raise_value_error(vm, "depth must be >= 0");
    vm->coroutine_origin_depth = depth < ORIGIN_DEPTH_MAX ? (uint32_t)depth : ORIGIN_DEPTH_MAX;
    return VALUE_NONE;
}

static const NativeDef functions[] = {
    {"exit", {sys_exit}, 0, 1, 0, NULL, DOC("Exit the interpreter by raising SystemExit(status).")},
    {"exc_info", {sys_exc_info}, 0, 0, 0, NULL, DOC("Return current exception information: (type, value, traceback).")},
    {"exception", {sys_exception}, 0, 0, 0, NULL, DOC("Return the current exception.")},
    {"getrecursionlimit", {sys_getrecursionlimit}, 0, 0, 0, NULL, DOC("Return the current value of the recursion limit.")},
    {"setrecursionlimit", {sys_setrecursionlimit}, 1, 1, 0, NULL, DOC("Set the maximum depth of the Python interpreter stack to n.")},
    {"intern", {sys_intern}, 1, 1, 0, NULL, DOC("``Intern'' the given string.")},
    {"getsizeof", {sys_getsizeof}, 1, 2, 0, "object default", DOC("Return the size of object in bytes.")},
    {"displayhook", {sys_displayhook}, 1, 1, 0, NULL, DOC("Print an object to sys.stdout and also save it in builtins._")},
    {"__displayhook__", {sys_displayhook}, 1, 1, 0, NULL, DOC(NULL)},
    {"excepthook", {sys_excepthook}, 3, 3, 0, NULL, DOC("Handle an exception by displaying it with a traceback on sys.stderr.")},
    {"__excepthook__", {sys_excepthook}, 3, 3, 0, NULL, DOC(NULL)},
    {"unraisablehook", {sys_unraisablehook}, 1, 1, 0, NULL, DOC("Handle an unraisable exception.")},
    {"__unraisablehook__", {sys_unraisablehook}, 1, 1, 0, NULL, DOC(NULL)},
    {"getdefaultencoding", {sys_getdefaultencoding}, 0, 0, 0, NULL, DOC("Return the current default encoding used by the Unicode implementation.")},
    {"getfilesystemencoding", {sys_getdefaultencoding}, 0, 0, 0, NULL, DOC("Return the encoding used to convert Unicode filenames to OS filenames.")},
    {"getfilesystemencodeerrors", {sys_getfilesystemencodeerrors}, 0, 0, 0, NULL, DOC(NULL)},
    {"set_int_max_str_digits", {sys_set_int_max_str_digits}, 1, 1, 0, "maxdigits", DOC("Set the maximum string digits limit for non-binary int<->str conversions.")},
    {"get_int_max_str_digits", {sys_get_int_max_str_digits}, 0, 0, 0, NULL, DOC(NULL)},
    {"_getframemodulename", {sys__getframemodulename}, 0, 1, 0, "depth", DOC("Return the name of the module for a calling frame.")},
    {"_getframe", {sys__getframe}, 0, 1, 0, NULL, DOC("Return a frame object from the call stack.")},
    {"_current_exceptions", {sys__current_exceptions}, 0, 0, 0, NULL, DOC("Return a dict mapping each thread's identifier to its current raised exception.")},
    {"_current_frames", {sys__current_frames}, 0, 0, 0, NULL, DOC("Return a dict mapping each thread's thread id to its current stack frame.")},
    {"getrefcount", {sys_getrefcount}, 1, 1, 0, NULL, DOC("Return 4294967295: references are not counted.")},
    {"breakpointhook", {.raw = sys_breakpointhook}, 0, -1, NATIVE_RAW, NULL, DOC("Called by breakpoint(): calls what $PYTHONBREAKPOINT names; 0: nothing.")},
    {"gettrace", {sys_gettrace}, 0, 0, 0, NULL, DOC(NULL)},
    {"settrace", {sys_settrace}, 1, 1, 0, NULL, DOC(NULL)},
    {"getprofile", {sys_getprofile}, 0, 0, 0, NULL, DOC(NULL)},
    {"setprofile", {sys_setprofile}, 1, 1, 0, NULL, DOC(NULL)},
    {"is_finalizing", {sys_is_finalizing}, 0, 0, 0, NULL, DOC(NULL)},
    {"call_tracing", {sys_call_tracing}, 2, 2, 0, NULL, DOC("Call func(*args), while tracing is enabled.")},
    {"audit", {sys_audit}, 1, -1, 0, NULL, DOC("Passes the event to any hooks that are attached: there are none.")},
    {"addaudithook", {sys_audit}, 1, 1, 0, NULL, DOC(NULL)},
    {"getswitchinterval", {sys_getswitchinterval}, 0, 0, 0, NULL, DOC(NULL)},
    {"setswitchinterval", {sys_setswitchinterval}, 1, 1, 0, NULL, DOC(NULL)},
    {"getallocatedblocks", {sys_getallocatedblocks}, 0, 0, 0, NULL, DOC("Return the number of memory blocks currently allocated.")},
    {"set_asyncgen_hooks", {sys_set_asyncgen_hooks}, 0, 2, 0, "firstiter finalizer", DOC("Sets what is called with an asynchronous generator when it is first iterated, and before it is collected.")},
    {"get_asyncgen_hooks", {sys_get_asyncgen_hooks}, 0, 0, 0, NULL, DOC("Return the hooks of asynchronous generators: (firstiter, finalizer).")},
    {"set_coroutine_origin_tracking_depth", {sys_set_coroutine_origin_tracking_depth}, 1, 1, 0, "depth", DOC("Enable or disable origin tracking for coroutine objects in this thread.")},
    {"get_coroutine_origin_tracking_depth", {sys_get_coroutine_origin_tracking_depth}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};

// ---- the module --------------------------------------------------------------------------------------------------

static Value text_list(VM *vm, const char *const *texts, size_t count) {
    Value list = list_new(vm, NULL, count);
    for (size_t i = 0; list != VALUE_ERROR && i < count; i++) {
        Value text = bytes_decode(vm, (const unsigned char *)texts[i], strlen(texts[i]), "utf-8", "surrogateescape"); // the system's, any bytes
        if (text == VALUE_ERROR || !list_append(vm, as_list(list), text)) return VALUE_ERROR;
    }
    return list;
}

static Value path_list(VM *vm) {
    if (!vm->config.find_path) return text_list(vm, vm->config.path, vm->config.path_count);
    uint32_t count = 0;
    const char *const *path = vm->config.find_path(vm->config.path_context, &count);
    return path ? text_list(vm, path, count) : raise_memory_error(vm);
}

static Value empty_list(VM *vm) { return list_new(vm, NULL, 0); }
static Value empty_dict(VM *vm) {
    Dict *dict = dict_new(vm);
    return dict ? from_object(dict) : VALUE_ERROR;
}

static bool alias(VM *vm, Dict *space, const char *name, const char *original) {
    Str *key = str_intern(vm, original, strlen(original));
    return key && sys_set(vm, space, name, dict_get_str(vm, space, key));
}

static bool sys_initialize(VM *vm, Value module, Dict *space) {
    if (!open_system(vm)) return false;
    if (vm->system->module == VALUE_NONE ? !add_streams(vm, space) : !sys_complete(vm)) return false;
    vm->system->module = module; // a root
    vm->system->info_made = 0;
    return alias(vm, space, "__displayhook__", "displayhook") && alias(vm, space, "__breakpointhook__", "breakpointhook") && alias(vm, space, "__excepthook__", "excepthook") && alias(vm, space, "__unraisablehook__", "unraisablehook") &&
           sys_set(vm, space, "argv", text_list(vm, vm->config.argv, (size_t)vm->config.argc)) && sys_set(vm, space, "orig_argv", vm->config.original_argv && grants_has(vm, GRANT_PROCESS) ? text_list(vm, vm->config.original_argv, (size_t)vm->config.original_argc) : text_list(vm, vm->config.argv, (size_t)vm->config.argc)) &&
           sys_set(vm, space, "path", path_list(vm)) && sys_set(vm, space, "modules", from_object(vm->modules)) &&
           sys_set(vm, space, "warnoptions", empty_list(vm)) && sys_set(vm, space, "_xoptions", empty_dict(vm)) && sys_set(vm, space, "dont_write_bytecode", VALUE_TRUE) &&
           sys_add_paths(vm, space);
}

const ModuleDef sys_module = {"sys", functions, sys_initialize};
