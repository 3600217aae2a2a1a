// Atom: an interned name. Within one AtomTable equal names are the same pointer, so names compare with ==.
// The text is UTF-8, NFKC-normalised for identifiers, NUL-terminated. A table belongs to one compilation session or
// one VM; there is no global one. Names that the front end itself asks for ("__init__", "self"...) are listed in
// base/atoms.def and reached as atoms->known[ATOM___init__].
#ifndef TYPHON_BASE_ATOM_H
#define TYPHON_BASE_ATOM_H
#include "base/arena.h"
#include <stdint.h>

typedef struct Atom {
    uint32_t hash;
    uint32_t size;  // bytes, without the NUL
    uint32_t index; // position in the order of interning: dense, for side tables
    uint32_t known; // 1 + the KnownAtom it is, or 0
    char text[];
} Atom;

typedef enum KnownAtom {
#define ATOM(name) ATOM_##name,
#include "base/atoms.def"
#undef ATOM
    ATOM_COUNT
} KnownAtom;

typedef struct AtomSlot {
    const Atom *atom; // NULL: free
    uint32_t hash;    // its own, here as well: the atoms lie far from each other
} AtomSlot;
typedef struct AtomTable {
    TreeArena *arena;
    AtomSlot *slots; // open addressing, power of two
    uint32_t count, capacity;
    const Atom *known[ATOM_COUNT];
} AtomTable;

// Fills the table with the known atoms. Allocates in `arena`, which must outlive it.
void atoms_init(AtomTable *atoms, TreeArena *arena);
// Likewise one that has its arena but is not filled yet, since it may never be needed.
static inline void atoms_need(AtomTable *atoms) {
    if (!atoms->count) atoms_init(atoms, atoms->arena);
}
// The atom of these bytes.
const Atom *atom_intern(AtomTable *atoms, const char *text, size_t size);
const Atom *atom_intern_cstring(AtomTable *atoms, const char *text);
#endif
