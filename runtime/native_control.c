// Machine code for loops, branches, calls and returns.
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

// ---- iterating

static void compile_attention(NativeCompiler *c) {
    emit_immediate_at_32(&c->a, GROUP_CMP, VM_FIELD(attention), 0);
    native_leave_as_planned(c, emit_jump_if(&c->a, IF_NOT_EQUAL));
}
void native_count_turn(NativeCompiler *c) { // the first code is left for good after so many
    if (c->is_last || !(c->native->notes || c->has_unseen)) return;
    emit_constant(&c->a, RAX, (uint64_t)(uintptr_t)&c->native->turns);
    emit_immediate_at_32(&c->a, GROUP_SUB, place_at(RAX, 0), c->native->notes);
    native_leave_as_planned(c, emit_jump_if(&c->a, IF_NEGATIVE));
}
// What the FOR_ITER goes over: as the interpreter has seen, or the code that notes.
static unsigned kind_of_loop(const NativeCompiler *c, uint32_t head) {
    uint16_t op = instruction_at(c, head)->op;
    unsigned seen = c->native->seen[head];
    return op == OP_FOR_ITER_RANGE ? SEEN_RANGE : op == OP_FOR_ITER_LIST ? SEEN_LIST : op == OP_FOR_ITER && !(seen & SEEN_GENERAL) ? seen & SEEN_CONTAINER : 0;
}
// The next item of a range, list, tuple or ASCII text, at FOR_ITER number `head`; what lies in XMMs was stored. False: another kind.
static bool next_item(NativeCompiler *c, uint32_t head) {
    Assembler *a = &c->a;
    Instruction i = *instruction_at(c, head);
    Place item = reg_place(i.b), count = reg_place(i.b + 1u), kind = reg_place(i.b + 2u);
    unsigned seen = kind_of_loop(c, head);
    if (seen == SEEN_RANGE && (c->native->seen[head] & 3) == SEEN_STEP_1) {
        emit_immediate_at(a, GROUP_CMP, kind, (int32_t)iteration_word(ITERATE_RANGE, 1));
        native_leave_if(c, IF_NOT_EQUAL);
        emit_immediate_at(a, GROUP_CMP, count, 1);
        native_to_instruction(c, emit_jump_if(a, IF_EQUAL), short_target(c, head));
        emit_at(a, MOV_LOAD, RAX, item);
        emit_immediate_at(a, GROUP_ADD, item, 2);
        emit_immediate_at(a, GROUP_SUB, count, 2);
        emit_at(a, MOV_STORE, RAX, reg_place(i.a));
        return true;
    }
    if (seen == SEEN_RANGE) {
        emit_at(a, MOV_LOAD, RDX, kind);
        emit(a, MOV_LOAD_32, RCX, RDX);
        emit_immediate_32(a, GROUP_AND, RCX, 15 << 1);
        emit_immediate_32(a, GROUP_CMP, RCX, ITERATE_RANGE << 1);
        native_leave_if(c, IF_NOT_EQUAL);
        emit_immediate_at(a, GROUP_CMP, count, 1);
        native_to_instruction(c, emit_jump_if(a, IF_EQUAL), short_target(c, head));
        emit_at(a, MOV_LOAD, RAX, item);
        emit_shift(a, SHIFT_ARITHMETIC, RDX, 5);
        emit(a, ADD_REG, RDX, RDX);
        emit(a, ADD_REG, RDX, RAX);
        emit_at(a, MOV_STORE, RDX, item);
        emit_immediate_at(a, GROUP_SUB, count, 2);
        emit_at(a, MOV_STORE, RAX, reg_place(i.a));
        return true;
    }
    if (seen == SEEN_LIST) {
        emit_immediate_at(a, GROUP_CMP, kind, (int32_t)iteration_word(ITERATE_LIST, 0));
        native_leave_if(c, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RDX, item);
        emit_at(a, MOV_LOAD, RCX, count);
        emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
        emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(List, count)));
        native_to_instruction(c, emit_jump_if(a, IF_NOT_BELOW), short_target(c, head));
        emit_immediate_at(a, GROUP_ADD, count, 2);
        emit_at(a, MOV_LOAD, RDX, place_at(RDX, offsetof(List, items)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RDX, RCX, 0));
        emit_at(a, MOV_STORE, RAX, reg_place(i.a));
        return true;
    }
    if (seen == SEEN_TUPLE || seen == SEEN_STR) {
        bool is_text = seen == SEEN_STR;
        emit_immediate_at(a, GROUP_CMP, kind, (int32_t)iteration_word(is_text ? ITERATE_STR : ITERATE_TUPLE, 0));
        native_leave_if(c, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RDX, item);
        emit_at(a, MOV_LOAD, RCX, count);
        emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
        emit_at(a, CMP_REG, RCX, place_at(RDX, is_text ? offsetof(Str, length) : offsetof(Tuple, count)));
        native_to_instruction(c, emit_jump_if(a, IF_NOT_BELOW), short_target(c, head));
        emit_immediate_at(a, GROUP_ADD, count, 2);
        if (is_text) {
            emit(a, ADD_REG, RDX, RCX);
            emit_at(a, MOVZX_8, RDX, place_at(RDX, offsetof(Str, text)));
            emit_at(a, MOV_LOAD, RAX, place_indexed(VM_ITSELF, RDX, offsetof(VM, ascii_strings)));
        } else {
            emit_at(a, MOV_LOAD, RAX, place_indexed(RDX, RCX, offsetof(Tuple, items)));
        }
        emit_at(a, MOV_STORE, RAX, reg_place(i.a));
        return true;
    }
    return false;
}

