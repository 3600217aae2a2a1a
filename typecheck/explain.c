#include "typecheck/explain.h"
#include "base/spelling.h"
#include "typecheck/special_class.h"
#include <string.h>

static void point_at(Diagnostic *diagnostic, const Unit *unit, Span span, const char *text) {
    if (!unit || diagnostic->related_text) return;
    diagnostic->related_source = unit->source;
    diagnostic->related_span = span;
    diagnostic->related_text = text;
}

static const char *did_you_mean(Checker *checker, const Spelling *spelling) { return spelling->best ? check_text(checker, "did you mean \"%s\"?", spelling->best) : NULL; }

// ---- why --------------------------------------------------------------------------------------------------------------------

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), part = strlen(end);
    return size >= part && strcmp(text + size - part, end) == 0;
}

// The trace from the outside in: each line says where the next one is, so a line that the one before it ends with says nothing new. What the message says itself is left out.
static const char *path_of(Checker *checker, const RelateTrace *trace, const Type *dest, const Type *source) {
    const char *path = NULL, *message = check_text(checker, "\"%s\" is not assignable to \"%s\"", type_show(checker, source, false), type_show(checker, dest, false));
    for (uint32_t i = trace->lines.count; i-- > 0;) {
        const char *line = trace->lines.items[i];
        if (!path && (strcmp(line, message) == 0 || strstr(line, " does not match protocol "))) continue;
        if (!path) path = line;
        else if (!ends_with(path, line)) path = check_text(checker, "%s; %s", path, line);
    }
    return path;
}

// ---- None, coroutines -------------------------------------------------------------------------------------------------------

static bool has_none(const Type *type) {
    TYPE_EACH(item, type)
        if (item->kind == TYPE_NONE) return true;
    return false;
}

// The text of a name or a short chain of attributes; NULL: another expression.
static const char *short_text(const Unit *unit, const Ast *node) {
    const Ast *root = node;
    while (root->kind == AST_Attribute) root = ((const AstAttribute *)root)->value;
    if (root->kind != AST_Name || node->span.end - node->span.start > 40 || node->id >= unit->node_count) return NULL;
    return check_text(unit->checker, "%.*s", (int)(node->span.end - node->span.start), unit->source->text + node->span.start);
}

void explain_none(Unit *unit, Diagnostic *diagnostic, const Ast *node) {
    if (!diagnostic || diagnostic->hint || !node) return;
    const char *text = short_text(unit, node);
    diagnostic->hint = text ? check_text(unit->checker, "\"%s\" may be None here: check it first (if %s is not None)", text, text) : "the value may be None here: keep it in a variable and check that first";
}

// What `await` would make of it; NULL: it is no coroutine.
static const Type *awaited(Checker *checker, const Type *type) {
    if (type->kind != TYPE_INSTANCE || !known_class(checker, KNOWN_Coroutine)) return NULL;
    const Type *coroutine = class_as_base(checker, type, known_class(checker, KNOWN_Coroutine));
    return coroutine && coroutine->kind == TYPE_INSTANCE && AS_INSTANCE(coroutine)->count == 3 ? AS_INSTANCE(coroutine)->args[2] : NULL;
}

void explain_mismatch(Unit *unit, Diagnostic *diagnostic, const Ast *node, const Type *dest, const Type *source) {
    if (!diagnostic) return;
    Checker *checker = unit->checker;
    RelateTrace trace = {0};
    type_assignable_with(checker, dest, source, NULL, &trace, 0);
    diagnostic->reason = path_of(checker, &trace, dest, source);
    if (trace.is_invariance) {
        diagnostic->hint = "its type argument is invariant: take a covariant type (Sequence, Mapping), or declare the value with the wider type";
        return;
    }
    const Type *value = awaited(checker, type_expand(checker, source));
    if (value && type_assignable(checker, dest, value)) {
        diagnostic->hint = "did you forget \"await\"?";
    } else if (node && source->kind == TYPE_UNION && has_none(source) && type_assignable(checker, dest, type_subtract(checker, source, none_type(checker)))) {
        explain_none(unit, diagnostic, node);
    }
}

