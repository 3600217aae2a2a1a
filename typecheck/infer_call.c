// Calls: by kind of callee.
#include "typecheck/infer_private.h"
#include "typecheck/special_class.h"
#include <string.h>

void report_deprecated_function(Unit *unit, const Ast *node, const Type *function) {
    const Type *implementation = function->kind == TYPE_OVERLOADED ? AS_OVERLOADED(function)->implementation : function;
    if (!implementation || implementation->kind != TYPE_CALLABLE) return;
    const TypeCallable *callable = AS_CALLABLE(implementation);
    if (!callable->info || !callable->info->deprecated || callable->info->is_overload) return;
    check_report(unit, node, DEPRECATED, diag_text(check_text(unit->checker, "function %s", callee_name(unit->checker, callable))), diag_text(callable->info->deprecated));
}

void report_deprecated(Unit *unit, const Ast *node, const Type *type) {
    if (type->kind != TYPE_CLASS_OBJECT) {
        report_deprecated_function(unit, node, type);
        return;
    }
    const Type *instance = AS_CLASS_OBJECT(type)->instance;
    if (!AS_CLASS_OBJECT(type)->is_exact || instance->kind != TYPE_INSTANCE || !AS_INSTANCE(instance)->cls->deprecated) return;
    const ClassInfo *cls = AS_INSTANCE(instance)->cls;
    check_report(unit, node, DEPRECATED, diag_text(check_text(unit->checker, "class \"%s\"", cls->name->text)), diag_text(cls->deprecated));
}

static CallResult not_callable(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count) {
    infer_arguments_only(unit, args, count);
    check_report(unit, node, NOT_CALLABLE, diag_type(callee));
    return (CallResult){unit->checker->types.unknown, true};
}

static CallResult call_union(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    const Type **results = arena_array(checker->arena, const Type *, type_item_count(callee));
    uint32_t result_count = 0;
    bool failed = false;
    TYPE_EACH(item, callee) {
        CallResult one = infer_call_type(unit, node, item, args, count, expected);
        failed |= one.failed;
        results[result_count++] = one.type;
    }
    return (CallResult){type_union(checker, results, result_count), failed};
}

const CallArgument *settle_overloaded(Unit *unit, const Ast *node, const TypeCallable *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    for (uint32_t i = 0; i < count && count > 1; i++) {
        if (args[i].star || (args[i].node && args[i].node->kind != AST_Name && args[i].node->kind != AST_Attribute)) continue;
        const Type *given = args[i].type ? args[i].type : infer_silently(unit, args[i].node, NULL);
        if (given->kind == TYPE_CLASS_OBJECT && !type_is_any(AS_CLASS_OBJECT(given)->instance)) given = class_constructor(checker, AS_CLASS_OBJECT(given));
        if (given->kind != TYPE_OVERLOADED) continue;
        CallArgument *copy = arena_array(checker->arena, CallArgument, count);
        memcpy(copy, args, count * sizeof *copy);
        for (uint32_t k = 0; k <= AS_OVERLOADED(given)->count && k < 12; k++) { // all of them together first
            if (k) copy[i] = (CallArgument){.type = AS_OVERLOADED(given)->items[k - 1], .keyword = args[i].keyword};
            Speculation trial = speculation_start(checker);
            MatchedCall call = call_signature(unit, node, callee, copy, count, expected);
            if (!speculation_end(checker, trial) && !call.failed) return k ? copy : args;
        }
    }
    return args;
}

static bool has_param_spec(const TypeCallable *callable) {
    for (uint32_t i = 0; i < callable->variable_count; i++)
        if (callable->variables[i]->kind == TYPE_PARAM_SPEC) return callable->result && callable->result->kind == TYPE_CALLABLE;
    return false;
}

