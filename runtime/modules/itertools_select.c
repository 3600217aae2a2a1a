// compress dropwhile filterfalse groupby islice takewhile tee
#include "runtime/modules/itertools.h"
#include "runtime/builtins.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"

// ---- a function and an iterator: dropwhile, takewhile, filterfalse ------------------------------------------------

typedef struct Selection {
    Object head;
    Value function, iterator;
    bool is_decided; // dropwhile: began, takewhile: ended
} Selection;

static Value selection_new(VM *vm, Type *type, const char *name, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, name, 2, 2, count, keyword_names)) return VALUE_ERROR;
    Value iterator = op_iter(vm, args[1]);
    Selection *s = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *s);
    if (!s) return VALUE_ERROR;
    s->function = args[0], s->iterator = iterator, s->is_decided = false;
    return from_object(s);
}
static void selection_trace(VM *vm, Object *self) { gc_mark(vm, ((Selection *)self)->function), gc_mark(vm, ((Selection *)self)->iterator); }

// The truth of function(item), with the item kept alive; -1: raised.
static int judge(VM *vm, Value function, Value item) {
    root_push(vm, item);
    Value answer = call_value(vm, function, &item, 1);
    int truth = answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
    vm->roots_top--;
    return truth;
}

static Value selection_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Selection *s = (const Selection *)as_object(args[0]);
    return itertools_reduced(vm, args[0], tuple_pack(vm, 2, s->function, s->iterator), from_small_int(s->is_decided));
}
static Value selection_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    int truth = op_truth(vm, args[1]);
    if (truth < 0) return VALUE_ERROR;
    ((Selection *)as_object(args[0]))->is_decided = truth;
    return VALUE_NONE;
}
static const NativeDef selection_methods[] = {PICKLE_METHODS(selection), {0}};

static Value dropwhile_construct(VM *vm, Type *type, Value *args, uint32_t count, Value names) { return selection_new(vm, type, "dropwhile", args, count, names); }
static Value dropwhile_next(VM *vm, Value self) {
    Selection *s = (Selection *)as_object(self);
    for (;;) {
        Value item = op_next(vm, s->iterator);
        if (item == VALUE_END || item == VALUE_ERROR || s->is_decided) return item;
        int truth = judge(vm, s->function, item);
        if (truth < 0) return VALUE_ERROR;
        if (!truth) return s->is_decided = true, item;
    }
}
ITERTOOL_TYPE(dropwhile, Selection, dropwhile_construct, dropwhile_next, selection_trace, .methods = selection_methods, .doc = TYPE_DOC("Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted."));

static Value takewhile_construct(VM *vm, Type *type, Value *args, uint32_t count, Value names) { return selection_new(vm, type, "takewhile", args, count, names); }
static Value takewhile_next(VM *vm, Value self) {
    Selection *s = (Selection *)as_object(self);
    if (s->is_decided) return VALUE_END;
    Value item = op_next(vm, s->iterator);
    if (item == VALUE_END || item == VALUE_ERROR) return item;
    int truth = judge(vm, s->function, item);
    if (truth < 0) return VALUE_ERROR;
    if (!truth) s->is_decided = true;
    return truth ? item : VALUE_END;
}
ITERTOOL_TYPE(takewhile, Selection, takewhile_construct, takewhile_next, selection_trace, .methods = selection_methods, .doc = TYPE_DOC("Return successive entries from an iterable as long as the predicate evaluates to true for each entry."));

