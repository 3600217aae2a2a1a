// Packs texts for base/packed.h. Runs while building: tools/embed_sources.c.
//
//     for each text, the cheapest way from its beginning to its end in the codes that the way before gave (three times), then codes for all texts
#ifndef TYPHON_TOOLS_PACK_TEXTS_H
#define TYPHON_TOOLS_PACK_TEXTS_H
#include "base/packed.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct PackedText {
    const unsigned char *text;
    size_t size;
    uint16_t *lengths;    // of the step at each byte that a step begins at; 1: the byte itself
    uint32_t *distances;
    unsigned char *packed;
    size_t packed_size;   // with PACKED_END
} PackedText;

static inline void *pack_alloc(size_t count, size_t size) {
    void *block = calloc(count ? count : 1, size);
    if (!block) exit(1);
    return block;
}

// ---- lengths of codes: Huffman's, none above PACKED_BITS ------------------------------------------------------------

static inline void huffman_lengths(const uint32_t *counts, unsigned n, unsigned char *lengths) {
    uint32_t weights[2 * PACKED_SYMBOLS];
    unsigned parents[2 * PACKED_SYMBOLS];
    for (uint32_t least = 0;; least = least * 2 + 1) { // rare ones are made less rare until no code is too long
        bool is_open[2 * PACKED_SYMBOLS] = {false};
        unsigned nodes = n, left = 0, longest = 0;
        for (unsigned i = 0; i < n; i++) {
            weights[i] = counts[i] && counts[i] < least ? least : counts[i];
            if (counts[i]) is_open[i] = true, left++;
        }
        for (; left > 1; left--) {
            unsigned two[2];
            for (unsigned k = 0; k < 2; k++) {
                unsigned best = nodes;
                for (unsigned i = 0; i < nodes; i++)
                    if (is_open[i] && (best == nodes || weights[i] < weights[best])) best = i;
                is_open[best] = false, two[k] = best;
            }
            parents[two[0]] = parents[two[1]] = nodes;
            weights[nodes] = weights[two[0]] + weights[two[1]];
            is_open[nodes++] = true;
        }
        for (unsigned i = 0; i < n; i++) {
            unsigned depth = 0;
            if (counts[i]) {
                for (unsigned at = i; nodes > n && at != nodes - 1; at = parents[at]) depth++;
                if (!depth) depth = 1; // the only symbol
            }
            lengths[i] = (unsigned char)depth;
            if (depth > longest) longest = depth;
        }
        if (longest <= PACKED_BITS) return;
    }
}

// ---- the cheapest way -----------------------------------------------------------------------------------------------

static inline uint32_t price_of(const unsigned char *lengths, unsigned symbol) { return lengths[symbol] ? lengths[symbol] : PACKED_BITS; }

static inline void find_way(PackedText *t, const unsigned char *lengths) {
    enum { CHAIN_LIMIT = 400, BUCKETS = 1 << 15 };
    uint32_t *prices = pack_alloc(t->size + 1, sizeof *prices), *from_length = pack_alloc(t->size + 1, sizeof *from_length);
    uint32_t *from_distance = pack_alloc(t->size + 1, sizeof *from_distance), *before = pack_alloc(t->size + 1, sizeof *before), *last = pack_alloc(BUCKETS, sizeof *last);
    for (size_t i = 1; i <= t->size; i++) prices[i] = UINT32_MAX;
    for (size_t at = 0; at < t->size; at++) {
        uint32_t byte_price = prices[at] + price_of(lengths, t->text[at]);
        if (byte_price < prices[at + 1]) prices[at + 1] = byte_price, from_length[at + 1] = 1;
        if (at + PACKED_MIN_LENGTH > t->size) continue;
        const unsigned char *p = t->text + at;
        uint32_t *bucket = &last[(p[0] * 2654435761u ^ p[1] * 40503u * 64 ^ p[2] * 2246822519u) >> 7 & (BUCKETS - 1)];
        size_t most = t->size - at < PACKED_MAX_LENGTH ? t->size - at : PACKED_MAX_LENGTH, longest = PACKED_MIN_LENGTH - 1;
        int steps = 0;
        for (uint32_t other = *bucket; other && longest < most && steps < CHAIN_LIMIT; other = before[other - 1], steps++) { // nearest first
            const unsigned char *q = t->text + other - 1;
            size_t length = 0;
            while (length < most && p[length] == q[length]) length++;
            uint32_t distance = (uint32_t)(p - q);
            unsigned slot = packed_slot(distance - 1);
            for (; longest < length; ) {
                unsigned length_slot = packed_slot((uint32_t)(++longest - PACKED_MIN_LENGTH));
                uint32_t price = prices[at] + price_of(lengths, PACKED_LITERALS + length_slot) + packed_slot_bits(length_slot) + price_of(lengths, PACKED_FIRST + slot) + packed_slot_bits(slot);
                if (price < prices[at + longest]) prices[at + longest] = price, from_length[at + longest] = (uint32_t)longest, from_distance[at + longest] = distance;
            }
        }
        before[at] = *bucket;
        *bucket = (uint32_t)at + 1;
    }
    for (size_t at = t->size; at;) {
        size_t start = at - from_length[at];
        t->lengths[start] = (uint16_t)from_length[at], t->distances[start] = from_distance[at];
        at = start;
    }
    free(prices), free(from_length), free(from_distance), free(before), free(last);
}

