// code: a CodeUnit loaded into a VM: names interned, constants made, caches empty. All its arrays lie in one heap block, which starts with the
// instructions: code->code is the block.
//
// What was kept as bytes (unit_file.h) becomes code without a CodeUnit in between. Its functions (not generators and coroutines, which may be suspended before they
// begin) are then codes of one instruction, ASIDE, in the object itself: executing it reads the function's unit, fills in the rest
// and goes on with the function's first instruction. No frame stands at it when garbage is collected or threads take turns: the safepoint reads first.
#include "runtime/frame.h"
#include "runtime/gc.h"
#include "runtime/interpreter.h"
#include "runtime/loader.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/set.h"
#include "runtime/objects/table.h"

// ---- constants ---------------------------------------------------------------------------------------------------

static Value value_constant(VM *vm, const AstConstantValue *c) {
    switch (c->kind) {
    case AST_CONST_NONE: return VALUE_NONE;
    case AST_CONST_TRUE: return VALUE_TRUE;
    case AST_CONST_FALSE: return VALUE_FALSE;
    case AST_CONST_ELLIPSIS: return VALUE_ELLIPSIS;
    case AST_CONST_INT: return int_from_int64(vm, c->integer);
    case AST_CONST_BIG_INT: return int_from_text(vm, c->text, c->size, 0);
    case AST_CONST_FLOAT: return float_from_double(vm, c->number);
    case AST_CONST_IMAGINARY: return complex_new(vm, 0, c->number);
    case AST_CONST_STR: return str_new(vm, c->text, c->size);
    case AST_CONST_BYTES: return bytes_new(vm, c->text, c->size);
    }
    return VALUE_NONE;
}

static Value constant(VM *vm, const UnitConstant *c);

// Made twice, the second time from the items in the order of the first: so does CPython's compiler, and where hashes collide it shows in the order.
static Value frozenset_constant(VM *vm, Value items) {
    Value first = set_new(vm, vm->types.frozenset, items);
    if (first == VALUE_ERROR) return VALUE_ERROR;
    Value ordered = tuple_new(vm, NULL, as_set(first)->used), item;
    if (ordered == VALUE_ERROR) return VALUE_ERROR;
    size_t count = 0;
    for (size_t at = 0; set_next(as_set(first), &at, &item);) as_tuple(ordered)->items[count++] = item;
    return set_new(vm, vm->types.frozenset, ordered);
}

