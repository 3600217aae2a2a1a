/* Plugins: scripts that give a program more to do. What a plugin must be is a Protocol, in the language; the checker holds scripts to it before they run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>

static const char interface[] = "from typing import Protocol\n"
                                "\n"
                                "class Plugin(Protocol):\n"
                                "    '''Changes texts.'''\n"
                                "    name: str\n"
                                "    def apply(self, text: str, *, strength: int) -> str: ...\n";

static const struct {
    const char *path, *text;
} scripts[] = {
    {"shout.py", "from editor import register\n"
                 "class Shout:\n"
                 "    name: str = 'shout'\n"
                 "    def apply(self, text: str, *, strength: int) -> str:\n"
                 "        return text.upper() + '!' * strength\n"
                 "register(Shout())\n"},
    {"wrong.py", "from editor import register\n"
                 "class Count:\n"
                 "    name: str = 'count'\n"
                 "    def apply(self, text: str, *, strength: int) -> int:  # an int?\n"
                 "        return len(text)\n"
                 "register(Count())\n"},
    {"spaced.py", "from dataclasses import dataclass\n"
                  "from editor import register\n"
                  "@dataclass\n"
                  "class Spaced:\n"
                  "    name: str\n"
                  "    by: str = ' '\n"
                  "    def apply(self, text: str, *, strength: int = 1) -> str:\n"
                  "        return (self.by * strength).join(text)\n"
                  "register(Spaced('spaced'))\n"
                  "register(Spaced('dotted', '.'))\n"},
    {"fails.py", "from editor import register\n"
                 "class Half:\n"
                 "    name: str = 'half'\n"
                 "    def apply(self, text: str, *, strength: int) -> str:\n"
                 "        return text[: len(text) // (strength - 2)]\n"
                 "register(Half())\n"},
};

typedef struct Plugins {
    typhon_ref *refs[16];
    size_t count;
} Plugins;

/* What it is given is a Plugin: that was checked, and is looked at again where unchecked code calls. */
static typhon_status register_plugin(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) {
    Plugins *plugins = userdata;
    (void)result;
    if (plugins->count == sizeof plugins->refs / sizeof *plugins->refs) return typhon_raise(vm, "RuntimeError", "too many plugins");
    if (!(plugins->refs[plugins->count] = typhon_ref_new(vm, args[0]))) return TYPHON_ERROR;
    plugins->count++;
    return TYPHON_OK;
}

/* The text as the plugin makes it, in `text`; unchanged when that fails. */
static void apply(typhon_vm *vm, const typhon_ref *plugin, char *text, size_t size) {
    typhon_scope scope = typhon_scope_open(vm);
    const char *const keywords[] = {"strength"};
    const char *name = "?", *changed;
    typhon_value self = typhon_ref_value(vm, plugin), method, value, args[] = {typhon_str(vm, text, TYPHON_NUL_TERMINATED), typhon_int(vm, 2)};
    typhon_error error;
    if (typhon_get_attr(vm, self, "name", &value) == TYPHON_OK) typhon_get_str(vm, value, &name, NULL);
    typhon_status status = typhon_get_attr(vm, self, "apply", &method);
    if (status == TYPHON_OK) status = typhon_call_keywords(vm, method, args, 2, keywords, 1, &value);
    if (status == TYPHON_OK) status = typhon_get_str(vm, value, &changed, NULL);
    if (status == TYPHON_OK) snprintf(text, size, "%s", changed);
    if (status == TYPHON_OK) printf("%-7s %s\n", name, text);
    else if (typhon_get_error(vm, &error)) printf("%-7s fails: %s: %s (%s:%u)\n", name, error.type, error.message, error.frames[error.frame_count - 1].path, error.frames[error.frame_count - 1].line);
    typhon_scope_close(vm, scope);
}

int main(void) {
    Plugins plugins = {.count = 0};
    char text[1000] = "hello";
    typhon_vm *vm = typhon_open(NULL);
    if (!vm || typhon_def_text(vm, "editor", interface, TYPHON_NUL_TERMINATED) || typhon_def(vm, "editor", "def register(plugin: Plugin) -> None", register_plugin, &plugins)) return 1;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        typhon_scope scope = typhon_scope_open(vm);
        char name[100];
        typhon_value module;
        snprintf(name, sizeof name, "%.*s", (int)strcspn(scripts[i].path, "."), scripts[i].path);
        typhon_status status = typhon_load(vm, name, scripts[i].path, scripts[i].text, TYPHON_NUL_TERMINATED, &module);
        printf("%s: %s\n", scripts[i].path, status == TYPHON_OK ? "loaded" : "refused");
        if (status != TYPHON_OK) fputs(typhon_problem(vm), stdout);
        typhon_scope_close(vm, scope);
    }
    for (size_t i = 0; i < plugins.count; i++) apply(vm, plugins.refs[i], text, sizeof text);
    typhon_close(vm);
    return 0;
}
