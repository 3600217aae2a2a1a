#include "runtime/modules/hash_functions.h"
#include <stdbool.h>
#include <string.h>

// The loop below becomes `n` turns in a row, in which what depends on its counter is constant, and words stay in registers.
#if defined(__GNUC__) && !defined(__clang__)
#define UNROLL(n) _Pragma(#n)
#define ALL_AT_ONCE(n) UNROLL(GCC unroll n)
#else
#define ALL_AT_ONCE(n)
#endif

static uint32_t rotate_left(uint32_t x, unsigned n) { return x << n | x >> (32 - n); }
static uint32_t rotate_right(uint32_t x, unsigned n) { return x >> n | x << (32 - n); }
static uint64_t rotate_right_long(uint64_t x, unsigned n) { return x >> n | x << (64 - n); }
static uint32_t load_big(const unsigned char *p) { return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]; }
static uint32_t load_little(const unsigned char *p) { return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0]; }
static uint64_t load_big_long(const unsigned char *p) { return (uint64_t)load_big(p) << 32 | load_big(p + 4); }
static uint64_t load_little_long(const unsigned char *p) { return (uint64_t)load_little(p + 4) << 32 | load_little(p); }
static void store(unsigned char *out, uint64_t value, unsigned size, bool big) {
    for (unsigned i = 0; i < size; i++) out[big ? size - 1 - i : i] = (unsigned char)(value >> 8 * i);
}

// ---- the frame all have ------------------------------------------------------------------------------------------

void hash_start(HashState *state, const HashFunction *function) {
    memset(state, 0, sizeof *state);
    state->function = function;
    state->digest_size = function->digest_size;
    function->start(state);
}

// BLAKE2 must know its last block: so a full buffer waits until more comes.
static bool keeps_last_block(const HashFunction *function);

void hash_update(HashState *state, const unsigned char *data, size_t size) {
    const uint32_t block = state->function->block_size;
    bool keep = keeps_last_block(state->function);
    while (size) {
        if (!state->pending && size > block) {
            state->total += block;
            state->function->block(state, data);
            data += block, size -= block;
            continue;
        }
        size_t part = block - state->pending < size ? block - state->pending : size;
        memcpy(state->buffer + state->pending, data, part);
        state->pending += (uint32_t)part, data += part, size -= part;
        if (state->pending < block || (keep && !size)) continue;
        state->total += block;
        state->pending = 0;
        state->function->block(state, state->buffer);
    }
}
void hash_finish(HashState state, unsigned char *digest, size_t size) { state.function->finish(&state, digest, size); }

// Merkle and Damgard's padding: a one bit, zeros, the length in bits.
static void pad(HashState *state, unsigned length_size, bool big) {
    const uint32_t block = state->function->block_size;
    uint64_t bytes = state->total + state->pending;
    state->buffer[state->pending++] = 0x80;
    if (state->pending > block - length_size) {
        memset(state->buffer + state->pending, 0, block - state->pending);
        state->function->block(state, state->buffer);
        state->pending = 0;
    }
    memset(state->buffer + state->pending, 0, block - state->pending);
    store(big ? state->buffer + block - 8 : state->buffer + block - length_size, bytes << 3, 8, big);
    if (length_size == 16) store(state->buffer + block - 16, bytes >> 61, 8, true);
    state->function->block(state, state->buffer);
}
static void finish_words(HashState *state, unsigned char *digest, size_t size, bool big) {
    unsigned char whole[32];
    pad(state, 8, big);
    for (int i = 0; i < 8; i++) store(whole + 4 * i, state->words[i], 4, big);
    memcpy(digest, whole, size);
}
static void finish_big(HashState *state, unsigned char *digest, size_t size) { finish_words(state, digest, size, true); }
static void finish_little(HashState *state, unsigned char *digest, size_t size) { finish_words(state, digest, size, false); }
static void finish_longs(HashState *state, unsigned char *digest, size_t size) {
    unsigned char whole[64];
    pad(state, 16, true);
    for (int i = 0; i < 8; i++) store(whole + 8 * i, state->longs[i], 8, true);
    memcpy(digest, whole, size);
}

// ---- MD5 and SHA-1 -----------------------------------------------------------------------------------------------

