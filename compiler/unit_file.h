// A CodeUnit with its children as bytes, and back: what is kept in a file so that a program need not be compiled again.
//
//     names     count, then where each ends, then their bytes: 32 bits each number, in the order of this machine. By number in what follows
//     unit      head: what making a function of it needs; size of the body in 32 bits; body: counts, instructions, their spans and lines, names, constants, children as units
//               (unit_reader.h)
//
// Types of registers and results have their version before them (0: there are none); a file with another version is no file.
// Numbers are LEB128 (signed ones zigzag), instructions their opcode in 16 bits and their other fields, spans and lines differences from the one before. There is no other version in it:
// whoever keeps the bytes keeps beside them which build of Typhon wrote them (embed/code_cache.h).
//
// Most functions of a large program are not called in a run of it: code_from_bytes (runtime/objects/function.h) reads only their heads, and the whole when one
// is first called.
#ifndef TYPHON_COMPILER_UNIT_FILE_H
#define TYPHON_COMPILER_UNIT_FILE_H
#include "compiler/unit.h"

typedef struct UnitBytes {
    const uint8_t *bytes;
    size_t size;
} UnitBytes;

// The bytes lie in `arena`. All units of the tree must have the same source.
UnitBytes unit_write(const CodeUnit *unit, TreeArena *arena);
// A unit of `source` in `arena`, or NULL when the bytes are not what unit_write makes: whatever they are, nothing is read beyond them. What comes from
// where others can write is to be asked for unit_is_valid before it is loaded.
CodeUnit *unit_read(UnitBytes bytes, const Source *source, TreeArena *arena, AtomTable *atoms);
#endif
