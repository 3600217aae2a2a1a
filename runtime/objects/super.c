// super (library reference, "Built-in Functions"; data model, "super binding"): attributes of the classes behind `type` on an MRO.
#include "runtime/attributes.h"
#include "runtime/frame.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static Super *as_super(Value v) { return (Super *)as_object(v); }

static Value super_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Super *super = object_new(vm, type, sizeof *super);
    if (!super) return VALUE_ERROR;
    super->type = super->self_type = NULL;
    super->self = VALUE_UNBOUND;
    return from_object(super);
}

// The class whose MRO is searched for `self`: self itself when it is a subclass of type, else its class. NULL: TypeError.
static Type *searched_type(VM *vm, Type *type, Value self) {
    if (is_type(self) && type_is_subtype(as_type(self), type)) return as_type(self);
    Type *own = value_type(vm, self);
    if (type_is_subtype(own, type)) return own;
    Value class = get_attribute_or(vm, self, vm->names.__class__, VALUE_UNBOUND);
    if (class == VALUE_ERROR) return NULL;
    if (is_type(class) && type_is_subtype(as_type(class), type)) return as_type(class);
    raise_type_error(vm, "super(type, obj): obj must be an instance or subtype of type");
    return NULL;
}

// super(): the class is in the __class__ cell of the function that runs, the object is its first argument.
static bool from_frame(VM *vm, Value *type, Value *self) {
    const Frame *frame = vm->frame;
    if (!frame || frame < vm->frames) return raise_error(vm, vm->types.RuntimeError, "super(): no current frame"), false;
    const Code *code = frame->code;
    if (!code->positional) return raise_error(vm, vm->types.RuntimeError, "super(): no arguments"), false;
    *self = frame->registers[0];
    if (is_layout(*self, LAYOUT_CELL)) *self = ((Cell *)as_object(*self))->content;
    if (*self == VALUE_UNBOUND || !*self) return raise_error(vm, vm->types.RuntimeError, "super(): arg[0] deleted"), false;
    if (code->free_class_index < 0) return raise_error(vm, vm->types.RuntimeError, "super(): __class__ cell not found"), false;
    *type = frame->function->cells[code->free_class_index]->content;
    if (*type == VALUE_UNBOUND) return raise_error(vm, vm->types.RuntimeError, "super(): empty __class__ cell"), false;
    if (!is_type(*type)) return raise_error(vm, vm->types.RuntimeError, "super(): __class__ is not a type (%T)", *type), false;
    return true;
}

static bool super_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "super() takes no keyword arguments"), false;
    if (count > 2) return raise_type_error(vm, "super() expected at most 2 arguments, got %u", count), false;
    Value type = count ? args[0] : VALUE_UNBOUND, object = count > 1 ? args[1] : VALUE_NONE;
    if (!count && !from_frame(vm, &type, &object)) return false;
    if (!is_type(type)) return raise_type_error(vm, "super() argument 1 must be a type, not %T", type), false;
    Type *searched = NULL;
    if (object != VALUE_NONE && !(searched = searched_type(vm, as_type(type), object))) return false;
    Super *super = as_super(self);
    gc_store_object(vm, super, &super->type, as_type(type));
    gc_store_object(vm, super, &super->self_type, searched);
    gc_store(vm, super, &super->self, searched ? object : VALUE_UNBOUND);
    return true;
}

#ifndef TYPHON_CORE
Value super_of_frame(VM *vm) {
    Value self = super_construct(vm, vm->types.super, NULL, 0, VALUE_UNBOUND);
    if (self == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, self);
    bool good = super_initialize(vm, self, NULL, 0, VALUE_UNBOUND);
    ROOT_END(vm);
    return good ? self : VALUE_ERROR;
}
#endif

// ---- access --------------------------------------------------------------------------------------------------------

