// bytes and bytearray: searching and replacing.
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/list.h"

// What is looked for: a bytes-like object, or one byte given as an int.
typedef struct Needle {
    Value value;        // VALUE_UNBOUND: the byte
    unsigned char byte;
} Needle;

static bool need_needle(VM *vm, Value v, Needle *out) {
    BytesView view;
    *out = (Needle){.value = v};
    if (bytes_view(v, &view.data, &view.size)) return true;
    out->value = VALUE_UNBOUND;
    if (!is_small_int(v) && !value_type(vm, v)->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "argument should be integer or bytes-like object, not '%T'", v), false;
    return bytes_need_byte(vm, v, "byte must be in range(0, 256)", &out->byte);
}
static BytesView needle_view(const Needle *needle) {
    BytesView v = {&needle->byte, 1};
    if (needle->value != VALUE_UNBOUND) bytes_view(needle->value, &v.data, &v.size);
    return v;
}

// The part of args[0] between args[2] and args[3]; .data NULL: start is beyond its end.
static BytesView clipped(Value self, int64_t start, int64_t stop, size_t *offset) {
    BytesView v = view_of(self);
    text_clip(v.size, &start, &stop);
    *offset = (size_t)start;
    if (start > stop) return (BytesView){NULL, 0};
    return (BytesView){(v.data ? v.data : (const unsigned char *)"") + start, (size_t)(stop - start)};
}

static int64_t find(VM *vm, Value *args, uint32_t count, bool last) {
    Needle needle;
    int64_t start, stop;
    size_t offset;
    if (!text_raw_bounds(vm, args, count, 2, &start, &stop) || !need_needle(vm, args[1], &needle)) return -2;
    BytesView v = clipped(args[0], start, stop, &offset), sub = needle_view(&needle);
    if (!v.data) return -1;
    work_done_on_bytes(vm, v.size);
    int64_t at = (last ? text_find_last : text_find)(view_text(v), v.size, view_text(sub), sub.size);
    return at < 0 ? -1 : at + (int64_t)offset;
}
static Value find_method(VM *vm, Value *args, uint32_t count, bool last) {
    int64_t at = find(vm, args, count, last);
    return at == -2 ? VALUE_ERROR : from_small_int(at);
}
static Value index_method(VM *vm, Value *args, uint32_t count, bool last) {
    int64_t at = find(vm, args, count, last);
    return at >= 0 ? from_small_int(at) : at == -2 ? VALUE_ERROR : raise_value_error(vm, "subsection not found");
}
Value bytes_method_find(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "find", count) ? find_method(vm, args, count, false) : VALUE_ERROR; }
Value bytes_method_rfind(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "rfind", count) ? find_method(vm, args, count, true) : VALUE_ERROR; }
Value bytes_method_index(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "index", count) ? index_method(vm, args, count, false) : VALUE_ERROR; }
Value bytes_method_rindex(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "rindex", count) ? index_method(vm, args, count, true) : VALUE_ERROR; }

Value bytes_method_count(VM *vm, Value *args, uint32_t count) {
    Needle needle;
    int64_t start, stop;
    size_t offset;
    if (!text_need_search_arguments(vm, "count", count)) return VALUE_ERROR;
    if (!text_raw_bounds(vm, args, count, 2, &start, &stop) || !need_needle(vm, args[1], &needle)) return VALUE_ERROR;
    BytesView v = clipped(args[0], start, stop, &offset), sub = needle_view(&needle);
    if (!v.data) return from_small_int(0);
    work_done_on_bytes(vm, 4 * v.size);
    return from_small_int((int64_t)(sub.size ? text_count(view_text(v), v.size, view_text(sub), sub.size, SIZE_MAX) : v.size + 1));
}

int bytes_slot_contains(VM *vm, Value self, Value item) {
    BytesView sub;
    unsigned char byte;
    if (!bytes_view(item, &sub.data, &sub.size)) {
        if (!is_small_int(item) && !value_type(vm, item)->slots.unary[SLOT_INDEX]) return bytes_need_view(vm, item, &sub), -1;
        if (!bytes_need_byte(vm, item, "byte must be in range(0, 256)", &byte)) return -1;
        sub = (BytesView){&byte, 1};
    }
    BytesView v = view_of(self);
    work_done_on_bytes(vm, v.size);
    return text_find(view_text(v), v.size, view_text(sub), sub.size) >= 0;
}

// ---- affixes -----------------------------------------------------------------------------------------------------

static bool has_affix(BytesView v, BytesView affix, bool at_end) {
    if (!v.data || affix.size > v.size) return false;
    return !affix.size || memcmp(at_end ? v.data + v.size - affix.size : v.data, affix.data, affix.size) == 0;
}

