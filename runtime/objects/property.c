// property (library reference, "Built-in Functions").
#include "runtime/attributes.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

static Property *as_property(Value v) { return (Property *)as_object(v); }

static Value property_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Property *property = object_new(vm, type, sizeof *property);
    if (!property) return VALUE_ERROR;
    property->getter = property->setter = property->deleter = VALUE_NONE;
    property->doc = property->name = VALUE_UNBOUND;
    property->doc_from_getter = VALUE_FALSE;
    return from_object(property);
}

// A docstring of its own, or else the getter's. In a subclass the class's own __doc__ would hide it: there it is an instance attribute.
static bool take_doc(VM *vm, Value self, Value doc) {
    Property *property = as_property(self);
    property->doc_from_getter = VALUE_FALSE;
    if ((doc == VALUE_UNBOUND || doc == VALUE_NONE) && property->getter != VALUE_NONE) {
        Value given = get_attribute_or(vm, property->getter, vm->names.__doc__, VALUE_NONE);
        if (given == VALUE_ERROR) return false;
        doc = given;
        property->doc_from_getter = from_bool(given != VALUE_NONE);
    }
    if (doc == VALUE_UNBOUND) doc = VALUE_NONE;
    gc_store(vm, property, &property->doc, doc);
    if (is_exactly(self, vm->types.property)) return true;
    if (set_attribute(vm, self, vm->names.__doc__, doc)) return true;
    if (property->doc_from_getter == VALUE_TRUE || !error_matches(vm, vm->types.AttributeError)) return false;
    return error_clear(vm), true; // one that was given has no place there, as it has been silently before CPython 3.12
}

static bool property_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Value given[4];
    if (count == 1 && keyword_names == VALUE_UNBOUND) given[0] = args[0], given[1] = given[2] = given[3] = VALUE_UNBOUND; // @property
    else if (!bind_arguments(vm, "property", "fget fset fdel doc", 0, 4, args, count, keyword_names, given)) return false;
    Property *property = as_property(self);
    gc_store(vm, property, &property->getter, given[0] == VALUE_UNBOUND ? VALUE_NONE : given[0]);
    gc_store(vm, property, &property->setter, given[1] == VALUE_UNBOUND ? VALUE_NONE : given[1]);
    gc_store(vm, property, &property->deleter, given[2] == VALUE_UNBOUND ? VALUE_NONE : given[2]);
    property->name = VALUE_UNBOUND;
    return take_doc(vm, self, given[3]);
}

// ---- access --------------------------------------------------------------------------------------------------------

static Value raise_missing(VM *vm, const Property *property, Value instance, const char *what) {
    Value type_name = from_object(value_type(vm, instance)->qualname);
    // a property of a class that stands for one written in C is to such a class what a getset descriptor is
    if (property->name != VALUE_UNBOUND && value_type(vm, instance)->flags & TYPE_SHOWS_MODULE && strcmp(what, "getter") != 0)
        return raise_error(vm, vm->types.AttributeError, "attribute %R of '%T' objects is not writable", property->name, instance);
    if (property->name != VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "property %R of %R object has no %s", property->name, type_name, what);
    return raise_error(vm, vm->types.AttributeError, "property of %R object has no %s", type_name, what);
}
static Value property_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    const Property *property = as_property(self);
    if (instance == VALUE_UNBOUND) return self;
    if (property->getter == VALUE_NONE) return raise_missing(vm, property, instance, "getter");
    return call_value(vm, property->getter, &instance, 1);
}
static bool property_set(VM *vm, Value self, Value instance, Value value) {
    const Property *property = as_property(self);
    Value args[2] = {instance, value};
    Value function = value == VALUE_UNBOUND ? property->deleter : property->setter;
    if (function == VALUE_NONE) return raise_missing(vm, property, instance, value == VALUE_UNBOUND ? "deleter" : "setter"), false;
    return call_value(vm, function, args, value == VALUE_UNBOUND ? 1 : 2) != VALUE_ERROR;
}
static void property_trace(VM *vm, Object *self) {
    Property *property = (Property *)self;
    gc_mark(vm, property->getter), gc_mark(vm, property->setter), gc_mark(vm, property->deleter);
    gc_mark(vm, property->doc), gc_mark(vm, property->name);
}

// ---- methods -------------------------------------------------------------------------------------------------------

