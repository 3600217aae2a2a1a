#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

#define MODULE(name, definition) extern const ModuleDef definition;
#include "runtime/modules/modules.def"
#undef MODULE

// `import builtins`: import.c gives it the VM's built-in names as its namespace.
const ModuleDef builtins_module = {"builtins", NULL, NULL};

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

const EmbeddedSource *embedded_source_find(const char *name) {
    size_t low = 0, high = embedded_sources_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(embedded_sources[middle].name, name);
        if (!order) return &embedded_sources[middle];
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return NULL;
}

const char *embedded_source_text(VM *vm, const EmbeddedSource *source, char **unpacked) {
    *unpacked = NULL;
    if (!source->run) return source->text;
    size_t end = source->start + source->size;
    char *text = *unpacked = malloc(end + 1);
    if (!text) return raise_memory_error(vm), NULL;
    unpack_text(source->run->codes, source->run->packed, text, end);
    text[end] = 0;
    return text + source->start;
}

const EmbeddedSource *embedded_source_at(size_t index) { return index < embedded_sources_count ? &embedded_sources[index] : NULL; }

Value module_exception_class(VM *vm, const char *module, const char *name, Type *base) {
    Dict *space = dict_new(vm);
    Value module_name = space ? str_from_cstring(vm, module) : VALUE_ERROR, class_name = module_name == VALUE_ERROR ? VALUE_ERROR : str_from_cstring(vm, name);
    Value bases = class_name == VALUE_ERROR || !(base = type_complete(vm, base)) ? VALUE_ERROR : tuple_pack(vm, 1, from_object(base));
    if (bases == VALUE_ERROR || !dict_set_str(vm, space, vm->names.__module__, module_name)) return VALUE_ERROR;
    return call_value(vm, from_object(vm->types.type), (Value[]){class_name, bases, from_object(space)}, 3);
}
