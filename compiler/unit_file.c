#include "compiler/unit_file.h"
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
    put(w, count);
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
    put(w, unit->code_count);
    uint32_t before = 0, line_before = unit->first_line;
    for (uint32_t i = 0; i < unit->code_count; i++) {
        Instruction instruction = unit->code[i];
        put(w, instruction.op), put(w, instruction.a), put(w, instruction.b), put(w, instruction.c);
        Span span = unit->spans[i];
        put_signed(w, (int64_t)span.start - before);
        put_signed(w, (int64_t)span.end - span.start);
        before = span.start;
        uint32_t line = line_of(unit, i, line_before);
        put_signed(w, (int64_t)line - line_before);
        line_before = line;
    }
}

static void put_types(Writer *w, const uint8_t *types, uint32_t count) {
    put(w, types ? REGISTER_TYPES_VERSION : 0);
    if (types) put_bytes(w, types, count);
}

static void put_promises(Writer *w, const CodeUnit *unit) {
    put(w, unit->promise_count);
    for (uint32_t i = 0; i < unit->promise_count; i++) put(w, unit->promises[i].at), put_bytes(w, &unit->promises[i].signature, sizeof unit->promises[i].signature);
}

static void put_handlers(Writer *w, const CodeUnit *unit) {
    put(w, unit->handler_count);
    for (uint32_t i = 0; i < unit->handler_count; i++) {
        const HandlerEntry *entry = &unit->handlers[i];
        put(w, entry->start), put(w, entry->end), put(w, entry->handler), put(w, entry->reg);
    }
}

static void put_unit(Writer *w, const CodeUnit *unit);
static void put_body(Writer *w, const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->local_count; i++) put_name(w, unit->local_names[i]);
    for (uint32_t i = 0; i < unit->free_count; i++) put_name(w, unit->free_names[i]);
    put_code(w, unit);
    put(w, unit->constant_count);
    for (uint32_t i = 0; i < unit->constant_count; i++) put_constant(w, &unit->constants[i]);
    put_names(w, unit->attribute_names, unit->attribute_count);
    put_names(w, unit->global_names, unit->global_count);
    put_handlers(w, unit);
    put(w, unit->parameter_guard_count);
    for (uint32_t i = 0; i < unit->parameter_guard_count; i++) put(w, unit->parameter_guards[i].reg), put(w, unit->parameter_guards[i].mask);
    put_promises(w, unit);
    put_types(w, unit->register_types, unit->register_count);
    put_types(w, unit->expected_types, unit->code_count);
    put(w, unit->child_count);
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
    for (uint32_t i = 0; i < unit->free_count; i++) put(w, (uint64_t)unit->free_sources[i].index << 1 | unit->free_sources[i].from_register);
    put_signed(w, unit->class_cell_register), put_signed(w, unit->free_class_index);
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

// ---- reading -----------------------------------------------------------------------------------------------------------

typedef struct Reader {
    TreeArena *arena;
    const Source *source;
    const uint8_t *start, *at, *end;
    const uint8_t *name_ends, *texts; // name_count numbers, and the names' bytes, of which there are text_size
    uint32_t name_count, text_size;
    AtomTable *atoms;   // NULL: atoms are made anew for each use
    const Atom **names; // those that were asked for, when there is `atoms`
    uint32_t depth;
    bool defers; // functions are left unread
    bool failed; // from then on every number is 0 and every text empty
} Reader;