// Over lists and tuples; all else is the helper's.
void native_compile_get_iter(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    bool is_noted = native_note_operands(c) || native_is_general(c);
    unsigned seen = c->native->seen[c->at] & SEEN_CONTAINER;
    if (is_noted || (seen != SEEN_LIST && seen != SEEN_TUPLE)) {
        native_helper_call(c, do_get_iter, UINT32_MAX);
        return;
    }
    native_need_stored(c, i.b);
    native_object_of_type(c, i.b, seen == SEEN_LIST ? c->vm->types.list : c->vm->types.tuple);
    for (uint32_t n = 0; n < 3; n++) native_forget_register(c, i.a + n);
    emit_at(a, MOV_STORE, RAX, reg_place(i.a));
    emit_store_immediate(a, reg_place(i.a + 1u), (int32_t)from_small_int(0));
    emit_store_immediate(a, reg_place(i.a + 2u), (int32_t)iteration_word(seen == SEEN_LIST ? ITERATE_LIST : ITERATE_TUPLE, 0));
    native_changed(c);
}
void native_compile_loop(NativeCompiler *c) {
    uint32_t head = wide_target(c, c->at);
    native_begin_block(c, head);
    compile_attention(c);
    native_count_turn(c);
    if (!c->native->notes && !native_is_general(c) && next_item(c, head)) {
        native_to_instruction(c, emit_jump(&c->a), head + 1);
        return;
    }
    native_to_instruction(c, emit_jump(&c->a), head);
}
static void next_items(NativeCompiler *c, Instruction i, Instruction unpack) { // the UNPACK behind it is done, too
    Assembler *a = &c->a;
    native_begin_call(c);
    emit_at(a, LEA, RSI, reg_place(i.b));
    emit_at(a, LEA, RDX, reg_place(unpack.a));
    emit_constant(a, RCX, unpack.c);
    native_call_function(c, (const void *)(uintptr_t)iteration_next_items);
    emit_immediate_32(a, GROUP_CMP, RAX, 1);
    native_to_instruction(c, emit_jump_if(a, IF_EQUAL), c->at + 2);
    emit(a, TEST_REG_32, RAX, RAX);
    native_fail_if(c, IF_NEGATIVE);
    native_to_instruction(c, emit_jump_if(a, IF_EQUAL), short_target(c, c->at));
    native_leave_as_planned(c, emit_jump(a)); // there is no such shortcut
}
static void is_iteration(NativeCompiler *c, Instruction i, IterationKind kind, size_t *misses, unsigned *count) {
    emit_at(&c->a, MOV_LOAD_32, RAX, reg_place(i.b + 2u));
    emit_immediate_32(&c->a, GROUP_AND, RAX, 15 << 1);
    emit_immediate_32(&c->a, GROUP_CMP, RAX, (int32_t)kind << 1);
    misses[(*count)++] = emit_jump_if(&c->a, IF_NOT_EQUAL);
}
// The next key or value of a dict that has not changed (next_entry); all else goes on behind it.
static void next_of_dict(NativeCompiler *c, Instruction i, bool is_value) {
    Assembler *a = &c->a;
    Place at = reg_place(i.b + 1u);
    IterationKind kind = is_value ? ITERATE_VALUES : ITERATE_KEYS;
    size_t misses[3];
    unsigned count = 0;
    is_iteration(c, i, kind, misses, &count);
    emit_at(a, MOV_LOAD, RDX, reg_place(i.b));
    emit_at(a, MOV_LOAD_32, RAX, place_at(RDX, offsetof(Dict, used)));
    emit_immediate_32(a, GROUP_AND, RAX, DICT_STAMP_USED);
    emit_shift(a, SHIFT_LEFT, RAX, 32);
    emit_at(a, MOV_LOAD_32, RCX, place_at(RDX, offsetof(Dict, keys_version)));
    emit(a, OR_REG, RAX, RCX);
    emit_shift(a, SHIFT_LEFT, RAX, 5);
    emit_immediate(a, GROUP_OR, RAX, (int32_t)iteration_word(kind, 0));
    emit_at(a, CMP_REG, RAX, reg_place(i.b + 2u));
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, at);
    emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
    emit_at(a, CMP_REG, RCX, place_at(RDX, offsetof(Dict, filled)));
    native_to_instruction(c, emit_jump_if(a, IF_NOT_BELOW), short_target(c, c->at));
    _Static_assert(sizeof(DictEntry) == 16, "");
    emit_shift(a, SHIFT_LEFT, RCX, 4);
    emit_at(a, ADD_REG, RCX, place_at(RDX, offsetof(Dict, entries)));
    emit_at(a, MOV_LOAD, RAX, place_at(RCX, offsetof(DictEntry, key)));
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
    misses[count++] = emit_jump_if(a, IF_EQUAL);
    if (is_value) emit_at(a, MOV_LOAD, RAX, place_at(RCX, offsetof(DictEntry, value)));
    emit_immediate_at(a, GROUP_ADD, at, 2);
    emit_at(a, MOV_STORE, RAX, reg_place(i.a));
    native_to_instruction(c, emit_jump(a), c->at + 1);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
}
// The next item of an object of a built-in class (op_next_inline); all else goes on behind it.
static void next_of_iterator(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    size_t misses[5];
    unsigned count = 0;
    is_iteration(c, i, ITERATE_OBJECT, misses, &count);
    emit_at(a, MOV_LOAD, RSI, reg_place(i.b));
    emit_test_at_8(a, reg_place(i.b), 7);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RSI, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    _Static_assert(TYPE_HEAP < 256, "");
    emit_test_at_8(a, TYPE_FIELD(RCX, flags), TYPE_HEAP);
    misses[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, TYPE_FIELD(RCX, slots.next));
    emit(a, TEST_REG, RDX, RDX);
    misses[count++] = emit_jump_if(a, IF_EQUAL);
    emit_immediate_at(a, GROUP_SUB, VM_FIELD(fuel), 1);
    misses[count++] = emit_jump_if(a, IF_NEGATIVE);
    native_save_pc(c, c->at);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    emit_call_register(a, RDX);
    emit(a, TEST_REG, RAX, RAX);
    size_t good = emit_jump_if(a, IF_NOT_EQUAL);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_call_function(c, (const void *)(uintptr_t)op_next_failed);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    emit_target(a, good, a->size);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_END);
    native_to_instruction(c, emit_jump_if(a, IF_EQUAL), short_target(c, c->at));
    emit_at(a, MOV_STORE, RAX, reg_place(i.a));
    native_to_instruction(c, emit_jump(a), c->at + 1);
    for (unsigned n = 0; n < count; n++) emit_target(a, misses[n], a->size);
}
void native_compile_for_iter(NativeCompiler *c) {
    native_store_all(c, c->at), native_forget_all(c);
    if (instruction_at(c, c->at)->op == OP_FOR_ITER_RANGE) native_note_operands(c);
    if (!native_is_general(c) && next_item(c, c->at)) return;
    if (instruction_at(c, c->at)->op == OP_FOR_ITER) {
        Instruction i = *instruction_at(c, c->at);
        bool is_noted = native_note_operands(c);
        unsigned seen = c->native->seen[c->at] & (SEEN_GENERAL | SEEN_CONTAINER | 3 << 2), container = seen & SEEN_CONTAINER;
        bool is_any = is_noted || seen & SEEN_GENERAL || container == SEEN_CONTAINER;
        if (is_any || container == SEEN_GENERATOR) native_compile_resume(c, i);
        if (!is_any && (seen == SEEN_KEYS || seen == SEEN_VALUES)) next_of_dict(c, i, seen == SEEN_VALUES);
        if (is_any || seen == SEEN_ITERATOR) next_of_iterator(c, i);
    }
    if (instruction_at(c, c->at)->op == OP_FOR_ITER_UNPACKED) next_items(c, *instruction_at(c, c->at), *instruction_at(c, c->at + 1));
    else native_helper_call(c, do_next, short_target(c, c->at));
}

