// Scripts that wait: for each other, for a descriptor, for a process. Time, budgets and typhon_interrupt reach them, with whatever grants.
#include "host.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef TYPHON_GC_BOEHM
enum { api_can_suspend = false };
#else
enum { api_can_suspend = true };
#endif

// What needs no grant.
static const char *const endless[] = {
    "import _thread\nl = _thread.allocate_lock()\nl.acquire()\nl.acquire()\n",
    "import threading\nthreading.Event().wait()\n",
    "import queue\nqueue.Queue().get()\n",
    "import queue\nqueue.SimpleQueue().get()\n",
    "import socket\na, b = socket.socketpair()\na.recv(1)\n",
    "import socket\na, b = socket.socketpair()\na.recvmsg(1)\n",
    "import socket\na, b = socket.socketpair()\na.recv(1, 0x2000)\n", // MSG_ERRQUEUE, of which these sockets know nothing
    "import socket\na, b = socket.socketpair()\nb.send(b'xy')\na.recv(100, socket.MSG_WAITALL)\na.recv(1)\n",
    "import socket\na, b = socket.socketpair()\nwhile True: a.sendall(b'x' * 1000000)\n",
    "import socket\na, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\nwhile True: a.send(b'x' * 1000)\n",
    "import socket\na, b = socket.socketpair()\nwhile a.makefile('rb').readline(): pass\n",
    "import select\nselect.poll().poll()\n",
    "import select\nselect.epoll().poll()\n",
    "import select, socket\na, b = socket.socketpair()\nselect.select([a], [], [])\n",
    "import selectors, socket\na, b = socket.socketpair()\ns = selectors.DefaultSelector()\ns.register(a, selectors.EVENT_READ)\ns.select()\n",
};
// In the folder that argv[1] names.
static const char *const granted[] = {
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p1')\nopen(sys.argv[1] + '/p1').read()\n",
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p2')\nopen(sys.argv[1] + '/p2', 'w').write('x')\n",
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p3')\nos.open(sys.argv[1] + '/p3', os.O_WRONLY)\n",
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p4')\nos.read(os.open(sys.argv[1] + '/p4', os.O_RDWR), 1)\n",
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p5')\nd = os.open(sys.argv[1] + '/p5', os.O_RDWR)\nwhile True: os.write(d, b'x' * 100000)\n",
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p6')\nd = os.open(sys.argv[1] + '/p6', os.O_RDWR)\nwhile True: os.writev(d, [b'', b'x' * 100000])\n",
    "import os, sys\nos.mkfifo(sys.argv[1] + '/p7')\nwith open(sys.argv[1] + '/p7', 'r+b', buffering=0) as f:\n    while True: f.write(b'x' * 100000)\n",
    "import fcntl, sys\na, b = open(sys.argv[1] + '/f', 'w'), open(sys.argv[1] + '/f', 'w')\nfcntl.flock(a, fcntl.LOCK_EX)\nfcntl.flock(b, fcntl.LOCK_EX)\n",
    "import os, sys\nr, w = os.pipe()\nos.read(r, 1)\n",
    "import os\nos.system('sleep 1')\nwhile True: pass\n",
    "import os, sys\nr, w = os.pipe()\nopen(r).readline()\n",
    "import os\np = os.fork()\nif not p: os.execv('/bin/sleep', ['sleep', '1'])\nos.waitpid(p, 0)\nwhile True: pass\n",
    "import subprocess\nsubprocess.run(['sleep', '1'], capture_output=True)\nwhile True: pass\n",
    "import socket, sys\ns = socket.socket(socket.AF_UNIX)\ns.bind(sys.argv[1] + '/s')\ns.listen(1)\ns.accept()\n",
    "import socket, sys\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(0)\nwhile True: socket.socket().connect(s.getsockname())\n",
    "import signal\nsignal.pause()\n",
    "import signal\nsignal.sigwait([signal.SIGUSR2])\n",
    "import time\ntime.sleep(1000)\n",
    "import threading\nthreading.Thread(target=lambda: threading.Event().wait(), daemon=True).start()\nthreading.Event().wait()\n",
};