static const uint8_t *take(Reader *r, uint64_t size) {
    if (size > (size_t)(r->end - r->at)) {
        r->failed = true;
        r->at = r->end;
        return NULL;
    }
    const uint8_t *start = r->at;
    r->at += size;
    return start;
}
static uint64_t get(Reader *r) {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const uint8_t *digit = take(r, 1);
        if (!digit) return 0;
        number |= (uint64_t)(*digit & 127) << shift;
        if (*digit < 128) return number;
    }
    r->failed = true;
    return 0;
}
static int64_t unsign(uint64_t number) { return (int64_t)(number >> 1) ^ -(int64_t)(number & 1); }
static int64_t get_signed(Reader *r) { return unsign(get(r)); }
static uint64_t get_at_most(Reader *r, uint64_t most) {
    uint64_t number = get(r);
    if (number <= most) return number;
    r->failed = true;
    return 0;
}
static uint16_t get_16(Reader *r) {
    if (r->at < r->end && *r->at < 128) return *r->at++; // nearly all
    return (uint16_t)get_at_most(r, UINT16_MAX);
}
// Each of so many things takes `size` bytes at least.
static uint32_t get_count(Reader *r, size_t size) {
    uint64_t most = (uint64_t)(r->end - r->at) / size;
    return (uint32_t)get_at_most(r, most < UINT32_MAX ? most : UINT32_MAX);
}
static const char *get_text(Reader *r, uint32_t *size) {
    *size = get_count(r, 1);
    const uint8_t *text = take(r, *size);
    if (!text) *size = 0;
    return arena_copy(r->arena, text ? (const char *)text : "", *size);
}
static uint32_t number_at(const uint8_t *numbers, uint64_t index) {
    uint32_t number;
    memcpy(&number, numbers + index * sizeof number, sizeof number);
    return number;
}
static const Atom *make_name(Reader *r, uint64_t number) {
    uint32_t start = number ? number_at(r->name_ends, number - 1) : 0, end = number_at(r->name_ends, number);
    if (start > end || end > r->text_size) {
        r->failed = true;
        return NULL;
    }
    const char *text = (const char *)r->texts + start;
    if (r->atoms) return r->names[number] = atom_intern(r->atoms, text, end - start);
    Atom *atom = arena_alloc(r->arena, sizeof *atom + (end - start) + 1);
    *atom = (Atom){.size = end - start};
    memcpy(atom->text, text, end - start);
    atom->text[end - start] = 0;
    return atom;
}
static const Atom *get_name(Reader *r) {
    uint64_t number = get(r);
    if (number < r->name_count) return r->atoms && r->names[number] ? r->names[number] : make_name(r, number);
    r->failed = true;
    return NULL;
}
static const Atom **get_so_many_names(Reader *r, uint32_t count) {
    const Atom **names = arena_array(r->arena, const Atom *, count + 1u);
    for (uint32_t i = 0; i < count && !r->failed; i++) names[i] = get_name(r);
    return names;
}
static const Atom **get_names(Reader *r, uint32_t *count) {
    *count = get_count(r, 1);
    return get_so_many_names(r, *count);
}

static void get_value(Reader *r, AstConstantValue *value) {
    value->kind = (AstConstantKind)get_at_most(r, AST_CONST_BYTES);
    switch (value->kind) {
    case AST_CONST_INT: value->integer = get_signed(r); break;
    case AST_CONST_FLOAT:
    case AST_CONST_IMAGINARY: {
        const uint8_t *number = take(r, sizeof value->number);
        if (number) memcpy(&value->number, number, sizeof value->number);
        break;
    }
    case AST_CONST_BIG_INT:
    case AST_CONST_STR:
    case AST_CONST_BYTES: value->text = get_text(r, &value->size); break;
    default: break;
    }
}

static void get_constants(Reader *r, UnitConstant *constants, uint32_t count);
static void get_constant(Reader *r, UnitConstant *constant) {
    *constant = (UnitConstant){.kind = (UnitConstantKind)get_at_most(r, UNIT_CONST_NAME)};
    if (constant->kind == UNIT_CONST_VALUE) {
        get_value(r, &constant->value);
    } else if (constant->kind == UNIT_CONST_NAME) {
        constant->name = get_name(r);
    } else {
        constant->count = get_count(r, 1);
        UnitConstant *items = arena_array(r->arena, UnitConstant, constant->count + 1u);
        get_constants(r, items, constant->count);
        constant->items = items;
    }
}
static void get_constants(Reader *r, UnitConstant *constants, uint32_t count) {
    if (++r->depth > MAX_NESTING) r->failed = true;
    for (uint32_t i = 0; i < count && !r->failed; i++) get_constant(r, &constants[i]);
    r->depth--;
}

// The bits that say in bytes 0 to 6 that a number goes on, whatever the order of bytes of this machine is.
static const union {
    uint8_t bytes[8];
    uint64_t word;
} seven_long = {{128, 128, 128, 128, 128, 128, 128, 0}};
#define SEVEN_LONG seven_long.word