static const uint32_t md5_start_words[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
static void md5_start(HashState *state) { memcpy(state->words, md5_start_words, sizeof md5_start_words); }

// floor(2^32 * abs(sin(i + 1)))
static const uint32_t md5_sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};
static void md5_block(HashState *state, const unsigned char *data) {
    static const unsigned char turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t a = state->words[0], b = state->words[1], c = state->words[2], d = state->words[3], x[16];
    for (int i = 0; i < 16; i++) x[i] = load_little(data + 4 * i);
    ALL_AT_ONCE(64)
    for (int i = 0; i < 64; i++) {
        int round = i / 16, at = round == 0 ? i : round == 1 ? (5 * i + 1) % 16 : round == 2 ? (3 * i + 5) % 16 : 7 * i % 16;
        uint32_t f = round == 0 ? (b & c) | (~b & d) : round == 1 ? (d & b) | (~d & c) : round == 2 ? b ^ c ^ d : c ^ (b | ~d);
        uint32_t sum = rotate_left(a + f + md5_sines[i] + x[at], turns[round][i % 4]);
        a = d, d = c, c = b, b += sum;
    }
    state->words[0] += a, state->words[1] += b, state->words[2] += c, state->words[3] += d;
}

#if defined(__x86_64__) && __has_include(<sys/platform/x86.h>)
#include <immintrin.h>
#include <sys/platform/x86.h>
// With the processor's own instructions (Intel SHA Extensions, 2013): four rounds each, four words of the schedule at a time.
__attribute__((target("sha,sse4.1"))) static bool sha1_block_by_processor(HashState *state, const unsigned char *data) {
    if (!CPU_FEATURE_ACTIVE(SHA) || !CPU_FEATURE_ACTIVE(SSE4_1)) return false;
    const __m128i big = _mm_set_epi64x(0x0001020304050607LL, 0x08090a0b0c0d0e0fLL);
    const __m128i abcd_before = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state->words), 0x1B), e_before = _mm_set_epi32((int)state->words[4], 0, 0, 0);
    __m128i abcd = abcd_before, last = abcd_before, w[4];
    ALL_AT_ONCE(20)
    for (int i = 0; i < 20; i++) {
        __m128i next;
        if (i < 4) next = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)data + i), big);
        else next = _mm_sha1msg2_epu32(_mm_xor_si128(_mm_sha1msg1_epu32(w[i & 3], w[(i + 1) & 3]), w[(i + 2) & 3]), w[(i + 3) & 3]);
        w[i & 3] = next;
        next = i ? _mm_sha1nexte_epu32(last, next) : _mm_add_epi32(e_before, next);
        last = abcd;
        abcd = i < 5 ? _mm_sha1rnds4_epu32(abcd, next, 0) : i < 10 ? _mm_sha1rnds4_epu32(abcd, next, 1) : i < 15 ? _mm_sha1rnds4_epu32(abcd, next, 2) : _mm_sha1rnds4_epu32(abcd, next, 3);
    }
    _mm_storeu_si128((__m128i *)state->words, _mm_shuffle_epi32(_mm_add_epi32(abcd, abcd_before), 0x1B));
    state->words[4] = (uint32_t)_mm_extract_epi32(_mm_sha1nexte_epu32(last, e_before), 3);
    return true;
}
#else
static bool sha1_block_by_processor(HashState *state, const unsigned char *data) { return (void)state, (void)data, false; }
#endif

static void sha1_block(HashState *state, const unsigned char *data) {
    if (sha1_block_by_processor(state, data)) return;
    uint32_t w[80], a = state->words[0], b = state->words[1], c = state->words[2], d = state->words[3], e = state->words[4];
    for (int i = 0; i < 16; i++) w[i] = load_big(data + 4 * i);
    for (int i = 16; i < 80; i++) w[i] = rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        static const uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
        uint32_t f = i < 20 ? (b & c) | (~b & d) : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
        uint32_t sum = rotate_left(a, 5) + f + e + constants[i / 20] + w[i];
        e = d, d = c, c = rotate_left(b, 30), b = a, a = sum;
    }
    state->words[0] += a, state->words[1] += b, state->words[2] += c, state->words[3] += d, state->words[4] += e;
}

// ---- SHA-2 -------------------------------------------------------------------------------------------------------