static Value sequence_constant(VM *vm, const UnitConstant *c) {
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value tuple = tuple_new(vm, NULL, c->count);
    if (tuple == VALUE_ERROR) return VALUE_ERROR;
    for (uint32_t i = 0; i < c->count; i++) {
        Value item = constant(vm, &c->items[i]);
        if (item == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(tuple)->items[i] = item;
    }
    return c->kind == UNIT_CONST_TUPLE ? tuple : frozenset_constant(vm, tuple);
}

static Value constant(VM *vm, const UnitConstant *c) {
    if (c->kind == UNIT_CONST_VALUE) return value_constant(vm, &c->value);
    if (c->kind != UNIT_CONST_NAME) return sequence_constant(vm, c);
    Str *name = str_intern(vm, c->name->text, c->name->size);
    return name ? from_object(name) : VALUE_ERROR;
}

// ---- loading -----------------------------------------------------------------------------------------------------

// Hands out parts of the block.
static void *part(char **at, size_t size) {
    void *start = *at;
    *at += (size + 7) & ~(size_t)7;
    return start;
}
#define ROOM(type, count) (((size_t)(count) * sizeof(type) + 7) & ~(size_t)7)

// code's local_count and free_count are there already. What holds values is empty. has_places: there is room for lines and spans.
static bool carve(VM *vm, Code *code, const UnitCounts *counts, bool has_places) {
    size_t held = ROOM(Value, counts->constants) + ROOM(Str *, code->local_count) + ROOM(Str *, code->free_count) + ROOM(AttributeCache, counts->attributes) + ROOM(GlobalCache, counts->globals) + ROOM(Code *, counts->children);
    size_t size = ROOM(Instruction, counts->code) + held + ROOM(FreeSource, code->free_count) + ROOM(HandlerEntry, counts->handlers) + ROOM(ParameterGuard, counts->guards) + ROOM(CallPromise, counts->promises) +
                  (has_places ? ROOM(uint32_t, counts->code) + ROOM(Span, counts->code) : 0);
    char *at = block_new(vm, size);
    if (!at) return false;
    code->code = part(&at, counts->code * sizeof(Instruction));
    memset(at, 0, held);
    code->constants = part(&at, counts->constants * sizeof(Value));
    code->local_names = part(&at, code->local_count * sizeof(Str *));
    code->free_names = part(&at, code->free_count * sizeof(Str *));
    code->attributes = part(&at, counts->attributes * sizeof(AttributeCache));
    code->globals = part(&at, counts->globals * sizeof(GlobalCache));
    code->children = part(&at, counts->children * sizeof(Code *));
    code->free_sources = part(&at, code->free_count * sizeof(FreeSource));
    code->handlers = part(&at, counts->handlers * sizeof(HandlerEntry));
    code->parameter_guards = part(&at, counts->guards * sizeof(ParameterGuard));
    code->promises = part(&at, counts->promises * sizeof(CallPromise));
    code->lines = has_places ? part(&at, counts->code * sizeof(uint32_t)) : NULL;
    code->spans = has_places ? part(&at, counts->code * sizeof(Span)) : NULL;
    code->code_count = counts->code, code->constant_count = counts->constants, code->attribute_count = counts->attributes, code->global_count = counts->globals;
    code->handler_count = counts->handlers, code->promise_count = counts->promises, code->child_count = counts->children;
    return true;
}

static Str *intern_atom(VM *vm, const Atom *atom) { return str_intern(vm, atom->text, atom->size); }

static bool load_names(VM *vm, Code *code, const CodeUnit *unit) {
    for (uint32_t i = 0; i < unit->local_count; i++)
        if (!(code->local_names[i] = intern_atom(vm, unit->local_names[i]))) return false;
    for (uint32_t i = 0; i < unit->free_count; i++)
        if (!(code->free_names[i] = intern_atom(vm, unit->free_names[i]))) return false;
    for (uint32_t i = 0; i < unit->attribute_count; i++) {
        if (!(code->attributes[i].name = intern_atom(vm, unit->attribute_names[i]))) return false;
        code->attributes[i].value = VALUE_UNBOUND;
    }
    for (uint32_t i = 0; i < unit->global_count; i++)
        if (!(code->globals[i].name = intern_atom(vm, unit->global_names[i]))) return false;
    return true;
}

// Lines of the spans: neighbours are mostly on the same or a near line, so each search starts where the last one ended.
static void load_lines(Code *code, const CodeUnit *unit) {
    if (unit->lines) {
        memcpy(code->lines, unit->lines, unit->code_count * sizeof(uint32_t));
        return;
    }
    const Source *source = unit->source;
    const uint32_t *starts = source->line_starts;
    uint32_t line = unit->first_line ? unit->first_line - 1 : 0; // from 0
    if (line >= source->line_count) line = 0;
    for (uint32_t i = 0; i < unit->code_count; i++) {
        uint32_t offset = unit->spans[i].start;
        while (line + 1 < source->line_count && starts[line + 1] <= offset) line++;
        while (line && starts[line] > offset) line--;
        code->lines[i] = line + 1;
    }
}

static uint16_t simple_argument_count(const UnitHead *head) {
    bool complex = head->keyword_only || head->flags & (UNIT_HAS_ARGS | UNIT_HAS_KWARGS | UNIT_GENERATOR | UNIT_COROUTINE | UNIT_NAMESPACE);
    return complex ? CODE_NOT_SIMPLE : head->positional;
}

// Modules, and what begins with these names, that CPython writes in C, or whose functions that are called most it does.
static bool stands_for_native(const Str *filename) {
    static const char library[] = "<typhon>/";
    static const char *const modules[] = {"datetime.py", "decimal.py", "_decimal_", "contextvars.py", "pickle.py", "select.py", "_csv.py", "sqlite3/",
                                          "zoneinfo.py", "warnings.py", "weakref.py", "socket.py", "_codecs_", "importlib/_machinery.py", "xml/parsers/expat/", "xml/etree/_parser.py"};
    if (strncmp(filename->text, library, sizeof library - 1) != 0) return false;
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (strncmp(filename->text + sizeof library - 1, modules[i], strlen(modules[i])) == 0) return true;
    return false;
}

typedef struct Origin {
    Str *filename;
    Value source_text;
    bool stands_for_native;
    CodeImage *image;
} Origin;

static Code *load_unit(VM *vm, const CodeUnit *unit, const Origin *origin);

static void apply_promises(Code *code) {
    for (uint32_t i = 0; i < code->promise_count; i++) {
        Instruction *call = &code->code[code->promises[i].at];
        call->op = call->op == OP_CALL ? OP_CALL_PROMISED : OP_CALL_METHOD_PROMISED;
    }
}

// ---- instructions that are one step with those after them, while values are what they mostly are. All stay where they are.

static bool is_guard_of(Instruction i, uint32_t reg) { return i.op == OP_GUARD_MASK && i.a == reg; }

// `a[i][j]`, with lists of lists; guarded: with GUARD_MASKs after both.
static void join_items(Instruction *first, uint32_t left) {
    bool is_guarded = left > 3 && is_guard_of(first[1], first->a) && first[1].b & GUARD_LIST && is_guard_of(first[3], first->a);
    if (left < 2u + is_guarded) return;
    const Instruction *second = first + 1 + is_guarded;
    if (second->op == OP_GET_ITEM && second->a == first->a && second->b == first->a && second->c != first->a) first->op = is_guarded ? OP_GET_ITEM_ITEM_GUARDED : OP_GET_ITEM_ITEM;
}

// Every item is looked at by the same mask.
static void join_unpacked(Instruction *unpack, uint32_t left) {
    uint32_t at = 1;
    while (at < left && at <= unpack->c && is_guard_of(unpack[at], unpack->a + at - 1) && unpack[at].b == unpack[1].b) at++;
    if (unpack->c && at == unpack->c + 1u && unpack[1].b & (GUARD_TAKES_INT | GUARD_TAKES_FLOAT)) unpack->op = OP_UNPACK_NUMBERS;
}

static void join_instructions(Code *code) {
    for (uint32_t at = 0; at < code->code_count; at++) {
        Instruction *first = &code->code[at];
        if (first->op == OP_GET_ITEM) join_items(first, code->code_count - at);
        else if (first->op == OP_UNPACK) join_unpacked(first, code->code_count - at);
    }
}

static Code *code_new(VM *vm) {
    Code *code = object_new(vm, vm->types.code, sizeof *code);
    if (!code) return NULL;
    memset((char *)code + sizeof(Object), 0, sizeof *code - sizeof(Object));
    code->docstring = code->source_text = VALUE_NONE;
#ifndef TYPHON_CORE
    code->heat = vm->native_after;
#endif
    return code;
}

static void begin_with_stub(Code *code) {
    code->stub = (Instruction){.op = OP_ASIDE};
    code->code = &code->stub, code->lines = &code->first_line, code->code_count = 1;
}

// A code with its head; the name is still to come.
static Code *begin_code(VM *vm, const UnitHead *head, const Origin *origin) {
    Code *code = code_new(vm);
    if (!code) return NULL;
    code->source_text = origin->source_text;
    code->filename = origin->filename;
    code->stands_for_native = origin->stands_for_native;
    code->flags = head->flags, code->first_line = head->first_line;
    code->positional_only = head->positional_only, code->positional = head->positional, code->keyword_only = head->keyword_only;
    code->register_count = head->register_count, code->local_count = head->local_count, code->free_count = head->free_count;
    code->parameter_count = (uint16_t)(head->positional + head->keyword_only + !!(head->flags & UNIT_HAS_ARGS) + !!(head->flags & UNIT_HAS_KWARGS));
    code->simple_arguments = code->call_key = simple_argument_count(head);
    code->class_cell_register = head->class_cell_register, code->free_class_index = head->free_class_index;
    if (head->docstring.text && (code->docstring = str_new(vm, head->docstring.text, head->docstring.size)) == VALUE_ERROR) return NULL;
    return code;
}

static bool take_names(VM *vm, Code *code, Str *name, UnitText qualname) {
    if (!(code->name = code->qualname = name)) return false;
    if (qualname.size == name->size && memcmp(qualname.text, name->text, name->size) == 0) return true;
    Value text = str_new(vm, qualname.text, qualname.size);
    if (text == VALUE_ERROR) return false;
    code->qualname = as_str(text);
    return true;
}

// Everything behind the head.
static bool load_body(VM *vm, Code *code, const CodeUnit *unit, const Origin *origin) {
    const UnitCounts counts = {unit->code_count, unit->constant_count, unit->attribute_count, unit->global_count, unit->handler_count, unit->promise_count, unit->child_count, unit->parameter_guard_count};
    if (!carve(vm, code, &counts, true)) return false;
    memcpy(code->code, unit->code, unit->code_count * sizeof(Instruction));
    memcpy(code->spans, unit->spans, unit->code_count * sizeof(Span));
    if (unit->free_count) memcpy(code->free_sources, unit->free_sources, unit->free_count * sizeof(FreeSource));
    if (unit->handler_count) memcpy(code->handlers, unit->handlers, unit->handler_count * sizeof(HandlerEntry));
    if (unit->parameter_guard_count) memcpy(code->parameter_guards, unit->parameter_guards, unit->parameter_guard_count * sizeof(ParameterGuard));
    if (unit->promise_count) memcpy(code->promises, unit->promises, unit->promise_count * sizeof(CallPromise));
    apply_promises(code);
    join_instructions(code);
    load_lines(code, unit);
    if (!load_names(vm, code, unit)) return false;
    for (uint32_t i = 0; i < unit->constant_count; i++)
        if ((code->constants[i] = constant(vm, &unit->constants[i])) == VALUE_ERROR) return false;
    for (uint32_t i = 0; i < unit->child_count; i++)
        if (!(code->children[i] = load_unit(vm, unit->children[i], origin))) return false;
    return true;
}

static Code *load_unit(VM *vm, const CodeUnit *unit, const Origin *origin) {
    if (c_stack_exhausted(vm)) return NULL;
    const UnitHead head = {
        .qualname = {unit->qualname, (uint32_t)strlen(unit->qualname)}, .docstring = {unit->docstring, unit->docstring_size}, .flags = unit->flags, .first_line = unit->first_line,
        .positional_only = unit->positional_only, .positional = unit->positional, .keyword_only = unit->keyword_only, .register_count = unit->register_count,
        .local_count = unit->local_count, .free_count = unit->free_count, .class_cell_register = unit->class_cell_register, .free_class_index = unit->free_class_index,
    };
    Code *code = begin_code(vm, &head, origin);
    return code && take_names(vm, code, intern_atom(vm, unit->name), head.qualname) && load_body(vm, code, unit, origin) ? code : NULL;
}

static bool origin_of(VM *vm, const char *path, Origin *origin) {
    Value filename = str_from_cstring(vm, path);
    if (filename == VALUE_ERROR) return false;
    *origin = (Origin){.filename = as_str(filename), .source_text = VALUE_NONE, .stands_for_native = stands_for_native(as_str(filename))};
    return true;
}

Code *code_from_unit(VM *vm, const CodeUnit *unit) {
    Origin origin;
    return origin_of(vm, unit->source->path, &origin) ? load_unit(vm, unit, &origin) : NULL;
}

// ---- from bytes --------------------------------------------------------------------------------------------------

typedef struct CodeReader {
    VM *vm;
    UnitReader units;
    const Origin *origin;
    Str **names; // those that were asked for; NULL: each is looked for anew
} CodeReader;

static Str *intern_text(CodeReader *r, uint32_t number) {
    UnitText text = unit_name_text(&r->units, number);
    return r->units.failed ? NULL : str_intern(r->vm, text.text, text.size);
}
// NULL: raised, or damaged.
static inline Str *name_of(CodeReader *r, uint32_t number) {
    if (!r->names || r->units.failed) return intern_text(r, number);
    return r->names[number] ? r->names[number] : (r->names[number] = intern_text(r, number));
}
static Str *read_name(CodeReader *r) { return name_of(r, unit_get_name(&r->units)); }

static Value read_constant(CodeReader *r);
static Value read_items(CodeReader *r, const UnitValue *sequence) {
    VM *vm = r->vm;
    if (c_stack_exhausted(vm)) return VALUE_ERROR;
    Value tuple = tuple_new(vm, NULL, sequence->count);
    for (uint32_t i = 0; tuple != VALUE_ERROR && i < sequence->count; i++) {
        Value item = read_constant(r);
        if (item == VALUE_ERROR) return VALUE_ERROR;
        as_tuple(tuple)->items[i] = item;
    }
    return tuple == VALUE_ERROR || sequence->kind == UNIT_CONST_TUPLE ? tuple : frozenset_constant(vm, tuple);
}
static Value read_constant(CodeReader *r) {
    UnitValue read;
    UnitReader *units = &r->units;
    if (units->end - units->at > 1 && units->at[0] == UNIT_CONST_NAME && r->names) { // most are
        units->at++;
        Str *name = read_name(r);
        return name ? from_object(name) : VALUE_ERROR;
    }
    unit_get_constant(&r->units, &read);
    if (r->units.failed) return VALUE_ERROR;
    if (read.kind == UNIT_CONST_VALUE) return value_constant(r->vm, &read.value);
    if (read.kind != UNIT_CONST_NAME) return read_items(r, &read);
    Str *name = name_of(r, read.name);
    return name ? from_object(name) : VALUE_ERROR;
}

static Code *read_code(CodeReader *r);

// Everything behind the head and what free cells are made from. What fails without an exception is damaged.
static bool read_parts(CodeReader *r, Code *code) {
    UnitReader *units = &r->units;
    for (uint32_t i = 0; i < code->local_count; i++)
        if (!(code->local_names[i] = read_name(r))) return false;
    for (uint32_t i = 0; i < code->free_count; i++)
        if (!(code->free_names[i] = read_name(r))) return false;
    unit_get_code(units, code->code, code->code_count);
    code->places = unit_get_places(units, code->first_line), code->places_block = r->origin->image->block;
    for (uint32_t i = 0; i < code->constant_count; i++)
        if ((code->constants[i] = read_constant(r)) == VALUE_ERROR) return false;
    for (uint32_t i = 0; i < code->attribute_count; i++) {
        if (!(code->attributes[i].name = read_name(r))) return false;
        code->attributes[i].value = VALUE_UNBOUND;
    }
    for (uint32_t i = 0; i < code->global_count; i++)
        if (!(code->globals[i].name = read_name(r))) return false;
    unit_get_handlers(units, code->handlers, code->handler_count);
    return true;
}

static bool read_body(CodeReader *r, Code *code, const FreeSource *free_sources) {
    UnitReader *units = &r->units;
    UnitCounts counts;
    unit_get_counts(units, &counts);
    if (units->failed || !carve(r->vm, code, &counts, false)) return false;
    if (code->free_count) memcpy(code->free_sources, free_sources, code->free_count * sizeof(FreeSource));
    if (!read_parts(r, code)) return false;
    unit_get_guards(units, code->parameter_guards, counts.guards);
    unit_get_promises(units, code->promises, counts.promises);
    unit_get_types(units, code->register_count), unit_get_types(units, code->code_count);
    if (units->failed) return false;
    apply_promises(code);
    if (!(code->flags & UNIT_CLASS_BODY)) join_instructions(code); // that runs once
    for (uint32_t i = 0; i < code->child_count; i++)
        if (!(code->children[i] = read_code(r))) return false;
    return true;
}

// The reader stands at the free cells' sources of the code, and is behind its unit afterwards. `reads`: also what may be read later.
static bool read_rest(CodeReader *r, Code *code, uint32_t at, bool reads) {
    FreeSource few[8], *sources = few;
    bool is_read = reads || code->flags & (UNIT_NAMESPACE | UNIT_GENERATOR | UNIT_COROUTINE);
    if (code->free_count && (!is_read || code->free_count > sizeof few / sizeof *few) && !(sources = block_new(r->vm, code->free_count * sizeof *sources))) return false;
    unit_get_free_sources(&r->units, sources, code->free_count);
    const uint8_t *body = unit_get_body(&r->units), *behind = r->units.at, *end = r->units.end;
    if (!body || r->units.failed) return false;
    if (!is_read) {
        code->free_sources = code->free_count ? sources : NULL;
        code->image = r->origin->image, code->image_at = at;
        begin_with_stub(code);
        return true;
    }
    r->units.at = body, r->units.end = behind;
    bool good = read_body(r, code, sources) && r->units.at == behind;
    if (code->free_count && sources != few) block_free(r->vm, sources, code->free_count * sizeof *sources);
    r->units.end = end;
    return good;
}

static Code *read_code(CodeReader *r) {
    if (c_stack_exhausted(r->vm)) return NULL;
    UnitHead head;
    unit_get_head(&r->units, &head);
    if (r->units.failed) return NULL;
    Code *code = begin_code(r->vm, &head, r->origin);
    return code && take_names(r->vm, code, name_of(r, head.name), head.qualname) && read_rest(r, code, head.at, false) ? code : NULL;
}

Code *code_from_bytes(VM *vm, const char *path, const CodeImage *image) {
    Origin origin;
    CodeReader r = {.vm = vm, .origin = &origin};
    if (!unit_reader_open(&r.units, image->bytes) || !origin_of(vm, path, &origin) || !(origin.image = block_new(vm, sizeof *image))) return NULL;
    *origin.image = *image;
    if (!table_reserve(vm, vm->interned, vm->interned->used + r.units.name_count)) error_clear(vm); // most are new; it grows as well when there is less room
    size_t size = (r.units.name_count + 1) * sizeof(Str *);
    if (!(r.names = block_new(vm, size))) return NULL;
    memset(r.names, 0, size);
    Code *code = read_code(&r);
    block_free(vm, r.names, size);
    return code && r.units.at == r.units.end ? code : NULL;
}

// ---- reading the rest --------------------------------------------------------------------------------------------

// Into a code beside the one it is for, so that nothing of that is half made when memory runs out.
static bool read_into(VM *vm, Code *whole, const Code *code) {
    const Origin origin = {.filename = code->filename, .source_text = code->source_text, .stands_for_native = code->stands_for_native, .image = code->image};
    CodeReader r = {.vm = vm, .origin = &origin};
    UnitHead head;
    bool good = unit_reader_open(&r.units, code->image->bytes);
    if (good) {
        r.units.at = r.units.start + code->image_at;
        unit_get_head(&r.units, &head);
        good = !r.units.failed && read_rest(&r, whole, head.at, true);
    }
    if (!good && !error_is_set(vm)) raise_error(vm, vm->types.SystemError, "the code of %U() that was kept is damaged", code->qualname);
    return good;
}

// ---- text ------------------------------------------------------------------------------------------------------------

Code *code_from_text(VM *vm, const CodeText *text) {
    Code *code = code_new(vm);
    if (!code || !(code->filename = str_intern(vm, "<string>", 8)) || !(code->image = block_new(vm, sizeof *code->image))) return NULL;
    *code->image = (CodeImage){.source_size = 0};
    code->name = text->name, code->qualname = text->qualname;
    code->source_text = text->names ? tuple_pack(vm, 2, from_object(text->text), from_object(text->names)) : from_object(text->text);
    if (code->source_text == VALUE_ERROR) return NULL;
    code->positional = text->positional, code->keyword_only = text->keyword_only, code->register_count = text->register_count;
    code->parameter_count = code->local_count = (uint16_t)(text->positional + text->keyword_only);
    code->simple_arguments = code->call_key = text->keyword_only ? CODE_NOT_SIMPLE : text->positional;
    for (code->first_line = 1; text->text->text[code->first_line - 1] == '\n'; code->first_line++) {}
    code->class_cell_register = code->free_class_index = -1;
    begin_with_stub(code);
    return code;
}

// The pattern with the name in the place of each $.
static void add_pattern(StrBuilder *b, const char *pattern, const char *end, const Str *name) {
    for (const char *mark; (mark = memchr(pattern, '$', (size_t)(end - pattern))); pattern = mark + 1) {
        str_builder_add(b, pattern, (size_t)(mark - pattern));
        str_builder_add_str(b, name);
    }
    str_builder_add(b, pattern, (size_t)(end - pattern));
}

// CodeText.text with its names. A mark that lacks the others is left as it is, for the compiler to refuse.
static Value written_out(VM *vm, const Str *text, const Tuple *names) {
    StrBuilder b;
    str_builder_init(&b, vm);
    const char *at = text->text, *end = at + text->size;
    for (const char *pattern, *separator, *close; (pattern = memchr(at, '`', (size_t)(end - at))); at = close + 1) {
        separator = memchr(pattern + 1, '`', (size_t)(end - pattern - 1));
        close = separator ? memchr(separator + 1, '`', (size_t)(end - separator - 1)) : NULL;
        if (!close || b.failed || !work(vm, names->count)) break;
        str_builder_add(&b, at, (size_t)(pattern - at));
        for (size_t i = 0; i < names->count; i++) {
            if (i) str_builder_add(&b, separator + 1, (size_t)(close - separator - 1));
            add_pattern(&b, pattern + 1, separator, as_str(names->items[i]));
        }
    }
    str_builder_add(&b, at, (size_t)(end - at));
    if (!error_is_set(vm)) return str_builder_finish(&b);
    return str_builder_discard(&b), VALUE_ERROR;
}

// The module that a code's text makes.
static const Code *compile_text(VM *vm, const Code *code) {
    const Tuple *parts = is_tuple(code->source_text) ? as_tuple(code->source_text) : NULL;
    Value text = parts ? written_out(vm, as_str(parts->items[0]), as_tuple(parts->items[1])) : code->source_text;
    if (text == VALUE_ERROR) return NULL;
    const Str *whole = as_str(text);
    ROOT_SCOPE(vm);
    root_push(vm, text);
    const Code *module = vm->config.loader->load(vm->config.loader->context, vm, code->filename->text, code->filename->text, whole->text, whole->size, LOAD_FILE, NULL);
    ROOT_END(vm);
    return module;
}

static bool compile_body(VM *vm, Code *code) {
    const Str *name = code->name;
    if (!vm->config.loader) return raise_error(vm, vm->types.SystemError, "there is no compiler for %U()", name), false;
    const Code *module = compile_text(vm, code);
    if (!module) return false;
    Code made;
    if (module->child_count) made = *module->children[0];
    if (!module->child_count || made.image || made.free_count || made.positional != code->positional || made.keyword_only != code->keyword_only || made.simple_arguments != code->simple_arguments ||
        made.register_count > code->register_count)
        return raise_error(vm, vm->types.SystemError, "the code of %U() is not what was said of it", name), false;
    made.name = code->name, made.qualname = code->qualname;
    memcpy((char *)code + sizeof(Object), (char *)&made + sizeof(Object), sizeof *code - sizeof(Object));
    gc_wrote(vm, code);
    return true;
}

bool code_read_body(VM *vm, Code *code) {
    if (!code->image->bytes.bytes) return compile_body(vm, code);
    Code whole = *code;
    if (!read_into(vm, &whole, code)) return false;
    whole.image = NULL;
    memcpy((char *)code + sizeof(Object), (char *)&whole + sizeof(Object), sizeof *code - sizeof(Object));
    gc_wrote(vm, code);
    return true;
}

// ---- places ------------------------------------------------------------------------------------------------------

CodePlaces code_places(const Code *code) { return (CodePlaces){.code = code, .rest = code->places, .line = code->first_line}; }
void code_places_next(CodePlaces *places) {
    const Code *code = places->code;
    uint32_t pc = places->next++;
    bool is_there = pc < code->code_count, has_next = is_there && code->places.at && unit_next_place(&places->rest, &places->span);
    if (!has_next) places->span = is_there && code->spans ? code->spans[pc] : (Span){0, 0};
    places->line = is_there && code->lines ? code->lines[pc] : has_next ? places->rest.line : code->first_line;
}
static CodePlaces place_at(const Code *code, uint32_t pc) {
    CodePlaces places = code_places(code);
    if (!code->places.at || pc >= code->code_count) places.next = pc;
    while (places.next <= pc) code_places_next(&places);
    return places;
}
uint32_t code_line(const Code *code, uint32_t pc) { return code->lines && pc < code->code_count ? code->lines[pc] : place_at(code, pc).line; }
Span code_span(const Code *code, uint32_t pc) { return place_at(code, pc).span; }

// ---- the collector -----------------------------------------------------------------------------------------------

static void code_trace(VM *vm, Object *self) {
    Code *code = (Code *)self;
    gc_mark_object(vm, code->name), gc_mark_object(vm, code->qualname), gc_mark_object(vm, code->filename);
    gc_mark(vm, code->docstring), gc_mark(vm, code->source_text);
    if (code->image) {
        gc_mark_block(vm, code->image), gc_mark_block(vm, code->image->block), gc_mark_block(vm, code->free_sources);
        return;
    }
    gc_mark_block(vm, code->code);
    gc_mark_block(vm, code->live), gc_mark_block(vm, code->own_lines), gc_mark_block(vm, code->places_block);
    for (uint32_t i = 0; i < code->constant_count; i++) gc_mark(vm, code->constants[i]);
    for (uint32_t i = 0; i < code->local_count; i++) gc_mark_object(vm, code->local_names[i]);
    for (uint32_t i = 0; i < code->free_count; i++) gc_mark_object(vm, code->free_names[i]);
    for (uint32_t i = 0; i < code->child_count; i++) gc_mark_object(vm, code->children[i]);
    bool weakly = gc_note_code(vm, code);
    for (uint32_t i = 0; i < code->attribute_count; i++) {
        gc_mark_object(vm, code->attributes[i].name);
        if (!weakly) gc_mark_object(vm, code->attributes[i].shape), gc_mark(vm, code->attributes[i].value);
    }
    for (uint32_t i = 0; i < code->global_count; i++) {
        gc_mark_object(vm, code->globals[i].name);
        if (!weakly) gc_mark_object(vm, code->globals[i].globals), gc_mark_object(vm, code->globals[i].builtins);
    }
}

// ---- what scripts see --------------------------------------------------------------------------------------------

static Code *as_code(Value v) { return (Code *)as_object(v); }
// All of it; NULL: MemoryError.
static Code *whole_code(VM *vm, Value v) { return code_read(vm, as_code(v)) ? as_code(v) : NULL; }

// The flags of inspect.CO_*.
enum { CO_OPTIMIZED = 1, CO_NEWLOCALS = 2, CO_VARARGS = 4, CO_VARKEYWORDS = 8, CO_NESTED = 16, CO_GENERATOR = 32, CO_COROUTINE = 128, CO_ITERABLE_COROUTINE = 256, CO_ASYNC_GENERATOR = 512, CO_FUTURE_ANNOTATIONS = 0x1000000 };

static Value get_flags(VM *vm, Value self) {
    (void)vm;
    uint32_t flags = as_code(self)->flags, out = 0;
    if (!(flags & UNIT_NAMESPACE)) out |= CO_OPTIMIZED | CO_NEWLOCALS;
    if (flags & UNIT_HAS_ARGS) out |= CO_VARARGS;
    if (flags & UNIT_HAS_KWARGS) out |= CO_VARKEYWORDS;
    if (flags & UNIT_NESTED) out |= CO_NESTED;
    if (flags & UNIT_FUTURE_ANNOTATIONS) out |= CO_FUTURE_ANNOTATIONS;
    if ((flags & (UNIT_GENERATOR | UNIT_COROUTINE)) == (UNIT_GENERATOR | UNIT_COROUTINE)) out |= CO_ASYNC_GENERATOR;
    else if (flags & UNIT_GENERATOR) out |= CO_GENERATOR | (flags & UNIT_ITERABLE_COROUTINE ? CO_ITERABLE_COROUTINE : 0);
    else if (flags & UNIT_COROUTINE) out |= CO_COROUTINE;
    return from_small_int(out);
}

static bool is_cell_register(const Code *code, uint32_t reg) {
    for (uint32_t i = 0; i < code->code_count; i++)
        if (code->code[i].op == OP_MAKE_CELL && code->code[i].a == reg) return true;
    return false;
}

static bool is_named(const Str *name) { return name->size != 0; }

// Locals that are cells (`cells`) or parameters and plain locals.
static Value local_names(VM *vm, const Code *code, bool cells) {
    if (!code) return VALUE_ERROR;
    Value names = tuple_new(vm, NULL, code->local_count);
    if (names == VALUE_ERROR || !code->local_count) return names;
    size_t count = 0;
    for (uint32_t i = 0; i < code->local_count; i++) {
        bool cell = is_cell_register(code, i);
        if (is_named(code->local_names[i]) && (cells ? cell : !cell || i < code->parameter_count)) as_tuple(names)->items[count++] = from_object(code->local_names[i]);
    }
    return tuple_new(vm, as_tuple(names)->items, count);
}

static Value get_varnames(VM *vm, Value self) { return local_names(vm, whole_code(vm, self), false); }
static Value get_cellvars(VM *vm, Value self) { return local_names(vm, whole_code(vm, self), true); }
static Value get_freevars(VM *vm, Value self) {
    const Code *code = whole_code(vm, self);
    Value names = code ? tuple_new(vm, NULL, code->free_count) : VALUE_ERROR;
    for (uint32_t i = 0; names != VALUE_ERROR && i < code->free_count; i++) as_tuple(names)->items[i] = from_object(code->free_names[i]);
    return names;
}
static Value get_nlocals(VM *vm, Value self) {
    Value names = get_varnames(vm, self);
    return names == VALUE_ERROR ? VALUE_ERROR : from_small_int((int64_t)as_tuple(names)->count);
}

static bool add_once(VM *vm, List *list, Value name) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == name) return true;
    return list_append(vm, list, name);
}
static Value get_names(VM *vm, Value self) {
    const Code *code = whole_code(vm, self);
    Value list = code ? list_new(vm, NULL, 0) : VALUE_ERROR;
    if (list == VALUE_ERROR) return VALUE_ERROR;
    for (uint32_t i = 0; i < code->global_count; i++)
        if (!add_once(vm, as_list(list), from_object(code->globals[i].name))) return VALUE_ERROR;
    for (uint32_t i = 0; i < code->code_count; i++) {
        Instruction at = code->code[i];
        bool has_name = at.op == OP_LOAD_NAME || at.op == OP_LOAD_NAME_OR_FREE || at.op == OP_STORE_NAME || at.op == OP_DELETE_NAME;
        if (has_name && !add_once(vm, as_list(list), code->constants[at.b])) return VALUE_ERROR;
    }
    for (uint32_t i = 0; i < code->attribute_count; i++)
        if (!add_once(vm, as_list(list), from_object(code->attributes[i].name))) return VALUE_ERROR;
    return tuple_new(vm, as_list(list)->items, as_list(list)->count);
}

