// BytesIO: its bytes are a bytearray, so that getbuffer() can give a view of them; or, while nothing has changed them, the bytes object that they were
// taken from or given out as.
#include "runtime/modules/io_private.h"
#include "runtime/attributes.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/memoryview.h"
#include "runtime/type.h"

typedef struct BytesIO {
    MemoryStream stream;
    Value buffer; // bytearray, or exact bytes
} BytesIO;

static BytesIO *as_bytes_io(Value v) { return (BytesIO *)as_object(v); }
static BytesView contents(Value v) {
    Value buffer = as_bytes_io(v)->buffer;
    if (is_bytearray(buffer)) return (BytesView){as_bytearray(buffer)->data, as_bytearray(buffer)->size};
    return (BytesView){as_bytes(buffer)->data, as_bytes(buffer)->size};
}

static void bytes_io_trace(VM *vm, Object *self) { gc_mark_part(vm, ((BytesIO *)self)->buffer); }
static Value bytes_io_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    BytesIO *b = object_new(vm, type, sizeof *b);
    if (!b) return VALUE_ERROR;
    Object head = b->stream.head;
    Value *overflow = type->flags & TYPE_HEAP ? b->stream.overflow : NULL;
    *b = (BytesIO){.stream = {.head = head, .overflow = overflow}, .buffer = vm->empty_bytes};
    return from_object(b);
}
// What a stream with the bytes of `given` begins with.
static Value holding(VM *vm, Value given) {
    BytesView view;
    if (is_exactly(given, vm->types.bytes)) return bytes_seal(as_bytes(given)), given;
    return bytes_need_view(vm, given, &view) ? bytearray_new(vm, view.data, view.size) : VALUE_ERROR;
}
// The bytes as a bytearray, to be changed. NULL: MemoryError.
static ByteArray *own_buffer(VM *vm, Value self) {
    BytesIO *b = as_bytes_io(self);
    if (is_bytearray(b->buffer)) return as_bytearray(b->buffer);
    BytesView view = contents(self);
    Value buffer = bytearray_new(vm, view.data, view.size);
    if (buffer == VALUE_ERROR) return NULL;
    gc_store(vm, as_object(self), &b->buffer, buffer);
    return as_bytearray(buffer);
}
static bool bytes_io_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value given;
    if (!bind_arguments(vm, "BytesIO", "initial_bytes", 0, 1, args, count, keyword_names, &given)) return false;
    Value buffer = given == VALUE_UNBOUND || given == VALUE_NONE ? vm->empty_bytes : holding(vm, given);
    if (buffer == VALUE_ERROR) return false;
    gc_store(vm, as_object(self), &as_bytes_io(self)->buffer, buffer);
    as_bytes_io(self)->stream.at = 0;
    as_bytes_io(self)->stream.is_closed = false;
    return true;
}

// ---- reading -----------------------------------------------------------------------------------------------------

// Takes up to `most` bytes (-1: all); where they are.
static BytesView take(Value self, int64_t most) {
    BytesIO *b = as_bytes_io(self);
    BytesView buffer = contents(self);
    if (b->stream.at >= buffer.size) return (BytesView){(const unsigned char *)"", 0};
    size_t left = buffer.size - b->stream.at, size = most >= 0 && (uint64_t)most < left ? (size_t)most : left;
    BytesView view = {buffer.data + b->stream.at, size};
    b->stream.at += size;
    return view;
}
static Value taken(VM *vm, BytesView view) { return view.size ? bytes_new(vm, view.data, view.size) : vm->empty_bytes; }
// All the bytes: an object that the stream shares from now on, unless a view of its buffer may change them.
static Value whole(VM *vm, Value self) {
    BytesIO *b = as_bytes_io(self);
    if (!is_bytearray(b->buffer)) return b->buffer;
    Value bytes = taken(vm, contents(self));
    if (bytes != VALUE_ERROR && !as_bytearray(b->buffer)->views) gc_store(vm, as_object(self), &b->buffer, bytes);
    return bytes;
}

