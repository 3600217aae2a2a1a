#include "runtime/objects/memoryview.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"

typedef struct MemoryView {
    Object head;
    Value owner;    // bytes or bytearray; VALUE_NONE: released
    int64_t start;  // of the first item
    int64_t count, step;
    char format;    // 'B', 'b' or 'c'
    bool read_only; // owner is bytes, or toreadonly()
    uint64_t hash;  // 0: not computed
} MemoryView;

static MemoryView *as_view(Value v) { return (MemoryView *)as_object(v); }

// ---- access ------------------------------------------------------------------------------------------------------

static MemoryView *need_open(VM *vm, Value v) {
    if (as_view(v)->owner != VALUE_NONE) return as_view(v);
    raise_value_error(vm, "operation forbidden on released memoryview object");
    return NULL;
}

// The byte of item `index` (0 <= index < count), NULL: no longer in the owner.
static unsigned char *item_at(const MemoryView *view, int64_t index) {
    int64_t at = view->start + index * view->step;
    return at >= 0 && (size_t)at < view_of(view->owner).size ? (unsigned char *)(uintptr_t)view_of(view->owner).data + at : NULL;
}

// All its items are in the owner still.
static bool is_whole(const MemoryView *view) {
    return !view->count || (item_at(view, 0) && item_at(view, view->count - 1));
}

static MemoryView *need_whole(VM *vm, Value v) {
    MemoryView *view = need_open(vm, v);
    if (!view || is_whole(view)) return view;
    raise_index_error(vm, "memoryview: its object has become smaller");
    return NULL;
}

bool memoryview_contiguous(Value v, const unsigned char **data, size_t *size) {
    if (!is_memoryview(v) || as_view(v)->owner == VALUE_NONE || !is_whole(as_view(v))) return false;
    const MemoryView *view = as_view(v);
    if (view->step != 1 && view->count > 1) return false;
    *data = view->count ? item_at(view, 0) : (const unsigned char *)"";
    *size = (size_t)view->count;
    return true;
}

Value memoryview_to_bytes(VM *vm, Value v) {
    MemoryView *view = need_whole(vm, v);
    Value result = view ? bytes_new(vm, NULL, (size_t)view->count) : VALUE_ERROR;
    if (result == VALUE_ERROR) return VALUE_ERROR;
    for (int64_t i = 0; i < view->count; i++) as_bytes(result)->data[i] = *item_at(view, i);
    return result;
}

static Value item_value(VM *vm, const MemoryView *view, unsigned char byte) {
    if (view->format == 'c') return bytes_new(vm, &byte, 1);
    return from_small_int(view->format == 'b' ? (signed char)byte : byte);
}

// ---- making ------------------------------------------------------------------------------------------------------

static Value view_new(VM *vm, const MemoryView *like) {
    MemoryView *view = object_new(vm, vm->types.memoryview, sizeof *view);
    if (!view) return VALUE_ERROR;
    Object head = view->head;
    *view = *like;
    view->head = head;
    view->hash = 0;
    return from_object(view);
}

static Value view_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    Value object;
    if (!bind_arguments(vm, "memoryview", "object", 1, 1, args, count, keyword_names, &object)) return VALUE_ERROR;
    if (is_memoryview(object)) return need_open(vm, object) ? view_new(vm, as_view(object)) : VALUE_ERROR;
    if (!is_bytes(object) && !is_bytearray(object)) return raise_type_error(vm, "memoryview: a bytes-like object is required, not '%T'", object);
    MemoryView view = {.owner = object, .count = (int64_t)view_of(object).size, .step = 1, .format = 'B', .read_only = is_bytes(object)};
    return view_new(vm, &view);
}

// ---- indexing ----------------------------------------------------------------------------------------------------

static bool item_index(VM *vm, const MemoryView *view, Value key, int64_t *index) {
    if (!is_int(key) && !value_type(vm, key)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "memoryview: invalid slice key"), false;
    Value number = op_index(vm, key);
    if (number == VALUE_ERROR) return false;
    if (!int_to_int64(number, index)) return raise_index_error(vm, "cannot fit '%T' into an index-sized integer", key), false;
    if (*index < 0) *index += view->count;
    if (*index >= 0 && *index < view->count) return true;
    raise_index_error(vm, "index out of bounds on dimension 1");
    return false;
}

