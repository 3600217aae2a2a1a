// bisect: where to insert into a sorted sequence (library reference, "bisect").
#include "runtime/modules/modules.h"
#include "runtime/quick_order.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

static const char parameters[] = "a x lo hi * key";

static bool need_sequence(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    if (!type->slots.get_item) return raise_type_error(vm, "'%T' object does not support indexing", v), false;
    return type->layout != LAYOUT_DICT || (raise_type_error(vm, "%T is not a sequence", v), false);
}

static bool bounds(VM *vm, const Value *args, int64_t *low, int64_t *high) {
    *low = 0;
    if (args[2] != VALUE_UNBOUND && !op_index_int64(vm, args[2], low, false)) return false;
    if (*low < 0) return raise_value_error(vm, "lo must be non-negative"), false;
    if (args[3] != VALUE_UNBOUND && args[3] != VALUE_NONE) {
        if (!is_small_int(args[3]) && !value_type(vm, args[3])->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[3]), false;
        return op_index_int64(vm, args[3], high, false);
    }
    *high = op_length(vm, args[0]);
    return *high >= 0 && need_sequence(vm, args[0]);
}

static Value item_at(VM *vm, Value sequence, int64_t index) {
    if (is_exactly(sequence, vm->types.list) && (size_t)index < as_list(sequence)->count) return as_list(sequence)->items[index];
    return op_get_item(vm, sequence, int_from_int64(vm, index));
}

// In a list, as far as items are compared without calling anything.
static void search_list(VM *vm, const List *list, Value x, bool right, int64_t *low, int64_t *high) {
    if ((uint64_t)*high > list->count) return;
    while (*low < *high) {
        int64_t middle = *low + (*high - *low) / 2;
        int order = quick_order_deep(vm, x, list->items[middle]);
        if (order == ORDER_UNKNOWN) return;
        if (right ? order < 0 : order <= 0) *high = middle;
        else *low = middle + 1;
    }
}

// args: a, x, lo, hi, key. -1: raised.
static int64_t search(VM *vm, const Value *args, Value x, bool right) {
    int64_t low, high;
    if (!bounds(vm, args, &low, &high)) return -1;
    bool has_key = args[4] != VALUE_UNBOUND && args[4] != VALUE_NONE;
    if (!has_key && is_exactly(args[0], vm->types.list)) search_list(vm, as_list(args[0]), x, right, &low, &high);
    while (low < high) {
        int64_t middle = (int64_t)(((uint64_t)low + (uint64_t)high) / 2);
        Value item = item_at(vm, args[0], middle);
        if (item != VALUE_ERROR && has_key) item = call_value(vm, args[4], &item, 1);
        if (item == VALUE_ERROR) return -1;
        root_push(vm, item);
        int less = right ? op_less(vm, x, item) : op_less(vm, item, x);
        vm->roots_top--;
        if (less < 0) return -1;
        if ((less != 0) == right) high = middle;
        else low = middle + 1;
    }
    return low;
}

static Value find(VM *vm, Value *args, bool right) {
    int64_t at = search(vm, args, args[1], right);
    return at < 0 ? VALUE_ERROR : int_from_int64(vm, at);
}
static Value bisect_right(VM *vm, Value *args, uint32_t count) { return (void)count, find(vm, args, true); }
static Value bisect_left(VM *vm, Value *args, uint32_t count) { return (void)count, find(vm, args, false); }

static Value insert(VM *vm, Value *args, bool right) {
    Value x = args[1];
    ROOT_SCOPE(vm);
    if (args[4] != VALUE_UNBOUND && args[4] != VALUE_NONE && (x = call_value(vm, args[4], &x, 1)) == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, x);
    int64_t at = search(vm, args, x, right);
    ROOT_END(vm);
    if (at >= 0 && is_exactly(args[0], vm->types.list)) return list_insert(vm, as_list(args[0]), (size_t)at, args[1]) ? VALUE_NONE : VALUE_ERROR;
    Str *name = at < 0 ? NULL : str_intern(vm, "insert", 6);
    Value done = name ? call_method(vm, args[0], name, (Value[]){int_from_int64(vm, at), args[1]}, 2) : VALUE_ERROR;
    return done == VALUE_ERROR ? VALUE_ERROR : VALUE_NONE;
}
static Value insort_right(VM *vm, Value *args, uint32_t count) { return (void)count, insert(vm, args, true); }
static Value insort_left(VM *vm, Value *args, uint32_t count) { return (void)count, insert(vm, args, false); }

// bisect and insort are other names of the two to the right.
static bool bisect_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    const char *const names[][2] = {{"bisect", "bisect_right"}, {"insort", "insort_right"}};
    for (size_t i = 0; i < 2; i++) {
        Str *name = str_intern(vm, names[i][0], strlen(names[i][0])), *meant = name ? str_intern(vm, names[i][1], strlen(names[i][1])) : NULL;
        if (!meant || !dict_set_str(vm, space, name, dict_get_str(vm, space, meant))) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"bisect_right", {bisect_right}, 2, 4, 0, parameters, DOC("Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e <= x, and all e in\na[i:] have e > x.")},
    {"bisect_left", {bisect_left}, 2, 4, 0, parameters, DOC("Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in a[:i] have e < x, and all e in\na[i:] have e >= x.")},
    {"insort_right", {insort_right}, 2, 4, 0, parameters, DOC("Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of the rightmost x.")},
    {"insort_left", {insort_left}, 2, 4, 0, parameters, DOC("Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of the leftmost x.")},
    {0},
};
const ModuleDef bisect_module = {"bisect", functions, bisect_initialize};
const ModuleDef private_bisect_module = {"_bisect", functions, bisect_initialize}; // what CPython's bisect imports
