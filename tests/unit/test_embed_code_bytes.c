// Code made of what unit_write has written, without a CodeUnit in between: its functions are read when they are asked for; bytes that were cut are refused, without a step beyond
// them. (That none were changed their digest says: embed/code_cache.h.)
#include "tests/unit/compiled.h"
#include "compiler/unit_file.h"
#include "embed/loader.h"
#include "runtime/gc.h"
#include "runtime/objects/function.h"
#include "runtime/objects/str.h"

typedef struct World {
    Front front;
    SourceLoader loader;
    VM *vm;
    UnitBytes bytes;
} World;

static void open_world(World *w) {
    memset(w, 0, sizeof *w);
    compile_text(&w->front, program_of_all_kinds, false);
    w->bytes = unit_write(w->front.unit, &w->front.arena);
    source_loader_open(&w->loader);
    w->vm = vm_new(&(VMConfig){.loader = &w->loader.loader, .hash_seed = 1});
    assert_non_null(w->vm);
}
static void close_world(World *w) {
    vm_delete(w->vm);
    source_loader_close(&w->loader);
    arena_free(&w->front.arena);
}

static Code *load(World *w, const uint8_t *bytes, size_t size) {
    return code_from_bytes(w->vm, "/program.py", &(CodeImage){.bytes = {bytes, size}, .source_size = w->front.source.size});
}

// Reads all functions, to the innermost; how many there were, or -1.
static int read_all(VM *vm, Code *code, int depth) {
    int count = code->image != NULL;
    if (depth > 20 || !code_read(vm, code)) return -1;
    if (code->code_count) code_line(code, code->code_count - 1);
    for (uint32_t i = 0; i < code->child_count; i++) {
        int below = read_all(vm, code->children[i], depth + 1);
        if (below < 0) return -1;
        count += below;
    }
    return count;
}

static void is_named(const Code *code, const char *name, const char *qualname) {
    assert_string_equal(code->name->text, name);
    assert_string_equal(code->qualname->text, qualname);
}

static void functions_are_read_later(void **unused) {
    (void)unused;
    World w;
    open_world(&w);
    Code *module = load(&w, w.bytes.bytes, w.bytes.size);
    assert_non_null(module);
    assert_null(module->image);
    Code *outer = module->children[0], *class_body = module->children[1];
    assert_true(outer->image && outer->code_count == 1 && outer->positional == 2 && outer->keyword_only == 2);
    assert_string_equal(as_str(outer->docstring)->text, "Documented.");
    assert_true(!class_body->image && class_body->children[0]->image && class_body->children[0]->free_sources);
    assert_null(class_body->children[1]->image); // a coroutine
    is_named(class_body->children[0], "method", "C.method");
    assert_in_range(read_all(w.vm, module, 0), 3, 5); // outer, inner, method, and what is made of the comprehension
    assert_true(!outer->image && outer->code_count > 1);
    is_named(outer->children[0], "inner", "outer.<locals>.inner");
    close_world(&w);
}

// As what is compiled and loaded at once.
static void is_the_same(void **unused) {
    (void)unused;
    World w;
    open_world(&w);
    Code *read = load(&w, w.bytes.bytes, w.bytes.size), *loaded = code_from_unit(w.vm, w.front.unit);
    assert_true(read && loaded);
    for (Code *a = read, *b = loaded; a; a = a->child_count ? a->children[0] : NULL, b = b->child_count ? b->children[0] : NULL) {
        assert_true(code_read(w.vm, a));
        assert_int_equal(a->code_count, b->code_count);
        assert_memory_equal(a->code, b->code, a->code_count * sizeof *a->code);
        CodePlaces of_a = code_places(a), of_b = code_places(b);
        for (uint32_t i = 0; i < a->code_count; i++) {
            code_places_next(&of_a), code_places_next(&of_b);
            assert_true(of_a.line == of_b.line && of_a.span.start == of_b.span.start && of_a.span.end == of_b.span.end);
            assert_true(code_line(a, i) == of_a.line && code_line(b, i) == of_a.line && code_span(a, i).end == of_a.span.end && code_span(b, i).start == of_a.span.start);
        }
        assert_true(code_line(a, a->code_count) == a->first_line && code_span(b, b->code_count).end == 0);
        assert_int_equal(a->local_count, b->local_count);
        for (uint32_t i = 0; i < a->local_count; i++) assert_ptr_equal(a->local_names[i], b->local_names[i]);
        assert_int_equal(a->attribute_count, b->attribute_count);
        for (uint32_t i = 0; i < a->attribute_count; i++) assert_ptr_equal(a->attributes[i].name, b->attributes[i].name);
        assert_int_equal(a->global_count, b->global_count);
        for (uint32_t i = 0; i < a->global_count; i++) assert_ptr_equal(a->globals[i].name, b->globals[i].name);
        assert_int_equal(a->constant_count, b->constant_count);
        for (uint32_t i = 0; i < a->constant_count; i++) assert_int_equal(op_equal(w.vm, a->constants[i], b->constants[i]), 1);
        assert_int_equal(a->handler_count, b->handler_count);
        for (uint32_t i = 0; i < a->handler_count; i++) {
            const HandlerEntry *of_read = &a->handlers[i], *of_loaded = &b->handlers[i];
            assert_true(of_read->start == of_loaded->start && of_read->end == of_loaded->end && of_read->handler == of_loaded->handler && of_read->reg == of_loaded->reg);
        }
        assert_int_equal(a->child_count, b->child_count);
    }
    close_world(&w);
}

static bool reads(World *w, const uint8_t *bytes, size_t size) {
    uint8_t *exact = malloc(size ? size : 1); // so that a byte beyond it is noticed
    memcpy(exact, bytes, size);
    Code *code = load(w, exact, size);
    bool good = code && read_all(w->vm, code, 0) >= 0;
    error_clear(w->vm);
    free(exact);
    gc_collect(w->vm);
    return good;
}

static void bytes_that_were_cut(void **unused) {
    (void)unused;
    World w;
    open_world(&w);
    size_t size = w.bytes.size;
    for (size_t cut = 0; cut < size; cut++) assert_false(reads(&w, w.bytes.bytes, cut));
    uint8_t *longer = malloc(size + 1);
    memcpy(longer, w.bytes.bytes, size);
    longer[size] = 0;
    assert_false(reads(&w, longer, size + 1));
    assert_true(reads(&w, longer, size));
    free(longer);
    close_world(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(functions_are_read_later), cmocka_unit_test(is_the_same), cmocka_unit_test(bytes_that_were_cut)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
