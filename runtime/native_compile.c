// Machine code for one Code, instruction by instruction, with what has been seen of its operands so far: the values that its registers hold when it is made
// (native_code.h). A value of another kind leaves to the interpreter, and when that happens often the code is made again.
//
// In machine registers: RBX frame->registers, R12 the VM, R13 frame, R14 FLOAT_BIAS, R15 code->attributes. RAX, RCX, RDX, RSI, RDI, R8 to R11, XMM0 and XMM1 are
// free within an instruction. From XMM2 on: floats of VM registers within a block, without their tag; where the VM register itself is behind (`is_behind`) its
// value is stored before anything else can look at it: before calls and jumps, and when the code is left.
#include "runtime/native_code.h"
#if HAS_NATIVE_CODE
#include "runtime/native_assembler.h"
#include "runtime/attributes.h"
#include "runtime/objects/float.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include <stdlib.h>

enum { FIRST_XMM = 2, XMM_COUNT = 16, NO_XMM = -1, STACK_ROOM = 168, REGISTERS_MOST = 4000, BYTES_EACH = 400, BYTES_MORE = 4096 };
enum { VM_REGISTERS = RBX, VM_ITSELF = R12, FRAME = R13, BIAS = R14, ATTRIBUTES = R15 };
static Place vm_place(size_t offset) { return place_at(VM_ITSELF, offset); }
static Place frame_place(size_t offset) { return place_at(FRAME, offset); }
#define VM_FIELD(field) vm_place(offsetof(VM, field))
#define FRAME_FIELD(field) frame_place(offsetof(Frame, field))
#define TYPE_FIELD(reg, field) place_at(reg, offsetof(Type, field))
#define CODE_FIELD(reg, field) place_at(reg, offsetof(Code, field))

typedef enum Kind { KIND_ANY, KIND_INT, KIND_FLOAT } Kind; // of a VM register: INT a small int, FLOAT an inline float, or in an XMM
typedef struct Known {
    uint8_t kind;
    int8_t xmm;
    bool is_behind; // only the XMM has it
} Known;
typedef struct Kept { // an XMM's value that a VM register does not have yet
    uint16_t reg;
    int8_t xmm;
} Kept;
typedef enum ColdKind { COLD_LEAVE, COLD_EDGE, COLD_BOX, COLD_UNBOX } ColdKind;
typedef struct Cold { // what lies out of the way, behind the rest
    ColdKind kind;
    uint8_t why;     // LEAVE: LEFT_*
    int8_t xmm;      // BOX, UNBOX
    uint32_t at;     // instruction; EDGE: the one that is jumped to
    uint32_t pc;     // EDGE, BOX: instruction for a MemoryError
    size_t back;     // BOX, UNBOX
    uint32_t first_kept, kept_count;
    uint32_t first_site; // of cold_sites; NO_SITE
} Cold;
typedef NativeSite Site; // `target`: number of an instruction; of a jump to a Cold: the next site with the same one
enum { NO_SITE = -1 };
#define GROWING(type) struct { type *items; uint32_t count, capacity; }

typedef struct Compiler {
    VM *vm;
    const Code *code;
    NativeCode *native;
    const NativeArea *area;
    const Value *observed; // the frame's registers, when it is compiled
    Assembler a;
    const uint64_t *live; // NULL: not known
    uint32_t live_words;
    Known *known;
    uint16_t owner[XMM_COUNT];
    bool in_use[XMM_COUNT], pinned[XMM_COUNT];
    uint32_t at;          // instruction
    uint32_t leave;       // the Cold that leaves at it, if nothing has changed since; UINT32_MAX
    size_t *starts;       // of each instruction; 0: none
    uint8_t *leads;       // something may jump to it
    GROWING(Cold) colds;
    GROWING(Kept) kept;
    GROWING(Site) cold_sites;
    GROWING(Site) jumps;
    GROWING(Site) shared_sites; // to what all code shares, by its place in the area
    bool failed, is_last; // LAST: it is not made again, so any type goes
    bool has_unseen;      // something that was never executed notes its operands
    size_t *misses;       // not NULL: the places of jumps that would leave, instead
    unsigned miss_count;
} Compiler;

#define APPEND(c, list, item) \
    do { \
        if ((list).count == (list).capacity) { \
            uint32_t capacity_ = (list).capacity ? (list).capacity * 2 : 64; \
            void *items_ = realloc((list).items, capacity_ * sizeof *(list).items); \
            if (!items_) { \
                (c)->failed = true; \
                break; \
            } \
            (list).items = items_, (list).capacity = capacity_; \
        } \
        (list).items[(list).count++] = (item); \
    } while (0)

static Place reg_place(uint32_t reg) { return place_at(VM_REGISTERS, (size_t)reg * sizeof(Value)); }
static Instruction *instruction_at(const Compiler *c, uint32_t at) { return &c->code->code[at]; }
static bool is_live(const Compiler *c, uint32_t at, uint32_t reg) {
    return !c->live || reg < c->code->local_count || at >= c->code->code_count || c->live[(size_t)at * c->live_words + (reg >> 6)] >> (reg & 63) & 1;
}
static void call_function(Compiler *c, const void *function) {
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)function);
    emit_call_register(&c->a, RAX);
}
static void save_pc(Compiler *c, uint32_t at) { // frame->pc: behind instruction `at`
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)(instruction_at(c, at) + 1));
    emit_at(&c->a, MOV_STORE, RAX, FRAME_FIELD(pc));
}

// ---- leaving and jumping

static void keep_all(Compiler *c, Cold *cold, uint32_t live_at) {
    cold->first_kept = c->kept.count;
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (c->in_use[x] && c->known[c->owner[x]].is_behind && is_live(c, live_at, c->owner[x])) APPEND(c, c->kept, ((Kept){c->owner[x], (int8_t)x}));
    cold->kept_count = c->kept.count - cold->first_kept;
}
static uint32_t add_cold(Compiler *c, Cold cold, bool keeps, uint32_t live_at) {
    if (keeps) keep_all(c, &cold, live_at);
    cold.first_site = (uint32_t)NO_SITE;
    APPEND(c, c->colds, cold);
    return c->failed ? 0 : c->colds.count - 1;
}
static void to_cold(Compiler *c, size_t site, uint32_t cold) {
    if (c->failed) return;
    APPEND(c, c->cold_sites, ((Site){site, c->colds.items[cold].first_site}));
    c->colds.items[cold].first_site = c->cold_sites.count - 1;
}
static void leave_by(Compiler *c, size_t site) { // a jump to where the instruction is left to the interpreter
    if (c->misses) {
        c->misses[c->miss_count++] = site;
        return;
    }
    if (c->leave == UINT32_MAX) c->leave = add_cold(c, (Cold){.kind = COLD_LEAVE, .why = LEFT_AT_SURPRISE, .at = c->at, .pc = c->at}, true, c->at);
    to_cold(c, site, c->leave);
}
static void leave_if(Compiler *c, Condition condition) { leave_by(c, emit_jump_if(&c->a, condition)); }
static void leave_as_planned(Compiler *c, size_t site) { to_cold(c, site, add_cold(c, (Cold){.kind = COLD_LEAVE, .why = LEFT_AS_PLANNED, .at = c->at, .pc = c->at}, true, c->at)); }
static void to_shared(Compiler *c, size_t site, size_t target) { APPEND(c, c->shared_sites, ((Site){site, (uint32_t)target})); }
static void fail_if(Compiler *c, Condition condition) { // after a call: nothing is kept
    to_shared(c, emit_jump_if(&c->a, condition), c->area->leave_with_error);
}

// ---- floats

static void changed(Compiler *c) { c->leave = UINT32_MAX; }
static void free_xmm(Compiler *c, int xmm) { c->in_use[xmm] = false; }
static void forget_register(Compiler *c, uint32_t reg) { // its value is about to be another
    Known *k = &c->known[reg];
    if (k->xmm != NO_XMM) free_xmm(c, k->xmm), changed(c);
    *k = (Known){KIND_ANY, NO_XMM, false};
}
// RAX = the word for the float; where it takes an object for it, out of the way.
static void box(Compiler *c, int xmm) {
    Assembler *a = &c->a;
    emit(a, MOVQ_FROM_XMM, xmm, RAX);
    emit(a, SUB_REG, RAX, BIAS);
    emit_shift(a, SHIFT_ROTATE_LEFT, RAX, 3);
    emit(a, MOV_LOAD_32, RCX, RAX);
    emit_immediate_32(a, GROUP_AND, RCX, 3);
    emit_immediate_32(a, GROUP_CMP, RCX, 2);
    size_t site = emit_jump_if(a, IF_NOT_EQUAL);
    to_cold(c, site, add_cold(c, (Cold){.kind = COLD_BOX, .xmm = (int8_t)xmm, .pc = c->at, .back = a->size}, false, 0));
}
static void store_behind(Compiler *c, int xmm) {
    uint32_t reg = c->owner[xmm];
    if (!c->known[reg].is_behind) return;
    box(c, xmm);
    emit_at(&c->a, MOV_STORE, RAX, reg_place(reg));
    c->known[reg].is_behind = false;
    c->known[reg].kind = KIND_ANY; // the float may be an object
    changed(c);
}
// What is live before instruction `at` is where others look for it.
static void store_all(Compiler *c, uint32_t at) {
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) {
        if (!c->in_use[x]) continue;
        if (is_live(c, at, c->owner[x])) store_behind(c, x);
        else if (c->known[c->owner[x]].is_behind) forget_register(c, c->owner[x]);
    }
}
static void forget_all(Compiler *c) {
    for (uint32_t reg = 0; reg < c->code->register_count; reg++) c->known[reg] = (Known){KIND_ANY, NO_XMM, false};
    memset(c->in_use, 0, sizeof c->in_use);
    changed(c);
}
static void begin_block(Compiler *c, uint32_t at) { store_all(c, at), forget_all(c); }

