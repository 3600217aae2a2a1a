#include "base/digest.h"
#include <string.h>

// Two lanes of multiply-and-fold, sixteen bytes at a time in turn (as in Wang Yi's wyhash, public domain).
static uint64_t fold(uint64_t a, uint64_t b) {
    unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

Digest digest_add(Digest before, const void *bytes, size_t size) {
    static const uint64_t keys[] = {0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL, 0x8ebc6af09c88c6e3ULL, 0x589965cc75374cc3ULL};
    const unsigned char *at = bytes;
    uint64_t a = before.words[0] ^ keys[0], b = before.words[1] ^ keys[1], x, y;
    size_t left = size;
    for (; left >= 32; left -= 32, at += 32) {
        memcpy(&x, at, 8), memcpy(&y, at + 8, 8);
        a = fold(a ^ x, keys[2] ^ y);
        memcpy(&x, at + 16, 8), memcpy(&y, at + 24, 8);
        b = fold(b ^ x, keys[3] ^ y);
    }
    if (left >= 16) {
        memcpy(&x, at, 8), memcpy(&y, at + 8, 8);
        a = fold(a ^ x, keys[2] ^ y);
        left -= 16, at += 16;
    }
    unsigned char rest[16] = {0};
    if (left) memcpy(rest, at, left);
    memcpy(&x, rest, 8), memcpy(&y, rest + 8, 8);
    a = fold(a ^ x ^ size, keys[2] ^ y);
    b = fold(b ^ y ^ size, keys[3] ^ x) + a;
    return (Digest){{fold(a ^ keys[3], b ^ keys[0]), fold(b ^ keys[2], a ^ keys[1])}};
}