// Spans lie within the source, as they are shown in tracebacks.
static void get_code(Reader *r, CodeUnit *unit) {
    unit->code_count = get_count(r, 7);
    unit->code = arena_array(r->arena, Instruction, unit->code_count + 1u);
    unit->spans = arena_array(r->arena, Span, unit->code_count + 1u);
    unit->lines = arena_array(r->arena, uint32_t, unit->code_count + 1u);
    int64_t before = 0, line = unit->first_line;
    for (uint32_t i = 0; i < unit->code_count && !r->failed; i++) {
        Instruction *instruction = &unit->code[i];
        int64_t start, end, line_step;
        const uint8_t *at = r->at;
        uint64_t digits = 0;
        if (r->end - at >= 8) memcpy(&digits, at, 8);
        if (r->end - at >= 8 && !(digits & SEVEN_LONG)) { // most are of seven numbers of one digit
            *instruction = (Instruction){at[0], at[1], at[2], at[3]};
            start = before + unsign(at[4]), end = start + unsign(at[5]), line_step = unsign(at[6]);
            r->at = at + 7;
        } else {
            instruction->op = get_16(r), instruction->a = get_16(r), instruction->b = get_16(r), instruction->c = get_16(r);
            start = before + get_signed(r), end = start + get_signed(r), line_step = get_signed(r);
        }
        if (start < 0 || end < start || end > r->source->size) r->failed = true;
        else unit->spans[i] = span_make((uint32_t)start, (uint32_t)end);
        before = start;
        line += line_step;
        if (line < 1 || line > UINT32_MAX) r->failed = true, line = 1;
        unit->lines[i] = (uint32_t)line;
    }
}

static void get_handlers(Reader *r, CodeUnit *unit) {
    unit->handler_count = get_count(r, 4);
    unit->handlers = arena_array(r->arena, HandlerEntry, unit->handler_count + 1u);
    for (uint32_t i = 0; i < unit->handler_count; i++) {
        HandlerEntry *entry = &unit->handlers[i];
        entry->start = (uint32_t)get_at_most(r, UINT32_MAX), entry->end = (uint32_t)get_at_most(r, UINT32_MAX);
        entry->handler = (uint32_t)get_at_most(r, UINT32_MAX), entry->reg = get_16(r);
    }
}

static void get_guards(Reader *r, CodeUnit *unit) {
    uint32_t count = get_count(r, 2);
    if (count > UINT16_MAX) r->failed = true;
    unit->parameter_guard_count = (uint16_t)count;
    unit->parameter_guards = arena_array(r->arena, ParameterGuard, unit->parameter_guard_count + 1u);
    for (uint32_t i = 0; i < unit->parameter_guard_count && !r->failed; i++) unit->parameter_guards[i].reg = get_16(r), unit->parameter_guards[i].mask = get_16(r);
}

static void get_promises(Reader *r, CodeUnit *unit) {
    unit->promise_count = get_count(r, 1 + sizeof(uint64_t));
    unit->promises = arena_array(r->arena, CallPromise, unit->promise_count + 1u);
    for (uint32_t i = 0; i < unit->promise_count && !r->failed; i++) {
        CallPromise *promise = &unit->promises[i];
        promise->at = (uint32_t)get_at_most(r, UINT32_MAX);
        const uint8_t *signature = take(r, sizeof promise->signature);
        if (signature) memcpy(&promise->signature, signature, sizeof promise->signature);
    }
}

static uint8_t *get_types(Reader *r, uint32_t count) {
    uint64_t version = get(r);
    if (!version) return NULL;
    const uint8_t *types = take(r, count);
    if (version != REGISTER_TYPES_VERSION || !types) r->failed = true;
    return r->failed ? NULL : memcpy(arena_array(r->arena, uint8_t, count + 1u), types, count);
}

static int32_t get_index(Reader *r, uint32_t end) { // -1: none
    int64_t number = get_signed(r);
    if (number < -1 || number >= (int64_t)end) r->failed = true;
    return r->failed ? -1 : (int32_t)number;
}

static CodeUnit *get_unit(Reader *r, bool defers);
static void get_children(Reader *r, CodeUnit *unit) {
    unit->child_count = get_count(r, 8);
    unit->children = arena_array(r->arena, CodeUnit *, unit->child_count + 1u);
    for (uint32_t i = 0; i < unit->child_count && !r->failed; i++) unit->children[i] = get_unit(r, r->defers);
}

