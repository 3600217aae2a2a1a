// tuple: values inline, immutable once others can see it.
#include "runtime/objects/sequence.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "base/map.h"

static inline Tuple *tuple_alloc(VM *vm, Type *type, size_t count) {
    Tuple *quick = count < HEAP_SMALL_MAX / sizeof(Value) - 2 && type == vm->types.tuple ? heap_alloc_quick(vm->heap, sizeof *quick + count * sizeof(Value)) : NULL;
    if (__builtin_expect(quick != NULL, 1)) {
        quick->head.shape = type->root_shape;
        quick->count = count;
        return quick;
    }
    if (count > SIZE_MAX / 32) return raise_memory_error(vm), NULL;
    Tuple *tuple = object_new(vm, type, sizeof *tuple + count * sizeof(Value));
    if (!tuple) return NULL;
    tuple->count = count;
    return tuple;
}

Value tuple_new(VM *vm, const Value *items, size_t count) {
    if (!count && vm->empty_tuple) return vm->empty_tuple;
    Tuple *tuple = tuple_alloc(vm, vm->types.tuple, count);
    if (!tuple) return VALUE_ERROR;
    if (items && count == 2) return tuple->items[0] = items[0], tuple->items[1] = items[1], from_object(tuple);
    for (size_t i = 0; i < count; i++) tuple->items[i] = items ? items[i] : VALUE_NONE;
    return from_object(tuple);
}

Value tuple_pack(VM *vm, size_t count, ...) {
    va_list arguments;
    Tuple *tuple = tuple_alloc(vm, vm->types.tuple, count);
    if (!tuple) return VALUE_ERROR;
    va_start(arguments, count);
    for (size_t i = 0; i < count; i++) tuple->items[i] = va_arg(arguments, Value);
    va_end(arguments);
    return from_object(tuple);
}

#ifndef TYPHON_CORE
Value tuple_of_type(VM *vm, Type *type, const Value *items, size_t count) {
    Tuple *tuple = tuple_alloc(vm, type, count);
    if (!tuple) return VALUE_ERROR;
    memcpy(tuple->items, items, count * sizeof(Value));
    return from_object(tuple);
}
#endif

static Value tuple_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count && type->slots.initialize == vm->types.tuple->slots.initialize) return raise_type_error(vm, "tuple() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "tuple expected at most 1 argument, got %u", count);
    Value items = count ? op_to_tuple(vm, args[0]) : tuple_new(vm, NULL, 0);
    if (items == VALUE_ERROR || type == vm->types.tuple) return items;
    Tuple *tuple = tuple_alloc(vm, type, as_tuple(items)->count);
    if (!tuple) return VALUE_ERROR;
    memcpy(tuple->items, as_tuple(items)->items, as_tuple(items)->count * sizeof(Value));
    return from_object(tuple);
}

static Value tuple_repr(VM *vm, Value self) { return sequence_repr(vm, self, "(", ")", "(...)"); }
static int64_t tuple_length(VM *vm, Value self) { return (void)vm, (int64_t)as_tuple(self)->count; }

static __attribute__((noinline)) bool item_hash(VM *vm, Value item, uint64_t *out) {
    if (is_exactly(item, vm->types.str) && as_str(item)->hash) return *out = as_str(item)->hash, true;
    return !c_stack_exhausted(vm) && op_hash(vm, item, out);
}
static bool tuple_hash(VM *vm, Value self, uint64_t *out) {
    const Tuple *tuple = as_tuple(self);
    if (!work(vm, 1 + tuple->count / 4)) return false;
    // xxHash's round for each item's hash (Y. Collet, xxHash 64, BSD), with the constants and the end of CPython's: the values are the same, and so is the order of sets.
    const uint64_t prime_1 = 11400714785074694791ULL, prime_2 = 14029467366897019727ULL, prime_5 = 2870177450012600261ULL;
    uint64_t hash = prime_5;
    for (size_t i = 0, count = tuple->count; i < count; i++) {
        uint64_t item = (uint64_t)small_int(tuple->items[i]);
        if (!table_is_own_hash(tuple->items[i]) && !item_hash(vm, tuple->items[i], &item)) return false;
        hash += item * prime_2;
        hash = (hash << 31 | hash >> 33) * prime_1;
    }
    hash += tuple->count ^ prime_5 ^ 3527539;
    if (hash == UINT64_MAX) hash = 1546275796;
    *out = hash;
    return true;
}

