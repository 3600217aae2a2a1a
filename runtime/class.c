// Classes made by scripts: type.__new__ and the class statement (data model, "Customizing class creation").
//
//     class_build:  bases (__mro_entries__) -> metaclass -> namespace (__prepare__) -> body -> metaclass(name, bases, namespace)
//     class_new:    base -> __slots__ -> the Type and its namespace -> mro -> slots -> __set_name__ -> __init_subclass__
//
// Up to its mro a type has nothing that a script could see; from there on it is rooted, since scripts run.
#include "runtime/call.h"
#include "runtime/frame.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/host_object.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"

enum { CLASS_DEPTH_MAX = 10000 }; // types on an MRO: changes go down the tree of subclasses by recursion

// ---- metaclass and base --------------------------------------------------------------------------------------------

Type *class_metaclass(VM *vm, Type *metatype, Tuple *bases) {
    for (size_t i = 0; i < bases->count; i++) {
        Type *other = value_type(vm, bases->items[i]);
        if (type_is_subtype(metatype, other)) continue;
        if (!type_is_subtype(other, metatype)) {
            raise_type_error(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
            return NULL;
        }
        metatype = other;
    }
    return metatype;
}

// The ancestor that last added something to the layout of instances. Exceptions have room for the fields of all of them, which one class cannot
// have of two that are not related.
static const Type *solid_base(const Type *type) {
    for (; type->base; type = type->base) {
        const Type *base = type->base;
        if (!(type->flags & TYPE_HEAP) && (type->layout == LAYOUT_HOST || (type->layout == LAYOUT_EXCEPTION && type->spec->getset))) break;
        if (type->flags & TYPE_HEAP ? type->member_count != base->member_count : type->layout != base->layout || type->instance_size != base->instance_size) break;
    }
    return type;
}

// The layout of a host class is in no MRO (objects/host_object.h).
static bool extends(const Type *type, const Type *base) {
    if (type_is_subtype(type, base)) return true;
    while (type && type != base) type = type->base;
    return type;
}

// Of the bases, the one whose layout the class is to have.
static Type *best_base(VM *vm, const Tuple *bases) {
    Type *best = NULL;
    const Type *winner = NULL;
    for (size_t i = 0; i < bases->count; i++) {
        if (!is_type(bases->items[i])) return raise_type_error(vm, "bases must be types"), NULL;
        Type *base = as_type(bases->items[i]);
        if (base->flags & TYPE_FINAL) return raise_type_error(vm, "type '%s' is not an acceptable base type", base->spec->name), NULL;
        const Type *candidate = solid_base(base);
        if (!winner || (candidate != winner && extends(candidate, winner))) winner = candidate, best = base;
        else if (!extends(winner, candidate)) return raise_type_error(vm, "multiple bases have instance lay-out conflict"), NULL;
    }
    return best;
}

// ---- __slots__ -----------------------------------------------------------------------------------------------------

typedef struct ClassParts {
    Type *metatype, *base;
    HostLayout *layout; // of a host class's own, or NULL
    Tuple *bases;
    Dict *dict;
    Str *name, *qualname;
    List *members; // names of the slots to be added, in order, or NULL: no __slots__
    bool adds_dict, adds_weakref;
} ClassParts;

static bool has_attribute(VM *vm, const Type *type, Str *name) { return type_lookup(vm, (Type *)(uintptr_t)type, name) != VALUE_UNBOUND; }
static bool any_base_has(const Tuple *bases, uint32_t flag) {
    for (size_t i = 0; i < bases->count; i++)
        if (as_type(bases->items[i])->flags & flag) return true;
    return false;
}
static bool may_have_dict(const Type *base) { return base->layout != LAYOUT_TYPE; } // the namespace of a class is its dict

// Names of two leading underscores are the class's own: "__x" in class "_C" is "_C__x" (language reference, "Identifiers").
static Str *mangled(VM *vm, const Str *class_name, Str *name) {
    const char *prefix = class_name->text;
    if (name->size < 2 || memcmp(name->text, "__", 2) != 0 || (name->size > 3 && memcmp(name->text + name->size - 2, "__", 2) == 0)) return str_intern_value(vm, name);
    while (*prefix == '_') prefix++;
    if (!*prefix) return str_intern_value(vm, name);
    Value text = str_from_format(vm, "_%s%U", prefix, name);
    return text == VALUE_ERROR ? NULL : str_intern_value(vm, as_str(text));
}

static bool check_slot_name(VM *vm, Value name) {
    if (!is_str(name)) return raise_type_error(vm, "__slots__ items must be strings, not '%T'", name), false;
    if (!str_is_identifier(as_str(name))) return raise_type_error(vm, "__slots__ must be identifiers"), false;
    return true;
}

static bool take_slot(VM *vm, ClassParts *parts, Value item) {
    if (!check_slot_name(vm, item)) return false;
    if (str_equal(as_str(item), vm->names.__dict__)) {
        if (parts->adds_dict || parts->base->flags & TYPE_HAS_DICT || !may_have_dict(parts->base))
            return raise_type_error(vm, "__dict__ slot disallowed: we already got one"), false;
        parts->adds_dict = !any_base_has(parts->bases, TYPE_HAS_DICT); // another base's will do
        return true;
    }
    if (str_equal(as_str(item), vm->names.__weakref__)) {
        if (parts->adds_weakref || has_attribute(vm, parts->base, vm->names.__weakref__))
            return raise_type_error(vm, "__weakref__ slot disallowed: we already got one"), false;
        return parts->adds_weakref = true;
    }
    Str *name = mangled(vm, parts->name, as_str(item));
    if (!name || !list_append(vm, parts->members, from_object(name))) return false;
    Value there = dict_get_str(vm, parts->dict, name);
    if (there != VALUE_UNBOUND && name != vm->names.__qualname__ && name != vm->names.__classcell__ && name != vm->names.__classdictcell__)
        return raise_value_error(vm, "%R in __slots__ conflicts with class variable", from_object(name)), false;
    return true;
}

// Fills members, adds_dict and adds_weakref. Iterating __slots__ may run scripts: the caller has rooted the parts.
static bool take_slots(VM *vm, ClassParts *parts) {
    Value slots = dict_get_str(vm, parts->dict, vm->names.__slots__);
    if (slots == VALUE_UNBOUND) {
        parts->adds_dict = may_have_dict(parts->base) && !any_base_has(parts->bases, TYPE_HAS_DICT);
        parts->adds_weakref = !has_attribute(vm, parts->base, vm->names.__weakref__);
        return true;
    }
    Value items = is_str(slots) ? tuple_pack(vm, 1, slots) : op_to_tuple(vm, slots);
    Value members = items == VALUE_ERROR ? VALUE_ERROR : list_new(vm, NULL, as_tuple(items)->count);
    if (members == VALUE_ERROR) return false;
    parts->members = as_list(members);
    uint8_t layout = parts->base->layout;
    bool is_variable = layout == LAYOUT_INT || layout == LAYOUT_BYTES || layout == LAYOUT_TUPLE || layout == LAYOUT_TYPE;
    if (as_tuple(items)->count && is_variable) return raise_type_error(vm, "nonempty __slots__ not supported for subtype of '%N'", parts->base), false;
    for (size_t i = 0; i < as_tuple(items)->count; i++)
        if (!take_slot(vm, parts, as_tuple(items)->items[i])) return false;
    if (parts->layout) parts->adds_weakref = !has_attribute(vm, parts->base, vm->names.__weakref__);
    if (parts->members->count + parts->base->member_count > 4000) return raise_memory_error(vm), false; // instance sizes stay in their fields
    return list_sort(vm, parts->members, VALUE_NONE, false); // strs: runs no scripts
}

static bool add_members(VM *vm, Type *type, const ClassParts *parts) {
    uint32_t slot = parts->base->member_count;
    for (size_t i = 0; parts->members && i < parts->members->count; i++) {
        Str *name = as_str(parts->members->items[i]);
        Value member = member_new(vm, name, type, slot + (uint32_t)i);
        if (member == VALUE_ERROR || !dict_set_str(vm, type->dict, name, member)) return false;
    }
    return true;
}

// ---- the namespace ---------------------------------------------------------------------------------------------------

static bool take_qualname(VM *vm, ClassParts *parts) {
    Value qualname = dict_get_str(vm, parts->dict, vm->names.__qualname__);
    parts->qualname = parts->name;
    if (qualname == VALUE_UNBOUND) return true;
    if (!is_str(qualname)) return raise_type_error(vm, "type __qualname__ must be a str, not %T", qualname), false;
    parts->qualname = as_str(qualname);
    return dict_delete_str(vm, parts->dict, vm->names.__qualname__) >= 0;
}

static bool set_module(VM *vm, Dict *dict) {
    if (dict_get_str(vm, dict, vm->names.__module__) != VALUE_UNBOUND) return true;
    const Dict *globals = vm->frame >= vm->frames ? vm->frame->globals : NULL;
    Value module = globals ? dict_get_str(vm, (Dict *)(uintptr_t)globals, vm->names.__name__) : VALUE_UNBOUND;
    return module == VALUE_UNBOUND || dict_set_str(vm, dict, vm->names.__module__, module);
}

static bool wrap(VM *vm, Dict *dict, Str *name, Value (*make)(VM *, Value)) {
    Value function = dict_get_str(vm, dict, name);
    if (!is_function(function)) return true;
    Value wrapped = make(vm, function);
    return wrapped != VALUE_ERROR && dict_set_str(vm, dict, name, wrapped);
}

// What the body's functions and annotation scopes wait for: __classcell__ the class, __classdictcell__ its dictionary.
static bool fill_cell(VM *vm, Type *type, Str *name, Value content) {
    Value cell = dict_get_str(vm, type->dict, name);
    if (cell == VALUE_UNBOUND) return true;
    if (!is_layout(cell, LAYOUT_CELL)) return raise_type_error(vm, "%U must be a nonlocal cell, not %R", name, from_object(value_type(vm, cell))), false;
    gc_store(vm, as_object(cell), &((Cell *)as_object(cell))->content, content);
    return dict_delete_str(vm, type->dict, name) >= 0;
}

static bool add_getset(VM *vm, Type *type, const GetSetDef *def, Str *name) {
    if (dict_get_str(vm, type->dict, name) != VALUE_UNBOUND) return true; // the class body has one of its own
    Value getset = getset_new(vm, def, type);
    return getset != VALUE_ERROR && dict_add_str(vm, type->dict, name, getset);
}

// What every class has: in the order in which CPython puts it there.
static bool complete_namespace(VM *vm, Type *type, const ClassParts *parts) {
    Dict *dict = type->dict;
    const Names *names = &vm->names;
    if (!set_module(vm, dict) || !wrap(vm, dict, names->__new__, staticmethod_new) || !wrap(vm, dict, names->__init_subclass__, classmethod_new) ||
        !wrap(vm, dict, names->__class_getitem__, classmethod_new) || !add_members(vm, type, parts) || !fill_cell(vm, type, names->__classcell__, from_object(type)) ||
        !fill_cell(vm, type, names->__classdictcell__, from_object(type->dict)))
        return false;
    if (parts->adds_dict && !add_getset(vm, type, &object_dict_def, names->__dict__)) return false;
    if (parts->adds_weakref && !add_getset(vm, type, &object_weakref_def, names->__weakref__)) return false;
    if (dict_get_str(vm, dict, names->__doc__) == VALUE_UNBOUND && !dict_add_str(vm, dict, names->__doc__, VALUE_NONE)) return false;
    bool hides_hash = dict_get_str(vm, dict, names->__eq__) != VALUE_UNBOUND && dict_get_str(vm, dict, names->__hash__) == VALUE_UNBOUND;
    return !hides_hash || dict_set_str(vm, dict, names->__hash__, VALUE_NONE);
}

// ---- the type --------------------------------------------------------------------------------------------------------

static Type *type_alloc(VM *vm, const ClassParts *parts) {
    const uint32_t inherited = TYPE_EXCEPTION | TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN | TYPE_HAS_DICT | TYPE_HAS_FINALIZER | TYPE_ATTRIBUTE_GUARDS;
    Type *type = object_new(vm, parts->metatype, parts->metatype->instance_size);
    if (!type) return NULL;
    memset((char *)type + sizeof(Object), 0, sizeof *type - sizeof(Object));
    type->serial = ++vm->next_type_serial;
    type->spec = parts->base->spec;
    type->layout = parts->base->layout;
    type->base = parts->base;
    type->bases = parts->bases;
    type->name = parts->name, type->qualname = parts->qualname;
    type->dict = parts->dict;
    type->member_count = (uint16_t)(parts->base->member_count + (parts->members ? parts->members->count : 0));
    type->flags = TYPE_HEAP | (parts->adds_dict ? TYPE_HAS_DICT : 0) | (parts->base->flags & TYPE_HAS_FINALIZER);
    const uint32_t patterns = TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN;
    for (size_t i = 0; i < parts->bases->count; i++) { // the first that is a sequence or a mapping says which
        uint32_t from_base = as_type(parts->bases->items[i])->flags & inherited;
        type->flags |= type->flags & patterns ? from_base & ~patterns : from_base;
    }
    if (!may_have_dict(parts->base)) type->flags &= ~(uint32_t)TYPE_HAS_DICT;
    return type_lay_out(vm, type) ? type : NULL;
}

// What a metaclass's own mro() says: classes all, whose layouts are the class's or those it has on top of.
static Value mro_by_metaclass(VM *vm, Type *type) {
    Value given = call_special(vm, from_object(type), vm->names.mro, NULL, 0);
    Value mro = given == VALUE_ERROR ? VALUE_ERROR : op_to_tuple(vm, given);
    if (mro == VALUE_ERROR) return VALUE_ERROR;
    const Type *solid = solid_base(type);
    for (size_t i = 0; i < as_tuple(mro)->count; i++) {
        Value item = as_tuple(mro)->items[i];
        if (!is_type(item)) return raise_type_error(vm, "mro() returned a non-class ('%T')", item);
        if (as_type(item) != type && !as_type(item)->mro) return raise_type_error(vm, "mro() returned an incomplete class ('%N')", as_type(item));
        if (as_type(item) != type && !extends(solid, solid_base(as_type(item))))
            return raise_type_error(vm, "mro() returned base with unsuitable layout ('%N')", as_type(item));
    }
    if (!as_tuple(mro)->count) return raise_type_error(vm, "type MRO must not be empty");
    return mro;
}

static bool has_own_mro(VM *vm, const Type *type) {
    Type *metatype = object_type(&type->head);
    return metatype != vm->types.type && type_lookup(vm, metatype, vm->names.mro) != type_lookup(vm, vm->types.type, vm->names.mro);
}

static Value make_mro(VM *vm, Type *type, bool own_mro) {
    Value mro = own_mro ? mro_by_metaclass(vm, type) : type_linearise(vm, type, type->bases);
    if (mro != VALUE_ERROR && as_tuple(mro)->count > CLASS_DEPTH_MAX) return raise_error(vm, vm->types.RecursionError, "too many classes derived from each other");
    return mro;
}

static void set_slots(VM *vm, Type *type, bool own_mro) {
    if (type->bases->count == 1 && !own_mro) slots_inherit(vm, type);
    else if (own_mro || !slots_inherit_several(vm, type)) slots_resolve_all(vm, type);
}

// From the parts to a class that works; rooted by the caller from when it is made.
static bool complete(VM *vm, Type *type, const ClassParts *parts) {
    if (!complete_namespace(vm, type, parts)) return false;
    bool own_mro = has_own_mro(vm, type);
    if (own_mro) { // while the metaclass's mro() runs, the class has the ordinary one: a script may use it already
        Value mro = type_linearise(vm, type, type->bases);
        if (mro == VALUE_ERROR) error_clear(vm), mro = tuple_pack(vm, 2, from_object(type), from_object(vm->types.object));
        if (mro == VALUE_ERROR) return false;
        gc_store_object(vm, type, &type->mro, as_tuple(mro));
        type_modified(vm, type);
        slots_resolve_all(vm, type);
    }
    Value mro = make_mro(vm, type, own_mro);
    if (mro == VALUE_ERROR) return false;
    gc_store_object(vm, type, &type->mro, as_tuple(mro));
    for (size_t i = 0; i < type->bases->count; i++)
        if (!type_add_subclass(vm, as_type(type->bases->items[i]), type, false)) return false;
    type_modified(vm, type);
    set_slots(vm, type, own_mro);
    return true;
}

// ---- what the class is told about ------------------------------------------------------------------------------------

static void add_note(VM *vm, Value attribute, Value name, const Type *type) {
    Value exception = error_take(vm);
    Str *method = str_intern(vm, "add_note", 8);
    ROOT_SCOPE(vm);
    root_push(vm, exception);
    Value note = method ? str_from_format(vm, "Error calling __set_name__ on '%T' instance %R in '%N'", attribute, name, type) : VALUE_ERROR;
    if (note == VALUE_ERROR || call_method(vm, exception, method, &note, 1) == VALUE_ERROR) error_clear(vm);
    ROOT_END(vm);
    vm->exception = exception;
}

// __set_name__(owner, name) of everything in the namespace, as it was when the class was made.
static bool set_names(VM *vm, Type *type) {
    Value pairs = VALUE_UNBOUND;
    Type *without = vm->types.function;
    for (size_t at = 0; at < type->dict->filled; at++) {
        DictEntry entry = type->dict->entries[at];
        if (!is_object(entry.value) || object_type(as_object(entry.value)) == without || is_function(entry.value)) continue;
        Type *asked = object_type(as_object(entry.value));
        if (type_lookup(vm, asked, vm->names.__set_name__) == VALUE_UNBOUND) {
            without = asked; // attributes of one type often stand together
            continue;
        }
        if (pairs == VALUE_UNBOUND && (pairs = list_new(vm, NULL, 0)) == VALUE_ERROR) return false;
        if (!list_append(vm, as_list(pairs), entry.key) || !list_append(vm, as_list(pairs), entry.value)) return false;
    }
    if (pairs == VALUE_UNBOUND) return true;
    bool good = true;
    ROOT_SCOPE(vm);
    root_push(vm, pairs);
    for (size_t i = 0; good && i < as_list(pairs)->count; i += 2) {
        Value args[2] = {from_object(type), as_list(pairs)->items[i]}, attribute = as_list(pairs)->items[i + 1];
        good = call_special(vm, attribute, vm->names.__set_name__, args, 2) != VALUE_ERROR;
        if (!good) add_note(vm, attribute, as_list(pairs)->items[i], type);
    }
    ROOT_END(vm);
    return good;
}

// super(type, type).__init_subclass__(**keywords): the first one behind the class itself.
static bool init_subclass(VM *vm, Type *type, const Value *values, Value keyword_names) {
    Str *name = vm->names.__init_subclass__;
    Value found = VALUE_UNBOUND;
    for (size_t i = 1; i < type->mro->count && found == VALUE_UNBOUND; i++) {
        Type *holder = as_type(type->mro->items[i]);
        Dict *dict = type_dict(vm, holder);
        if (!dict) return false;
        found = dict_get_str(vm, dict, name);
        if (found != VALUE_UNBOUND && holder == vm->types.object && !keyword_count(keyword_names)) return true; // does nothing
    }
    if (found == VALUE_UNBOUND) return true;
    ROOT_SCOPE(vm);
    Value function = descriptor_bind(vm, found, VALUE_UNBOUND, type), result = VALUE_ERROR;
    if (function != VALUE_ERROR) root_push(vm, function), result = call_keywords(vm, function, values, 0, keyword_names);
    ROOT_END(vm);
    return result != VALUE_ERROR;
}

// The namespace itself when nobody else has it: a class body's that did not ask for it.
static Dict *own_namespace(VM *vm, Dict *namespace_) {
    if (!(namespace_->flags & DICT_UNSHARED) || namespace_->head.shape->type != vm->types.dict) return dict_copy(vm, namespace_);
    dict_share(namespace_);
    return namespace_;
}

static bool take_parts(VM *vm, ClassParts *parts, Value name, Dict *namespace_) {
    parts->name = as_str(name);
    if (memchr(parts->name->text, 0, parts->name->size)) return raise_value_error(vm, "type name must not contain null characters"), false;
    if (!is_exactly(name, vm->types.str) && !(parts->name = str_intern_value(vm, parts->name))) return false;
    if (!(parts->base = best_base(vm, parts->bases)) || !(parts->dict = own_namespace(vm, namespace_))) return false;
    if (parts->layout && !(parts->base = host_layout_type(vm, parts->layout, parts->base))) return false;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(parts->base));
    root_push(vm, from_object(parts->dict));
    root_push(vm, from_object(parts->bases));
    root_push(vm, from_object(parts->name));
    bool good = table_intern_keys(vm, parts->dict) && take_qualname(vm, parts) && take_slots(vm, parts);
    ROOT_END(vm);
    return good;
}

