// Exceptions with fields of their own: how they are made from their arguments, shown, and what attributes they have (library
// reference, "Built-in Exceptions").
#include "runtime/objects/bytes.h"
#include "runtime/objects/exception_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include "base/utf8.h"
#include <errno.h>

static bool store_field(VM *vm, Value self, unsigned field, Value value) {
    gc_store(vm, as_exception(self), &as_exception(self)->fields[field], value);
    return true;
}
// An attribute that is a field; deleted, it is None again.
#define FIELD(name, field)                                                                                                       \
    static Value get_##name(VM *vm, Value self) { return (void)vm, exception_field(self, field); }                                \
    static bool set_##name(VM *vm, Value self, Value value) { return store_field(vm, self, field, value); }

// ---- StopIteration, SystemExit, KeyError ------------------------------------------------------------------------------

FIELD(value, STOP_ITERATION_VALUE)
const GetSetDef stop_iteration_getset[] = {{"value", get_value, set_value}, {0}};
bool stop_iteration_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    return exception_initialize(vm, self, args, count, keyword_names) && store_field(vm, self, STOP_ITERATION_VALUE, count ? args[0] : VALUE_NONE);
}

FIELD(code, SYSTEM_EXIT_CODE)
const GetSetDef system_exit_getset[] = {{"code", get_code, set_code}, {0}};
bool system_exit_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (!exception_initialize(vm, self, args, count, keyword_names)) return false;
    return !count || store_field(vm, self, SYSTEM_EXIT_CODE, count == 1 ? args[0] : as_exception(self)->args);
}

Value key_error_str(VM *vm, Value self) { // repr, so that a missing '' can be seen
    Tuple *args = as_tuple(as_exception(self)->args);
    return args->count == 1 ? op_repr(vm, args->items[0]) : exception_str(vm, self);
}

// ---- AttributeError, NameError, ImportError -------------------------------------------------------------------------

FIELD(attribute_name, ATTRIBUTE_ERROR_NAME)
FIELD(attribute_object, ATTRIBUTE_ERROR_OBJECT)
const GetSetDef attribute_error_getset[] = {{"name", get_attribute_name, set_attribute_name}, {"obj", get_attribute_object, set_attribute_object}, {0}};
bool attribute_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"name", "obj", NULL};
    return exception_initialize(vm, self, args, count, VALUE_UNBOUND) &&
           exception_keyword_fields(vm, self, "AttributeError", names, ATTRIBUTE_ERROR_NAME, args + count, keyword_names);
}

// What is kept of it when it is pickled or copied: its attributes, name and args; the object is not.
static Value attribute_error_state(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value attributes = get_attribute_or(vm, args[0], vm->names.__dict__, VALUE_NONE), name = exception_field(args[0], ATTRIBUTE_ERROR_NAME);
    if (attributes == VALUE_ERROR) return VALUE_ERROR;
    Dict *state = is_dict(attributes) ? dict_copy(vm, as_dict(attributes)) : dict_new(vm);
    Str *name_key = state ? str_intern(vm, "name", 4) : NULL, *args_key = name_key ? str_intern(vm, "args", 4) : NULL;
    if (!args_key || (name != VALUE_NONE && !dict_set_str(vm, state, name_key, name))) return VALUE_ERROR;
    return dict_set_str(vm, state, args_key, as_exception(args[0])->args) ? from_object(state) : VALUE_ERROR;
}
static Value attribute_error_reduce(VM *vm, Value *args, uint32_t count) {
    Value state = attribute_error_state(vm, args, count);
    return state == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 3, from_object(value_type(vm, args[0])), as_exception(args[0])->args, state);
}
const NativeDef attribute_error_methods[] = {
    {"__reduce__", {attribute_error_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {"__getstate__", {attribute_error_state}, 0, 0, 0, NULL, DOC(NULL)}, {0}};

FIELD(missing_name, NAME_ERROR_NAME)
const GetSetDef name_error_getset[] = {{"name", get_missing_name, set_missing_name}, {0}};
bool name_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"name", NULL};
    return exception_initialize(vm, self, args, count, VALUE_UNBOUND) &&
           exception_keyword_fields(vm, self, "NameError", names, NAME_ERROR_NAME, args + count, keyword_names);
}

