// bool: True and False, the ints 1 and 0 under other names.
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"

static Value bool_repr(VM *vm, Value self) { return self == VALUE_TRUE ? str_new_counted(vm, "True", 4, 4) : str_new_counted(vm, "False", 5, 5); }

static Value bool_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "bool() takes no keyword arguments");
    if (count > 1) return raise_type_error(vm, "bool expected at most 1 argument, got %u", count);
    int truth = count ? op_truth(vm, args[0]) : 0;
    return truth < 0 ? VALUE_ERROR : from_bool(truth);
}

// Bitwise operators on two bools give bools (int_binary knows).
#define OPERATOR(name, slot)                                                                                                       \
    static Value bool_##name(VM *vm, Value left, Value right) {                                                                      \
        return is_int(left) && is_int(right) ? int_binary(vm, slot, left, right) : VALUE_NOT_IMPLEMENTED;                              \
    }
OPERATOR(or, SLOT_BITOR)
OPERATOR(xor, SLOT_BITXOR)
OPERATOR(and, SLOT_BITAND)

static Value bool_invert(VM *vm, Value self) {
    bool good = warn(vm, vm->types.DeprecationWarning, "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int object and is "
                     "usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.");
    return good ? from_small_int(self == VALUE_TRUE ? -2 : -1) : VALUE_ERROR;
}

const TypeSpec bool_spec = {
    .name = "bool",
    .layout = LAYOUT_INT,
    .size = sizeof(Int),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, bool_repr), SLOT(construct, bool_construct), SLOT(unary[SLOT_INVERT], bool_invert),
              SLOT(binary[SLOT_BITOR], bool_or), SLOT(binary[SLOT_BITXOR], bool_xor), SLOT(binary[SLOT_BITAND], bool_and)),
    .doc = TYPE_DOC("bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\nThe builtins True and False are the only two instances of "
           "the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed."),
};
