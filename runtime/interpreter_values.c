// Items, displays, unpacking, iterating, formatting: the slow paths.
#include "runtime/interpreter.h"
#include "base/utf8.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/table.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/iterators.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"

#define R(n) frame->registers[n]
static bool put(Frame *frame, uint16_t target, Value value) {
    if (value == VALUE_ERROR) return false;
    R(target) = value;
    return true;
}

// ---- items

bool slow_get_item(VM *vm, Frame *frame, Instruction i) { return put(frame, i.a, op_get_item(vm, R(i.b), R(i.c))); }
bool slow_get_item_int(VM *vm, Frame *frame, Instruction i) { return put(frame, i.a, op_get_item(vm, R(i.b), from_small_int((int16_t)i.c))); }
bool slow_set_item(VM *vm, Frame *frame, Instruction i) { return op_set_item(vm, R(i.a), R(i.b), R(i.c)); }
bool slow_delete_item(VM *vm, Frame *frame, Instruction i) { return op_set_item(vm, R(i.a), R(i.b), VALUE_UNBOUND); }
// Of the built-in sequences, between ints or nothing: nothing is called that could see the slice, so that one object serves all.
static Value shared_slice(VM *vm, const Value *parts) {
    for (int i = 0; i < 3; i++)
        if (!is_small_int(parts[i]) && parts[i] != VALUE_NONE) return VALUE_UNBOUND;
    Slice *slice = (Slice *)as_object(vm->shared_slice);
    slice->start = parts[0], slice->stop = parts[1], slice->step = parts[2];
    return vm->shared_slice;
}

int quick_get_slice(VM *vm, Frame *frame, Instruction i) {
    Value container = R(i.b);
    if (!is_object(container)) return 0;
    const Type *type = object_type(as_object(container));
    if (type != vm->types.str && type != vm->types.list && type != vm->types.tuple && type != vm->types.bytes) return 0;
    Value slice = shared_slice(vm, &R(i.c));
    if (slice == VALUE_UNBOUND) return 0;
    return put(frame, i.a, type->slots.get_item(vm, container, slice)) ? 1 : -1;
}

int quick_set_slice(VM *vm, Frame *frame, Instruction i) {
    if (!is_exactly(R(i.a), vm->types.list) || (!is_exactly(R(i.c), vm->types.list) && !is_exactly(R(i.c), vm->types.tuple))) return 0;
    Value slice = shared_slice(vm, &R(i.b));
    if (slice == VALUE_UNBOUND) return 0;
    return vm->types.list->slots.set_item(vm, R(i.a), slice, R(i.c)) ? 1 : -1;
}

bool slice_in_place(VM *vm, Value *parts) {
    Value slice = slice_new(vm, parts[0], parts[1], parts[2]);
    if (slice == VALUE_ERROR) return false;
    *parts = slice;
    return true;
}

bool slow_build_slice(VM *vm, Frame *frame, Instruction i) { return put(frame, i.a, slice_new(vm, R(i.b), R(i.b + 1), R(i.b + 2))); }

bool slow_get_length(VM *vm, Frame *frame, Instruction i) {
    int64_t length = op_length(vm, R(i.b));
    if (length < 0) return false;
    R(i.a) = from_small_int(length);
    return true;
}

// ---- displays

bool slow_build_list(VM *vm, Frame *frame, Instruction i) { return put(frame, i.a, list_new(vm, &R(i.b), i.c)); }
bool slow_build_tuple(VM *vm, Frame *frame, Instruction i) { return put(frame, i.a, tuple_new(vm, &R(i.b), i.c)); }
bool slow_list_to_tuple(VM *vm, Frame *frame, Instruction i) { return put(frame, i.a, tuple_new(vm, as_list(R(i.b))->items, as_list(R(i.b))->count)); }

// Elements may hash by scripts: the container is rooted until it is in its register.
bool slow_build_set(VM *vm, Frame *frame, Instruction i) {
    Value set = set_new(vm, vm->types.set, VALUE_UNBOUND);
    if (set == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, set);
    bool good = true;
    for (uint32_t n = 0; good && n < i.c; n++) good = set_add(vm, as_set(set), R(i.b + n));
    ROOT_END(vm);
    return good && put(frame, i.a, set);
}

