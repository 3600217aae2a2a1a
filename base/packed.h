// Packed texts: those of the core library's modules and stubs (tools/pack_texts.h packs them while Typhon is built).
//
//     text   = symbols until `size` bytes are there: a byte, or (length, distance): so many bytes once more from so far back in this text
//     run    = all texts of one table, one behind the other, as one packed text: what stands in one is not said again in those behind it
//     codes  = how many bits each symbol's prefix code has, two in a byte; the codes are those of canonical Huffman coding
//
// Numbers are a slot, whose symbol is coded, and the bits of the number that the slot leaves open (packed_slot).
#ifndef TYPHON_BASE_PACKED_H
#define TYPHON_BASE_PACKED_H
#include <stddef.h>
#include <stdint.h>

enum {
    PACKED_LITERALS = 256,
    PACKED_LENGTHS = 32,     // slots of lengths, from PACKED_MIN_LENGTH
    PACKED_DISTANCES = 72,   // slots of distances, from 1
    PACKED_FIRST = PACKED_LITERALS + PACKED_LENGTHS, // symbols of the first code: bytes and lengths
    PACKED_SYMBOLS = PACKED_FIRST + PACKED_DISTANCES,
    PACKED_MIN_LENGTH = 3,
    PACKED_MAX_LENGTH = PACKED_MIN_LENGTH + 511,
    PACKED_BITS = 11,        // of the longest code
    PACKED_END = 15,         // bytes behind a packed text that may be read
};

// 0 to 3 are slots of their own; beyond, a slot holds the numbers that begin with the same three bits.
static inline unsigned packed_slot(uint32_t number) {
    if (number < 4) return number;
    unsigned high = 31 - (unsigned)__builtin_clz(number);
    return (high - 1) * 4 + ((number >> (high - 2)) & 3);
}
static inline unsigned packed_slot_bits(unsigned slot) { return slot < 8 ? 0 : slot / 4 - 1; } // that it leaves open
static inline uint32_t packed_slot_first(unsigned slot) { return slot < 4 ? slot : (4 + slot % 4) << (slot / 4 - 1); }

typedef struct PackedRun {
    const uint8_t *codes, *packed;
} PackedRun;

// Unpacks the first `size` bytes into `text`, for a text within a run all up to its end. What is packed is trusted: it stands in the binary.
void unpack_text(const uint8_t codes[PACKED_SYMBOLS / 2], const uint8_t *packed, char *text, size_t size);
#endif