FIELD(import_message, IMPORT_ERROR_MESSAGE)
FIELD(import_name, IMPORT_ERROR_NAME)
FIELD(import_path, IMPORT_ERROR_PATH)
FIELD(import_name_from, IMPORT_ERROR_NAME_FROM)
const GetSetDef import_error_getset[] = {
    {"msg", get_import_message, set_import_message},
    {"name", get_import_name, set_import_name},
    {"path", get_import_path, set_import_path},
    {"name_from", get_import_name_from, set_import_name_from},
    {0},
};
bool import_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"name", "path", "name_from", NULL};
    return exception_initialize(vm, self, args, count, VALUE_UNBOUND) &&
           exception_keyword_fields(vm, self, "ImportError", names, IMPORT_ERROR_NAME, args + count, keyword_names) &&
           store_field(vm, self, IMPORT_ERROR_MESSAGE, count == 1 ? args[0] : VALUE_NONE);
}
Value import_error_str(VM *vm, Value self) {
    Value message = exception_field(self, IMPORT_ERROR_MESSAGE);
    return is_exactly(message, vm->types.str) ? message : exception_str(vm, self);
}
// As BaseException has it; name, path and name_from come with the attributes.
static Value import_error_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    static const char *const names[] = {"name", "path", "name_from"};
    Exception *exception = as_exception(args[0]);
    Value type = from_object(value_type(vm, args[0])), attributes = get_attribute_or(vm, args[0], vm->names.__dict__, VALUE_NONE);
    if (attributes == VALUE_ERROR) return VALUE_ERROR;
    Dict *state = is_dict(attributes) ? dict_copy(vm, as_dict(attributes)) : dict_new(vm);
    if (!state) return VALUE_ERROR;
    for (unsigned i = 0; i < 3; i++) {
        Value value = exception_field(args[0], IMPORT_ERROR_NAME + i);
        Str *name = value == VALUE_NONE ? NULL : str_intern(vm, names[i], strlen(names[i]));
        if (value != VALUE_NONE && (!name || !dict_set_str(vm, state, name, value))) return VALUE_ERROR;
    }
    return state->used ? tuple_pack(vm, 3, type, exception->args, from_object(state)) : tuple_pack(vm, 2, type, exception->args);
}
const NativeDef import_error_methods[] = {{"__reduce__", {import_error_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};

// ---- OSError -------------------------------------------------------------------------------------------------------

static Type *type_of_errno(VM *vm, int64_t number) {
    switch (number) {
    case EAGAIN: case EALREADY: case EINPROGRESS: return vm->types.BlockingIOError;
    case EPIPE: case ESHUTDOWN: return vm->types.BrokenPipeError;
    case ECHILD: return vm->types.ChildProcessError;
    case ECONNABORTED: return vm->types.ConnectionAbortedError;
    case ECONNREFUSED: return vm->types.ConnectionRefusedError;
    case ECONNRESET: return vm->types.ConnectionResetError;
    case EEXIST: return vm->types.FileExistsError;
    case ENOENT: return vm->types.FileNotFoundError;
    case EISDIR: return vm->types.IsADirectoryError;
    case ENOTDIR: return vm->types.NotADirectoryError;
    case EINTR: return vm->types.InterruptedError;
    case EACCES: case EPERM: return vm->types.PermissionError;
    case ESRCH: return vm->types.ProcessLookupError;
    case ETIMEDOUT: return vm->types.TimeoutError;
    default: return vm->types.OSError;
    }
}

// OSError(errno, strerror[, filename[, winerror[, filename2]]]): 2 to 5 arguments have this meaning. A filename is not kept in args.
static bool os_error_parse(VM *vm, Value self, const Value *args, uint32_t count) {
    Exception *exception = as_exception(self);
    uint32_t kept = count;
    if (count >= 2 && count <= 5) {
        store_field(vm, self, OS_ERROR_ERRNO, args[0]);
        store_field(vm, self, OS_ERROR_STRERROR, args[1]);
        Value filename = count > 2 ? args[2] : VALUE_NONE;
        int64_t written;
        if (type_is_subtype(value_type(vm, self), vm->types.BlockingIOError) && (is_int(filename) || value_type(vm, filename)->slots.unary[SLOT_INDEX])) {
            if (!op_index_int64(vm, filename, &written, false)) return false;
            store_field(vm, self, OS_ERROR_WRITTEN, from_small_int(written));
        } else if (filename != VALUE_NONE) {
            store_field(vm, self, OS_ERROR_FILENAME, filename);
            if (count == 5 && args[4] != VALUE_NONE) store_field(vm, self, OS_ERROR_FILENAME2, args[4]);
            kept = 2;
        }
    }
    Value tuple = tuple_new(vm, args, kept);
    if (tuple == VALUE_ERROR) return false;
    gc_store(vm, exception, &exception->args, tuple);
    return true;
}

static bool refuse_keywords(VM *vm, Type *type, Value keyword_names) {
    if (keyword_names == VALUE_UNBOUND || !as_tuple(keyword_names)->count) return true;
    return raise_type_error(vm, "%N() takes no keyword arguments", type), false;
}

// __new__ takes the arguments, except for a subclass with an __init__ of its own, which may have others: there
// OSError.__init__ takes them, when it is called.
Value os_error_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    bool by_initialize = type->slots.initialize != os_error_initialize && type->slots.construct == os_error_construct;
    if (!by_initialize) {
        if (!refuse_keywords(vm, type, keyword_names)) return VALUE_ERROR;
        int64_t number;
        if (type == vm->types.OSError && count >= 2 && count <= 5 && is_int(args[0]) && int_to_int64(args[0], &number)) type = type_of_errno(vm, number);
    }
    Exception *exception = exception_alloc(vm, type, vm->empty_tuple);
    if (!exception) return VALUE_ERROR;
    return by_initialize || os_error_parse(vm, from_object(exception), args, count) ? from_object(exception) : VALUE_ERROR;
}
bool os_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Type *type = value_type(vm, self);
    if (type->slots.initialize == os_error_initialize || type->slots.construct != os_error_construct) return true; // done by __new__
    return refuse_keywords(vm, type, keyword_names) && os_error_parse(vm, self, args, count);
}

