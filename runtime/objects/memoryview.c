#include "runtime/modules/array.h"
#include "runtime/modules/mmap.h"
#include "runtime/modules/modules.h"
#include "runtime/gc.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview_private.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"

static MemoryView *as_view(Value v) { return (MemoryView *)as_object(v); }

// ---- access ------------------------------------------------------------------------------------------------------

static MemoryView *need_open(VM *vm, Value v) {
    if (as_view(v)->owner != VALUE_NONE) return as_view(v);
    raise_value_error(vm, "operation forbidden on released memoryview object");
    return NULL;
}

static int64_t item_count(const MemoryView *view) {
    int64_t count = 1;
    for (int d = 0; d < view->dimensions; d++) count *= view_shape(view, d);
    return count;
}
static int64_t byte_count(const MemoryView *view) { return item_count(view) * view->item_size; }

// The items lie side by side, the last index varying fastest, or (as Fortran has it) the first.
static bool is_contiguous(const MemoryView *view, bool first_fastest) {
    int64_t step = view->item_size;
    if (!item_count(view)) return true;
    for (int i = 0; i < view->dimensions; i++) {
        int d = first_fastest ? i : view->dimensions - 1 - i;
        if (view_shape(view, d) > 1 && view_stride(view, d) != step) return false;
        step *= view_shape(view, d);
    }
    return true;
}

static BytesView memory_of(Value owner) {
    BytesView memory = {(const unsigned char *)"", 0};
    if (is_bytes(owner)) return (BytesView){as_bytes(owner)->data, as_bytes(owner)->size};
    if (owner != VALUE_NONE) bytes_view(owner, &memory.data, &memory.size);
    return memory;
}

// The place of the bytes at an offset; NULL: no longer in the owner.
static unsigned char *place_at(const MemoryView *view, int64_t offset) {
    BytesView memory = memory_of(view->owner);
    return offset >= 0 && (uint64_t)offset + view->item_size <= memory.size ? (unsigned char *)(uintptr_t)memory.data + offset : NULL;
}

// Offset of item number `n`, counted with the last (or the first) index varying fastest.
static int64_t offset_of(const MemoryView *view, int64_t n, bool first_fastest) {
    int64_t offset = view->start;
    for (int i = 0; i < view->dimensions; i++) {
        int d = first_fastest ? i : view->dimensions - 1 - i;
        offset += n % view_shape(view, d) * view_stride(view, d);
        n /= view_shape(view, d);
    }
    return offset;
}

// All its items are in the owner still.
static bool is_whole(const MemoryView *view) {
    int64_t low = view->start, high = view->start;
    if (!item_count(view)) return true;
    for (int d = 0; d < view->dimensions; d++) {
        int64_t way = (view_shape(view, d) - 1) * view_stride(view, d);
        if (way < 0) low += way;
        else high += way;
    }
    return place_at(view, low) && place_at(view, high);
}

static MemoryView *need_whole(VM *vm, Value v) {
    MemoryView *view = need_open(vm, v);
    if (!view || is_whole(view)) return view;
    raise_index_error(vm, "memoryview: its object has become smaller");
    return NULL;
}

bool memoryview_contiguous(Value v, const unsigned char **data, size_t *size) {
    if (!is_memoryview(v) || as_view(v)->owner == VALUE_NONE || !is_whole(as_view(v)) || !is_contiguous(as_view(v), false)) return false;
    const MemoryView *view = as_view(v);
    *size = (size_t)byte_count(view);
    *data = *size ? place_at(view, view->start) : (const unsigned char *)"";
    return true;
}
void memoryview_refuse(VM *vm, Value v) {
    const MemoryView *view = need_whole(vm, v);
    if (view) raise_error(vm, vm->types.BufferError, "memoryview: underlying buffer is not C-contiguous");
}
bool memoryview_is_read_only(Value v) { return as_view(v)->read_only; }

// Into memory with room for all of a whole view.
static void copy_out(const MemoryView *view, unsigned char *out, bool first_fastest) {
    int64_t count = item_count(view);
    if (count && is_contiguous(view, first_fastest)) memcpy(out, place_at(view, view->start), (size_t)byte_count(view));
    else
        for (int64_t i = 0; i < count; i++) memcpy(out + i * view->item_size, place_at(view, offset_of(view, i, first_fastest)), view->item_size);
}

