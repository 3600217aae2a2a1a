// bytes: the type, and what bytearray shares with it: views, comparing, repetition, indexing, iterating.
#include "runtime/objects/iterators.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/modules/array.h"
#include "runtime/modules/mmap.h"
#include "runtime/objects/memoryview.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"
#include "runtime/quick_order.h"

// ---- making and viewing ------------------------------------------------------------------------------------------

static Bytes *alloc_of_type(VM *vm, Type *type, size_t size) {
    if (size > SIZE_MAX / 4) return raise_memory_error(vm), NULL;
    Bytes *bytes = object_new(vm, type, offsetof(Bytes, data) + size + 1);
    if (!bytes) return NULL;
    bytes->hash = 0;
    bytes->size = size;
    bytes->data[size] = 0;
    return bytes;
}

Bytes *bytes_alloc(VM *vm, size_t size) {
    if (size > SIZE_MAX / 4) return raise_memory_error(vm), NULL;
    Bytes *bytes = heap_alloc(vm->heap, sizeof *bytes + size + 1);
    if (__builtin_expect(!bytes, 0)) return raise_memory_error(vm), NULL;
    bytes->head.shape = vm->types.bytes->root_shape;
    bytes->hash = 0;
    bytes->size = size;
    bytes->data[size] = 0;
    return bytes;
}

Value bytes_new(VM *vm, const void *data, size_t size) {
    if (!size && vm->empty_bytes) return vm->empty_bytes;
    Bytes *bytes = bytes_alloc(vm, size);
    if (!bytes) return VALUE_ERROR;
    if (data) text_copy((char *)bytes->data, data, size);
    else memset(bytes->data, 0, size);
    return from_object(bytes);
}

bool bytes_view(Value v, const unsigned char **data, size_t *size) {
    if (is_bytes(v)) return *data = as_bytes(v)->data, *size = as_bytes(v)->size, true;
    if (is_bytearray(v)) {
        *data = as_bytearray(v)->data ? as_bytearray(v)->data : (const unsigned char *)"";
        *size = as_bytearray(v)->size;
        return true;
    }
    return memoryview_contiguous(v, data, size) || array_view(v, data, size) || mmap_view(v, data, size);
}

bool bytes_writable_view(Value v, unsigned char **data, size_t *size) {
    const unsigned char *place;
    if (is_bytes(v) || (is_memoryview(v) && memoryview_is_read_only(v)) || (mmap_views(v) && mmap_is_read_only(v)) || !bytes_view(v, &place, size)) return false;
    *data = (unsigned char *)(uintptr_t)place;
    return true;
}

Value bytes_like_new(VM *vm, Value like, const void *data, size_t size) {
    if (!is_bytes(like)) return bytearray_new(vm, data, size);
    if (data || !size) return bytes_new(vm, data, size);
    Bytes *bytes = bytes_alloc(vm, size);
    return bytes ? from_object(bytes) : VALUE_ERROR;
}

Value bytes_same(VM *vm, Value self) {
    if (is_exactly(self, vm->types.bytes)) return bytes_seal(as_bytes(self)), self;
    BytesView v = view_of(self);
    return bytes_like_new(vm, self, v.data, v.size);
}

bool bytes_need_view(VM *vm, Value v, BytesView *out) {
    if (bytes_view(v, &out->data, &out->size)) return true;
    if (is_memoryview(v)) memoryview_refuse(vm, v);
    else raise_type_error(vm, "a bytes-like object is required, not '%T'", v);
    return false;
}

bool bytes_need_byte(VM *vm, Value v, const char *message, unsigned char *out) {
    int64_t i;
    Value number = is_small_int(v) ? v : op_index(vm, v);
    if (number == VALUE_ERROR) return false;
    if (!int_to_int64(number, &i) || i < 0 || i > 255) return raise_value_error(vm, "%s", message), false;
    *out = (unsigned char)i;
    return true;
}

// ---- construction ------------------------------------------------------------------------------------------------

static bool append_byte(VM *vm, ByteArray *array, Value item, const char *message) {
    unsigned char byte;
    if (!bytes_need_byte(vm, item, message, &byte) || !bytearray_reserve(vm, array, array->size + 1)) return false;
    array->data[array->size++] = byte;
    return true;
}

