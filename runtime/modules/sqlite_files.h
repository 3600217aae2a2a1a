// The files of SQLite's databases in a VM with grants (runtime/grants.h): a layer (sqlite3_vfs) over the system's that finds databases as places. A database, and
// what SQLite puts beside it (journals), is reached through the descriptor of its folder, which is held until the database is closed. None is mapped into memory: whoever may write it may cut it, too, and what is mapped would
// fault. (So a database in WAL mode needs locking_mode=EXCLUSIVE.) Files without a name (temporary databases, sorting) lie in memory, within the limit of the heap.
#ifndef TYPHON_RUNTIME_SQLITE_FILES_H
#define TYPHON_RUNTIME_SQLITE_FILES_H
#include "runtime/vm.h"
#include <sqlite3.h>

typedef struct DatabaseFiles DatabaseFiles;
// NULL: no memory. Its name is for sqlite3_open_v2.
DatabaseFiles *database_files_new(VM *vm);
const char *database_files_name(const DatabaseFiles *files);
// They are shared by the database and its statements: the last one to leave them closes them. NULL is allowed.
DatabaseFiles *database_files_share(DatabaseFiles *files);
void database_files_leave(DatabaseFiles *files);
#endif
