// Declarations that are no ordinary assignments, aloud: type aliases. (Type variables and classes by call are checked where the call is evaluated.)
#include "typecheck/special_class.h"
#include <string.h>

static const Ast *call_argument(const AstCall *call, uint32_t index, const char *name) {
    if (index < call->args.count) return call->args.items[index];
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, name) == 0) return keyword->value;
    }
    return NULL;
}

static TypeVarInfo *variable_at(Unit *unit, const Ast *node) {
    if (node->kind == AST_Starred) node = ((const AstStarred *)node)->value;
    if (node->kind != AST_Name && node->kind != AST_Attribute) return NULL;
    Entity entity = entity_of(unit, node_scope(unit, node), node);
    return entity.kind == ENTITY_VARIABLE ? entity.variable : NULL;
}

// TypeAliasType("X", value, type_params=(T,)).
static void check_alias_call(Unit *unit, const AliasInfo *alias) {
    Checker *checker = unit->checker;
    const AstCall *call = (const AstCall *)alias->node;
    const Ast *name = call_argument(call, 0, "name"), *list = call_argument(call, 99, "type_params");
    if (!name || name->kind != AST_Constant || ((const AstConstant *)name)->value.kind != AST_CONST_STR) check_report(unit, call, MISC, diag_text("Argument 1 to TypeAliasType(...) must be a string literal"));
    else if (strcmp(((const AstConstant *)name)->value.text, alias->name->text) != 0)
        check_report(unit, name, MISC, diag_text(check_text(checker, "String argument 1 \"%s\" to TypeAliasType(...) does not match variable name \"%s\"", ((const AstConstant *)name)->value.text, alias->name->text)));
    if (list && list->kind != AST_Tuple) {
        check_report(unit, list, MISC, diag_text("Tuple literal expected as the type_params argument to TypeAliasType"));
        return;
    }
    for (uint32_t i = 0; list && i < ((const AstTuple *)list)->elts.count; i++) {
        const Ast *item = ((const AstTuple *)list)->elts.items[i];
        if (!variable_at(unit, item)) check_report(unit, item, MISC, diag_text("Free type variable expected in type_params argument to TypeAliasType"));
    }
    // Variables of the value that are in no list.
    TypeList used = {0};
    if (alias->type) type_collect_variables(checker, alias->type, UINT32_MAX, &used);
    for (uint32_t i = 0; i < used.count; i++) {
        bool listed = false;
        for (uint32_t k = 0; k < alias->param_count; k++) listed |= AS_VARIABLE(alias->params[k])->info == AS_VARIABLE(used.items[i])->info;
        if (listed || AS_VARIABLE(used.items[i])->info->is_self) continue;
        if (type_variable_scope(unit, alias->node, AS_VARIABLE(used.items[i])->info) != TYPE_SCOPE_FREE) continue; // of the class or function around
        check_report(unit, alias->value, NOT_VALID_TYPE, diag_text(check_text(checker, "Type variable \"%s\" is not included in type_params", AS_VARIABLE(used.items[i])->info->name->text)));
        return;
    }
    if (alias->param_count) type_parameter_order_check(unit, &call->head, alias->params, alias->param_count);
}

static void check_alias(Unit *unit, Declaration *declaration, AliasInfo *alias) {
    Checker *checker = unit->checker;
    bool is_statement = alias->node->kind == AST_TypeAlias;
    checker->silent++;
    alias_type(alias);
    checker->silent--;
    if (is_statement) type_parameters_check(unit, &((const AstTypeAlias *)alias->node)->type_params);
    if (is_statement && node_enclosing_function(unit, alias->node)) check_report(unit, ((const AstTypeAlias *)alias->node)->name, MISC, diag_text("A \"type\" statement can be used only at module or class level"));
    if (declaration->is_explicit_alias && node_enclosing_function(unit, alias->node)) check_report(unit, alias->node, MISC, diag_text("TypeAlias can be used only at module or class level"));
    if (alias->is_circular) {
        check_report(unit, alias->value, MISC, diag_text(check_text(checker, "Cannot resolve name \"%s\" (possible cyclic definition)", alias->name->text)));
        return;
    }
    int flags = (is_statement ? TYPE_EXPRESSION_NO_VARIABLES : TYPE_EXPRESSION_FREE_VARIABLES) | (alias->is_syntax ? TYPE_EXPRESSION_FORWARD : 0);
    type_of_annotation(unit, alias->value, flags);
    if (alias->node->kind == AST_Call) check_alias_call(unit, alias);
}

