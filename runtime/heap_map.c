#include "runtime/heap_map.h"
#include "base/utf8.h"
#include "runtime/gc.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKS_IN_ORDER = 400000 }; // beyond, the page would be too large

typedef struct Map {
    VM *vm;
    FILE *file;
    const Type **types; // number n - 1: of type n; storage is the first
    size_t type_count, type_capacity;
    bool in_order, is_lost; // is_lost: memory was short
    const Arena *arena;     // whose pools are being written
    uint32_t counts[1024];  // of the types of one pool, summed up
} Map;

// As JSON, whatever the bytes are. Lone surrogates keep their number; what is no UTF-8 at all is U+FFFD.
static void write_text(FILE *file, const char *text) {
    fputc('"', file);
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        size_t size = *c < 0x80 ? 1 : *c < 0xe0 ? 2 : *c < 0xf0 ? 3 : 4;
        if (size == 1 && (*c < 0x20 || *c == '"' || *c == '\\' || *c == '<' || *c == 0x7f)) fprintf(file, "\\u%04x", *c);
        else if (c[0] == 0xed && c[1] >= 0xa0 && c[1] < 0xc0 && c[2]) fprintf(file, "\\u%04x", 0xd000u | (c[1] & 0x3fu) << 6 | (c[2] & 0x3fu)), c += 2;
        else if (strnlen((const char *)c, size) < size || utf8_validate((const char *)c, size, NULL) != size) fputs("\\ufffd", file);
        else fwrite(c, 1, size, file), c += size - 1;
    }
    fputc('"', file);
}

static const char *const storage_name = "(storage)";
static const char *type_name(const Type *type) { return type ? type->name->text : storage_name; }

// Number of the type, from 1 on. (There are hundreds at most, and neighbours are mostly of one.)
static size_t number_of(Map *map, const Type *type) {
    for (size_t i = map->type_count; i-- > 0;)
        if (map->types[i] == type) return i + 1;
    if (map->type_count == map->type_capacity) {
        size_t larger = map->type_capacity ? 2 * map->type_capacity : 64;
        const Type **moved = realloc(map->types, larger * sizeof *moved);
        if (!moved) {
            map->is_lost = true;
            return 1;
        }
        map->types = moved, map->type_capacity = larger;
    }
    map->types[map->type_count++] = type;
    return map->type_count;
}

static size_t block_number(Map *map, const Pool *pool, size_t index) {
    const void *block = pool_block(pool, index);
    return heap_is_marked(map->vm->heap, block) ? number_of(map, block_type(map->vm, block)) : 0;
}

static void write_run(FILE *file, bool *is_first, size_t type, size_t count) {
    if (!count) return;
    fprintf(file, "%s[%zu,%zu]", *is_first ? "" : ",", type, count);
    *is_first = false;
}

static void write_blocks(Map *map, const Pool *pool) {
    enum { SUMS = sizeof map->counts / sizeof *map->counts };
    size_t last = 0, run = 0;
    bool is_first = true;
    if (!map->in_order) memset(map->counts, 0, sizeof map->counts);
    for (size_t i = 0; i < pool->capacity; i++) {
        size_t type = block_number(map, pool, i);
        if (!map->in_order) {
            map->counts[type < SUMS ? type : 1]++;
            continue;
        }
        if (type != last) write_run(map->file, &is_first, last, run), run = 0;
        last = type;
        run++;
    }
    if (map->in_order) write_run(map->file, &is_first, last, run);
    for (size_t type = 1; !map->in_order && type < SUMS; type++) write_run(map->file, &is_first, type, map->counts[type]);
    if (!map->in_order) write_run(map->file, &is_first, 0, map->counts[0]);
}

