// typhon_config.map: the host's memory for the heap.
#include "host.h"

enum { ALIGNED = 2 * 1024 * 1024 };
typedef struct Bank {
    size_t calls, pieces, bytes;
    size_t refused_from; // the call; 0: none is
} Bank;
static void *lend(void *userdata, size_t size) {
    Bank *bank = userdata;
    assert_int_equal(size % 4096, 0);
    if (bank->refused_from && ++bank->calls >= bank->refused_from) return NULL;
    void *memory = NULL; // (the sanitizers' aligned_alloc takes multiples of the alignment only)
    if (posix_memalign(&memory, ALIGNED, size)) return NULL;
    memset(memory, 0xA5, size); // nobody promised zeroes
    bank->pieces++, bank->bytes += size;
    return memory;
}
static void take_back(void *userdata, void *memory, size_t size) {
    Bank *bank = userdata;
    bank->pieces--, bank->bytes -= size;
    free(memory);
}

static void counted(void **state) {
    (void)state;
    Bank bank = {0};
    typhon_config config = {.userdata = &bank, .map = lend, .unmap = take_back};
    typhon_vm *vm = typhon_open(&config);
    assert_non_null(vm);
    typhon_memory memory;
    assert_int_equal(typhon_run(vm, NULL, "x = [bytearray(400000) for n in range(20)]\ny = [[n] for n in range(200000)]\nassert not any(x[3])\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_get_memory(vm, &memory);
    assert_true(bank.bytes >= memory.committed && bank.pieces > 20);
    size_t most = bank.bytes;
    assert_int_equal(typhon_run(vm, NULL, "x.clear(); y.clear()\nx = y = z = None\nfor i in range(5): z = [[n] for n in range(200000)]\nz = None\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    for (int i = 0; i < 5; i++) typhon_collect(vm);
    assert_true(bank.bytes < most);
    typhon_close(vm);
    assert_int_equal(bank.bytes, 0);
    assert_int_equal(bank.pieces, 0);
}

static void refused(void **state) {
    (void)state;
    for (size_t from = 1; from < 12; from++) {
        Bank bank = {.refused_from = from};
        typhon_config config = {.userdata = &bank, .map = lend, .unmap = take_back, .suspends = from % 2};
        typhon_vm *vm = typhon_open(&config);
        assert_non_null(vm); // it asks for memory when it is first used
        typhon_error error;
        assert_int_equal(typhon_run(vm, NULL, "x = []\nwhile True: x.append(bytes(300000) if len(x) % 2 else [0] * 1000)\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
        assert_true(typhon_get_error(vm, &error));
        assert_string_equal(error.type, "MemoryError");
        if (from == 1) bank.refused_from = 0; // nothing works without any
        assert_int_equal(typhon_run(vm, NULL, "x = None\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
        assert_int_equal(typhon_run(vm, NULL, "assert sum([n * n for n in range(1000)]) == 332833500\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
        typhon_close(vm);
        assert_int_equal(bank.pieces, 0);
    }
}

// Memory that runs out while what the checker found is written leaves nothing behind (LeakSanitizer looks).
static void refused_while_written(void **state) {
    (void)state;
    enum { MISTAKES = 600 };
    char text[MISTAKES * 40];
    size_t size = 0;
    bool ran_out = false, was_found = false;
    for (int i = 0; i < MISTAKES; i++) { // one more each time, so that memory runs out in each place once
        size += (size_t)sprintf(text + size, "x%d: int = 'not a number'\n", i);
        typhon_config config = {.heap_limit = 700 * 1024};
        typhon_vm *vm = typhon_open(&config);
        assert_non_null(vm);
        typhon_status status = typhon_run(vm, "mistakes.py", text, size);
        typhon_error error;
        if (status == TYPHON_REFUSED) {
            was_found = true;
        } else {
            assert_true(typhon_get_error(vm, &error));
            assert_string_equal(error.type, "MemoryError");
            ran_out = true;
        }
        typhon_close(vm);
    }
    assert_true(ran_out && was_found);
}

// A run that stands still wherever it may while what the checker found is told, and the host has something else checked meanwhile.
static void told_in_turn(void **state) {
    (void)state;
    enum { MISTAKES = 400 };
    char text[MISTAKES * 40];
    size_t size = 0;
    for (int i = 0; i < MISTAKES; i++) {
        size += (size_t)sprintf(text + size, "x%d: int = 'not a number'\n", i);
        if (i % 3) continue;
        typhon_config config = {.suspends = true};
        typhon_vm *vm = typhon_open(&config);
        assert_non_null(vm);
        typhon_set_budget(vm, 3000);
        typhon_status status = typhon_run(vm, "mistakes.py", text, size);
        for (int n = 0; status == TYPHON_SUSPENDED && n < 10000; n++) {
            typhon_set_budget(vm, 0);
            assert_int_equal(typhon_check_text(vm, "other", "other.py", "y: str = 3\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
            typhon_set_budget(vm, 3000);
            status = typhon_resume(vm, NULL);
        }
        assert_int_equal(status, TYPHON_REFUSED);
        size_t count;
        const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
        assert_int_equal(count, i + 1);
        for (size_t k = 0; k < count; k++) assert_int_equal(found[k].span.line, k + 1);
        typhon_close(vm);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(counted), cmocka_unit_test(refused), cmocka_unit_test(refused_while_written), cmocka_unit_test(told_in_turn)};
#ifdef TYPHON_GC_BOEHM
    return (void)tests, 0; // memory is its own
#else
    return cmocka_run_group_tests(tests, NULL, NULL);
#endif
}
