// accumulate batched chain count cycle pairwise repeat starmap zip_longest
#include "runtime/modules/itertools.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/sequence.h"
#include "runtime/objects/str.h"

// ---- count -------------------------------------------------------------------------------------------------------

typedef struct Count {
    Object head;
    Value next, step;
} Count;

static bool is_number(VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    return type->slots.unary[SLOT_INDEX] || type->slots.unary[SLOT_INT] || type->slots.unary[SLOT_FLOAT] || type->layout == LAYOUT_COMPLEX;
}

static Value count_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    if (!bind_arguments(vm, "count", "start step", 0, 2, args, count, keyword_names, given)) return VALUE_ERROR;
    for (int i = 0; i < 2; i++) {
        if (given[i] == VALUE_UNBOUND) given[i] = from_small_int(i);
        else if (is_bool(given[i])) given[i] = from_small_int(given[i] == VALUE_TRUE);
        else if (!is_number(vm, given[i])) return raise_type_error(vm, "a number is required");
    }
    Count *c = object_new(vm, type, sizeof *c);
    if (!c) return VALUE_ERROR;
    c->next = given[0], c->step = given[1];
    return from_object(c);
}

static Value count_next(VM *vm, Value self) {
    Count *c = (Count *)as_object(self);
    Value now = c->next, sum;
    if (both_small_ints(now, c->step) && !__builtin_add_overflow((int64_t)now, (int64_t)c->step - 1, (int64_t *)&sum)) return c->next = sum, now;
    root_push(vm, now);
    sum = op_binary(vm, SLOT_ADD, now, c->step);
    vm->roots_top--;
    if (sum == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, c, &c->next, sum);
    return now;
}
static void count_trace(VM *vm, Object *self) { gc_mark(vm, ((Count *)self)->next), gc_mark(vm, ((Count *)self)->step); }

static Value count_repr(VM *vm, Value self) {
    const Count *c = (const Count *)as_object(self);
    if (c->step == from_small_int(1)) return str_from_format(vm, "%U(%R)", value_type(vm, self)->name, c->next);
    return str_from_format(vm, "%U(%R, %R)", value_type(vm, self)->name, c->next, c->step);
}
static Value count_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Count *c = (const Count *)as_object(args[0]);
    Value given = c->step == from_small_int(1) && is_small_int(c->next) ? tuple_pack(vm, 1, c->next) : tuple_pack(vm, 2, c->next, c->step);
    return given == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), given);
}
static const NativeDef count_methods[] = {{"__reduce__", {count_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
const TypeSpec itertools_count_spec = {
    .name = "itertools.count",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Count),
    .slots = SLOTS(SLOT(repr, count_repr), SLOT(iter, itertools_self), SLOT(next, count_next), SLOT(construct, count_construct), SLOT(trace, count_trace)),
    .methods = count_methods,
    .doc = TYPE_DOC("Return a count object whose .__next__() method returns consecutive values."),
};

// ---- repeat ------------------------------------------------------------------------------------------------------

typedef struct Repeat {
    Object head;
    Value item;
    int64_t left; // -1: without end
} Repeat;

static Value repeat_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    int64_t times = -1;
    if (!bind_arguments(vm, "repeat", "object times", 1, 2, args, count, keyword_names, given)) return VALUE_ERROR;
    if (given[1] != VALUE_UNBOUND) {
        if (!op_index_int64(vm, given[1], &times, false)) return VALUE_ERROR;
        if (times < 0) times = 0;
    }
    Repeat *repeat = object_new(vm, type, sizeof *repeat);
    if (!repeat) return VALUE_ERROR;
    repeat->item = given[0], repeat->left = times;
    return from_object(repeat);
}
static Value repeat_next(VM *vm, Value self) {
    (void)vm;
    Repeat *repeat = (Repeat *)as_object(self);
    if (!repeat->left) return VALUE_END;
    if (repeat->left > 0) repeat->left--;
    return repeat->item;
}
static void repeat_trace(VM *vm, Object *self) { gc_mark(vm, ((Repeat *)self)->item); }
static Value repeat_repr(VM *vm, Value self) {
    const Repeat *repeat = (const Repeat *)as_object(self);
    if (repeat->left < 0) return str_from_format(vm, "%U(%R)", value_type(vm, self)->name, repeat->item);
    return str_from_format(vm, "%U(%R, %zd)", value_type(vm, self)->name, repeat->item, (ptrdiff_t)repeat->left);
}
static Value repeat_length_hint(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t left = ((Repeat *)as_object(args[0]))->left;
    return left < 0 ? raise_type_error(vm, "len() of unsized object") : int_from_int64(vm, left);
}
static Value repeat_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Repeat *repeat = (const Repeat *)as_object(args[0]);
    Value left = int_from_int64(vm, repeat->left), given;
    if (left == VALUE_ERROR) return VALUE_ERROR;
    given = repeat->left < 0 ? tuple_pack(vm, 1, repeat->item) : tuple_pack(vm, 2, repeat->item, left);
    return given == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(value_type(vm, args[0])), given);
}
static const NativeDef repeat_methods[] = {
    {"__length_hint__", {repeat_length_hint}, 0, 0, 0, NULL, DOC("Private method returning an estimate of len(list(it)).")},
    {"__reduce__", {repeat_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},
    {0},
};
const TypeSpec itertools_repeat_spec = {
    .name = "itertools.repeat",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Repeat),
    .slots = SLOTS(SLOT(repr, repeat_repr), SLOT(iter, itertools_self), SLOT(next, repeat_next), SLOT(construct, repeat_construct), SLOT(trace, repeat_trace)),
    .methods = repeat_methods,
    .doc = TYPE_DOC("repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly."),
};

