// method: a function bound to the instance it was looked up on. Attributes it does not have itself are the function's.
#include "runtime/call.h"
#include "runtime/builtins.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static Method *as_method(Value v) { return (Method *)as_object(v); }

Value method_new(VM *vm, Value function, Value self) {
    Method *method = object_new(vm, vm->types.method, sizeof *method);
    if (!method) return VALUE_ERROR;
    method->function = function;
    method->self = self;
    return from_object(method);
}

static Value method_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    if (keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "method() takes no keyword arguments");
    if (count != 2) return raise_type_error(vm, "method expected 2 arguments, got %u", count);
    if (!value_type(vm, args[0])->slots.call) return raise_type_error(vm, "first argument must be callable");
    if (args[1] == VALUE_NONE) return raise_type_error(vm, "instance must not be None");
    return method_new(vm, args[0], args[1]);
}

static Value method_repr(VM *vm, Value self) {
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value name = get_attribute_or(vm, as_method(self)->function, vm->names.__qualname__, VALUE_UNBOUND);
    if (name == VALUE_UNBOUND) name = get_attribute_or(vm, as_method(self)->function, vm->names.__name__, VALUE_UNBOUND);
    if (name == VALUE_ERROR) return VALUE_ERROR;
    if (!is_str(name)) return str_from_format(vm, "<bound method ? of %R>", as_method(self)->self);
    return str_from_format(vm, "<bound method %U of %R>", as_str(name), as_method(self)->self);
}

static bool method_hash(VM *vm, Value self, uint64_t *out) {
    uint64_t function, own;
    if (!may_pass_on(vm) || !op_hash(vm, as_method(self)->function, &function) || !object_identity(vm, as_method(self)->self, &own)) return false;
    *out = (function ^ (own >> 4 | own << 60)) >> 1;
    return true;
}

static Value method_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_layout(other, LAYOUT_METHOD) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    int equal = as_method(self)->self == as_method(other)->self ? op_equal(vm, as_method(self)->function, as_method(other)->function) : 0;
    return equal < 0 ? VALUE_ERROR : from_bool(equal == (op == COMPARE_EQ));
}

static Value method_get_attribute(VM *vm, Value self, Str *name) {
    if (type_lookup(vm, vm->types.method, name) != VALUE_UNBOUND) return generic_get_attribute(vm, self, name);
    return may_pass_on(vm) ? get_attribute(vm, as_method(self)->function, name) : VALUE_ERROR;
}


static void method_trace(VM *vm, Object *self) {
    gc_mark(vm, ((Method *)self)->function);
    gc_mark(vm, ((Method *)self)->self);
}

static Value get_function(VM *vm, Value self) { return (void)vm, as_method(self)->function; }
static Value get_self(VM *vm, Value self) { return (void)vm, as_method(self)->self; }
static Value get_doc(VM *vm, Value self) { return get_attribute_or(vm, as_method(self)->function, vm->names.__doc__, VALUE_NONE); }

static Value method_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value name = get_attribute(vm, as_method(args[0])->function, vm->names.__name__);
    Str *getattr = str_intern(vm, "getattr", 7);
    if (name == VALUE_ERROR || !getattr) return VALUE_ERROR;
    Value function = builtins_find(vm, getattr), arguments = tuple_pack(vm, 2, as_method(args[0])->self, name);
    if (function == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "getattr");
    return function == VALUE_ERROR || arguments == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, function, arguments);
}

static const NativeDef method_methods[] = {{"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const GetSetDef method_getset[] = {{"__func__", get_function, getset_refuse}, {"__self__", get_self, getset_refuse}, {"__doc__", get_doc, NULL}, {0}};

const TypeSpec method_spec = {
    .name = "method",
    .layout = LAYOUT_METHOD,
    .size = sizeof(Method),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, method_repr),
              SLOT(hash, method_hash),
              SLOT(compare, method_compare),
              SLOT(call, method_call),
              SLOT(get_attribute, method_get_attribute),
              SLOT(construct, method_construct),
              SLOT(trace, method_trace)),
    .methods = method_methods,
    .getset = method_getset,
    .doc = TYPE_DOC("Create a bound instance method object."),
};
