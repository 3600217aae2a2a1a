// Collector and allocation: see gc.h.
#include "runtime/gc.h"
#include "runtime/attributes.h"
#include "runtime/frame.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/thread.h"
#include <stdlib.h>
#include <sys/mman.h>

// ---- allocation --------------------------------------------------------------------------------------------------

void *object_new(VM *vm, Type *type, size_t size) {
    Object *object = heap_alloc(vm->heap, attributes_allocation(type, size));
    if (__builtin_expect(!object, 0)) return raise_memory_error(vm), NULL;
    object->shape = type->root_shape;
    if (type->flags & TYPE_HEAP) {
        attributes_clear(object);
        if (type->flags & TYPE_HAS_FINALIZER && !gc_register_finalizer(vm, object)) return NULL;
    }
    return object;
}

void *block_new(VM *vm, size_t size) {
    void *block = heap_alloc(vm->heap, size);
    if (__builtin_expect(!block, 0)) raise_memory_error(vm);
    return block;
}

void block_free(VM *vm, void *block, size_t size) {
    if (block) heap_free(vm->heap, block, size);
}

void *block_resize(VM *vm, void *block, size_t old_size, size_t new_size) {
    void *moved = heap_resize(vm->heap, block, old_size, new_size);
    if (__builtin_expect(!moved, 0)) raise_memory_error(vm);
    return moved;
}

void root_grow(VM *vm) {
    size_t used = (size_t)(vm->roots_top - vm->roots), capacity = (size_t)(vm->roots_end - vm->roots);
    Value *larger = malloc(2 * capacity * sizeof *larger);
    if (!larger) { // natives cannot do without: rather collect no more than lose a root
        vm->collector->is_broken = true;
        vm->roots_top--;
        return;
    }
    memcpy(larger, vm->roots, used * sizeof *larger);
    free(vm->roots);
    vm->roots = larger;
    vm->roots_top = larger + used;
    vm->roots_end = larger + 2 * capacity;
}

// ---- marking -----------------------------------------------------------------------------------------------------

