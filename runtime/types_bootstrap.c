// Bootstrap: the built-in types, made from their specs when the VM wakes; and types of native modules later on.
//
//     blocks and root shapes of the early types -> slots, flags, layouts from the specs -> (now objects can be made)
//     interned strings, vm->names -> names, bases, mros of the early types -> the other types that wake -> the ready-made MemoryError
//
// All others stay stubs until something is made of them or a script names them (type_complete): a VM that runs small scripts has a third of its types.
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
    INTERNED_AT_START = 384, // strings, with those of a small script
};

// Made first: what types and their names are made of.
static const uint16_t early[] = {
#define EARLY(field) offsetof(Types, field)
    EARLY(object), EARLY(type), EARLY(shape), EARLY(str), EARLY(tuple), EARLY(dict),
#undef EARLY
};
enum { EARLY_COUNT = sizeof early / sizeof *early };

// Made next: the types of immediate values, those whose objects are made without object_new, or whose slots others call, and what is handed on as it stands.
static const uint16_t woken[] = {
#define WOKEN(field) offsetof(Types, field)
    WOKEN(int_), WOKEN(bool_), WOKEN(float_), WOKEN(none), WOKEN(not_implemented), WOKEN(ellipsis), WOKEN(bytes), WOKEN(list), WOKEN(MemoryError), WOKEN(AssertionError),
#undef WOKEN
};

// What vm->types has in place of a type that is not made yet: an address for each row, nothing but zeros as a Type, the same for all VMs. No object is of
// it, and nothing derives from it, so that comparing with it gives the right answer; who needs the type itself asks type_complete, and who compares
// after having made an object reads vm->types again.
enum { STUB_SIZE = 16 };
static const _Alignas(STUB_SIZE) char stubs[ROW_COUNT * STUB_SIZE + sizeof(Type)];
static Type *stub(size_t row) { return (Type *)(uintptr_t)(stubs + row * STUB_SIZE); }
bool type_is_stub(const Type *type) { return (uintptr_t)type - (uintptr_t)stubs < ROW_COUNT * STUB_SIZE; }

static Type **type_place(VM *vm, uint16_t offset) { return (Type **)(void *)((char *)&vm->types + offset); }

// ---- from a spec ---------------------------------------------------------------------------------------------------

