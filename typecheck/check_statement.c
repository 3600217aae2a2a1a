// The aloud walk: every statement once, in source order (checker.h). What is not reachable is not checked.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"

static void check_statement(Unit *unit, const Ast *node);

// ---- targets --------------------------------------------------------------------------------------------------------------------------

static const AstNodes *elements_of(const Ast *pattern) { return &((const AstTuple *)pattern)->elts; }

static bool is_first_assignment(const Binding *binding, const Ast *target) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind == DECLARE_VARIABLE && (declaration->value || declaration->node == target)) return declaration->node == target;
        if (declaration->node == target) return true;
        bool is_definition = declaration->kind == DECLARE_FUNCTION || declaration->kind == DECLARE_CLASS || declaration->kind == DECLARE_IMPORT;
        if (is_definition && !declaration->in_except_clause && !declaration->is_conditional) return false;
    }
    return true;
}

static bool is_in_init(Unit *unit, const Ast *node) {
    const Ast *function = node_enclosing_function(unit, node);
    return function && function->kind == AST_FunctionDef && strcmp(((const AstFunctionDef *)function)->name->text, "__init__") == 0;
}

// A name that is Final is assigned once, where it is declared. False: reported.
static bool check_final(Unit *unit, const Ast *target, const Binding *binding) {
    if (!binding_is_final(binding)) return true;
    bool in_loop = false;
    for (const Ast *parent = node_parent(unit, target); parent; parent = node_parent(unit, parent)) {
        if (parent->kind == AST_FunctionDef || parent->kind == AST_AsyncFunctionDef || parent->kind == AST_ClassDef || parent->kind == AST_Lambda) break;
        in_loop |= parent->kind == AST_For || parent->kind == AST_AsyncFor || parent->kind == AST_While;
    }
    const Declaration *own = NULL;
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->node == target) own = binding->declarations.items[i];
    if (own && own->is_final && !in_loop && is_first_assignment(binding, target)) return true;
    check_report(unit, target, ASSIGN_TO_FINAL, diag_text(binding->name->text));
    return false;
}

static Declaration *declaration_of(Unit *unit, const Ast *target) {
    if (target->kind != AST_Name) return NULL;
    ResolvedName found = resolve_name(unit, node_scope(unit, target), ((const AstName *)target)->id);
    if (!found.binding) return NULL;
    uint32_t low = 0, high = found.binding->declarations.count; // in source order, as a rule: 50,000 assignments to one name are not gone through for each
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const Ast *node = found.binding->declarations.items[middle]->node;
        if (node == target) return found.binding->declarations.items[middle];
        if (node && node->span.start < target->span.start) low = middle + 1;
        else high = middle;
    }
    for (uint32_t i = 0; i < found.binding->declarations.count; i++)
        if (found.binding->declarations.items[i]->node == target) return found.binding->declarations.items[i];
    return NULL;
}

// `from settings import LIMIT`, where LIMIT is Final; an except clause may give what could not be imported.
static bool is_final_elsewhere(Unit *unit, Declaration *main, const Ast *target) {
    if (main->kind != DECLARE_IMPORT || main->statement->kind != AST_ImportFrom || main->in_except_clause || main->is_conditional || unit->checker->options.purpose == CHECK_FOR_RUN) return false;
    Declaration *own = declaration_of(unit, target);
    if (own && own->in_except_clause) return false;
    Module *module = NULL;
    Binding *binding = declaration_resolve_import(main, &module);
    return binding && binding_is_final(binding);
}

// What binds a final name again other than by an assignment (that is seen there): def, class, import, `except ... as`, captures of patterns.
static void check_final_rebound(Unit *unit, const Binding *binding, const Ast *target) {
    bool behind = false;
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *other = binding->declarations.items[i];
        bool is_definition = other->kind == DECLARE_FUNCTION || other->kind == DECLARE_CLASS || other->kind == DECLARE_IMPORT;
        bool is_capture = other->kind == DECLARE_VARIABLE && (other->node->kind == AST_ExceptHandler || other->node->kind == AST_MatchAs || other->node->kind == AST_MatchStar || other->node->kind == AST_MatchMapping);
        if (other->node == target) behind = true;
        else if (behind && other->unit == unit && (other->node->kind == AST_ExceptHandler || !other->in_except_clause) && (is_capture || (is_definition && !other->is_conditional))) check_report(unit, other->node, ASSIGN_TO_FINAL, diag_text(binding->name->text));
    }
}