static Value method_read(VM *vm, Value *args, uint32_t count) {
    int64_t most;
    if (!io_size_argument(vm, args, count, &most) || !io_need_open(vm, args[0])) return VALUE_ERROR;
    BytesView all = contents(args[0]);
    if (as_bytes_io(args[0])->stream.at || !all.size || (most >= 0 && (uint64_t)most < all.size)) return taken(vm, take(args[0], most));
    as_bytes_io(args[0])->stream.at = all.size;
    return whole(vm, args[0]);
}
static Value read_line(VM *vm, Value self, int64_t most) {
    BytesView buffer = contents(self);
    size_t at = as_bytes_io(self)->stream.at;
    const unsigned char *end = at < buffer.size ? memchr(buffer.data + at, '\n', buffer.size - at) : NULL;
    int64_t size = end ? end + 1 - (buffer.data + at) : INT64_MAX;
    return taken(vm, take(self, most >= 0 && most < size ? most : size));
}
static Value method_readline(VM *vm, Value *args, uint32_t count) {
    int64_t most;
    return io_size_argument(vm, args, count, &most) && io_need_open(vm, args[0]) ? read_line(vm, args[0], most) : VALUE_ERROR;
}
static Value bytes_io_next(VM *vm, Value self) {
    if (value_type(vm, self)->flags & TYPE_HEAP) return io_next_by_method(vm, self);
    if (!io_need_open(vm, self)) return VALUE_ERROR;
    Value line = read_line(vm, self, -1);
    return line == VALUE_ERROR || as_bytes(line)->size ? line : VALUE_END;
}
static Value method_readinto(VM *vm, Value *args, uint32_t count) {
    (void)count;
    unsigned char *into;
    size_t room;
    if (!io_need_open(vm, args[0])) return VALUE_ERROR;
    if (!bytes_writable_view(args[1], &into, &room)) return raise_type_error(vm, "readinto() argument must be read-write bytes-like object, not %T", args[1]);
    BytesView view = take(args[0], (int64_t)room);
    memmove(into, view.data, view.size);
    return from_small_int((int64_t)view.size);
}
static Value method_getvalue(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return io_need_open(vm, args[0]) ? whole(vm, args[0]) : VALUE_ERROR;
}
static Value method_getbuffer(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Type *memoryview = io_need_open(vm, args[0]) && own_buffer(vm, args[0]) ? type_complete(vm, vm->types.memoryview) : NULL;
    return memoryview ? call_value(vm, from_object(memoryview), &as_bytes_io(args[0])->buffer, 1) : VALUE_ERROR;
}

// ---- writing, moving ---------------------------------------------------------------------------------------------

// Before a change. May collect.
static bool may_change(VM *vm, Value self) {
    if (!is_bytearray(as_bytes_io(self)->buffer)) return true;
    ByteArray *buffer = as_bytearray(as_bytes_io(self)->buffer);
    if (!buffer->views || !buffer_is_shown(vm, from_object(buffer), &buffer->views)) return true;
    return raise_error(vm, vm->types.BufferError, "Existing exports of data: object cannot be re-sized"), false;
}

static Value method_write(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesIO *b = as_bytes_io(args[0]);
    BytesView view;
    size_t end;
    if (!io_need_open(vm, args[0]) || !may_change(vm, args[0]) || !bytes_need_view(vm, args[1], &view)) return VALUE_ERROR;
    if (!view.size) return from_small_int(0);
    if (__builtin_add_overflow(b->stream.at, view.size, &end) || end > INT64_MAX) return raise_memory_error(vm);
    ByteArray *buffer = own_buffer(vm, args[0]);
    if (!buffer) return VALUE_ERROR;
    if (end > buffer->size) {
        ptrdiff_t inside = view.data >= buffer->data && buffer->data && view.data < buffer->data + buffer->size ? view.data - buffer->data : -1; // a view of itself
        size_t wanted = end > buffer->capacity ? end + end / 2 : end;
        if (!bytearray_reserve(vm, buffer, wanted)) return VALUE_ERROR;
        if (inside >= 0) view.data = buffer->data + inside;
        if (b->stream.at > buffer->size) memset(buffer->data + buffer->size, 0, b->stream.at - buffer->size);
        buffer->size = end;
    }
    memmove(buffer->data + b->stream.at, view.data, view.size);
    b->stream.at = end;
    return from_small_int((int64_t)view.size);
}

static Value method_seek(VM *vm, Value *args, uint32_t count) {
    BytesIO *b = as_bytes_io(args[0]);
    int64_t position, whence = 0, target;
    if (!op_index_int64(vm, args[1], &position, false) || (count > 2 && !op_index_int64(vm, args[2], &whence, true)) || !io_need_open(vm, args[0])) return VALUE_ERROR;
    if (whence < 0 || whence > 2) return raise_value_error(vm, "invalid whence (%zd, should be 0, 1 or 2)", (ptrdiff_t)whence);
    if (whence == 0 && position < 0) return raise_value_error(vm, "negative seek value %zd", (ptrdiff_t)position);
    int64_t from = whence == 1 ? (int64_t)b->stream.at : whence == 2 ? (int64_t)contents(args[0]).size : 0;
    if (__builtin_add_overflow(from, position, &target)) return raise_overflow_error(vm, "new position too large");
    b->stream.at = target < 0 ? 0 : (size_t)target;
    return int_from_uint64(vm, b->stream.at);
}