// A generic alias in a generic class can't take the variables that the class binds.
static void check_outer_variables(Unit *unit, AliasInfo *alias) {
    Checker *checker = unit->checker;
    checker->silent++;
    const Type *type = alias_type(alias);
    checker->silent--;
    TypeList used = {0};
    if (type) type_collect_variables(checker, type, UINT32_MAX, &used);
    for (uint32_t i = 0; i < used.count; i++) {
        const TypeVariable *variable = AS_VARIABLE(used.items[i]);
        bool own = variable->scope == TYPE_SCOPE_FREE || variable->info->is_self || variable->scope == alias->scope;
        for (uint32_t k = 0; k < alias->param_count; k++) own |= alias->params[k] == used.items[i];
        if (own || type_variable_scope(unit, alias->node, variable->info) != variable->scope) continue;
        check_report(unit, alias->value, NOT_VALID_TYPE, diag_text(check_text(checker, "Can't use bound type variable \"%s\" to define generic alias", variable->info->name->text)));
        return;
    }
}

// A `type` statement for a name that has a meaning already; the fallback of a failed import may.
static void check_alias_redefinition(Unit *unit, const Declaration *declaration) {
    for (uint32_t i = 0; i < declaration->binding->declarations.count; i++) {
        const Declaration *other = declaration->binding->declarations.items[i];
        if (other == declaration || other->unit != unit) return;
        if (other->in_except_clause || declaration->in_except_clause) continue;
        source_index_lines((Source *)unit->source, unit->checker->arena);
        check_report_span(unit, ((const AstTypeAlias *)declaration->node)->name->span, DIAG_REDEFINITION, 2, (DiagArg[]){diag_text(declaration->binding->name->text), diag_int(source_position(unit->source, other->node->span.start).line)});
        return;
    }
}

void declaration_check_special(Unit *unit, Declaration *declaration) {
    AliasInfo *alias = alias_of_declaration(declaration);
    if (declaration->kind == DECLARE_TYPE_ALIAS) check_alias_redefinition(unit, declaration);
    if (alias && alias->value->kind == AST_Subscript) { // before the expression: `Json = list["Json"]` finds itself
        unit->checker->silent++;
        alias_type(alias);
        unit->checker->silent--;
    }
    if (alias && !alias->is_syntax && declaration->scope && declaration->scope->kind == SCOPE_CLASS) check_outer_variables(unit, alias);
    if (alias && (alias->is_syntax || declaration->is_explicit_alias)) check_alias(unit, declaration, alias);
    else if (!alias && declaration->is_explicit_alias && !declaration->value) check_report(unit, declaration->node, MISC, diag_text("TypeAlias must be assigned a type"));
}

// ---- defs and classes of one name -----------------------------------------------------------------------------------------------------

// `@name.setter`, `@name.register`: goes on with what has the name.
static bool continues_earlier(const AstNodes *decorators, const Atom *name) {
    for (uint32_t i = 0; i < decorators->count; i++) {
        const Ast *node = decorators->items[i];
        if (node->kind == AST_Call) node = ((const AstCall *)node)->func;
        if (node->kind != AST_Attribute) continue;
        const Ast *value = ((const AstAttribute *)node)->value;
        if (value->kind == AST_Name && ((const AstName *)value)->id == name) return true;
        if (value->kind == AST_Attribute && ((const AstAttribute *)value)->attr == name) return true; // @Base.name.setter
    }
    return false;
}

static bool is_overload_of(const Declaration *declaration) { return declaration->kind == DECLARE_FUNCTION && function_info(declaration->unit, declaration->node)->is_overload; }

void declaration_redefinition_check(Unit *unit, const Ast *node) {
    bool is_class = node->kind == AST_ClassDef;
    const Atom *name = is_class ? ((const AstClassDef *)node)->name : ((const AstFunctionDef *)node)->name;
    if (unit->is_stub || unit->checker->options.purpose == CHECK_FOR_RUN || strcmp(name->text, "_") == 0 || strcmp(name->text, "__") == 0) return;
    if (continues_earlier(is_class ? &((const AstClassDef *)node)->decorator_list : &((const AstFunctionDef *)node)->decorator_list, name)) return;
    ResolvedName found = resolve_name(unit, node_scope(unit, node), name);
    Binding *binding = found.unit == unit && !found.is_builtin ? found.binding : NULL;
    const Declaration *before = NULL;
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->node == node) {
            if (!before || declaration->is_conditional || declaration->in_except_clause || is_overload_of(declaration) || is_overload_of(before)) return;
            if (unit->checker->function_is_silent) return;
            source_index_lines((Source *)unit->source, unit->checker->arena);
            check_report_span(unit, definition_span(node), DIAG_REDEFINITION, 2, (DiagArg[]){diag_text(name->text), diag_int(source_position(unit->source, definition_span(before->node).start).line)});
            return;
        }
        if (declaration->is_conditional || declaration->in_except_clause) return;
        if (declaration->kind != DECLARE_FUNCTION && declaration->kind != DECLARE_CLASS) return;
        before = declaration;
    }
}
