// Built-in functions that reach outside of values: streams, files, code, namespaces, imports.
#include "runtime/builtins.h"
#include "runtime/frame.h"
#include "runtime/gather.h"
#include "runtime/import.h"
#include "runtime/loader.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/file.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/trace.h"
#include "runtime/objects/traceback.h"
#include "runtime/type.h"

// ---- streams -----------------------------------------------------------------------------------------------------

static bool print_to(VM *vm, Value stream, Value text) {
    if (is_file(stream)) {
        File *file = (File *)as_object(stream);
        if (!(file->flags & FILE_BINARY) && str_is_ascii(as_str(text))) return file_write_text(vm, file, as_str(text)->text, as_str(text)->size);
    }
    return call_method(vm, stream, vm->names.write, &text, 1) != VALUE_ERROR;
}

static Value builtin_print(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    Value separator = VALUE_NONE, end = VALUE_NONE, stream = VALUE_NONE, flush = VALUE_FALSE;
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    for (size_t i = 0; i < keywords; i++) {
        Str *keyword = as_str(as_tuple(keyword_names)->items[i]);
        Value value = args[count + i];
        if (str_equals_cstring(keyword, "sep")) separator = value;
        else if (str_equals_cstring(keyword, "end")) end = value;
        else if (str_equals_cstring(keyword, "file")) stream = value;
        else if (str_equals_cstring(keyword, "flush")) flush = value;
        else return raise_type_error(vm, "'%U' is an invalid keyword argument for print()", keyword);
    }
    if (separator != VALUE_NONE && !is_str(separator)) return raise_type_error(vm, "sep must be None or a string, not %T", separator);
    if (end != VALUE_NONE && !is_str(end)) return raise_type_error(vm, "end must be None or a string, not %T", end);
    if (stream == VALUE_NONE) stream = sys_attribute(vm, vm->names.stdout);
    if (stream == VALUE_ERROR && error_matches(vm, vm->types.AttributeError)) error_clear(vm), raise_error(vm, vm->types.RuntimeError, "lost sys.stdout");
    if (stream == VALUE_ERROR) return VALUE_ERROR;
    if (stream == VALUE_NONE) return VALUE_NONE; // sys.stdout is None: nowhere to print
    ROOT_SCOPE(vm);
    root_push(vm, stream);
    bool good = true;
    for (uint32_t i = 0; i < count && good; i++) {
        if (i) {
            Value between = separator == VALUE_NONE ? vm->ascii_strings[' '] : separator;
            good = print_to(vm, stream, between);
        }
        Value text = good ? op_str(vm, args[i]) : VALUE_ERROR;
        if (text != VALUE_ERROR) {
            root_push(vm, text);
            good = print_to(vm, stream, text);
            vm->roots_top--;
        } else {
            good = false;
        }
    }
    good = good && print_to(vm, stream, end == VALUE_NONE ? vm->ascii_strings['\n'] : end);
    if (good && flush != VALUE_FALSE) {
        int truth = op_truth(vm, flush);
        good = truth == 0 || (truth == 1 && call_method(vm, stream, vm->names.flush, NULL, 0) != VALUE_ERROR);
    }
    ROOT_END(vm);
    return good ? VALUE_NONE : VALUE_ERROR;
}

// Where the prompt went is flushed if it can be.
static bool flushed(VM *vm, Value out) {
    if (call_method(vm, out, vm->names.flush, NULL, 0) == VALUE_ERROR) error_clear(vm);
    return true;
}

static Value input_stream(VM *vm, Str *name) {
    Value stream = sys_attribute(vm, name);
    if (stream == VALUE_ERROR && error_matches(vm, vm->types.AttributeError)) error_clear(vm), stream = VALUE_NONE;
    return stream == VALUE_NONE ? raise_error(vm, vm->types.RuntimeError, "input(): lost sys.%U", name) : stream;
}

