#include "compiler/unit_file.h"
#include "compiler/unit_reader.h"
#include "base/map.h"
#include "base/vec.h"

enum { MAX_NESTING = 1000 }; // of units and of tuples: more than the parser lets through

// ---- writing -----------------------------------------------------------------------------------------------------------

typedef struct Writer {
    TreeArena *arena;
    uint8_t *bytes;
    size_t count, capacity;
    VEC(const Atom *) names;
    PtrMap name_numbers; // Atom -> its number + 1
} Writer;

static uint8_t *room(Writer *w, size_t size) {
    if (w->capacity - w->count < size) {
        size_t capacity = 2 * w->capacity > w->count + size ? 2 * w->capacity : w->count + size + 256;
        uint8_t *larger = arena_alloc(w->arena, capacity);
        if (w->count) memcpy(larger, w->bytes, w->count);
        w->bytes = larger, w->capacity = capacity;
    }
    uint8_t *place = w->bytes + w->count;
    w->count += size;
    return place;
}
static void put_bytes(Writer *w, const void *bytes, size_t size) {
    if (size) memcpy(room(w, size), bytes, size);
}
static void put(Writer *w, uint64_t number) {
    uint8_t digits[10];
    size_t count = 0;
    do digits[count++] = (uint8_t)((number & 127) | (number > 127 ? 128 : 0));
    while (number >>= 7);
    put_bytes(w, digits, count);
}
static void put_signed(Writer *w, int64_t number) { put(w, (uint64_t)number << 1 ^ (uint64_t)(number >> 63)); }
static void put_text(Writer *w, const char *text, size_t size) { put(w, size), put_bytes(w, text, size); }

static void put_name(Writer *w, const Atom *name) {
    uint64_t number = (uint64_t)(uintptr_t)map_get_pointer(&w->name_numbers, name);
    if (!number) {
        vec_push(w->arena, &w->names, name);
        number = w->names.count;
        map_set_pointer(w->arena, &w->name_numbers, name, (void *)(uintptr_t)number);
    }
    put(w, number - 1);
}
static void put_names(Writer *w, const Atom *const *names, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) put_name(w, names[i]);
}

static void put_value(Writer *w, const AstConstantValue *value) {
    put(w, value->kind);
    switch (value->kind) {
    case AST_CONST_INT: put_signed(w, value->integer); break;
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: put_bytes(w, &value->number, sizeof value->number); break;
    case AST_CONST_BIG_INT:
    case AST_CONST_STR:
    case AST_CONST_BYTES: put_text(w, value->text, value->size); break;
    default: break;
    }
}

static void put_constant(Writer *w, const UnitConstant *constant) {
    put(w, constant->kind);
    if (constant->kind == UNIT_CONST_VALUE) put_value(w, &constant->value);
    else if (constant->kind == UNIT_CONST_NAME) put_name(w, constant->name);
    else {
        put(w, constant->count);
        for (uint32_t i = 0; i < constant->count; i++) put_constant(w, &constant->items[i]);
    }
}

// Neighbours are mostly on the same or a near line, so each search starts where the last one ended.
static uint32_t line_of(const CodeUnit *unit, uint32_t at, uint32_t line) {
    if (unit->lines) return unit->lines[at];
    const Source *source = unit->source;
    uint32_t offset = unit->spans[at].start;
    while (line < source->line_count && source->line_starts[line] <= offset) line++;
    while (line > 1 && source->line_starts[line - 1] > offset) line--;
    return line ? line : 1;
}

static void put_code(Writer *w, const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->code_count; i++) {
        Instruction instruction = unit->code[i];
        put_bytes(w, &instruction.op, sizeof instruction.op);
        put(w, instruction.a), put(w, instruction.b), put(w, instruction.c);
    }
}
static void put_places(Writer *w, const CodeUnit *unit) {
    size_t start = w->count;
    room(w, sizeof(uint32_t));
    uint32_t before = 0, line_before = unit->first_line;
    for (uint32_t i = 0; i < unit->code_count; i++) {
        Span span = unit->spans[i];
        put_signed(w, (int64_t)span.start - before);
        put_signed(w, (int64_t)span.end - span.start);
        before = span.start;
        uint32_t line = line_of(unit, i, line_before);
        put_signed(w, (int64_t)line - line_before);
        line_before = line;
    }
    uint32_t size = (uint32_t)(w->count - start - sizeof size);
    memcpy(w->bytes + start, &size, sizeof size);
}

