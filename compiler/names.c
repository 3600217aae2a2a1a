// Names: from the scope's symbol to the instructions that load, store and delete it.
#include "compiler/build.h"

typedef enum Place {
    PLACE_REGISTER,
    PLACE_CELL,            // of this frame
    PLACE_FREE,            // a cell of the function
    PLACE_GLOBAL,
    PLACE_NAME,            // the body's namespace, then module, then builtins
    PLACE_NAME_OR_FREE,    // the class body's namespace, then a cell of the function
    PLACE_CLASS_NAMESPACE, // late evaluation inside a class body: its namespace, kept in a cell, then the rest
} Place;

typedef struct Access {
    Place place;
    const Atom *name; // mangled
    const Slot *slot; // REGISTER, CELL
    const Symbol *owner; // the one whose cell it is
} Access;

const Atom *mangled(const UnitBuilder *unit, const Atom *name) {
    return scope_mangle(unit->scope, name, unit->compiler->atoms);
}

Slot *slot_of(const UnitBuilder *unit, const Symbol *symbol) { return map_get_pointer(&unit->slots, symbol); }

Slot *make_slot(UnitBuilder *unit, const Symbol *symbol, Register reg) {
    Slot *slot = slot_of(unit, symbol);
    if (!slot) {
        slot = arena_new(unit->compiler->arena, Slot);
        slot->track = unit->track_count++;
        if (slot->track >= unit->track_capacity) compile_fail(unit->compiler, unit->span, "too many variables");
        map_set_pointer(unit->compiler->arena, &unit->slots, symbol, slot);
    }
    slot->reg = reg;
    slot->is_parameter = symbol->is_parameter;
    slot->gathers = symbol->kind == SYMBOL_LOCAL && symbol->is_text && symbol->is_extended && !symbol->is_walrus_target;
    if (symbol->is_deleted) bit_set(unit->deletable, slot->track);
    return slot;
}

uint32_t free_index_of(UnitBuilder *unit, const Symbol *symbol) {
    uint32_t found = (uint32_t)(uintptr_t)map_get_pointer(&unit->free_index, symbol);
    if (found) return found - 1;
    if (!unit->parent || unit->free_symbols.count >= MAX_OPERAND)
        compile_fail(unit->compiler, unit->span, "too many variables of enclosing functions");
    vec_push(unit->compiler->arena, &unit->free_symbols, symbol);
    uint32_t index = unit->free_symbols.count - 1;
    map_set_pointer(unit->compiler->arena, &unit->free_index, symbol, (void *)(uintptr_t)(index + 1));
    if (!slot_of(unit->parent, symbol)) free_index_of(unit->parent, symbol);
    return index;
}

static Access access_to(const UnitBuilder *unit, const Atom *name) {
    Access access = {.name = mangled(unit, name)};
    const Symbol *symbol = scope_lookup(unit->scope, access.name);
    bool in_class_body = unit->scope->kind == SCOPE_CLASS;
    Place global = in_class_body || unit->keep_namespace ? PLACE_NAME : PLACE_GLOBAL;
    access.place = global;
    if (!symbol) return access;
    switch (symbol->kind) {
    case SYMBOL_LOCAL:
    case SYMBOL_CELL:
        access.slot = slot_of(unit, symbol);
        access.place = symbol->kind == SYMBOL_CELL ? PLACE_CELL : PLACE_REGISTER;
        break;
    case SYMBOL_FREE:
        access.owner = scope_resolve_free(symbol);
        access.slot = slot_of(unit, access.owner);
        if (access.slot) access.place = access.owner->kind == SYMBOL_CELL ? PLACE_CELL : PLACE_REGISTER;
        else access.place = in_class_body && !symbol->is_nonlocal ? PLACE_NAME_OR_FREE : PLACE_FREE;
        break;
    case SYMBOL_GLOBAL_EXPLICIT: access.place = PLACE_GLOBAL; break;
    case SYMBOL_GLOBAL_IMPLICIT: break;
    case SYMBOL_NAME:
        if (unit->scope->kind == SCOPE_MODULE && symbol->is_declared_global) access.place = PLACE_GLOBAL; // exec() may have namespaces of two kinds
        break;
    }
    const Scope *class_body = scope_seen_class(unit->scope);
    bool may_be_the_class = class_body && (symbol->kind == SYMBOL_FREE || symbol->kind == SYMBOL_GLOBAL_IMPLICIT);
    if (may_be_the_class && !(access.owner && scope_is_within(access.owner->scope, class_body)))
        access.place = unit->unit_scope->kind != SCOPE_CLASS ? PLACE_CLASS_NAMESPACE
                       : access.owner                        ? PLACE_NAME_OR_FREE
                                                             : PLACE_NAME;
    return access;
}