// The first 64 bits of the fractional parts of the cube roots of the first 80 primes; SHA-256 has their upper halves.
static const uint64_t sha2_constants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};
static const uint64_t sha512_start_longs[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
static const uint64_t sha384_start_longs[8] = {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4};

static void sha256_start(HashState *state) {
    for (int i = 0; i < 8; i++) state->words[i] = (uint32_t)(sha512_start_longs[i] >> 32);
}
static void sha224_start(HashState *state) { // the lower halves
    for (int i = 0; i < 8; i++) state->words[i] = (uint32_t)sha384_start_longs[i];
}
static void sha512_start(HashState *state) { memcpy(state->longs, sha512_start_longs, sizeof sha512_start_longs); }
static void sha384_start(HashState *state) { memcpy(state->longs, sha384_start_longs, sizeof sha384_start_longs); }

#if defined(__x86_64__) && __has_include(<sys/platform/x86.h>)
// With the processor's own instructions: two rounds each on the halves abef and cdgh, four words of the schedule at a time.
__attribute__((target("sha,sse4.1"))) static bool sha256_block_by_processor(HashState *state, const unsigned char *data) {
    if (!CPU_FEATURE_ACTIVE(SHA) || !CPU_FEATURE_ACTIVE(SSE4_1)) return false;
    const __m128i big = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    __m128i *words = (__m128i *)state->words, w[4];
    __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xB1), hgfe = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1B);
    const __m128i abef_before = _mm_alignr_epi8(badc, hgfe, 8), cdgh_before = _mm_blend_epi16(hgfe, badc, 0xF0);
    __m128i abef = abef_before, cdgh = cdgh_before;
    ALL_AT_ONCE(16)
    for (int i = 0; i < 16; i++) {
        __m128i next;
        if (i < 4) {
            next = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)data + i), big);
        } else { // w[i & 3] is the oldest four, then the others in order
            __m128i newest = w[(i + 3) & 3];
            next = _mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]), _mm_alignr_epi8(newest, w[(i + 2) & 3], 4));
            next = _mm_sha256msg2_epu32(next, newest);
        }
        w[i & 3] = next;
        const __m128 *constants = (const __m128 *)(sha2_constants + 4 * i); // their upper halves
        __m128i k = _mm_castps_si128(_mm_shuffle_ps(_mm_loadu_ps((const float *)constants), _mm_loadu_ps((const float *)(constants + 1)), 0xDD));
        k = _mm_add_epi32(k, next);
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, k);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(k, 0x0E));
    }
    abef = _mm_shuffle_epi32(_mm_add_epi32(abef, abef_before), 0x1B), cdgh = _mm_shuffle_epi32(_mm_add_epi32(cdgh, cdgh_before), 0xB1);
    _mm_storeu_si128(words, _mm_blend_epi16(abef, cdgh, 0xF0));
    _mm_storeu_si128(words + 1, _mm_alignr_epi8(cdgh, abef, 8));
    return true;
}
#else
static bool sha256_block_by_processor(HashState *state, const unsigned char *data) { return (void)state, (void)data, false; }
#endif