bool slow_build_dict(VM *vm, Frame *frame, Instruction i) {
    return put(frame, i.a, dict_of_pairs(vm, &R(i.b), i.c));
}

bool slow_list_extend(VM *vm, Frame *frame, Instruction i) {
    Value items = R(i.b);
    const Type *type = value_type(vm, items);
    if (!type->slots.iter && !type_is_indexed(type)) return raise_type_error(vm, "Value after * must be an iterable, not %T", items), false;
    return list_extend(vm, as_list(R(i.a)), items);
}

bool slow_set_add(VM *vm, Frame *frame, Instruction i) { return set_add(vm, as_set(R(i.a)), R(i.b)); }

bool slow_set_update(VM *vm, Frame *frame, Instruction i) { return set_update(vm, as_set(R(i.a)), R(i.b)); }

bool slow_dict_set(VM *vm, Frame *frame, Instruction i) { return dict_set(vm, as_dict(R(i.a)), R(i.b), R(i.c)); }

static bool is_mapping_like(VM *vm, Value v, bool *answer) {
    Value keys = is_dict(v) ? VALUE_NONE : get_attribute_or(vm, v, vm->names.keys, VALUE_UNBOUND);
    *answer = keys != VALUE_UNBOUND;
    return keys != VALUE_ERROR;
}

bool slow_dict_update(VM *vm, Frame *frame, Instruction i) {
    bool is_mapping;
    if (!is_mapping_like(vm, R(i.b), &is_mapping)) return false;
    if (!is_mapping) return raise_type_error(vm, "'%T' object is not a mapping", R(i.b)), false;
    return dict_update(vm, as_dict(R(i.a)), R(i.b));
}

static bool raise_for_call(VM *vm, Value callable, const char *format, Value argument) {
    Value text = callable_text(vm, callable);
    if (text != VALUE_ERROR) raise_type_error(vm, format, text, argument);
    return false;
}

static bool merge_key(VM *vm, Dict *dict, Value key, Value value, Value callable) {
    Value present = dict_get(vm, dict, key);
    if (present == VALUE_ERROR) return false;
    if (present != VALUE_UNBOUND) {
        return raise_for_call(vm, callable, "%S got multiple values for keyword argument '%S'", key);
    }
    return dict_set(vm, dict, key, value);
}

static bool merge_item(VM *vm, Dict *dict, Value mapping, Value key, Value callable) {
    ROOT_SCOPE(vm);
    root_push(vm, key);
    Value present = dict_get(vm, dict, key);
    if (present != VALUE_UNBOUND && present != VALUE_ERROR) raise_for_call(vm, callable, "%S got multiple values for keyword argument '%S'", key);
    Value value = present == VALUE_UNBOUND ? op_get_item(vm, mapping, key) : VALUE_ERROR;
    if (value != VALUE_ERROR) root_push(vm, value);
    bool good = value != VALUE_ERROR && merge_key(vm, dict, key, value, callable);
    ROOT_END(vm);
    return good;
}

// A mapping that is no dict is asked key by key: it may give one twice.
static bool merge_mapping(VM *vm, Dict *dict, Value mapping, Value callable) {
    ROOT_SCOPE(vm);
    Value keys = mapping_key_list(vm, mapping);
    bool good = keys != VALUE_ERROR;
    if (good) root_push(vm, keys);
    for (size_t i = 0; good && i < as_list(keys)->count; i++) good = merge_item(vm, dict, mapping, as_list(keys)->items[i], callable);
    ROOT_END(vm);
    return good;
}

bool merge_for_call(VM *vm, Dict *dict, Value mapping, Value callable) {
    bool is_mapping;
    if (!is_mapping_like(vm, mapping, &is_mapping)) return false;
    if (!is_mapping) return raise_for_call(vm, callable, "%S argument after ** must be a mapping, not %T", mapping);
    if (!is_dict(mapping)) return merge_mapping(vm, dict, mapping, callable);
    if (!dict->entries && is_exactly(mapping, vm->types.dict) && as_dict(mapping)->flags & DICT_STRING_KEYS) return table_copy(vm, dict, as_dict(mapping));
    ROOT_SCOPE(vm);
    Dict *items = is_exactly(mapping, vm->types.dict) ? as_dict(mapping) : dict_new(vm);
    bool good = items != NULL;
    if (good && from_object(items) != mapping) root_push(vm, from_object(items)), good = dict_update(vm, items, mapping);
    size_t at = 0;
    for (Value key, value; good && dict_next(items, &at, &key, &value);) good = merge_key(vm, dict, key, value, callable);
    ROOT_END(vm);
    return good;
}

