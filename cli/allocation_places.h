// Where Typhon allocates: the call stacks (of its own functions) that allocations were made from, and which allocation was the first from each.
// tests/fuzz/fail_allocations refuses one allocation of each.
#ifndef TYPHON_CLI_ALLOCATION_PLACES_H
#define TYPHON_CLI_ALLOCATION_PLACES_H
#include <stdbool.h>
#include <stdint.h>

typedef struct AllocationPlaces AllocationPlaces;
// NULL: memory is short, as it may be later: then places are missed.
AllocationPlaces *allocation_places_new(void);
void allocation_places_delete(AllocationPlaces *places);
// A place that allocations come from is not new.
void allocation_places_know(AllocationPlaces *places, uint64_t place);
// The caller is asked for allocation number `number`. True: it is the first from `*place`.
bool allocation_places_note(AllocationPlaces *places, uint64_t number, uint64_t *place);
// Lines `number place`, in the order they were come to, but for those that were known; a place is the same in each run of one executable. False: errno says why.
bool allocation_places_write(const AllocationPlaces *places, const char *path);
#endif