void hold_nonlocals(UnitBuilder *unit, const AstAtoms *names) {
    for (uint32_t i = 0; i < names->count; i++) {
        Access access = access_to(unit, names->items[i]);
        if (access.place == PLACE_FREE) free_index_of(unit, access.owner);
    }
}

static const Slot *local_slot(const UnitBuilder *unit, const Atom *name) {
    Access access = access_to(unit, name);
    return access.place == PLACE_REGISTER ? access.slot : NULL;
}

Register local_register(const UnitBuilder *unit, const Atom *name) {
    const Slot *slot = local_slot(unit, name);
    return slot ? slot->reg : NO_REGISTER;
}

static void require_bound(UnitBuilder *unit, const Slot *slot, const Atom *name) {
    if (unit->is_dead || bit_get(unit->bound, slot->track)) return;
    emit(unit, OP_CHECK_BOUND, slot->reg, add_name_constant(unit, name), 0);
    if (slot->reg < unit->local_count && !slot->is_parameter) bit_set(unit->needs_clear, slot->reg);
    bit_set(unit->bound, slot->track);
}

// Whoever sees the value from now on must not see it grow.
static void seal(UnitBuilder *unit, const Slot *slot) {
    if (slot->gathers && !unit->is_dead) emit(unit, OP_SEAL, slot->reg, 0, 0);
}

void check_bound(UnitBuilder *unit, const Atom *name) {
    const Slot *slot = local_slot(unit, name);
    if (!slot) return;
    require_bound(unit, slot, mangled(unit, name));
    seal(unit, slot);
}

bool check_bound_to_extend(UnitBuilder *unit, const Atom *name) {
    const Slot *slot = local_slot(unit, name);
    if (slot) require_bound(unit, slot, mangled(unit, name));
    return slot && slot->gathers;
}

void mark_bound(UnitBuilder *unit, const Atom *name) {
    const Slot *slot = local_slot(unit, name);
    if (slot && !unit->is_dead) bit_set(unit->bound, slot->track);
}

bool may_be_assigned_in_expression(const UnitBuilder *unit, const Atom *name) {
    const Symbol *symbol = scope_lookup(unit->scope, mangled(unit, name));
    if (symbol && symbol->kind == SYMBOL_FREE) symbol = scope_resolve_free(symbol);
    return symbol && symbol->is_walrus_target;
}

// In a `type` statement's value inside a class body: the class's namespace first.
static void load_through_class(UnitBuilder *unit, const Access *access, Register target) {
    const UnitBuilder *body = unit;
    while (body->unit_scope->kind != SCOPE_CLASS) body = body->parent;
    uint32_t cell = free_index_of(unit, body->namespace_symbol);
    Register mark = (Register)unit->next_register, space = take_registers(unit, 3);
    Label elsewhere = LABEL_INIT, end = LABEL_INIT;
    emit(unit, OP_LOAD_FREE, space, cell, add_name_constant(unit, body->namespace_symbol->name));
    UnitConstant key = constant_name(access->name);
    load_constant(unit, space + 1, &key);
    emit(unit, OP_IN, space + 2, space + 1, space);
    emit_jump(unit, OP_JUMP_IF_FALSE, space + 2, 0, &elsewhere);
    emit(unit, OP_GET_ITEM, target, space, space + 1);
    emit_goto(unit, &end);
    bind_label(unit, &elsewhere);
    if (access->owner)
        emit(unit, OP_LOAD_FREE, target, free_index_of(unit, access->owner), add_name_constant(unit, access->name));
    else emit_wide(unit, OP_LOAD_GLOBAL, target, add_global_site(unit, access->name));
    bind_label(unit, &end);
    unit->next_register = mark;
}

// A global that gathers text, by what the module's own statements do with it.
static bool global_gathers(const UnitBuilder *unit, const Access *access) {
    if (access->place != PLACE_GLOBAL) return false;
    const Scope *module = unit->scope;
    while (module->parent) module = module->parent;
    const Symbol *symbol = module->kind == SCOPE_MODULE ? scope_lookup(module, access->name) : NULL;
    return symbol && symbol->is_text && symbol->is_extended;
}

bool gathers_text(UnitBuilder *unit, const Ast *node) {
    if (node->kind != AST_Name) return false;
    Access access = access_to(unit, ((const AstName *)node)->id);
    return access.place == PLACE_REGISTER ? access.slot->gathers : global_gathers(unit, &access);
}

Register glance(UnitBuilder *unit, const Ast *node) {
    Access access = access_to(unit, ((const AstName *)node)->id);
    unit->span = node->span;
    if (access.place == PLACE_REGISTER) {
        require_bound(unit, access.slot, access.name);
        return access.slot->reg;
    }
    Register target = take_register(unit);
    emit_wide(unit, OP_LOAD_GLOBAL, target, add_global_site(unit, access.name));
    return target;
}

