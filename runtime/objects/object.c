// object: the base of everything. Its slots, and the methods every object has (data model, "Basic customization").
#include "runtime/gc.h"
#include "runtime/gather.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// ---- making --------------------------------------------------------------------------------------------------------

static bool is_object_construct(Value (*construct)(VM *, Type *, Value *, uint32_t, Value)) {
    return construct == object_construct || construct == object_construct_finalizable;
}

static bool refuse_arguments(VM *vm, const Type *type) {
    if (!is_object_construct(type->slots.construct))
        return raise_type_error(vm, "object.__new__() takes exactly one argument (the type to instantiate)"), true;
    if (type->slots.initialize == object_initialize) return raise_type_error(vm, "%N() takes no arguments", type), true;
    return false; // they are for its __init__
}

static void raise_abstract(VM *vm, Type *type) {
    Dict *dict = type_dict(vm, type);
    Value methods = dict ? dict_get_str(vm, dict, vm->names.__abstractmethods__) : VALUE_ERROR;
    Value names = methods == VALUE_ERROR || methods == VALUE_UNBOUND ? VALUE_ERROR : op_to_list(vm, methods);
    if (names == VALUE_ERROR) return;
    ROOT_SCOPE(vm);
    root_push(vm, names);
    if (list_sort(vm, as_list(names), VALUE_NONE, false)) {
        Value separator = str_from_cstring(vm, "', '");
        Value joined = separator == VALUE_ERROR ? VALUE_ERROR : str_join(vm, as_str(separator), as_list(names)->items, as_list(names)->count);
        if (joined != VALUE_ERROR)
            raise_type_error(vm, "Can't instantiate abstract class %N without an implementation for abstract method%s '%U'", type,
                             as_list(names)->count > 1 ? "s" : "", as_str(joined));
    }
    ROOT_END(vm);
}

static Value make(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args;
    if ((count || keyword_names != VALUE_UNBOUND) && refuse_arguments(vm, type)) return VALUE_ERROR;
    if (type->flags & TYPE_ABSTRACT) return raise_abstract(vm, type), VALUE_ERROR;
    if (type->layout == LAYOUT_HOST && !(type->flags & TYPE_HEAP)) return raise_type_error(vm, "cannot create '%N' instances", type); // a layout alone
    if (type->flags & TYPE_HEAP && type->layout == LAYOUT_OBJECT && type->slots_offset == sizeof(Object) && !(type->flags & TYPE_HAS_FINALIZER)) {
        Instance *instance = instance_new(vm, type);
        return instance ? from_object(instance) : VALUE_ERROR;
    }
    const Type *native = type_native_base(type);
    Object *object = object_new(vm, type, native->instance_size);
    if (!object) return VALUE_ERROR;
    memset((char *)object + sizeof(Object), 0, native->instance_size - sizeof(Object));
    return from_object(object);
}

Value object_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) { return make(vm, type, args, count, keyword_names); }
Value object_construct_finalizable(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return make(vm, type, args, count, keyword_names); // object_new registers it; an address of its own keeps the interpreter's short cut away
}
Value construct_refused(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    if (type->flags & TYPE_HEAP) return raise_type_error(vm, "cannot create '%N' instances", type);
    return raise_type_error(vm, "cannot create '%s' instances", type->spec->name);
}

bool object_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    (void)args;
    if (!count && keyword_names == VALUE_UNBOUND) return true;
    const Type *type = value_type(vm, self);
    if (type->slots.initialize != object_initialize)
        return raise_type_error(vm, "object.__init__() takes exactly one argument (the instance to initialize)"), false;
    if (is_object_construct(type->slots.construct))
        return raise_type_error(vm, "%N.__init__() takes exactly one argument (the instance to initialize)", type), false;
    return true;
}

// ---- slots ---------------------------------------------------------------------------------------------------------