// A function's begin with its documentation.
// Constants that only guards use are no business of scripts: a bit each.
static void find_hidden(const Code *code, uint64_t *hidden) {
    if (code->flags & UNIT_ATTRIBUTE_GUARDS) hidden[(code->constant_count - 1) / 64] |= 1ull << ((code->constant_count - 1) % 64);
    for (uint32_t i = 0; i < code->code_count; i++) {
        Instruction each = code->code[i];
        bool is_mask = each.op == OP_GUARD_MASK || each.op == OP_GUARD_MASK_ALONE;
        if (!is_mask && each.op != OP_GUARD_VALUE && each.op != OP_GUARD_EACH) continue;
        hidden[each.c / 64] |= 1ull << (each.c % 64);
        if (!is_mask) hidden[each.b / 64] |= 1ull << (each.b % 64);
    }
}

static Value get_consts(VM *vm, Value self) {
    const Code *code = whole_code(vm, self);
    if (!code) return VALUE_ERROR;
    size_t first = code->flags & UNIT_NAMESPACE ? 0 : 1, shown = 0;
    uint64_t *hidden = block_new(vm, (code->constant_count / 64 + 1) * sizeof *hidden);
    if (!hidden) return VALUE_ERROR;
    memset(hidden, 0, (code->constant_count / 64 + 1) * sizeof *hidden);
    find_hidden(code, hidden);
    for (uint32_t i = 0; i < code->constant_count; i++) shown += !(hidden[i / 64] >> (i % 64) & 1);
    Value tuple = tuple_new(vm, NULL, first + shown + code->child_count);
    if (tuple == VALUE_ERROR) return block_free(vm, hidden, (code->constant_count / 64 + 1) * sizeof *hidden), VALUE_ERROR;
    Value *items = as_tuple(tuple)->items;
    if (first) *items++ = code->docstring;
    for (uint32_t i = 0; i < code->constant_count; i++)
        if (!(hidden[i / 64] >> (i % 64) & 1)) *items++ = code->constants[i];
    block_free(vm, hidden, (code->constant_count / 64 + 1) * sizeof *hidden);
    for (uint32_t i = 0; i < code->child_count; i++) *items++ = from_object(code->children[i]);
    return tuple;
}