static void put_types(Writer *w, const uint8_t *types, uint32_t count) {
    put(w, types ? REGISTER_TYPES_VERSION : 0);
    if (types) put_bytes(w, types, count);
}

static void put_promises(Writer *w, const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->promise_count; i++) put(w, unit->promises[i].at), put_bytes(w, &unit->promises[i].signature, sizeof unit->promises[i].signature);
}

static void put_handlers(Writer *w, const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->handler_count; i++) {
        const HandlerEntry *entry = &unit->handlers[i];
        put(w, entry->start), put(w, entry->end), put(w, entry->handler), put(w, entry->reg);
    }
}

static void put_unit(Writer *w, const CodeUnit *unit);
static void put_body(Writer *w, const CodeUnit *unit) {
    put(w, unit->code_count), put(w, unit->constant_count), put(w, unit->attribute_count), put(w, unit->global_count);
    put(w, unit->handler_count), put(w, unit->parameter_guard_count), put(w, unit->promise_count), put(w, unit->child_count);
    put_names(w, unit->local_names, unit->local_count);
    put_names(w, unit->free_names, unit->free_count);
    put_code(w, unit);
    put_places(w, unit);
    for (uint32_t i = 0; i < unit->constant_count; i++) put_constant(w, &unit->constants[i]);
    put_names(w, unit->attribute_names, unit->attribute_count);
    put_names(w, unit->global_names, unit->global_count);
    put_handlers(w, unit);
    for (uint32_t i = 0; i < unit->parameter_guard_count; i++) put(w, unit->parameter_guards[i].reg), put(w, unit->parameter_guards[i].mask);
    put_promises(w, unit);
    put_types(w, unit->register_types, unit->register_count);
    put_types(w, unit->expected_types, unit->code_count);
    for (uint32_t i = 0; i < unit->child_count; i++) put_unit(w, unit->children[i]);
}

static void put_unit(Writer *w, const CodeUnit *unit) {
    put_name(w, unit->name);
    put_text(w, unit->qualname, strlen(unit->qualname));
    put(w, unit->docstring != NULL);
    if (unit->docstring) put_text(w, unit->docstring, unit->docstring_size);
    put(w, unit->flags), put(w, unit->first_line);
    put(w, unit->positional_only), put(w, unit->positional), put(w, unit->keyword_only), put(w, unit->register_count);
    put(w, unit->local_count), put(w, unit->free_count);
    put_signed(w, unit->class_cell_register), put_signed(w, unit->free_class_index);
    for (uint32_t i = 0; i < unit->free_count; i++) put(w, (uint64_t)unit->free_sources[i].index << 1 | unit->free_sources[i].from_register);
    size_t place = w->count;
    room(w, sizeof(uint32_t));
    put_body(w, unit);
    uint32_t size = (uint32_t)(w->count - place - sizeof size);
    memcpy(w->bytes + place, &size, sizeof size);
}

UnitBytes unit_write(const CodeUnit *unit, TreeArena *arena) {
    Writer units = {.arena = arena}, whole = {.arena = arena};
    put_unit(&units, unit);
    uint32_t count = units.names.count, end = 0;
    put_bytes(&whole, &count, sizeof count);
    for (uint32_t i = 0; i < count; i++) end += units.names.items[i]->size, put_bytes(&whole, &end, sizeof end);
    for (uint32_t i = 0; i < count; i++) put_bytes(&whole, units.names.items[i]->text, units.names.items[i]->size);
    put_bytes(&whole, units.bytes, units.count);
    return (UnitBytes){whole.bytes, whole.count};
}

// ---- reading, part by part (unit_reader.h) -------------------------------------------------------------------------------