// ---- cycle -------------------------------------------------------------------------------------------------------

typedef struct Cycle {
    Object head;
    Value iterator; // VALUE_UNBOUND: exhausted, `saved` goes round
    Value saved;    // list
    size_t at;
    bool has_all;   // `saved` is complete already, while the iterator still gives items (a copy of one that went round)
} Cycle;

static Value cycle_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, "cycle", 1, 1, count, keyword_names)) return VALUE_ERROR;
    Value iterator = op_iter(vm, args[0]), saved = iterator == VALUE_ERROR ? VALUE_ERROR : list_new(vm, NULL, 0);
    Cycle *cycle = saved == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *cycle);
    if (!cycle) return VALUE_ERROR;
    cycle->iterator = iterator, cycle->saved = saved, cycle->at = 0, cycle->has_all = false;
    return from_object(cycle);
}
static Value cycle_next(VM *vm, Value self) {
    Cycle *cycle = (Cycle *)as_object(self);
    List *saved = as_list(cycle->saved);
    if (cycle->iterator != VALUE_UNBOUND) {
        Value item = op_next(vm, cycle->iterator);
        if (item == VALUE_ERROR) return VALUE_ERROR;
        if (item != VALUE_END) return cycle->has_all || list_append(vm, saved, item) ? item : VALUE_ERROR;
        cycle->iterator = VALUE_UNBOUND;
    }
    if (!saved->count) return VALUE_END;
    Value item = saved->items[cycle->at];
    cycle->at = cycle->at + 1 == saved->count ? 0 : cycle->at + 1;
    return item;
}
static void cycle_trace(VM *vm, Object *self) { gc_mark(vm, ((Cycle *)self)->iterator), gc_mark(vm, ((Cycle *)self)->saved); }
static Value cycle_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Cycle *cycle = (const Cycle *)as_object(args[0]);
    Value iterator = cycle->iterator;
    bool goes_round = iterator == VALUE_UNBOUND;
    if (goes_round) {
        Str *setstate = str_intern(vm, "__setstate__", 12);
        Value at = from_small_int((int64_t)cycle->at);
        iterator = setstate ? op_iter(vm, cycle->saved) : VALUE_ERROR;
        if (iterator == VALUE_ERROR || call_method(vm, iterator, setstate, &at, 1) == VALUE_ERROR) return VALUE_ERROR;
    }
    Value state = tuple_pack(vm, 2, cycle->saved, from_bool(goes_round || cycle->has_all));
    return itertools_reduced(vm, args[0], tuple_pack(vm, 1, iterator), state);
}
static Value cycle_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Tuple *state = itertools_state(vm, args[1], 2, 2);
    if (!state) return VALUE_ERROR;
    if (!is_list(state->items[0])) return raise_type_error(vm, "argument 1 must be list, not %T", state->items[0]);
    if (!is_int(state->items[1])) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", state->items[1]);
    Cycle *cycle = (Cycle *)as_object(args[0]);
    Value saved = list_new(vm, as_list(state->items[0])->items, as_list(state->items[0])->count);
    if (saved == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, cycle, &cycle->saved, saved);
    cycle->at = 0, cycle->has_all = op_truth(vm, state->items[1]) > 0;
    return VALUE_NONE;
}
static const NativeDef cycle_methods[] = {PICKLE_METHODS(cycle), {0}};
ITERTOOL_TYPE(cycle, Cycle, cycle_construct, cycle_next, cycle_trace, .methods = cycle_methods, .doc = TYPE_DOC("Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely."));