static int take_xmm(Compiler *c) {
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (!c->in_use[x] && !c->pinned[x]) return c->pinned[x] = true, x;
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) {
        if (c->pinned[x]) continue;
        store_behind(c, x);
        forget_register(c, c->owner[x]);
        return c->pinned[x] = true, x;
    }
    c->failed = true; // (an instruction has three operands at most)
    return FIRST_XMM;
}
static void unpin(Compiler *c) { memset(c->pinned, 0, sizeof c->pinned); }
static void own(Compiler *c, int xmm, uint32_t reg, bool is_behind) {
    forget_register(c, reg);
    c->known[reg] = (Known){KIND_ANY, (int8_t)xmm, is_behind};
    c->owner[xmm] = (uint16_t)reg, c->in_use[xmm] = true;
    changed(c);
}
// The float of a number's word, in RAX; it is known to be one.
static void untag_float(Compiler *c, int xmm) {
    emit_shift(&c->a, SHIFT_ROTATE_RIGHT, RAX, 3);
    emit(&c->a, ADD_REG, RAX, BIAS);
    emit(&c->a, MOVQ_TO_XMM, xmm, RAX);
}
static Kind seen_to_kind(SeenKind seen) { return seen == SEEN_INT ? KIND_INT : seen == SEEN_FLOAT ? KIND_FLOAT : KIND_ANY; }
static Kind kind_of_value(Value v) { return is_small_int(v) ? KIND_INT : is_inline_float(v) ? KIND_FLOAT : KIND_ANY; }
static bool is_float_object(const Compiler *c, Value v) { return is_exactly(v, c->vm->types.float_); }
static Kind known_kind(const Compiler *c, NativeOperand o) {
    if (o.is_constant) return is_float_object(c, o.value) ? KIND_FLOAT : kind_of_value(o.value);
    return c->known[o.reg].xmm != NO_XMM ? KIND_FLOAT : (Kind)c->known[o.reg].kind;
}
static Kind guess_kind(const Compiler *c, NativeOperand o, unsigned shift) {
    Kind known = known_kind(c, o);
    if (known != KIND_ANY || o.is_constant) return known;
    return seen_to_kind((SeenKind)(c->native->seen[c->at] >> shift & 3));
}
// The operand, a number, as a float in an XMM; another kind than `guess` leaves, and where it must be exact an int that is not as a float.
static int float_operand(Compiler *c, NativeOperand o, Kind guess, bool is_exact) {
    Assembler *a = &c->a;
    if (o.is_constant) {
        double number = guess == KIND_INT ? (double)small_int(o.value) : is_inline_float(o.value) ? inline_float(o.value) : ((const Float *)as_object(o.value))->number;
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        int xmm = take_xmm(c);
        emit_constant(a, RAX, bits);
        emit(a, MOVQ_TO_XMM, xmm, RAX);
        return xmm;
    }
    if (c->known[o.reg].xmm != NO_XMM) {
        c->pinned[c->known[o.reg].xmm] = true;
        return c->known[o.reg].xmm;
    }
    int xmm = take_xmm(c);
    emit_at(a, MOV_LOAD, RAX, reg_place(o.reg));
    if (guess == KIND_INT) {
        if (c->known[o.reg].kind != KIND_INT) emit_test_8(a, RAX, 1), leave_if(c, IF_EQUAL);
        emit_shift(a, SHIFT_ARITHMETIC, RAX, 1);
        if (is_exact) {
            emit(a, MOV_LOAD, RCX, RAX);
            emit_shift(a, SHIFT_ARITHMETIC, RCX, 53);
            emit_immediate(a, GROUP_ADD, RCX, 1);
            emit_immediate(a, GROUP_CMP, RCX, 1);
            leave_if(c, IF_ABOVE);
        }
        emit(a, XORPD, xmm, xmm);
        emit(a, CVTSI2SD, xmm, RAX);
        return xmm;
    }
    if (c->known[o.reg].kind != KIND_FLOAT) {
        emit(a, MOV_LOAD_32, RCX, RAX);
        emit_immediate_32(a, GROUP_AND, RCX, 3);
        emit_immediate_32(a, GROUP_CMP, RCX, 2);
        size_t other = emit_jump_if(a, IF_NOT_EQUAL);
        untag_float(c, xmm);
        to_cold(c, other, add_cold(c, (Cold){.kind = COLD_UNBOX, .why = LEFT_AT_SURPRISE, .xmm = (int8_t)xmm, .at = c->at, .pc = c->at, .back = a->size}, true, c->at));
    } else {
        untag_float(c, xmm);
    }
    own(c, xmm, o.reg, false);
    return xmm;
}
// RAX or another = the operand's word, a small int.
static void int_operand(Compiler *c, NativeOperand o, int to) {
    if (o.is_constant) {
        emit_constant(&c->a, to, o.value);
        return;
    }
    emit_at(&c->a, MOV_LOAD, to, reg_place(o.reg));
    if (c->known[o.reg].kind == KIND_INT) return;
    emit_test_8(&c->a, to, 1);
    leave_if(c, IF_EQUAL);
}
static void set_result(Compiler *c, uint32_t reg, Kind kind) { // RAX is its value
    forget_register(c, reg);
    emit_at(&c->a, MOV_STORE, RAX, reg_place(reg));
    c->known[reg].kind = (uint8_t)kind;
    changed(c);
}
// The VM register itself has its value.
static void need_stored(Compiler *c, uint32_t reg) {
    int xmm = c->known[reg].xmm;
    if (xmm != NO_XMM) store_behind(c, xmm);
}

// ---- calls of C

typedef NativeOutcome (*Helper)(VM *, Frame *, Instruction *);
static void begin_call(Compiler *c) {
    store_all(c, c->at);
    forget_all(c);
    save_pc(c, c->at);
    emit(&c->a, MOV_LOAD, RDI, VM_ITSELF);
    emit(&c->a, MOV_LOAD, RSI, FRAME);
}
static void slow_path(Compiler *c, bool (*path)(VM *, Frame *, Instruction)) {
    begin_call(c);
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)instruction_at(c, c->at));
    emit_at(&c->a, MOV_LOAD, RDX, place_at(RAX, 0));
    call_function(c, (const void *)(uintptr_t)path);
    emit_test_8(&c->a, RAX, 0xFF);
    fail_if(c, IF_EQUAL);
}
static void to_instruction(Compiler *c, size_t site, uint32_t target) { APPEND(c, c->jumps, ((Site){site, target})); }
// The helper and what comes of it; OTHER: to `other`, END: to `end`.
static void helper_call_to(Compiler *c, Helper helper, uint32_t other, uint32_t end) {
    Assembler *a = &c->a;
    begin_call(c);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)instruction_at(c, c->at));
    call_function(c, (const void *)(uintptr_t)helper);
    emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_DONE);
    size_t done = emit_jump_if(a, IF_EQUAL);
    fail_if(c, IF_BELOW);
    if (other != UINT32_MAX) {
        emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_OTHER);
        to_instruction(c, emit_jump_if(a, IF_EQUAL), other);
    }
    if (end != UINT32_MAX) {
        emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_END);
        to_instruction(c, emit_jump_if(a, IF_EQUAL), end);
    }
    emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_PUSHED);
    size_t pushed = emit_jump_if(a, IF_EQUAL);
    to_shared(c, pushed, c->area->enter_top);
    if (helper == do_yield) {
        emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_RETURNED);
        size_t others = emit_jump_if(a, IF_NOT_EQUAL);
        emit_constant(a, RAX, LEFT_RETURNED);
        to_shared(c, emit_jump(a), c->area->leave);
        emit_target(a, others, a->size);
    }
    leave_as_planned(c, emit_jump(a));
    emit_target(a, done, a->size);
}
static void helper_call(Compiler *c, Helper helper, uint32_t other) { helper_call_to(c, helper, other, UINT32_MAX); }
static bool is_general(const Compiler *c) { return c->native->seen[c->at] & SEEN_GENERAL || (c->is_last && (!c->native->seen[c->at] || c->native->surprises[c->at])); }
// The code that is made first notes what its operands are, for the one that is made next; later what has never been executed before does.
static bool note_operands(Compiler *c) {
    bool is_unseen = !(c->native->seen[c->at] & (3 | SEEN_CONTAINER | SEEN_GENERAL));
    if (c->is_last || !(c->native->notes || is_unseen)) return false;
    c->has_unseen |= is_unseen;
    begin_call(c);
    emit_constant(&c->a, RDX, (uint64_t)(uintptr_t)instruction_at(c, c->at));
    call_function(c, (const void *)(uintptr_t)native_note);
    return true;
}
static unsigned seen_left(const Compiler *c) { return c->native->seen[c->at] & 3; }
// The write barrier (gc_store): RDI the owner, RDX the place, RAX the value, which has been stored.
static void barrier(Compiler *c, Kind kind) {
    if (kind != KIND_ANY) return;
    Assembler *a = &c->a;
    emit_test_8(a, RAX, 7);
    size_t plain = emit_jump_if(a, IF_NOT_EQUAL);
    emit(a, MOV_LOAD, RCX, RDI);
    emit_immediate(a, GROUP_AND, RCX, -HEAP_ARENA);
    emit(a, MOV_LOAD, RSI, RDI);
    emit_immediate_32(a, GROUP_AND, RSI, HEAP_ARENA - 1);
    emit_shift_32(a, SHIFT_RIGHT, RSI, 10);
    emit_shift_32(a, SHIFT_LEFT, RSI, 1);
    _Static_assert(sizeof(HeapBits) == 16, "");
    emit_at(a, MOV_LOAD, R8, place_indexed(RCX, RSI, offsetof(Arena, bits) + offsetof(HeapBits, logged)));
    emit_immediate(a, GROUP_XOR, R8, -1);
    emit_at(a, AND_REG, R8, place_indexed(RCX, RSI, offsetof(Arena, bits) + offsetof(HeapBits, marks)));
    emit(a, MOV_LOAD, RCX, RDI);
    emit_shift(a, SHIFT_RIGHT, RCX, 4);
    emit(a, BIT_TEST, RCX, R8);
    size_t unlogged = emit_jump_if(a, IF_NOT_BELOW);
    // XMMs are kept over the call, which is rare
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (c->in_use[x]) emit_at(a, MOVSD_STORE, x, place_at(RSP, (size_t)x * 8));
    emit(a, MOV_LOAD, RSI, RDI);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    call_function(c, (const void *)(uintptr_t)gc_log_place);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (c->in_use[x]) emit_at(a, MOVSD_LOAD, x, place_at(RSP, (size_t)x * 8));
    emit_target(a, plain, a->size);
    emit_target(a, unlogged, a->size);
}

// ---- operators

static void operand(Compiler *c, NativeOperand o, int to) {
    if (o.is_constant) emit_constant(&c->a, to, o.value);
    else emit_at(&c->a, MOV_LOAD, to, reg_place(o.reg));
}
static bool int_operator(Compiler *c, const NativeOperation *o);
// Of any types; small ints without a call.
static void binary_general(Compiler *c, const NativeOperation *o) {
    Assembler *a = &c->a;
    size_t misses[8], ints_done = 0;
    store_all(c, c->at), forget_all(c);
    bool may_be_ints = (!o->right.is_constant || is_small_int(o->right.value)) && (!o->left.is_constant || is_small_int(o->left.value)) && !c->native->notes;
    if (may_be_ints) {
        c->misses = misses, c->miss_count = 0;
        may_be_ints = int_operator(c, o);
        c->misses = NULL;
        if (may_be_ints) ints_done = emit_jump(a);
        for (unsigned n = 0; n < c->miss_count; n++) emit_target(a, misses[n], a->size);
        forget_all(c);
    }
    begin_call(c);
    operand(c, o->left, RDX);
    operand(c, o->right, RCX);
    emit_constant(a, RSI, o->operator);
    call_function(c, o->kind == OPERATION_INPLACE ? (const void *)(uintptr_t)native_inplace : (const void *)(uintptr_t)native_arithmetic);
    emit(a, TEST_REG, RAX, RAX);
    fail_if(c, IF_EQUAL);
    size_t more = 0;
    if (o->kind != OPERATION_INPLACE) emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_END), more = emit_jump_if(a, IF_EQUAL);
    set_result(c, o->result, KIND_ANY);
    if (more) {
        size_t done = emit_jump(a);
        emit_target(a, more, a->size);
        helper_call(c, do_binary, UINT32_MAX);
        emit_target(a, done, a->size);
    }
    if (may_be_ints) emit_target(a, ints_done, a->size);
}