static Output printed;
static char folder[] = "/tmp/typhon_waits_XXXXXX";
static typhon_vm *open_vm(bool suspends, bool is_granted) {
    const char *argv[] = {"waits", folder};
    const typhon_config config = {.suspends = suspends, .argc = 2, .argv = argv, .output = keep, .userdata = &printed};
    typhon_vm *vm = typhon_open(&config);
    assert_non_null(vm);
    printed.size = 0, printed.text[0] = 0;
    if (is_granted) assert_int_equal(typhon_grant(vm, "all", NULL), TYPHON_OK);
    assert_int_equal(typhon_run(vm, NULL, "import threading, socket, select, selectors, queue, subprocess, os, sys, signal", TYPHON_NUL_TERMINATED), TYPHON_OK); // not what is measured
    return vm;
}
static void expect_stopped(typhon_vm *vm, const char *text) {
    typhon_error error;
    typhon_status status = typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED);
    if (status != TYPHON_ERROR) print_message("status %d: %s\n", status, text);
    assert_int_equal(status, TYPHON_ERROR);
    assert_true(typhon_get_error(vm, &error));
    if (strcmp(error.type, "TimeoutError") != 0) print_message("%s%s\n", text, typhon_problem(vm));
    assert_string_equal(error.type, "TimeoutError");
    assert_string_equal(error.message, "the script has used up its budget");
}
static void is_still_of_use(typhon_vm *vm) {
    typhon_set_time(vm, 0);
    typhon_set_budget(vm, 0);
    assert_int_equal(typhon_run(vm, NULL, "print(sum(range(10)))", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_close(vm);
}

static void time_ends_them(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof endless / sizeof *endless + sizeof granted / sizeof *granted; i++) {
        bool is_granted = i >= sizeof endless / sizeof *endless;
        typhon_vm *vm = open_vm(false, is_granted);
        typhon_set_time(vm, 150);
        expect_stopped(vm, is_granted ? granted[i - sizeof endless / sizeof *endless] : endless[i]);
        is_still_of_use(vm);
    }
}

// A run that may stand still does so, and goes on to wait; it can be cancelled.
static void time_suspends_them(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++) {
        typhon_vm *vm = open_vm(true, false);
        typhon_set_time(vm, 60);
        typhon_status status = typhon_run(vm, NULL, endless[i], TYPHON_NUL_TERMINATED);
        for (int n = 0; n < 2; n++) {
            if (status != TYPHON_SUSPENDED) print_message("%s%s\n", endless[i], typhon_problem(vm));
            assert_int_equal(status, TYPHON_SUSPENDED);
            assert_int_equal(typhon_get_suspension(vm), TYPHON_OUT_OF_BUDGET);
            typhon_collect(vm);
            status = typhon_resume(vm, NULL);
        }
        typhon_cancel(vm);
        assert_int_equal(typhon_get_suspension(vm), TYPHON_RUNNABLE);
        is_still_of_use(vm);
    }
}

// Waiting without end uses up a budget of instructions as well: at once, where the host's loop can turn meanwhile.
static void budgets_end_them(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++) {
        typhon_vm *vm = open_vm(false, false);
        typhon_set_budget(vm, 2000000);
        typhon_set_time(vm, 60000);
        expect_stopped(vm, endless[i]);
        is_still_of_use(vm);
    }
}

static void interrupts_end_them(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof endless / sizeof *endless + sizeof granted / sizeof *granted; i++) {
        bool is_granted = i >= sizeof endless / sizeof *endless;
        char text[600];
        snprintf(text, sizeof text, "import os, sys\nif os.path.exists(sys.argv[1]): [os.remove(e.path) for e in os.scandir(sys.argv[1])]\n%s", is_granted ? granted[i - sizeof endless / sizeof *endless] : endless[i]);
        typhon_vm *vm = open_vm(false, is_granted);
        typhon_error error;
        assert_int_equal(run_interrupted(vm, 30000, is_granted ? text : endless[i]), TYPHON_ERROR);
        assert_true(typhon_get_error(vm, &error));
        if (strcmp(error.type, "KeyboardInterrupt") != 0) print_message("%s%s\n", text, typhon_problem(vm));
        assert_string_equal(error.type, "KeyboardInterrupt");
        typhon_close(vm);
    }
}