// keyword_values: for __init_subclass__.
static Value make_class(VM *vm, ClassParts *parts, Value name, Dict *namespace_, const Value *keyword_values, Value keyword_names) {
    ROOT_SCOPE(vm);
    root_push(vm, from_object(parts->bases));
    bool good = take_parts(vm, parts, name, namespace_);
    Type *type = good ? type_alloc(vm, parts) : NULL;
    if (type) {
        root_push(vm, from_object(type));
        good = complete(vm, type, parts) && set_names(vm, type) && init_subclass(vm, type, keyword_values, keyword_names);
    }
    ROOT_END(vm);
    return type && good ? from_object(type) : VALUE_ERROR;
}

Value class_new(VM *vm, Type *metatype, Value name, Value bases, Dict *namespace_, const Value *args, uint32_t count, Value keyword_names) {
    if (!as_tuple(bases)->count && (bases = tuple_pack(vm, 1, from_object(vm->types.object))) == VALUE_ERROR) return VALUE_ERROR;
    ClassParts parts = {.metatype = metatype, .bases = as_tuple(bases)};
    return make_class(vm, &parts, name, namespace_, args + count, keyword_names);
}

Value class_new_of_host(VM *vm, HostLayout *layout, Value name, Value bases, Dict *namespace_) {
    if (!as_tuple(bases)->count && (bases = tuple_pack(vm, 1, from_object(vm->types.object))) == VALUE_ERROR) return VALUE_ERROR;
    ClassParts parts = {.bases = as_tuple(bases), .layout = layout};
    parts.metatype = class_metaclass(vm, vm->types.type, parts.bases);
    return parts.metatype ? make_class(vm, &parts, name, namespace_, NULL, VALUE_UNBOUND) : VALUE_ERROR;
}