static unsigned power_of_two(Value constant) { // its exponent; 0: it is none, or 1
    int64_t number = is_small_int(constant) ? small_int(constant) : 0;
    return number > 1 && number < (int64_t)1 << 30 && !(number & (number - 1)) ? (unsigned)__builtin_ctzll((uint64_t)number) : 0;
}

static bool int_operator(Compiler *c, const NativeOperation *o) { // false: not in machine code, and nothing was emitted
    Assembler *a = &c->a;
    NativeOperand left = o->left, right = o->right;
    int64_t constant = right.is_constant ? small_int(right.value) : 0;
    bool small_constant = right.is_constant && constant == (int32_t)(constant * 2) / 2 && constant * 2 == (int32_t)(constant * 2);
    switch (o->operator) {
    case SLOT_ADD:
    case SLOT_SUB:
        int_operand(c, left, RAX);
        if (small_constant) {
            emit_immediate(a, o->operator == SLOT_ADD ? GROUP_ADD : GROUP_SUB, RAX, (int32_t)(constant * 2));
        } else {
            int_operand(c, right, RCX);
            emit_immediate(a, GROUP_SUB, RCX, 1);
            emit(a, o->operator == SLOT_ADD ? ADD_REG : SUB_REG, RAX, RCX);
        }
        leave_if(c, IF_OVERFLOW);
        break;
    case SLOT_MULT:
        int_operand(c, left, RAX);
        int_operand(c, right, RCX);
        emit_immediate(a, GROUP_SUB, RAX, 1);
        emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
        emit(a, IMUL_REG, RAX, RCX);
        leave_if(c, IF_OVERFLOW);
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_BITAND:
    case SLOT_BITOR:
    case SLOT_BITXOR:
        int_operand(c, left, RAX);
        int_operand(c, right, RCX);
        emit(a, o->operator == SLOT_BITAND ? AND_REG : o->operator == SLOT_BITOR ? OR_REG : XOR_REG, RAX, RCX);
        if (o->operator == SLOT_BITXOR) emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_RSHIFT:
        if (right.is_constant && constant >= 0 && constant < 63) {
            int_operand(c, left, RAX);
            emit_shift(a, SHIFT_ARITHMETIC, RAX, (unsigned)constant);
        } else {
            int_operand(c, left, RAX);
            int_operand(c, right, RCX);
            emit_immediate(a, GROUP_CMP, RCX, 63 * 2 + 1);
            leave_if(c, IF_NOT_BELOW);
            emit_shift(a, SHIFT_RIGHT, RCX, 1);
            emit_shift_by_cl(a, SHIFT_ARITHMETIC, RAX);
        }
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_LSHIFT:
        int_operand(c, left, RAX);
        int_operand(c, right, RCX);
        emit_immediate(a, GROUP_CMP, RCX, 62 * 2 + 1);
        leave_if(c, IF_NOT_BELOW);
        emit_shift(a, SHIFT_RIGHT, RCX, 1);
        emit_immediate(a, GROUP_SUB, RAX, 1);
        emit(a, MOV_LOAD, RDX, RAX);
        emit_shift_by_cl(a, SHIFT_LEFT, RAX);
        emit(a, MOV_LOAD, RSI, RAX);
        emit_shift_by_cl(a, SHIFT_ARITHMETIC, RSI);
        emit(a, CMP_REG, RSI, RDX);
        leave_if(c, IF_NOT_EQUAL);
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_MOD:
    case SLOT_FLOORDIV: {
        unsigned exponent = right.is_constant ? power_of_two(right.value) : 0;
        if (exponent) { // rounded down, and with the divisor's sign: so do the bits of negative ints
            int_operand(c, left, RAX);
            if (o->operator == SLOT_MOD) emit_immediate(a, GROUP_AND, RAX, (int32_t)((1u << (exponent + 1)) - 1));
            else emit_shift(a, SHIFT_ARITHMETIC, RAX, exponent), emit_immediate(a, GROUP_OR, RAX, 1);
            break;
        }
        bool is_mod = o->operator == SLOT_MOD;
        int_operand(c, left, RAX);
        int_operand(c, right, RCX);
        if (!right.is_constant || right.value == from_small_int(0)) emit_immediate(a, GROUP_CMP, RCX, 1), leave_if(c, IF_EQUAL);
        emit(a, MOV_LOAD, RDX, RAX);
        emit(a, OR_REG, RDX, RCX);
        emit_shift(a, SHIFT_RIGHT, RDX, 32);
        size_t is_long = emit_jump_if(a, IF_NOT_EQUAL);
        emit_shift_32(a, SHIFT_RIGHT, RAX, 1);
        emit_shift_32(a, SHIFT_RIGHT, RCX, 1);
        emit(a, XOR_REG_32, RDX, RDX);
        emit(a, 0xF7, 6, RCX); // div
        if (is_mod) emit(a, MOV_LOAD_32, RAX, RDX);
        size_t divided = emit_jump(a);
        emit_target(a, is_long, a->size);
        emit_shift(a, SHIFT_ARITHMETIC, RAX, 1);
        emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
        emit_constant(a, RDX, (uint64_t)INT_SMALL_MIN);
        emit(a, CMP_REG, RAX, RDX);
        leave_if(c, IF_EQUAL);
        put_byte(a, 0x48), put_byte(a, 0x99); // cqo
        emit(a, 0xF7 | OPCODE_WIDE, 7, RCX);  // idiv
        emit(a, TEST_REG, RDX, RDX);
        size_t exact = emit_jump_if(a, IF_EQUAL);
        emit(a, MOV_LOAD, RSI, RDX);
        emit(a, XOR_REG, RSI, RCX);
        size_t same_sign = emit_jump_if(a, IF_NOT_NEGATIVE);
        if (is_mod) emit(a, ADD_REG, RDX, RCX);
        else emit_immediate(a, GROUP_SUB, RAX, 1);
        emit_target(a, exact, a->size);
        emit_target(a, same_sign, a->size);
        if (is_mod) emit(a, MOV_LOAD, RAX, RDX);
        emit_target(a, divided, a->size);
        emit_shift(a, SHIFT_LEFT, RAX, 1);
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    }
    default: return false;
    }
    set_result(c, o->result, KIND_INT);
    return true;
}

static bool fits_exactly(Value v) { return small_int(v) >= -((int64_t)1 << 53) && small_int(v) < (int64_t)1 << 53; }
static bool float_operator(Compiler *c, const NativeOperation *o, Kind left_kind, Kind right_kind) {
    Assembler *a = &c->a;
    static const unsigned opcodes[] = {[SLOT_ADD] = ADDSD, [SLOT_SUB] = SUBSD, [SLOT_MULT] = MULSD, [SLOT_DIV] = DIVSD};
    if (o->operator != SLOT_ADD && o->operator != SLOT_SUB && o->operator != SLOT_MULT && o->operator != SLOT_DIV) return false;
    if (o->operator == SLOT_DIV && o->right.is_constant && (right_kind == KIND_INT ? o->right.value == from_small_int(0) : false)) return false;
    bool is_exact = left_kind == KIND_INT && right_kind == KIND_INT; // a quotient of ints
    if (is_exact && ((o->left.is_constant && !fits_exactly(o->left.value)) || (o->right.is_constant && !fits_exactly(o->right.value)))) return false;
    int left = float_operand(c, o->left, left_kind, is_exact), right = float_operand(c, o->right, right_kind, is_exact);
    if (o->operator == SLOT_DIV && (!o->right.is_constant || right_kind == KIND_FLOAT)) {
        emit(a, XORPD, 0, 0);
        emit(a, UCOMISD, right, 0);
        leave_if(c, IF_EQUAL); // or not a number
    }
    int to = take_xmm(c);
    emit(a, MOVAPD, to, left);
    emit(a, opcodes[o->operator], to, right);
    own(c, to, o->result, true);
    unpin(c);
    return true;
}

static void operator_(Compiler *c, const NativeOperation *o) {
    if (note_operands(c) || is_general(c)) {
        binary_general(c, o);
        return;
    }
    Kind left = guess_kind(c, o->left, 0), right = guess_kind(c, o->right, 2);
    bool ints = left == KIND_INT && right == KIND_INT;
    bool done = left != KIND_ANY && right != KIND_ANY && (ints && o->operator != SLOT_DIV ? int_operator(c, o) : float_operator(c, o, left, right));
    if (!done) binary_general(c, o);
}
static const Condition int_conditions[] = {[COMPARE_EQ] = IF_EQUAL, [COMPARE_NE] = IF_NOT_EQUAL, [COMPARE_LT] = IF_LESS, [COMPARE_LE] = IF_NOT_GREATER, [COMPARE_GT] = IF_GREATER, [COMPARE_GE] = IF_NOT_LESS};
static Condition opposite(Condition condition) { return (Condition)(condition ^ 1); }

// Flags for the comparison; the condition that says that it holds. Of floats EQ and NE must look at the parity, too.
static bool compare(Compiler *c, const NativeOperation *o, Condition *holds, bool *is_float) {
    Assembler *a = &c->a;
    Kind left = guess_kind(c, o->left, 0), right = guess_kind(c, o->right, 2);
    if (left == KIND_ANY || right == KIND_ANY) return false;
    *is_float = left == KIND_FLOAT || right == KIND_FLOAT;
    if (!*is_float) {
        *holds = int_conditions[o->operator];
        if (o->right.is_constant && (int64_t)o->right.value == (int32_t)o->right.value && !o->left.is_constant) {
            if (c->known[o->left.reg].kind != KIND_INT) emit_test_at_8(a, reg_place(o->left.reg), 1), leave_if(c, IF_EQUAL);
            emit_immediate_at(a, GROUP_CMP, reg_place(o->left.reg), (int32_t)o->right.value);
            return true;
        }
        int_operand(c, o->left, RAX);
        int_operand(c, o->right, RCX);
        emit(a, CMP_REG, RAX, RCX);
        return true;
    }
    if (left != right) return false; // of large ints the comparison is exact
    int x = float_operand(c, o->left, left, false), y = float_operand(c, o->right, right, false);
    bool swaps = o->operator == COMPARE_LT || o->operator == COMPARE_LE; // "above" is false of what is not a number
    emit(a, UCOMISD, swaps ? y : x, swaps ? x : y);
    unpin(c);
    *holds = o->operator == COMPARE_EQ ? IF_EQUAL : o->operator == COMPARE_NE ? IF_NOT_EQUAL : o->operator == COMPARE_LT || o->operator == COMPARE_GT ? IF_ABOVE : IF_NOT_BELOW;
    return true;
}
// A jump to another instruction, with what is only in XMMs stored on the way.
static void jump_if(Compiler *c, Condition condition, uint32_t target) {
    size_t site = emit_jump_if(&c->a, condition);
    bool keeps = false;
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) keeps |= c->in_use[x] && c->known[c->owner[x]].is_behind && is_live(c, target, c->owner[x]);
    if (keeps) to_cold(c, site, add_cold(c, (Cold){.kind = COLD_EDGE, .at = target, .pc = c->at}, true, target));
    else to_instruction(c, site, target);
}
static void compare_jump(Compiler *c, const NativeOperation *o, uint32_t target) {
    Condition holds;
    bool is_float;
    if (note_operands(c) || is_general(c) || !compare(c, o, &holds, &is_float)) {
        helper_call(c, do_compare_jump, target);
        return;
    }
    if (is_float && o->operator == COMPARE_EQ) jump_if(c, IF_PARITY, target);
    if (is_float && o->operator == COMPARE_NE) { // not a number: it holds
        size_t parity = emit_jump_if(&c->a, IF_PARITY);
        jump_if(c, IF_EQUAL, target);
        emit_target(&c->a, parity, c->a.size);
        return;
    }
    jump_if(c, opposite(holds), target);
}
static void compare_value(Compiler *c, const NativeOperation *o) {
    Assembler *a = &c->a;
    Condition holds;
    bool is_float;
    if (note_operands(c) || is_general(c) || !compare(c, o, &holds, &is_float)) {
        helper_call(c, do_compare, UINT32_MAX);
        return;
    }
    emit_set(a, holds, RAX);
    if (is_float && (o->operator == COMPARE_EQ || o->operator == COMPARE_NE)) {
        emit_set(a, o->operator == COMPARE_EQ ? IF_NO_PARITY : IF_PARITY, RCX);
        emit(a, o->operator == COMPARE_EQ ? 0x22 : 0x0A, RAX, RCX); // and, or of bytes
    }
    emit(a, MOVZX_8, RAX, RAX);
    emit_shift_32(a, SHIFT_LEFT, RAX, 3);
    emit_immediate(a, GROUP_ADD, RAX, (int32_t)VALUE_FALSE);
    set_result(c, o->result, KIND_ANY);
}

