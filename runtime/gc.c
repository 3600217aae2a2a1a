// Collector and allocation: see gc.h.
#include "runtime/gc.h"
#include "runtime/attributes.h"
#include "runtime/frame.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/objects/table.h"
#include "runtime/thread.h"
#include "runtime/type.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

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
    size_t needed = vm->heap->pages_used * (HEAP_PAGE / 16), used = (size_t)(collector->mark_top - collector->mark_stack);
    if (needed + used <= collector->mark_capacity) return true;
    needed = 2 * needed + used + 64 * 1024;
    void *memory = mmap(NULL, needed * sizeof(Object *), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return false;
    if (used) memcpy(memory, collector->mark_stack, used * sizeof(Object *));
    if (collector->mark_stack) munmap(collector->mark_stack, collector->mark_capacity * sizeof(Object *));
    collector->mark_stack = memory, collector->mark_top = collector->mark_stack + used;
    collector->mark_capacity = needed;
    return true;
}

#ifdef TYPHON_EXPENSIVE_ASSERTS
// After a young collection's marking everything reachable is walked through once more, from the roots, marks left alone: whatever is met and not marked
// was stored somewhere without the write barrier.
typedef struct Verifier {
    uintptr_t *seen; // open addressing, 0: free
    size_t count, capacity;
    const Object *from; // whose trace function runs; NULL: roots
} Verifier;

static bool see(Verifier *verifier, const void *block) {
    if (2 * verifier->count >= verifier->capacity) {
        size_t capacity = verifier->capacity ? 2 * verifier->capacity : 1 << 16;
        Verifier larger = {.seen = calloc(capacity, sizeof *larger.seen), .capacity = capacity, .from = verifier->from};
        if (!larger.seen) abort();
        for (size_t i = 0; i < verifier->capacity; i++)
            if (verifier->seen[i]) see(&larger, (const void *)verifier->seen[i]);
        free(verifier->seen);
        *verifier = larger;
    }
    size_t at = (uintptr_t)block * 0x9e3779b97f4a7c15u >> 20;
    for (;; at++) {
        uintptr_t *place = &verifier->seen[at & (verifier->capacity - 1)];
        if (*place == (uintptr_t)block) return false;
        if (*place) continue;
        *place = (uintptr_t)block;
        verifier->count++;
        return true;
    }
}

static bool verify(const VM *vm, const void *block, bool is_known_object) {
    Verifier *verifier = vm->collector->verifier;
    if (!heap_is_marked(vm->heap, block)) {
        const Object *owner = verifier->from;
        fprintf(stderr, "typhon: a pointer was stored without the write barrier: in %s at %p, to %s at %p\n", owner ? object_type(owner)->name->text : "a root", (const void *)owner,
                is_known_object ? object_type((const Object *)block)->name->text : "a block", block);
        abort();
    }
    return see(verifier, block);
}
#endif

enum { IS_BLOCK = 1 };
static inline void mark_waiting(VM *vm, uintptr_t word) {
    if (word && heap_mark(vm->heap, (void *)(word & ~(uintptr_t)IS_BLOCK)) && !(word & IS_BLOCK)) *vm->collector->mark_top++ = (Object *)word;
}

// What a mark is to be set for waits for MARKS_WAITING others, while the header of its pool is on its way from memory. (The pools of small blocks have one page.)
static inline void wait_for_mark(VM *vm, uintptr_t word) {
    Collector *collector = vm->collector;
    char *header = (char *)(word & ~(uintptr_t)(HEAP_PAGE - 1));
    __builtin_prefetch(header, 1);
    __builtin_prefetch(header + 64, 1);
    uintptr_t *place = &collector->waiting[collector->waiting_at++ % MARKS_WAITING], first = *place;
    *place = word;
    mark_waiting(vm, first);
}

static void mark_all_waiting(VM *vm) {
    Collector *collector = vm->collector;
    for (unsigned i = 0; i < MARKS_WAITING; i++) {
        mark_waiting(vm, collector->waiting[i]);
        collector->waiting[i] = 0;
    }
}

void gc_mark(VM *vm, Value value) {
    if (!is_object(value)) return;
    Object *object = as_object(value);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (vm->collector->verifier) {
        if (verify(vm, object, true)) *vm->collector->mark_top++ = object;
        return;
    }
#endif
#if HEAP_ASAN
    (void)*(Shape *volatile *)&object->shape; // a stale pointer is reported where it was found
#endif
    wait_for_mark(vm, (uintptr_t)object);
}

