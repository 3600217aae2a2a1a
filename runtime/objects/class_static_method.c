// classmethod and staticmethod (library reference, "Built-in Functions").
#include "runtime/attributes.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static Wrapping *as_wrapping(Value v) { return (Wrapping *)as_object(v); }

static Value make(VM *vm, Type *type, Value function) {
    Wrapping *wrapping = object_new(vm, type, sizeof *wrapping);
    if (!wrapping) return VALUE_ERROR;
    wrapping->overflow = NULL;
    wrapping->function = function;
    return from_object(wrapping);
}
Value classmethod_new(VM *vm, Value function) { return make(vm, vm->types.classmethod, function); }
Value staticmethod_new(VM *vm, Value function) { return make(vm, vm->types.staticmethod, function); }

static Value wrapping_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    return make(vm, type, VALUE_NONE);
}
static bool initialize(VM *vm, const char *name, Value self, const Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "%s() takes no keyword arguments", name), false;
    if (count != 1) return raise_type_error(vm, "%s expected 1 argument, got %u", name, count), false;
    gc_store(vm, as_object(self), &as_wrapping(self)->function, args[0]);
    return true;
}
static bool classmethod_initialize(VM *vm, Value self, Value *args, uint32_t count, Value names) { return initialize(vm, "classmethod", self, args, count, names); }
static bool staticmethod_initialize(VM *vm, Value self, Value *args, uint32_t count, Value names) { return initialize(vm, "staticmethod", self, args, count, names); }

// What it wraps is bound to the class; descriptors other than functions (a property, say) are asked with the class as instance.
static Value classmethod_get(VM *vm, Value self, Value instance, Type *owner) {
    Value function = as_wrapping(self)->function;
    if (!owner) owner = value_type(vm, instance);
    if (is_function(function)) return method_new(vm, function, from_object(owner));
    Value (*get)(VM *, Value, Value, Type *) = value_type(vm, function)->slots.descriptor_get;
    if (!get) return method_new(vm, function, from_object(owner));
    return may_pass_on(vm) ? get(vm, function, from_object(owner), owner) : VALUE_ERROR;
}
static Value staticmethod_get(VM *vm, Value self, Value instance, Type *owner) { return (void)vm, (void)instance, (void)owner, as_wrapping(self)->function; }
static Value staticmethod_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    return call_keywords(vm, as_wrapping(self)->function, args, count, keyword_names);
}
static Value classmethod_repr(VM *vm, Value self) { return c_stack_exhausted(vm) ? VALUE_ERROR : str_from_format(vm, "<classmethod(%R)>", as_wrapping(self)->function); }
static Value staticmethod_repr(VM *vm, Value self) { return c_stack_exhausted(vm) ? VALUE_ERROR : str_from_format(vm, "<staticmethod(%R)>", as_wrapping(self)->function); }
static void wrapping_trace(VM *vm, Object *self) { gc_mark(vm, ((Wrapping *)self)->function); }

// ---- attributes: what CPython copies from the function is looked up there, unless it has been set here ------------------

static Value from_function(VM *vm, Value self, Str *name) {
    Value own = instance_get(vm, as_object(self), name);
    if (own != VALUE_UNBOUND) return own;
    Value value = get_attribute_or(vm, as_wrapping(self)->function, name, VALUE_UNBOUND);
    return value == VALUE_UNBOUND ? raise_attribute_error(vm, self, name) : value;
}
static bool set_own(VM *vm, Value self, Str *name, Value value) {
    if (value != VALUE_UNBOUND) return instance_set(vm, as_object(self), name, value);
    int deleted = instance_delete(vm, as_object(self), name);
    if (!deleted) raise_attribute_error(vm, self, name);
    return deleted > 0;
}
#define FROM_FUNCTION(name)                                                                                                      \
    static Value get_##name(VM *vm, Value self) { return from_function(vm, self, vm->names.__##name##__); }                     \
    static bool set_##name(VM *vm, Value self, Value value) { return set_own(vm, self, vm->names.__##name##__, value); }
FROM_FUNCTION(name)
FROM_FUNCTION(qualname)
FROM_FUNCTION(module)
FROM_FUNCTION(doc)
FROM_FUNCTION(annotations)
#undef FROM_FUNCTION
static Value get_function(VM *vm, Value self) { return (void)vm, as_wrapping(self)->function; }
static Value get_isabstract(VM *vm, Value self) {
    Value flag = get_attribute_or(vm, as_wrapping(self)->function, vm->names.__isabstractmethod__, VALUE_FALSE);
    int truth = flag == VALUE_ERROR ? -1 : op_truth(vm, flag);
    return truth < 0 ? VALUE_ERROR : from_bool(truth);
}
static const GetSetDef wrapping_getset[] = {
    {"__func__", get_function, NULL},
    {"__wrapped__", get_function, NULL},
    {"__isabstractmethod__", get_isabstract, NULL},
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__annotations__", get_annotations, set_annotations},
    {0},
};

const TypeSpec classmethod_spec = {
    .name = "classmethod",
    .layout = LAYOUT_CLASSMETHOD,
    .size = sizeof(Wrapping),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, classmethod_repr), SLOT(descriptor_get, classmethod_get), SLOT(construct, wrapping_construct), SLOT(initialize, classmethod_initialize), SLOT(trace, wrapping_trace)),
    .getset = wrapping_getset,
    .doc = TYPE_DOC("classmethod(function) -> method\n\nConvert a function to be a class method."),
};
const TypeSpec staticmethod_spec = {
    .name = "staticmethod",
    .layout = LAYOUT_STATICMETHOD,
    .size = sizeof(Wrapping),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, staticmethod_repr), SLOT(call, staticmethod_call), SLOT(descriptor_get, staticmethod_get), SLOT(construct, wrapping_construct),
              SLOT(initialize, staticmethod_initialize), SLOT(trace, wrapping_trace)),
    .getset = wrapping_getset,
    .doc = TYPE_DOC("staticmethod(function) -> method\n\nConvert a function to be a static method."),
};