// ---- branches

static size_t count_of_container(unsigned seen) { // where its count is; 0: not known
    return seen == SEEN_LIST ? offsetof(List, count) : seen == SEEN_TUPLE ? offsetof(Tuple, count) : seen == SEEN_STR ? offsetof(Str, size) : seen == SEEN_DICT ? offsetof(Dict, used) : 0;
}
void native_truth_jump(NativeCompiler *c, Instruction i, bool wanted) {
    Assembler *a = &c->a;
    uint32_t target = wide_target(c, c->at);
    native_need_stored(c, i.a);
    if (c->known[i.a].kind == KIND_INT) {
        emit_immediate_at(a, GROUP_CMP, reg_place(i.a), 1);
        native_jump_if(c, wanted ? IF_NOT_EQUAL : IF_EQUAL, target);
        return;
    }
    if (!native_note_operands(c) && !native_is_general(c) && native_seen_left(c) == SEEN_BOOL) {
        emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)(wanted ? VALUE_TRUE : VALUE_FALSE));
        native_jump_if(c, IF_EQUAL, target);
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)(wanted ? VALUE_FALSE : VALUE_TRUE));
        native_leave_if(c, IF_NOT_EQUAL);
        return;
    }
    size_t count_at = native_is_general(c) || c->native->notes ? 0 : count_of_container(c->native->seen[c->at] & SEEN_CONTAINER);
    if (count_at) {
        emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
        size_t is_none = 0;
        if (wanted) is_none = emit_jump_if(a, IF_EQUAL);
        else native_jump_if(c, IF_EQUAL, target);
        emit_test_8(a, RAX, 7);
        native_leave_if(c, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
        emit_constant(a, RDX, (uint64_t)(uintptr_t)native_type_of_container(c->vm, c->native->seen[c->at] & SEEN_CONTAINER));
        emit_at(a, CMP_REG, RDX, place_at(RCX, offsetof(Shape, type)));
        native_leave_if(c, IF_NOT_EQUAL);
        emit_immediate_at(a, GROUP_CMP, place_at(RAX, count_at), 0);
        native_jump_if(c, wanted ? IF_NOT_EQUAL : IF_EQUAL, target);
        if (wanted) emit_target(a, is_none, a->size);
        return;
    }
    native_store_all(c, c->at), native_forget_all(c);
    size_t yes[4], no[4];
    unsigned yes_count = 0, no_count = 0;
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_TRUE);
    yes[yes_count++] = emit_jump_if(a, IF_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_FALSE);
    no[no_count++] = emit_jump_if(a, IF_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
    no[no_count++] = emit_jump_if(a, IF_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, 1);
    no[no_count++] = emit_jump_if(a, IF_EQUAL);
    emit_test_8(a, RAX, 1);
    yes[yes_count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_test_8(a, RAX, 7);
    size_t no_object = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_immediate_at(a, GROUP_CMP, TYPE_FIELD(RCX, slots.truth), 0);
    size_t has_truth = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate_at(a, GROUP_CMP, TYPE_FIELD(RCX, slots.length), 0);
    yes[yes_count++] = emit_jump_if(a, IF_EQUAL);
    emit_target(a, has_truth, a->size);
    emit_target(a, no_object, a->size);
    emit(a, MOV_LOAD, RSI, RAX);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_save_pc(c, c->at);
    native_call_function(c, (const void *)(uintptr_t)op_truth_slow);
    emit(a, TEST_REG_32, RAX, RAX);
    native_fail_if(c, IF_NEGATIVE);
    native_to_instruction(c, emit_jump_if(a, wanted ? IF_NOT_EQUAL : IF_EQUAL), target);
    size_t on = emit_jump(a);
    for (unsigned n = 0; n < (wanted ? yes_count : no_count); n++) emit_target(a, (wanted ? yes : no)[n], a->size);
    native_to_instruction(c, emit_jump(a), target);
    for (unsigned n = 0; n < (wanted ? no_count : yes_count); n++) emit_target(a, (wanted ? no : yes)[n], a->size);
    emit_target(a, on, a->size);
}
void native_compile_not(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    if (native_note_operands(c) || native_is_general(c) || native_seen_left(c) != SEEN_BOOL) {
        native_helper_call(c, do_not, UINT32_MAX);
        return;
    }
    native_need_stored(c, i.b);
    emit_at(a, MOV_LOAD, RAX, reg_place(i.b));
    emit_immediate(a, GROUP_XOR, RAX, (int32_t)(VALUE_TRUE ^ VALUE_FALSE));
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_TRUE);
    size_t is_true = emit_jump_if(a, IF_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_FALSE);
    native_leave_if(c, IF_NOT_EQUAL);
    emit_target(a, is_true, a->size);
    native_set_result(c, i.a, KIND_ANY);
}
void native_is_none_jump(NativeCompiler *c, Instruction i, bool wanted) {
    native_need_stored(c, i.a);
    emit_immediate_at(&c->a, GROUP_CMP, reg_place(i.a), (int32_t)VALUE_NONE);
    native_jump_if(c, wanted ? IF_EQUAL : IF_NOT_EQUAL, wide_target(c, c->at));
}

