// Machine code for generators that loops, or other generators, resume, and for what they yield (generator_push, generator_suspend). Their registers lie in a block
// meanwhile: a variable is copied always, a temporary if it is read again. All that takes more (one that is inside a handler, or what delegates to another iterator) is
// a helper's.
//
//   FOR_ITER     pushes the frame and goes on where the generator is resumed (Code.native_table)
//   YIELD        suspends it; the value goes to the loop, to C, or to the generator that delegates, which is suspended in turn, where its YIELD_FROM says
//   YIELD_FROM   where it is resumed what it delegates to is resumed at once
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

#define GENERATOR_FIELD(reg, field) place_at(reg, offsetof(Generator, field))
_Static_assert(offsetof(Generator, state) == offsetof(Generator, sent_register) + 2 && offsetof(Generator, is_awaiting) == offsetof(Generator, state) + 1, "");

// ---- resuming

enum { RESUME_MISSES = 8 };
// R10 is a generator: if it is to go on in machine code, it does, and what it gives goes to R[to]; to: with the frame's flags << 16.
static void resume(NativeCompiler *c, uint32_t to, size_t *misses, unsigned *count) {
    Assembler *a = &c->a;
    _Static_assert(GENERATOR_CREATED == 0 && GENERATOR_SUSPENDED == 1, "");
    emit_compare_at_8(a, GENERATOR_FIELD(R10, state), GENERATOR_SUSPENDED);
    misses[(*count)++] = emit_jump_if(a, IF_ABOVE);
    emit_at(a, MOV_LOAD, RDX, GENERATOR_FIELD(R10, code));
    emit_at(a, MOV_LOAD, RCX, CODE_FIELD(RDX, native_table));
    emit(a, TEST_REG, RCX, RCX);
    misses[(*count)++] = emit_jump_if(a, IF_EQUAL);
    emit_at(a, MOV_LOAD_32, RSI, GENERATOR_FIELD(R10, pc));
    emit_shift(a, SHIFT_LEFT, RSI, 3);
    emit(a, SUB_REG, RCX, RSI);
    emit_at(a, MOV_LOAD, R11, place_at(RCX, (size_t)-8));
    emit(a, TEST_REG, R11, R11);
    misses[(*count)++] = emit_jump_if(a, IF_EQUAL);
    emit_test_at_8(a, VM_FIELD(handled), 7); // an object's store needs the barrier
    misses[(*count)++] = emit_jump_if(a, IF_EQUAL);
    emit_compare_at_8(a, GENERATOR_FIELD(R10, handles), false);
    misses[(*count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    native_check_room(c, reg_place(c->code->register_count), misses, count);
    emit_at(a, MOV_LOAD, RSI, VM_FIELD(handled));
    emit_at(a, MOV_STORE, RSI, GENERATOR_FIELD(R10, handled));
    emit_store_immediate_8(a, GENERATOR_FIELD(R10, state), GENERATOR_RUNNING);
    emit_at(a, MOV_LOAD, RAX, GENERATOR_FIELD(R10, function));
    native_fill_frame(c, to);
    emit_at(a, MOV_STORE, R10, FRAME_FIELD(generator));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RDX, attributes));
    emit_at(a, MOV_LOAD, RDX, GENERATOR_FIELD(R10, registers));
    emit_constant(a, R8, VALUE_NONE);
    emit_jump_register(a, R11);
}
void native_compile_resume(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t misses[1 + RESUME_MISSES];
    unsigned count = 0;
    emit_immediate_at(a, GROUP_CMP, reg_place(i.b + 2u), (int32_t)iteration_word(ITERATE_GENERATOR, 0));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, R10, reg_place(i.b));
    resume(c, i.a | (uint32_t)FRAME_ITERATION << 16, misses, &count);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
}