// With a budget a run stands still before it has waited at all, each time: the host's loop turns as often as it wants.
static void loops_turn(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++) {
        typhon_vm *vm = open_vm(true, false);
        typhon_set_budget(vm, 20000);
        typhon_status status = typhon_run(vm, NULL, endless[i], TYPHON_NUL_TERMINATED);
        for (int n = 0; n < 3000 && status == TYPHON_SUSPENDED; n++) status = typhon_resume(vm, NULL); // a minute, did each wait
        assert_int_equal(status, TYPHON_SUSPENDED);
        assert_int_equal(typhon_get_suspension(vm), TYPHON_OUT_OF_BUDGET);
        typhon_cancel(vm);
        is_still_of_use(vm);
    }
}

// What a suspended run waits for comes meanwhile.
static void what_comes_is_taken(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    typhon_vm *vm = open_vm(true, false);
    typhon_set_budget(vm, 1000000000);
    const char *text = "import socket\na, b = socket.socketpair()\nprint(b.fileno())\ngot = a.recv(10)\ngot += a.makefile('rb').readline()\n";
    assert_int_equal(typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED), TYPHON_SUSPENDED);
    assert_int_equal(typhon_resume(vm, NULL), TYPHON_SUSPENDED);
    int descriptor = atoi(printed.text);
    assert_int_equal(write(descriptor, "abc", 3), 3);
    assert_int_equal(typhon_resume(vm, NULL), TYPHON_SUSPENDED);
    assert_int_equal(write(descriptor, "line\nrest", 9), 9);
    assert_int_equal(typhon_resume(vm, NULL), TYPHON_OK);
    assert_int_equal(typhon_run(vm, NULL, "assert got == b'abcline\\n', got", TYPHON_NUL_TERMINATED), TYPHON_OK);
    typhon_close(vm);
}

// What is used by others, the script's own methods that the host calls, while a run stands still in a wait for it.
static const struct {
    const char *waits, *other, *printed;
} used[] = {
    {"f = file('rb')\nb.send(b'123')\ntry: f.read()\nexcept ValueError as e: print(e)", "f.detach(), b.send(b'x')", "raw stream has been detached\n"},
    {"f = file('r')\nb.send(b'123')\ntry: f.read()\nexcept ValueError as e: print(e)", "f.detach(), b.send(b'x')", "underlying buffer has been detached\n"},
    {"f = file('rb')\ntry: f.readline()\nexcept OSError as e: print(e.errno)", "f.close()", "9\n"},
    {"f = file('rb')\nb.send(b'1' * 50000)\nprint(f.readline())", "f.read1(50000), b.send(b'x\\n')", "b'x\\n'\n"},
    {"f = file('r')\nb.send(b'1' * 50000)\nprint(repr(f.readline()))", "f.read(50000), b.send(b'x\\n')", "'x\\n'\n"},
    {"f = file('r', newline='\\r\\n')\nb.send(b'1' * 50000)\nprint(repr(f.readline()))", "f.read(50000), b.send(b'x\\r\\n')", "'x\\r\\n'\n"},
    {"f = file('r')\nb.send('\u00e9'.encode() * 25000)\nprint(f.read(30000) == 'x' * 30000)", "f.read(25000), b.send(b'x' * 30000)", "True\n"},
    {"f, into = file('rb'), bytearray(50000)\nprint(f.readinto(into), len(into))", "into.clear(), b.send(b'q' * 50000)", "0 0\n"},
    {"fill()\nf = file('wb')\nf.write(b'x' * 60000)\nf.write(b'z' * 60000)\nf.close()\ndrain()\nprint(*(got.count(c) for c in b'xyz'))", "f.write(b'y' * 60000), drain()", "60000 60000 60000\n"},
    {"fill()\nf, text = file('wb'), bytearray(b'z' * 60000)\nf.write(b'x' * 60000)\nf.write(text)\nf.close()\ndrain()\nprint(*(got.count(c) for c in b'xyz'))", "text.clear(), drain()", "60000 0 60000\n"},
    {"fill()\nf = file('w')\nf.write('x')\ntry: f.seek(0)\nexcept ValueError as e: print(e)", "f.detach(), drain()", "underlying buffer has been detached\n"},
    {"fill()\nf = file('w')\nf.write('x')\ntry: f.close()\nexcept OSError as e: print(e.errno, f.closed)", "f.close(), drain()", "9 True\n"},
    {"try: a.recv(1)\nexcept OSError as e: print(e.errno)", "a.close()", "9\n"},
    {"e = select.epoll()\ne.register(a, select.EPOLLIN)\ntry: e.poll()\nexcept OSError as e: print(e.errno)", "e.close()", "9\n"},
};
static const char tools[] = "import os, select, socket\na, b = socket.socketpair()\ngot = bytearray()\n"
                            "def file(mode, **options): return os.fdopen(os.dup(a.fileno()), mode, **options)\n"
                            "def fill():\n a.setblocking(False)\n try:\n  while True: a.send(b'.' * 1000)\n except BlockingIOError: a.setblocking(True)\n"
                            "def drain():\n try:\n  while True: got.extend(b.recv(100000, socket.MSG_DONTWAIT))\n except BlockingIOError: pass\n"
                            "class Other:\n def __init__(self): self.uses = 0\n def __repr__(self):\n  self.uses += 1\n  if self.uses == 1: other()\n  else: drain()\n  return ''\n";