static void sha256_block(HashState *state, const unsigned char *data) {
    if (sha256_block_by_processor(state, data)) return;
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++) w[i] = load_big(data + 4 * i);
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate_right(a, 7) ^ rotate_right(a, 18) ^ a >> 3) + (rotate_right(b, 17) ^ rotate_right(b, 19) ^ b >> 10);
    }
    memcpy(s, state->words, sizeof s);
    ALL_AT_ONCE(8) // by then each variable is in its place again
    for (int i = 0; i < 64; i++) {
        uint32_t t1 = s[7] + (rotate_right(s[4], 6) ^ rotate_right(s[4], 11) ^ rotate_right(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + (uint32_t)(sha2_constants[i] >> 32) + w[i];
        uint32_t t2 = (rotate_right(s[0], 2) ^ rotate_right(s[0], 13) ^ rotate_right(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        s[7] = s[6], s[6] = s[5], s[5] = s[4], s[4] = s[3] + t1, s[3] = s[2], s[2] = s[1], s[1] = s[0], s[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) state->words[i] += s[i];
}

static void sha512_block(HashState *state, const unsigned char *data) {
    uint64_t w[80], s[8];
    for (int i = 0; i < 16; i++) w[i] = load_big_long(data + 8 * i);
    for (int i = 16; i < 80; i++) {
        uint64_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate_right_long(a, 1) ^ rotate_right_long(a, 8) ^ a >> 7) + (rotate_right_long(b, 19) ^ rotate_right_long(b, 61) ^ b >> 6);
    }
    memcpy(s, state->longs, sizeof s);
    ALL_AT_ONCE(8)
    for (int i = 0; i < 80; i++) {
        uint64_t t1 = s[7] + (rotate_right_long(s[4], 14) ^ rotate_right_long(s[4], 18) ^ rotate_right_long(s[4], 41)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + sha2_constants[i] + w[i];
        uint64_t t2 = (rotate_right_long(s[0], 28) ^ rotate_right_long(s[0], 34) ^ rotate_right_long(s[0], 39)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        s[7] = s[6], s[6] = s[5], s[5] = s[4], s[4] = s[3] + t1, s[3] = s[2], s[2] = s[1], s[1] = s[0], s[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) state->longs[i] += s[i];
}

// ---- SHA-3: Keccak-f[1600] ---------------------------------------------------------------------------------------

static void keccak(uint64_t *state) {
    static const uint64_t constants[24] = {
        0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
        0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a, 0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
        0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    };
    static const unsigned char turns[24] = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};
    static const unsigned char lanes[24] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
    uint64_t a[25];
    memcpy(a, state, sizeof a);
    for (int round = 0; round < 24; round++) {
        uint64_t c[5];
        ALL_AT_ONCE(5)
        for (int x = 0; x < 5; x++) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        ALL_AT_ONCE(5)
        for (int x = 0; x < 5; x++) {
            uint64_t d = c[(x + 4) % 5] ^ rotate_right_long(c[(x + 1) % 5], 63);
            ALL_AT_ONCE(5)
            for (int y = 0; y < 25; y += 5) a[x + y] ^= d;
        }
        uint64_t moved = a[1];
        ALL_AT_ONCE(24)
        for (int i = 0; i < 24; i++) {
            uint64_t next = a[lanes[i]];
            a[lanes[i]] = rotate_right_long(moved, 64u - turns[i]);
            moved = next;
        }
        ALL_AT_ONCE(5)
        for (int y = 0; y < 25; y += 5) {
            uint64_t first = a[y], second = a[y + 1];
            a[y] ^= ~second & a[y + 2], a[y + 1] ^= ~a[y + 2] & a[y + 3], a[y + 2] ^= ~a[y + 3] & a[y + 4];
            a[y + 3] ^= ~a[y + 4] & first, a[y + 4] ^= ~first & second;
        }
        a[0] ^= constants[round];
    }
    memcpy(state, a, sizeof a);
}
static void sha3_start(HashState *state) { memset(state->longs, 0, sizeof state->longs); }
static void sha3_block(HashState *state, const unsigned char *data) {
    for (uint32_t i = 0; i < state->function->block_size / 8; i++) state->longs[i] ^= load_little_long(data + 8 * i);
    keccak(state->longs);
}
static void sha3_finish(HashState *state, unsigned char *digest, size_t size) { // variant: the bits that tell SHA-3 from SHAKE
    const uint32_t block = state->function->block_size;
    memset(state->buffer + state->pending, 0, block - state->pending);
    state->buffer[state->pending] ^= state->function->variant;
    state->buffer[block - 1] ^= 0x80;
    sha3_block(state, state->buffer);
    while (size) {
        unsigned char out[200];
        size_t part = size < block ? size : block;
        for (uint32_t i = 0; i < block / 8; i++) store(out + 8 * i, state->longs[i], 8, false);
        memcpy(digest, out, part);
        digest += part, size -= part;
        if (size) keccak(state->longs);
    }
}

// ---- BLAKE2 ------------------------------------------------------------------------------------------------------

static const unsigned char blake2_order[12][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3}, {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8}, {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10}, {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
};
static const unsigned char blake2_quads[8][4] = {{0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15}, {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14}};

static void blake2b_mix(HashState *state, const unsigned char *data, bool is_last) {
    uint64_t v[16], m[16];
    for (int i = 0; i < 16; i++) m[i] = load_little_long(data + 8 * i);
    memcpy(v, state->longs, 64);
    memcpy(v + 8, sha512_start_longs, 64);
    v[12] ^= state->total;
    if (is_last) v[14] = ~v[14];
    if (is_last && state->is_last_node) v[15] = ~v[15];
    for (int round = 0; round < 12; round++)
        ALL_AT_ONCE(8)
        for (int i = 0; i < 8; i++) {
            uint64_t *a = &v[blake2_quads[i][0]], *b = &v[blake2_quads[i][1]], *c = &v[blake2_quads[i][2]], *d = &v[blake2_quads[i][3]];
            *a += *b + m[blake2_order[round][2 * i]], *d = rotate_right_long(*d ^ *a, 32);
            *c += *d, *b = rotate_right_long(*b ^ *c, 24);
            *a += *b + m[blake2_order[round][2 * i + 1]], *d = rotate_right_long(*d ^ *a, 16);
            *c += *d, *b = rotate_right_long(*b ^ *c, 63);
        }
    for (int i = 0; i < 8; i++) state->longs[i] ^= v[i] ^ v[i + 8];
}
static void blake2s_mix(HashState *state, const unsigned char *data, bool is_last) {
    uint32_t v[16], m[16];
    for (int i = 0; i < 16; i++) m[i] = load_little(data + 4 * i);
    memcpy(v, state->words, 32);
    for (int i = 0; i < 8; i++) v[i + 8] = (uint32_t)(sha512_start_longs[i] >> 32);
    v[12] ^= (uint32_t)state->total, v[13] ^= (uint32_t)(state->total >> 32);
    if (is_last) v[14] = ~v[14];
    if (is_last && state->is_last_node) v[15] = ~v[15];
    for (int round = 0; round < 10; round++)
        ALL_AT_ONCE(8)
        for (int i = 0; i < 8; i++) {
            uint32_t *a = &v[blake2_quads[i][0]], *b = &v[blake2_quads[i][1]], *c = &v[blake2_quads[i][2]], *d = &v[blake2_quads[i][3]];
            *a += *b + m[blake2_order[round][2 * i]], *d = rotate_right(*d ^ *a, 16);
            *c += *d, *b = rotate_right(*b ^ *c, 12);
            *a += *b + m[blake2_order[round][2 * i + 1]], *d = rotate_right(*d ^ *a, 8);
            *c += *d, *b = rotate_right(*b ^ *c, 7);
        }
    for (int i = 0; i < 8; i++) state->words[i] ^= v[i] ^ v[i + 8];
}
static void blake2b_block(HashState *state, const unsigned char *data) { blake2b_mix(state, data, false); }
static void blake2s_block(HashState *state, const unsigned char *data) { blake2s_mix(state, data, false); }

void hash_start_blake2(HashState *state, const HashFunction *function, const unsigned char *parameters, uint32_t digest_size) {
    memset(state, 0, sizeof *state);
    state->function = function;
    state->digest_size = digest_size;
    for (int i = 0; i < 8; i++) {
        if (function->block == blake2b_block) state->longs[i] = sha512_start_longs[i] ^ load_little_long(parameters + 8 * i);
        else state->words[i] = (uint32_t)(sha512_start_longs[i] >> 32) ^ load_little(parameters + 4 * i);
    }
}
static void blake2_start(HashState *state) {
    const unsigned char parameters[64] = {(unsigned char)state->function->digest_size, 0, 1, 1};
    hash_start_blake2(state, state->function, parameters, state->function->digest_size);
}
static void blake2_finish(HashState *state, unsigned char *digest, size_t size) {
    unsigned char whole[64];
    bool is_long = state->function->block == blake2b_block;
    state->total += state->pending;
    memset(state->buffer + state->pending, 0, state->function->block_size - state->pending);
    if (is_long) blake2b_mix(state, state->buffer, true);
    else blake2s_mix(state, state->buffer, true);
    for (int i = 0; i < 8; i++)
        if (is_long) store(whole + 8 * i, state->longs[i], 8, false);
        else store(whole + 4 * i, state->words[i], 4, false);
    memcpy(digest, whole, size);
}

// ---- the table ---------------------------------------------------------------------------------------------------

const HashFunction hash_functions[] = {
    {"md5", 16, 64, 0, md5_start, md5_block, finish_little},
    {"sha1", 20, 64, 0, md5_start, sha1_block, finish_big},
    {"sha224", 28, 64, 0, sha224_start, sha256_block, finish_big},
    {"sha256", 32, 64, 0, sha256_start, sha256_block, finish_big},
    {"sha384", 48, 128, 0, sha384_start, sha512_block, finish_longs},
    {"sha512", 64, 128, 0, sha512_start, sha512_block, finish_longs},
    {"sha3_224", 28, 144, 0x06, sha3_start, sha3_block, sha3_finish},
    {"sha3_256", 32, 136, 0x06, sha3_start, sha3_block, sha3_finish},
    {"sha3_384", 48, 104, 0x06, sha3_start, sha3_block, sha3_finish},
    {"sha3_512", 64, 72, 0x06, sha3_start, sha3_block, sha3_finish},
    {"shake_128", 0, 168, 0x1F, sha3_start, sha3_block, sha3_finish},
    {"shake_256", 0, 136, 0x1F, sha3_start, sha3_block, sha3_finish},
    {"blake2b", 64, 128, 0, blake2_start, blake2b_block, blake2_finish},
    {"blake2s", 32, 64, 0, blake2_start, blake2s_block, blake2_finish},
    {0},
};
static bool keeps_last_block(const HashFunction *function) { return function->start == blake2_start; }
const HashFunction *hash_function_named(const char *name) {
    for (const HashFunction *f = hash_functions; f->name; f++)
        if (!strcmp(f->name, name)) return f;
    return NULL;
}