static bool slice_view(VM *vm, const MemoryView *view, Value key, MemoryView *out) {
    int64_t start, stop, step, count;
    if (!slice_indices(vm, key, view->count, &start, &stop, &step, &count)) return false;
    *out = *view;
    out->start = view->start + (count ? start * view->step : 0);
    out->count = count;
    if (__builtin_mul_overflow(view->step, step, &out->step)) out->step = 1; // count is at most 1
    return true;
}

static Value view_get_item(VM *vm, Value self, Value key) {
    MemoryView *view = need_open(vm, self), part;
    if (!view) return VALUE_ERROR;
    if (key == VALUE_ELLIPSIS) return self;
    if (is_layout(key, LAYOUT_SLICE)) return slice_view(vm, view, key, &part) ? view_new(vm, &part) : VALUE_ERROR;
    int64_t index;
    if (!item_index(vm, view, key, &index) || !(view = need_open(vm, self))) return VALUE_ERROR;
    unsigned char *item = item_at(view, index);
    return item ? item_value(vm, view, *item) : raise_index_error(vm, "memoryview: its object has become smaller");
}

// The byte for an item of the view's format.
static bool item_byte(VM *vm, const MemoryView *view, Value value, unsigned char *out) {
    int64_t i;
    if (view->format == 'c') {
        if (!is_bytes(value)) return raise_type_error(vm, "memoryview: invalid type for format 'c'"), false;
        if (view_of(value).size != 1) return raise_value_error(vm, "memoryview: invalid value for format 'c'"), false;
        *out = view_of(value).data[0];
        return true;
    }
    if (!is_int(value) && !value_type(vm, value)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "memoryview: invalid type for format '%c'", view->format), false;
    Value number = op_index(vm, value);
    if (number == VALUE_ERROR) return false;
    int64_t lowest = view->format == 'b' ? -128 : 0, highest = view->format == 'b' ? 127 : 255;
    if (!int_to_int64(number, &i) || i < lowest || i > highest) return raise_value_error(vm, "memoryview: invalid value for format '%c'", view->format), false;
    *out = (unsigned char)i;
    return true;
}

static bool set_slice(VM *vm, const MemoryView *view, Value key, Value value) {
    MemoryView part;
    BytesView v = {NULL, 0};
    Value bytes = is_memoryview(value) ? memoryview_to_bytes(vm, value) : value;
    if (bytes == VALUE_ERROR) return false;
    if (!is_bytes(bytes) && !is_bytearray(bytes)) return bytes_need_view(vm, value, &v);
    ROOT_SCOPE(vm);
    root_push(vm, bytes);
    bool good = slice_view(vm, view, key, &part);
    ROOT_END(vm);
    if (!good) return false;
    v = view_of(bytes);
    char format = is_memoryview(value) ? as_view(value)->format : 'B';
    if ((int64_t)v.size != part.count || format != view->format) {
        raise_value_error(vm, "memoryview assignment: lvalue and rvalue have different structures");
        return false;
    }
    if (!is_whole(&part)) return raise_index_error(vm, "memoryview: its object has become smaller"), false;
    bool own = bytes == part.owner && part.step != 1;
    if (own && (bytes = bytes_new(vm, v.data, v.size)) == VALUE_ERROR) return false;
    v = view_of(bytes);
    if (part.step == 1 && part.count) memmove(item_at(&part, 0), v.data, v.size);
    else
        for (int64_t i = 0; i < part.count; i++) *item_at(&part, i) = v.data[i];
    return true;
}

static bool view_set_item(VM *vm, Value self, Value key, Value value) {
    MemoryView *view = need_open(vm, self);
    if (!view) return false;
    if (view->read_only) return raise_type_error(vm, "cannot modify read-only memory"), false;
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "cannot delete memory"), false;
    if (is_layout(key, LAYOUT_SLICE)) return set_slice(vm, view, key, value);
    int64_t index;
    unsigned char byte;
    if (!item_index(vm, view, key, &index) || !item_byte(vm, view, value, &byte) || !(view = need_open(vm, self))) return false;
    unsigned char *item = item_at(view, index);
    if (!item) return raise_index_error(vm, "memoryview: its object has become smaller"), false;
    *item = byte;
    return true;
}

// ---- other slots -------------------------------------------------------------------------------------------------

static Value view_repr(VM *vm, Value self) {
    char text[64];
    snprintf(text, sizeof text, "<%smemory at 0x%llx>", as_view(self)->owner == VALUE_NONE ? "released " : "", (unsigned long long)self);
    return str_from_cstring(vm, text);
}
static int64_t view_length(VM *vm, Value self) {
    MemoryView *view = need_open(vm, self);
    return view ? view->count : -1;
}