// ---- attributes, items, names

// RAX = R[reg], an object whose shape the cache holds for (RCX the shape); all else goes to `miss`, or leaves.
static unsigned object_of_cache(Compiler *c, uint32_t reg, uint32_t site, size_t *misses) {
    Assembler *a = &c->a;
    size_t offset = site * sizeof(AttributeCache);
    need_stored(c, reg);
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    emit_test_8(a, RAX, 7);
    misses[0] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, CMP_REG, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, shape)));
    misses[1] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, MOV_LOAD_32, RDX, TYPE_FIELD(RDX, version));
    emit_at(a, CMP_REG_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, version)));
    misses[2] = emit_jump_if(a, IF_NOT_EQUAL);
    return 3;
}
// The machine code of an instruction that has a helper for what it does not do: `misses` go there. Only where it has been left before; else they leave.
static void end_with_helper(Compiler *c, const size_t *misses, unsigned count, Helper helper) {
    if (!is_general(c)) {
        for (unsigned n = 0; n < count; n++) leave_by(c, misses[n]);
        return;
    }
    Assembler *a = &c->a;
    size_t done = emit_jump(a);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
    helper_call(c, helper, UINT32_MAX);
    emit_target(a, done, a->size);
}
static void begin_general(Compiler *c) {
    if (is_general(c)) store_all(c, c->at), forget_all(c);
}

static void compile_load_attr(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t offset = i.c * sizeof(AttributeCache), misses[5];
    begin_general(c);
    unsigned count = object_of_cache(c, i.b, i.c, misses);
    emit_compare_at_8(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, kind)), i.op == OP_LOAD_ATTR_INLINE ? CACHE_INLINE : CACHE_VALUE); // it may be for something else by now
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (i.op == OP_LOAD_ATTR_INLINE) {
        emit_at(a, MOV_LOAD_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
        emit(a, ADD_REG, RAX, RDX);
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, 0));
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
        misses[count++] = emit_jump_if(a, IF_EQUAL);
    } else {
        emit_at(a, MOV_LOAD, RAX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
    }
    if (!is_general(c)) end_with_helper(c, misses, count, do_load_attr), set_result(c, i.a, KIND_ANY);
    else set_result(c, i.a, KIND_ANY), end_with_helper(c, misses, count, do_load_attr), forget_all(c);
}

static void compile_store_attr(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    const AttributeCache *cache = &c->code->attributes[i.c];
    size_t offset = i.c * sizeof(AttributeCache), misses[8];
    begin_general(c);
    need_stored(c, i.b);
    Kind kind = (Kind)c->known[i.b].kind;
    unsigned count = object_of_cache(c, i.a, i.c, misses);
    bool adds = i.op == OP_STORE_ATTR_ADD || (i.op != OP_STORE_ATTR_INLINE && cache->kind == CACHE_ADD);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)instruction_at(c, c->at)); // the cache may be for something else by now
    emit_compare_at_16(a, place_at(RDX, 0), i.op);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (i.op == OP_STORE_ATTR_GUARDED) {
        emit_compare_at_8(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, kind)), cache->kind);
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_compare_at_16(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, guard)), cache->guard);
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_test_at_8(a, reg_place(i.b), cache->guard & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT)); // others: the interpreter
        misses[count++] = emit_jump_if(a, IF_EQUAL);
        kind = KIND_INT; // a number, at least
    }
    emit(a, MOV_LOAD, RDI, RAX);
    emit_at(a, MOV_LOAD_32, RDX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, slot)));
    emit(a, ADD_REG, RDX, RDI);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    if (adds) {
        emit_at(a, MOV_LOAD, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
        emit_at(a, MOV_STORE, RCX, place_at(RDI, offsetof(Object, shape)));
    }
    barrier(c, kind);
    end_with_helper(c, misses, count, do_store_attr);
    if (is_general(c)) forget_all(c);
}

static void compile_load_method(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t offset = i.c * sizeof(AttributeCache), misses[4];
    begin_general(c);
    unsigned count = object_of_cache(c, i.b, i.c, misses);
    emit_compare_at_8(a, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, kind)), CACHE_METHOD);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(ATTRIBUTES, offset + offsetof(AttributeCache, value)));
    if (!is_general(c)) end_with_helper(c, misses, count, do_load_method);
    forget_register(c, i.a + 1u);
    emit_at(a, MOV_STORE, RAX, reg_place(i.a + 1u));
    emit(a, MOV_LOAD, RAX, RCX);
    set_result(c, i.a, KIND_ANY);
    if (is_general(c)) end_with_helper(c, misses, count, do_load_method), forget_all(c);
}

static void compile_load_global(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    const GlobalCache *cache = &c->code->globals[instruction_wide(i)];
    size_t misses[4];
    unsigned count = 0;
    begin_general(c);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)cache);
    emit_at(a, MOV_LOAD, RCX, FRAME_FIELD(globals));
    emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(GlobalCache, globals)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD_32, RCX, place_at(RCX, offsetof(Dict, keys_version)));
    emit_at(a, CMP_REG_32, RCX, place_at(RDX, offsetof(GlobalCache, globals_version)));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (i.op == OP_LOAD_GLOBAL_MODULE) {
        emit_immediate_at(a, GROUP_CMP, place_at(RDX, offsetof(GlobalCache, builtins)), 0);
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    } else {
        emit_at(a, MOV_LOAD, RCX, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Function, builtins)));
        emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(GlobalCache, builtins)));
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD_32, RCX, place_at(RCX, offsetof(Dict, keys_version)));
        emit_at(a, CMP_REG_32, RCX, place_at(RDX, offsetof(GlobalCache, builtins_version)));
        misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    }
    emit_at(a, MOV_LOAD, RAX, place_at(RDX, offsetof(GlobalCache, place)));
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, 0));
    for (unsigned n = 0; n < count; n++) leave_by(c, misses[n]);
    set_result(c, i.a, KIND_ANY);
}

static void compile_store_global(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    const GlobalCache *cache = &c->code->globals[instruction_wide(i)];
    need_stored(c, i.a);
    emit_constant(a, RSI, (uint64_t)(uintptr_t)cache);
    emit_at(a, MOV_LOAD, RDI, FRAME_FIELD(globals));
    emit_at(a, CMP_REG, RDI, place_at(RSI, offsetof(GlobalCache, globals)));
    leave_if(c, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD_32, RCX, place_at(RDI, offsetof(Dict, keys_version)));
    emit_at(a, CMP_REG_32, RCX, place_at(RSI, offsetof(GlobalCache, globals_version)));
    leave_if(c, IF_NOT_EQUAL);
    emit_immediate_at(a, GROUP_CMP, place_at(RSI, offsetof(GlobalCache, builtins)), 0);
    leave_if(c, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(RSI, offsetof(GlobalCache, place)));
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    barrier(c, (Kind)c->known[i.a].kind);
}

// RAX = R[reg], an object of exactly this type, or it leaves.
static void object_of_type(Compiler *c, uint32_t reg, const Type *type) {
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    emit_test_8(a, RAX, 7);
    leave_if(c, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)type);
    emit_at(a, CMP_REG, RDX, place_at(RCX, offsetof(Shape, type)));
    leave_if(c, IF_NOT_EQUAL);
}
// RCX = the index, below the count at RAX + offset; one below 0 counts from the end.
static void index_below(Compiler *c, NativeOperand key, size_t count_offset) {
    Assembler *a = &c->a;
    int_operand(c, key, RCX);
    emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
    emit_at(a, CMP_REG, RCX, place_at(RAX, count_offset));
    size_t inside = emit_jump_if(a, IF_BELOW);
    emit_at(a, ADD_REG, RCX, place_at(RAX, count_offset));
    emit_at(a, CMP_REG, RCX, place_at(RAX, count_offset));
    leave_if(c, IF_NOT_BELOW);
    emit_target(a, inside, a->size);
}

static void compile_get_item(Compiler *c, Instruction i, NativeOperand key) {
    Assembler *a = &c->a;
    const VM *vm = c->vm;
    unsigned seen = c->native->seen[c->at] & SEEN_CONTAINER;
    bool is_list_ = seen == SEEN_LIST;
    const Type *type = is_list_ ? vm->types.list : seen == SEEN_TUPLE ? vm->types.tuple : seen == SEEN_STR ? vm->types.str : NULL;
    if (note_operands(c) || is_general(c) || !type || guess_kind(c, key, 2) != KIND_INT) {
        helper_call(c, do_get_item, UINT32_MAX);
        return;
    }
    need_stored(c, i.b);
    if (!key.is_constant) need_stored(c, key.reg);
    object_of_type(c, i.b, type);
    if (type == vm->types.str) {
        index_below(c, key, offsetof(Str, length));
        emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Str, size)));
        emit_at(a, CMP_REG, RDX, place_at(RAX, offsetof(Str, length))); // ASCII
        leave_if(c, IF_NOT_EQUAL);
        emit(a, ADD_REG, RAX, RCX);
        emit_at(a, MOVZX_8, RCX, place_at(RAX, offsetof(Str, text)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(VM_ITSELF, RCX, offsetof(VM, ascii_strings)));
    } else if (is_list_) {
        index_below(c, key, offsetof(List, count));
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(List, items)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RAX, RCX, 0));
    } else {
        index_below(c, key, offsetof(Tuple, count));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RAX, RCX, offsetof(Tuple, items)));
    }
    set_result(c, i.a, KIND_ANY);
}
static void compile_set_item(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    NativeOperand key = {.reg = i.b};
    if (note_operands(c) || is_general(c) || (c->native->seen[c->at] & SEEN_CONTAINER) != SEEN_LIST || guess_kind(c, key, 2) != KIND_INT) {
        helper_call(c, do_set_item, UINT32_MAX);
        return;
    }
    need_stored(c, i.a), need_stored(c, i.b), need_stored(c, i.c);
    object_of_type(c, i.a, c->vm->types.list);
    index_below(c, key, offsetof(List, count));
    emit(a, MOV_LOAD, RDI, RAX);
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(List, items)));
    emit_at(a, LEA, RDX, place_indexed(RDX, RCX, 0));
    emit_at(a, MOV_LOAD, RAX, reg_place(i.c));
    emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
    barrier(c, (Kind)c->known[i.c].kind);
}

