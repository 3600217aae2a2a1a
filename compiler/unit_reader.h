// The bytes of a unit (unit_file.h), read part by part, in the order of this header: by unit_read, which makes a CodeUnit of them, and by the runtime, which
// makes a Code at once (runtime/objects/code.c).
//
//     unit:  unit_get_head, unit_get_free_sources, unit_get_body: the body's start; the reader is then behind it
//     body:  unit_get_counts; names of locals and of free cells; unit_get_code; unit_get_places; constants; names of attributes and globals; handlers, guards, promises;
//            types of registers and expected types; children, each a unit
//
// Nothing is read beyond the bytes, whatever they are: once `failed` is set, every number is 0 and every text empty. Texts lie in the bytes and end without a NUL.
#ifndef TYPHON_COMPILER_UNIT_READER_H
#define TYPHON_COMPILER_UNIT_READER_H
#include "compiler/unit_file.h"

typedef struct UnitReader {
    const uint8_t *start, *at, *end;
    const uint8_t *name_ends, *texts; // name_count numbers, and the names' bytes, of which there are text_size
    uint32_t name_count, text_size;
    bool failed;
} UnitReader;

typedef struct UnitText {
    const char *text;
    uint32_t size;
} UnitText;

// As the fields of CodeUnit.
typedef struct UnitHead {
    uint32_t at;        // where the unit begins, from the start of the bytes: to read it again
    uint32_t name;      // its number
    UnitText qualname, docstring; // docstring.text: NULL where there is none
    uint32_t flags, first_line;
    uint16_t positional_only, positional, keyword_only, register_count, local_count;
    uint32_t free_count;
    int32_t class_cell_register, free_class_index;
} UnitHead;

typedef struct UnitCounts {
    uint32_t code, constants, attributes, globals, handlers, promises, children;
    uint16_t guards;
} UnitCounts;

// Spans and lines of instructions that have not been looked at yet, and the start of the span and the line of the one before.
typedef struct UnitPlaces {
    const uint8_t *at, *end;
    uint32_t start, line;
} UnitPlaces;

// A constant: the number of its name, its value, or how many constants follow that are its items.
typedef struct UnitValue {
    UnitConstantKind kind;
    AstConstantValue value; // its text lies in the bytes
    uint32_t name, count;
} UnitValue;

static inline const uint8_t *unit_take(UnitReader *r, uint64_t size) {
    if (size > (size_t)(r->end - r->at)) {
        r->failed = true;
        r->at = r->end;
        return NULL;
    }
    const uint8_t *start = r->at;
    r->at += size;
    return start;
}
uint64_t unit_get_digits(UnitReader *r);
static inline uint64_t unit_get(UnitReader *r) {
    if (__builtin_expect(r->at < r->end && *r->at < 128, 1)) return *r->at++; // nearly all are of one digit
    return unit_get_digits(r);
}
static inline int64_t unit_unsign(uint64_t number) { return (int64_t)(number >> 1) ^ -(int64_t)(number & 1); }
static inline int64_t unit_get_signed(UnitReader *r) { return unit_unsign(unit_get(r)); }

// The names; the reader is then at the outermost unit. false: these are no such bytes.
bool unit_reader_open(UnitReader *r, UnitBytes bytes);
uint32_t unit_get_name(UnitReader *r); // its number
UnitText unit_name_text(UnitReader *r, uint32_t number);
void unit_get_head(UnitReader *r, UnitHead *head);
void unit_get_free_sources(UnitReader *r, FreeSource *sources, uint32_t count);
const uint8_t *unit_get_body(UnitReader *r); // NULL: failed
void unit_get_counts(UnitReader *r, UnitCounts *counts);
void unit_get_code(UnitReader *r, Instruction *code, uint32_t count);
UnitPlaces unit_get_places(UnitReader *r, uint32_t first_line); // of all instructions
bool unit_next_place(UnitPlaces *places, Span *span); // of the next instruction; its line is in `places`. false: that is damaged
void unit_get_constant(UnitReader *r, UnitValue *value); // where it has items, they are to be read next
void unit_get_handlers(UnitReader *r, HandlerEntry *handlers, uint32_t count);
void unit_get_guards(UnitReader *r, ParameterGuard *guards, uint32_t count);
void unit_get_promises(UnitReader *r, CallPromise *promises, uint32_t count);
const uint8_t *unit_get_types(UnitReader *r, uint32_t count); // NULL: there are none
#endif