// ---- calls and returns

// Goes on in the code of the frame on top (RDX) at the instruction in RSI; where that is not native it is left for this reason, by the jump whose place is the result.
size_t native_enter_frame(Assembler *a, unsigned why) {
    emit_at(a, MOV_LOAD, RCX, CODE_FIELD(RDX, native_table));
    emit(a, TEST_REG, RCX, RCX);
    size_t none = emit_jump_if(a, IF_EQUAL);
    emit_at(a, SUB_REG, RSI, CODE_FIELD(RDX, code));
    emit_at(a, MOV_LOAD, ATTRIBUTES, CODE_FIELD(RDX, attributes));
    emit(a, ADD_REG, RCX, RSI);
    emit_jump_at(a, place_at(RCX, 0));
    emit_target(a, none, a->size);
    emit_at(a, LEA, RAX, place_at(RSI, why));
    return emit_jump(a);
}

// RAX = the callee, an object of the type that is at this place.
static void callee_of_type(NativeCompiler *c, Instruction i, Place type, size_t *misses, unsigned *miss_count) {
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, RAX, reg_place(i.a));
    emit_test_8(a, RAX, 7);
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
    emit_at(a, CMP_REG, RCX, type);
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
}
// The frame (R8) and the registers (RDI, to RCX) for the code in RDX; the registers are to be at this place.
static void place_frame(NativeCompiler *c, Place registers) {
    Assembler *a = &c->a;
    emit_at(a, MOVZX_16, RCX, CODE_FIELD(RDX, register_count));
    emit_at(a, LEA, RDI, registers);
    emit_at(a, LEA, RCX, place_indexed(RDI, RCX, 0));
    emit_at(a, LEA, R8, frame_place(sizeof(Frame)));
}
void native_check_room(NativeCompiler *c, Place registers, size_t *misses, unsigned *miss_count) {
    Assembler *a = &c->a;
    place_frame(c, registers);
    emit_at(a, CMP_REG, RCX, VM_FIELD(stack_high));
    misses[(*miss_count)++] = emit_jump_if(a, IF_ABOVE);
    emit_at(a, CMP_REG, R8, VM_FIELD(frames_end));
    misses[(*miss_count)++] = emit_jump_if(a, IF_EQUAL);
}
static void check_takes(NativeCompiler *c, uint16_t count, uint16_t key, size_t *misses, unsigned *miss_count) {
    if (key) emit_compare_at_16(&c->a, CODE_FIELD(RDX, call_key), key);
    else emit_compare_at_16(&c->a, CODE_FIELD(RDX, simple_arguments), count);
    misses[(*miss_count)++] = emit_jump_if(&c->a, IF_NOT_EQUAL);
}
// R[a] is a function that takes the arguments as they are: its frame is pushed. `first`: register of its first argument; key: 0: the count of arguments
static void push_frame(NativeCompiler *c, Instruction i, uint32_t first, uint16_t count, uint16_t key, size_t *misses, unsigned *miss_count) {
    Assembler *a = &c->a;
    callee_of_type(c, i, VM_FIELD(types.function), misses, miss_count);
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Function, code)));
    check_takes(c, count, key, misses, miss_count);
    native_check_room(c, reg_place(first), misses, miss_count);
    native_begin_frame(c, i.c, key);
}
// The frame at R8, with registers from RDI to RCX, of the code in RDX and the function in RAX. What it returns goes to R[to]; to: with the frame's flags << 16.
void native_fill_frame(NativeCompiler *c, uint32_t to) {
    Assembler *a = &c->a;
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
    emit_store_immediate_32(a, FRAME_FIELD(result_register), to);
    emit_at(a, MOV_STORE, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_STORE, RCX, VM_FIELD(stack_top));
}
void native_begin_frame(NativeCompiler *c, uint32_t to, uint16_t key) {
    Assembler *a = &c->a;
    native_fill_frame(c, to);
    emit_at(a, MOV_LOAD, RSI, key ? CODE_FIELD(RDX, behind_guards) : CODE_FIELD(RDX, code));
    emit_at(a, MOV_STORE, RSI, FRAME_FIELD(pc)); // what is no entry leaves to there
    emit_immediate_at_32(a, GROUP_CMP, VM_FIELD(attention), 0);
    size_t called = emit_jump_if(a, IF_EQUAL);
    emit_at(a, LEA, RAX, place_at(RSI, LEFT_AS_PLANNED));
    native_to_shared(c, emit_jump(a), c->area->leave);
    emit_target(a, called, a->size);
    native_to_shared(c, native_enter_frame(a, LEFT_AT_CALL), c->area->leave);
}
// R[a] is a class whose __init__ takes the arguments as they are: the instance is made, goes before them and before the frame's registers (interpreter.c: PUSH_CONSTRUCTOR).
static void push_constructor_frame(NativeCompiler *c, Instruction i, uint16_t key, size_t *misses, unsigned *miss_count) {
    Assembler *a = &c->a;
    uint32_t first = i.a + 1u, count = call_argument_count(i);
    callee_of_type(c, i, VM_FIELD(types.type), misses, miss_count);
    emit_at(a, MOV_LOAD_32, RCX, TYPE_FIELD(RAX, constructor_version));
    emit_at(a, CMP_REG_32, RCX, TYPE_FIELD(RAX, version));
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, TYPE_FIELD(RAX, constructor));
    emit_at(a, MOV_LOAD, RDX, place_at(RDX, offsetof(Function, code)));
    check_takes(c, (uint16_t)(count + 1), key, misses, miss_count);
    native_check_room(c, reg_place(first), misses, miss_count);
    emit(a, MOV_LOAD, RSI, RAX);
    native_save_pc(c, c->at);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_call_function(c, (const void *)(uintptr_t)native_new_instance);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    for (uint32_t n = count; n > 0; n--) {
        emit_at(a, MOV_LOAD, RCX, reg_place(first + n - 1));
        emit_at(a, MOV_STORE, RCX, reg_place(first + n));
    }
    emit_at(a, MOV_LOAD, RDX, reg_place(i.a));
    emit_at(a, MOV_STORE, RAX, reg_place(i.a));
    emit_at(a, MOV_STORE, RAX, reg_place(first));
    emit_at(a, MOV_LOAD, RAX, TYPE_FIELD(RDX, constructor));
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Function, code)));
    place_frame(c, reg_place(first));
    native_begin_frame(c, i.c | (uint32_t)FRAME_CONSTRUCTOR << 16, key);
}

