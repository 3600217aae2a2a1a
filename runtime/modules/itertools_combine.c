// combinations combinations_with_replacement permutations product, and the module.
#include "runtime/modules/itertools.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// What the four have: pools of items, and indices into them that go through all values.
typedef struct Combination {
    Object head;
    Value pools;     // product: list of tuples; others: a tuple
    size_t *indices; // block of `index_count`
    size_t *cycles;  // permutations: block of `count`
    size_t index_count, count; // count: items of a result
    size_t asked;    // items asked for: more than `count` when there are none
    bool is_started, is_done;
} Combination;

static void combination_trace(VM *vm, Object *self) {
    Combination *c = (Combination *)self;
    gc_mark(vm, c->pools);
    gc_mark_block(vm, c->indices), gc_mark_block(vm, c->cycles);
}

static Combination *combination_new(VM *vm, Type *type, Value pools, size_t index_count, size_t count) {
    size_t most = index_count > count ? index_count : count;
    if (most >= SIZE_MAX / 16) return raise_memory_error(vm), NULL;
    Combination *c = object_new(vm, type, sizeof *c);
    if (!c) return NULL;
    Object head = c->head;
    *c = (Combination){.head = head, .pools = pools, .index_count = index_count, .count = count, .asked = count};
    if (!(c->indices = block_new(vm, (index_count + 1) * sizeof *c->indices))) return NULL;
    for (size_t i = 0; i < index_count; i++) c->indices[i] = i;
    return c;
}

#define COMBINATION_TYPE(kind, doc_)                                                                                               \
    const TypeSpec itertools_##kind##_spec = {                                                                                     \
        .name = "itertools." #kind,                                                                                                \
        .layout = LAYOUT_OTHER,                                                                                                    \
        .size = sizeof(Combination),                                                                                               \
        .slots = SLOTS(SLOT(iter, itertools_self), SLOT(next, kind##_next), SLOT(next_items, kind##_next_items), SLOT(construct, kind##_construct), \
                       SLOT(trace, combination_trace)),                                                                            \
        .methods = kind##_methods,                                                                                                 \
        .doc = doc_,                                                                                                               \
    }

// Of the first `count` indices into one pool.
static void combination_items(const Combination *c, Value *items) {
    for (size_t i = 0; i < c->count; i++) items[i] = as_tuple(c->pools)->items[c->indices[i]];
}
// `step` goes to the next one, and is false at the end; then `items_of` reads it.
typedef bool (*CombinationStep)(Combination *c);
typedef void (*CombinationItems)(const Combination *c, Value *items);
static inline __attribute__((always_inline)) Value combination_next(VM *vm, Value self, CombinationStep step, CombinationItems items_of) {
    Combination *c = (Combination *)as_object(self);
    if (!step(c)) return VALUE_END;
    Value row = tuple_new(vm, NULL, c->count);
    if (row != VALUE_ERROR && c->count) items_of(c, as_tuple(row)->items);
    return row;
}
static inline __attribute__((always_inline)) int combination_next_items(Value self, Value *items, uint32_t count, CombinationStep step, CombinationItems items_of) {
    Combination *c = (Combination *)as_object(self);
    if (c->count != count) return 2;
    if (!step(c)) return 0;
    items_of(c, items);
    return 1;
}
#define COMBINATION_NEXT(name, items_of)                                                                                           \
    static Value name##_next(VM *vm, Value self) { return combination_next(vm, self, name##_step, items_of); }                     \
    static int name##_next_items(VM *vm, Value self, Value *items, uint32_t count) {                                               \
        return (void)vm, combination_next_items(self, items, count, name##_step, items_of);                                        \
    }

// ---- product -----------------------------------------------------------------------------------------------------

static bool product_repeat(VM *vm, const Value *args, uint32_t count, Value keyword_names, int64_t *repeat) {
    *repeat = 1;
    if (!itertools_has_keywords(keyword_names)) return true;
    const Tuple *names = as_tuple(keyword_names);
    for (size_t i = 0; i < names->count; i++) {
        if (!str_equals_cstring(as_str(names->items[i]), "repeat")) return raise_type_error(vm, "'%U' is an invalid keyword argument for product()", as_str(names->items[i])), false;
        if (!op_index_int64(vm, args[count + i], repeat, false)) return false;
    }
    return *repeat >= 0 || (raise_value_error(vm, "repeat argument cannot be negative"), false);
}

