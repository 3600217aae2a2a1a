// Packed texts: what tools/pack_texts.h packs, base/packed.c gives back.
#include "base/packed.h"
#include "tools/pack_texts.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MANY = 30000 };

static void packs_and_unpacks(const char *const *texts, const size_t *sizes, int count) {
    PackedText *packed = pack_alloc((size_t)count, sizeof *packed);
    unsigned char lengths[PACKED_SYMBOLS];
    uint8_t codes[PACKED_SYMBOLS / 2];
    for (int i = 0; i < count; i++) packed[i] = (PackedText){.text = (const unsigned char *)texts[i], .size = sizes[i]};
    pack_texts(packed, count, lengths);
    for (int i = 0; i < PACKED_SYMBOLS; i += 2) codes[i / 2] = (uint8_t)(lengths[i] | lengths[i + 1] << 4);
    for (int i = 0; i < count; i++) {
        // In blocks of their own size: the sanitizer sees what is read or written beyond them.
        char *text = malloc(sizes[i] + 1);
        uint8_t *bytes = malloc(packed[i].packed_size);
        assert_non_null(text);
        assert_non_null(bytes);
        memcpy(bytes, packed[i].packed, packed[i].packed_size);
        text[sizes[i]] = 'E';
        unpack_text(codes, bytes, text, sizes[i]);
        assert_memory_equal(text, texts[i], sizes[i]);
        assert_int_equal(text[sizes[i]], 'E');
        for (size_t part = sizes[i] < 60 ? 0 : sizes[i] - 1; part < sizes[i]; part++) { // as for a text within a run
            char *beginning = malloc(part + 1);
            assert_non_null(beginning);
            unpack_text(codes, bytes, beginning, part);
            assert_memory_equal(beginning, texts[i], part);
            free(beginning);
        }
        free(text), free(bytes), free(packed[i].packed), free(packed[i].lengths), free(packed[i].distances);
    }
    free(packed);
}

static void small_texts(void **state) {
    (void)state;
    const char *texts[] = {"", "a", "aaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "def f(x: int) -> int: ...\ndef g(x: int) -> int: ...\n", "\xc3\xa9\n"};
    size_t sizes[] = {0, 1, 3, 32, 52, 3};
    packs_and_unpacks(texts, sizes, 6);
    packs_and_unpacks(texts, sizes, 1); // no symbol at all
    packs_and_unpacks(texts + 1, sizes + 1, 1);
}

static void long_texts(void **state) {
    (void)state;
    char *same = pack_alloc(MANY, 1), *noise = pack_alloc(MANY, 1), *skewed = pack_alloc(MANY, 1);
    uint64_t random = 1;
    for (int i = 0; i < MANY; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        noise[i] = (char)(random >> 56);
        skewed[i] = (char)__builtin_ctzll(random >> 20 | 1ull << 40); // codes that would be longer than PACKED_BITS
    }
    memcpy(noise + MANY - 700, noise, 700); // as far back, and as long, as there is
    const char *texts[] = {same, noise, skewed};
    const size_t sizes[] = {MANY, MANY, MANY};
    for (int i = 0; i < 3; i++) packs_and_unpacks(texts + i, sizes + i, 1);
    packs_and_unpacks(texts, sizes, 3);
    free(same), free(noise), free(skewed);
}

static void slots_hold_all_numbers(void **state) {
    (void)state;
    for (uint32_t number = 0, slot; number < 1 << 19; number++) {
        slot = packed_slot(number);
        assert_true(slot < PACKED_DISTANCES);
        assert_true(packed_slot_first(slot) <= number && number < packed_slot_first(slot) + (1u << packed_slot_bits(slot)));
    }
    assert_int_equal(packed_slot(PACKED_MAX_LENGTH - PACKED_MIN_LENGTH), PACKED_LENGTHS - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(small_texts), cmocka_unit_test(long_texts), cmocka_unit_test(slots_hold_all_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
