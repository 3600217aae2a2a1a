// The library modules written in Python, compiled while Typhon was built (tools/compile_library.c).
#ifndef TYPHON_EMBED_LIBRARY_UNITS_H
#define TYPHON_EMBED_LIBRARY_UNITS_H
#include "compiler/unit_file.h"

extern const UnitBytes embedded_units[]; // in the order of embedded_sources (runtime/modules/modules.h)
extern const uint64_t embedded_instructions[]; // a digest of opcodes.def, what it says of each: the two words of a Digest
extern const size_t embedded_units_count; // 0 in the core library: its modules are compiled when they are imported

// The unit of a library module's source; false: `source` is not the text in the binary.
bool library_unit(const Source *source, TreeArena *arena, UnitBytes *bytes);
#endif