static Value builtin_input(VM *vm, Value *args, uint32_t count) {
    Value in = input_stream(vm, vm->names.stdin), out = in == VALUE_ERROR ? VALUE_ERROR : input_stream(vm, vm->names.stdout);
    if (out == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, in), root_push(vm, out);
    Value line = VALUE_ERROR, prompt = count ? op_str(vm, args[0]) : vm->empty_str;
    if (prompt != VALUE_ERROR && print_to(vm, out, prompt) && flushed(vm, out))
        line = call_method(vm, in, vm->names.readline, NULL, 0);
    ROOT_END(vm);
    if (line == VALUE_ERROR) return VALUE_ERROR;
    if (!is_str(line)) return raise_type_error(vm, "object.readline() returned non-string");
    Str *text = as_str(line);
    if (!text->size) return raise_error(vm, vm->types.EOFError, "EOF when reading a line");
    return text->text[text->size - 1] == '\n' ? str_slice(vm, text, 0, text->length - 1) : line;
}

// An argument of open() that is text, or None where that is allowed.
static bool check_open_text(VM *vm, Value given, const char *name, bool or_none) {
    if (given == VALUE_UNBOUND || (or_none && given == VALUE_NONE)) return true;
    if (!is_str(given)) return raise_type_error(vm, or_none ? "open() argument '%s' must be str or None, not %s" : "open() argument '%s' must be str, not %s", name, given == VALUE_NONE ? "None" : value_type(vm, given)->name->text), false;
    return strlen(as_str(given)->text) == as_str(given)->size || (raise_value_error(vm, "embedded null character"), false);
}

static Value builtin_open(VM *vm, Value *args, uint32_t count) {
    (void)count;
    static const char *const texts[] = {"encoding", "errors", "newline"};
    FileOptions options = {.buffering = -1, .encoding = args[3], .errors = args[4], .newline = args[5], .opener = args[7]};
    if (!check_open_text(vm, args[1], "mode", false)) return VALUE_ERROR;
    if (args[2] != VALUE_UNBOUND && !op_index_int64(vm, args[2], &options.buffering, true)) return VALUE_ERROR;
    if (options.buffering > INT32_MAX || options.buffering < INT32_MIN) return raise_error(vm, vm->types.OverflowError, "Python int too large to convert to C int");
    for (int i = 0; i < 3; i++)
        if (!check_open_text(vm, args[3 + i], texts[i], true)) return VALUE_ERROR;
    int close_descriptor = args[6] == VALUE_UNBOUND ? 1 : op_truth(vm, args[6]);
    if (close_descriptor < 0) return VALUE_ERROR;
    options.close_descriptor = close_descriptor;
    return file_open(vm, args[0], args[1] == VALUE_UNBOUND ? "r" : as_str(args[1])->text, &options);
}

// ---- namespaces --------------------------------------------------------------------------------------------------

static Dict *caller_globals(VM *vm) { return vm->frame && vm->frame >= vm->frames ? vm->frame->globals : vm->builtins; }

static Value builtin_globals(VM *vm, Value *args, uint32_t count) {
    (void)args, (void)count;
    return globals_share(vm, caller_globals(vm));
}

static Value content_of(Value v) { return is_layout(v, LAYOUT_CELL) ? ((Cell *)as_object(v))->content : v; }

// A module or class body's own namespace; in a function a dict of what its locals and free variables hold now: the same one for every call.
static Value namespace_of_caller(VM *vm) {
    Frame *frame = vm->frame;
    if (!builtins_dict(vm)) return VALUE_ERROR;
    if (!frame || frame < vm->frames) return from_object(vm->builtins);
    Code *code = frame->code;
    if (code->flags & UNIT_NAMESPACE) {
        Value space = frame->namespace_ != VALUE_UNBOUND ? namespace_share(frame->namespace_) : dict_share(frame->globals);
        return namespace_shown(vm, code, frame->registers, space);
    }
    Dict *dict = is_dict(frame->namespace_) ? as_dict(frame->namespace_) : dict_new(vm);
    if (!dict) return VALUE_ERROR;
    for (int pass = 0; pass < 2; pass++) { // names that are gone first: a comprehension may have another variable of the name
        for (uint32_t i = 0; i < code->local_count; i++) {
            Value value = content_of(frame->registers[i]);
            if (is_shown_name(code->local_names[i]) && is_shown_value(value) == pass && !show_variable(vm, dict, code->local_names[i], value)) return VALUE_ERROR;
        }
        for (uint32_t i = 0; frame->function && i < code->free_count; i++) {
            Value value = frame->function->cells[i]->content;
            if (is_shown_value(value) == pass && !show_variable(vm, dict, code->free_names[i], value)) return VALUE_ERROR;
        }
    }
    return frame->namespace_ = from_object(dict);
}

