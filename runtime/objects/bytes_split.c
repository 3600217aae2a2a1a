// bytes and bytearray: taking apart and joining.
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"

static bool is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }

// What a list of parts is made from.
typedef struct Splitter {
    VM *vm;
    Value self, list;
    BytesView v;
} Splitter;

static inline bool add_piece(Splitter *s, size_t from, size_t to) {
    Value piece = is_bytes(s->self) ? bytes_new(s->vm, s->v.data + from, to - from) : bytes_like_new(s->vm, s->self, s->v.data + from, to - from);
    List *list = as_list(s->list);
    if (piece == VALUE_ERROR || (list->count == list->capacity && !list_reserve(s->vm, list, list->count + list->count / 2 + 4))) return false;
    gc_store(s->vm, list, &list->items[list->count++], piece);
    return true;
}

static void reverse(List *list) {
    for (size_t i = 0, j = list->count; i + 1 < j; i++) {
        Value item = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = item;
    }
}

static bool split_space(Splitter *s, size_t most) {
    BytesView v = s->v;
    for (size_t at = 0;;) {
        while (at < v.size && is_space(v.data[at])) at++;
        if (at == v.size) return true;
        if (!most--) return add_piece(s, at, v.size);
        size_t end = at;
        while (end < v.size && !is_space(v.data[end])) end++;
        if (!add_piece(s, at, end)) return false;
        at = end;
    }
}

static bool rsplit_space(Splitter *s, size_t most) {
    BytesView v = s->v;
    for (size_t end = v.size;;) {
        while (end && is_space(v.data[end - 1])) end--;
        if (!end) return true;
        if (!most--) return add_piece(s, 0, end);
        size_t start = end;
        while (start && !is_space(v.data[start - 1])) start--;
        if (!add_piece(s, start, end)) return false;
        end = start;
    }
}

static bool split_at(Splitter *s, BytesView separator, size_t most) {
    size_t from = 0;
    BytesView v = s->v;
    for (int64_t at; most && (at = text_find(view_text(v) + from, v.size - from, view_text(separator), separator.size)) >= 0; most--) {
        if (!add_piece(s, from, from + (size_t)at)) return false;
        from += (size_t)at + separator.size;
    }
    return add_piece(s, from, v.size);
}

static bool rsplit_at(Splitter *s, BytesView separator, size_t most) {
    size_t end = s->v.size;
    for (int64_t at; most && (at = text_find_last(view_text(s->v), end, view_text(separator), separator.size)) >= 0; most--) {
        if (!add_piece(s, (size_t)at + separator.size, end)) return false;
        end = (size_t)at;
    }
    return add_piece(s, 0, end);
}

static Value split_method(VM *vm, Value *args, bool from_end) {
    int64_t most = -1;
    BytesView separator = {NULL, 0};
    if (args[2] != VALUE_UNBOUND && !text_size_argument(vm, args[2], &most)) return VALUE_ERROR;
    size_t limit = most < 0 ? SIZE_MAX : (size_t)most;
    bool at_space = args[1] == VALUE_UNBOUND || args[1] == VALUE_NONE, good;
    if (!at_space && !bytes_need_view(vm, args[1], &separator)) return VALUE_ERROR;
    if (!at_space && !separator.size) return raise_value_error(vm, "empty separator");
    Splitter s = {vm, args[0], list_new(vm, NULL, 4), view_of(args[0])};
    if (s.list == VALUE_ERROR) return VALUE_ERROR;
    if (!s.v.data) s.v.data = (const unsigned char *)"";
    if (at_space) good = (from_end ? rsplit_space : split_space)(&s, limit);
    else good = (from_end ? rsplit_at : split_at)(&s, separator, limit);
    if (from_end && good) reverse(as_list(s.list));
    if (good) list_trim(vm, as_list(s.list));
    return good ? s.list : VALUE_ERROR;
}
Value bytes_method_split(VM *vm, Value *args, uint32_t count) { return (void)count, split_method(vm, args, false); }
Value bytes_method_rsplit(VM *vm, Value *args, uint32_t count) { return (void)count, split_method(vm, args, true); }

