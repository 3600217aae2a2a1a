// Overloaded calls (specification, "Overload call evaluation"): arity, then types, then types with unions expanded, then what Any leaves open.
#include "typecheck/infer_private.h"

enum { MAX_EXPANSION = 64 };

static const char *overload_name(Checker *checker, const TypeOverloaded *callee) { return callee_name(checker, AS_CALLABLE(callee->items[0])); }

static const CallArgument *settled(Unit *unit, const Ast *node, const Type *item, const CallArgument *args, uint32_t count, const Type *expected) {
    return AS_CALLABLE(item)->variable_count ? settle_overloaded(unit, node, AS_CALLABLE(item), args, count, expected) : args;
}

// `tolerant`: the arguments have errors of their own, which say nothing about the overload.
static MatchedCall try_overload(Unit *unit, const Ast *node, const Type *item, const CallArgument *args, uint32_t count, const Type *expected, bool tolerant) {
    Speculation trial = speculation_start(unit->checker);
    MatchedCall call = call_signature(unit, node, AS_CALLABLE(item), settled(unit, node, item, args, count, expected), count, expected);
    if (speculation_end(unit->checker, trial) && !tolerant) {
        call.is_wrong_inside = !call.failed;
        call.failed = true;
    }
    return call;
}

static bool arguments_have_errors(Unit *unit, const CallArgument *args, uint32_t count) {
    Speculation trial = speculation_start(unit->checker);
    for (uint32_t i = 0; i < count; i++)
        if (args[i].node && !args[i].type && args[i].node->kind != AST_Lambda) infer(unit, args[i].node);
    return speculation_end(unit->checker, trial);
}

// Could the number and names of the arguments fit? (relevance 0: matching itself failed)
static uint32_t filter_by_arity(Unit *unit, const Ast *node, const TypeOverloaded *callee, const CallArgument *args, uint32_t count, const Type **kept, MatchedCall *calls, const Type *expected, bool tolerant) {
    uint32_t kept_count = 0;
    bool has_star = false;
    for (uint32_t i = 0; i < count; i++) has_star |= args[i].star != 0;
    for (uint32_t i = 0; i < callee->count; i++) {
        MatchedCall call = try_overload(unit, node, callee->items[i], args, count, expected, tolerant);
        if (call.failed && call.relevance == 0) continue;
        calls[kept_count] = call;
        kept[kept_count++] = callee->items[i];
        if (!call.failed && !call.any_matters && !has_star) break; // nothing after it matters
    }
    return kept_count;
}

// ---- expansion of argument types ------------------------------------------------------------------------------------------

static const Type *expand_once(Checker *checker, const Type *type) {
    type = type_upper_bound(checker, type_expand(checker, type));
    if (type->kind == TYPE_UNION) return type;
    const Type *literals = type_expand_literals(checker, type);
    if (literals->kind == TYPE_UNION) return literals;
    if (type->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(type)->instance->kind == TYPE_UNION) return type_class_object(checker, AS_CLASS_OBJECT(type)->instance, false);
    if (type->kind == TYPE_TUPLE && AS_TUPLE(type)->variadic < 0) { // tuple[int | str, bool]: each combination
        const TypeTuple *tuple = AS_TUPLE(type);
        for (uint32_t i = 0; i < tuple->count; i++) {
            const Type *item = expand_once(checker, tuple->items[i]);
            if (item->kind != TYPE_UNION) continue;
            const Type **whole = arena_array(checker->arena, const Type *, type_item_count(item));
            uint32_t count = 0;
            TYPE_EACH(part, item) {
                const Type **items = arena_array(checker->arena, const Type *, tuple->count);
                for (uint32_t k = 0; k < tuple->count; k++) items[k] = k == i ? part : tuple->items[k];
                const Type *one = type_tuple(checker, items, tuple->count, -1), *more = expand_once(checker, one);
                whole[count++] = more;
            }
            return type_union(checker, whole, count);
        }
    }
    return type;
}

typedef struct Expansion {
    Unit *unit;
    const Ast *node;
    const Type **candidates;
    uint32_t candidate_count;
    CallArgument *args;
    uint32_t count;
    const Type *expected;
    const Type *result;
    uint32_t tried;
    bool failed;
} Expansion;

