// Groups of overloads (specification, "Overloads"): their form, decorators, the implementation behind them, and whether each can be reached.
#include "typecheck/function_private.h"
#include "typecheck/special_class.h"
#include <string.h>

typedef struct Group {
    Unit *unit;
    Checker *checker;
    const Binding *binding;
    uint32_t first, count;       // overloads: declarations[first ... first + count)
    Declaration *implementation; // or NULL
} Group;

static const FunctionInfo *info_at(const Group *g, uint32_t i) { return function_info(g->unit, g->binding->declarations.items[g->first + i]->node); }
static Span span_at(const Group *g, uint32_t i) { return definition_span(g->binding->declarations.items[g->first + i]->node); }

static bool is_overload(const Declaration *declaration) { return declaration->kind == DECLARE_FUNCTION && function_info(declaration->unit, declaration->node)->is_overload; }

// The group whose first overload is `node`. False: node is no overload, or a later one.
static bool find_group(Unit *unit, const Ast *node, Group *g) {
    if (!function_info(unit, node)->is_overload) return false;
    const Atom *name = ((const AstFunctionDef *)node)->name;
    Scope *scope = node_scope(unit, node);
    Symbol *symbol = scope_lookup(scope, scope_mangle(scope, name, unit->checker->atoms));
    const Binding *binding = symbol ? binding_of_symbol(unit, symbol) : NULL;
    if (!binding) return false;
    uint32_t at = 0;
    while (at < binding->declarations.count && binding->declarations.items[at]->node != node) at++;
    if (at == binding->declarations.count || (at > 0 && is_overload(binding->declarations.items[at - 1]))) return false;
    *g = (Group){unit, unit->checker, binding, at, 0, NULL};
    while (at < binding->declarations.count && is_overload(binding->declarations.items[at])) at++;
    g->count = at - g->first;
    if (at < binding->declarations.count && binding->declarations.items[at]->kind == DECLARE_FUNCTION) g->implementation = binding->declarations.items[at];
    else if (at < binding->declarations.count && binding->declarations.items[at]->kind == DECLARE_VARIABLE) g->implementation = binding->declarations.items[at];
    return true;
}

// ---- form -----------------------------------------------------------------------------------------------------------------------

static const FunctionInfo *implementation_info(const Group *g) {
    return g->implementation && g->implementation->kind == DECLARE_FUNCTION ? function_info(g->unit, g->implementation->node) : NULL;
}

// In protocols, and where all of them are abstract, nothing need stand behind the overloads.
static bool needs_implementation(const Group *g) {
    if (g->unit->is_stub) return false;
    const FunctionInfo *first = info_at(g, 0);
    if (first->owner) {
        class_header(first->owner);
        if (first->owner->is_protocol) return false;
    }
    for (uint32_t i = 0; i < g->count; i++)
        if (!info_at(g, i)->is_abstract) return true;
    return false;
}

// False: an implementation that is bound differently can't be compared.
static bool check_consistency(const Group *g) {
    const FunctionInfo *implementation = implementation_info(g), *first = info_at(g, 0);
    bool is_static = first->is_static, is_class = first->is_class_method, mixed_static = false, mixed_class = false;
    for (uint32_t i = 1; i < g->count; i++) {
        mixed_static |= info_at(g, i)->is_static != is_static;
        mixed_class |= info_at(g, i)->is_class_method != is_class;
    }
    if (implementation) {
        mixed_static |= implementation->is_static != is_static;
        mixed_class |= implementation->is_class_method != is_class;
    }
    if (mixed_static) report_text_at(g->unit, span_at(g, 0), MISC, "Overload does not consistently use the \"@staticmethod\" decorator on all function signatures.");
    if (mixed_class) report_text_at(g->unit, span_at(g, 0), MISC, "Overload does not consistently use the \"@classmethod\" decorator on all function signatures.");
    return !mixed_static && !mixed_class;
}

// @final and @override belong to the implementation, or, where there is none, to the first overload.
static void check_marks(const Group *g) {
    bool has_implementation = implementation_info(g) != NULL;
    for (uint32_t i = 0; i < g->count; i++) {
        const FunctionInfo *info = info_at(g, i);
        if (!has_implementation && i == 0) continue;
        const char *where = has_implementation ? "the implementation" : "the first overload";
        if (info->is_final) report_text_at(g->unit, span_at(g, i), MISC, "@final should be applied only to %s", where);
        if (info->is_override) report_text_at(g->unit, span_at(g, i), MISC, "@override should be applied only to %s", where);
    }
}