// Whether what is suspended at instruction `at` needs the register when it is resumed, or something is thrown in.
static bool is_kept(const NativeCompiler *c, uint32_t at, uint32_t reg) { return is_live(c, at + 1, reg) || is_live(c, at, reg); }
static void copy_register(Assembler *a, int to, int from, uint32_t reg) {
    emit_at(a, MOV_LOAD, RCX, place_at(from, (size_t)reg * sizeof(Value)));
    emit_at(a, MOV_STORE, RCX, place_at(to, (size_t)reg * sizeof(Value)));
}
// RDX is the block of the generator (R10) whose frame is on top, R8 what is sent: None, where it delegates.
static void emit_start(NativeCompiler *c) {
    c->resumed[0] = c->a.size;
    for (uint32_t reg = 0; reg < c->code->register_count; reg++) copy_register(&c->a, VM_REGISTERS, RDX, reg);
    emit_target(&c->a, emit_jump(&c->a), c->starts[0]);
}
static void emit_resumed_at_yield(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    c->resumed[c->at + 1] = a->size;
    for (uint32_t reg = 0; reg < c->code->register_count; reg++)
        if (reg != i.a && is_kept(c, c->at, reg)) copy_register(a, VM_REGISTERS, RDX, reg);
    emit_at(a, MOV_STORE, R8, reg_place(i.a));
    emit_target(a, emit_jump(a), c->starts[c->at + 1]);
}
static void emit_resumed_at_delegation(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t misses[2 + RESUME_MISSES];
    unsigned count = 0;
    c->resumed[c->at + 1] = a->size;
    for (uint32_t reg = 0; reg < c->code->register_count; reg++)
        if (is_kept(c, c->at, reg)) copy_register(a, VM_REGISTERS, RDX, reg);
    emit_at(a, MOV_STORE, R8, GENERATOR_FIELD(R10, sent));
    emit_at(a, MOV_LOAD, R10, reg_place(i.b));
    emit_test_at_8(a, reg_place(i.b), 7);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(R10, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, CMP_REG, RCX, VM_FIELD(types.generator));
    size_t is_generator = emit_jump_if(a, IF_EQUAL);
    emit_at(a, CMP_REG, RCX, VM_FIELD(types.coroutine));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_target(a, is_generator, a->size);
    resume(c, i.a | (uint32_t)FRAME_DELEGATE << 16, misses, &count);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
    emit_target(a, emit_jump(a), c->starts[c->at]); // once more
}

// ---- suspending

