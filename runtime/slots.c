// The table of slots, and how the slots of a class follow from the namespaces on its MRO. See slots.h.
#include "runtime/slots.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/slot_dispatch.h"
#include "runtime/type.h"

#define ROW(special, field, dispatch, call, args, value, reflected, text_)                                                             \
    {.text = #special, .name = offsetof(Names, special), .slot = offsetof(TypeSlots, field), .min_args = args, .max_args = args,  \
     .number = value, .is_reflected = reflected, .dispatcher = (SlotFunction)dispatch, .caller = call, .doc = TYPE_DOC(text_)},
#define SPECIAL(special, field, dispatch, call, args, value, text_) ROW(special, field, dispatch, call, args, value, false, text_)
#define BINARY(op, which, call, call_reflected, args, text_, text_reflected)                                                                            \
    ROW(__##op##__, binary[which], dispatch_binary_##op, call, args, 0, false, text_)                                                    \
    ROW(__r##op##__, binary[which], dispatch_binary_##op, call_reflected, args, 0, true, text_reflected)
#define INPLACE(op, which, text_) ROW(__i##op##__, inplace[which], dispatch_inplace_##op, slot_call_binary, 1, 0, false, text_)
const SlotDef slot_defs[] = {
#include "runtime/slots.def"
    {0},
};
#undef SPECIAL
#undef BINARY
#undef INPLACE
#undef ROW

// ---- what a class has in a slot --------------------------------------------------------------------------------------

// The name in the namespaces along the MRO, the cache not asked: it may not know of a change yet.
static Value find(VM *vm, const Type *type, Str *name, Type **holder) {
    for (size_t i = 0; i < type->mro->count; i++) {
        if (!is_type(type->mro->items[i])) continue; // a metaclass's mro() may say anything
        *holder = as_type(type->mro->items[i]);
        Dict *dict = type_dict(vm, *holder);
        if (!dict) {
            error_clear(vm); // no memory to look: as if there were nothing
            continue;
        }
        Value found = dict_get_str(vm, dict, name);
        if (found != VALUE_UNBOUND) return found;
    }
    return VALUE_UNBOUND;
}

// The C function that a definition stands for, when it is one of a built-in type; NULL: it has to be called.
static SlotFunction function_behind(VM *vm, Type *type, Value found, Type *holder, const SlotDef *def) {
    if (!(holder->flags & TYPE_HEAP)) return *slot_place(&holder->slots, def->slot);
    if (!is_exactly(found, vm->types.slot_wrapper)) return NULL;
    SlotWrapper *wrapper = (SlotWrapper *)as_object(found);
    return wrapper->def->text == def->text && type_is_subtype(type, wrapper->type) ? wrapper->function : NULL;
}

// `row`: the first one of the slot.
static SlotFunction slot_of(VM *vm, Type *type, const SlotDef *row) {
    SlotFunction result = NULL;
    for (const SlotDef *def = row; def->text && def->slot == row->slot; def++) {
        Type *holder = NULL;
        Value found = find(vm, type, slot_def_name(vm, def), &holder);
        if (found == VALUE_UNBOUND) continue;
        if (found == VALUE_NONE && row->slot == offsetof(TypeSlots, hash)) return (SlotFunction)slot_hash_not_implemented;
        SlotFunction function = function_behind(vm, type, found, holder, def);
        if (!function || (result && result != function)) return def->dispatcher;
        result = function;
    }
    return result;
}

// __getattribute__ of object is NULL in the slot; __getattr__ is a hook behind it.
static void resolve_get_attribute(VM *vm, Type *type) {
    Type *holder = NULL, *base = type;
    Value found = find(vm, type, vm->names.__getattribute__, &holder);
    while (base->flags & TYPE_HEAP) base = base->base;
    type->slots.get_attribute = base->slots.get_attribute;
    type->flags &= ~(uint32_t)(TYPE_CUSTOM_GETATTRIBUTE | TYPE_HAS_GETATTR);
    bool is_object_slot = false; // `__getattribute__ = object.__getattribute__`
    if (is_exactly(found, vm->types.slot_wrapper) && holder->flags & TYPE_HEAP)
        is_object_slot = ((SlotWrapper *)as_object(found))->function == (SlotFunction)generic_get_attribute && !base->slots.get_attribute;
    if (found != VALUE_UNBOUND && holder->flags & TYPE_HEAP && !is_object_slot) type->flags |= TYPE_CUSTOM_GETATTRIBUTE;
    if (find(vm, type, vm->names.__getattr__, &holder) != VALUE_UNBOUND && holder->flags & TYPE_HEAP) type->flags |= TYPE_HAS_GETATTR;
    if (type->flags & (TYPE_CUSTOM_GETATTRIBUTE | TYPE_HAS_GETATTR)) type->slots.get_attribute = slot_dispatch_get_attribute;
}

// __setattr__ of object is NULL in the slot as well.
static void resolve_set_attribute(VM *vm, Type *type, const SlotDef *row) {
    Type *holder[2] = {NULL, NULL};
    bool is_custom = false;
    for (int i = 0; i < 2; i++) {
        Value found = find(vm, type, slot_def_name(vm, row + i), &holder[i]);
        if (found == VALUE_UNBOUND || !(holder[i]->flags & TYPE_HEAP)) continue;
        if (!is_exactly(found, vm->types.slot_wrapper) || ((SlotWrapper *)as_object(found))->function != (SlotFunction)generic_set_attribute) is_custom = true;
    }
    Type *base = type;
    while (base->flags & TYPE_HEAP) base = base->base;
    type->slots.set_attribute = is_custom ? (bool (*)(VM *, Value, Str *, Value))row->dispatcher : base->slots.set_attribute;
}

static void resolve_construct(VM *vm, Type *type) {
    Type *holder = NULL;
    Value found = find(vm, type, vm->names.__new__, &holder);
    type->slots.construct = slot_dispatch_construct;
    if (found == VALUE_UNBOUND) return; // a mro() of its own may leave out object: it makes none
    // object.__new__ found before that of the built-in base: `class C(Mixin, int)` makes ints
    if (!(holder->flags & TYPE_HEAP)) type->slots.construct = holder->slots.construct;
    if (holder == vm->types.object) {
        Type *base = type;
        while (base->flags & TYPE_HEAP) base = base->base;
        type->slots.construct = base->slots.construct;
    }
    if (type->slots.construct == object_construct && type->flags & TYPE_HAS_FINALIZER) type->slots.construct = object_construct_finalizable;
}

// `own`: what the class itself has by a name of the slot.
static void resolve(VM *vm, Type *type, const SlotDef *row, Value own) {
    Type *holder = NULL;
    switch (row->slot) {
    case offsetof(TypeSlots, get_attribute): resolve_get_attribute(vm, type); return;
    case offsetof(TypeSlots, set_attribute): resolve_set_attribute(vm, type, row); return;
    case offsetof(TypeSlots, construct): resolve_construct(vm, type); return;
    case offsetof(TypeSlots, finalize): // the slot itself is inherited; __del__ is called by the collector
        if (find(vm, type, vm->names.__del__, &holder) != VALUE_UNBOUND) type->flags |= TYPE_HAS_FINALIZER;
        resolve_construct(vm, type);
        return;
    default: *slot_place(&type->slots, row->slot) = is_function(own) ? row->dispatcher : slot_of(vm, type, row); // a function has to be called whatever else there is
    }
}

void slots_resolve_all(VM *vm, Type *type) {
    type->slots = type->base->slots; // those without a name
    for (const SlotDef *def = slot_defs; def->text; def++)
        if (def == slot_defs || def->slot != def[-1].slot) resolve(vm, type, def, VALUE_UNBOUND);
}

// ---- after a change --------------------------------------------------------------------------------------------------

void slots_mark_names(VM *vm) {
    uint32_t first = 0;
    for (uint32_t i = 0; slot_defs[i].text; i++) {
        if (slot_defs[i].slot != slot_defs[first].slot) first = i;
        slot_def_name(vm, &slot_defs[i])->flags |= (first + 1) << STR_SLOT_SHIFT;
    }
}

// The first row of the slot that `name` belongs to; NULL: not a special name.
static const SlotDef *row_of(VM *vm, Str *name) {
    if (name->size < 5 || name->text[0] != '_' || name->text[1] != '_') return NULL;
    if (!(name->flags & STR_INTERNED)) { // nearly all are: one made at run time may not be
        int64_t entry = dict_find_str(vm, vm->interned, name);
        if (entry < 0) return NULL;
        name = as_str(vm->interned->entries[entry].key);
    }
    uint32_t row = name->flags >> STR_SLOT_SHIFT;
    return row ? &slot_defs[row - 1] : NULL;
}

static void resolve_with_subclasses(VM *vm, Type *type, const SlotDef *row) {
    if (type->flags & TYPE_HEAP) resolve(vm, type, row, VALUE_UNBOUND);
    for (uint32_t i = 0; i < type->subclass_count; i++) resolve_with_subclasses(vm, type->subclasses[i], row);
}

bool slots_resolve_name(VM *vm, Type *type, Str *name, Value own) {
    const SlotDef *row = row_of(vm, name);
    bool is_first = type->flags & TYPE_HEAP && type->mro->items[0] == from_object(type); // a metaclass's mro() may say otherwise
    if (row && is_first && !type->subclass_count) resolve(vm, type, row, own);
    else if (row) resolve_with_subclasses(vm, type, row);
    return row != NULL;
}

void slots_inherit(VM *vm, Type *type) {
    type->slots = type->base->slots;
    type->flags |= type->base->flags & (TYPE_CUSTOM_GETATTRIBUTE | TYPE_HAS_GETATTR | TYPE_HAS_FINALIZER);
    for (size_t at = 0; at < type->dict->filled; at++) {
        Value key = type->dict->entries[at].key;
        const SlotDef *row = is_str(key) ? row_of(vm, as_str(key)) : NULL;
        if (row) resolve(vm, type, row, type->dict->entries[at].value);
    }
}

// How many built-in types stand on the MRO; SIZE_MAX: something that is no class.
static size_t native_count(const Tuple *mro) {
    size_t count = 0;
    for (size_t i = 0; i < mro->count; i++) {
        if (!is_type(mro->items[i])) return SIZE_MAX;
        count += !(as_type(mro->items[i])->flags & TYPE_HEAP);
    }
    return count;
}

bool slots_inherit_several(VM *vm, Type *type) {
    enum { ROWS = sizeof slot_defs / sizeof *slot_defs };
    bool is_named[ROWS] = {false};
    const Type *native = type->base;
    while (native->flags & TYPE_HEAP) native = native->base;
    size_t natives = native->mro->count;
    if (native_count(type->mro) != natives || native_count(type->base->mro) != natives || !type_is_subtype(type, native)) return false;
    for (size_t i = 0; i < type->mro->count; i++) {
        const Type *holder = as_type(type->mro->items[i]);
        Value key, value;
        if (!(holder->flags & TYPE_HEAP)) continue;
        for (size_t at = 0; dict_next(holder->dict, &at, &key, &value);) {
            const SlotDef *row = is_str(key) ? row_of(vm, as_str(key)) : NULL;
            if (row) is_named[row - slot_defs] = true;
        }
    }
    type->slots = type->base->slots;
    for (size_t row = 0; row < ROWS; row++)
        if (is_named[row]) resolve(vm, type, &slot_defs[row], VALUE_UNBOUND);
    return true;
}

// ---- namespaces of built-in types ------------------------------------------------------------------------------------

// __new__(cls, ...) of a built-in type: args[0] is the type whose it is, args[1] the class to make an instance of.
static Value construct_method(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    Type *type = as_type(args[0]);
    if (count < 2) return raise_type_error(vm, "%N.__new__(): not enough arguments", type);
    if (!is_type(args[1])) return raise_type_error(vm, "%N.__new__(X): X is not a type object (%T)", type, args[1]);
    Type *made = as_type(args[1]), *base = made;
    if (!type_is_subtype(made, type)) return raise_type_error(vm, "%N.__new__(%N): %N is not a subtype of %N", type, made, made, type);
    while (base->flags & TYPE_HEAP) base = base->base;
    bool is_objects = type->slots.construct == object_construct && base->slots.construct == object_construct_finalizable; // a host class's
    if (base->slots.construct != type->slots.construct && !is_objects) return raise_type_error(vm, "%N.__new__(%N) is not safe, use %N.__new__()", type, made, base);
    if (is_objects || (type->slots.construct == object_construct && made->flags & TYPE_HAS_FINALIZER))
        return object_construct_finalizable(vm, made, args + 2, count - 2, keyword_names);
    return type->slots.construct(vm, made, args + 2, count - 2, keyword_names);
}
const NativeDef slot_new_def = {"__new__", {.raw = construct_method}, 0, -1, NATIVE_RAW, NULL, DOC("Create and return a new object.  See help(type) for accurate signature.")};

SlotFunction spec_slot(const TypeSpec *spec, size_t offset) {
    for (const SlotEntry *at = spec->slots; at && at->function; at++)
        if (at->offset == offset) return at->function;
    return NULL;
}

static bool is_shown(const VM *vm, const Type *type, const SlotDef *def) {
    if (!def->caller) return false;
    bool is_attribute_slot = def->slot == offsetof(TypeSlots, get_attribute) || def->slot == offsetof(TypeSlots, set_attribute);
    if (type == vm->types.object && is_attribute_slot) return true;
    if (!spec_slot(type->spec, def->slot)) return false;
    // sequences concatenate to the right only
    bool is_sequence = type->layout == LAYOUT_STR || type->layout == LAYOUT_BYTES || type->layout == LAYOUT_BYTEARRAY || type->layout == LAYOUT_LIST || type->layout == LAYOUT_TUPLE;
    return !(is_sequence && def->is_reflected && def->slot == offsetof(TypeSlots, binary[SLOT_ADD]));
}

static bool add_wrapper(VM *vm, Type *type, Dict *dict, const SlotDef *def) {
    SlotFunction function = *slot_place(&type->slots, def->slot);
    if (!function) function = def->slot == offsetof(TypeSlots, get_attribute) ? (SlotFunction)generic_get_attribute : (SlotFunction)generic_set_attribute;
    Value wrapper = slot_wrapper_new(vm, def, type, function);
    return wrapper != VALUE_ERROR && dict_set_str(vm, dict, slot_def_name(vm, def), wrapper);
}

bool slots_fill_namespace(VM *vm, Type *type, Dict *dict) {
    if (spec_slot(type->spec, offsetof(TypeSlots, construct)) && !(type->flags & TYPE_NO_INSTANTIATE)) {
        Value construct = native_new(vm, &slot_new_def, from_object(type), VALUE_NONE);
        if (construct == VALUE_ERROR || !dict_set_str(vm, dict, vm->names.__new__, construct)) return false;
    }
    for (const SlotDef *def = slot_defs; def->text; def++)
        if (is_shown(vm, type, def) && !add_wrapper(vm, type, dict, def)) return false;
    if (type->slots.hash == slot_hash_not_implemented && spec_slot(type->spec, offsetof(TypeSlots, compare))) return dict_set_str(vm, dict, vm->names.__hash__, VALUE_NONE);
    return true;
}
