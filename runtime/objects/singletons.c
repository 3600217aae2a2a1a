// None, NotImplemented and Ellipsis: immediates (value.h) whose types have next to nothing.
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/str.h"

static Value construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args;
    bool keywords = keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count;
    if (count || keywords) return raise_type_error(vm, "%s takes no arguments", type == vm->types.ellipsis ? "EllipsisType" : type->spec->name);
    return type == vm->types.none ? VALUE_NONE : type == vm->types.ellipsis ? VALUE_ELLIPSIS : VALUE_NOT_IMPLEMENTED;
}

static Value none_repr(VM *vm, Value self) { return (void)self, str_new_counted(vm, "None", 4, 4); }
static Value not_implemented_repr(VM *vm, Value self) { return (void)self, str_from_cstring(vm, "NotImplemented"); }
static Value ellipsis_repr(VM *vm, Value self) { return (void)self, str_from_cstring(vm, "Ellipsis"); }
static int none_truth(VM *vm, Value self) { return (void)vm, (void)self, 0; }
static bool singleton_hash(VM *vm, Value self, uint64_t *out) {
    (void)vm;
    *out = self == VALUE_NONE ? 0xFCA86420 : self * 0x9e3779b97f4a7c15ULL >> 4; // None's is CPython's: it decides where None stands in a set
    return true;
}

static Value method_reduce(VM *vm, Value *args, uint32_t count) { // the name it is to be found under
    (void)count;
    return op_repr(vm, args[0]);
}
static const NativeDef reduce_methods[] = {{"__reduce__", {method_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};

const TypeSpec none_spec = {
    .name = "NoneType",
    .layout = LAYOUT_NONE,
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, none_repr), SLOT(truth, none_truth), SLOT(hash, singleton_hash), SLOT(construct, construct)),
};
static int not_implemented_truth(VM *vm, Value self) { return op_truth(vm, self); } // which warns

const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType",
    .layout = LAYOUT_NONE,
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, not_implemented_repr), SLOT(truth, not_implemented_truth), SLOT(hash, singleton_hash), SLOT(construct, construct)),
    .methods = reduce_methods,
};
const TypeSpec ellipsis_spec = {
    .name = "ellipsis",
    .layout = LAYOUT_NONE,
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, ellipsis_repr), SLOT(hash, singleton_hash), SLOT(construct, construct)),
    .methods = reduce_methods,
};
