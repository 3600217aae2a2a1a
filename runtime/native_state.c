// Where the values of VM registers are while machine code is made, and the ways out of it: leaving to the interpreter, jumping, calling C.
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

void native_call_function(NativeCompiler *c, const void *function) {
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)function);
    emit_call_register(&c->a, RAX);
}
void native_save_pc(NativeCompiler *c, uint32_t at) { // frame->pc: behind instruction `at`
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)(instruction_at(c, at) + 1));
    emit_at(&c->a, MOV_STORE, RAX, FRAME_FIELD(pc));
}

// ---- leaving and jumping

static void keep_all(NativeCompiler *c, NativeCold *cold, uint32_t live_at) {
    cold->first_kept = c->kept.count;
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (c->in_use[x] && c->known[c->owner[x]].is_behind && is_live(c, live_at, c->owner[x])) APPEND(c, c->kept, ((NativeKept){c->owner[x], (int8_t)x}));
    cold->kept_count = c->kept.count - cold->first_kept;
}
static uint32_t add_cold(NativeCompiler *c, NativeCold cold, bool keeps, uint32_t live_at) {
    if (keeps) keep_all(c, &cold, live_at);
    cold.first_site = (uint32_t)NO_SITE;
    APPEND(c, c->colds, cold);
    return c->failed ? 0 : c->colds.count - 1;
}
static void to_cold(NativeCompiler *c, size_t site, uint32_t cold) {
    if (c->failed) return;
    APPEND(c, c->cold_sites, ((NativeSite){site, c->colds.items[cold].first_site}));
    c->colds.items[cold].first_site = c->cold_sites.count - 1;
}
void native_leave_by(NativeCompiler *c, size_t site) { // a jump to where the instruction is left to the interpreter
    if (c->misses) {
        c->misses[c->miss_count++] = site;
        return;
    }
    if (c->leave == UINT32_MAX) c->leave = add_cold(c, (NativeCold){.kind = COLD_LEAVE, .why = LEFT_AT_SURPRISE, .at = c->at, .pc = c->at}, true, c->at);
    to_cold(c, site, c->leave);
}
void native_leave_if(NativeCompiler *c, Condition condition) { native_leave_by(c, emit_jump_if(&c->a, condition)); }
void native_leave_as_planned(NativeCompiler *c, size_t site) { to_cold(c, site, add_cold(c, (NativeCold){.kind = COLD_LEAVE, .why = LEFT_AS_PLANNED, .at = c->at, .pc = c->at}, true, c->at)); }
void native_to_shared(NativeCompiler *c, size_t site, size_t target) { APPEND(c, c->shared_sites, ((NativeSite){site, (uint32_t)target})); }
void native_fail_if(NativeCompiler *c, Condition condition) { // after a call: nothing is kept
    native_to_shared(c, emit_jump_if(&c->a, condition), c->area->leave_with_error);
}

// ---- floats