// ---- chain -------------------------------------------------------------------------------------------------------

typedef struct Chain {
    Object head;
    Value source; // iterator of iterables; VALUE_UNBOUND: exhausted
    Value active; // iterator; VALUE_UNBOUND: none
} Chain;

static Value chain_new(VM *vm, Type *type, Value iterables) {
    Value source = op_iter(vm, iterables);
    Chain *chain = source == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *chain);
    if (!chain) return VALUE_ERROR;
    chain->source = source, chain->active = VALUE_UNBOUND;
    return from_object(chain);
}
static Value chain_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, "chain", 0, UINT32_MAX, count, keyword_names)) return VALUE_ERROR;
    Value iterables = tuple_new(vm, args, count);
    return iterables == VALUE_ERROR ? VALUE_ERROR : chain_new(vm, type, iterables);
}
static Value chain_from_iterable(VM *vm, Value *args, uint32_t count) { return (void)count, chain_new(vm, (Type *)as_object(args[0]), args[1]); }

static __attribute__((noinline)) Value chain_next_of_any(VM *vm, Chain *chain) {
    while (chain->source != VALUE_UNBOUND) {
        if (chain->active == VALUE_UNBOUND) {
            Value iterable = op_next(vm, chain->source);
            if (iterable == VALUE_END || iterable == VALUE_ERROR) return chain->source = VALUE_UNBOUND, iterable;
            Value active = op_iter(vm, iterable);
            if (active == VALUE_ERROR) return chain->source = VALUE_UNBOUND, VALUE_ERROR;
            gc_store(vm, chain, &chain->active, active);
        }
        Value item = op_next_inline(vm, chain->active);
        if (item != VALUE_END) return item;
        chain->active = VALUE_UNBOUND;
    }
    return VALUE_END;
}
// Within a list nothing is called, and no register saved.
static Value chain_next(VM *vm, Value self) {
    Chain *chain = (Chain *)as_object(self);
    if (is_exactly(chain->active, vm->types.list_iterator)) {
        SequenceIterator *iterator = (SequenceIterator *)as_object(chain->active);
        if (iterator->sequence != VALUE_UNBOUND && iterator->at < as_list(iterator->sequence)->count) return as_list(iterator->sequence)->items[iterator->at++];
    }
    return chain_next_of_any(vm, chain);
}
static void chain_trace(VM *vm, Object *self) { gc_mark(vm, ((Chain *)self)->source), gc_mark(vm, ((Chain *)self)->active); }
Value itertools_chain_of(VM *vm, Value iterables) { return chain_new(vm, itertools_types(vm)->chain, iterables); }
static Value chain_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Chain *chain = (const Chain *)as_object(args[0]);
    Value state = VALUE_UNBOUND;
    if (chain->source != VALUE_UNBOUND) state = chain->active == VALUE_UNBOUND ? tuple_pack(vm, 1, chain->source) : tuple_pack(vm, 2, chain->source, chain->active);
    return itertools_reduced(vm, args[0], vm->empty_tuple, state);
}
static Value chain_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Tuple *state = itertools_state(vm, args[1], 1, 2);
    if (!state) return VALUE_ERROR;
    for (size_t i = 0; i < state->count; i++)
        if (!value_type(vm, state->items[i])->slots.next) return raise_type_error(vm, "Arguments must be iterators.");
    Chain *chain = (Chain *)as_object(args[0]);
    gc_store(vm, chain, &chain->source, state->items[0]);
    gc_store(vm, chain, &chain->active, state->count > 1 ? state->items[1] : VALUE_UNBOUND);
    return VALUE_NONE;
}
static const NativeDef chain_methods[] = {
    PICKLE_METHODS(chain),
    {"from_iterable", {chain_from_iterable}, 1, 1, NATIVE_CLASS, NULL, DOC("Alternative chain() constructor taking a single iterable argument that evaluates lazily.")},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")},
    {0},
};
ITERTOOL_TYPE(chain, Chain, chain_construct, chain_next, chain_trace, .methods = chain_methods,
              .doc = TYPE_DOC("chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted."));