// ---- guards

static void compile_guard(Compiler *c, uint32_t reg, uint16_t mask) {
    Assembler *a = &c->a;
    Known known = c->known[reg];
    if ((known.kind == KIND_INT && mask & GUARD_TAKES_INT) || ((known.kind == KIND_FLOAT || known.xmm != NO_XMM) && mask & GUARD_TAKES_FLOAT)) return;
    need_stored(c, reg);
    Kind seen = kind_of_value(c->observed[reg]);
    uint8_t numbers = mask & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT);
    if (!is_general(c) && numbers && seen != KIND_ANY) {
        emit_test_at_8(a, reg_place(reg), numbers);
        leave_if(c, IF_EQUAL);
        if (numbers == GUARD_TAKES_INT) c->known[reg].kind = KIND_INT, changed(c);
        return;
    }
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    size_t passed[3];
    unsigned count = 0;
    if (numbers) emit_test_8(a, RAX, numbers), passed[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_test_8(a, RAX, 7);
    size_t immediate = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, MOVZX_8, RCX, TYPE_FIELD(RCX, layout));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_bits_of_layout);
    emit(a, ADD_REG, RDX, RCX);
    emit(a, ADD_REG, RDX, RCX);
    emit_test_at_16(a, place_at(RDX, 0), mask);
    leave_if(c, IF_EQUAL);
    passed[count++] = emit_jump(a);
    emit_target(a, immediate, a->size);
    emit(a, MOV_LOAD_32, RCX, RAX);
    emit_immediate_32(a, GROUP_AND, RCX, 7);
    emit_immediate_32(a, GROUP_CMP, RCX, 4);
    leave_if(c, IF_NOT_EQUAL);
    emit_shift_32(a, SHIFT_RIGHT, RAX, 3);
    emit_immediate_32(a, GROUP_AND, RAX, 7);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_bits_of_immediate);
    emit(a, ADD_REG, RDX, RAX);
    emit(a, ADD_REG, RDX, RAX);
    emit_test_at_16(a, place_at(RDX, 0), mask);
    leave_if(c, IF_EQUAL);
    for (unsigned n = 0; n < count; n++) emit_target(a, passed[n], a->size);
}
// An instance of the class that passed last; what else passes others know.
static void compile_guard_value(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    const Tuple *guard_ = as_tuple(c->code->constants[i.b]);
    size_t misses[2];
    begin_general(c);
    need_stored(c, i.a);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    size_t is_none = 0;
    if (guard_passes(VALUE_NONE, (uint16_t)small_int(guard_->items[GUARD_MASK_AT]))) {
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
        is_none = emit_jump_if(a, IF_EQUAL);
    }
    emit_test_8(a, RAX, 7);
    misses[0] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)guard_);
    emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(Tuple, items) + GUARD_SHAPE_AT * sizeof(Value)));
    misses[1] = emit_jump_if(a, IF_NOT_EQUAL);
    end_with_helper(c, misses, 2, do_guard_value);
    if (is_none) emit_target(a, is_none, a->size);
}

// ---- iterating

static void compile_attention(Compiler *c) {
    emit_immediate_at_32(&c->a, GROUP_CMP, VM_FIELD(attention), 0);
    leave_as_planned(c, emit_jump_if(&c->a, IF_NOT_EQUAL));
}
static void count_turn(Compiler *c) { // the first code is left for good after so many
    if (c->is_last || !(c->native->notes || c->has_unseen)) return;
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)&c->native->turns);
    emit_immediate_at_32(&c->a, GROUP_SUB, place_at(RAX, 0), c->native->notes);
    leave_as_planned(c, emit_jump_if(&c->a, IF_NEGATIVE));
}
static uint32_t short_target(const Compiler *c, uint32_t at) { return (uint32_t)((int64_t)at + 1 + (int16_t)instruction_at(c, at)->c); }
static uint32_t wide_target(const Compiler *c, uint32_t at) { return (uint32_t)((int64_t)at + 1 + (int32_t)instruction_wide(*instruction_at(c, at))); }

// The next item of a range or list, at FOR_ITER number `head`; what lies in XMMs was stored. False: another kind.
static bool next_item(Compiler *c, uint32_t head) {
    Assembler *a = &c->a;
    Instruction i = *instruction_at(c, head);
    Place item = reg_place(i.b), count = reg_place(i.b + 1u), kind = reg_place(i.b + 2u);
    if (i.op == OP_FOR_ITER_RANGE) {
        emit_at(a, MOV_LOAD, RDX, kind);
        emit(a, MOV_LOAD_32, RCX, RDX);
        emit_immediate_32(a, GROUP_AND, RCX, 15 << 1);
        emit_immediate_32(a, GROUP_CMP, RCX, ITERATE_RANGE << 1);
        leave_if(c, IF_NOT_EQUAL);
        emit_immediate_at(a, GROUP_CMP, count, 1);
        to_instruction(c, emit_jump_if(a, IF_EQUAL), short_target(c, head));
        emit_at(a, MOV_LOAD, RAX, item);
        emit_shift(a, SHIFT_ARITHMETIC, RDX, 5);
        emit(a, ADD_REG, RDX, RDX);
        emit(a, ADD_REG, RDX, RAX);
        emit_at(a, MOV_STORE, RDX, item);
        emit_immediate_at(a, GROUP_SUB, count, 2);
        emit_at(a, MOV_STORE, RAX, reg_place(i.a));
        return true;
    }
    if (i.op == OP_FOR_ITER_LIST) {
        emit_immediate_at(a, GROUP_CMP, kind, (int32_t)iteration_word(ITERATE_LIST, 0));
        leave_if(c, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RDX, item);
        emit_at(a, MOV_LOAD, RCX, count);
        emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
        emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(List, count)));
        to_instruction(c, emit_jump_if(a, IF_NOT_BELOW), short_target(c, head));
        emit_immediate_at(a, GROUP_ADD, count, 2);
        emit_at(a, MOV_LOAD, RDX, place_at(RDX, offsetof(List, items)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RDX, RCX, 0));
        emit_at(a, MOV_STORE, RAX, reg_place(i.a));
        return true;
    }
    return false;
}
static bool is_iteration(uint16_t op) { return op == OP_FOR_ITER_RANGE || op == OP_FOR_ITER_LIST; }

static void compile_loop(Compiler *c) {
    uint32_t head = wide_target(c, c->at);
    begin_block(c, head);
    compile_attention(c);
    count_turn(c);
    if (is_iteration(instruction_at(c, head)->op) && !is_general(c) && next_item(c, head)) {
        to_instruction(c, emit_jump(&c->a), head + 1);
        return;
    }
    to_instruction(c, emit_jump(&c->a), head);
}
static void compile_for_iter(Compiler *c) {
    store_all(c, c->at), forget_all(c);
    if (is_iteration(instruction_at(c, c->at)->op) && !is_general(c) && next_item(c, c->at)) return;
    if (instruction_at(c, c->at)->op == OP_FOR_ITER_UNPACKED) helper_call_to(c, do_next_items, c->at + 2, short_target(c, c->at));
    else helper_call(c, do_next, short_target(c, c->at));
}

static void compile_unpack(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    if (is_general(c) || i.c > 8) {
        slow_path(c, slow_unpack);
        return;
    }
    need_stored(c, i.b);
    object_of_type(c, i.b, c->vm->types.tuple);
    emit_immediate_at(a, GROUP_CMP, place_at(RAX, offsetof(Tuple, count)), i.c);
    leave_if(c, IF_NOT_EQUAL);
    for (uint32_t n = 0; n < i.c; n++) {
        forget_register(c, i.a + n);
        emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Tuple, items) + n * sizeof(Value)));
        emit_at(a, MOV_STORE, RCX, reg_place(i.a + n));
    }
    changed(c);
}

// ---- branches

static void truth_jump(Compiler *c, Instruction i, bool wanted) {
    Assembler *a = &c->a;
    uint32_t target = wide_target(c, c->at);
    need_stored(c, i.a);
    if (c->known[i.a].kind == KIND_INT) {
        emit_immediate_at(a, GROUP_CMP, reg_place(i.a), 1);
        jump_if(c, wanted ? IF_NOT_EQUAL : IF_EQUAL, target);
        return;
    }
    if (!note_operands(c) && !is_general(c) && seen_left(c) == SEEN_BOOL) {
        emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)(wanted ? VALUE_TRUE : VALUE_FALSE));
        jump_if(c, IF_EQUAL, target);
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)(wanted ? VALUE_FALSE : VALUE_TRUE));
        leave_if(c, IF_NOT_EQUAL);
        return;
    }
    store_all(c, c->at), forget_all(c);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_TRUE);
    size_t is_true = emit_jump_if(a, IF_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_FALSE);
    size_t is_false = emit_jump_if(a, IF_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
    size_t is_none = emit_jump_if(a, IF_EQUAL);
    helper_call(c, do_truth_jump, target);
    size_t on = emit_jump(a);
    if (wanted) {
        emit_target(a, is_true, a->size);
        to_instruction(c, emit_jump(a), target);
        emit_target(a, is_false, a->size), emit_target(a, is_none, a->size);
    } else {
        emit_target(a, is_false, a->size), emit_target(a, is_none, a->size);
        to_instruction(c, emit_jump(a), target);
        emit_target(a, is_true, a->size);
    }
    emit_target(a, on, a->size);
}
static void is_none_jump(Compiler *c, Instruction i, bool wanted) {
    need_stored(c, i.a);
    emit_immediate_at(&c->a, GROUP_CMP, reg_place(i.a), (int32_t)VALUE_NONE);
    jump_if(c, wanted ? IF_EQUAL : IF_NOT_EQUAL, wide_target(c, c->at));
}

// ---- calls and returns

// Enters the code of the frame on top at the instruction in RSI (RDX: the code); leaves where it is not native.
// The place of a jump to where that is left.
static size_t enter_shared(Assembler *a) {
    emit_at(a, MOV_LOAD, RCX, CODE_FIELD(RDX, native_table));
    emit(a, TEST_REG, RCX, RCX);
    size_t none = emit_jump_if(a, IF_EQUAL);
    emit_at(a, SUB_REG, RSI, CODE_FIELD(RDX, code));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RDX, attributes));
    emit(a, ADD_REG, RCX, RSI);
    emit_jump_at(a, place_at(RCX, 0));
    emit_target(a, none, a->size);
    emit_at(a, LEA, RAX, place_at(RSI, LEFT_AT_CALL));
    return emit_jump(a);
}

