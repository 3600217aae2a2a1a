// weakref.ReferenceType, and the _weakref module. References to live objects stand in a hash table by the address of what they refer to
// (objects never move); the collector empties those whose object died (weak_references_clear) and takes out those that died themselves.
#include "runtime/attributes.h"
#include "runtime/gc.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/generic_alias.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <stdlib.h>

typedef struct WeakReference WeakReference;
struct WeakReference {
    Object head;
    Value target;        // not traced; VALUE_UNBOUND: it has died
    Value callback;      // or VALUE_NONE
    WeakReference *next; // of the same bucket; or of those whose callback is to be called
    uint64_t hash;
    uint64_t has_hash;
};

typedef struct WeakTable {
    WeakReference **buckets; // bucket_count (a power of two), malloc
    size_t bucket_count, count;
    WeakReference *callbacks; // dead ones whose callback was not called yet
    bool is_calling;          // a callback runs; what dies meanwhile waits for its turn
    WeakReference **young;    // made since the last collection: only they can be new ones, or refer to new ones (malloc)
    size_t young_count, young_capacity;
} WeakTable;

static WeakReference *as_reference(Value v) { return (WeakReference *)as_object(v); }
static size_t bucket_of(const WeakTable *table, Value target) { return (size_t)((target >> 4) * 0x9e3779b97f4a7c15ULL >> 20) & (table->bucket_count - 1); }

// ---- the table ---------------------------------------------------------------------------------------------------

static WeakTable *table_of(VM *vm) {
    if (!vm->weak_references) vm->weak_references = calloc(1, sizeof(WeakTable));
    if (!vm->weak_references) raise_memory_error(vm);
    return vm->weak_references;
}

static WeakReference *reversed(WeakReference *first) {
    WeakReference *result = NULL;
    for (WeakReference *next; first; first = next) {
        next = first->next;
        first->next = result;
        result = first;
    }
    return result;
}

static bool grow(VM *vm, WeakTable *table) {
    WeakTable larger = {.bucket_count = table->bucket_count ? 2 * table->bucket_count : 64};
    larger.buckets = calloc(larger.bucket_count, sizeof *larger.buckets);
    if (!larger.buckets) return raise_memory_error(vm), false;
    for (size_t i = 0; i < table->bucket_count; i++)
        for (WeakReference *r = reversed(table->buckets[i]), *next; r; r = next) { // so that the newest stays first
            next = r->next;
            WeakReference **bucket = &larger.buckets[bucket_of(&larger, r->target)];
            r->next = *bucket;
            *bucket = r;
        }
    free(table->buckets);
    table->buckets = larger.buckets, table->bucket_count = larger.bucket_count;
    return true;
}

static bool note_young(VM *vm, WeakTable *table, WeakReference *reference) {
    if (table->young_count == table->young_capacity) {
        size_t capacity = table->young_capacity ? 2 * table->young_capacity : 64;
        WeakReference **larger = realloc(table->young, capacity * sizeof *larger);
        if (!larger) return raise_memory_error(vm), false;
        table->young = larger, table->young_capacity = capacity;
    }
    table->young[table->young_count++] = reference;
    return true;
}

static bool insert(VM *vm, WeakReference *reference) {
    WeakTable *table = table_of(vm);
    if (!table || (table->count >= table->bucket_count && !grow(vm, table)) || !note_young(vm, table, reference)) return false;
    WeakReference **bucket = &table->buckets[bucket_of(table, reference->target)];
    reference->next = *bucket;
    *bucket = reference;
    table->count++;
    return true;
}

static WeakReference *first_of_bucket(VM *vm, Value target) {
    WeakTable *table = vm->weak_references;
    return table && table->bucket_count ? table->buckets[bucket_of(table, target)] : NULL;
}

static void unlink_reference(WeakTable *table, Value target, const WeakReference *reference) {
    for (WeakReference **link = &table->buckets[bucket_of(table, target)]; *link; link = &(*link)->next) {
        if (*link != reference) continue;
        *link = reference->next;
        table->count--;
        return;
    }
}

// Its object has died; it is out of its bucket. *last: the end of the list of those whose callback is to be called. Returns the new end.
static WeakReference **empty_reference(const VM *vm, WeakReference *r, WeakReference **last) {
    r->target = VALUE_UNBOUND;
    r->next = NULL;
    if (r->callback == VALUE_NONE || !heap_is_marked(vm->heap, r)) return last;
    *last = r; // of one object: the newest first
    return &r->next;
}

static void clear_young(const VM *vm, WeakTable *table, WeakReference **last) {
    for (size_t i = table->young_count; i-- > 0;) {
        WeakReference *r = table->young[i];
        if (r->target == VALUE_UNBOUND || heap_is_marked(vm->heap, as_object(r->target))) continue;
        unlink_reference(table, r->target, r);
        last = empty_reference(vm, r, last);
    }
}

