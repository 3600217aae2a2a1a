// Bodies of functions with constrained type variables (specification, "Generics"): `def f(x: AnyStr) -> AnyStr` stands for one function with str and one with bytes. Most bodies fit
// with the variable left as it is (operators and methods try each constraint by themselves); one that does not is looked at once for each choice of constraints,
// with everything that was found out about it forgotten in between.
#include "typecheck/infer.h"

enum { MAX_BODY_CHOICES = 16 };

typedef struct Choices {
    const Type *variables[MAX_BOUND_VARIABLES];
    uint32_t count, total;
} Choices;

static void find_nested(void *context, Ast *node) {
    bool *found = context;
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef || node->kind == AST_ClassDef) *found = true; // (lambdas are inferred anew)
    if (!*found) ast_visit_children(node, find_nested, found);
}

// The constrained variables that the function itself binds. None when there are too many choices, or scopes in it that keep what they were made with.
static Choices choices_of(Unit *unit, const AstFunctionDef *def) {
    Checker *checker = unit->checker;
    Choices choices = {.total = 1};
    const TypeScope *scope = type_scope_of(unit, &def->head);
    for (uint32_t i = 0; i < scope->infos.count; i++) {
        TypeVarInfo *info = scope->infos.items[i];
        type_variable_complete(checker, info);
        if (info->kind != TYPE_VARIABLE || !info->constraint_count) continue;
        if (choices.count == MAX_BOUND_VARIABLES || choices.total * info->constraint_count > MAX_BODY_CHOICES) return (Choices){0};
        choices.variables[choices.count++] = type_variable(checker, info, scope->scope);
        choices.total *= info->constraint_count;
    }
    bool nested = false;
    for (uint32_t i = 0; choices.count && i < def->body.count && !nested; i++) find_nested(&nested, def->body.items[i]);
    return nested ? (Choices){0} : choices;
}

static bool is_reported(const DiagList *list, uint32_t from, uint32_t to, const Diagnostic *diagnostic) {
    for (uint32_t i = from; i < to; i++)
        if (list->items.items[i]->id == diagnostic->id && list->items.items[i]->span.start == diagnostic->span.start) return true;
    return false;
}

// What the first choices have said at a place is not said again.
static void drop_repeats(DiagList *list, uint32_t from, uint32_t middle) {
    uint32_t kept = middle;
    for (uint32_t i = middle; i < list->items.count; i++) {
        Diagnostic *diagnostic = list->items.items[i];
        if (is_reported(list, from, middle, diagnostic)) list->error_count -= diag_severity(diagnostic->id) == SEVERITY_ERROR;
        else list->items.items[kept++] = diagnostic;
    }
    list->items.count = kept;
}

void constrained_body_check(Unit *unit, const AstFunctionDef *def) {
    Checker *checker = unit->checker;
    DiagList *list = checker->diagnostics;
    uint32_t first = list->items.count, errors = list->error_count;
    statements_check(unit, &def->body);
    if (errors == list->error_count || checker->bound_count) return;
    Choices choices = choices_of(unit, def);
    if (!choices.count) return;
    list->items.count = first; // with the variable left as it is, something does not fit
    list->error_count = errors;
    for (uint32_t choice = 0; choice < choices.total; choice++) {
        uint32_t rest = choice, before = list->items.count;
        for (uint32_t i = 0; i < choices.count; i++) {
            const TypeVarInfo *info = AS_VARIABLE(choices.variables[i])->info;
            checker->bound_variables[i] = choices.variables[i];
            checker->bound_types[i] = info->constraints[rest % info->constraint_count];
            rest /= info->constraint_count;
        }
        checker->bound_count = choices.count;
        infer_forget_body(unit, def);
        statements_check(unit, &def->body);
        drop_repeats(list, first, before);
    }
    checker->bound_count = 0;
    infer_forget_body(unit, def);
}