// R[a] is a function that takes the arguments as they are: its frame is pushed. `first`: register of its first argument; key: 0: the count of arguments
static void push_frame(Compiler *c, Instruction i, uint32_t first, uint16_t count, uint16_t key, size_t *misses, unsigned *miss_count) {
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    emit_test_8(a, RAX, 7);
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, CMP_REG, RCX, VM_FIELD(types.function));
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Function, code)));
    if (key) emit_compare_at_16(a, CODE_FIELD(RDX, call_key), key);
    else emit_compare_at_16(a, CODE_FIELD(RDX, simple_arguments), count);
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOVZX_16, RCX, CODE_FIELD(RDX, register_count));
    emit_at(a, LEA, RDI, reg_place(first));
    emit_at(a, LEA, RCX, place_indexed(RDI, RCX, 0));
    emit_at(a, CMP_REG, RCX, VM_FIELD(stack_high));
    misses[(*miss_count)++] = emit_jump_if(a, IF_ABOVE);
    emit_at(a, LEA, R8, frame_place(sizeof(Frame)));
    emit_at(a, CMP_REG, R8, VM_FIELD(frames_end));
    misses[(*miss_count)++] = emit_jump_if(a, IF_EQUAL);
    emit_constant(a, RSI, (uint64_t)(uintptr_t)(instruction_at(c, c->at) + 1));
    emit_at(a, MOV_STORE, RSI, FRAME_FIELD(pc));
    emit(a, MOV_LOAD, FRAME, R8);
    emit(a, MOV_LOAD, VM_REGISTERS, RDI);
    emit_at(a, MOV_STORE, RDI, FRAME_FIELD(registers));
    emit_at(a, MOV_STORE, RDX, FRAME_FIELD(code));
    emit_at(a, MOV_STORE, RAX, FRAME_FIELD(function));
    emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(Function, globals)));
    emit_at(a, MOV_STORE, RAX, FRAME_FIELD(globals));
    emit_store_immediate(a, FRAME_FIELD(namespace_), (int32_t)VALUE_UNBOUND);
    emit_store_immediate(a, FRAME_FIELD(generator), 0);
    _Static_assert(offsetof(Frame, flags) == offsetof(Frame, result_register) + 2, "");
    emit_store_immediate_32(a, FRAME_FIELD(result_register), i.c);
    emit_at(a, MOV_STORE, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_STORE, RCX, VM_FIELD(stack_top));
    emit_at(a, MOV_LOAD, RSI, key ? CODE_FIELD(RDX, behind_guards) : CODE_FIELD(RDX, code));
    emit_at(a, MOV_STORE, RSI, FRAME_FIELD(pc)); // what is no entry leaves to there
    emit_immediate_at_32(a, GROUP_CMP, VM_FIELD(attention), 0);
    size_t called = emit_jump_if(a, IF_EQUAL);
    emit_at(a, LEA, RAX, place_at(RSI, LEFT_AS_PLANNED));
    to_shared(c, emit_jump(a), c->area->leave);
    emit_target(a, called, a->size);
    to_shared(c, enter_shared(a), c->area->leave);
}
static void compile_call(Compiler *c, Instruction i, bool is_method) {
    Assembler *a = &c->a;
    uint16_t count = (uint16_t)(call_argument_count(i) + is_method);
    bool is_proven = i.op == OP_CALL_PROVEN || i.op == OP_CALL_METHOD_PROVEN;
    store_all(c, c->at), forget_all(c);
    size_t misses[8];
    unsigned miss_count = 0;
    note_operands(c);
    bool pushes = seen_left(c) == SEEN_FUNCTION || is_proven;
    if (pushes) {
        if (is_method) {
            emit_immediate_at(a, GROUP_CMP, reg_place(i.a + 1u), (int32_t)VALUE_UNBOUND);
            misses[miss_count++] = emit_jump_if(a, IF_EQUAL);
        }
        push_frame(c, i, i.a + 1u, count, is_proven ? (uint16_t)(i.b + is_method) : 0, misses, &miss_count);
        for (unsigned n = 0; n < miss_count; n++) emit_target(a, misses[n], a->size);
    }
    bool makes_range = !is_method && instruction_at(c, c->at + 1)->op == OP_GET_ITER;
    helper_call(c, is_method ? do_call_method : do_call, makes_range ? c->at + 2 : UINT32_MAX);
}

// RAX is returned.
static void leave_frame(Compiler *c) {
    Assembler *a = &c->a;
    emit_at(a, MOVZX_16, RCX, FRAME_FIELD(flags));
    emit(a, TEST_REG_32, RCX, RCX);
    size_t plain = emit_jump_if(a, IF_EQUAL);
    emit_immediate_32(a, GROUP_CMP, RCX, FRAME_ENTRY);
    size_t no_entry = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate_at(a, GROUP_CMP, FRAME_FIELD(generator), 0);
    size_t generator = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate(a, GROUP_SUB, FRAME, sizeof(Frame));
    emit_at(a, MOV_STORE, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_STORE, RAX, VM_FIELD(native_result));
    emit_constant(a, RAX, LEFT_RETURNED);
    to_shared(c, emit_jump(a), c->area->leave);
    emit_target(a, no_entry, a->size);
    emit_immediate_32(a, GROUP_CMP, RCX, FRAME_CONSTRUCTOR);
    size_t special = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
    size_t result = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RAX, place_at(VM_REGISTERS, (size_t)-8));
    emit_target(a, plain, a->size);
    emit_at(a, MOVZX_16, RDI, FRAME_FIELD(result_register));
    emit_immediate(a, GROUP_SUB, FRAME, sizeof(Frame));
    emit_at(a, MOV_STORE, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_LOAD, VM_REGISTERS, FRAME_FIELD(registers));
    emit_at(a, MOV_LOAD, RDX, FRAME_FIELD(code));
    emit_at(a, MOV_LOAD, RSI, FRAME_FIELD(pc));
    emit_at(a, MOVZX_16, RCX, CODE_FIELD(RDX, register_count));
    emit_at(a, LEA, RCX, place_indexed(VM_REGISTERS, RCX, 0));
    emit_at(a, MOV_STORE, RCX, VM_FIELD(stack_top));
    emit_at(a, MOV_STORE, RAX, place_indexed(VM_REGISTERS, RDI, 0));
    emit_at(a, MOV_LOAD, RCX, CODE_FIELD(RDX, native_table));
    emit(a, TEST_REG, RCX, RCX);
    size_t none = emit_jump_if(a, IF_EQUAL);
    emit_at(a, SUB_REG, RSI, CODE_FIELD(RDX, code));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RDX, attributes));
    emit(a, ADD_REG, RCX, RSI);
    emit_jump_at(a, place_at(RCX, 0));
    emit_target(a, none, a->size);
    emit_at(a, LEA, RAX, place_at(RSI, LEFT_AS_PLANNED));
    to_shared(c, emit_jump(a), c->area->leave);
    emit_target(a, special, a->size);
    emit_target(a, result, a->size);
    emit_target(a, generator, a->size);
    helper_call(c, do_return, UINT32_MAX);
}
// What variables of a frame that ends hold in XMMs alone is stored only where it is left to the interpreter.
static void return_value(Compiler *c, uint32_t reg) {
    need_stored(c, reg);
    emit_at(&c->a, MOV_LOAD, RAX, reg_place(reg));
    leave_frame(c);
    forget_all(c);
}

// ---- one instruction

typedef bool (*SlowPath)(VM *, Frame *, Instruction);
static SlowPath slow_path_of(uint16_t op) {
    switch (op) {
#define SLOW(op_, name) case OP_##op_: return slow_##name;
        SLOW(MAKE_CELL, make_cell) SLOW(LOAD_GLOBAL, load_global) SLOW(STORE_ATTR, store_attr) SLOW(LOAD_SPECIAL, load_special) SLOW(DELETE_ITEM, delete_item) SLOW(BUILD_SLICE, build_slice)
        SLOW(LOAD_ATTR_TO_GROW, load_attr_to_grow) SLOW(GROW_ATTR, grow_attr) SLOW(GROW_ATTR_SUM, grow_attr) SLOW(SUM_SO_FAR, sum_so_far) SLOW(GROW_SUM, grow_sum) SLOW(POSITIVE, positive) SLOW(INVERT, invert)
        SLOW(IN, contains) SLOW(BUILD_LIST, build_list) SLOW(BUILD_TUPLE, build_tuple) SLOW(BUILD_SET, build_set) SLOW(BUILD_DICT, build_dict) SLOW(LIST_EXTEND, list_extend) SLOW(LIST_TO_TUPLE, list_to_tuple)
        SLOW(SET_ADD, set_add) SLOW(SET_UPDATE, set_update) SLOW(DICT_SET, dict_set) SLOW(DICT_UPDATE, dict_update) SLOW(DICT_MERGE, dict_merge) SLOW(BUILD_STRING, build_string) SLOW(FORMAT_VALUE, format_value)
        SLOW(MAKE_FUNCTION, make_function) SLOW(ENTER_HANDLER, enter_handler) SLOW(LEAVE_HANDLER, leave_handler) SLOW(MATCH_EXCEPTION, match_exception) SLOW(WITH_EXIT, with_exit)
        SLOW(MATCH_SEQUENCE, match_sequence) SLOW(MATCH_MAPPING, match_mapping) SLOW(MATCH_CLASS, match_class) SLOW(GET_LENGTH, get_length)
#undef SLOW
    default: return NULL;
    }
}

static bool is_rare(uint16_t op) {
    static const bool rare[OPCODE_COUNT] = {
#define OPCODE(name, operands, text) false,
#define RARE_OPCODE(name, operands, text) true,
#include "compiler/opcodes.def"
#undef OPCODE
    };
    return op < OPCODE_COUNT && rare[op];
}

static void cell_load(Compiler *c, Instruction i) { // RCX is the cell
    emit_at(&c->a, MOV_LOAD, RAX, place_at(RCX, offsetof(Cell, content)));
    emit_immediate(&c->a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
    leave_if(c, IF_EQUAL);
    set_result(c, i.a, KIND_ANY);
}
static void cell_store(Compiler *c, uint32_t source) { // RDI is the cell
    emit_at(&c->a, MOV_LOAD, RAX, reg_place(source));
    emit_at(&c->a, LEA, RDX, place_at(RDI, offsetof(Cell, content)));
    emit_at(&c->a, MOV_STORE, RAX, place_at(RDX, 0));
    barrier(c, (Kind)c->known[source].kind);
}
static void compile_move(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    Known from = c->known[i.b];
    if (i.a == i.b) return;
    if (from.xmm != NO_XMM && from.is_behind && i.b >= c->code->local_count && c->live && !is_live(c, c->at + 1, i.b)) { // a temporary that is not read again
        free_xmm(c, from.xmm);
        c->known[i.b] = (Known){KIND_ANY, NO_XMM, false};
        own(c, from.xmm, i.a, true);
        return;
    }
    need_stored(c, i.b); // both are the same object
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    set_result(c, i.a, (Kind)c->known[i.b].kind);
}
static void load_constant(Compiler *c, uint32_t reg, Value value) {
    forget_register(c, reg);
    if ((int64_t)value == (int32_t)value) {
        emit_store_immediate(&c->a, reg_place(reg), (int32_t)value);
    } else {
        emit_constant(&c->a, RAX, value);
        emit_at(&c->a, MOV_STORE, RAX, reg_place(reg));
    }
    c->known[reg].kind = (uint8_t)kind_of_value(value);
    changed(c);
}
static void compile_identity(Compiler *c, Instruction i, bool is) {
    Assembler *a = &c->a;
    need_stored(c, i.b), need_stored(c, i.c);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, CMP_REG, RAX, reg_place(i.c));
    emit_set(a, is ? IF_EQUAL : IF_NOT_EQUAL, RAX);
    emit(a, MOVZX_8, RAX, RAX);
    emit_shift_32(a, SHIFT_LEFT, RAX, 3);
    emit_immediate(a, GROUP_ADD, RAX, (int32_t)VALUE_FALSE);
    set_result(c, i.a, KIND_ANY);
}
static void compile_negative(Compiler *c, Instruction i) {
    Assembler *a = &c->a;
    NativeOperand o = {.reg = i.b};
    Kind kind = guess_kind(c, o, 0);
    if (note_operands(c) || is_general(c) || kind == KIND_ANY) {
        helper_call(c, do_negative, UINT32_MAX);
    } else if (kind == KIND_INT) {
        int_operand(c, o, RCX);
        emit_constant(a, RAX, 2);
        emit(a, SUB_REG, RAX, RCX);
        leave_if(c, IF_OVERFLOW);
        set_result(c, i.a, KIND_INT);
    } else {
        int from = float_operand(c, o, kind, false), to = take_xmm(c);
        emit_constant(a, RAX, (uint64_t)1 << 63);
        emit(a, MOVQ_TO_XMM, to, RAX);
        emit(a, XORPD, to, from);
        own(c, to, i.a, true);
        unpin(c);
    }
}