// A decorator over an overloaded function: what it gives for each overload, overloaded again. NULL: not of that kind.
static const Type *call_with_overloads(Unit *unit, const Ast *node, const TypeCallable *callable, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    if (!count || args[0].star || !has_param_spec(callable)) return NULL;
    const Type *given = args[0].type ? args[0].type : infer_silently(unit, args[0].node, NULL);
    if (given->kind != TYPE_OVERLOADED && given->kind != TYPE_CLASS_OBJECT) return NULL;
    const Type *overloaded = type_as_callable(checker, given);
    if (!overloaded || overloaded->kind != TYPE_OVERLOADED) return NULL;
    TypeList results = {0};
    CallArgument *one = arena_array(checker->arena, CallArgument, count);
    for (uint32_t i = 0; i < count; i++) one[i] = args[i];
    for (uint32_t i = 0; i < AS_OVERLOADED(overloaded)->count; i++) {
        one[0].type = AS_OVERLOADED(overloaded)->items[i];
        Speculation trial = speculation_start(checker);
        MatchedCall call = call_signature(unit, node, callable, one, count, NULL);
        if (!speculation_end(checker, trial) && !call.failed && call.result->kind == TYPE_CALLABLE) vec_push(checker->arena, &results, call.result);
    }
    return results.count > 1 ? type_overloaded(checker, results.items, results.count, NULL) : NULL;
}

CallResult infer_call_type(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    callee = type_expand(checker, callee);
    if (expected && type_is_any(expected)) expected = NULL;
    switch ((TypeKind)callee->kind) {
    case TYPE_ANY: case TYPE_UNKNOWN: case TYPE_NEVER:
        infer_arguments_only(unit, args, count);
        return (CallResult){callee, false};
    case TYPE_UNION: return call_union(unit, node, callee, args, count, expected);
    case TYPE_CALLABLE: {
        const Type *overloaded = call_with_overloads(unit, node, AS_CALLABLE(callee), args, count);
        if (overloaded) {
            infer_arguments_only(unit, args, count);
            return (CallResult){overloaded, false};
        }
        if (AS_CALLABLE(callee)->variable_count) args = settle_overloaded(unit, node, AS_CALLABLE(callee), args, count, expected);
        MatchedCall call = call_signature(unit, node, AS_CALLABLE(callee), args, count, expected);
        return (CallResult){call.result, call.failed};
    }
    case TYPE_OVERLOADED: {
        return call_overloaded(unit, node, AS_OVERLOADED(callee), args, count, expected);
    }
    case TYPE_CLASS_OBJECT: return call_class(unit, node, AS_CLASS_OBJECT(callee), args, count, expected);
    case TYPE_VARIABLE: {
        const Type *upper = type_upper_bound(checker, callee);
        if (upper == object_type(checker)) return not_callable(unit, node, callee, args, count);
        const Type *method = upper->kind == TYPE_INSTANCE ? dunder_method(checker, callee, checker->atoms->known[ATOM___call__]) : NULL;
        return infer_call_type(unit, node, method ? method : upper, args, count, expected);
    }
    case TYPE_INSTANCE: case TYPE_TUPLE: case TYPE_LITERAL: {
        if (callee->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(callee)->cls, KNOWN_type)) {
            infer_arguments_only(unit, args, count);
            return (CallResult){checker->types.unknown, false};
        }
        const Type *method = dunder_method(checker, callee, checker->atoms->known[ATOM___call__]);
        if (!method) {
            ClassInfo *cls = type_class(checker, callee);
            if (cls && (is_known(cls, KNOWN_function) || is_known(cls, KNOWN_method) || cls->has_unknown_base)) {
                infer_arguments_only(unit, args, count);
                return (CallResult){checker->types.unknown, false};
            }
            return not_callable(unit, node, callee, args, count);
        }
        if (method == callee) return not_callable(unit, node, callee, args, count);
        report_deprecated_function(unit, node, method);
        return infer_call_type(unit, node, method, args, count, expected);
    }
    case TYPE_SPECIAL_FORM:
        if (AS_SPECIAL_FORM(callee)->form == FORM_TypeForm && count != 1) {
            infer_arguments_only(unit, args, count);
            check_report(unit, node, CALL_ARGUMENTS, diag_text("\"TypeForm\" expects one type expression"));
            return (CallResult){checker->types.unknown, true};
        }
        if (AS_SPECIAL_FORM(callee)->form == FORM_TypeForm && count == 1 && args[0].node && !args[0].keyword && !args[0].star) { // TypeForm(int | str)
            const Type *type = type_of_annotation(unit, args[0].node, 0);
            return (CallResult){known_instance1(checker, KNOWN_TypeForm, type ? type : checker->types.unknown), false};
        }
        infer_arguments_only(unit, args, count);
        if (AS_SPECIAL_FORM(callee)->form != FORM_TypedDict && AS_SPECIAL_FORM(callee)->form != FORM_TypeForm) check_report(unit, node, NOT_CALLABLE, diag_type(callee));
        return (CallResult){checker->types.unknown, false};
    default: return not_callable(unit, node, callee, args, count);
    }
}