// What built-in functions do with the commonest arguments, from register `first` on: the result is in RAX. All else goes to `slow`; false: all does.
static void exact_object(NativeCompiler *c, uint32_t reg, const Type *type, size_t *slow, unsigned *slow_count) { // RAX = R[reg]
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    emit_test_8(a, RAX, 7);
    slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
    emit_constant(a, RDX, (uint64_t)(uintptr_t)type);
    emit_at(a, CMP_REG, RDX, place_at(RCX, offsetof(Shape, type)));
    slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
}
static void small_int_in(NativeCompiler *c, int machine_register, uint32_t reg, size_t *slow, unsigned *slow_count) {
    emit_at(&c->a, MOV_LOAD, machine_register, reg_place(reg));
    emit_test_8(&c->a, machine_register, 1);
    slow[(*slow_count)++] = emit_jump_if(&c->a, IF_EQUAL);
}
static void tag_int(Assembler *a) { // RAX, which is not large
    emit(a, ADD_REG, RAX, RAX);
    emit_immediate(a, GROUP_OR, RAX, 1);
}
enum { EXTREME_MOST = 4 }; // arguments of min and max
static bool in_machine_code(NativeCompiler *c, const NativeDef *def, uint32_t first, uint32_t count, size_t *slow, unsigned *slow_count) {
    Assembler *a = &c->a;
    unsigned seen = c->native->seen[c->at];
    bool is_of_ints = (seen >> 2 & 3) == SEEN_INT;
    switch (def->flags & NATIVE_IN_MACHINE_CODE) {
    case NATIVE_LEN: {
        size_t count_at = (seen & SEEN_CONTAINER) == SEEN_STR ? offsetof(Str, length) : count_of_container(seen & SEEN_CONTAINER);
        if (!count_at) return false;
        exact_object(c, first, native_type_of_container(c->vm, seen & SEEN_CONTAINER), slow, slow_count);
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, count_at));
        tag_int(a);
        return true;
    }
    case NATIVE_APPEND: // (the receiver is a list)
        emit_at(a, MOV_LOAD, RDI, reg_place(first));
        emit_at(a, MOV_LOAD, RCX, place_at(RDI, offsetof(List, count)));
        emit_at(a, CMP_REG, RCX, place_at(RDI, offsetof(List, capacity)));
        slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_BELOW);
        emit_immediate_at(a, GROUP_ADD, place_at(RDI, offsetof(List, count)), 1);
        emit_at(a, MOV_LOAD, RDX, place_at(RDI, offsetof(List, items)));
        emit_at(a, LEA, RDX, place_indexed(RDX, RCX, 0));
        emit_at(a, MOV_LOAD, RAX, reg_place(first + 1));
        emit_at(a, MOV_STORE, RAX, place_at(RDX, 0));
        native_barrier(c, KIND_ANY);
        emit_constant(a, RAX, VALUE_NONE);
        return true;
    case NATIVE_POP: { // of the last item, where the memory stays as it is
        if (count != 1) return false;
        emit_at(a, MOV_LOAD, RDI, reg_place(first));
        emit_at(a, MOV_LOAD, RCX, place_at(RDI, offsetof(List, count)));
        emit_immediate(a, GROUP_SUB, RCX, 1);
        slow[(*slow_count)++] = emit_jump_if(a, IF_BELOW);
        emit_at(a, LEA, RDX, place_at(RCX, 0));
        emit(a, ADD_REG, RDX, RDX);
        emit_at(a, CMP_REG, RDX, place_at(RDI, offsetof(List, capacity)));
        size_t is_filled = emit_jump_if(a, IF_NOT_BELOW);
        emit_immediate_at(a, GROUP_CMP, place_at(RDI, offsetof(List, capacity)), LIST_SHRINKS_FROM);
        slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_BELOW);
        emit_target(a, is_filled, a->size);
        emit_at(a, MOV_STORE, RCX, place_at(RDI, offsetof(List, count)));
        emit_at(a, MOV_LOAD, RDX, place_at(RDI, offsetof(List, items)));
        emit_at(a, MOV_LOAD, RAX, place_indexed(RDX, RCX, 0));
        return true;
    }
    case NATIVE_ORD: // of a character of ASCII
        exact_object(c, first, c->vm->types.str, slow, slow_count);
        emit_immediate_at(a, GROUP_CMP, place_at(RAX, offsetof(Str, size)), 1);
        slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOVZX_8, RAX, place_at(RAX, offsetof(Str, text)));
        tag_int(a);
        return true;
    case NATIVE_CHR:
        small_int_in(c, RAX, first, slow, slow_count);
        emit_immediate(a, GROUP_CMP, RAX, (int32_t)from_small_int(127));
        slow[(*slow_count)++] = emit_jump_if(a, IF_ABOVE);
        emit_shift(a, SHIFT_RIGHT, RAX, 1);
        emit_at(a, MOV_LOAD, RAX, place_indexed(VM_ITSELF, RAX, offsetof(VM, ascii_strings)));
        return true;
    case NATIVE_ABS: {
        if (!is_of_ints) return false;
        small_int_in(c, RAX, first, slow, slow_count);
        emit_immediate(a, GROUP_CMP, RAX, 0);
        size_t positive = emit_jump_if(a, IF_NOT_LESS);
        emit_constant(a, RCX, 2); // (2 n + 1 becomes -2 n + 1)
        emit(a, SUB_REG, RCX, RAX);
        slow[(*slow_count)++] = emit_jump_if(a, IF_OVERFLOW);
        emit(a, MOV_LOAD, RAX, RCX);
        emit_target(a, positive, a->size);
        return true;
    }
    case NATIVE_MIN:
    case NATIVE_MAX:
        if (!is_of_ints || count < 2 || count > EXTREME_MOST) return false;
        small_int_in(c, RAX, first, slow, slow_count);
        for (uint32_t n = 1; n < count; n++) {
            small_int_in(c, RCX, first + n, slow, slow_count);
            emit(a, CMP_REG, RCX, RAX);
            size_t stays = emit_jump_if(a, (def->flags & NATIVE_IN_MACHINE_CODE) == NATIVE_MIN ? IF_NOT_LESS : IF_NOT_GREATER);
            emit(a, MOV_LOAD, RAX, RCX);
            emit_target(a, stays, a->size);
        }
        return true;
    case NATIVE_ISINSTANCE: // of the class itself
        emit_at(a, MOV_LOAD, RAX, reg_place(first));
        emit_test_8(a, RAX, 7);
        slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RCX, place_at(RAX, offsetof(Object, shape)));
        emit_at(a, MOV_LOAD, RCX, place_at(RCX, offsetof(Shape, type)));
        emit_at(a, CMP_REG, RCX, reg_place(first + 1));
        slow[(*slow_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_constant(a, RAX, VALUE_TRUE);
        return true;
    default: return false;
    }
}
enum { MISSES_MOST = 8 };
// The built-in function or method that was called here before, by its definition: the place of a jump behind the call. What is another goes to `misses`.
static size_t call_native_function(NativeCompiler *c, Instruction i, bool is_method_call, size_t *misses, unsigned *miss_count) {
    Assembler *a = &c->a;
    const NativeCallee callee = c->native->callees[c->at];
    const NativeDef *def = callee.def;
    callee_of_type(c, i, callee.is_method ? VM_FIELD(types.native_method) : VM_FIELD(types.native_function), misses, miss_count);
    emit_constant(a, RDX, (uint64_t)(uintptr_t)def);
    emit_at(a, CMP_REG, RDX, place_at(RAX, offsetof(Native, def)));
    misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    if (callee.is_method) {
        emit_at(a, MOV_LOAD, RDX, reg_place(i.a + 1u));
        emit_test_8(a, RDX, 7);
        misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOV_LOAD, RDX, place_at(RDX, offsetof(Object, shape)));
        emit_at(a, MOV_LOAD, RDX, place_at(RDX, offsetof(Shape, type)));
        emit_at(a, CMP_REG, RDX, place_at(RAX, offsetof(Native, type)));
        misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
    } else {
        emit_immediate_at(a, GROUP_CMP, place_at(RAX, offsetof(Native, self)), (int32_t)VALUE_UNBOUND);
        misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
        if (is_method_call) {
            emit_immediate_at(a, GROUP_CMP, reg_place(i.a + 1u), (int32_t)VALUE_UNBOUND);
            misses[(*miss_count)++] = emit_jump_if(a, IF_NOT_EQUAL);
        }
    }
    uint32_t first = i.a + 1u + (is_method_call && !callee.is_method), count = call_argument_count(i) + callee.is_method;
    size_t slow[2 * EXTREME_MOST], has_result = 0;
    unsigned slow_count = 0;
    if (in_machine_code(c, def, first, count, slow, &slow_count)) {
        has_result = emit_jump(a);
        for (unsigned n = 0; n < slow_count; n++) emit_target(a, slow[n], a->size);
    }
    native_save_pc(c, c->at);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    emit_at(a, LEA, RSI, reg_place(first));
    emit_constant(a, RDX, count);
    emit_constant(a, RCX, VALUE_UNBOUND); // names of keywords, where it asks for them
    native_call_function(c, def->flags & NATIVE_RAW ? (const void *)(uintptr_t)def->raw : (const void *)(uintptr_t)def->function);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    if (has_result) emit_target(a, has_result, a->size);
    emit_at(a, MOV_STORE, RAX, reg_place(i.c));
    return emit_jump(a);
}
void native_compile_call(NativeCompiler *c, Instruction i, bool is_method) {
    Assembler *a = &c->a;
    uint16_t count = (uint16_t)(call_argument_count(i) + is_method);
    bool is_proven = i.op == OP_CALL_PROVEN || i.op == OP_CALL_METHOD_PROVEN;
    native_store_all(c, c->at), native_forget_all(c);
    size_t misses[MISSES_MOST], done = 0;
    unsigned miss_count = 0;
    native_note_operands(c);
    const NativeCallee *callee = &c->native->callees[c->at];
    bool is_class = !is_method && callee->is_class, pushes = !is_class && (native_seen_left(c) == SEEN_FUNCTION || is_proven || callee->calls_functions);
    if (pushes) {
        if (is_method) {
            emit_immediate_at(a, GROUP_CMP, reg_place(i.a + 1u), (int32_t)VALUE_UNBOUND);
            misses[miss_count++] = emit_jump_if(a, IF_EQUAL);
        }
        push_frame(c, i, i.a + 1u, count, is_proven ? (uint16_t)(i.b + is_method) : 0, misses, &miss_count);
    } else if (is_class) {
        push_constructor_frame(c, i, i.op == OP_CALL_PROVEN ? (uint16_t)(i.b + 1) : 0, misses, &miss_count);
    }
    if (callee->def) {
        for (unsigned n = 0; n < miss_count; n++) emit_target(a, misses[n], a->size);
        miss_count = 0;
        done = call_native_function(c, i, is_method, misses, &miss_count);
    }
    for (unsigned n = 0; n < miss_count; n++) emit_target(a, misses[n], a->size);
    bool makes_range = !is_method && instruction_at(c, c->at + 1)->op == OP_GET_ITER;
    native_helper_call(c, is_method ? do_call_method : do_call, makes_range ? c->at + 2 : UINT32_MAX);
    if (done) emit_target(a, done, a->size);
}

