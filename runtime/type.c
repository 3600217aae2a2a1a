// Types: looking names up in them, their namespaces, order of bases, layout of instances. See type.h; the type `type` is in objects/type_object.c.
#include "runtime/type.h"
#include "runtime/gc.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <stdlib.h>

enum { INLINE_SLOTS_AT_START = 3 };

// ---- what is asked most --------------------------------------------------------------------------------------------

Type *value_type_slow(const VM *vm, Value v) {
    if (is_small_int(v)) return vm->types.int_;
    if (is_inline_float(v)) return vm->types.float_;
    switch (v) {
    case VALUE_NONE: return vm->types.none;
    case VALUE_TRUE: case VALUE_FALSE: return vm->types.bool_;
    case VALUE_NOT_IMPLEMENTED: return vm->types.not_implemented;
    case VALUE_ELLIPSIS: return vm->types.ellipsis;
    default: return is_object(v) ? object_type(as_object(v)) : vm->types.object;
    }
}

const char *type_name_of(const VM *vm, Value v) {
    const Type *type = value_type(vm, v);
    return type->flags & TYPE_HEAP ? type->name->text : type->spec->name;
}

bool type_is_subtype(const Type *type, const Type *base) {
    if (type == base) return true;
    const Tuple *mro = type->mro;
    if (mro) {
        for (size_t i = 1; i < mro->count; i++)
            if (mro->items[i] == from_object(base)) return true;
        return false;
    }
    for (; type; type = type->base) // while types are being made
        if (type == base) return true;
    return false;
}

// ---- looking up ----------------------------------------------------------------------------------------------------

#ifndef TYPHON_CORE
// A built-in type whose namespace nobody has asked for yet, and which would not have the name: it need not be made. (Those that all others are derived from, or are instances of, are asked for
// so many names that theirs is.)
static bool surely_lacks(const VM *vm, const Type *type, const Str *name) {
    const TypeSpec *spec = type->spec;
    if (type->flags & TYPE_HEAP || type == vm->types.object || type == vm->types.type || !(name->flags & STR_INTERNED) || name->flags >> STR_SLOT_SHIFT) return false;
    if (name == vm->names.__new__ || name == vm->names.__hash__ || name == vm->names.__doc__ || (name == vm->names.__dict__ && type->flags & TYPE_HAS_DICT)) return false;
    for (const NativeDef *def = spec->methods; def && def->name; def++)
        if (def->name[0] == name->text[0] && strcmp(def->name, name->text) == 0) return false;
    for (const GetSetDef *def = spec->getset; def && def->name; def++)
        if (def->name[0] == name->text[0] && strcmp(def->name, name->text) == 0) return false;
    return true;
}
#else
static bool surely_lacks(const VM *vm, const Type *type, const Str *name) { return (void)vm, (void)type, (void)name, false; }
#endif

// The first type on the MRO that has the name decides. *certain: false when memory did not suffice to look everywhere.
static Value find_along_mro(VM *vm, const Type *type, Str *name, bool *certain) {
    const Tuple *mro = type->mro;
    for (size_t i = 0; i < mro->count; i++) {
        Type *holder = as_type(mro->items[i]);
        Dict *dict = holder->dict;
        Value raised = vm->exception;
        if (!dict && surely_lacks(vm, holder, name)) continue;
        if (!dict && !(dict = type_dict(vm, holder))) {
            vm->exception = raised;
            *certain = false;
            continue;
        }
        Value found = dict_get_str(vm, dict, name);
        if (found != VALUE_UNBOUND) return found;
    }
    return VALUE_UNBOUND;
}

Value type_lookup(VM *vm, Type *type, Str *name) {
    if (__builtin_expect(vm->method_cache_collection != vm->heap->collections, 0)) { // names in it may be gone
        memset(vm->method_cache, 0, sizeof vm->method_cache);
        vm->method_cache_collection = vm->heap->collections;
    }
    uint32_t version = type->version;
    MethodCacheEntry *entry = method_cache_place(vm, version, name);
    if (entry->version == version && entry->name == name) return entry->value;
    bool certain = true;
    Value found = find_along_mro(vm, type, name, &certain);
    if (certain && type->version) *entry = (MethodCacheEntry){type->version, name, found};
    return found;
}

