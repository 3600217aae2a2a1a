#include "base/atom.h"

static uint32_t hash_text(const char *text, size_t size) {
    uint64_t hash = 0x9e3779b97f4a7c15ULL ^ size; // wyhash-like mixing of eight bytes at a time
    while (size >= 8) {
        uint64_t word;
        memcpy(&word, text, 8);
        hash = (hash ^ word) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32;
        text += 8, size -= 8;
    }
    uint64_t word = 0;
    if (size & 4) {
        uint32_t low;
        memcpy(&low, text, 4);
        word = low;
        text += 4;
    }
    for (size &= 3; size; size--) word = word << 8 | (unsigned char)*text++;
    hash = (hash ^ word) * 0xff51afd7ed558ccdULL;
    return (uint32_t)(hash ^ hash >> 32 ^ hash >> 47);
}

static void grow(AtomTable *atoms) {
    uint32_t capacity = atoms->capacity ? atoms->capacity * 2 : 256;
    AtomSlot *slots = arena_array(atoms->arena, AtomSlot, capacity);
    for (uint32_t i = 0; i < atoms->capacity; i++) {
        AtomSlot slot = atoms->slots[i];
        if (!slot.atom) continue;
        uint32_t at = slot.hash & (capacity - 1);
        while (slots[at].atom) at = (at + 1) & (capacity - 1);
        slots[at] = slot;
    }
    atoms->slots = slots;
    atoms->capacity = capacity;
}

const Atom *atom_intern(AtomTable *atoms, const char *text, size_t size) {
    if (atoms->count * 4 >= atoms->capacity * 3) grow(atoms);
    uint32_t hash = hash_text(text, size), at = hash & (atoms->capacity - 1);
    for (; atoms->slots[at].atom; at = (at + 1) & (atoms->capacity - 1)) {
        if (atoms->slots[at].hash != hash) continue;
        const Atom *atom = atoms->slots[at].atom;
        if (atom->size == size && memcmp(atom->text, text, size) == 0) return atom;
    }
    Atom *atom = arena_alloc(atoms->arena, sizeof *atom + size + 1);
    *atom = (Atom){.hash = hash, .size = (uint32_t)size, .index = atoms->count, .known = 0};
    if (size) memcpy(atom->text, text, size);
    atom->text[size] = 0;
    atoms->slots[at] = (AtomSlot){atom, hash};
    atoms->count++;
    return atom;
}

const Atom *atom_intern_cstring(AtomTable *atoms, const char *text) {
    return atom_intern(atoms, text, strlen(text));
}

static const char *const known_names[] = {
#define ATOM(name) #name,
#include "base/atoms.def"
#undef ATOM
};

void atoms_init(AtomTable *atoms, TreeArena *arena) {
    *atoms = (AtomTable){.arena = arena};
    for (uint32_t i = 0; i < ATOM_COUNT; i++) {
        Atom *atom = (Atom *)atom_intern_cstring(atoms, known_names[i]);
        atom->known = i + 1;
        atoms->known[i] = atom;
    }
}
