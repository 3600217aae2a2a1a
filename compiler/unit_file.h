// A CodeUnit with its children as bytes, and back: what is kept in a file so that a program need not be compiled again.
//
//     names     count, then each name's size and bytes           atoms, by number in what follows
//     unit      its fields in the order of unit.h, then its children as units
//
// Numbers are LEB128 (signed ones zigzag), instructions their four fields, spans differences from the one before. There is no version in it:
// whoever keeps the bytes keeps beside them which build of Typhon wrote them (embed/code_cache.h).
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