static Value get_code(VM *vm, Value self) {
    const Code *code = whole_code(vm, self);
    return code ? bytes_new(vm, code->code, code->code_count * sizeof(Instruction)) : VALUE_ERROR;
}
#ifndef TYPHON_CORE
typedef struct OpcodeForm {
    const char *name, *operands;
} OpcodeForm;
static const OpcodeForm opcode_forms[] = {
#define OPCODE(name, operands, effect) {#name, operands},
#include "compiler/opcodes.def"
#undef OPCODE
};

// What the instruction names.
static Value spoken_of(const Code *code, Instruction i) {
    const char *operands = opcode_forms[i.op].operands;
    const uint32_t each[] = {i.a, i.b, i.c}, wide = instruction_wide(i);
    for (int k = 0; k < 3; k++) {
        if (operands[k] == 'k' && each[k] < code->constant_count) return code->constants[each[k]];
        if (operands[k] == 'K' && wide < code->constant_count) return code->constants[wide];
        if (operands[k] == 's' && each[k] < code->attribute_count) return from_object(code->attributes[each[k]].name);
        if (operands[k] == 'G' && wide < code->global_count) return from_object(code->globals[wide].name);
        if (operands[k] == 't' && each[k] < code->child_count) return from_object(code->children[each[k]]);
    }
    return VALUE_NONE;
}