Value bytes_from_iterable(VM *vm, Value v, const char *message, const char *type_name, bool asks_hint) {
    if (is_str(v) || (!value_type(vm, v)->slots.iter && !value_type(vm, v)->slots.get_item)) return raise_type_error(vm, "cannot convert '%T' object to %s", v, type_name);
    ROOT_SCOPE(vm);
    Value result = bytearray_new(vm, NULL, 0);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, result);
    bool good = true;
    if (is_exactly(v, vm->types.list) || is_exactly(v, vm->types.tuple)) {
        size_t count;
        for (size_t i = 0; good; i++) {
            const Value *items = sequence_items(v, &count); // an item's __index__ may change the list
            if (i >= count) break;
            good = append_byte(vm, as_bytearray(result), items[i], message);
        }
    } else {
        Value iterator = op_iter(vm, v);
        good = iterator != VALUE_ERROR;
        if (good) root_push(vm, iterator);
        else if (error_matches(vm, vm->types.TypeError)) {
            error_clear(vm);
            raise_type_error(vm, "cannot convert '%T' object to %s", v, type_name);
        }
        if (good && asks_hint) good = op_ask_length_hint(vm, v);
        while (good) {
            Value item = op_next(vm, iterator);
            if (item == VALUE_END) break;
            good = item != VALUE_ERROR && append_byte(vm, as_bytearray(result), item, message);
        }
    }
    ROOT_END(vm);
    return good ? result : VALUE_ERROR;
}

static Value exact_bytes(VM *vm, Value v) {
    BytesView view;
    bytes_view(v, &view.data, &view.size);
    return bytes_new(vm, view.data, view.size);
}

// The bytes that an object's __buffer__() shows, which is given back then.
static Value bytes_of_exported(VM *vm, Value exported) {
    ROOT_SCOPE(vm);
    root_push(vm, exported);
    Value bytes = memoryview_to_bytes(vm, exported);
    Str *release = str_intern(vm, "release", 7);
    if (bytes != VALUE_ERROR) {
        root_push(vm, bytes);
        if (!release || call_method(vm, exported, release, NULL, 0) == VALUE_ERROR) bytes = VALUE_ERROR;
    }
    ROOT_END(vm);
    return bytes;
}

// Of a list or tuple that holds nothing but small ints in range; VALUE_UNBOUND: it holds others.
static Value bytes_of_ints(VM *vm, Value source) {
    size_t count;
    const Value *items = sequence_items(source, &count);
    Bytes *bytes = count ? bytes_alloc(vm, count) : NULL;
    if (!bytes) return count ? VALUE_ERROR : vm->empty_bytes;
    for (size_t i = 0; i < count; i++) {
        if (!is_small_int(items[i]) || (uint64_t)small_int(items[i]) > 255) return VALUE_UNBOUND;
        bytes->data[i] = (unsigned char)small_int(items[i]);
    }
    return from_object(bytes);
}

// bytes(source) without encoding.
static Value bytes_from(VM *vm, Value source) {
    if (is_exactly(source, vm->types.bytes)) return source;
    if (is_exactly(source, vm->types.list) || is_exactly(source, vm->types.tuple)) {
        Value bytes = bytes_of_ints(vm, source);
        if (bytes != VALUE_UNBOUND) return bytes;
    }
    Value result = call_special(vm, source, vm->names.__bytes__, NULL, 0);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    if (result != VALUE_UNBOUND) return is_bytes(result) ? result : raise_type_error(vm, "__bytes__ returned non-bytes (type %T)", result);
    if (is_str(source)) return raise_type_error(vm, "string argument without an encoding");
    if (is_int(source) || value_type(vm, source)->slots.unary[SLOT_INDEX]) {
        int64_t size;
        Value number = op_index(vm, source);
        if (number != VALUE_ERROR) {
            if (!int_to_int64(number, &size)) return raise_overflow_error(vm, "cannot fit '%T' into an index-sized integer", source);
            if (size < 0) return raise_value_error(vm, "negative count");
            return bytes_new(vm, NULL, (size_t)size);
        }
        if (!error_matches(vm, vm->types.TypeError)) return VALUE_ERROR;
        error_clear(vm);
    }
    if (is_memoryview(source)) return memoryview_to_bytes(vm, source);
    BytesView view;
    if (bytes_view(source, &view.data, &view.size)) return bytes_new(vm, view.data, view.size);
    if (value_type(vm, source)->flags & TYPE_HEAP) {
        Value exported = memoryview_of_exporter(vm, source);
        if (exported == VALUE_ERROR) return VALUE_ERROR;
        if (exported != VALUE_UNBOUND) return bytes_of_exported(vm, exported);
    }
    result = bytes_from_iterable(vm, source, "bytes must be in range(0, 256)", "bytes", true);
    return result == VALUE_ERROR ? VALUE_ERROR : exact_bytes(vm, result);
}