// ---- accumulate --------------------------------------------------------------------------------------------------

typedef struct Accumulate {
    Object head;
    Value iterator, function; // function None: addition
    Value total;   // VALUE_UNBOUND: nothing yet
    Value initial; // None once it was given
} Accumulate;

static Value accumulate_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[3];
    if (!bind_arguments(vm, "accumulate", "iterable func * initial", 1, 2, args, count, keyword_names, given)) return VALUE_ERROR;
    Value iterator = op_iter(vm, given[0]);
    Accumulate *a = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *a);
    if (!a) return VALUE_ERROR;
    a->iterator = iterator;
    a->function = given[1] == VALUE_UNBOUND ? VALUE_NONE : given[1];
    a->total = VALUE_UNBOUND;
    a->initial = given[2] == VALUE_UNBOUND ? VALUE_NONE : given[2];
    return from_object(a);
}
static Value accumulate_next(VM *vm, Value self) {
    Accumulate *a = (Accumulate *)as_object(self);
    if (a->initial != VALUE_NONE) {
        gc_store(vm, a, &a->total, a->initial);
        a->initial = VALUE_NONE;
        return a->total;
    }
    Value item = op_next(vm, a->iterator), total;
    if (item == VALUE_END || item == VALUE_ERROR) return item;
    int64_t sum;
    if (a->total == VALUE_UNBOUND) total = item;
    else if (a->function == VALUE_NONE && both_small_ints(a->total, item) && !__builtin_add_overflow((int64_t)a->total, (int64_t)(item - 1), &sum)) return a->total = (Value)sum;
    else if (a->function == VALUE_NONE) total = op_binary(vm, SLOT_ADD, a->total, item);
    else total = call_value(vm, a->function, (Value[]){a->total, item}, 2);
    if (total == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, a, &a->total, total);
    return total;
}
static void accumulate_trace(VM *vm, Object *self) {
    Accumulate *a = (Accumulate *)self;
    gc_mark(vm, a->iterator), gc_mark(vm, a->function), gc_mark(vm, a->total), gc_mark(vm, a->initial);
}
// What is still to come of `first` and then the iterator.
static Value preceded(VM *vm, Value first, Value iterator) {
    Value single = tuple_pack(vm, 1, first), both = single == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, single, iterator);
    return both == VALUE_ERROR ? VALUE_ERROR : itertools_chain_of(vm, both);
}
static Value accumulate_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    Accumulate *a = (Accumulate *)as_object(args[0]);
    if (a->initial != VALUE_NONE) {
        Value source = preceded(vm, a->initial, a->iterator);
        return itertools_reduced(vm, args[0], source == VALUE_ERROR ? source : tuple_pack(vm, 2, source, a->function), VALUE_NONE);
    }
    if (a->total == VALUE_NONE) { // as a state None says that there is no total yet
        Value source = preceded(vm, VALUE_NONE, a->iterator);
        Accumulate *like = source == VALUE_ERROR ? NULL : object_new(vm, value_type(vm, args[0]), sizeof *like);
        if (!like) return VALUE_ERROR;
        like->iterator = source, like->function = a->function, like->total = VALUE_UNBOUND, like->initial = VALUE_NONE;
        return itertools_islice_rest(vm, from_object(like), 1);
    }
    return itertools_reduced(vm, args[0], tuple_pack(vm, 2, a->iterator, a->function), a->total == VALUE_UNBOUND ? VALUE_NONE : a->total);
}
static Value accumulate_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    Accumulate *a = (Accumulate *)as_object(args[0]);
    gc_store(vm, a, &a->total, args[1]);
    return VALUE_NONE;
}
static const NativeDef accumulate_methods[] = {PICKLE_METHODS(accumulate), {0}};
ITERTOOL_TYPE(accumulate, Accumulate, accumulate_construct, accumulate_next, accumulate_trace, .methods = accumulate_methods, .doc = TYPE_DOC("Return series of accumulated sums (or other binary function results)."));

// ---- pairwise ----------------------------------------------------------------------------------------------------

typedef struct Pairwise {
    Object head;
    Value iterator, before; // VALUE_UNBOUND: exhausted; nothing yet
} Pairwise;