static Value to_bytes(VM *vm, Value v, bool first_fastest) {
    MemoryView *view = need_whole(vm, v);
    Value result = view ? bytes_new(vm, NULL, (size_t)byte_count(view)) : VALUE_ERROR;
    if (result != VALUE_ERROR) copy_out(view, as_bytes(result)->data, first_fastest);
    return result;
}
Value memoryview_to_bytes(VM *vm, Value v) { return to_bytes(vm, v, false); }

// ---- making ------------------------------------------------------------------------------------------------------

static uint32_t *views_of(Value owner) {
    if (is_bytearray(owner)) return &as_bytearray(owner)->views;
    return owner == VALUE_NONE ? NULL : array_typecode(owner) ? array_views(owner) : mmap_views(owner);
}

static void count_view(const MemoryView *view) {
    uint32_t *views = views_of(view->owner);
    if (views && *views < UINT32_MAX) ++*views;
}

static void let_go(VM *vm, MemoryView *view) {
    uint32_t *views = views_of(view->owner);
    if (views && *views) --*views;
    gc_store(vm, view, &view->owner, VALUE_NONE);
}

bool buffer_is_shown(VM *vm, Value owner, uint32_t *views) {
    enum { FALSE_ALARMS = 32, ONE_OF = 256 };
    if (!*views) return false;
    if (vm->false_alarms >= FALSE_ALARMS && ++vm->false_alarms % ONE_OF) return false;
    ROOT_SCOPE(vm);
    root_push(vm, owner);
    Value referrers = gc_list_referrers(vm, &owner, 1);
    ROOT_END(vm);
    if (referrers == VALUE_ERROR) return error_clear(vm), false;
    uint32_t open = 0;
    for (size_t i = 0; i < as_list(referrers)->count; i++) {
        Value v = as_list(referrers)->items[i];
        open += is_memoryview(v) && as_view(v)->owner == owner;
    }
    *views = open;
    vm->false_alarms += !open;
    return open;
}

static MemoryView *view_alloc(VM *vm, int dimensions) {
    MemoryView *view = object_new(vm, vm->types.memoryview, sizeof *view + 2 * (size_t)dimensions * sizeof *view->extents);
    if (!view) return NULL;
    Object head = view->head;
    *view = (MemoryView){.head = head, .owner = VALUE_NONE, .exporter = VALUE_UNBOUND, .exported = VALUE_UNBOUND, .dimensions = (uint8_t)dimensions};
    return view;
}

static MemoryView *view_copy(VM *vm, const MemoryView *like) {
    MemoryView *view = view_alloc(vm, like->dimensions);
    if (!view) return NULL;
    Object head = view->head;
    memcpy(view, like, sizeof *view + 2 * (size_t)like->dimensions * sizeof *view->extents);
    view->head = head;
    view->hash = 0;
    view->exported = VALUE_UNBOUND; // the first view gives it back
    count_view(view);
    return view;
}

// Of all of an object; NULL without an error: it has no memory to show.
static MemoryView *view_of_object(VM *vm, Value object) {
    char format = is_bytes(object) || is_bytearray(object) || mmap_views(object) ? 'B' : array_typecode(object);
    if (!format) return NULL;
    MemoryView *view = view_alloc(vm, 1);
    if (!view) return NULL;
    view->owner = object;
    count_view(view);
    view->format = format == 'u' ? 'w' : format;
    view->item_size = format == 'u' ? 4 : (uint8_t)view_format_size(format);
    view->read_only = is_bytes(object) || (mmap_views(object) && mmap_is_read_only(object));
    view->extents[0] = (int64_t)(memory_of(object).size / view->item_size);
    view->extents[1] = view->item_size;
    return view;
}

Value memoryview_of_exporter(VM *vm, Value object) {
    enum { FULL_READ_ONLY = 284 }; // inspect.BufferFlags.FULL_RO
    Str *name = str_intern(vm, "__buffer__", 10);
    Value flags = from_small_int(FULL_READ_ONLY), given = name ? call_special(vm, object, name, &flags, 1) : VALUE_ERROR;
    if (given == VALUE_UNBOUND || given == VALUE_ERROR) return given;
    if (!is_memoryview(given)) return raise_type_error(vm, "__buffer__ returned non-memoryview object");
    if (!need_open(vm, given)) return VALUE_ERROR;
    MemoryView *view = view_copy(vm, as_view(given));
    if (!view) return VALUE_ERROR;
    view->exporter = object, view->exported = given;
    return from_object(view);
}

