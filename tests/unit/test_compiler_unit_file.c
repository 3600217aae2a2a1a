// compiler/unit_file.h: what is written comes back; bytes that were changed, cut or are anything else are refused, by unit_read or by unit_is_valid.
#include "tests/unit/compiled.h"
#include "compiler/unit_file.h"

static void comes_back(void **unused) {
    (void)unused;
    Front front = {.unit = NULL};
    compile_text(&front, program_of_all_kinds, false);
    UnitBytes first = unit_write(front.unit, &front.arena);
    CodeUnit *again = unit_read(first, &front.source, &front.arena, &front.atoms);
    assert_non_null(again);
    UnitBytes second = unit_write(again, &front.arena);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.bytes, second.bytes, first.size);
    char *texts[2];
    size_t sizes[2];
    for (int i = 0; i < 2; i++) {
        FILE *out = open_memstream(&texts[i], &sizes[i]);
        unit_print(i ? again : front.unit, out);
        fclose(out);
    }
    assert_string_equal(texts[0], texts[1]);
    free(texts[0]), free(texts[1]);
    arena_free(&front.arena);
}

static bool reads(Front *front, const uint8_t *bytes, size_t size) {
    uint8_t *exact = malloc(size ? size : 1); // so that a byte beyond it is noticed
    memcpy(exact, bytes, size);
    CodeUnit *unit = unit_read((UnitBytes){exact, size}, &front->source, &front->arena, &front->atoms);
    free(exact);
    return unit && unit_is_valid(unit);
}

static void damaged_bytes(void **unused) {
    (void)unused;
    Front front = {.unit = NULL};
    compile_text(&front, program_of_all_kinds, false);
    UnitBytes whole = unit_write(front.unit, &front.arena);
    for (size_t size = 0; size < whole.size; size++) assert_false(reads(&front, whole.bytes, size));
    uint8_t *changed = malloc(whole.size + 1);
    memcpy(changed, whole.bytes, whole.size);
    changed[whole.size] = 0;
    assert_false(reads(&front, changed, whole.size + 1));
    const uint8_t values[] = {0, 1, 127, 128, 255};
    for (size_t at = 0; at < whole.size; at++)
        for (size_t v = 0; v < sizeof values; v++) {
            changed[at] = values[v];
            reads(&front, changed, whole.size);
            changed[at] = whole.bytes[at];
        }
    uint32_t random = 1;
    for (int round = 0; round < 2000; round++) {
        for (int i = 0; i < 4; i++) random = random * 1664525 + 1013904223, changed[random % whole.size] = (uint8_t)(random >> 24);
        reads(&front, changed, whole.size);
        if (round % 8 == 7) memcpy(changed, whole.bytes, whole.size);
    }
    free(changed);
    arena_free(&front.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(comes_back), cmocka_unit_test(damaged_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