static bool view_hash(VM *vm, Value self, uint64_t *out) {
    MemoryView *view = need_open(vm, self);
    if (!view) return false;
    if (!view->hash) {
        if (!view->read_only || is_bytearray(view->owner)) return raise_value_error(vm, "cannot hash writable memoryview object"), false;
        Value bytes = memoryview_to_bytes(vm, self);
        if (bytes == VALUE_ERROR || !op_hash(vm, bytes, &view->hash)) return false;
    }
    *out = view->hash;
    return true;
}

static Value view_compare(VM *vm, Value self, Value other, CompareOp op) {
    (void)vm;
    if (op > COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    MemoryView *view = as_view(self), flat = {.step = 1, .format = 'B'};
    const MemoryView *with = &flat;
    if (is_memoryview(other)) with = as_view(other);
    else if (is_bytes(other) || is_bytearray(other)) flat.owner = other, flat.count = (int64_t)view_of(other).size;
    else return VALUE_NOT_IMPLEMENTED;
    bool equal = view == with;
    if (!equal && view->owner != VALUE_NONE && with->owner != VALUE_NONE && view->count == with->count && is_whole(view) && is_whole(with)) {
        equal = (view->format == 'c') == (with->format == 'c') || !view->count;
        for (int64_t i = 0; equal && i < view->count; i++) {
            unsigned char a = *item_at(view, i), b = *item_at(with, i);
            equal = a == b && (view->format == with->format || a < 128);
        }
    }
    return from_bool(equal == (op == COMPARE_EQ));
}

// Iterating goes by __getitem__, as for any sequence: through a list of the items.
static Value to_list(VM *vm, Value self) {
    MemoryView *view = need_whole(vm, self);
    Value list = view ? list_new(vm, NULL, (size_t)view->count) : VALUE_ERROR;
    for (int64_t i = 0; list != VALUE_ERROR && i < view->count; i++) {
        Value item = item_value(vm, view, *item_at(view, i));
        if (item == VALUE_ERROR || !list_append(vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}
static Value view_iter(VM *vm, Value self) {
    Value list = to_list(vm, self);
    return list == VALUE_ERROR ? VALUE_ERROR : sequence_iter(vm, list);
}
static int view_contains(VM *vm, Value self, Value item) {
    Value list = to_list(vm, self);
    if (list == VALUE_ERROR) return -1;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    int found = op_contains(vm, list, item);
    ROOT_END(vm);
    return found;
}
static void view_trace(VM *vm, Object *self) { gc_mark(vm, ((MemoryView *)self)->owner); }

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_tobytes(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value order = args[1];
    if (order != VALUE_UNBOUND && order != VALUE_NONE) {
        if (!is_str(order)) return text_argument_error(vm, "tobytes", "'order'", "str or None", order);
        if (as_str(order)->size != 1 || !strchr("CFA", as_str(order)->text[0])) return raise_value_error(vm, "order must be 'C', 'F' or 'A'");
    }
    return memoryview_to_bytes(vm, args[0]);
}
static Value method_tolist(VM *vm, Value *args, uint32_t count) { return (void)count, to_list(vm, args[0]); }
static Value method_toreadonly(VM *vm, Value *args, uint32_t count) {
    (void)count;
    MemoryView *view = need_open(vm, args[0]);
    if (!view) return VALUE_ERROR;
    MemoryView copy = *view;
    copy.read_only = true;
    return view_new(vm, &copy);
}
static Value method_release(VM *vm, Value *args, uint32_t count) {
    (void)count;
    gc_store(vm, as_view(args[0]), &as_view(args[0])->owner, VALUE_NONE);
    return VALUE_NONE;
}
static Value method_enter(VM *vm, Value *args, uint32_t count) { return (void)count, need_open(vm, args[0]) ? args[0] : VALUE_ERROR; }
static Value method_hex(VM *vm, Value *args, uint32_t count) {
    (void)count;
    unsigned char separator;
    bool separated;
    int64_t group;
    if (!bytes_hex_arguments(vm, args + 1, &separator, &separated, &group)) return VALUE_ERROR;
    Value bytes = memoryview_to_bytes(vm, args[0]);
    return bytes == VALUE_ERROR ? VALUE_ERROR : bytes_hex(vm, view_of(bytes), separator, separated, group);
}
static Value method_cast(VM *vm, Value *args, uint32_t count) {
    (void)count;
    MemoryView *view = need_open(vm, args[0]);
    if (!view) return VALUE_ERROR;
    if (!is_str(args[1])) return text_argument_error(vm, "cast", "'format'", "str", args[1]);
    if (args[2] != VALUE_UNBOUND) return raise_error(vm, vm->types.NotImplementedError, "memoryview.cast() with a shape is not supported");
    if (view->step != 1 && view->count > 1) return raise_type_error(vm, "memoryview: casts are restricted to C-contiguous views");
    const char *format = as_str(args[1])->text;
    if (*format == '@') format++;
    if (!*format || format[1] || !strchr("BbchHiIlLqQnNfd?P", *format)) return raise_value_error(vm, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if (!strchr("Bbc", *format)) return raise_error(vm, vm->types.NotImplementedError, "memoryview.cast() to format '%c' is not supported", *format);
    MemoryView copy = *view;
    copy.format = *format;
    return view_new(vm, &copy);
}

#define OPEN(self)                                    \
    MemoryView *view = need_open(vm, self);           \
    if (!view) return VALUE_ERROR
static Value get_obj(VM *vm, Value self) { OPEN(self); return view->owner; }
static Value get_nbytes(VM *vm, Value self) { OPEN(self); return from_small_int(view->count); }
static Value get_readonly(VM *vm, Value self) { OPEN(self); return from_bool(view->read_only); }
static Value get_itemsize(VM *vm, Value self) { OPEN(self); return from_small_int(1); }
static Value get_ndim(VM *vm, Value self) { OPEN(self); return from_small_int(1); }
static Value get_format(VM *vm, Value self) { OPEN(self); return str_new(vm, &view->format, 1); }
static Value get_shape(VM *vm, Value self) { OPEN(self); return tuple_pack(vm, 1, from_small_int(view->count)); }
static Value get_strides(VM *vm, Value self) { OPEN(self); return tuple_pack(vm, 1, from_small_int(view->step)); }
static Value get_suboffsets(VM *vm, Value self) { OPEN(self); return tuple_new(vm, NULL, 0); }
static Value get_contiguous(VM *vm, Value self) { OPEN(self); return from_bool(view->step == 1 || view->count <= 1); }

static const NativeDef view_methods[] = {
    {"tobytes", {method_tobytes}, 0, 1, "order", 0, "Return the data in the buffer as a byte string."},
    {"tolist", {method_tolist}, 0, 0, NULL, 0, "Return the data in the buffer as a list of elements."},
    {"hex", {method_hex}, 0, 2, "sep bytes_per_sep", 0, "Return the data in the buffer as a str of hexadecimal numbers."},
    {"cast", {method_cast}, 1, 2, "format shape", 0, "Cast a memoryview to a new format or shape."},
    {"toreadonly", {method_toreadonly}, 0, 0, NULL, 0, "Return a readonly version of the memoryview."},
    {"release", {method_release}, 0, 0, NULL, 0, "Release the underlying buffer exposed by the memoryview object."},
    {"__enter__", {method_enter}, 0, 0, NULL, 0, NULL},
    {"__exit__", {method_release}, 0, -1, NULL, 0, NULL},
    {0},
};
static const GetSetDef view_getset[] = {
    {"obj", get_obj, NULL}, {"nbytes", get_nbytes, NULL}, {"readonly", get_readonly, NULL}, {"itemsize", get_itemsize, NULL},
    {"format", get_format, NULL}, {"ndim", get_ndim, NULL}, {"shape", get_shape, NULL}, {"strides", get_strides, NULL},
    {"suboffsets", get_suboffsets, NULL}, {"c_contiguous", get_contiguous, NULL}, {"f_contiguous", get_contiguous, NULL}, {"contiguous", get_contiguous, NULL},
    {0},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .layout = LAYOUT_OTHER,
    .size = sizeof(MemoryView),
    .flags = TYPE_FINAL | TYPE_SEQUENCE_PATTERN | TYPE_WEAKLY_REFERABLE,
    .slots = {.repr = view_repr, .hash = view_hash, .compare = view_compare, .length = view_length, .get_item = view_get_item, .set_item = view_set_item,
              .contains = view_contains, .iter = view_iter, .construct = view_construct, .trace = view_trace},
    .methods = view_methods,
    .getset = view_getset,
    .doc = "Create a new memoryview object which references the given object.",
};
