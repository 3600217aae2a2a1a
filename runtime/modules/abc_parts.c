// _abc_parts: what abc.py and typing's protocols ask of each new class.
#include "runtime/modules/modules.h"
#include "runtime/attributes.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/function.h"
#include "runtime/objects/list.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// getattr(value, "__isabstractmethod__", False). May run scripts.
static int is_abstract(VM *vm, Value value) {
    if (!is_object(value) || is_exactly(value, vm->types.str) || is_exactly(value, vm->types.tuple) || is_exactly(value, vm->types.dict)) return 0;
    bool is_plain = is_exactly(value, vm->types.function); // its class says nothing of it
    Value found = is_plain ? instance_get(vm, as_object(value), vm->names.__isabstractmethod__) : get_attribute_or(vm, value, vm->names.__isabstractmethod__, VALUE_FALSE);
    return found == VALUE_UNBOUND ? 0 : found == VALUE_ERROR ? -1 : op_truth(vm, found);
}
// The same of what stands in a class body, where most properties are of a function alone.
static int is_item_abstract(VM *vm, Value value) {
    const Property *property = is_exactly(value, vm->types.property) ? (const Property *)as_object(value) : NULL;
    bool is_getter = property && is_exactly(property->getter, vm->types.function) && property->setter == VALUE_NONE && property->deleter == VALUE_NONE;
    return is_abstract(vm, is_getter ? property->getter : value);
}

static bool add_own(VM *vm, Set *found, const Dict *space) {
    Value name, value;
    bool good = true;
    for (size_t at = 0; good && dict_next(space, &at, &name, &value);) {
        ROOT_SCOPE(vm);
        root_push(vm, name), root_push(vm, value);
        int abstract = is_item_abstract(vm, value);
        good = abstract >= 0 && (!abstract || set_add(vm, found, name));
        ROOT_END(vm);
    }
    return good;
}

// 1: to be added, 0: not, -1: an exception is set.
static int is_inherited(VM *vm, Value class, Set *found, Value name) {
    int known = set_contains(vm, found, name);
    if (known) return known < 0 ? -1 : 0;
    if (!is_str(name)) return raise_type_error(vm, "attribute name must be string, not '%T'", name), -1;
    Str *key = str_intern_value(vm, as_str(name));
    Value value = key ? get_attribute_or(vm, class, key, VALUE_NONE) : VALUE_ERROR;
    if (value == VALUE_ERROR) return -1;
    root_push(vm, value);
    return is_abstract(vm, value);
}
static bool add_inherited(VM *vm, Value class, Set *found, Value base) {
    Value names = get_attribute_or(vm, base, vm->names.__abstractmethods__, VALUE_UNBOUND);
    if (names == VALUE_UNBOUND || names == VALUE_ERROR) return names == VALUE_UNBOUND;
    if (is_set(names) && !as_set(names)->used) return true;
    Value list = op_to_list(vm, names);
    bool good = list != VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, list);
    for (size_t i = 0; good && i < as_list(list)->count; i++) {
        Value name = as_list(list)->items[i];
        root_push(vm, name);
        int adds = is_inherited(vm, class, found, name);
        good = adds >= 0 && (!adds || set_add(vm, found, name));
    }
    ROOT_END(vm);
    return good;
}

// abstract_names(class, namespace): the methods that are abstract, those of the namespace and those of the bases that the class does not override: a frozenset.
static Value abstract_names(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !is_exactly(args[1], vm->types.dict)) return raise_type_error(vm, "no class and names");
    Value found = set_new(vm, vm->types.set, VALUE_UNBOUND);
    if (found == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, found);
    bool good = add_own(vm, as_set(found), as_dict(args[1]));
    const Tuple *bases = as_type(args[0])->bases;
    root_push(vm, from_object(bases));
    for (size_t i = 0; good && i < bases->count; i++) good = add_inherited(vm, args[0], as_set(found), bases->items[i]);
    if (good) good = (found = set_new(vm, vm->types.frozenset, as_set(found)->used ? found : VALUE_UNBOUND)) != VALUE_ERROR;
    ROOT_END(vm);
    return good ? found : VALUE_ERROR;
}

// The attributes of a new class that abc.py knows it by.
static bool note_abstract(VM *vm, Value class, Value space, Value state_type) {
    Value args[] = {class, space}, names = abstract_names(vm, args, 2);
    if (names == VALUE_ERROR) return false;
    ROOT_SCOPE(vm);
    root_push(vm, names);
    Value state = set_attribute(vm, class, vm->names.__abstractmethods__, names) ? call_value(vm, state_type, NULL, 0) : VALUE_ERROR;
    if (state != VALUE_ERROR) root_push(vm, state);
    Str *name = state == VALUE_ERROR ? NULL : str_intern(vm, "_abc_impl", 9);
    bool good = name && set_attribute(vm, class, name, state);
    ROOT_END(vm);
    return good;
}