// ---- namespaces ----------------------------------------------------------------------------------------------------

static bool add(VM *vm, Dict *dict, const char *name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern(vm, name, strlen(name));
    return key && dict_set_str(vm, dict, key, value);
}

static Value method_object(VM *vm, Type *type, const NativeDef *def) {
    if (!(def->flags & NATIVE_STATIC)) return native_method_new(vm, def, type);
    Value function = native_new(vm, def, VALUE_UNBOUND, VALUE_NONE);
    if (function == VALUE_ERROR) return VALUE_ERROR;
    ((Native *)as_object(function))->type = type; // for its name
    return staticmethod_new(vm, function);
}

static bool fill_namespace(VM *vm, Type *type, Dict *dict) {
    const TypeSpec *spec = type->spec;
    if (!slots_fill_namespace(vm, type, dict)) return false;
    for (const NativeDef *def = spec->methods; def && def->name; def++)
        if (!add(vm, dict, def->name, method_object(vm, type, def))) return false;
    if (type->flags & TYPE_HAS_DICT && !(type->base->flags & TYPE_HAS_DICT) && !add(vm, dict, "__dict__", getset_new(vm, &object_dict_def, type))) return false;
    for (const GetSetDef *def = spec->getset; def && def->name; def++)
        if (!add(vm, dict, def->name, getset_new(vm, def, type))) return false;
    if (dict_get_str(vm, dict, vm->names.__doc__) != VALUE_UNBOUND) return true;
    return add(vm, dict, "__doc__", spec->doc ? str_from_cstring(vm, spec->doc) : VALUE_NONE);
}

Dict *type_dict(VM *vm, Type *type) {
    if (type->dict) return type->dict;
    Dict *dict = dict_new(vm);
    if (!dict || !fill_namespace(vm, type, dict)) return NULL;
    gc_store_object(vm, type, &type->dict, dict);
    return dict;
}

void type_modified(VM *vm, Type *type) {
    // Versions are never used twice; when they run out (after four thousand million changes) types have 0, which is not cached.
    type->version = vm->next_type_version == UINT32_MAX ? 0 : ++vm->next_type_version;
    for (uint32_t i = 0; i < type->subclass_count; i++) type_modified(vm, type->subclasses[i]);
}