static bool is_call_with(const Ast *node, const Atom *name) {
    if (node->kind != AST_Call) return false;
    const AstNodes *args = &((const AstCall *)node)->args;
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i]->kind == AST_Name && ((const AstName *)args->items[i])->id == name) return true;
    return false;
}

// A name that a def, a class or an import declares is assigned something else.
static void check_name_target(Unit *unit, const AstName *target, const Ast *value_node, const Type *value) {
    ResolvedName found = resolve_name(unit, node_scope(unit, &target->head), target->id);
    if (!found.binding || found.is_builtin) return;
    if (!check_final(unit, &target->head, found.binding)) return;
    Declaration *main = binding_main_declaration(found.binding);
    if (main && is_final_elsewhere(unit, main, &target->head)) {
        check_report(unit, target, ASSIGN_TO_FINAL, diag_text(target->id->text));
        return;
    }
    const Type *declared = binding_declared_type(found.binding);
    if (!main || !declared) return;
    if (main->kind == DECLARE_FUNCTION || main->kind == DECLARE_CLASS || main->kind == DECLARE_IMPORT || main->kind == DECLARE_TYPE_ALIAS || main->kind == DECLARE_TYPE_PARAMETER) {
        if (main->in_except_clause || main->is_conditional || declared->kind == TYPE_MODULE || unit->checker->options.purpose == CHECK_FOR_RUN) return;
        for (uint32_t i = 0; i < found.binding->declarations.count; i++)
            if (found.binding->declarations.items[i]->node == &target->head && found.binding->declarations.items[i]->in_except_clause) return;
        if (main->kind == DECLARE_FUNCTION && value_node && is_call_with(value_node, target->id) && !function_info(main->unit, main->node)->is_annotated) return; // `f = staticmethod(f)`
    }
    if (value && main->node != &target->head) infer_check_assignable(unit, value_node, declared, value, DIAG_INCOMPATIBLE_ASSIGNMENT);
    else if (value && main->kind == DECLARE_VARIABLE) infer_check_assignable(unit, value_node, declared, value, DIAG_INCOMPATIBLE_ASSIGNMENT);
}

static void check_target(Unit *unit, const Ast *target, const Ast *value_node, const Type *value);

// Numbers that do not fit, reported once for the pattern.
static bool check_counts(Unit *unit, const Ast *pattern, const Type *source) {
    Checker *checker = unit->checker;
    const AstNodes *elements = elements_of(pattern);
    uint32_t count = elements->count;
    int star = -1;
    for (uint32_t i = 0; i < count; i++)
        if (elements->items[i]->kind == AST_Starred) star = (int)i;
    TYPE_EACH(raw, type_expand(checker, source)) {
        const Type *item = type_upper_bound(checker, type_expand(checker, raw));
        const Type *shape = item;
        if (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->tuple_base) shape = type_specialise(checker, &AS_INSTANCE(item)->cls->tuple_base->head, item);
        if (shape->kind != TYPE_TUPLE) continue;
        const TypeTuple *tuple = AS_TUPLE(shape);
        uint32_t fixed = tuple->count - (tuple->variadic >= 0), needed = count - (star >= 0);
        if (tuple->variadic < 0 && (fixed < needed || (star < 0 && fixed > needed))) {
            if (fixed < needed) check_report(unit, pattern, MISC, diag_text(check_text(checker, "Need more than %u value%s to unpack (%s%u expected)", fixed, fixed == 1 ? "" : "s", star >= 0 ? "at least " : "", needed)));
            else check_report(unit, pattern, MISC, diag_text(check_text(checker, "Too many values to unpack (%u expected, %u provided)", needed, fixed)));
            return false;
        }
        if (tuple->variadic >= 0 && star < 0 && fixed > needed) {
            check_report(unit, pattern, MISC, diag_text(check_text(checker, "Too many values to unpack (%u expected, at least %u provided)", needed, fixed)));
            return false;
        }
    }
    return true;
}

