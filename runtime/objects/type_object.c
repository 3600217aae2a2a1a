// type: the type of types. Calling a class, attributes of classes, isinstance and issubclass.
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/mappingproxy.h"
#include "runtime/objects/str.h"
#include "runtime/guard.h"
#include "runtime/type.h"

static uint32_t names_count(Value keyword_names) { return keyword_names == VALUE_UNBOUND ? 0 : (uint32_t)as_tuple(keyword_names)->count; }

// ---- calling -------------------------------------------------------------------------------------------------------

Value type_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    Type *type = as_type(self);
    if (type == vm->types.type && count != 3) {
        if (count == 1 && !names_count(keyword_names)) return from_object(value_type(vm, args[0]));
        return raise_type_error(vm, "type() takes 1 or 3 arguments");
    }
    Value made = type->slots.construct(vm, type, args, count, keyword_names);
    if (made == VALUE_ERROR) return VALUE_ERROR;
    Type *made_type = value_type(vm, made);
    bool (*initialize)(VM *, Value, Value *, uint32_t, Value) = made_type->slots.initialize;
    if (initialize == object_initialize && (made_type->slots.construct != object_construct || (!count && keyword_names == VALUE_UNBOUND))) return made;
    if (!initialize || (made_type != type && !type_is_subtype(made_type, type))) return made;
    ROOT_SCOPE(vm);
    root_push(vm, made);
    bool good = initialize(vm, made, args, count, keyword_names);
    ROOT_END(vm);
    return good ? made : VALUE_ERROR;
}

