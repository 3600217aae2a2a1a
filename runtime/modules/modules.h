// Native modules: the table from names to definitions (modules.def), and the Python sources that are built into the binary.
#ifndef TYPHON_RUNTIME_MODULES_H
#define TYPHON_RUNTIME_MODULES_H
#include "base/packed.h"
#include "runtime/vm.h"

// Which of vm->slots_for_modules belongs to whom.
enum ModuleSlot { MODULE_SLOT_ATEXIT, MODULE_SLOT_GC, MODULE_SLOT_WEAKREF, MODULE_SLOT_POSIX, MODULE_SLOT_TIME, MODULE_SLOT_RE, MODULE_SLOT_ITERTOOLS, MODULE_SLOT_COLLECTIONS, MODULE_SLOT_FUNCTOOLS, MODULE_SLOT_STRUCT, MODULE_SLOT_ARRAY, MODULE_SLOT_IO, MODULE_SLOT_HASHLIB, MODULE_SLOT_ZLIB, MODULE_SLOT_JSON, MODULE_SLOT_BINASCII, MODULE_SLOT_ARRAY_ITERATOR, MODULE_SLOT_SIGNAL, MODULE_SLOT_THREAD, MODULE_SLOT_SOCKET, MODULE_SLOT_PASSWD, MODULE_SLOT_GROUP, MODULE_SLOT_RESOURCE, MODULE_SLOT_TERMIOS, MODULE_SLOT_MMAP, MODULE_SLOT_CSV, MODULE_SLOT_LZMA, MODULE_SLOT_SQLITE, MODULE_SLOT_DECIMAL, MODULE_SLOT_DATETIME, MODULE_SLOT_ENUM, MODULE_SLOT_CONTEXTVARS, MODULE_SLOT_XML, MODULE_SLOT_SSL };

// The definition of native module `name`, or NULL.
const ModuleDef *native_module_find(const char *name);
// Name of the native module at `index`, or NULL behind the last.
const char *native_module_name(size_t index);

// class NAME(base) with that __module__: the exceptions of native modules.
MAY_RAISE Value module_exception_class(VM *vm, const char *module, const char *name, Type *base);

// A module written in Python under stdlib/, as text in the binary (made by cmake/EmbedSources.cmake).
typedef struct EmbeddedSource {
    const char *name; // dotted
    const char *text; // NULL: it is packed
    size_t size;      // of the text
    bool is_package;
    const PackedRun *run;    // of the packed texts (base/packed.h), in which it begins at `start`; NULL: it is not packed
    size_t start;
} EmbeddedSource;
extern const EmbeddedSource embedded_sources[]; // sorted by name
extern const size_t embedded_sources_count;
// NULL when there is none of that name.
const EmbeddedSource *embedded_source_find(const char *name);
// Its text; `*unpacked`: the block to free, where it was packed. NULL: no memory, raised.
MAY_RAISE const char *embedded_source_text(VM *vm, const EmbeddedSource *source, char **unpacked);
// The one at `index` in the order of names, or NULL behind the last.
const EmbeddedSource *embedded_source_at(size_t index);

// sys needs more than a table: streams and argv when first imported, flushing at the end (sys.c).
MAY_RAISE bool sys_flush_streams(VM *vm); // stdout and stderr; errors of the system are raised
void sys_flush_own_streams(VM *vm);       // what sys has made itself, whatever a script has put in its place: runs no script; errors are dropped
void sys_mark(VM *vm);                    // marks what vm->system keeps
// sys.NAME, AttributeError if there is none. sys is imported for it; but print() and input() of a script without it find the standard streams.
MAY_RAISE Value sys_attribute(VM *vm, Str *name);
// Writes text to sys.stderr (to the descriptor where there is no usable one). Errors are dropped.
void sys_write_error(VM *vm, const char *text, size_t size);
// The exception that is set could not be raised to anybody (__del__, a generator being closed by the collector): writes it to sys.stderr as
// "Exception ignored in: <object>" and clears it; or hands it to the hook that a script has set (sys.unraisablehook). The caller roots what it needs.
void sys_report_unraisable(VM *vm, Value object);
void sys_report_unraisable_as(VM *vm, const char *message, Value object); // in other words than "Exception ignored in"
// sys.excepthook for the exception that is set, and clears it: its traceback on sys.stderr, or what the script has put there.
void sys_report_uncaught(VM *vm);
// Calls what `atexit` registered, last first (atexit.c); errors go to sys.stderr.
void run_exit_functions(VM *vm);
#endif