static void write_pool(void *userdata, const Arena *arena, const Pool *pool) {
    Map *map = userdata;
    FILE *file = map->file;
    bool is_large = pool->size_class == HEAP_CLASSES;
    size_t pages = pool->pages ? pool->pages : arena->mapped / HEAP_PAGE - HEAP_HEADER_PAGES, all = arena->mapped / HEAP_PAGE;
    if (arena != map->arena) fprintf(file, "%s\n{\"pages\":%zu,\"header\":%d,\"own\":%d,\"pools\":[", map->arena ? "]}," : "", all, HEAP_HEADER_PAGES, pool->pages == 0);
    else fputc(',', file);
    map->arena = arena;
    fprintf(file, "\n[%u,%zu,%u,%u,", heap_page_of(pool), pages, is_large ? 0 : pool->block_size, pool->capacity);
    size_t used = 0;
    for (size_t i = 0; i < pool->capacity; i++) used += heap_is_marked(map->vm->heap, pool_block(pool, i));
    fprintf(file, "%zu,[", used);
    write_blocks(map, pool);
    fprintf(file, "],%" PRIu64 "]", pool->size);
}

static void count_blocks(void *userdata, const Arena *arena, const Pool *pool) {
    (void)arena;
    *(size_t *)userdata += pool->capacity;
}

typedef struct Collections {
    uint64_t all, full;
    Pauses pauses;
} Collections;

static void write_figures(const VM *vm, const Collections *before, FILE *file) {
    const Heap *heap = vm->heap;
    const Pauses *pauses = &before->pauses;
    fprintf(file, "[[\"pages in use\",%zu],[\"at most\",%zu],[\"alive\",%zu],[\"allocated in all\",%" PRIu64 "],", heap->pages_used * HEAP_PAGE, heap->peak_pages * HEAP_PAGE, heap->marked_bytes,
            heap->allocated_in_all);
    fprintf(file, "[\"arenas\",\"%zu\"],[\"collections\",\"%" PRIu64 " young, %" PRIu64 " full\"],", heap->arena_count, before->all - before->full, before->full);
    fprintf(file, "[\"pauses: median\",\"%.2f ms\"],[\"99 %% within\",\"%.2f ms\"],[\"longest\",\"%.2f ms\"]]", (double)pauses_quantile(pauses, 0.5) / 1e6,
            (double)pauses_quantile(pauses, 0.99) / 1e6, (double)pauses->longest / 1e6);
}

static void write_timeline(const Timeline *timeline, FILE *file) {
    for (uint32_t i = 0; timeline && i < timeline->count; i++) {
        const PauseEvent *event = &timeline->events[i];
        fprintf(file, "%s[%" PRIu64 ",%" PRIu64 ",0,%" PRIu64 ",%" PRIu64 "]", i ? "," : "", event->at, event->ns, event->committed, event->marked);
    }
}

// What is looked at is what is alive. The collection that finds it is the map's, not the program's.
static void collect_unseen(VM *vm) {
    Timeline *timeline = vm->collector->timeline;
    vm->collector->timeline = NULL;
    gc_collect_now(vm);
    vm->collector->timeline = timeline;
}

bool heap_map_write(VM *vm, const char *title, FILE *file) {
    const Collections before = {vm->heap->collections, vm->heap->full_collections, vm->collector->pauses};
    collect_unseen(vm);
    size_t blocks = 0;
    heap_each_pool(vm->heap, count_blocks, &blocks);
    Map map = {.vm = vm, .file = file, .in_order = blocks <= BLOCKS_IN_ORDER};
    number_of(&map, NULL); // storage comes first
    fprintf(file, "{\"title\":");
    write_text(file, title);
    fprintf(file, ",\"figures\":");
    write_figures(vm, &before, file);
    fprintf(file, ",\"arenas\":[");
    heap_each_pool(vm->heap, write_pool, &map);
    fprintf(file, "%s],\"types\":[\"\"", map.arena ? "]}" : "");
    for (size_t i = 0; i < map.type_count; i++) {
        fputc(',', file);
        write_text(file, type_name(map.types[i]));
    }
    fprintf(file, "],\"timeline\":[");
    write_timeline(vm->collector->timeline, file);
    fprintf(file, "]}\n");
    free(map.types);
    return !map.is_lost && !ferror(file);
}