// ---- __bases__ = ... -------------------------------------------------------------------------------------------------

static bool check_bases(VM *vm, const Type *type, Value bases) {
    if (!is_tuple(bases)) return raise_type_error(vm, "can only assign tuple to %N.__bases__, not %T", type, bases), false;
    if (!as_tuple(bases)->count) return raise_type_error(vm, "can only assign non-empty tuple to %N.__bases__, not ()", type), false;
    for (size_t i = 0; i < as_tuple(bases)->count; i++) {
        Value base = as_tuple(bases)->items[i];
        if (!is_type(base)) return raise_type_error(vm, "%N.__bases__ must be tuple of classes, not '%T'", type, base), false;
        // Its mro may not be up to date: a mro() that sets __bases__ comes here before it returns.
        bool is_below = type_is_subtype(as_type(base), type);
        for (const Type *above = as_type(base); above && !is_below; above = above->base) is_below = above == type;
        if (is_below) return raise_type_error(vm, "a __bases__ item causes an inheritance cycle"), false;
    }
    return true;
}

// The mro of the type and of all that derive from it, appended to `done` as (type, its mro before, ...) so that it can be undone.
static bool order_again(VM *vm, Type *type, List *done) {
    if (c_stack_exhausted(vm)) return false;
    Value mro = make_mro(vm, type, has_own_mro(vm, type));
    if (mro == VALUE_ERROR || !list_append(vm, done, from_object(type)) || !list_append(vm, done, from_object(type->mro))) return false;
    gc_store_object(vm, type, &type->mro, as_tuple(mro));
    for (uint32_t i = 0; i < type->subclass_count; i++)
        if (!order_again(vm, type->subclasses[i], done)) return false;
    return true;
}