// new_class(metaclass, name, bases, namespace, state): type.__new__ and what abc.ABCMeta adds to it. `state`: what makes the class's _abc_impl.
static Value new_class(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !type_is_subtype(as_type(args[0]), vm->types.type)) return raise_type_error(vm, "no class and names");
    Value class = vm->types.type->slots.construct(vm, as_type(args[0]), args + 1, 3, VALUE_UNBOUND);
    if (class == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, class);
    bool good = note_abstract(vm, class, is_exactly(args[3], vm->types.dict) || !is_type(class) ? args[3] : from_object(as_type(class)->dict), args[4]);
    ROOT_END(vm);
    return good ? class : VALUE_ERROR;
}

// ---- protocols -------------------------------------------------------------------------------------------------------

static bool is_of_typing(VM *vm, const Type *type) {
    if (!str_equals_cstring(type->name, "Protocol") && !str_equals_cstring(type->name, "Generic")) return false;
    Value module = type_module(vm, (Type *)(uintptr_t)type);
    return is_str(module) && str_equals_cstring(as_str(module), "typing");
}
static bool add_members(VM *vm, Set *members, Value excluded, const Dict *space) {
    Value name, value;
    for (size_t at = 0; dict_next(space, &at, &name, &value);) {
        if (!is_exactly(name, vm->types.str) || strncmp(as_str(name)->text, "_abc_", 5) == 0) continue;
        int is_out = as_str(name)->text[0] == '_' ? set_contains(vm, as_set(excluded), name) : 0; // all of them begin so
        if (is_out < 0 || (!is_out && !set_add(vm, members, name))) return false;
    }
    return true;
}

// (class, excluded): the names of the members of a protocol, a set.
static Value protocol_members(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !is_set(args[1])) return raise_type_error(vm, "no class and names");
    Value members = set_new(vm, vm->types.set, VALUE_UNBOUND);
    const Tuple *mro = as_type(args[0])->mro;
    for (size_t i = 0; members != VALUE_ERROR && i + 1 < mro->count; i++) {
        Type *base = is_type(mro->items[i]) ? as_type(mro->items[i]) : NULL;
        Dict *space = base && !is_of_typing(vm, base) ? type_dict(vm, base) : NULL;
        if (!space && error_is_set(vm)) return VALUE_ERROR;
        if (!space) continue;
        Value annotations = dict_get_str(vm, space, vm->names.__annotations__);
        if (!add_members(vm, as_set(members), args[1], space) || (is_exactly(annotations, vm->types.dict) && !add_members(vm, as_set(members), args[1], as_dict(annotations)))) return VALUE_ERROR;
    }
    return members;
}

// (class, names): whether the class has something callable under each of the names of a set.
static Value all_callable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value names = op_to_list(vm, args[1]);
    if (names == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, names);
    Value answer = VALUE_TRUE;
    for (size_t i = 0; answer == VALUE_TRUE && i < as_list(names)->count; i++) {
        Value name = as_list(names)->items[i];
        Str *key = is_str(name) ? str_intern_value(vm, as_str(name)) : NULL;
        Value found = key ? get_attribute_or(vm, args[0], key, VALUE_NONE) : error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
        answer = found == VALUE_ERROR ? VALUE_ERROR : from_bool(value_type(vm, found)->slots.call != NULL);
    }
    ROOT_END(vm);
    return answer;
}

// note_protocol(class, excluded): the attributes that say what a protocol's members are, if it is one.
static Value note_protocol(VM *vm, Value *args, uint32_t count) {
    Str *names[3];
    static const char *const texts[] = {"_is_protocol", "__protocol_attrs__", "__callable_proto_members_only__"};
    ROOT_SCOPE(vm);
    bool good = true;
    for (int i = 0; i < 3 && good; i++)
        if ((good = (names[i] = str_intern(vm, texts[i], strlen(texts[i]))) != NULL)) root_push(vm, from_object(names[i]));
    Value says = good ? get_attribute_or(vm, args[0], names[0], VALUE_FALSE) : VALUE_ERROR;
    int is_protocol = says == VALUE_ERROR ? -1 : op_truth(vm, says);
    good = is_protocol >= 0;
    if (is_protocol > 0) {
        Value members[] = {args[0], protocol_members(vm, args, count)};
        if ((good = members[1] != VALUE_ERROR)) root_push(vm, members[1]);
        good = good && set_attribute(vm, args[0], names[1], members[1]);
        Value callable = good ? all_callable(vm, members, 2) : VALUE_ERROR;
        good = callable != VALUE_ERROR && set_attribute(vm, args[0], names[2], callable);
    }
    ROOT_END(vm);
    return good ? VALUE_NONE : VALUE_ERROR;
}

