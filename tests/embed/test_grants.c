// A VM has access to nothing but what it is granted.
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <typhon.h>
#include <cmocka.h>

static char folder[] = "/tmp/typhon-grants-XXXXXX";

static void write_file(const char *name, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}
static int make_folder(void **state) {
    (void)state;
    char path[256];
    if (!mkdtemp(folder)) return -1;
    for (const char *const *name = (const char *const[]){"in", "out", "other", NULL}; *name; name++) {
        snprintf(path, sizeof path, "%s/%s", folder, *name);
        mkdir(path, 0700);
    }
    write_file("in/a.txt", "granted");
    write_file("in/module.py", "x: int = 'wrong'\n");
    write_file("other/key", "secret");
    return chdir(folder);
}
static int remove_folder(void **state) {
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static typhon_vm *open_vm(void) {
    typhon_vm *vm = typhon_open(NULL);
    assert_non_null(vm);
    return vm;
}
static void expect_refused(typhon_vm *vm, const char *code, const char *grant) {
    typhon_error error;
    char wanted[64];
    assert_int_equal(typhon_run(vm, NULL, code, TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, "PermissionError");
    snprintf(wanted, sizeof wanted, "needs the grant %s (--allow-%s", grant, grant);
    if (!strstr(error.message, wanted)) fail_msg("%s: %s", code, error.message);
    typhon_clear_error(vm);
}
static void expect_good(typhon_vm *vm, const char *code) {
    if (typhon_run(vm, NULL, code, TYPHON_NUL_TERMINATED) != TYPHON_OK) fail_msg("%s: %s", code, typhon_problem(vm));
}
static void expect_error(typhon_vm *vm, typhon_status status, const char *type) {
    typhon_error error;
    assert_int_equal(status, TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, type);
    typhon_clear_error(vm);
}

static void test_nothing(void **state) {
    (void)state;
    typhon_vm *vm = open_vm();
    expect_refused(vm, "open('in/a.txt')", "read");
    expect_refused(vm, "open('out/x', 'w')", "write");
    expect_refused(vm, "import time; time.time()", "clock");
    expect_refused(vm, "import os; os.fork()", "run");
    expect_refused(vm, "import os; os._exit(1)", "process");
    expect_refused(vm, "import os; os.abort()", "process");
    for (size_t i = 0; i < 3; i++) expect_refused(vm, (const char *const[]){"import gc; gc.get_objects()", "import gc; gc.get_referrers([])", "import gc; gc.get_referents([])"}[i], "process"); // they show what the VM keeps for the host
    expect_refused(vm, "import os; os.urandom(1)", "random");
    expect_refused(vm, "import os; os.write(1, b'x')", "stdout");
    expect_refused(vm, "import os; os.read(0, 1)", "stdin");
    expect_refused(vm, "import socket; socket.socket()", "net");
    expect_refused(vm, "import threading; threading.Thread(target=print).start()", "threads");
    expect_refused(vm, "import signal; signal.alarm(1)", "signals");
    expect_good(vm, "import os, sys, random\nassert not os.environ and sys.stdin is None and sys.executable == '' and not os.path.exists('/')\nrandom.random()\nprint('x')");
    typhon_close(vm);
}

static void test_given(void **state) {
    (void)state;
    typhon_vm *vm = open_vm(), *other = open_vm();
    assert_int_equal(typhon_grant(vm, "read", "in"), TYPHON_OK);
    assert_int_equal(typhon_grant(vm, "write", "out"), TYPHON_OK);
    expect_good(vm, "assert open('in/a.txt').read() == 'granted'");
    expect_good(vm, "with open('out/made', 'w') as file: file.write('x')");
    expect_refused(vm, "open('out/made')", "read");
    expect_refused(vm, "open('other/key')", "read");
    expect_refused(vm, "open('in/../other/key')", "read");
    expect_refused(vm, "import os\nos.symlink('../other/key', 'out/link')\nopen('out/link', 'w')", "write");
    expect_refused(other, "open('in/a.txt')", "read"); // grants are the VM's own
    assert_int_equal(typhon_grant(vm, "read", "other"), TYPHON_OK); // later: for what comes then
    expect_good(vm, "assert open('other/key').read() == 'secret'");
    setenv("TYPHON_TEST_A", "1", 1), setenv("TYPHON_TEST_B", "2", 1);
    assert_int_equal(typhon_grant(other, "env", "TYPHON_TEST_A"), TYPHON_OK);
    assert_int_equal(typhon_grant(other, "clock", NULL), TYPHON_OK);
    expect_good(other, "import os, time\nassert dict(os.environ) == {'TYPHON_TEST_A': '1'} and time.time() > 0");
    assert_int_equal(typhon_grant(other, "all", NULL), TYPHON_OK);
    expect_good(other, "import os\nassert open('other/key').read() == 'secret' and os.getpid() > 0");
    typhon_close(vm);
    typhon_close(other);
}

static void test_wrong(void **state) {
    (void)state;
    typhon_vm *vm = open_vm();
    expect_error(vm, typhon_grant(vm, "everything", NULL), "ValueError");
    expect_error(vm, typhon_grant(vm, "clock", "x"), "ValueError");
    expect_error(vm, typhon_grant(vm, "read", "nowhere"), "FileNotFoundError");
    expect_refused(vm, "open('in/a.txt')", "read");
    typhon_close(vm);
}

// What imports find, the checker finds.
static void test_import(void **state) {
    (void)state;
    typhon_vm *vm = open_vm();
    const char import[] = "import sys\nsys.path.append('in')\nimport module\n";
    expect_error(vm, typhon_run(vm, "in/main.py", import, TYPHON_NUL_TERMINATED), "ModuleNotFoundError");
    assert_int_equal(typhon_run(vm, "in/main.py", "from module import x\ndef f(a: str) -> str: return a\n", TYPHON_NUL_TERMINATED), TYPHON_ERROR);
    assert_non_null(strstr(typhon_problem(vm), "ModuleNotFoundError"));
    typhon_clear_error(vm);
    assert_int_equal(typhon_grant(vm, "import", "in"), TYPHON_OK);
    expect_error(vm, typhon_run(vm, "in/main.py", import, TYPHON_NUL_TERMINATED), "SyntaxError"); // its type error
    expect_refused(vm, "open('in/module.py')", "read");
    typhon_close(vm);
}

// A script cannot come by a descriptor of the host's: neither by its number, nor by closing its own and waiting for the number to be used again.
static void test_descriptors(void **state) {
    (void)state;
    typhon_vm *vm = open_vm();
    char code[256];
    int key = open("other/key", O_RDWR);
    snprintf(code, sizeof code, "import os\nn = %d\ntry: os.read(n, 1)\nexcept OSError as e: assert e.errno == 9\nelse: assert False\ntry: os.close(n)\nexcept OSError: pass", key);
    expect_good(vm, code);
    assert_int_equal(fcntl(key, F_GETFD) >= 0, 1);
    assert_int_equal(typhon_grant(vm, "read", "in"), TYPHON_OK);
    assert_int_equal(typhon_grant(vm, "write", "in"), TYPHON_OK);
    expect_good(vm, "f = open('in/a.txt', 'r+')\nf.write('x')\nnumber = f.fileno()\nos.close(number)");
    int again = open("other/key", O_RDWR);
    snprintf(code, sizeof code, "assert number == %d\nfor use in (f.read, f.flush, f.fileno, lambda: f.write('y'), f.close):\n    try: use()\n    except (OSError, ValueError): pass\n"
                                "    else: assert use == f.close, use\ndel f, use\nimport gc\ngc.collect()", again);
    expect_good(vm, code);
    char text[16] = {0};
    assert_int_equal(read(again, text, sizeof text - 1), 6);
    assert_string_equal(text, "secret");
    close(again), close(key);
    typhon_close(vm);
}

// Nobody reads what is written: SIGPIPE would end this program.
static void test_pipes(void **state) {
    (void)state;
    typhon_vm *vm = open_vm();
    expect_good(vm, "import os, socket\ndef try_to(write):\n    a, b = socket.socketpair()\n    b.close()\n    try: write(a)\n    except BrokenPipeError: return\n    assert False\n"
                    "try_to(lambda s: os.write(s.fileno(), b'x'))\ntry_to(lambda s: os.writev(s.fileno(), [b'x']))\ntry_to(lambda s: s.send(b'x'))\ntry_to(lambda s: s.sendmsg([b'x']))\n"
                    "def by_file(s):\n    with open(s.fileno(), 'wb', buffering=0, closefd=False) as f: f.write(b'x')\ntry_to(by_file)");
    expect_good(vm, "import gc\na, b = socket.socketpair()\nf = open(a.detach(), 'w')\nf.write('x')\nb.close()\ndel f\ngc.collect()");
    typhon_close(vm);
}

static void keep_output(void *userdata, int stream, const char *text, size_t size) {
    (void)stream;
    char *out = userdata;
    size_t used = strlen(out);
    if (used + size < 4096) memcpy(out + used, text, size), out[used + size] = 0;
}
static void test_deterministic(void **state) {
    (void)state;
    static const char code[] = "import random\nclass A: pass\nprint(A(), id(A()), {A() for _ in range(9)}, {str(i) for i in range(99)}, random.random(), hash('x'))";
    char *out[2], *padding[2];
    for (int i = 0; i < 2; i++) {
        out[i] = calloc(1, 4096), padding[i] = malloc((size_t)i * 1000000 + 1); // elsewhere in memory
        const typhon_config config = {.deterministic = true, .output = keep_output, .userdata = out[i]};
        typhon_vm *vm = typhon_open(&config);
        expect_good(vm, code);
        expect_refused(vm, "import time; time.time()", "clock");
        typhon_close(vm);
    }
    assert_string_equal(out[0], out[1]);
    assert_true(strlen(out[0]) > 500);
    for (int i = 0; i < 2; i++) free(out[i]), free(padding[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing), cmocka_unit_test(test_given), cmocka_unit_test(test_wrong), cmocka_unit_test(test_import), cmocka_unit_test(test_descriptors),
        cmocka_unit_test(test_pipes), cmocka_unit_test(test_deterministic),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
