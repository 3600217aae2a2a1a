// Callers: from a slot wrapper's arguments to its C function. The receiver has been checked (objects/descriptors.c).
#include "runtime/objects/descriptors.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

#define CALLER(name) Value slot_call_##name(VM *vm, const SlotDef *def, SlotFunction function, Value *args, uint32_t count, Value keyword_names)
#define UNUSED ((void)vm, (void)def, (void)count, (void)keyword_names)

typedef Value (*UnaryFunction)(VM *, Value);
typedef Value (*BinaryFunction)(VM *, Value, Value);
typedef Value (*CompareFunction)(VM *, Value, Value, CompareOp);
typedef bool (*HashFunction)(VM *, Value, uint64_t *);
typedef int (*TruthFunction)(VM *, Value);
typedef int64_t (*LengthFunction)(VM *, Value);
typedef int (*ContainsFunction)(VM *, Value, Value);
typedef bool (*SetItemFunction)(VM *, Value, Value, Value);
typedef Value (*CallFunction)(VM *, Value, Value *, uint32_t, Value);
typedef bool (*InitializeFunction)(VM *, Value, Value *, uint32_t, Value);
typedef Value (*GetAttributeFunction)(VM *, Value, Str *);
typedef bool (*SetAttributeFunction)(VM *, Value, Str *, Value);
typedef Value (*DescriptorGetFunction)(VM *, Value, Value, Type *);
typedef bool (*DescriptorSetFunction)(VM *, Value, Value, Value);

static Value none_if(bool good) { return good ? VALUE_NONE : VALUE_ERROR; }

CALLER(value) { return UNUSED, ((UnaryFunction)function)(vm, args[0]); }
// [].__mul__("x") called by name raises, where the operator would go on to the other side.
static Value refuse_repeat(VM *vm, const SlotDef *def, Value self, Value times) {
    bool is_repeat = def->slot == offsetof(TypeSlots, binary[SLOT_MULT]) || def->slot == offsetof(TypeSlots, inplace[SLOT_MULT]);
    bool is_sequence = is_layout(self, LAYOUT_STR) || is_layout(self, LAYOUT_LIST) || is_layout(self, LAYOUT_TUPLE) || is_layout(self, LAYOUT_BYTES) || is_layout(self, LAYOUT_BYTEARRAY);
    return is_repeat && is_sequence ? raise_type_error(vm, "'%T' object cannot be interpreted as an integer", times) : VALUE_NOT_IMPLEMENTED;
}
CALLER(binary) {
    (void)count, (void)keyword_names;
    Value result = ((BinaryFunction)function)(vm, args[0], args[1]);
    return result == VALUE_NOT_IMPLEMENTED ? refuse_repeat(vm, def, args[0], args[1]) : result;
}
CALLER(reflected) {
    (void)count, (void)keyword_names;
    Value result = ((BinaryFunction)function)(vm, args[1], args[0]);
    return result == VALUE_NOT_IMPLEMENTED ? refuse_repeat(vm, def, args[0], args[1]) : result;
}
CALLER(compare) { return UNUSED, ((CompareFunction)function)(vm, args[0], args[1], (CompareOp)def->number); }
CALLER(set_item) { return UNUSED, none_if(((SetItemFunction)function)(vm, args[0], args[1], args[2])); }
CALLER(delete_item) { return UNUSED, none_if(((SetItemFunction)function)(vm, args[0], args[1], VALUE_UNBOUND)); }
CALLER(call) { return UNUSED, ((CallFunction)function)(vm, args[0], args + 1, count - 1, keyword_names); }
CALLER(initialize) { return UNUSED, none_if(((InitializeFunction)function)(vm, args[0], args + 1, count - 1, keyword_names)); }
CALLER(descriptor_set) { return UNUSED, none_if(((DescriptorSetFunction)function)(vm, args[0], args[1], args[2])); }
CALLER(descriptor_delete) { return UNUSED, none_if(((DescriptorSetFunction)function)(vm, args[0], args[1], VALUE_UNBOUND)); }