// type.__new__(metatype, name, bases, namespace, **keywords)
static Value type_construct(VM *vm, Type *metatype, Value *args, uint32_t count, Value keyword_names) {
    if (count != 3) return raise_type_error(vm, "type.__new__() takes exactly 3 arguments (%u given)", count);
    if (!is_str(args[0])) return raise_type_error(vm, "type.__new__() argument 1 must be str, not %T", args[0]);
    if (!is_tuple(args[1])) return raise_type_error(vm, "type.__new__() argument 2 must be tuple, not %T", args[1]);
    if (!is_dict(args[2])) return raise_type_error(vm, "type.__new__() argument 3 must be dict, not %T", args[2]);
    const Tuple *bases = as_tuple(args[1]);
    for (size_t i = 0; i < bases->count; i++) {
        if (is_type(bases->items[i])) continue;
        Value entries = get_attribute_or(vm, bases->items[i], vm->names.__mro_entries__, VALUE_UNBOUND);
        if (entries == VALUE_ERROR) return VALUE_ERROR;
        if (entries != VALUE_UNBOUND) return raise_type_error(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    Type *winner = class_metaclass(vm, metatype, as_tuple(args[1]));
    if (!winner) return VALUE_ERROR;
    if (winner != metatype && winner->slots.construct != type_construct) return winner->slots.construct(vm, winner, args, count, keyword_names);
    return class_new(vm, winner, args[0], args[1], as_dict(args[2]), args, count, keyword_names);
}

static bool type_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    (void)self, (void)args;
    if (count == 1 && names_count(keyword_names)) return raise_type_error(vm, "type.__init__() takes no keyword arguments"), false;
    if (count != 1 && count != 3) return raise_type_error(vm, "type.__init__() takes 1 or 3 arguments"), false;
    return true;
}

// ---- attributes ----------------------------------------------------------------------------------------------------

// As for instances, with the namespaces along the class's own MRO in the place of the instance's; what is found there is bound to the class.
Value type_find_attribute(VM *vm, Type *type, Str *name) {
    Value self = from_object(type);
    Type *metatype = object_type(&type->head);
    Value on_meta = type_lookup(vm, metatype, name);
    const Type *kind = is_object(on_meta) ? as_object(on_meta)->shape->type : NULL;
    if (kind && kind->slots.descriptor_set && kind->slots.descriptor_get) return kind->slots.descriptor_get(vm, on_meta, self, metatype);
    Value found = type_lookup(vm, type, name);
    if (found != VALUE_UNBOUND) return descriptor_bind(vm, found, VALUE_UNBOUND, type);
    return kind && kind->slots.descriptor_get ? kind->slots.descriptor_get(vm, on_meta, self, metatype) : on_meta;
}

Value type_get_attribute(VM *vm, Value self, Str *name) {
    Value value = type_find_attribute(vm, as_type(self), name);
    return value == VALUE_UNBOUND ? raise_attribute_error(vm, self, name) : value;
}

bool type_set_attribute(VM *vm, Value self, Str *name, Value value) {
    Type *type = as_type(self), *metatype = object_type(&type->head);
    if (!(type->flags & TYPE_HEAP)) return raise_type_error(vm, "cannot set '%U' attribute of immutable type '%s'", name, type->spec->name), false;
    Value on_meta = type_lookup(vm, metatype, name);
    if (is_object(on_meta)) {
        bool (*set)(VM *, Value, Value, Value) = as_object(on_meta)->shape->type->slots.descriptor_set;
        if (set) return set(vm, on_meta, self, value);
    }
    bool is_plain = value != VALUE_UNBOUND && !value_type(vm, value)->slots.descriptor_get;
    const Tuple *guard = is_plain ? attribute_guard(vm, type, name) : NULL;
    return (!guard || attribute_guard_passes(vm, type, name, guard, value)) && type_set(vm, type, name, value);
}

// ---- slots ---------------------------------------------------------------------------------------------------------

static Value type_repr(VM *vm, Value self) {
    Type *type = as_type(self);
    Value module = type_module(vm, type);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    if (is_str(module) && !str_equals_cstring(as_str(module), "builtins")) return str_from_format(vm, "<class '%U.%U'>", as_str(module), type->qualname);
    return str_from_format(vm, "<class '%U'>", type->name);
}

// ---- isinstance, issubclass ------------------------------------------------------------------------------------------

// __bases__ of something that behaves as a class: a tuple; VALUE_UNBOUND: it has none.
static Value abstract_bases(VM *vm, Value class) {
    Str *name = vm->names.__bases__;
    Value bases = get_attribute_or(vm, class, name, VALUE_UNBOUND);
    return bases == VALUE_ERROR || is_tuple(bases) ? bases : VALUE_UNBOUND;
}

static int abstract_is_subclass(VM *vm, Value derived, Value class) {
    if (derived == class) return 1;
    if (c_stack_exhausted(vm)) return -1;
    Value bases = abstract_bases(vm, derived);
    if (bases == VALUE_ERROR || bases == VALUE_UNBOUND) return bases == VALUE_ERROR ? -1 : 0;
    ROOT_SCOPE(vm);
    root_push(vm, bases);
    int answer = 0;
    for (size_t i = 0; i < as_tuple(bases)->count && !answer; i++) answer = abstract_is_subclass(vm, as_tuple(bases)->items[i], class);
    ROOT_END(vm);
    return answer;
}

// 1: it is a class in the widest sense; else TypeError `message`.
static int check_class(VM *vm, Value class, const char *message) {
    Value bases = is_type(class) ? VALUE_NONE : abstract_bases(vm, class);
    if (bases == VALUE_UNBOUND) raise_type_error(vm, "%s", message);
    return bases == VALUE_ERROR || bases == VALUE_UNBOUND ? -1 : 1;
}

bool type_may_pretend(VM *vm, Type *type) {
    Str *name = vm->names.__class__;
    if (type->flags & TYPE_CUSTOM_GETATTRIBUTE || type_lookup(vm, type, name) != type_lookup(vm, vm->types.object, name)) return true;
    return type->slots.get_attribute && !(type->flags & TYPE_HAS_GETATTR) && type->layout != LAYOUT_TYPE;
}

// v.__class__, which need not be its type; VALUE_UNBOUND: nothing but the type itself has to be asked.
static Value pretended_class(VM *vm, Value v) { return type_may_pretend(vm, value_type(vm, v)) ? get_attribute_or(vm, v, vm->names.__class__, VALUE_UNBOUND) : VALUE_UNBOUND; }

int type_is_instance(VM *vm, Value v, Value class) {
    if (is_type(class) && type_is_subtype(value_type(vm, v), as_type(class))) return 1;
    if (!is_type(class)) {
        int good = check_class(vm, class, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        if (good < 0) return -1;
        Value own = get_attribute_or(vm, v, vm->names.__class__, VALUE_UNBOUND);
        return own == VALUE_ERROR ? -1 : own == VALUE_UNBOUND ? 0 : abstract_is_subclass(vm, own, class);
    }
    Value own = pretended_class(vm, v);
    if (own == VALUE_ERROR) return -1;
    return is_type(own) && type_is_subtype(as_type(own), as_type(class));
}

int type_is_subclass(VM *vm, Value derived, Value class) {
    if (is_type(derived) && is_type(class)) return type_is_subtype(as_type(derived), as_type(class));
    if (check_class(vm, derived, "issubclass() arg 1 must be a class") < 0) return -1;
    if (check_class(vm, class, "issubclass() arg 2 must be a class, a tuple of classes, or a union") < 0) return -1;
    return abstract_is_subclass(vm, derived, class);
}

// ---- methods -------------------------------------------------------------------------------------------------------

static Value answer(int known) { return known < 0 ? VALUE_ERROR : from_bool(known); }
static Value method_instancecheck(VM *vm, Value *args, uint32_t count) { return (void)count, answer(type_is_instance(vm, args[1], args[0])); }
static Value method_subclasscheck(VM *vm, Value *args, uint32_t count) { return (void)count, answer(type_is_subclass(vm, args[1], args[0])); }
static Value method_subclasses(VM *vm, Value *args, uint32_t count) { return (void)count, type_subclasses(vm, as_type(args[0])); }
static Value method_mro(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Type *type = as_type(args[0]);
    Value mro = type->base ? type_linearise(vm, type, type->bases) : from_object(type->mro);
    return mro == VALUE_ERROR ? VALUE_ERROR : op_to_list(vm, mro);
}
static Value method_prepare(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    Dict *dict = dict_new(vm);
    return dict ? from_object(dict) : VALUE_ERROR;
}
static Value method_dir(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Type *type = as_type(args[0]);
    Dict *names = dict_new(vm);
    if (!names) return VALUE_ERROR;
    for (size_t i = 0; i < type->mro->count; i++) {
        Dict *dict = type_dict(vm, as_type(type->mro->items[i]));
        size_t at = 0;
        Value key, value;
        if (!dict) return VALUE_ERROR;
        while (dict_next(dict, &at, &key, &value))
            if (is_str(key) && !dict_set(vm, names, key, VALUE_NONE)) return VALUE_ERROR;
    }
    return op_to_list(vm, from_object(names));
}
static Value method_sizeof(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    return from_small_int((int64_t)heap_block_size(as_object(args[0])));
}

static const NativeDef type_methods[] = {
    {"mro", {method_mro}, 0, 0, 0, NULL, DOC("Return a type's method resolution order.")},
    {"__subclasses__", {method_subclasses}, 0, 0, 0, NULL, DOC("Return a list of immediate subclasses.")},
    {"__prepare__", {.raw = method_prepare}, 0, -1, NATIVE_RAW | NATIVE_CLASS, NULL, DOC("Used to create the namespace for the class statement")},
    {"__instancecheck__", {method_instancecheck}, 1, 1, 0, NULL, DOC("Check if an object is an instance.")},
    {"__subclasscheck__", {method_subclasscheck}, 1, 1, 0, NULL, DOC("Check if a class is a subclass.")},
    {"__dir__", {method_dir}, 0, 0, 0, NULL, DOC("Specialized __dir__ implementation for types.")},
    {"__sizeof__", {method_sizeof}, 0, 0, 0, NULL, DOC("Return memory consumption of the type object.")},
    {0},
};

// ---- attributes computed here ----------------------------------------------------------------------------------------

// Attributes that only classes made by scripts let be set.
static bool may_change(VM *vm, Value self, Value value, const char *name) {
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP)) return raise_type_error(vm, "cannot set '%s' attribute of immutable type '%s'", name, type->spec->name), false;
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "cannot delete '%s' attribute of immutable type '%N'", name, type), false;
    return true;
}

