// Machine code for operators and comparisons.
#include "runtime/native_compiler.h"
#if HAS_NATIVE_CODE

// ---- operators

static void operand(NativeCompiler *c, NativeOperand o, int to) {
    if (o.is_constant) emit_constant(&c->a, to, o.value);
    else emit_at(&c->a, MOV_LOAD, to, reg_place(o.reg));
}
static bool int_operator(NativeCompiler *c, const NativeOperation *o);
// Of any types; small ints without a call.
static void binary_general(NativeCompiler *c, const NativeOperation *o) {
    Assembler *a = &c->a;
    size_t misses[8], ints_done = 0;
    native_store_all(c, c->at), native_forget_all(c);
    bool may_be_ints = (!o->right.is_constant || is_small_int(o->right.value)) && (!o->left.is_constant || is_small_int(o->left.value)) && !c->native->notes;
    if (may_be_ints) {
        c->misses = misses, c->miss_count = 0;
        may_be_ints = int_operator(c, o);
        c->misses = NULL;
        if (may_be_ints) ints_done = emit_jump(a);
        for (unsigned n = 0; n < c->miss_count; n++) emit_target(a, misses[n], a->size);
        native_forget_all(c);
    }
    native_begin_call(c);
    operand(c, o->left, RDX);
    operand(c, o->right, RCX);
    emit_constant(a, RSI, o->operator);
    native_call_function(c, o->kind == OPERATION_INPLACE ? (const void *)(uintptr_t)native_inplace : (const void *)(uintptr_t)native_arithmetic);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    size_t more = 0;
    if (o->kind != OPERATION_INPLACE) emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_END), more = emit_jump_if(a, IF_EQUAL);
    native_set_result(c, o->result, KIND_ANY);
    if (more) {
        size_t done = emit_jump(a);
        emit_target(a, more, a->size);
        native_helper_call(c, do_binary, UINT32_MAX);
        emit_target(a, done, a->size);
    }
    if (may_be_ints) emit_target(a, ints_done, a->size);
}

static unsigned power_of_two(Value constant) { // its exponent; 0: it is none, or 1
    int64_t number = is_small_int(constant) ? small_int(constant) : 0;
    return number > 1 && number < (int64_t)1 << 30 && !(number & (number - 1)) ? (unsigned)__builtin_ctzll((uint64_t)number) : 0;
}

