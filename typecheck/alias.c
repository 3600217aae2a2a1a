// Type aliases: `type X[T] = ...`, `X: TypeAlias = ...`, TypeAliasType(...), and plain assignments that can be one.
#include "typecheck/infer.h"
#include <string.h>

// ---- which declarations are aliases --------------------------------------------------------------------------------------

static const Ast *call_argument(const AstCall *call, uint32_t index, const char *name) {
    if (index < call->args.count) return call->args.items[index];
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, name) == 0) return keyword->value;
    }
    return NULL;
}

static bool is_alias_type_call(Declaration *declaration, const Ast *value) {
    if (value->kind != AST_Call) return false;
    const Ast *func = ((const AstCall *)value)->func;
    if (func->kind != AST_Name && func->kind != AST_Attribute) return false;
    Entity entity = entity_of(declaration->unit, node_scope(declaration->unit, func), func);
    return entity.kind == ENTITY_CLASS && entity_is(&entity, "typing", "TypeAliasType");
}

// `A | B` where the metaclass of A says what that is.
static bool is_operator_of_metaclass(Unit *unit, Scope *scope, const Ast *left) {
    if (left->kind != AST_Name && left->kind != AST_Attribute) return false;
    Entity entity = entity_of(unit, scope, left);
    if (entity.kind != ENTITY_CLASS || entity.cls->unit->is_stub) return false;
    class_header(entity.cls);
    return metaclass_defines(entity.cls, "__or__");
}

// Could the expression be a type? (`X = list[int]`, `X = int | None`, `X = "Y"` is not: a plain string.)
static bool may_be_type(Unit *unit, Scope *scope, const Ast *node, int depth) {
    if (depth > 20) return false;
    switch ((AstKind)node->kind) {
    case AST_Name: case AST_Attribute: {
        Entity entity = entity_of(unit, scope, node);
        return entity.kind == ENTITY_CLASS || entity.kind == ENTITY_ALIAS || entity.kind == ENTITY_FORM || (entity.kind == ENTITY_VARIABLE && depth > 0);
    }
    case AST_Subscript: {
        const AstSubscript *subscript = (const AstSubscript *)node;
        if (subscript->value->kind != AST_Name && subscript->value->kind != AST_Attribute) return false;
        Entity entity = entity_of(unit, scope, subscript->value);
        if (entity.kind == ENTITY_CLASS) { // Color["RED"] is a value
            class_header(entity.cls);
            return !entity.cls->is_enum && (entity.cls->type_param_count || is_known(entity.cls, KNOWN_tuple) || is_known(entity.cls, KNOWN_type));
        }
        return entity.kind == ENTITY_ALIAS || entity.kind == ENTITY_FORM;
    }
    case AST_BinOp:
        if (((const AstBinOp *)node)->op != AST_BITOR || is_operator_of_metaclass(unit, scope, ((const AstBinOp *)node)->left)) return false;
        return (may_be_type(unit, scope, ((const AstBinOp *)node)->left, depth + 1) || ((const AstBinOp *)node)->left->kind == AST_Constant) &&
               (may_be_type(unit, scope, ((const AstBinOp *)node)->right, depth + 1) || ((const AstBinOp *)node)->right->kind == AST_Constant) &&
               !(((const AstBinOp *)node)->left->kind == AST_Constant && ((const AstBinOp *)node)->right->kind == AST_Constant);
    case AST_Constant: return ((const AstConstant *)node)->value.kind == AST_CONST_NONE && depth > 0;
    default: return false;
    }
}

static AliasInfo *new_alias(Declaration *declaration, const Ast *node, const Ast *value, bool is_syntax) {
    AliasInfo *alias = arena_new(declaration->unit->checker->arena, AliasInfo);
    *alias = (AliasInfo){.name = declaration->binding->name, .unit = declaration->unit, .node = node, .value = value, .is_syntax = is_syntax};
    return alias;
}

