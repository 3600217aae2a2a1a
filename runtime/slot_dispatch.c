// Dispatchers: what stands in a slot of a class whose special method is a script's. Each looks the method up on the type (never
// on the instance) and calls it; a method's result is checked where the language says what it must be.
//
// `self` and the arguments are kept alive by whoever called the slot; where two methods are called one after the other they are rooted here.
#include "runtime/objects/descriptors.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include "runtime/slot_dispatch.h"

// ---- finding and calling -----------------------------------------------------------------------------------------

static Value find(VM *vm, Value self, Str *name) { return type_lookup(vm, value_type(vm, self), name); }

// Calls what was found on the type of `self`, as a method of it, with at most three arguments.
static Value call_found(VM *vm, Value found, Value self, const Value *args, uint32_t count) {
    if (binds_as_method(vm, found)) {
        Value all[4] = {self};
        for (uint32_t i = 0; i < count; i++) all[i + 1] = args[i];
        return call_value(vm, found, all, count + 1);
    }
    if (c_stack_exhausted(vm)) return VALUE_ERROR; // a __get__ may lead to another one
    ROOT_SCOPE(vm);
    for (uint32_t i = 0; i < count; i++) root_push(vm, args[i]);
    Value bound = descriptor_bind(vm, found, self, value_type(vm, self)), result = VALUE_ERROR;
    if (bound != VALUE_ERROR) root_push(vm, bound), result = call_value(vm, bound, args, count);
    ROOT_END(vm);
    return result;
}

// The method must be there; else AttributeError naming it, as for `del x[0]` of a class with __setitem__ only.
static Value call_named(VM *vm, Value self, Str *name, const Value *args, uint32_t count) {
    Value found = find(vm, self, name);
    if (found == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "%U", name);
    return call_found(vm, found, self, args, count);
}

// A call with the arguments of another one, and `self` in front of them if the callable takes it.
static Value call_with_arguments(VM *vm, Value found, Value self, Value *args, uint32_t count, Value keyword_names) {
    enum { FEW = 16 };
    uint32_t values = count + (keyword_names == VALUE_UNBOUND ? 0 : (uint32_t)as_tuple(keyword_names)->count);
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    Value result = VALUE_ERROR;
    if (binds_as_method(vm, found) && values < FEW) {
        Value all[FEW] = {self};
        if (values) memcpy(all + 1, args, values * sizeof(Value));
        result = call_keywords(vm, found, all, count + 1, keyword_names);
    } else {
        Value bound = descriptor_bind(vm, found, self, value_type(vm, self));
        if (bound != VALUE_ERROR) root_push(vm, bound), result = call_keywords(vm, bound, args, count, keyword_names);
    }
    ROOT_END(vm);
    return result;
}

// ---- showing and hashing -------------------------------------------------------------------------------------------

static Value checked_str(VM *vm, Value text, const char *name) {
    if (text == VALUE_ERROR || is_str(text)) return text;
    return raise_type_error(vm, "%s returned non-string (type %T)", name, text);
}
Value dispatch_repr(VM *vm, Value self) { return checked_str(vm, call_named(vm, self, vm->names.__repr__, NULL, 0), "__repr__"); }
Value dispatch_str(VM *vm, Value self) { return checked_str(vm, call_named(vm, self, vm->names.__str__, NULL, 0), "__str__"); }
Value dispatch_format(VM *vm, Value self, Value spec) {
    Value text = call_named(vm, self, vm->names.__format__, &spec, 1);
    if (text == VALUE_ERROR || is_str(text)) return text;
    return raise_type_error(vm, "__format__ must return a str, not %T", text);
}

bool dispatch_hash(VM *vm, Value self, uint64_t *out) {
    Value found = find(vm, self, vm->names.__hash__);
    if (found == VALUE_UNBOUND || found == VALUE_NONE) return slot_hash_not_implemented(vm, self, out);
    Value hash = call_found(vm, found, self, NULL, 0);
    if (hash == VALUE_ERROR) return false;
    if (!is_int(hash)) return raise_type_error(vm, "__hash__ method should return an integer"), false;
    int64_t number;
    if (!int_to_int64(hash, &number)) return value_type(vm, from_small_int(0))->slots.hash(vm, hash, out);
    *out = (uint64_t)(number == -1 ? -2 : number); // -1 is no hash in CPython
    return true;
}

// ---- comparing -----------------------------------------------------------------------------------------------------

