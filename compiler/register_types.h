// What is known of the types of values in registers, from the instructions alone.
//
// TypeSet: a bit for each built-in type that a value may be of, exactly (an instance of a subclass is OTHER, and so is all else). The empty set: no
// value at all. ANY_TYPE: nothing is known.
//
//     result_types(known, i)   what instruction i leaves in the register it writes first, if its operands are what `known` says
//
// compile: the least sets, one a register for the whole unit, that hold all results and what the parameters bring (register_types_find).
// verify:  each set given holds them (register_types_are_valid). Sets are kept in the unit as one byte each, a ProvenType (unit.h), which may be a larger set.
#ifndef TYPHON_COMPILER_REGISTER_TYPES_H
#define TYPHON_COMPILER_REGISTER_TYPES_H
#include "compiler/unit.h"

typedef uint16_t TypeSet;
enum {
    TYPE_INT = GUARD_INT, TYPE_FLOAT = GUARD_FLOAT, TYPE_COMPLEX = GUARD_COMPLEX, TYPE_STR = GUARD_STR, TYPE_BYTES = GUARD_BYTES,
    TYPE_BYTEARRAY = GUARD_BYTEARRAY, TYPE_BOOL = GUARD_BOOL, TYPE_LIST = GUARD_LIST, TYPE_DICT = GUARD_DICT, TYPE_TUPLE = GUARD_TUPLE,
    TYPE_FROZENSET = GUARD_FROZENSET, TYPE_SET = GUARD_SET, TYPE_NONE_VALUE = GUARD_NONE,
    TYPE_OTHER = 1 << 15,
    ANY_TYPE = GUARD_TYPES | TYPE_OTHER,
};

typedef struct KnownTypes {
    const UnitConstant *constants;
    const TypeSet *sets; // of each register for the whole life of a frame; NULL: nothing is known of registers
    // Of those that were written since the last place that control may come to from elsewhere; blocks[reg] == block says that `now` has it.
    const TypeSet *now;
    const uint32_t *blocks;
    uint32_t block;
} KnownTypes;
TypeSet result_types(const KnownTypes *known, Instruction i);
// The types a guard lets pass, subclasses apart.
TypeSet types_of_guard(uint16_t mask);

typedef struct WrittenRegisters {
    uint32_t first, count; // R[first] gets the result; the others anything
    uint32_t also, also_count; // others that may get anything
} WrittenRegisters;
WrittenRegisters written_registers(Instruction i);

// The register_types of the unit and of all below it, in `arena`. Parameters and code are complete.
void register_types_find(CodeUnit *unit, TreeArena *arena);
TypeSet proven_type_set(uint8_t type); // of a ProvenType
bool register_types_are_valid(const CodeUnit *unit);
#endif