static Value product_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    int64_t repeat;
    size_t total;
    if (!product_repeat(vm, args, count, keyword_names, &repeat)) return VALUE_ERROR;
    if (__builtin_mul_overflow((size_t)repeat, count, &total) || total > SIZE_MAX / 32) return raise_overflow_error(vm, "repeat argument too large");
    Value pools = list_new(vm, NULL, 0);
    if (pools == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, pools);
    bool good = true;
    for (uint32_t i = 0; good && repeat && i < count; i++) {
        Value pool = op_to_tuple(vm, args[i]);
        good = pool != VALUE_ERROR && list_append(vm, as_list(pools), pool);
    }
    for (size_t i = count; good && i < total; i++) good = list_append(vm, as_list(pools), as_list(pools)->items[i - count]);
    ROOT_END(vm);
    Combination *c = good ? combination_new(vm, type, pools, total, total) : NULL;
    if (!c) return VALUE_ERROR;
    for (size_t i = 0; i < total; i++) {
        c->indices[i] = 0;
        c->is_done |= !as_tuple(as_list(pools)->items[i])->count;
    }
    return from_object(c);
}

static bool product_step(Combination *c) {
    const Value *pools = as_list(c->pools)->items;
    bool was_started = c->is_started;
    c->is_started = true;
    if (c->is_done) return false;
    if (!was_started) return true;
    size_t i = c->count;
    while (i && ++c->indices[i - 1] == as_tuple(pools[i - 1])->count) c->indices[--i] = 0;
    c->is_done = !i;
    return i;
}
static void product_items(const Combination *c, Value *items) {
    const Value *pools = as_list(c->pools)->items;
    for (size_t i = 0; i < c->count; i++) items[i] = as_tuple(pools[i])->items[c->indices[i]];
}
COMBINATION_NEXT(product, product_items)

// The arguments that __reduce__ gives.
static Value combination_arguments_now(VM *vm, const Combination *c) {
    return tuple_pack(vm, 2, c->is_started && c->is_done ? vm->empty_tuple : c->pools, from_small_int((int64_t)c->asked));
}
static Value combination_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Combination *c = (const Combination *)as_object(args[0]);
    Value state = c->is_started && !c->is_done ? itertools_indices(vm, c->indices, c->count) : VALUE_UNBOUND;
    return itertools_reduced(vm, args[0], combination_arguments_now(vm, c), state);
}

static Value product_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Combination *c = (const Combination *)as_object(args[0]);
    bool is_over = c->is_started && c->is_done;
    Value arguments = is_over ? tuple_pack(vm, 1, vm->empty_tuple) : tuple_new(vm, as_list(c->pools)->items, as_list(c->pools)->count);
    return itertools_reduced(vm, args[0], arguments, c->is_started && !is_over ? itertools_indices(vm, c->indices, c->count) : VALUE_UNBOUND);
}
static Value product_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    Combination *c = (Combination *)as_object(args[0]);
    if (!is_tuple(args[1]) || as_tuple(args[1])->count != c->count) return raise_value_error(vm, "invalid arguments");
    for (size_t i = 0; i < c->count; i++) {
        size_t size = as_tuple(as_list(c->pools)->items[i])->count;
        if (!size) return c->is_started = c->is_done = true, VALUE_NONE;
        if (!itertools_state_index(vm, as_tuple(args[1]), i, 0, (int64_t)size - 1, &c->indices[i])) return VALUE_ERROR;
    }
    c->is_started = true;
    return VALUE_NONE;
}
static const NativeDef product_methods[] = {PICKLE_METHODS(product), {0}};
COMBINATION_TYPE(product, TYPE_DOC("product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops."));

// ---- combinations ------------------------------------------------------------------------------------------------

static bool combination_arguments(VM *vm, const char *name, Value *args, uint32_t count, Value keyword_names, Value *pool, int64_t *r) {
    Value given[2];
    if (!bind_arguments(vm, name, "iterable r", 2, 2, args, count, keyword_names, given) || !op_index_int64(vm, given[1], r, false)) return false;
    if ((*pool = op_to_tuple(vm, given[0])) == VALUE_ERROR) return false;
    return *r >= 0 || (raise_value_error(vm, "r must be non-negative"), false);
}