static Value method_truncate(VM *vm, Value *args, uint32_t count) {
    int64_t size = (int64_t)as_bytes_io(args[0])->stream.at;
    bool is_given = count > 1 && args[1] != VALUE_NONE;
    if (is_given && !value_type(vm, args[1])->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[1]);
    if (is_given && !op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    if (!io_need_open(vm, args[0]) || !may_change(vm, args[0])) return VALUE_ERROR;
    if (size < 0) return raise_value_error(vm, "negative size value %zd", (ptrdiff_t)size);
    if ((size_t)size < contents(args[0]).size) {
        ByteArray *buffer = own_buffer(vm, args[0]);
        if (!buffer) return VALUE_ERROR;
        buffer->size = (size_t)size;
    }
    return int_from_int64(vm, size);
}

static Value method_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!may_change(vm, args[0])) return VALUE_ERROR;
    gc_store(vm, as_object(args[0]), &as_bytes_io(args[0])->buffer, vm->empty_bytes);
    as_bytes_io(args[0])->stream.is_closed = true;
    return VALUE_NONE;
}

static Value method_getstate(VM *vm, Value *args, uint32_t count) {
    Value state[3] = {method_getvalue(vm, args, count), VALUE_UNBOUND, VALUE_UNBOUND};
    if (state[0] == VALUE_ERROR || (state[1] = int_from_uint64(vm, as_bytes_io(args[0])->stream.at)) == VALUE_ERROR) return VALUE_ERROR;
    return (state[2] = attributes_state(vm, args[0])) == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, state, 3);
}
static Value method_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesIO *b = as_bytes_io(args[0]);
    if (!io_state_argument(vm, args[0], args[1], 3) || !may_change(vm, args[0])) return VALUE_ERROR;
    const Value *state = as_tuple(args[1])->items;
    Value buffer = holding(vm, state[0]);
    if (buffer == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, as_object(args[0]), &b->buffer, buffer);
    b->stream.at = contents(args[0]).size;
    if (!io_set_position(vm, state[1], "second item of state must be an integer, not %T", &b->stream.at)) return VALUE_ERROR;
    return io_set_attributes(vm, args[0], state[2], "third item of state should be a dict, got a %T") ? VALUE_NONE : VALUE_ERROR;
}

static const NativeDef methods[] = {
    {"getvalue", {method_getvalue}, 0, 0, 0, NULL, DOC("Retrieve the entire contents of the BytesIO object.")},
    {"getbuffer", {method_getbuffer}, 0, 0, 0, NULL, DOC("Get a read-write view over the contents of the BytesIO object.")},
    {"read", {method_read}, 0, 1, 0, NULL, DOC("Read at most size bytes, returned as a bytes object.")},
    {"read1", {method_read}, 0, 1, 0, NULL, DOC("Read at most size bytes, returned as a bytes object.")},
    {"readline", {method_readline}, 0, 1, 0, NULL, DOC("Next line from the file, as a bytes object.")},
    {"readinto", {method_readinto}, 1, 1, 0, NULL, DOC("Read bytes into buffer.")},
    {"readinto1", {method_readinto}, 1, 1, 0, NULL, DOC("Read bytes into buffer.")},
    {"write", {method_write}, 1, 1, 0, NULL, DOC("Write bytes to file.\n\nReturn the number of bytes written.")},
    {"seek", {method_seek}, 1, 2, 0, NULL, DOC("Change stream position.")},
    {"truncate", {method_truncate}, 0, 1, 0, NULL, DOC("Truncate the file to at most size bytes.")},
    {"close", {method_close}, 0, 0, 0, NULL, DOC("Disable all I/O operations.")},
    {"__getstate__", {method_getstate}, 0, 0, 0, NULL, DOC(NULL)}, {"__setstate__", {method_setstate}, 1, 1, 0, NULL, DOC(NULL)},
    IO_METHODS,
    {0},
};
static const GetSetDef getset[] = {{"closed", io_get_closed, NULL}, {0}};
const TypeSpec bytes_io_spec = {
    .name = "_io.BytesIO",
    .layout = LAYOUT_OTHER,
    .size = sizeof(BytesIO),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(iter, io_self), SLOT(next, bytes_io_next), SLOT(construct, bytes_io_construct), SLOT(initialize, bytes_io_initialize), SLOT(trace, bytes_io_trace)),
    .methods = methods,
    .getset = getset,
    .doc = TYPE_DOC("Buffered I/O implementation using an in-memory bytes buffer."),
};