static void resolve_again(VM *vm, Type *type) {
    slots_resolve_all(vm, type);
    for (uint32_t i = 0; i < type->subclass_count; i++) resolve_again(vm, type->subclasses[i]);
}

// Whether CPython's collector looks at instances: at those of classes with a __dict__ or slots, and of what contains other objects.
static bool is_collected(const VM *vm, const Type *type) {
    const Type *native = type_native_base((Type *)type);
    const Type *const plain[] = {vm->types.object, vm->types.int_, vm->types.bool_, vm->types.float_, vm->types.complex_, vm->types.str, vm->types.bytes, vm->types.bytearray};
    bool is_plain = false;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) is_plain |= native == plain[i];
    return !is_plain || type->flags & TYPE_HAS_DICT || solid_base((Type *)type) != native;
}

bool class_set_bases(VM *vm, Type *type, Value bases) {
    if (!check_bases(vm, type, bases)) return false;
    Type *base = best_base(vm, as_tuple(bases)), *old_base = type->base;
    if (!base) return false;
    if (base != old_base && is_collected(vm, base) != is_collected(vm, old_base))
        return raise_type_error(vm, "__bases__ assignment: '%N' deallocator differs from '%N'", base, old_base), false;
    if (type_native_base(base) != type_native_base(old_base) || solid_base(base) != solid_base(old_base) || (base->flags ^ old_base->flags) & TYPE_HAS_DICT)
        return raise_type_error(vm, "__bases__ assignment: '%N' object layout differs from '%N'", base, old_base), false;
    Value done = list_new(vm, NULL, 2);
    if (done == VALUE_ERROR) return false;
    Tuple *old_bases = type->bases;
    ROOT_SCOPE(vm);
    root_push(vm, done), root_push(vm, bases), root_push(vm, from_object(old_bases));
    for (size_t i = 0; i < old_bases->count; i++) type_remove_subclass(as_type(old_bases->items[i]), type);
    gc_store_object(vm, type, &type->bases, as_tuple(bases));
    gc_store_object(vm, type, &type->base, base);
    bool good = order_again(vm, type, as_list(done));
    if (!good && type->bases == as_tuple(bases)) { // everything as it was
        for (size_t i = 0; i + 1 < as_list(done)->count; i += 2) {
            Type *changed = as_type(as_list(done)->items[i]);
            gc_store_object(vm, changed, &changed->mro, as_tuple(as_list(done)->items[i + 1]));
        }
        gc_store_object(vm, type, &type->bases, old_bases);
        gc_store_object(vm, type, &type->base, old_base);
    }
    for (size_t i = 0; i < type->bases->count; i++) {
        type_remove_subclass(as_type(type->bases->items[i]), type); // a collection may have added it
        if (!type_add_subclass(vm, as_type(type->bases->items[i]), type, false)) good = false;
    }
    type_modified(vm, type);
    resolve_again(vm, type);
    ROOT_END(vm);
    return good;
}