CallResult infer_method_call(Unit *unit, const Ast *node, const Type *type, const Atom *name, const Type *const *types, uint32_t count, bool report) {
    Checker *checker = unit->checker;
    const Type *method = dunder_method(checker, type, name);
    if (!method) return (CallResult){NULL, true};
    CallArgument args[4] = {0};
    for (uint32_t i = 0; i < count && i < 4; i++) args[i].type = types[i];
    if (report) return infer_call_type(unit, node, method, args, count, NULL);
    Speculation trial = speculation_start(checker);
    CallResult result = infer_call_type(unit, node, method, args, count, NULL);
    if (speculation_end(checker, trial)) result.failed = true;
    return result;
}

// ---- call expressions -----------------------------------------------------------------------------------------------------

static CallArgument *arguments_of(Unit *unit, const AstCall *node, uint32_t *count) {
    *count = node->args.count + node->keywords.count;
    CallArgument *args = arena_array(unit->checker->arena, CallArgument, *count + 1);
    uint32_t at = 0;
    for (uint32_t i = 0; i < node->args.count; i++, at++) {
        const Ast *argument = node->args.items[i];
        bool star = argument->kind == AST_Starred;
        args[at] = (CallArgument){.node = star ? ((const AstStarred *)argument)->value : argument, .star = star};
    }
    for (uint32_t i = 0; i < node->keywords.count; i++, at++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        args[at] = (CallArgument){.node = keyword->value, .keyword = keyword->arg, .star = keyword->arg ? 0 : 2};
    }
    return args;
}

static bool takes_typed_dict(const Type *callee) {
    if (callee->kind != TYPE_CALLABLE || !AS_CALLABLE(callee)->count) return false;
    const Parameter *last = &AS_CALLABLE(callee)->parameters[AS_CALLABLE(callee)->count - 1];
    return last->kind == PARAMETER_VAR_KEYWORD && last->is_unpacked;
}

// Values of several types. (A dict[str, str] may have any key, as mypy and pyright see it: `f(**{"a": "x"})` is not known to leave `b: int = 0` alone.)
static bool has_mixed_values(Unit *unit, const CallArgument *args, uint32_t count) {
    const Type *first = NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (args[i].star != 2 || args[i].node->kind != AST_Dict) continue;
        const AstDict *dict = (const AstDict *)args[i].node;
        for (uint32_t k = 0; k < dict->values.count; k++) {
            const Type *type = type_widen_literal(unit->checker, infer_silently(unit, dict->values.items[k], NULL), true);
            if (first && type != first) return true;
            first = type;
        }
    }
    return false;
}