static Value builtin_locals(VM *vm, Value *args, uint32_t count) { return (void)args, (void)count, namespace_of_caller(vm); }

static Value builtin_vars(VM *vm, Value *args, uint32_t count) {
    if (!count) return namespace_of_caller(vm);
    Value dict = get_attribute_or(vm, args[0], vm->names.__dict__, VALUE_UNBOUND);
    return dict == VALUE_UNBOUND ? raise_type_error(vm, "vars() argument must have __dict__ attribute") : dict;
}

static Value builtin_dir(VM *vm, Value *args, uint32_t count) {
    ROOT_SCOPE(vm);
    Value names = VALUE_ERROR;
    if (!count) {
        Value space = namespace_of_caller(vm);
        if (space != VALUE_ERROR && !is_exactly(space, vm->types.dict)) root_push(vm, space), space = call_method(vm, space, vm->names.keys, NULL, 0); // a mapping given to eval
        names = space == VALUE_ERROR ? VALUE_ERROR : op_to_list(vm, space);
    } else {
        Value result = call_special(vm, args[0], vm->names.__dir__, NULL, 0);
        if (result == VALUE_UNBOUND) result = raise_type_error(vm, "object does not provide __dir__");
        if (result != VALUE_ERROR) root_push(vm, result), names = op_to_list(vm, result);
    }
    if (names != VALUE_ERROR) {
        root_push(vm, names);
        if (!list_sort(vm, as_list(names), VALUE_NONE, false)) names = VALUE_ERROR;
    }
    ROOT_END(vm);
    return names;
}

// ---- code --------------------------------------------------------------------------------------------------------

// What the parser can read: a str, or bytes, which end with a NUL as the data of other bytes-like objects need not.
static Value parsable(VM *vm, Value source) {
    const unsigned char *data;
    size_t size;
    if (is_str(source) || is_bytes(source) || !bytes_view(source, &data, &size)) return source;
    return bytes_new(vm, data, size);
}

// What the code that calls compile(), eval() or exec() hands on to the text.
static LoadMode inherited_mode(const VM *vm) {
    bool is_called = vm->frame && vm->frame >= vm->frames;
    return is_called && vm->frame->code->flags & UNIT_FUTURE_ANNOTATIONS ? LOAD_FUTURE_ANNOTATIONS : 0;
}

// `runner`: eval or exec, which compile for themselves; NULL: compile().
static Code *load_text(VM *vm, Value source, const char *path, LoadMode mode, const char *runner, const TreePlaces *places) {
    const unsigned char *data;
    size_t size;
    source = parsable(vm, source); // (nothing is collected while it is parsed)
    if (source == VALUE_ERROR) return NULL;
    if (!vm->config.loader) {
        raise_error(vm, vm->types.RuntimeError, "this VM has no compiler");
        return NULL;
    }
    if (is_str(source)) {
        data = (const unsigned char *)as_str(source)->text;
        size = as_str(source)->size;
    } else if (!bytes_view(source, &data, &size)) {
        raise_type_error(vm, "%s() arg 1 must be a string, bytes or code object", runner ? runner : "compile");
        return NULL;
    }
    if (runner && (mode & LOAD_KIND) == LOAD_EVAL)
        while (size && (*data == ' ' || *data == '\t')) data++, size--;
    if (memchr(data, 0, size)) {
        raise_error(vm, vm->types.SyntaxError, "source code string cannot contain null bytes");
        return NULL;
    }
    return vm->config.loader->load(vm->config.loader->context, vm, path, "<string>", (const char *)data, size, is_str(source) ? mode : mode | LOAD_DECODE, places);
}

// ---- compile: text, and the trees of the module ast