static Value filterfalse_construct(VM *vm, Type *type, Value *args, uint32_t count, Value names) { return selection_new(vm, type, "filterfalse", args, count, names); }
static Value filterfalse_next(VM *vm, Value self) {
    Selection *s = (Selection *)as_object(self);
    bool by_truth = s->function == VALUE_NONE || s->function == from_object(vm->types.bool_);
    for (;;) {
        Value item = op_next(vm, s->iterator);
        if (item == VALUE_END || item == VALUE_ERROR) return item;
        int truth;
        if (by_truth) {
            root_push(vm, item);
            truth = op_truth(vm, item);
            vm->roots_top--;
        } else {
            truth = judge(vm, s->function, item);
        }
        if (truth < 0) return VALUE_ERROR;
        if (!truth) return item;
    }
}
static Value filterfalse_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Selection *s = (const Selection *)as_object(args[0]);
    return itertools_reduced(vm, args[0], tuple_pack(vm, 2, s->function, s->iterator), VALUE_UNBOUND);
}
static const NativeDef filterfalse_methods[] = {{"__reduce__", {filterfalse_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
ITERTOOL_TYPE(filterfalse, Selection, filterfalse_construct, filterfalse_next, selection_trace, .methods = filterfalse_methods, .doc = TYPE_DOC("Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false."));

// ---- compress ----------------------------------------------------------------------------------------------------

typedef struct Compress {
    Object head;
    Value data, selectors;
} Compress;

static Value compress_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    if (!bind_arguments(vm, "compress", "data selectors", 2, 2, args, count, keyword_names, given)) return VALUE_ERROR;
    Value data = op_iter(vm, given[0]);
    if (data == VALUE_ERROR) return VALUE_ERROR;
    root_push(vm, data);
    Value selectors = op_iter(vm, given[1]);
    vm->roots_top--;
    Compress *c = selectors == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *c);
    if (!c) return VALUE_ERROR;
    c->data = data, c->selectors = selectors;
    return from_object(c);
}
static Value compress_next(VM *vm, Value self) {
    const Compress *c = (const Compress *)as_object(self);
    for (;;) {
        Value item = op_next_inline(vm, c->data);
        if (item == VALUE_END || item == VALUE_ERROR) return item;
        root_push(vm, item);
        Value selector = op_next_inline(vm, c->selectors);
        bool has_selector = selector != VALUE_END && selector != VALUE_ERROR;
        int truth = has_selector ? op_truth(vm, selector) : 0;
        vm->roots_top--;
        if (!has_selector) return selector;
        if (truth) return truth < 0 ? VALUE_ERROR : item;
    }
}
static void compress_trace(VM *vm, Object *self) { gc_mark(vm, ((Compress *)self)->data), gc_mark(vm, ((Compress *)self)->selectors); }
static Value compress_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Compress *c = (const Compress *)as_object(args[0]);
    return itertools_reduced(vm, args[0], tuple_pack(vm, 2, c->data, c->selectors), VALUE_UNBOUND);
}
static const NativeDef compress_methods[] = {{"__reduce__", {compress_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
ITERTOOL_TYPE(compress, Compress, compress_construct, compress_next, compress_trace, .methods = compress_methods, .doc = TYPE_DOC("Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements."));

// ---- islice ------------------------------------------------------------------------------------------------------

typedef struct Islice {
    Object head;
    Value iterator; // VALUE_UNBOUND: exhausted
    int64_t at, next, stop, step; // stop INT64_MAX: none
} Islice;

static const char islice_indices[] = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

// None gives `otherwise`; false: ValueError `message` (CPython calls numbers below -1 by another one).
static bool islice_number(VM *vm, Value v, int64_t otherwise, const char *message, int64_t *out) {
    *out = otherwise;
    if (v == VALUE_NONE || (op_index_int64(vm, v, out, false) && *out >= 0)) return true;
    if (error_is_set(vm)) error_clear(vm);
    else if (*out < -1 && message[1] == 't' && message[2] == 'o') message = islice_indices;
    return raise_value_error(vm, "%s", message), false;
}

static bool islice_bounds(VM *vm, const Value *args, uint32_t count, Islice *out) {
    static const char stop_message[] = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char step_message[] = "Step for islice() must be a positive integer or None.";
    out->next = 0, out->step = 1;
    if (count == 2) return islice_number(vm, args[1], INT64_MAX, stop_message, &out->stop);
    bool start_is_good = islice_number(vm, args[1], 0, islice_indices, &out->next);
    if (!start_is_good) error_clear(vm); // what is wrong with the stop is said first
    if (!islice_number(vm, args[2], INT64_MAX, stop_message, &out->stop)) return false;
    if (!start_is_good) return raise_value_error(vm, "%s", islice_indices), false;
    if (count < 4) return true;
    if (!islice_number(vm, args[3], 1, step_message, &out->step)) return false;
    return out->step > 0 || (raise_value_error(vm, "%s", step_message), false);
}

static Value islice_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Islice bounds;
    if (!itertools_arguments(vm, type, "islice", 2, 4, count, keyword_names) || !islice_bounds(vm, args, count, &bounds)) return VALUE_ERROR;
    Value iterator = op_iter(vm, args[0]);
    Islice *s = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *s);
    if (!s) return VALUE_ERROR;
    s->iterator = iterator, s->at = 0, s->next = bounds.next, s->stop = bounds.stop, s->step = bounds.step;
    return from_object(s);
}

static Value islice_next(VM *vm, Value self) {
    Islice *s = (Islice *)as_object(self);
    Value item = VALUE_END;
    while (s->iterator != VALUE_UNBOUND) {
        bool is_wanted = s->at >= s->next;
        if (is_wanted && s->at >= s->stop) break;
        item = op_next_inline(vm, s->iterator);
        if (item == VALUE_END || item == VALUE_ERROR) break;
        s->at++;
        if (!is_wanted) {
            item = VALUE_END;
            continue;
        }
        if (__builtin_add_overflow(s->next, s->step, &s->next) || s->next > s->stop) s->next = s->stop;
        return item;
    }
    s->iterator = VALUE_UNBOUND;
    return item == VALUE_ERROR ? VALUE_ERROR : VALUE_END;
}
static void islice_trace(VM *vm, Object *self) { gc_mark(vm, ((Islice *)self)->iterator); }
Value itertools_islice_rest(VM *vm, Value iterator, int64_t start) {
    Value arguments = tuple_pack(vm, 3, iterator, from_small_int(start), VALUE_NONE);
    return arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(itertools_types(vm)->islice), arguments);
}
static Value islice_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Islice *s = (const Islice *)as_object(args[0]);
    if (s->iterator == VALUE_UNBOUND) {
        Value nothing = list_new(vm, NULL, 0), iterator = nothing == VALUE_ERROR ? VALUE_ERROR : op_iter(vm, nothing);
        return iterator == VALUE_ERROR ? VALUE_ERROR : itertools_reduced(vm, args[0], tuple_pack(vm, 2, iterator, from_small_int(0)), from_small_int(0));
    }
    Value next = int_from_int64(vm, s->next), stop = s->stop == INT64_MAX ? VALUE_NONE : int_from_int64(vm, s->stop);
    Value step = int_from_int64(vm, s->step), at = int_from_int64(vm, s->at);
    if (next == VALUE_ERROR || stop == VALUE_ERROR || step == VALUE_ERROR || at == VALUE_ERROR) return VALUE_ERROR;
    return itertools_reduced(vm, args[0], tuple_pack(vm, 4, s->iterator, next, stop, step), at);
}
static Value islice_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    int64_t at;
    if (!is_int(args[1])) return raise_type_error(vm, "an integer is required");
    if (!op_index_int64(vm, args[1], &at, false)) return VALUE_ERROR;
    ((Islice *)as_object(args[0]))->at = at;
    return VALUE_NONE;
}
static const NativeDef islice_methods[] = {PICKLE_METHODS(islice), {0}};
ITERTOOL_TYPE(islice, Islice, islice_construct, islice_next, islice_trace, .methods = islice_methods, .doc = TYPE_DOC("islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object"));

