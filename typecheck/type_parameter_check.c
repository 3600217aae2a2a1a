// Lists of type parameters: bounds, defaults and their order (specification, "Generics": PEP 695 syntax and PEP 696 defaults).
#include "typecheck/infer.h"

static TypeVarInfo *info_of_node(Unit *unit, const Ast *node) {
    const Ast *owner = node_parent(unit, node);
    TypeScope *scope = owner ? type_scope_of(unit, owner) : NULL;
    for (uint32_t i = 0; scope && i < scope->infos.count; i++)
        if (scope->infos.items[i]->node == node) return scope->infos.items[i];
    return NULL;
}

static bool is_one_of(Checker *checker, const TypeVarInfo *info, const Type *type) {
    if (type_is_any(type)) return true;
    for (uint32_t i = 0; i < info->constraint_count; i++)
        if (type_is_equivalent(checker, info->constraints[i], type)) return true;
    return false;
}

// Does a default that is a type variable itself fit? Its bound must fit the bound, its constraints must be among the constraints.
static bool default_fits(Checker *checker, TypeVarInfo *info) {
    const Type *type = info->default_type;
    TypeVarInfo *other = type->kind == TYPE_VARIABLE ? AS_VARIABLE(type)->info : NULL;
    if (other) type_variable_complete(checker, other);
    if (info->constraint_count) {
        if (!other) return is_one_of(checker, info, type);
        if (!other->constraint_count) return false;
        for (uint32_t i = 0; i < other->constraint_count; i++)
            if (!is_one_of(checker, info, other->constraints[i])) return false;
        return true;
    }
    return !info->bound || type_assignable(checker, info->bound, type_upper_bound(checker, type));
}

static void check_bound(Unit *unit, const AstTypeVar *node) {
    if (!node->bound) return;
    int flags = TYPE_EXPRESSION_NO_VARIABLES | TYPE_EXPRESSION_IS_BOUND | TYPE_EXPRESSION_FORWARD;
    if (node->bound->kind != AST_Tuple) {
        type_of_annotation(unit, node->bound, flags);
        return;
    }
    const AstNodes *items = &((const AstTuple *)node->bound)->elts;
    if (items->count < 2) check_report(unit, node->bound, MISC, diag_text("TypeVar must have at least two constrained types"));
    for (uint32_t i = 0; i < items->count; i++) type_of_annotation(unit, items->items[i], flags);
}

static void check_default(Unit *unit, const Ast *node, TypeVarInfo *info) {
    Checker *checker = unit->checker;
    const Ast *value = ast_type_param_default(node);
    if (!value) return;
    int flags = TYPE_EXPRESSION_FREE_VARIABLES | TYPE_EXPRESSION_FORWARD | (node->kind == AST_ParamSpec ? TYPE_EXPRESSION_ALLOW_PARAM_SPEC : node->kind == AST_TypeVarTuple ? TYPE_EXPRESSION_ALLOW_UNPACK : 0);
    const Type *type = type_of_annotation(unit, value, flags);
    if (!type || type_is_any(type)) return;
    if (node->kind == AST_TypeVar && !default_fits(checker, info))
        check_report(unit, value, MISC, diag_text(info->constraint_count ? "TypeVar default must be one of the constraint types" : "TypeVar default must be a subtype of the bound type"));
    if (node->kind == AST_TypeVarTuple && type->kind != TYPE_UNPACKED) check_report(unit, value, MISC, diag_text("The default argument to TypeVarTuple must be an Unpacked tuple"));
    if (node->kind == AST_ParamSpec && type->kind != TYPE_PARAMETERS && type->kind != TYPE_PARAM_SPEC)
        check_report(unit, value, MISC, diag_text("The default argument to ParamSpec must be a list expression, ellipsis, or a ParamSpec"));
}