// ---- the class statement ---------------------------------------------------------------------------------------------

// The bases with those replaced that have __mro_entries__; `bases` itself when none has.
static Value resolved_bases(VM *vm, Value bases) {
    Value list = VALUE_UNBOUND;
    ROOT_SCOPE(vm);
    for (size_t i = 0; i < as_tuple(bases)->count; i++) {
        Value base = as_tuple(bases)->items[i];
        Value method = is_type(base) ? VALUE_UNBOUND : get_attribute_or(vm, base, vm->names.__mro_entries__, VALUE_UNBOUND);
        if (method == VALUE_UNBOUND) {
            if (list != VALUE_UNBOUND && !list_append(vm, as_list(list), base)) method = VALUE_ERROR;
            else continue;
        }
        Value entries = method == VALUE_ERROR ? VALUE_ERROR : call_value(vm, method, &bases, 1);
        if (entries != VALUE_ERROR && !is_tuple(entries)) entries = raise_type_error(vm, "__mro_entries__ must return a tuple");
        if (is_exactly(entries, vm->types.tuple) && as_tuple(bases)->count == 1) { // it stands for all
            ROOT_END(vm);
            return entries;
        }
        if (entries != VALUE_ERROR && list == VALUE_UNBOUND) {
            list = list_new(vm, as_tuple(bases)->items, i);
            if (list != VALUE_ERROR) root_push(vm, list);
        }
        if (entries == VALUE_ERROR || list == VALUE_ERROR || !list_extend(vm, as_list(list), entries)) {
            ROOT_END(vm);
            return VALUE_ERROR;
        }
    }
    ROOT_END(vm);
    return list == VALUE_UNBOUND ? bases : tuple_new(vm, as_list(list)->items, as_list(list)->count);
}

