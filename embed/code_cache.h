// The code cache: what was checked and compiled, kept in files, so that a program of some size starts without being checked again.
//
//     big.py                           a module's source, read and decoded
//     __typhoncache__/big.py.tyc       its unit (compiler/unit_file.h), and what that hung on
//
// There is none of what is compiled in the time that a file takes to be found, and none beside a program that stands alone, if that is not large: see the sizes below.
// However small a module is, it has a file if other modules were read to check it.
//
// A file counts only when the digest of everything that the unit was made from is the same: the build of Typhon, the options, the names, the source;
// and when each path the checker asked for is what it was, and each file it read says what it said, or, of a module, has the interface it had (typecheck/interface.h: then the file is written again with its new text's digest). So nothing needs to be thrown away by hand;
// a file that does not count is written anew. Nor does one count that another user wrote or could have (the superuser's does). Errors and warnings are not kept: a module that has some is compiled each time.
#ifndef TYPHON_EMBED_CODE_CACHE_H
#define TYPHON_EMBED_CODE_CACHE_H
#include "compiler/unit_file.h"
#include "typecheck/check.h"

enum { CODE_CACHE_LEAST_PROGRAM = 16 * 1024, CODE_CACHE_LEAST_MODULE = 1024 }; // bytes of the source of `__main__`, and of what is imported

typedef struct CacheKey {
    const Source *source;   // with an absolute path
    const char *module_name;
    const char *const *search_path;
    uint32_t search_path_count;
    bool check, type_guards;
    int optimize;
} CacheKey;

// Whether there can be a file for it: the source lies in one.
bool code_cache_covers(const CacheKey *key);
// Memory for a file, which stays as long as units of it may be read; NULL: there is none.
typedef uint8_t *(*CacheRoom)(void *context, size_t size);
// The unit kept for `key`; false: there is none, or it does not count. Only this user, and this build, can have written it.
bool code_cache_find(const CacheKey *key, CacheRoom room, void *context, TreeArena *arena, AtomTable *atoms, UnitBytes *bytes);
// Keeps a unit. Where that fails (no permission, no room) nothing is kept, and nobody is told.
void code_cache_keep(const CacheKey *key, const CodeUnit *unit, const CheckDependency *dependencies, uint32_t count, TreeArena *arena);
#endif