// Variables that the default of parameter `at` names must stand before it in the list.
static void check_default_scope(Unit *unit, const Ast *node, const Type *const *params, uint32_t count, uint32_t at) {
    Checker *checker = unit->checker;
    TypeVarInfo *info = AS_VARIABLE(params[at])->info;
    type_variable_complete(checker, info);
    if (!info->default_type) return;
    TypeList used = {0};
    type_collect_variables(checker, info->default_type, UINT32_MAX, &used);
    for (uint32_t i = 0; i < used.count; i++) {
        const TypeVarInfo *other = AS_VARIABLE(used.items[i])->info;
        bool before = false;
        for (uint32_t k = 0; k < at && k < count; k++) before |= AS_VARIABLE(params[k])->info == other;
        if (!before) {
            check_report(unit, node, MISC, diag_text(check_text(checker, "Type parameter \"%s\" has a default type that refers to one or more type variables that are out of scope: \"%s\"", info->name->text, other->name->text)));
            return;
        }
    }
}

void type_parameter_order_check(Unit *unit, const Ast *node, const Type *const *params, uint32_t count) {
    Checker *checker = unit->checker;
    const TypeVarInfo *with_default = NULL, *pack = NULL;
    for (uint32_t i = 0; i < count; i++) {
        TypeVarInfo *info = AS_VARIABLE(params[i])->info;
        type_variable_complete(checker, info);
        const Ast *at = info->is_syntax && info->unit == unit ? info->node : node;
        if (info->kind == TYPE_VAR_TUPLE && pack) {
            check_report(unit, at, MISC, diag_text("Can only use one type var tuple in a class def"));
            return;
        }
        if (pack && info->kind == TYPE_VARIABLE && info->default_type) {
            check_report(unit, at, MISC, diag_text(check_text(checker, "TypeVar \"%s\" with a default cannot follow TypeVarTuple \"%s\"", info->name->text, pack->name->text)));
            return;
        }
        if (with_default && !info->default_type) {
            check_report(unit, at, MISC, diag_text(check_text(checker, "\"%s\" cannot appear after \"%s\" in type parameter list because it has no default type", info->name->text, with_default->name->text)));
            return;
        }
        if (info->default_type) with_default = info;
        if (info->kind == TYPE_VAR_TUPLE) pack = info;
        check_default_scope(unit, at, params, count, i);
    }
}

// A list that takes a name again of one around it.
static void check_in_use(Unit *unit, const Ast *node, const TypeVarInfo *info) {
    const Ast *owner = node_parent(unit, node);
    for (const Ast *outer = owner ? node_parent(unit, owner) : NULL; outer; outer = node_parent(unit, outer)) {
        const AstNodes *list = outer->kind == AST_ClassDef ? &((const AstClassDef *)outer)->type_params : outer->kind == AST_FunctionDef || outer->kind == AST_AsyncFunctionDef ? &((const AstFunctionDef *)outer)->type_params : NULL;
        if (!list || !list->count) continue;
        TypeScope *scope = type_scope_of(unit, outer);
        for (uint32_t i = 0; i < scope->infos.count; i++)
            if (scope->infos.items[i]->is_syntax && scope->infos.items[i]->name == info->name) {
                check_report(unit, node, MISC, diag_text(check_text(unit->checker, "\"%s\" already defined as a type parameter", info->name->text)));
                return;
            }
    }
}

void type_parameters_check(Unit *unit, const AstNodes *nodes) {
    if (!nodes->count) return;
    TypeList params = {0};
    for (uint32_t i = 0; i < nodes->count; i++) {
        const Ast *node = nodes->items[i];
        TypeVarInfo *info = info_of_node(unit, node);
        if (!info) continue;
        check_in_use(unit, node, info);
        type_variable_complete(unit->checker, info);
        if (node->kind == AST_TypeVar) check_bound(unit, (const AstTypeVar *)node);
        check_default(unit, node, info);
        vec_push(unit->checker->arena, &params, type_variable(unit->checker, info, TYPE_SCOPE_FREE));
    }
    type_parameter_order_check(unit, nodes->items[0], params.items, params.count);
}