void weak_references_clear(VM *vm, bool full) {
    WeakTable *table = vm->weak_references;
    if (!table) return;
    WeakReference **last = &table->callbacks;
    while (*last) last = &(*last)->next;
    if (!full) {
        clear_young(vm, table, last);
        return;
    }
    for (size_t i = 0; i < table->bucket_count; i++)
        for (WeakReference **link = &table->buckets[i]; *link;) {
            WeakReference *r = *link;
            if (heap_is_marked(vm->heap, as_object(r->target))) {
                link = &r->next;
                continue;
            }
            *link = r->next;
            table->count--;
            last = empty_reference(vm, r, last);
        }
}

void weak_references_sweep(VM *vm, bool full) {
    WeakTable *table = vm->weak_references;
    if (!table) return;
    for (size_t i = 0; i < table->young_count && !full; i++) {
        WeakReference *r = table->young[i];
        if (r->target != VALUE_UNBOUND && !heap_is_marked(vm->heap, r)) unlink_reference(table, r->target, r);
    }
    table->young_count = 0;
    for (size_t i = 0; full && i < table->bucket_count; i++)
        for (WeakReference **link = &table->buckets[i]; *link;) {
            if (heap_is_marked(vm->heap, *link)) link = &(*link)->next;
            else *link = (*link)->next, table->count--;
        }
}

void weak_references_mark(VM *vm) {
    WeakTable *table = vm->weak_references;
    for (WeakReference *r = table ? table->callbacks : NULL; r; r = r->next) gc_mark_object(vm, r);
}

void weak_references_call_back(VM *vm) {
    WeakTable *table = vm->weak_references;
    if (!table || table->is_calling) return;
    table->is_calling = true;
    while (table->callbacks) {
        WeakReference *r = table->callbacks;
        table->callbacks = r->next;
        r->next = NULL;
        Value argument = from_object(r), callback = r->callback;
        ROOT_SCOPE(vm);
        root_push(vm, argument);
        r->callback = VALUE_NONE;
        root_push(vm, callback);
        if (call_value(vm, callback, &argument, 1) == VALUE_ERROR) sys_report_unraisable(vm, callback);
        ROOT_END(vm);
    }
    table->is_calling = false;
}

void weak_references_close(VM *vm) {
    WeakTable *table = vm->weak_references;
    if (table) free(table->buckets), free(table->young);
    free(table);
    vm->weak_references = NULL;
}

// ---- the type ----------------------------------------------------------------------------------------------------

Value weak_reference_of(VM *vm, Value v) {
    Value found = VALUE_NONE;
    for (WeakReference *r = first_of_bucket(vm, v); r; r = r->next) {
        if (r->target != v) continue;
        found = from_object(r);
        if (r->callback == VALUE_NONE) return found;
    }
    return found;
}

// Instances of classes, unless they are ints or tuples or have only __slots__; and of those built-in types that CPython has it for.
static bool may_be_referred_to(VM *vm, Value v) {
    if (!is_object(v)) return false;
    Type *type = object_type(as_object(v));
    switch ((Layout)type->layout) {
    case LAYOUT_FUNCTION: case LAYOUT_METHOD: case LAYOUT_TYPE: case LAYOUT_MODULE: case LAYOUT_SET: case LAYOUT_GENERATOR: case LAYOUT_NATIVE: case LAYOUT_FILE: case LAYOUT_CODE: return true;
    case LAYOUT_INT: case LAYOUT_TUPLE: case LAYOUT_BYTES: return false;
    default: break;
    }
    if (!(type->flags & TYPE_HEAP)) return type->flags & TYPE_WEAKLY_REFERABLE || (type->flags & TYPE_HAS_DICT && type->layout != LAYOUT_EXCEPTION);
    return type->flags & TYPE_HAS_DICT || type_lookup(vm, type, vm->names.__weakref__) != VALUE_UNBOUND;
}

static Value reference_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Type *exact = (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_WEAKREF]);
    if (keyword_names != VALUE_UNBOUND && type == exact) return raise_type_error(vm, "ref() takes no keyword arguments");
    if (!count) return raise_type_error(vm, "__new__ expected at least 1 argument, got 0");
    if (count > 2) return raise_type_error(vm, "__new__ expected at most 2 arguments, got %u", count);
    if (!may_be_referred_to(vm, args[0])) return raise_type_error(vm, "cannot create weak reference to '%T' object", args[0]);
    Value callback = count > 1 ? args[1] : VALUE_NONE;
    for (WeakReference *r = first_of_bucket(vm, args[0]); r && callback == VALUE_NONE && type == exact; r = r->next)
        if (r->target == args[0] && r->callback == VALUE_NONE && object_type(&r->head) == exact) return from_object(r);
    WeakReference *reference = object_new(vm, type, sizeof *reference);
    if (!reference) return VALUE_ERROR;
    reference->target = args[0];
    reference->callback = callback;
    reference->next = NULL;
    reference->hash = reference->has_hash = 0;
    return insert(vm, reference) ? from_object(reference) : VALUE_ERROR;
}