uint64_t unit_get_digits(UnitReader *r) {
    uint64_t number = 0;
    if (r->end - r->at >= 2 && r->at[1] < 128) return r->at += 2, (uint64_t)(r->at[-2] & 127) | (uint64_t)r->at[-1] << 7;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const uint8_t *digit = unit_take(r, 1);
        if (!digit) return 0;
        number |= (uint64_t)(*digit & 127) << shift;
        if (*digit < 128) return number;
    }
    r->failed = true;
    return 0;
}
static inline uint64_t get_at_most(UnitReader *r, uint64_t most) {
    uint64_t number = unit_get(r);
    if (number <= most) return number;
    r->failed = true;
    return 0;
}
static inline uint16_t get_16(UnitReader *r) { return (uint16_t)get_at_most(r, UINT16_MAX); }
static uint32_t get_32(UnitReader *r) { return (uint32_t)get_at_most(r, UINT32_MAX); }
// Each of so many things takes `size` bytes at least.
static uint32_t get_count(UnitReader *r, size_t size) {
    uint64_t most = (uint64_t)(r->end - r->at) / size;
    return (uint32_t)get_at_most(r, most < UINT32_MAX ? most : UINT32_MAX);
}
static UnitText get_text(UnitReader *r) {
    uint32_t size = get_count(r, 1);
    const uint8_t *text = unit_take(r, size);
    return text ? (UnitText){(const char *)text, size} : (UnitText){"", 0};
}
static int32_t get_index(UnitReader *r, uint32_t end) { // -1: none
    int64_t number = unit_get_signed(r);
    if (number < -1 || number >= (int64_t)end) r->failed = true;
    return r->failed ? -1 : (int32_t)number;
}
static uint32_t number_at(const uint8_t *numbers, uint64_t index) {
    uint32_t number;
    memcpy(&number, numbers + index * sizeof number, sizeof number);
    return number;
}

bool unit_reader_open(UnitReader *r, UnitBytes bytes) {
    *r = (UnitReader){.start = bytes.bytes, .at = bytes.bytes, .end = bytes.bytes + bytes.size};
    const uint8_t *number = bytes.size > UINT32_MAX ? NULL : unit_take(r, sizeof(uint32_t));
    if (!number) return false;
    r->name_count = number_at(number, 0);
    r->name_ends = unit_take(r, (uint64_t)r->name_count * sizeof(uint32_t));
    if (!r->name_ends) return false;
    r->text_size = r->name_count ? number_at(r->name_ends, r->name_count - 1) : 0;
    r->texts = unit_take(r, r->text_size);
    return r->texts != NULL;
}

uint32_t unit_get_name(UnitReader *r) {
    uint64_t number = unit_get(r);
    if (number < r->name_count) return (uint32_t)number;
    r->failed = true;
    return 0;
}
UnitText unit_name_text(UnitReader *r, uint32_t number) {
    uint32_t start = number ? number_at(r->name_ends, number - 1) : 0, end = number < r->name_count ? number_at(r->name_ends, number) : 0;
    if (start <= end && end <= r->text_size && number < r->name_count) return (UnitText){(const char *)r->texts + start, end - start};
    r->failed = true;
    return (UnitText){"", 0};
}

void unit_get_head(UnitReader *r, UnitHead *head) {
    head->at = (uint32_t)(r->at - r->start);
    head->name = unit_get_name(r);
    head->qualname = get_text(r);
    if (memchr(head->qualname.text, 0, head->qualname.size)) r->failed = true;
    head->docstring = (UnitText){NULL, 0};
    if (get_at_most(r, 1)) head->docstring = get_text(r);
    head->flags = get_32(r), head->first_line = get_32(r);
    head->positional_only = get_16(r), head->positional = get_16(r);
    head->keyword_only = get_16(r), head->register_count = get_16(r);
    head->local_count = get_16(r), head->free_count = get_count(r, 1);
    head->class_cell_register = get_index(r, head->register_count), head->free_class_index = get_index(r, head->free_count);
}

void unit_get_free_sources(UnitReader *r, FreeSource *sources, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint64_t from = get_at_most(r, 2 * UINT16_MAX + 1);
        sources[i] = (FreeSource){from & 1, (uint16_t)(from >> 1)};
    }
}

const uint8_t *unit_get_body(UnitReader *r) {
    const uint8_t *number = unit_take(r, sizeof(uint32_t));
    return number ? unit_take(r, number_at(number, 0)) : NULL;
}