void native_changed(NativeCompiler *c) { c->leave = UINT32_MAX; }
void native_load(NativeCompiler *c, uint32_t reg) {
    if (c->rax_at != c->a.size || c->rax_reg != reg) emit_at(&c->a, MOV_LOAD, RAX, reg_place(reg));
}
void native_free_xmm(NativeCompiler *c, int xmm) { c->in_use[xmm] = false; }
void native_forget_register(NativeCompiler *c, uint32_t reg) { // its value is about to be another
    NativeKnown *k = &c->known[reg];
    if (c->rax_reg == reg) c->rax_at = SIZE_MAX;
    if (k->xmm != NO_XMM) native_free_xmm(c, k->xmm), native_changed(c);
    *k = (NativeKnown){.xmm = NO_XMM};
}
// RAX = the word for the float (try_inline_float); the place of a jump to where it takes an object.
size_t native_tag_float(Assembler *a, int xmm) {
    emit(a, MOVQ_FROM_XMM, xmm, RAX);
    emit(a, SUB_REG, RAX, BIAS);
    emit_shift(a, SHIFT_ROTATE_LEFT, RAX, 3);
    emit(a, MOV_LOAD_32, RCX, RAX);
    emit_immediate_32(a, GROUP_AND, RCX, 3);
    emit_immediate_32(a, GROUP_CMP, RCX, 2);
    return emit_jump_if(a, IF_NOT_EQUAL);
}
// The same; the object is made out of the way.
static void box(NativeCompiler *c, int xmm) {
    Assembler *a = &c->a;
    size_t site = native_tag_float(a, xmm);
    to_cold(c, site, add_cold(c, (NativeCold){.kind = COLD_BOX, .xmm = (int8_t)xmm, .pc = c->at, .back = a->size}, false, 0));
}
static void store_behind(NativeCompiler *c, int xmm) {
    uint32_t reg = c->owner[xmm];
    if (!c->known[reg].is_behind) return;
    box(c, xmm);
    emit_at(&c->a, MOV_STORE, RAX, reg_place(reg));
    c->known[reg].is_behind = false;
    c->known[reg].kind = KIND_ANY; // the float may be an object
    native_changed(c);
}
// What is live before instruction `at` is where others look for it.
void native_store_all(NativeCompiler *c, uint32_t at) {
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) {
        if (!c->in_use[x]) continue;
        if (is_live(c, at, c->owner[x])) store_behind(c, x);
        else if (c->known[c->owner[x]].is_behind) native_forget_register(c, c->owner[x]);
    }
}
void native_forget_all(NativeCompiler *c) {
    for (uint32_t reg = 0; reg < c->code->register_count; reg++) c->known[reg] = (NativeKnown){.xmm = NO_XMM};
    memset(c->in_use, 0, sizeof c->in_use);
    native_changed(c);
    c->rax_at = SIZE_MAX;
}
void native_begin_block(NativeCompiler *c, uint32_t at) { native_store_all(c, at), native_forget_all(c); }