// The call metaclass(name, bases, namespace, **keywords): a tuple of the arguments, keyword values last, and the keywords' names
// without `metaclass`, whose value is *metaclass.
static Value packed_call(VM *vm, Value *args, uint32_t count, Value *keyword_names, Value *metaclass) {
    uint32_t given = keyword_count(*keyword_names), kept = 0;
    *metaclass = VALUE_UNBOUND;
    Value packed = tuple_new(vm, NULL, 3 + (size_t)given);
    if (packed == VALUE_ERROR) return VALUE_ERROR;
    Value *items = as_tuple(packed)->items;
    Value names = given ? list_new(vm, NULL, given) : VALUE_UNBOUND;
    if (names == VALUE_ERROR) return VALUE_ERROR;
    for (uint32_t i = 0; i < given; i++) {
        Value name = as_tuple(*keyword_names)->items[i];
        if (str_equal(as_str(name), vm->names.metaclass)) {
            *metaclass = args[count + i];
            continue;
        }
        items[3 + kept++] = args[count + i];
        if (!list_append(vm, as_list(names), name)) return VALUE_ERROR;
    }
    if (*metaclass != VALUE_UNBOUND) *keyword_names = kept ? tuple_new(vm, as_list(names)->items, kept) : VALUE_UNBOUND;
    items[0] = args[1];
    return *keyword_names == VALUE_ERROR ? VALUE_ERROR : packed;
}

