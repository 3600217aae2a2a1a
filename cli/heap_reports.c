// See heap_reports.h.
#define _GNU_SOURCE // realpath
#include "cli/heap_reports.h"
#include "cli/commands.h"
#include "cli/heap_page.h"
#include "runtime/gc.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

// ---- where they go

static const char folded_suffix[] = ".folded";

// The folder's real path and the name in it. False: there is no such folder.
static bool resolve(const char *path, char out[PATH_MAX]) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char folder[PATH_MAX], real[PATH_MAX];
    int size = snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
    if (size >= PATH_MAX || !realpath(folder, real)) return false;
    return snprintf(out, PATH_MAX, "%s/%s", real, name) < PATH_MAX;
}

static bool is_same_file(const char *a, const char *b) {
    struct stat x, y;
    if (stat(a, &x) == 0 && stat(b, &y) == 0) return S_ISREG(x.st_mode) && x.st_dev == y.st_dev && x.st_ino == y.st_ino; // (devices take all)
    char real_a[PATH_MAX], real_b[PATH_MAX];
    return resolve(a, real_a) && resolve(b, real_b) && strcmp(real_a, real_b) == 0;
}

bool heap_reports_are_separate(const HeapReports *reports) {
    char folded[PATH_MAX];
    const char *paths[] = {reports->map, reports->profile_path, reports->places_path, NULL};
    size_t count = sizeof paths / sizeof *paths;
    if (reports->profile_path && snprintf(folded, sizeof folded, "%s%s", reports->profile_path, folded_suffix) < PATH_MAX) paths[count - 1] = folded;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (paths[i] && paths[j] && is_same_file(paths[i], paths[j])) return false;
    return true;
}

// ---- watching

static bool watch_allocation(void *userdata, HeapEvent event, void *block, size_t size) {
    HeapReports *reports = userdata;
    if (event == HEAP_ALLOCATED) {
        reports->seen++;
        uint64_t place;
        unsigned long long more;
        if (reports->places && allocation_places_note(reports->places, reports->seen, &place) && failing_forks_try(&reports->forks, reports->seen, place, &more))
            reports->fail_from = reports->seen, reports->fail_count = more + 1;
        if (reports->seen >= reports->fail_from && reports->seen - reports->fail_from < reports->fail_count) return false;
    }
    return !reports->profile || alloc_profile_watch(reports->profile, event, block, size);
}

static bool is_watching(const HeapReports *reports) { return reports->profile || reports->places || reports->fail_from || reports->forks.folder; }

bool heap_reports_open(HeapReports *reports, VMConfig *config) {
    if (reports->profile_path) reports->profile = alloc_profile_new();
    if (reports->places_path || reports->forks.folder) reports->places = allocation_places_new();
    if (is_watching(reports)) config->heap_watch = watch_allocation, config->heap_watch_userdata = reports;
    config->keeps_timeline = reports->map != NULL;
    if (failing_forks_open(&reports->forks, reports->places)) return true;
    report_usage("run: %s/results: %s", reports->forks.folder, strerror(errno));
    return false;
}

void heap_reports_follow(HeapReports *reports, VM *vm) {
    if (reports->profile) alloc_profile_follow(reports->profile, vm);
}

void heap_reports_close(HeapReports *reports) {
    alloc_profile_delete(reports->profile);
    allocation_places_delete(reports->places);
    failing_forks_close(&reports->forks);
}

// ---- the table of --heap-stats

static double milliseconds(uint64_t ns) { return (double)ns / 1e6; }

static void show_pauses(const VM *vm) {
    const Pauses *pauses = &vm->collector->pauses;
    unsigned long long full = (unsigned long long)vm->heap->full_collections, young = (unsigned long long)vm->heap->collections - full;
    fprintf(stderr, "collections: %llu young, %llu full; %llu pauses, %.2f ms in all: median %.3f ms, 99 %% within %.3f ms, longest %.3f ms\n", young, full,
            (unsigned long long)pauses->count, milliseconds(pauses->total), milliseconds(pauses_quantile(pauses, 0.5)), milliseconds(pauses_quantile(pauses, 0.99)), milliseconds(pauses->longest));
}

