// Digest: 128 bits of a text, to tell whether it is the same as before. Against accidents only, not against somebody who looks for collisions.
#ifndef TYPHON_BASE_DIGEST_H
#define TYPHON_BASE_DIGEST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Digest {
    uint64_t words[2];
} Digest;

// The digest of `before` and these bytes: several texts are digested by passing on the one of those before. Start with (Digest){{0}}.
Digest digest_add(Digest before, const void *bytes, size_t size);
static inline bool digest_equal(Digest a, Digest b) { return a.words[0] == b.words[0] && a.words[1] == b.words[1]; }
#endif
