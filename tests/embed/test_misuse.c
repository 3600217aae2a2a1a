// What a host must not do: in debug builds, and with TYPHON_EXPENSIVE_ASSERTS, it ends the process with a message that says what was wrong.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <typhon.h>
#include <cmocka.h>

static void stale_value(typhon_vm *vm) {
    typhon_scope scope = typhon_scope_open(vm);
    typhon_value value = typhon_list(vm, NULL, 3);
    typhon_scope_close(vm, scope);
    typhon_length(vm, value, &(size_t){0});
}
static void value_of_another(typhon_vm *vm) {
    typhon_vm *other = typhon_open(NULL);
    typhon_append(vm, typhon_list(vm, NULL, 0), typhon_list(other, NULL, 0));
}
static void closed_twice(typhon_vm *vm) {
    typhon_scope outer = typhon_scope_open(vm), inner;
    typhon_list(vm, NULL, 0);
    inner = typhon_scope_open(vm);
    typhon_scope_close(vm, outer);
    typhon_scope_close(vm, inner);
}
static typhon_status close_it(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    (void)userdata, (void)args, (void)result;
    typhon_close(vm);
    return TYPHON_OK;
}
static void closed_while_running(typhon_vm *vm) {
    typhon_def(vm, "host", "def close() -> None", close_it, NULL);
    typhon_run(vm, NULL, "import host\nhost.close()\n", TYPHON_NUL_TERMINATED);
}

// Runs `misuse` in a process of its own, which has to abort, saying `message`.
static void expect_abort(void (*misuse)(typhon_vm *), const char *message) {
#if defined(NDEBUG) && !defined(TYPHON_EXPENSIVE_ASSERTS)
    (void)misuse, (void)message;
    skip();
#else
    int ends[2];
    char text[1000] = "";
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        signal(SIGABRT, SIG_DFL);
        misuse(typhon_open(NULL));
        _exit(0);
    }
    close(ends[1]);
    ssize_t size = read(ends[0], text, sizeof text - 1);
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(size > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    assert_non_null(strstr(text, message));
#endif
}

static void stale(void **state) { (void)state, expect_abort(stale_value, "typhon: a value whose scope has closed"); }
static void foreign(void **state) { (void)state, expect_abort(value_of_another, "typhon: a value of another VM"); }
static void scopes(void **state) { (void)state, expect_abort(closed_twice, "typhon: a scope that is not open"); }
static void closing(void **state) { (void)state, expect_abort(closed_while_running, "typhon: typhon_close while the VM runs"); }

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(stale), cmocka_unit_test(foreign), cmocka_unit_test(scopes), cmocka_unit_test(closing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