static AliasInfo *find_alias(Declaration *declaration) {
    Unit *unit = declaration->unit;
    if (declaration->kind == DECLARE_TYPE_ALIAS) return new_alias(declaration, declaration->node, ((const AstTypeAlias *)declaration->node)->value, true);
    if (declaration->kind != DECLARE_VARIABLE || !declaration->value || !declaration->statement || declaration->node->kind != AST_Name) return NULL;
    if (declaration->is_explicit_alias) return declaration->statement->kind == AST_AnnAssign && declaration->value ? new_alias(declaration, declaration->statement, declaration->value, false) : NULL;
    if (declaration->annotation || declaration->statement->kind != AST_Assign || declaration->is_augmented) return NULL;
    if (is_alias_type_call(declaration, declaration->value)) {
        const Ast *value = call_argument((const AstCall *)declaration->value, 1, "value");
        return value ? new_alias(declaration, declaration->value, value, true) : NULL;
    }
    // Implicit: one plain assignment to a single name.
    const AstAssign *assign = (const AstAssign *)declaration->statement;
    if (assign->targets.count != 1 || assign->targets.items[0] != declaration->node) return NULL;
    if (!declaration->scope || (declaration->scope->kind != SCOPE_MODULE && declaration->scope->kind != SCOPE_CLASS && declaration->scope->kind != SCOPE_FUNCTION)) return NULL;
    if (declaration->scope->kind == SCOPE_FUNCTION && (declaration->value->kind == AST_Name || declaration->value->kind == AST_Attribute)) return NULL; // `kind = int` in a function is a variable
    for (uint32_t i = 0; i < declaration->binding->declarations.count; i++) {
        const Declaration *other = declaration->binding->declarations.items[i];
        if (other != declaration && !(other->in_except_clause || declaration->in_except_clause)) return NULL;
    }
    if (!may_be_type(unit, declaration->scope, declaration->value, 0)) return NULL;
    return new_alias(declaration, declaration->statement, declaration->value, false);
}

AliasInfo *alias_of_declaration(Declaration *declaration) {
    if (!declaration->unit || !declaration->binding || !declaration->node) return NULL;
    Unit *unit = declaration->unit;
    Checker *checker = unit->checker;
    static const char none; // stands for "no alias" in the memo
    void *known = map_get_pointer(&unit->aliases, declaration->node);
    if (known) return known == &none ? NULL : known;
    if (checker->depth >= CHECKER_MAX_DEPTH) return NULL;
    map_set_pointer(checker->arena, &unit->aliases, declaration->node, (void *)&none); // `X = X`
    checker->depth++;
    AliasInfo *alias = find_alias(declaration);
    checker->depth--;
    if (alias) map_set_pointer(checker->arena, &unit->aliases, declaration->node, alias);
    return alias;
}

Entity alias_target(AliasInfo *alias) {
    Checker *checker = alias->unit->checker;
    if (alias->is_syntax || (alias->value->kind != AST_Name && alias->value->kind != AST_Attribute)) return (Entity){.kind = ENTITY_UNKNOWN};
    if (alias->state == 1) return (Entity){.kind = ENTITY_UNKNOWN};
    uint8_t before = alias->state;
    alias->state = 1;
    Entity entity = entity_of(alias->unit, node_scope(alias->unit, alias->node), alias->value);
    if (entity.kind == ENTITY_ALIAS) { // `A = B`, `B = A`: its own state ends the round
        checker->depth++;
        Entity further = checker->depth < CHECKER_MAX_DEPTH ? alias_target(entity.alias) : (Entity){.kind = ENTITY_UNKNOWN};
        checker->depth--;
        if (further.kind != ENTITY_UNKNOWN) entity = further;
    }
    alias->state = before;
    if (entity.kind == ENTITY_ALIAS) return entity;
    return entity.kind == ENTITY_CLASS || entity.kind == ENTITY_FORM ? entity : (Entity){.kind = ENTITY_UNKNOWN};
}

// ---- evaluating ------------------------------------------------------------------------------------------------------------

