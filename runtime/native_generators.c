// Machine code for generators that loops resume, and for what they yield (generator_push, generator_suspend). Their registers lie in a block meanwhile: a variable
// is copied always, a temporary if it is read again. All that takes more (one that is inside a handler, or resumed by another than a loop or C) is a helper's.
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

#define GENERATOR_FIELD(reg, field) place_at(reg, offsetof(Generator, field))
_Static_assert(offsetof(Generator, state) == offsetof(Generator, sent_register) + 2 && offsetof(Generator, is_awaiting) == offsetof(Generator, state) + 1, "");

void native_compile_resume(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t misses[8];
    unsigned count = 0;
    emit_immediate_at(a, GROUP_CMP, reg_place(i.b + 2u), (int32_t)iteration_word(ITERATE_GENERATOR, 0));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, R10, reg_place(i.b));
    _Static_assert(GENERATOR_CREATED == 0 && GENERATOR_SUSPENDED == 1, "");
    emit_compare_at_8(a, GENERATOR_FIELD(R10, state), GENERATOR_SUSPENDED);
    misses[count++] = emit_jump_if(a, IF_ABOVE);
    emit_at(a, MOV_LOAD, RDX, GENERATOR_FIELD(R10, code));
    emit_at(a, MOV_LOAD, RCX, CODE_FIELD(RDX, native_table));
    emit(a, TEST_REG, RCX, RCX);
    misses[count++] = emit_jump_if(a, IF_EQUAL);
    emit_at(a, MOV_LOAD_32, RSI, GENERATOR_FIELD(R10, pc));
    emit_shift(a, SHIFT_LEFT, RSI, 3);
    emit(a, SUB_REG, RCX, RSI);
    emit_at(a, MOV_LOAD, R11, place_at(RCX, (size_t)-8));
    emit(a, TEST_REG, R11, R11);
    misses[count++] = emit_jump_if(a, IF_EQUAL);
    emit_test_at_8(a, VM_FIELD(handled), 7); // an object's store needs the barrier
    misses[count++] = emit_jump_if(a, IF_EQUAL);
    emit_compare_at_8(a, GENERATOR_FIELD(R10, handles), false);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    native_check_room(c, reg_place(c->code->register_count), misses, &count);
    emit_at(a, MOV_LOAD, RSI, VM_FIELD(handled));
    emit_at(a, MOV_STORE, RSI, GENERATOR_FIELD(R10, handled));
    emit_store_immediate_8(a, GENERATOR_FIELD(R10, state), GENERATOR_RUNNING);
    emit_at(a, MOV_LOAD, RAX, GENERATOR_FIELD(R10, function));
    native_fill_frame(c, i.a | (uint32_t)FRAME_ITERATION << 16);
    emit_at(a, MOV_STORE, R10, FRAME_FIELD(generator));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RDX, attributes));
    emit_at(a, MOV_LOAD, RDX, GENERATOR_FIELD(R10, registers));
    emit_jump_register(a, R11);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
}

// Whether what is suspended at YIELD number `at` needs the register when it is resumed, or something is thrown in.
static bool is_kept(const NativeCompiler *c, uint32_t at, uint32_t reg) { return is_live(c, at + 1, reg) || is_live(c, at, reg); }
static void copy_register(Assembler *a, int to, int from, uint32_t reg) {
    emit_at(a, MOV_LOAD, RCX, place_at(from, (size_t)reg * sizeof(Value)));
    emit_at(a, MOV_STORE, RCX, place_at(to, (size_t)reg * sizeof(Value)));
}
// RDX is the generator's block, in the frame on top.
static void emit_resumed_at(NativeCompiler *c, uint32_t at) {
    Assembler *a = &c->a;
    c->resumed[at] = a->size;
    const Instruction *yield = at ? instruction_at(c, at - 1) : NULL;
    for (uint32_t reg = 0; reg < c->code->register_count; reg++)
        if (!yield || (reg != yield->a && is_kept(c, at - 1, reg))) copy_register(a, VM_REGISTERS, RDX, reg);
    if (yield) emit_store_immediate(a, reg_place(yield->a), (int32_t)VALUE_NONE);
    emit_target(a, emit_jump(a), c->starts[at]);
}
void native_emit_resumed(NativeCompiler *c) {
    emit_resumed_at(c, 0);
    for (uint32_t at = 0; at < c->code->code_count && !c->failed; at++)
        if (instruction_at(c, at)->op == OP_YIELD) emit_resumed_at(c, at + 1);
}

void native_compile_yield(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    if (!c->resumed) {
        native_helper_call(c, do_yield, UINT32_MAX);
        return;
    }
    native_store_all(c, c->at), native_forget_all(c);
    size_t slow[4];
    unsigned slow_count = 0;
    emit_at(a, MOVZX_16, R9, FRAME_FIELD(flags));
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_ITERATION);
    size_t loops = emit_jump_if(a, IF_EQUAL);
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_ENTRY);
    size_t suspends = emit_jump_if(a, IF_EQUAL);
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_ENTRY | FRAME_HELD);
    slow[slow_count++] = emit_jump_if(a, IF_NOT_EQUAL);
    native_save_pc(c, c->at);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_at(a, MOV_STORE, RAX, VM_FIELD(native_result));
    emit_constant(a, RAX, LEFT_RETURNED);
    native_to_shared(c, emit_jump(a), c->area->leave);

    emit_target(a, loops, a->size);
    emit_target(a, suspends, a->size);
    emit_at(a, MOV_LOAD, RDI, FRAME_FIELD(generator));
    if (find_handler(c->code, c->at)) {
        emit_compare_at_8(a, GENERATOR_FIELD(RDI, is_registered), false);
        slow[slow_count++] = emit_jump_if(a, IF_EQUAL);
    }
    emit_compare_at_8(a, GENERATOR_FIELD(RDI, handles), false);
    slow[slow_count++] = emit_jump_if(a, IF_NOT_EQUAL);
    native_must_log(a);
    slow[slow_count++] = emit_jump_if(a, IF_BELOW);
    emit_at(a, MOV_LOAD, RDX, GENERATOR_FIELD(RDI, registers));
    for (uint32_t reg = 0; reg < c->code->register_count; reg++) {
        if (is_kept(c, c->at, reg)) copy_register(a, RDX, VM_REGISTERS, reg);
        else emit_store_immediate(a, place_at(RDX, (size_t)reg * sizeof(Value)), (int32_t)VALUE_UNBOUND); // what it had is gone, perhaps
    }
    emit_store_immediate_32(a, GENERATOR_FIELD(RDI, pc), c->at + 1);
    emit_store_immediate_32(a, GENERATOR_FIELD(RDI, sent_register), i.a | (uint32_t)GENERATOR_SUSPENDED << 16);
    emit_at(a, MOV_LOAD, RCX, GENERATOR_FIELD(RDI, handled));
    emit_at(a, MOV_STORE, RCX, VM_FIELD(handled));
    emit_store_immediate(a, GENERATOR_FIELD(RDI, handled), (int32_t)VALUE_NONE);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_immediate_32(a, GROUP_CMP, R9, FRAME_ENTRY);
    size_t to_c = emit_jump_if(a, IF_EQUAL);
    native_to_caller(c);
    emit_target(a, to_c, a->size);
    native_to_c(c);

    for (unsigned n = 0; n < slow_count; n++) emit_target(a, slow[n], a->size);
    native_helper_call(c, do_yield, UINT32_MAX);
}
#endif
