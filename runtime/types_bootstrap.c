// Bootstrap: every built-in type made from its spec when a VM opens; and types of native modules later on.
//
//     blocks for all types and their root shapes -> slots, flags, layouts from the specs -> (now objects can be made)
//     interned strings, vm->names -> names, bases, mros of the types -> the ready-made MemoryError
//
// Of most exceptions there is no more than the block: type_complete does the same with each when it is first raised, types_complete with all of them
// before code can run (builtins_dict).
//
// Namespaces are not filled here: type_dict does it when a type is first looked into.
#include "runtime/objects/descriptors.h"
#include "runtime/objects/exception_private.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"

#define BUILTIN_TYPE(field, spec, base) extern const TypeSpec spec;
#include "runtime/builtin_types.def"
#undef BUILTIN_TYPE

typedef struct Row {
    const TypeSpec *spec;
    uint16_t type, base; // offsets in Types
} Row;
static const Row rows[] = {
#define BUILTIN_TYPE(field, spec, base) {&spec, offsetof(Types, field), offsetof(Types, base)},
#include "runtime/builtin_types.def"
#undef BUILTIN_TYPE
#define EXCEPTION_TYPE(name, base, doc) {&exception_specs[EXCEPTION_##name], offsetof(Types, name), offsetof(Types, base)},
#include "runtime/exceptions.def"
#undef EXCEPTION_TYPE
};
enum {
    ROW_COUNT = sizeof rows / sizeof *rows,
    EARLY_COUNT = ROW_COUNT - EXCEPTION_COUNT, // rows from there on are made late
    NAMES_AT_START = 768,                      // interned strings, with those of a small script
};

static Type **type_place(VM *vm, uint16_t offset) { return (Type **)(void *)((char *)&vm->types + offset); }

// ---- from a spec ---------------------------------------------------------------------------------------------------

enum { SLOTS_TOGETHER = 4 };
_Static_assert(SLOT_WORDS % SLOTS_TOGETHER == 0, "slots are looked at so many at a time");

static void inherit_slots(Type *type, const TypeSpec *spec, Type *base) {
    type->slots = base ? base->slots : spec->slots;
    if (!base) return;
    uintptr_t own[SLOT_WORDS];
    memcpy(own, &spec->slots, sizeof own);
    for (size_t i = 0; i < SLOT_WORDS; i += SLOTS_TOGETHER) { // most are NULL
        if (!(own[i] | own[i + 1] | own[i + 2] | own[i + 3])) continue;
        for (size_t j = i; j < i + SLOTS_TOGETHER; j++)
            if (own[j]) *slot_place(&type->slots, j * sizeof(SlotFunction)) = *slot_place((TypeSlots *)(uintptr_t)&spec->slots, j * sizeof(SlotFunction));
    }
    if (spec->slots.compare && !spec->slots.hash) type->slots.hash = slot_hash_not_implemented;
    if (spec->flags & TYPE_NO_INSTANTIATE) type->slots.construct = construct_refused;
}

void type_take_spec(VM *vm, Type *type, const TypeSpec *spec, Type *base) {
    const uint32_t inherited = TYPE_HAS_DICT | TYPE_EXCEPTION | TYPE_HAS_FINALIZER | TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN;
    type->spec = spec;
    type->base = base;
    type->flags = spec->flags | (base ? base->flags & inherited : 0);
    type->layout = (uint8_t)(spec->layout != LAYOUT_NONE || !base ? spec->layout : base->layout);
    type->instance_size = spec->size ? spec->size : base ? base->instance_size : sizeof(Object);
    type->serial = ++vm->next_type_serial;
    inherit_slots(type, spec, base);
}

static bool name_type(VM *vm, Type *type) {
    const char *name = type->spec->name, *dot = strrchr(name, '.');
    if (dot && !(type->module = str_intern(vm, name, (size_t)(dot - name)))) return false;
    if (dot) name = dot + 1;
    return (type->name = type->qualname = str_intern(vm, name, strlen(name))) != NULL;
}

bool type_complete_native(VM *vm, Type *type) {
    Type *base = type->base;
    Tuple *of_type = vm->types.type->bases; // (object,), which most types have
    Value bases = !base ? vm->empty_tuple : of_type && base == vm->types.object ? from_object(of_type) : tuple_pack(vm, 1, from_object(base));
    if (type == vm->types.ExceptionGroup) bases = tuple_pack(vm, 2, from_object(base), from_object(vm->types.Exception)); // the only one with two
    if (bases == VALUE_ERROR || !name_type(vm, type)) return false;
    type->bases = as_tuple(bases);
    Value mro = base ? type_linearise(vm, type, type->bases) : tuple_pack(vm, 1, from_object(type));
    if (mro == VALUE_ERROR) return false;
    type->mro = as_tuple(mro);
    type->version = ++vm->next_type_version;
    return !base || type_add_subclass(vm, base, type);
}