static Value object_repr(VM *vm, Value self) {
    Type *type = value_type(vm, self);
    Value module = type_module(vm, type);
    if (module == VALUE_ERROR) return VALUE_ERROR;
    if (is_str(module) && as_str(module) != vm->names.builtins && !str_equals_cstring(as_str(module), "builtins"))
        return str_from_format(vm, "<%U.%U object at %A>", as_str(module), type->qualname, self);
    return str_from_format(vm, "<%U object at %A>", type->name, self);
}
static Value object_str(VM *vm, Value self) {
    Value (*repr)(VM *, Value) = value_type(vm, self)->slots.repr;
    return c_stack_exhausted(vm) ? VALUE_ERROR : repr(vm, self);
}
static Value object_format(VM *vm, Value self, Value spec) {
    if (!is_str(spec)) return raise_type_error(vm, "__format__() argument must be str, not %T", spec);
    if (as_str(spec)->size) return raise_type_error(vm, "unsupported format string passed to %T.__format__", self);
    return op_str(vm, self);
}
bool object_hash(VM *vm, Value self, uint64_t *out) {
    uint64_t identity;
    if (!object_identity(vm, self, &identity)) return false;
    *out = (identity >> 4 | identity << 60) >> 1; // objects are 16-aligned
    return true;
}
bool slot_hash_not_implemented(VM *vm, Value self, uint64_t *out) {
    (void)out;
    return raise_type_error(vm, "unhashable type: '%T'", self), false;
}

static Value object_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (op == COMPARE_EQ) return self == other ? VALUE_TRUE : VALUE_NOT_IMPLEMENTED;
    if (op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value equal = value_type(vm, self)->slots.compare(vm, self, other, COMPARE_EQ); // != is the opposite of the type's own ==
    if (equal == VALUE_ERROR || equal == VALUE_NOT_IMPLEMENTED) return equal;
    int truth = op_truth(vm, equal);
    return truth < 0 ? VALUE_ERROR : from_bool(!truth);
}

// ---- __class__, __dict__ ---------------------------------------------------------------------------------------------

static Value get_class(VM *vm, Value self) { return from_object(value_type(vm, self)); }

// Whether a class adds something to what the instances of its base have.
static bool adds_places(VM *vm, const Type *type) {
    const Type *base = type->base;
    if (!(type->flags & TYPE_HEAP)) return true;
    if (type->member_count != base->member_count || (type->flags ^ base->flags) & TYPE_HAS_DICT) return true;
    return type_lookup(vm, (Type *)(uintptr_t)type, vm->names.__weakref__) != type_lookup(vm, (Type *)(uintptr_t)base, vm->names.__weakref__);
}

// Two classes with the same base that both add the same to it: members of the same names.
static bool adds_alike(VM *vm, const Type *a, const Type *b) {
    if (!(a->flags & b->flags & TYPE_HEAP) || a->base != b->base || a->member_count != b->member_count || (a->flags ^ b->flags) & TYPE_HAS_DICT) return false;
    bool has_weakref = type_lookup(vm, (Type *)(uintptr_t)a, vm->names.__weakref__) != VALUE_UNBOUND;
    if (has_weakref != (type_lookup(vm, (Type *)(uintptr_t)b, vm->names.__weakref__) != VALUE_UNBOUND)) return false;
    size_t at = 0;
    Value key, value;
    while (a->member_count != a->base->member_count && dict_next(a->dict, &at, &key, &value)) {
        if (!is_exactly(value, vm->types.member)) continue;
        Value twin = dict_get_str(vm, b->dict, as_str(key));
        if (!is_exactly(twin, vm->types.member) || ((Member *)as_object(twin))->slot != ((Member *)as_object(value))->slot) return false;
    }
    return true;
}

// Instances of either may become instances of the other: what has a place in them comes from the same classes, but for the last that added some.
static bool layouts_agree(VM *vm, const Type *a, const Type *b) {
    while (!adds_places(vm, a)) a = a->base;
    while (!adds_places(vm, b)) b = b->base;
    return a == b || adds_alike(vm, a, b);
}