static Value tuple_get_item(VM *vm, Value self, Value key) {
    Tuple *tuple = as_tuple(self);
    if (is_layout(key, LAYOUT_SLICE)) {
        int64_t start, stop, step, count;
        if (!slice_indices(vm, key, (int64_t)tuple->count, &start, &stop, &step, &count)) return VALUE_ERROR;
        if (step == 1 && (size_t)count == tuple->count && is_exactly(self, vm->types.tuple)) return self;
        Value result = tuple_new(vm, step == 1 ? tuple->items + start : NULL, (size_t)count);
        if (result == VALUE_ERROR || step == 1) return result;
        for (int64_t i = 0; i < count; i++) as_tuple(result)->items[i] = tuple->items[start + i * step];
        return result;
    }
    size_t index;
    return sequence_index(vm, key, tuple->count, "tuple", "tuple index out of range", &index) ? tuple->items[index] : VALUE_ERROR;
}

static int tuple_contains(VM *vm, Value self, Value item) {
    int64_t at = sequence_find(vm, self, item, 0, INT64_MAX);
    return at == -2 ? -1 : at >= 0;
}
static Value tuple_compare(VM *vm, Value self, Value other, CompareOp op) {
    return is_tuple(self) && is_tuple(other) ? sequence_compare(vm, self, other, op) : VALUE_NOT_IMPLEMENTED;
}

static Value tuple_concat(VM *vm, Value left, Value right) {
    if (!is_tuple(left)) return VALUE_NOT_IMPLEMENTED;
    if (!is_tuple(right)) return raise_type_error(vm, "can only concatenate tuple (not \"%T\") to tuple", right);
    size_t a = as_tuple(left)->count, b = as_tuple(right)->count;
    if (!b && is_exactly(left, vm->types.tuple)) return left;
    Value result = tuple_new(vm, NULL, a + b);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    memcpy(as_tuple(result)->items, as_tuple(left)->items, a * sizeof(Value));
    memcpy(as_tuple(result)->items + a, as_tuple(right)->items, b * sizeof(Value));
    return result;
}

static Value tuple_repeat(VM *vm, Value left, Value right) {
    if (!is_tuple(left)) {
        Value swap = left;
        left = right, right = swap;
    }
    size_t total, count = as_tuple(left)->count;
    int64_t times;
    int known = sequence_repeat_count(vm, right, count, NULL, &times, &total);
    if (known <= 0) return known < 0 ? VALUE_ERROR : VALUE_NOT_IMPLEMENTED;
    if (times == 1 && is_exactly(left, vm->types.tuple)) return left;
    Value result = tuple_new(vm, NULL, total);
    if (result == VALUE_ERROR) return VALUE_ERROR;
    sequence_fill(as_tuple(result)->items, as_tuple(left)->items, count, total);
    return result;
}

static Value method_index(VM *vm, Value *args, uint32_t count) { return sequence_index_method(vm, args, count, "tuple"); }
static Value method_count(VM *vm, Value *args, uint32_t count) { return (void)count, sequence_count_method(vm, args); }
static Value method_getnewargs(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value plain = tuple_new(vm, as_tuple(args[0])->items, as_tuple(args[0])->count);
    return plain == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 1, plain);
}
static void tuple_trace(VM *vm, Object *self) {
    Tuple *tuple = (Tuple *)self;
    if (gc_defer(vm, self, tuple->count)) return;
    for (size_t i = 0; i < tuple->count; i++)
        if (is_object(tuple->items[i])) gc_mark(vm, tuple->items[i]);
}

static const NativeDef tuple_methods[] = {
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {"index", {method_index}, 1, 3, 0, NULL, DOC("Return first index of value.")},
    {"count", {method_count}, 1, 1, 0, NULL, DOC("Return number of occurrences of value.")},
    {"__getnewargs__", {method_getnewargs}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
const TypeSpec tuple_spec = {
    .name = "tuple",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_SEQUENCE_PATTERN,
    .slots = SLOTS(SLOT(repr, tuple_repr), SLOT(hash, tuple_hash), SLOT(compare, tuple_compare), SLOT(length, tuple_length), SLOT(get_item, tuple_get_item), SLOT(contains, tuple_contains),
              SLOT(iter, sequence_iter), SLOT(construct, tuple_construct), SLOT(trace, tuple_trace), SLOT(binary[SLOT_ADD], tuple_concat), SLOT(binary[SLOT_MULT], tuple_repeat)),
    .methods = tuple_methods,
    .doc = TYPE_DOC("Built-in immutable sequence."),
};
