// The checker's front door: `typhon check` and the loader of the runtime both come in here. A library of its own: it
// knows sources and stubs, never the runtime.
#ifndef TYPHON_TYPECHECK_CHECK_H
#define TYPHON_TYPECHECK_CHECK_H
#include "base/diag.h"
#include "base/digest.h"
#include "parser/parser.h"
#include "typecheck/facts.h"
#include "typecheck/scope.h"

typedef enum CheckPurpose {
    CHECK_FOR_RUN,   // errors only where DESIGN §3 "How strict is typhon run" has them: annotated functions and module level
    CHECK_STANDALONE // `typhon check`: as the typing specification says; silent inside unannotated functions unless strict
} CheckPurpose;

// Codes that are reported only where they are asked for (--enable-error-code), as mypy has them.
typedef struct OptionalCodes {
    bool explicit_override; // what overrides a method has to say so (specification, "Strict enforcement")
    bool func_returns_value; // the value of a call of what only ever returns None
} OptionalCodes;

// The text of a module that is in no folder: one that a host program has, or describes by a stub.
typedef struct HostModule {
    const char *path, *text; // UTF-8; alive as long as the session
    size_t size;
    bool is_stub;
} HostModule;

typedef struct CheckOptions {
    CheckPurpose purpose;
    bool strict;
    OptionalCodes optional;
    const char *const *search_path; // folders where imported modules are looked up (after the folder of the file itself)
    uint32_t search_path_count;
    bool (*may_read)(void *context, const char *path); // whether imported modules may be looked for there; NULL: anywhere
    void *read_context;
    const char *stdlib_folder; // stubs to be used instead of those in the binary, or NULL
    const char *typeshed;      // folder with typeshed's `stdlib`: its stubs come before Typhon's own, save for the modules the checker itself relies on; or NULL
    const char *const *site_folders; // where installed packages lie (PEP 561: `name-stubs` before `name`, which needs its py.typed)
    uint32_t site_folder_count;
    bool notes_dependencies; // for check_dependencies
    bool (*find_host_module)(void *context, const char *dotted, HostModule *found); // asked before folders and stubs; NULL: nobody is
    void *host_context;
} CheckOptions;

// What an answer of the checker hung on outside of the module: a path it asked for, or a file it read.
typedef enum PathKind { PATH_ABSENT, PATH_FILE, PATH_FOLDER, PATH_OTHER } PathKind;
typedef struct CheckDependency {
    const char *path;
    PathKind kind;
    bool is_read, has_interface;
    Digest content; // when read: of its decoded text
    Digest interface; // where it has one (interface.h): as long as that stays, so does the answer
} CheckDependency;
PathKind path_kind(const char *path);

typedef struct CheckSession CheckSession; // the modules, types and stubs of one run of the checker

// Opens a session. `arena` and `atoms` must outlive it; diagnostics go to `diagnostics` (its render_type is set here).
CheckSession *check_session_new(const CheckOptions *options, TreeArena *arena, AtomTable *atoms,
                                DiagList *diagnostics);

// Makes a module known before it is checked, so that others that are checked first import this one and not a second reading of its file. Optional.
void check_add_module(CheckSession *session, const char *name, const Source *source, const ParseResult *parsed, const ScopeTree *scopes);

// Checks one parsed module under the dotted name `name` ("__main__" for a script); `scopes` from scope_analyze. Modules it
// imports are found (folder of the file, search path, built-in stubs), parsed and bound for their types, but not
// themselves checked. Returns facts for the compiler (in the arena; NULL: none, as for CHECK_STANDALONE). Errors on `# type: ignore` lines are left out.
TypeFacts *check_module(CheckSession *session, const char *name, const Source *source, const ParseResult *parsed,
                        const ScopeTree *scopes);

// What was asked for and read so far, in order; in the session's arena.
const CheckDependency *check_dependencies(const CheckSession *session, uint32_t *count);
#endif
