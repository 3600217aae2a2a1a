// Where each name lives. Blocks that run in the frame of the block around them (list, set and dict comprehensions, type
// parameter lists) share its registers: a name used across such a border needs no cell. Every other border between scopes
// is one between frames: a name used across it lives in a cell of its owner.
#include "typecheck/scope_private.h"

static bool runs_in_frame_of_parent(const Scope *scope) {
    return scope->kind == SCOPE_TYPE_PARAMS ||
           (scope->kind == SCOPE_COMPREHENSION && scope->node->kind != AST_GeneratorExp);
}

const Scope *scope_seen_class(const Scope *scope) {
    const Scope *outer = scope;
    while (outer->kind == SCOPE_TYPE_PARAMS || outer->kind == SCOPE_TYPE_ALIAS) outer = outer->parent;
    return outer != scope && outer->kind == SCOPE_CLASS ? outer : NULL;
}

bool scope_is_within(const Scope *scope, const Scope *outer) {
    while (scope && scope != outer) scope = scope->parent;
    return scope;
}

static Symbol *class_cell_of(ScopeWalker *walker, Scope *body) {
    if (!body->class_cell) {
        Entry *entry = arena_new(walker->arena, Entry);
        entry->symbol = (Symbol){.name = walker->atoms->known[ATOM___class__],
                                 .kind = SYMBOL_CELL,
                                 .scope = body,
                                 .index = UINT32_MAX,
                                 .is_bound = 1};
        body->class_cell = &entry->symbol;
        body->needs_class_cell = 1;
    }
    return body->class_cell;
}

// The symbol of an enclosing function that `name`, used in `scope`, refers to; NULL when it is global.
static Symbol *find_owner(ScopeWalker *walker, const Scope *scope, const Atom *name) {
    for (Scope *outer = scope->parent; outer && outer->kind != SCOPE_MODULE; outer = outer->parent) {
        if (outer->kind == SCOPE_CLASS) {
            if (name == walker->atoms->known[ATOM___class__]) return class_cell_of(walker, outer);
            continue;
        }
        Entry *entry = map_get_pointer(&outer->by_name, name);
        if (!entry) continue;
        if (entry->is_global) return NULL;
        if (entry->owner && entry->symbol.kind == SYMBOL_FREE) return entry->owner;
        if (entry->symbol.is_bound && !entry->symbol.is_nonlocal) return &entry->symbol;
    }
    return NULL;
}

// `owner` is used from `scope`: it needs a cell when a frame lies between.
static void connect(Entry *entry, const Scope *scope, Symbol *owner) {
    entry->owner = owner;
    for (const Scope *between = scope; between != owner->scope; between = between->parent) {
        if (!runs_in_frame_of_parent(between)) owner->kind = SYMBOL_CELL;
        if (between->kind == SCOPE_CLASS && between != scope) {
            Symbol *passing = scope_lookup(between, owner->name);
            if (passing) passing->is_free_in_class = 1;
        }
    }
}

static void resolve_symbol(ScopeWalker *walker, Scope *scope, Entry *entry) {
    Symbol *symbol = &entry->symbol;
    if (entry->is_global) {
        symbol->kind = SYMBOL_GLOBAL_EXPLICIT;
        Scope *module = scope;
        while (module->parent) module = module->parent;
        Symbol *global = scope_lookup(module, symbol->name);
        if (!global && symbol->is_bound) global = scope_add_global(walker, module, symbol->name);
        if (global && module != scope) global->is_declared_global = 1;
        if (global) global->is_text |= symbol->is_text, global->is_extended |= symbol->is_extended;
        return;
    }
    if (symbol->is_nonlocal) {
        Symbol *owner = find_owner(walker, scope, symbol->name);
        symbol->kind = SYMBOL_FREE;
        const Entry *type_parameter = owner && owner->scope->kind == SCOPE_TYPE_PARAMS && entry->declaration ? map_get_pointer(&owner->scope->by_name, owner->name) : NULL;
        if (type_parameter && type_parameter->is_type_parameter)
            scope_error(walker, entry->declaration->span, "nonlocal binding not allowed for type parameter '%s'", symbol->name->text);
        else if (owner) connect(entry, scope, owner);
        else {
            scope_error(walker, entry->declaration ? entry->declaration->span : scope->node->span,
                        "no binding for nonlocal '%s' found", symbol->name->text);
            symbol->kind = SYMBOL_GLOBAL_IMPLICIT;
        }
        return;
    }
    if (symbol->is_bound) {
        symbol->kind = scope->kind == SCOPE_MODULE || scope->kind == SCOPE_CLASS ? SYMBOL_NAME : SYMBOL_LOCAL;
        return;
    }
    Symbol *owner = find_owner(walker, scope, symbol->name);
    const Scope *body = scope_seen_class(scope);
    const Entry *in_class = body && !(owner && scope_is_within(owner->scope, body)) ? map_get_pointer(&body->by_name, symbol->name) : NULL;
    if (in_class && in_class->is_global) {
        entry->is_global = true;
        resolve_symbol(walker, scope, entry);
        return;
    }
    if (in_class && in_class->symbol.is_bound && !in_class->symbol.is_nonlocal) owner = NULL; // the class's, or a global: as in the body itself
    symbol->kind = owner ? SYMBOL_FREE : SYMBOL_GLOBAL_IMPLICIT;
    if (owner) connect(entry, scope, owner);
}

// Scopes nest as deep as the source does: bounded by the walk that made them.
void scope_resolve(ScopeWalker *walker, Scope *scope) {
    for (uint32_t i = 0; i < scope->symbols.count; i++)
        resolve_symbol(walker, scope, (Entry *)scope->symbols.items[i]);
    for (uint32_t i = 0; i < scope->children.count; i++) scope_resolve(walker, scope->children.items[i]);
}
