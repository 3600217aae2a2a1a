// Collector: what is held weakly: interned strings, inline caches, the lists of subclasses. (Weak references: objects/weakref.c.)
#include "runtime/gc_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/type.h"
#include <stdlib.h>

bool gc_note_interned(VM *vm, Str *name) {
    Collector *collector = vm->collector;
    if (!collector) return true; // the VM is being made
    if (collector->interned_count == collector->interned_capacity) {
        size_t capacity = collector->interned_capacity ? 2 * collector->interned_capacity : 256;
        Str **larger = realloc(collector->interned, capacity * sizeof *larger);
        if (!larger) return raise_memory_error(vm), false;
        collector->interned = larger, collector->interned_capacity = capacity;
    }
    collector->interned[collector->interned_count++] = name;
    return true;
}

void gc_forget_young_strings(VM *vm) {
    Collector *collector = vm->collector;
    for (size_t i = 0; i < collector->interned_count; i++) {
        Str *name = collector->interned[i];
        if (heap_is_marked(vm->heap, name)) continue;
        int64_t place = table_find_str(vm, vm->interned, name);
        name->flags &= ~(uint32_t)STR_INTERNED;
        if (place >= 0) table_remove(vm, vm->interned, (size_t)place);
    }
}

void gc_forget_dead_strings(VM *vm) {
    Dict *names = vm->interned;
    for (size_t i = 0; i < names->filled; i++) {
        Value key = names->entries[i].key;
        if (key == VALUE_UNBOUND || heap_is_marked(vm->heap, as_object(key))) continue;
        as_str(key)->flags &= ~(uint32_t)STR_INTERNED;
        table_remove(vm, names, i);
    }
}

bool gc_note_code(VM *vm, Code *code) {
    Collector *collector = vm->collector;
    if ((!code->attribute_count && !code->global_count) || collector->is_measuring) return true;
    if (collector->code_count == collector->code_capacity) {
        size_t capacity = collector->code_capacity ? 2 * collector->code_capacity : 256;
        Code **larger = realloc(collector->codes, capacity * sizeof *larger);
        if (!larger) return false;
        collector->codes = larger, collector->code_capacity = capacity;
    }
    collector->codes[collector->code_count++] = code;
    return true;
}

static bool is_dead(const VM *vm, Value v) { return is_object(v) && !heap_is_marked(vm->heap, as_object(v)); }

void gc_empty_dead_caches(VM *vm) {
    Collector *collector = vm->collector;
    for (size_t n = 0; n < collector->code_count; n++) {
        Code *code = collector->codes[n];
        for (AttributeCache *cache = code->attributes, *end = cache + code->attribute_count; cache < end; cache++)
            if (is_dead(vm, from_object(cache->shape)) || is_dead(vm, cache->value)) *cache = (AttributeCache){.name = cache->name, .value = VALUE_UNBOUND};
        for (GlobalCache *cache = code->globals, *end = cache + code->global_count; cache < end; cache++)
            if (is_dead(vm, from_object(cache->globals)) || is_dead(vm, from_object(cache->builtins))) *cache = (GlobalCache){.name = cache->name};
    }
    collector->code_count = 0;
}

// ---- types: who their subclasses are ----

void gc_note_type(VM *vm, Type *type) {
    Collector *collector = vm->collector;
    if (type->next_traced || collector->is_measuring) return;
    type->next_traced = collector->types ? collector->types : type; // the last one is followed by itself
    collector->types = type;
}

static Type *next_type(const Type *type) { return type->next_traced == type ? NULL : type->next_traced; }

void gc_refill_subclasses(VM *vm, bool full) {
    for (Type *type = full ? vm->collector->types : NULL; type; type = next_type(type)) type_forget_subclasses(type);
    for (Type *type = vm->collector->types, *next; type; type = next) {
        if (full) type_refill_subclasses(type);
        next = next_type(type);
        type->next_traced = NULL;
    }
    vm->collector->types = NULL;
}