static Value pairwise_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, "pairwise", 1, 1, count, keyword_names)) return VALUE_ERROR;
    Value iterator = op_iter(vm, args[0]);
    Pairwise *p = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *p);
    if (!p) return VALUE_ERROR;
    p->iterator = iterator, p->before = VALUE_UNBOUND;
    return from_object(p);
}
static Value pairwise_next(VM *vm, Value self) {
    Pairwise *p = (Pairwise *)as_object(self);
    if (p->iterator == VALUE_UNBOUND) return VALUE_END;
    if (p->before == VALUE_UNBOUND) {
        Value first = op_next(vm, p->iterator);
        if (first == VALUE_END || first == VALUE_ERROR) return p->iterator = VALUE_UNBOUND, first;
        gc_store(vm, p, &p->before, first);
        if (p->iterator == VALUE_UNBOUND) return p->before = VALUE_UNBOUND, VALUE_END; // it has called this one
    }
    Value before = p->before;
    root_push(vm, before);
    Value item = op_next(vm, p->iterator);
    vm->roots_top--;
    if (item == VALUE_END || item == VALUE_ERROR) return p->iterator = p->before = VALUE_UNBOUND, item;
    gc_store(vm, p, &p->before, item);
    return tuple_pack(vm, 2, before, item);
}
static void pairwise_trace(VM *vm, Object *self) { gc_mark(vm, ((Pairwise *)self)->iterator), gc_mark(vm, ((Pairwise *)self)->before); }
ITERTOOL_TYPE(pairwise, Pairwise, pairwise_construct, pairwise_next, pairwise_trace, .doc = TYPE_DOC("Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ..."));

// ---- batched -----------------------------------------------------------------------------------------------------

typedef struct Batched {
    Object head;
    Value iterator; // VALUE_UNBOUND: exhausted
    int64_t size;
} Batched;

static Value batched_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    int64_t size;
    if (!bind_arguments(vm, "batched", "iterable n", 2, 2, args, count, keyword_names, given) || !op_index_int64(vm, given[1], &size, false)) return VALUE_ERROR;
    if (size < 1) return raise_value_error(vm, "n must be at least one");
    Value iterator = op_iter(vm, given[0]);
    Batched *b = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *b);
    if (!b) return VALUE_ERROR;
    b->iterator = iterator, b->size = size;
    return from_object(b);
}
static Value batched_next(VM *vm, Value self) {
    Batched *b = (Batched *)as_object(self);
    if (b->iterator == VALUE_UNBOUND) return VALUE_END;
    Value batch = list_new(vm, NULL, 0), item = VALUE_ERROR;
    if (batch == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, batch);
    for (int64_t i = 0; i < b->size; i++) {
        item = b->iterator == VALUE_UNBOUND ? VALUE_END : op_next(vm, b->iterator);
        if (item == VALUE_END || item == VALUE_ERROR) break;
        if (!list_append(vm, as_list(batch), item)) {
            item = VALUE_ERROR;
            break;
        }
    }
    ROOT_END(vm);
    if (item == VALUE_END || item == VALUE_ERROR) b->iterator = VALUE_UNBOUND;
    if (item == VALUE_ERROR) return VALUE_ERROR;
    return as_list(batch)->count ? tuple_new(vm, as_list(batch)->items, as_list(batch)->count) : VALUE_END;
}
static void batched_trace(VM *vm, Object *self) { gc_mark(vm, ((Batched *)self)->iterator); }
ITERTOOL_TYPE(batched, Batched, batched_construct, batched_next, batched_trace, .doc = TYPE_DOC("Batch data into tuples of length n. The last batch may be shorter than n."));

// ---- starmap -----------------------------------------------------------------------------------------------------

typedef struct StarMap {
    Object head;
    Value function, iterator;
} StarMap;

