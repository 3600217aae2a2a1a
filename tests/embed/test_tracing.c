// Runs that are traced by the script itself: budgets, time, interrupts and the end of the VM reach them, and their hooks.
#include "host.h"

#ifdef TYPHON_GC_BOEHM
enum { api_can_suspend = false };
#else
enum { api_can_suspend = true };
#endif

static const char *const hooks[] = {
    "def hook(frame, event, arg):\n    seen.append(event)\n    return hook\n",
    "def hook(frame, event, arg):\n    seen.append(sorted(frame.f_locals))\n    return hook\n",
    "def hook(frame, event, arg):\n    frame.f_locals['x'] = len(seen)\n    seen.append(frame)\n    return hook\n",
    "def hook(frame, event, arg):\n    seen.append(sum(i * i for i in range(20)))\n    return hook\n",
};
static const char *const setters[] = {"sys.settrace(hook)\n", "sys.setprofile(hook)\n", "sys.settrace(hook); sys.setprofile(hook)\n"};
static const char begin[] = "import sys\nseen = []\n";
static const char work[] = "def f(n):\n    x = 0\n    for i in range(n):\n        x = x + i\n        try:\n            if i % 7 == 3: raise ValueError(i)\n        except ValueError: pass\n    return list(y for y in range(n))\n"
                           "def endless():\n    x = 0\n    while True:\n        x = f(5)\n        sorted([3, 1, 2], key=lambda v: -v)\n        del seen[:-5]\n";

static void write_script(char *text, size_t size, size_t hook, size_t setter, const char *end) { snprintf(text, size, "%s%s%s%s%s", begin, hooks[hook], work, setters[setter], end); }
enum { HOOKS = sizeof hooks / sizeof *hooks, SETTERS = sizeof setters / sizeof *setters, TEXT = 2000 };

static void expect_stopped(typhon_vm *vm, typhon_status status, const char *type) {
    typhon_error error;
    assert_int_equal(status, TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    if (strcmp(error.type, type) != 0) print_message("%s\n", typhon_problem(vm));
    assert_string_equal(error.type, type);
}

static void limits_end_them(void **state) {
    (void)state;
    char text[TEXT];
    for (size_t hook = 0; hook < HOOKS; hook++)
        for (size_t setter = 0; setter < SETTERS; setter++) {
            write_script(text, sizeof text, hook, setter, "endless()\n");
            for (int way = 0; way < 2; way++) {
                typhon_vm *vm = typhon_open(NULL);
                assert_non_null(vm);
                if (way) typhon_set_time(vm, 50);
                else typhon_set_budget(vm, 300000);
                expect_stopped(vm, typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED), "TimeoutError");
                typhon_set_time(vm, 0), typhon_set_budget(vm, 0);
                assert_int_equal(typhon_run(vm, NULL, "sys.settrace(None); sys.setprofile(None)\nassert f(3) == [0, 1, 2]\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
                typhon_close(vm);
            }
        }
}

// Stood still at each few instructions, also within a hook, it does what it does in one go.
static void suspended_they_go_on(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    char text[TEXT];
    for (size_t hook = 0; hook < HOOKS; hook++)
        for (size_t setter = 0; setter < SETTERS; setter++) {
            write_script(text, sizeof text, hook, setter, "r = f(9)\nsys.settrace(None); sys.setprofile(None)\nassert r == list(range(9)), r\nassert len(seen) > 10, seen\n");
            for (uint64_t budget = 1; budget < 200; budget = budget * 3 + 1) {
                const typhon_config config = {.suspends = true};
                typhon_vm *vm = typhon_open(&config);
                assert_non_null(vm);
                typhon_set_budget(vm, 20000); // the check takes most of them
                typhon_status status = typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED);
                for (int n = 0; status == TYPHON_SUSPENDED && n < 200000; n++) {
                    if (n % 50 == 0) typhon_collect(vm);
                    typhon_set_budget(vm, budget);
                    status = typhon_resume(vm, NULL);
                }
                if (status != TYPHON_OK) print_message("%s%s\n", text, typhon_problem(vm));
                assert_int_equal(status, TYPHON_OK);
                typhon_close(vm);
            }
        }
}

// Cancelled, or closed, where they stand.
static void suspended_they_end(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    char text[TEXT];
    for (size_t hook = 0; hook < HOOKS; hook++)
        for (size_t setter = 0; setter < SETTERS; setter++)
            for (uint64_t budget = 30000; budget < 31000; budget += 97) {
                const typhon_config config = {.suspends = true};
                typhon_vm *vm = typhon_open(&config);
                assert_non_null(vm);
                write_script(text, sizeof text, hook, setter, "endless()\n");
                typhon_set_budget(vm, budget);
                assert_int_equal(typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED), TYPHON_SUSPENDED);
                if (budget % 2) {
                    typhon_cancel(vm);
                    typhon_set_budget(vm, 0);
                    assert_int_equal(typhon_run(vm, NULL, "import sys\nsys.settrace(None); sys.setprofile(None)\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
                }
                typhon_close(vm);
            }
}

static void interrupts_end_them(void **state) {
    (void)state;
    char text[TEXT];
    for (size_t hook = 0; hook < HOOKS; hook++)
        for (size_t setter = 0; setter < SETTERS; setter++) {
            typhon_vm *vm = typhon_open(NULL);
            assert_non_null(vm);
            write_script(text, sizeof text, hook, setter, "endless()\n");
            expect_stopped(vm, run_interrupted(vm, 5000, text), "KeyboardInterrupt");
            typhon_close(vm);
        }
}

// Frames that a script keeps beyond their run: of functions the host calls, of generators it holds.
static void frames_are_kept(void **state) {
    (void)state;
    typhon_vm *vm = typhon_open(NULL);
    assert_non_null(vm);
    assert_int_equal(typhon_run(vm, NULL, "import sys\nkept = []\ndef hook(frame, event, arg):\n    kept.append(frame)\n    return hook\nsys.settrace(hook)\n"
                                          "def called(n):\n    x = [n]\n    return x\ndef made():\n    for i in range(5): yield i\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_scope scope = typhon_scope_open(vm);
    typhon_value module, function, generator, result, argument = typhon_int(vm, 3);
    assert_int_equal(typhon_import(vm, "__main__", &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "called", &function), TYPHON_OK);
    for (int n = 0; n < 50; n++) assert_int_equal(typhon_call(vm, function, &argument, 1, &result), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "made", &function), TYPHON_OK);
    assert_int_equal(typhon_call(vm, function, NULL, 0, &generator), TYPHON_OK);
    assert_int_equal(typhon_next(vm, generator, &result), TYPHON_OK);
    typhon_collect(vm);
    assert_int_equal(typhon_run(vm, NULL, "sys.settrace(None)\nassert any(f.f_locals.get('x') == [3] for f in kept)\nassert all(f.f_lineno and f.f_code for f in kept)\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_scope_close(vm, scope);
    typhon_close(vm);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(limits_end_them), cmocka_unit_test(suspended_they_go_on), cmocka_unit_test(suspended_they_end), cmocka_unit_test(interrupts_end_them), cmocka_unit_test(frames_are_kept)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