static void check_pattern(Unit *unit, const Ast *pattern, const Ast *value_node, const Type *value) {
    const AstNodes *elements = elements_of(pattern);
    if (!check_counts(unit, pattern, value)) return;
    TYPE_EACH(item, value)
        if (item->kind != TYPE_TUPLE) infer_iterated(unit, value_node, item, false); // reports what is not iterable
    bool display = (value_node->kind == AST_Tuple || value_node->kind == AST_List) && elements_of(value_node)->count == elements->count;
    for (uint32_t i = 0; i < elements->count; i++) {
        const Ast *element = elements->items[i], *inner = element->kind == AST_Starred ? ((const AstStarred *)element)->value : element;
        const Ast *part = display && elements_of(value_node)->items[i]->kind != AST_Starred && element->kind != AST_Starred ? elements_of(value_node)->items[i] : value_node;
        check_target(unit, inner, part, unpacked_type(unit, pattern, value, inner));
    }
}

static void check_target(Unit *unit, const Ast *target, const Ast *value_node, const Type *value) {
    switch (target->kind) {
    case AST_Name: check_name_target(unit, (const AstName *)target, value_node, value); break;
    case AST_Attribute: {
        const Type *wanted = infer_attribute_store(unit, (const AstAttribute *)target, value);
        if (wanted && value) infer_check_assignable(unit, value_node, wanted, value, DIAG_INCOMPATIBLE_ASSIGNMENT);
        break;
    }
    case AST_Subscript: infer_subscript_store(unit, (const AstSubscript *)target, NULL, value); break;
    case AST_Starred: check_target(unit, ((const AstStarred *)target)->value, value_node, value); break;
    case AST_Tuple: case AST_List: check_pattern(unit, target, value_node, value); break;
    default: infer(unit, target); break;
    }
}

// ---- assignments ------------------------------------------------------------------------------------------------------------------------

static void check_assign(Unit *unit, const AstAssign *node) {
    const Ast *single = node->targets.count == 1 ? node->targets.items[0] : NULL;
    if (single && single->kind == AST_Subscript) { // evaluates the value with what the container takes
        infer_subscript_store(unit, (const AstSubscript *)single, node->value, NULL);
        return;
    }
    Declaration *declaration = single ? declaration_of(unit, single) : NULL;
    if (declaration) declaration_check_special(unit, declaration);
    const Type *expected = NULL;
    for (uint32_t i = 0; i < node->targets.count && !expected; i++) expected = target_declared_type(unit, node->targets.items[i]);
    const Type *value = assigned_value(unit, node->value, single, expected);
    for (uint32_t i = 0; i < node->targets.count; i++) check_target(unit, node->targets.items[i], node->value, value);
}

enum { VARIABLE_ANNOTATION = TYPE_EXPRESSION_ALLOW_FINAL | TYPE_EXPRESSION_ALLOW_CLASS_VAR | TYPE_EXPRESSION_ALLOW_TYPE_ALIAS | TYPE_EXPRESSION_ALLOW_REQUIRED | TYPE_EXPRESSION_ALLOW_INIT_VAR };

// Another declaration of the same name says something else.
static void check_redeclaration(Unit *unit, const AstAnnAssign *node) {
    Declaration *own = declaration_of(unit, node->target);
    if (!own || !own->binding || unit->checker->options.purpose == CHECK_FOR_RUN || binding_is_final(own->binding)) return;
    const Type *type = declaration_declared_type(own);
    if (!type) return; // `x: ClassVar = 1`
    for (uint32_t i = 0; i < own->binding->declarations.count; i++) {
        Declaration *other = own->binding->declarations.items[i];
        if (other == own) return;
        const Type *declared = other->kind == DECLARE_VARIABLE || other->kind == DECLARE_PARAMETER ? declaration_declared_type(other) : NULL;
        if (!declared || other->in_except_clause || type_is_equivalent(unit->checker, declared, type)) continue;
        source_index_lines((Source *)unit->source, unit->checker->arena);
        check_report(unit, node->target, REDEFINITION, diag_text(own->binding->name->text), diag_int(source_position(unit->source, other->node->span.start).line));
        return;
    }
}