enum CompileFlags {
    COMPILE_ONLY_AST = 0x400,
    COMPILE_TOP_LEVEL_AWAIT = 0x2000,
    COMPILE_FUTURE_ANNOTATIONS = 0x1000000,
    // TYPE_COMMENTS, DONT_IMPLY_DEDENT, INCOMPLETE_INPUT, IGNORE_COOKIE, and what modules of __future__ set
    COMPILE_KNOWN = 0x400 | 0x1000 | 0x2000 | 0x200 | 0x4000 | 0x800 | 0x100 | 0x1fe0010,
};

// The module, imported; or VALUE_UNBOUND when it is only to be looked at and nobody has imported it.
static Value ast_module(VM *vm, bool import) {
    Str *name = str_intern(vm, "ast", 3);
    Value module = !name ? VALUE_ERROR : import ? import_module(vm, name) : dict_get_str(vm, vm->modules, name);
    return module == VALUE_UNBOUND || module == VALUE_ERROR || is_module(module) ? module : VALUE_UNBOUND;
}

// What a tree is compiled by (ast._text_to_compile): a tuple of its text and the bytes of the places in it. VALUE_UNBOUND when `source` is no tree.
static Value text_of_tree(VM *vm, Value source, Value mode, bool *is_tree) {
    *is_tree = false;
    if (is_str(source) || is_bytes(source)) return VALUE_UNBOUND;
    Value module = ast_module(vm, false);
    if (module == VALUE_ERROR || module == VALUE_UNBOUND) return module;
    Str *class_name = str_intern(vm, "AST", 3), *function_name = str_intern(vm, "_text_to_compile", strlen("_text_to_compile"));
    Value class = class_name && function_name ? dict_get_str(vm, ((Module *)as_object(module))->dict, class_name) : VALUE_ERROR;
    if (class == VALUE_ERROR || class == VALUE_UNBOUND || !is_type(class)) return class == VALUE_ERROR ? class : VALUE_UNBOUND;
    if (!type_is_subtype(value_type(vm, source), as_type(class))) return VALUE_UNBOUND;
    *is_tree = true;
    if (mode == VALUE_UNBOUND) return VALUE_NONE; // only to know
    Value arguments[2] = {source, mode};
    Value made = call_method(vm, module, function_name, arguments, 2);
    bool good = made == VALUE_ERROR || (is_tuple(made) && as_tuple(made)->count == 2 && is_str(as_tuple(made)->items[0]) && is_bytes(as_tuple(made)->items[1]));
    return good ? made : raise_type_error(vm, "ast._text_to_compile() must return a str and bytes");
}

static Code *load_tree(VM *vm, Value made, const char *path, LoadMode mode) {
    const unsigned char *data;
    size_t size;
    bytes_view(as_tuple(made)->items[1], &data, &size);
    TreePlace *items = malloc(size + 1);
    if (!items) {
        raise_memory_error(vm);
        return NULL;
    }
    memcpy(items, data, size);
    TreePlaces places = {.items = items, .count = (uint32_t)(size / sizeof *items)};
    size_t file_size = 0;
    char *file = *path == '<' ? NULL : source_file_read(vm, path, &file_size);
    places.file = file, places.file_size = (uint32_t)file_size;
    Code *code = load_text(vm, as_tuple(made)->items[0], path, mode, NULL, &places);
    free(file), free(items);
    return code;
}

static Value parse_only(VM *vm, Value source, const char *path, LoadMode mode) {
    const unsigned char *data;
    size_t size;
    Value module = ast_module(vm, true);
    if (module == VALUE_ERROR || (source = parsable(vm, source)) == VALUE_ERROR) return VALUE_ERROR;
    if (!vm->config.loader || !vm->config.loader->parse) return raise_error(vm, vm->types.RuntimeError, "this VM has no parser");
    if (is_str(source)) data = (const unsigned char *)as_str(source)->text, size = as_str(source)->size;
    else if (!bytes_view(source, &data, &size)) return raise_type_error(vm, "compile() arg 1 must be a string, bytes or AST object");
    if (memchr(data, 0, size)) return raise_error(vm, vm->types.SyntaxError, "source code string cannot contain null bytes");
    if (module == VALUE_UNBOUND) return raise_error(vm, vm->types.ImportError, "ast is no module");
    ROOT_SCOPE(vm);
    root_push(vm, source);
    Value tree = vm->config.loader->parse(vm->config.loader->context, vm, ((Module *)as_object(module))->dict, path, (const char *)data, size,
                                                is_str(source) ? mode : mode | LOAD_DECODE);
    ROOT_END(vm);
    return tree;
}

