// The fixture of the tests of the embedding API: a VM whose output is kept, and what a script is expected to give.
#ifndef TYPHON_TESTS_EMBED_HOST_H
#define TYPHON_TESTS_EMBED_HOST_H
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

typedef struct Output {
    char text[4000];
    size_t size;
} Output;

static inline void keep(void *userdata, int stream, const char *text, size_t size) {
    Output *output = userdata;
    (void)stream;
    if (size > sizeof output->text - 1 - output->size) size = sizeof output->text - 1 - output->size;
    memcpy(output->text + output->size, text, size);
    output->size += size;
    output->text[output->size] = '\0';
}

static inline typhon_vm *open_with(Output *output) {
    const typhon_config config = {.output = keep, .userdata = output};
    typhon_vm *vm = typhon_open(&config);
    assert_non_null(vm);
    assert_ptr_equal(typhon_userdata(vm), output);
    return vm;
}

static inline void expect_run(typhon_vm *vm, Output *output, const char *text, const char *expected) {
    output->size = 0, output->text[0] = '\0';
    typhon_status status = typhon_run(vm, "test.py", text, TYPHON_NUL_TERMINATED);
    if (status != TYPHON_OK) print_message("%s", typhon_problem(vm));
    assert_int_equal(status, TYPHON_OK);
    assert_string_equal(output->text, expected);
}

static inline void expect_refused(typhon_vm *vm, const char *text, const char *code, uint32_t line) {
    size_t count;
    typhon_status status = typhon_run(vm, "test.py", text, TYPHON_NUL_TERMINATED);
    if (status != TYPHON_REFUSED) print_message("not refused: %s", text);
    assert_int_equal(status, TYPHON_REFUSED);
    const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
    assert_true(count >= 1);
    assert_int_equal(found->severity, TYPHON_SEVERITY_ERROR);
    assert_string_equal(found->code, code);
    assert_string_equal(found->span.path, "test.py");
    assert_int_equal(found->span.line, line);
    assert_non_null(strstr(typhon_problem(vm), found->message));
}

static inline void expect_error(typhon_vm *vm, const char *type, const char *message) {
    typhon_error error;
    assert_true(typhon_get_error(vm, &error));
    assert_string_equal(error.type, type);
    assert_string_equal(error.message, message);
}

// A thread that interrupts the VM again and again, until the run has ended.
typedef struct Waking {
    typhon_vm *vm;
    useconds_t every;
    bool has_ended;
} Waking;

static inline void *interrupt_later(void *context) {
    Waking *waking = context;
    while (!__atomic_load_n(&waking->has_ended, __ATOMIC_RELAXED)) usleep(waking->every), typhon_interrupt(waking->vm);
    return NULL;
}

static inline typhon_status run_interrupted(typhon_vm *vm, useconds_t every, const char *text) {
    Waking waking = {.vm = vm, .every = every};
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, interrupt_later, &waking), 0);
    typhon_status status = typhon_run(vm, NULL, text, TYPHON_NUL_TERMINATED);
    __atomic_store_n(&waking.has_ended, true, __ATOMIC_RELAXED);
    pthread_join(thread, NULL);
    return status;
}
#endif
