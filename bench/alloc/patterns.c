// One pattern of allocation under one allocator: `patterns typhon|malloc|python|bump PATTERN COUNT` prints nanoseconds an operation, the resident bytes
// it added, and those of the heap's pages in use. The peers of malloc's interface come by LD_PRELOAD; bench/alloc/run does all of it and prints the table.
#include "alloc/heap.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { SIZES = 1 << 16, LIVE = 100000 };
static uint16_t sizes[SIZES];
static void *live[LIVE];
static uint16_t live_size[LIVE];
static uint32_t order[LIVE];
static size_t one_size; // 0: the mix

static inline size_t size_at(size_t i) { return sizes[i & (SIZES - 1)]; }

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// 16 to 512 bytes, small ones more often: of 16 four are to 32, six to 64, three to 128, two to 256, one to 512. The order is random and always the same.
static void make_sizes(void) {
    static const uint16_t most[16] = {32, 32, 32, 32, 64, 64, 64, 64, 64, 64, 128, 128, 128, 256, 256, 512};
    uint64_t random = 0x9e3779b97f4a7c15u;
    for (size_t i = 0; i < SIZES; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        uint16_t top = most[random >> 60], least = top == 32 ? 16 : top / 2;
        sizes[i] = one_size ? (uint16_t)one_size : (uint16_t)(least + (random >> 33) % (top - least + 1u));
    }
    for (uint32_t i = 0; i < LIVE; i++) order[i] = i;
    for (uint32_t i = LIVE - 1; i > 0; i--) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        uint32_t other = (uint32_t)((random >> 32) * (i + 1) >> 32), was = order[i];
        order[i] = order[other], order[other] = was;
    }
}

static size_t resident(void) {
    FILE *file = fopen("/proc/self/statm", "r");
    size_t all, pages = 0;
    if (!file || fscanf(file, "%zu %zu", &all, &pages) != 2) pages = 0;
    if (file) fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static Heap *heap;
#define NAME(x) typhon_##x
#define ALLOCATE(size) heap_alloc(heap, size)
#define RELEASE(block, size) heap_free(heap, block, size)
#include "patterns.inc"

#define NAME(x) malloc_##x
#define ALLOCATE(size) malloc(size)
#define RELEASE(block, size) free(block)
#include "patterns.inc"

static void *(*python_alloc)(size_t);
static void (*python_free)(void *);
#define NAME(x) python_##x
#define ALLOCATE(size) python_alloc(size)
#define RELEASE(block, size) python_free(block)
#include "patterns.inc"

static char *bump;
static inline void *bump_alloc(size_t size) {
    char *block = bump;
    bump += (size + 15) & ~(size_t)15;
    return block;
}
#define NAME(x) bump_##x
#define ALLOCATE(size) bump_alloc(size)
#define RELEASE(block, size) ((void)(block))
#include "patterns.inc"

// What a program without a reference count does: nothing is released, a collection finds all dead and they are swept when blocks are needed.
static double typhon_swept(size_t count) {
    double start = now();
    for (size_t done = 0; done < count; done += LIVE) {
        for (size_t i = 0; i < LIVE; i++) *(size_t *)(live[i] = heap_alloc(heap, size_at(i))) = i;
        heap_collect_begin(heap, HEAP_YOUNG);
        heap_collect_end(heap);
    }
    return now() - start;
}

// Four million objects are made, then all released: what was resident, and what still is.
static void give_back(const char *who) {
    enum { MANY = 4000000 };
    void **blocks = malloc(MANY * sizeof *blocks);
    if (!blocks) exit(1);
    size_t before = resident();
    bool is_typhon = !strcmp(who, "typhon"), is_python = !strcmp(who, "python");
    for (size_t i = 0; i < MANY; i++) blocks[i] = memset(is_typhon ? heap_alloc(heap, 48) : is_python ? python_alloc(48) : malloc(48), 1, 48);
    size_t full = resident();
    for (size_t i = 0; i < MANY; i++)
        if (is_python) python_free(blocks[i]);
        else if (!is_typhon) free(blocks[i]);
    if (is_typhon) {
        heap_collect_begin(heap, HEAP_FULL);
        heap_collect_end(heap);
        heap_release_dead(heap);
    }
    printf("%zu %zu 0\n", full - before, resident() > before ? resident() - before : 0);
    free(blocks);
}

int main(int count_of_arguments, char **arguments) {
    if (count_of_arguments < 4) {
        fprintf(stderr, "usage: patterns typhon|malloc|python|bump PATTERN COUNT [SIZE]\n");
        return 2;
    }
    const char *who = arguments[1], *pattern = arguments[2];
    size_t count = strtoull(arguments[3], NULL, 10);
    if (count_of_arguments > 4) one_size = strtoull(arguments[4], NULL, 10);
    make_sizes();
    memset(live, 1, sizeof live);
    HeapConfig config = {.limit = 0};
    heap = heap_new(&config);
    if (!heap) return 1;
    if (!strcmp(who, "python")) {
        void *library = dlopen("libpython3.11.so.1.0", RTLD_NOW | RTLD_GLOBAL);
        if (!library) return fprintf(stderr, "%s\n", dlerror()), 1;
        void (*start)(int) = (void (*)(int))dlsym(library, "Py_InitializeEx");
        python_alloc = (void *(*)(size_t))dlsym(library, "PyObject_Malloc");
        python_free = (void (*)(void *))dlsym(library, "PyObject_Free");
        if (!start || !python_alloc || !python_free) return 1;
        start(0);
    }
    if (!strcmp(who, "bump")) {
        bump = mmap(NULL, (size_t)4 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (bump == MAP_FAILED) return 1;
        madvise(bump, (size_t)4 << 30, MADV_HUGEPAGE); // as the heap asks for
    }
    if (!strcmp(pattern, "give-back")) return give_back(who), 0;
    size_t before = resident();
    double seconds = !strcmp(pattern, "swept")    ? typhon_swept(count)
                     : !strcmp(who, "typhon")     ? typhon_run(pattern, count)
                     : !strcmp(who, "malloc")     ? malloc_run(pattern, count)
                     : !strcmp(who, "python")     ? python_run(pattern, count)
                     : !strcmp(who, "bump")       ? bump_run(pattern, count)
                                                  : -1;
    if (seconds < 0) return fprintf(stderr, "no such allocator or pattern\n"), 2;
    size_t grown = resident() - before;
    printf("%.3f %zu %zu\n", seconds / (double)count * 1e9, grown, heap_stats(heap).committed);
    return 0;
}