static Value compile_flags(VM *vm, Value given, int64_t *flags) {
    *flags = 0;
    if (given == VALUE_UNBOUND) return VALUE_NONE;
    if (!op_index_int64(vm, given, flags, true)) return VALUE_ERROR;
    if (*flags != (int32_t)*flags) return raise_overflow_error(vm, "Python int too large to convert to C int");
    return *flags & ~(int64_t)COMPILE_KNOWN ? raise_value_error(vm, "compile(): unrecognised flags") : VALUE_NONE;
}

// Code that makes a coroutine, for text or a tree that awaits outside of functions (_top_level_await.compiled). None: it does not.
static Value compile_awaiting(VM *vm, Value *args, int64_t flags) {
    Str *name = str_intern(vm, "_top_level_await", strlen("_top_level_await")), *function = str_intern(vm, "compiled", strlen("compiled"));
    Value module = name && function ? import_module(vm, name) : VALUE_ERROR;
    if (module == VALUE_ERROR) return VALUE_ERROR;
    Value given[] = {args[0], args[1], args[2], from_small_int(flags & ~COMPILE_TOP_LEVEL_AWAIT), args[4] == VALUE_UNBOUND ? VALUE_FALSE : args[4],
                     args[5] == VALUE_UNBOUND ? from_small_int(-1) : args[5]};
    return call_method(vm, module, function, given, sizeof given / sizeof *given);
}

