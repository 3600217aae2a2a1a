// bytearray: storage, the type, and its own methods. What it shares with bytes is in bytes*.c.
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static const char out_of_range[] = "byte must be in range(0, 256)";

// ---- storage -----------------------------------------------------------------------------------------------------

static ByteArray *bytearray_alloc(VM *vm, Type *type) {
    ByteArray *array = (type = type_complete(vm, type)) ? object_new(vm, type, type->instance_size) : NULL;
    if (!array) return NULL;
    array->overflow = NULL;
    array->block = array->data = NULL;
    array->size = array->capacity = 0;
    array->views = 0;
    return array;
}

static size_t skipped(const ByteArray *array) { return (size_t)(array->data - array->block); }
// The bytes move to the start of their block.
static void take_skipped(ByteArray *array) {
    if (!skipped(array)) return;
    memmove(array->block, array->data, array->size);
    array->capacity += skipped(array);
    array->data = array->block;
}
// The block gets another size, at least that of what is in it. Nothing is skipped.
static bool resize(VM *vm, ByteArray *array, size_t capacity) {
    unsigned char *data = block_resize(vm, array->data, array->capacity, capacity);
    if (!data) return false;
    gc_store_object(vm, array, &array->block, data);
    array->data = data;
    array->capacity = capacity;
    return true;
}

bool bytearray_reserve(VM *vm, ByteArray *array, size_t size) {
    if (size <= array->capacity) return true;
    if (size > SIZE_MAX / 4) return raise_memory_error(vm), false;
    take_skipped(array);
    if (size + (size >> 3) <= array->capacity) return true; // so much room that it is not moved each time
    return resize(vm, array, array->capacity ? size + (size >> 3) + 16 : size < 16 ? 16 : size);
}

Value bytearray_new(VM *vm, const void *data, size_t size) {
    ByteArray *array = bytearray_alloc(vm, vm->types.bytearray);
    if (!array || (size && !bytearray_reserve(vm, array, size))) return VALUE_ERROR;
    if (size && data) text_copy_long(array->data, data, size);
    else if (size) memset(array->data, 0, size);
    array->size = size;
    return from_object(array);
}

// Replaces bytes [start, stop) by `count` others, which do not lie in this array.
static bool splice(VM *vm, ByteArray *array, size_t start, size_t stop, const unsigned char *bytes, size_t count) {
    size_t removed = stop - start, size = array->size - removed + count;
    if (!bytearray_reserve(vm, array, size)) return false;
    if (!start && count < removed && array->size > stop) { // the front of it
        size_t fewer = removed - count;
        array->data += fewer, array->capacity -= fewer;
    } else if (array->size > stop && count != removed) memmove(array->data + start + count, array->data + stop, array->size - stop);
    if (count) text_copy_long(array->data + start, bytes, count);
    array->size = size;
    size_t all = array->capacity + skipped(array);
    if (size < all / 4 && all > 256) {
        take_skipped(array);
        if (!resize(vm, array, size + 16)) error_clear(vm); // it only would have saved memory
    }
    return true;
}

// Before a change of size. May collect.
static bool may_resize(VM *vm, ByteArray *array) {
    if (!buffer_is_shown(vm, from_object(array), &array->views)) return true;
    return raise_error(vm, vm->types.BufferError, "Existing exports of data: object cannot be re-sized"), false;
}

// ---- construction ------------------------------------------------------------------------------------------------

static Value bytearray_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    ByteArray *array = bytearray_alloc(vm, type);
    return array ? from_object(array) : VALUE_ERROR;
}

