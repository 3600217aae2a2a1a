// Results of functions that say nothing about them: from their bodies.
#include "typecheck/function_private.h"

static const Type *generator_of(Checker *checker, KnownClass known, const Type *yielded, const Type *result) {
    ClassInfo *cls = known_class(checker, known);
    const Type *args[] = {yielded, checker->types.any, result};
    return cls ? type_instance(checker, cls, args, known == KNOWN_Generator ? 3 : 2) : checker->types.unknown;
}

static const Type *coroutine_of(Checker *checker, const Type *result) {
    ClassInfo *cls = known_class(checker, KNOWN_Coroutine);
    const Type *args[] = {checker->types.any, checker->types.any, result};
    return cls ? type_instance(checker, cls, args, 3) : checker->types.unknown;
}

static bool is_not_implemented(const Type *type) { return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->unit && AS_INSTANCE(type)->cls->unit->is_stub && strstr(AS_INSTANCE(type)->cls->name->text, "NotImplementedType"); }

static const Type *returned_types(Unit *unit, const Ast *node, const FlowScope *scope, bool *returns) {
    Checker *checker = unit->checker;
    const Type *whole = checker->types.never;
    *returns = false;
    for (uint32_t i = 0; i < scope->returns.count; i++) {
        const AstReturn *statement = (const AstReturn *)scope->returns.items[i];
        if (!node_is_reachable(unit, &statement->head)) continue;
        *returns = true;
        const Type *type = statement->value ? infer(unit, statement->value) : checker->types.none;
        if (is_not_implemented(type)) continue; // whoever calls the operator never sees it
        whole = type_union2(checker, whole, type_widen_literal(checker, type, true));
    }
    if (flow_falls_off(unit, node)) {
        *returns = true;
        whole = type_union2(checker, whole, checker->types.none);
    }
    return whole;
}

static const Type *yielded_types(Unit *unit, const FlowScope *scope) {
    Checker *checker = unit->checker;
    const Type *whole = checker->types.never;
    for (uint32_t i = 0; i < scope->yields.count; i++) {
        const Ast *yield = scope->yields.items[i];
        if (!node_is_reachable(unit, yield)) continue;
        const Type *type;
        if (yield->kind == AST_YieldFrom) {
            const Ast *value = ((const AstYieldFrom *)yield)->value;
            type = infer_iterated(unit, value, infer(unit, value), false);
        } else {
            const Ast *value = ((const AstYield *)yield)->value;
            type = value ? infer(unit, value) : checker->types.none;
        }
        whole = type_union2(checker, whole, type_widen_literal(checker, type, true));
    }
    return whole;
}

static const Type *result_of_body(Unit *unit, const Ast *node, const FunctionInfo *info) {
    Checker *checker = unit->checker;
    const FlowScope *scope = flow_scope_of(unit, node);
    bool returns;
    const Type *result = returned_types(unit, node, scope, &returns);
    if (!returns) {
        if (info->owner || info->is_stub_body) result = checker->types.unknown; // an override may return
        if (info->is_generator) result = checker->types.none;
    }
    if (info->is_generator) return generator_of(checker, info->is_async ? KNOWN_AsyncGenerator : KNOWN_Generator, yielded_types(unit, scope), result);
    return info->is_async ? coroutine_of(checker, result) : result;
}

// A function without any annotation promises nothing: what it returned in this text may be more at run time than its type says (a list of other things, one of several types).
static const Type *loosened(Checker *checker, const Type *type) {
    switch ((TypeKind)type->kind) {
    case TYPE_UNION: return checker->types.unknown;
    case TYPE_INSTANCE: {
        const TypeInstance *instance = AS_INSTANCE(type);
        if (!instance->count) return type;
        KnownClass wrappers[] = {KNOWN_Coroutine, KNOWN_Generator, KNOWN_AsyncGenerator};
        for (int i = 0; i < 3; i++)
            if (is_known(instance->cls, wrappers[i])) {
                const Type *args[3];
                for (uint32_t k = 0; k < instance->count && k < 3; k++) args[k] = loosened(checker, instance->args[k]);
                return type_instance(checker, instance->cls, args, instance->count);
            }
        return type_instance(checker, instance->cls, NULL, 0);
    }
    case TYPE_TUPLE: {
        const TypeTuple *tuple = AS_TUPLE(type);
        const Type **items = arena_array(checker->arena, const Type *, tuple->count);
        for (uint32_t i = 0; i < tuple->count; i++) items[i] = loosened(checker, tuple->items[i]);
        return type_tuple(checker, items, tuple->count, tuple->variadic);
    }
    default: return type;
    }
}

// Self is bound by whoever binds the method.
static bool is_not_fresh(const Type *variable) { return AS_VARIABLE(variable)->scope < TYPE_SCOPE_FRESH && !AS_VARIABLE(variable)->info->is_self; }

// The body's own type variables mean nothing to a caller.
static const Type *without_variables(Checker *checker, const Type *type) {
    if (!(type->flags & TYPE_HAS_VARIABLE)) return type;
    TypeList variables = {0}, rigid = {0};
    type_collect_variables(checker, type, UINT32_MAX, &variables);
    for (uint32_t i = 0; i < variables.count; i++)
        if (is_not_fresh(variables.items[i])) vec_push(checker->arena, &rigid, variables.items[i]);
    return type_erase_variables(checker, type, rigid.items, rigid.count, false);
}

// `object | Any`: what is partly Any promises nothing.
static bool is_partly_any(const Type *type) {
    if (type->kind == TYPE_UNION)
        TYPE_EACH(item, type)
            if (type_is_any(item)) return true;
    return false;
}

enum { MAX_OWN_INFERENCE = 8, MAX_FOREIGN_INFERENCE = 2 }; // results inferred for results

static const Type *inferred_result(Unit *unit, const Ast *node, const FunctionInfo *info) {
    Checker *checker = unit->checker;
    FunctionRecord *record = function_record(unit, node);
    if (record->inferred_state == 2) return record->inferred;
    // A call of itself says nothing; and what lies many calls away is not worth the while. Neither makes the answer provisional: all functions of a cycle would be inferred again and again.
    if (record->inferred_state == 1 || checker->depth >= CHECKER_MAX_DEPTH || checker->inference_depth >= (unit->is_checked ? MAX_OWN_INFERENCE : MAX_FOREIGN_INFERENCE)) return checker->types.unknown;
    record->inferred_state = 1;
    uint32_t incomplete = checker->incomplete;
    checker->silent++;
    checker->depth++;
    checker->inference_depth++;
    const Type *type = result_of_body(unit, node, info);
    checker->inference_depth--;
    checker->depth--;
    checker->silent--;
    if (!info->is_annotated && !checker->options.strict) type = loosened(checker, type);
    else if (is_partly_any(type) && !checker->options.strict) type = checker->types.unknown;
    type = without_variables(checker, type);
    record->inferred = type;
    record->inferred_state = incomplete == checker->incomplete ? 2 : 0;
    return type;
}

const Type *callable_result(Checker *checker, const TypeCallable *callable) {
    const Type *result = callable->result ? callable->result : checker->types.unknown;
    const FunctionInfo *info = callable->info;
    if (result->kind != TYPE_UNKNOWN || !info || !info->node || !info->unit || info->unit->is_stub || info->has_no_type_check) return result;
    if (info->node->kind == AST_Lambda) return result; // its type has been inferred with it
    if (((const AstFunctionDef *)info->node)->returns || info->is_overload || info->is_abstract || (info->is_stub_body && info->owner)) return result;
    return inferred_result(info->unit, info->node, info);
}