static Value partition(VM *vm, Value *args, bool last) {
    BytesView separator, v = view_of(args[0]);
    if (!bytes_need_view(vm, args[1], &separator)) return VALUE_ERROR;
    if (!separator.size) return raise_value_error(vm, "empty separator");
    int64_t at = (last ? text_find_last : text_find)(view_text(v), v.size, view_text(separator), separator.size);
    Value parts[3];
    if (at < 0) {
        for (int i = 0; i < 3; i++) {
            bool whole = i == (last ? 2 : 0);
            parts[i] = whole ? is_bytes(args[0]) ? args[0] : bytes_same(vm, args[0]) : bytes_like_new(vm, args[0], "", 0);
        }
    } else {
        size_t behind = (size_t)at + separator.size;
        parts[0] = bytes_like_new(vm, args[0], v.data, (size_t)at);
        parts[1] = is_bytes(args[0]) ? args[1] : bytes_like_new(vm, args[0], separator.data, separator.size);
        parts[2] = bytes_like_new(vm, args[0], v.data + behind, v.size - behind);
    }
    for (int i = 0; i < 3; i++)
        if (parts[i] == VALUE_ERROR) return VALUE_ERROR;
    return tuple_pack(vm, 3, parts[0], parts[1], parts[2]);
}
Value bytes_method_partition(VM *vm, Value *args, uint32_t count) { return (void)count, partition(vm, args, false); }
Value bytes_method_rpartition(VM *vm, Value *args, uint32_t count) { return (void)count, partition(vm, args, true); }

Value bytes_method_splitlines(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int keep = args[1] == VALUE_UNBOUND ? 0 : op_truth(vm, args[1]);
    if (keep < 0) return VALUE_ERROR;
    Splitter s = {vm, args[0], list_new(vm, NULL, 4), view_of(args[0])};
    if (s.list == VALUE_ERROR) return VALUE_ERROR;
    for (size_t at = 0; at < s.v.size;) {
        size_t end = at;
        while (end < s.v.size && s.v.data[end] != '\n' && s.v.data[end] != '\r') end++;
        size_t next = end;
        if (next < s.v.size) next += s.v.data[next] == '\r' && next + 1 < s.v.size && s.v.data[next + 1] == '\n' ? 2 : 1;
        if (!add_piece(&s, at, keep ? next : end)) return VALUE_ERROR;
        at = next;
    }
    return s.list;
}

// The items that are to be joined, in a list. The script that gives them must not resize the separator.
static Value joined_items(VM *vm, Value separator, Value given) {
    if (!is_bytearray(separator)) return op_iterated(vm, given);
    Value view = memoryview_hold(vm, separator);
    if (view == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, view);
    Value items = op_iterated(vm, given);
    ROOT_END(vm);
    memoryview_let_go(vm, view);
    return items;
}

Value bytes_method_join(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value given = args[1];
    if (!is_exactly(given, vm->types.list) && !is_exactly(given, vm->types.tuple)) {
        if (!value_type(vm, given)->slots.iter && !value_type(vm, given)->slots.get_item) return raise_type_error(vm, "can only join an iterable");
        given = joined_items(vm, args[0], given);
        if (given == VALUE_ERROR) return VALUE_ERROR;
    }
    const Value *items = is_list(given) ? as_list(given)->items : as_tuple(given)->items;
    size_t item_count = is_list(given) ? as_list(given)->count : as_tuple(given)->count, size = 0, between;
    BytesView separator = view_of(args[0]), item;
    for (size_t i = 0; i < item_count; i++) {
        if (!bytes_view(items[i], &item.data, &item.size)) return raise_type_error(vm, "sequence item %zu: expected a bytes-like object, %T found", i, items[i]);
        size += item.size;
    }
    if (item_count == 1 && is_bytes(args[0]) && is_exactly(items[0], vm->types.bytes)) return items[0];
    if (__builtin_mul_overflow(separator.size, item_count ? item_count - 1 : 0, &between) || __builtin_add_overflow(size, between, &size)) return raise_memory_error(vm);
    Value result = bytes_like_new(vm, args[0], NULL, size);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    unsigned char *out = bytes_data(result);
    for (size_t i = 0; i < item_count; i++) {
        if (i && separator.size) memcpy(out, separator.data, separator.size), out += separator.size;
        bytes_view(items[i], &item.data, &item.size);
        if (item.size) text_copy_long(out, item.data, item.size), out += item.size;
    }
    return result;
}