Value os_error_str(VM *vm, Value self) {
    Exception *e = as_exception(self);
    Value number = exception_field(self, OS_ERROR_ERRNO), text = exception_field(self, OS_ERROR_STRERROR);
    Value filename = exception_field(self, OS_ERROR_FILENAME), filename2 = exception_field(self, OS_ERROR_FILENAME2);
    if (filename != VALUE_NONE && filename2 != VALUE_NONE) return str_from_format(vm, "[Errno %S] %S: %R -> %R", number, text, filename, filename2);
    if (filename != VALUE_NONE) return str_from_format(vm, "[Errno %S] %S: %R", number, text, filename);
    if (e->fields[OS_ERROR_ERRNO] != VALUE_UNBOUND && e->fields[OS_ERROR_STRERROR] != VALUE_UNBOUND) return str_from_format(vm, "[Errno %S] %S", number, text);
    return exception_str(vm, self);
}

FIELD(errno_, OS_ERROR_ERRNO)
FIELD(strerror_, OS_ERROR_STRERROR)
FIELD(os_filename, OS_ERROR_FILENAME)
FIELD(os_filename2, OS_ERROR_FILENAME2)
static Value get_characters_written(VM *vm, Value self) {
    Value written = as_exception(self)->fields[OS_ERROR_WRITTEN];
    return written == VALUE_UNBOUND ? raise_error(vm, vm->types.AttributeError, "characters_written") : written;
}
static bool set_characters_written(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) {
        if (get_characters_written(vm, self) == VALUE_ERROR) return false;
        return store_field(vm, self, OS_ERROR_WRITTEN, VALUE_UNBOUND);
    }
    int64_t written;
    return op_index_int64(vm, value, &written, false) && store_field(vm, self, OS_ERROR_WRITTEN, from_small_int(written));
}
const GetSetDef os_error_getset[] = {
    {"errno", get_errno_, set_errno_},
    {"strerror", get_strerror_, set_strerror_},
    {"filename", get_os_filename, set_os_filename},
    {"filename2", get_os_filename2, set_os_filename2},
    {"characters_written", get_characters_written, set_characters_written},
    {0},
};