// What the classes behind super->type on the MRO of super->self_type have; VALUE_UNBOUND: nothing. VALUE_ERROR: MemoryError.
static Value find_behind(VM *vm, const Super *super, Str *name) {
    const Tuple *mro = super->self_type->mro;
    size_t i = 0;
    while (i < mro->count && mro->items[i] != from_object(super->type)) i++;
    for (i++; i < mro->count; i++) {
        Dict *dict = type_dict(vm, as_type(mro->items[i]));
        if (!dict) return VALUE_ERROR;
        Value found = dict_get_str(vm, dict, name);
        if (found != VALUE_UNBOUND) return found;
    }
    return VALUE_UNBOUND;
}

Value super_find_method(VM *vm, Value self, Str *name) {
    const Super *super = as_super(self);
    if (!super->self_type || super->self == from_object(super->self_type) || name == vm->names.__class__) return VALUE_UNBOUND;
    Value found = find_behind(vm, super, name);
    return found == VALUE_ERROR || binds_as_method(vm, found) ? found : VALUE_UNBOUND;
}

static Value super_get_attribute(VM *vm, Value self, Str *name) {
    const Super *super = as_super(self);
    if (super->self_type && name != vm->names.__class__) {
        Value found = find_behind(vm, super, name);
        if (found == VALUE_ERROR) return VALUE_ERROR;
        Value instance = super->self == from_object(super->self_type) ? VALUE_UNBOUND : super->self; // in a class method
        if (found != VALUE_UNBOUND) return descriptor_bind(vm, found, instance, super->self_type);
    }
    return generic_get_attribute(vm, self, name);
}

static Value super_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    const Super *super = as_super(self);
    if (instance == VALUE_UNBOUND || instance == VALUE_NONE || super->self != VALUE_UNBOUND || !super->type) return self;
    if (!is_exactly(self, vm->types.super)) {
        Value args[2] = {from_object(super->type), instance};
        return call_value(vm, from_object(value_type(vm, self)), args, 2);
    }
    Type *searched = searched_type(vm, super->type, instance);
    Value bound = searched ? super_construct(vm, vm->types.super, NULL, 0, VALUE_UNBOUND) : VALUE_ERROR;
    if (bound == VALUE_ERROR) return VALUE_ERROR;
    as_super(bound)->type = super->type;
    as_super(bound)->self_type = searched;
    as_super(bound)->self = instance;
    return bound;
}

static Value super_repr(VM *vm, Value self) {
    const Super *super = as_super(self);
    Value name = super->type ? from_object(super->type->name) : VALUE_UNBOUND;
    if (name == VALUE_UNBOUND) return str_from_format(vm, "<super: <class 'NULL'>, NULL>");
    if (super->self_type) return str_from_format(vm, "<super: <class '%S'>, <%N object>>", name, super->self_type);
    return str_from_format(vm, "<super: <class '%S'>, NULL>", name);
}
static void super_trace(VM *vm, Object *self) {
    Super *super = (Super *)self;
    gc_mark_object(vm, super->type);
    gc_mark_object(vm, super->self_type);
    gc_mark(vm, super->self);
}

static Value get_thisclass(VM *vm, Value self) { return (void)vm, as_super(self)->type ? from_object(as_super(self)->type) : VALUE_NONE; }
static Value get_self(VM *vm, Value self) { return (void)vm, as_super(self)->self == VALUE_UNBOUND ? VALUE_NONE : as_super(self)->self; }
static Value get_self_class(VM *vm, Value self) { return (void)vm, as_super(self)->self_type ? from_object(as_super(self)->self_type) : VALUE_NONE; }
static const GetSetDef super_getset[] = {{"__thisclass__", get_thisclass, NULL}, {"__self__", get_self, NULL}, {"__self_class__", get_self_class, NULL}, {0}};

const TypeSpec super_spec = {
    .name = "super",
    .layout = LAYOUT_SUPER,
    .size = sizeof(Super),
    .slots = SLOTS(SLOT(repr, super_repr), SLOT(get_attribute, super_get_attribute), SLOT(descriptor_get, super_get), SLOT(construct, super_construct), SLOT(initialize, super_initialize),
              SLOT(trace, super_trace)),
    .getset = super_getset,
    .doc = TYPE_DOC("super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires "
           "isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)"),
};
