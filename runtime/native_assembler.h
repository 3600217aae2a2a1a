// Machine instructions of x86-64, as many as native_compiler.h needs: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2. A place is
// [base + index * 8 + displacement]. Registers are numbered as in the encoding.
#ifndef TYPHON_RUNTIME_NATIVE_ASSEMBLER_H
#define TYPHON_RUNTIME_NATIVE_ASSEMBLER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef enum MachineRegister { RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15, NO_INDEX = -1 } MachineRegister;
typedef enum Condition { IF_OVERFLOW, IF_NO_OVERFLOW, IF_BELOW, IF_NOT_BELOW, IF_EQUAL, IF_NOT_EQUAL, IF_NOT_ABOVE, IF_ABOVE, IF_NEGATIVE, IF_NOT_NEGATIVE, IF_PARITY, IF_NO_PARITY, IF_LESS, IF_NOT_LESS, IF_NOT_GREATER, IF_GREATER } Condition;

typedef struct Assembler {
    uint8_t *bytes;
    size_t size, capacity;
    bool is_full; // something did not fit
} Assembler;
typedef struct Place {
    int base, index;
    int32_t displacement;
} Place;
static inline Place place_at(int base, size_t displacement) { return (Place){base, NO_INDEX, (int32_t)displacement}; }
static inline Place place_indexed(int base, int index, size_t displacement) { return (Place){base, index, (int32_t)displacement}; }

static inline void put_bytes(Assembler *a, const void *bytes, size_t count) {
    if (a->capacity - a->size < count) {
        a->is_full = true;
        return;
    }
    memcpy(a->bytes + a->size, bytes, count);
    a->size += count;
}
static inline void put_byte(Assembler *a, unsigned byte) { put_bytes(a, &(uint8_t){(uint8_t)byte}, 1); }
static inline void put_word(Assembler *a, int32_t word) { put_bytes(a, &word, sizeof word); }

// Opcodes: the byte, OPCODE_0F before it, a prefix in the second byte, OPCODE_WIDE for 64 bits.
enum { OPCODE_0F = 0x10000, OPCODE_WIDE = 0x20000, PREFIX_66 = 0x6600, PREFIX_F2 = 0xF200 };
static inline void put_opcode(Assembler *a, unsigned opcode, int reg, int index, int base) {
    if (opcode >> 8 & 0xFF) put_byte(a, opcode >> 8 & 0xFF);
    unsigned rex = 0x40 | (opcode & OPCODE_WIDE ? 8 : 0) | (unsigned)(reg >> 3 & 1) << 2 | (unsigned)(index >> 3 & 1) << 1 | (unsigned)(base >> 3 & 1);
    if (rex != 0x40) put_byte(a, rex);
    if (opcode & OPCODE_0F) put_byte(a, 0x0F);
    put_byte(a, opcode & 0xFF);
}
static inline void emit(Assembler *a, unsigned opcode, int reg, int rm) {
    put_opcode(a, opcode, reg, 0, rm);
    put_byte(a, 0xC0 | (unsigned)(reg & 7) << 3 | (unsigned)(rm & 7));
}
static inline void emit_at(Assembler *a, unsigned opcode, int reg, Place p) {
    bool has_index = p.index != NO_INDEX, needs_sib = has_index || (p.base & 7) == RSP, is_short = p.displacement == (int8_t)p.displacement;
    put_opcode(a, opcode, reg, has_index ? p.index : 0, p.base);
    put_byte(a, (is_short ? 0x40u : 0x80u) | (unsigned)(reg & 7) << 3 | (needs_sib ? (unsigned)RSP : (unsigned)(p.base & 7)));
    if (needs_sib) put_byte(a, 0xC0u | (unsigned)(has_index ? p.index & 7 : RSP) << 3 | (unsigned)(p.base & 7));
    if (is_short) put_byte(a, (uint8_t)p.displacement);
    else put_word(a, p.displacement);
}

