// Collector: marking, from the roots and from the log of the write barrier: see gc.h.
#include "runtime/gc_private.h"
#include "runtime/attributes.h"
#include "runtime/frame.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/thread.h"
#include "runtime/type.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

// Address space for as many objects as the heap could hold.
bool gc_reserve_mark_stack(VM *vm) {
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

// What a mark is to be set for waits for MARKS_WAITING others, while what marking looks at is on its way from memory.
static inline void wait_for_mark(VM *vm, uintptr_t word) {
    Collector *collector = vm->collector;
    heap_mark_prefetch((const void *)word);
    uintptr_t *place = &collector->waiting[collector->waiting_at++ % MARKS_WAITING], first = *place;
    *place = word;
    mark_waiting(vm, first);
}

void gc_mark_waiting(VM *vm) {
    Collector *collector = vm->collector;
    for (unsigned i = 0; i < MARKS_WAITING; i++) { // as they came
        uintptr_t *place = &collector->waiting[(collector->waiting_at + i) % MARKS_WAITING];
        mark_waiting(vm, *place);
        *place = 0;
    }
}

void gc_mark(VM *vm, Value value) {
    if (!is_object(value)) {
        if (__builtin_expect(vm->collector->immediates != NULL, 0)) gc_see_immediate(vm, value);
        return;
    }
    if (__builtin_expect(vm->collector->is_measuring, 0)) return;
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
    if (__builtin_expect(vm->collector->is_measuring, 0)) {
        if (block) vm->collector->measured += heap_block_size(block);
        return;
    }
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
bool gc_drain(VM *vm, size_t budget) {
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
            gc_mark_waiting(vm);
            if (collector->mark_top > collector->mark_stack) continue;
        }
        if (!count && collector->part_count) {
            trace_part(vm);
            enough -= enough == SIZE_MAX ? 0 : PART_BYTES;
            if (vm->heap->marked_bytes >= enough) return gc_mark_waiting(vm), false;
            continue;
        }
        if (!count) return true;
        if (__builtin_expect(vm->heap->marked_bytes >= enough, 0)) {
            while (count--) *collector->mark_top++ = queue[(head + count) % TRACE_AHEAD];
            gc_mark_waiting(vm);
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
        if (shape_has_places(object->shape)) attributes_trace(vm, object);
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
    gc_mark(vm, vm->tracing.trace), gc_mark(vm, vm->tracing.profile);
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
    stacks_give_back(vm);
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

void gc_mark_roots(VM *vm) {
    mark_thread(vm);
    threads_visit(vm, mark_thread);
    threads_mark(vm);
    mark_interned(vm);
    Type **types = (Type **)&vm->types;
    for (size_t i = 0; i < sizeof vm->types / sizeof *types; i++)
        if (!type_is_stub(types[i])) gc_mark_object(vm, types[i]);
    Str **names = (Str **)&vm->names;
    for (size_t i = 0; i < sizeof vm->names / sizeof *names; i++) gc_mark_object(vm, names[i]);
    const Value single[] = {vm->float_zero, vm->empty_tuple, vm->empty_str, vm->empty_bytes, vm->memory_error, vm->shared_slice};
    mark_values(vm, single, single + sizeof single / sizeof *single);
    mark_values(vm, vm->ascii_strings, vm->ascii_strings + 128);
    mark_values(vm, vm->characters, vm->characters + sizeof vm->characters / sizeof(Value));
    mark_values(vm, vm->slots_for_modules, vm->slots_for_modules + sizeof vm->slots_for_modules / sizeof(Value));
    gc_mark_object(vm, vm->builtins);
    gc_mark_object(vm, vm->modules);
    gc_mark_object(vm, vm->native_modules);
    sys_mark(vm);
    if (vm->config.host) vm->config.host->mark(vm->config.host, vm);
    gc_mark_block(vm, vm->finalizable);
    gc_mark_block(vm, vm->guard_signatures);
    gc_mark_block(vm, vm->shown);
    mark_values(vm, vm->shown, vm->shown + vm->shown_capacity);
    weak_references_mark(vm);
    gc_mark_waiting(vm); // the program may go on before the next step, and free or move blocks
}

#ifdef TYPHON_EXPENSIVE_ASSERTS
void gc_verify_marks(VM *vm) {
    Verifier verifier = {0};
    Type *types = vm->collector->types;
    size_t code_count = vm->collector->code_count;
    see(&verifier, NULL);
    vm->collector->verifier = &verifier;
    gc_mark_roots(vm);
    gc_drain(vm, SIZE_MAX);
    vm->collector->verifier = NULL;
    free(verifier.seen);
    (void)types, (void)code_count;
}
#endif

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

enum { MANY = 1024, PLACES_MOST = 128 * 1024, PLACES_TOGETHER = 1 << 16, PLACES_AHEAD = 16 };

Extent gc_extent_of(const Object *object) {
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
    Extent extent = gc_extent_of(owner);
    size_t word = (size_t)(place - extent.words);
    if (extent.count < MANY || place < extent.words || word > extent.count + 1 || collector->place_count >= PLACES_MOST) { // a list's or dict's count may grow after the store
        gc_log(vm, owner);
        return;
    }
    if (collector->place_count) { // in order, as containers are filled?
        LoggedPlaces *last = &collector->places[collector->place_count - 1];
        size_t after = word - last->word;
        if (last->owner == owner && after < last->count) return;
        if (last->owner == owner && after == last->count && after < PLACES_TOGETHER) {
            last->count++;
            return;
        }
    }
    if (collector->place_count == collector->place_capacity) {
        size_t capacity = collector->place_capacity ? 2 * collector->place_capacity : 1024;
        LoggedPlaces *larger = realloc(collector->places, capacity * sizeof *larger);
        if (!larger) {
            gc_log(vm, owner);
            return;
        }
        collector->places = larger, collector->place_capacity = capacity;
    }
    collector->places[collector->place_count++] = (LoggedPlaces){owner, word, 1};
}

// Words of a container are traced later, a part at a time: on the mark stack a list of a million would take a million places.
static bool defer(Collector *collector, Object *container, size_t word, size_t end) {
    if (end - word < MANY || collector->is_watched) return false;
    if (collector->part_count == collector->part_capacity) {
        size_t capacity = collector->part_capacity ? 2 * collector->part_capacity : 64;
        PartlyTraced *larger = realloc(collector->parts, capacity * sizeof *larger);
        if (!larger) return false;
        collector->parts = larger, collector->part_capacity = capacity;
    }
    collector->parts[collector->part_count++] = (PartlyTraced){container, word, end};
    return true;
}

bool gc_defer(VM *vm, Object *container, size_t count) { return vm->collector->is_measuring || defer(vm->collector, container, 0, count < MANY ? count : SIZE_MAX); }

// Traces a part of the container deferred last.
static void trace_part(VM *vm) {
    PartlyTraced *part = &vm->collector->parts[vm->collector->part_count - 1];
    Extent extent = gc_extent_of(part->container);
#ifdef TYPHON_EXPENSIVE_ASSERTS
    if (vm->collector->verifier) vm->collector->verifier->from = part->container;
#endif
    size_t last = part->end < extent.count ? part->end : extent.count, end = part->word + PART < last ? part->word + PART : last;
    for (size_t i = part->word + extent.first; i < end; i += extent.step) gc_mark(vm, extent.words[i]);
    part->word = end; // (PART is even: a set's parts begin with a hash)
    if (end == last) vm->collector->part_count--;
}

// Those that are marked are to be traced again; or the log is only emptied.
void gc_take_log(VM *vm, bool trace) {
    Collector *collector = vm->collector;
    for (size_t i = 0; i < collector->log_count; i++) {
        Object *owner = collector->log[i];
        heap_unlog(owner);
        if (trace && heap_is_marked(vm->heap, owner) && owner != &vm->interned->head) *collector->mark_top++ = owner;
    }
    for (size_t i = 0; trace && i < collector->place_count; i++) {
        if (i + PLACES_AHEAD < collector->place_count) {
            LoggedPlaces ahead = collector->places[i + PLACES_AHEAD];
            __builtin_prefetch(gc_extent_of(ahead.owner).words + ahead.word);
        }
        LoggedPlaces place = collector->places[i];
        if (!heap_is_marked(vm->heap, place.owner) || place.owner == &vm->interned->head) continue;
        Extent extent = gc_extent_of(place.owner);
        size_t end = place.word + place.count < extent.count ? place.word + place.count : extent.count;
        if (defer(collector, place.owner, place.word, place.word + place.count)) continue;
        for (size_t word = place.word; word < end; word++) gc_mark(vm, extent.words[word]);
    }
    collector->log_count = collector->place_count = 0;
}
