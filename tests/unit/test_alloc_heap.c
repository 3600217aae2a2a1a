// The heap against a shadow: random allocation, early release, marking and collection, every equation checked.
#include "alloc/heap.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { SLOTS = 3000 };
typedef struct Shadow {
    unsigned char *block;
    size_t size;
    unsigned char fill;
} Shadow;

static uint64_t state;
static uint32_t next_random(void) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(state >> 33);
}

static size_t random_size(void) {
    switch (next_random() % 20) {
    case 0: return next_random() % 300000 + 1;
    case 1: case 2: case 3: return next_random() % 40000 + 1;
    default: return next_random() % 600 + 1;
    }
}

static void check(const Shadow *s) {
    assert_true(heap_block_size(s->block) >= s->size);
    assert_int_equal((uintptr_t)s->block % 16, 0);
    for (size_t i = 0; i < s->size; i += s->size / 7 + 1) assert_int_equal(s->block[i], s->fill);
    assert_int_equal(s->block[s->size - 1], s->fill);
}

static void collect(Heap *heap, Shadow *slots) {
    heap_collect_begin(heap, HEAP_FULL);
    for (int i = 0; i < SLOTS; i++)
        if (slots[i].block) {
            assert_true(heap_mark(heap, slots[i].block));
            assert_false(heap_mark(heap, slots[i].block));
        }
    heap_collect_end(heap);
    assert_true(heap_is_valid(heap));
}

static void shadow(void **unused) {
    (void)unused;
    state = 42;
    Heap *heap = heap_new(&(HeapConfig){0});
    static Shadow slots[SLOTS];
    memset(slots, 0, sizeof slots);
    for (int step = 0; step < 200000; step++) {
        Shadow *s = &slots[next_random() % SLOTS];
        if (s->block) {
            check(s);
            uint32_t what = next_random() % 4;
            if (what == 0) heap_free(heap, s->block, s->size);
            if (what == 1) {
                size_t size = random_size();
                s->block = heap_resize(heap, s->block, s->size, size);
                for (size_t i = 0; i < (size < s->size ? size : s->size); i += 97) assert_int_equal(s->block[i], s->fill);
                s->size = size;
                memset(s->block, s->fill, size);
                continue;
            }
            s->block = NULL; // otherwise: garbage
        } else {
            s->size = random_size();
            s->fill = (unsigned char)next_random();
            s->block = heap_alloc(heap, s->size);
            assert_non_null(s->block);
            memset(s->block, s->fill, s->size);
        }
        if (step % 9000 == 0) collect(heap, slots);
    }
    collect(heap, slots);
    size_t used = 0;
    for (int i = 0; i < SLOTS; i++)
        if (slots[i].block) check(&slots[i]), used += heap_block_size(slots[i].block);
    assert_int_equal(heap_stats(heap).used_bytes, used);
    memset(slots, 0, sizeof slots);
    collect(heap, slots);
    HeapStats stats = heap_stats(heap);
    assert_int_equal(stats.used_bytes, 0);
    assert_int_equal(stats.pools, 0);
    assert_true(stats.arenas <= 1); // memory went back to the system
    heap_delete(heap);
}

static void every_size(void **unused) {
    (void)unused;
    Heap *heap = heap_new(&(HeapConfig){0});
    for (size_t size = 1; size < 70000; size += size < 1200 ? 1 : 509) {
        unsigned char *a = heap_alloc(heap, size), *b = heap_alloc(heap, size);
        memset(a, 1, size);
        memset(b, 2, size);
        assert_int_equal(a[size - 1], 1);
        if (size <= HEAP_SMALL_MAX) assert_int_equal(heap_block_size(a), (size + 15) / 16 * 16);
        assert_true(heap_block_size(a) <= size + 16 + size / 4);
        heap_collect_begin(heap, HEAP_FULL);
        heap_mark(heap, b);
        heap_collect_end(heap);
        assert_true(heap_is_marked(heap, b));
        assert_int_equal(b[0], 2);
    }
    assert_true(heap_is_valid(heap));
    heap_delete(heap);
}

static void limit(void **unused) {
    (void)unused;
    uint32_t attention = 0;
    Heap *heap = heap_new(&(HeapConfig){.limit = 4 << 20, .attention = &attention, .attention_bit = 2});
    size_t total = 0;
    while (heap_alloc(heap, 48)) total += 48;
    assert_true(total > (4 << 20) * 0.9 && total < 4 << 20);
    assert_int_equal(attention, 2);
    assert_true(heap_stats(heap).committed <= 4 << 20);
    assert_null(heap_alloc(heap, 100000));
    assert_null(heap_alloc(heap, SIZE_MAX - 5));
    heap_collect_begin(heap, HEAP_FULL);
    heap_collect_end(heap);
    assert_non_null(heap_alloc(heap, 3 << 20)); // all of it was garbage
    assert_true(heap_is_valid(heap));
    heap_delete(heap);
}

static void *refuse(void *userdata, size_t size) {
    (void)userdata, (void)size;
    return NULL;
}

static void system_refuses(void **unused) {
    (void)unused;
    Heap *heap = heap_new(&(HeapConfig){.map = refuse});
    assert_null(heap_alloc(heap, 16));
    assert_null(heap_alloc(heap, 1000000));
    assert_true(heap_is_valid(heap));
    heap_delete(heap);
}

// ---- what is kept, and what goes back

