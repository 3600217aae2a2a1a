// _profiler: what cProfile counts, in C: calls of functions and natives, the time in each and below it, and by whom they were called.
//
//   contexts   the calls under way, innermost last: which entry, which of its caller's parts, when it began, the time that was spent in what it called
//   entries    one for each code or native; `index` finds it (open addressing, a power of two, numbers from 1)
//   parts      how often, and how long, one entry was called by another: a list from the caller
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/trace.h"
#include "runtime/type.h"
#include <time.h>

typedef struct Counts {
    uint64_t calls, recursive_calls;
    double total, own; // seconds, or what the timer gives
    uint32_t level;    // of its calls under way
} Counts;
typedef struct Entry {
    const void *key;   // the Code, or the NativeDef of a native
    Value what;        // the Code, or the native that was called first
    uint32_t parts;    // number of the first, from 1; 0: none
    Counts counts;
} Entry;
typedef struct Part {
    uint32_t callee, next;
    Counts counts;
} Part;
typedef struct Context {
    uint32_t entry, part; // part: from 1; 0: nobody is known to have called it
    double start, inner;
} Context;
typedef struct Array { // a block
    void *items;
    uint32_t count, capacity;
} Array;
typedef struct Profiler {
    Object head;
    Array entries, parts, contexts;
    uint32_t *index;   // a block of entries.capacity * 2
    Value timer;       // a function, or VALUE_NONE
    double unit;       // what the timer's ints count
    bool counts_parts, counts_natives;
} Profiler;

static Profiler *as_profiler(Value v) { return (Profiler *)as_object(v); }
static Entry *entry_at(const Profiler *p, uint32_t n) { return (Entry *)p->entries.items + n; }
static Part *part_at(const Profiler *p, uint32_t n) { return (Part *)p->parts.items + n; }

static bool grow(VM *vm, Profiler *p, Array *array, size_t size) {
    if (array->count < array->capacity) return true;
    uint32_t capacity = array->capacity ? array->capacity * 2 : 32;
    void *items = block_resize(vm, array->items, array->capacity * size, capacity * size);
    if (!items) return false;
    array->items = items, array->capacity = capacity;
    return gc_wrote(vm, p), true;
}

static uint32_t *index_place(const Profiler *p, const void *key) {
    uint32_t mask = p->entries.capacity * 2 - 1, at = (uint32_t)((uintptr_t)key >> 4) * 2654435761u & mask;
    while (p->index[at] && entry_at(p, p->index[at] - 1)->key != key) at = (at + 1) & mask;
    return &p->index[at];
}

static bool grow_entries(VM *vm, Profiler *p) {
    uint32_t before = p->entries.capacity;
    if (p->entries.count < before) return true;
    uint32_t capacity = before ? before * 2 : 32;
    uint32_t *index = block_new(vm, capacity * 2 * sizeof *index);
    if (!index || !grow(vm, p, &p->entries, sizeof(Entry))) return false;
    memset(index, 0, capacity * 2 * sizeof *index);
    p->index = index;
    for (uint32_t n = 0; n < p->entries.count; n++) *index_place(p, entry_at(p, n)->key) = n + 1;
    return gc_wrote(vm, p), true;
}

static bool find_entry(VM *vm, Profiler *p, Value what, uint32_t *number) {
    if (!grow_entries(vm, p)) return false;
    const void *key = is_layout(what, LAYOUT_NATIVE) ? (const void *)((const Native *)as_object(what))->def : (const void *)as_object(what);
    uint32_t *place = index_place(p, key);
    if (!*place) {
        *entry_at(p, p->entries.count) = (Entry){.key = key, .what = what};
        *place = ++p->entries.count;
        gc_wrote(vm, p);
    }
    return *number = *place - 1, true;
}

static bool find_part(VM *vm, Profiler *p, uint32_t caller, uint32_t callee, uint32_t *number) {
    uint32_t at = entry_at(p, caller)->parts;
    while (at && part_at(p, at - 1)->callee != callee) at = part_at(p, at - 1)->next;
    if (!at) {
        if (!grow(vm, p, &p->parts, sizeof(Part))) return false;
        *part_at(p, p->parts.count) = (Part){.callee = callee, .next = entry_at(p, caller)->parts};
        entry_at(p, caller)->parts = at = ++p->parts.count;
    }
    return *number = at, true;
}