// The bytes for a bytearray from any source but a str: bytes-like objects, sizes, iterables. The result is viewable.
static Value source_bytes(VM *vm, Value source) {
    BytesView view;
    if (bytes_view(source, &view.data, &view.size)) return source;
    Value exported = is_object(source) ? memoryview_of_exporter(vm, source) : VALUE_UNBOUND;
    if (exported != VALUE_UNBOUND) return exported == VALUE_ERROR ? VALUE_ERROR : memoryview_to_bytes(vm, exported);
    if (is_int(source) || value_type(vm, source)->slots.unary[SLOT_INDEX]) {
        int64_t size;
        Value number = op_index(vm, source);
        if (number != VALUE_ERROR) {
            if (!int_to_int64(number, &size)) return raise_overflow_error(vm, "cannot fit '%T' into an index-sized integer", source);
            return size < 0 ? raise_value_error(vm, "negative count") : bytes_new(vm, NULL, (size_t)size);
        }
        if (!error_matches(vm, vm->types.TypeError)) return VALUE_ERROR;
        error_clear(vm);
    }
    return bytes_from_iterable(vm, source, out_of_range, "bytearray", false);
}

static bool bytearray_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value bound[3], source;
    if (!bind_arguments(vm, "bytearray", "source encoding errors", 0, 3, args, count, keyword_names, bound)) return false;
    source = bytes_from_text(vm, "bytearray", bound[0], bound[1], bound[2]);
    if (source == VALUE_ERROR) return false;
    ByteArray *array = as_bytearray(self);
    if (array->size) {
        ROOT_SCOPE(vm);
        root_push(vm, self), root_push(vm, source), root_push(vm, bound[0]);
        bool good = may_resize(vm, array);
        ROOT_END(vm);
        if (!good) return false;
    }
    if (source == VALUE_UNBOUND && bound[0] == VALUE_UNBOUND) {
        array->size = 0;
        return true;
    }
    int64_t zeros;
    if (source == VALUE_UNBOUND && !array->size && is_int(bound[0]) && int_to_int64(bound[0], &zeros) && zeros >= 0) { // in place
        if (!bytearray_reserve(vm, array, (size_t)zeros)) return false;
        if (zeros) memset(array->data, 0, (size_t)zeros);
        array->size = (size_t)zeros;
        return true;
    }
    if (source == VALUE_UNBOUND) source = source_bytes(vm, bound[0]);
    BytesView v;
    if (source == VALUE_ERROR || source == self) return source == self;
    bytes_view(source, &v.data, &v.size);
    return splice(vm, array, 0, array->size, v.data, v.size);
}

// ---- slots -------------------------------------------------------------------------------------------------------

static Value bytearray_repr(VM *vm, Value self) {
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_cstring(&b, type_name_of(vm, self));
    str_builder_add_char(&b, '(');
    bytes_add_repr(&b, view_of(self), true);
    str_builder_add_char(&b, ')');
    return str_builder_finish(&b);
}

static int64_t bytearray_length(VM *vm, Value self) { return (void)vm, (int64_t)as_bytearray(self)->size; }