static Value combinations_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value pool;
    int64_t r;
    if (!combination_arguments(vm, "combinations", args, count, keyword_names, &pool, &r)) return VALUE_ERROR;
    bool is_done = (size_t)r > as_tuple(pool)->count;
    Combination *c = combination_new(vm, type, pool, is_done ? 0 : (size_t)r, is_done ? 0 : (size_t)r);
    if (!c) return VALUE_ERROR;
    c->is_done = is_done, c->asked = (size_t)r;
    return from_object(c);
}
static bool combinations_step(Combination *c) {
    if (c->is_done) return false;
    if (c->is_started) {
        size_t n = as_tuple(c->pools)->count, i = c->count;
        while (i && c->indices[i - 1] == i - 1 + n - c->count) i--;
        if (!i) return c->is_done = true, false;
        c->indices[i - 1]++;
        for (size_t j = i; j < c->count; j++) c->indices[j] = c->indices[j - 1] + 1;
    }
    return c->is_started = true;
}
COMBINATION_NEXT(combinations, combination_items)
static Value combinations_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    Combination *c = (Combination *)as_object(args[0]);
    if (!is_tuple(args[1]) || as_tuple(args[1])->count != c->asked) return raise_value_error(vm, "invalid arguments");
    int64_t n = (int64_t)as_tuple(c->pools)->count;
    for (size_t i = 0; i < c->count; i++)
        if (!itertools_state_index(vm, as_tuple(args[1]), i, 0, (int64_t)i + n - (int64_t)c->count, &c->indices[i])) return VALUE_ERROR;
    c->is_started = true;
    return VALUE_NONE;
}
#define combinations_reduce combination_reduce
static const NativeDef combinations_methods[] = {PICKLE_METHODS(combinations), {0}};
COMBINATION_TYPE(combinations, TYPE_DOC("Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)"));

static Value combinations_with_replacement_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value pool;
    int64_t r;
    if (!combination_arguments(vm, "combinations_with_replacement", args, count, keyword_names, &pool, &r)) return VALUE_ERROR;
    bool is_done = !as_tuple(pool)->count && r;
    Combination *c = combination_new(vm, type, pool, is_done ? 0 : (size_t)r, is_done ? 0 : (size_t)r);
    if (!c) return VALUE_ERROR;
    c->is_done = is_done, c->asked = (size_t)r;
    for (size_t i = 0; i < c->index_count; i++) c->indices[i] = 0;
    return from_object(c);
}
static bool combinations_with_replacement_step(Combination *c) {
    if (c->is_done) return false;
    if (c->is_started) {
        size_t n = as_tuple(c->pools)->count, i = c->count;
        while (i && c->indices[i - 1] == n - 1) i--;
        if (!i) return c->is_done = true, false;
        size_t index = c->indices[i - 1] + 1;
        for (size_t j = i - 1; j < c->count; j++) c->indices[j] = index;
    }
    return c->is_started = true;
}
COMBINATION_NEXT(combinations_with_replacement, combination_items)
static Value combinations_with_replacement_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    Combination *c = (Combination *)as_object(args[0]);
    if (!is_tuple(args[1]) || as_tuple(args[1])->count != c->asked) return raise_value_error(vm, "invalid arguments");
    int64_t n = (int64_t)as_tuple(c->pools)->count;
    for (size_t i = 0; i < c->count; i++)
        if (!itertools_state_index(vm, as_tuple(args[1]), i, 0, n - 1, &c->indices[i])) return VALUE_ERROR;
    c->is_started = true;
    return VALUE_NONE;
}
#define combinations_with_replacement_reduce combination_reduce
static const NativeDef combinations_with_replacement_methods[] = {PICKLE_METHODS(combinations_with_replacement), {0}};
COMBINATION_TYPE(combinations_with_replacement, TYPE_DOC("Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats."));

// ---- permutations ------------------------------------------------------------------------------------------------

static Value permutations_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2], pool;
    if (!bind_arguments(vm, "permutations", "iterable r", 1, 2, args, count, keyword_names, given) || (pool = op_to_tuple(vm, given[0])) == VALUE_ERROR) return VALUE_ERROR;
    size_t n = as_tuple(pool)->count;
    int64_t r = (int64_t)n;
    if (given[1] != VALUE_UNBOUND && given[1] != VALUE_NONE) {
        if (!is_int(given[1])) return raise_type_error(vm, "Expected int as r");
        if (!op_index_int64(vm, given[1], &r, false)) return VALUE_ERROR;
        if (r < 0) return raise_value_error(vm, "r must be non-negative");
    }
    bool is_done = (size_t)r > n;
    Combination *c = combination_new(vm, type, pool, n, is_done ? 0 : (size_t)r);
    if (!c || !(c->cycles = block_new(vm, (c->count + 1) * sizeof *c->cycles))) return VALUE_ERROR;
    c->is_done = is_done, c->asked = (size_t)r;
    for (size_t i = 0; i < c->count; i++) c->cycles[i] = n - i;
    return from_object(c);
}

