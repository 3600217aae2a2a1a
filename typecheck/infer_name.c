// Names, as the flow of control leaves them.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"
#include <string.h>

// `__class__` in a method.
static const Type *dunder_class(Unit *unit, const Ast *node) {
    const Ast *cls = node_enclosing_class(unit, node, false);
    if (!cls) return NULL;
    return type_class_object(unit->checker, type_self_instance(unit->checker, class_of_node(unit, (const AstClassDef *)cls)), false);
}

static const char *const typing_hints[] = {"Any", "Callable", "Dict", "List", "Optional", "Tuple", "Union", "Literal", "Final", "ClassVar", "Protocol", "TypeVar", "TypedDict", "NamedTuple", "overload", "cast", NULL};

// A star import of a module that was not found may bring any name.
bool unit_may_have_any_name(Unit *unit) {
    for (uint32_t i = 0; i < unit->star_imports.count; i++) {
        const AstImportFrom *import = unit->star_imports.items[i];
        const Atom *name = module_resolve_relative(unit->checker, unit->module, import->level, import->module);
        const Module *module = name ? module_find(unit->checker, unit->module, name) : NULL;
        if (!module || module_lookup((Module *)module, checker_atom(unit->checker, "__getattr__"))) return true;
    }
    return false;
}

// `from .part import *` in a package makes its attribute `part` as well. NULL: none.
static const Type *imported_part(Unit *unit, const Atom *name) {
    if (!unit->module->is_package || !unit->star_imports.count) return NULL;
    Module *part = map_get_pointer(&unit->module->submodules, name);
    if (!part) part = module_find(unit->checker, unit->module, checker_atom(unit->checker, check_text(unit->checker, "%s.%s", unit->module->name->text, name->text)));
    return part ? type_of_module(unit->checker, part) : NULL;
}

static const Type *report_undefined(Unit *unit, const AstName *node) {
    if (unit_may_have_any_name(unit)) return unit->checker->types.unknown;
    const Type *part = imported_part(unit, node->id);
    if (part) return part;
    Diagnostic *diagnostic = check_report(unit, node, NAME_NOT_DEFINED, diag_text(node->id->text));
    if (diagnostic)
        for (int i = 0; typing_hints[i]; i++)
            if (strcmp(typing_hints[i], node->id->text) == 0) diagnostic->hint = check_text(unit->checker, "did you forget to import it from \"typing\"? (from typing import %s)", node->id->text);
    explain_name(unit, diagnostic, node);
    return unit->checker->types.unknown;
}

static bool is_class_scope_fallback(const ResolvedName *found) { return found->scope && found->scope->kind == SCOPE_CLASS; }

static const Type *outer_type(Unit *unit, const ResolvedName *found, const AstName *node) {
    const Scope *parent = found->scope ? found->scope->parent : NULL;
    if (!parent) return NULL;
    ResolvedName outer = resolve_name(unit, (Scope *)parent, node->id);
    return outer.binding && outer.binding != found->binding ? binding_type(outer.binding) : NULL;
}

// Has the variable its last value before `inner`, a function or lambda in its own function, is made?
static bool is_settled_before(const Unit *unit, const Binding *binding, const Scope *owner, const Ast *inner) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Ast *node = binding->declarations.items[i]->node;
        if (binding->declarations.items[i]->kind == DECLARE_PARAMETER && binding->declarations.items[i]->statement == owner->node) continue;
        if (binding->declarations.items[i]->unit != unit || !node || node_enclosing_function(unit, node) != owner->node || node->span.start > inner->span.start) return false;
        for (const Ast *outer = node_parent(unit, inner); outer && outer != owner->node; outer = node_parent(unit, outer)) // in a loop it may come round again
            if ((outer->kind == AST_For || outer->kind == AST_AsyncFor || outer->kind == AST_While) && node->span.start >= outer->span.start && node->span.end <= outer->span.end) return false;
    }
    return true;
}

// A variable of an outer function that is not assigned any more, as the flow of control has narrowed it where the inner function or lambda is made.
static const Type *captured_type(Unit *unit, const Ast *node, const FlowReference *reference, const ResolvedName *found, const Type *declared) {
    const Type *plain = binding_type(found->binding);
    const Scope *owner = found->scope;
    if (!owner || owner->kind != SCOPE_FUNCTION || !found->binding->declarations.count) return plain;
    const Ast *inner = node_enclosing_function(unit, node);
    for (const Ast *outer; inner && (outer = node_enclosing_function(unit, inner)) != owner->node; inner = outer)
        if (!outer) return plain;
    if (inner && !is_settled_before(unit, found->binding, owner, inner)) return plain;
    FlowNode *made_at = inner ? flow_node_of(unit, inner) : NULL;
    if (!made_at) return plain;
    bool is_parameter = found->binding->declarations.items[0]->kind == DECLARE_PARAMETER;
    FlowResult result = flow_type(unit, reference, made_at, is_parameter ? declaration_type(found->binding->declarations.items[0]) : NULL, declared);
    return result.type && !result.is_unbound && !result.is_unreachable ? result.type : plain;
}

