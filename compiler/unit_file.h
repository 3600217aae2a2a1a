// A CodeUnit with its children as bytes, and back: what is kept in a file so that a program need not be compiled again.
//
//     names     count, then where each ends, then their bytes: 32 bits each number, in the order of this machine. By number in what follows
//     unit      head: what making a function of it needs; size of the body in 32 bits; body: instructions, names, constants, children as units
//
// Types of registers and results have their version before them (0: there are none); a file with another version is no file.
// Numbers are LEB128 (signed ones zigzag), instructions their four fields, spans and lines differences from the one before. There is no other version in it:
// whoever keeps the bytes keeps beside them which build of Typhon wrote them (embed/code_cache.h).
//
// Most functions of a large program are not called in a run of it. unit_open reads only their heads: the whole can be read when one is first called.
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
// Likewise, but functions in it (not generators and coroutines, which may be suspended before they begin) are units with `unread_at`.
CodeUnit *unit_open(UnitBytes bytes, const Source *source, TreeArena *arena, AtomTable *atoms);
// The unit whose `unread_at` is `at`: its functions are again unread. Of `source` only the size is used. Equal names need not be the same atom.
CodeUnit *unit_read_at(UnitBytes bytes, uint32_t at, const Source *source, TreeArena *arena);
#endif