// With the arguments that args has lost.
static Value os_error_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Exception *e = as_exception(args[0]);
    Value filename = exception_field(args[0], OS_ERROR_FILENAME), filename2 = exception_field(args[0], OS_ERROR_FILENAME2), all = e->args;
    if (as_tuple(all)->count == 2 && filename != VALUE_NONE) {
        Value *items = as_tuple(all)->items;
        all = filename2 != VALUE_NONE ? tuple_pack(vm, 5, items[0], items[1], filename, VALUE_NONE, filename2) : tuple_pack(vm, 3, items[0], items[1], filename);
        if (all == VALUE_ERROR) return VALUE_ERROR;
    }
    Value type = from_object(value_type(vm, args[0])), attributes = get_attribute_or(vm, args[0], vm->names.__dict__, VALUE_NONE);
    if (attributes == VALUE_ERROR) return VALUE_ERROR;
    return is_dict(attributes) && as_dict(attributes)->used ? tuple_pack(vm, 3, type, all, attributes) : tuple_pack(vm, 2, type, all);
}
const NativeDef os_error_methods[] = {{"__reduce__", {os_error_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};

// ---- SyntaxError ---------------------------------------------------------------------------------------------------

// SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset]))
bool syntax_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (!exception_initialize(vm, self, args, count, keyword_names)) return false;
    if (count) store_field(vm, self, SYNTAX_ERROR_MESSAGE, args[0]);
    if (count != 2) return true;
    Value where = op_to_tuple(vm, args[1]);
    if (where == VALUE_ERROR) return false;
    size_t given = as_tuple(where)->count;
    if (given < 4) return raise_type_error(vm, "function takes at least 4 arguments (%zu given)", given), false;
    if (given > 6) return raise_type_error(vm, "function takes at most 6 arguments (%zu given)", given), false;
    if (given == 5) return raise_type_error(vm, "end_offset must be provided when end_lineno is provided"), false;
    for (unsigned i = 0; i < given; i++) store_field(vm, self, SYNTAX_ERROR_FILENAME + i, as_tuple(where)->items[i]);
    return true;
}

Value syntax_error_str(VM *vm, Value self) {
    Value message = exception_field(self, SYNTAX_ERROR_MESSAGE), filename = exception_field(self, SYNTAX_ERROR_FILENAME);
    Value line = exception_field(self, SYNTAX_ERROR_LINE);
    bool has_line = is_small_int(line), has_file = is_str(filename);
    if (!has_file) return has_line ? str_from_format(vm, "%S (line %R)", message, line) : op_str(vm, message);
    const char *slash = strrchr(as_str(filename)->text, '/'), *base = slash ? slash + 1 : as_str(filename)->text;
    return has_line ? str_from_format(vm, "%S (%s, line %R)", message, base, line) : str_from_format(vm, "%S (%s)", message, base);
}

FIELD(syntax_msg, SYNTAX_ERROR_MESSAGE)
FIELD(syntax_filename, SYNTAX_ERROR_FILENAME)
FIELD(syntax_lineno, SYNTAX_ERROR_LINE)
FIELD(syntax_offset, SYNTAX_ERROR_OFFSET)
FIELD(syntax_text, SYNTAX_ERROR_TEXT)
FIELD(syntax_end_lineno, SYNTAX_ERROR_END_LINE)
FIELD(syntax_end_offset, SYNTAX_ERROR_END_OFFSET)
FIELD(syntax_print, SYNTAX_ERROR_PRINT_FILE_AND_LINE)
const GetSetDef syntax_error_getset[] = {
    {"msg", get_syntax_msg, set_syntax_msg},
    {"filename", get_syntax_filename, set_syntax_filename},
    {"lineno", get_syntax_lineno, set_syntax_lineno},
    {"offset", get_syntax_offset, set_syntax_offset},
    {"text", get_syntax_text, set_syntax_text},
    {"end_lineno", get_syntax_end_lineno, set_syntax_end_lineno},
    {"end_offset", get_syntax_end_offset, set_syntax_end_offset},
    {"print_file_and_line", get_syntax_print, set_syntax_print},
    {0},
};

// ---- UnicodeError --------------------------------------------------------------------------------------------------

static bool must_be_str(VM *vm, Value v, int argument) {
    if (is_str(v)) return true;
    raise_type_error(vm, "argument %d must be str, not %s", argument, v == VALUE_NONE ? "None" : type_name_of(vm, v));
    return false;
}

// `first`: how many of encoding and object the caller has checked; then follow start, end, reason.
static bool unicode_error_store(VM *vm, Value self, Value encoding, Value object, const Value *rest, int first) {
    int64_t start, end;
    if (!op_index_int64(vm, rest[0], &start, false) || !op_index_int64(vm, rest[1], &end, false) || !must_be_str(vm, rest[2], first + 3)) return false;
    store_field(vm, self, UNICODE_ERROR_ENCODING, encoding);
    store_field(vm, self, UNICODE_ERROR_OBJECT, object);
    store_field(vm, self, UNICODE_ERROR_START, from_small_int(start));
    store_field(vm, self, UNICODE_ERROR_END, from_small_int(end));
    return store_field(vm, self, UNICODE_ERROR_REASON, rest[2]);
}

static bool takes_exactly(VM *vm, uint32_t wanted, uint32_t count) {
    if (count == wanted) return true;
    return raise_type_error(vm, "function takes exactly %u arguments (%u given)", wanted, count), false;
}

bool unicode_decode_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (!exception_initialize(vm, self, args, count, keyword_names) || !takes_exactly(vm, 5, count) || !must_be_str(vm, args[0], 1)) return false;
    const unsigned char *data;
    size_t size;
    Value object = args[1];
    if (!is_bytes(object)) {
        if (!bytes_view(object, &data, &size)) return raise_type_error(vm, "a bytes-like object is required, not '%T'", object), false;
        object = bytes_new(vm, data, size);
        if (object == VALUE_ERROR) return false;
    }
    return unicode_error_store(vm, self, args[0], object, args + 2, 2);
}
bool unicode_encode_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    return exception_initialize(vm, self, args, count, keyword_names) && takes_exactly(vm, 5, count) && must_be_str(vm, args[0], 1) &&
           must_be_str(vm, args[1], 2) && unicode_error_store(vm, self, args[0], args[1], args + 2, 2);
}
bool unicode_translate_error_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    return exception_initialize(vm, self, args, count, keyword_names) && takes_exactly(vm, 4, count) && must_be_str(vm, args[0], 1) &&
           unicode_error_store(vm, self, VALUE_UNBOUND, args[0], args + 1, 1);
}