// `f(**{"a": 1, "b": ""})` is `f(a=1, b="")`, each with a type of its own. NULL: no such display among the arguments.
static CallArgument *with_displays_spread(Unit *unit, const CallArgument *args, uint32_t *count) {
    uint32_t most = *count, displays = 0;
    for (uint32_t i = 0; i < *count; i++) {
        if (args[i].star != 2 || args[i].node->kind != AST_Dict) continue;
        const AstDict *dict = (const AstDict *)args[i].node;
        for (uint32_t k = 0; k < dict->keys.count; k++)
            if (!dict->keys.items[k] || !ast_constant_text(unit->checker, dict->keys.items[k])) return NULL;
        most += dict->keys.count;
        displays++;
    }
    if (!displays) return NULL;
    CallArgument *spread = arena_array(unit->checker->arena, CallArgument, most + 1);
    uint32_t at = 0;
    for (uint32_t i = 0; i < *count; i++) {
        if (args[i].star != 2 || args[i].node->kind != AST_Dict) {
            spread[at++] = args[i];
            continue;
        }
        const AstDict *dict = (const AstDict *)args[i].node;
        for (uint32_t k = 0; k < dict->keys.count; k++) spread[at++] = (CallArgument){.node = dict->values.items[k], .keyword = ast_constant_text(unit->checker, dict->keys.items[k])};
    }
    *count = at;
    return spread;
}

// Names that keep type variables: their arguments are no ordinary expressions.
static const Type *declaring_call(Unit *unit, const AstCall *node, const Type *callee) {
    Checker *checker = unit->checker;
    if (callee->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(callee)->is_exact && AS_CLASS_OBJECT(callee)->instance->kind == TYPE_INSTANCE) {
        ClassInfo *cls = AS_INSTANCE(AS_CLASS_OBJECT(callee)->instance)->cls;
        static const KnownClass variables[] = {KNOWN_TypeVar, KNOWN_ParamSpec, KNOWN_TypeVarTuple};
        for (int i = 0; i < 3; i++)
            if (is_known(cls, variables[i])) {
                type_variable_of_call(unit, node);
                return known_instance(checker, variables[i]);
            }
        if (is_known(cls, KNOWN_TypeAliasType)) return known_instance(checker, KNOWN_TypeAliasType);
        if (cls->unit && cls->unit->is_stub && strcmp(cls->unit->module->name->text, "typing_extensions") == 0) {
            ClassInfo *sentinel = class_of_call(unit, node);
            return sentinel && sentinel->is_sentinel ? class_sentinel_value(sentinel) : NULL;
        }
        bool makes_class = is_known(cls, KNOWN_NewType) || is_known(cls, KNOWN_NamedTuple) || (cls->is_enum && node->args.count + node->keywords.count >= 2) ||
                           (is_known(cls, KNOWN_type) && node->args.count == 3);
        if (!makes_class) return NULL;
    } else if (callee->kind == TYPE_SPECIAL_FORM) {
        if (AS_SPECIAL_FORM(callee)->form != FORM_TypedDict) return NULL;
    } else if (callee->kind == TYPE_CALLABLE || callee->kind == TYPE_OVERLOADED) {
        const TypeCallable *callable = callee->kind == TYPE_CALLABLE ? AS_CALLABLE(callee) : AS_CALLABLE(AS_OVERLOADED(callee)->items[0]);
        if (!callable->info || !callable->info->name || !callable->info->unit || !callable->info->unit->is_stub) return NULL;
        const char *name = callable->info->name->text;
        if (strcmp(name, "namedtuple") != 0 && strcmp(name, "NamedTuple") != 0 && strcmp(name, "NewType") != 0 && strcmp(name, "TypedDict") != 0) return NULL;
    } else {
        return NULL;
    }
    ClassInfo *made = class_of_call(unit, node);
    if (!made) return NULL;
    class_header(made);
    return type_class_object(checker, type_self_instance(checker, made), true);
}

// `movie: Movie = dict(name="", year=1)`: makes the TypedDict that is expected. NULL: an ordinary call.
static const Type *dict_of_keywords(Checker *checker, const AstCall *node, const Type *callee, const Type *expected) {
    if (!expected || node->args.count || callee->kind != TYPE_CLASS_OBJECT || !type_is_instance_of(AS_CLASS_OBJECT(callee)->instance, known_class(checker, KNOWN_dict))) return NULL;
    const Type *only = NULL;
    TYPE_EACH(raw, type_expand(checker, expected)) {
        const Type *item = type_expand(checker, raw);
        if (item->kind == TYPE_NONE) continue;
        if (only || item->kind != TYPE_INSTANCE || !AS_INSTANCE(item)->cls->is_typed_dict) return NULL;
        only = item;
    }
    return only ? type_class_object(checker, only, true) : NULL;
}