static Value builtin_compile(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t flags;
    if (!is_str(args[1]) && !is_bytes(args[1])) {
        Value path = call_special(vm, args[1], vm->names.__fspath__, NULL, 0);
        if (path == VALUE_ERROR) return VALUE_ERROR;
        if (path != VALUE_UNBOUND) args[1] = path;
    }
    Value filename = args[1], mode = args[2];
    if (!is_str(filename) && !is_bytes(filename)) return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %U", value_type(vm, filename)->name);
    if (!is_str(mode)) return raise_type_error(vm, "compile() argument 'mode' must be str, not %T", mode);
    LoadMode how;
    if (str_equals_cstring(as_str(mode), "exec")) how = LOAD_FILE;
    else if (str_equals_cstring(as_str(mode), "eval")) how = LOAD_EVAL;
    else if (str_equals_cstring(as_str(mode), "single")) how = LOAD_INTERACTIVE;
    else if (str_equals_cstring(as_str(mode), "func_type")) return raise_value_error(vm, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    else return raise_value_error(vm, "compile() mode must be 'exec', 'eval' or 'single'");
    const unsigned char *name;
    size_t size;
    if (is_str(filename)) name = (const unsigned char *)as_str(filename)->text;
    else bytes_view(filename, &name, &size);
    if (compile_flags(vm, args[3], &flags) == VALUE_ERROR) return VALUE_ERROR;
    if (flags & COMPILE_TOP_LEVEL_AWAIT && !(flags & COMPILE_ONLY_AST)) {
        Value code = compile_awaiting(vm, args, flags);
        if (code != VALUE_NONE) return code;
    }
    int keeps_out = args[4] == VALUE_UNBOUND ? 0 : op_truth(vm, args[4]);
    if (keeps_out < 0) return VALUE_ERROR;
    if (flags & COMPILE_FUTURE_ANNOTATIONS) how |= LOAD_FUTURE_ANNOTATIONS;
    else if (!keeps_out) how |= inherited_mode(vm);
    int64_t optimize = -1;
    if (args[5] != VALUE_UNBOUND && !op_index_int64(vm, args[5], &optimize, true)) return VALUE_ERROR;
    if (optimize < -1 || optimize > 2) return raise_value_error(vm, "compile(): invalid optimize value");
    if (optimize > 0 && !(flags & COMPILE_ONLY_AST)) how |= optimize == 1 ? LOAD_NO_ASSERTS : LOAD_NO_ASSERTS | LOAD_NO_DOCSTRINGS;
    bool is_tree, only_tree = flags & COMPILE_ONLY_AST;
    Value text = text_of_tree(vm, args[0], only_tree ? VALUE_UNBOUND : mode, &is_tree);
    if (text == VALUE_ERROR) return VALUE_ERROR;
    if ((how & LOAD_KIND) == LOAD_INTERACTIVE && !is_tree) how |= LOAD_SINGLE; // a tree may have several
    if (only_tree) return is_tree ? args[0] : parse_only(vm, args[0], (const char *)name, how);
    if (!is_tree && !is_str(args[0]) && !bytes_view(args[0], &(const unsigned char *){NULL}, &(size_t){0}))
        return raise_type_error(vm, "compile() arg 1 must be a string, bytes or AST object");
    ROOT_SCOPE(vm);
    if (is_tree) root_push(vm, text);
    Code *code = is_tree ? load_tree(vm, text, (const char *)name, how) : load_text(vm, args[0], (const char *)name, how, NULL, NULL);
    ROOT_END(vm);
    return code ? from_object(code) : VALUE_ERROR;
}

static bool is_mapping(VM *vm, Value v) { return value_type(vm, v)->slots.get_item; }

// What exec() is given for the free variables of a function's code.
static bool closure_fits(VM *vm, const Code *code, Value closure, bool is_code, const char *name) {
    if (!is_code && closure != VALUE_NONE) return raise_type_error(vm, "closure can only be used when source is a code object"), false;
    if (!code->free_count) return closure == VALUE_NONE || (raise_type_error(vm, "cannot use a closure with this code object"), false);
    if (strcmp(name, "eval") == 0) return raise_type_error(vm, "code object passed to eval() may not contain free variables"), false;
    bool good = is_tuple(closure) && as_tuple(closure)->count == code->free_count;
    for (uint32_t i = 0; good && i < code->free_count; i++) good = is_layout(as_tuple(closure)->items[i], LAYOUT_CELL);
    return good || (raise_type_error(vm, "code object requires a closure of exactly length %u", code->free_count), false);
}

// eval and exec: `globals` and `locals` as the library reference says; the caller's when absent.
static Value run_text(VM *vm, Value source, Value globals, Value locals, Value closure, LoadMode mode, const char *name) {
    if (globals == VALUE_UNBOUND) globals = VALUE_NONE;
    if (locals == VALUE_UNBOUND) locals = VALUE_NONE;
    if (mode == LOAD_EVAL && locals != VALUE_NONE && !is_mapping(vm, locals)) return raise_type_error(vm, "locals must be a mapping");
    if (globals != VALUE_NONE && !is_dict(globals)) {
        if (mode != LOAD_EVAL) return raise_type_error(vm, "exec() globals must be a dict, not %T", globals);
        return raise_type_error(vm, is_mapping(vm, globals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
    }
    if (locals != VALUE_NONE && !is_mapping(vm, locals)) return raise_type_error(vm, "locals must be a mapping or None, not %T", locals);
    if (!builtins_dict(vm)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    if (globals == VALUE_NONE) {
        if (locals == VALUE_NONE) locals = namespace_of_caller(vm);
        globals = from_object(caller_globals(vm));
    } else if (locals == VALUE_NONE) {
        locals = globals;
    }
    Value result = VALUE_ERROR;
    if (locals != VALUE_ERROR) {
        root_push(vm, globals), root_push(vm, locals);
        Dict *space = as_dict(globals);
        bool ready = dict_get_str(vm, space, vm->names.__builtins__) != VALUE_UNBOUND || dict_set_str(vm, space, vm->names.__builtins__, from_object(vm->builtins));
        Code *code = !ready ? NULL : is_layout(source, LAYOUT_CODE) ? (Code *)as_object(source) : load_text(vm, source, "<string>", mode | inherited_mode(vm), name, NULL);
        if (code && closure_fits(vm, code, closure, is_layout(source, LAYOUT_CODE), name)) root_push(vm, from_object(code)), result = run_code(vm, code, space, locals, closure);
    }
    ROOT_END(vm);
    return result;
}

static Value builtin_eval(VM *vm, Value *args, uint32_t count) {
    return run_text(vm, args[0], count > 1 ? args[1] : VALUE_NONE, count > 2 ? args[2] : VALUE_NONE, VALUE_NONE, LOAD_EVAL, "eval");
}
static Value builtin_exec(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value closure = args[3] == VALUE_UNBOUND ? VALUE_NONE : args[3];
    return run_text(vm, args[0], args[1], args[2], closure, LOAD_FILE, "exec") == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
}

static Value builtin_import(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_str(args[0])) return raise_type_error(vm, "module name must be a string");
    int64_t level = 0;
    if (args[4] != VALUE_UNBOUND && !op_index_int64(vm, args[4], &level, true)) return VALUE_ERROR;
    Dict *globals = is_dict(args[1]) ? as_dict(args[1]) : NULL;
    return import_name(vm, as_str(args[0]), globals, args[3] == VALUE_UNBOUND ? VALUE_NONE : args[3], level);
}

static Value builtin_build_class(VM *vm, Value *args, uint32_t count, Value keyword_names) { return class_build(vm, args, count, keyword_names); }

static Value builtin_breakpoint(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    Str *name = str_intern(vm, "breakpointhook", 14);
    Value hook = name ? sys_attribute(vm, name) : VALUE_ERROR;
    if (hook != VALUE_ERROR) {
        bool is_outermost = !vm->tracing.breaks; // what it calls may come here again, from C
        vm->tracing.breaks = true;
        Value result = call_keywords(vm, hook, args, count, keyword_names);
        vm->tracing.breaks = !is_outermost;
        return result == VALUE_NONE && is_outermost ? trace_return_to_loop(vm, "breakpoint") : result;
    }
    if (name && error_matches(vm, vm->types.AttributeError)) error_clear(vm), raise_error(vm, vm->types.RuntimeError, "lost sys.breakpointhook");
    return VALUE_ERROR;
}

const NativeDef builtin_code_functions[] = {
    {"print", {.raw = builtin_print}, 0, -1, NATIVE_RAW, NULL, DOC("Prints the values to a stream, or to sys.stdout by default.")},
    {"input", {builtin_input}, 0, 1, 0, NULL, DOC("Read a string from standard input.")},
    {"open", {builtin_open}, 1, 8, 0, "file mode buffering encoding errors newline closefd opener", DOC("Open file and return a stream.")},
    {"globals", {builtin_globals}, 0, 0, 0, NULL, DOC("Return the dictionary containing the current scope's global variables.")},
    {"locals", {builtin_locals}, 0, 0, 0, NULL, DOC("Return a dictionary containing the current scope's local variables.")},
    {"vars", {builtin_vars}, 0, 1, 0, NULL, DOC("Without arguments, equivalent to locals(); with an argument, to object.__dict__.")},
    {"dir", {builtin_dir}, 0, 1, 0, NULL, DOC("The names in the current scope, or the attributes of an object.")},
    {"compile", {builtin_compile}, 3, 6, 0, "source filename mode flags dont_inherit optimize", DOC("Compile source into a code object.")},
    {"eval", {builtin_eval}, 1, 3, 0, NULL, DOC("Evaluate the given source in the context of globals and locals.")},
    {"exec", {builtin_exec}, 1, 3, 0, "source globals locals / * closure", DOC("Execute the given source in the context of globals and locals.")},
    {"__import__", {builtin_import}, 1, 5, 0, "name globals locals fromlist level", DOC("Import a module.")},
    {"__build_class__", {.raw = builtin_build_class}, 2, -1, NATIVE_RAW, NULL, DOC("Internal helper function used by the class statement.")},
    {"breakpoint", {.raw = builtin_breakpoint}, 0, -1, NATIVE_RAW, NULL, DOC("Call sys.breakpointhook(*args, **kws).")},
    {0},
};