// ---- groupby -----------------------------------------------------------------------------------------------------

typedef struct GroupBy {
    Object head;
    Value iterator, key_function;      // None: the items themselves
    Value target, current_key, current; // of the group being given, of the last item read, that item; VALUE_UNBOUND: none
    Value grouper;                      // the group being given
} GroupBy;
typedef struct Grouper {
    Object head;
    Value parent, target;
} Grouper;

static Value groupby_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    if (!bind_arguments(vm, "groupby", "iterable key", 1, 2, args, count, keyword_names, given)) return VALUE_ERROR;
    Value iterator = op_iter(vm, given[0]);
    GroupBy *g = iterator == VALUE_ERROR ? NULL : object_new(vm, type, sizeof *g);
    if (!g) return VALUE_ERROR;
    g->iterator = iterator;
    g->key_function = given[1] == VALUE_UNBOUND ? VALUE_NONE : given[1];
    g->target = g->current_key = g->current = g->grouper = VALUE_UNBOUND;
    return from_object(g);
}

// Reads an item: VALUE_NONE, or VALUE_END, VALUE_ERROR.
static Value groupby_step(VM *vm, GroupBy *g) {
    Value item = op_next(vm, g->iterator), key;
    if (item == VALUE_END || item == VALUE_ERROR) return item;
    root_push(vm, item);
    key = g->key_function == VALUE_NONE ? item : call_value(vm, g->key_function, &item, 1);
    vm->roots_top--;
    if (key == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, g, &g->current, item);
    gc_store(vm, g, &g->current_key, key);
    return VALUE_NONE;
}