Value code_instructions(VM *vm, Code *code) {
    if (!code_read(vm, code)) return VALUE_ERROR;
    ROOT_SCOPE(vm);
    Value list = list_new(vm, NULL, 0);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, list);
    for (uint32_t at = 0; good && at < code->code_count; at++) {
        Instruction i = code->code[at];
        i.op = (uint16_t)original_opcode(i.op);
        Value entry = tuple_pack(vm, 5, from_small_int(i.op), from_small_int(i.a), from_small_int(i.b), from_small_int(i.c), spoken_of(code, i));
        good = entry != VALUE_ERROR && list_append(vm, as_list(list), entry);
    }
    Value names = good ? tuple_new(vm, NULL, code->local_count) : VALUE_ERROR;
    for (uint32_t i = 0; names != VALUE_ERROR && i < code->local_count; i++) as_tuple(names)->items[i] = from_object(code->local_names[i]);
    Value both = names == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, list, names);
    ROOT_END(vm);
    return both;
}

Value code_opcodes(VM *vm) {
    ROOT_SCOPE(vm);
    Value list = list_new(vm, NULL, 0);
    bool good = list != VALUE_ERROR;
    if (good) root_push(vm, list);
    for (uint32_t op = 0; good && op < OPCODE_COUNT; op++) {
        Value name = str_from_cstring(vm, opcode_forms[op].name);
        if (name != VALUE_ERROR) root_push(vm, name);
        Value operands = name == VALUE_ERROR ? VALUE_ERROR : str_from_cstring(vm, opcode_forms[op].operands);
        Value entry = operands == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, name, operands);
        good = entry != VALUE_ERROR && list_append(vm, as_list(list), entry);
    }
    Value result = good ? tuple_new(vm, as_list(list)->items, as_list(list)->count) : VALUE_ERROR;
    ROOT_END(vm);
    return result;
}
#endif

