#include "runtime/objects/namespace.h"
#include "runtime/attributes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/dict_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

typedef struct Namespace {
    Object head;
    Value *overflow;
} Namespace;

Value namespace_new(VM *vm, Type *type) {
    Namespace *namespace_ = object_new(vm, type, sizeof *namespace_);
    if (!namespace_) return VALUE_ERROR;
    if (!(type->flags & TYPE_HEAP)) namespace_->overflow = NULL;
    return from_object(namespace_);
}

static Value namespace_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    return namespace_new(vm, type);
}

static bool namespace_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (count) return raise_type_error(vm, "no positional arguments expected"), false;
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    for (size_t i = 0; i < keywords; i++) {
        Str *name = str_intern_value(vm, as_str(as_tuple(keyword_names)->items[i]));
        if (!name || !instance_set(vm, as_object(self), name, args[i])) return false;
    }
    return true;
}

static Value namespace_repr(VM *vm, Value self) {
    const Type *type = object_type(as_object(self));
    const char *name = type->flags & TYPE_HEAP ? type->name->text : "namespace";
    int entered = repr_enter(vm, self);
    if (entered <= 0) return entered ? VALUE_ERROR : str_from_format(vm, "%s(...)", name);
    Dict *dict = attributes_dict(vm, as_object(self));
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_cstring(&b, name);
    str_builder_add(&b, "(", 1);
    Value text = dict ? VALUE_NONE : VALUE_ERROR;
    bool first = true;
    for (size_t i = 0; text != VALUE_ERROR && i < dict->filled; i++) {
        Value key = dict->entries[i].key;
        if (!is_str(key)) continue;
        str_builder_add_cstring(&b, first ? "" : ", ");
        str_builder_add_str(&b, as_str(key));
        str_builder_add(&b, "=", 1);
        first = false;
        text = op_repr(vm, dict->entries[i].value);
        if (text != VALUE_ERROR) str_builder_add_str(&b, as_str(text));
    }
    str_builder_add(&b, ")", 1);
    repr_leave(vm, self);
    if (text == VALUE_ERROR) return str_builder_discard(&b), VALUE_ERROR;
    return str_builder_finish(&b);
}

static Value namespace_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_object(other) || object_type(as_object(other))->spec != &namespace_spec || op > COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    Dict *left = attributes_dict(vm, as_object(self)), *right = left ? attributes_dict(vm, as_object(other)) : NULL;
    return right ? op_compare(vm, from_object(left), from_object(right), op) : VALUE_ERROR;
}

static bool namespace_hash(VM *vm, Value self, uint64_t *out) { return (void)out, raise_type_error(vm, "unhashable type: '%T'", self), false; }

static Value namespace_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Dict *dict = attributes_dict(vm, as_object(args[0]));
    return dict ? tuple_pack(vm, 3, from_object(value_type(vm, args[0])), vm->empty_tuple, from_object(dict)) : VALUE_ERROR;
}

static Value get_dict(VM *vm, Value self) {
    Dict *dict = attributes_dict(vm, as_object(self));
    return dict ? from_object(dict) : VALUE_ERROR;
}

static const NativeDef namespace_methods[] = {{"__reduce__", {namespace_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const GetSetDef namespace_getset[] = {{"__dict__", get_dict, NULL}, {0}};

const TypeSpec namespace_spec = {
    .name = "types.SimpleNamespace",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Namespace),
    .flags = TYPE_HAS_DICT,
    .slots = SLOTS(SLOT(repr, namespace_repr), SLOT(hash, namespace_hash), SLOT(compare, namespace_compare), SLOT(construct, namespace_construct), SLOT(initialize, namespace_initialize)),
    .methods = namespace_methods,
    .getset = namespace_getset,
    .doc = TYPE_DOC("A simple attribute-based namespace."),
};