// Waste: what the pools' pages hold beside blocks in use: free blocks, headers, ends.
static void show_heap_row(const char *name, size_t pools, size_t used, size_t free_blocks, size_t bytes, size_t committed) {
    fprintf(stderr, "%10s %8zu %10zu %10zu %12zu %7.1f %%\n", name, pools, used, free_blocks, bytes, committed ? 100.0 * (double)(committed - bytes) / (double)committed : 0.0);
}

static void show_heap(VM *vm) {
    show_pauses(vm);
    HeapStats stats = heap_stats(vm->heap);
    fprintf(stderr, "heap: %zu arenas, %zu bytes committed (%zu at most), %zu in use, %llu allocated in all\n", stats.arenas, stats.committed, stats.peak, stats.used_bytes,
            (unsigned long long)stats.allocated_in_all);
    fprintf(stderr, "%10s %8s %10s %10s %12s %9s\n", "block size", "pools", "used", "free", "bytes used", "waste");
    size_t large_committed = stats.committed - stats.arenas * HEAP_HEADER_PAGES * HEAP_PAGE;
    for (size_t i = 0; i < HEAP_CLASSES; i++) {
        const HeapClassStats *row = &stats.classes[i];
        if (!row->pools) continue;
        char name[16];
        snprintf(name, sizeof name, "%u", row->block_size);
        show_heap_row(name, row->pools, row->used, row->free, row->used * row->block_size, row->pages * HEAP_PAGE);
        large_committed -= row->pages * HEAP_PAGE;
    }
    if (stats.large_blocks) show_heap_row("large", stats.large_blocks, stats.large_blocks, 0, stats.large_bytes, large_committed);
    show_heap_row("all", stats.pools + stats.large_blocks, stats.used_blocks + stats.large_blocks, stats.free_blocks, stats.used_bytes, stats.committed);
}

// ---- writing

// Closes it. False: something of it could not be written; errno tells.
static bool close_written(FILE *file) {
    bool good = fflush(file) == 0 && !ferror(file);
    int error = errno;
    if (fclose(file) != 0) return false;
    errno = error;
    return good;
}

static bool write_profile_to(AllocProfile *profile, const char *path, void (*write)(AllocProfile *, FILE *)) {
    FILE *file = fopen(path, "w");
    if (!file) return false;
    write(profile, file);
    return close_written(file);
}

static bool write_profile(AllocProfile *profile, const char *path) {
    char folded[PATH_MAX];
    if (snprintf(folded, sizeof folded, "%s%s", path, folded_suffix) >= PATH_MAX) return errno = ENAMETOOLONG, false;
    return write_profile_to(profile, path, alloc_profile_write_table) && write_profile_to(profile, folded, alloc_profile_write_folded);
}

static bool told(bool good, const char *what, const char *path) {
    if (!good) report_usage("run: the %s could not be written: %s: %s", what, path, strerror(errno));
    return good;
}

static bool show_stats(const HeapReports *reports, VM *vm) {
    clearerr(stderr);
    show_heap(vm);
    if (is_watching(reports)) fprintf(stderr, "allocations: %llu\n", reports->seen);
    return !ferror(stderr); // nobody could be told
}

bool heap_reports_write(HeapReports *reports, VM *vm, const char *title) {
    bool good = true;
    heap_reports_follow(reports, NULL);
    if (reports->profile_path) good &= told(reports->profile ? write_profile(reports->profile, reports->profile_path) : (errno = ENOMEM, false), "allocation profile", reports->profile_path);
    if (reports->places_path) good &= told(reports->places ? allocation_places_write(reports->places, reports->places_path) : (errno = ENOMEM, false), "places", reports->places_path);
    if (reports->stats) good &= show_stats(reports, vm);
    if (reports->map) good &= told(heap_page_write(vm, title, reports->map), "heap map", reports->map); // last: it collects
    return good;
}