static bool read_only(VM *vm, Value self, Value value) {
    (void)self, (void)value;
    return raise_error(vm, vm->types.AttributeError, "readonly attribute"), false;
}
// Deletes what need not be there.
static bool delete_own(VM *vm, Type *type, Str *name) {
    if (dict_get_str(vm, type->dict, name) == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "%U", name), false;
    return type_set(vm, type, name, VALUE_UNBOUND);
}

static Value get_name(VM *vm, Value self) { return (void)vm, from_object(as_type(self)->name); }
static bool set_name(VM *vm, Value self, Value value) {
    if (!may_change(vm, self, value, "__name__")) return false;
    if (!is_str(value)) return raise_type_error(vm, "can only assign string to %N.__name__, not '%T'", as_type(self), value), false;
    if (memchr(as_str(value)->text, 0, as_str(value)->size)) return raise_value_error(vm, "type name must not contain null characters"), false;
    gc_store_object(vm, as_object(self), &as_type(self)->name, as_str(value));
    return true;
}
static Value get_qualname(VM *vm, Value self) { return (void)vm, from_object(as_type(self)->qualname); }
static bool set_qualname(VM *vm, Value self, Value value) {
    if (!may_change(vm, self, value, "__qualname__")) return false;
    if (!is_str(value)) return raise_type_error(vm, "can only assign string to %N.__qualname__, not '%T'", as_type(self), value), false;
    gc_store_object(vm, as_object(self), &as_type(self)->qualname, as_str(value));
    return true;
}
static Value get_module(VM *vm, Value self) {
    Value module = type_module(vm, as_type(self));
    return module == VALUE_UNBOUND ? raise_attribute_error(vm, self, vm->names.__module__) : module;
}
static bool set_module(VM *vm, Value self, Value value) {
    return may_change(vm, self, value, "__module__") && type_set(vm, as_type(self), vm->names.__module__, value);
}
static Value get_bases(VM *vm, Value self) { return (void)vm, from_object(as_type(self)->bases); }
static bool set_bases(VM *vm, Value self, Value value) { return may_change(vm, self, value, "__bases__") && class_set_bases(vm, as_type(self), value); }
static Value get_base(VM *vm, Value self) {
    const Type *base = as_type(self)->base;
    if (base && base->layout == LAYOUT_HOST && !(base->flags & TYPE_HEAP)) base = base->base; // a host class's layout is not shown
    return (void)vm, base ? from_object(base) : VALUE_NONE;
}
static Value get_mro(VM *vm, Value self) { return (void)vm, from_object(as_type(self)->mro); }
static Value get_dict(VM *vm, Value self) {
    Dict *dict = type_dict(vm, as_type(self));
    return dict ? mappingproxy_new(vm, from_object(dict)) : VALUE_ERROR;
}
// The docstring in the namespace; a descriptor there is asked.
static Value get_doc(VM *vm, Value self) {
    if (!(as_type(self)->flags & TYPE_HEAP)) return as_type(self)->spec->doc ? str_from_cstring(vm, as_type(self)->spec->doc) : VALUE_NONE;
    Dict *dict = type_dict(vm, as_type(self));
    if (!dict) return VALUE_ERROR;
    Value doc = dict_get_str(vm, dict, vm->names.__doc__);
    return doc == VALUE_UNBOUND ? VALUE_NONE : descriptor_bind(vm, doc, VALUE_UNBOUND, as_type(self));
}
static bool set_doc(VM *vm, Value self, Value value) {
    return may_change(vm, self, value, "__doc__") && type_set(vm, as_type(self), vm->names.__doc__, value);
}
static Value get_annotations(VM *vm, Value self) {
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP)) return raise_attribute_error(vm, self, vm->names.__annotations__);
    Value annotations = dict_get_str(vm, type->dict, vm->names.__annotations__);
    if (annotations != VALUE_UNBOUND) return descriptor_bind(vm, annotations, VALUE_UNBOUND, type);
    Dict *fresh = dict_new(vm);
    return fresh && type_set(vm, type, vm->names.__annotations__, from_object(fresh)) ? from_object(fresh) : VALUE_ERROR;
}
static bool set_annotations(VM *vm, Value self, Value value) {
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP)) return may_change(vm, self, value, "__annotations__");
    return value == VALUE_UNBOUND ? delete_own(vm, type, vm->names.__annotations__) : type_set(vm, type, vm->names.__annotations__, value);
}
static Value get_abstractmethods(VM *vm, Value self) {
    Type *type = as_type(self);
    Value methods = type->flags & TYPE_HEAP ? dict_get_str(vm, type->dict, vm->names.__abstractmethods__) : VALUE_UNBOUND;
    return methods == VALUE_UNBOUND ? raise_error(vm, vm->types.AttributeError, "__abstractmethods__") : methods;
}
static bool set_abstractmethods(VM *vm, Value self, Value value) {
    Type *type = as_type(self);
    if (!(type->flags & TYPE_HEAP)) return may_change(vm, self, value, "__abstractmethods__");
    int is_abstract = value == VALUE_UNBOUND ? 0 : op_truth(vm, value);
    if (value == VALUE_UNBOUND && !delete_own(vm, type, vm->names.__abstractmethods__)) return false;
    if (is_abstract < 0 || (value != VALUE_UNBOUND && !type_set(vm, type, vm->names.__abstractmethods__, value))) return false;
    type->flags = is_abstract ? type->flags | TYPE_ABSTRACT : type->flags & ~(uint32_t)TYPE_ABSTRACT;
    return true;
}
static Value get_type_params(VM *vm, Value self) {
    Type *type = as_type(self);
    Value params = type->flags & TYPE_HEAP ? dict_get_str(vm, type->dict, vm->names.__type_params__) : VALUE_UNBOUND;
    return params == VALUE_UNBOUND ? vm->empty_tuple : params;
}
static bool set_type_params(VM *vm, Value self, Value value) {
    return may_change(vm, self, value, "__type_params__") && type_set(vm, as_type(self), vm->names.__type_params__, value);
}
// As CPython counts: Py_TPFLAGS_HEAPTYPE, BASETYPE, IS_ABSTRACT.
static Value get_flags(VM *vm, Value self) {
    (void)vm;
    uint32_t flags = as_type(self)->flags;
    return from_small_int((flags & TYPE_HEAP ? 1 << 9 : 0) | (flags & TYPE_FINAL ? 0 : 1 << 10) | (flags & TYPE_ABSTRACT ? 1 << 20 : 0));
}
static Value get_basicsize(VM *vm, Value self) { return (void)vm, from_small_int(as_type(self)->instance_size); }
static Value get_itemsize(VM *vm, Value self) {
    (void)vm;
    switch (as_type(self)->layout) {
    case LAYOUT_INT: case LAYOUT_TUPLE: return from_small_int(sizeof(Value));
    case LAYOUT_BYTES: return from_small_int(1);
    default: return from_small_int(0);
    }
}
static Value get_dictoffset(VM *vm, Value self) { // -1: none that all instances share
    const Type *type = as_type(self);
    bool is_fixed = type->overflow_offset && type->overflow_offset != OVERFLOW_AT_END;
    return (void)vm, from_small_int(!(type->flags & TYPE_HAS_DICT) ? 0 : is_fixed ? type->overflow_offset : -1);
}
static Value get_weakrefoffset(VM *vm, Value self) { return (void)vm, (void)self, from_small_int(0); }
static Value get_text_signature(VM *vm, Value self) { return as_type(self)->flags & TYPE_HEAP ? VALUE_NONE : descriptor_text_signature(vm, self); }

