// Whose module is it? The script and what lies in its folder are the program's own: a type error there refuses the run. What was found through another entry of
// sys.path was written by others, often for other checkers: it runs as in CPython (docs/typing.md, "In a run").
#ifndef TYPHON_EMBED_OWN_MODULES_H
#define TYPHON_EMBED_OWN_MODULES_H
#include "runtime/vm.h"

// Whether the source at `path` lies in `folder` (the script's; NULL or "": everything is the program's own), in none of the entries of sys.path below it,
// and in no site-packages or dist-packages.
bool is_own_module(VM *vm, const char *folder, const char *path);
#endif