// The bytes of a str for bytes(str, encoding, errors); VALUE_UNBOUND: neither encoding nor errors is given.
Value bytes_from_text(VM *vm, const char *type_name, Value source, Value encoding, Value errors) {
    const char *encoding_name = NULL, *errors_name = NULL;
    if (!text_codec_argument(vm, type_name, "'encoding'", encoding, &encoding_name) || !text_codec_argument(vm, type_name, "'errors'", errors, &errors_name)) return VALUE_ERROR;
    if (encoding_name && (source == VALUE_UNBOUND || !is_str(source))) return raise_type_error(vm, "encoding without a string argument");
    if (errors_name && (source == VALUE_UNBOUND || !is_str(source))) return raise_type_error(vm, "errors without a string argument");
    if (encoding_name) return str_encode_registered(vm, source, encoding_name, errors_name ? errors_name : "strict");
    if (source != VALUE_UNBOUND && is_str(source)) return raise_type_error(vm, "string argument without an encoding");
    return VALUE_UNBOUND;
}

static Value bytes_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value bound[3], result = VALUE_UNBOUND;
    if (!bind_arguments(vm, "bytes", "source encoding errors", 0, 3, args, count, keyword_names, bound)) return VALUE_ERROR;
    if (bound[1] != VALUE_UNBOUND || bound[2] != VALUE_UNBOUND) result = bytes_from_text(vm, "bytes", bound[0], bound[1], bound[2]);
    if (result == VALUE_UNBOUND) result = bound[0] == VALUE_UNBOUND ? bytes_new(vm, NULL, 0) : bytes_from(vm, bound[0]);
    if (result == VALUE_ERROR || type == vm->types.bytes) return result;
    Bytes *bytes = alloc_of_type(vm, type, as_bytes(result)->size);
    if (!bytes) return VALUE_ERROR;
    memcpy(bytes->data, as_bytes(result)->data, bytes->size);
    return from_object(bytes);
}

// ---- showing -----------------------------------------------------------------------------------------------------

void bytes_add_repr(StrBuilder *b, BytesView v, bool always_escape) {
    char quote = v.size && memchr(v.data, '\'', v.size) && !memchr(v.data, '"', v.size) ? '"' : '\'';
    str_builder_add_char(b, 'b');
    str_builder_add_char(b, (unsigned char)quote);
    size_t plain = 0, i = 0; // what is between needs no escapes
    for (; i < v.size; i++) {
        unsigned char c = v.data[i];
        if (c >= ' ' && c < 127 && c != (unsigned char)quote && c != '\\' && c != '\'') continue;
        if (c == '\'' && c != (unsigned char)quote && !always_escape) continue;
        if (i > plain) str_builder_add_counted(b, (const char *)v.data + plain, i - plain, i - plain);
        plain = i + 1;
        char text[TEXT_ESCAPE_MAX];
        size_t size = (size_t)(text_write_escape(text, c) - text);
        str_builder_add_counted(b, text, size, size);
    }
    if (i > plain) str_builder_add_counted(b, (const char *)v.data + plain, i - plain, i - plain);
    str_builder_add_char(b, (unsigned char)quote);
}

static Value bytes_repr(VM *vm, Value self) {
    StrBuilder b;
    str_builder_init(&b, vm);
    bytes_add_repr(&b, view_of(self), false);
    return str_builder_finish(&b);
}

// ---- slots of both types -----------------------------------------------------------------------------------------

static bool bytes_hash(VM *vm, Value self, uint64_t *out) {
    Bytes *bytes = as_bytes(self);
    if (!bytes->hash) {
        bytes->hash = text_hash(vm, (const char *)bytes->data, bytes->size);
        if (bytes->hash <= BYTES_GROWING) bytes->hash = BYTES_GROWING + 1;
    }
    *out = bytes->hash;
    return true;
}

Value bytes_slot_compare(VM *vm, Value self, Value other, CompareOp op) {
    BytesView a, b;
    (void)vm;
    if (is_bytes(self) && !is_bytes(other) && !is_bytearray(other)) return VALUE_NOT_IMPLEMENTED; // a memoryview compares itself
    if (!bytes_view(self, &a.data, &a.size) || !bytes_view(other, &b.data, &b.size)) return VALUE_NOT_IMPLEMENTED;
    if (a.size != b.size && op <= COMPARE_NE) return from_bool(op == COMPARE_NE);
    int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
    return compare_order(order ? order < 0 ? -1 : 1 : (a.size > b.size) - (a.size < b.size), op);
}