Value memoryview_hold(VM *vm, Value array) {
    MemoryView *view = view_of_object(vm, array);
    return view ? from_object(view) : VALUE_ERROR;
}
void memoryview_let_go(VM *vm, Value view) { let_go(vm, as_view(view)); }

static Value view_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    Value object;
    if (!bind_arguments(vm, "memoryview", "object", 1, 1, args, count, keyword_names, &object)) return VALUE_ERROR;
    MemoryView *view = NULL;
    if (is_memoryview(object)) view = need_open(vm, object) ? view_copy(vm, as_view(object)) : NULL;
    else view = view_of_object(vm, object);
    if (!view && !error_is_set(vm)) {
        Value exported = memoryview_of_exporter(vm, object);
        if (exported != VALUE_UNBOUND) return exported;
    }
    if (!view && !error_is_set(vm)) return raise_type_error(vm, "memoryview: a bytes-like object is required, not '%T'", object);
    return view ? from_object(view) : VALUE_ERROR;
}

// ---- __buffer__, __release_buffer__ (PEP 688) of the types that have memory to show

Value method_buffer(VM *vm, Value *args, uint32_t count) {
    enum { WRITABLE = 1 }; // inspect.BufferFlags
    (void)count;
    int64_t flags;
    if (!op_index_int64(vm, args[1], &flags, true)) return VALUE_ERROR;
    MemoryView *view = is_memoryview(args[0]) ? need_open(vm, args[0]) : NULL;
    if (view) view = view_copy(vm, view);
    else if (!is_memoryview(args[0])) view = view_of_object(vm, args[0]);
    if (!view) return error_is_set(vm) ? VALUE_ERROR : raise_value_error(vm, "mmap closed or invalid");
    if (!(flags & WRITABLE) || !view->read_only) return from_object(view);
    return raise_error(vm, vm->types.BufferError, is_memoryview(args[0]) ? "memoryview: underlying buffer is not writable" : "Object is not writable.");
}

Value method_release_buffer(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_memoryview(args[1])) return raise_type_error(vm, "expected a memoryview object");
    MemoryView *view = as_view(args[1]);
    if (view->owner == VALUE_NONE) return raise_value_error(vm, "memoryview's buffer has already been released");
    if (view->owner != args[0] && !is_memoryview(args[0])) return raise_value_error(vm, "memoryview's buffer is not this object");
    let_go(vm, view);
    return VALUE_NONE;
}

// ---- indexing ----------------------------------------------------------------------------------------------------

static bool is_index(VM *vm, Value key) { return is_int(key) || value_type(vm, key)->slots.unary[SLOT_INDEX]; }
static bool invalid_key(VM *vm) { return raise_type_error(vm, "memoryview: invalid slice key"), false; }

// Adds what index `key` along a dimension means to the offset.
static bool step_along(VM *vm, const MemoryView *view, int dimension, Value key, int64_t *offset) {
    int64_t index;
    Value number = op_index(vm, key);
    if (number == VALUE_ERROR) return false;
    if (!int_to_int64(number, &index)) return raise_index_error(vm, "cannot fit '%T' into an index-sized integer", key), false;
    if (index < 0) index += view_shape(view, dimension);
    if (index < 0 || index >= view_shape(view, dimension)) return raise_index_error(vm, "index out of bounds on dimension %d", dimension + 1), false;
    *offset += index * view_stride(view, dimension);
    return true;
}

static bool tuple_offset(VM *vm, const MemoryView *view, const Tuple *key, int64_t *offset) {
    size_t slices = 0, indices = 0;
    for (size_t i = 0; i < key->count; i++) slices += is_layout(key->items[i], LAYOUT_SLICE), indices += is_index(vm, key->items[i]);
    if (key->count && slices == key->count) return raise_error(vm, vm->types.NotImplementedError, "multi-dimensional slicing is not implemented"), false;
    if (indices < key->count) return invalid_key(vm);
    if (key->count > view->dimensions) return raise_type_error(vm, "cannot index %d-dimension view with %zu-element tuple", view->dimensions, key->count), false;
    if (key->count < view->dimensions) return raise_error(vm, vm->types.NotImplementedError, "sub-views are not implemented"), false;
    for (size_t i = 0; i < key->count; i++)
        if (!step_along(vm, view, (int)i, key->items[i], offset)) return false;
    return true;
}