static bool match_any(Expansion *e, bool *open) {
    for (uint32_t i = 0; i < e->candidate_count; i++) {
        MatchedCall call = try_overload(e->unit, e->node, e->candidates[i], e->args, e->count, e->expected, false);
        if (call.failed) continue;
        e->result = e->result ? type_union2(e->unit->checker, e->result, call.result) : call.result;
        *open = true;
        return true;
    }
    return false;
}

// Arguments from `from` on are expanded, the leftmost first, as long as no overload takes them all at once.
static bool expand_from(Expansion *e, uint32_t from) {
    Checker *checker = e->unit->checker;
    bool open;
    if (++e->tried > MAX_EXPANSION) return false;
    if (match_any(e, &open)) return true;
    for (uint32_t i = from; i < e->count; i++) {
        if (e->args[i].star) continue;
        const Type *given = e->args[i].type, *whole = given ? given : infer_silently(e->unit, e->args[i].node, NULL), *expanded = expand_once(checker, whole);
        if (expanded->kind != TYPE_UNION) continue;
        bool all = true;
        const Type *before = e->result;
        TYPE_EACH(part, expanded) {
            if (!all) continue;
            e->args[i].type = part;
            all = expand_from(e, i + 1);
        }
        e->args[i].type = given;
        if (all) return true;
        e->result = before;
    }
    return false;
}

// The arguments with their types, but for displays and the like: each overload's parameter is context for them as long as they are not expanded.
static CallArgument *with_types(Unit *unit, const CallArgument *args, uint32_t count) {
    CallArgument *typed = arena_array(unit->checker->arena, CallArgument, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        typed[i] = args[i];
        if (!typed[i].type && typed[i].node && !uses_expected(typed[i].node)) typed[i].type = infer_silently(unit, typed[i].node, NULL);
    }
    return typed;
}

// ---- the call ----------------------------------------------------------------------------------------------------------------

static void report_no_match(Unit *unit, const Ast *node, const TypeOverloaded *callee, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    const char *types = "";
    for (uint32_t i = 0; i < count; i++) {
        const Type *type = args[i].type ? args[i].type : args[i].node ? infer_silently(unit, args[i].node, NULL) : checker->types.unknown;
        types = check_text(checker, "%s%s\"%s\"", types, i ? ", " : "", type_show(checker, type, false));
    }
    CalleeOrigin outer_callee = checker->callee;
    checker->callee = callee_origin(AS_CALLABLE(callee->items[0])->info);
    Diagnostic *diagnostic = count ? check_report(unit, node, NO_OVERLOAD, diag_text(overload_name(checker, callee)), diag_text(types), diag_text(count > 1 ? "s" : ""))
                                   : check_report(unit, node, NO_OVERLOAD_EMPTY, diag_text(overload_name(checker, callee)));
    checker->callee = outer_callee;
    if (!diagnostic) return;
    const char *list = "possible overload variants:";
    for (uint32_t i = 0; i < callee->count && i < 8; i++) list = check_text(checker, "%s\n    %s", list, type_show(checker, callee->items[i], false));
    diagnostic->reason = list;
}

// Several overloads fit because an argument is Any: their common result, or Unknown.
static const Type *ambiguous_result(Unit *unit, MatchedCall *calls, uint32_t count, uint32_t first) {
    Checker *checker = unit->checker;
    const Type *result = calls[first].result;
    for (uint32_t i = first + 1; i < count; i++) {
        if (calls[i].failed) continue;
        if (!type_is_equivalent(checker, calls[i].result, result)) return checker->types.unknown;
        if (!calls[i].any_matters) break;
    }
    return result;
}

static void note_deprecated(Unit *unit, const Ast *node, const Type *item) {
    const FunctionInfo *info = AS_CALLABLE(item)->info;
    if (info && info->deprecated) check_report(unit, node, DEPRECATED, diag_text(check_text(unit->checker, "overload of function %s", callee_name(unit->checker, AS_CALLABLE(item)))), diag_text(info->deprecated));
}