// x.method(y) where x and y are of one `T: (str, bytes)`: each constraint by itself. NULL: not of that kind, or it does not fit one of them.
static const Type *call_constrained(Unit *unit, const AstCall *node, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    if (node->func->kind != AST_Attribute) return NULL;
    const AstAttribute *method = (const AstAttribute *)node->func;
    const Type *variable = infer_silently(unit, method->value, NULL);
    if (variable->kind != TYPE_VARIABLE) return NULL;
    type_upper_bound(checker, variable); // completes it
    const TypeVarInfo *info = AS_VARIABLE(variable)->info;
    if (!info->constraint_count) return NULL;
    CallArgument *typed = arena_array(checker->arena, CallArgument, count + 1);
    const Type *result = checker->types.never;
    bool same = true;
    for (uint32_t i = 0; i < info->constraint_count; i++) {
        const Type *constraint = info->constraints[i];
        for (uint32_t k = 0; k < count; k++) {
            typed[k] = args[k];
            typed[k].type = type_substitute(checker, args[k].type ? args[k].type : infer_silently(unit, args[k].node, NULL), &(Substitution){&variable, &constraint, 1});
        }
        AttributeResult bound = attribute_of(unit, NULL, constraint, method->attr, ATTRIBUTE_GET);
        if (!bound.type) return NULL;
        Speculation trial = speculation_start(checker);
        CallResult one = infer_call_type(unit, &node->head, bound.type, typed, count, NULL);
        if (speculation_end(checker, trial) || one.failed) return NULL;
        same &= type_is_equivalent(checker, one.type, constraint);
        result = type_union2(checker, result, one.type);
    }
    infer_arguments_only(unit, args, count);
    return same ? variable : result;
}

// `d.get("k")`, `d.pop("k")`, `d.setdefault("k", v)` of a TypedDict with extra items that does not list "k": the method as it is for those. NULL: another call.
static const Type *extra_item_method(Unit *unit, const AstCall *node) {
    Checker *checker = unit->checker;
    if (node->func->kind != AST_Attribute || !node->args.count || node->args.items[0]->kind == AST_Starred) return NULL;
    const AstAttribute *method = (const AstAttribute *)node->func;
    const Type *receiver = type_expand(checker, infer_silently(unit, method->value, NULL));
    if (receiver->kind != TYPE_INSTANCE || !AS_INSTANCE(receiver)->cls->is_typed_dict) return NULL;
    const Type *key = infer_silently(unit, node->args.items[0], NULL);
    if (key->kind != TYPE_LITERAL || AS_LITERAL(key)->kind != LITERAL_STR) return NULL;
    const Type *function = typed_dict_extra_method(AS_INSTANCE(receiver)->cls, method->attr, key);
    return function ? bind_method(checker, type_specialise(checker, function, receiver), receiver, false) : NULL;
}

// `d.pop("k")` of an item that must stay: said as of `del d["k"]`, instead of what pop takes.
static bool reports_kept_item(Unit *unit, const AstCall *node) {
    const AstAttribute *method = (const AstAttribute *)node->func;
    if (node->func->kind != AST_Attribute || strcmp(method->attr->text, "pop") != 0 || !node->args.count || node->args.items[0]->kind == AST_Starred) return false;
    const Type *receiver = type_expand(unit->checker, infer_silently(unit, method->value, NULL));
    if (receiver->kind != TYPE_INSTANCE || !AS_INSTANCE(receiver)->cls->is_typed_dict || !AS_INSTANCE(receiver)->cls->typed_dict) return false;
    const Type *key = infer_silently(unit, node->args.items[0], NULL);
    if (key->kind != TYPE_LITERAL || AS_LITERAL(key)->kind != LITERAL_STR) return false;
    const TypedDictInfo *info = AS_INSTANCE(receiver)->cls->typed_dict;
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        if (item->key != AS_LITERAL(key)->text || !item->is_required) continue;
        report_text(unit, node->args.items[0], "Key \"%s\" of TypedDict \"%s\" cannot be deleted", item->key->text, type_show(unit->checker, receiver, false));
        return true;
    }
    return false;
}

