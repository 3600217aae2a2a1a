// Threads: those of scripts that are left behind when their VM closes, and those of the host that have small stacks.
#include "host.h"
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

// ---- left behind -------------------------------------------------------------------------------------------------

// A VM of whose threads one is in `waits` when it closes, with the end ends[0] of a socket as `s` and a megabyte as `data`. That end is the thread's for ever: nobody may close it.
static void leave_thread(Output *output, int ends[2], const char *waits) {
    typhon_vm *vm = open_with(output);
    char script[600];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_int_equal(typhon_grant(vm, "all", NULL), TYPHON_OK);
    snprintf(script, sizeof script,
             "import os, socket, threading, time\ns = socket.socket(fileno=%d)\ndata = b'd' * 1000000\nstarted = threading.Event()\ndef wait():\n    started.set()\n    %s\n"
             "threading.Thread(target=wait, daemon=True).start()\nstarted.wait()\ntime.sleep(0.02)\nprint('waits')\ns.detach()\n", ends[0], waits);
    expect_run(vm, output, script, "waits\n");
    typhon_close(vm);
}

// What comes in afterwards must find no way into memory that was the heap's.
static void left_receiving(void **state) {
    (void)state;
    static const char *const receives[] = {"s.recv(100)", "s.recvfrom(70000)", "s.recv_into(bytearray(3000))", "s.recvmsg(500, 1000)", "os.read(s.fileno(), 600)", "open(s.fileno(), 'rb', closefd=False).read(40)"};
    for (size_t i = 0; i < sizeof receives / sizeof *receives; i++) {
        Output output = {0};
        int ends[2];
        leave_thread(&output, ends, receives[i]);
        typhon_vm *next = open_with(&output); // in the memory of the first
        assert_int_equal(write(ends[1], "comes too late", 14), 14);
        usleep(20000);
        expect_run(next, &output, "x = [bytes(n) for n in range(2000)]\nprint(all(not any(b) for b in x))\n", "True\n");
        typhon_close(next);
        close(ends[1]);
    }
}

// What they were about to send must not be what others have put there meanwhile.
static void left_sending(void **state) {
    (void)state;
    static const char *const sends[] = {"s.send(data)", "s.sendmsg([data])", "os.write(s.fileno(), data)", "os.writev(s.fileno(), [data, data])"};
    for (size_t i = 0; i < sizeof sends / sizeof *sends; i++) {
        Output output = {0};
        int ends[2];
        char got[4096];
        leave_thread(&output, ends, sends[i]);
        typhon_vm *next = open_with(&output);
        expect_run(next, &output, "x = [b'x' * 1000000 for n in range(20)]\n", "");
        struct pollfd comes = {ends[1], POLLIN, 0};
        while (poll(&comes, 1, 50) > 0) {
            ssize_t size = read(ends[1], got, sizeof got);
            for (ssize_t at = 0; at < size; at++) assert_int_equal(got[at], 'd');
        }
        typhon_close(next);
        close(ends[1]);
    }
}

// ---- small stacks ------------------------------------------------------------------------------------------------