Type *type_new_from_spec(VM *vm, const TypeSpec *spec, Type *base) {
    Type *type = object_new(vm, vm->types.type, sizeof *type);
    if (!type) return NULL;
    memset((char *)type + sizeof(Object), 0, sizeof *type - sizeof(Object));
    type_take_spec(vm, type, spec, base ? base : vm->types.object);
    return type_lay_out(vm, type) && type_complete_native(vm, type) ? type : NULL;
}

// ---- when the VM opens ---------------------------------------------------------------------------------------------

static void *zeroed(VM *vm, size_t size, size_t zeroed_size) {
    void *block = heap_alloc(vm->heap, size);
    return block ? memset(block, 0, zeroed_size) : NULL;
}

static bool make_root_shape(VM *vm, Type *type) {
    if (!(type->root_shape = zeroed(vm, sizeof *type->root_shape, sizeof *type->root_shape))) return false;
    type->root_shape->type = type;
    return true;
}

static bool allocate(VM *vm) {
    for (size_t i = 0; i < ROW_COUNT; i++) {
        Type *type = zeroed(vm, sizeof *type, offsetof(Type, slots)); // take_specs fills the slots
        *type_place(vm, rows[i].type) = type;
        if (!type || (i < EARLY_COUNT && !make_root_shape(vm, type))) return false;
    }
    return true;
}

static void take_spec(VM *vm, const Row *row) {
    Type *type = *type_place(vm, row->type), *base = *type_place(vm, row->base);
    type->head.shape = vm->types.type->root_shape;
    type->root_shape->head.shape = vm->types.shape->root_shape;
    type_take_spec(vm, type, row->spec, base == type ? NULL : base);
    type->serial = (uint32_t)(row - rows) + 1;
    type->overflow_offset = type->root_shape->overflow_offset = type->flags & TYPE_HAS_DICT ? sizeof(Object) : 0;
}

static bool intern_names(VM *vm) {
    if (!(vm->interned = dict_new(vm)) || !table_reserve(vm, vm->interned, NAMES_AT_START)) return false;
#define NAME(name)                                                                                                               \
    if (!(vm->names.name = str_intern_first(vm, #name, sizeof #name - 1))) return false;
#include "runtime/names.def"
#undef NAME
    return true;
}

// (Stored into as if it were fresh, but the block may be marked already.)
static bool complete_late(VM *vm, const Row *row) {
    Type *type = *type_place(vm, row->type);
    uint32_t serial = vm->next_type_serial;
    if (type->mro) return true;
    if (!complete_late(vm, &rows[row->base / sizeof(Type *)]) || (type == vm->types.ExceptionGroup && !type_complete(vm, vm->types.Exception))) return false;
    if (!make_root_shape(vm, type)) return raise_memory_error(vm), false;
    take_spec(vm, row);
    vm->next_type_serial = serial;
    gc_wrote(vm, type);
    bool good = type_complete_native(vm, type);
    if (good && type == vm->types.ExceptionGroup && !type_add_subclass(vm, vm->types.Exception, type)) type_remove_subclass(type->base, type), good = false;
    if (!good) type->mro = NULL, type->head.shape = NULL; // another time
    return good;
}

bool type_complete_slow(VM *vm, Type *type) {
    for (const Row *row = rows + EARLY_COUNT; row < rows + ROW_COUNT; row++)
        if (*type_place(vm, row->type) == type) return complete_late(vm, row);
    return true; // a class that is being made
}

bool types_complete(VM *vm) {
    for (const Row *row = rows + EARLY_COUNT; row < rows + ROW_COUNT; row++)
        if (!complete_late(vm, row)) return false;
    return true;
}

bool types_bootstrap(VM *vm) {
    if (!allocate(vm)) return false;
    for (const Row *row = rows; row < rows + EARLY_COUNT; row++) take_spec(vm, row);
    vm->next_type_serial = ROW_COUNT;
    if (!intern_names(vm) || (!vm->empty_tuple && (vm->empty_tuple = tuple_new(vm, NULL, 0)) == VALUE_ERROR)) return false;
    for (const Row *row = rows; row < rows + EARLY_COUNT; row++)
        if (!type_complete_native(vm, *type_place(vm, row->type))) return false;
    Exception *memory_error = exception_alloc(vm, vm->types.MemoryError, vm->empty_tuple);
    vm->memory_error = from_object(memory_error);
    return memory_error != NULL;
}
