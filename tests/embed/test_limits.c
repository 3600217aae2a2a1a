// Budgets of instructions and time: runs that stand still and go on, and runs that are stopped.
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>
#include <unistd.h>
#include <cmocka.h>

#ifdef TYPHON_GC_BOEHM
enum { api_can_suspend = false };
#else
enum { api_can_suspend = true };
#endif

static typhon_vm *open_suspending(void) {
    const typhon_config config = {.suspends = true, .hash_seed = 7};
    typhon_vm *vm = typhon_open(&config);
    assert_non_null(vm);
    return vm;
}

static void expect_int(typhon_vm *vm, const char *text, int64_t expected) {
    typhon_value value, main = {0, 0};
    int64_t n;
    assert_int_equal(typhon_eval(vm, main, text, TYPHON_NUL_TERMINATED, &value), TYPHON_OK);
    assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
    assert_int_equal(n, expected);
}

static void expect_error(typhon_vm *vm, typhon_status status, const char *type, const char *message) {
    typhon_error error;
    assert_int_equal(status, TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, type);
    assert_string_equal(error.message, message);
}

static const char work[] = "class Item:\n    def __init__(self, n): self.n = n\n    def __lt__(self, other): return self.n < other.n\n"
                           "def numbers():\n    for n in range(2000):\n        yield n * 7919 % 2003\n"
                           "def deep(n): return 1 + deep(n - 1) if n else 0\n"
                           "items = sorted([Item(n) for n in numbers()])\n"
                           "try:\n    with open('/nowhere') as f: pass\nexcept OSError: failed = True\n"
                           "total = sum(item.n * i for i, item in enumerate(items)) + deep(500)\n"
                           "import json\ntexts = [json.dumps({'n': n}, indent=1) for n in range(50)]\n";

// The same result, however often it was suspended; and suspended as often in each run.
static void goes_on(void **state) {
    (void)state;
    static const uint64_t budgets[] = {0, 100000, 1000, 50, 1};
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        long times[2] = {0, 0};
        for (int again = 0; again < 2; again++) {
            typhon_vm *vm = open_suspending();
            typhon_set_budget(vm, budgets[i]);
            typhon_status status = typhon_run(vm, NULL, work, TYPHON_NUL_TERMINATED);
            while (status == TYPHON_SUSPENDED) {
                assert_int_equal(typhon_get_suspension(vm), TYPHON_OUT_OF_BUDGET);
                if (++times[again] % 100 == 0 && times[again] < 20000) typhon_collect(vm);
                status = typhon_resume(vm, NULL);
            }
            if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
            assert_int_equal(status, TYPHON_OK);
            assert_int_equal(typhon_get_suspension(vm), TYPHON_RUNNABLE);
            typhon_set_budget(vm, 0);
            expect_int(vm, "total", 2670604976);
            expect_int(vm, "len(texts)", 50);
            typhon_close(vm);
        }
        assert_int_equal(times[0], times[1]);
        if (budgets[i] == 1000) assert_in_range(times[0], 50, 2000);
    }
}