Value dispatch_compare(VM *vm, Value self, Value other, CompareOp op) {
    const Names *names = &vm->names;
    Str *const name[] = {[COMPARE_EQ] = names->__eq__, [COMPARE_NE] = names->__ne__, [COMPARE_LT] = names->__lt__,
                         [COMPARE_LE] = names->__le__, [COMPARE_GT] = names->__gt__, [COMPARE_GE] = names->__ge__};
    Value found = find(vm, self, name[op]);
    if (found == VALUE_UNBOUND) return VALUE_NOT_IMPLEMENTED;
    if (is_exactly(found, vm->types.slot_wrapper)) { // most often object's
        SlotWrapper *wrapper = (SlotWrapper *)as_object(found);
        if (wrapper->def->slot == offsetof(TypeSlots, compare) && type_is_subtype(value_type(vm, self), wrapper->type))
            return ((Value (*)(VM *, Value, Value, CompareOp))wrapper->function)(vm, self, other, (CompareOp)wrapper->def->number);
    }
    return call_found(vm, found, self, &other, 1);
}

// ---- numbers -------------------------------------------------------------------------------------------------------

typedef Value (*BinaryFunction)(VM *, Value, Value);

// The type of `right` has its own method of this name, another one than the type of `left`.
static bool is_overridden(VM *vm, Value left, Value right, Str *name) {
    Value theirs = find(vm, right, name);
    return theirs != VALUE_UNBOUND && theirs != find(vm, left, name);
}

static Value call_if_there(VM *vm, Value self, Str *name, Value other) {
    Value found = find(vm, self, name);
    return found == VALUE_UNBOUND ? VALUE_NOT_IMPLEMENTED : call_found(vm, found, self, &other, 1);
}

// One operator, called for whichever of the two has this dispatcher in its slot: left.__op__(right), then right.__rop__(left); the
// other way round when the right one's class derives from the left one's and overrides __rop__.
static Value dispatch_binary(VM *vm, Value left, Value right, BinarySlot slot, BinaryFunction dispatcher, Str *name, Str *reflected) {
    Type *left_type = value_type(vm, left), *right_type = value_type(vm, right);
    bool ask_right = left_type != right_type && right_type->slots.binary[slot] == dispatcher;
    if (left_type->slots.binary[slot] != dispatcher) return ask_right ? call_if_there(vm, right, reflected, left) : VALUE_NOT_IMPLEMENTED;
    ROOT_SCOPE(vm);
    root_push(vm, left), root_push(vm, right);
    Value result = VALUE_NOT_IMPLEMENTED;
    if (ask_right && type_is_subtype(right_type, left_type) && is_overridden(vm, left, right, reflected)) {
        result = call_if_there(vm, right, reflected, left);
        ask_right = false;
    }
    if (result == VALUE_NOT_IMPLEMENTED) result = call_if_there(vm, left, name, right);
    if (result == VALUE_NOT_IMPLEMENTED && ask_right) result = call_if_there(vm, right, reflected, left);
    ROOT_END(vm);
    return result;
}
#define SPECIAL(...)
#define BINARY(op, number, ...)                                                                       \
    Value dispatch_binary_##op(VM *vm, Value left, Value right) {                                                                \
        return dispatch_binary(vm, left, right, number, dispatch_binary_##op, vm->names.__##op##__, vm->names.__r##op##__);     \
    }
#define INPLACE(op, number, ...)                                                                                                      \
    Value dispatch_inplace_##op(VM *vm, Value left, Value right) { return call_if_there(vm, left, vm->names.__i##op##__, right); }
#include "runtime/slots.def"
#undef SPECIAL
#undef BINARY
#undef INPLACE

Value dispatch_neg(VM *vm, Value self) { return call_named(vm, self, vm->names.__neg__, NULL, 0); }
Value dispatch_pos(VM *vm, Value self) { return call_named(vm, self, vm->names.__pos__, NULL, 0); }
Value dispatch_invert(VM *vm, Value self) { return call_named(vm, self, vm->names.__invert__, NULL, 0); }
Value dispatch_abs(VM *vm, Value self) { return call_named(vm, self, vm->names.__abs__, NULL, 0); }
// Special methods that must give a plain number: an instance of a subclass is taken, with a warning.
#define STRICT_SUBCLASS "The ability to return an instance of a strict subclass of %N is deprecated, and may be removed in a future version of Python."
static Value warn_of_subclass(VM *vm, Value number, const char *method, Type *exact) {
    ROOT_SCOPE(vm);
    root_push(vm, number);
    bool good = warn(vm, vm->types.DeprecationWarning, "%s returned non-%N (type %T).  " STRICT_SUBCLASS, method, exact, number, exact);
    ROOT_END(vm);
    return good ? number : VALUE_ERROR;
}
static bool is_plain_int(const VM *vm, Value v) { return is_small_int(v) || is_exactly(v, vm->types.int_); }

