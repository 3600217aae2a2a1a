// What __reduce__ and __setstate__ of the itertools share.
#include "runtime/modules/itertools.h"
#include "runtime/objects/int.h"

bool itertools_warn_of_pickling(VM *vm) {
    return warn(vm, vm->types.DeprecationWarning, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.");
}

Value itertools_reduced(VM *vm, Value self, Value arguments, Value state) {
    if (arguments == VALUE_ERROR || state == VALUE_ERROR) return VALUE_ERROR;
    Value type = from_object(value_type(vm, self));
    return state == VALUE_UNBOUND ? tuple_pack(vm, 2, type, arguments) : tuple_pack(vm, 3, type, arguments, state);
}

const Tuple *itertools_state(VM *vm, Value state, uint32_t least, uint32_t most) {
    if (!is_tuple(state)) return raise_type_error(vm, "state is not a tuple"), NULL;
    size_t count = as_tuple(state)->count;
    if (count >= least && count <= most) return as_tuple(state);
    uint32_t limit = count < least ? least : most;
    raise_type_error(vm, "function takes %s %u argument%s (%zu given)", least == most ? "exactly" : count < least ? "at least" : "at most", limit, limit == 1 ? "" : "s", count);
    return NULL;
}

Value itertools_indices(VM *vm, const size_t *indices, size_t count) {
    Value tuple = tuple_new(vm, NULL, count);
    for (size_t i = 0; tuple != VALUE_ERROR && i < count; i++) as_tuple(tuple)->items[i] = from_small_int((int64_t)indices[i]);
    return tuple;
}

bool itertools_state_index(VM *vm, const Tuple *state, size_t i, int64_t least, int64_t most, size_t *out) {
    int64_t index;
    if (!is_int(state->items[i])) return raise_type_error(vm, "an integer is required"), false;
    if (!op_index_int64(vm, state->items[i], &index, false)) return false;
    if (index > most) index = most;
    if (index < least) index = least;
    *out = (size_t)index;
    return true;
}
