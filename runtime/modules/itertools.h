// itertools: iterators made of iterators (library reference, "itertools").
//
//   itertools_streams.c   accumulate batched chain count cycle pairwise repeat starmap zip_longest
//   itertools_select.c    compress dropwhile filterfalse groupby islice takewhile tee
//   itertools_pickle.c    what their __reduce__ and __setstate__ share
//   itertools_combine.c   combinations combinations_with_replacement permutations product
//
// Whoever steps an iterator keeps it alive meanwhile; so `next` functions root only the values they have fetched.
#ifndef TYPHON_RUNTIME_ITERTOOLS_H
#define TYPHON_RUNTIME_ITERTOOLS_H
#include "runtime/vm.h"

// ITERTOOL(name): a type of the module, itertools_NAME_spec.
#define ITERTOOLS(ITERTOOL)                                                                                                        \
    ITERTOOL(accumulate) ITERTOOL(batched) ITERTOOL(chain) ITERTOOL(combinations) ITERTOOL(combinations_with_replacement)          \
    ITERTOOL(compress) ITERTOOL(count) ITERTOOL(cycle) ITERTOOL(dropwhile) ITERTOOL(filterfalse) ITERTOOL(groupby) ITERTOOL(islice) \
    ITERTOOL(pairwise) ITERTOOL(permutations) ITERTOOL(product) ITERTOOL(repeat) ITERTOOL(starmap) ITERTOOL(takewhile)              \
    ITERTOOL(zip_longest) ITERTOOL(_grouper) ITERTOOL(_tee) ITERTOOL(_tee_dataobject)
#define ITERTOOL(name) extern const TypeSpec itertools_##name##_spec;
ITERTOOLS(ITERTOOL)
#undef ITERTOOL
typedef struct IterToolTypes { // an object of the VM, in its module slot
    Object head;
#define ITERTOOL(name) Type *name;
    ITERTOOLS(ITERTOOL)
#undef ITERTOOL
} IterToolTypes;

#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"
static inline IterToolTypes *itertools_types(VM *vm) { return (IterToolTypes *)as_object(vm->slots_for_modules[MODULE_SLOT_ITERTOOLS]); }

static inline bool itertools_has_keywords(Value keyword_names) { return keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count; }
// That a positional-only constructor got its arguments; a subclass with an __init__ of its own may take keywords.
MAY_RAISE bool itertools_arguments(VM *vm, const Type *type, const char *name, uint32_t least, uint32_t most, uint32_t count, Value keyword_names);
Value itertools_self(VM *vm, Value self); // __iter__
// ---- pickling (itertools_pickle.c): deprecated in 3.12, and a warning says so, which may run a script: it comes first
MAY_RAISE bool itertools_warn_of_pickling(VM *vm);
// (class of self, arguments[, state]) from __reduce__; state VALUE_UNBOUND: none. Either may be VALUE_ERROR.
MAY_RAISE Value itertools_reduced(VM *vm, Value self, Value arguments, Value state);
// That the argument of __setstate__ is a tuple of so many items; NULL: TypeError.
MAY_RAISE const Tuple *itertools_state(VM *vm, Value state, uint32_t least, uint32_t most);
MAY_RAISE Value itertools_indices(VM *vm, const size_t *indices, size_t count); // a tuple of them
// Item `i` of a state as an index between `least` and `most`.
MAY_RAISE bool itertools_state_index(VM *vm, const Tuple *state, size_t i, int64_t least, int64_t most, size_t *out);
MAY_RAISE Value itertools_chain_of(VM *vm, Value iterables); // chain.from_iterable
MAY_RAISE Value itertools_islice_rest(VM *vm, Value iterator, int64_t start); // islice(iterator, start, None), reduced
#define PICKLE_METHODS(short_name)                                                                                                  \
    {"__reduce__", {short_name##_reduce}, 0, 0, 0, NULL, DOC("Return state information for pickling.")},                                \
    {"__setstate__", {short_name##_setstate}, 1, 1, 0, NULL, DOC("Set state information for unpickling.")}

MAY_RAISE Value itertools_tee(VM *vm, Value *args, uint32_t count);
#define ITERTOOL_TYPE(short_name, struct_name, construct_function, next_function, trace_function, ...)                              \
    const TypeSpec itertools_##short_name##_spec = {                                                                               \
        .name = "itertools." #short_name,                                                                                          \
        .layout = LAYOUT_OTHER,                                                                                                    \
        .size = sizeof(struct_name),                                                                                               \
        .slots = SLOTS(SLOT(iter, itertools_self), SLOT(next, next_function), SLOT(construct, construct_function), SLOT(trace, trace_function)),          \
        __VA_ARGS__                                                                                                                \
    }
#endif