// ---- the implementation ----------------------------------------------------------------------------------------------------------

static const TypeCallable *signature_at(const Group *g, uint32_t i) {
    const Type *type = function_signature(g->unit, g->binding->declarations.items[g->first + i]->node);
    return type->kind == TYPE_CALLABLE ? AS_CALLABLE(type) : NULL;
}

// The type an overload has with its decorators, if that is a function.
static const TypeCallable *decorated_at(const Group *g, uint32_t i) {
    Declaration *declaration = g->binding->declarations.items[g->first + i];
    const Type *type = function_decorated_type(declaration);
    if (type->kind == TYPE_OVERLOADED) type = i < AS_OVERLOADED(type)->count ? AS_OVERLOADED(type)->items[i] : type;
    return type->kind == TYPE_CALLABLE ? AS_CALLABLE(type) : NULL;
}

static const Type *with_unknown_variables(Checker *checker, const Type *type) {
    TypeList variables = {0};
    type_collect_variables(checker, type, UINT32_MAX, &variables);
    return type_erase_variables(checker, type, variables.items, variables.count, false);
}

// Its own variables become Unknown: whatever they are solved to.
static const Type *erased_signature(Checker *checker, const TypeCallable *signature) {
    CallableBuilder builder;
    callable_edit(checker, &builder, &signature->head);
    builder.variables = NULL;
    builder.variable_count = 0;
    return with_unknown_variables(checker, callable_finish(checker, &builder));
}

// Names of positional parameters are no matter here: an overload's caller uses the overload's names.
static const Type *without_names(Checker *checker, const Type *signature) {
    CallableBuilder builder;
    callable_edit(checker, &builder, signature);
    for (uint32_t i = 0; i < builder.parameters.count; i++)
        if (builder.parameters.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD && builder.parameters.items[i].name && strncmp(builder.parameters.items[i].name->text, "__", 2) == 0) builder.parameters.items[i].kind = PARAMETER_POSITIONAL_ONLY;
    return callable_finish(checker, &builder);
}

// `self: Box[int]` of an overload says for which objects it is there: whether the implementation is for them, too, is not asked.
static const Type *with_any_self(Checker *checker, const Type *signature) {
    CallableBuilder builder;
    callable_edit(checker, &builder, signature);
    if (!builder.parameters.count || builder.parameters.items[0].kind > PARAMETER_POSITIONAL_OR_KEYWORD) return signature;
    builder.parameters.items[0].type = checker->types.any;
    return callable_finish(checker, &builder);
}

static bool implementation_accepts(const Group *g, const TypeCallable *overload, const TypeCallable *implementation) {
    const Type *wanted = without_names(g->checker, erased_signature(g->checker, overload)), *given = without_names(g->checker, erased_signature(g->checker, implementation));
    const FunctionInfo *info = implementation_info(g);
    if (info->owner && !info->is_static) wanted = with_any_self(g->checker, wanted), given = with_any_self(g->checker, given);
    return callable_assignable(g->checker, AS_CALLABLE(wanted), AS_CALLABLE(given), NULL, NULL, RELATE_IGNORE_RESULT);
}

static bool implementation_returns(const Group *g, const TypeCallable *overload, const TypeCallable *implementation) {
    const Type *result = implementation->result, *wanted = overload->result;
    if (!result || !wanted || type_is_any(result) || type_is_any(wanted)) return true;
    result = with_unknown_variables(g->checker, result);
    wanted = with_unknown_variables(g->checker, wanted);
    if (result->kind == TYPE_GUARD || result->kind == TYPE_IS_GUARD) result = known_instance(g->checker, KNOWN_bool);
    if (wanted->kind == TYPE_GUARD || wanted->kind == TYPE_IS_GUARD) wanted = known_instance(g->checker, KNOWN_bool);
    return type_assignable(g->checker, result, wanted);
}