static bool reference_initialize(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    (void)self, (void)args, (void)keyword_names;
    if (count >= 1 && count <= 2) return true;
    return raise_type_error(vm, "__init__ expected 1 or 2 arguments, got %u", count), false;
}

static Value reference_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    (void)args;
    if (count || keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "weakref.ReferenceType.__call__() takes no arguments (%u given)", count);
    Value target = as_reference(self)->target;
    return target == VALUE_UNBOUND ? VALUE_NONE : target;
}

static Value reference_repr(VM *vm, Value self) {
    Value target = as_reference(self)->target;
    if (target == VALUE_UNBOUND) return str_from_format(vm, "<weakref at %A; dead>", self);
    Value name = VALUE_UNBOUND, bound, text = VALUE_ERROR;
    ROOT_SCOPE(vm);
    root_push(vm, target); // what it runs may collect
    if (lookup_special(vm, target, vm->names.__name__, &name, &bound) || name != VALUE_ERROR)
        text = is_str(name) ? str_from_format(vm, "<weakref at %A; to '%T' at %A (%S)>", self, target, target, name) : str_from_format(vm, "<weakref at %A; to '%T' at %A>", self, target, target);
    ROOT_END(vm);
    return text;
}

static bool reference_hash(VM *vm, Value self, uint64_t *out) {
    WeakReference *r = as_reference(self);
    if (!r->has_hash) {
        if (r->target == VALUE_UNBOUND) return raise_type_error(vm, "weak object has gone away"), false;
        uint64_t hash;
        ROOT_SCOPE(vm);
        root_push(vm, r->target); // its __hash__ may collect
        bool good = op_hash(vm, r->target, &hash);
        ROOT_END(vm);
        if (!good) return false;
        r->hash = hash, r->has_hash = true;
    }
    *out = r->hash;
    return true;
}

static Value reference_compare(VM *vm, Value self, Value other, CompareOp op) {
    Type *exact = (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_WEAKREF]);
    if (op > COMPARE_NE || !type_is_subtype(value_type(vm, other), exact)) return VALUE_NOT_IMPLEMENTED;
    Value left = as_reference(self)->target, right = as_reference(other)->target;
    if (left == VALUE_UNBOUND || right == VALUE_UNBOUND) return from_bool((self == other) == (op == COMPARE_EQ));
    ROOT_SCOPE(vm);
    root_push(vm, left), root_push(vm, right);
    Value result = op_compare(vm, left, right, op);
    ROOT_END(vm);
    return result;
}

static void reference_trace(VM *vm, Object *self) { gc_mark(vm, ((WeakReference *)self)->callback); }

static Value get_callback(VM *vm, Value self) { return (void)vm, as_reference(self)->target == VALUE_UNBOUND ? VALUE_NONE : as_reference(self)->callback; }

static const GetSetDef reference_getset[] = {{"__callback__", get_callback, NULL}, {0}};

static const NativeDef reference_methods[] = {{"__class_getitem__", {generic_alias_class_getitem}, 1, 1, NATIVE_CLASS, NULL, DOC("See PEP 585")}, {0}};

static const TypeSpec reference_spec = {
    .name = "weakref.ReferenceType",
    .layout = LAYOUT_OTHER,
    .size = sizeof(WeakReference),
    .slots = SLOTS(SLOT(repr, reference_repr),
              SLOT(hash, reference_hash),
              SLOT(compare, reference_compare),
              SLOT(call, reference_call),
              SLOT(construct, reference_construct),
              SLOT(initialize, reference_initialize),
              SLOT(trace, reference_trace)),
    .methods = reference_methods,
    .getset = reference_getset,
};

// ---- the module --------------------------------------------------------------------------------------------------

static Value get_references(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Value list = list_new(vm, NULL, 0);
    for (WeakReference *r = first_of_bucket(vm, args[0]); list != VALUE_ERROR && r; r = r->next)
        if (r->target == args[0] && !list_append(vm, as_list(list), from_object(r))) return VALUE_ERROR;
    return list;
}
static Value get_reference_count(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t found = 0;
    for (WeakReference *r = first_of_bucket(vm, args[0]); r; r = r->next) found += r->target == args[0];
    return from_small_int(found);
}

static bool weakref_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &reference_spec, vm->types.object);
    if (!type) return false;
    vm->slots_for_modules[MODULE_SLOT_WEAKREF] = from_object(type);
    const char *const names[] = {"ref", "ReferenceType"};
    for (size_t i = 0; i < 2; i++) {
        Str *name = str_intern(vm, names[i], strlen(names[i]));
        if (!name || !dict_set_str(vm, space, name, from_object(type))) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"getweakrefcount", {get_reference_count}, 1, 1, 0, NULL, DOC("Return the number of weak references to 'object'.")},
    {"getweakrefs", {get_references}, 1, 1, 0, NULL, DOC("Return a list of all weak reference objects pointing to 'object'.")},
    {0},
};
const ModuleDef weakref_module = {"_weakref", functions, weakref_initialize};