Value dispatch_int(VM *vm, Value self) {
    Value number = call_named(vm, self, vm->names.__int__, NULL, 0);
    if (number == VALUE_ERROR || is_plain_int(vm, number)) return number;
    if (is_int(number)) return warn_of_subclass(vm, number, "__int__", vm->types.int_);
    return raise_type_error(vm, "__int__ returned non-int (type %T)", number);
}
Value dispatch_index(VM *vm, Value self) {
    Value number = call_named(vm, self, vm->names.__index__, NULL, 0);
    if (number == VALUE_ERROR || is_plain_int(vm, number)) return number;
    if (is_int(number)) return warn_of_subclass(vm, number, "__index__", vm->types.int_);
    return raise_type_error(vm, "__index__ returned non-int (type %T)", number);
}
Value dispatch_float(VM *vm, Value self) {
    Value number = call_named(vm, self, vm->names.__float__, NULL, 0);
    if (number == VALUE_ERROR || value_type(vm, number) == vm->types.float_) return number;
    if (is_float(number)) {
        ROOT_SCOPE(vm);
        root_push(vm, number);
        bool good = warn(vm, vm->types.DeprecationWarning, "%T.__float__ returned non-float (type %T).  " STRICT_SUBCLASS, self, number, vm->types.float_);
        ROOT_END(vm);
        return good ? number : VALUE_ERROR;
    }
    return raise_type_error(vm, "%T.__float__ returned non-float (type %T)", self, number);
}
int dispatch_truth(VM *vm, Value self) {
    Value truth = call_named(vm, self, vm->names.__bool__, NULL, 0);
    if (is_bool(truth)) return truth == VALUE_TRUE;
    if (truth != VALUE_ERROR) raise_type_error(vm, "__bool__ should return bool, returned %T", truth);
    return -1;
}

// ---- containers and iterators ----------------------------------------------------------------------------------------

int64_t dispatch_length(VM *vm, Value self) {
    Value length = call_named(vm, self, vm->names.__len__, NULL, 0);
    if (length != VALUE_ERROR) length = op_index(vm, length);
    if (length == VALUE_ERROR) return -1;
    if (int_sign(length) < 0) return raise_value_error(vm, "__len__() should return >= 0"), -1;
    int64_t number;
    if (!int_to_int64(length, &number)) return raise_overflow_error(vm, "cannot fit 'int' into an index-sized integer"), -1;
    return number;
}
Value dispatch_get_item(VM *vm, Value self, Value key) { return call_named(vm, self, vm->names.__getitem__, &key, 1); }
bool dispatch_set_item(VM *vm, Value self, Value key, Value value) {
    Value args[2] = {key, value};
    if (value == VALUE_UNBOUND) return call_named(vm, self, vm->names.__delitem__, args, 1) != VALUE_ERROR;
    return call_named(vm, self, vm->names.__setitem__, args, 2) != VALUE_ERROR;
}
int dispatch_contains(VM *vm, Value self, Value item) {
    Value found = find(vm, self, vm->names.__contains__);
    if (found == VALUE_NONE) return raise_type_error(vm, "'%T' object is not a container", self), -1;
    Value answer = call_named(vm, self, vm->names.__contains__, &item, 1);
    return answer == VALUE_ERROR ? -1 : op_truth(vm, answer);
}
Value dispatch_iter(VM *vm, Value self) {
    Value found = find(vm, self, vm->names.__iter__);
    if (found == VALUE_NONE || found == VALUE_UNBOUND) return raise_type_error(vm, "'%T' object is not iterable", self);
    return call_found(vm, found, self, NULL, 0);
}
Value slot_dispatch_next(VM *vm, Value self) {
    Value item = call_named(vm, self, vm->names.__next__, NULL, 0);
    if (item != VALUE_ERROR || !error_matches(vm, vm->types.StopIteration)) return item;
    error_clear(vm);
    return VALUE_END;
}

// ---- attributes and descriptors --------------------------------------------------------------------------------------