void gc_mark_block(VM *vm, void *block) {
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (block && vm->collector->verifier) {
        verify(vm, block, false);
        return;
    }
#endif
    if (block) wait_for_mark(vm, (uintptr_t)block | IS_BLOCK);
}

// Objects come from the mark stack through a short queue, where their first line is on its way from memory.
enum { TRACE_AHEAD = 8, PART = 512, PART_BYTES = PART * sizeof(Value) };

static void trace_part(VM *vm);
// Until nothing is left to be traced (true), or about so many bytes are.
static bool drain(VM *vm, size_t budget) {
    Collector *collector = vm->collector;
    size_t enough = vm->heap->marked_bytes + budget < budget ? SIZE_MAX : vm->heap->marked_bytes + budget;
    Object *queue[TRACE_AHEAD];
    const Shape *last = NULL; // neighbours are often of one shape
    unsigned head = 0, count = 0;
    for (;;) {
        while (count < TRACE_AHEAD && collector->mark_top > collector->mark_stack) {
            Object *next = *--collector->mark_top;
            __builtin_prefetch(next);
            queue[(head + count++) % TRACE_AHEAD] = next;
        }
        if (!count) {
            mark_all_waiting(vm);
            if (collector->mark_top > collector->mark_stack) continue;
        }
        if (!count && collector->part_count) {
            trace_part(vm);
            enough -= enough == SIZE_MAX ? 0 : PART_BYTES;
            if (vm->heap->marked_bytes >= enough) return mark_all_waiting(vm), false;
            continue;
        }
        if (!count) return true;
        if (__builtin_expect(vm->heap->marked_bytes >= enough, 0)) {
            while (count--) *collector->mark_top++ = queue[(head + count) % TRACE_AHEAD];
            mark_all_waiting(vm);
            return false;
        }
        Object *object = queue[head];
        head = (head + 1) % TRACE_AHEAD, count--;
#ifdef TYPHON_EXPENSIVE_ASSERTS
        if (collector->verifier) collector->verifier->from = object;
#endif
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

// ---- the log: marked objects that something was stored into since --------------------------------------------------

void gc_log(VM *vm, void *owner) {
    Collector *collector = vm->collector;
    if (collector->log_count == collector->log_capacity) {
        size_t capacity = collector->log_capacity ? 2 * collector->log_capacity : 1024;
        Object **larger = realloc(collector->log, capacity * sizeof *larger);
        if (!larger) {
            collector->must_be_full = collector->log_is_lost = true;
            return;
        }
        collector->log = larger, collector->log_capacity = capacity;
    }
    heap_log(owner);
    collector->log[collector->log_count++] = owner;
}

// ---- containers of many values: traced some at a time, and logged by place ------------------------------------------

enum { MANY = 1024, PLACES_MOST = 128 * 1024, PLACES_AHEAD = 16 };

// The words a list, dict, set or tuple keeps its values in. Every `step`-th from `first` on is a value.
typedef struct Extent {
    Value *words;
    size_t count, first, step;
} Extent;

static Extent extent_of(const Object *object) {
    switch ((Layout)object_type(object)->layout) {
    case LAYOUT_LIST: return (Extent){((const List *)object)->items, ((const List *)object)->count, 0, 1};
    case LAYOUT_TUPLE: return (Extent){(Value *)(uintptr_t)((const Tuple *)object)->items, ((const Tuple *)object)->count, 0, 1};
    case LAYOUT_DICT: return (Extent){(Value *)(void *)((const Dict *)object)->entries, ((const Dict *)object)->filled * 2, 0, 1};
    case LAYOUT_SET: {
        const Set *set = (const Set *)object;
        return (Extent){(Value *)(void *)set->slots, set->slots ? 2 * (set->mask + 1) : 0, 1, 2};
    }
    default: return (Extent){NULL, 0, 0, 1};
    }
}

void gc_log_place(VM *vm, void *owner, Value *place) {
    Collector *collector = vm->collector;
    Extent extent = extent_of(owner);
    size_t word = (size_t)(place - extent.words);
    if (extent.count < MANY || place < extent.words || word > extent.count + 1 || collector->place_count >= PLACES_MOST) { // a list's or dict's count may grow after the store
        gc_log(vm, owner);
        return;
    }
    if (collector->place_count && collector->places[collector->place_count - 1].owner == owner && collector->places[collector->place_count - 1].word == word) return;
    if (collector->place_count == collector->place_capacity) {
        size_t capacity = collector->place_capacity ? 2 * collector->place_capacity : 1024;
        LoggedPlace *larger = realloc(collector->places, capacity * sizeof *larger);
        if (!larger) {
            gc_log(vm, owner);
            return;
        }
        collector->places = larger, collector->place_capacity = capacity;
    }
    collector->places[collector->place_count++] = (LoggedPlace){owner, word};
}

bool gc_defer(VM *vm, Object *container, size_t count) {
    Collector *collector = vm->collector;
    if (count < MANY || !collector->in_steps) return false;
    if (collector->part_count == collector->part_capacity) {
        size_t capacity = collector->part_capacity ? 2 * collector->part_capacity : 64;
        LoggedPlace *larger = realloc(collector->parts, capacity * sizeof *larger);
        if (!larger) return false;
        collector->parts = larger, collector->part_capacity = capacity;
    }
    collector->parts[collector->part_count++] = (LoggedPlace){container, 0};
    return true;
}

// Traces a part of the container deferred last.
static void trace_part(VM *vm) {
    LoggedPlace *part = &vm->collector->parts[vm->collector->part_count - 1];
    Extent extent = extent_of(part->owner);
    size_t end = part->word + PART < extent.count ? part->word + PART : extent.count;
    for (size_t i = part->word + extent.first; i < end; i += extent.step) gc_mark(vm, extent.words[i]);
    part->word = end; // (PART is even: a set's parts begin with a hash)
    if (end == extent.count) vm->collector->part_count--;
}

// Those that are marked are to be traced again; or the log is only emptied.
static void take_log(VM *vm, bool trace) {
    Collector *collector = vm->collector;
    for (size_t i = 0; i < collector->log_count; i++) {
        Object *owner = collector->log[i];
        heap_unlog(owner);
        if (trace && heap_is_marked(vm->heap, owner) && owner != &vm->interned->head) *collector->mark_top++ = owner;
    }
    for (size_t i = 0; trace && i < collector->place_count; i++) {
        if (i + PLACES_AHEAD < collector->place_count) {
            LoggedPlace ahead = collector->places[i + PLACES_AHEAD];
            __builtin_prefetch(extent_of(ahead.owner).words + ahead.word);
        }
        LoggedPlace place = collector->places[i];
        if (!heap_is_marked(vm->heap, place.owner) || place.owner == &vm->interned->head) continue;
        Extent extent = extent_of(place.owner);
        if (place.word < extent.count) gc_mark(vm, extent.words[place.word]);
    }
    collector->log_count = collector->place_count = 0;
}

// ---- what is held weakly -----------------------------------------------------------------------------------------

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

static void forget_young_strings(VM *vm) {
    Collector *collector = vm->collector;
    for (size_t i = 0; i < collector->interned_count; i++) {
        Str *name = collector->interned[i];
        if (heap_is_marked(vm->heap, name)) continue;
        int64_t place = table_find_str(vm, vm->interned, name);
        name->flags &= ~(uint32_t)STR_INTERNED;
        if (place >= 0) table_remove(vm, vm->interned, (size_t)place);
    }
}

static void forget_dead_strings(VM *vm) {
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

static bool is_dead(const VM *vm, Value v) { return is_object(v) && !heap_is_marked(vm->heap, as_object(v)); }

static void empty_dead_caches(VM *vm) {
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
    if (type->next_traced) return;
    type->next_traced = collector->types ? collector->types : type; // the last one is followed by itself
    collector->types = type;
}

static Type *next_type(const Type *type) { return type->next_traced == type ? NULL : type->next_traced; }

static void refill_subclasses(VM *vm, bool full) {
    for (Type *type = full ? vm->collector->types : NULL; type; type = next_type(type)) type_forget_subclasses(type);
    for (Type *type = vm->collector->types, *next; type; type = next) {
        if (full) type_refill_subclasses(type);
        next = next_type(type);
        type->next_traced = NULL;
    }
    vm->collector->types = NULL;
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

void gc_unregister_last(VM *vm) {
    vm->finalizable_count--;
    if (vm->collector->finalizable_old > vm->finalizable_count) vm->collector->finalizable_old = vm->finalizable_count;
}

// Makes the unreachable ones pending. Marks all pending ones with what they refer to.
static void find_unreachable(VM *vm, bool full) {
    Collector *collector = vm->collector;
    for (size_t i = full ? 0 : collector->finalizable_old; i < vm->finalizable_count; i++) {
        Value *word = &vm->finalizable[i];
        if (!*word || *word & GC_PENDING || heap_is_marked(vm->heap, listed_object(*word))) continue;
        *word |= GC_PENDING;
        collector->pending_count++;
    }
    if (!collector->pending_count) return;
    for (size_t i = 0; i < vm->finalizable_count; i++)
        if (vm->finalizable[i] & GC_PENDING) gc_mark_object(vm, listed_object(vm->finalizable[i]));
    drain(vm, SIZE_MAX);
}

static void drop_empty_entries(VM *vm) {
    size_t kept = 0, old = 0;
    for (size_t i = 0; i < vm->finalizable_count; i++) {
        if (!vm->finalizable[i]) continue;
        old += i < vm->collector->finalizable_old;
        vm->finalizable[kept++] = vm->finalizable[i];
    }
    vm->finalizable_count = kept;
    vm->collector->finalizable_old = old;
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

#ifdef TYPHON_EXPENSIVE_ASSERTS
static void verify_marks(VM *vm) {
    Verifier verifier = {0};
    Type *types = vm->collector->types;
    size_t code_count = vm->collector->code_count;
    see(&verifier, NULL);
    vm->collector->verifier = &verifier;
    mark_roots(vm);
    drain(vm, SIZE_MAX);
    vm->collector->verifier = NULL;
    free(verifier.seen);
    (void)types, (void)code_count;
}
#endif

void gc_must_be_full(VM *vm) { vm->collector->must_be_full = true; }

// Natives store into what they have rooted as if it were fresh; it may not be any more.
static void trace_again(VM *vm) {
    for (const Value *root = vm->roots; root < vm->roots_top; root++)
        if (is_object(*root) && heap_is_marked(vm->heap, as_object(*root))) *vm->collector->mark_top++ = as_object(*root);
}
static void log_roots(VM *vm) {
    for (const Value *root = vm->roots; root < vm->roots_top; root++)
        if (is_object(*root)) gc_wrote(vm, as_object(*root));
}

// Everything reachable is marked: what is held weakly is let go, and what died is found.
static void finish(VM *vm, bool full) {
    Collector *collector = vm->collector;
    weak_references_clear(vm, full);
    find_unreachable(vm, full);
    weak_references_sweep(vm, full);
    if (full) forget_dead_strings(vm);
    else forget_young_strings(vm);
    collector->interned_count = 0;
    empty_dead_caches(vm);
    refill_subclasses(vm, full);
    collector->finalizable_old = vm->finalizable_count;
    if (full) collector->must_be_full = collector->log_is_lost = false;
    heap_collect_end(vm->heap);
    log_roots(vm);
    threads_visit(vm, log_roots);
    if (vm->config.gc_stress) {
        heap_sweep_all(vm->heap);
        vm->heap->allocated = 0; // that is all free blocks: the next collection would be due at once
    }
}

static void mark_rest(VM *vm) {
    frames_forget_dead(vm);
    threads_visit(vm, frames_forget_dead);
    take_log(vm, true);
    trace_again(vm);
    threads_visit(vm, trace_again);
    mark_roots(vm);
    drain(vm, SIZE_MAX);
}

// All at once.
static void collect(VM *vm, bool full) {
    Collector *collector = vm->collector;
    if (collector->is_broken || vm->heap->collecting || !reserve_mark_stack(vm)) return;
    if (full) take_log(vm, false);
    heap_collect_begin(vm->heap, full ? HEAP_FULL : HEAP_YOUNG);
    mark_rest(vm);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (!full && vm->config.gc_stress) verify_marks(vm);
#endif
    finish(vm, full);
}

// ---- in steps: a full collection of a large heap, a bounded part at each of many safepoints -------------------------
//
// Each step traces STEP_WORK bytes for STEP bytes the program allocates. When nothing is left to be traced, what was logged meanwhile and the roots
// are gone through, still in steps, up to PASSES_MOST times, so that little is left for the last, which is done at once.
enum { STEP = 96 * 1024, STEP_WORK = 1024 * 1024, PASSES_MOST = 4, STEPS_FROM = 6 * 1024 * 1024 };

static void next_step(VM *vm) { vm->heap->due_at = vm->heap->allocated + STEP; }

static void start_steps(VM *vm) {
    Collector *collector = vm->collector;
    if (collector->is_broken || vm->heap->collecting || !reserve_mark_stack(vm)) return;
    take_log(vm, false);
    heap_collect_begin(vm->heap, HEAP_FULL);
    collector->passes = 0;
    collector->in_steps = true;
    mark_roots(vm);
    mark_all_waiting(vm);
    collector->in_steps = false;
    next_step(vm);
}

static void finish_steps(VM *vm) {
    if (vm->collector->log_is_lost) { // from the start, then
        vm->heap->collecting = HEAP_IDLE;
        heap_collect_begin(vm->heap, HEAP_FULL);
        vm->collector->part_count = 0;
        vm->collector->mark_top = vm->collector->mark_stack;
    }
    mark_rest(vm);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (vm->config.gc_stress) verify_marks(vm);
#endif
    finish(vm, true);
}

// What was lost needs another full collection after this one, or there is no time: the allocator has refused something.
static bool is_urgent(const VM *vm) { return vm->heap->refused || vm->heap->emergency; }

static void step(VM *vm) {
    Collector *collector = vm->collector;
    bool reserved = reserve_mark_stack(vm);
    if (!reserved) return next_step(vm);
    collector->in_steps = true;
    bool is_done = drain(vm, vm->config.gc_stress ? 64 * 1024 : STEP_WORK);
    if (is_done && collector->passes < PASSES_MOST && (collector->log_count || collector->place_count || !collector->passes)) {
        collector->passes++;
        take_log(vm, true);
        mark_roots(vm);
        is_done = false;
    }
    collector->in_steps = false;
    if (is_done || is_urgent(vm)) finish_steps(vm);
    else next_step(vm);
}

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// Scripts run here: callbacks of weak references, finalizers.
static void run_what_was_found(VM *vm) {
    if (vm->collector->finalizing) return;
    weak_references_call_back(vm);
    run_finalizers(vm, FINALIZE_PENDING);
}

void gc_collect_now(VM *vm) {
    attention_clear(vm, ATTENTION_COLLECT);
    uint64_t start = now();
    if (vm->heap->collecting && reserve_mark_stack(vm)) finish_steps(vm); // it leaves alone what died since it began
    collect(vm, true);
    heap_release_dead(vm->heap);
    pauses_record(&vm->collector->pauses, now() - start);
    if (vm->config.gc_stress) attention_set(vm, ATTENTION_COLLECT);
    run_what_was_found(vm);
}

// Under stress most collections are young, but not all.
static bool wants_full(const VM *vm) {
    const Collector *collector = vm->collector;
    return collector->must_be_full || heap_wants_full(vm->heap) || (vm->config.gc_stress && collector->safepoints % 8 == 0);
}

// Near the limit memory matters more than pauses.
static bool goes_in_steps(const VM *vm) {
    if (vm->config.gc_stress) return vm->collector->safepoints % 32 < 16;
    size_t used = vm->heap->pages_used * HEAP_PAGE, limit = vm->heap->config.limit;
    return used > STEPS_FROM && (!limit || used < limit / 2);
}

void gc_collect(VM *vm) {
    bool stress = vm->config.gc_stress;
    bool due = vm->heap->allocated > vm->heap->due_at; // else asked for by stress mode, or since memory is short
    attention_clear(vm, ATTENTION_COLLECT);
    if (!stress || due || is_stress_turn(vm)) {
        uint64_t start = now();
        if (vm->heap->collecting) step(vm);
        else if (!wants_full(vm)) collect(vm, false);
        else if (goes_in_steps(vm)) start_steps(vm);
        else collect(vm, true);
        pauses_record(&vm->collector->pauses, now() - start);
    }
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
    free(collector->log);
    free(collector->places);
    free(collector->parts);
    free(collector->interned);
    free(collector);
    vm->collector = NULL;
}
