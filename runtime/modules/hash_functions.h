// Hash functions: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202), BLAKE2 (RFC 7693).
// A HashState is fed with hash_update, in pieces of any size, and may be copied at any time.
#ifndef TYPHON_RUNTIME_HASH_FUNCTIONS_H
#define TYPHON_RUNTIME_HASH_FUNCTIONS_H
#include <stddef.h>
#include <stdint.h>

typedef struct HashState HashState;
typedef struct HashFunction {
    const char *name;
    uint32_t digest_size, block_size; // digest_size 0: any (SHAKE)
    uint8_t variant;                  // what the functions below know
    void (*start)(HashState *state);
    void (*block)(HashState *state, const unsigned char *data); // block_size bytes
    void (*finish)(HashState *state, unsigned char *digest, size_t size);
} HashFunction;

struct HashState {
    const HashFunction *function;
    union {
        uint32_t words[8];
        uint64_t longs[25];
    };
    uint64_t total; // bytes in blocks that are done
    uint32_t pending; // bytes in buffer
    uint32_t digest_size;
    uint8_t is_last_node; // BLAKE2: of a tree
    unsigned char buffer[200];
};

extern const HashFunction hash_functions[]; // ends with a NULL name
const HashFunction *hash_function_named(const char *name);
void hash_start(HashState *state, const HashFunction *function);
void hash_update(HashState *state, const unsigned char *data, size_t size);
// The digest of what was fed so far; `state` is a copy that is used up.
void hash_finish(HashState state, unsigned char *digest, size_t size);
// BLAKE2 with its parameters: `parameters` is the parameter block of 32 (blake2s) or 64 bytes.
void hash_start_blake2(HashState *state, const HashFunction *function, const unsigned char *parameters, uint32_t digest_size);
#endif