// The kind of the left one. The right one's own operator was asked before.
Value bytes_slot_concat(VM *vm, Value left, Value right) {
    BytesView a, b;
    if (!is_bytes(left) && !is_bytearray(left)) return VALUE_NOT_IMPLEMENTED;
    if (!bytes_view(right, &b.data, &b.size)) return raise_type_error(vm, "can't concat %T to %T", right, left);
    a = view_of(left);
    if (!a.size && is_exactly(left, vm->types.bytes) && is_exactly(right, vm->types.bytes)) return right;
    if (!b.size && is_exactly(left, vm->types.bytes)) return left;
    if (is_bytes(left)) {
        Bytes *sum = bytes_alloc(vm, a.size + b.size);
        if (!sum) return VALUE_ERROR;
        memcpy(sum->data, a.data, a.size);
        text_copy_long(sum->data + a.size, b.data, b.size);
        return from_object(sum);
    }
    Value result = bytes_like_new(vm, left, NULL, a.size + b.size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    if (a.size) memcpy(bytes_data(result), a.data, a.size);
    text_copy_long(bytes_data(result) + a.size, b.data, b.size);
    return result;
}

enum { GROW_FROM = 32 }; // shorter ones are simply made anew
Value bytes_grow(VM *vm, Bytes *a, const Bytes *b) {
    size_t size = a->size + b->size;
    if (size < GROW_FROM || !b->size || size > SIZE_MAX / 8) return bytes_slot_concat(vm, from_object(a), from_object(b));
    if (a->hash != BYTES_GROWING || a == b || offsetof(Bytes, data) + size + 1 > heap_block_size(a)) {
        Bytes *grown = bytes_alloc(vm, size + size / 2);
        if (!grown) return VALUE_ERROR;
        memcpy(grown->data, a->data, a->size);
        grown->hash = BYTES_GROWING, grown->size = a->size;
        a = grown;
    }
    text_copy_long(a->data + a->size, b->data, b->size);
    a->size = size, a->data[size] = 0;
    return from_object(a);
}

Value bytes_slot_repeat(VM *vm, Value left, Value right) {
    if (!is_bytes(left) && !is_bytearray(left)) {
        Value swap = left;
        left = right, right = swap;
    }
    if (!sequence_repeat_number(vm, &right)) return VALUE_ERROR;
    size_t total, size = view_of(left).size;
    int64_t times;
    int known = sequence_repeat_count(vm, right, size, is_bytes(left) ? "repeated bytes are too long" : NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    if (times == 1) return bytes_same(vm, left);
    Value result = bytes_like_new(vm, left, NULL, total);
    if (result == VALUE_ERROR || !total) return result;
    BytesView v = view_of(left);
    unsigned char *out = bytes_data(result);
    memcpy(out, v.data, v.size);
    for (size_t done = v.size; done < total;) { // doubling
        size_t step = done < total - done ? done : total - done;
        memcpy(out + done, out, step);
        done += step;
    }
    return result;
}

bool bytes_index(VM *vm, Value key, Value self, size_t *index) {
    bool bytes = is_bytes(self);
    size_t size = view_of(self).size;
    if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX])
        return raise_type_error(vm, "%s indices must be integers or slices, not %T", bytes ? "byte" : "bytearray", key), false;
    Value number = op_index(vm, key);
    if (number == VALUE_ERROR) return false;
    if (!bytes) size = view_of(self).size; // the script may have changed it
    return sequence_index(vm, number, size, "byte", bytes ? "index out of range" : "bytearray index out of range", index);
}

bool bytes_slice_indices(VM *vm, Value self, Value key, int64_t *start, int64_t *stop, int64_t *step, int64_t *count) {
    size_t size;
    do {
        size = view_of(self).size;
        if (!slice_indices(vm, key, (int64_t)size, start, stop, step, count)) return false;
    } while (view_of(self).size != size);
    return true;
}

Value bytes_slot_get_item(VM *vm, Value self, Value key) {
    if (!is_layout(key, LAYOUT_SLICE)) {
        size_t index;
        return bytes_index(vm, key, self, &index) ? from_small_int(view_of(self).data[index]) : VALUE_ERROR;
    }
    int64_t start, stop, step, count;
    if (!bytes_slice_indices(vm, self, key, &start, &stop, &step, &count)) return VALUE_ERROR;
    BytesView v = view_of(self);
    if (step == 1 && (size_t)count == v.size) return bytes_same(vm, self);
    Value result = bytes_like_new(vm, self, step == 1 && count ? v.data + start : NULL, (size_t)count);
    if (result == VALUE_ERROR || step == 1) return result;
    unsigned char *out = bytes_data(result);
    uint64_t at = (uint64_t)start; // beyond the end, or around, when all are copied
    for (int64_t i = 0; i < count; i++, at += (uint64_t)step) out[i] = v.data[at];
    return result;
}

