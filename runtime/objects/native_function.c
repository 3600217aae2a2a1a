// native_function: functions written in C: those of modules, and methods of built-in types bound to their receiver.
#include "runtime/attributes.h"
#include "runtime/builtins.h"
#include "runtime/call.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include "runtime/objects/text.h"

static Native *as_native(Value v) { return (Native *)as_object(v); }

Value native_new(VM *vm, const NativeDef *def, Value self_or_unbound, Value module_name) {
    Native *native = object_new(vm, vm->types.native_function, sizeof *native);
    if (!native) return VALUE_ERROR;
    native->def = def;
    native->parameter_count = native_parameter_count(def);
    native->self = self_or_unbound;
    native->type = NULL;
    native->module = module_name;
    return from_object(native);
}

static bool is_bound(const Native *native) { return native->self != VALUE_UNBOUND; }

static Value native_repr(VM *vm, Value self) {
    Native *native = as_native(self);
    if (!is_bound(native)) return str_from_format(vm, "<built-in function %s>", native->def->name);
    return str_from_format(vm, "<built-in method %s of %T object at %A>", native->def->name, native->self, native->self);
}

// Bound methods are made anew at each look-up: the same method of the same object is equal.
static Value native_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_exactly(other, vm->types.native_function) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    bool equal = as_native(self)->def == as_native(other)->def && as_native(self)->self == as_native(other)->self;
    return from_bool(equal == (op == COMPARE_EQ));
}
static bool native_hash(VM *vm, Value self, uint64_t *out) {
    const NativeDef *native = as_native(self)->def;
    uint64_t def = (uint64_t)(uintptr_t)native, own;
    if (!object_identity(vm, as_native(self)->self, &own)) return false;
    if (vm->config.deterministic) def = (uint64_t)text_hash(vm, native->name, strlen(native->name)) << 3; // where the program lies in memory is chance
    *out = (def >> 3 ^ (own >> 4 | own << 60)) >> 1;
    return true;
}

static void native_trace(VM *vm, Object *self) {
    Native *native = (Native *)self;
    gc_mark(vm, native->self), gc_mark(vm, native->module);
    gc_mark_object(vm, native->type);
}

static Value get_name(VM *vm, Value self) { return str_from_cstring(vm, as_native(self)->def->name); }
static Value get_qualname(VM *vm, Value self) {
    Native *native = as_native(self);
    if (!is_bound(native) && native->type && native->def->flags & NATIVE_STATIC) return str_from_format(vm, "%U.%s", native->type->qualname, native->def->name);
    if (!is_bound(native)) return get_name(vm, self);
    const Type *type = is_type(native->self) ? as_type(native->self) : value_type(vm, native->self);
    return str_from_format(vm, "%U.%s", type->qualname, native->def->name);
}
static Value get_module(VM *vm, Value self) { return (void)vm, as_native(self)->module; }
static Value get_doc(VM *vm, Value self) { return native_doc(as_native(self)->def) ? str_from_cstring(vm, native_doc(as_native(self)->def)) : VALUE_NONE; }
// Of a module's function: the module.
static Value get_self(VM *vm, Value self) {
    Native *native = as_native(self);
    if (is_bound(native)) return native->self;
    Value module = is_str(native->module) ? dict_get(vm, vm->modules, native->module) : VALUE_NONE;
    return module == VALUE_UNBOUND ? VALUE_NONE : module;
}

// Pickled and copied by name.
static Value native_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Native *native = as_native(args[0]);
    if (!is_bound(native) || is_module(native->self)) return get_name(vm, args[0]);
    return reduce_to_attribute(vm, native->self, get_name(vm, args[0]));
}

static const NativeDef native_methods[] = {{"__reduce__", {native_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const GetSetDef native_getset[] = {
    {"__name__", get_name, NULL}, {"__qualname__", get_qualname, NULL}, {"__module__", get_module, NULL},
    {"__doc__", get_doc, NULL},   {"__self__", get_self, NULL},         {"__text_signature__", descriptor_text_signature, NULL},
    {0},
};

const TypeSpec native_function_spec = {
    .name = "builtin_function_or_method",
    .layout = LAYOUT_NATIVE,
    .size = sizeof(Native),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, native_repr), SLOT(hash, native_hash), SLOT(compare, native_compare), SLOT(call, native_call), SLOT(trace, native_trace)),
    .methods = native_methods,
    .getset = native_getset,
};
