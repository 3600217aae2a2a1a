// The page of --heap-map: cli/heap_map.html with the heap's data in it.
#ifndef TYPHON_CLI_HEAP_PAGE_H
#define TYPHON_CLI_HEAP_PAGE_H
#include "runtime/vm.h"

// Writes it to the file at `path`. Collects garbage. False: errno tells.
bool heap_page_write(VM *vm, const char *title, const char *path);
#endif