void unit_get_counts(UnitReader *r, UnitCounts *counts) {
    counts->code = get_count(r, 5), counts->constants = get_count(r, 1), counts->attributes = get_count(r, 1), counts->globals = get_count(r, 1);
    counts->handlers = get_count(r, 4), counts->guards = get_16(r), counts->promises = get_count(r, 1 + sizeof(uint64_t)), counts->children = get_count(r, 8);
    if (counts->guards > (size_t)(r->end - r->at) / 2) r->failed = true, counts->guards = 0;
}

void unit_get_constant(UnitReader *r, UnitValue *value) {
    value->kind = (UnitConstantKind)get_at_most(r, UNIT_CONST_NAME);
    if (value->kind == UNIT_CONST_NAME) {
        value->name = unit_get_name(r);
        return;
    }
    if (value->kind != UNIT_CONST_VALUE) {
        value->count = get_count(r, 1);
        return;
    }
    value->value.kind = (AstConstantKind)get_at_most(r, AST_CONST_BYTES);
    switch (value->value.kind) {
    case AST_CONST_INT: value->value.integer = unit_get_signed(r); break;
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: {
        const uint8_t *number = unit_take(r, sizeof value->value.number);
        if (number) memcpy(&value->value.number, number, sizeof value->value.number);
        break;
    }
    case AST_CONST_BIG_INT:
    case AST_CONST_STR:
    case AST_CONST_BYTES: {
        UnitText text = get_text(r);
        value->value.text = text.text, value->value.size = text.size;
        break;
    }
    default: break;
    }
}

// The bits that say in bytes 2 to 4 that a number goes on, whatever the order of bytes of this machine is.
static const union {
    uint8_t bytes[8];
    uint64_t word;
} three_long = {{0, 0, 128, 128, 128, 0, 0, 0}};
#define THREE_LONG three_long.word

#ifndef TYPHON_CORE
// A number of 16 bits, of three digits at most; what is too large has bits above them.
enum { INSTRUCTION_LONGEST = 2 + 3 * 3 };
static inline uint32_t number_within(const uint8_t **at) {
    uint32_t number = *(*at)++;
    if (number < 128) return number;
    uint32_t digit = *(*at)++;
    number = (number & 127) | (digit & 127) << 7;
    return digit < 128 ? number : number | (uint32_t) * (*at)++ << 14;
}
#endif

void unit_get_code(UnitReader *r, Instruction *code, uint32_t count) {
    const uint8_t *at = r->at, *behind = r->end;
    for (Instruction *instruction = code; instruction < code + count; instruction++) {
        uint64_t digits = THREE_LONG;
        if (behind - at >= 8) memcpy(&digits, at, 8);
        if (!(digits & THREE_LONG)) { // most are of an opcode and three numbers of one digit
            memcpy(&instruction->op, at, sizeof instruction->op);
            instruction->a = at[2], instruction->b = at[3], instruction->c = at[4];
            at += 5;
#ifndef TYPHON_CORE
        } else if (behind - at >= INSTRUCTION_LONGEST) {
            memcpy(&instruction->op, at, sizeof instruction->op);
            at += sizeof instruction->op;
            uint32_t a = number_within(&at), b = number_within(&at), c = number_within(&at);
            if ((a | b | c) > UINT16_MAX) {
                r->failed = true;
                return;
            }
            instruction->a = (uint16_t)a, instruction->b = (uint16_t)b, instruction->c = (uint16_t)c;
#endif
        } else {
            r->at = at;
            const uint8_t *op = unit_take(r, sizeof instruction->op);
            if (!op) return;
            memcpy(&instruction->op, op, sizeof instruction->op);
            instruction->a = get_16(r), instruction->b = get_16(r), instruction->c = get_16(r);
            at = r->at;
        }
    }
    r->at = at;
}