// ---- calls of what returns nothing (--enable-error-code func-returns-value) ----------------------------------------------------

static bool returns_nothing(const TypeCallable *callable) { return callable->result && callable->result->kind == TYPE_NONE && callable->info && !callable->info->is_async && !callable->info->is_generator; }

// Not by a statement that is the call alone, by a lambda, `yield`, `await`, or the `return` of a function that returns nothing (or says nothing) itself.
static bool is_value_used(Unit *unit, const Ast *call) {
    const Ast *parent = node_parent(unit, call);
    if (!parent) return false;
    switch ((AstKind)parent->kind) {
    case AST_Expr: case AST_Lambda: case AST_Yield: case AST_Await: case AST_Expression: return false;
    case AST_IfExp: case AST_BoolOp: return is_value_used(unit, parent);
    case AST_Return: {
        const Ast *function = node_enclosing_function(unit, call);
        const Ast *returns = function && function->kind != AST_Lambda ? ((const AstFunctionDef *)function)->returns : NULL;
        const Type *declared = returns ? type_of_annotation(unit, returns, TYPE_EXPRESSION_ALLOW_GUARD) : NULL;
        return declared && declared->kind != TYPE_NONE && !type_is_any(declared);
    }
    default: return true;
    }
}

const Type *infer_call(Unit *unit, const AstCall *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *callee = infer(unit, node->func), *special;
    if (node->func->kind == AST_Subscript && callee->kind == TYPE_CLASS_OBJECT && callee->flags & TYPE_HAS_VARIABLE) { // `list[T]()` where nothing binds T
        TypeList unbound = {0};
        type_collect_variables(checker, callee, TYPE_SCOPE_FREE, &unbound);
        if (unbound.count) check_report(unit, node->func, NOT_VALID_TYPE, diag_text(check_text(checker, "Type variable \"%s\" is unbound", AS_VARIABLE(unbound.items[0])->info->name->text)));
    } else if (callee->kind == TYPE_CLASS_OBJECT && callee->flags & TYPE_HAS_VARIABLE) { // `Names()` where `Names = list[T]`: of anything
        TypeList unbound = {0};
        type_collect_variables(checker, callee, TYPE_SCOPE_FREE, &unbound);
        if (unbound.count) callee = type_erase_variables(checker, callee, unbound.items, unbound.count, true);
    }
    if (infer_special_call(unit, node, callee, expected, &special)) return special;
    special = declaring_call(unit, node, callee);
    if (special) return special;
    uint32_t count;
    CallArgument *args = arguments_of(unit, node, &count);
    const Type *constrained = call_constrained(unit, node, args, count);
    if (constrained) return constrained;
    const Type *typed = dict_of_keywords(checker, node, callee, expected);
    if (typed) callee = typed;
    if (reports_kept_item(unit, node)) return checker->types.unknown;
    const Type *extra = extra_item_method(unit, node);
    if (extra) callee = extra;
    uint32_t spread_count = count;
    CallArgument *spread = with_displays_spread(unit, args, &spread_count);
    if (spread && (takes_typed_dict(callee) || has_mixed_values(unit, args, count))) { // taken where it fits
        Speculation trial = speculation_start(checker);
        CallResult made = infer_call_type(unit, &node->head, callee, spread, spread_count, expected);
        if (!speculation_end(checker, trial) && !made.failed) args = spread, count = spread_count;
    }
    CallResult result = infer_call_type(unit, &node->head, callee, args, count, expected);
    const Type *type = result.type;
    if (checker->options.optional.func_returns_value && !result.failed && callee->kind == TYPE_CALLABLE && returns_nothing(AS_CALLABLE(callee)) && is_value_used(unit, &node->head))
        check_report(unit, node, RETURNS_NOTHING, diag_text(callee_name(checker, AS_CALLABLE(callee))));
    return type ? type : checker->types.unknown;
}
