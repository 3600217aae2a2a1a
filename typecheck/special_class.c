// Helpers of the special classes and of the checks (special_class.h).
#include "typecheck/special_class.h"
#include <stdlib.h>
#include <string.h>

// ---- class bodies -----------------------------------------------------------------------------------------------------

static uint32_t first_position(const Binding *binding) { return binding->declarations.items[0]->node->span.start; }

static int by_position(const void *left, const void *right) {
    uint32_t a = first_position(*(Binding *const *)left), b = first_position(*(Binding *const *)right);
    return a < b ? -1 : a > b;
}

void class_body_bindings(ClassInfo *cls, BindingList *out) {
    if (!class_scope(cls) || !cls->unit) return;
    for (uint32_t i = 0; i < cls->scope->symbols.count; i++) {
        Symbol *symbol = cls->scope->symbols.items[i];
        Binding *binding = symbol->is_bound ? binding_of_symbol(cls->unit, symbol) : NULL;
        if (binding && binding->declarations.count) vec_push(cls->checker->arena, out, binding);
    }
    if (out->count) qsort(out->items, out->count, sizeof *out->items, by_position);
}

Declaration *annotated_declaration(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind == DECLARE_VARIABLE && declaration->annotation && !declaration->is_self_attribute) return declaration;
    }
    return NULL;
}

bool has_class_value(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->is_self_attribute) continue;
        if (declaration->kind != DECLARE_VARIABLE) return true;
        if (!declaration->statement || declaration->statement->kind != AST_AnnAssign || ((const AstAnnAssign *)declaration->statement)->value) return true;
    }
    return false;
}

const Ast *keyword_argument(const AstNodes *keywords, const char *name) {
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        if (keyword->arg && strcmp(keyword->arg->text, name) == 0) return keyword->value;
    }
    return NULL;
}

int ast_constant_truth(const Ast *node) {
    if (!node || node->kind != AST_Constant) return -1;
    AstConstantKind kind = ((const AstConstant *)node)->value.kind;
    return kind == AST_CONST_TRUE ? 1 : kind == AST_CONST_FALSE ? 0 : -1;
}

const Atom *ast_constant_text(Checker *checker, const Ast *node) {
    if (!node || node->kind != AST_Constant || ((const AstConstant *)node)->value.kind != AST_CONST_STR) return NULL;
    const AstConstantValue *value = &((const AstConstant *)node)->value;
    return atom_intern(checker->atoms, value->text, value->size);
}

const Atom *fixed_text(Unit *unit, const Ast *node) {
    if (!node || node->kind != AST_Name) return ast_constant_text(unit->checker, node);
    ResolvedName found = resolve_name(unit, node_scope(unit, node), ((const AstName *)node)->id);
    if (!found.binding || !binding_is_final(found.binding)) return NULL;
    const Declaration *declaration = found.binding->declarations.items[0];
    return declaration->kind == DECLARE_VARIABLE ? ast_constant_text(unit->checker, declaration->value) : NULL;
}

const Atom *last_name(const Ast *node) {
    if (node->kind == AST_Name) return ((const AstName *)node)->id;
    return node->kind == AST_Attribute ? ((const AstAttribute *)node)->attr : NULL;
}

const Ast *find_decorator(Unit *unit, const AstNodes *decorators, const char *module, const char *name) {
    for (uint32_t i = 0; i < decorators->count; i++) {
        const Ast *callee = decorator_callee(decorators->items[i]);
        if (!last_name(callee)) continue;
        Entity entity = entity_of(unit, node_scope(unit, decorators->items[i]), callee);
        if (entity_is(&entity, module, name)) return decorators->items[i];
    }
    return NULL;
}

bool is_dunder(const Atom *name) { return name->size > 4 && strncmp(name->text, "__", 2) == 0 && strcmp(name->text + name->size - 2, "__") == 0; }

bool is_private_name(const ClassInfo *cls, const Atom *name) {
    const char *text = cls->name->text;
    while (*text == '_') text++;
    size_t size = strlen(text);
    return size && name->size > size + 3 && name->text[0] == '_' && strncmp(name->text + 1, text, size) == 0 && strncmp(name->text + 1 + size, "__", 2) == 0 &&
           strcmp(name->text + name->size - 2, "__") != 0;
}

