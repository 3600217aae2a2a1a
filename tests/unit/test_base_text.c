// base/: UTF-8, atoms, maps, sources, diagnostics.
#include "base/atom.h"
#include "base/diag_render.h"
#include "base/map.h"
#include "base/utf8.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static void utf8(void **unused) {
    (void)unused;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char text[8] = {0};
        unsigned size = utf8_encode(c, text), read;
        assert_int_equal(utf8_decode(text, &read), c);
        assert_int_equal(read, size);
        assert_int_equal(utf8_size_of((unsigned char)text[0]), size);
        bool surrogate = c >= 0xD800 && c < 0xE000;
        size_t length;
        assert_int_equal(utf8_validate(text, size, &length), surrogate ? 0 : size);
        assert_true(utf8_is_text(text, size));
    }
    const char *bad[] = {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_int_equal(utf8_validate(bad[i], strlen(bad[i]), NULL), 0), assert_false(utf8_is_text(bad[i], strlen(bad[i])));
    assert_true(utf8_is_text("a\xED\xA0\x80\xED\xBF\xBF\xC3\xA9", 9));
    assert_false(utf8_is_text("a\xED\xA0\x80\xED\xBF", 6));
    assert_int_equal(utf8_validate("0123456789\xC3", 11, NULL), 10);
    assert_true(utf8_is_ascii("0123456789abcdef!", 17));
    assert_false(utf8_is_ascii("0123456789abcde\xC3\xA9", 17));
    assert_int_equal(utf8_length("a\xC3\xA9\xF0\x9F\x98\x80", 7), 3);
}

static void atoms_and_maps(void **unused) {
    (void)unused;
    TreeArena arena;
    jmp_buf failure;
    arena_init(&arena, 0, &failure);
    AtomTable atoms;
    atoms_init(&atoms, &arena);
    assert_ptr_equal(atom_intern_cstring(&atoms, "__init__"), atoms.known[ATOM___init__]);
    assert_int_equal(atoms.known[ATOM_self]->known, ATOM_self + 1);
    PtrMap map = {0};
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 20000; i++) {
            char name[32];
            int size = snprintf(name, sizeof name, "name_%d", i);
            const Atom *atom = atom_intern(&atoms, name, (size_t)size);
            assert_string_equal(atom->text, name);
            if (round == 0) map_set_pointer(&arena, &map, atom, (void *)(uintptr_t)(i + 1));
            else assert_int_equal((uintptr_t)map_get_pointer(&map, atom), i + 1);
        }
    assert_null(map_get(&map, 12345));
    assert_int_equal(map.count, 20000);
    arena_free(&arena);
}

static void arena_limit(void **unused) {
    (void)unused;
    TreeArena arena;
    jmp_buf failure;
    arena_init(&arena, 100000, &failure);
    volatile int blocks = 0;
    if (setjmp(failure) == 0) {
        for (;;) {
            memset(arena_alloc(&arena, 1000), 1, 1000);
            blocks++;
        }
    }
    assert_true(blocks >= 40 && blocks <= 100);
    arena_free(&arena);
    arena_init(&arena, 0, &failure);
    if (setjmp(failure) == 0) {
        arena_alloc(&arena, SIZE_MAX - 100);
        fail();
    }
    arena_free(&arena);
}

static void positions(void **unused) {
    (void)unused;
    TreeArena arena;
    jmp_buf failure;
    arena_init(&arena, 0, &failure);
    const char *text = "a\nb\xC3\xA9" "c\r\nd\re";
    Source source;
    source_init(&source, "t.py", text, (uint32_t)strlen(text));
    source_index_lines(&source, &arena);
    assert_int_equal(source.line_count, 4);
    Position p = source_position(&source, 5); // the c
    assert_int_equal(p.line, 2);
    assert_int_equal(p.column, 2);
    assert_int_equal(p.byte_column, 3);
    assert_int_equal(source_position(&source, 1000).line, 4);
    uint32_t size;
    assert_memory_equal(source_line(&source, 2, &size), "b\xC3\xA9" "c", 4);
    assert_int_equal(size, 4);
    arena_free(&arena);
}

static void rendering(void **unused) {
    (void)unused;
    TreeArena arena;
    jmp_buf failure;
    arena_init(&arena, 0, &failure);
    const char *text = "x = 1\n\ty = = 2\n";
    Source source;
    source_init(&source, "t.py", text, (uint32_t)strlen(text));
    DiagList list;
    diag_init(&list, &arena);
    for (int i = 0; i < 2; i++) diag_report(&list, DIAG_SYNTAX, &source, span_make(11, 12), diag_text("invalid syntax"));
    diag_report(&list, DIAG_SYNTAX, &source, span_make(0, 1), diag_text("first"));
    diag_sort(&list);
    assert_int_equal(list.items.count, 2);
    assert_int_equal(list.error_count, 2);
    char *shown = NULL;
    size_t size;
    FILE *out = open_memstream(&shown, &size);
    diag_render_all(&list, DIAG_FORMAT_CONCISE, false, out);
    diag_render(&list, list.items.items[1], DIAG_FORMAT_FULL, false, out);
    fclose(out);
    assert_string_equal(shown, "t.py:1:1: error: first  [syntax]\n"
                               "t.py:2:6: error: invalid syntax  [syntax]\n"
                               "t.py:2:6: error: invalid syntax  [syntax]\n"
                               "  2 |     y = = 2\n"
                               "    |         ^\n");
    free(shown);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(utf8), cmocka_unit_test(atoms_and_maps), cmocka_unit_test(arena_limit), cmocka_unit_test(positions),
                                       cmocka_unit_test(rendering)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