// start and end as ints; false: the exception was made without __init__, or a script put something else there.
static bool unicode_range(Value self, int64_t *start, int64_t *end) {
    const Exception *e = as_exception(self);
    return is_small_int(e->fields[UNICODE_ERROR_START]) && is_small_int(e->fields[UNICODE_ERROR_END]) &&
           (*start = small_int(e->fields[UNICODE_ERROR_START]), *end = small_int(e->fields[UNICODE_ERROR_END]), true);
}

Value unicode_decode_error_str(VM *vm, Value self) {
    int64_t start, end;
    Value object = exception_field(self, UNICODE_ERROR_OBJECT), encoding = exception_field(self, UNICODE_ERROR_ENCODING), reason = exception_field(self, UNICODE_ERROR_REASON);
    if (!unicode_range(self, &start, &end) || !is_bytes(object)) return vm->empty_str;
    const Bytes *bytes = (const Bytes *)as_object(object);
    if (start >= 0 && (uint64_t)start < bytes->size && end == start + 1)
        return str_from_format(vm, "'%S' codec can't decode byte 0x%02x in position %zd: %S", encoding, bytes->data[start], start, reason);
    return str_from_format(vm, "'%S' codec can't decode bytes in position %zd-%zd: %S", encoding, start, end - 1, reason);
}