typedef struct System {
    size_t maps, mapped;
} System;
static void *count_map(void *userdata, size_t size) {
    System *system = userdata;
    system->maps++;
    system->mapped += size;
    return aligned_alloc(HEAP_ARENA, (size + HEAP_ARENA - 1) / HEAP_ARENA * HEAP_ARENA);
}
static void count_unmap(void *userdata, void *memory, size_t size) {
    ((System *)userdata)->mapped -= size;
    free(memory);
}

// Garbage until a collection is due; nothing survives it.
static void one_cycle(Heap *heap, size_t least, size_t most) {
    while (heap->allocated <= heap->threshold) assert_non_null(heap_alloc(heap, least + next_random() % (most - least)));
    heap_collect_begin(heap, HEAP_FULL);
    heap_collect_end(heap);
    assert_true(heap_is_valid(heap));
}

static void garbage_goes_round(void **unused) {
    (void)unused;
    static const size_t sizes[][2] = {{1, 400}, {600, 30000}, {33000, 120000}, {130000, 400000}, {1, 300000}};
    for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++) {
        System system = {0};
        Heap *heap = heap_new(&(HeapConfig){.map = count_map, .unmap = count_unmap, .userdata = &system});
        for (int cycle = 0; cycle < 10; cycle++) one_cycle(heap, sizes[n][0], sizes[n][1]);
        size_t maps = system.maps;
        for (int cycle = 0; cycle < 50; cycle++) one_cycle(heap, sizes[n][0], sizes[n][1]);
        assert_true(system.maps - maps <= 50); // without what is kept: some ten in each cycle
        assert_true(system.mapped <= 24 << 20);
        heap_delete(heap);
        assert_int_equal(system.mapped, 0);
    }
}

static size_t resident_pages(void) {
    size_t size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%zu %zu", &size, &resident), 2);
    fclose(file);
    return resident;
}

// A large structure dies; every `survivor`th block of it does not (0: none).
static void large_structure(size_t block_size, size_t survivor, size_t most_left) {
    Heap *heap = heap_new(&(HeapConfig){0});
    size_t count = (96 << 20) / block_size;
    char **blocks = malloc(count * sizeof *blocks);
    memset(blocks, 1, count * sizeof *blocks);
    size_t before = resident_pages();
    for (size_t i = 0; i < count; i++) {
        blocks[i] = heap_alloc(heap, block_size);
        memset(blocks[i], (int)i, block_size);
    }
    assert_true(resident_pages() - before > (90 << 20) / HEAP_PAGE);
    for (int times = 0; times < 4; times++) { // the first time all of it is alive
        heap_collect_begin(heap, HEAP_FULL);
        for (size_t i = 0; !times && i < count; i++) heap_mark(heap, blocks[i]);
        for (size_t i = 0; survivor && i < count; i += survivor) heap_mark(heap, blocks[i]);
        heap_collect_end(heap);
        heap_release_dead(heap);
        assert_true(heap_is_valid(heap));
    }
    for (size_t i = 0; survivor && i < count; i += survivor) assert_int_equal(blocks[i][block_size - 1], (char)i);
#ifndef __SANITIZE_THREAD__ // whose shadow of the pages stays
    assert_true(resident_pages() < before + most_left / HEAP_PAGE);
#else
    (void)most_left;
#endif
    for (size_t i = 0; i < (16 << 20) / block_size; i++) memset(heap_alloc(heap, block_size), 1, block_size); // also from arenas given back
    assert_true(heap_is_valid(heap));
    heap_delete(heap);
    free(blocks);
}

static void memory_goes_back(void **unused) {
    (void)unused;
    if (HEAP_ASAN) return; // its own bookkeeping stays
    large_structure(48, 0, 10 << 20);
    large_structure(1000, 0, 10 << 20);
    large_structure(60000, 0, 10 << 20);
    large_structure(200000, 0, 12 << 20);
    large_structure(1000000, 0, 16 << 20); // those of large blocks are kept longer
    large_structure(48, 80000, 16 << 20);  // one in 4 MiB: an arena of every other segment stays
}

// What is old is dropped, and from then on all that is made dies young.
static void old_garbage_is_found(void **unused) {
    (void)unused;
    Heap *heap = heap_new(&(HeapConfig){0});
    enum { OLD = 100000, SIZE = 1000 };
    for (int times = 0; times < 2; times++) { // marked first as what has just been made, then as what is alive
        char **old = malloc(OLD * sizeof *old);
        for (size_t i = 0; i < OLD; i++) old[i] = heap_alloc(heap, SIZE);
        heap_collect_begin(heap, HEAP_FULL);
        for (size_t i = 0; i < OLD; i++) heap_mark(heap, old[i]);
        heap_collect_end(heap);
        free(old);
    }
    uint64_t start = heap->allocated_in_all;
    while (!heap_wants_full(heap)) {
        while (heap->allocated <= heap->threshold) assert_non_null(heap_alloc(heap, SIZE));
        heap_collect_begin(heap, HEAP_YOUNG);
        heap_collect_end(heap);
        assert_true(heap->allocated_in_all - start < (uint64_t)5 * OLD * 1024);
    }
    heap_delete(heap);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(shadow), cmocka_unit_test(every_size), cmocka_unit_test(limit),
                                       cmocka_unit_test(system_refuses), cmocka_unit_test(garbage_goes_round), cmocka_unit_test(memory_goes_back),
                                       cmocka_unit_test(old_garbage_is_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