void native_to_c(NativeCompiler *c) {
    Assembler *a = &c->a;
    emit_immediate(a, GROUP_SUB, FRAME, sizeof(Frame));
    emit_at(a, MOV_STORE, FRAME, VM_FIELD(frame));
    emit_at(a, MOV_STORE, RAX, VM_FIELD(native_result));
    emit_constant(a, RAX, LEFT_RETURNED);
    native_to_shared(c, emit_jump(a), c->area->leave);
}
void native_to_caller(NativeCompiler *c) {
    Assembler *a = &c->a;
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
    native_to_shared(c, native_enter_frame(a, LEFT_AS_PLANNED), c->area->leave);
}
// RAX is returned.
void native_leave_frame(NativeCompiler *c) {
    Assembler *a = &c->a;
    emit_at(a, MOVZX_16, RCX, FRAME_FIELD(flags));
    emit(a, TEST_REG_32, RCX, RCX);
    size_t plain = emit_jump_if(a, IF_EQUAL);
    emit_immediate_32(a, GROUP_CMP, RCX, FRAME_ENTRY);
    size_t no_entry = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate_at(a, GROUP_CMP, FRAME_FIELD(generator), 0);
    size_t generator = emit_jump_if(a, IF_NOT_EQUAL);
    native_to_c(c);
    emit_target(a, no_entry, a->size);
    emit_immediate_32(a, GROUP_CMP, RCX, FRAME_CONSTRUCTOR);
    size_t special = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_NONE);
    size_t result = emit_jump_if(a, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RAX, place_at(VM_REGISTERS, (size_t)-8));
    emit_target(a, plain, a->size);
    native_to_caller(c);
    emit_target(a, special, a->size);
    emit_target(a, result, a->size);
    emit_target(a, generator, a->size);
    native_helper_call(c, do_return, UINT32_MAX);
}
// What variables of a frame that ends hold in XMMs alone is stored only where it is left to the interpreter.
void native_return_value(NativeCompiler *c, uint32_t reg) {
    native_need_stored(c, reg);
    emit_at(&c->a, MOV_LOAD, RAX, reg_place(reg));
    native_leave_frame(c);
    native_forget_all(c);
}
#endif
