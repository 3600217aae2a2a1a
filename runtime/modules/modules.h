// Native modules: the table from names to definitions (modules.def), and the Python sources that are built into the binary.
#ifndef TYPHON_RUNTIME_MODULES_H
#define TYPHON_RUNTIME_MODULES_H
#include "runtime/vm.h"

// The definition of native module `name`, or NULL.
const ModuleDef *native_module_find(const char *name);
// Name of the native module at `index`, or NULL behind the last.
const char *native_module_name(size_t index);

// A module written in Python under stdlib/, as text in the binary (made by cmake/EmbedSources.cmake).
typedef struct EmbeddedSource {
    const char *name; // dotted
    const char *text;
    size_t size;
    bool is_package;
} EmbeddedSource;
// NULL when there is none of that name.
const EmbeddedSource *embedded_source_find(const char *name);

// sys needs more than a table: streams and argv when first imported, flushing at the end.
MAY_RAISE bool sys_flush_streams(VM *vm); // stdout and stderr; errors of the system are raised
#endif