static Value get_name(VM *vm, Value self) { return (void)vm, from_object(as_code(self)->name); }
static Value get_qualname(VM *vm, Value self) { return (void)vm, from_object(as_code(self)->qualname); }
static Value get_filename(VM *vm, Value self) { return (void)vm, from_object(as_code(self)->filename); }
static Value get_first_line(VM *vm, Value self) { return (void)vm, from_small_int(as_code(self)->first_line); }
static Value get_argcount(VM *vm, Value self) { return (void)vm, from_small_int(as_code(self)->positional); }
static Value get_posonly(VM *vm, Value self) { return (void)vm, from_small_int(as_code(self)->positional_only); }
static Value get_kwonly(VM *vm, Value self) { return (void)vm, from_small_int(as_code(self)->keyword_only); }
static Value get_stacksize(VM *vm, Value self) { return (void)vm, from_small_int(as_code(self)->register_count); }
static Value get_empty_bytes(VM *vm, Value self) { return (void)self, vm->empty_bytes; }

// (start, end, line) for each run of instructions of one line; offsets in bytes of co_code.
static Value code_lines(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Code *code = whole_code(vm, args[0]);
    Value list = code ? list_new(vm, NULL, 0) : VALUE_ERROR;
    CodePlaces places = {.code = NULL};
    if (list != VALUE_ERROR) places = code_places(code), code_places_next(&places);
    for (uint32_t start = 0; list != VALUE_ERROR && start < code->code_count;) {
        uint32_t line = places.line;
        do code_places_next(&places);
        while (places.next <= code->code_count && places.line == line);
        uint32_t end = places.next - 1;
        Value entry = tuple_pack(vm, 3, from_small_int((int64_t)start * (int64_t)sizeof(Instruction)), from_small_int((int64_t)end * (int64_t)sizeof(Instruction)), from_small_int(line));
        if (entry == VALUE_ERROR || !list_append(vm, as_list(list), entry)) return VALUE_ERROR;
        start = end;
    }
    return list == VALUE_ERROR ? VALUE_ERROR : op_iter(vm, list);
}