static bool int_operator(NativeCompiler *c, const NativeOperation *o) { // false: not in machine code, and nothing was emitted
    Assembler *a = &c->a;
    NativeOperand left = o->left, right = o->right;
    int64_t constant = right.is_constant ? small_int(right.value) : 0;
    bool small_constant = right.is_constant && constant == (int32_t)(constant * 2) / 2 && constant * 2 == (int32_t)(constant * 2);
    switch (o->operator) {
    case SLOT_ADD:
    case SLOT_SUB:
        native_int_operand(c, left, RAX);
        if (small_constant) {
            emit_immediate(a, o->operator == SLOT_ADD ? GROUP_ADD : GROUP_SUB, RAX, (int32_t)(constant * 2));
        } else {
            native_int_operand(c, right, RCX);
            emit_immediate(a, GROUP_SUB, RCX, 1);
            emit(a, o->operator == SLOT_ADD ? ADD_REG : SUB_REG, RAX, RCX);
        }
        native_leave_if(c, IF_OVERFLOW);
        break;
    case SLOT_MULT:
        native_int_operand(c, left, RAX);
        native_int_operand(c, right, RCX);
        emit_immediate(a, GROUP_SUB, RAX, 1);
        emit_shift(a, SHIFT_ARITHMETIC, RCX, 1);
        emit(a, IMUL_REG, RAX, RCX);
        native_leave_if(c, IF_OVERFLOW);
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_BITAND:
    case SLOT_BITOR:
    case SLOT_BITXOR:
        native_int_operand(c, left, RAX);
        native_int_operand(c, right, RCX);
        emit(a, o->operator == SLOT_BITAND ? AND_REG : o->operator == SLOT_BITOR ? OR_REG : XOR_REG, RAX, RCX);
        if (o->operator == SLOT_BITXOR) emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_RSHIFT:
        if (right.is_constant && constant >= 0 && constant < 63) {
            native_int_operand(c, left, RAX);
            emit_shift(a, SHIFT_ARITHMETIC, RAX, (unsigned)constant);
        } else {
            native_int_operand(c, left, RAX);
            native_int_operand(c, right, RCX);
            emit_immediate(a, GROUP_CMP, RCX, 63 * 2 + 1);
            native_leave_if(c, IF_NOT_BELOW);
            emit_shift(a, SHIFT_RIGHT, RCX, 1);
            emit_shift_by_cl(a, SHIFT_ARITHMETIC, RAX);
        }
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_LSHIFT:
        native_int_operand(c, left, RAX);
        native_int_operand(c, right, RCX);
        emit_immediate(a, GROUP_CMP, RCX, 62 * 2 + 1);
        native_leave_if(c, IF_NOT_BELOW);
        emit_shift(a, SHIFT_RIGHT, RCX, 1);
        emit_immediate(a, GROUP_SUB, RAX, 1);
        emit(a, MOV_LOAD, RDX, RAX);
        emit_shift_by_cl(a, SHIFT_LEFT, RAX);
        emit(a, MOV_LOAD, RSI, RAX);
        emit_shift_by_cl(a, SHIFT_ARITHMETIC, RSI);
        emit(a, CMP_REG, RSI, RDX);
        native_leave_if(c, IF_NOT_EQUAL);
        emit_immediate(a, GROUP_OR, RAX, 1);
        break;
    case SLOT_MOD:
    case SLOT_FLOORDIV: {
        unsigned exponent = right.is_constant ? power_of_two(right.value) : 0;
        if (exponent) { // rounded down, and with the divisor's sign: so do the bits of negative ints
            native_int_operand(c, left, RAX);
            if (o->operator == SLOT_MOD) emit_immediate(a, GROUP_AND, RAX, (int32_t)((1u << (exponent + 1)) - 1));
            else emit_shift(a, SHIFT_ARITHMETIC, RAX, exponent), emit_immediate(a, GROUP_OR, RAX, 1);
            break;
        }
        bool is_mod = o->operator == SLOT_MOD;
        native_int_operand(c, left, RAX);
        native_int_operand(c, right, RCX);
        if (!right.is_constant || right.value == from_small_int(0)) emit_immediate(a, GROUP_CMP, RCX, 1), native_leave_if(c, IF_EQUAL);
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
        native_leave_if(c, IF_EQUAL);
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
    native_set_result(c, o->result, KIND_INT);
    return true;
}

static bool fits_exactly(Value v) { return small_int(v) >= -((int64_t)1 << 53) && small_int(v) < (int64_t)1 << 53; }
static bool float_operator(NativeCompiler *c, const NativeOperation *o, NativeKind left_kind, NativeKind right_kind) {
    Assembler *a = &c->a;
    static const unsigned opcodes[] = {[SLOT_ADD] = ADDSD, [SLOT_SUB] = SUBSD, [SLOT_MULT] = MULSD, [SLOT_DIV] = DIVSD};
    if (o->operator != SLOT_ADD && o->operator != SLOT_SUB && o->operator != SLOT_MULT && o->operator != SLOT_DIV) return false;
    if (o->operator == SLOT_DIV && o->right.is_constant && (right_kind == KIND_INT ? o->right.value == from_small_int(0) : false)) return false;
    bool is_exact = left_kind == KIND_INT && right_kind == KIND_INT; // a quotient of ints
    if (is_exact && ((o->left.is_constant && !fits_exactly(o->left.value)) || (o->right.is_constant && !fits_exactly(o->right.value)))) return false;
    int left = native_float_operand(c, o->left, left_kind, is_exact), right = native_float_operand(c, o->right, right_kind, is_exact);
    if (o->operator == SLOT_DIV && (!o->right.is_constant || right_kind == KIND_FLOAT)) {
        emit(a, XORPD, 0, 0);
        emit(a, UCOMISD, right, 0);
        native_leave_if(c, IF_EQUAL); // or not a number
    }
    int to = native_take_xmm(c);
    emit(a, MOVAPD, to, left);
    emit(a, opcodes[o->operator], to, right);
    native_own(c, to, o->result, true);
    native_unpin(c);
    return true;
}

// `object` = R[reg], a str of no subclass, or it leaves.
static void text_operand(NativeCompiler *c, uint32_t reg, int object) {
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, object, reg_place(reg));
    emit_test_8(a, object, 7);
    native_leave_if(c, IF_NOT_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(object, offsetof(Object, shape)));
    emit_at(a, MOV_LOAD, RDX, place_at(RDX, offsetof(Shape, type)));
    emit_at(a, CMP_REG, RDX, VM_FIELD(types.str));
    native_leave_if(c, IF_NOT_EQUAL);
}
static void add_texts(NativeCompiler *c, const NativeOperation *o) {
    Assembler *a = &c->a;
    native_store_all(c, c->at), native_forget_all(c);
    if (o->left.is_constant) emit_constant(a, RAX, o->left.value);
    else text_operand(c, o->left.reg, RAX);
    if (o->right.is_constant) emit_constant(a, RCX, o->right.value);
    else text_operand(c, o->right.reg, RCX);
    emit(a, MOV_LOAD, RSI, RAX);
    emit(a, MOV_LOAD, RDX, RCX);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_save_pc(c, c->at);
    native_call_function(c, (const void *)(uintptr_t)str_concat);
    emit(a, TEST_REG, RAX, RAX);
    native_fail_if(c, IF_EQUAL);
    native_set_result(c, o->result, KIND_ANY);
}
void native_operator(NativeCompiler *c, const NativeOperation *o) {
    if (native_note_operands(c) || native_is_general(c)) {
        binary_general(c, o);
        return;
    }
    NativeKind left = native_guess_kind(c, o->left, 0), right = native_guess_kind(c, o->right, 2);
    if (o->operator == SLOT_ADD && (c->native->seen[c->at] & SEEN_CONTAINER) == SEEN_STR && left == KIND_ANY && right == KIND_ANY) {
        add_texts(c, o);
        return;
    }
    bool adds = o->operator == SLOT_ADD || o->operator == SLOT_SUB || o->operator == SLOT_MULT;
    if (adds && (c->native->seen[c->at] & SEEN_CONTAINER) == SEEN_TRUTHS && left != KIND_FLOAT && right != KIND_FLOAT && (!o->left.is_constant || left == KIND_INT) && (!o->right.is_constant || right == KIND_INT)) {
        c->takes_truths = true;
        int_operator(c, o);
        c->takes_truths = false;
        return;
    }
    bool ints = left == KIND_INT && right == KIND_INT;
    bool done = left != KIND_ANY && right != KIND_ANY && (ints && o->operator != SLOT_DIV ? int_operator(c, o) : float_operator(c, o, left, right));
    if (!done) binary_general(c, o);
}
static const Condition int_conditions[] = {[COMPARE_EQ] = IF_EQUAL, [COMPARE_NE] = IF_NOT_EQUAL, [COMPARE_LT] = IF_LESS, [COMPARE_LE] = IF_NOT_GREATER, [COMPARE_GT] = IF_GREATER, [COMPARE_GE] = IF_NOT_LESS};
static Condition opposite(Condition condition) { return (Condition)(condition ^ 1); }

// ---- comparing texts

// Flags say "equal" if R[reg] is the constant text, of eight bytes at most.
static void same_as_short_text(NativeCompiler *c, uint32_t reg, const Str *text) {
    Assembler *a = &c->a;
    emit_at(a, MOV_LOAD, RAX, reg_place(reg));
    emit_constant(a, RCX, from_object(text));
    emit(a, CMP_REG, RAX, RCX);
    size_t same = emit_jump_if(a, IF_EQUAL), other = 0;
    text_operand(c, reg, RAX);
    emit_immediate_at(a, GROUP_CMP, place_at(RAX, offsetof(Str, size)), (int32_t)text->size);
    if (text->size) {
        other = emit_jump_if(a, IF_NOT_EQUAL);
        uint64_t bytes = 0;
        memcpy(&bytes, text->text, text->size);
        unsigned unused = 64 - 8 * (unsigned)text->size;
        emit_at(a, MOV_LOAD, RAX, place_at(RAX, offsetof(Str, text)));
        if (unused) emit_shift(a, SHIFT_LEFT, RAX, unused);
        emit_constant(a, RCX, bytes << unused);
        emit(a, CMP_REG, RAX, RCX);
        emit_target(a, other, a->size);
    }
    emit_target(a, same, a->size);
}
static int same_texts(const Str *left, const Str *right) { return !(left->flags & right->flags & STR_INTERNED) && str_same_bytes(left, right); }
// Flags as of ints for the comparison of two texts; what is none leaves.
static void compare_texts(NativeCompiler *c, const NativeOperation *o) {
    Assembler *a = &c->a;
    bool is_equality = o->operator <= COMPARE_NE;
    const Str *constant = o->right.is_constant ? (const Str *)as_object(o->right.value) : NULL;
    if (is_equality && constant && constant->size <= 8) {
        same_as_short_text(c, o->left.reg, constant);
        return;
    }
    native_store_all(c, c->at), native_forget_all(c); // for the call
    text_operand(c, o->left.reg, RAX);
    if (constant) emit_constant(a, RCX, o->right.value);
    else text_operand(c, o->right.reg, RCX);
    emit(a, CMP_REG, RAX, RCX);
    size_t decided[4];
    unsigned count = 0;
    decided[count++] = emit_jump_if(a, IF_EQUAL);
    emit_at(a, MOV_LOAD, RDX, place_at(RAX, offsetof(Str, size)));
    if (is_equality) {
        emit_at(a, CMP_REG, RDX, place_at(RCX, offsetof(Str, size)));
        decided[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    }
    emit_at(a, MOVZX_8, RSI, place_at(RAX, offsetof(Str, text))); // (of an empty one the 0 behind it)
    emit_at(a, MOVZX_8, RDI, place_at(RCX, offsetof(Str, text)));
    emit(a, CMP_REG, RSI, RDI);
    decided[count++] = emit_jump_if(a, IF_NOT_EQUAL);
    emit_immediate(a, GROUP_CMP, RDX, 1);
    size_t is_longer = emit_jump_if(a, IF_ABOVE);
    emit_at(a, CMP_REG, RDX, place_at(RCX, offsetof(Str, size)));
    decided[count++] = emit_jump(a);
    emit_target(a, is_longer, a->size);
    emit(a, MOV_LOAD, RDI, RAX);
    emit(a, MOV_LOAD, RSI, RCX);
    native_call_function(c, is_equality ? (const void *)(uintptr_t)same_texts : (const void *)(uintptr_t)str_compare);
    emit_immediate_32(a, GROUP_CMP, RAX, is_equality);
    for (unsigned n = 0; n < count; n++) emit_target(a, decided[n], a->size);
}

// Flags for the comparison; the condition that says that it holds. Of floats EQ and NE must look at the parity, too.
static bool compare(NativeCompiler *c, const NativeOperation *o, Condition *holds, bool *is_float) {
    Assembler *a = &c->a;
    NativeKind left = native_guess_kind(c, o->left, 0), right = native_guess_kind(c, o->right, 2);
    if ((c->native->seen[c->at] & SEEN_CONTAINER) == SEEN_STR && left == KIND_ANY && right == KIND_ANY && !o->left.is_constant) {
        *is_float = false, *holds = int_conditions[o->operator];
        compare_texts(c, o);
        return true;
    }
    if (left == KIND_ANY || right == KIND_ANY) return false;
    *is_float = left == KIND_FLOAT || right == KIND_FLOAT;
    if (!*is_float) {
        *holds = int_conditions[o->operator];
        if (o->right.is_constant && (int64_t)o->right.value == (int32_t)o->right.value && !o->left.is_constant) {
            if (c->known[o->left.reg].kind != KIND_INT) emit_test_at_8(a, reg_place(o->left.reg), 1), native_leave_if(c, IF_EQUAL);
            emit_immediate_at(a, GROUP_CMP, reg_place(o->left.reg), (int32_t)o->right.value);
            return true;
        }
        native_int_operand(c, o->left, RAX);
        native_int_operand(c, o->right, RCX);
        emit(a, CMP_REG, RAX, RCX);
        return true;
    }
    bool is_mixed = left != right; // of large ints the comparison is exact
    if (is_mixed && ((o->left.is_constant && left == KIND_INT && !fits_exactly(o->left.value)) || (o->right.is_constant && right == KIND_INT && !fits_exactly(o->right.value)))) return false;
    int x = native_float_operand(c, o->left, left, is_mixed), y = native_float_operand(c, o->right, right, is_mixed);
    bool swaps = o->operator == COMPARE_LT || o->operator == COMPARE_LE; // "above" is false of what is not a number
    emit(a, UCOMISD, swaps ? y : x, swaps ? x : y);
    native_unpin(c);
    *holds = o->operator == COMPARE_EQ ? IF_EQUAL : o->operator == COMPARE_NE ? IF_NOT_EQUAL : o->operator == COMPARE_LT || o->operator == COMPARE_GT ? IF_ABOVE : IF_NOT_BELOW;
    return true;
}
void native_compare_jump(NativeCompiler *c, const NativeOperation *o, uint32_t target) {
    Condition holds;
    bool is_float;
    if (native_note_operands(c) || native_is_general(c) || !compare(c, o, &holds, &is_float)) {
        native_helper_call(c, do_compare_jump, target);
        return;
    }
    if (is_float && o->operator == COMPARE_EQ) native_jump_if(c, IF_PARITY, target);
    if (is_float && o->operator == COMPARE_NE) { // not a number: it holds
        size_t parity = emit_jump_if(&c->a, IF_PARITY);
        native_jump_if(c, IF_EQUAL, target);
        emit_target(&c->a, parity, c->a.size);
        return;
    }
    native_jump_if(c, opposite(holds), target);
}
// RAX's byte is turned into a bool, the result.
static void set_bool(NativeCompiler *c, uint32_t reg) {
    emit(&c->a, MOVZX_8, RAX, RAX);
    emit_shift_32(&c->a, SHIFT_LEFT, RAX, 3);
    emit_immediate(&c->a, GROUP_ADD, RAX, (int32_t)VALUE_FALSE);
    native_set_result(c, reg, KIND_ANY);
}
void native_compare_value(NativeCompiler *c, const NativeOperation *o) {
    Assembler *a = &c->a;
    Condition holds;
    bool is_float;
    if (native_note_operands(c) || native_is_general(c) || !compare(c, o, &holds, &is_float)) {
        native_helper_call(c, do_compare, UINT32_MAX);
        return;
    }
    emit_set(a, holds, RAX);
    if (is_float && (o->operator == COMPARE_EQ || o->operator == COMPARE_NE)) {
        emit_set(a, o->operator == COMPARE_EQ ? IF_NO_PARITY : IF_PARITY, RCX);
        emit(a, o->operator == COMPARE_EQ ? 0x22 : 0x0A, RAX, RCX); // and, or of bytes
    }
    set_bool(c, o->result);
}
// The text that the instruction before this one loads into the register, where that is sure; NULL.
static const Str *constant_text(const NativeCompiler *c, uint32_t reg) {
    if (c->at == 0 || c->leads[c->at] || instruction_at(c, c->at - 1)->op != OP_LOAD_CONST || instruction_at(c, c->at - 1)->a != reg) return NULL;
    Value value = c->code->constants[instruction_wide(*instruction_at(c, c->at - 1))];
    return is_exactly(value, c->vm->types.str) ? (const Str *)as_object(value) : NULL;
}
// RAX's byte: whether the text R[i.b] is in another one, as the condition says: EQUAL: it is not.
static void text_in_text(NativeCompiler *c, Instruction i, Condition holds) {
    Assembler *a = &c->a;
    const Str *text = constant_text(c, i.c);
    size_t done = 0;
    text_operand(c, i.b, RAX);
    if (text && str_is_ascii(text)) { // a letter: one of a set of 128
        uint64_t letters[2] = {0};
        for (size_t n = 0; n < text->size; n++) letters[text->text[n] >> 6] |= (uint64_t)1 << (text->text[n] & 63);
        emit_immediate_at(a, GROUP_CMP, place_at(RAX, offsetof(Str, size)), 1);
        size_t is_no_letter = emit_jump_if(a, IF_NOT_EQUAL);
        emit_at(a, MOVZX_8, RCX, place_at(RAX, offsetof(Str, text)));
        emit_constant(a, RDX, letters[0]);
        emit_test_8(a, RCX, 64);
        size_t is_low = emit_jump_if(a, IF_EQUAL);
        emit_constant(a, RDX, letters[1]);
        emit_target(a, is_low, a->size);
        emit(a, BIT_TEST, RCX, RDX);
        emit_set(a, holds == IF_NOT_EQUAL ? IF_BELOW : IF_NOT_BELOW, RAX);
        done = emit_jump(a);
        emit_target(a, is_no_letter, a->size);
        emit(a, MOV_LOAD, RSI, RAX);
        emit_at(a, MOV_LOAD, RCX, reg_place(i.c));
    } else {
        emit(a, MOV_LOAD, RSI, RAX);
        text_operand(c, i.c, RCX);
    }
    emit(a, MOV_LOAD, RDX, RSI);
    emit(a, MOV_LOAD, RSI, RCX);
    emit(a, MOV_LOAD, RDI, VM_ITSELF);
    native_call_function(c, (const void *)(uintptr_t)str_contains);
    emit_test_8(a, RAX, 0xFF);
    emit_set(a, holds, RAX);
    if (done) emit_target(a, done, a->size);
}
void native_compile_in(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    bool is_noted = native_note_operands(c) || native_is_general(c);
    unsigned seen = c->native->seen[c->at] & SEEN_CONTAINER;
    Condition holds = i.op == OP_IN ? IF_NOT_EQUAL : IF_EQUAL;
    if (is_noted || (seen != SEEN_STR && seen != SEEN_DICT && seen != SEEN_TUPLE)) {
        if (i.op == OP_IN) native_slow_path(c, slow_contains);
        else native_helper_call(c, do_not_in, UINT32_MAX);
        return;
    }
    native_store_all(c, c->at), native_forget_all(c);
    if (seen == SEEN_STR) {
        text_in_text(c, i, holds);
    } else {
        native_object_of_type(c, i.c, seen == SEEN_DICT ? c->vm->types.dict : c->vm->types.tuple);
        emit(a, MOV_LOAD, RSI, RAX);
        emit(a, MOV_LOAD, RDI, VM_ITSELF);
        native_save_pc(c, c->at);
        emit_at(a, MOV_LOAD, RDX, reg_place(i.b));
        native_call_function(c, seen == SEEN_DICT ? (const void *)(uintptr_t)native_dict_get : (const void *)(uintptr_t)native_tuple_contains);
        if (seen == SEEN_DICT) {
            emit(a, TEST_REG, RAX, RAX);
            native_fail_if(c, IF_EQUAL);
            emit_immediate(a, GROUP_CMP, RAX, (int32_t)VALUE_UNBOUND);
        } else {
            emit(a, TEST_REG_32, RAX, RAX);
            native_fail_if(c, IF_NEGATIVE);
        }
        emit_set(a, holds, RAX);
    }
    set_bool(c, i.a);
}
void native_compile_negative(NativeCompiler *c, Instruction i) {
    Assembler *a = &c->a;
    NativeOperand o = {.reg = i.b};
    NativeKind kind = native_guess_kind(c, o, 0);
    if (native_note_operands(c) || native_is_general(c) || kind == KIND_ANY) {
        native_helper_call(c, do_negative, UINT32_MAX);
    } else if (kind == KIND_INT) {
        native_int_operand(c, o, RCX);
        emit_constant(a, RAX, 2);
        emit(a, SUB_REG, RAX, RCX);
        native_leave_if(c, IF_OVERFLOW);
        native_set_result(c, i.a, KIND_INT);
    } else {
        int from = native_float_operand(c, o, kind, false), to = native_take_xmm(c);
        emit_constant(a, RAX, (uint64_t)1 << 63);
        emit(a, MOVQ_TO_XMM, to, RAX);
        emit(a, XORPD, to, from);
        native_own(c, to, i.a, true);
        native_unpin(c);
    }
}
#endif
