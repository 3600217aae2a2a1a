// --fail-forks=FOLDER: at the first allocation of each place (allocation_places.h) the process forks; in the child the allocation is refused, and it goes on to its end. So
// each of thousands of refusals takes what comes after it, not the whole program (tests/fuzz/fail_allocations).
//
// FOLDER/known has places that are left out, one a line. FOLDER/results gets a line for each child: the allocation's number and how many more were refused (as
// --fail-allocation=N+COUNT does it), the place, and its exit status, or minus its signal; FOLDER/NUMBER.err what it wrote on standard error.
#ifndef TYPHON_CLI_FAILING_FORKS_H
#define TYPHON_CLI_FAILING_FORKS_H
#include "cli/allocation_places.h"
#include <stdio.h>

typedef struct FailingForks {
    const char *folder; // NULL: nothing is forked
    FILE *results;
} FailingForks;

// Places that are left out become known to `places`. False: errno says why.
bool failing_forks_open(FailingForks *forks, AllocationPlaces *places);
// Allocation number `number`, the first from `place`, is asked for. True: this is a child, and it and `*more` are to be refused.
bool failing_forks_try(FailingForks *forks, uint64_t number, uint64_t place, unsigned long long *more);
void failing_forks_close(FailingForks *forks);
#endif
