// mappingproxy (library reference, "types.MappingProxyType"): everything is passed on to the mapping.
#include "runtime/objects/mappingproxy.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

static Value mapping_of(Value self) { return ((MappingProxy *)as_object(self))->mapping; }

Value mappingproxy_new(VM *vm, Value mapping) {
    MappingProxy *proxy = object_new(vm, vm->types.mappingproxy, sizeof *proxy);
    if (!proxy) return VALUE_ERROR;
    proxy->mapping = mapping;
    return from_object(proxy);
}

static Value proxy_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type;
    Value mapping;
    if (!bind_arguments(vm, "mappingproxy", "mapping", 1, 1, args, count, keyword_names, &mapping)) return VALUE_ERROR;
    if (is_list(mapping) || is_tuple(mapping) || !value_type(vm, mapping)->slots.get_item)
        return raise_type_error(vm, "mappingproxy() argument must be a mapping, not %T", mapping);
    return mappingproxy_new(vm, mapping);
}

static Value proxy_repr(VM *vm, Value self) {
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    return str_from_format(vm, "mappingproxy(%R)", mapping_of(self));
}
static Value proxy_str(VM *vm, Value self) { return may_pass_on(vm) ? op_str(vm, mapping_of(self)) : VALUE_ERROR; }
static bool proxy_hash(VM *vm, Value self, uint64_t *out) { return may_pass_on(vm) && op_hash(vm, mapping_of(self), out); }
static Value proxy_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!may_pass_on(vm)) return VALUE_ERROR;
    return op_compare(vm, mapping_of(self), is_exactly(other, vm->types.mappingproxy) ? mapping_of(other) : other, op);
}
static int64_t proxy_length(VM *vm, Value self) { return may_pass_on(vm) ? op_length(vm, mapping_of(self)) : -1; }
static Value proxy_get_item(VM *vm, Value self, Value key) { return may_pass_on(vm) ? op_get_item(vm, mapping_of(self), key) : VALUE_ERROR; }
static int proxy_contains(VM *vm, Value self, Value key) { return may_pass_on(vm) ? op_contains(vm, mapping_of(self), key) : -1; }
static Value proxy_iter(VM *vm, Value self) { return may_pass_on(vm) ? op_iter(vm, mapping_of(self)) : VALUE_ERROR; }
static Value proxy_or(VM *vm, Value left, Value right) {
    if (is_exactly(left, vm->types.mappingproxy)) left = mapping_of(left);
    if (is_exactly(right, vm->types.mappingproxy)) right = mapping_of(right);
    return may_pass_on(vm) ? op_binary(vm, SLOT_BITOR, left, right) : VALUE_ERROR;
}
static Value proxy_inplace_or(VM *vm, Value self, Value other) {
    (void)other;
    return raise_type_error(vm, "'|=' is not supported by %T; use '|' instead", self);
}
static void proxy_trace(VM *vm, Object *self) { gc_mark(vm, ((MappingProxy *)self)->mapping); }

static Value method_get(VM *vm, Value *args, uint32_t count) {
    Value mapping = mapping_of(args[0]), both[2] = {args[1], count > 2 ? args[2] : VALUE_NONE};
    if (is_exactly(mapping, vm->types.dict)) {
        Value value = dict_get(vm, as_dict(mapping), both[0]);
        return value == VALUE_UNBOUND ? both[1] : value;
    }
    return call_method(vm, mapping, vm->names.get, both, 2);
}
static Value method_keys(VM *vm, Value *args, uint32_t count) { return (void)count, call_method(vm, mapping_of(args[0]), vm->names.keys, NULL, 0); }
static Value method_values(VM *vm, Value *args, uint32_t count) { return (void)count, call_method(vm, mapping_of(args[0]), vm->names.values, NULL, 0); }
static Value method_items(VM *vm, Value *args, uint32_t count) { return (void)count, call_method(vm, mapping_of(args[0]), vm->names.items, NULL, 0); }
static Value method_copy(VM *vm, Value *args, uint32_t count) { return (void)count, call_method(vm, mapping_of(args[0]), vm->names.copy, NULL, 0); }
static Value method_reversed(VM *vm, Value *args, uint32_t count) {
    return (void)count, call_method(vm, mapping_of(args[0]), vm->names.__reversed__, NULL, 0);
}

static const NativeDef proxy_methods[] = {
    {"get", {method_get}, 1, 2, 0, NULL, DOC("Return the value for key if key is in the mapping, else default.")},
    {"keys", {method_keys}, 0, 0, 0, NULL, DOC("a set-like object providing a view on D's keys")},
    {"values", {method_values}, 0, 0, 0, NULL, DOC("an object providing a view on D's values")},
    {"items", {method_items}, 0, 0, 0, NULL, DOC("a set-like object providing a view on D's items")},
    {"copy", {method_copy}, 0, 0, 0, NULL, DOC("a shallow copy of D")},
    {"__reversed__", {method_reversed}, 0, 0, 0, NULL, DOC(NULL)},
    {"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC(NULL)},
    {0},
};

const TypeSpec mappingproxy_spec = {
    .name = "mappingproxy",
    .layout = LAYOUT_OTHER,
    .size = sizeof(MappingProxy),
    .flags = TYPE_FINAL | TYPE_MAPPING_PATTERN,
    .slots = SLOTS(SLOT(repr, proxy_repr), SLOT(str, proxy_str), SLOT(hash, proxy_hash), SLOT(compare, proxy_compare), SLOT(length, proxy_length), SLOT(get_item, proxy_get_item),
              SLOT(contains, proxy_contains), SLOT(iter, proxy_iter), SLOT(construct, proxy_construct), SLOT(trace, proxy_trace), SLOT(binary[SLOT_BITOR], proxy_or),
              SLOT(inplace[SLOT_BITOR], proxy_inplace_or)),
    .methods = proxy_methods,
    .doc = TYPE_DOC("Read-only proxy of a mapping."),
};