// ---- where from ---------------------------------------------------------------------------------------------------------------

static const Declaration *declared_elsewhere(Unit *unit, const Ast *target) {
    Binding *binding = NULL;
    if (target->kind == AST_Name) {
        binding = resolve_name(unit, node_scope(unit, target), ((const AstName *)target)->id).binding;
    } else if (target->kind == AST_Attribute) {
        const Type *value = type_expand(unit->checker, infer_silently(unit, ((const AstAttribute *)target)->value, NULL));
        if (value->kind != TYPE_UNION && !type_is_any(value)) binding = attribute_of(unit, NULL, value, attribute_name(unit, (const AstAttribute *)target), ATTRIBUTE_SET).binding;
    }
    if (!binding || !binding->declarations.count) return NULL;
    const Declaration *main = binding_main_declaration(binding);
    return main && main->annotation && main->node != target ? main : NULL;
}

void explain_given_none(Unit *unit, Diagnostic *diagnostic, const Ast *value, const Type *wanted) {
    if (!diagnostic || diagnostic->hint || value->kind != AST_Constant || ((const AstConstant *)value)->value.kind != AST_CONST_NONE) return;
    const char *shown = type_show(unit->checker, wanted, false);
    if (wanted->kind != TYPE_CALLABLE) diagnostic->hint = check_text(unit->checker, "annotate it \"%s | None\" if None is meant as well", shown);
}

void explain_expectation(Unit *unit, Diagnostic *diagnostic, const Ast *node) {
    if (!diagnostic || node->id >= unit->node_count) return;
    const Ast *parent = node_parent(unit, node);
    if (parent && parent->kind == AST_Return) {
        const Ast *function = node_enclosing_function(unit, node);
        const AstFunctionDef *def = function && function->kind != AST_Lambda ? (const AstFunctionDef *)function : NULL;
        if (def && def->returns) point_at(diagnostic, unit, def->returns->span, "the result is declared here");
    } else if (parent && parent->kind == AST_Assign && ((const AstAssign *)parent)->targets.count == 1) {
        const Declaration *declaration = declared_elsewhere(unit, ((const AstAssign *)parent)->targets.items[0]);
        if (declaration) point_at(diagnostic, declaration->unit, declaration->annotation->span, "it is declared here");
    }
}

void explain_base_member(Diagnostic *diagnostic, const Binding *base) {
    const Declaration *declaration = diagnostic && base->declarations.count ? vec_last(&base->declarations) : NULL;
    if (declaration && declaration->node && declaration->unit) point_at(diagnostic, declaration->unit, definition_span(declaration->node), "the overridden member is here");
}

// ---- how it may be meant --------------------------------------------------------------------------------------------------------

static void consider_scope(Spelling *spelling, const Scope *scope) {
    for (uint32_t i = 0; scope && i < scope->symbols.count; i++) spelling_consider(spelling, scope->symbols.items[i]->name->text);
}

static void consider_class(Spelling *spelling, ClassInfo *cls) {
    for (uint32_t i = 0; cls && i < cls->mro_count; i++) {
        ClassInfo *base = type_class(cls->checker, cls->mro[i]);
        if (!base) continue;
        for (uint32_t k = 0; class_scope(base) && base->unit && k < base->scope->symbols.count; k++) // what is only used there is no candidate
            if (binding_of_symbol(base->unit, base->scope->symbols.items[k])) spelling_consider(spelling, base->scope->symbols.items[k]->name->text);
        MemberList *own = base->unit && base->node ? unit_class_members(base->unit, base->node) : NULL;
        for (uint32_t k = 0; own && k < own->items.count; k++) spelling_consider(spelling, own->items.items[k]->name->text);
    }
}