static inline void count_symbols(const PackedText *t, uint32_t *counts) {
    for (size_t at = 0; at < t->size; at += t->lengths[at]) {
        if (t->lengths[at] == 1) counts[t->text[at]]++;
        else counts[PACKED_LITERALS + packed_slot(t->lengths[at] - PACKED_MIN_LENGTH)]++, counts[PACKED_FIRST + packed_slot(t->distances[at] - 1)]++;
    }
}

// ---- writing --------------------------------------------------------------------------------------------------------

typedef struct BitWriter {
    unsigned char *bytes;
    size_t count; // bits
} BitWriter;

static inline void put_bits(BitWriter *w, uint32_t bits, unsigned count) {
    for (unsigned i = 0; i < count; i++, w->count++) w->bytes[w->count / 8] |= (unsigned char)((bits >> i & 1) << w->count % 8);
}

// The codes as packed.c numbers them, their first bit the lowest.
static inline void number_codes(const unsigned char *lengths, unsigned n, uint32_t *codes) {
    uint32_t code = 0;
    for (unsigned bits = 1; bits <= PACKED_BITS; bits++)
        for (unsigned i = 0; i < n; i++) {
            if (lengths[i] != bits) continue;
            codes[i] = 0;
            for (unsigned k = 0; k < bits; k++) codes[i] |= (code >> (PACKED_BITS - 1 - k) & 1) << k;
            code += 1u << (PACKED_BITS - bits);
        }
}

static inline void write_way(PackedText *t, const unsigned char *lengths, const uint32_t *codes) {
    BitWriter w = {.bytes = pack_alloc(t->size * 2 + 64, 1)};
    for (size_t at = 0; at < t->size; at += t->lengths[at]) {
        if (t->lengths[at] == 1) {
            put_bits(&w, codes[t->text[at]], lengths[t->text[at]]);
            continue;
        }
        uint32_t length = t->lengths[at] - PACKED_MIN_LENGTH, distance = t->distances[at] - 1;
        unsigned length_slot = packed_slot(length), slot = packed_slot(distance);
        put_bits(&w, codes[PACKED_LITERALS + length_slot], lengths[PACKED_LITERALS + length_slot]);
        put_bits(&w, length - packed_slot_first(length_slot), packed_slot_bits(length_slot));
        put_bits(&w, codes[PACKED_FIRST + slot], lengths[PACKED_FIRST + slot]);
        put_bits(&w, distance - packed_slot_first(slot), packed_slot_bits(slot));
    }
    t->packed = w.bytes;
    t->packed_size = (w.count + 7) / 8 + PACKED_END;
}

// Sets `packed` of all texts, and how long the codes are.
static inline void pack_texts(PackedText *texts, int count, unsigned char lengths[PACKED_SYMBOLS]) {
    for (unsigned i = 0; i < PACKED_SYMBOLS; i++) lengths[i] = i < PACKED_LITERALS ? 8 : 6; // nothing is known yet
    for (int i = 0; i < count; i++) texts[i].lengths = pack_alloc(texts[i].size, sizeof *texts[i].lengths), texts[i].distances = pack_alloc(texts[i].size, sizeof *texts[i].distances);
    for (int round = 0; round < 4; round++) {
        uint32_t counts[PACKED_SYMBOLS] = {0};
        for (int i = 0; i < count; i++) find_way(&texts[i], lengths), count_symbols(&texts[i], counts);
        huffman_lengths(counts, PACKED_FIRST, lengths);
        huffman_lengths(counts + PACKED_FIRST, PACKED_DISTANCES, lengths + PACKED_FIRST);
    }
    uint32_t codes[PACKED_SYMBOLS] = {0};
    number_codes(lengths, PACKED_FIRST, codes);
    number_codes(lengths + PACKED_FIRST, PACKED_DISTANCES, codes + PACKED_FIRST);
    for (int i = 0; i < count; i++) write_way(&texts[i], lengths, codes);
}
#endif
