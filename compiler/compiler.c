// The driver: makes one CodeUnit a scope that has a frame of its own.
//
//     build_unit:  locals get registers -> body emits code -> prologue put in front -> jumps threaded -> CodeUnit
//
// Should a 16-bit jump turn out too short, the body is compiled once more with long jumps.
#include "compiler/build.h"
#include "compiler/register_types.h"
#include <assert.h>
#include <string.h>

void compile_fail(Compiler *compiler, Span span, const char *message) {
    diag_report(compiler->diagnostics, DIAG_SYNTAX, compiler->input->source, span, diag_text(message));
    longjmp(compiler->failure, 1);
}

const Atom *known_name(const UnitBuilder *unit, const char *text) {
    return atom_intern_cstring(unit->compiler->atoms, text);
}

uint32_t add_child(UnitBuilder *unit, CodeUnit *child) {
    if (unit->children.count >= MAX_OPERAND)
        compile_fail(unit->compiler, unit->span, "too many functions in one block of code");
    vec_push(unit->compiler->arena, &unit->children, child);
    return unit->children.count - 1;
}

const char *child_qualname(const UnitBuilder *parent, const Atom *name, bool is_global_name, TreeArena *arena) {
    if (!parent || parent->unit_scope->kind == SCOPE_MODULE || is_global_name) return name->text;
    const char *between = parent->unit_scope->kind == SCOPE_CLASS ? "." : ".<locals>.";
    return arena_printf(arena, "%s%s%s", parent->out->qualname, between, name->text);
}

// ---- registers of the locals ------------------------------------------------------------------------------------

static bool runs_in_frame_of_parent(const Scope *scope) {
    return scope->kind == SCOPE_TYPE_PARAMS ||
           (scope->kind == SCOPE_COMPREHENSION && scope->node->kind != AST_GeneratorExp);
}

// Variables of the frame that `scope` runs in, counted for the size of the bound state. Bounds of type parameters and
// iterables may stand in the source before the scope they belong to, never outside its tree.
static uint32_t count_variables(const Scope *scope) {
    uint32_t count = scope->symbols.count + 2;
    for (uint32_t i = 0; i < scope->children.count; i++)
        if (runs_in_frame_of_parent(scope->children.items[i])) count += count_variables(scope->children.items[i]);
    return count;
}

static void init_bound_state(UnitBuilder *unit) {
    TreeArena *arena = unit->compiler->arena;
    unit->track_capacity = count_variables(unit->unit_scope) + 1;
    unit->word_count = (unit->track_capacity + 63) / 64;
    unit->bound = arena_array(arena, uint64_t, unit->word_count);
    unit->deletable = arena_array(arena, uint64_t, unit->word_count);
    unit->needs_clear = arena_array(arena, uint64_t, unit->word_count);
    unit->needs_cell = arena_array(arena, uint64_t, unit->word_count);
}

// Code that names one of these may ask which of its variables are bound: they must not hold what lay in their registers before.
static bool looks_at_locals(const Scope *scope) {
    static const char *const names[] = {"locals", "vars", "dir", "eval", "exec", "inspect", "currentframe", "sys", "_getframe", "breakpoint"};
    for (uint32_t i = 0; i < scope->symbols.count; i++)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (strcmp(scope->symbols.items[i]->name->text, names[k]) == 0) return true;
    for (uint32_t i = 0; i < scope->children.count; i++)
        if (runs_in_frame_of_parent(scope->children.items[i]) && looks_at_locals(scope->children.items[i])) return true;
    return false;
}

typedef VEC(const Atom *) AtomVec;

static void add_local(UnitBuilder *unit, const Symbol *symbol, bool is_bound) {
    Register reg = take_register(unit);
    Slot *slot = make_slot(unit, symbol, reg);
    if (is_bound) bit_set(unit->bound, slot->track);
    if (symbol->kind == SYMBOL_CELL) {
        bit_set(unit->needs_cell, reg);
        if (!is_bound) bit_set(unit->needs_clear, reg);
    }
}