static const GetSetDef type_getset[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__bases__", get_bases, set_bases},
    {"__base__", get_base, read_only},
    {"__mro__", get_mro, NULL},
    {"__dict__", get_dict, NULL},
    {"__doc__", get_doc, set_doc},
    {"__annotations__", get_annotations, set_annotations},
    {"__abstractmethods__", get_abstractmethods, set_abstractmethods},
    {"__type_params__", get_type_params, set_type_params},
    {"__flags__", get_flags, read_only},
    {"__basicsize__", get_basicsize, read_only},
    {"__itemsize__", get_itemsize, read_only},
    {"__dictoffset__", get_dictoffset, read_only},
    {"__weakrefoffset__", get_weakrefoffset, read_only},
    {"__text_signature__", get_text_signature, NULL},
    {0},
};

const TypeSpec type_spec = {
    .name = "type",
    .layout = LAYOUT_TYPE,
    .size = sizeof(Type),
    .slots = SLOTS(SLOT(repr, type_repr), SLOT(call, type_call), SLOT(get_attribute, type_get_attribute), SLOT(set_attribute, type_set_attribute), SLOT(construct, type_construct),
              SLOT(initialize, type_initialize), SLOT(trace, type_trace), SLOT(binary[SLOT_BITOR], union_type_or)),
    .methods = type_methods,
    .getset = type_getset,
    .doc = TYPE_DOC("type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type"),
};