static Value starmap_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, "starmap", 2, 2, count, keyword_names)) return VALUE_ERROR;
    Value iterator = op_iter(vm, args[1]);
    StarMap *s = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *s);
    if (!s) return VALUE_ERROR;
    s->function = args[0], s->iterator = iterator;
    return from_object(s);
}
static Value starmap_next(VM *vm, Value self) {
    const StarMap *s = (const StarMap *)as_object(self);
    Value item = op_next_inline(vm, s->iterator);
    if (item == VALUE_END || item == VALUE_ERROR) return item;
    Value args = op_to_tuple(vm, item);
    return args == VALUE_ERROR ? VALUE_ERROR : call_value(vm, s->function, as_tuple(args)->items, (uint32_t)as_tuple(args)->count);
}
static void starmap_trace(VM *vm, Object *self) { gc_mark(vm, ((StarMap *)self)->function), gc_mark(vm, ((StarMap *)self)->iterator); }
static Value starmap_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const StarMap *s = (const StarMap *)as_object(args[0]);
    return itertools_reduced(vm, args[0], tuple_pack(vm, 2, s->function, s->iterator), VALUE_UNBOUND);
}
static const NativeDef starmap_methods[] = {{"__reduce__", {starmap_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
ITERTOOL_TYPE(starmap, StarMap, starmap_construct, starmap_next, starmap_trace, .methods = starmap_methods, .doc = TYPE_DOC("Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence."));

// ---- zip_longest -------------------------------------------------------------------------------------------------

typedef struct ZipLongest {
    Object head;
    Value iterators; // list; VALUE_NONE for those exhausted
    Value fill;
    size_t active;
} ZipLongest;

static Value zip_longest_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value fill = VALUE_NONE;
    if (itertools_has_keywords(keyword_names)) {
        const Tuple *names = as_tuple(keyword_names);
        if (names->count > 1 || !str_equals_cstring(as_str(names->items[0]), "fillvalue")) return raise_type_error(vm, "zip_longest() got an unexpected keyword argument");
        fill = args[count];
    }
    Value iterators = list_new(vm, NULL, count);
    if (iterators == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, iterators);
    bool good = true;
    for (uint32_t i = 0; good && i < count; i++) {
        Value iterator = op_iter(vm, args[i]);
        good = iterator != VALUE_ERROR && list_append(vm, as_list(iterators), iterator);
    }
    ROOT_END(vm);
    ZipLongest *z = good ? object_new(vm, type, sizeof *z) : NULL;
    if (!z) return VALUE_ERROR;
    z->iterators = iterators, z->fill = fill, z->active = count;
    return from_object(z);
}

// The next item of iterator `i`, or what stands for it; VALUE_END: the last one has ended.
static Value zip_longest_item(VM *vm, ZipLongest *z, size_t i) {
    Value *iterator = &as_list(z->iterators)->items[i];
    if (*iterator == VALUE_NONE) return z->fill;
    Value item = op_next(vm, *iterator);
    if (item != VALUE_END && item != VALUE_ERROR) return item;
    if (item == VALUE_ERROR) return z->active = 0, VALUE_ERROR;
    as_list(z->iterators)->items[i] = VALUE_NONE;
    if (z->active && !--z->active) return VALUE_END;
    return z->fill;
}

static Value zip_longest_next(VM *vm, Value self) {
    ZipLongest *z = (ZipLongest *)as_object(self);
    size_t count = as_list(z->iterators)->count;
    if (!z->active) return VALUE_END;
    Value row = tuple_new(vm, NULL, count);
    if (row == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, row);
    for (size_t i = 0; i < count; i++) {
        Value item = zip_longest_item(vm, z, i);
        if (item == VALUE_END || item == VALUE_ERROR) {
            row = item;
            break;
        }
        gc_store(vm, as_object(row), &as_tuple(row)->items[i], item);
    }
    ROOT_END(vm);
    return row;
}
static void zip_longest_trace(VM *vm, Object *self) { gc_mark(vm, ((ZipLongest *)self)->iterators), gc_mark(vm, ((ZipLongest *)self)->fill); }
static Value zip_longest_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const ZipLongest *z = (const ZipLongest *)as_object(args[0]);
    const List *iterators = as_list(z->iterators);
    Value arguments = tuple_new(vm, iterators->items, iterators->count);
    for (size_t i = 0; arguments != VALUE_ERROR && i < iterators->count; i++)
        if (iterators->items[i] == VALUE_NONE) as_tuple(arguments)->items[i] = vm->empty_tuple;
    return itertools_reduced(vm, args[0], arguments, z->fill);
}
static Value zip_longest_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    ZipLongest *z = (ZipLongest *)as_object(args[0]);
    gc_store(vm, z, &z->fill, args[1]);
    return VALUE_NONE;
}
static const NativeDef zip_longest_methods[] = {PICKLE_METHODS(zip_longest), {0}};
ITERTOOL_TYPE(zip_longest, ZipLongest, zip_longest_construct, zip_longest_next, zip_longest_trace, .methods = zip_longest_methods,
              .doc = TYPE_DOC("Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument. Shorter iterables are filled up with fillvalue."));