static bool set_class(VM *vm, Value self, Value value) {
    if (value == VALUE_UNBOUND) return raise_type_error(vm, "can't delete __class__ attribute"), false;
    if (!is_type(value)) return raise_type_error(vm, "__class__ must be set to a class, not '%T' object", value), false;
    Type *now = value_type(vm, self), *then = as_type(value);
    bool are_modules = type_is_subtype(now, vm->types.module) && type_is_subtype(then, vm->types.module);
    if (!are_modules && !(now->flags & then->flags & TYPE_HEAP))
        return raise_type_error(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses"), false;
    bool agree = are_modules ? now->member_count == then->member_count && !now->member_count : layouts_agree(vm, now, then);
    if (!agree) return raise_type_error(vm, "__class__ assignment: '%N' object layout differs from '%N'", then, now), false;
    if (now->layout == LAYOUT_TYPE) { // a class gets another metaclass
        gc_store_object(vm, as_object(self), &as_object(self)->shape, then->root_shape);
        return true;
    }
    if (!attributes_change_type(vm, as_object(self), then)) return false;
    return !(then->flags & TYPE_HAS_FINALIZER) || now->flags & TYPE_HAS_FINALIZER || gc_register_finalizer(vm, as_object(self));
}

static Value get_dict(VM *vm, Value self) {
    if (!has_instance_attributes(self)) return raise_attribute_error(vm, self, vm->names.__dict__);
    Dict *dict = attributes_dict(vm, as_object(self));
    return dict ? from_object(dict) : VALUE_ERROR;
}
static bool set_dict(VM *vm, Value self, Value value) {
    if (!has_instance_attributes(self)) return raise_attribute_error(vm, self, vm->names.__dict__), false;
    if (value != VALUE_UNBOUND && !is_dict(value)) return raise_type_error(vm, "__dict__ must be set to a dictionary, not a '%T'", value), false;
    if (value == VALUE_UNBOUND && type_native_base(value_type(vm, self))->flags & TYPE_HAS_DICT) return raise_type_error(vm, "cannot delete __dict__"), false;
    Dict *dict = value == VALUE_UNBOUND ? dict_new(vm) : as_dict(value);
    return dict && attributes_replace_dict(vm, as_object(self), dict);
}
const GetSetDef object_dict_def = {"__dict__", get_dict, set_dict};

static Value get_weakref(VM *vm, Value self) { return weak_reference_of(vm, self); }
const GetSetDef object_weakref_def = {"__weakref__", get_weakref, NULL};

// ---- __dir__ -------------------------------------------------------------------------------------------------------

static bool merge_class_names(VM *vm, Dict *names, Type *type) {
    for (size_t i = 0; i < type->mro->count; i++) {
        Dict *dict = type_dict(vm, as_type(type->mro->items[i]));
        size_t at = 0;
        Value key, value;
        if (!dict) return false;
        while (dict_next(dict, &at, &key, &value))
            if (is_str(key) && !dict_set(vm, names, key, VALUE_NONE)) return false;
    }
    return true;
}

static Value keys_of(VM *vm, Dict *names) {
    Value list = list_new(vm, NULL, names->used);
    size_t at = 0;
    Value key, value;
    while (list != VALUE_ERROR && dict_next(names, &at, &key, &value))
        if (!list_append(vm, as_list(list), key)) return VALUE_ERROR;
    return list;
}

static Value object_dir(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value own = get_attribute_or(vm, args[0], vm->names.__dict__, VALUE_NONE), result = VALUE_ERROR;
    if (own != VALUE_ERROR) root_push(vm, own);
    Value class = own == VALUE_ERROR ? VALUE_ERROR : get_attribute_or(vm, args[0], vm->names.__class__, from_object(value_type(vm, args[0])));
    if (class != VALUE_ERROR) {
        Dict *names = is_dict(own) ? dict_copy(vm, as_dict(own)) : dict_new(vm);
        if (names && merge_class_names(vm, names, is_type(class) ? as_type(class) : value_type(vm, args[0]))) result = keys_of(vm, names);
    }
    ROOT_END(vm);
    return result;
}

// ---- copying and pickling --------------------------------------------------------------------------------------------

// __newobj__(cls, *args): what object.__reduce_ex__ has the copy made with.
static Value new_object(VM *vm, Value *args, uint32_t count) {
    if (!is_type(args[0])) return raise_type_error(vm, "object.__new__(X): X is not a type object (%T)", args[0]);
    Value construct = get_attribute(vm, args[0], vm->names.__new__);
    return construct == VALUE_ERROR ? VALUE_ERROR : call_value(vm, construct, args, count);
}
static const NativeDef new_object_def = {"__newobj__", {new_object}, 1, -1, 0, NULL, DOC(NULL)};

// copyreg.__newobj__, by which pickles name it; the function above in a VM without that module.
static Value new_object_function(VM *vm, const char *function_name) {
    Str *module_name = str_intern(vm, "copyreg", 7), *name = str_intern(vm, function_name, strlen(function_name));
    Value module = module_name && name ? import_module(vm, module_name) : VALUE_ERROR;
    Value function = module == VALUE_ERROR ? VALUE_ERROR : get_attribute_or(vm, module, name, VALUE_UNBOUND);
    if (function == VALUE_ERROR && error_matches(vm, vm->types.ImportError)) error_clear(vm), function = VALUE_UNBOUND;
    return function == VALUE_UNBOUND ? native_new(vm, &new_object_def, VALUE_UNBOUND, VALUE_NONE) : function;
}

// The values of __slots__ that are set, by name; VALUE_NONE: there are none.
static Value member_values(VM *vm, Value self) {
    Type *type = value_type(vm, self);
    Dict *values = NULL;
    gather_settle(vm, as_object(self));
    for (size_t i = 0; i < type->mro->count && type->member_count; i++) {
        Type *holder = as_type(type->mro->items[i]);
        size_t at = 0;
        Value key, value;
        if (!(holder->flags & TYPE_HEAP)) continue;
        while (dict_next(holder->dict, &at, &key, &value)) {
            if (!is_exactly(value, vm->types.member)) continue;
            Value content = *attributes_inline_slot(as_object(self), type, ((Member *)as_object(value))->slot);
            if (content == VALUE_UNBOUND || content == VALUE_ERROR) continue;
            if (!values && !(values = dict_new(vm))) return VALUE_ERROR;
            if (!dict_set(vm, values, key, content)) return VALUE_ERROR;
        }
    }
    return values ? from_object(values) : VALUE_NONE;
}

Value attributes_state(VM *vm, Value self) {
    if (!has_instance_attributes(self)) return VALUE_NONE;
    bool is_empty = !(as_object(self)->shape->flags & SHAPE_DICTIONARY) && as_object(self)->shape->count == value_type(vm, self)->member_count;
    if (is_empty) return VALUE_NONE;
    Dict *copy = attributes_copy(vm, as_object(self));
    return !copy ? VALUE_ERROR : copy->used ? from_object(copy) : VALUE_NONE;
}

static Value object_getstate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value self = args[0], state = attributes_state(vm, self);
    Value members = state == VALUE_ERROR ? VALUE_ERROR : member_values(vm, self);
    if (members == VALUE_ERROR || members == VALUE_NONE) return members == VALUE_ERROR ? VALUE_ERROR : state;
    return tuple_pack(vm, 2, state, members);
}