// Comprehensions whose code may look at the variables by name (locals(), eval()): theirs are locals like those of the frame.
static void add_shown_locals(UnitBuilder *unit, const Scope *scope, AtomVec *names) {
    for (uint32_t i = 0; i < scope->children.count; i++) {
        const Scope *child = scope->children.items[i];
        if (!runs_in_frame_of_parent(child)) continue;
        for (uint32_t k = 0; child->kind == SCOPE_COMPREHENSION && looks_at_locals(child) && k < child->symbols.count; k++) {
            const Symbol *symbol = child->symbols.items[k];
            if (symbol->kind != SYMBOL_LOCAL && symbol->kind != SYMBOL_CELL) continue;
            bit_set(unit->needs_clear, unit->next_register);
            make_slot(unit, symbol, take_register(unit));
            vec_push(unit->compiler->arena, names, symbol->name);
            unit->shown_count++;
        }
        add_shown_locals(unit, child, names);
    }
}

static bool has_fast_locals(const Scope *scope) { return scope->kind != SCOPE_MODULE && scope->kind != SCOPE_CLASS; }

static void add_locals(UnitBuilder *unit) {
    const Scope *scope = unit->unit_scope;
    AtomVec names = {0};
    TreeArena *arena = unit->compiler->arena;
    if (scope->kind == SCOPE_COMPREHENSION) { // the generator expression's one parameter
        take_register(unit);
        vec_push(arena, &names, known_name(unit, ".0"));
    }
    bool all_cleared = has_fast_locals(scope) && looks_at_locals(scope);
    for (uint32_t i = 0; has_fast_locals(scope) && i < scope->symbols.count; i++) {
        const Symbol *symbol = scope->symbols.items[i];
        if (symbol->kind != SYMBOL_LOCAL && symbol->kind != SYMBOL_CELL) continue;
        if (all_cleared && !symbol->is_parameter) bit_set(unit->needs_clear, unit->next_register);
        add_local(unit, symbol, symbol->is_parameter);
        vec_push(arena, &names, symbol->name);
    }
    unit->shown_first = unit->next_register;
    add_shown_locals(unit, scope, &names);
    unit->out->class_cell_register = -1;
    if (scope->class_cell) {
        unit->out->class_cell_register = (int32_t)unit->next_register;
        add_local(unit, scope->class_cell, false);
        vec_push(arena, &names, known_name(unit, ""));
    }
    unit->local_count = unit->next_register;
    unit->out->local_names = names.items;
    unit->out->local_count = (uint16_t)unit->local_count;
}

// super() without arguments looks for the cell of __class__ in the function it stands in.
static void find_class_cell(UnitBuilder *unit) {
    const Symbol *symbol = scope_lookup(unit->unit_scope, unit->compiler->atoms->known[ATOM___class__]);
    const Symbol *owner = symbol && symbol->kind == SYMBOL_FREE ? scope_resolve_free(symbol) : NULL;
    if (owner && owner->scope->kind == SCOPE_CLASS && unit->unit_scope->kind != SCOPE_CLASS)
        free_index_of(unit, owner);
}

// ---- finishing --------------------------------------------------------------------------------------------------

// A variable that is assigned where an exception may be handled may or may not have been when its handler runs: then the collector cannot tell whether it has what
// an earlier call left in its register (runtime/liveness.c). Such functions are few, so that clearing those variables costs nothing to speak of.
static void clear_for_handlers(UnitBuilder *unit) {
    uint32_t parameters = 0;
    for (uint32_t i = 0; i < unit->unit_scope->symbols.count; i++) parameters += unit->unit_scope->symbols.items[i]->is_parameter;
    if (!has_fast_locals(unit->unit_scope) || unit->unit_scope->kind == SCOPE_COMPREHENSION) return;
    for (uint32_t n = 0; n < unit->handlers.count; n++) {
        const HandlerEntry *handler = &unit->handlers.items[n];
        for (uint32_t at = handler->start; at < handler->end; at++) {
            Instruction i = unit->code.items[at];
            const uint16_t registers[] = {i.a, i.b, i.c};
            for (int k = 0; k < 3; k++)
                if (opcode_operands((Opcode)i.op)[k] == 'w' && registers[k] >= parameters && registers[k] < unit->local_count) bit_set(unit->needs_clear, registers[k]);
        }
    }
}