void explain_attribute(Unit *unit, Diagnostic *diagnostic, const Ast *node, const Type *item, const Atom *name) {
    if (!diagnostic) return;
    Checker *checker = unit->checker;
    const Ast *value = node->kind == AST_Attribute ? ((const AstAttribute *)node)->value : NULL;
    if (item->kind == TYPE_NONE) {
        explain_none(unit, diagnostic, value);
        return;
    }
    const Type *result = awaited(checker, item);
    if (result && !type_is_any(result) && attribute_of(unit, NULL, result, name, ATTRIBUTE_GET).type) {
        diagnostic->hint = "did you forget \"await\"?";
        return;
    }
    Spelling spelling;
    spelling_start(&spelling, name->text);
    if (item->kind == TYPE_CLASS_OBJECT) consider_class(&spelling, type_class(checker, AS_CLASS_OBJECT(item)->instance));
    consider_class(&spelling, type_class(checker, type_upper_bound(checker, item)));
    if (spelling.best) diagnostic->hint = did_you_mean(checker, &spelling);
}

static void consider_module(Spelling *spelling, Module *module) {
    stub_read_imports(module);
    for (uint32_t i = 0; i < module->units.count; i++) consider_scope(spelling, module->units.items[i]->scopes->module);
    stub_consider_names(module, spelling);
}

void explain_module_name(Checker *checker, Diagnostic *diagnostic, Module *module, const Atom *name) {
    if (!diagnostic) return;
    Spelling spelling;
    spelling_start(&spelling, name->text);
    consider_module(&spelling, module);
    if (spelling.best && module_export(module, checker_atom(checker, spelling.best))) diagnostic->hint = did_you_mean(checker, &spelling);
}

void explain_name(Unit *unit, Diagnostic *diagnostic, const AstName *node) {
    if (!diagnostic || diagnostic->hint) return;
    Checker *checker = unit->checker;
    Spelling spelling;
    spelling_start(&spelling, node->id->text);
    for (const Scope *scope = node_scope(unit, &node->head); scope; scope = scope->parent)
        for (uint32_t i = 0; i < scope->symbols.count; i++) // what is only used there is no candidate
            if (binding_of_symbol(unit, scope->symbols.items[i])) spelling_consider(&spelling, scope->symbols.items[i]->name->text);
    const char *nearest_here = spelling.best;
    if (checker->builtins) consider_module(&spelling, checker->builtins);
    if (spelling.best != nearest_here && !resolve_name(unit, node_scope(unit, &node->head), checker_atom(checker, spelling.best)).binding) return; // the stub's own name
    diagnostic->hint = did_you_mean(checker, &spelling);
}

void explain_callee(Checker *checker, Diagnostic *diagnostic, const TypeCallable *callee, const Atom *keyword) {
    if (!diagnostic) return;
    const FunctionInfo *info = callee->info;
    if (info && info->unit && !info->unit->is_stub && info->node && info->node->kind != AST_Lambda) point_at(diagnostic, info->unit, definition_span(info->node), "it is declared here");
    if (!keyword) return;
    Spelling spelling;
    spelling_start(&spelling, keyword->text);
    for (uint32_t i = 0; i < callee->count; i++)
        if (callee->parameters[i].name && (callee->parameters[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD || callee->parameters[i].kind == PARAMETER_KEYWORD_ONLY)) spelling_consider(&spelling, callee->parameters[i].name->text);
    if (spelling.best) diagnostic->hint = did_you_mean(checker, &spelling);
}

void explain_key(Checker *checker, Diagnostic *diagnostic, ClassInfo *cls, const Atom *key) {
    if (!diagnostic || !cls->typed_dict) return;
    Spelling spelling;
    spelling_start(&spelling, key->text);
    for (uint32_t i = 0; i < cls->typed_dict->items.count; i++) spelling_consider(&spelling, cls->typed_dict->items.items[i].key->text);
    if (spelling.best) diagnostic->hint = did_you_mean(checker, &spelling);
}
