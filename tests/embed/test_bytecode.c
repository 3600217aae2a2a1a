// Bytecode: kept by the host, loaded by another VM, which does the same with it; and bytes that are no such thing are refused.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>
#include <cmocka.h>

typedef struct Kept {
    unsigned char *bytes;
    size_t size;
} Kept;

static typhon_status twice(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata;
    int64_t n;
    if (typhon_get_int(vm, args[0], &n)) return TYPHON_ERROR;
    *result = typhon_int(vm, 2 * n);
    return TYPHON_OK;
}
static typhon_vm *open_host(void) {
    typhon_vm *vm = typhon_open(NULL);
    assert_non_null(vm);
    assert_int_equal(typhon_def(vm, "host", "def twice(n: int) -> int", twice, NULL), TYPHON_OK);
    return vm;
}

static Kept compiled(const char *name, const char *text) {
    typhon_vm *vm = open_host();
    typhon_value value;
    const void *bytes;
    Kept kept = {NULL, 0};
    assert_int_equal(typhon_compile(vm, name, "kept.py", text, TYPHON_NUL_TERMINATED, &value), TYPHON_OK);
    assert_int_equal(typhon_get_bytes(vm, value, &bytes, &kept.size), TYPHON_OK);
    kept.bytes = malloc(kept.size);
    assert_non_null(kept.bytes);
    memcpy(kept.bytes, bytes, kept.size);
    typhon_close(vm);
    return kept;
}

static const char program[] = "import host\n"
                              "class Shape:\n    def __init__(self, n: int) -> None: self.n = n\n    def area(self) -> int: return self.n ** 2\n"
                              "def squares(n):\n    for i in range(n):\n        try: yield Shape(i).area()\n        finally: pass\n"
                              "total = sum(squares(10)) + host.twice(4)\n"
                              "def fail(x):\n    return x / 0\n"
                              "words = f'{total:>5}|{[*map(str, squares(3))]}'\n"
                              "lone = '\\ud800'\n";

static void goes_from_vm_to_vm(void **state) {
    (void)state;
    Kept kept = compiled("kept", program);
    typhon_vm *vm = open_host();
    typhon_value module, value, arg = typhon_int(vm, 1);
    const char *text;
    int64_t n;
    assert_int_equal(typhon_load(vm, "kept", "kept.py", (const char *)kept.bytes, kept.size, &module), TYPHON_OK);
    free(kept.bytes); // it was read
    assert_int_equal(typhon_get_attr(vm, module, "total", &value), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
    assert_int_equal(n, 293);
    assert_int_equal(typhon_get_attr(vm, module, "words", &value), TYPHON_OK);
    assert_int_equal(typhon_get_str(vm, value, &text, NULL), TYPHON_OK);
    assert_string_equal(text, "  293|['0', '1', '4']");
    // tracebacks have its lines
    typhon_error error;
    assert_int_equal(typhon_call_method(vm, module, "fail", &arg, 1, &value), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "ZeroDivisionError");
    assert_true(error.frame_count > 0);
    assert_int_equal(error.frames[error.frame_count - 1].line, 11);
    assert_string_equal(error.frames[error.frame_count - 1].path, "kept.py");
    // scripts may import it
    assert_int_equal(typhon_run(vm, NULL, "import kept\nassert kept.total == 293", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_close(vm);
}

static void is_checked_when_compiled(void **state) {
    (void)state;
    typhon_vm *vm = open_host();
    typhon_value value;
    size_t count;
    assert_int_equal(typhon_compile(vm, "m", NULL, "import host\nhost.twice('a')\n", TYPHON_NUL_TERMINATED, &value), TYPHON_REFUSED);
    typhon_get_diagnostics(vm, &count);
    assert_int_equal(count, 1);
    assert_int_equal(typhon_compile(vm, "m", NULL, "def f(:\n", TYPHON_NUL_TERMINATED, &value), TYPHON_REFUSED);
    typhon_close(vm);
}

// What a host function takes is looked at when it is called, wherever the bytecode came from.
static void calls_are_checked(void **state) {
    (void)state;
    Kept kept = compiled("__main__", "import host\nimport json\nargument = json.loads('\"a\"')\nhost.twice(argument)\n");
    typhon_vm *vm = open_host();
    typhon_error error;
    assert_int_equal(typhon_run(vm, NULL, (const char *)kept.bytes, kept.size), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "TypeError");
    typhon_close(vm);
    free(kept.bytes);
}

static void expect_refused(const void *bytes, size_t size, const char *message) {
    typhon_vm *vm = open_host();
    typhon_error error;
    void *exact = malloc(size + 1);
    assert_non_null(exact);
    memcpy(exact, bytes, size);
    assert_int_equal(typhon_run(vm, "kept.py", exact, size), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "ImportError");
    assert_string_equal(error.message, message);
    free(exact);
    typhon_close(vm);
}

static void damaged(void **state) {
    (void)state;
    Kept kept = compiled("__main__", program);
    for (size_t size = 8; size < kept.size; size += 1 + size / 7) expect_refused(kept.bytes, size, "the bytecode of kept.py is damaged");
    for (size_t at = 8; at < kept.size; at += 1 + at / 9) {
        kept.bytes[at] ^= (unsigned char)(1u << at % 8);
        expect_refused(kept.bytes, kept.size, at < 24 ? "the bytecode of kept.py was made by another version of Typhon" : "the bytecode of kept.py is damaged");
        kept.bytes[at] ^= (unsigned char)(1u << at % 8);
    }
    free(kept.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(goes_from_vm_to_vm), cmocka_unit_test(is_checked_when_compiled), cmocka_unit_test(calls_are_checked), cmocka_unit_test(damaged)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