// Address space for as many objects as the heap could hold.
static bool reserve_mark_stack(VM *vm) {
    Collector *collector = vm->collector;
    size_t needed = vm->heap->pages_used * (HEAP_PAGE / 16);
    if (needed <= collector->mark_capacity) return true;
    if (collector->mark_stack) munmap(collector->mark_stack, collector->mark_capacity * sizeof(Object *));
    collector->mark_capacity = 0;
    needed = 2 * needed + 64 * 1024;
    void *memory = mmap(NULL, needed * sizeof(Object *), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    collector->mark_stack = memory == MAP_FAILED ? NULL : memory;
    if (memory == MAP_FAILED) return false;
    collector->mark_capacity = needed;
    return true;
}

void gc_mark(VM *vm, Value value) {
    if (!is_object(value)) return;
    Object *object = as_object(value);
#if HEAP_ASAN
    (void)*(Shape *volatile *)&object->shape; // a stale pointer is reported where it was found
#endif
    if (heap_mark(vm->heap, object)) *vm->collector->mark_top++ = object;
}

void gc_mark_block(VM *vm, void *block) {
    if (block) heap_mark(vm->heap, block);
}

// Objects come from the mark stack through a short queue, where their first line is on its way from memory.
enum { TRACE_AHEAD = 8 };

static void drain(VM *vm) {
    Collector *collector = vm->collector;
    Object *queue[TRACE_AHEAD];
    const Shape *last = NULL; // neighbours are often of one shape
    unsigned head = 0, count = 0;
    for (;;) {
        while (count < TRACE_AHEAD && collector->mark_top > collector->mark_stack) {
            Object *next = *--collector->mark_top;
            __builtin_prefetch(next);
            queue[(head + count++) % TRACE_AHEAD] = next;
        }
        if (!count) return;
        Object *object = queue[head];
        head = (head + 1) % TRACE_AHEAD, count--;
        if (object->shape != last) gc_mark_object(vm, last = object->shape);
        const Type *type = object_type(object);
        if (type->slots.trace) type->slots.trace(vm, object);
        if (type->attributes_offset) attributes_trace(vm, object);
    }
}

static void mark_values(VM *vm, const Value *from, const Value *to) {
    for (; from < to; from++) gc_mark(vm, *from);
}

// What belongs to one thread.
static void mark_thread(VM *vm) {
    gc_mark(vm, vm->exception);
    gc_mark(vm, vm->handled);
    gc_mark(vm, vm->thread_storage);
    for (struct StrBuilder *builder = vm->builders; builder; builder = builder->outer)
        if (str_builder_on_heap(builder)) gc_mark_block(vm, builder->text);
    mark_values(vm, vm->stack, vm->stack_top);
    for (Value *stale = vm->stack_top; stale < vm->stack_high; stale++) *stale = VALUE_UNBOUND;
    vm->stack_high = vm->stack_top; // or what a caller will have as its stack_top again
    mark_values(vm, vm->roots, vm->roots_top);
    for (const Frame *frame = vm->frames; frame <= vm->frame; frame++) {
        Value *top = frame->registers + frame->code->register_count;
        if (top > vm->stack_high) vm->stack_high = top;
        gc_mark_object(vm, frame->code);
        gc_mark_object(vm, frame->function);
        gc_mark_object(vm, frame->globals);
        gc_mark(vm, frame->namespace_);
        gc_mark_object(vm, frame->generator);
    }
}

// vm->interned itself, but not its strings.
static void mark_interned(VM *vm) {
    Dict *interned = vm->interned;
    heap_mark(vm->heap, interned);
    gc_mark_object(vm, interned->head.shape);
    gc_mark_block(vm, interned->entries);
    gc_mark_block(vm, interned->index);
    gc_mark_block(vm, interned->hashes);
}

static void mark_roots(VM *vm) {
    mark_thread(vm);
    threads_visit(vm, mark_thread);
    threads_mark(vm);
    mark_interned(vm);
    Type **types = (Type **)&vm->types;
    for (size_t i = 0; i < sizeof vm->types / sizeof *types; i++) gc_mark_object(vm, types[i]);
    Str **names = (Str **)&vm->names;
    for (size_t i = 0; i < sizeof vm->names / sizeof *names; i++) gc_mark_object(vm, names[i]);
    const Value single[] = {vm->float_zero, vm->empty_tuple, vm->empty_str, vm->empty_bytes, vm->memory_error};
    mark_values(vm, single, single + sizeof single / sizeof *single);
    mark_values(vm, vm->ascii_strings, vm->ascii_strings + 128);
    mark_values(vm, vm->slots_for_modules, vm->slots_for_modules + sizeof vm->slots_for_modules / sizeof(Value));
    gc_mark_object(vm, vm->builtins);
    gc_mark_object(vm, vm->modules);
    gc_mark_object(vm, vm->native_modules);
    sys_mark(vm);
    gc_mark_block(vm, vm->finalizable);
    weak_references_mark(vm);
}

// ---- what is held weakly -----------------------------------------------------------------------------------------

static void forget_dead_strings(VM *vm) {
    Dict *names = vm->interned;
    for (size_t i = 0; i < names->filled; i++) {
        Value key = names->entries[i].key;
        if (key == VALUE_UNBOUND || heap_is_marked(as_object(key))) continue;
        as_str(key)->flags &= ~(uint32_t)STR_INTERNED;
        table_remove(vm, names, i);
    }
}

bool gc_note_code(VM *vm, Code *code) {
    Collector *collector = vm->collector;
    if (!code->attribute_count && !code->global_count) return true;
    if (collector->code_count == collector->code_capacity) {
        size_t capacity = collector->code_capacity ? 2 * collector->code_capacity : 256;
        Code **larger = realloc(collector->codes, capacity * sizeof *larger);
        if (!larger) return false;
        collector->codes = larger, collector->code_capacity = capacity;
    }
    collector->codes[collector->code_count++] = code;
    return true;
}

static bool is_dead(Value v) { return is_object(v) && !heap_is_marked(as_object(v)); }

static void empty_dead_caches(VM *vm) {
    Collector *collector = vm->collector;
    for (size_t n = 0; n < collector->code_count; n++) {
        Code *code = collector->codes[n];
        for (AttributeCache *cache = code->attributes, *end = cache + code->attribute_count; cache < end; cache++)
            if (is_dead(from_object(cache->shape)) || is_dead(cache->value)) *cache = (AttributeCache){.name = cache->name, .value = VALUE_UNBOUND};
        for (GlobalCache *cache = code->globals, *end = cache + code->global_count; cache < end; cache++)
            if (is_dead(from_object(cache->globals)) || is_dead(from_object(cache->builtins))) *cache = (GlobalCache){.name = cache->name};
    }
    collector->code_count = 0;
}

// ---- finalizers --------------------------------------------------------------------------------------------------

static Object *listed_object(Value word) { return as_object(word & ~(Value)GC_TAGS); }

bool gc_register_finalizer(VM *vm, Object *object) {
    if (vm->finalizable_count == vm->finalizable_capacity) {
        size_t capacity = vm->finalizable_capacity ? 2 * vm->finalizable_capacity : 16;
        Value *larger = block_resize(vm, vm->finalizable, vm->finalizable_capacity * sizeof *larger, capacity * sizeof *larger);
        if (!larger) return false;
        vm->finalizable = larger, vm->finalizable_capacity = capacity;
    }
    vm->finalizable[vm->finalizable_count++] = from_object(object);
    return true;
}

// Makes the unreachable ones pending. Marks all pending ones with what they refer to.
static void find_unreachable(VM *vm) {
    Collector *collector = vm->collector;
    for (size_t i = 0; i < vm->finalizable_count; i++) {
        Value *word = &vm->finalizable[i];
        if (!*word || *word & GC_PENDING || heap_is_marked(listed_object(*word))) continue;
        *word |= GC_PENDING;
        collector->pending_count++;
    }
    if (!collector->pending_count) return;
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (vm->finalizable[i] & GC_PENDING) gc_mark_object(vm, listed_object(vm->finalizable[i]));
    drain(vm);
}

static void drop_empty_entries(VM *vm) {
    size_t kept = 0;
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (vm->finalizable[i]) vm->finalizable[kept++] = vm->finalizable[i];
    vm->finalizable_count = kept;
}

static void call_del(VM *vm, Object *object) {
    Value function, self, none = from_object(object);
    if (!lookup_special(vm, none, vm->names.__del__, &function, &self)) {
        if (error_is_set(vm)) error_clear(vm);
        return;
    }
    ROOT_SCOPE(vm);
    root_push(vm, function);
    bool bound = self == VALUE_UNBOUND;
    if (call_value(vm, function, &self, bound ? 0 : 1) == VALUE_ERROR) sys_report_unraisable(vm, function);
    ROOT_END(vm);
}

// Finalises entry `i`, which is taken out of the list, or stays for its finalize slot to come.
static void finalize_entry(VM *vm, size_t i) {
    Value word = vm->finalizable[i];
    Object *object = listed_object(word);
    const Type *type = object_type(object);
    bool has_slot = type->slots.finalize != NULL;
    bool call = !(word & GC_DEL_DONE) && type->flags & TYPE_HEAP && type_lookup(vm, object_type(object), vm->names.__del__) != VALUE_UNBOUND;
    if (word & GC_PENDING) vm->collector->pending_count--;
    vm->finalizable[i] = call && has_slot ? from_object(object) | GC_DEL_DONE : 0;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(object));
    if (call) {
        call_del(vm, object);
    } else if (has_slot) {
        type->slots.finalize(vm, object);
        if (error_is_set(vm)) sys_report_unraisable(vm, from_object(object));
    }
    ROOT_END(vm);
}

