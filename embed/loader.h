// The Loader (runtime/loader.h) of hosts that have the whole of Typhon: source text -> Code.
//
//     parse -> scopes -> check -> compile -> load into the VM
//
// Errors become SyntaxError (IndentationError, TabError) in the VM, the first one found; `report`, when set, is shown all of them before that.
// One loader serves one VM at a time; it keeps its memory from one load to the next.
#ifndef TYPHON_EMBED_LOADER_H
#define TYPHON_EMBED_LOADER_H
#include "base/diag.h"
#include "runtime/loader.h"
#include "typecheck/check.h"

typedef struct SourceLoader {
    Loader loader; // what VMConfig.loader points to
    bool check;       // run the checker
    bool check_strict; // also over what has no annotations
    bool is_hosts;    // texts come from a host program: they are checked whatever their names are
    bool checks_plain; // also programs without annotations: there are host modules to be used rightly
    bool keeps_code;  // in files beside the sources (code_cache.h)
    bool type_guards; // compile checks of annotated parameters and results
    bool (*is_class)(void *context, const char *name); // as CompileInput has it; NULL but for declarations
    void *class_context;
    const char *own_folder; // of the script: type errors in modules that lie elsewhere refuse nothing (own_modules.h); NULL: those of all modules do
    const char *const *search_path; // where the checker looks for the modules a program imports, after its own folder
    uint32_t search_path_count;
    bool (*find_host_module)(void *context, const char *dotted, HostModule *found); // as CheckOptions has it
    void *host_context;
    size_t memory_limit; // of one compilation, in bytes; 0: none
    // Called with the diagnostics (sorted) of the load under way, if there are any. Cleared by whoever wants only one load reported.
    void (*report)(void *context, DiagList *diagnostics);
    void *report_context;
    TreeArena arena;
    jmp_buf out_of_memory;
} SourceLoader;

void source_loader_open(SourceLoader *loader);
void source_loader_close(SourceLoader *loader);
// Parses, checks and compiles the text of module `module_name`, and makes nothing of it. False: it is refused, which `report` was told, or, with an exception
// set, memory was short.
bool source_loader_check(SourceLoader *loader, VM *vm, const char *path, const char *module_name, const char *text, size_t size);

// ---- bytecode: a unit as a host keeps it
//
//     "\x93TYC\r\n\x1a\n", then the digest of what the bytes mean to this version, the digest of what follows, the size of the source, the unit (unit_file.h)
bool is_bytecode(const char *bytes, size_t size); // it begins so
// The bytecode of a text, checked, as a bytes object. VALUE_ERROR: raised, or refused, which `report` was told.
MAY_RAISE Value source_loader_compile(SourceLoader *loader, VM *vm, const char *path, const char *module_name, const char *text, size_t size);
// And back: whatever the bytes are, code that can do what scripts can and no more, or NULL with ImportError.
MAY_RAISE Code *source_loader_read(SourceLoader *loader, VM *vm, const char *path, const char *bytes, size_t size);
#endif