// What is assigned to a slice, as a value with a view that is not the array's own.
static Value assigned_bytes(VM *vm, Value value) {
    BytesView v;
    if (value == VALUE_UNBOUND) return bytes_new(vm, NULL, 0);
    if (bytes_view(value, &v.data, &v.size)) return is_bytes(value) ? value : bytes_new(vm, v.data, v.size);
    bool is_number = value_type(vm, value)->slots.unary[SLOT_FLOAT] || value_type(vm, value)->slots.unary[SLOT_INDEX] || is_exactly(value, vm->types.complex_);
    if (is_number || is_str(value)) return raise_type_error(vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return bytes_from_iterable(vm, value, out_of_range, "bytearray", false);
}

static void delete_every(ByteArray *array, int64_t start, int64_t step, int64_t count) {
    if (step < 0) start += (count - 1) * step, step = -step;
    size_t kept = (size_t)start;
    int64_t next = start;
    for (size_t i = (size_t)start; i < array->size; i++) {
        if (count && (int64_t)i == next) next += --count ? step : 0; // behind the last one it might overflow
        else array->data[kept++] = array->data[i];
    }
    array->size = kept;
}

static bool set_slice(VM *vm, Value self, Value slice, Value value) {
    ByteArray *array = as_bytearray(self);
    int64_t start, stop, step, count;
    if (!bytes_slice_indices(vm, self, slice, &start, &stop, &step, &count)) return false; // errors of the slice come first
    ROOT_SCOPE(vm);
    Value bytes = assigned_bytes(vm, value);
    if (bytes == VALUE_ERROR) return false;
    root_push(vm, bytes);
    bool good = bytes_slice_indices(vm, self, slice, &start, &stop, &step, &count);
    BytesView v = view_of(bytes);
    if (good && (step == 1 ? v.size != (size_t)(stop < start ? 0 : stop - start) : !v.size && count)) good = may_resize(vm, array);
    if (good && step == 1) {
        good = splice(vm, array, (size_t)start, (size_t)(stop < start ? start : stop), v.data, v.size);
    } else if (good && !v.size) { // nothing deletes
        if (count) delete_every(array, start, step, count);
    } else if (good && (size_t)count != v.size) {
        raise_value_error(vm, "attempt to assign bytes of size %zu to extended slice of size %zd", v.size, count);
        good = false;
    } else if (good) {
        for (int64_t i = 0; i < count; i++) array->data[start + i * step] = v.data[i];
    }
    ROOT_END(vm);
    return good;
}

static bool bytearray_set_item(VM *vm, Value self, Value key, Value value) {
    if (is_layout(key, LAYOUT_SLICE)) return set_slice(vm, self, key, value);
    ByteArray *array = as_bytearray(self);
    unsigned char byte = 0;
    if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "bytearray indices must be integers or slices, not %T", key), false;
    Value number = op_index(vm, key);
    if (number == VALUE_ERROR || (value != VALUE_UNBOUND && !bytes_need_byte(vm, value, out_of_range, &byte))) return false;
    size_t index;
    if (!sequence_index(vm, number, array->size, "bytearray", "bytearray index out of range", &index)) return false;
    if (value == VALUE_UNBOUND) return may_resize(vm, array) && splice(vm, array, index, index + 1, NULL, 0);
    array->data[index] = byte;
    return true;
}

static bool append_view(VM *vm, ByteArray *array, Value value) {
    BytesView v;
    bytes_view(value, &v.data, &v.size);
    size_t size = v.size;
    if (!bytearray_reserve(vm, array, array->size + size)) return false;
    bytes_view(value, &v.data, &v.size); // it may be this array
    if (size) memmove(array->data + array->size, v.data, size);
    array->size += size;
    return true;
}

static Value bytearray_inplace_concat(VM *vm, Value left, Value right) {
    BytesView v;
    if (!bytes_view(right, &v.data, &v.size)) return raise_type_error(vm, "can't concat %T to %T", right, left);
    if (v.size && v.data >= as_bytearray(left)->data && v.data < as_bytearray(left)->data + as_bytearray(left)->size) // itself, or a view of it
        return raise_error(vm, vm->types.BufferError, "Existing exports of data: object cannot be re-sized");
    return (!v.size || may_resize(vm, as_bytearray(left))) && append_view(vm, as_bytearray(left), right) ? left : VALUE_ERROR;
}