static void alias_parameters(AliasInfo *alias) {
    Checker *checker = alias->unit->checker;
    TypeScope *scope = NULL;
    if (alias->node->kind == AST_TypeAlias) {
        scope = type_scope_of(alias->unit, alias->node);
        alias->scope = scope->scope;
        alias->param_count = scope->infos.count;
        alias->params = arena_array(checker->arena, const Type *, scope->infos.count);
        for (uint32_t i = 0; i < scope->infos.count; i++) alias->params[i] = type_variable(checker, scope->infos.items[i], alias->scope);
        return;
    }
    alias->scope = checker_new_scope(checker);
    if (alias->node->kind == AST_Call) { // TypeAliasType("X", ..., type_params=(T,))
        const Ast *list = call_argument((const AstCall *)alias->node, 99, "type_params");
        if (!list || list->kind != AST_Tuple) return;
        const AstTuple *tuple = (const AstTuple *)list;
        alias->params = arena_array(checker->arena, const Type *, tuple->elts.count);
        for (uint32_t i = 0; i < tuple->elts.count; i++) {
            Entity entity = entity_of(alias->unit, node_scope(alias->unit, tuple->elts.items[i]), tuple->elts.items[i]);
            if (entity.kind == ENTITY_VARIABLE && entity.variable) alias->params[alias->param_count++] = type_variable(checker, entity.variable, alias->scope);
        }
    }
}

// Is one of the items of `type` the alias itself, with nothing around it?
static bool leads_to(const Type *type, const AliasInfo *alias, int depth) {
    TYPE_EACH(item, type) {
        if (item->kind != TYPE_ALIAS) continue;
        const AliasInfo *other = AS_ALIAS(item)->alias;
        if (other == alias || (depth < 20 && other->state == 2 && other->type && leads_to(other->type, alias, depth + 1))) return true;
    }
    return false;
}

enum { ALIAS_COST = 4 }; // an alias in an alias takes as much of the C stack as that many levels of evaluation

const Type *alias_type(AliasInfo *alias) {
    Checker *checker = alias->unit->checker;
    if (alias->state == 2) return alias->type;
    if (alias->state == 1) { // it needs itself
        alias->is_recursive = true;
        const Type **args = arena_array(checker->arena, const Type *, alias->param_count);
        for (uint32_t i = 0; i < alias->param_count; i++) args[i] = alias->params[i];
        return type_alias(checker, alias, args, alias->param_count);
    }
    if (checker->depth + ALIAS_COST >= CHECKER_MAX_DEPTH) return checker->types.unknown;
    alias_parameters(alias);
    alias->state = 1;
    checker->silent++;
    checker->depth += ALIAS_COST;
    int flags = TYPE_EXPRESSION_FREE_VARIABLES | (alias->is_syntax ? TYPE_EXPRESSION_FORWARD : 0);
    const Type *type = type_of_annotation(alias->unit, alias->value, flags);
    checker->depth -= ALIAS_COST;
    checker->silent--;
    if (!type) type = checker->types.unknown;
    if (alias->node->kind != AST_TypeAlias) {
        if (alias->node->kind != AST_Call) { // old style: the free variables in order of appearance are the parameters
            TypeList free = {0};
            type_collect_variables(checker, type, TYPE_SCOPE_FREE, &free);
            if (alias->value->kind == AST_Name || alias->value->kind == AST_Attribute) free.count = 0;
            alias->params = arena_array(checker->arena, const Type *, free.count);
            alias->param_count = free.count;
            for (uint32_t i = 0; i < free.count; i++) alias->params[i] = type_variable(checker, AS_VARIABLE(free.items[i])->info, alias->scope);
        }
        type = type_rescope(checker, type, alias->scope);
    }
    if (leads_to(type, alias, 0)) {
        alias->is_circular = true;
        type = checker->types.unknown;
    }
    alias->type = type;
    alias->state = 2;
    return type;
}

const Type *alias_specialise(Checker *checker, AliasInfo *alias, const Type *const *args, uint32_t count) {
    const Type *type = alias_type(alias);
    if (!type) return checker->types.unknown;
    if (alias->state == 1) return type_alias(checker, alias, args, count);
    return type_substitute(checker, type, &(Substitution){alias->params, (const Type **)args, count < alias->param_count ? count : alias->param_count});
}
