// What holds SQLite in a VM that has limits or grants, or is deterministic: values, programs and caches of a bounded size, functions of SQL that take no longer than
// what they look at is long, and no pragma that changes the process or lifts a bound.
//
// What SQLite takes is counted within the limit of the heap: pages, prepared statements and schemas after each step, and every so often within one; files that have
// no place on a disk as they are written (sqlite_files.h). What one step holds besides (registers) is bounded by the length of values only; a process that is the VM's
// own gives all of SQLite a limit. (A library's allocator can be set for a whole process only, which is its host's business.)
#ifndef TYPHON_RUNTIME_SQLITE_BOUNDS_H
#define TYPHON_RUNTIME_SQLITE_BOUNDS_H
#include "runtime/vm.h"
#include <sqlite3.h>

enum { SQLITE_LIMITS = 12 };
typedef struct DatabaseBounds {
    VM *vm;
    sqlite3 *db;
    bool is_bounded;      // else nothing is held
    bool is_confined;     // it has files of its own (sqlite_files.h)
    bool is_setting;      // the pragma under way is ours
    bool has_new_schema;  // since that was last counted
    bool has_memory;      // a database lies in the memory of SQLite's layer for that (it was deserialized)
    bool has_attached;    // since databases were last bounded
    int most[SQLITE_LIMITS]; // of what scripts may set
    bool has_files;       // whose schema others may change
    bool is_stale;        // the schema may have changed since its levels were counted
    size_t schema_levels, statement_levels; // of the largest statement
    size_t schema_bytes, statement_bytes;
    size_t pages;         // that count within the limit
} DatabaseBounds;

// For a fresh connection.
void bounds_open(DatabaseBounds *bounds, VM *vm, sqlite3 *db, bool is_confined);
// Nothing of the connection is left.
void bounds_close(DatabaseBounds *bounds);
// Of the authorizer: false: refused.
bool bounds_allow(DatabaseBounds *bounds, int action, const char *a, const char *b);
// Databases may have come (attached, deserialized).
void bounds_hold_databases(DatabaseBounds *bounds);
// Whether the C stack is large enough to prepare `sql` (NULL: what was prepared already, with the schema as it is now). False: RecursionError.
MAY_RAISE bool bounds_have_stack(DatabaseBounds *bounds, const char *sql);
// Counts what SQLite holds. False: MemoryError.
MAY_RAISE bool bounds_count(DatabaseBounds *bounds);
// Bytes that `stmt` holds, and has not been counted for.
size_t bounds_size_of(const DatabaseBounds *bounds, sqlite3_stmt *stmt);
#endif