// Steps to the next permutation; false: that was the last.
static bool permutations_advance(Combination *c) {
    size_t n = c->index_count;
    for (size_t i = c->count; i-- > 0;) {
        size_t first = c->indices[i];
        if (--c->cycles[i]) {
            size_t j = n - c->cycles[i];
            c->indices[i] = c->indices[j];
            c->indices[j] = first;
            return true;
        }
        memmove(c->indices + i, c->indices + i + 1, (n - 1 - i) * sizeof *c->indices);
        c->indices[n - 1] = first;
        c->cycles[i] = n - i;
    }
    return false;
}
static bool permutations_step(Combination *c) {
    if (c->is_done) return false;
    if (c->is_started && !permutations_advance(c)) return c->is_done = true, false;
    return c->is_started = true;
}
COMBINATION_NEXT(permutations, combination_items)
static Value permutations_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Combination *c = (const Combination *)as_object(args[0]);
    Value state = VALUE_UNBOUND;
    if (c->is_started && !c->is_done) {
        Value indices = itertools_indices(vm, c->indices, c->index_count), cycles = itertools_indices(vm, c->cycles, c->count);
        if (indices == VALUE_ERROR || cycles == VALUE_ERROR) return VALUE_ERROR;
        state = tuple_pack(vm, 2, indices, cycles);
    }
    return itertools_reduced(vm, args[0], combination_arguments_now(vm, c), state);
}
static Value permutations_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    Combination *c = (Combination *)as_object(args[0]);
    const Tuple *state = itertools_state(vm, args[1], 2, 2);
    if (!state) return VALUE_ERROR;
    for (int i = 0; i < 2; i++)
        if (!is_tuple(state->items[i])) return raise_type_error(vm, "argument %d must be tuple, not %T", i + 1, state->items[i]);
    const Tuple *indices = as_tuple(state->items[0]), *cycles = as_tuple(state->items[1]);
    if (indices->count != c->index_count || cycles->count != c->asked || c->asked != c->count) return raise_value_error(vm, "invalid arguments");
    int64_t n = (int64_t)c->index_count;
    for (size_t i = 0; i < c->index_count; i++)
        if (!itertools_state_index(vm, indices, i, 0, n - 1, &c->indices[i])) return VALUE_ERROR;
    for (size_t i = 0; i < c->count; i++)
        if (!itertools_state_index(vm, cycles, i, 1, n - (int64_t)i, &c->cycles[i])) return VALUE_ERROR;
    c->is_started = true;
    return VALUE_NONE;
}
static const NativeDef permutations_methods[] = {PICKLE_METHODS(permutations), {0}};
COMBINATION_TYPE(permutations, TYPE_DOC("Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)"));

// ---- the module --------------------------------------------------------------------------------------------------

bool itertools_arguments(VM *vm, const Type *type, const char *name, uint32_t least, uint32_t most, uint32_t count, Value keyword_names) {
    if (itertools_has_keywords(keyword_names) && type->slots.initialize != slot_dispatch_initialize) return raise_type_error(vm, "%s() takes no keyword arguments", name), false;
    if (count >= least && count <= most) return true;
    uint32_t limit = count < least ? least : most;
    raise_type_error(vm, "%s expected %s%u argument%s, got %u", name, least == most ? "" : count < least ? "at least " : "at most ", limit, limit == 1 ? "" : "s", count);
    return false;
}
Value itertools_self(VM *vm, Value self) { return (void)vm, self; }

static void types_trace(VM *vm, Object *self) {
    IterToolTypes *types = (IterToolTypes *)self;
#define ITERTOOL(name) gc_mark_object(vm, types->name);
    ITERTOOLS(ITERTOOL)
#undef ITERTOOL
}
static const TypeSpec types_spec = {.name = "itertools.types", .layout = LAYOUT_OTHER, .size = sizeof(IterToolTypes), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, types_trace))};

static bool add_type(VM *vm, Dict *space, Type **place, const TypeSpec *spec) {
    *place = type_new_from_spec(vm, spec, vm->types.object);
    const char *name = strchr(spec->name, '.') + 1;
    Str *key = *place ? str_intern(vm, name, strlen(name)) : NULL;
    return key && dict_set_str(vm, space, key, from_object(*place));
}

static bool itertools_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &types_spec, vm->types.object);
    IterToolTypes *types = type ? object_new(vm, type, sizeof *types) : NULL;
    if (!types) return false;
    memset((char *)types + sizeof types->head, 0, sizeof *types - sizeof types->head);
    vm->slots_for_modules[MODULE_SLOT_ITERTOOLS] = from_object(types);
#define ITERTOOL(name) add_type(vm, space, &types->name, &itertools_##name##_spec) &&
    return ITERTOOLS(ITERTOOL) true;
#undef ITERTOOL
}

static const NativeDef functions[] = {{"tee", {itertools_tee}, 1, 2, 0, NULL, DOC("Returns a tuple of n independent iterators.")}, {0}};
const ModuleDef itertools_module = {"itertools", functions, itertools_initialize};