// Whether the metaclass, of an ordinary class, has type's own __prepare__, which makes a dict.
static bool has_plain_prepare(VM *vm, Value metaclass) {
    Type *type = vm->types.type;
    return is_exactly(metaclass, type) && type_lookup(vm, as_type(metaclass), vm->names.__prepare__) == type_lookup(vm, type, vm->names.__prepare__);
}

// Room for as many names as the body may bind, and those that are added to it: to one with annotations also what a dataclass has, unless a metaclass will make something else of it. (The core library, which is to be small, has
// them grow.)
static bool reserve_names(VM *vm, Dict *dict, const Code *body, bool is_plain_class) {
#ifdef TYPHON_CORE
    return (void)vm, (void)dict, (void)body, (void)is_plain_class, true;
#else
    enum { ADDED = 5, ADDED_BY_METACLASS = 3, ADDED_TO_FIELDS = 6 };
    size_t count = is_plain_class ? ADDED : ADDED_BY_METACLASS, for_fields = is_plain_class ? ADDED_TO_FIELDS : 1;
    for (uint32_t i = 0; i < body->code_count; i++) count += body->code[i].op == OP_STORE_NAME ? 1 : body->code[i].op == OP_SETUP_ANNOTATIONS ? for_fields : 0;
    return table_reserve(vm, dict, count);
#endif
}

static Value prepare_namespace(VM *vm, const Code *body, Value metaclass, const Value *items, Value keyword_names) {
    bool is_plain = has_plain_prepare(vm, metaclass);
    Value prepare = is_plain ? VALUE_UNBOUND : get_attribute_or(vm, metaclass, vm->names.__prepare__, VALUE_UNBOUND);
    if (prepare == VALUE_ERROR) return VALUE_ERROR;
    if (prepare == VALUE_UNBOUND) {
        Dict *dict = dict_new(vm);
        bool is_plain_class = metaclass == from_object(vm->types.type);
        if (!dict || (is_plain_class && !reserve_names(vm, dict, body, true))) return VALUE_ERROR; // what a metaclass gets is copied
        if (is_plain_class) dict->flags |= DICT_UNSHARED;
        return from_object(dict);
    }
    uint32_t keywords = keyword_count(keyword_names);
    Value call = tuple_new(vm, NULL, 2 + (size_t)keywords), space = VALUE_ERROR;
    if (call == VALUE_ERROR) return VALUE_ERROR;
    as_tuple(call)->items[0] = items[0], as_tuple(call)->items[1] = items[1];
    for (uint32_t i = 0; i < keywords; i++) as_tuple(call)->items[2 + i] = items[3 + i];
    ROOT_SCOPE(vm);
    root_push(vm, prepare), root_push(vm, call);
    space = call_keywords(vm, prepare, as_tuple(call)->items, 2, keyword_names);
    ROOT_END(vm);
    if (space != VALUE_ERROR && is_dict(space) && as_dict(space)->filled <= 1 && !reserve_names(vm, as_dict(space), body, false)) return VALUE_ERROR;
    if (space != VALUE_ERROR && !value_type(vm, space)->slots.get_item) {
        if (is_type(metaclass)) return raise_type_error(vm, "%N.__prepare__() must return a mapping, not %T", as_type(metaclass), space);
        return raise_type_error(vm, "<metaclass>.__prepare__() must return a mapping, not %T", space);
    }
    return space;
}