static uint32_t column_of(const Str *text, uint32_t at) {
    uint32_t start = at;
    while (start && text->text[start - 1] != '\n' && text->text[start - 1] != '\r') start--;
    return at - start;
}
static Value position_of(VM *vm, const Code *code, const CodePlaces *places) {
    Value line = from_small_int(places->line);
    Span span = places->span;
    const Value own = is_list(code->source_text) ? as_list(code->source_text)->items[as_list(code->source_text)->count - 1] : code->source_text;
    const Str *text = is_str(own) ? as_str(own) : NULL;
    if (!text || span.end > text->size || span.start >= span.end) return tuple_pack(vm, 4, line, line, VALUE_NONE, VALUE_NONE);
    uint32_t lines = 0;
    for (uint32_t at = span.start; at < span.end; at++) lines += text->text[at] == '\n';
    return tuple_pack(vm, 4, line, from_small_int((int64_t)places->line + lines), from_small_int(column_of(text, span.start)), from_small_int(column_of(text, span.end)));
}

// (line, end line, column, end column) of each instruction, in bytes; columns are not kept without the source.
static Value code_positions(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Code *code = whole_code(vm, args[0]);
    Value list = code ? list_new(vm, NULL, code->code_count) : VALUE_ERROR;
    CodePlaces places = {.code = NULL};
    if (list != VALUE_ERROR) places = code_places(code);
    for (uint32_t i = 0; list != VALUE_ERROR && i < code->code_count; i++) {
        code_places_next(&places);
        Value entry = position_of(vm, code, &places);
        if (entry == VALUE_ERROR || !list_append(vm, as_list(list), entry)) return VALUE_ERROR;
    }
    return list == VALUE_ERROR ? VALUE_ERROR : op_iter(vm, list);
}