static bool is_extended_by_functions(const UnitBuilder *unit, const Atom *name) {
    const Scope *module = unit->scope;
    while (module->parent) module = module->parent;
    return scope_lookup(module, name)->is_declared_global;
}

bool load_to_extend(UnitBuilder *unit, const Atom *name, const Ast *right, Register target, bool *notes_size) {
    Access access = access_to(unit, name);
    *notes_size = false;
    if (!global_gathers(unit, &access)) return load_name(unit, name, target), false;
    emit_wide(unit, OP_LOAD_GLOBAL, target, add_global_site(unit, access.name));
    // While `right` is computed code may run that the program has written.
    *notes_size = right->kind != AST_Constant && right->kind != AST_Name && is_extended_by_functions(unit, access.name);
    if (*notes_size) take_register(unit), emit(unit, OP_NOTE_SIZE, target, 0, 0);
    return true;
}

void seal_shared_global(UnitBuilder *unit, const Atom *name, Register value) {
    if (is_extended_by_functions(unit, mangled(unit, name))) emit(unit, OP_SEAL, value, 0, 0);
}

void load_name(UnitBuilder *unit, const Atom *name, Register target) {
    Access access = access_to(unit, name);
    switch (access.place) {
    case PLACE_REGISTER:
        require_bound(unit, access.slot, access.name);
        seal(unit, access.slot);
        emit_move(unit, target, access.slot->reg);
        break;
    case PLACE_CELL:
        emit(unit, OP_LOAD_CELL, target, access.slot->reg, add_name_constant(unit, access.name));
        break;
    case PLACE_FREE:
        emit(unit, OP_LOAD_FREE, target, free_index_of(unit, access.owner), add_name_constant(unit, access.name));
        break;
    case PLACE_GLOBAL:
        emit_wide(unit, OP_LOAD_GLOBAL, target, add_global_site(unit, access.name));
        if (global_gathers(unit, &access)) emit(unit, OP_SEAL, target, 0, 0);
        break;
    case PLACE_NAME: emit(unit, OP_LOAD_NAME, target, add_name_constant(unit, access.name), 0); break;
    case PLACE_NAME_OR_FREE:
        emit(unit, OP_LOAD_NAME_OR_FREE, target, add_name_constant(unit, access.name),
             free_index_of(unit, access.owner));
        break;
    case PLACE_CLASS_NAMESPACE: load_through_class(unit, &access, target); break;
    }
}

void store_name(UnitBuilder *unit, const Atom *name, Register value) {
    Access access = access_to(unit, name);
    switch (access.place) {
    case PLACE_REGISTER:
        emit_move(unit, access.slot->reg, value);
        if (!unit->is_dead) bit_set(unit->bound, access.slot->track);
        break;
    case PLACE_CELL: emit(unit, OP_STORE_CELL, access.slot->reg, value, 0); break;
    case PLACE_FREE: emit(unit, OP_STORE_FREE, free_index_of(unit, access.owner), value, 0); break;
    case PLACE_GLOBAL: emit_wide(unit, OP_STORE_GLOBAL, value, add_global_site(unit, access.name)); break;
    case PLACE_NAME:
    case PLACE_NAME_OR_FREE:
    case PLACE_CLASS_NAMESPACE: emit(unit, OP_STORE_NAME, value, add_name_constant(unit, access.name), 0); break;
    }
}

void delete_name(UnitBuilder *unit, const Atom *name, bool must_be_bound) {
    Access access = access_to(unit, name);
    switch (access.place) {
    case PLACE_REGISTER:
        if (must_be_bound) require_bound(unit, access.slot, access.name);
        emit(unit, OP_CLEAR, access.slot->reg, 1, 0);
        if (!unit->is_dead) bit_clear(unit->bound, access.slot->track);
        break;
    case PLACE_CELL: emit(unit, OP_DELETE_CELL, access.slot->reg, 0, add_name_constant(unit, access.name)); break;
    case PLACE_FREE:
        emit(unit, OP_DELETE_FREE, free_index_of(unit, access.owner), 0, add_name_constant(unit, access.name));
        break;
    case PLACE_GLOBAL: emit_wide(unit, OP_DELETE_GLOBAL, 0, add_global_site(unit, access.name)); break;
    case PLACE_NAME:
    case PLACE_NAME_OR_FREE:
    case PLACE_CLASS_NAMESPACE: emit(unit, OP_DELETE_NAME, 0, add_name_constant(unit, access.name), 0); break;
    }
}