UnitPlaces unit_get_places(UnitReader *r, uint32_t first_line) {
    const uint8_t *number = unit_take(r, sizeof(uint32_t));
    uint32_t size = number ? number_at(number, 0) : 0;
    const uint8_t *bytes = number ? unit_take(r, size) : NULL;
    return bytes ? (UnitPlaces){bytes, bytes + size, 0, first_line} : (UnitPlaces){NULL, NULL, 0, first_line};
}
bool unit_next_place(UnitPlaces *places, Span *span) {
    UnitReader r = {.at = places->at, .end = places->end};
    uint64_t start = places->start + (uint64_t)unit_get_signed(&r), end = start + (uint64_t)unit_get_signed(&r), line = places->line + (uint64_t)unit_get_signed(&r); // what is below 0 is more than any
    if (r.failed || end > UINT32_MAX || start > end || line - 1 >= UINT32_MAX) return false;
    *span = span_make((uint32_t)start, (uint32_t)end);
    *places = (UnitPlaces){r.at, r.end, (uint32_t)start, (uint32_t)line};
    return true;
}

void unit_get_handlers(UnitReader *r, HandlerEntry *handlers, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) handlers[i].start = get_32(r), handlers[i].end = get_32(r), handlers[i].handler = get_32(r), handlers[i].reg = get_16(r);
}
void unit_get_guards(UnitReader *r, ParameterGuard *guards, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) guards[i].reg = get_16(r), guards[i].mask = get_16(r);
}
void unit_get_promises(UnitReader *r, CallPromise *promises, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        promises[i].at = get_32(r);
        const uint8_t *signature = unit_take(r, sizeof promises[i].signature);
        if (signature) memcpy(&promises[i].signature, signature, sizeof promises[i].signature);
    }
}

const uint8_t *unit_get_types(UnitReader *r, uint32_t count) {
    uint64_t version = unit_get(r);
    if (!version) return NULL;
    const uint8_t *types = unit_take(r, count);
    if (version != REGISTER_TYPES_VERSION) r->failed = true;
    return r->failed ? NULL : types;
}

// ---- reading a CodeUnit ----------------------------------------------------------------------------------------------------

typedef struct TreeReader {
    UnitReader units;
    TreeArena *arena;
    const Source *source;
    AtomTable *atoms;
    const Atom **names; // those that were asked for
    uint32_t depth;
} TreeReader;

static const Atom *name_of(TreeReader *r, uint32_t number) {
    if (number < r->units.name_count && r->names[number]) return r->names[number];
    UnitText text = unit_name_text(&r->units, number);
    return r->units.failed ? NULL : (r->names[number] = atom_intern(r->atoms, text.text, text.size));
}
static const Atom **get_names(TreeReader *r, uint32_t count) {
    const Atom **names = arena_array(r->arena, const Atom *, count + 1u);
    for (uint32_t i = 0; i < count && !r->units.failed; i++) names[i] = name_of(r, unit_get_name(&r->units));
    return names;
}
static const char *copy_text(TreeReader *r, UnitText text) { return arena_copy(r->arena, text.text, text.size); }

static bool has_text(AstConstantKind kind) { return kind == AST_CONST_BIG_INT || kind == AST_CONST_STR || kind == AST_CONST_BYTES; }
static UnitConstant *get_constants(TreeReader *r, uint32_t count) {
    if (++r->depth > MAX_NESTING) r->units.failed = true;
    UnitConstant *constants = arena_array(r->arena, UnitConstant, count + 1u);
    for (uint32_t i = 0; i < count && !r->units.failed; i++) {
        UnitValue read = {.kind = UNIT_CONST_VALUE};
        unit_get_constant(&r->units, &read);
        UnitConstant *constant = &constants[i];
        *constant = (UnitConstant){.kind = read.kind};
        if (read.kind == UNIT_CONST_NAME) constant->name = name_of(r, read.name);
        else if (read.kind != UNIT_CONST_VALUE) constant->count = read.count, constant->items = get_constants(r, read.count);
        else if (has_text((constant->value = read.value).kind)) constant->value.text = copy_text(r, (UnitText){read.value.text, read.value.size});
    }
    r->depth--;
    return constants;
}

static uint8_t *get_types(TreeReader *r, uint32_t count) {
    const uint8_t *types = unit_get_types(&r->units, count);
    return types ? memcpy(arena_array(r->arena, uint8_t, count + 1u), types, count) : NULL;
}

static CodeUnit *get_unit(TreeReader *r);