static void check_implementation(const Group *g) {
    if (!g->implementation || g->implementation->kind != DECLARE_FUNCTION) return;
    const FunctionInfo *info = implementation_info(g);
    if (info->has_no_type_check) return;
    const Type *type = function_signature(g->unit, g->implementation->node);
    if (((const AstFunctionDef *)g->implementation->node)->decorator_list.count) { // a decorator may have changed it
        const Type *decorated = function_decorated_type(g->implementation);
        if (decorated->kind == TYPE_OVERLOADED) decorated = AS_OVERLOADED(decorated)->implementation;
        if (decorated && decorated->kind != TYPE_CALLABLE) return;
        if (decorated) type = decorated;
        else return;
    }
    if (type->kind != TYPE_CALLABLE) return;
    for (uint32_t i = 0; i < g->count; i++) {
        const TypeCallable *overload = decorated_at(g, i);
        if (!overload) continue;
        if (!implementation_accepts(g, overload, AS_CALLABLE(type))) {
            report_text_at(g->unit, definition_span(g->implementation->node), MISC, "Overloaded function implementation does not accept all possible arguments of signature %u", i + 1);
            return;
        }
        if (!implementation_returns(g, overload, AS_CALLABLE(type))) {
            report_text_at(g->unit, definition_span(g->implementation->node), MISC, "Overloaded function implementation cannot produce return type of signature %u", i + 1);
            return;
        }
    }
}

// ---- overlap ---------------------------------------------------------------------------------------------------------------------

static bool has_any(const Type *type) { return (type->flags & TYPE_HAS_ANY) != 0; }

// Some value fits both for certain: one of the items is a subtype of an item of the other.
static bool certainly_overlap(Checker *checker, const Type *left, const Type *right) {
    if (type_is_any(left) || type_is_any(right)) return false;
    left = type_upper_bound(checker, type_expand(checker, left));
    right = type_upper_bound(checker, type_expand(checker, right));
    TYPE_EACH(a, left)
        TYPE_EACH(b, right) {
            if (type_is_any(a) || type_is_any(b)) continue;
            if (type_is_strict_subtype(checker, a, b) || type_is_strict_subtype(checker, b, a)) return true;
        }
    return false;
}

typedef struct Positions {
    const Parameter *items[64];
    uint32_t count;
    const Parameter *args, *kwargs;
} Positions;

static bool take_positions(const TypeCallable *callable, Positions *p) {
    *p = (Positions){0};
    for (uint32_t i = 0; i < callable->count; i++) {
        const Parameter *parameter = &callable->parameters[i];
        if (parameter->kind <= PARAMETER_POSITIONAL_OR_KEYWORD) {
            if (p->count == 64) return false;
            p->items[p->count++] = parameter;
        } else if (parameter->kind == PARAMETER_VAR_POSITIONAL) {
            if (parameter->is_unpacked) return false;
            p->args = parameter;
        } else if (parameter->kind == PARAMETER_VAR_KEYWORD) {
            p->kwargs = parameter;
        }
    }
    return !callable->param_spec && !callable->is_gradual;
}