// What the host makes while a run stands still lives, and what the run holds, too.
static void beside_a_suspended_run(void **state) {
    (void)state;
    typhon_vm *vm = open_suspending();
    typhon_value kept = typhon_list(vm, NULL, 0), module, text;
    assert_int_equal(typhon_load(vm, "work", NULL, "def f(n):\n    made = []\n    for i in range(n): made.append(str(i))\n    return ''.join(made)\n", TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    typhon_set_budget(vm, 500);
    typhon_value arg = typhon_int(vm, 3000), result;
    typhon_status status = typhon_call_method(vm, module, "f", &arg, 1, &result);
    int times = 0;
    for (; status == TYPHON_SUSPENDED; times++) {
        typhon_scope scope = typhon_scope_open(vm);
        typhon_value made = typhon_str(vm, "a text of the host, of some length", TYPHON_NUL_TERMINATED);
        assert_int_equal(typhon_append(vm, kept, made), TYPHON_OK);
        typhon_scope_close(vm, scope);
        expect_error(vm, typhon_call_method(vm, module, "f", &arg, 1, NULL), "RuntimeError", "another run of this VM is suspended");
        assert_int_equal(typhon_repr(vm, kept, &text), TYPHON_OK);
        typhon_collect(vm);
        status = typhon_resume(vm, &result);
    }
    assert_int_equal(status, TYPHON_OK);
    assert_true(times > 5);
    size_t size;
    assert_int_equal(typhon_length(vm, result, &size), TYPHON_OK);
    assert_int_equal(size, 10 + 180 + 2700 + 8000);
    assert_int_equal(typhon_length(vm, kept, &size), TYPHON_OK);
    assert_int_equal(size, times);
    expect_error(vm, typhon_resume(vm, NULL), "RuntimeError", "no run of this VM is suspended");
    typhon_close(vm);
}

static const char stubborn[] = "log = []\nclass C:\n    def __enter__(self): pass\n    def __exit__(self, *a): log.append('exit'); return True\n"
                               "def f():\n    while True:\n        try:\n            with C():\n                while True: pass\n        except BaseException: log.append('caught')\n        finally: log.append('finally')\n";

static void cancelled(void **state) {
    (void)state;
    typhon_vm *vm = open_suspending();
    typhon_value module, f, log;
    size_t size;
    assert_int_equal(typhon_load(vm, "stubborn", NULL, stubborn, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "f", &f), TYPHON_OK);
    typhon_set_budget(vm, 1000);
    for (int i = 0; i < 10; i++) {
        assert_int_equal(typhon_call(vm, f, NULL, 0, NULL), TYPHON_SUSPENDED);
        for (int n = 0; n < i; n++) assert_int_equal(typhon_resume(vm, NULL), TYPHON_SUSPENDED);
        typhon_cancel(vm);
        assert_int_equal(typhon_get_suspension(vm), TYPHON_RUNNABLE);
    }
    typhon_cancel(vm);
    assert_int_equal(typhon_get_attr(vm, module, "log", &log), TYPHON_OK);
    assert_int_equal(typhon_length(vm, log, &size), TYPHON_OK);
    assert_int_equal(size, 0);
    assert_int_equal(typhon_call(vm, f, NULL, 0, NULL), TYPHON_SUSPENDED);
    typhon_close(vm); // with a run that stands still
}

// Without a stack of their own runs are stopped, and the VM goes on.
static void stopped(void **state) {
    (void)state;
    typhon_vm *vm = typhon_open(NULL);
    typhon_value module, f, log, value;
    size_t size;
    assert_int_equal(typhon_load(vm, "stubborn", NULL, stubborn, TYPHON_NUL_TERMINATED, &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "f", &f), TYPHON_OK);
    typhon_set_budget(vm, 10000);
    for (int i = 0; i < 3; i++) expect_error(vm, typhon_call(vm, f, NULL, 0, NULL), "TimeoutError", "the script has used up its budget");
    typhon_set_budget(vm, 0);
    typhon_set_time(vm, 20);
    expect_error(vm, typhon_call(vm, f, NULL, 0, NULL), "TimeoutError", "the script has used up its budget");
    typhon_set_time(vm, 0);
    assert_int_equal(typhon_get_attr(vm, module, "log", &log), TYPHON_OK);
    assert_int_equal(typhon_length(vm, log, &size), TYPHON_OK);
    assert_int_equal(size, 0);
    expect_int(vm, "sum(range(10))", 45);
    // a __repr__ that never returns
    typhon_set_budget(vm, 10000);
    assert_int_equal(typhon_run(vm, NULL, "class C:\n    def __repr__(self):\n        while True: pass\n    __eq__ = __hash__ = __len__ = __iter__ = __repr__\nc = C()\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_import(vm, "__main__", &module), TYPHON_OK);
    assert_int_equal(typhon_get_attr(vm, module, "c", &value), TYPHON_OK);
    assert_int_equal(typhon_repr(vm, value, &log), TYPHON_ERROR);
    assert_int_equal(typhon_length(vm, value, &size), TYPHON_ERROR);
    assert_int_equal(typhon_iter(vm, value, &log), TYPHON_ERROR);
    assert_int_equal(typhon_equal(vm, value, log = typhon_none(vm), &(bool){0}), TYPHON_ERROR);
    typhon_close(vm);
}

// Natives that take long are suspended, too, and go on; as often in each run. What stands still holds what nobody knows of: the host may collect all the same.
static void within_natives(void **state) {
    (void)state;
    static const char *const texts[] = {
        "sum(map(int, range(300000)))", "len(sorted([n * 7919 % 200003 for n in range(200003)]))", "(3 ** 200000 * 7 ** 200000) % 1000003", "(10 ** 60000) // (3 ** 20000) % 997",
        "pow(7, 3 ** 300, 10 ** 700 + 9) % 1009", "pow(3 ** 4000, -1, 10 ** 2000 + 1) % 1009", "len(repr(7 ** 20000)) + int('7' * 4000) % 97",
        "__import__('re').match('(a|aa)+$', 'a' * 28 + 'b') is None", "len(__import__('hashlib').pbkdf2_hmac('sha256', b'a', b'b', 3000))",
        "len(__import__('zlib').decompress(__import__('zlib').compress(bytes(3000000))))", "any(x > 3 for x in [1] * 100000)", "[0] * 300000 == [0.0] * 300000", "len('ab' * 3000000)",
        "len(str(__import__('decimal').Context(prec=5000).sqrt(2)))", "None in __import__('itertools').repeat(1, 200000)"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        long times[2] = {0, 0};
        int64_t expected = 0;
        for (int again = 0; again < 3; again++) { // the first time without a limit
            typhon_vm *vm = open_suspending();
            typhon_value main = {0, 0}, value;
            assert_int_equal(typhon_run(vm, NULL, "import re, zlib, hashlib, decimal, itertools, sys\nsys.set_int_max_str_digits(0)\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
            if (again) typhon_set_budget(vm, 3000);
            char text[500];
            snprintf(text, sizeof text, "int(%s)", texts[i]);
            typhon_status status = typhon_eval(vm, main, text, TYPHON_NUL_TERMINATED, &value);
            while (status == TYPHON_SUSPENDED) {
                if (++times[again - 1] % 7 == 0) {
                    typhon_scope scope = typhon_scope_open(vm);
                    for (int n = 0; n < 10; n++) typhon_str(vm, "a text of the host that dies at once", TYPHON_NUL_TERMINATED);
                    typhon_scope_close(vm, scope);
                    typhon_collect(vm);
                }
                status = typhon_resume(vm, &value);
            }
            if (status != TYPHON_OK) print_message("%s: %s", text, typhon_problem(vm));
            assert_int_equal(status, TYPHON_OK);
            int64_t n;
            assert_int_equal(typhon_get_int(vm, value, &n), TYPHON_OK);
            if (!again) expected = n;
            assert_int_equal(n, expected);
            typhon_close(vm);
        }
        if (!times[0]) print_message("%s: not suspended\n", texts[i]);
        assert_true(times[0] > 0);
        assert_int_equal(times[0], times[1]);
    }
}

// Where runs cannot stand still they are stopped there, by the host's wish as well.
static void stopped_within_natives(void **state) {
    (void)state;
    typhon_vm *vm = typhon_open(NULL);
    typhon_value value, main = {0, 0};
    static const char *const texts[] = {"sum(map(int, range(10**12)))", "9 ** 9 ** 8", "any(iter(int, 1))", "__import__('re').match('(a|a)*$', 'a' * 100 + 'b')",
                                        "__import__('math').factorial(10**7)", "pow(3, 10 ** 100000, 10 ** 100000 + 1)"};
    for (int way = 0; way < 3; way++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            typhon_set_budget(vm, way == 0 ? 1000000 : 0);
            typhon_set_time(vm, way == 1 ? 20 : 0);
            if (way == 2) typhon_interrupt(vm);
            typhon_status status = typhon_eval(vm, main, texts[i], TYPHON_NUL_TERMINATED, &value);
            if (status == TYPHON_OK) print_message("%d: %s: not stopped\n", way, texts[i]);
            expect_error(vm, status, way == 2 ? "KeyboardInterrupt" : "TimeoutError", way == 2 ? "" : "the script has used up its budget");
        }
    typhon_set_time(vm, 0);
    expect_int(vm, "sum(range(10))", 45);
    typhon_close(vm);
}

typedef struct World {
    int asked;
    int64_t last;
} World;

static typhon_status fetch(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    World *world = userdata;
    (void)result;
    world->asked++;
    if (typhon_get_int(vm, args[0], &world->last) != TYPHON_OK) return TYPHON_ERROR;
    return TYPHON_SUSPENDED;
}

static void not_ready_yet(void **state) {
    (void)state;
    World world = {0};
    typhon_vm *vm = open_suspending();
    assert_int_equal(typhon_def(vm, "net", "def fetch(n: int) -> str", fetch, &world), TYPHON_OK);
    static const char text[] = "import net\nout: list[str] = []\nfor n in range(3): out.append(net.fetch(n))\n"
                               "out += sorted(['b', 'a'], key=lambda s: net.fetch(len(s) * 10) + s)\n"
                               "try: net.fetch(99)\nexcept LookupError as e: out.append(str(e))\ntry: net.fetch(100)\nexcept TypeError as e: out.append(str(e))\n";
    typhon_status status = typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED);
    while (status == TYPHON_SUSPENDED) {
        assert_int_equal(typhon_get_suspension(vm), TYPHON_WAITING);
        assert_int_equal(typhon_resume(vm, NULL), TYPHON_SUSPENDED); // nothing has come
        typhon_collect(vm);
        typhon_scope scope = typhon_scope_open(vm);
        typhon_value value = {0, 0};
        if (world.last == 99) typhon_raise(vm, "LookupError", "nobody answers");
        else if (world.last == 100) value = typhon_int(vm, 3);
        else value = typhon_str(vm, "answer", 6);
        assert_int_equal(typhon_complete(vm, value), TYPHON_OK);
        expect_error(vm, typhon_complete(vm, typhon_none(vm)), "RuntimeError", "no host function of this VM waits");
        typhon_clear_error(vm); // what waited is kept
        typhon_scope_close(vm, scope);
        status = typhon_resume(vm, NULL);
    }
    if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
    assert_int_equal(status, TYPHON_OK);
    assert_int_equal(world.asked, 7);
    typhon_value out, main = {0, 0};
    const char *shown;
    assert_int_equal(typhon_eval(vm, main, "repr(out)", TYPHON_NUL_TERMINATED, &out), TYPHON_OK);
    assert_int_equal(typhon_get_str(vm, out, &shown, NULL), TYPHON_OK);
    assert_string_equal(shown, "['answer', 'answer', 'answer', 'a', 'b', 'nobody answers', 'fetch() must return str, not int']");
    // given up while it waits
    assert_int_equal(typhon_run(vm, NULL, "import net\ntry: net.fetch(1)\nfinally: never = 1\n", TYPHON_NUL_TERMINATED), TYPHON_SUSPENDED);
    typhon_cancel(vm);
    assert_int_equal(typhon_eval(vm, main, "never", TYPHON_NUL_TERMINATED, &out), TYPHON_ERROR);
    typhon_close(vm);
    // where runs cannot stand still
    vm = typhon_open(NULL);
    assert_int_equal(typhon_def(vm, "net", "def fetch(n: int) -> str", fetch, &world), TYPHON_OK);
    expect_error(vm, typhon_run(vm, NULL, "import net\nnet.fetch(1)\n", TYPHON_NUL_TERMINATED), "RuntimeError", "a host function is not ready, and this run cannot be suspended");
    typhon_close(vm);
}

static void recursion(void **state) {
    (void)state;
    const typhon_config config = {.suspends = true, .recursion_limit = 200};
    typhon_vm *vm = typhon_open(&config);
    static const char text[] = "import sys\nsys.setrecursionlimit(100000)\ndepth = 0\ndef f():\n    global depth\n    depth += 1\n    f()\ntry: f()\nexcept RecursionError: pass\n"
                               "class C:\n    def __repr__(self): return repr([self])\ntry: repr(C())\nexcept RecursionError: deep = 1\n"
                               "x = []\nfor _ in range(100000): x = [x]\ntry: repr(x)\nexcept RecursionError: deep += 1\ntry: x == [x]\nexcept RecursionError: deep += 1\n";
    typhon_status status = typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED);
    if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
    assert_int_equal(status, TYPHON_OK);
    expect_int(vm, "150 < depth < 200", 1);
    typhon_close(vm);
}

// Many VMs that stand still, each moved from one thread to another.
static void *resume_it(void *vm) {
    typhon_status status = TYPHON_SUSPENDED;
    for (int i = 0; i < 20 && status == TYPHON_SUSPENDED; i++) status = typhon_resume(vm, NULL);
    return vm;
}
static void on_other_threads(void **state) {
    (void)state;
    enum { VMS = 8 };
    typhon_vm *vms[VMS];
    for (int i = 0; i < VMS; i++) {
        vms[i] = open_suspending();
        typhon_set_budget(vms[i], 5000);
        assert_int_equal(typhon_run(vms[i], NULL, work, TYPHON_NUL_TERMINATED), TYPHON_SUSPENDED);
    }
    for (bool left = true; left;) {
        pthread_t threads[VMS];
        left = false;
        for (int i = 0; i < VMS; i++) assert_int_equal(pthread_create(&threads[i], NULL, resume_it, vms[i]), 0);
        for (int i = 0; i < VMS; i++) pthread_join(threads[i], NULL), left |= typhon_get_suspension(vms[i]) != TYPHON_RUNNABLE;
    }
    for (int i = 0; i < VMS; i++) {
        typhon_set_budget(vms[i], 0);
        expect_int(vms[i], "total", 2670604976);
        typhon_close(vms[i]);
    }
}

// What a script leaves to be done at its end is within the limits, too.
static void ends(void **state) {
    (void)state;
    static const char text[] = "import atexit\nclass C:\n    def __del__(self):\n        while True:\n            try:\n                while True: pass\n            except BaseException: pass\nkept = [C(), C()]\n@atexit.register\ndef never():\n    while True: pass\n";
    for (int i = 0; i < 3; i++) {
        const typhon_config config = {.suspends = i == 2};
        typhon_vm *vm = typhon_open(&config);
        if (i) typhon_set_budget(vm, 100000);
        else typhon_set_time(vm, 50);
        assert_int_equal(typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED), TYPHON_OK);
        typhon_close(vm);
    }
}

static typhon_status resumes(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata, (void)args, (void)result;
    expect_error(vm, typhon_resume(vm, NULL), "RuntimeError", "a host function does not resume a run");
    typhon_cancel(vm);
    assert_int_equal(typhon_get_suspension(vm), TYPHON_OUT_OF_BUDGET);
    return TYPHON_OK;
}

// What the host runs beside a suspended run may call the host: that is not the place to go on with the run.
static void resumed_within(void **state) {
    (void)state;
    typhon_vm *vm = open_suspending();
    typhon_value object, main = {0, 0};
    assert_int_equal(typhon_def(vm, "host", "def resumes() -> None", resumes, NULL), TYPHON_OK);
    assert_int_equal(typhon_run(vm, NULL, "import host\nclass C:\n    def __repr__(self):\n        host.resumes()\n        return 'C'\nc = C()\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_eval(vm, main, "c", TYPHON_NUL_TERMINATED, &object), TYPHON_OK);
    typhon_set_budget(vm, 1000);
    assert_int_equal(typhon_run(vm, NULL, "while True: pass\n", TYPHON_NUL_TERMINATED), TYPHON_SUSPENDED);
    assert_int_equal(typhon_repr(vm, object, &object), TYPHON_OK);
    typhon_cancel(vm);
    assert_int_equal(typhon_get_suspension(vm), TYPHON_RUNNABLE);
    typhon_close(vm);
}

// A run may stand still while it is checked and compiled; the host loads other texts meanwhile.
static void loads_meanwhile(void **state) {
    (void)state;
    static char text[60000];
    size_t size = (size_t)snprintf(text, sizeof text, "import host\n");
    for (int i = 0; i < 600; i++) size += (size_t)snprintf(text + size, sizeof text - size, "def f%d(a: int, b: list[str]) -> dict[str, int]: return {b[0]: a + %d}\n", i, i);
    typhon_vm *vm = open_suspending();
    assert_int_equal(typhon_def_value(vm, "host", "N: int", typhon_int(vm, -1)), TYPHON_OK);
    typhon_set_budget(vm, 1000);
    int times = 0;
    typhon_status status = typhon_run(vm, NULL, text, size);
    for (; status == TYPHON_SUSPENDED; status = typhon_resume(vm, NULL), times++) {
        if (times % 10) continue;
        size_t count;
        typhon_set_budget(vm, 0);
        assert_int_equal(typhon_check_text(vm, "other", NULL, "from typing import Any\nclass C:\n    x: int = 'a'\n", TYPHON_NUL_TERMINATED), TYPHON_REFUSED);
        typhon_get_diagnostics(vm, &count);
        assert_int_equal(count, 1);
        assert_int_equal(typhon_def_value(vm, "host", "N: int", typhon_int(vm, times)), TYPHON_OK);
        typhon_set_budget(vm, 1000);
    }
    if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
    assert_int_equal(status, TYPHON_OK);
    assert_true(times > 3);
    typhon_set_budget(vm, 0);
    expect_int(vm, "f599(1, ['k'])['k']", 600);
    typhon_close(vm);
}

// A sleep ends with the run's time, and by an interrupt from a thread whose signals it does not get.
static void *interrupts(void *vm) {
    usleep(30000);
    typhon_interrupt(vm);
    return NULL;
}
static void asleep(void **state) {
    (void)state;
    for (int suspends = 0; suspends < 2; suspends++) {
        const typhon_config config = {.suspends = suspends};
        typhon_vm *vm = typhon_open(&config);
        pthread_t thread;
        assert_int_equal(typhon_grant(vm, "clock", NULL), TYPHON_OK);
        assert_int_equal(pthread_create(&thread, NULL, interrupts, vm), 0);
        expect_error(vm, typhon_run(vm, NULL, "import time\ntime.sleep(300)\n", TYPHON_NUL_TERMINATED), "KeyboardInterrupt", "");
        pthread_join(thread, NULL);
        typhon_set_time(vm, 30);
        typhon_status status = typhon_run(vm, NULL, "import time\ntime.sleep(300)\n", TYPHON_NUL_TERMINATED);
        if (suspends && api_can_suspend) assert_int_equal(status, TYPHON_SUSPENDED), assert_int_equal(typhon_resume(vm, NULL), TYPHON_SUSPENDED), typhon_cancel(vm);
        else expect_error(vm, status, "TimeoutError", "the script has used up its budget");
        typhon_set_time(vm, 0);
        assert_int_equal(typhon_run(vm, NULL, "import time\nstart = time.monotonic()\ntime.sleep(0.07)\nassert time.monotonic() - start >= 0.07\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
        typhon_close(vm);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(goes_on), cmocka_unit_test(beside_a_suspended_run), cmocka_unit_test(cancelled), cmocka_unit_test(stopped),
                                       cmocka_unit_test(within_natives), cmocka_unit_test(stopped_within_natives), cmocka_unit_test(not_ready_yet), cmocka_unit_test(recursion),
                                       cmocka_unit_test(on_other_threads), cmocka_unit_test(ends), cmocka_unit_test(loads_meanwhile), cmocka_unit_test(resumed_within), cmocka_unit_test(asleep)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
