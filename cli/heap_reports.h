// What `typhon run` tells of the heap when the script has ended (--heap-stats, --heap-map, --alloc-profile, --allocation-places), and the watch that this and
// --fail-allocation and --fail-forks need.
#ifndef TYPHON_CLI_HEAP_REPORTS_H
#define TYPHON_CLI_HEAP_REPORTS_H
#include "cli/failing_forks.h"
#include "runtime/alloc_profile.h"

typedef struct HeapReports {
    // options
    bool stats;
    const char *map, *profile_path, *places_path; // files; NULL: none is written
    unsigned long long fail_from, fail_count;     // allocations to refuse: the first's number; 0: none
    FailingForks forks;
    // the watch
    AllocProfile *profile;    // or NULL
    AllocationPlaces *places; // or NULL
    unsigned long long seen;  // allocations
} HeapReports;

// No two reports go to one file (the profile's call stacks have FILE.folded).
bool heap_reports_are_separate(const HeapReports *reports);
// The VM to be made is to be watched, if a report or a refusal needs it. `reports` outlives it. False: told why.
bool heap_reports_open(HeapReports *reports, VMConfig *config);
// From now on allocations are noted for the profile.
void heap_reports_follow(HeapReports *reports, VM *vm);
// Writes them. Collects garbage. False: one could not be written, which was told.
bool heap_reports_write(HeapReports *reports, VM *vm, const char *title);
void heap_reports_close(HeapReports *reports);
#endif