int native_take_xmm(NativeCompiler *c) {
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (!c->in_use[x] && !c->pinned[x]) return c->pinned[x] = true, x;
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) {
        if (c->pinned[x]) continue;
        store_behind(c, x);
        native_forget_register(c, c->owner[x]);
        return c->pinned[x] = true, x;
    }
    c->failed = true; // (an instruction has three operands at most)
    return FIRST_XMM;
}
void native_unpin(NativeCompiler *c) { memset(c->pinned, 0, sizeof c->pinned); }
void native_own(NativeCompiler *c, int xmm, uint32_t reg, bool is_behind) {
    native_forget_register(c, reg);
    c->known[reg] = (NativeKnown){.xmm = (int8_t)xmm, .is_behind = is_behind};
    c->owner[xmm] = (uint16_t)reg, c->in_use[xmm] = true;
    native_changed(c);
}
// The float of a number's word, in RAX; it is known to be one.
static void untag_float(NativeCompiler *c, int xmm) {
    emit_shift(&c->a, SHIFT_ROTATE_RIGHT, RAX, 3);
    emit(&c->a, ADD_REG, RAX, BIAS);
    emit(&c->a, MOVQ_TO_XMM, xmm, RAX);
}
static NativeKind seen_to_kind(SeenKind seen) { return seen == SEEN_INT ? KIND_INT : seen == SEEN_FLOAT ? KIND_FLOAT : KIND_ANY; }
const Type *native_type_of_container(const VM *vm, unsigned seen) {
    return seen == SEEN_LIST ? vm->types.list : seen == SEEN_TUPLE ? vm->types.tuple : seen == SEEN_STR ? vm->types.str : seen == SEEN_DICT ? vm->types.dict : NULL;
}
NativeKind native_kind_of_value(Value v) { return is_small_int(v) ? KIND_INT : is_inline_float(v) ? KIND_FLOAT : KIND_ANY; }
static bool is_float_object(const NativeCompiler *c, Value v) { return is_exactly(v, c->vm->types.float_); }
static NativeKind known_kind(const NativeCompiler *c, NativeOperand o) {
    if (o.is_constant) return is_float_object(c, o.value) ? KIND_FLOAT : native_kind_of_value(o.value);
    return c->known[o.reg].xmm != NO_XMM ? KIND_FLOAT : (NativeKind)c->known[o.reg].kind;
}
NativeKind native_guess_kind(const NativeCompiler *c, NativeOperand o, unsigned shift) {
    NativeKind known = known_kind(c, o);
    if (known != KIND_ANY || o.is_constant) return known;
    return seen_to_kind((SeenKind)(c->native->seen[c->at] >> shift & 3));
}
// The operand, a number, as a float in an XMM; another kind than `guess` leaves, and where it must be exact an int that is not as a float.
int native_float_operand(NativeCompiler *c, NativeOperand o, NativeKind guess, bool is_exact) {
    Assembler *a = &c->a;
    if (o.is_constant) {
        double number = guess == KIND_INT ? (double)small_int(o.value) : is_inline_float(o.value) ? inline_float(o.value) : ((const Float *)as_object(o.value))->number;
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        int xmm = native_take_xmm(c);
        emit_constant(a, RAX, bits);
        emit(a, MOVQ_TO_XMM, xmm, RAX);
        return xmm;
    }
    if (c->known[o.reg].xmm != NO_XMM) {
        c->pinned[c->known[o.reg].xmm] = true;
        return c->known[o.reg].xmm;
    }
    int xmm = native_take_xmm(c);
    native_load(c, o.reg);
    if (guess == KIND_INT) {
        if (c->known[o.reg].kind != KIND_INT) emit_test_8(a, RAX, 1), native_leave_if(c, IF_EQUAL);
        emit_shift(a, SHIFT_ARITHMETIC, RAX, 1);
        if (is_exact) {
            emit(a, MOV_LOAD, RCX, RAX);
            emit_shift(a, SHIFT_ARITHMETIC, RCX, 53);
            emit_immediate(a, GROUP_ADD, RCX, 1);
            emit_immediate(a, GROUP_CMP, RCX, 1);
            native_leave_if(c, IF_ABOVE);
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
        to_cold(c, other, add_cold(c, (NativeCold){.kind = COLD_UNBOX, .why = LEFT_AT_SURPRISE, .xmm = (int8_t)xmm, .at = c->at, .pc = c->at, .back = a->size}, true, c->at));
    } else {
        untag_float(c, xmm);
    }
    native_own(c, xmm, o.reg, false);
    return xmm;
}
// RAX or another = the operand's word, a small int.
void native_int_operand(NativeCompiler *c, NativeOperand o, int to) {
    if (o.is_constant) {
        emit_constant(&c->a, to, o.value);
        return;
    }
    if (to == RAX) native_load(c, o.reg);
    else emit_at(&c->a, MOV_LOAD, to, reg_place(o.reg));
    if (c->known[o.reg].kind == KIND_INT) return;
    emit_test_8(&c->a, to, 1);
    if (!c->takes_truths) {
        native_leave_if(c, IF_EQUAL);
        return;
    }
    size_t is_int = emit_jump_if(&c->a, IF_NOT_EQUAL); // or False, 0, or True, 1
    emit_immediate(&c->a, GROUP_SUB, to, (int32_t)VALUE_FALSE);
    _Static_assert(VALUE_TRUE - VALUE_FALSE == 8, "");
    emit_immediate(&c->a, GROUP_CMP, to, 8);
    native_leave_if(c, IF_ABOVE);
    emit_shift(&c->a, SHIFT_RIGHT, to, 2);
    emit_immediate(&c->a, GROUP_OR, to, 1);
    emit_target(&c->a, is_int, c->a.size);
}
void native_set_result(NativeCompiler *c, uint32_t reg, NativeKind kind) { // RAX is its value
    native_forget_register(c, reg);
    emit_at(&c->a, MOV_STORE, RAX, reg_place(reg));
    c->known[reg].kind = (uint8_t)kind;
    native_changed(c);
}
// The VM register itself has its value.
void native_need_stored(NativeCompiler *c, uint32_t reg) {
    int xmm = c->known[reg].xmm;
    if (xmm != NO_XMM) store_behind(c, xmm);
}

// ---- calls of C

void native_begin_call(NativeCompiler *c) {
    native_store_all(c, c->at);
    native_forget_all(c);
    native_save_pc(c, c->at);
    emit(&c->a, MOV_LOAD, RDI, VM_ITSELF);
    emit(&c->a, MOV_LOAD, RSI, FRAME);
}
void native_slow_path(NativeCompiler *c, bool (*path)(VM *, Frame *, Instruction)) {
    native_begin_call(c);
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)instruction_at(c, c->at));
    emit_at(&c->a, MOV_LOAD, RDX, place_at(RAX, 0));
    native_call_function(c, (const void *)(uintptr_t)path);
    emit_test_8(&c->a, RAX, 0xFF);
    native_fail_if(c, IF_EQUAL);
}
void native_to_instruction(NativeCompiler *c, size_t site, uint32_t target) { APPEND(c, c->jumps, ((NativeSite){site, target})); }
// The helper and what comes of it; OTHER: to `other`.
void native_helper_call(NativeCompiler *c, NativeHelper helper, uint32_t other) {
    Assembler *a = &c->a;
    native_begin_call(c);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)instruction_at(c, c->at));
    native_call_function(c, (const void *)(uintptr_t)helper);
    emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_DONE);
    size_t done = emit_jump_if(a, IF_EQUAL);
    native_fail_if(c, IF_BELOW);
    if (other != UINT32_MAX) {
        emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_OTHER);
        native_to_instruction(c, emit_jump_if(a, IF_EQUAL), other);
    }
    emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_PUSHED);
    size_t pushed = emit_jump_if(a, IF_EQUAL);
    native_to_shared(c, pushed, c->area->enter_top);
    if (helper == do_yield || helper == do_yield_from) {
        emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_RETURNED);
        size_t others = emit_jump_if(a, IF_NOT_EQUAL);
        emit_constant(a, RAX, LEFT_RETURNED);
        native_to_shared(c, emit_jump(a), c->area->leave);
        emit_target(a, others, a->size);
    }
    native_leave_as_planned(c, emit_jump(a));
    emit_target(a, done, a->size);
}
bool native_is_general_at(const NativeCompiler *c, uint32_t at) { return c->native->seen[at] & SEEN_GENERAL || (c->is_last && (!c->native->seen[at] || c->native->surprises[at])); }
bool native_is_general(const NativeCompiler *c) { return native_is_general_at(c, c->at); }
// The code that is made first notes what its operands are, for the one that is made next; later what has never been executed before does.
bool native_note_operands(NativeCompiler *c) {
    bool is_unseen = !(c->native->seen[c->at] & (3 | SEEN_CONTAINER | SEEN_GENERAL));
    if (c->is_last || !(c->native->notes || is_unseen)) return false;
    c->has_unseen |= is_unseen;
    native_begin_call(c);
    emit_constant(&c->a, RDX, (uint64_t)(uintptr_t)instruction_at(c, c->at));
    native_call_function(c, (const void *)(uintptr_t)native_note);
    return true;
}
unsigned native_seen_left(const NativeCompiler *c) { return c->native->seen[c->at] & 3; }
void native_must_log(Assembler *a) {
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
}
// The write barrier (gc_store): RDI the owner, RDX the place, RAX the value, which has been stored.
void native_barrier(NativeCompiler *c, NativeKind kind) {
    if (kind != KIND_ANY) return;
    Assembler *a = &c->a;
    emit_test_8(a, RAX, 7);
    size_t plain = emit_jump_if(a, IF_NOT_EQUAL);
    native_must_log(a);
    size_t unlogged = emit_jump_if(a, IF_NOT_BELOW);
    // XMMs are kept over the call, which is rare
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (c->in_use[x]) emit_at(a, MOVSD_STORE, x, place_at(RSP, (size_t)x * 8));
    emit(a, MOV_LOAD, RSI, RDI);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_call_function(c, (const void *)(uintptr_t)gc_log_place);
    for (int x = FIRST_XMM; x < XMM_COUNT; x++)
        if (c->in_use[x]) emit_at(a, MOVSD_LOAD, x, place_at(RSP, (size_t)x * 8));
    emit_target(a, plain, a->size);
    emit_target(a, unlogged, a->size);
}
// A jump to another instruction, with what is only in XMMs stored on the way.
void native_jump_if(NativeCompiler *c, Condition condition, uint32_t target) {
    size_t site = emit_jump_if(&c->a, condition);
    bool keeps = false;
    for (int x = FIRST_XMM; x < XMM_COUNT; x++) keeps |= c->in_use[x] && c->known[c->owner[x]].is_behind && is_live(c, target, c->owner[x]);
    if (keeps) to_cold(c, site, add_cold(c, (NativeCold){.kind = COLD_EDGE, .at = target, .pc = c->at}, true, target));
    else native_to_instruction(c, site, target);
}
#endif