static void others_use_it(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
        char text[1000];
        typhon_value other, shown;
        typhon_vm *vm = open_vm(true, false);
        assert_int_equal(typhon_run(vm, NULL, tools, TYPHON_NUL_TERMINATED), TYPHON_OK);
        assert_int_equal(typhon_eval(vm, (typhon_value){0}, "Other()", TYPHON_NUL_TERMINATED, &other), TYPHON_OK);
        snprintf(text, sizeof text, "def other(): %s\n%s\n", used[i].other, used[i].waits);
        typhon_set_budget(vm, 1000000000);
        typhon_status status = typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED);
        assert_int_equal(status, TYPHON_SUSPENDED);
        for (int n = 0; n < 1000 && status == TYPHON_SUSPENDED; n++) {
            status = typhon_repr(vm, other, &shown);
            if (status != TYPHON_OK) print_message("%s%s\n", text, typhon_problem(vm));
            assert_int_equal(status, TYPHON_OK);
            status = typhon_resume(vm, NULL);
        }
        if (status != TYPHON_OK || strcmp(printed.text, used[i].printed) != 0) print_message("%s%s\n", text, typhon_problem(vm));
        assert_int_equal(status, TYPHON_OK);
        assert_string_equal(printed.text, used[i].printed);
        is_still_of_use(vm);
    }
}

// A descriptor that was closed while a run waits for its lock is the host's when the host's next file gets its number.
static void closed_ones_are_the_hosts(void **state) {
    (void)state;
    if (!api_can_suspend) return;
    typhon_vm *vm = open_vm(true, false);
    typhon_value closes, shown;
    assert_int_equal(typhon_grant(vm, "read", folder), TYPHON_OK);
    assert_int_equal(typhon_grant(vm, "write", folder), TYPHON_OK);
    assert_int_equal(typhon_run(vm, NULL, "import fcntl, os, sys\npath = sys.argv[1] + '/locked'\nx, y = open(path, 'w'), open(path, 'w')\nfcntl.flock(x, fcntl.LOCK_EX)\n"
                                          "class Closes:\n def __repr__(self): return f'{y.fileno()}{y.close() or \"\"}'\n", TYPHON_NUL_TERMINATED), TYPHON_OK);
    assert_int_equal(typhon_eval(vm, (typhon_value){0}, "Closes()", TYPHON_NUL_TERMINATED, &closes), TYPHON_OK);
    typhon_set_budget(vm, 1000000000);
    assert_int_equal(typhon_run(vm, NULL, "try: fcntl.flock(y, fcntl.LOCK_EX)\nexcept OSError as e: print(e.errno)\n", TYPHON_NUL_TERMINATED), TYPHON_SUSPENDED);
    const char *number;
    assert_int_equal(typhon_repr(vm, closes, &shown), TYPHON_OK);
    assert_int_equal(typhon_get_str(vm, shown, &number, NULL), TYPHON_OK);
    const int of_host = open("/dev/null", O_RDONLY), at = atoi(number);
    assert_int_equal(dup2(of_host, at), at);
    assert_int_equal(typhon_resume(vm, NULL), TYPHON_OK);
    assert_string_equal(printed.text, "9\n");
    is_still_of_use(vm);
    if (of_host != at) close(at);
    close(of_host);
}

