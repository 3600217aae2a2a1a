#include "runtime/objects/struct_sequence.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

#define DEFINE(n)                                                                                                      \
    Value struct_item_##n(VM *vm, Value self) { return n < as_tuple(self)->count ? as_tuple(self)->items[n] : ((void)vm, VALUE_NONE); }
STRUCT_ITEM_LIST(DEFINE)
#undef DEFINE

Value struct_sequence_repr(VM *vm, Value self) {
    const TypeSpec *spec = object_type(as_object(self))->spec;
    StrBuilder b;
    str_builder_init(&b, vm);
    str_builder_add_cstring(&b, spec->name);
    str_builder_add(&b, "(", 1);
    for (size_t i = 0; i < as_tuple(self)->count && spec->getset[i].name; i++) {
        if (i) str_builder_add(&b, ", ", 2);
        str_builder_add_cstring(&b, spec->getset[i].name);
        str_builder_add(&b, "=", 1);
        Value text = op_repr(vm, as_tuple(self)->items[i]);
        if (text == VALUE_ERROR) return str_builder_discard(&b), VALUE_ERROR;
        str_builder_add_str(&b, as_str(text));
    }
    str_builder_add(&b, ")", 1);
    return str_builder_finish(&b);
}

Value struct_sequence_new(VM *vm, Type *type, const Value *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (items[i] == VALUE_ERROR) return VALUE_ERROR; // making it has failed
    Tuple *tuple = object_new(vm, type, sizeof *tuple + count * sizeof(Value));
    if (!tuple) return VALUE_ERROR;
    tuple->hash = 0;
    tuple->count = count;
    memcpy(tuple->items, items, count * sizeof(Value));
    return from_object(tuple);
}