// Step 4: `f(*items)`, where nobody knows how many there are, means an overload that takes any number when one of those that fit does.
static void prefer_variadic(Unit *unit, const CallArgument *args, uint32_t count, const Type *const *kept, MatchedCall *calls, uint32_t kept_count) {
    Checker *checker = unit->checker;
    bool many = false, many_keywords = false;
    for (uint32_t i = 0; i < count; i++) {
        if (!args[i].star) continue;
        const Type *type = type_expand(checker, args[i].type ? args[i].type : infer_silently(unit, args[i].node, NULL));
        if (args[i].star == 1) many |= !(type->kind == TYPE_TUPLE && AS_TUPLE(type)->variadic < 0) && !(type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->tuple_base);
        else many_keywords |= !(type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_typed_dict);
    }
    if (!many && !many_keywords) return;
    bool *variadic = arena_array(checker->arena, bool, kept_count + 1), some = false;
    for (uint32_t i = 0; i < kept_count; i++) {
        const TypeCallable *callable = AS_CALLABLE(kept[i]);
        variadic[i] = callable->is_gradual || callable->param_spec;
        for (uint32_t k = 0; k < callable->count; k++) variadic[i] |= (many && callable->parameters[k].kind == PARAMETER_VAR_POSITIONAL) || (many_keywords && callable->parameters[k].kind == PARAMETER_VAR_KEYWORD);
        some |= variadic[i] && !calls[i].failed;
    }
    for (uint32_t i = 0; i < kept_count && some; i++) calls[i].failed |= !variadic[i];
}

static CallResult call_one_of(Unit *unit, const Ast *node, const TypeOverloaded *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    const Type **kept = arena_array(checker->scratch, const Type *, callee->count);
    MatchedCall *calls = arena_array(checker->scratch, MatchedCall, callee->count);
    bool tolerant = arguments_have_errors(unit, args, count);
    uint32_t kept_count = filter_by_arity(unit, node, callee, args, count, kept, calls, expected, tolerant);
    prefer_variadic(unit, args, count, kept, calls, kept_count);
    for (uint32_t i = 0; i < kept_count; i++) {
        if (calls[i].failed) continue;
        MatchedCall call = call_signature(unit, node, AS_CALLABLE(kept[i]), settled(unit, node, kept[i], args, count, expected), count, expected); // aloud, if it is
        note_deprecated(unit, node, kept[i]);
        const Type *result = calls[i].any_matters ? ambiguous_result(unit, calls, kept_count, i) : call.result;
        return (CallResult){result, call.failed};
    }
    if (kept_count == 1) { // say what is wrong with it
        MatchedCall call = call_signature(unit, node, AS_CALLABLE(kept[0]), settled(unit, node, kept[0], args, count, expected), count, expected);
        return call.failed ? (CallResult){checker->types.unknown, true} : (CallResult){call.result, false};
    }
    if (kept_count > 1) {
        Expansion expansion = {.unit = unit, .node = node, .candidates = kept, .candidate_count = kept_count, .args = with_types(unit, args, count), .count = count, .expected = expected};
        if (expand_from(&expansion, 0)) {
            infer_arguments_only(unit, args, count);
            return (CallResult){expansion.result ? expansion.result : checker->types.never, false};
        }
    }
    for (uint32_t i = 0; i < kept_count; i++) {
        if (!calls[i].is_wrong_inside) continue;
        MatchedCall call = call_signature(unit, node, AS_CALLABLE(kept[i]), settled(unit, node, kept[i], args, count, expected), count, expected); // `key=lambda user: user.nope`: says what is wrong there
        return (CallResult){call.result, call.failed};
    }
    infer_arguments_only(unit, args, count);
    report_no_match(unit, node, callee, args, count);
    return (CallResult){checker->types.unknown, true};
}

CallResult call_overloaded(Unit *unit, const Ast *node, const TypeOverloaded *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    ArenaMark mark = arena_mark(unit->checker->scratch);
    CallResult result = call_one_of(unit, node, callee, args, count, expected);
    arena_release(unit->checker->scratch, mark);
    return result;
}
