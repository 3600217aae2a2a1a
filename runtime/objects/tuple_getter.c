// collections._tuplegetter: the field of a named tuple, as a descriptor (library reference, "collections").
#include "runtime/objects/descriptors.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static TupleGetter *as_tuple_getter(Value v) { return (TupleGetter *)as_object(v); }

static Value tuple_getter_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value given[2];
    int64_t index;
    if (!bind_arguments(vm, "_tuplegetter", "index doc", 2, 2, args, count, keyword_names, given) || !op_index_int64(vm, given[0], &index, false)) return VALUE_ERROR;
    if (index < 0 || index > INT32_MAX) return raise_value_error(vm, "index is no field of a tuple");
    TupleGetter *getter = object_new(vm, type, sizeof *getter);
    if (!getter) return VALUE_ERROR;
    getter->index = (uint32_t)index;
    getter->doc = given[1];
    return from_object(getter);
}

Value tuple_getter_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    uint32_t index = as_tuple_getter(self)->index;
    if (instance == VALUE_UNBOUND) return self;
    if (!is_tuple(instance)) return raise_type_error(vm, "descriptor for index '%d' for tuple subclasses doesn't apply to '%T' object", (int)index, instance);
    if (index >= as_tuple(instance)->count) return raise_error(vm, vm->types.IndexError, "tuple index out of range");
    return as_tuple(instance)->items[index];
}
static bool tuple_getter_set(VM *vm, Value self, Value instance, Value value) {
    (void)self, (void)instance;
    return raise_error(vm, vm->types.AttributeError, value == VALUE_UNBOUND ? "can't delete attribute" : "can't set attribute"), false;
}
static Value tuple_getter_repr(VM *vm, Value self) {
    const TupleGetter *getter = as_tuple_getter(self);
    return str_from_format(vm, "_tuplegetter(%d, %R)", (int)getter->index, getter->doc);
}
static void tuple_getter_trace(VM *vm, Object *self) { gc_mark(vm, ((TupleGetter *)self)->doc); }

static Value get_doc(VM *vm, Value self) { return (void)vm, as_tuple_getter(self)->doc; }
static bool set_doc(VM *vm, Value self, Value value) {
    gc_store(vm, as_object(self), &as_tuple_getter(self)->doc, value == VALUE_UNBOUND ? VALUE_NONE : value);
    return true;
}
static Value method_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const TupleGetter *getter = as_tuple_getter(args[0]);
    Value state = tuple_pack(vm, 2, from_small_int((int64_t)getter->index), getter->doc);
    return state == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(getter->head.shape->type), state);
}

static const GetSetDef tuple_getter_getset[] = {{"__doc__", get_doc, set_doc}, {0}};
static const NativeDef tuple_getter_methods[] = {{"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
const TypeSpec tuple_getter_spec = {
    .name = "collections._tuplegetter",
    .layout = LAYOUT_OTHER,
    .size = sizeof(TupleGetter),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, tuple_getter_repr), SLOT(descriptor_get, tuple_getter_get), SLOT(descriptor_set, tuple_getter_set), SLOT(construct, tuple_getter_construct), SLOT(trace, tuple_getter_trace)),
    .methods = tuple_getter_methods,
    .getset = tuple_getter_getset,
};
