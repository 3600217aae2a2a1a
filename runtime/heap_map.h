// Heap map: the heap as it stands, pool by pool, as JSON for a page that draws it (cli/heap_map.html).
#ifndef TYPHON_RUNTIME_HEAP_MAP_H
#define TYPHON_RUNTIME_HEAP_MAP_H
#include "runtime/vm.h"
#include <stdio.h>

// Collects garbage, which its figures do not count, then writes one object. Every `<` in its texts is escaped, so that it may stand in a page. False: memory was short, or writing failed.
//
//     title, figures: [[name, text or bytes]...], types: ["", name of type 1, ...],
//     arenas: [{pages, header, own (1: of one large block), pools: [[first page, pages, block size or 0, capacity, used, [[type or 0, blocks]...], bytes of a large block]...]}...]
//     timeline: [[ns since the start, ns of the pause, 0, bytes in use, bytes that survived]...]
//
// Blocks stand in their order; in a heap of very many of them those of a pool are summed up by type.
bool heap_map_write(VM *vm, const char *title, FILE *file);
#endif
