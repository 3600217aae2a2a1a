// The memory and the bookkeeping of native code, and how it is entered.
#include "runtime/native_code.h"
#if HAS_NATIVE_CODE
#include <stdlib.h>
#include <sys/mman.h>

enum { AREA_SIZE = 64 << 20, PAGE = 4096, INSTRUCTIONS_MOST = 20000, HEAT_AGAIN = 30, TURNS_OF_NOTES = 100, SURPRISES_BEFORE_AGAIN = 4, SHAPES_TRIED = 2 };

// ---- memory: pages are written to or executed, never both at once

static bool set_writable(const NativeArea *area, NativeRange range, bool writable) {
    size_t start = range.start & ~(size_t)(PAGE - 1), end = (range.start + range.size + PAGE - 1) & ~(size_t)(PAGE - 1);
    return mprotect(area->start + start, end - start, writable ? PROT_READ | PROT_WRITE : PROT_READ | PROT_EXEC) == 0;
}

static NativeArea *area_of(VM *vm) {
    if (vm->native) return vm->native;
    NativeArea *area = calloc(1, sizeof *area);
    if (!area) return NULL;
    void *memory = mmap(NULL, AREA_SIZE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return free(area), NULL;
    area->start = memory;
    const NativeRange shared = {0, PAGE};
    if (!set_writable(area, shared, true) || !native_write_shared(area, shared.size) || !set_writable(area, shared, false)) return munmap(memory, AREA_SIZE), free(area), NULL;
    area->used = PAGE;
    return vm->native = area;
}

static bool take_range(NativeArea *area, size_t size, NativeRange *range) {
    size = (size + 15) & ~(size_t)15;
    for (uint32_t n = 0; n < area->free_count; n++) {
        NativeRange *free_range = &area->free[n];
        if (free_range->size < size) continue;
        *range = (NativeRange){free_range->start, size};
        free_range->start += size, free_range->size -= size;
        if (!free_range->size) memmove(free_range, free_range + 1, (--area->free_count - n) * sizeof *free_range);
        return true;
    }
    if (AREA_SIZE - area->used < size) return false;
    *range = (NativeRange){area->used, size};
    area->used += size;
    return true;
}
// The list is in the order of places; none of it is empty, no two touch, and none reaches `used`.
static void give_range(NativeArea *area, NativeRange range) {
    uint32_t n = 0;
    while (n < area->free_count && area->free[n].start < range.start) n++;
    if (n < area->free_count && range.start + range.size == area->free[n].start) {
        area->free[n].start = range.start, area->free[n].size += range.size;
    } else {
        if (area->free_count == area->free_capacity) {
            uint32_t capacity = area->free_capacity ? area->free_capacity * 2 : 16;
            NativeRange *more = realloc(area->free, capacity * sizeof *more);
            if (!more) return; // it is lost until the VM ends
            area->free = more, area->free_capacity = capacity;
        }
        memmove(area->free + n + 1, area->free + n, (area->free_count++ - n) * sizeof *area->free);
        area->free[n] = range;
    }
    if (n > 0 && area->free[n - 1].start + area->free[n - 1].size == area->free[n].start) {
        area->free[n - 1].size += area->free[n].size;
        memmove(area->free + n, area->free + n + 1, (--area->free_count - n) * sizeof *area->free);
        n--;
    }
    if (area->free[n].start + area->free[n].size != area->used) return;
    area->used = area->free[n].start;
    area->free_count--; // it was the last
}

static void free_code(NativeCode *native) {
    while (native->shapes) {
        NativeShapes *next = native->shapes->next;
        free(native->shapes);
        native->shapes = next;
    }
    while (native->several) {
        NativeSeveral *next = native->several->next;
        free(native->several);
        native->several = next;
    }
    free(native->seen);
    free(native->surprises);
    free(native->callees);
    if (native->table) free(native->table - native->resumed_count);
    free(native);
}

void native_close(VM *vm) {
    NativeArea *area = vm->native;
    if (!area) return;
    while (area->codes) {
        NativeCode *native = area->codes;
        area->codes = native->next;
        free_code(native);
    }
    munmap(area->start, AREA_SIZE);
    free(area->free);
    free(area);
    vm->native = NULL;
}

static void forget_dead_shapes(const VM *vm, const NativeCode *native) {
    for (NativeShapes *list = native->shapes; list; list = list->next)
        for (uint32_t n = 0; n < list->count; n++)
            if (list->shapes[n] && !heap_is_marked(vm->heap, list->shapes[n])) list->shapes[n] = NULL;
    for (NativeSeveral *several = native->several; several; several = several->next)
        for (uint32_t n = 0; n < several->count; n++)
            if (several->entries[n].found.shape && !heap_is_marked(vm->heap, several->entries[n].found.shape)) several->entries[n].found.shape = NULL;
}
void native_forget_dead(VM *vm) {
    NativeArea *area = vm->native;
    if (!area) return;
    for (NativeCode **place = &area->codes; *place;) {
        NativeCode *native = *place;
        if (heap_is_marked(vm->heap, native->code)) {
            forget_dead_shapes(vm, native);
            place = &native->next;
            continue;
        }
        *place = native->next;
        for (uint32_t n = 0; n < native->range_count; n++) give_range(area, native->ranges[n]);
        free_code(native);
    }
}

static NativeCode *native_of(NativeArea *area, Code *code) {
    if (code->native) return code->native;
    NativeCode *native = calloc(1, sizeof *native);
    if (!native) return NULL;
    native->seen = calloc(code->code_count, 1), native->surprises = calloc(code->code_count, 1);
    native->resumed_count = code->flags & (UNIT_GENERATOR | UNIT_COROUTINE) ? code->code_count : 0;
    void **entries = calloc((size_t)code->code_count + native->resumed_count, sizeof *entries);
    native->table = entries ? entries + native->resumed_count : NULL;
    native->callees = calloc(code->code_count, sizeof *native->callees);
    if (!native->seen || !native->surprises || !native->table || !native->callees) return free_code(native), NULL;
    native->code = code;
    native->notes = true;
    native->next = area->codes;
    area->codes = native;
    return code->native = native;
}

// False: it stays with the interpreter.
static bool make_native(VM *vm, const Frame *frame) {
    Code *code = frame->code;
    if (code->image || code->code_count > INSTRUCTIONS_MOST) return false;
    NativeArea *area = area_of(vm);
    NativeCode *native = area ? native_of(area, code) : NULL;
    NativeText text;
    if (!native || native->compiled == COMPILED_MOST || !native_compile(vm, area, native, frame, &text)) return false;
    NativeRange range;
    bool good = take_range(area, text.size, &range) && set_writable(area, range, true);
    if (good) native_place(area, native, code, &text, range.start);
    good = good && set_writable(area, range, false); // (a range that never became writable is lost)
    text.shapes->next = native->shapes; // what was made before may still be running
    native->shapes = text.shapes;
    text.shapes = NULL;
    native_text_free(&text);
    if (good) native->ranges[native->range_count++] = range;
    code->native_table = good ? native->table : NULL;
    native->compiled++;
    native->turns = TURNS_OF_NOTES;
    return good;
}

// ---- what is seen

static unsigned seen_kind(const VM *vm, Value v) { return is_small_int(v) ? SEEN_INT : is_inline_float(v) || is_exactly(v, vm->types.float_) ? SEEN_FLOAT : SEEN_OTHER; }
static unsigned seen_container(const VM *vm, Value v) {
    const Type *type = is_object(v) ? as_object(v)->shape->type : NULL;
    return type == vm->types.list ? SEEN_LIST : type == vm->types.tuple ? SEEN_TUPLE : type == vm->types.str ? SEEN_STR : type == vm->types.dict ? SEEN_DICT : SEEN_OTHER_CONTAINER;
}
unsigned native_seen_value(const VM *vm, Value v) { return seen_kind(vm, v) | seen_container(vm, v); }
// What the operands of the instruction are now; 0: nothing that would help.
static unsigned seen_now(const VM *vm, const Frame *frame, const Instruction *at) {
    const Value *registers = frame->registers;
    const NativeOperation o = native_operation(frame->code, at);
    if (o.kind) {
        Value left = native_operand_value(frame, o.left), right = native_operand_value(frame, o.right);
        bool is_truth = is_bool(left) ? is_bool(right) || is_small_int(right) : is_bool(right) && is_small_int(left);
        return seen_kind(vm, left) | seen_kind(vm, right) << 2 | (is_exactly(left, vm->types.str) && is_exactly(right, vm->types.str) ? SEEN_STR : is_truth ? SEEN_TRUTHS : SEEN_OTHER_CONTAINER);
    }
    switch (at->op) {
    case OP_NEGATIVE: return seen_kind(vm, registers[at->b]);
    case OP_GUARD_TYPE:
    case OP_GUARD_MASK:
    case OP_GUARD_MASK_ALONE:
    case OP_GUARD_JUMP_IF_FALSE:
    case OP_GUARD_JUMP_IF_TRUE:
    case OP_RETURN_GUARDED:
    case OP_RETURN_GUARDED_INT: return native_seen_value(vm, registers[at->a]);
    case OP_JUMP_IF_TRUE:
    case OP_JUMP_IF_FALSE: return is_bool(registers[at->a]) ? SEEN_BOOL : registers[at->a] == VALUE_NONE ? SEEN_OTHER : SEEN_OTHER | seen_container(vm, registers[at->a]);
    case OP_IN:
    case OP_NOT_IN: {
        unsigned container = seen_container(vm, registers[at->c]);
        return SEEN_OTHER | (container == SEEN_DICT || container == SEEN_TUPLE || (container == SEEN_STR && is_exactly(registers[at->b], vm->types.str)) ? container : SEEN_OTHER_CONTAINER);
    }
    case OP_FOR_ITER: {
        static const uint8_t seen[16] = {[ITERATE_RANGE] = SEEN_RANGE, [ITERATE_LIST] = SEEN_LIST, [ITERATE_TUPLE] = SEEN_TUPLE, [ITERATE_STR] = SEEN_STR, [ITERATE_GENERATOR] = SEEN_GENERATOR, [ITERATE_KEYS] = SEEN_KEYS, [ITERATE_VALUES] = SEEN_VALUES, [ITERATE_OBJECT] = SEEN_ITERATOR};
        unsigned container = seen[iteration_kind(registers[at->b + 2u])];
        return SEEN_OTHER | (container ? container : SEEN_OTHER_CONTAINER);
    }
    case OP_GET_ITER: return SEEN_OTHER | seen_container(vm, registers[at->b]);
    case OP_NOT: return is_bool(registers[at->b]) ? SEEN_BOOL : SEEN_OTHER;
    case OP_LOAD_ATTR:
    case OP_STORE_ATTR:
    case OP_LOAD_GLOBAL: return SEEN_OTHER; // executed: by now it may be one of the quick ones
    case OP_GET_ITEM:
    case OP_GET_ITEM_GUARDED:
    case OP_GET_ITEM_ITEM:
    case OP_GET_ITEM_ITEM_GUARDED: return SEEN_OTHER | seen_kind(vm, registers[at->c]) << 2 | seen_container(vm, registers[at->b]);
    case OP_GET_ITEM_INT:
    case OP_GET_ITEM_INT_GUARDED: return SEEN_OTHER | SEEN_INT << 2 | seen_container(vm, registers[at->b]);
    case OP_SET_ITEM: return SEEN_OTHER | seen_kind(vm, registers[at->b]) << 2 | seen_container(vm, registers[at->a]);
    case OP_FOR_ITER_RANGE: return registers[at->b + 2] == iteration_word(ITERATE_RANGE, 1) ? SEEN_STEP_1 : SEEN_OTHER;
    case OP_CALL:
    case OP_CALL_PROVEN:
    case OP_CALL_METHOD:
    case OP_CALL_METHOD_PROVEN: {
        if (is_exactly(registers[at->a], vm->types.function)) return SEEN_FUNCTION;
        Value first = call_argument_count(*at) ? registers[at->a + 1] : VALUE_NONE;
        return SEEN_OTHER | seen_kind(vm, first) << 2 | seen_container(vm, first);
    }
    default: return 0;
    }
}
static void note_callee(const VM *vm, const Frame *frame, const Instruction *at) {
    bool is_method_call = at->op == OP_CALL_METHOD || at->op == OP_CALL_METHOD_PROVEN;
    if (!is_method_call && at->op != OP_CALL && at->op != OP_CALL_PROVEN) return;
    Value callee = frame->registers[at->a];
    bool is_method = is_method_call && frame->registers[at->a + 1] != VALUE_UNBOUND;
    NativeCallee *place = &frame->code->native->callees[at - frame->code->code];
    if (!is_method_call && is_exactly(callee, vm->types.type) && as_type(callee)->constructor_version == as_type(callee)->version) {
        *place = (NativeCallee){.is_class = true};
        return;
    }
    place->calls_functions |= is_exactly(callee, vm->types.function);
    if (!is_exactly(callee, is_method ? vm->types.native_method : vm->types.native_function)) return;
    const Native *native = (const Native *)as_object(callee);
    const NativeDef *def = native->def;
    uint32_t given = call_argument_count(*at);
    if ((!is_method && native->self != VALUE_UNBOUND) || def->flags & (NATIVE_STATIC | NATIVE_CLASS) || def->parameters || given < (uint16_t)def->min_args || given > (uint16_t)def->max_args) return;
    *place = (NativeCallee){.def = def, .is_method = is_method, .calls_functions = place->calls_functions};
}
static void add_seen(uint8_t *place, unsigned now) {
    unsigned seen = *place, both = seen | now;
    if (!seen) {
        *place = (uint8_t)now;
        return;
    }
    if ((seen ^ now) & 3) both |= SEEN_OTHER;
    if ((seen ^ now) & SEEN_OTHER << 2) both |= SEEN_OTHER << 2;
    if (seen & SEEN_CONTAINER && now & SEEN_CONTAINER && (seen ^ now) & SEEN_CONTAINER) both |= SEEN_CONTAINER; // (none)
    *place = (uint8_t)both;
}
void native_note(VM *vm, Frame *frame, const Instruction *pc) {
    Code *code = frame->code;
    add_seen(&code->native->seen[pc - code->code], seen_now(vm, frame, pc));
    note_callee(vm, frame, pc);
    if (--code->native->turns >= 0 || code->native->notes) return;
    code->native_table = NULL; // to be made again
    code->heat = 0;
}

// The record for this shape, or room for it; SEVERAL_MOST: there is neither.
static uint32_t place_among(NativeSeveral *several, const Shape *shape) {
    uint32_t place = several->count;
    for (uint32_t n = 0; n < several->count; n++) {
        const Shape *other = several->entries[n].found.shape;
        if (other == shape) return n;
        if (!other || other->type->version != several->entries[n].found.version) place = n;
    }
    return place;
}
bool native_meet(Frame *frame, const Instruction *pc, const ShapeCacheEntry *found, const Tuple *guard) {
    enum { MEETINGS_BEFORE_AGAIN = 8 };
    Code *code = frame->code;
    NativeCode *native = code->native;
    NativeSeveral *several = native->callees[pc - code->code].several;
    if (!several) {
        several = calloc(1, sizeof *several);
        if (!several) return false;
        several->next = native->several;
        native->several = native->callees[pc - code->code].several = several;
    }
    if (several->is_full) return false;
    uint32_t n = place_among(several, found->shape);
    several->is_full = n == SEVERAL_MOST;
    if (!several->is_full && (n == several->count || several->entries[n].found.shape != found->shape || several->entries[n].found.version != found->version)) {
        several->entries[n] = (NativeMet){*found, guard};
        if (n == several->count) several->count++;
        several->is_new = true;
    }
    if (!several->is_new || (++several->turns < MEETINGS_BEFORE_AGAIN && !several->is_full) || native->compiled >= COMPILED_MOST / 2) return false;
    several->is_new = false, several->turns = 0;
    code->native_table = NULL;
    code->heat = HEAT_AGAIN;
    return true;
}

static bool names_attribute(uint16_t op) {
    Opcode original = original_opcode(op);
    return original == OP_LOAD_ATTR || original == OP_STORE_ATTR || original == OP_LOAD_METHOD;
}
// It was left at an instruction that did not go as before.
static void note_surprise(VM *vm, const Frame *frame, const Instruction *at) {
    Code *code = frame->code;
    NativeCode *native = code->native;
    size_t n = (size_t)(at - code->code);
    if (!native || n >= code->code_count || native->seen[n] & SEEN_GENERAL) return;
    unsigned surprises = ++native->surprises[n];
    if (surprises % SURPRISES_BEFORE_AGAIN) return;
    uint8_t before = native->seen[n];
    add_seen(&native->seen[n], seen_now(vm, frame, at));
    if (native->seen[n] == before) native->seen[n] = names_attribute(at->op) && before < SHAPES_TRIED ? before + 1 : SEEN_GENERAL; // not for want of knowing its operands
    if (native->compiled >= COMPILED_MOST) return;
    code->native_table = NULL;
    code->heat = HEAT_AGAIN;
}

// ---- running

// The frame on top: what has been noted long enough is made anew.
static bool ends_notes(VM *vm) {
    Code *code = vm->frame >= vm->frames ? vm->frame->code : NULL;
    if (!code || !code->native || code->native->turns >= 0) return false;
    code->native->notes = false;
    code->native_table = NULL;
    return true;
}
Instruction *native_run(VM *vm, Instruction *at) {
    for (;;) {
        Frame *frame = vm->frame;
        Code *code = frame->code;
        if (!code->native_table && !make_native(vm, frame)) {
            code->heat = NATIVE_NEVER;
            return at;
        }
        code->heat = 0;
        size_t n = (size_t)(at - code->code);
        const NativeArea *area = vm->native;
        if (n >= code->code_count || code->native_table[n] == (void *)(area->start + area->leave_at_saved)) return at;
        uintptr_t left = area->enter(vm, frame, code->native_table[n]);
        if (left == LEFT_WITH_ERROR) return NULL;
        if (left == LEFT_RETURNED) return ends_notes(vm), NATIVE_RETURNED;
        at = (Instruction *)(left & ~(uintptr_t)LEFT_BITS);
        frame = vm->frame;
        if ((left & LEFT_BITS) == LEFT_AT_SURPRISE) note_surprise(vm, frame, at);
        if (ends_notes(vm)) continue;
        if ((left & LEFT_BITS) != LEFT_AT_CALL || --frame->code->heat >= 0) return at;
    }
}
// A generator's frame was entered by its own C activation, which goes on with what it was left with.
static Value go_on(VM *vm, uintptr_t left) {
    if (left == LEFT_WITH_ERROR) return interpreter_run(vm, true);
    Frame *frame = vm->frame;
    frame->pc = (Instruction *)(left & ~(uintptr_t)LEFT_BITS);
    if ((left & LEFT_BITS) == LEFT_AT_SURPRISE) note_surprise(vm, frame, frame->pc);
    ends_notes(vm);
    if (frame->code->heat < 1) frame->code->heat = 1; // the instruction that was left at is the interpreter's
    return interpreter_run(vm, false);
}
static inline bool may_enter(const VM *vm, const Code *code) { return code->native_table && !vm->is_counted && !attention_of(vm); }
Value native_resume_code(VM *vm) {
    const Code *code = vm->frame->code;
    const NativeArea *area = vm->native;
    const void *address = may_enter(vm, code) ? code->native_table[vm->frame->pc - code->code] : NULL;
    if (!address || address == area->start + area->leave_at_saved) return interpreter_run(vm, false);
    vm->heap->refused = false; // (interpreter_run)
    uintptr_t left = area->enter(vm, vm->frame, address);
    if (unlikely(left != LEFT_RETURNED)) return go_on(vm, left);
    if (unlikely(code->native->turns < 0)) ends_notes(vm);
    return vm->native_result;
}
Value native_send(VM *vm, Generator *generator, Value sent) {
    Code *code = generator->code;
    Value *window = vm->stack_top, *top = window + code->register_count;
    Frame *frame = vm->frame + 1;
    if (generator->state != GENERATOR_SUSPENDED || generator->handles || !may_enter(vm, code) || top > vm->stack_high || frame == vm->frames_end) return VALUE_UNBOUND;
    if (sent != VALUE_NONE && generator->sent_register == GENERATOR_DELEGATES) return VALUE_UNBOUND;
    const void *address = code->native_table[-1 - (ptrdiff_t)generator->pc];
    if (!address) return VALUE_UNBOUND;
    *frame = (Frame){.registers = window, .pc = code->code + generator->pc, .code = code, .function = generator->function, .globals = generator->function->globals, .namespace_ = VALUE_UNBOUND, .generator = generator, .flags = FRAME_ENTRY};
    vm->frame = frame;
    vm->stack_top = top;
    generator->state = GENERATOR_RUNNING;
    gc_store(vm, generator, &generator->handled, vm->handled);
    vm->heap->refused = false; // (interpreter_run)
    uintptr_t left = ((const NativeArea *)vm->native)->enter_resumed(vm, frame, address, generator, sent);
    if (unlikely(left != LEFT_RETURNED)) return go_on(vm, left);
    if (unlikely(code->native->turns < 0)) ends_notes(vm);
    return vm->native_result;
}
#endif