static int64_t bytes_length(VM *vm, Value self) { return (void)vm, (int64_t)as_bytes(self)->size; }

// ---- iteration ---------------------------------------------------------------------------------------------------

typedef struct BytesIterator {
    Object head;
    Value bytes; // VALUE_UNBOUND when exhausted
    size_t index;
} BytesIterator;

Value bytes_slot_iter(VM *vm, Value self) {
    BytesIterator *iterator = object_new(vm, is_bytes(self) ? vm->types.bytes_iterator : vm->types.bytearray_iterator, sizeof *iterator);
    if (!iterator) return VALUE_ERROR;
    iterator->bytes = self;
    iterator->index = 0;
    return from_object(iterator);
}
static Value iterator_next(VM *vm, Value self) {
    (void)vm;
    BytesIterator *iterator = (BytesIterator *)as_object(self);
    if (iterator->bytes == VALUE_UNBOUND) return VALUE_END;
    BytesView v = view_of(iterator->bytes);
    if (iterator->index < v.size) return from_small_int(v.data[iterator->index++]);
    iterator->bytes = VALUE_UNBOUND;
    return VALUE_END;
}
static Value iterator_self(VM *vm, Value self) { return (void)vm, self; }
static Value iterator_hint(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    const BytesIterator *iterator = (BytesIterator *)as_object(args[0]);
    size_t size = iterator->bytes == VALUE_UNBOUND ? 0 : view_of(iterator->bytes).size;
    return from_small_int((int64_t)(size > iterator->index ? size - iterator->index : 0));
}
static void iterator_trace(VM *vm, Object *self) { gc_mark(vm, ((BytesIterator *)self)->bytes); }
static Value iterator_reduce_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const BytesIterator *iterator = (BytesIterator *)as_object(args[0]);
    if (iterator->bytes == VALUE_UNBOUND) return iterator_reduce(vm, "iter", vm->empty_tuple, VALUE_UNBOUND);
    return iterator_reduce(vm, "iter", iterator->bytes, from_small_int((int64_t)iterator->index));
}
static Value iterator_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesIterator *iterator = (BytesIterator *)as_object(args[0]);
    int64_t index;
    if (!iterator_state(vm, args[1], &index)) return VALUE_ERROR;
    if (iterator->bytes == VALUE_UNBOUND) return VALUE_NONE;
    size_t size = view_of(iterator->bytes).size;
    iterator->index = index < 0 ? 0 : (uint64_t)index > size ? size : (size_t)index;
    return VALUE_NONE;
}
static const NativeDef iterator_methods[] = {
    {"__length_hint__", {iterator_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
    {"__reduce__", {iterator_reduce_method}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {"__setstate__", {iterator_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")},
    {0},
};
#define ITERATOR_SPEC(type)                                                                                                           \
    const TypeSpec type##_spec = {.name = #type, .layout = LAYOUT_OTHER, .size = sizeof(BytesIterator), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, \
                                  .slots = SLOTS(SLOT(iter, iterator_self), SLOT(next, iterator_next), SLOT(trace, iterator_trace)), .methods = iterator_methods}
ITERATOR_SPEC(bytes_iterator);
ITERATOR_SPEC(bytearray_iterator);

// ---- the type ----------------------------------------------------------------------------------------------------

static Value method_bytes(VM *vm, Value *args, uint32_t count) { return (void)count, bytes_same(vm, args[0]); }
static Value method_getnewargs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value plain = bytes_new(vm, as_bytes(args[0])->data, as_bytes(args[0])->size);
    return plain == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, plain);
}

static const NativeDef bytes_methods[] = {
    BYTES_METHOD_TABLE,
    BUFFER_METHOD,
    {"__bytes__", {method_bytes}, 0, 0, 0, NULL, DOC("Convert this value to exact type bytes.")},
    {"__getnewargs__", {method_getnewargs}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};

const TypeSpec bytes_spec = {
    .name = "bytes",
    .layout = LAYOUT_BYTES,
    .size = sizeof(Bytes),
    .slots = SLOTS(SLOT(repr, bytes_repr), SLOT(hash, bytes_hash), SLOT(compare, bytes_slot_compare), SLOT(length, bytes_length), SLOT(get_item, bytes_slot_get_item),
              SLOT(contains, bytes_slot_contains), SLOT(iter, bytes_slot_iter), SLOT(construct, bytes_construct), SLOT(binary[SLOT_ADD], bytes_slot_concat),
              SLOT(binary[SLOT_MULT], bytes_slot_repeat), SLOT(binary[SLOT_MOD], bytes_slot_remainder)),
    .methods = bytes_methods,
    .doc = TYPE_DOC("bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
           "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object"),
};