// ---- __init_subclass__ of Generic and Protocol -------------------------------------------------------------------------

// The type variables of a class whose bases as they were written are one alias of typing's, as in most generic classes, or none at all and not Generic itself;
// VALUE_UNBOUND: there is more to it.
static Value own_parameters(VM *vm, const Type *type, Str *name, Value generic, Value alias) {
    Str *written_name = str_intern(vm, "__orig_bases__", 14);
    if (!written_name) return VALUE_ERROR;
    Value written = dict_get_str(vm, type->dict, written_name);
    if (written != VALUE_UNBOUND) {
        bool is_one = is_tuple(written) && as_tuple(written)->count == 1 && is_object(as_tuple(written)->items[0]) && from_object(object_type(as_object(as_tuple(written)->items[0]))) == alias;
        return is_one ? get_attribute(vm, as_tuple(written)->items[0], name) : VALUE_UNBOUND;
    }
    for (size_t i = 0; i < type->bases->count; i++)
        if (type->bases->items[i] == generic) return VALUE_UNBOUND;
    return tuple_new(vm, NULL, 0);
}
static bool is_last_but_object(const VM *vm, const Tuple *mro, Value class) {
    return mro->count > 2 && mro->items[mro->count - 2] == class && mro->items[mro->count - 1] == from_object(vm->types.object);
}

// begin_generic(class, Generic, _GenericAlias): Generic.__init_subclass__ of a usual class. False: it is to be done in Python, as nothing was.
static Value begin_generic(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !(as_type(args[0])->flags & TYPE_HEAP) || !is_last_but_object(vm, as_type(args[0])->mro, args[1])) return VALUE_FALSE;
    Str *name = str_intern(vm, "__parameters__", 14);
    ROOT_SCOPE(vm);
    if (name) root_push(vm, from_object(name));
    Value parameters = name ? own_parameters(vm, as_type(args[0]), name, args[1], args[2]) : VALUE_ERROR;
    if (parameters != VALUE_ERROR && parameters != VALUE_UNBOUND) root_push(vm, parameters);
    bool good = parameters == VALUE_UNBOUND || (parameters != VALUE_ERROR && set_attribute(vm, args[0], name, parameters));
    ROOT_END(vm);
    return good ? from_bool(parameters != VALUE_UNBOUND) : VALUE_ERROR;
}

// begin_protocol(class, Protocol, Generic, _GenericAlias, hook, initializer): Protocol.__init_subclass__ of a class that derives from Protocol alone, likewise.
static Value begin_protocol(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !is_type(args[1]) || !(as_type(args[0])->flags & TYPE_HEAP)) return VALUE_FALSE;
    Type *type = as_type(args[0]), *protocol = as_type(args[1]);
    if (type->mro->count != 4 || type->mro->items[1] != args[1]) return VALUE_FALSE;
    Value generic[] = {args[0], args[2], args[3]}, begun = begin_generic(vm, generic, 3);
    if (begun != VALUE_TRUE) return begun;
    Str *is_protocol = str_intern(vm, "_is_protocol", 12), *hook = is_protocol ? str_intern(vm, "__subclasshook__", 16) : NULL;
    if (!hook) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(is_protocol)), root_push(vm, from_object(hook));
    Value says = dict_get_str(vm, type->dict, is_protocol);
    int is_said = says == VALUE_UNBOUND ? 0 : op_truth(vm, says);
    bool good = is_said >= 0 && (is_said || set_attribute(vm, args[0], is_protocol, VALUE_TRUE));
    if (good && dict_get_str(vm, type->dict, hook) == VALUE_UNBOUND) good = set_attribute(vm, args[0], hook, args[4]);
    if (good && type_lookup(vm, type, vm->names.__init__) == type_lookup(vm, protocol, vm->names.__init__)) good = set_attribute(vm, args[0], vm->names.__init__, args[5]);
    ROOT_END(vm);
    return good ? VALUE_TRUE : VALUE_ERROR;
}

static const NativeDef functions[] = {
    {"new_class", {new_class}, 5, 5, 0, NULL, DOC(NULL)},
    {"note_protocol", {note_protocol}, 2, 2, 0, NULL, DOC(NULL)},
    {"begin_generic", {begin_generic}, 3, 3, 0, NULL, DOC(NULL)},
    {"begin_protocol", {begin_protocol}, 6, 6, 0, NULL, DOC(NULL)},
    {"abstract_names", {abstract_names}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef abc_parts_module = {"_abc_parts", functions, NULL};