// Where the item lies that a key names: an int, or a tuple of ints, one for each dimension.
static bool key_offset(VM *vm, const MemoryView *view, Value key, const char *sub_view, int64_t *offset) {
    *offset = view->start;
    if (is_tuple(key)) return tuple_offset(vm, view, as_tuple(key), offset);
    if (!is_index(vm, key)) return view->dimensions || key != VALUE_ELLIPSIS ? invalid_key(vm) : true;
    if (!view->dimensions) return raise_type_error(vm, "invalid indexing of 0-dim memory"), false;
    if (view->dimensions > 1) return raise_error(vm, vm->types.NotImplementedError, "%s", sub_view), false;
    return step_along(vm, view, 0, key, offset);
}

// A view on some of the first dimension. The bounds may be scripts, which may even release the view: `copy` was made before.
static bool slice_first(VM *vm, MemoryView *copy, Value key) {
    int64_t start, stop, step, count;
    if (!slice_indices(vm, key, view_shape(copy, 0), &start, &stop, &step, &count)) return false;
    copy->start += count ? start * view_stride(copy, 0) : 0;
    copy->extents[0] = count;
    if (count > 1) copy->extents[copy->dimensions] *= step;
    else if (__builtin_mul_overflow(view_stride(copy, 0), step, &copy->extents[copy->dimensions])) copy->extents[copy->dimensions] = copy->item_size;
    return true;
}

static MemoryView *slice_view(VM *vm, const MemoryView *view, Value key) {
    MemoryView *copy = view->dimensions ? view_copy(vm, view) : (raise_type_error(vm, "invalid indexing of 0-dim memory"), NULL);
    if (!copy) return NULL;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(copy));
    bool good = slice_first(vm, copy, key);
    ROOT_END(vm);
    return good ? copy : NULL;
}

static Value raise_smaller(VM *vm) { return raise_index_error(vm, "memoryview: its object has become smaller"); }

Value memoryview_item(VM *vm, Value v, int64_t index) {
    const MemoryView *view = as_view(v);
    if (view->owner == VALUE_NONE || view->dimensions != 1) return VALUE_UNBOUND;
    if (index < 0) index += view_shape(view, 0);
    if (index < 0 || index >= view_shape(view, 0)) return VALUE_UNBOUND;
    const unsigned char *place = place_at(view, view->start + index * view_stride(view, 0));
    return place ? view_item_value(vm, view->format, place) : VALUE_UNBOUND;
}

static Value view_get_item(VM *vm, Value self, Value key) {
    Value item = is_small_int(key) ? memoryview_item(vm, self, small_int(key)) : VALUE_UNBOUND;
    if (item != VALUE_UNBOUND) return item;
    MemoryView *view = need_open(vm, self);
    if (!view) return VALUE_ERROR;
    if (is_layout(key, LAYOUT_SLICE)) return (view = slice_view(vm, view, key)) ? from_object(view) : VALUE_ERROR;
    if (key == VALUE_ELLIPSIS && !view->dimensions) return self;
    int64_t offset;
    if (!key_offset(vm, view, key, "multi-dimensional sub-views are not implemented", &offset) || !(view = need_open(vm, self))) return VALUE_ERROR;
    const unsigned char *place = place_at(view, offset);
    return place ? view_item_value(vm, view->format, place) : raise_smaller(vm);
}

static bool same_structure(const MemoryView *a, const MemoryView *b) {
    if (a->format != b->format || a->dimensions != b->dimensions) return false;
    for (int d = 0; d < a->dimensions; d++)
        if (view_shape(a, d) != view_shape(b, d)) return false;
    return true;
}