// What `self.x: int` in a method declares. NULL: it is no attribute of self.
static const Binding *declared_attribute(Unit *unit, const Ast *target) {
    const Ast *cls = target->kind == AST_Attribute ? node_enclosing_class(unit, target, false) : NULL;
    const MemberList *members = cls ? unit_class_members(unit, (const AstClassDef *)cls) : NULL;
    const Binding *binding = members ? map_get_pointer(&members->by_name, attribute_name(unit, (const AstAttribute *)target)) : NULL;
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->node == target) return binding;
    return NULL;
}

// `self.x: Final[int]` in __init__, where nothing gives it a value.
static void check_final_attribute(Unit *unit, const AstAnnAssign *node, const Binding *binding) {
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++) {
        const Ast *statement = binding->declarations.items[i]->statement;
        if (statement && (statement->kind != AST_AnnAssign || ((const AstAnnAssign *)statement)->value)) return;
    }
    check_report(unit, node, MISC, diag_text("Final name must be initialized with a value"));
}

static void check_ann_assign(Unit *unit, const AstAnnAssign *node) {
    AnnotationResult result = annotation_of(unit, node->annotation, VARIABLE_ANNOTATION);
    Declaration *declaration = declaration_of(unit, node->target);
    if (declaration) {
        declaration_check_special(unit, declaration);
        if (declaration->is_explicit_alias) return;
    }
    bool in_class = node_enclosing_class(unit, &node->head, true) != NULL, in_function = node_enclosing_function(unit, &node->head) != NULL;
    if (result.is_class_var && !in_class) check_report(unit, node->annotation, MISC, diag_text("ClassVar can only be used for assignments in class body"));
    if (result.is_final && in_function && node->target->kind == AST_Attribute && !is_in_init(unit, &node->head)) check_report(unit, node, MISC, diag_text("Can only declare a final attribute in class body or __init__"));
    if (result.is_final && !node->value && !in_class && !unit->is_stub && node->target->kind == AST_Name) check_report(unit, node, MISC, diag_text("Final name must be initialized with a value"));
    const Binding *attribute = declared_attribute(unit, node->target);
    if (result.is_final && !node->value && in_function && attribute && !unit->is_stub && is_in_init(unit, &node->head)) check_final_attribute(unit, node, attribute);
    if (!attribute && node->target->kind != AST_Name && unit->checker->options.purpose == CHECK_STANDALONE) check_report(unit, node->target, MISC, diag_text("Type cannot be declared in assignment to non-self attribute"));
    check_redeclaration(unit, node);
    if (!node->value) {
        if (node->target->kind != AST_Name) infer(unit, node->target->kind == AST_Attribute ? ((const AstAttribute *)node->target)->value : node->target);
        return;
    }
    const Type *value = infer_expression(unit, node->value, result.type);
    bool is_stub_value = unit->is_stub && node->value->kind == AST_Constant && ((const AstConstant *)node->value)->value.kind == AST_CONST_ELLIPSIS;
    if (node->target->kind == AST_Name) {
        ResolvedName found = resolve_name(unit, node_scope(unit, node->target), ((const AstName *)node->target)->id);
        if (found.binding && check_final(unit, node->target, found.binding) && result.is_final) check_final_rebound(unit, found.binding, node->target);
    } else if (node->target->kind == AST_Attribute) {
        infer(unit, ((const AstAttribute *)node->target)->value);
    }
    bool is_late_none = node->annotation->span.start > node->value->span.end && node->value->kind == AST_Constant && ((const AstConstant *)node->value)->value.kind == AST_CONST_NONE; // `x = None  # type: int` means: later
    if (result.type && !is_stub_value && !is_late_none && !class_accepts_field_default(unit, node)) infer_check_assignable(unit, node->value, result.type, value, DIAG_INCOMPATIBLE_ASSIGNMENT);
}

static void check_aug_assign(Unit *unit, const AstAugAssign *node) {
    const Type *value = infer_augmented(unit, node);
    if (node->target->kind == AST_Subscript) {
        infer_subscript_store(unit, (const AstSubscript *)node->target, NULL, value);
        return;
    }
    check_target(unit, node->target, node->value, value);
}