typedef enum Finalize { FINALIZE_PENDING, FINALIZE_SCRIPTS, FINALIZE_ALL } Finalize; // SCRIPTS: all but files, which scripts may still need

static bool is_turn(Value word, Finalize which) {
    if (!word) return false;
    return which == FINALIZE_PENDING ? word & GC_PENDING : which == FINALIZE_ALL || object_type(listed_object(word))->layout != LAYOUT_FILE;
}

// Scripts may run meanwhile, register more, and make more pending.
static void run_finalizers(VM *vm, Finalize which) {
    Collector *collector = vm->collector;
    if (collector->finalizing || (which == FINALIZE_PENDING && !collector->pending_count)) return;
    collector->finalizing = true;
    ROOT_SCOPE(vm);
    Value exception = vm->exception;
    root_push(vm, exception);
    root_push(vm, vm->handled);
    size_t handled = (size_t)(vm->roots_top - vm->roots) - 1;
    vm->exception = VALUE_UNBOUND;
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (is_turn(vm->finalizable[i], which)) finalize_entry(vm, i);
    drop_empty_entries(vm);
    vm->exception = exception;
    vm->handled = vm->roots[handled];
    ROOT_END(vm);
    collector->finalizing = false;
}

void gc_finalize_all(VM *vm) {
    run_finalizers(vm, FINALIZE_SCRIPTS); // __del__
    run_finalizers(vm, FINALIZE_ALL);
}