static void instruction(Compiler *c) {
    Assembler *a = &c->a;
    Instruction i = *instruction_at(c, c->at);
    const NativeOperation o = native_operation(c->code, instruction_at(c, c->at));
    switch (o.kind) {
    case OPERATION_BINARY:
    case OPERATION_INPLACE: operator_(c, &o); return;
    case OPERATION_COMPARE: compare_value(c, &o); return;
    case OPERATION_COMPARE_JUMP: compare_jump(c, &o, short_target(c, c->at)); return;
    default: break;
    }
    SlowPath path = slow_path_of(i.op);
    if (path) {
        slow_path(c, path);
        return;
    }
    switch (i.op) {
    case OP_NOP: return;
    case OP_MOVE: compile_move(c, i); return;
    case OP_LOAD_CONST: load_constant(c, i.a, c->code->constants[instruction_wide(i)]); return;
    case OP_LOAD_INT: load_constant(c, i.a, from_small_int((int32_t)instruction_wide(i))); return;
    case OP_CLEAR:
        for (uint32_t n = 0; n < i.b; n++) load_constant(c, i.a + n, VALUE_UNBOUND);
        return;
    case OP_CHECK_BOUND:
        if (c->known[i.a].kind != KIND_ANY) return;
        need_stored(c, i.a);
        emit_immediate_at(a, GROUP_CMP, reg_place(i.a), (int32_t)VALUE_UNBOUND);
        leave_if(c, IF_EQUAL);
        return;
    case OP_LOAD_CELL:
        emit_at(a, MOV_LOAD, RCX, reg_place(i.b));
        cell_load(c, i);
        return;
    case OP_LOAD_FREE:
        emit_at(a, MOV_LOAD, RCX, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Function, cells) + i.b * sizeof(Cell *)));
        cell_load(c, i);
        return;
    case OP_STORE_CELL:
        need_stored(c, i.b);
        emit_at(a, MOV_LOAD, RDI, reg_place(i.a));
        cell_store(c, i.b);
        return;
    case OP_STORE_FREE:
        need_stored(c, i.b);
        emit_at(a, MOV_LOAD, RDI, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RDI, place_at(RDI, offsetof(Function, cells) + i.a * sizeof(Cell *)));
        cell_store(c, i.b);
        return;
    case OP_GET_FREE_CELL:
        emit_at(a, MOV_LOAD, RAX, FRAME_FIELD(function));
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(Function, cells) + i.b * sizeof(Cell *)));
        set_result(c, i.a, KIND_ANY);
        return;
    case OP_LOAD_GLOBAL_MODULE:
    case OP_LOAD_GLOBAL_BUILTIN:
        if (is_general(c)) slow_path(c, slow_load_global);
        else compile_load_global(c, i);
        return;
    case OP_LOAD_ATTR_INLINE:
    case OP_LOAD_ATTR_VALUE: compile_load_attr(c, i); return;
    case OP_LOAD_ATTR_ON_CLASS:
    case OP_LOAD_ATTR_GETSET:
    case OP_LOAD_ATTR_ITEM:
    case OP_LOAD_ATTR_MODULE:
    case OP_LOAD_ATTR_PROPERTY:
    case OP_LOAD_ATTR: helper_call(c, do_load_attr, UINT32_MAX); return;
    case OP_STORE_ATTR_INLINE:
    case OP_STORE_ATTR_ADD:
    case OP_STORE_ATTR_GUARDED: compile_store_attr(c, i); return;
    case OP_STORE_ATTR_OF_CLASS: slow_path(c, slow_store_attr); return;
    case OP_LOAD_METHOD: compile_load_method(c, i); return;
    case OP_LOAD_METHOD_MODULE: slow_path(c, slow_load_method); return;
    case OP_GET_ITEM:
    case OP_GET_ITEM_GUARDED:
    case OP_GET_ITEM_ITEM:
    case OP_GET_ITEM_ITEM_GUARDED: compile_get_item(c, i, (NativeOperand){.reg = i.c}); return;
    case OP_GET_ITEM_INT:
    case OP_GET_ITEM_INT_GUARDED: compile_get_item(c, i, (NativeOperand){.is_constant = true, .value = from_small_int((int16_t)i.c)}); return;
    case OP_SET_ITEM: compile_set_item(c, i); return;
    case OP_GET_SLICE: helper_call(c, do_get_slice, UINT32_MAX); return;
    case OP_SET_SLICE: helper_call(c, do_set_slice, UINT32_MAX); return;
    case OP_GROW:
    case OP_GROW_GLOBAL: helper_call(c, do_grow, UINT32_MAX); return;
    case OP_SEAL: helper_call(c, do_seal, UINT32_MAX); return;
    case OP_SEAL_FOR_CALL: helper_call(c, do_seal_for_call, UINT32_MAX); return;
    case OP_NEGATIVE: compile_negative(c, i); return;
    case OP_NOT: helper_call(c, do_not, UINT32_MAX); return;
    case OP_IS: compile_identity(c, i, true); return;
    case OP_IS_NOT: compile_identity(c, i, false); return;
    case OP_NOT_IN: helper_call(c, do_not_in, UINT32_MAX); return;
    case OP_JUMP: {
        uint32_t target = wide_target(c, c->at);
        begin_block(c, target);
        to_instruction(c, emit_jump(a), target);
        return;
    }
    case OP_LOOP:
    case OP_LOOP_RANGE:
    case OP_LOOP_LIST:
    case OP_LOOP_LIST_GUARDED:
    case OP_LOOP_LIST_OF_CLASS: compile_loop(c); return;
    case OP_JUMP_IF_TRUE: truth_jump(c, i, true); return;
    case OP_JUMP_IF_FALSE: truth_jump(c, i, false); return;
    case OP_JUMP_IF_NONE: is_none_jump(c, i, true); return;
    case OP_JUMP_IF_NOT_NONE: is_none_jump(c, i, false); return;
    case OP_GET_ITER: helper_call(c, do_get_iter, UINT32_MAX); return;
    case OP_FOR_ITER:
    case OP_FOR_ITER_RANGE:
    case OP_FOR_ITER_LIST:
    case OP_FOR_ITER_UNPACKED: compile_for_iter(c); return;
    case OP_LIST_APPEND: helper_call(c, do_list_append, UINT32_MAX); return;
    case OP_UNPACK:
    case OP_UNPACK_GUARDED:
    case OP_UNPACK_NUMBERS: compile_unpack(c, i); return;
    case OP_CALL:
    case OP_CALL_PROVEN: compile_call(c, i, false); return;
    case OP_CALL_METHOD:
    case OP_CALL_METHOD_PROVEN: compile_call(c, i, true); return;
    case OP_CALL_KEYWORDS:
    case OP_CALL_METHOD_KEYWORDS: helper_call(c, do_call_keywords, UINT32_MAX); return;
    case OP_CALL_SPREAD: helper_call(c, do_call_spread, UINT32_MAX); return;
    case OP_RETURN: return_value(c, i.a); return;
    case OP_RETURN_GUARDED:
    case OP_RETURN_GUARDED_INT:
        compile_guard(c, i.a, i.b);
        return_value(c, i.a);
        return;
    case OP_RETURN_CONST:
        emit_constant(a, RAX, c->code->constants[instruction_wide(i)]);
        leave_frame(c);
        forget_all(c);
        return;
    case OP_RETURN_INT:
        emit_constant(a, RAX, from_small_int((int32_t)instruction_wide(i)));
        leave_frame(c);
        forget_all(c);
        return;
    case OP_LOAD_ASSERTION_ERROR: load_constant(c, i.a, from_object(c->vm->types.AssertionError)); return;
    case OP_GUARD_TYPE:
    case OP_GUARD_MASK:
    case OP_GUARD_MASK_ALONE:
    case OP_GUARD_JUMP_IF_FALSE:
    case OP_GUARD_JUMP_IF_TRUE: compile_guard(c, i.a, i.b); return;
    case OP_GUARD_VALUE: compile_guard_value(c, i); return;
    case OP_GUARD_PARAMETERS:
        for (uint32_t n = i.a; n < (uint32_t)i.a + i.b; n++) compile_guard(c, c->code->parameter_guards[n].reg, c->code->parameter_guards[n].mask);
        return;
    case OP_STORE_GLOBAL:
        if (is_general(c)) slow_path(c, slow_store_global);
        else compile_store_global(c, i);
        return;
    case OP_DISCARD: {
        need_stored(c, i.a);
        emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
        emit_test_8(a, RAX, 7);
        size_t plain = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
        emit_compare_at_8(a, TYPE_FIELD(RCX, layout), LAYOUT_GENERATOR);
        leave_as_planned(c, emit_jump_if(a, IF_EQUAL));
        emit_target(a, plain, a->size);
        return;
    }
    case OP_YIELD:
        helper_call(c, do_yield, UINT32_MAX);
        return;
    case OP_LEAVE_ITER:
        emit_at(a, MOV_LOAD_32, RAX, reg_place(i.a + 2u));
        emit_immediate_32(a, GROUP_AND, RAX, 30);
        emit_immediate_32(a, GROUP_CMP, RAX, ITERATE_GENERATOR << 1);
        leave_as_planned(c, emit_jump_if(a, IF_EQUAL));
        return;
    default:
        if (is_rare(i.op)) {
            slow_path(c, slow_rare);
            return;
        }
        break;
    }
    leave_as_planned(c, emit_jump(a)); // the interpreter's
    forget_all(c);
}

// ---- the whole