// A coroutine that a call has made. (One that was given to it comes back from `reveal_type` and its like.)
static void check_unused(Unit *unit, const Ast *node) {
    const Type *value = infer(unit, node);
    if (node->kind != AST_Call || value->kind != TYPE_INSTANCE || !is_known(AS_INSTANCE(value)->cls, KNOWN_Coroutine)) return;
    const Type *callee = infer_silently(unit, ((const AstCall *)node)->func, NULL);
    if (callee->kind == TYPE_OVERLOADED || (callee->kind == TYPE_CALLABLE && AS_CALLABLE(callee)->result->kind == TYPE_INSTANCE)) check_report(unit, node, UNUSED_COROUTINE, diag_type(value));
}

// ---- control flow --------------------------------------------------------------------------------------------------------------------------

static void check_for(Unit *unit, const AstFor *node) {
    const Type *item = infer_iterated(unit, node->iter, infer(unit, node->iter), node->head.kind == AST_AsyncFor);
    check_target(unit, node->target, node->iter, item);
    statements_check(unit, &node->body);
    statements_check(unit, &node->orelse);
}

static void check_with(Unit *unit, const AstWith *node) {
    bool swallows = false;
    for (uint32_t i = 0; i < node->items.count; i++) {
        const Astwithitem *item = (const Astwithitem *)node->items.items[i];
        bool one = false;
        const Type *entered = infer_entered(unit, item->context_expr, infer(unit, item->context_expr), node->head.kind == AST_AsyncWith, &one);
        swallows |= one;
        if (item->optional_vars) check_target(unit, item->optional_vars, item->context_expr, entered);
    }
    unit->checker->expecting += swallows; // what the manager swallows may be meant
    statements_check(unit, &node->body);
    unit->checker->expecting -= swallows;
}

static void check_try(Unit *unit, const AstTry *node) {
    unit->checker->expecting += node->handlers.count > 0;
    statements_check(unit, &node->body);
    unit->checker->expecting -= node->handlers.count > 0;
    for (uint32_t i = 0; i < node->handlers.count; i++) {
        const AstExceptHandler *handler = (const AstExceptHandler *)node->handlers.items[i];
        if (!node_is_reachable(unit, &handler->head)) continue;
        if (handler->type) infer_caught(unit, handler->type, infer(unit, handler->type), node->head.kind == AST_TryStar);
        statements_check(unit, &handler->body);
    }
    statements_check(unit, &node->orelse);
    statements_check(unit, &node->finalbody);
}

static void check_match(Unit *unit, const AstMatch *node) {
    infer(unit, node->subject);
    for (uint32_t i = 0; i < node->cases.count; i++) {
        const Astmatch_case *one = (const Astmatch_case *)node->cases.items[i];
        if (flow_node_of(unit, &one->head) && !node_is_reachable(unit, &one->head)) {
            pattern_check_unmatched(unit, one->pattern);
            continue;
        }
        pattern_check(unit, match_subject_type(unit, node, one), one->pattern);
        if (one->guard) infer(unit, one->guard);
        statements_check(unit, &one->body);
    }
}

static void check_return(Unit *unit, const AstReturn *node) {
    Checker *checker = unit->checker;
    const Ast *function = node_enclosing_function(unit, &node->head);
    const Type *wanted = function && function->kind != AST_Lambda ? function_return_type(unit, function) : NULL;
    if (!node->value) {
        if (wanted && wanted->kind != TYPE_NONE && !type_is_any(wanted) && !type_assignable(checker, wanted, none_type(checker))) check_report0(unit, node, RETURN_VALUE_EXPECTED);
        return;
    }
    const Type *expected = wanted && wanted->kind == TYPE_GUARD ? known_instance(checker, KNOWN_bool) : wanted && wanted->kind == TYPE_IS_GUARD ? known_instance(checker, KNOWN_bool) : wanted;
    const Type *value = infer_expression(unit, node->value, expected);
    if (!expected) return;
    if (expected->kind == TYPE_NONE && value->kind != TYPE_NONE && !type_is_any(value) && value->kind != TYPE_NEVER && node->value->kind != AST_Call) {
        check_report0(unit, node, NO_RETURN_VALUE_EXPECTED);
        return;
    }
    if (expected->kind == TYPE_NEVER) {
        check_report(unit, node, MISC, diag_text("Return statement in function which does not return"));
        return;
    }
    infer_check_assignable(unit, node->value, expected, value, DIAG_INCOMPATIBLE_RETURN);
}

