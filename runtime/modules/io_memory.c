#include "runtime/modules/io_private.h"
#include "runtime/objects/int.h"
#include "runtime/type.h"
#include "runtime/attributes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/file.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/module.h"

static MemoryStream *as_stream(Value v) { return (MemoryStream *)as_object(v); }

bool io_need_open(VM *vm, Value stream) {
    if (!as_stream(stream)->is_closed) return true;
    bool is_text = value_type(vm, stream)->spec == &string_io_spec;
    return raise_value_error(vm, is_text ? "I/O operation on closed file" : "I/O operation on closed file."), false;
}

bool io_size_argument(VM *vm, const Value *args, uint32_t count, int64_t *out) {
    *out = -1;
    if (count < 2 || args[1] == VALUE_NONE) return true;
    if (is_small_int(args[1])) return *out = small_int(args[1]) < 0 ? -1 : small_int(args[1]), true;
    if (!value_type(vm, args[1])->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[1]), false;
    Value size = op_index(vm, args[1]);
    if (size == VALUE_ERROR) return false;
    if (!op_index_int64(vm, size, out, false)) {
        error_clear(vm);
        return raise_error(vm, vm->types.OverflowError, "cannot fit 'int' into an index-sized integer"), false;
    }
    if (*out < 0) *out = -1;
    return true;
}

bool io_state_argument(VM *vm, Value self, Value state, size_t count) {
    if (is_tuple(state) && as_tuple(state)->count >= count) return io_need_open(vm, self);
    const char *name = type_native_base(value_type(vm, self))->name->text;
    return raise_type_error(vm, "_io.%s.__setstate__ argument should be %zu-tuple, got %T", name, count, state), false;
}
bool io_set_position(VM *vm, Value at, const char *refusal, size_t *out) {
    int64_t position;
    if (!is_int(at)) return raise_type_error(vm, refusal, at), false;
    if (!op_index_int64(vm, at, &position, false)) return false;
    if (position < 0) return raise_value_error(vm, "position value cannot be negative"), false;
    return *out = (size_t)position, true;
}
bool io_set_attributes(VM *vm, Value self, Value attributes, const char *refusal) {
    if (attributes == VALUE_NONE) return true;
    if (!is_dict(attributes)) return raise_type_error(vm, refusal, attributes), false;
    Dict *own = attributes_dict(vm, as_object(self));
    return own && dict_update(vm, own, attributes);
}

Value io_unsupported(VM *vm, const char *what) {
    Str *io = str_intern(vm, "io", 2), *name = io ? str_intern(vm, "UnsupportedOperation", 20) : NULL;
    Value module = name ? import_module(vm, io) : VALUE_ERROR, class_ = module == VALUE_ERROR ? VALUE_ERROR : get_attribute(vm, module, name);
    if (class_ == VALUE_ERROR) return VALUE_ERROR;
    return is_object(class_) && as_object(class_)->shape->type->layout == LAYOUT_TYPE ? raise_error(vm, (Type *)as_object(class_), "%s", what) : raise_error(vm, vm->types.OSError, "%s", what);
}

Value io_next_by_method(VM *vm, Value self) {
    Value line = call_method(vm, self, vm->names.readline, NULL, 0);
    int64_t size = line == VALUE_ERROR ? -1 : op_length(vm, line);
    return size < 0 ? VALUE_ERROR : size ? line : VALUE_END;
}

IO_METHOD(readlines) {
    int64_t hint, total = 0;
    if (!io_size_argument(vm, args, count, &hint) || !io_need_open(vm, args[0])) return VALUE_ERROR;
    Value list = list_new(vm, NULL, 0);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    while (list != VALUE_ERROR) {
        Value line = op_next(vm, args[0]);
        if (line == VALUE_END) break;
        int64_t size = line == VALUE_ERROR ? -1 : op_length(vm, line);
        if (size < 0 || !list_append(vm, as_list(list), line)) list = VALUE_ERROR;
        total += size;
        if (hint > 0 && total >= hint) break;
    }
    ROOT_END(vm);
    return list;
}

