/* A host of a library built without the checker (-DTYPHON_CHECKER=OFF): what runs, and what it says. */
#include <stdio.h>
#include <typhon.h>

static const char wrong[] = "def half(x: int) -> int:\n    return x\nprint(half('not an int'))\n";

static void print(void *userdata, int stream, const char *text, size_t size) { (void)userdata, (void)stream, fwrite(text, 1, size, stdout); }

static void say(typhon_vm *vm, const char *what, typhon_status status) {
    typhon_error error;
    bool is_error = status == TYPHON_ERROR && typhon_get_error(vm, &error);
    printf("%s: %d%s%s%s%s\n", what, status, is_error ? " " : "", is_error ? error.type : "", is_error ? ": " : "", is_error ? error.message : "");
}

static typhon_status twice(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    int64_t number;
    (void)userdata;
    if (typhon_get_int(vm, args[0], &number)) return TYPHON_ERROR;
    *result = typhon_int(vm, 2 * number);
    return TYPHON_OK;
}

int main(void) {
    typhon_config config = {.output = print};
    typhon_vm *vm = typhon_open(&config);
    typhon_value bytecode;
    say(vm, "run", typhon_run(vm, NULL, wrong, TYPHON_NUL_TERMINATED));
    say(vm, "check", typhon_check_text(vm, "__main__", NULL, wrong, TYPHON_NUL_TERMINATED));
    say(vm, "syntax", typhon_run(vm, NULL, "x = = 1\n", TYPHON_NUL_TERMINATED));
    say(vm, "compile", typhon_compile(vm, "__main__", NULL, wrong, TYPHON_NUL_TERMINATED, &bytecode));
    say(vm, "def", typhon_def(vm, "host", "def twice(x: int) -> int", twice, NULL));
    say(vm, "call", typhon_run(vm, NULL, "import host\nprint(host.twice(21))\n", TYPHON_NUL_TERMINATED));
    say(vm, "wrong call", typhon_run(vm, NULL, "import host\nhost.twice('x')\n", TYPHON_NUL_TERMINATED));
    typhon_close(vm);
    config.check = TYPHON_CHECK_STRICT;
    vm = typhon_open(&config);
    say(vm, "strict run", typhon_run(vm, NULL, "print(1)\n", TYPHON_NUL_TERMINATED));
    say(vm, "strict compile", typhon_compile(vm, "__main__", NULL, "print(1)\n", TYPHON_NUL_TERMINATED, &bytecode));
    typhon_close(vm);
    return 0;
}
