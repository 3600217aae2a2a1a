/* A host program in thirty lines: it gives scripts one function, and runs one that uses it. */
#include <stdio.h>
#include <typhon.h>

static typhon_status greet(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    const char *name;
    char text[100];
    (void)userdata;
    if (typhon_get_str(vm, args[0], &name, NULL) != TYPHON_OK) return TYPHON_ERROR;
    snprintf(text, sizeof text, "hello, %s", name);
    *result = typhon_str(vm, text, TYPHON_NUL_TERMINATED);
    return TYPHON_OK;
}

static void print(void *userdata, int stream, const char *text, size_t size) { (void)userdata, fwrite(text, 1, size, stream == 1 ? stdout : stderr); }

int main(int argc, char **argv) {
    typhon_config config = {.output = print};
    typhon_vm *vm = typhon_open(&config);
    if (!vm || typhon_def(vm, "host", "def greet(name: str) -> str", greet, NULL) != TYPHON_OK) return 2;
    const char *script = argc > 1 ? argv[1] : "import host\nprint(host.greet('world'))\n";
    typhon_status status = typhon_run(vm, "minimal.py", script, TYPHON_NUL_TERMINATED);
    if (status != TYPHON_OK) fputs(typhon_problem(vm), stderr);
    typhon_close(vm);
    return status != TYPHON_OK;
}