static Value groupby_next(VM *vm, Value self) {
    GroupBy *g = (GroupBy *)as_object(self);
    g->grouper = VALUE_UNBOUND;
    for (;;) {
        if (g->current_key != VALUE_UNBOUND) {
            if (g->target == VALUE_UNBOUND) break;
            int same = op_equal(vm, g->target, g->current_key);
            if (same < 0) return VALUE_ERROR;
            if (!same) break;
        }
        Value step = groupby_step(vm, g);
        if (step != VALUE_NONE) return step;
    }
    gc_store(vm, g, &g->target, g->current_key);
    Grouper *grouper = object_new(vm, itertools_types(vm)->_grouper, sizeof *grouper);
    if (!grouper) return VALUE_ERROR;
    grouper->parent = self, grouper->target = g->target;
    gc_store(vm, g, &g->grouper, from_object(grouper));
    return tuple_pack(vm, 2, g->current_key, from_object(grouper));
}
static void groupby_trace(VM *vm, Object *self) {
    GroupBy *g = (GroupBy *)self;
    gc_mark(vm, g->iterator), gc_mark(vm, g->key_function), gc_mark(vm, g->target), gc_mark(vm, g->current_key), gc_mark(vm, g->current), gc_mark(vm, g->grouper);
}

static Value grouper_next(VM *vm, Value self) {
    Grouper *grouper = (Grouper *)as_object(self);
    GroupBy *g = (GroupBy *)as_object(grouper->parent);
    if (g->grouper != self) return VALUE_END;
    if (g->current == VALUE_UNBOUND) {
        Value step = groupby_step(vm, g);
        if (step != VALUE_NONE) return step;
    }
    int same = op_equal(vm, grouper->target, g->current_key);
    if (same <= 0) return same < 0 ? VALUE_ERROR : VALUE_END;
    Value item = g->current;
    g->current = VALUE_UNBOUND;
    return item == VALUE_UNBOUND ? VALUE_END : item;
}
static void grouper_trace(VM *vm, Object *self) { gc_mark(vm, ((Grouper *)self)->parent), gc_mark(vm, ((Grouper *)self)->target); }
static Value groupby_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const GroupBy *g = (const GroupBy *)as_object(args[0]);
    bool is_inside = g->target != VALUE_UNBOUND && g->current_key != VALUE_UNBOUND && g->current != VALUE_UNBOUND;
    Value state = is_inside ? tuple_pack(vm, 3, g->current_key, g->current, g->target) : VALUE_UNBOUND;
    return itertools_reduced(vm, args[0], tuple_pack(vm, 2, g->iterator, g->key_function), state);
}
static Value groupby_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    GroupBy *g = (GroupBy *)as_object(args[0]);
    const Tuple *state = itertools_state(vm, args[1], 3, 3);
    if (!state) return VALUE_ERROR;
    gc_store(vm, g, &g->current_key, state->items[0]);
    gc_store(vm, g, &g->current, state->items[1]);
    gc_store(vm, g, &g->target, state->items[2]);
    return VALUE_NONE;
}
static Value grouper_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, "_grouper", 2, 2, count, keyword_names)) return VALUE_ERROR;
    if (!type_is_subtype(value_type(vm, args[0]), itertools_types(vm)->groupby)) return raise_type_error(vm, "_grouper() argument 1 must be itertools.groupby, not %T", args[0]);
    Grouper *grouper = object_new(vm, type, sizeof *grouper);
    if (!grouper) return VALUE_ERROR;
    grouper->parent = args[0], grouper->target = args[1];
    gc_store(vm, as_object(args[0]), &((GroupBy *)as_object(args[0]))->grouper, from_object(grouper));
    return from_object(grouper);
}
static Value grouper_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Grouper *grouper = (const Grouper *)as_object(args[0]);
    if (((GroupBy *)as_object(grouper->parent))->grouper == args[0]) return itertools_reduced(vm, args[0], tuple_pack(vm, 2, grouper->parent, grouper->target), VALUE_UNBOUND);
    Str *name = str_intern(vm, "iter", 4);
    Value iter = name ? builtins_find(vm, name) : VALUE_ERROR, arguments = tuple_pack(vm, 1, vm->empty_tuple);
    if (iter == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "iter");
    return iter == VALUE_ERROR || arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, iter, arguments);
}
static const NativeDef groupby_methods[] = {PICKLE_METHODS(groupby), {0}};
static const NativeDef grouper_methods[] = {{"__reduce__", {grouper_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
ITERTOOL_TYPE(groupby, GroupBy, groupby_construct, groupby_next, groupby_trace, .methods = groupby_methods, .doc = TYPE_DOC("make an iterator that returns consecutive keys and groups from the iterable"));
ITERTOOL_TYPE(_grouper, Grouper, grouper_construct, grouper_next, grouper_trace, .methods = grouper_methods, .flags = TYPE_FINAL);

// ---- tee ---------------------------------------------------------------------------------------------------------

// All copies walk one chain of blocks; whoever comes to its end first reads on from the iterator.
enum { TEE_ITEMS = 57 };
typedef struct TeeBlock {
    Object head;
    Value iterator, next; // next: the block behind, VALUE_UNBOUND while this one is the last
    size_t count;
    bool is_running;
    Value items[TEE_ITEMS];
} TeeBlock;
typedef struct Tee {
    Object head;
    Value block;
    size_t at;
} Tee;

static TeeBlock *tee_block_new(VM *vm, Value iterator) {
    TeeBlock *block = object_new(vm, itertools_types(vm)->_tee_dataobject, sizeof *block);
    if (!block) return NULL;
    block->iterator = iterator, block->next = VALUE_UNBOUND, block->count = 0, block->is_running = false;
    return block;
}
static void tee_block_trace(VM *vm, Object *self) {
    TeeBlock *block = (TeeBlock *)self;
    gc_mark(vm, block->iterator), gc_mark(vm, block->next);
    for (size_t i = 0; i < block->count; i++) gc_mark(vm, block->items[i]);
}

static Value tee_new(VM *vm, Type *type, Value block, size_t at) {
    Tee *tee = object_new(vm, type, sizeof *tee);
    if (!tee) return VALUE_ERROR;
    tee->block = block, tee->at = at;
    return from_object(tee);
}
static bool is_tee(VM *vm, Value v) { return type_is_subtype(value_type(vm, v), itertools_types(vm)->_tee); }

static Value tee_of(VM *vm, Type *type, Value iterable) {
    Value iterator = op_iter(vm, iterable);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    if (is_tee(vm, iterator)) return tee_new(vm, type, ((Tee *)as_object(iterator))->block, ((Tee *)as_object(iterator))->at);
    TeeBlock *block = tee_block_new(vm, iterator);
    return block ? tee_new(vm, type, from_object(block), 0) : VALUE_ERROR;
}
static Value tee_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return itertools_arguments(vm, type, "_tee", 1, 1, count, keyword_names) ? tee_of(vm, type, args[0]) : VALUE_ERROR;
}

static Value tee_next(VM *vm, Value self) {
    Tee *tee = (Tee *)as_object(self);
    TeeBlock *block = (TeeBlock *)as_object(tee->block);
    if (tee->at == TEE_ITEMS) {
        if (block->next == VALUE_UNBOUND) {
            TeeBlock *next = tee_block_new(vm, block->iterator);
            if (!next) return VALUE_ERROR;
            gc_store(vm, block, &block->next, from_object(next));
        }
        gc_store(vm, tee, &tee->block, block->next);
        tee->at = 0;
        block = (TeeBlock *)as_object(tee->block);
    }
    if (tee->at == block->count) {
        if (block->is_running) return raise_error(vm, vm->types.RuntimeError, "cannot re-enter the tee iterator");
        block->is_running = true;
        root_push(vm, from_object(block));
        Value item = op_next(vm, block->iterator);
        vm->roots_top--;
        block->is_running = false;
        if (item == VALUE_END || item == VALUE_ERROR) return item;
        gc_store(vm, block, &block->items[block->count], item);
        block->count++;
    }
    return block->items[tee->at++];
}
static void tee_trace(VM *vm, Object *self) { gc_mark(vm, ((Tee *)self)->block); }
static Value tee_copy(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Tee *tee = (const Tee *)as_object(args[0]);
    return tee_new(vm, itertools_types(vm)->_tee, tee->block, tee->at);
}
static bool is_tee_block(VM *vm, Value v) { return is_exactly(v, itertools_types(vm)->_tee_dataobject); }
static Value tee_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Tee *tee = (const Tee *)as_object(args[0]);
    return itertools_reduced(vm, args[0], tuple_pack(vm, 1, vm->empty_tuple), tuple_pack(vm, 2, tee->block, from_small_int((int64_t)tee->at)));
}
static Value tee_setstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const Tuple *state = itertools_state(vm, args[1], 2, 2);
    if (!state) return VALUE_ERROR;
    if (!is_tee_block(vm, state->items[0])) return raise_type_error(vm, "argument 1 must be itertools._tee_dataobject, not %T", state->items[0]);
    int64_t at;
    if (!is_int(state->items[1])) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", state->items[1]);
    if (!op_index_int64(vm, state->items[1], &at, false)) return VALUE_ERROR;
    if (at < 0 || (size_t)at > ((TeeBlock *)as_object(state->items[0]))->count) return raise_value_error(vm, "Index out of range");
    Tee *tee = (Tee *)as_object(args[0]);
    gc_store(vm, tee, &tee->block, state->items[0]);
    tee->at = (size_t)at;
    return VALUE_NONE;
}
static Value tee_block_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    if (!itertools_arguments(vm, type, "_tee_dataobject", 3, 3, count, keyword_names)) return VALUE_ERROR;
    if (!is_list(args[1])) return raise_type_error(vm, "_tee_dataobject() argument 2 must be list, not %T", args[1]);
    size_t items = as_list(args[1])->count;
    bool fits = items <= TEE_ITEMS && (args[2] == VALUE_NONE || (items == TEE_ITEMS && is_tee_block(vm, args[2])));
    if (!fits) return raise_value_error(vm, "Invalid arguments");
    TeeBlock *block = tee_block_new(vm, args[0]);
    if (!block) return VALUE_ERROR;
    if (items) memcpy(block->items, as_list(args[1])->items, items * sizeof(Value));
    block->count = items;
    if (args[2] != VALUE_NONE) block->next = args[2];
    return from_object(block);
}
static Value tee_block_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!itertools_warn_of_pickling(vm)) return VALUE_ERROR;
    const TeeBlock *block = (const TeeBlock *)as_object(args[0]);
    Value items = list_new(vm, block->items, block->count);
    if (items == VALUE_ERROR) return VALUE_ERROR;
    return itertools_reduced(vm, args[0], tuple_pack(vm, 3, block->iterator, items, block->next == VALUE_UNBOUND ? VALUE_NONE : block->next), VALUE_UNBOUND);
}
static const NativeDef tee_block_methods[] = {{"__reduce__", {tee_block_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")}, {0}};
static const NativeDef tee_methods[] = {PICKLE_METHODS(tee), {"__copy__", {tee_copy}, 0, 0, 0, NULL, DOC("Returns an independent iterator.")}, {0}};
ITERTOOL_TYPE(_tee, Tee, tee_construct, tee_next, tee_trace, .methods = tee_methods, .flags = TYPE_WEAKLY_REFERABLE, .doc = TYPE_DOC("Iterator wrapped to make it copyable."));
const TypeSpec itertools__tee_dataobject_spec = {
    .name = "itertools._tee_dataobject", .layout = LAYOUT_OTHER, .size = sizeof(TeeBlock), .flags = TYPE_FINAL, .methods = tee_block_methods,
    .slots = SLOTS(SLOT(construct, tee_block_construct), SLOT(trace, tee_block_trace))};

// tee(iterable, n=2): an iterator that can copy itself is asked to.
Value itertools_tee(VM *vm, Value *args, uint32_t count) {
    int64_t n = 2;
    if (count > 1 && !op_index_int64(vm, args[1], &n, false)) return VALUE_ERROR;
    if (n < 0) return raise_value_error(vm, "n must be >= 0");
    if (!n) return vm->empty_tuple;
    if (n > INT32_MAX) return raise_memory_error(vm);
    Value iterator = op_iter(vm, args[0]);
    if (iterator == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, iterator);
    Str *name = str_intern(vm, "__copy__", 8);
    Value copier = !name ? VALUE_ERROR : is_tee(vm, iterator) ? VALUE_NONE : get_attribute_or(vm, iterator, name, VALUE_UNBOUND);
    Value first = copier == VALUE_UNBOUND ? tee_of(vm, itertools_types(vm)->_tee, iterator) : iterator;
    Value result = copier == VALUE_ERROR || first == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, NULL, (size_t)n);
    if (result != VALUE_ERROR) {
        root_push(vm, result), root_push(vm, copier);
        as_tuple(result)->items[0] = first;
    }
    for (int64_t i = 1; result != VALUE_ERROR && i < n; i++) {
        Value copy = copier == VALUE_UNBOUND || copier == VALUE_NONE ? tee_copy(vm, &first, 1) : call_value(vm, copier, NULL, 0);
        if (copy == VALUE_ERROR) result = VALUE_ERROR;
        else gc_store(vm, as_object(result), &as_tuple(result)->items[i], copy);
    }
    ROOT_END(vm);
    return result;
}