// A metaclass that lost __classcell__ on its way to type.__new__ would leave super() without its class.
static Value check_cell(VM *vm, Value class, Value name, Value cell) {
    if (!is_type(class) || !is_layout(cell, LAYOUT_CELL)) return class;
    Value content = ((Cell *)as_object(cell))->content;
    if (content == class) return class;
    if (content == VALUE_UNBOUND)
        return raise_error(vm, vm->types.RuntimeError, "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name, class);
    return raise_type_error(vm, "__class__ set to %R defining %R as %R", content, name, class);
}

static void take_attribute_guards(VM *vm, Type *type, const Code *body) {
    Value guards = body->constants[body->constant_count - 1];
    if (type->attribute_guards) return;
    gc_store_object(vm, type, &type->attribute_guards, as_tuple(guards));
    type->flags |= TYPE_ATTRIBUTE_GUARDS;
}

// From the metaclass on. call: name, bases, namespace (to be filled in), keyword values: rooted by the caller.
static Value build(VM *vm, Function *body, Value metaclass, Tuple *call, Value original_bases, Value keyword_names) {
    Value *items = call->items;
    Value cell = VALUE_UNBOUND, space = prepare_namespace(vm, body->code, metaclass, items, keyword_names);
    if (space == VALUE_ERROR) return VALUE_ERROR;
    gc_store(vm, call, &items[2], space);
    if (run_class_body(vm, body, space, &cell) == VALUE_ERROR) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, cell);
    bool good = items[1] == original_bases || (is_exactly(space, vm->types.dict) ? dict_set_str(vm, as_dict(space), vm->names.__orig_bases__, original_bases)
                                                                                : op_set_item(vm, space, from_object(vm->names.__orig_bases__), original_bases));
    Value class = VALUE_ERROR;
    if (good && metaclass == from_object(vm->types.type) && is_dict(space))
        class = class_new(vm, vm->types.type, items[0], items[1], as_dict(space), items, 3, keyword_names);
    else if (good)
        class = call_keywords(vm, metaclass, items, 3, keyword_names);
    if (class != VALUE_ERROR) root_push(vm, class), class = check_cell(vm, class, items[0], cell);
    if (is_type(class) && body->code->flags & UNIT_ATTRIBUTE_GUARDS) take_attribute_guards(vm, as_type(class), body->code);
    ROOT_END(vm);
    return class;
}

enum { CLASS_SIZE_MOST = 16 * 1024 }; // that a class with its functions takes; beyond, it is something else that its body has made

Value class_build(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    if (count < 2) return raise_type_error(vm, "__build_class__: not enough arguments");
    if (!is_function(args[0])) return raise_type_error(vm, "__build_class__: func must be a function");
    if (!is_str(args[1])) return raise_type_error(vm, "__build_class__: name is not a string");
    Value metaclass, class = VALUE_ERROR, packed = packed_call(vm, args, count, &keyword_names, &metaclass);
    Value original = packed == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, args + 2, count - 2);
    if (original == VALUE_ERROR) return VALUE_ERROR;
    size_t allocated = vm->heap->allocated;
    uint64_t collections = vm->heap->collections;
    ROOT_SCOPE(vm);
    root_push(vm, packed), root_push(vm, original), root_push(vm, keyword_names);
    Value bases = resolved_bases(vm, original);
    if (bases != VALUE_ERROR) {
        gc_store(vm, as_tuple(packed), &as_tuple(packed)->items[1], bases);
        if (metaclass == VALUE_UNBOUND) metaclass = as_tuple(bases)->count ? from_object(value_type(vm, as_tuple(bases)->items[0])) : from_object(vm->types.type);
        if (is_type(metaclass)) metaclass = from_object(class_metaclass(vm, as_type(metaclass), as_tuple(bases)));
        if (metaclass != VALUE_ERROR) class = build(vm, (Function *)as_object(args[0]), metaclass, as_tuple(packed), original, keyword_names);
    }
    ROOT_END(vm);
    size_t size = vm->heap->allocated - allocated;
    if (collections == vm->heap->collections) heap_stay(vm->heap, size < CLASS_SIZE_MOST ? size : CLASS_SIZE_MOST); // most classes live as long as the program
    return class;
}