// CLEAR and MAKE_CELL of locals, guards of parameters. Jumps are relative, so only the handlers' positions move.
static void insert_prologue(UnitBuilder *unit) {
    TreeArena *arena = unit->compiler->arena;
    VEC(Instruction) prologue = {0};
    if (unit->guards.count) {
        ParameterGuard only = unit->guards.items[0];
        Instruction guard = unit->guards.count == 1 ? (Instruction){OP_GUARD_TYPE, only.reg, only.mask, only.reg}
                                                    : (Instruction){OP_GUARD_PARAMETERS, 0, (uint16_t)unit->guards.count, 0};
        vec_push(arena, &prologue, guard);
    }
    for (uint32_t i = 0; i < unit->value_guards.count; i++) vec_push(arena, &prologue, unit->value_guards.items[i]);
    for (uint32_t reg = 0; reg < unit->local_count; reg++) {
        if (!bit_get(unit->needs_clear, reg)) continue;
        uint32_t first = reg;
        while (reg + 1 < unit->local_count && bit_get(unit->needs_clear, reg + 1)) reg++;
        Instruction clear = {OP_CLEAR, (uint16_t)first, (uint16_t)(reg + 1 - first), 0};
        vec_push(arena, &prologue, clear);
    }
    for (uint32_t reg = 0; reg < unit->local_count; reg++) {
        Instruction make_cell = {OP_MAKE_CELL, (uint16_t)reg, 0, 0};
        if (bit_get(unit->needs_cell, reg)) vec_push(arena, &prologue, make_cell);
    }
    uint32_t added = prologue.count, count = unit->code.count + added;
    Instruction *code = arena_alloc(arena, count * sizeof *code);
    Span *spans = arena_alloc(arena, count * sizeof *spans);
    bool expects = false;
    for (uint32_t i = 0; i < unit->expected.count && !(unit->out->flags & UNIT_NAMESPACE); i++) expects |= unit->expected.items[i] != PROVEN_NOTHING;
    if (expects) {
        unit->out->expected_types = arena_array(arena, uint8_t, count);
        memcpy(unit->out->expected_types + added, unit->expected.items, unit->code.count);
    }
    if (added) memcpy(code, prologue.items, added * sizeof *code);
    memcpy(code + added, unit->code.items, unit->code.count * sizeof *code);
    memcpy(spans + added, unit->spans.items, unit->spans.count * sizeof *spans);
    for (uint32_t i = 0; i < added; i++) spans[i] = unit->span;
    for (uint32_t i = 0; i < unit->handlers.count; i++) {
        HandlerEntry *entry = &unit->handlers.items[i];
        entry->start += added, entry->end += added, entry->handler += added;
    }
    for (uint32_t i = 0; i < unit->promises.count; i++) unit->promises.items[i].at += added;
    unit->out->promises = unit->promises.items, unit->out->promise_count = unit->promises.count;
    unit->out->code = code;
    unit->out->spans = spans;
    unit->out->code_count = count;
}

static int64_t jump_distance(Instruction instruction) {
    return opcode_operands((Opcode)instruction.op)[1] == 'J' ? (int64_t)(int32_t)instruction_wide(instruction)
                                                   : (int64_t)(int16_t)instruction.c;
}

static bool is_jump(Instruction instruction) {
    const char *operands = opcode_operands((Opcode)instruction.op);
    return operands[1] == 'J' || operands[2] == 'j';
}