// "character '\xe9' in position 3" or "characters in position 3-4"
static Value unicode_what(VM *vm, Value object, int64_t start, int64_t end) {
    if (start < 0 || (uint64_t)start >= as_str(object)->length || end != start + 1) return str_from_format(vm, "characters in position %zd-%zd", start, end - 1);
    unsigned size;
    uint32_t c = utf8_decode(as_str(object)->text + str_offset(vm, as_str(object), (size_t)start), &size);
    return str_from_format(vm, c < 0x100 ? "character '\\x%02x' in position %zd" : c < 0x10000 ? "character '\\u%04x' in position %zd" : "character '\\U%08x' in position %zd", c, start);
}
static Value unicode_text_error_str(VM *vm, Value self, bool encode) {
    int64_t start, end;
    Value object = exception_field(self, UNICODE_ERROR_OBJECT), reason = exception_field(self, UNICODE_ERROR_REASON);
    if (!unicode_range(self, &start, &end) || !is_str(object)) return vm->empty_str;
    Value what = unicode_what(vm, object, start, end);
    if (what == VALUE_ERROR) return VALUE_ERROR;
    if (!encode) return str_from_format(vm, "can't translate %S: %S", what, reason);
    return str_from_format(vm, "'%S' codec can't encode %S: %S", exception_field(self, UNICODE_ERROR_ENCODING), what, reason);
}
Value unicode_encode_error_str(VM *vm, Value self) { return unicode_text_error_str(vm, self, true); }
Value unicode_translate_error_str(VM *vm, Value self) { return unicode_text_error_str(vm, self, false); }

FIELD(unicode_encoding, UNICODE_ERROR_ENCODING)
FIELD(unicode_object, UNICODE_ERROR_OBJECT)
FIELD(unicode_start, UNICODE_ERROR_START)
FIELD(unicode_end, UNICODE_ERROR_END)
FIELD(unicode_reason, UNICODE_ERROR_REASON)
// Only numbers, and always one.
static bool set_place(VM *vm, Value self, Value value, bool (*set)(VM *vm, Value self, Value value)) {
    int64_t place;
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "can't delete numeric/char attribute"), false;
    if (!is_int(value)) return raise_type_error(vm, "an integer is required"), false;
    return op_index_int64(vm, value, &place, true) && set(vm, self, int_from_int64(vm, place));
}
static bool set_unicode_start_place(VM *vm, Value self, Value value) { return set_place(vm, self, value, set_unicode_start); }
static bool set_unicode_end_place(VM *vm, Value self, Value value) { return set_place(vm, self, value, set_unicode_end); }
const GetSetDef unicode_error_getset[] = {
    {"encoding", get_unicode_encoding, set_unicode_encoding},
    {"object", get_unicode_object, set_unicode_object},
    {"start", get_unicode_start, set_unicode_start_place},
    {"end", get_unicode_end, set_unicode_end_place},
    {"reason", get_unicode_reason, set_unicode_reason},
    {0},
};