// In the body of a class whose metaclass prepares the namespace, any name may be there.
static bool is_prepared(Unit *unit, const Ast *node) {
    const Ast *body = node_enclosing_class(unit, node, true);
    if (!body) return false;
    ClassInfo *cls = class_of_node(unit, (const AstClassDef *)body);
    class_header(cls);
    if (!cls->metaclass || cls->metaclass->kind != TYPE_INSTANCE || cls->is_enum) return false;
    MemberLookup found = class_lookup(unit->checker, cls->metaclass, checker_atom(unit->checker, "__prepare__"), LOOKUP_SKIP_TYPE | LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE);
    return found.binding || found.has_unknown_base;
}

// Does a function within the scope, which may have been called, give the name a value (`nonlocal`, `global`)?
static bool is_assigned_within(const Unit *unit, const Binding *binding, const Scope *scope) {
    for (uint32_t i = 0; scope && i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        const Ast *function = declaration->unit == unit && declaration->node ? node_enclosing_function(unit, declaration->node) : NULL;
        if (function && function != scope->node && declaration->kind != DECLARE_PARAMETER) return true;
    }
    return false;
}

const Type *infer_name(Unit *unit, const AstName *node) {
    Checker *checker = unit->checker;
    ResolvedName found = resolve_name(unit, node_scope(unit, &node->head), node->id);
    if (!found.binding) {
        if (node->id == checker->atoms->known[ATOM___class__]) {
            const Type *type = dunder_class(unit, &node->head);
            if (type) return type;
        }
        if (node->id == checker->atoms->known[ATOM_reveal_type] || strcmp(node->id->text, "reveal_locals") == 0) return callable_gradual(checker, checker->types.unknown);
        if (node->id == checker->atoms->known[ATOM___debug__]) return known_instance(checker, KNOWN_bool);
        if (is_prepared(unit, &node->head)) return checker->types.unknown;
        return report_undefined(unit, node);
    }
    if (found.is_builtin || found.unit != unit || unit->is_stub) return binding_type(found.binding);
    if (found.binding->declarations.count && found.binding->declarations.items[0]->kind == DECLARE_TYPE_PARAMETER) return binding_type(found.binding); // [T]: always bound where it is seen
    FlowNode *at = flow_node_of(unit, &node->head);
    if (!at) return binding_type(found.binding);
    FlowReference *reference = flow_reference_of_name(unit, node, &found);
    if (!reference) return binding_type(found.binding);
    const Type *declared = binding_declared_type(found.binding);
    Declaration *main = binding_main_declaration(found.binding);
    bool is_parameter = main && found.binding->declarations.items[0]->kind == DECLARE_PARAMETER;
    const Type *start = NULL;
    if (found.is_outer) start = captured_type(unit, &node->head, reference, &found, declared);
    else if (is_parameter) start = declaration_type(found.binding->declarations.items[0]);
    FlowResult result = flow_type(unit, reference, at, start, declared);
    if (result.is_unreachable) return checker->types.never;
    if (result.is_unbound && !found.is_outer) {
        const Type *outer = is_class_scope_fallback(&found) ? outer_type(unit, &found, node) : NULL;
        if (outer) return outer;
        if (found.scope && found.scope->kind == SCOPE_MODULE) { // a builtin of that name holds until then
            Binding *builtin = checker->builtins ? module_lookup(checker->builtins, node->id) : NULL;
            if (builtin) return binding_type(builtin);
        }
        if (declared && found.scope && found.scope->kind != SCOPE_FUNCTION && main->kind == DECLARE_VARIABLE && !found.binding->symbol) return declared;
        if (is_assigned_within(unit, found.binding, found.scope)) return declared ? declared : binding_type(found.binding);
        check_report(unit, node, USED_BEFORE_DEFINITION, diag_text(node->id->text));
        return declared ? declared : checker->types.unknown;
    }
    if (result.type) {
        if (main && (main->kind == DECLARE_FUNCTION || main->kind == DECLARE_CLASS)) report_deprecated(unit, &node->head, result.type);
        return result.type;
    }
    return declared ? declared : binding_type(found.binding);
}
