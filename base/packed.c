#include "base/packed.h"
#include <string.h>

// What the next PACKED_BITS bits begin with: a symbol, and how many bits it takes.
typedef struct Decoded {
    uint16_t symbol, bits;
} Decoded;

static unsigned bits_of(const uint8_t *codes, unsigned symbol) { return codes[symbol / 2] >> symbol % 2 * 4 & 15; }

// Codes are given in the order of their lengths and, of one length, of the symbols; the first bit is the lowest.
static void fill_table(Decoded table[1 << PACKED_BITS], const uint8_t *codes, unsigned first, unsigned count) {
    uint32_t code = 0; // its first bit is the highest of PACKED_BITS
    for (unsigned bits = 1; bits <= PACKED_BITS; bits++) {
        for (unsigned symbol = first; symbol < first + count; symbol++) {
            if (bits_of(codes, symbol) != bits) continue;
            uint32_t reversed = 0;
            for (unsigned i = 0; i < bits; i++) reversed |= (code >> (PACKED_BITS - 1 - i) & 1) << i;
            for (uint32_t at = reversed; at < 1 << PACKED_BITS; at += 1u << bits) table[at] = (Decoded){(uint16_t)(symbol - first), (uint16_t)bits};
            code += 1u << (PACKED_BITS - bits);
        }
    }
}

typedef struct Bits {
    const uint8_t *next;
    uint64_t bits; // not taken yet, the next one is the lowest
    unsigned count;
} Bits;

static inline void refill(Bits *b) { // 56 at least
    uint64_t more;
    memcpy(&more, b->next, sizeof more);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    more = __builtin_bswap64(more);
#endif
    b->bits |= more << b->count;
    b->next += (63 - b->count) / 8;
    b->count |= 56;
}

static inline uint32_t take(Bits *b, unsigned count) {
    uint32_t taken = (uint32_t)(b->bits & ((1ull << count) - 1));
    b->bits >>= count;
    b->count -= count;
    return taken;
}

static inline unsigned take_symbol(Bits *b, const Decoded *table) {
    Decoded decoded = table[b->bits & ((1 << PACKED_BITS) - 1)];
    take(b, decoded.bits);
    return decoded.symbol;
}

static inline uint32_t take_number(Bits *b, unsigned slot) { return packed_slot_first(slot) + take(b, packed_slot_bits(slot)); }

void unpack_text(const uint8_t codes[PACKED_SYMBOLS / 2], const uint8_t *packed, char *text, size_t size) {
    Decoded first[1 << PACKED_BITS] = {{0, 0}}, distances[1 << PACKED_BITS] = {{0, 0}};
    fill_table(first, codes, 0, PACKED_FIRST);
    fill_table(distances, codes, PACKED_FIRST, PACKED_DISTANCES);
    Bits b = {.next = packed};
    for (char *p = text, *end = text + size; p < end;) {
        refill(&b); // a length and a distance take 50 at most
        unsigned symbol = take_symbol(&b, first);
        if (symbol < PACKED_LITERALS) {
            *p++ = (char)symbol;
            continue;
        }
        uint32_t length = PACKED_MIN_LENGTH + take_number(&b, symbol - PACKED_LITERALS);
        const char *from = p - 1 - take_number(&b, take_symbol(&b, distances));
        for (char *stop = length < (size_t)(end - p) ? p + length : end; p < stop;) *p++ = *from++;
    }
}
