// Threads: those of scripts that are left behind when their VM closes, and those of the host that have small stacks.
#include "host.h"
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

// ---- left behind -------------------------------------------------------------------------------------------------

// Daemon threads wait for the system when their VM goes. What comes in afterwards must find no way into memory that was the heap's, and what they were about to send
// must not be what others have put there meanwhile.
static void left_behind(void **state) {
    (void)state;
    static const char *const waits[] = {"s.recv(100)", "s.recvfrom(70000)", "s.recv_into(bytearray(3000))", "s.recvmsg(500, 1000)", "os.read(s.fileno(), 600)", "open(s.fileno(), 'rb', closefd=False).read(40)"};
    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
        Output output = {0};
        typhon_vm *vm = open_with(&output);
        int ends[2];
        char script[600];
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        assert_int_equal(typhon_grant(vm, "all", NULL), TYPHON_OK);
        snprintf(script, sizeof script,
                 "import os, socket, threading, time\ns = socket.socket(fileno=%d)\nstarted = threading.Event()\ndef wait():\n    started.set()\n    %s\n"
                 "threading.Thread(target=wait, daemon=True).start()\nstarted.wait()\ntime.sleep(0.02)\nprint('waits')\ns.detach()\n", ends[0], waits[i]);
        expect_run(vm, &output, script, "waits\n");
        typhon_close(vm);
        typhon_vm *next = open_with(&output); // in the memory of the first
        assert_int_equal(write(ends[1], "comes too late", 14), 14);
        usleep(20000);
        expect_run(next, &output, "x = [bytes(n) for n in range(2000)]\nprint(all(not any(b) for b in x))\n", "True\n");
        typhon_close(next);
        close(ends[0]), close(ends[1]);
    }
}

static void left_sending(void **state) {
    (void)state;
    static const char *const sends[] = {"s.send(data)", "s.sendmsg([data])", "os.write(s.fileno(), data)", "os.writev(s.fileno(), [data, data])"};
    for (size_t i = 0; i < sizeof sends / sizeof *sends; i++) {
        Output output = {0};
        typhon_vm *vm = open_with(&output);
        int ends[2];
        char script[600], got[4096];
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
        assert_int_equal(typhon_grant(vm, "all", NULL), TYPHON_OK);
        snprintf(script, sizeof script,
                 "import os, socket, threading, time\ns = socket.socket(fileno=%d)\ndata = b'd' * 1000000\nstarted = threading.Event()\ndef wait():\n    started.set()\n    %s\n"
                 "threading.Thread(target=wait, daemon=True).start()\nstarted.wait()\ntime.sleep(0.02)\nprint('sends')\ns.detach()\n", ends[0], sends[i]);
        expect_run(vm, &output, script, "sends\n");
        typhon_close(vm);
        typhon_vm *next = open_with(&output);
        expect_run(next, &output, "x = [b'x' * 1000000 for n in range(20)]\n", "");
        struct pollfd comes = {ends[1], POLLIN, 0};
        while (poll(&comes, 1, 50) > 0) {
            ssize_t size = read(ends[1], got, sizeof got);
            for (ssize_t at = 0; at < size; at++) assert_int_equal(got[at], 'd');
        }
        typhon_close(next);
        close(ends[0]), close(ends[1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(left_behind), cmocka_unit_test(left_sending)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
