// Places form a tree: a place is a line of some code, called from a place. Tallies count what is made at a place, by type.
#include "runtime/alloc_profile.h"
#include "runtime/frame.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { FRAMES_MOST = 200 }; // innermost ones that are looked at; those around them are one place, "..."
enum { NO_PLACE = 0 };      // outside all code

typedef struct Place {
    uint32_t caller; // place
    uint32_t line;
    const Code *code; // NULL: frames that are not looked at
    const Str *name;  // the three tell apart a code from one that later lies where it lay
    const Str *filename;
    char *text;       // "function (file:line)", with what would be taken for the end of a place or line as '_'
} Place;

typedef struct Tally {
    uint32_t place;
    const Type *type; // NULL: storage
    char *type_name;
    uint64_t blocks, bytes;
} Tally;

// Numbers of entries by hash; 0: empty.
typedef struct Index {
    uint32_t *slots;
    size_t capacity, count;
} Index;

// The line of an instruction, which is found by going through those before it.
typedef struct KnownLine {
    const Code *code;
    uint64_t collection; // code may be another one after the next
    uint32_t pc, line;
} KnownLine;
enum { KNOWN_LINES = 256 };

struct AllocProfile {
    VM *vm;
    KnownLine lines[KNOWN_LINES];
    Place *places; // from 1 on
    uint32_t place_count, place_capacity;
    Tally *tallies; // from 1 on
    uint32_t tally_count, tally_capacity;
    Index place_index, tally_index;
    // The last allocation, whose type is not known yet.
    void *pending;
    size_t pending_size;
    uint32_t pending_place;
    uint64_t pending_collection;
    uint64_t lost; // bytes
};

AllocProfile *alloc_profile_new(void) { return calloc(1, sizeof(AllocProfile)); }

void alloc_profile_delete(AllocProfile *profile) {
    if (!profile) return;
    for (uint32_t i = 1; i <= profile->place_count; i++) free(profile->places[i].text);
    for (uint32_t i = 1; i <= profile->tally_count; i++) free(profile->tallies[i].type_name);
    free(profile->places);
    free(profile->tallies);
    free(profile->place_index.slots);
    free(profile->tally_index.slots);
    free(profile);
}

// ---- entries and their indexes

static size_t mix(size_t a, size_t b) { return (a ^ b) * (size_t)0x9E3779B97F4A7C15u ^ (a >> 29); }

// Room for one entry more behind `count` entries, the first of them at 1. False: no memory.
static bool make_room(void **entries, uint32_t count, uint32_t *capacity, size_t size) {
    if (count + 1 < *capacity) return true;
    if (*capacity > UINT32_MAX / 2) return false;
    uint32_t larger = *capacity ? 2 * *capacity : 256;
    void *moved = realloc(*entries, larger * size);
    if (!moved) return false;
    *entries = moved;
    *capacity = larger;
    return true;
}

static size_t place_hash(const Place *place) { return mix(mix((size_t)place->caller << 32 | place->line, (size_t)(uintptr_t)place->code), (size_t)(uintptr_t)place->name); }
static size_t tally_hash(const Tally *tally) { return mix(tally->place, (size_t)(uintptr_t)tally->type); }
static size_t place_hash_of(const AllocProfile *profile, uint32_t number) { return place_hash(&profile->places[number]); }
static size_t tally_hash_of(const AllocProfile *profile, uint32_t number) { return tally_hash(&profile->tallies[number]); }

static bool index_grow(const AllocProfile *profile, Index *index, size_t (*hash_of)(const AllocProfile *, uint32_t)) {
    if (index->count * 2 < index->capacity) return true;
    size_t capacity = index->capacity ? 2 * index->capacity : 1024;
    uint32_t *slots = calloc(capacity, sizeof *slots);
    if (!slots) return false;
    for (size_t i = 0; i < index->capacity; i++) {
        if (!index->slots[i]) continue;
        size_t at = hash_of(profile, index->slots[i]) >> 8 & (capacity - 1);
        while (slots[at]) at = (at + 1) & (capacity - 1);
        slots[at] = index->slots[i];
    }
    free(index->slots);
    index->slots = slots, index->capacity = capacity;
    return true;
}