// A script without a clock learns nothing of time here either.
static bool now(VM *vm, const Profiler *p, double *time) {
    *time = 0;
    if (p->timer != VALUE_NONE) {
        Value given = call_value(vm, p->timer, NULL, 0);
        if (given == VALUE_ERROR) return false;
        bool is_whole = is_int(given);
        return number_to_double(vm, given, time) && (*time *= is_whole && p->unit > 0 ? p->unit : 1, true);
    }
    struct timespec clock;
    if (grants_has(vm, GRANT_CLOCK) && clock_gettime(CLOCK_MONOTONIC, &clock) == 0) *time = (double)clock.tv_sec + (double)clock.tv_nsec * 1e-9;
    return true;
}

static void begin_counts(Counts *c) {
    if (c->level++) c->recursive_calls++;
    c->calls++;
}
static void end_counts(Counts *c, double all, double own) {
    c->own += own;
    if (--c->level == 0) c->total += all;
}

static bool enter(VM *vm, Profiler *p, Value what) {
    Context context = {0};
    if (!find_entry(vm, p, what, &context.entry) || !grow(vm, p, &p->contexts, sizeof(Context))) return false;
    Context *caller = p->contexts.count ? (Context *)p->contexts.items + p->contexts.count - 1 : NULL;
    if (caller && p->counts_parts && !find_part(vm, p, caller->entry, context.entry, &context.part)) return false;
    begin_counts(&entry_at(p, context.entry)->counts);
    if (context.part) begin_counts(&part_at(p, context.part - 1)->counts);
    ((Context *)p->contexts.items)[p->contexts.count++] = context;
    double start;
    if (!now(vm, p, &start)) return false;
    if (p->contexts.count) ((Context *)p->contexts.items)[p->contexts.count - 1].start = start; // (a timer may clear)
    return true;
}

static void leave_at(Profiler *p, double time) {
    Context *context = (Context *)p->contexts.items + --p->contexts.count;
    double all = time - context->start, own = all - context->inner;
    end_counts(&entry_at(p, context->entry)->counts, all, own);
    if (context->part) end_counts(&part_at(p, context->part - 1)->counts, all, own);
    if (p->contexts.count) context[-1].inner += all;
}

static bool leave(VM *vm, Profiler *p) {
    double time;
    if (!now(vm, p, &time)) return false;
    if (p->contexts.count) leave_at(p, time); // else it was called before counting began
    return true;
}

static bool hook(VM *vm, Value self, int event, Value what) {
    Profiler *p = as_profiler(self);
    if (event >= PROFILE_NATIVE_CALL && !p->counts_natives) return true;
    return event == PROFILE_CALL || event == PROFILE_NATIVE_CALL ? enter(vm, p, what) : leave(vm, p);
}

// ---- what scripts see

static Value profiler_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    Value out[2];
    double unit = 0;
    if (!bind_arguments(vm, "Profiler", "timer timeunit", 0, 2, args, count, keyword_names, out)) return VALUE_ERROR;
    if (out[1] != VALUE_UNBOUND && !number_to_double(vm, out[1], &unit)) return VALUE_ERROR;
    Profiler *p = object_new(vm, type, sizeof *p);
    if (!p) return VALUE_ERROR;
    *p = (Profiler){.head = p->head, .timer = out[0] == VALUE_UNBOUND ? VALUE_NONE : out[0], .unit = unit, .counts_parts = true, .counts_natives = true};
    return from_object(p);
}

// enable(subcalls, builtins)
static Value profiler_enable(VM *vm, Value *args, uint32_t count) {
    Profiler *p = as_profiler(args[0]);
    int parts = count > 1 ? op_truth(vm, args[1]) : 1, natives = count > 2 ? op_truth(vm, args[2]) : 1;
    if (parts < 0 || natives < 0) return VALUE_ERROR;
    if (vm->tracing.profile != VALUE_NONE) return raise_value_error(vm, "Another profiling tool is already active");
    p->counts_parts = parts, p->counts_natives = natives;
    trace_set_profile(vm, args[0], hook);
    return trace_return_to_loop(vm, "enable");
}