static Value bytearray_inplace_repeat(VM *vm, Value left, Value right) {
    ByteArray *array = as_bytearray(left);
    if (!sequence_repeat_number(vm, &right)) return VALUE_ERROR;
    size_t total, size = array->size;
    int64_t times;
    int known = sequence_repeat_count(vm, right, size, NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    if ((total != size && !may_resize(vm, array)) || !bytearray_reserve(vm, array, total)) return VALUE_ERROR;
    for (size_t done = size; done < total; done += size) memcpy(array->data + done, array->data, size);
    array->size = total;
    return left;
}

static void bytearray_trace(VM *vm, Object *self) { gc_mark_block(vm, ((ByteArray *)self)->block); }

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_append(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ByteArray *array = as_bytearray(args[0]);
    unsigned char byte;
    if (!bytes_need_byte(vm, args[1], out_of_range, &byte) || !may_resize(vm, array) || !bytearray_reserve(vm, array, array->size + 1)) return VALUE_ERROR;
    array->data[array->size++] = byte;
    return VALUE_NONE;
}

static Value method_extend(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView v;
    Value source = args[1];
    if (!bytes_view(source, &v.data, &v.size)) {
        Type *type = value_type(vm, source);
        if (!type->slots.iter && !type->slots.get_item) return raise_type_error(vm, "can't extend bytearray with %T", source);
        if (is_str(source)) { // its characters are no ints
            if (!as_str(source)->size) return VALUE_NONE;
            return raise_type_error(vm, "'str' object cannot be interpreted as an integer");
        }
        source = bytes_from_iterable(vm, source, out_of_range, "bytearray", true);
        if (source == VALUE_ERROR) return VALUE_ERROR;
    }
    args[1] = source; // a root
    bytes_view(source, &v.data, &v.size);
    return (!v.size || may_resize(vm, as_bytearray(args[0]))) && append_view(vm, as_bytearray(args[0]), source) ? VALUE_NONE : VALUE_ERROR;
}

static Value method_insert(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ByteArray *array = as_bytearray(args[0]);
    int64_t at;
    unsigned char byte;
    if (!text_size_argument(vm, args[1], &at) || !bytes_need_byte(vm, args[2], out_of_range, &byte)) return VALUE_ERROR;
    if (at < 0 && (at += (int64_t)array->size) < 0) at = 0;
    size_t index = (size_t)at > array->size ? array->size : (size_t)at;
    return may_resize(vm, array) && splice(vm, array, index, index, &byte, 1) ? VALUE_NONE : VALUE_ERROR;
}

static Value method_pop(VM *vm, Value *args, uint32_t count) {
    ByteArray *array = as_bytearray(args[0]);
    int64_t at = -1;
    if (count > 1 && !text_size_argument(vm, args[1], &at)) return VALUE_ERROR;
    if (!array->size) return raise_index_error(vm, "pop from empty bytearray");
    if (at < 0) at += (int64_t)array->size;
    if (at < 0 || (size_t)at >= array->size) return raise_index_error(vm, "pop index out of range");
    unsigned char byte = array->data[at];
    return may_resize(vm, array) && splice(vm, array, (size_t)at, (size_t)at + 1, NULL, 0) ? from_small_int(byte) : VALUE_ERROR;
}

static Value method_remove(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ByteArray *array = as_bytearray(args[0]);
    unsigned char byte;
    if (!bytes_need_byte(vm, args[1], out_of_range, &byte)) return VALUE_ERROR;
    unsigned char *found = array->size ? memchr(array->data, byte, array->size) : NULL;
    if (!found) return raise_value_error(vm, "value not found in bytearray");
    size_t at = (size_t)(found - array->data);
    return may_resize(vm, array) && splice(vm, array, at, at + 1, NULL, 0) ? VALUE_NONE : VALUE_ERROR;
}

static Value method_reverse(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    ByteArray *array = as_bytearray(args[0]);
    for (size_t i = 0, j = array->size; i + 1 < j; i++) {
        unsigned char byte = array->data[i];
        array->data[i] = array->data[--j];
        array->data[j] = byte;
    }
    return VALUE_NONE;
}

static Value method_clear(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ByteArray *array = as_bytearray(args[0]);
    if (array->size && !may_resize(vm, array)) return VALUE_ERROR;
    if (array->block) block_free(vm, array->block, array->capacity + skipped(array));
    array->block = array->data = NULL;
    array->size = array->capacity = 0;
    return VALUE_NONE;
}

static Value method_copy(VM *vm, Value *args, uint32_t count) { return (void)count, bytearray_new(vm, as_bytearray(args[0])->data, as_bytearray(args[0])->size); }
static Value method_alloc(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    return from_small_int((int64_t)(as_bytearray(args[0])->capacity + skipped(as_bytearray(args[0]))));
}

// (class, (bytes,), state); before protocol 3: (class, (text, 'latin-1'), state)
static Value reduced(VM *vm, Value self, int64_t protocol) {
    ROOT_SCOPE(vm);
    Value data = bytes_new(vm, as_bytearray(self)->data, as_bytearray(self)->size), arguments = VALUE_ERROR, result = VALUE_ERROR;
    if (data != VALUE_ERROR && protocol < 3 && as_bytearray(self)->size) {
        Value text = bytes_decode(vm, as_bytearray(self)->data, as_bytearray(self)->size, "latin-1", "strict"), name = str_from_cstring(vm, "latin-1");
        arguments = text == VALUE_ERROR || name == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, text, name);
    } else if (data != VALUE_ERROR) {
        arguments = as_bytearray(self)->size ? tuple_pack(vm, 1, data) : vm->empty_tuple;
    }
    if (arguments != VALUE_ERROR) root_push(vm, arguments);
    Value state = arguments == VALUE_ERROR ? VALUE_ERROR : call_special(vm, self, vm->names.__getstate__, NULL, 0);
    if (state == VALUE_UNBOUND) state = VALUE_NONE;
    if (state != VALUE_ERROR) result = tuple_pack(vm, 3, from_object(value_type(vm, self)), arguments, state);
    ROOT_END(vm);
    return result;
}
static Value method_reduce(VM *vm, Value *args, uint32_t count) { return (void)count, reduced(vm, args[0], 2); }
static Value method_reduce_ex(VM *vm, Value *args, uint32_t count) {
    int64_t protocol = 0;
    if (count > 1 && !op_index_int64(vm, args[1], &protocol, true)) return VALUE_ERROR;
    return reduced(vm, args[0], protocol);
}