static bool is_guard(uint16_t op) { return op == OP_GUARD_TYPE || op == OP_GUARD_PARAMETERS || op == OP_GUARD_MASK || op == OP_GUARD_MASK_ALONE || op == OP_GUARD_VALUE || op == OP_GUARD_EACH; }
static void find_leaders(Compiler *c) {
    const Code *code = c->code;
    c->leads[0] = 1;
    for (uint32_t at = 0; at + 1 < code->code_count && is_guard(code->code[at].op); at++) c->leads[at + 1] = 1; // one of them is, or will be, `behind_guards`
    for (uint32_t at = 0; at < code->code_count; at++) {
        uint16_t op = code->code[at].op;
        NativeOperation o = native_operation(code, instruction_at(c, at));
        unsigned seen = c->native->seen[at];
        if (o.kind == OPERATION_COMPARE_JUMP) c->leads[short_target(c, at)] = 1;
        bool may_push = o.kind ? (seen & 3) == SEEN_OTHER || seen & SEEN_GENERAL : (seen & SEEN_CONTAINER) == SEEN_OTHER_CONTAINER || op == OP_LOAD_ATTR_PROPERTY; // a special method's frame
        if (may_push && at + 1 < code->code_count) c->leads[at + 1] = 1;
        if (op == OP_FOR_ITER_UNPACKED && at + 2 < code->code_count) c->leads[at + 2] = 1;
        switch (op < OPCODE_COUNT ? op : (uint16_t)original_opcode(op)) {
        case OP_JUMP:
        case OP_JUMP_IF_TRUE:
        case OP_JUMP_IF_FALSE:
        case OP_JUMP_IF_NONE:
        case OP_JUMP_IF_NOT_NONE: c->leads[wide_target(c, at)] = 1; break;
        case OP_LOOP:
            c->leads[wide_target(c, at)] = c->leads[wide_target(c, at) + 1] = 1;
            break;
        case OP_YIELD:
        case OP_YIELD_FROM: c->leads[at + 1] = 1; break;
        case OP_FOR_ITER: c->leads[short_target(c, at)] = c->leads[at] = c->leads[at + 1] = 1; break;
        case OP_CALL:
            if (at + 2 < code->code_count && code->code[at + 1].op == OP_GET_ITER) c->leads[at + 2] = 1; // (a range that is not made)
            // fall through
        case OP_CALL_METHOD:
        case OP_CALL_KEYWORDS:
        case OP_CALL_METHOD_KEYWORDS:
        case OP_CALL_SPREAD:
            if (at + 1 < code->code_count) c->leads[at + 1] = 1;
            break;
        default: break;
        }
    }
}

static void emit_cold(Compiler *c) {
    Assembler *a = &c->a;
    for (uint32_t n = 0; n < c->colds.count && !c->failed; n++) {
        Cold cold = c->colds.items[n];
        for (uint32_t s = cold.first_site; s != (uint32_t)NO_SITE; s = c->cold_sites.items[s].target) emit_target(a, c->cold_sites.items[s].at, a->size);
        if (cold.kind == COLD_UNBOX) { // a float that is an object
            emit_test_8(a, RAX, 7);
            size_t no_object = emit_jump_if(a, IF_NOT_EQUAL);
            emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
            emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
            emit_at(a, CMP_REG, RCX, VM_FIELD(types.float_));
            size_t no_float = emit_jump_if(a, IF_NOT_EQUAL);
            emit_at(a, MOVSD_LOAD, cold.xmm, place_at(RAX, offsetof(Float, number)));
            emit_target(a, emit_jump(a), cold.back);
            emit_target(a, no_object, a->size);
            emit_target(a, no_float, a->size);
        }
        if (cold.kind == COLD_BOX) {
            save_pc(c, cold.pc);
            to_shared(c, emit_call_near(a), c->area->box[cold.xmm]);
            emit(a, TEST_REG, RAX, RAX);
            to_shared(c, emit_jump_if(a, IF_EQUAL), c->area->leave_with_error);
            emit_target(a, emit_jump(a), cold.back);
            continue;
        }
        if (cold.kept_count) save_pc(c, cold.pc);
        for (uint32_t k = cold.first_kept; k < cold.first_kept + cold.kept_count; k++) {
            to_shared(c, emit_call_near(a), c->area->box[c->kept.items[k].xmm]);
            emit(a, TEST_REG, RAX, RAX);
            to_shared(c, emit_jump_if(a, IF_EQUAL), c->area->leave_with_error);
            emit_at(a, MOV_STORE, RAX, reg_place(c->kept.items[k].reg));
        }
        if (cold.kind == COLD_EDGE) {
            emit_target(a, emit_jump(a), c->starts[cold.at]);
            continue;
        }
        emit_constant(a, RAX, (uint64_t)(uintptr_t)instruction_at(c, cold.at) | cold.why);
        to_shared(c, emit_jump(a), c->area->leave);
    }
}

static void free_all(Compiler *c) { free(c->a.bytes), free(c->shared_sites.items), free(c->known), free(c->starts), free(c->leads), free(c->colds.items), free(c->kept.items), free(c->cold_sites.items), free(c->jumps.items); }

bool native_compile(VM *vm, const NativeArea *area, NativeCode *native, const Frame *frame, NativeText *text) {
    Code *code = frame->code;
    if (code->register_count > REGISTERS_MOST) return false;
    Compiler c = {.vm = vm, .code = code, .native = native, .area = area, .observed = frame->registers, .a = {.capacity = (size_t)code->code_count * BYTES_EACH + BYTES_MORE}, .leave = UINT32_MAX, .is_last = native->compiled + 1 >= COMPILED_MOST};
    c.live = registers_live(vm, code, &c.live_words);
    c.a.bytes = malloc(c.a.capacity);
    c.known = calloc(code->register_count + 1u, sizeof *c.known), c.starts = calloc(code->code_count + 1u, sizeof *c.starts), c.leads = calloc(code->code_count + 2u, 1);
    if (!c.a.bytes || !c.known || !c.starts || !c.leads) return free_all(&c), false;
    forget_all(&c);
    find_leaders(&c);
    for (c.at = 0; c.at < code->code_count && !c.failed; c.at++) {
        if (c.leads[c.at]) begin_block(&c, c.at);
        c.starts[c.at] = c.a.size;
        changed(&c);
        unpin(&c);
        if (c.at == 0 || &code->code[c.at] == code->behind_guards) count_turn(&c);
        instruction(&c);
    }
    put_byte(&c.a, 0xCC); // nothing goes on behind the end
    emit_cold(&c);
    for (uint32_t n = 0; n < c.jumps.count; n++) emit_target(&c.a, c.jumps.items[n].at, c.starts[c.jumps.items[n].target]);
    if (c.failed || c.a.is_full) return free_all(&c), false;
    *text = (NativeText){c.a.bytes, c.a.size, c.starts, c.leads, c.shared_sites.items, c.shared_sites.count};
    c.a.bytes = NULL, c.starts = NULL, c.leads = NULL, c.shared_sites.items = NULL;
    return free_all(&c), true;
}
// Copies it to where it is to be executed, `at` in the area.
void native_place(const NativeArea *area, NativeCode *native, const Code *code, const NativeText *text, size_t at) {
    Assembler a = {.bytes = area->start + at, .size = text->size, .capacity = text->size};
    memcpy(a.bytes, text->bytes, text->size);
    for (uint32_t n = 0; n < text->site_count; n++) emit_target(&a, text->sites[n].at, text->sites[n].target - at);
    for (uint32_t n = 0; n < code->code_count; n++) native->table[n] = area->start + (text->leads[n] ? at + text->starts[n] : area->leave_at_saved);
}
void native_text_free(NativeText *text) { free(text->bytes), free(text->starts), free(text->leads), free(text->sites); }

static void shared_box(NativeArea *area, Assembler *a, int xmm) { // called: RAX = the float's word, or 0; nothing but RAX to R11, XMM0 and XMM1 changes
    area->box[xmm] = a->size;
    emit(a, MOVQ_FROM_XMM, xmm, RAX);
    emit(a, SUB_REG, RAX, BIAS);
    emit_shift(a, SHIFT_ROTATE_LEFT, RAX, 3);
    emit(a, MOV_LOAD_32, RCX, RAX);
    emit_immediate_32(a, GROUP_AND, RCX, 3);
    emit_immediate_32(a, GROUP_CMP, RCX, 2);
    size_t needs_object = emit_jump_if(a, IF_NOT_EQUAL);
    emit_return(a);
    emit_target(a, needs_object, a->size);
    const int32_t room = (XMM_COUNT - FIRST_XMM) * 8 + 8; // and the return address: a multiple of 16
    emit_immediate(a, GROUP_SUB, RSP, room);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) emit_at(a, MOVSD_STORE, x, place_at(RSP, (size_t)(x - FIRST_XMM) * 8));
    emit(a, MOVAPD, 0, xmm);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    emit_constant(a, RAX, (uint64_t)(uintptr_t)float_box);
    emit_call_register(a, RAX);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) emit_at(a, MOVSD_LOAD, x, place_at(RSP, (size_t)(x - FIRST_XMM) * 8));
    emit_immediate(a, GROUP_ADD, RSP, room);
    emit_return(a);
}

// At the start of the area.
bool native_write_shared(NativeArea *area, size_t size) {
    static const int saved[] = {RBX, RBP, R12, R13, R14, R15};
    Assembler assembler = {.bytes = area->start, .capacity = size}, *a = &assembler;
    area->enter = (uintptr_t(*)(VM *, Frame *, const void *))(uintptr_t)area->start;
    for (int n = 0; n < 6; n++) emit_push(a, saved[n]);
    emit_immediate(a, GROUP_SUB, RSP, STACK_ROOM);
    emit(a, MOV_LOAD, VM_ITSELF, RDI);
    emit(a, MOV_LOAD, FRAME, RSI);
    emit_at(a, MOV_LOAD, VM_REGISTERS, FRAME_FIELD(registers));
    emit_at(a, MOV_LOAD, RAX, FRAME_FIELD(code));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RAX, attributes));
    emit_constant(a, BIAS, FLOAT_BIAS);
    emit_jump_register(a, RDX);
    area->leave_with_error = a->size;
    emit(a, XOR_REG_32, RAX, RAX);
    area->leave = a->size;
    emit_immediate(a, GROUP_ADD, RSP, STACK_ROOM);
    for (int n = 6; n-- > 0;) emit_pop(a, saved[n]);
    emit_return(a);
    area->leave_at_saved = a->size;
    emit_at(a, MOV_LOAD, RAX, FRAME_FIELD(pc));
    emit_immediate(a, GROUP_OR, RAX, LEFT_AS_PLANNED);
    emit_target(a, emit_jump(a), area->leave);
    area->enter_top = a->size;
    emit_at(a, MOV_LOAD, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_LOAD, VM_REGISTERS, FRAME_FIELD(registers));
    emit_at(a, MOV_LOAD, RDX, FRAME_FIELD(code));
    emit_at(a, MOV_LOAD, RSI, FRAME_FIELD(pc));
    emit_immediate_at_32(a, GROUP_CMP, VM_FIELD(attention), 0);
    size_t calm = emit_jump_if(a, IF_EQUAL);
    emit_at(a, LEA, RAX, place_at(RSI, LEFT_AS_PLANNED));
    emit_target(a, emit_jump(a), area->leave);
    emit_target(a, calm, a->size);
    emit_target(a, enter_shared(a), area->leave);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) shared_box(area, a, x);
    return !a->is_full;
}
#endif
