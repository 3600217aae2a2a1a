#include "embed/tree_places.h"

enum { NOWHERE = UINT32_MAX };

typedef struct Places {
    const TreePlace *items; // by their starts; what is inside of another stands behind it
    uint32_t count;
    uint32_t *outer; // index of the place around each; NOWHERE: none
    const Source *file; // NULL: none
    TreeArena *arena;
} Places;

static Places open_places(const TreePlaces *given, TreeArena *arena) {
    Source *file = given->file ? arena_new(arena, Source) : NULL;
    if (file) {
        source_init(file, "", given->file, given->file_size);
        source_index_lines(file, arena);
    }
    Places places = {given->items, given->count, arena_alloc(arena, (given->count + 1) * sizeof(uint32_t)), file, arena};
    for (uint32_t i = 0; i < places.count; i++) {
        uint32_t outer = i ? i - 1 : NOWHERE;
        while (outer != NOWHERE && places.items[outer].end < places.items[i].end) outer = places.outer[outer];
        places.outer[i] = outer;
    }
    return places;
}

// The innermost node that holds the span; NULL: none.
static const TreePlace *place_around(const Places *places, Span span) {
    uint32_t low = 0, high = places->count; // items[low - 1].start <= span.start < items[high].start
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (places->items[middle].start <= span.start) low = middle + 1;
        else high = middle;
    }
    uint32_t at = low ? low - 1 : NOWHERE;
    while (at != NOWHERE && places->items[at].end < span.end) at = places->outer[at];
    return at == NOWHERE ? NULL : &places->items[at];
}

static bool offset_in_file(const Source *file, uint32_t line, uint32_t column, uint32_t *offset) {
    if (!file || !line || line > file->line_count) return false;
    uint32_t start = file->line_starts[line - 1], end = line < file->line_count ? file->line_starts[line] : file->size;
    *offset = start + column;
    return column <= end - start;
}

static Span span_in_file(const Source *file, const TreePlace *place) {
    uint32_t start, end;
    bool good = place && offset_in_file(file, place->line, place->column, &start) && offset_in_file(file, place->end_line, place->end_column, &end) && start <= end;
    return good ? span_make(start, end) : span_make(0, 0);
}

// Where the text of a definition begins on its line; behind the sign of a decorator.
static Span beginning(const Source *text, uint32_t line) {
    if (!line || line > text->line_count) return span_make(0, 0);
    uint32_t at = text->line_starts[line - 1];
    while (at < text->size && (text->text[at] == ' ' || text->text[at] == '@')) at++;
    return span_make(at, at);
}

static void take_places(CodeUnit *unit, const Places *places) {
    const TreePlace *first = unit->flags & UNIT_MODULE ? NULL : place_around(places, beginning(unit->source, unit->first_line));
    if (first) unit->first_line = first->line;
    unit->lines = arena_alloc(places->arena, (unit->code_count + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < unit->code_count; i++) {
        const TreePlace *place = place_around(places, unit->spans[i]);
        unit->lines[i] = place ? place->line : unit->first_line;
        unit->spans[i] = span_in_file(places->file, place);
    }
    for (uint32_t i = 0; i < unit->child_count; i++) take_places(unit->children[i], places);
}

void unit_take_places(CodeUnit *unit, const TreePlaces *given, TreeArena *arena) {
    Places places = open_places(given, arena);
    take_places(unit, &places);
}