static void check_delete(Unit *unit, const Ast *target) {
    switch (target->kind) {
    case AST_Name: {
        infer(unit, target);
        ResolvedName found = resolve_name(unit, node_scope(unit, target), ((const AstName *)target)->id);
        if (found.binding && binding_is_final(found.binding)) check_report(unit, target, ASSIGN_TO_FINAL, diag_text(found.binding->name->text));
        break;
    }
    case AST_Attribute: infer_attribute_delete(unit, (const AstAttribute *)target); break;
    case AST_Subscript: infer_subscript_delete(unit, (const AstSubscript *)target); break;
    case AST_Tuple: case AST_List: {
        const AstNodes *elements = elements_of(target);
        for (uint32_t i = 0; i < elements->count; i++) check_delete(unit, elements->items[i]);
        break;
    }
    default: infer(unit, target); break;
    }
}

// ---- imports ---------------------------------------------------------------------------------------------------------------------------------

static void check_import(Unit *unit, const AstImport *node) {
    for (uint32_t i = 0; i < node->names.count; i++) {
        const Astalias *alias = (const Astalias *)node->names.items[i];
        if (!module_find(unit->checker, unit->module, alias->name)) check_report(unit, alias, MODULE_NOT_FOUND, diag_text(alias->name->text));
    }
}

// More dots than there are packages around the file.
static void report_beyond_package(Unit *unit, const AstImportFrom *node) {
    const char *written = node->module ? node->module->text : "";
    char *dots = arena_array(unit->checker->arena, char, node->level + 1u);
    memset(dots, '.', node->level);
    dots[node->level] = 0;
    Diagnostic *diagnostic = check_report(unit, node, MODULE_NOT_FOUND, diag_text(check_text(unit->checker, "%s%s", dots, written)));
    if (diagnostic) diagnostic->hint = "its dots lead out of the package that this file belongs to";
}

static void check_import_from(Unit *unit, const AstImportFrom *node) {
    Checker *checker = unit->checker;
    const Atom *name = module_resolve_relative(checker, unit->module, node->level, node->module);
    if (node->module && strcmp(node->module->text, "__future__") == 0 && !node->level) return;
    Module *module = name ? module_find(checker, unit->module, name) : NULL;
    if (!module && !name && node->level == 1) { // beside a script: the other files of its folder
        for (uint32_t i = 0; i < node->names.count; i++)
            if (!module_find(checker, unit->module, ((const Astalias *)node->names.items[i])->name)) check_report(unit, node->names.items[i], MODULE_NOT_FOUND, diag_text(((const Astalias *)node->names.items[i])->name->text));
        return;
    }
    if (!module) {
        if (name) check_report(unit, node, MODULE_NOT_FOUND, diag_text(name->text));
        else if (node->level) report_beyond_package(unit, node);
        return;
    }
    for (uint32_t i = 0; i < node->names.count; i++) {
        const Astalias *alias = (const Astalias *)node->names.items[i];
        Binding *exported = strcmp(alias->name->text, "*") == 0 ? NULL : module_export(module, alias->name);
        if (exported) report_deprecated(unit, &alias->head, binding_type(exported));
        if (strcmp(alias->name->text, "*") == 0 || exported || module_lookup(module, checker_atom(checker, "__getattr__"))) continue;
        if (module_may_have_parts(module) && module_find(checker, module, checker_atom(checker, check_text(checker, "%s.%s", module->name->text, alias->name->text)))) continue;
        if (module->units.count && unit_may_have_any_name(module->units.items[0])) continue;
        if (check_is_ignored(unit, (Span){node->head.span.start, node->head.span.start}, DIAG_MODULE_NO_ATTRIBUTE)) continue; // the first line speaks for all names
        explain_module_name(checker, check_report(unit, alias, MODULE_NO_ATTRIBUTE, diag_text(module->name->text), diag_text(alias->name->text)), module, alias->name);
    }
}

