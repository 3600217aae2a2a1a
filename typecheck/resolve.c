// From a name at a place to its binding: the execution model of the language reference, section 4.2.2, over scopes, modules and builtins (module.h).
#include "typecheck/checker.h"

const Ast *node_enclosing_function(const Unit *unit, const Ast *node) {
    for (const Ast *inner = node, *outer; (outer = node_parent(unit, inner)); inner = outer) {
        if (outer->kind == AST_Lambda && ((const AstLambda *)outer)->body == inner) return outer;
        if ((outer->kind == AST_FunctionDef || outer->kind == AST_AsyncFunctionDef) && inner->kind >= AST_FunctionDef && inner->kind <= AST_Continue) return outer;
    }
    return NULL;
}

const Ast *node_enclosing_class(const Unit *unit, const Ast *node, bool stop_at_function) {
    for (const Ast *inner = node, *outer; (outer = node_parent(unit, inner)); inner = outer) {
        bool in_body = inner->kind >= AST_FunctionDef && inner->kind <= AST_Continue;
        if (outer->kind == AST_ClassDef && in_body) return outer;
        if (stop_at_function && ((outer->kind == AST_Lambda && ((const AstLambda *)outer)->body == inner) || ((outer->kind == AST_FunctionDef || outer->kind == AST_AsyncFunctionDef) && in_body))) return NULL;
    }
    return NULL;
}

static bool is_statement(const Ast *node) { return node->kind >= AST_FunctionDef && node->kind <= AST_Continue; }

// The scope around `outer`'s own one for a child that is not its body: that of its type parameters, when it has them.
static Scope *type_param_scope(const Unit *unit, const Ast *outer) {
    Scope *own = scope_of_node(unit->scopes, outer);
    return own && own->parent && own->parent->kind == SCOPE_TYPE_PARAMS ? own->parent : NULL;
}

static bool is_in(const AstNodes *nodes, const Ast *node) {
    for (uint32_t i = 0; i < nodes->count; i++)
        if (nodes->items[i] == node) return true;
    return false;
}

Scope *node_scope(Unit *unit, const Ast *node) {
    Scope *late = unit->name_scopes.count ? map_get_pointer(&unit->name_scopes, node) : NULL;
    if (late) return late;
    if (node->id >= unit->node_count) return unit->scopes->module;
    const Ast *below = NULL; // child of `inner` on the way
    for (const Ast *inner = node, *outer; (outer = node_parent(unit, inner)); below = inner, inner = outer) {
        Scope *scope = NULL;
        switch (outer->kind) {
        case AST_FunctionDef: case AST_AsyncFunctionDef: {
            const AstFunctionDef *def = (const AstFunctionDef *)outer;
            if (is_statement(inner)) scope = scope_of_node(unit->scopes, outer);
            else if (inner == def->returns || is_in(&def->type_params, inner)) scope = type_param_scope(unit, outer);
            else if (inner == def->args && below && below->kind == AST_arg) scope = type_param_scope(unit, outer);
            break;
        }
        case AST_ClassDef: {
            const AstClassDef *def = (const AstClassDef *)outer;
            if (is_statement(inner)) scope = scope_of_node(unit->scopes, outer);
            else if (!is_in(&def->decorator_list, inner)) scope = type_param_scope(unit, outer);
            break;
        }
        case AST_Lambda:
            if (((const AstLambda *)outer)->body == inner) scope = scope_of_node(unit->scopes, outer);
            break;
        case AST_TypeAlias:
            scope = ((const AstTypeAlias *)outer)->value == inner ? scope_of_node(unit->scopes, outer) : ((const AstTypeAlias *)outer)->name == inner ? NULL : type_param_scope(unit, outer);
            break;
        case AST_ListComp: case AST_SetComp: case AST_GeneratorExp: case AST_DictComp: {
            const AstNodes *clauses = outer->kind == AST_DictComp ? &((const AstDictComp *)outer)->generators : &((const AstListComp *)outer)->generators;
            bool first_iterable = inner == clauses->items[0] && below == ((const Astcomprehension *)inner)->iter;
            if (!first_iterable) scope = scope_of_node(unit->scopes, outer);
            break;
        }
        default: break;
        }
        if (scope) return scope;
    }
    return unit->scopes->module;
}

// The block whose frame the scope's code runs in: comprehensions and type parameter lists belong to the one around them.
static const Scope *frame_of(const Scope *scope) {
    while (scope->parent && (scope->kind == SCOPE_COMPREHENSION || scope->kind == SCOPE_TYPE_PARAMS || scope->kind == SCOPE_TYPE_ALIAS || scope->kind == SCOPE_CLASS)) scope = scope->parent;
    return scope;
}

static ResolvedName found_in(Unit *unit, const Scope *from, Binding *binding, Scope *scope) {
    return (ResolvedName){.binding = binding, .unit = unit, .scope = scope, .is_outer = frame_of(from) != frame_of(scope)};
}

static ResolvedName in_module(Unit *unit, Scope *from, const Atom *name) {
    Scope *module_scope = unit->scopes->module;
    Binding *binding = module_lookup(unit->module, name);
    if (binding) {
        ResolvedName found = found_in(binding->unit ? binding->unit : unit, from, binding, module_scope);
        if (binding->unit && binding->unit != unit) found.is_outer = true;
        return found;
    }
    Checker *checker = unit->checker;
    if (!checker->builtins) checker->builtins = module_find(checker, NULL, checker_atom(checker, "builtins"));
    bool is_private = name->text[0] == '_' && name->text[1] != '_'; // the stub's own: no builtin is called so
    if (checker->builtins && checker->builtins != unit->module && !is_private) {
        binding = module_lookup(checker->builtins, name);
        if (binding && !(binding->is_private_export)) return (ResolvedName){.binding = binding, .unit = binding->unit, .scope = NULL, .is_builtin = true, .is_outer = true};
    }
    return (ResolvedName){0};
}

// The class of a class body: __qualname__ and __module__ are set there.
static bool is_class_body_name(const Atom *name) { return *name->text == '_' && (strcmp(name->text, "__qualname__") == 0 || strcmp(name->text, "__module__") == 0); }

ResolvedName resolve_name(Unit *unit, Scope *scope, const Atom *raw_name) {
    const Atom *name = scope_mangle(scope, raw_name, unit->checker->atoms);
    bool skip_classes = false; // class scopes are seen only from directly inside
    for (Scope *s = scope; s; s = s->parent) {
        Symbol *symbol = s->kind == SCOPE_CLASS && skip_classes ? NULL : scope_lookup(s, name);
        if (symbol && symbol->kind == SYMBOL_GLOBAL_EXPLICIT) break;
        if (symbol && symbol->kind == SYMBOL_FREE) {
            Symbol *owner = scope_resolve_free(symbol);
            Binding *binding = owner ? binding_of_symbol(unit, owner) : NULL;
            if (binding) return found_in(unit, scope, binding, owner->scope);
        } else if (symbol && s->kind != SCOPE_MODULE) {
            Binding *binding = binding_of_symbol(unit, symbol);
            if (binding && binding->declarations.count) return found_in(unit, scope, binding, s);
        }
        if (s->kind == SCOPE_CLASS && !skip_classes && is_class_body_name(name)) break;
        if (s->kind == SCOPE_FUNCTION || s->kind == SCOPE_LAMBDA || s->kind == SCOPE_CLASS) skip_classes = true;
    }
    return in_module(unit, scope, name);
}