static void get_head(Reader *r, CodeUnit *unit) {
    uint32_t size;
    unit->source = r->source;
    unit->name = get_name(r);
    unit->qualname = get_text(r, &size);
    if (strlen(unit->qualname) != size) r->failed = true;
    if (get_at_most(r, 1)) unit->docstring = get_text(r, &unit->docstring_size);
    unit->flags = (uint32_t)get_at_most(r, UINT32_MAX), unit->first_line = (uint32_t)get_at_most(r, UINT32_MAX);
    unit->positional_only = get_16(r), unit->positional = get_16(r);
    unit->keyword_only = get_16(r), unit->register_count = get_16(r);
    unit->local_count = get_16(r), unit->free_count = get_count(r, 1);
    unit->free_sources = arena_array(r->arena, FreeSource, unit->free_count + 1u);
    for (uint32_t i = 0; i < unit->free_count; i++) {
        uint64_t from = get_at_most(r, 2 * UINT16_MAX + 1);
        unit->free_sources[i] = (FreeSource){from & 1, (uint16_t)(from >> 1)};
    }
    unit->class_cell_register = get_index(r, unit->register_count), unit->free_class_index = get_index(r, unit->free_count);
}

static void get_body(Reader *r, CodeUnit *unit) {
    unit->local_names = get_so_many_names(r, unit->local_count);
    unit->free_names = get_so_many_names(r, unit->free_count);
    get_code(r, unit);
    unit->constant_count = get_count(r, 1);
    UnitConstant *constants = arena_array(r->arena, UnitConstant, unit->constant_count + 1u);
    get_constants(r, constants, unit->constant_count);
    unit->constants = constants;
    unit->attribute_names = get_names(r, &unit->attribute_count);
    unit->global_names = get_names(r, &unit->global_count);
    get_handlers(r, unit);
    get_guards(r, unit);
    get_promises(r, unit);
    unit->register_types = get_types(r, unit->register_count);
    unit->expected_types = get_types(r, unit->code_count);
    get_children(r, unit);
}

static CodeUnit *get_unit(Reader *r, bool defers) {
    if (++r->depth > MAX_NESTING) r->failed = true;
    CodeUnit *unit = arena_new(r->arena, CodeUnit);
    uint32_t at = (uint32_t)(r->at - r->start);
    get_head(r, unit);
    const uint8_t *number = take(r, sizeof(uint32_t)), *body = number ? take(r, number_at(number, 0)) : NULL;
    if (body && defers && !(unit->flags & (UNIT_NAMESPACE | UNIT_GENERATOR | UNIT_COROUTINE))) {
        unit->unread_at = at;
    } else if (body && !r->failed) {
        const uint8_t *end = r->end, *behind = r->at;
        r->at = body, r->end = behind;
        get_body(r, unit);
        if (r->at != behind) r->failed = true;
        r->end = end;
    }
    r->depth--;
    return unit;
}

// The names; `at` is then behind them.
static bool open_reader(Reader *r, UnitBytes bytes) {
    r->start = r->at = bytes.bytes, r->end = bytes.bytes + bytes.size;
    const uint8_t *number = bytes.size > UINT32_MAX ? NULL : take(r, sizeof(uint32_t));
    if (!number) return false;
    r->name_count = number_at(number, 0);
    r->name_ends = take(r, (uint64_t)r->name_count * sizeof(uint32_t));
    if (!r->name_ends) return false;
    r->text_size = r->name_count ? number_at(r->name_ends, r->name_count - 1) : 0;
    r->texts = take(r, r->text_size);
    if (r->texts && r->atoms) r->names = memset(arena_array(r->arena, const Atom *, r->name_count + 1u), 0, r->name_count * sizeof(Atom *));
    return r->texts != NULL;
}

static CodeUnit *read_whole(Reader *r, UnitBytes bytes) {
    CodeUnit *unit = open_reader(r, bytes) ? get_unit(r, false) : NULL;
    return unit && !r->failed && r->at == r->end ? unit : NULL;
}

CodeUnit *unit_read(UnitBytes bytes, const Source *source, TreeArena *arena, AtomTable *atoms) {
    return read_whole(&(Reader){.arena = arena, .source = source, .atoms = atoms}, bytes);
}

CodeUnit *unit_open(UnitBytes bytes, const Source *source, TreeArena *arena, AtomTable *atoms) {
    return read_whole(&(Reader){.arena = arena, .source = source, .atoms = atoms, .defers = true}, bytes);
}

CodeUnit *unit_read_at(UnitBytes bytes, uint32_t at, const Source *source, TreeArena *arena) {
    Reader r = {.arena = arena, .source = source, .defers = true};
    if (!open_reader(&r, bytes) || at < (size_t)(r.at - r.start) || at > bytes.size) return NULL;
    r.at = r.start + at;
    CodeUnit *unit = get_unit(&r, false);
    return r.failed ? NULL : unit;
}