// What __getnewargs_ex__ says: *keywords gets a dict with something in it, or stays VALUE_UNBOUND. VALUE_UNBOUND: there is no such method.
static Value new_arguments_ex(VM *vm, Value self, Value *keywords) {
    Value both = call_special(vm, self, vm->names.__getnewargs_ex__, NULL, 0);
    if (both == VALUE_ERROR || both == VALUE_UNBOUND) return both;
    if (!is_tuple(both)) return raise_type_error(vm, "__getnewargs_ex__ should return a tuple, not '%T'", both);
    if (as_tuple(both)->count != 2) return raise_value_error(vm, "__getnewargs_ex__ should return a tuple of length 2, not %zu", as_tuple(both)->count);
    Value args = as_tuple(both)->items[0], names = as_tuple(both)->items[1];
    if (!is_tuple(args)) return raise_type_error(vm, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%T'", args);
    if (!is_dict(names)) return raise_type_error(vm, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%T'", names);
    if (as_dict(names)->used) *keywords = names;
    return args;
}

// The arguments for cls.__new__: (cls, *__getnewargs__()); with keywords those of __newobj_ex__: (cls, args, keywords).
static Value new_arguments(VM *vm, Value self, Value class, bool *has_keywords) {
    Value keywords = VALUE_UNBOUND, given = new_arguments_ex(vm, self, &keywords);
    *has_keywords = keywords != VALUE_UNBOUND;
    if (*has_keywords) return tuple_pack(vm, 3, class, given, keywords);
    if (given == VALUE_UNBOUND) given = call_special(vm, self, vm->names.__getnewargs__, NULL, 0);
    if (given == VALUE_ERROR) return VALUE_ERROR;
    if (given != VALUE_UNBOUND && !is_tuple(given)) return raise_type_error(vm, "__getnewargs__ should return a tuple, not '%T'", given);
    size_t count = given == VALUE_UNBOUND ? 0 : as_tuple(given)->count;
    Value arguments = tuple_new(vm, NULL, count + 1);
    if (arguments == VALUE_ERROR) return VALUE_ERROR;
    as_tuple(arguments)->items[0] = class;
    for (size_t i = 0; i < count; i++) as_tuple(arguments)->items[i + 1] = as_tuple(given)->items[i];
    return arguments;
}

// What instances are made of cannot be said by __new__, attributes and items.
static bool is_bound_to_its_place(const Type *native) {
    switch (native->layout) {
    case LAYOUT_CELL: case LAYOUT_CODE: case LAYOUT_FUNCTION: case LAYOUT_METHOD: case LAYOUT_GENERATOR: case LAYOUT_MODULE: case LAYOUT_TRACEBACK:
    case LAYOUT_PROPERTY: case LAYOUT_CLASSMETHOD: case LAYOUT_STATICMETHOD: case LAYOUT_SUPER: case LAYOUT_FILE:
        return true;
    default:
        return false;
    }
}

// (__newobj__, (cls, ...), state, items of a list, items of a dict), as protocol 2 and up have it.
static Value reduce(VM *vm, Value self) {
    Type *type = value_type(vm, self);
    Type *native = type_native_base(type);
    if (native->layout == LAYOUT_CODE) return raise_type_error(vm, "cannot pickle code objects");
    if (native == vm->types.memoryview) return raise_type_error(vm, "cannot pickle memoryview objects");
    if (native->layout == LAYOUT_FILE) return raise_type_error(vm, "cannot pickle '%s' instances", type->name->text);
    bool is_opaque = native->layout == LAYOUT_OTHER && native != vm->types.object && // unless it says its state itself
                     type_lookup(vm, native, vm->names.__getstate__) == type_lookup(vm, vm->types.object, vm->names.__getstate__);
    if (native->flags & TYPE_NO_INSTANTIATE || native->layout == LAYOUT_HOST || is_opaque || is_bound_to_its_place(native))
        return raise_type_error(vm, "cannot pickle '%T' object", self);
    ROOT_SCOPE(vm);
    bool has_keywords = false;
    Value result = VALUE_ERROR, arguments = new_arguments(vm, self, from_object(type), &has_keywords);
    if (arguments != VALUE_ERROR) root_push(vm, arguments);
    Value function = arguments == VALUE_ERROR ? VALUE_ERROR : new_object_function(vm, has_keywords ? "__newobj_ex__" : "__newobj__");
    if (function != VALUE_ERROR) root_push(vm, function);
    Value state = function == VALUE_ERROR ? VALUE_ERROR : call_special(vm, self, vm->names.__getstate__, NULL, 0);
    if (state == VALUE_UNBOUND) state = VALUE_NONE;
    if (state != VALUE_ERROR) root_push(vm, state);
    Value items = state == VALUE_ERROR ? VALUE_ERROR : is_list(self) ? op_iter(vm, self) : VALUE_NONE;
    if (items != VALUE_ERROR) root_push(vm, items);
    Value pairs = items == VALUE_ERROR ? VALUE_ERROR : is_dict(self) ? call_method(vm, self, vm->names.items, NULL, 0) : VALUE_NONE;
    if (pairs != VALUE_ERROR && pairs != VALUE_NONE) root_push(vm, pairs), pairs = op_iter(vm, pairs);
    if (pairs != VALUE_ERROR) result = tuple_pack(vm, 5, function, arguments, state, items, pairs);
    ROOT_END(vm);
    return result;
}

// For protocols 0 and 1: copyreg._reduce_ex says it.
static Value old_reduce(VM *vm, Value self, Value protocol) {
    if (is_layout(self, LAYOUT_HOST)) return raise_type_error(vm, "cannot pickle '%T' object", self);
    Str *module_name = str_intern(vm, "copyreg", strlen("copyreg")), *name = str_intern(vm, "_reduce_ex", strlen("_reduce_ex"));
    Value module = module_name && name ? import_module(vm, module_name) : VALUE_ERROR, arguments[2] = {self, protocol};
    return module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, name, arguments, 2);
}

static Value object_reduce(VM *vm, Value *args, uint32_t count) { return (void)count, old_reduce(vm, args[0], from_small_int(0)); }
static Value object_reduce_ex(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t protocol;
    if (!op_index_int64(vm, args[1], &protocol, true)) return VALUE_ERROR;
    Value own = type_lookup(vm, value_type(vm, args[0]), vm->names.__reduce__), base = type_lookup(vm, vm->types.object, vm->names.__reduce__);
    if (own != base && own != VALUE_UNBOUND) return call_special(vm, args[0], vm->names.__reduce__, NULL, 0);
    return protocol >= 2 ? reduce(vm, args[0]) : old_reduce(vm, args[0], args[1]);
}

// ---- the table -----------------------------------------------------------------------------------------------------

static Value object_sizeof(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    return from_small_int(is_object(args[0]) ? (int64_t)gc_own_bytes(vm, as_object(args[0])) : (int64_t)sizeof(Value));
}
static Value object_init_subclass(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    if (keyword_names != VALUE_UNBOUND && as_tuple(keyword_names)->count) return raise_type_error(vm, "%N.__init_subclass__() takes no keyword arguments", as_type(args[0]));
    if (count > 1) return raise_type_error(vm, "%N.__init_subclass__() takes no arguments (%u given)", as_type(args[0]), count - 1);
    return VALUE_NONE;
}
static Value object_subclasshook(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)args, (void)count, VALUE_NOT_IMPLEMENTED; }