static Value profiler_disable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Profiler *p = as_profiler(args[0]);
    if (vm->tracing.profile == args[0]) trace_set_profile(vm, VALUE_NONE, NULL);
    double time;
    if (!now(vm, p, &time)) return VALUE_ERROR;
    while (p->contexts.count) leave_at(p, time);
    return VALUE_NONE;
}

static Value profiler_clear(VM *vm, Value *args, uint32_t count) {
    (void)vm, (void)count;
    Profiler *p = as_profiler(args[0]);
    p->entries.count = p->parts.count = p->contexts.count = 0;
    if (p->index) memset(p->index, 0, p->entries.capacity * 2 * sizeof *p->index);
    return VALUE_NONE;
}

static Value counts_tuple(VM *vm, Value what, const Counts *c, Value parts) {
    Value total = float_from_double(vm, c->total), own = total == VALUE_ERROR ? VALUE_ERROR : float_from_double(vm, c->own);
    if (own == VALUE_ERROR) return VALUE_ERROR;
    Value calls = from_small_int((int64_t)c->calls), recursive = from_small_int((int64_t)c->recursive_calls);
    return parts == VALUE_UNBOUND ? tuple_pack(vm, 5, what, calls, recursive, total, own) : tuple_pack(vm, 6, what, calls, recursive, total, own, parts);
}

// rows(): a list of (code or native, calls, recursive ones among them, time, own time, a list of the same of what it called, or None). Nothing is collected meanwhile.
static Value profiler_rows(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Profiler *p = as_profiler(args[0]);
    Value rows = list_new(vm, NULL, 0);
    for (uint32_t n = 0; rows != VALUE_ERROR && n < p->entries.count; n++) {
        const Entry *entry = entry_at(p, n);
        Value parts = entry->parts ? list_new(vm, NULL, 0) : VALUE_NONE;
        for (uint32_t at = entry->parts; parts != VALUE_ERROR && at; at = part_at(p, at - 1)->next) {
            const Part *part = part_at(p, at - 1);
            Value row = counts_tuple(vm, entry_at(p, part->callee)->what, &part->counts, VALUE_UNBOUND);
            if (row == VALUE_ERROR || !list_append(vm, as_list(parts), row)) return VALUE_ERROR;
        }
        Value row = parts == VALUE_ERROR ? VALUE_ERROR : counts_tuple(vm, entry->what, &entry->counts, parts);
        if (row == VALUE_ERROR || !list_append(vm, as_list(rows), row)) return VALUE_ERROR;
    }
    return rows;
}

static void profiler_trace(VM *vm, Object *self) {
    const Profiler *p = (const Profiler *)self;
    gc_mark(vm, p->timer);
    gc_mark_block(vm, p->entries.items), gc_mark_block(vm, p->parts.items), gc_mark_block(vm, p->contexts.items), gc_mark_block(vm, p->index);
    for (uint32_t n = 0; n < p->entries.count; n++) gc_mark(vm, entry_at(p, n)->what);
}

static const NativeDef methods[] = {
    {"enable", {profiler_enable}, 0, 2, 0, NULL, DOC(NULL)},
    {"disable", {profiler_disable}, 0, 0, 0, NULL, DOC(NULL)},
    {"clear", {profiler_clear}, 0, 0, 0, NULL, DOC(NULL)},
    {"rows", {profiler_rows}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const TypeSpec profiler_spec = {
    .name = "_profiler.Profiler",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Profiler),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(construct, profiler_construct), SLOT(trace, profiler_trace)),
    .methods = methods,
};

static bool profiler_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &profiler_spec, vm->types.object);
    Str *name = type ? str_intern(vm, "Profiler", 8) : NULL;
    return name && dict_set_str(vm, space, name, from_object(type));
}
const ModuleDef profiler_module = {"_profiler", NULL, profiler_initialize};