// __pow__(self, other[, modulo]): the slot has no third argument.
CALLER(power) {
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "wrapper %s() takes no keyword arguments", def->text);
    if (count < 2) return raise_type_error(vm, " expected at least 1 argument, got %u", count - 1);
    if (count > 3) return raise_type_error(vm, " expected at most 2 arguments, got %u", count - 1);
    if (count == 3 && args[2] != VALUE_NONE) return raise_type_error(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    return def->is_reflected ? ((BinaryFunction)function)(vm, args[1], args[0]) : ((BinaryFunction)function)(vm, args[0], args[1]);
}
CALLER(hash) {
    UNUSED;
    uint64_t hash;
    return ((HashFunction)function)(vm, args[0], &hash) ? int_from_int64(vm, (int64_t)hash) : VALUE_ERROR;
}
CALLER(truth) {
    UNUSED;
    int truth = ((TruthFunction)function)(vm, args[0]);
    return truth < 0 ? VALUE_ERROR : from_bool(truth);
}
CALLER(length) {
    UNUSED;
    int64_t length = ((LengthFunction)function)(vm, args[0]);
    return length < 0 ? VALUE_ERROR : int_from_int64(vm, length);
}
CALLER(contains) {
    UNUSED;
    int answer = ((ContainsFunction)function)(vm, args[0], args[1]);
    return answer < 0 ? VALUE_ERROR : from_bool(answer);
}
CALLER(next) {
    UNUSED;
    Value item = ((UnaryFunction)function)(vm, args[0]);
    return item == VALUE_END ? raise_stop_iteration(vm, VALUE_NONE) : item;
}

// ---- attributes

static Str *attribute_name(VM *vm, Value name) {
    if (is_str(name)) return str_intern_value(vm, as_str(name));
    raise_type_error(vm, "attribute name must be string, not '%T'", name);
    return NULL;
}
CALLER(get_attribute) {
    UNUSED;
    Str *name = attribute_name(vm, args[1]);
    return name ? ((GetAttributeFunction)function)(vm, args[0], name) : VALUE_ERROR;
}

// object.__setattr__(int, "x", 1) must not go round type.__setattr__: the function has to be that of the nearest built-in type.
static bool may_set(VM *vm, const SlotDef *def, SlotFunction function, Value self) {
    const Type *type = value_type(vm, self);
    while (type->flags & TYPE_HEAP) type = type->base;
    SetAttributeFunction own = type->slots.set_attribute ? type->slots.set_attribute : generic_set_attribute;
    if (own == (SetAttributeFunction)function) return true;
    return raise_type_error(vm, "can't apply this %s to %N object", def->text, value_type(vm, self)), false;
}
CALLER(set_attribute) {
    UNUSED;
    if (!may_set(vm, def, function, args[0])) return VALUE_ERROR;
    Str *name = attribute_name(vm, args[1]);
    return none_if(name && ((SetAttributeFunction)function)(vm, args[0], name, args[2]));
}
CALLER(delete_attribute) {
    UNUSED;
    if (!may_set(vm, def, function, args[0])) return VALUE_ERROR;
    Str *name = attribute_name(vm, args[1]);
    return none_if(name && ((SetAttributeFunction)function)(vm, args[0], name, VALUE_UNBOUND));
}

// __get__(self, instance, owner=None)
CALLER(descriptor_get) {
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "wrapper %s() takes no keyword arguments", def->text);
    if (count < 2) return raise_type_error(vm, " expected at least 1 argument, got %u", count - 1);
    if (count > 3) return raise_type_error(vm, " expected at most 2 arguments, got %u", count - 1);
    Value instance = args[1] == VALUE_NONE ? VALUE_UNBOUND : args[1], owner = count == 3 ? args[2] : VALUE_NONE;
    if (instance == VALUE_UNBOUND && owner == VALUE_NONE) return raise_type_error(vm, "__get__(None, None) is invalid");
    // getting from None itself is told apart by the owner: type(None).__dict__['x'].__get__(None, type(None))
    if (instance == VALUE_UNBOUND && owner == from_object(vm->types.none)) instance = VALUE_NONE;
    return ((DescriptorGetFunction)function)(vm, args[0], instance, is_type(owner) ? as_type(owner) : NULL);
}