enum { // reg, rm
    MOV_LOAD = 0x8B | OPCODE_WIDE, MOV_STORE = 0x89 | OPCODE_WIDE, MOV_LOAD_32 = 0x8B, MOV_STORE_32 = 0x89, MOVZX_16 = 0xB7 | OPCODE_0F, MOVZX_8 = 0xB6 | OPCODE_0F, LEA = 0x8D | OPCODE_WIDE,
    ADD_REG = 0x03 | OPCODE_WIDE, SUB_REG = 0x2B | OPCODE_WIDE, CMP_REG = 0x3B | OPCODE_WIDE, AND_REG = 0x23 | OPCODE_WIDE, OR_REG = 0x0B | OPCODE_WIDE, XOR_REG = 0x33 | OPCODE_WIDE, IMUL_REG = 0xAF | OPCODE_0F | OPCODE_WIDE,
    XOR_REG_32 = 0x33, CMP_REG_32 = 0x3B, TEST_REG = 0x85 | OPCODE_WIDE, TEST_REG_32 = 0x85, BIT_TEST = 0xA3 | OPCODE_0F | OPCODE_WIDE,
    MOVSD_LOAD = 0x10 | OPCODE_0F | PREFIX_F2, MOVSD_STORE = 0x11 | OPCODE_0F | PREFIX_F2, MOVAPD = 0x28 | OPCODE_0F | PREFIX_66, ADDSD = 0x58 | OPCODE_0F | PREFIX_F2, MULSD = 0x59 | OPCODE_0F | PREFIX_F2,
    SUBSD = 0x5C | OPCODE_0F | PREFIX_F2, DIVSD = 0x5E | OPCODE_0F | PREFIX_F2, UCOMISD = 0x2E | OPCODE_0F | PREFIX_66, XORPD = 0x57 | OPCODE_0F | PREFIX_66, CVTSI2SD = 0x2A | OPCODE_0F | OPCODE_WIDE | PREFIX_F2,
    MOVQ_TO_XMM = 0x6E | OPCODE_0F | OPCODE_WIDE | PREFIX_66, MOVQ_FROM_XMM = 0x7E | OPCODE_0F | OPCODE_WIDE | PREFIX_66, // reg: the xmm
};
// The group of opcode 81, by the number in the encoding's reg field.
enum { GROUP_ADD = 0, GROUP_OR = 1, GROUP_AND = 4, GROUP_SUB = 5, GROUP_XOR = 6, GROUP_CMP = 7 };
static inline void emit_immediate(Assembler *a, int group, int rm, int32_t value) {
    bool is_short = value == (int8_t)value;
    emit(a, (is_short ? 0x83u : 0x81u) | OPCODE_WIDE, group, rm);
    if (is_short) put_byte(a, (uint8_t)value);
    else put_word(a, value);
}
static inline void emit_immediate_32(Assembler *a, int group, int rm, int32_t value) {
    emit(a, 0x81, group, rm);
    put_word(a, value);
}
static inline void emit_immediate_at(Assembler *a, int group, Place p, int32_t value) {
    emit_at(a, 0x81 | OPCODE_WIDE, group, p);
    put_word(a, value);
}
static inline void emit_immediate_at_32(Assembler *a, int group, Place p, int32_t value) {
    emit_at(a, 0x81, group, p);
    put_word(a, value);
}
static inline void emit_compare_at_16(Assembler *a, Place p, uint16_t value) {
    emit_at(a, 0x81 | PREFIX_66, GROUP_CMP, p);
    put_bytes(a, &value, sizeof value);
}
static inline void emit_compare_at_8(Assembler *a, Place p, uint8_t value) {
    emit_at(a, 0x80, GROUP_CMP, p);
    put_byte(a, value);
}
static inline void emit_store_immediate(Assembler *a, Place p, int32_t value) { // 64 bits, sign-extended
    emit_at(a, 0xC7 | OPCODE_WIDE, 0, p);
    put_word(a, value);
}
static inline void emit_store_immediate_32(Assembler *a, Place p, uint32_t value) {
    emit_at(a, 0xC7, 0, p);
    put_word(a, (int32_t)value);
}
static inline void emit_store_immediate_8(Assembler *a, Place p, uint8_t value) {
    emit_at(a, 0xC6, 0, p);
    put_byte(a, value);
}
static inline void emit_test_at_8(Assembler *a, Place p, uint8_t mask) {
    emit_at(a, 0xF6, 0, p);
    put_byte(a, mask);
}
static inline void emit_test_at_16(Assembler *a, Place p, uint16_t mask) {
    emit_at(a, 0xF7 | PREFIX_66, 0, p);
    put_bytes(a, &mask, sizeof mask);
}
static inline void emit_test_8(Assembler *a, int reg, uint8_t mask) { // RAX .. RDX
    emit(a, 0xF6, 0, reg);
    put_byte(a, mask);
}
typedef enum Shift { SHIFT_ROTATE_LEFT = 0, SHIFT_ROTATE_RIGHT = 1, SHIFT_LEFT = 4, SHIFT_RIGHT = 5, SHIFT_ARITHMETIC = 7 } Shift;
static inline void emit_shift(Assembler *a, Shift shift, int reg, unsigned count) {
    emit(a, 0xC1 | OPCODE_WIDE, (int)shift, reg);
    put_byte(a, count);
}
static inline void emit_shift_32(Assembler *a, Shift shift, int reg, unsigned count) {
    emit(a, 0xC1, (int)shift, reg);
    put_byte(a, count);
}
static inline void emit_shift_by_cl(Assembler *a, Shift shift, int reg) { emit(a, 0xD3 | OPCODE_WIDE, (int)shift, reg); }
static inline void emit_constant(Assembler *a, int reg, uint64_t value) {
    if (value <= UINT32_MAX) { // a write to the low half clears the high one
        if (reg >= R8) put_byte(a, 0x41);
        put_byte(a, 0xB8u | (unsigned)(reg & 7));
        put_word(a, (int32_t)(uint32_t)value);
        return;
    }
    put_byte(a, reg >= R8 ? 0x49 : 0x48);
    put_byte(a, 0xB8u | (unsigned)(reg & 7));
    put_bytes(a, &value, sizeof value);
}
static inline void emit_set(Assembler *a, Condition condition, int reg) { // RAX .. RDX: the low byte
    put_byte(a, 0x0F), put_byte(a, 0x90u | (unsigned)condition), put_byte(a, 0xC0u | (unsigned)reg);
}
// Jumps over 32 bits; the place of the displacement, for emit_target.
static inline size_t emit_jump_if(Assembler *a, Condition condition) {
    put_byte(a, 0x0F), put_byte(a, 0x80u | (unsigned)condition), put_word(a, 0);
    return a->size - 4;
}
static inline size_t emit_jump(Assembler *a) {
    put_byte(a, 0xE9), put_word(a, 0);
    return a->size - 4;
}
static inline size_t emit_call_near(Assembler *a) {
    put_byte(a, 0xE8), put_word(a, 0);
    return a->size - 4;
}
static inline void emit_target(Assembler *a, size_t at, size_t target) {
    if (a->is_full) return;
    int32_t distance = (int32_t)((ptrdiff_t)target - (ptrdiff_t)at - 4);
    memcpy(a->bytes + at, &distance, sizeof distance);
}
static inline void emit_call_register(Assembler *a, int reg) { emit(a, 0xFF, 2, reg); }
static inline void emit_jump_register(Assembler *a, int reg) { emit(a, 0xFF, 4, reg); }
static inline void emit_jump_at(Assembler *a, Place p) { emit_at(a, 0xFF, 4, p); }
static inline void emit_push(Assembler *a, int reg) {
    if (reg >= R8) put_byte(a, 0x41);
    put_byte(a, 0x50u | (unsigned)(reg & 7));
}
static inline void emit_pop(Assembler *a, int reg) {
    if (reg >= R8) put_byte(a, 0x41);
    put_byte(a, 0x58u | (unsigned)(reg & 7));
}
static inline void emit_return(Assembler *a) { put_byte(a, 0xC3); }
#endif
