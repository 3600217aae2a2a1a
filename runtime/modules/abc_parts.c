// _abc_parts: what abc.py and typing's protocols ask of each new class.
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

// getattr(value, "__isabstractmethod__", False). May run scripts.
static int is_abstract(VM *vm, Value value) {
    if (!is_object(value) || is_exactly(value, vm->types.str) || is_exactly(value, vm->types.tuple) || is_exactly(value, vm->types.dict)) return 0;
    Value found = get_attribute_or(vm, value, vm->names.__isabstractmethod__, VALUE_FALSE);
    return found == VALUE_ERROR ? -1 : op_truth(vm, found);
}

static bool add_own(VM *vm, Set *found, const Dict *space) {
    Value name, value;
    bool good = true;
    for (size_t at = 0; good && dict_next(space, &at, &name, &value);) {
        ROOT_SCOPE(vm);
        root_push(vm, name), root_push(vm, value);
        int abstract = is_abstract(vm, value);
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
    if (!is_type(args[0]) || !is_exactly(args[1], vm->types.dict)) return raise_type_error(vm, "abstract_names() takes a class and a dict");
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
        int is_out = set_contains(vm, as_set(excluded), name);
        if (is_out < 0 || (!is_out && !set_add(vm, members, name))) return false;
    }
    return true;
}

// protocol_members(class, excluded): the names of the members of a protocol, a set.
static Value protocol_members(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_type(args[0]) || !is_set(args[1])) return raise_type_error(vm, "protocol_members() takes a class and a set");
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

// all_callable(class, names): whether the class has something callable under each of the names of a set.
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

static const NativeDef functions[] = {
    {"abstract_names", {abstract_names}, 2, 2, 0, NULL, DOC(NULL)},
    {"protocol_members", {protocol_members}, 2, 2, 0, NULL, DOC(NULL)},
    {"all_callable", {all_callable}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef abc_parts_module = {"_abc_parts", functions, NULL};
