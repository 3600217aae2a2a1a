// _imp: what importlib needs of import.c, and the built-in sources as text.
#include "runtime/import.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <stdlib.h>

#define FUNCTION(name) static Value imp_##name(VM *vm, Value *args, uint32_t count)

static Str *name_argument(VM *vm, Value name, const char *function) {
    if (is_str(name)) return str_intern_value(vm, as_str(name));
    raise_type_error(vm, "%s() argument must be str, not %T", function, name);
    return NULL;
}

FUNCTION(find) {
    (void)count;
    Str *name = name_argument(vm, args[0], "find");
    return name ? import_describe(vm, name, args[1]) : VALUE_ERROR;
}
FUNCTION(load_native) {
    (void)count;
    Str *name = name_argument(vm, args[0], "load_native");
    return name ? import_load_native(vm, name) : VALUE_ERROR;
}
FUNCTION(raise_not_found) {
    (void)count;
    Str *name = name_argument(vm, args[0], "raise_not_found");
    return name ? import_raise_not_found(vm, name) : VALUE_ERROR;
}
// execute(module, name, file or None)
FUNCTION(execute) {
    (void)count;
    Str *name = name_argument(vm, args[1], "execute");
    if (!name) return VALUE_ERROR;
    if (!is_module(args[0])) return raise_type_error(vm, "execute() argument 1 must be module, not %T", args[0]);
    if (args[2] != VALUE_NONE && !is_str(args[2])) return raise_type_error(vm, "execute() argument 3 must be str or None, not %T", args[2]);
    return import_execute(vm, args[0], name, args[2]) ? VALUE_NONE : VALUE_ERROR;
}
// source(name): the text of a built-in module; None: there is none.
FUNCTION(source) {
    (void)count;
    Str *name = name_argument(vm, args[0], "source");
    const EmbeddedSource *source = name ? embedded_source_find(name->text) : NULL;
    if (!name) return VALUE_ERROR;
    if (!source) return VALUE_NONE;
    char *unpacked;
    const char *text = embedded_source_text(vm, source, &unpacked);
    Value result = text ? str_new(vm, text, source->size) : VALUE_ERROR;
    free(unpacked);
    return result;
}
FUNCTION(is_builtin) {
    (void)count;
    Str *name = name_argument(vm, args[0], "is_builtin");
    return name ? from_bool(native_module_find(name->text) != NULL) : VALUE_ERROR;
}
// embedded(): the names of all built-in sources.
FUNCTION(embedded) {
    (void)args, (void)count;
    Value list = list_new(vm, NULL, 0);
    for (size_t i = 0; list != VALUE_ERROR && i < embedded_sources_count; i++) {
        Value name = str_from_cstring(vm, embedded_sources[i].name);
        if (name == VALUE_ERROR || !list_append(vm, as_list(list), name)) return VALUE_ERROR;
    }
    return list;
}

// acquire_lock(), release_lock(), lock_held(): imports lock each module on its own, and there is no lock of all.
FUNCTION(keep_going) { return (void)vm, (void)args, (void)count, VALUE_NONE; }
FUNCTION(lock_held) { return (void)vm, (void)args, (void)count, VALUE_FALSE; }
FUNCTION(extension_suffixes) { return (void)args, (void)count, list_new(vm, NULL, 0); }

static const NativeDef functions[] = {
    {"find", {imp_find}, 2, 2, 0, NULL, DOC("(kind, origin, is_package, portions) of a module, or None.")},
    {"load_native", {imp_load_native}, 1, 1, 0, NULL, DOC(NULL)},
    {"raise_not_found", {imp_raise_not_found}, 1, 1, 0, NULL, DOC(NULL)},
    {"execute", {imp_execute}, 3, 3, 0, NULL, DOC(NULL)},
    {"source", {imp_source}, 1, 1, 0, NULL, DOC(NULL)},
    {"is_builtin", {imp_is_builtin}, 1, 1, 0, NULL, DOC(NULL)},
    {"embedded", {imp_embedded}, 0, 0, 0, NULL, DOC(NULL)},
    {"acquire_lock", {imp_keep_going}, 0, 0, 0, NULL, DOC(NULL)},
    {"release_lock", {imp_keep_going}, 0, 0, 0, NULL, DOC(NULL)},
    {"lock_held", {imp_lock_held}, 0, 0, 0, NULL, DOC(NULL)},
    {"extension_suffixes", {imp_extension_suffixes}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef imp_module = {"_imp", functions, NULL};