static Value affix_method(VM *vm, Value *args, uint32_t count, bool at_end) {
    int64_t start, stop;
    size_t offset;
    BytesView affix;
    if (!text_raw_bounds(vm, args, count, 2, &start, &stop)) return VALUE_ERROR;
    BytesView v = clipped(args[0], start, stop, &offset);
    if (is_tuple(args[1])) {
        const Tuple *affixes = as_tuple(args[1]);
        for (size_t i = 0; i < affixes->count; i++) {
            if (!bytes_need_view(vm, affixes->items[i], &affix)) return VALUE_ERROR;
            if (has_affix(v, affix, at_end)) return VALUE_TRUE;
        }
        return VALUE_FALSE;
    }
    if (!bytes_view(args[1], &affix.data, &affix.size))
        return raise_type_error(vm, "%s first arg must be bytes or a tuple of bytes, not %T", at_end ? "endswith" : "startswith", args[1]);
    return from_bool(has_affix(v, affix, at_end));
}
Value bytes_method_startswith(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "startswith", count) ? affix_method(vm, args, count, false) : VALUE_ERROR; }
Value bytes_method_endswith(VM *vm, Value *args, uint32_t count) { return text_need_search_arguments(vm, "endswith", count) ? affix_method(vm, args, count, true) : VALUE_ERROR; }

static Value remove_affix(VM *vm, Value *args, bool at_end) {
    BytesView affix, v = view_of(args[0]);
    if (!bytes_need_view(vm, args[1], &affix)) return VALUE_ERROR;
    if (!affix.size || !has_affix(v, affix, at_end)) return bytes_same(vm, args[0]);
    return bytes_like_new(vm, args[0], at_end ? v.data : v.data + affix.size, v.size - affix.size);
}
Value bytes_method_removeprefix(VM *vm, Value *args, uint32_t count) { return (void)count, remove_affix(vm, args, false); }
Value bytes_method_removesuffix(VM *vm, Value *args, uint32_t count) { return (void)count, remove_affix(vm, args, true); }

// ---- replace -----------------------------------------------------------------------------------------------------

// Puts b before each of the first `times` bytes (and, one more, at the end).
static void interleave(unsigned char *out, BytesView v, BytesView b, size_t times) {
    size_t i = 0;
    for (; i < times; i++) {
        memcpy(out, b.data, b.size), out += b.size;
        if (i < v.size) *out++ = v.data[i];
    }
    if (i < v.size) text_copy_long(out, v.data + i, v.size - i);
}

static void substitute(unsigned char *out, BytesView v, BytesView a, BytesView b, size_t times) {
    const unsigned char *p = v.data, *end = v.data + v.size;
    while (times--) {
        size_t before = (size_t)text_find((const char *)p, (size_t)(end - p), view_text(a), a.size);
        if (before) memcpy(out, p, before), out += before;
        if (b.size) memcpy(out, b.data, b.size), out += b.size;
        p += before + a.size;
    }
    text_copy_long(out, p, (size_t)(end - p));
}

static void substitute_bytes(unsigned char *restrict out, BytesView v, unsigned char a, unsigned char b) {
    for (size_t i = 0; i < v.size; i++) out[i] = v.data[i] == a ? b : v.data[i];
}

Value bytes_method_replace(VM *vm, Value *args, uint32_t count) {
    BytesView a, b;
    int64_t most = -1;
    if (!bytes_need_view(vm, args[1], &a) || !bytes_need_view(vm, args[2], &b)) return VALUE_ERROR;
    if (count > 3 && !text_size_argument(vm, args[3], &most)) return VALUE_ERROR;
    bytes_view(args[1], &a.data, &a.size), bytes_view(args[2], &b.data, &b.size);
    BytesView v = view_of(args[0]);
    work_done_on_bytes(vm, 4 * v.size);
    size_t limit = most < 0 ? SIZE_MAX : (size_t)most, times, added, size;
    if (a.size) times = text_count(view_text(v), v.size, view_text(a), a.size, limit);
    else times = b.size ? (limit < v.size + 1 ? limit : v.size + 1) : 0;
    if (!times) return bytes_same(vm, args[0]);
    if (__builtin_mul_overflow(times, b.size, &added) || __builtin_add_overflow(v.size - times * a.size, added, &size)) return raise_memory_error(vm);
    Value result = bytes_like_new(vm, args[0], NULL, size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    if (a.size == 1 && b.size == 1 && limit >= v.size) substitute_bytes(bytes_data(result), v, a.data[0], b.data[0]);
    else if (a.size) substitute(bytes_data(result), v, a, b, times);
    else interleave(bytes_data(result), v, b, times);
    return result;
}