// The items of both are the same, or may overlap: so they go through a copy.
static bool copy_items(VM *vm, const MemoryView *to, const MemoryView *from) {
    if (!is_whole(to) || !is_whole(from)) return raise_smaller(vm), false;
    Value bytes = bytes_new(vm, NULL, (size_t)byte_count(from));
    if (bytes == VALUE_ERROR) return false;
    copy_out(from, as_bytes(bytes)->data, false);
    for (int64_t i = 0, count = item_count(to); i < count; i++)
        memcpy(place_at(to, offset_of(to, i, false)), as_bytes(bytes)->data + i * to->item_size, to->item_size);
    return true;
}

static bool set_slice(VM *vm, Value self, Value key, Value value) {
    const MemoryView *view = as_view(self);
    if (view->dimensions > 1) return raise_error(vm, vm->types.NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1"), false;
    MemoryView *from = is_memoryview(value) ? need_open(vm, value) : view_of_object(vm, value);
    if (!from && !error_is_set(vm)) raise_type_error(vm, "a bytes-like object is required, not '%T'", value);
    if (!from) return false;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(from));
    MemoryView *to = slice_view(vm, view, key);
    ROOT_END(vm);
    if (!to || !need_open(vm, self)) return false;
    if (!same_structure(to, from)) return raise_value_error(vm, "memoryview assignment: lvalue and rvalue have different structures"), false;
    return copy_items(vm, to, from);
}

static bool view_set_item(VM *vm, Value self, Value key, Value value) {
    MemoryView *view = need_open(vm, self);
    if (!view) return false;
    if (view->read_only) return raise_type_error(vm, "cannot modify read-only memory"), false;
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "cannot delete memory"), false;
    if (is_layout(key, LAYOUT_SLICE)) return set_slice(vm, self, key, value);
    int64_t offset;
    unsigned char bytes[8];
    if (!key_offset(vm, view, key, "sub-views are not implemented", &offset) || !view_item_bytes(vm, view->format, value, bytes)) return false;
    if (!(view = need_open(vm, self))) return false;
    unsigned char *place = place_at(view, offset);
    if (!place) return raise_smaller(vm), false;
    memcpy(place, bytes, view->item_size);
    return true;
}

// ---- other slots -------------------------------------------------------------------------------------------------

static Value view_repr(VM *vm, Value self) {
    return str_from_format(vm, "<%s at %A>", as_view(self)->owner == VALUE_NONE ? "released memory" : "memory", self);
}
static int64_t view_length(VM *vm, Value self) {
    MemoryView *view = need_open(vm, self);
    if (view && !view->dimensions) raise_type_error(vm, "0-dim memory has no length");
    return view && view->dimensions ? view_shape(view, 0) : -1;
}