static const char *last_part(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

// In place: control characters, and what separates places. Lone surrogates are no text in UTF-8: "???".
static void clean(char *text) {
    for (unsigned char *c = (unsigned char *)text; *c; c++) {
        if (*c < 0x20 || *c == 0x7f || *c == ';') *c = '_';
        if (c[0] == 0xed && c[1] >= 0xa0) c[0] = '?', c[1] = '?', c[2] = '?';
    }
}

static bool name_place(Place *place) {
    if (!place->code) return (place->text = strdup("...")) != NULL;
    const char *file = last_part(place->filename->text);
    size_t size = place->name->size + strlen(file) + 32;
    place->text = malloc(size);
    if (!place->text) return false;
    snprintf(place->text, size, "%s (%s:%" PRIu32 ")", place->name->text, file, place->line);
    clean(place->text);
    return true;
}

// Number of the place, which is entered if it is new; NO_PLACE: no memory.
static uint32_t find_place(AllocProfile *profile, const Place *wanted) {
    if (!index_grow(profile, &profile->place_index, place_hash_of) || !make_room((void **)&profile->places, profile->place_count, &profile->place_capacity, sizeof(Place)))
        return NO_PLACE;
    Index *index = &profile->place_index;
    size_t at = place_hash(wanted) >> 8 & (index->capacity - 1);
    for (; index->slots[at]; at = (at + 1) & (index->capacity - 1)) {
        const Place *place = &profile->places[index->slots[at]];
        if (place->caller == wanted->caller && place->line == wanted->line && place->code == wanted->code && place->name == wanted->name && place->filename == wanted->filename)
            return index->slots[at];
    }
    Place place = *wanted;
    if (!name_place(&place)) return NO_PLACE;
    profile->places[++profile->place_count] = place;
    index->count++;
    return index->slots[at] = profile->place_count;
}

static void count(AllocProfile *profile, uint32_t place, const Type *type, unsigned blocks, size_t size) {
    const Tally wanted = {.place = place, .type = type};
    if (!index_grow(profile, &profile->tally_index, tally_hash_of) || !make_room((void **)&profile->tallies, profile->tally_count, &profile->tally_capacity, sizeof(Tally))) {
        profile->lost += size;
        return;
    }
    Index *index = &profile->tally_index;
    size_t at = tally_hash(&wanted) >> 8 & (index->capacity - 1);
    while (index->slots[at] && (profile->tallies[index->slots[at]].place != place || profile->tallies[index->slots[at]].type != type)) at = (at + 1) & (index->capacity - 1);
    if (!index->slots[at]) {
        Tally tally = {.place = place, .type = type, .type_name = strdup(type ? type->name->text : "(storage)")};
        if (!tally.type_name) {
            profile->lost += size;
            return;
        }
        clean(tally.type_name);
        profile->tallies[++profile->tally_count] = tally;
        index->slots[at] = profile->tally_count;
        index->count++;
    }
    Tally *tally = &profile->tallies[index->slots[at]];
    tally->blocks += blocks;
    tally->bytes += size;
}

// ---- watching

static uint32_t line_of(AllocProfile *profile, const Frame *frame) {
    uint32_t pc = frame_instruction(frame);
    uint64_t collection = profile->vm->heap->collections;
    KnownLine *known = &profile->lines[mix((size_t)frame->code, pc) % KNOWN_LINES];
    if (known->code != frame->code || known->pc != pc || known->collection != collection) *known = (KnownLine){frame->code, collection, pc, frame_line(frame)};
    return known->line;
}

static uint32_t current_place(AllocProfile *profile) {
    const VM *vm = profile->vm;
    const Frame *first = vm->frames;
    if (vm->frame - first >= FRAMES_MOST) first = vm->frame - FRAMES_MOST + 1;
    uint32_t place = first > vm->frames ? find_place(profile, &(Place){0}) : NO_PLACE;
    for (const Frame *frame = first; frame <= vm->frame; frame++) {
        const Code *code = frame->code;
        const Place wanted = {.caller = place, .line = line_of(profile, frame), .code = code, .name = code->qualname, .filename = code->filename};
        uint32_t next = find_place(profile, &wanted);
        if (next == NO_PLACE) break;
        place = next;
    }
    return place;
}

static void settle(AllocProfile *profile) {
    if (!profile->pending) return;
    // After a collection the block may be gone.
    bool is_there = profile->pending_size >= sizeof(Object) && profile->pending_collection == profile->vm->heap->collections;
    count(profile, profile->pending_place, is_there ? block_type(profile->vm, profile->pending) : NULL, 1, profile->pending_size);
    profile->pending = NULL;
}

bool alloc_profile_watch(void *userdata, HeapEvent event, void *block, size_t size) {
    AllocProfile *profile = userdata;
    if (!profile->vm || (event == HEAP_LEAVES && block != profile->pending)) return true;
    settle(profile);
    if (event == HEAP_GROWN) count(profile, current_place(profile), NULL, 0, size);
    if (event != HEAP_ALLOCATED) return true;
    profile->pending = block;
    profile->pending_size = size;
    profile->pending_place = current_place(profile);
    profile->pending_collection = profile->vm->heap->collections;
    return true;
}

void alloc_profile_follow(AllocProfile *profile, VM *vm) {
    if (profile->vm) settle(profile);
    profile->vm = vm;
}

// ---- writing

static const char *place_text(const AllocProfile *profile, uint32_t place) { return place ? profile->places[place].text : "(no code)"; }

static int more_bytes_first(const void *a, const void *b) {
    const Tally *left = a, *right = b;
    if (left->bytes != right->bytes) return left->bytes < right->bytes ? 1 : -1;
    return left->blocks < right->blocks ? 1 : left->blocks > right->blocks ? -1 : 0;
}

static int same_line_together(const AllocProfile *profile, const Tally *a, const Tally *b) {
    int order = strcmp(place_text(profile, a->place), place_text(profile, b->place));
    return order ? order : strcmp(a->type_name, b->type_name);
}

// Shell sort, since qsort's comparison sees no profile.
static void sort_by_line(const AllocProfile *profile, Tally *rows, size_t n) {
    size_t gap = 1;
    while (gap < n / 3) gap = 3 * gap + 1;
    for (; gap > 0; gap /= 3)
        for (size_t i = gap; i < n; i++) {
            Tally row = rows[i];
            size_t at = i;
            for (; at >= gap && same_line_together(profile, &row, &rows[at - gap]) < 0; at -= gap) rows[at] = rows[at - gap];
            rows[at] = row;
        }
}

// One row a line and type, whoever called it.
static size_t rows_by_line(const AllocProfile *profile, Tally *rows) {
    size_t n = profile->tally_count, kept = 0;
    if (n) memcpy(rows, profile->tallies + 1, n * sizeof *rows);
    sort_by_line(profile, rows, n);
    for (size_t i = 0; i < n; i++) {
        if (kept && same_line_together(profile, &rows[kept - 1], &rows[i]) == 0) {
            rows[kept - 1].blocks += rows[i].blocks;
            rows[kept - 1].bytes += rows[i].bytes;
        } else rows[kept++] = rows[i];
    }
    qsort(rows, kept, sizeof *rows, more_bytes_first);
    return kept;
}

void alloc_profile_write_table(AllocProfile *profile, FILE *file) {
    uint64_t bytes = 0, blocks = 0;
    for (uint32_t i = 1; i <= profile->tally_count; i++) bytes += profile->tallies[i].bytes, blocks += profile->tallies[i].blocks;
    fprintf(file, "%" PRIu64 " bytes in %" PRIu64 " blocks were allocated", bytes, blocks);
    if (profile->lost) fprintf(file, "; %" PRIu64 " bytes more could not be noted: out of memory", profile->lost);
    fprintf(file, "\n\n%14s %7s %12s  %-20s %s\n", "bytes", "part", "blocks", "type", "where");
    Tally *rows = malloc((profile->tally_count + (size_t)1) * sizeof *rows);
    size_t count_of_rows = rows ? rows_by_line(profile, rows) : 0;
    for (size_t i = 0; i < count_of_rows; i++)
        fprintf(file, "%14" PRIu64 " %5.1f %% %12" PRIu64 "  %-20s %s\n", rows[i].bytes, 100.0 * (double)rows[i].bytes / (double)bytes, rows[i].blocks, rows[i].type_name,
                place_text(profile, rows[i].place));
    free(rows);
}

void alloc_profile_write_folded(AllocProfile *profile, FILE *file) {
    for (uint32_t i = 1; i <= profile->tally_count; i++) {
        const Tally *tally = &profile->tallies[i];
        uint32_t path[FRAMES_MOST + 1], depth = 0; // and "..."
        for (uint32_t place = tally->place; place && depth <= FRAMES_MOST; place = profile->places[place].caller) path[depth++] = place;
        while (depth) fprintf(file, "%s;", place_text(profile, path[--depth]));
        fprintf(file, "%s %" PRIu64 "\n", tally->type_name, tally->bytes);
    }
}