// A jump to a jump goes to the end of the chain at once.
static void thread_jumps(CodeUnit *code) {
    enum { MAX_HOPS = 16 };
    for (uint32_t at = 0; at < code->code_count; at++) {
        Instruction *instruction = &code->code[at];
        if (!is_jump(*instruction) || instruction->op == OP_LOOP) continue;
        int64_t target = at + 1 + jump_distance(*instruction);
        bool wide = opcode_operands((Opcode)instruction->op)[1] == 'J';
        for (int hop = 0; hop < MAX_HOPS && target < code->code_count; hop++) {
            Instruction next = code->code[target];
            bool loops = next.op == OP_LOOP;
            if (next.op != OP_JUMP && !(loops && instruction->op == OP_JUMP)) break;
            int64_t further = target + 1 + jump_distance(next), distance = further - at - 1;
            if (!wide && (distance > INT16_MAX || distance < 0)) break;
            if (loops) instruction->op = OP_LOOP;
            target = further;
            if (wide) instruction->b = (uint16_t)(distance & 0xffff), instruction->c = (uint16_t)((uint64_t)distance >> 16);
            else instruction->c = (uint16_t)distance;
            if (loops) break;
        }
    }
}

static void connect_free_cells(UnitBuilder *unit) {
    TreeArena *arena = unit->compiler->arena;
    CodeUnit *out = unit->out;
    uint32_t count = unit->free_symbols.count;
    out->free_count = count;
    out->free_names = arena_alloc(arena, (count + 1) * sizeof *out->free_names);
    out->free_sources = arena_array(arena, FreeSource, count + 1);
    out->free_class_index = -1;
    for (uint32_t i = 0; i < count; i++) {
        const Symbol *symbol = unit->free_symbols.items[i];
        const Slot *slot = slot_of(unit->parent, symbol);
        out->free_names[i] = symbol->name;
        out->free_sources[i] = slot ? (FreeSource){true, slot->reg}
                                    : (FreeSource){false, (uint16_t)free_index_of(unit->parent, symbol)};
        if (symbol->scope->kind == SCOPE_CLASS && symbol == symbol->scope->class_cell) out->free_class_index = (int32_t)i;
    }
}

static void finish_unit(UnitBuilder *unit, const UnitSpec *spec) {
    CodeUnit *out = unit->out;
    unit->span = spec->span;
    clear_for_handlers(unit);
    insert_prologue(unit);
    thread_jumps(out);
    connect_free_cells(unit);
    out->register_count = (uint16_t)unit->register_high;
    if (unit->attribute_guards) {
        vec_push(unit->compiler->arena, &unit->constants, *unit->attribute_guards);
        out->flags |= UNIT_ATTRIBUTE_GUARDS;
    }
    out->constants = unit->constants.items;
    out->constant_count = unit->constants.count;
    out->attribute_names = unit->attribute_names.items;
    out->attribute_count = unit->attribute_names.count;
    out->global_names = unit->global_names.items;
    out->global_count = unit->global_names.count;
    out->handlers = unit->handlers.items;
    out->handler_count = unit->handlers.count;
    out->parameter_guards = unit->guards.items;
    out->parameter_guard_count = (uint16_t)unit->guards.count;
    out->children = unit->children.items;
    out->child_count = unit->children.count;
}

static UnitBuilder *start_unit(Compiler *compiler, UnitBuilder *parent, const UnitSpec *spec) {
    UnitBuilder *unit = arena_new(compiler->arena, UnitBuilder);
    unit->compiler = compiler;
    unit->parent = parent;
    unit->out = arena_new(compiler->arena, CodeUnit);
    unit->unit_scope = unit->scope = spec->scope;
    unit->span = spec->span;
    unit->type_params_symbol = spec->type_params_symbol;
    unit->out->name = spec->name;
    unit->out->qualname = child_qualname(parent, spec->name, spec->is_global_name, compiler->arena);
    unit->out->source = compiler->input->source;
    unit->out->flags = spec->flags | (unit->compiler->future_annotations ? UNIT_FUTURE_ANNOTATIONS : 0u);
    unit->out->first_line = source_position(compiler->input->source, spec->span.start).line;
    if (parent && has_fast_locals(parent->unit_scope)) unit->out->flags |= UNIT_NESTED;
    if (!parent) {
        unit->keep_namespace = compiler->input->keep_namespace;
        unit->is_interactive = compiler->input->root->kind == AST_Interactive;
    }
    init_bound_state(unit);
    add_locals(unit);
    find_class_cell(unit);
    return unit;
}