bool slow_dict_merge(VM *vm, Frame *frame, Instruction i) { return merge_for_call(vm, as_dict(R(i.a)), R(i.b), R(i.c)); }

// ---- strings

bool slow_build_string(VM *vm, Frame *frame, Instruction i) {
    return put(frame, i.a, str_build(vm, &R(i.b), i.c));
}

bool slow_format_value(VM *vm, Frame *frame, Instruction i) {
    enum { CONVERSION = 7, HAS_SPEC = 8, IS_JOINED = 16, AS_STR = 1, AS_REPR = 2, AS_ASCII = 3 };
    Value v = R(i.b);
    if (i.c == IS_JOINED && is_small_int(v)) return put(frame, i.a, v);
    Value spec = i.c & HAS_SPEC ? R(i.b + 1) : vm->empty_str;
    switch (i.c & CONVERSION) {
    case AS_STR: v = op_str(vm, v); break;
    case AS_REPR: v = op_repr(vm, v); break;
    case AS_ASCII: v = op_ascii(vm, v); break;
    default: break;
    }
    if (v == VALUE_ERROR) return false;
    if (!as_str(spec)->size && (is_exactly(v, vm->types.str) || is_small_int(v))) return put(frame, i.a, op_str(vm, v));
    ROOT_SCOPE(vm);
    root_push(vm, v);
    Value text = op_format(vm, v, spec);
    ROOT_END(vm);
    return put(frame, i.a, text);
}

// ---- iterating

// The argument of a generator expression. What GET_ITER there iterates without an iterator object is passed as it is.
bool slow_get_iter_object(VM *vm, Frame *frame, Instruction i) {
    Value v = R(i.b);
    const Type *type = is_object(v) ? as_object(v)->shape->type : NULL;
    bool as_it_is = type == vm->types.list || type == vm->types.range || type == vm->types.tuple;
    return put(frame, i.a, as_it_is ? v : op_iter(vm, v));
}

static void start(Value *state, Value iterated, Value place, IterationKind kind, int64_t argument) {
    state[0] = iterated;
    state[1] = place;
    state[2] = iteration_word(kind, argument);
}

static bool start_range(const Range *range, Value *state) {
    int64_t first, stop, step;
    const int64_t limit = (int64_t)1 << 58; // of the step, which shares a word with the kind
    if (!range_is_small(range, &first, &stop, &step) || step >= limit || step <= -limit) return false;
    if (!is_small_int(range->start) || !is_small_int(range->length)) return false;
    start(state, range->start, range->length, ITERATE_RANGE, step);
    return true;
}

bool iteration_start_range(const Value *args, uint32_t count, Value *state) {
    const int64_t limit = (int64_t)1 << 58;
    if (!count || count > 3) return false;
    for (uint32_t i = 0; i < count; i++)
        if (!is_small_int(args[i]) || small_int(args[i]) >= limit || small_int(args[i]) <= -limit) return false;
    int64_t first = count == 1 ? 0 : small_int(args[0]), stop = small_int(args[count == 1 ? 0 : 1]), step = count == 3 ? small_int(args[2]) : 1;
    if (!step) return false;
    int64_t length = step == 1 ? stop - first : step > 0 ? (stop - first + step - 1) / step : (first - stop - step - 1) / -step;
    start(state, from_small_int(first), from_small_int(length > 0 ? length : 0), ITERATE_RANGE, step);
    return true;
}

// The dict and kind of a view.
static IterationKind view_kind(VM *vm, const Type *type) {
    if (type == vm->types.dict_keys) return ITERATE_KEYS;
    if (type == vm->types.dict_values) return ITERATE_VALUES;
    return type == vm->types.dict_items ? ITERATE_ITEMS : ITERATE_OBJECT;
}