static const Parameter *keyword_only(const TypeCallable *callable, const Atom *name) {
    for (uint32_t i = 0; i < callable->count; i++)
        if (callable->parameters[i].name == name && (callable->parameters[i].kind == PARAMETER_KEYWORD_ONLY || callable->parameters[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD)) return &callable->parameters[i];
    return NULL;
}

// Is there a list of arguments that certainly fits both?
static bool arguments_overlap(Checker *checker, const TypeCallable *left, const TypeCallable *right) {
    Positions l, r;
    if (!take_positions(left, &l) || !take_positions(right, &r)) return false;
    uint32_t longer = l.count > r.count ? l.count : r.count;
    uint32_t own = left->info && left->info->owner && !left->info->is_static ? 1 : 0; // the receiver, which they share
    for (uint32_t i = 0; i < longer; i++) {
        const Parameter *a = i < l.count ? l.items[i] : l.args, *b = i < r.count ? r.items[i] : r.args;
        const Parameter *alone = !a || a->kind == PARAMETER_VAR_POSITIONAL ? b : !b || b->kind == PARAMETER_VAR_POSITIONAL ? a : NULL;
        if (!a || !b) { // the other can't be given it, so it has to be left out
            if (!alone->has_default) return false;
            continue;
        }
        // Called by name they differ (as mypy and pyright see it).
        if (a->kind == PARAMETER_POSITIONAL_OR_KEYWORD && b->kind == PARAMETER_POSITIONAL_OR_KEYWORD && a->name != b->name) return false;
        // A name that may be given as a keyword tells them apart: `*args` takes none.
        if (alone && alone->kind == PARAMETER_POSITIONAL_OR_KEYWORD && !alone->has_default) return false;
        if (certainly_overlap(checker, a->type, b->type)) continue;
        if (i == own || !a->has_default || !b->has_default) return false; // else both may leave it out
    }
    if (l.args && r.args && !certainly_overlap(checker, l.args->type, r.args->type)) return false; // told apart by what they are for
    if (l.kwargs && r.kwargs && (l.kwargs->is_unpacked || r.kwargs->is_unpacked || !certainly_overlap(checker, l.kwargs->type, r.kwargs->type))) return false;
    const TypeCallable *both[] = {left, right};
    for (int side = 0; side < 2; side++)
        for (uint32_t i = 0; i < both[side]->count; i++) {
            const Parameter *parameter = &both[side]->parameters[i];
            if (parameter->kind != PARAMETER_KEYWORD_ONLY) continue;
            const Parameter *other = keyword_only(both[1 - side], parameter->name);
            if (!other) other = side ? l.kwargs : r.kwargs;
            if (parameter->has_default && (!other || other->has_default || other->kind == PARAMETER_VAR_KEYWORD)) continue;
            if (!other || other->is_unpacked || !certainly_overlap(checker, parameter->type, other->type)) return false;
        }
    return true;
}

static const Type *rigid(Checker *checker, const TypeCallable *callable) { // its variables as they are: not to be chosen
    if (!callable->variable_count) return &callable->head;
    CallableBuilder builder;
    callable_edit(checker, &builder, &callable->head);
    builder.variables = NULL;
    builder.variable_count = 0;
    return callable_finish(checker, &builder);
}

// Does the earlier signature take everything that the later one takes?
static bool shadows(Checker *checker, const TypeCallable *earlier, const TypeCallable *later) {
    for (uint32_t i = 0; i < later->count; i++)
        if (has_any(later->parameters[i].type)) return false;
    for (uint32_t i = 0; i < earlier->count; i++)
        if (has_any(earlier->parameters[i].type)) return false;
    return callable_assignable(checker, AS_CALLABLE(rigid(checker, later)), earlier, NULL, NULL, RELATE_IGNORE_RESULT); // an int is a float here
}

static bool is_exempt(const Atom *name) { return strcmp(name->text, "__get__") == 0; } // its overloads overlap by their use

static bool results_conflict(Checker *checker, const TypeCallable *earlier, const TypeCallable *later) {
    if (!earlier->result || !later->result || type_is_any(earlier->result) || type_is_any(later->result)) return false;
    const Type *from = with_unknown_variables(checker, earlier->result), *to = with_unknown_variables(checker, later->result);
    if (from->kind == TYPE_NEVER) return false;
    if (earlier->result->kind == TYPE_VARIABLE && !AS_VARIABLE(earlier->result)->info->is_self && (to->kind == TYPE_INSTANCE || to->kind == TYPE_TUPLE || to->kind == TYPE_CLASS_OBJECT)) // T may be anything, which an instance of one class is not
        return !type_assignable(checker, to, type_upper_bound(checker, earlier->result));
    return !type_assignable(checker, to, from);
}

static void check_overlaps(const Group *g) {
    Checker *checker = g->checker;
    bool exempt = is_exempt(g->binding->name);
    for (uint32_t later = 1; later < g->count; later++) {
        const TypeCallable *b = signature_at(g, later);
        for (uint32_t earlier = 0; b && earlier < later; earlier++) {
            const TypeCallable *a = signature_at(g, earlier);
            if (!a) continue;
            if (shadows(checker, a, b)) {
                report_text_at(g->unit, span_at(g, later), OVERLOAD_CANNOT_MATCH, "Overloaded function signature %u will never be matched: signature %u's parameter type(s) are the same or broader", later + 1, earlier + 1);
                break;
            }
            if (exempt || !arguments_overlap(checker, a, b) || !results_conflict(checker, a, b)) continue;
            report_text_at(g->unit, span_at(g, earlier), OVERLOAD_OVERLAP, "Overloaded function signatures %u and %u overlap with incompatible return types", earlier + 1, later + 1);
            return;
        }
    }
}

void overloads_check(Unit *unit, const Ast *node) {
    Group group;
    if (!find_group(unit, node, &group)) return;
    if (group.count < 2 && !unit->is_partial) report_text_at(unit, span_at(&group, 0), MISC, "Single overload definition, multiple required");
    if (!group.implementation && needs_implementation(&group) && !is_type_checking_only(unit, node)) check_report_span(unit, span_at(&group, 0), DIAG_NO_OVERLOAD_IMPLEMENTATION, 0, NULL);
    bool is_consistent = check_consistency(&group);
    check_marks(&group);
    if (!is_consistent) return;
    check_implementation(&group);
    check_overlaps(&group);
}