bool class_body_defines(ClassInfo *cls, const char *name) {
    if (!class_scope(cls) || !cls->unit) return false;
    Symbol *symbol = scope_lookup(class_scope(cls), checker_atom(cls->checker, name));
    if (!symbol || !symbol->is_bound) return false;
    Binding *binding = binding_of_symbol(cls->unit, symbol);
    return binding && has_class_value(binding);
}

Span definition_span(const Ast *node) {
    switch (node->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: return ((const AstFunctionDef *)node)->name_span;
    case AST_ClassDef: return ((const AstClassDef *)node)->name_span;
    default: return node->span;
    }
}

// ---- methods ----------------------------------------------------------------------------------------------------------

void method_start(ClassInfo *cls, CallableBuilder *builder, const char *name, MethodKind kind, const Type *result) {
    Checker *checker = cls->checker;
    FunctionInfo *info = arena_new(checker->arena, FunctionInfo);
    *info = (FunctionInfo){.name = checker_atom(checker, name), .owner = cls, .is_annotated = true, .is_class_method = kind == METHOD_CLASS};
    callable_start(builder, TYPE_CALLABLE, result);
    builder->info = info;
    const Type *self = class_self_variable(cls);
    if (kind != METHOD_INSTANCE) self = type_class_object(checker, self, false);
    callable_add(checker, builder, PARAMETER_POSITIONAL_ONLY, checker_atom(checker, kind == METHOD_INSTANCE ? "self" : "cls"), self, false);
    builder->parameters.items[0].is_annotated = false;
}

const Type *method_finish(ClassInfo *cls, CallableBuilder *builder) { return callable_finish(cls->checker, builder); }

void method_declare(ClassInfo *cls, const char *name, CallableBuilder *builder) { class_add_synthesised(cls, checker_atom(cls->checker, name), method_finish(cls, builder)); }

const Type *text_tuple(Checker *checker, const Atom *const *names, uint32_t count) {
    const Type **items = arena_array(checker->arena, const Type *, count + 1);
    for (uint32_t i = 0; i < count; i++) items[i] = type_literal_text(checker, LITERAL_STR, names[i]->text, names[i]->size);
    return type_tuple(checker, items, count, -1);
}

const Type *synthesised_variable(Checker *checker, const char *name) {
    TypeVarInfo *info = arena_new(checker->arena, TypeVarInfo);
    *info = (TypeVarInfo){.name = checker_atom(checker, name), .kind = TYPE_VARIABLE, .variance = VARIANCE_INVARIANT, .state = 2};
    return type_variable(checker, info, checker_new_scope(checker));
}

void class_call_check(Unit *unit, const AstCall *call, ClassInfo *cls) {
    if (unit->checker->silent || cls->made_by != &call->head) return;
    if (cls->is_named_tuple) named_tuple_call_check(unit, call, cls);
    else if (cls->is_typed_dict) typed_dict_call_check(unit, call, cls);
    else if (cls->is_enum) enum_call_check(unit, call, cls);
}

bool is_type_checking_only(Unit *unit, const Ast *node) {
    for (const Ast *parent = node_parent(unit, node); parent; parent = node_parent(unit, parent)) {
        if (parent->kind != AST_If) continue;
        const Atom *name = last_name(((const AstIf *)parent)->test);
        if (name && strcmp(name->text, "TYPE_CHECKING") == 0) return true;
    }
    return false;
}

void deprecated_message_check(Unit *unit, const AstNodes *decorators) {
    const Ast *found = find_decorator(unit, decorators, "warnings", "deprecated");
    if (!found) found = find_decorator(unit, decorators, "typing", "deprecated");
    if (!found || found->kind != AST_Call) return;
    const AstCall *call = (const AstCall *)found;
    if (call->args.count && call->args.items[0]->kind == AST_Constant) return; // one that is no text is a wrong argument
    if (call->args.count && call->args.items[0]->kind != AST_Starred && !ast_constant_text(unit->checker, call->args.items[0])) report_text(unit, call->args.items[0], "The message of \"deprecated\" must be a string literal");
}