// ---- collecting --------------------------------------------------------------------------------------------------

// In stress mode a collection at every safepoint; of long runs, after a while, only at every 16th, every 256th...
static bool is_stress_turn(VM *vm) {
    uint64_t turn = vm->collector->safepoints++;
    if (turn < 4000) return true;
    return turn % (turn < 40000 ? 16 : turn < 400000 ? 256 : 4096) == 0;
}

static void collect(VM *vm) {
    Collector *collector = vm->collector;
    if (collector->is_broken || vm->heap->collecting || !reserve_mark_stack(vm)) return;
    frames_forget_dead(vm);
    threads_visit(vm, frames_forget_dead);
    heap_collect_begin(vm->heap);
    collector->mark_top = collector->mark_stack;
    mark_roots(vm);
    drain(vm);
    weak_references_clear(vm);
    find_unreachable(vm);
    weak_references_sweep(vm);
    forget_dead_strings(vm);
    empty_dead_caches(vm);
    heap_collect_end(vm->heap);
    if (vm->config.gc_stress) heap_sweep_all(vm->heap);
}

// Scripts run here: callbacks of weak references, finalizers.
static void run_what_was_found(VM *vm) {
    if (vm->collector->finalizing) return;
    weak_references_call_back(vm);
    run_finalizers(vm, FINALIZE_PENDING);
}

void gc_collect_now(VM *vm) {
    attention_clear(vm, ATTENTION_COLLECT);
    collect(vm);
    if (vm->config.gc_stress) attention_set(vm, ATTENTION_COLLECT);
    run_what_was_found(vm);
}

void gc_collect(VM *vm) {
    bool stress = vm->config.gc_stress;
    bool due = vm->heap->allocated > vm->heap->threshold; // else asked for by stress mode
    attention_clear(vm, ATTENTION_COLLECT);
    if (!stress || due || is_stress_turn(vm)) collect(vm);
    if (stress) attention_set(vm, ATTENTION_COLLECT);
    run_what_was_found(vm);
}

bool gc_open(VM *vm) {
    vm->collector = calloc(1, sizeof *vm->collector);
    return vm->collector != NULL;
}

void gc_close(VM *vm) {
    Collector *collector = vm->collector;
    if (!collector) return;
    for (size_t i = 0; i < vm->finalizable_count; i++) {
        Object *object = listed_object(vm->finalizable[i]);
        if (object && object_type(object)->slots.finalize) object_type(object)->slots.finalize(vm, object);
        vm->exception = VALUE_UNBOUND;
    }
    if (collector->mark_stack) munmap(collector->mark_stack, collector->mark_capacity * sizeof(Object *));
    free(collector->codes);
    free(collector);
    vm->collector = NULL;
}