static void get_body(TreeReader *r, CodeUnit *unit) {
    UnitReader *units = &r->units;
    UnitCounts counts;
    unit_get_counts(units, &counts);
    unit->code_count = counts.code, unit->constant_count = counts.constants, unit->attribute_count = counts.attributes, unit->global_count = counts.globals;
    unit->handler_count = counts.handlers, unit->parameter_guard_count = counts.guards, unit->promise_count = counts.promises, unit->child_count = counts.children;
    unit->local_names = get_names(r, unit->local_count);
    unit->free_names = get_names(r, unit->free_count);
    unit->code = arena_array(r->arena, Instruction, counts.code + 1u);
    unit->spans = arena_array(r->arena, Span, counts.code + 1u);
    unit->lines = arena_array(r->arena, uint32_t, counts.code + 1u);
    unit_get_code(units, unit->code, counts.code);
    UnitPlaces places = unit_get_places(units, unit->first_line);
    for (uint32_t i = 0; i < counts.code && !units->failed; i++) {
        if (!unit_next_place(&places, &unit->spans[i]) || unit->spans[i].end > r->source->size) units->failed = true; // as they are shown in tracebacks
        unit->lines[i] = places.line;
    }
    if (places.at != places.end) units->failed = true;
    unit->constants = get_constants(r, counts.constants);
    unit->attribute_names = get_names(r, counts.attributes);
    unit->global_names = get_names(r, counts.globals);
    unit->handlers = arena_array(r->arena, HandlerEntry, counts.handlers + 1u);
    unit_get_handlers(units, unit->handlers, counts.handlers);
    unit->parameter_guards = arena_array(r->arena, ParameterGuard, counts.guards + 1u);
    unit_get_guards(units, unit->parameter_guards, counts.guards);
    unit->promises = arena_array(r->arena, CallPromise, counts.promises + 1u);
    unit_get_promises(units, unit->promises, counts.promises);
    unit->register_types = get_types(r, unit->register_count);
    unit->expected_types = get_types(r, unit->code_count);
    unit->children = arena_array(r->arena, CodeUnit *, counts.children + 1u);
    for (uint32_t i = 0; i < counts.children && !units->failed; i++) unit->children[i] = get_unit(r);
}

static CodeUnit *get_unit(TreeReader *r) {
    if (++r->depth > MAX_NESTING) r->units.failed = true;
    CodeUnit *unit = arena_new(r->arena, CodeUnit);
    UnitHead head;
    unit_get_head(&r->units, &head);
    *unit = (CodeUnit){
        .source = r->source, .name = name_of(r, head.name), .qualname = copy_text(r, head.qualname), .docstring = head.docstring.text ? copy_text(r, head.docstring) : NULL,
        .docstring_size = head.docstring.size, .flags = head.flags, .first_line = head.first_line, .positional_only = head.positional_only, .positional = head.positional,
        .keyword_only = head.keyword_only, .register_count = head.register_count, .local_count = head.local_count, .free_count = head.free_count,
        .class_cell_register = head.class_cell_register, .free_class_index = head.free_class_index,
        .free_sources = arena_array(r->arena, FreeSource, head.free_count + 1u),
    };
    unit_get_free_sources(&r->units, unit->free_sources, head.free_count);
    const uint8_t *body = unit_get_body(&r->units);
    if (body && !r->units.failed) {
        const uint8_t *end = r->units.end, *behind = r->units.at;
        r->units.at = body, r->units.end = behind;
        get_body(r, unit);
        if (r->units.at != behind) r->units.failed = true;
        r->units.end = end;
    }
    r->depth--;
    return unit;
}

CodeUnit *unit_read(UnitBytes bytes, const Source *source, TreeArena *arena, AtomTable *atoms) {
    TreeReader r = {.arena = arena, .source = source, .atoms = atoms};
    if (!unit_reader_open(&r.units, bytes)) return NULL;
    r.names = memset(arena_array(arena, const Atom *, r.units.name_count + 1u), 0, r.units.name_count * sizeof(Atom *));
    CodeUnit *unit = get_unit(&r);
    return !r.units.failed && r.units.at == r.units.end ? unit : NULL;
}