static void inherit_slots(Type *type, const TypeSpec *spec, Type *base) {
    if (base) type->slots = base->slots;
    else memset(&type->slots, 0, sizeof type->slots);
    bool compares = false, hashes = false;
    for (const SlotEntry *at = spec->slots; at && at->function; at++) {
        *slot_place(&type->slots, at->offset) = at->function;
        compares |= at->offset == offsetof(TypeSlots, compare);
        hashes |= at->offset == offsetof(TypeSlots, hash);
    }
    if (compares && !hashes) type->slots.hash = slot_hash_not_implemented;
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

// (The name is not interned: a table that has grown large may have no room to grow when a type is needed to say so.)
static bool name_type(VM *vm, Type *type) {
    const char *name = type->spec->name, *dot = strrchr(name, '.');
    if (dot && !(type->module = str_intern(vm, name, (size_t)(dot - name)))) return false;
    if (dot) name = dot + 1;
    Value text = str_new(vm, name, strlen(name));
    if (text != VALUE_ERROR) type->name = type->qualname = as_str(text);
    return text != VALUE_ERROR;
}

// `second`: another base, or NULL. `stays`: as long as the VM.
static bool type_complete_native(VM *vm, Type *type, Type *second, bool stays) {
    Type *base = type->base;
    Tuple *of_type = vm->types.type->bases; // (object,), which most types have
    Value bases = !base ? vm->empty_tuple : second ? tuple_pack(vm, 2, from_object(base), from_object(second)) : of_type && base == vm->types.object ? from_object(of_type) : tuple_pack(vm, 1, from_object(base));
    if (bases == VALUE_ERROR || !name_type(vm, type)) return false;
    type->bases = as_tuple(bases);
    Value mro = base ? type_linearise(vm, type, type->bases) : tuple_pack(vm, 1, from_object(type));
    if (mro == VALUE_ERROR) return false;
    type->mro = as_tuple(mro);
    type->version = vm->next_type_version == UINT32_MAX ? 0 : ++vm->next_type_version;
    if (base && !type_add_subclass(vm, base, type, stays)) return false;
    if (!second || type_add_subclass(vm, second, type, stays)) return true;
    type_remove_subclass(base, type);
    return false;
}

Type *type_new_from_spec(VM *vm, const TypeSpec *spec, Type *base) {
    if (!(base = type_complete(vm, base ? base : vm->types.object))) return NULL;
    Type *type = object_new(vm, vm->types.type, sizeof *type);
    if (!type) return NULL;
    memset((char *)type + sizeof(Object), 0, sizeof *type - sizeof(Object));
    type_take_spec(vm, type, spec, base);
    return type_lay_out(vm, type) && type_complete_native(vm, type, NULL, false) ? type : NULL;
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

// Its block and its root shape.
static Type *allocate(VM *vm) {
    Type *type = zeroed(vm, sizeof *type, offsetof(Type, slots)); // take_spec fills the slots
    return type && make_root_shape(vm, type) ? type : NULL;
}

static void take_spec(VM *vm, Type *type, const Row *row, Type *base) {
    uint32_t serial = vm->next_type_serial;
    type->head.shape = vm->types.type->root_shape;
    type->root_shape->head.shape = vm->types.shape->root_shape;
    type_take_spec(vm, type, row->spec, base);
    vm->next_type_serial = serial;
    type->serial = (uint32_t)(row - rows) + 1;
    type->overflow_offset = type->root_shape->overflow_offset = type->flags & TYPE_HAS_DICT ? sizeof(Object) : 0;
}

// The names of vm->names in their order, one behind the other, and how long they are.
static const char name_texts[] =
#define NAME(name) #name
#include "runtime/names.def"
#undef NAME
    "0123456789abcdef"; // and what may be read behind them
static const unsigned char name_sizes[] = {
#define NAME(name) sizeof #name - 1,
#include "runtime/names.def"
#undef NAME
};
_Static_assert(sizeof(Names) == sizeof name_sizes * sizeof(Str *), "names only");

static bool intern_names(VM *vm) {
    if (!(vm->interned = dict_new(vm)) || !table_reserve(vm, vm->interned, INTERNED_AT_START)) return false;
    if (!str_intern_first(vm, name_texts, name_sizes, sizeof name_sizes, (Str **)&vm->names)) return false;
    slots_mark_names(vm);
    return true;
}

// The type of a row, made if need be. NULL: MemoryError is set.
static Type *make(VM *vm, const Row *row) {
    Type **place = type_place(vm, row->type);
    if (!type_is_stub(*place)) return *place;
    Type *base = make(vm, &rows[row->base / sizeof(Type *)]);
    bool of_two = row->type == offsetof(Types, ExceptionGroup);
    if (!base || (of_two && !type_complete(vm, vm->types.Exception))) return NULL;
    Type *type = allocate(vm);
    if (!type) return raise_memory_error(vm), NULL;
    take_spec(vm, type, row, base);
    if (!type_complete_native(vm, type, of_two ? vm->types.Exception : NULL, true)) return NULL;
    return *place = type;
}

Type *type_complete_slow(VM *vm, Type *type) {
    if (!vm_wake(vm)) return NULL;
    return type_is_stub(type) ? make(vm, &rows[((uintptr_t)type - (uintptr_t)stubs) / STUB_SIZE]) : type; // or a class that is being made
}

bool types_complete(VM *vm) {
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (!make(vm, &rows[i])) return false;
    return true;
}

void types_begin(VM *vm) {
    for (size_t i = 0; i < ROW_COUNT; i++) *type_place(vm, rows[i].type) = stub(i);
    vm->next_type_serial = ROW_COUNT;
}

bool types_bootstrap(VM *vm) {
    for (size_t i = 0; i < EARLY_COUNT; i++)
        if (!(*type_place(vm, early[i]) = allocate(vm))) return false;
    for (size_t i = 0; i < EARLY_COUNT; i++) {
        const Row *row = &rows[early[i] / sizeof(Type *)];
        take_spec(vm, *type_place(vm, row->type), row, row->base == row->type ? NULL : vm->types.object);
    }
    if (!intern_names(vm) || (!vm->empty_tuple && (vm->empty_tuple = tuple_new(vm, NULL, 0)) == VALUE_ERROR)) return false;
    for (size_t i = 0; i < EARLY_COUNT; i++)
        if (!type_complete_native(vm, *type_place(vm, early[i]), NULL, true)) return false;
    for (size_t i = 0; i < sizeof woken / sizeof *woken; i++)
        if (!make(vm, &rows[woken[i] / sizeof(Type *)])) return false;
    Exception *memory_error = exception_alloc(vm, vm->types.MemoryError, vm->empty_tuple);
    vm->memory_error = from_object(memory_error);
    return memory_error != NULL;
}