enum { SUSPEND_MISSES = 3 };
// The generator of the frame on top is suspended behind instruction c->at, if it is that simple.
static void suspend(NativeCompiler *c, uint16_t sent_register, size_t *misses, unsigned *count) {
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, RDI, FRAME_FIELD(generator));
    if (find_handler(c->code, c->at)) {
        emit_compare_at_8(a, GENERATOR_FIELD(RDI, is_registered), false);
        misses[(*count)++] = emit_jump_if(a, IF_EQUAL);
    }
    emit_compare_at_8(a, GENERATOR_FIELD(RDI, handles), false);
    misses[(*count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    native_must_log(a);
    misses[(*count)++] = emit_jump_if(a, IF_BELOW);
    emit_at(a, MOV_LOAD, RDX, GENERATOR_FIELD(RDI, registers));
    for (uint32_t reg = 0; reg < c->code->register_count; reg++) {
        if (is_kept(c, c->at, reg)) copy_register(a, RDX, VM_REGISTERS, reg);
        else emit_store_immediate(a, place_at(RDX, (size_t)reg * sizeof(Value)), (int32_t)VALUE_UNBOUND); // what it had is gone, perhaps
    }
    emit_store_immediate_32(a, GENERATOR_FIELD(RDI, pc), c->at + 1);
    emit_store_immediate_32(a, GENERATOR_FIELD(RDI, sent_register), sent_register | (uint32_t)GENERATOR_SUSPENDED << 16);
    emit_at(a, MOV_LOAD, RCX, GENERATOR_FIELD(RDI, handled));
    emit_at(a, MOV_STORE, RCX, VM_FIELD(handled));
    emit_store_immediate(a, GENERATOR_FIELD(RDI, handled), (int32_t)VALUE_NONE);
}
// The yielded value (RAX) of what has been suspended: R9 tells to whom it goes. Jumps for what is a helper's, with the frame that delegates on top, are added to `slow`.
static void hand_on(NativeCompiler *c, size_t *slow, unsigned *count) {
    Assembler *a = &c->a;
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_DELEGATE);
    size_t delegates = emit_jump_if(a, IF_EQUAL);
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_ENTRY);
    size_t to_c = emit_jump_if(a, IF_EQUAL);
    native_to_caller(c);
    emit_target(a, to_c, a->size);
    native_to_c(c);
    emit_target(a, delegates, a->size);
    emit_immediate(a, GROUP_SUB, FRAME, sizeof(Frame));
    emit_at(a, MOV_STORE, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_LOAD, RDX, FRAME_FIELD(code));
    emit_at(a, MOV_LOAD, RCX, CODE_FIELD(RDX, native_table));
    emit(a, TEST_REG, RCX, RCX);
    slow[(*count)++] = emit_jump_if(a, IF_EQUAL);
    emit_at(a, SUB_REG, RCX, FRAME_FIELD(pc));
    emit_at(a, ADD_REG, RCX, CODE_FIELD(RDX, code));
    emit_at(a, MOV_LOAD, R11, place_at(RCX, 0)); // [-1 - number of the YIELD_FROM]
    emit(a, TEST_REG, R11, R11);
    slow[(*count)++] = emit_jump_if(a, IF_EQUAL);
    emit_at(a, MOV_LOAD, VM_REGISTERS, FRAME_FIELD(registers));
    emit_jump_register(a, R11);
}
static void end_by_handing_on(NativeCompiler *c, const size_t *slow, unsigned count) {
    Assembler *a = &c->a;
    for (unsigned n = 0; n < count; n++) emit_target(a, slow[n], a->size);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    emit(a, MOV_LOAD, RSI, FRAME);
    emit(a, MOV_LOAD, RDX, RAX);
    native_call_function(c, (const void *)(uintptr_t)native_hand_on);
    emit_immediate_32(a, GROUP_CMP, RAX, OUTCOME_RETURNED);
    native_to_shared(c, emit_jump_if(a, IF_NOT_EQUAL), c->area->enter_top);
    emit_constant(a, RAX, LEFT_RETURNED);
    native_to_shared(c, emit_jump(a), c->area->leave);
}
void native_compile_yield(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    if (!c->resumed) {
        native_helper_call(c, do_yield, UINT32_MAX);
        return;
    }
    native_store_all(c, c->at), native_forget_all(c);
    static const uint16_t suspending[] = {FRAME_ITERATION, FRAME_DELEGATE, FRAME_ENTRY};
    size_t suspends[sizeof suspending / sizeof *suspending], misses[1 + SUSPEND_MISSES], slow[2];
    unsigned miss_count = 0, slow_count = 0;
    emit_at(a, MOVZX_16, R9, FRAME_FIELD(flags));
    for (unsigned n = 0; n < sizeof suspending / sizeof *suspending; n++) emit_immediate_32(a, GROUP_CMP, R9, suspending[n]), suspends[n] = emit_jump_if(a, IF_EQUAL);
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_ENTRY | FRAME_HELD);
    misses[miss_count++] = emit_jump_if(a, IF_NOT_EQUAL);
    native_save_pc(c, c->at);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, VM_FIELD(native_result));
    emit_constant(a, RAX, LEFT_RETURNED);
    native_to_shared(c, emit_jump(a), c->area->leave);

    for (unsigned n = 0; n < sizeof suspending / sizeof *suspending; n++) emit_target(a, suspends[n], a->size);
    suspend(c, i.a, misses, &miss_count);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    hand_on(c, slow, &slow_count);
    end_by_handing_on(c, slow, slow_count);
    for (unsigned n = 0; n < miss_count; n++) emit_target(a, misses[n], a->size);
    native_helper_call(c, do_yield, UINT32_MAX);
}
// What the generator delegates to has yielded RAX.
static void emit_suspended_at_delegation(NativeCompiler *c) {
    Assembler *a = &c->a;
    size_t slow[1 + SUSPEND_MISSES + 2];
    unsigned count = 0;
    c->resumed[c->at] = a->size;
    emit_at(a, MOVZX_16, R9, FRAME_FIELD(flags));
    emit_test_at_16(a, FRAME_FIELD(flags), (uint16_t)~(FRAME_ITERATION | FRAME_DELEGATE | FRAME_ENTRY));
    slow[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    suspend(c, GENERATOR_DELEGATES, slow, &count);
    hand_on(c, slow, &count);
    end_by_handing_on(c, slow, count);
}

// No generator is suspended before a YIELD_FROM: it comes behind what makes the iterator.
static bool is_suspended_before(const Code *code, uint32_t at) { return at == 0 || code->code[at - 1].op == OP_YIELD || code->code[at - 1].op == OP_YIELD_FROM; }
void native_emit_resumed(NativeCompiler *c) {
    emit_start(c);
    for (c->at = 0; c->at < c->code->code_count && !c->failed; c->at++) {
        Instruction i = *instruction_at(c, c->at);
        if (i.op == OP_YIELD) emit_resumed_at_yield(c, i);
        if (i.op != OP_YIELD_FROM || is_suspended_before(c->code, c->at)) continue;
        emit_resumed_at_delegation(c, i);
        emit_suspended_at_delegation(c);
    }
}
#endif