// What comes before __getattr__: the script's __getattribute__, or that of the nearest built-in type. VALUE_UNBOUND: not there, nothing raised.
static Value get_before_hook(VM *vm, Value self, Str *name) {
    Type *type = value_type(vm, self);
    if (type->flags & TYPE_CUSTOM_GETATTRIBUTE) {
        Value argument = from_object(name);
        return call_named(vm, self, vm->names.__getattribute__, &argument, 1);
    }
    while (type->flags & TYPE_HEAP) type = type->base;
    return type->slots.get_attribute ? type->slots.get_attribute(vm, self, name) : generic_find_attribute(vm, self, name);
}
Value slot_dispatch_get_attribute(VM *vm, Value self, Str *name) {
    ROOT_SCOPE(vm);
    root_push(vm, from_object(name));
    Value value = get_before_hook(vm, self, name);
    Value hook = VALUE_UNBOUND;
    if (value == VALUE_UNBOUND || (value == VALUE_ERROR && error_matches(vm, vm->types.AttributeError))) hook = find(vm, self, vm->names.__getattr__);
    if (hook != VALUE_UNBOUND) {
        if (value == VALUE_ERROR) error_clear(vm);
        Value argument = from_object(name);
        value = call_found(vm, hook, self, &argument, 1);
    } else if (value == VALUE_UNBOUND) {
        value = raise_attribute_error(vm, self, name);
    }
    ROOT_END(vm);
    return value;
}
bool dispatch_set_attribute(VM *vm, Value self, Str *name, Value value) {
    Value args[2] = {from_object(name), value};
    if (value == VALUE_UNBOUND) return call_named(vm, self, vm->names.__delattr__, args, 1) != VALUE_ERROR;
    return call_named(vm, self, vm->names.__setattr__, args, 2) != VALUE_ERROR;
}
Value dispatch_descriptor_get(VM *vm, Value self, Value instance, Type *owner) {
    Value found = find(vm, self, vm->names.__get__);
    if (found == VALUE_UNBOUND) return self;
    Value args[3] = {self, instance == VALUE_UNBOUND ? VALUE_NONE : instance, owner ? from_object(owner) : VALUE_NONE};
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    return call_value(vm, found, args, 3); // not bound first: that would ask a __get__ for a __get__
}
bool dispatch_descriptor_set(VM *vm, Value self, Value instance, Value value) {
    Value args[2] = {instance, value};
    if (value == VALUE_UNBOUND) return call_named(vm, self, vm->names.__delete__, args, 1) != VALUE_ERROR;
    return call_named(vm, self, vm->names.__set__, args, 2) != VALUE_ERROR;
}

// ---- calling and making ----------------------------------------------------------------------------------------------

Value dispatch_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value found = find(vm, self, vm->names.__call__);
    if (found == VALUE_UNBOUND) return raise_type_error(vm, "'%T' object is not callable", self);
    return call_with_arguments(vm, found, self, args, count, keyword_names);
}
bool slot_dispatch_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value found = find(vm, self, vm->names.__init__);
    if (found == VALUE_UNBOUND) return object_initialize(vm, self, args, count, keyword_names);
    Value result = call_with_arguments(vm, found, self, args, count, keyword_names);
    if (result != VALUE_ERROR && result != VALUE_NONE) raise_type_error(vm, "__init__() should return None, not '%T'", result);
    return result == VALUE_NONE;
}

// __new__ is a static method (made one by class_new when it is a function): the class is an ordinary first argument.
Value slot_dispatch_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    enum { FEW = 16 };
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value found = type_lookup(vm, type, vm->names.__new__), self = from_object(type), result = VALUE_ERROR;
    if (found == VALUE_UNBOUND) return raise_type_error(vm, "cannot create '%N' instances", type);
#ifndef TYPHON_CORE
    if (keyword_names == VALUE_UNBOUND && is_exactly(found, vm->types.staticmethod) && is_function(((const Wrapping *)as_object(found))->function)) {
        const Code *code = ((const Function *)as_object(((const Wrapping *)as_object(found))->function))->code;
        bool makes_tuple = code->makes_tuple && count + 1 == code->positional && type->layout == LAYOUT_TUPLE && !(attention_of(vm) & ATTENTION_TRACE);
        if (makes_tuple) return tuple_of_type(vm, type, args, count); // which is what the function comes to
    }
#endif
    ROOT_SCOPE(vm);
    Value function = descriptor_bind(vm, found, VALUE_UNBOUND, type);
    if (function != VALUE_ERROR) {
        root_push(vm, function);
        uint32_t values = count + (keyword_names == VALUE_UNBOUND ? 0 : (uint32_t)as_tuple(keyword_names)->count);
        if (values < FEW) {
            Value all[FEW] = {self};
            if (values) memcpy(all + 1, args, values * sizeof(Value));
            result = call_keywords(vm, function, all, count + 1, keyword_names);
        } else {
            Value bound = method_new(vm, function, self);
            if (bound != VALUE_ERROR) root_push(vm, bound), result = call_keywords(vm, bound, args, count, keyword_names);
        }
    }
    ROOT_END(vm);
    return result;
}