IO_METHOD(writelines) {
    (void)count;
    if (!io_need_open(vm, args[0])) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[1]), result = iterator == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
    if (iterator != VALUE_ERROR) root_push(vm, iterator);
    while (result == VALUE_NONE) {
        Value line = op_next(vm, iterator);
        if (line == VALUE_END) break;
        if (line == VALUE_ERROR || call_method(vm, args[0], vm->names.write, &line, 1) == VALUE_ERROR) result = VALUE_ERROR;
    }
    ROOT_END(vm);
    return result;
}

IO_METHOD(tell) { return (void)count, io_need_open(vm, args[0]) ? from_small_int((int64_t)as_stream(args[0])->at) : VALUE_ERROR; }
IO_METHOD(can) { return (void)count, io_need_open(vm, args[0]) ? VALUE_TRUE : VALUE_ERROR; }
// What CPython's base class does words it with a full stop.
static bool base_needs_open(VM *vm, Value stream) { return !as_stream(stream)->is_closed || (raise_value_error(vm, "I/O operation on closed file."), false); }
Value io_self(VM *vm, Value self) { return base_needs_open(vm, self) ? self : VALUE_ERROR; }
IO_METHOD(isatty) { return (void)count, base_needs_open(vm, args[0]) ? VALUE_FALSE : VALUE_ERROR; }
IO_METHOD(flush) { return (void)count, base_needs_open(vm, args[0]) ? VALUE_NONE : VALUE_ERROR; }
IO_METHOD(enter) { return (void)count, base_needs_open(vm, args[0]) ? args[0] : VALUE_ERROR; }
IO_METHOD(exit) {
    (void)count;
    return call_method(vm, args[0], vm->names.close, NULL, 0) == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
}
IO_METHOD(fileno) { return (void)args, (void)count, io_unsupported(vm, "fileno"); }
IO_METHOD(detach) { return (void)args, (void)count, io_unsupported(vm, "detach"); }
Value io_get_closed(VM *vm, Value self) { return (void)vm, from_bool(as_stream(self)->is_closed); }

// _text_over(binary, encoding, errors, newline, line_buffering): text over the stream of a file that open() made.
static Value io_text_over(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_file(args[0])) return raise_type_error(vm, "expected a binary file, not %T", args[0]);
    int line_buffering = op_truth(vm, args[4]);
    if (line_buffering < 0) return VALUE_ERROR;
    for (int i = 1; i < 3; i++)
        if (args[i] != VALUE_NONE && !is_str(args[i])) return raise_type_error(vm, "TextIOWrapper() argument '%s' must be str or None, not %T", i == 1 ? "encoding" : "errors", args[i]);
    FileOptions options = {.buffering = line_buffering ? 1 : -1, .encoding = args[1], .errors = args[2], .newline = args[3], .opener = VALUE_UNBOUND};
    return file_text_over(vm, args[0], &options);
}

static bool define_file_types(VM *vm, Dict *space) {
    Type *types[] = {vm->types.file, vm->types.buffered_reader, vm->types.buffered_writer, vm->types.buffered_random, vm->types.file_io};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!(types[i] = type_complete(vm, types[i])) || !dict_set_str(vm, space, types[i]->name, from_object(types[i]))) return false;
    return true;
}

static bool io_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    static const TypeSpec *const specs[IO_TYPES] = {&string_io_spec, &bytes_io_spec, &decoded_text_spec};
    Value types = tuple_new(vm, NULL, IO_TYPES);
    if (types == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_IO] = types;
    for (size_t i = 0; i < IO_TYPES; i++) {
        Type *type = type_new_from_spec(vm, specs[i], vm->types.object);
        const char *name = strchr(specs[i]->name, '.') + 1;
        Str *key = type ? str_intern(vm, name, strlen(name)) : NULL;
        if (!key || !dict_set_str(vm, space, key, from_object(type))) return false;
        gc_store(vm, as_object(types), &as_tuple(types)->items[i], from_object(type));
    }
    return define_file_types(vm, space);
}
static const NativeDef functions[] = {{"_text_over", {io_text_over}, 5, 5, 0, NULL, DOC("Text over the stream of a binary file.")}, {0}};
const ModuleDef io_module = {"_io", functions, io_initialize};