// The lines of a copy follow its first one.
static bool move_lines(VM *vm, Code *copy, int64_t first) {
    int64_t by = first - copy->first_line;
    uint32_t *lines = block_new(vm, (copy->code_count + 1) * sizeof(uint32_t));
    if (!lines) return false;
    CodePlaces places = code_places(copy);
    for (uint32_t i = 0; i < copy->code_count; i++) {
        code_places_next(&places);
        int64_t line = places.line + by;
        lines[i] = line < 0 ? 0 : (uint32_t)line;
    }
    copy->lines = copy->own_lines = lines;
    copy->first_line = first < 0 ? 0 : (uint32_t)first;
    return true;
}

// What is shown of a copy is its file's; the places in it are those of the text that was compiled.
static bool show_file(VM *vm, Code *copy) {
    const Value text = is_list(copy->source_text) ? as_list(copy->source_text)->items[as_list(copy->source_text)->count - 1] : copy->source_text;
    Value both[] = {VALUE_NONE, text}, texts = list_new(vm, both, 2);
    if (texts == VALUE_ERROR) return false;
    copy->source_text = texts;
    return true;
}

// A copy under other names; what it does cannot be replaced.
static Value code_replace(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    if (count > 1) return raise_type_error(vm, "replace() takes 0 positional arguments but %u were given", count - 1);
    Code *copy = whole_code(vm, args[0]) ? object_new(vm, vm->types.code, sizeof *copy) : NULL;
    if (!copy) return VALUE_ERROR;
    memcpy((char *)copy + sizeof(Object), (char *)as_code(args[0]) + sizeof(Object), sizeof *copy - sizeof(Object));
#ifndef TYPHON_CORE
    copy->heat = vm->native_after, copy->native = NULL, copy->native_table = NULL;
#endif
    size_t keywords = keyword_names == VALUE_UNBOUND ? 0 : as_tuple(keyword_names)->count;
    for (size_t i = 0; i < keywords; i++) {
        Str *keyword = as_str(as_tuple(keyword_names)->items[i]);
        Value value = args[count + i];
        int64_t line;
        Str **place = str_equals_cstring(keyword, "co_name") ? &copy->name : str_equals_cstring(keyword, "co_qualname") ? &copy->qualname : str_equals_cstring(keyword, "co_filename") ? &copy->filename : NULL;
        if (place) {
            if (!is_str(value)) return raise_type_error(vm, "replace() argument '%U' must be str, not %T", keyword, value);
            if (!(*place = str_intern_value(vm, as_str(value))) || (place == &copy->filename && !show_file(vm, copy))) return VALUE_ERROR;
        } else if (str_equals_cstring(keyword, "co_firstlineno")) {
            if (!is_int(value)) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", value);
            if (!op_index_int64(vm, value, &line, true)) return VALUE_ERROR;
            if (line != (int32_t)line) return raise_overflow_error(vm, "signed integer is greater than maximum");
            if (!move_lines(vm, copy, line)) return VALUE_ERROR;
        } else if (str_equals_cstring(keyword, "co_flags")) {
            int64_t flags, had = small_int(get_flags(vm, args[0]));
            if (!is_int(value)) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", value);
            if (!op_index_int64(vm, value, &flags, true)) return VALUE_ERROR;
            if ((flags ^ had) & ~CO_ITERABLE_COROUTINE) return raise_error(vm, vm->types.NotImplementedError, "code.replace(): Typhon replaces no flag but CO_ITERABLE_COROUTINE");
            copy->flags = flags & CO_ITERABLE_COROUTINE ? copy->flags | UNIT_ITERABLE_COROUTINE : copy->flags & ~(uint32_t)UNIT_ITERABLE_COROUTINE;
        } else {
            return raise_error(vm, vm->types.NotImplementedError, "code.replace(): Typhon does not replace %U", keyword);
        }
    }
    return from_object(copy);
}

static Value code_repr(VM *vm, Value self) {
    Code *code = as_code(self);
    return str_from_format(vm, "<code object %U at %A, file \"%U\", line %u>", code->name, self, code->filename, code->first_line);
}

static Value code_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)type, (void)args, (void)count, (void)keyword_names;
    return raise_error(vm, vm->types.NotImplementedError, "code objects are made by compile()");
}

static const NativeDef code_methods[] = {
    {"co_lines", {code_lines}, 0, 0, 0, NULL, DOC(NULL)},
    {"co_positions", {code_positions}, 0, 0, 0, NULL, DOC(NULL)},
    {"replace", {.raw = code_replace}, 0, -1, NATIVE_RAW, NULL, DOC("Return a copy of the code object with new values for the specified fields.")},
    {0},
};

static const GetSetDef code_getset[] = {
    {"co_name", get_name, getset_refuse},           {"co_qualname", get_qualname, getset_refuse},        {"co_filename", get_filename, getset_refuse},        {"co_firstlineno", get_first_line, getset_refuse},
    {"co_argcount", get_argcount, getset_refuse},   {"co_posonlyargcount", get_posonly, getset_refuse},  {"co_kwonlyargcount", get_kwonly, getset_refuse},    {"co_nlocals", get_nlocals, getset_refuse},
    {"co_varnames", get_varnames, NULL},   {"co_cellvars", get_cellvars, NULL},        {"co_freevars", get_freevars, NULL},        {"co_names", get_names, getset_refuse},
    {"co_consts", get_consts, getset_refuse},       {"co_flags", get_flags, getset_refuse},              {"co_code", get_code, NULL},                {"co_stacksize", get_stacksize, getset_refuse},
    {"co_lnotab", get_empty_bytes, NULL},  {"co_linetable", get_empty_bytes, getset_refuse},    {"co_exceptiontable", get_empty_bytes, getset_refuse}, {0},
};

const TypeSpec code_spec = {
    .name = "code",
    .layout = LAYOUT_CODE,
    .size = sizeof(Code),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, code_repr), SLOT(construct, code_construct), SLOT(trace, code_trace)),
    .methods = code_methods,
    .getset = code_getset,
    .doc = TYPE_DOC("Create a code object.  Not for mere mortals."),
};