#ifndef TYPHON_CORE
// Counters, `Class.made += 1`, and the like: the third time an attribute gets another value of its type, whatever is cached by value of attributes of this name is
// forgotten; from then on they are looked up in the namespace (CACHE_VARIABLE), and the version stays.
static bool is_variable(const Type *type, const Str *name) { return type->flags & TYPE_HAS_VARIABLES && (name->flags & STR_CHANGES) == STR_CHANGES; }
Dict *type_variable_holder(VM *vm, const Type *type, Str *name) {
    for (size_t i = 0; (name->flags & STR_CHANGES) == STR_CHANGES && i < type->mro->count; i++) {
        const Type *holder = as_type(type->mro->items[i]);
        if (holder->dict && dict_get_str(vm, holder->dict, name) != VALUE_UNBOUND) return is_variable(holder, name) ? holder->dict : NULL;
    }
    return NULL;
}
bool type_is_data(const VM *vm, Value v) {
    if (!is_object(v)) return v != VALUE_NONE && v != VALUE_UNBOUND;
    const Type *type = as_object(v)->shape->type;
    return type == vm->types.int_ || type == vm->types.float_ || type == vm->types.str || type == vm->types.list || type == vm->types.dict || type == vm->types.set || type == vm->types.tuple;
}
static void forget_found(VM *vm, const Type *type, const Str *name) {
    MethodCacheEntry *entry = method_cache_place(vm, type->version, name);
    if (entry->name == name) entry->name = NULL;
    for (uint32_t i = 0; i < type->subclass_count; i++) forget_found(vm, type->subclasses[i], name);
}
static bool set_variable(VM *vm, Type *type, Dict *dict, Str *name, Value value) { // false: it is to be set in the ordinary way
    Value before = dict_get_str(vm, dict, name);
    if (!type_is_data(vm, before) || !type_is_data(vm, value) || value_type(vm, before) != value_type(vm, value) || (name->size > 1 && name->text[0] == '_' && name->text[1] == '_')) return false;
    if (!is_variable(type, name)) {
        bool is_new = (name->flags & STR_CHANGES) != STR_CHANGES;
        if (is_new && ((name->flags += STR_CHANGE) & STR_CHANGES) != STR_CHANGES) return false;
        type->flags |= TYPE_HAS_VARIABLES;
        type_modified(vm, is_new ? vm->types.object : type);
    }
    forget_found(vm, type, name);
    return dict_set_str(vm, dict, name, value);
}
#endif
bool type_set(VM *vm, Type *type, Str *name, Value value) {
    Dict *dict = type_dict(vm, type);
    if (!dict) return false;
#ifndef TYPHON_CORE
    if (set_variable(vm, type, dict, name, value)) return true;
#endif
    if (value == VALUE_UNBOUND) {
        if (!dict_delete_str(vm, dict, name)) return raise_attribute_error(vm, from_object(type), name), false;
    } else if (!dict_set_str(vm, dict, name, value)) {
        return false;
    }
    // What is cached of any class may be an instance of this one, which was no descriptor, or one of another kind.
    bool makes_descriptors = name == vm->names.__get__ || name == vm->names.__set__ || name == vm->names.__delete__;
    type_modified(vm, makes_descriptors ? vm->types.object : type);
    slots_resolve_name(vm, type, name, value);
    return true;
}

Value type_module(VM *vm, Type *type) {
    if (type->flags & TYPE_HEAP) return dict_get_str(vm, type->dict, vm->names.__module__);
    return from_object(type->module ? type->module : vm->names.builtins);
}

// ---- subclasses ----------------------------------------------------------------------------------------------------