// A property like this one, of the same class, with one function replaced (None: keeps it).
static Value copy_with(VM *vm, Value self, Value getter, Value setter, Value deleter) {
    const Property *property = as_property(self);
    bool doc_of_getter = property->doc_from_getter == VALUE_TRUE;
    Value args[4] = {getter == VALUE_NONE ? property->getter : getter, setter == VALUE_NONE ? property->setter : setter,
                     deleter == VALUE_NONE ? property->deleter : deleter, doc_of_getter || property->doc == VALUE_UNBOUND ? VALUE_NONE : property->doc};
    Value copy = call_value(vm, from_object(value_type(vm, self)), args, 4);
    if (is_layout(copy, LAYOUT_PROPERTY)) gc_store(vm, as_object(copy), &as_property(copy)->name, as_property(self)->name);
    return copy;
}
static Value method_getter(VM *vm, Value *args, uint32_t count) { return (void)count, copy_with(vm, args[0], args[1], VALUE_NONE, VALUE_NONE); }
static Value method_setter(VM *vm, Value *args, uint32_t count) { return (void)count, copy_with(vm, args[0], VALUE_NONE, args[1], VALUE_NONE); }
static Value method_deleter(VM *vm, Value *args, uint32_t count) { return (void)count, copy_with(vm, args[0], VALUE_NONE, VALUE_NONE, args[1]); }
static Value method_set_name(VM *vm, Value *args, uint32_t count) {
    if (count != 3) return raise_type_error(vm, "__set_name__() takes 2 positional arguments but %u were given", count - 1);
    gc_store(vm, as_object(args[0]), &as_property(args[0])->name, args[2]);
    return VALUE_NONE;
}
static const NativeDef property_methods[] = {
    {"getter", {method_getter}, 1, 1, 0, NULL, DOC("Descriptor to obtain a copy of the property with a different getter.")},
    {"setter", {method_setter}, 1, 1, 0, NULL, DOC("Descriptor to obtain a copy of the property with a different setter.")},
    {"deleter", {method_deleter}, 1, 1, 0, NULL, DOC("Descriptor to obtain a copy of the property with a different deleter.")},
    {"__set_name__", {method_set_name}, 0, -1, 0, NULL, DOC("Method to set name of a property.")},
    {0},
};

static bool read_only(VM *vm, Value self, Value value) {
    (void)self, (void)value;
    return raise_error(vm, vm->types.AttributeError, "readonly attribute"), false;
}
static Value get_getter(VM *vm, Value self) { return (void)vm, as_property(self)->getter; }
static Value get_setter(VM *vm, Value self) { return (void)vm, as_property(self)->setter; }
static Value get_deleter(VM *vm, Value self) { return (void)vm, as_property(self)->deleter; }
static Value get_doc(VM *vm, Value self) { return (void)vm, as_property(self)->doc == VALUE_UNBOUND ? VALUE_NONE : as_property(self)->doc; }
static bool set_doc(VM *vm, Value self, Value value) {
    gc_store(vm, as_object(self), &as_property(self)->doc, value);
    return true;
}
static Value get_isabstract(VM *vm, Value self) {
    for (int i = 0; i < 3; i++) {
        const Property *property = as_property(self);
        Value function = i == 0 ? property->getter : i == 1 ? property->setter : property->deleter;
        Value flag = get_attribute_or(vm, function, vm->names.__isabstractmethod__, VALUE_FALSE);
        int truth = flag == VALUE_ERROR ? -1 : op_truth(vm, flag);
        if (truth) return truth < 0 ? VALUE_ERROR : VALUE_TRUE;
    }
    return VALUE_FALSE;
}
static const GetSetDef property_getset[] = {
    {"fget", get_getter, read_only}, {"fset", get_setter, read_only}, {"fdel", get_deleter, read_only},
    {"__doc__", get_doc, set_doc},   {"__isabstractmethod__", get_isabstract, NULL}, {0},
};

const TypeSpec property_spec = {
    .name = "property",
    .layout = LAYOUT_PROPERTY,
    .size = sizeof(Property),
    .slots = SLOTS(SLOT(descriptor_get, property_get), SLOT(descriptor_set, property_set), SLOT(construct, property_construct), SLOT(initialize, property_initialize),
              SLOT(trace, property_trace)),
    .methods = property_methods,
    .getset = property_getset,
    .doc = TYPE_DOC("Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n"
           "  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring"),
};