static int64_t dict_stamp(const Dict *dict) { return (int64_t)((uint64_t)(dict->used & DICT_STAMP_USED) << 32 | dict->keys_version); }

bool iteration_start(VM *vm, Value iterable, Value *state) {
    const Value none_done = from_small_int(0);
    if (is_object(iterable)) {
        const Type *type = as_object(iterable)->shape->type;
        if (type == vm->types.list) return start(state, iterable, none_done, ITERATE_LIST, 0), true;
        if (type == vm->types.range && start_range((const Range *)as_object(iterable), state)) return true;
        if (type == vm->types.tuple) return start(state, iterable, none_done, ITERATE_TUPLE, 0), true;
        if (type == vm->types.str) return start(state, iterable, none_done, str_is_ascii(as_str(iterable)) ? ITERATE_STR : ITERATE_WIDE_STR, 0), true;
        if (type == vm->types.bytes) return start(state, iterable, none_done, ITERATE_BYTES, 0), true;
        if (type == vm->types.dict) return start(state, iterable, none_done, ITERATE_KEYS, dict_stamp(as_dict(iterable))), true;
        if (type == vm->types.generator) return start(state, iterable, none_done, ITERATE_GENERATOR, 0), true;
        IterationKind kind = view_kind(vm, type);
        if (kind != ITERATE_OBJECT) {
            Dict *dict = dict_view_dict(iterable);
            return start(state, from_object(dict), none_done, kind, dict_stamp(dict)), true;
        }
    }
    Value iterator = op_iter(vm, iterable);
    if (iterator == VALUE_ERROR) return false;
    start(state, iterator, none_done, is_exactly(iterator, vm->types.generator) ? ITERATE_GENERATOR : ITERATE_OBJECT, 0);
    return true;
}

// The next entry of a dict; NULL: none, or (with an error set) the dict has changed.
static const DictEntry *next_entry(VM *vm, Value *state) {
    const Dict *dict = as_dict(state[0]);
    size_t at = (size_t)small_int(state[1]);
    int64_t stamp = dict_stamp(dict), changed = stamp ^ iteration_argument(state[2]);
    if (unlikely(changed)) {
        raise_error(vm, vm->types.RuntimeError, changed >> 32 ? "dictionary changed size during iteration" : "dictionary keys changed during iteration");
        return NULL;
    }
    if (at < dict_first(dict)) at = dict_first(dict);
    while (at < dict->filled && dict->entries[at].key == VALUE_UNBOUND) at++;
    if (at >= dict->filled) return NULL;
    state[1] = from_small_int((int64_t)at + 1);
    return &dict->entries[at];
}

Value iteration_next(VM *vm, Value *state) {
    size_t at = (size_t)small_int(state[1]);
    switch (iteration_kind(state[2])) {
    case ITERATE_TUPLE: {
        const Tuple *tuple = as_tuple(state[0]);
        if (at >= tuple->count) return VALUE_END;
        state[1] += 2;
        return tuple->items[at];
    }
    case ITERATE_STR: {
        const Str *text = as_str(state[0]);
        if (at >= text->length) return VALUE_END;
        state[1] += 2;
        return vm->ascii_strings[(unsigned char)text->text[at]];
    }
    case ITERATE_WIDE_STR: {
        const Str *text = as_str(state[0]);
        if (at >= text->size) return VALUE_END;
        unsigned size = utf8_size_of((unsigned char)text->text[at]);
        state[1] += 2 * size;
        return str_new_counted(vm, text->text + at, size, 1);
    }
    case ITERATE_BYTES: {
        const Bytes *bytes = (const Bytes *)as_object(state[0]);
        if (at >= bytes->size) return VALUE_END;
        state[1] += 2;
        return from_small_int(bytes->data[at]);
    }
    case ITERATE_KEYS:
    case ITERATE_VALUES:
    case ITERATE_ITEMS: {
        const DictEntry *entry = next_entry(vm, state);
        if (!entry) return error_is_set(vm) ? VALUE_ERROR : VALUE_END;
        IterationKind kind = iteration_kind(state[2]);
        return kind == ITERATE_KEYS ? entry->key : kind == ITERATE_VALUES ? entry->value : tuple_pack(vm, 2, entry->key, entry->value);
    }
    default: return op_next(vm, state[0]);
    }
}