bool type_add_subclass(VM *vm, Type *base, Type *subclass, bool stays) {
    if (base->subclass_count == base->subclass_capacity) {
        uint32_t capacity = base->subclass_capacity ? 2 * base->subclass_capacity : 4;
        Type **larger = block_resize(vm, base->subclasses, base->subclass_capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return false;
        gc_store_object(vm, base, &base->subclasses, larger);
        base->subclass_capacity = capacity;
    }
    base->subclasses[base->subclass_count++] = subclass;
    if (!stays) gc_must_be_full(vm);
    return true;
}

void type_remove_subclass(Type *base, Type *subclass) {
    for (uint32_t i = 0; i < base->subclass_count; i++) {
        if (base->subclasses[i] != subclass) continue;
        base->subclasses[i] = base->subclasses[--base->subclass_count];
        return;
    }
}

static int by_serial(const void *a, const void *b) {
    uint32_t left = as_type(*(const Value *)a)->serial, right = as_type(*(const Value *)b)->serial;
    return left < right ? -1 : left > right;
}

Value type_subclasses(VM *vm, Type *type) {
    if (!(type->flags & TYPE_HEAP) && !types_complete(vm)) return VALUE_ERROR;
    Value list = list_new(vm, NULL, type->subclass_count);
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (uint32_t i = 0; i < type->subclass_count; i++)
        if (!list_append(vm, as_list(list), from_object(type->subclasses[i]))) return VALUE_ERROR;
    if (type->subclass_count) qsort(as_list(list)->items, as_list(list)->count, sizeof(Value), by_serial);
    return list;
}

// After each full collection `subclasses` begins empty and every marked subclass adds itself: those that are not marked are gone.
// (A type has an mro from when it is added to its bases.)
void type_forget_subclasses(Type *type) { type->subclass_count = 0; }
void type_refill_subclasses(Type *type) {
    for (size_t i = 0; type->mro && i < type->bases->count; i++) {
        Type *base = as_type(type->bases->items[i]);
        if (base != type && base->subclass_count < base->subclass_capacity) base->subclasses[base->subclass_count++] = type;
    }
}

void type_trace(VM *vm, Object *self) {
    Type *type = (Type *)self;
    gc_mark_object(vm, type->name), gc_mark_object(vm, type->qualname), gc_mark_object(vm, type->module);
    gc_mark_object(vm, type->bases), gc_mark_object(vm, type->mro);
    gc_mark_object(vm, type->base), gc_mark_object(vm, type->dict);
    gc_mark_object(vm, type->root_shape), gc_mark_object(vm, type->dictionary_shape);
    gc_mark_object(vm, type->attribute_guards);
    gc_mark_block(vm, type->subclasses);
    gc_note_type(vm, type);
}

// ---- order of bases ------------------------------------------------------------------------------------------------

// "The Python 2.3 Method Resolution Order" (C3; Barrett et al. 1996): merges the linearisations of the bases and the list of bases.
typedef struct Merge {
    const Tuple **sequences; // of the bases, then the bases themselves
    size_t *at, count;       // how much of each is taken
} Merge;

static bool is_in_a_tail(const Merge *merge, Value candidate) {
    for (size_t i = 0; i < merge->count; i++)
        for (size_t j = merge->at[i] + 1; j < merge->sequences[i]->count; j++)
            if (merge->sequences[i]->items[j] == candidate) return true;
    return false;
}

// The next class in order; VALUE_END: all are taken, VALUE_UNBOUND: there is none that fits. items: of all sequences.
static Value next_class(VM *vm, Merge *merge, size_t items) {
    bool left = false;
    for (size_t i = 0; i < merge->count; i++) {
        if (merge->at[i] >= merge->sequences[i]->count) continue;
        left = true;
        Value candidate = merge->sequences[i]->items[merge->at[i]];
        if (!work(vm, items / 8)) return VALUE_ERROR;
        if (is_in_a_tail(merge, candidate)) continue;
        for (size_t j = 0; j < merge->count; j++)
            if (merge->at[j] < merge->sequences[j]->count && merge->sequences[j]->items[merge->at[j]] == candidate) merge->at[j]++;
        return candidate;
    }
    return left ? VALUE_UNBOUND : VALUE_END;
}

static void raise_inconsistent(VM *vm, const Merge *merge) {
    StrBuilder names;
    str_builder_init(&names, vm);
    for (size_t i = 0, shown = 0; i < merge->count; i++) {
        if (merge->at[i] >= merge->sequences[i]->count) continue;
        Value head = merge->sequences[i]->items[merge->at[i]];
        bool repeated = false;
        for (size_t j = 0; j < i; j++) repeated |= merge->at[j] < merge->sequences[j]->count && merge->sequences[j]->items[merge->at[j]] == head;
        if (repeated) continue;
        if (shown++) str_builder_add_cstring(&names, ", ");
        str_builder_add_str(&names, as_type(head)->name);
    }
    Value text = str_builder_finish(&names);
    if (text != VALUE_ERROR) raise_type_error(vm, "Cannot create a consistent method resolution\norder (MRO) for bases %U", as_str(text));
}

static bool check_repeated_bases(VM *vm, const Tuple *bases) {
    for (size_t i = 0; i < bases->count; i++)
        for (size_t j = i + 1; j < bases->count; j++)
            if (bases->items[i] == bases->items[j]) return raise_type_error(vm, "duplicate base class %N", as_type(bases->items[i])), false;
    return true;
}

static Value merge_bases(VM *vm, Type *type, Tuple *bases, Merge *merge) {
    size_t most = 1;
    for (size_t i = 0; i < bases->count; i++) {
        merge->sequences[i] = as_type(bases->items[i])->mro;
        most += merge->sequences[i]->count;
    }
    merge->sequences[bases->count] = bases;
    memset(merge->at, 0, merge->count * sizeof *merge->at);
    Value order = list_new(vm, NULL, most);
    if (order == VALUE_ERROR || !list_append(vm, as_list(order), from_object(type))) return VALUE_ERROR;
    for (;;) {
        Value next = next_class(vm, merge, most + bases->count);
        if (next == VALUE_ERROR) return VALUE_ERROR;
        if (next == VALUE_END) return tuple_new(vm, as_list(order)->items, as_list(order)->count);
        if (next == VALUE_UNBOUND) return raise_inconsistent(vm, merge), VALUE_ERROR;
        if (!list_append(vm, as_list(order), next)) return VALUE_ERROR;
    }
}

Value type_linearise(VM *vm, Type *type, Tuple *bases) {
    if (bases->count == 1) {
        const Tuple *rest = as_type(bases->items[0])->mro;
        Value mro = tuple_new(vm, NULL, rest->count + 1);
        if (mro == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(mro)->items[0] = from_object(type);
        memcpy(as_tuple(mro)->items + 1, rest->items, rest->count * sizeof(Value));
        return mro;
    }
    if (!check_repeated_bases(vm, bases)) return VALUE_ERROR;
    size_t count = bases->count + 1, size = count * (sizeof(Tuple *) + sizeof(size_t));
    void *block = block_new(vm, size);
    if (!block) return VALUE_ERROR;
    Merge merge = {.sequences = block, .at = (size_t *)(void *)((const Tuple **)block + count), .count = count};
    Value mro = merge_bases(vm, type, bases, &merge);
    block_free(vm, block, size);
    return mro;
}

// ---- layout of instances -------------------------------------------------------------------------------------------

static size_t aligned(size_t size) { return (size + 7) & ~(size_t)7; }
static bool has_variable_size(const Type *type) {
    return type->layout == LAYOUT_INT || type->layout == LAYOUT_STR || type->layout == LAYOUT_BYTES || type->layout == LAYOUT_TUPLE;
}

static uint32_t inline_slots_at_start(const Type *type) {
    if (!(type->flags & TYPE_HAS_DICT)) return type->member_count;
    uint32_t wanted = type->member_count + INLINE_SLOTS_AT_START;
    if (type->base->flags & TYPE_HEAP && type->base->inline_slots > wanted) wanted = type->base->inline_slots;
    return wanted < INLINE_SLOTS_MAX ? wanted : type->member_count >= INLINE_SLOTS_MAX ? type->member_count + 1u : INLINE_SLOTS_MAX;
}

static bool make_root_shape(VM *vm, Type *type) {
    Shape *root = shape_new_root(vm, type);
    if (root) gc_store_object(vm, type, &type->root_shape, root);
    return root != NULL;
}

// A heap block is a multiple of 16 bytes: what it has room for besides is slots, too, where instances take attributes.
static void size_for(Type *type, uint32_t slots) {
    size_t size = type->slots_offset + sizeof(Value) * slots;
    if (type->flags & TYPE_HAS_DICT) size = (size + 15) & ~(size_t)15;
    type->inline_slots = (uint16_t)((size - type->slots_offset) / sizeof(Value));
    type->instance_size = (uint32_t)size;
}

bool type_lay_out(VM *vm, Type *type) {
    if (!(type->flags & TYPE_HEAP)) {
        type->overflow_offset = !(type->flags & TYPE_HAS_DICT) ? 0 : type->layout == LAYOUT_DICT ? sizeof(Dict) : sizeof(Object);
        return make_root_shape(vm, type);
    }
    const Type *native = type_native_base(type);
    if (has_variable_size(type)) {
        type->overflow_offset = type->flags & TYPE_HAS_DICT || type->member_count ? OVERFLOW_AT_END : 0;
        type->slots_offset = 0;
        type->inline_slots = type->member_count;
        type->instance_size = (uint32_t)aligned(native->instance_size);
    } else {
        type->overflow_offset = native->overflow_offset;
        type->slots_offset = (uint16_t)aligned(native->instance_size);
        size_for(type, inline_slots_at_start(type));
    }
    return make_root_shape(vm, type);
}

bool type_set_inline_slots(VM *vm, Type *type, uint32_t inline_slots) {
    uint32_t before = type->inline_slots;
    size_for(type, inline_slots);
    if (type->inline_slots == before || make_root_shape(vm, type)) return true;
    size_for(type, before);
    return false;
}