// The value in `reg` is about to be returned. No guard where the instruction that made it can give nothing else, whatever its operands are.
void guard_return(UnitBuilder *unit, Register reg) {
    if (!unit->return_guard) return;
    if (unit->code.count > unit->barrier) {
        Instruction last = vec_last(&unit->code);
        KnownTypes nothing = {.constants = unit->constants.items};
        WrittenRegisters written = written_registers(last);
        if (written.count == 1 && written.first == reg && !(result_types(&nothing, last) & ~types_of_guard(unit->return_guard))) return;
    }
    emit(unit, OP_GUARD_TYPE, reg, unit->return_guard, GUARDS_RETURN);
}

// A guard just before is made one with the RETURN.
void emit_return(UnitBuilder *unit, Register reg) {
    Instruction *last = unit->code.count > unit->barrier && !unit->is_dead ? &vec_last(&unit->code) : NULL;
    if (last && last->op == OP_GUARD_TYPE && last->a == reg && last->c == GUARDS_RETURN) *last = (Instruction){OP_RETURN_GUARDED, reg, last->b, 0};
    else emit(unit, OP_RETURN, reg, 0, 0);
}

static void return_none(UnitBuilder *unit) {
    if (unit->is_dead) return;
    if (unit->has_bare_line) unit->span = unit->bare_line;
    else if (unit->spans.count) unit->span = vec_last(&unit->spans);
    unit->has_bare_line = false;
    Register none = take_register(unit);
    load_none(unit, none);
    guard_return(unit, none);
    emit_return(unit, none);
}

CodeUnit *build_unit(Compiler *compiler, UnitBuilder *parent, const UnitSpec *spec) {
    for (bool long_jumps = false;; long_jumps = true) {
        UnitBuilder *unit = start_unit(compiler, parent, spec);
        unit->long_jumps = long_jumps;
        spec->body(unit, spec->context);
        return_none(unit);
        if (unit->jump_overflow && !long_jumps) continue;
        finish_unit(unit, spec);
        return unit->out;
    }
}

// ---- the front door ---------------------------------------------------------------------------------------------

// Whether the text may define coroutines: then values of calls that are not used are looked at.
static bool has_coroutines(const Source *source) {
    return source && strstr(source->text, "async def"); // (a NUL in the text would have been a syntax error)
}

static bool has_future_annotations(const Ast *root, const AtomTable *atoms) {
    if (root->kind != AST_Module) return false;
    const AstNodes *body = &((const AstModule *)root)->body;
    for (uint32_t i = 0; i < body->count; i++) {
        if (body->items[i]->kind == AST_Expr && i == 0) continue;
        if (body->items[i]->kind != AST_ImportFrom) return false;
        const AstImportFrom *import = (const AstImportFrom *)body->items[i];
        if (!import->module || strcmp(import->module->text, "__future__") != 0) return false;
        for (uint32_t n = 0; n < import->names.count; n++)
            if (((const Astalias *)import->names.items[n])->name == atoms->known[ATOM_annotations]) return true;
    }
    return false;
}

CodeUnit *compile_module(const CompileInput *input, TreeArena *arena, AtomTable *atoms, DiagList *diagnostics) {
    Compiler *compiler = arena_new(arena, Compiler);
    compiler->input = input;
    compiler->arena = arena;
    compiler->atoms = atoms;
    compiler->diagnostics = diagnostics;
    compiler->future_annotations = (input->source && input->source->future_annotations) || has_future_annotations(input->root, atoms);
    compiler->has_coroutines = has_coroutines(input->source);
    if (setjmp(compiler->failure)) return NULL;
    UnitSpec spec = {.scope = input->scopes->module,
                     .name = atom_intern_cstring(atoms, "<module>"),
                     .flags = UNIT_NAMESPACE | UNIT_MODULE,
                     .span = input->root->span,
                     .body = module_body,
                     .context = input->root};
    spec.span.end = spec.span.start;
    CodeUnit *unit = build_unit(compiler, NULL, &spec);
    register_types_find(unit, arena);
    assert(unit_is_valid(unit));
    return unit;
}