// What nobody asked to wait for is not waited for: data of files that are dropped, or left at the end, or written out before something else is opened.
static void nothing_else_waits(void **state) {
    (void)state;
    static const char *const texts[] = {"f = file('w')\nf.write('x')\ndel f\nimport gc\ngc.collect()", "f = file('w')\nf.write('x')\n", "f = file('w')\nf.write('x')\ng = os.fdopen(os.dup(b.fileno()))\nimport colorsys\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        typhon_vm *vm = open_vm(false, false);
        char text[1200];
        snprintf(text, sizeof text, "%sfill()\n%s", tools, texts[i]);
        typhon_set_time(vm, 10000);
        assert_int_equal(typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED), TYPHON_OK);
        typhon_close(vm);
    }
}

// Threads that use a file at once: each call finds it whole.
static void threads_use_it(void **state) {
    (void)state;
    static const char *const texts[] = {
        "f = file('rb')\ndef once():\n while True: f.read1(5000)\ndef lines():\n while True: f.readline()\ndef send():\n while True: b.send(b'y' * 3000)\nstart(once, once, lines, send)\nlines()\n",
        "f = file('w', encoding='utf-16')\ndef take():\n while True: b.recv(100000), gc.collect(), [bytes(120000) for _ in range(3)]\nstart(take)\nwhile True: f.write('abc' * 9000)\n",
        "f = file('wb')\ndef put():\n while True: f.write(b'y' * 30000)\ndef take():\n while True: b.recv(100000)\nstart(put, put, take)\nput()\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        typhon_vm *vm = open_vm(false, false);
        char text[1500];
        assert_int_equal(typhon_grant(vm, "threads", NULL), TYPHON_OK);
        snprintf(text, sizeof text, "%simport gc, threading\ndef start(*all):\n for f in all: threading.Thread(target=f, daemon=True).start()\n%s", tools, texts[i]);
        typhon_set_time(vm, 300);
        expect_stopped(vm, text);
        typhon_close(vm);
    }
}

// What waits in the system, where nothing can end it, does not wait in a host's VM.
static void nobody_waits_in_the_system(void **state) {
    (void)state;
    static const char *const grants[] = {"read", "write", "net"};
    static const char *const scripts[] = {
        "import socket, struct\n"
        "s = socket.create_server(('127.0.0.1', 0))\n"
        "c = socket.create_connection(s.getsockname())\n"
        "held, _ = s.accept()\n"
        "c.setblocking(False)\n"
        "try:\n"
        "    while True: c.send(b'x' * 100000)\n"
        "except BlockingIOError: pass\n"
        "c.setblocking(True)\n"
        "c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 60))\n"
        "c.close()\n"
        "for i in range(1000000): pass\n", // where the time that is over is noticed
        "import os, sqlite3, sys\n"
        "path = sys.argv[1] + '/d.db'\n"
        "with sqlite3.connect(path) as kept: kept.execute('create table t(a)')\n"
        "kept.close()\n"
        "os.mkfifo(path + '-journal')\n"
        "try:\n"
        "    sqlite3.connect(path).execute('insert into t values (1)')\n"
        "except sqlite3.OperationalError as e:\n"
        "    assert str(e) == 'unable to open database file', e\n"
        "else: assert False\n"};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        typhon_vm *vm = open_vm(false, false);
        for (size_t k = 0; k < sizeof grants / sizeof *grants; k++) assert_int_equal(typhon_grant(vm, grants[k], k < 2 ? folder : NULL), TYPHON_OK);
        typhon_set_time(vm, 40000);
        typhon_status status = typhon_run(vm, NULL, scripts[i], TYPHON_NUL_TERMINATED);
        if (status != TYPHON_OK) print_message("%s%s\n", scripts[i], typhon_problem(vm));
        assert_int_equal(status, TYPHON_OK);
        is_still_of_use(vm);
    }
}

int main(void) {
    if (!mkdtemp(folder)) return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_ends_them), cmocka_unit_test(time_suspends_them), cmocka_unit_test(budgets_end_them), cmocka_unit_test(interrupts_end_them), cmocka_unit_test(loops_turn), cmocka_unit_test(what_comes_is_taken),
        cmocka_unit_test(others_use_it), cmocka_unit_test(closed_ones_are_the_hosts), cmocka_unit_test(nothing_else_waits), cmocka_unit_test(threads_use_it), cmocka_unit_test(nobody_waits_in_the_system),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    typhon_vm *vm = open_vm(false, true);
    typhon_run(vm, NULL, "import shutil, sys\nshutil.rmtree(sys.argv[1])", TYPHON_NUL_TERMINATED);
    typhon_close(vm);
    return failed;
}