// ---- all statements --------------------------------------------------------------------------------------------------------------------------

// The elifs of a chain one by one: it may be long.
static void check_if(Unit *unit, const AstIf *choice) {
    for (;;) {
        infer(unit, choice->test);
        int known = unit->is_stub ? static_condition(unit, choice->test) : -1; // stubs have no flow that would say what is never reached
        if (known != 0) statements_check(unit, &choice->body);
        if (known == 1) return;
        const AstIf *next = ast_elif(choice);
        if (!next) return statements_check(unit, &choice->orelse);
        if (!unit->is_stub && !node_is_reachable(unit, &next->head)) return;
        choice = next;
    }
}

static void check_statement(Unit *unit, const Ast *node) {
    switch (node->kind) {
    case AST_FunctionDef: case AST_AsyncFunctionDef: function_check(unit, node); break;
    case AST_ClassDef: class_check(unit, (const AstClassDef *)node); break;
    case AST_Return: check_return(unit, (const AstReturn *)node); break;
    case AST_Delete: {
        const AstNodes *targets = &((const AstDelete *)node)->targets;
        for (uint32_t i = 0; i < targets->count; i++) check_delete(unit, targets->items[i]);
        break;
    }
    case AST_Assign: check_assign(unit, (const AstAssign *)node); break;
    case AST_TypeAlias: {
        Declaration *declaration = declaration_of(unit, ((const AstTypeAlias *)node)->name);
        ResolvedName found = resolve_name(unit, node_scope(unit, node), ((const AstName *)((const AstTypeAlias *)node)->name)->id);
        for (uint32_t i = 0; !declaration && found.binding && i < found.binding->declarations.count; i++)
            if (found.binding->declarations.items[i]->node == node) declaration = found.binding->declarations.items[i];
        if (declaration) declaration_check_special(unit, declaration);
        break;
    }
    case AST_AugAssign: check_aug_assign(unit, (const AstAugAssign *)node); break;
    case AST_AnnAssign: check_ann_assign(unit, (const AstAnnAssign *)node); break;
    case AST_For: case AST_AsyncFor: check_for(unit, (const AstFor *)node); break;
    case AST_While:
        infer(unit, ((const AstWhile *)node)->test);
        statements_check(unit, &((const AstWhile *)node)->body);
        statements_check(unit, &((const AstWhile *)node)->orelse);
        break;
    case AST_If: check_if(unit, (const AstIf *)node); break;
    case AST_With: case AST_AsyncWith: check_with(unit, (const AstWith *)node); break;
    case AST_Match: check_match(unit, (const AstMatch *)node); break;
    case AST_Raise: {
        const AstRaise *raise = (const AstRaise *)node;
        if (raise->exc) infer_raised(unit, raise->exc, infer(unit, raise->exc));
        if (raise->cause) infer_raised(unit, raise->cause, type_subtract(unit->checker, infer(unit, raise->cause), none_type(unit->checker))); // None: no cause
        break;
    }
    case AST_Try: case AST_TryStar: check_try(unit, (const AstTry *)node); break;
    case AST_Assert:
        infer(unit, ((const AstAssert *)node)->test);
        if (((const AstAssert *)node)->msg && node_is_reachable(unit, ((const AstAssert *)node)->msg)) infer(unit, ((const AstAssert *)node)->msg);
        break;
    case AST_Import: check_import(unit, (const AstImport *)node); break;
    case AST_ImportFrom: check_import_from(unit, (const AstImportFrom *)node); break;
    case AST_Expr: check_unused(unit, ((const AstExpr *)node)->value); break;
    default: break;
    }
}

void statements_check(Unit *unit, const AstNodes *body) {
    for (uint32_t i = 0; i < body->count; i++) {
        const Ast *node = body->items[i];
        if (!unit->is_stub && !node_is_reachable(unit, node)) return; // nothing behind it is, either
        check_statement(unit, node);
    }
}
