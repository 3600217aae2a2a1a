#include "runtime/modules/modules.h"
#include "runtime/builtins.h"
#include "runtime/objects/dict.h"

#define MODULE(name, definition) extern const ModuleDef definition;
#include "runtime/modules/modules.def"
#undef MODULE

// `import builtins` gives a module whose namespace is the one of the VM's built-in names.
static bool builtins_module_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    return dict_update(vm, space, from_object(vm->builtins));
}
const ModuleDef builtins_module = {"builtins", NULL, builtins_module_initialize};

static const ModuleDef *const definitions[] = {
#define MODULE(name, definition) &definition,
#include "runtime/modules/modules.def"
#undef MODULE
};

const ModuleDef *native_module_find(const char *name) {
    for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++)
        if (strcmp(definitions[i]->name, name) == 0) return definitions[i];
    return NULL;
}

const char *native_module_name(size_t index) { return index < sizeof definitions / sizeof *definitions ? definitions[index]->name : NULL; }