static bool view_hash(VM *vm, Value self, uint64_t *out) {
    MemoryView *view = as_view(self);
    if (!view->hash) {
        if (!need_open(vm, self)) return false;
        if (!view->read_only || !is_bytes(view->owner)) return raise_value_error(vm, "cannot hash writable memoryview object"), false;
        if (!strchr("Bbc", view->format)) return raise_value_error(vm, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"), false;
        Value bytes = memoryview_to_bytes(vm, self);
        if (bytes == VALUE_ERROR || !op_hash(vm, bytes, &view->hash)) return false;
    }
    *out = view->hash;
    return true;
}

// Items number i of both: 1 equal, 0 not, -1 raised.
static int equal_items(VM *vm, const MemoryView *a, const MemoryView *b, int64_t i) {
    const unsigned char *p = place_at(a, offset_of(a, i, false)), *q = place_at(b, offset_of(b, i, false));
    if (a->format == b->format && !strchr("efd?", a->format)) return memcmp(p, q, a->item_size) == 0;
    Value x = view_item_value(vm, a->format, p), y = x == VALUE_ERROR ? VALUE_ERROR : view_item_value(vm, b->format, q);
    if (y == VALUE_ERROR) return -1;
    Value equal = op_compare(vm, x, y, COMPARE_EQ); // not op_equal: a nan is not equal to itself
    return equal == VALUE_ERROR ? -1 : equal == VALUE_TRUE;
}

static Value view_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (op > COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    MemoryView *a = as_view(self), *b = is_memoryview(other) ? as_view(other) : view_of_object(vm, other);
    if (!b) return error_is_set(vm) ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    bool is_open = a->owner != VALUE_NONE && b->owner != VALUE_NONE;
    int equal = !is_open ? a == b : a->dimensions == b->dimensions && a->format != 'w' && b->format != 'w' && is_whole(a) && is_whole(b);
    for (int d = 0; equal && is_open && d < a->dimensions; d++) equal = view_shape(a, d) == view_shape(b, d);
    if (is_open && equal > 0 && a->format == b->format && !strchr("efd?", a->format) && is_contiguous(a, false) && is_contiguous(b, false)) {
        size_t size = (size_t)item_count(a) * a->item_size;
        work_done_on_bytes(vm, size);
        return from_bool((!size || memcmp(place_at(a, offset_of(a, 0, false)), place_at(b, offset_of(b, 0, false)), size) == 0) == (op == COMPARE_EQ));
    }
    for (int64_t i = 0, count = is_open && equal ? item_count(a) : 0; equal > 0 && i < count; i++) equal = equal_items(vm, a, b, i);
    return equal < 0 ? VALUE_ERROR : from_bool((equal != 0) == (op == COMPARE_EQ));
}

static Value view_iter(VM *vm, Value self) {
    MemoryView *view = need_open(vm, self);
    if (!view) return VALUE_ERROR;
    if (!view->dimensions) return raise_type_error(vm, "invalid indexing of 0-dim memory");
    return memory_iterator_new(vm, self);
}
static void view_trace(VM *vm, Object *self) {
    const MemoryView *view = (const MemoryView *)self;
    gc_mark(vm, view->owner), gc_mark(vm, view->exporter), gc_mark(vm, view->exported);
}

// ---- methods -----------------------------------------------------------------------------------------------------

static Value method_tobytes(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value order = args[1];
    char letter = 'C';
    MemoryView *view = need_open(vm, args[0]);
    if (!view) return VALUE_ERROR;
    if (order != VALUE_UNBOUND && order != VALUE_NONE) {
        if (!is_str(order)) return text_argument_error(vm, "tobytes", "'order'", "str or None", order);
        if (as_str(order)->size != 1 || !strchr("CFA", as_str(order)->text[0])) return raise_value_error(vm, "order must be 'C', 'F' or 'A'");
        letter = as_str(order)->text[0];
    }
    return to_bytes(vm, args[0], letter == 'F' || (letter == 'A' && is_contiguous(view, true)));
}

// The items from `dimension` on as lists in lists; an item for a view without dimensions.
static Value list_from(VM *vm, const MemoryView *view, int dimension, int64_t offset) {
    if (dimension == view->dimensions) return view_item_value(vm, view->format, place_at(view, offset));
    Value list = list_new(vm, NULL, 0);
    for (int64_t i = 0; list != VALUE_ERROR && i < view_shape(view, dimension); i++) {
        Value item = list_from(vm, view, dimension + 1, offset + i * view_stride(view, dimension));
        if (item == VALUE_ERROR || !list_append(vm, as_list(list), item)) return VALUE_ERROR;
    }
    return list;
}
static Value method_tolist(VM *vm, Value *args, uint32_t count) {
    (void)count;
    MemoryView *view = need_whole(vm, args[0]);
    return view ? list_from(vm, view, 0, view->start) : VALUE_ERROR;
}
static Value method_toreadonly(VM *vm, Value *args, uint32_t count) {
    (void)count;
    MemoryView *view = need_open(vm, args[0]), *copy = view ? view_copy(vm, view) : NULL;
    if (!copy) return VALUE_ERROR;
    copy->read_only = true;
    return from_object(copy);
}
static Value method_release(VM *vm, Value *args, uint32_t count) {
    (void)count;
    MemoryView *view = as_view(args[0]);
    Value exporter = view->exporter, given = view->exported;
    let_go(vm, view);
    view->exporter = view->exported = VALUE_UNBOUND;
    if (given == VALUE_UNBOUND) return VALUE_NONE;
    ROOT_SCOPE(vm);
    root_push(vm, given), root_push(vm, exporter);
    Str *name = str_intern(vm, "__release_buffer__", 18);
    Value done = name ? call_special(vm, exporter, name, &given, 1) : VALUE_ERROR;
    if (done == VALUE_ERROR) sys_report_unraisable(vm, exporter);
    let_go(vm, as_view(given));
    ROOT_END(vm);
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

// ---- cast --------------------------------------------------------------------------------------------------------

static bool is_byte_format(char format) { return strchr("Bbc", format) != NULL; }

static MemoryView *cast_format(VM *vm, const MemoryView *view, const Str *format) {
    const char *text = format->text;
    bool has_at = *text == '@';
    text += has_at;
    unsigned size = *text && !text[1] ? view_format_size(*text) : 0;
    if (!size) return raise_value_error(vm, "memoryview: destination format must be a native single character format prefixed with an optional '@'"), NULL;
    if (!is_byte_format(view->format) && !is_byte_format(*text)) return raise_type_error(vm, "memoryview: cannot cast between two non-byte formats"), NULL;
    int64_t bytes = byte_count(view);
    if (bytes % size) return raise_type_error(vm, "memoryview: length is not a multiple of itemsize"), NULL;
    MemoryView *flat = view_alloc(vm, 1);
    if (!flat) return NULL;
    flat->owner = view->owner, flat->start = view->start, flat->read_only = view->read_only;
    count_view(flat);
    flat->format = *text, flat->has_at = has_at, flat->item_size = (uint8_t)size;
    flat->extents[0] = bytes / size, flat->extents[1] = size;
    return flat;
}

// `flat` with other dimensions.
static MemoryView *cast_shape(VM *vm, const MemoryView *flat, const Value *lengths, size_t dimensions) {
    MemoryView *view = view_alloc(vm, (int)dimensions);
    int64_t total = flat->item_size;
    if (!view) return NULL;
    view->owner = flat->owner, view->start = flat->start, view->read_only = flat->read_only;
    count_view(view);
    view->format = flat->format, view->has_at = flat->has_at, view->item_size = flat->item_size;
    for (size_t d = 0; d < dimensions; d++) {
        int64_t length;
        if (!is_int(lengths[d])) return raise_type_error(vm, "memoryview.cast(): elements of shape must be integers"), NULL;
        if (!int_to_int64(lengths[d], &length) || length <= 0) return raise_value_error(vm, "memoryview.cast(): elements of shape must be integers > 0"), NULL;
        if (__builtin_mul_overflow(total, length, &total)) return raise_value_error(vm, "memoryview.cast(): product(shape) > SSIZE_MAX"), NULL;
        view->extents[d] = length;
    }
    if (total != byte_count(flat)) return raise_type_error(vm, "memoryview: product(shape) * itemsize != buffer size"), NULL;
    int64_t step = view->item_size;
    for (size_t d = dimensions; d-- > 0; step *= view->extents[d]) view->extents[dimensions + d] = step;
    return view;
}

static Value method_cast(VM *vm, Value *args, uint32_t count) {
    (void)count;
    MemoryView *view = need_open(vm, args[0]);
    if (!view) return VALUE_ERROR;
    if (!is_str(args[1])) return text_argument_error(vm, "cast", "'format'", "str", args[1]);
    Value shape = args[2];
    bool is_sequence = is_list(shape) || is_tuple(shape);
    if (!is_contiguous(view, false)) return raise_type_error(vm, "memoryview: casts are restricted to C-contiguous views");
    if (shape != VALUE_UNBOUND && !is_sequence) return raise_type_error(vm, "shape must be a list or a tuple");
    size_t dimensions = 1;
    const Value *lengths = is_sequence ? sequence_items(shape, &dimensions) : NULL;
    if (dimensions > MOST_DIMENSIONS) return raise_value_error(vm, "memoryview: number of dimensions must not exceed %d", MOST_DIMENSIONS);
    if (lengths && view->dimensions != 1 && dimensions != 1) return raise_type_error(vm, "memoryview: cast must be 1D -> ND or ND -> 1D");
    MemoryView *flat = cast_format(vm, view, as_str(args[1]));
    if (flat && is_sequence) flat = cast_shape(vm, flat, lengths, dimensions);
    return flat ? from_object(flat) : VALUE_ERROR;
}

// ---- attributes --------------------------------------------------------------------------------------------------

#define OPEN(self)                                    \
    MemoryView *view = need_open(vm, self);           \
    if (!view) return VALUE_ERROR
static Value get_obj(VM *vm, Value self) { OPEN(self); return view->owner; }
static Value get_nbytes(VM *vm, Value self) { OPEN(self); return int_from_int64(vm, byte_count(view)); }
static Value get_readonly(VM *vm, Value self) { OPEN(self); return from_bool(view->read_only); }
static Value get_itemsize(VM *vm, Value self) { OPEN(self); return from_small_int(view->item_size); }
static Value get_ndim(VM *vm, Value self) { OPEN(self); return from_small_int(view->dimensions); }
static Value get_format(VM *vm, Value self) {
    OPEN(self);
    return str_new(vm, (char[]){'@', view->format} + !view->has_at, 1 + view->has_at);
}
static Value extents_tuple(VM *vm, const MemoryView *view, const int64_t *extents) {
    Value tuple = tuple_new(vm, NULL, view->dimensions);
    for (int d = 0; tuple != VALUE_ERROR && d < view->dimensions; d++)
        if ((as_tuple(tuple)->items[d] = int_from_int64(vm, extents[d])) == VALUE_ERROR) return VALUE_ERROR;
    return tuple;
}
static Value get_shape(VM *vm, Value self) { OPEN(self); return extents_tuple(vm, view, view->extents); }
static Value get_strides(VM *vm, Value self) { OPEN(self); return extents_tuple(vm, view, view->extents + view->dimensions); }
static Value get_suboffsets(VM *vm, Value self) { OPEN(self); return vm->empty_tuple; }
static Value get_c_contiguous(VM *vm, Value self) { OPEN(self); return from_bool(is_contiguous(view, false)); }
static Value get_f_contiguous(VM *vm, Value self) { OPEN(self); return from_bool(is_contiguous(view, true)); }
static Value get_contiguous(VM *vm, Value self) { OPEN(self); return from_bool(is_contiguous(view, false) || is_contiguous(view, true)); }

static const NativeDef view_methods[] = {
    {"tobytes", {method_tobytes}, 0, 1, 0, "order", DOC("Return the data in the buffer as a byte string.")},
    {"tolist", {method_tolist}, 0, 0, 0, NULL, DOC("Return the data in the buffer as a list of elements.")},
    {"hex", {method_hex}, 0, 2, 0, "sep bytes_per_sep", DOC("Return the data in the buffer as a str of hexadecimal numbers.")},
    {"cast", {method_cast}, 1, 2, 0, "format shape", DOC("Cast a memoryview to a new format or shape.")},
    {"toreadonly", {method_toreadonly}, 0, 0, 0, NULL, DOC("Return a readonly version of the memoryview.")},
    {"release", {method_release}, 0, 0, 0, NULL, DOC("Release the underlying buffer exposed by the memoryview object.")},
    {"__enter__", {method_enter}, 0, 0, 0, NULL, DOC(NULL)},
    {"__exit__", {method_release}, 0, -1, 0, NULL, DOC(NULL)},
    BUFFER_METHOD,
    RELEASE_BUFFER_METHOD,
    {0},
};
static const GetSetDef view_getset[] = {
    {"obj", get_obj, NULL}, {"nbytes", get_nbytes, NULL}, {"readonly", get_readonly, NULL}, {"itemsize", get_itemsize, NULL},
    {"format", get_format, NULL}, {"ndim", get_ndim, NULL}, {"shape", get_shape, NULL}, {"strides", get_strides, NULL},
    {"suboffsets", get_suboffsets, NULL}, {"c_contiguous", get_c_contiguous, NULL}, {"f_contiguous", get_f_contiguous, NULL}, {"contiguous", get_contiguous, NULL},
    {0},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .layout = LAYOUT_OTHER,
    .size = sizeof(MemoryView),
    .flags = TYPE_FINAL | TYPE_SEQUENCE_PATTERN | TYPE_WEAKLY_REFERABLE,
    .slots = SLOTS(SLOT(repr, view_repr), SLOT(hash, view_hash), SLOT(compare, view_compare), SLOT(length, view_length), SLOT(get_item, view_get_item), SLOT(set_item, view_set_item),
              SLOT(iter, view_iter), SLOT(construct, view_construct), SLOT(trace, view_trace)),
    .methods = view_methods,
    .getset = view_getset,
    .doc = TYPE_DOC("Create a new memoryview object which references the given object."),
};