static const NativeDef bytearray_methods[] = {
    {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {"__reduce_ex__", {method_reduce_ex}, 0, 1, 0, NULL, DOC("Return state information for pickling.")},
    BYTES_METHOD_TABLE,
    BUFFER_METHOD,
    RELEASE_BUFFER_METHOD,
    {"append", {method_append}, 1, 1, 0, NULL, DOC("Append a single item to the end of the bytearray.")},
    {"clear", {method_clear}, 0, 0, 0, NULL, DOC("Remove all items from the bytearray.")},
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("Return a copy of B.")},
    {"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {"__reduce_ex__", {method_reduce_ex}, 0, 1, 0, NULL, DOC("Return state information for pickling.")},
    {"extend", {method_extend}, 1, 1, 0, NULL, DOC("Append all the items from the iterator or sequence to the bytearray.")},
    {"insert", {method_insert}, 2, 2, 0, NULL, DOC("Insert a single item into the bytearray before the given index.")},
    {"pop", {method_pop}, 0, 1, 0, NULL, DOC("Remove and return a single item from B.")},
    {"remove", {method_remove}, 1, 1, 0, NULL, DOC("Remove the first occurrence of a value in the bytearray.")},
    {"reverse", {method_reverse}, 0, 0, 0, NULL, DOC("Reverse the order of the values in B in place.")},
    {"__alloc__", {method_alloc}, 0, 0, 0, NULL, DOC("B.__alloc__() -> int")},
    {0},
};

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .layout = LAYOUT_BYTEARRAY,
    .size = sizeof(ByteArray),
    .slots = SLOTS(SLOT(repr, bytearray_repr), SLOT(compare, bytes_slot_compare), SLOT(length, bytearray_length), SLOT(get_item, bytes_slot_get_item), SLOT(set_item, bytearray_set_item),
              SLOT(contains, bytes_slot_contains), SLOT(iter, bytes_slot_iter), SLOT(construct, bytearray_construct), SLOT(initialize, bytearray_initialize),
              SLOT(trace, bytearray_trace), SLOT(binary[SLOT_ADD], bytes_slot_concat), SLOT(binary[SLOT_MULT], bytes_slot_repeat), SLOT(binary[SLOT_MOD], bytes_slot_remainder),
              SLOT(inplace[SLOT_ADD], bytearray_inplace_concat), SLOT(inplace[SLOT_MULT], bytearray_inplace_repeat)),
    .methods = bytearray_methods,
    .doc = TYPE_DOC("bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
           "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array"),
};