int iteration_next_items(VM *vm, Value *state, Value *items, uint32_t count) {
    if (iteration_kind(state[2]) == ITERATE_OBJECT && is_object(state[0])) {
        const Type *type = as_object(state[0])->shape->type;
        return type->slots.next_items && !(type->flags & TYPE_HEAP) ? type->slots.next_items(vm, state[0], items, count) : 2; // a class may have its own __next__
    }
    if (iteration_kind(state[2]) != ITERATE_ITEMS || count != 2) return 2;
    const DictEntry *entry = next_entry(vm, state);
    if (!entry) return error_is_set(vm) ? -1 : 0;
    items[0] = entry->key;
    items[1] = entry->value;
    return 1;
}

// ---- unpacking

static bool raise_not_iterable(VM *vm, Value v) { return raise_type_error(vm, "cannot unpack non-iterable %T object", v), false; }

static Value iterator_for_unpacking(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    if (!type->slots.iter && !type_is_indexed(type)) return raise_not_iterable(vm, v), VALUE_ERROR;
    return op_iter(vm, v);
}

static bool raise_too_few(VM *vm, uint32_t expected, uint32_t got, bool has_star) {
    raise_value_error(vm, "not enough values to unpack (expected %s%u, got %u)", has_star ? "at least " : "", expected, got);
    return false;
}

// `count` items of the iterator to R[first]...; `expected` for the message.
static bool unpack_items(VM *vm, Frame *frame, Value iterator, uint32_t first, uint32_t count, uint32_t expected, bool has_star) {
    for (uint32_t n = 0; n < count; n++) {
        Value item = op_next(vm, iterator);
        if (item == VALUE_ERROR) return false;
        if (item == VALUE_END) return raise_too_few(vm, expected, n, has_star);
        R(first + n) = item;
    }
    return true;
}

bool slow_unpack(VM *vm, Frame *frame, Instruction i) {
    Value v = R(i.b);
    if (is_exactly(v, vm->types.tuple) || is_exactly(v, vm->types.list)) {
        size_t count = is_tuple(v) ? as_tuple(v)->count : as_list(v)->count;
        const Value *items = is_tuple(v) ? as_tuple(v)->items : as_list(v)->items;
        if (count < i.c) return raise_too_few(vm, i.c, (uint32_t)count, false);
        if (count > i.c) return raise_value_error(vm, "too many values to unpack (expected %d)", (int)i.c), false;
        if (count) memcpy(&R(i.a), items, count * sizeof(Value));
        return true;
    }
    ROOT_SCOPE(vm);
    root_push(vm, v);
    Value iterator = iterator_for_unpacking(vm, v);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    good = good && unpack_items(vm, frame, iterator, i.a, i.c, i.c, false);
    if (good) {
        Value more = op_next(vm, iterator);
        if (more != VALUE_END && more != VALUE_ERROR) raise_value_error(vm, "too many values to unpack (expected %d)", (int)i.c);
        good = more == VALUE_END;
    }
    ROOT_END(vm);
    return good;
}

bool slow_unpack_star(VM *vm, Frame *frame, Instruction i) {
    uint32_t before = i.c & 255, after = i.c >> 8;
    Value v = R(i.b);
    ROOT_SCOPE(vm);
    root_push(vm, v);
    Value iterator = iterator_for_unpacking(vm, v);
    bool good = iterator != VALUE_ERROR;
    if (good) root_push(vm, iterator);
    good = good && unpack_items(vm, frame, iterator, i.a, before, before + after, true);
    Value rest = good ? list_new(vm, NULL, 0) : VALUE_ERROR;
    if (rest != VALUE_ERROR) root_push(vm, rest);
    good = rest != VALUE_ERROR && list_extend(vm, as_list(rest), iterator);
    if (good) {
        List *list = as_list(rest);
        if (list->count < after) {
            good = raise_too_few(vm, before + after, before + (uint32_t)list->count, true);
        } else {
            R(i.a + before) = rest;
            list->count -= after;
            for (uint32_t n = 0; n < after; n++) R(i.a + before + 1 + n) = list->items[list->count + n];
        }
    }
    ROOT_END(vm);
    return good;
}