static const NativeDef object_methods[] = {
    {"__reduce_ex__", {object_reduce_ex}, 1, 1, 0, NULL, DOC("Helper for pickle.")},
    {"__reduce__", {object_reduce}, 0, 0, 0, NULL, DOC("Helper for pickle.")},
    {"__getstate__", {object_getstate}, 0, 0, 0, NULL, DOC("Helper for pickle.")},
    {"__subclasshook__", {object_subclasshook}, 0, -1, NATIVE_CLASS, NULL, DOC("Abstract classes can override this to customize issubclass().")},
    {"__init_subclass__", {.raw = object_init_subclass}, 0, -1, NATIVE_RAW | NATIVE_CLASS, NULL, DOC("This method is called when a class is subclassed.")},
    {"__sizeof__", {object_sizeof}, 0, 0, 0, NULL, DOC("Size of object in memory, in bytes.")},
    {"__dir__", {object_dir}, 0, 0, 0, NULL, DOC("Default dir() implementation.")},
    {0},
};
static const GetSetDef object_getset[] = {{"__class__", get_class, set_class}, {0}};

const TypeSpec object_spec = {
    .name = "object",
    .layout = LAYOUT_OBJECT,
    .size = sizeof(Object),
    .slots = SLOTS(SLOT(repr, object_repr), SLOT(str, object_str), SLOT(format, object_format), SLOT(hash, object_hash), SLOT(compare, object_compare), SLOT(construct, object_construct),
              SLOT(initialize, object_initialize)),
    .methods = object_methods,
    .getset = object_getset,
    .doc = TYPE_DOC("The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
           "instance that has no instance attributes and cannot be given any.\n"),
};