// `before`, `count` times, `middle`, and `after` as often: deep for the parser, the checker, the compiler, or for natives.
static const struct {
    const char *start, *before, *middle, *after, *end;
    size_t count;
} deep[] = {
    {"x = ", "-", "1", "", "", 2900}, {"a = 1\nx = 1", "", "", " + a", "", 2900}, {"import host\nx = host", "", "", ".a", "", 2900}, {"def f(): return f\nx = f", "", "", "()", "", 2900},
    {"x: dict[int, int] = {}\ny = x", "", "", "[1]", "", 2900}, {"x = ", "1 if x else ", "2", "", "", 2900}, {"x = ", "lambda: ", "1", "", "", 900}, {"x = ", "[a for a in ", "[]", "]", "", 190},
    {"x: ", "list[", "int", "]", " = []", 900}, {"def f(x: object) -> object: return x\nx = f(", "f(", "1", ")", ")", 900}, {"x = ", "(1 and ", "1", ")", "", 900}, {"x = 3\nif x == 0: pass\n", "", "", "elif x == 1: y = 2\n", "", 2900},
    {"eval('", "-", "1", "", "')", 2900}, {"import ast\nast.dump(ast.parse('", "-", "1", "", "'))", 2900},
    {"def f(n): return f(n + 1)\nf(0)", "", "", "", "", 1}, {"def f(n): return max([n], key=f)\nf(0)", "", "", "", "", 1}, {"class A:\n    def __repr__(self): return repr(self)\nrepr(A())", "", "", "", "", 1},
    {"class A:\n    def __lt__(self, o): return sorted([A(), A()])\nsorted([A(), A()])", "", "", "", "", 1}, {"def f(n): exec('f(n + 1)', {'f': f, 'n': n})\nf(0)", "", "", "", "", 1},
    {"x = []\nfor i in range(100000): x = [x]\nrepr(x)", "", "", "", "", 1}, {"x = []; y = []\nfor i in range(100000): x = [x]; y = [y]\nx == y", "", "", "", "", 1},
    {"import json\njson.loads('['* 100000)", "", "", "", "", 1}, {"import re\nre.compile('(' * 5000 + ')' * 5000)", "", "", "", "", 1}, {"import copy\nx = []\nfor i in range(100000): x = [x]\ncopy.deepcopy(x)", "", "", "", "", 1},
    {"import pickle\nx = []\nfor i in range(100000): x = [x]\npickle.dumps(x)", "", "", "", "", 1}, {"def g(n): yield from g(n + 1)\nnext(g(0))", "", "", "", "", 1},
};
static char *deep_text(size_t which) {
    size_t step = strlen(deep[which].before) + strlen(deep[which].after), rest = strlen(deep[which].start) + strlen(deep[which].middle) + strlen(deep[which].end);
    char *text = malloc(deep[which].count * step + rest + 2), *at = text;
    assert_non_null(text);
    at += sprintf(at, "%s", deep[which].start);
    for (size_t i = 0; i < deep[which].count; i++) at += sprintf(at, "%s", deep[which].before);
    at += sprintf(at, "%s", deep[which].middle);
    for (size_t i = 0; i < deep[which].count; i++) at += sprintf(at, "%s", deep[which].after);
    sprintf(at, "%s\n", deep[which].end);
    return text;
}

// It works, or an exception says why not: which of them depends on the stack.
static void *run_deep(void *config) {
    for (size_t i = 0; i < sizeof deep / sizeof *deep; i++) {
        typhon_vm *vm = typhon_open(config);
        char *text = deep_text(i);
        assert_int_equal(typhon_def(vm, "host", "def a(x: int) -> int", NULL, NULL), TYPHON_OK);
        typhon_run(vm, "deep.py", text, TYPHON_NUL_TERMINATED);
        assert_int_equal(typhon_run(vm, "after.py", "print([1, 2])", TYPHON_NUL_TERMINATED), TYPHON_OK);
        typhon_close(vm);
        free(text);
    }
    return NULL;
}
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
enum { FRAMES = 8 }; // are so many times as large
#else
enum { FRAMES = 1 };
#endif
static void small_stacks(void **state) {
    (void)state;
#ifdef __SANITIZE_THREAD__
    return; // it keeps 800 KB of its own on each stack, and follows 65,535 calls at most
#endif
    static const size_t kilobytes[] = {64, 128, 256};
    for (size_t i = 0; i < sizeof kilobytes / sizeof *kilobytes; i++) {
        typhon_config config = {.check = TYPHON_CHECK_STRICT};
        pthread_attr_t attributes;
        pthread_t thread;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, kilobytes[i] * FRAMES * 1024);
        assert_int_equal(pthread_create(&thread, &attributes, run_deep, &config), 0);
        pthread_attr_destroy(&attributes);
        pthread_join(thread, NULL);
    }
    typhon_config config = {.suspends = true, .c_stack = 1}; // the least there is
    run_deep(&config);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(left_receiving), cmocka_unit_test(left_sending), cmocka_unit_test(small_stacks)};
#ifdef TYPHON_GC_BOEHM
    return (void)tests, 0; // memory is its own, and it knows no stacks but the threads'
#else
    return cmocka_run_group_tests(tests, NULL, NULL);
#endif
}
