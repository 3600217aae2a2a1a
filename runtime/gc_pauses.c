// How long the program stood still for the collector: see Pauses in gc.h.
#include "runtime/gc.h"

static size_t bucket_of(uint64_t ns) {
    if (ns < 8) return (size_t)ns;
    unsigned top = 63u - (unsigned)__builtin_clzll((unsigned long long)ns);
    size_t bucket = (size_t)(top - 2) * 8 + (ns >> (top - 3) & 7);
    return bucket < PAUSE_BUCKETS ? bucket : PAUSE_BUCKETS - 1;
}

static uint64_t bucket_end(size_t bucket) { // the longest pause in it
    if (bucket < 8) return bucket;
    return ((uint64_t)(8 + bucket % 8 + 1) << (bucket / 8 - 1)) - 1;
}

void pauses_record(Pauses *pauses, uint64_t ns) {
    pauses->count++;
    pauses->total += ns;
    if (ns > pauses->longest) pauses->longest = ns;
    pauses->buckets[bucket_of(ns)]++;
}

uint64_t pauses_quantile(const Pauses *pauses, double part) {
    uint64_t rest = pauses->count - (uint64_t)((double)pauses->count * part); // so many may be longer
    for (size_t bucket = PAUSE_BUCKETS, above = 0; bucket-- > 0;) {
        above += pauses->buckets[bucket];
        if (above > rest || (above && above == pauses->count)) return bucket_end(bucket) < pauses->longest ? bucket_end(bucket) : pauses->longest;
    }
    return 0;
}

void timeline_note(Timeline *timeline, PauseEvent event) {
    if (timeline->count && timeline->skipped + 1 < timeline->stride) { // not one of its own
        PauseEvent *last = &timeline->events[timeline->count - 1];
        timeline->skipped++;
        if (event.ns > last->ns) *last = event;
        return;
    }
    if (timeline->count == TIMELINE_MOST) {
        for (uint32_t i = 0; i < TIMELINE_MOST / 2; i++) {
            const PauseEvent *pair = &timeline->events[2 * i];
            timeline->events[i] = pair[0].ns >= pair[1].ns ? pair[0] : pair[1];
        }
        timeline->count = TIMELINE_MOST / 2;
        timeline->stride = 2 * (timeline->stride ? timeline->stride : 1);
    }
    timeline->skipped = 0;
    timeline->events[timeline->count++] = event;
}
