// functools.partial: the arguments given are checked against the function's parameters, and what it makes is called with the rest. The result is an instance of a class of its own, which
// derives from partial[R] and is shown as it; its __call__ takes what is left.
#include "typecheck/infer_private.h"
#include "typecheck/special_class.h"

static bool is_positional(const Parameter *parameter) { return parameter->kind <= PARAMETER_POSITIONAL_OR_KEYWORD; }

// The function with a default for each parameter: nothing is missing yet.
static const TypeCallable *all_optional(Checker *checker, const TypeCallable *function) {
    CallableBuilder builder;
    callable_edit(checker, &builder, &function->head);
    for (uint32_t i = 0; i < builder.parameters.count; i++)
        if (builder.parameters.items[i].kind != PARAMETER_VAR_POSITIONAL && builder.parameters.items[i].kind != PARAMETER_VAR_KEYWORD) builder.parameters.items[i].has_default = true;
    return AS_CALLABLE(callable_finish(checker, &builder));
}

static bool is_named(const CallArgument *args, uint32_t count, const Atom *name) {
    for (uint32_t i = 0; i < count; i++)
        if (name && args[i].keyword == name) return true;
    return false;
}

// Adds the parameters of `function` that `args` leave to be given. One given by name has a default now, and what stands behind it can be given by name only.
static void add_rest(Checker *checker, CallableBuilder *builder, const TypeCallable *function, const CallArgument *args, uint32_t count) {
    uint32_t given = 0, seen = 0;
    for (uint32_t i = 0; i < count; i++) given += !args[i].keyword;
    VEC(Parameter) keywords = {0};
    bool by_name = false;
    for (uint32_t i = 0; i < function->count; i++) {
        Parameter parameter = function->parameters[i];
        if (is_positional(&parameter) && seen++ < given) continue;
        if (is_named(args, count, parameter.name) && parameter.kind != PARAMETER_POSITIONAL_ONLY) {
            parameter.has_default = true;
            by_name |= is_positional(&parameter);
        }
        if (by_name && is_positional(&parameter)) parameter.kind = PARAMETER_KEYWORD_ONLY;
        if (parameter.kind == PARAMETER_VAR_POSITIONAL && by_name) continue;
        if (parameter.kind >= PARAMETER_KEYWORD_ONLY) vec_push(checker->arena, &keywords, parameter);
        else vec_push(checker->arena, &builder->parameters, parameter);
    }
    for (uint32_t i = 0; i < keywords.count; i++) vec_push(checker->arena, &builder->parameters, keywords.items[i]);
}

// The function that takes what `args` leave to be given.
static const Type *rest_of(Checker *checker, const TypeCallable *function, const CallArgument *args, uint32_t count) {
    CallableBuilder rest;
    callable_start(&rest, TYPE_CALLABLE, callable_result(checker, function));
    rest.info = function->info;
    add_rest(checker, &rest, function, args, count);
    return callable_finish(checker, &rest);
}

static ClassInfo *class_of_rest(Unit *unit, const Ast *node, const Type *instance, const TypeCallable *rest) {
    Checker *checker = unit->checker;
    uint64_t at = ((uint64_t)(instance->id + 1) << 32) | (rest->head.id + 1); // hash-consed: the same remainder is the same class
    ClassInfo *cls = map_get(&checker->partials, at);
    if (cls) return cls;
    cls = class_synthesise(checker, AS_INSTANCE(instance)->cls->name, unit, node, &instance, 1);
    cls->is_partial = true;
    map_set(checker->arena, &checker->partials, at, cls);
    CallableBuilder method;
    method_start(cls, &method, "__call__", METHOD_INSTANCE, rest->result);
    for (uint32_t i = 0; i < rest->count; i++) vec_push(checker->arena, &method.parameters, rest->parameters[i]);
    method.variables = rest->variables;
    method.variable_count = rest->variable_count;
    method_declare(cls, "__call__", &method);
    return cls;
}

// Of a generic function: what the arguments given say of its variables is known, the others are found when the rest is given.
static const Type *partial_of_generic(Unit *unit, const Ast *node, const Type *instance, const TypeCallable *function, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    for (uint32_t i = 0; i < function->variable_count; i++)
        if (function->variables[i]->kind != TYPE_VARIABLE) return instance;
    CallableBuilder builder;
    callable_edit(checker, &builder, &all_optional(checker, function)->head);
    builder.result = type_tuple(checker, function->variables, function->variable_count, -1); // asks for the solutions
    MatchedCall given = call_signature(unit, node, AS_CALLABLE(callable_finish(checker, &builder)), args, count, NULL);
    if (given.failed || given.result->kind != TYPE_TUPLE || AS_TUPLE(given.result)->count != function->variable_count) return instance;
    TypeList solved = {0}, solutions = {0}, left = {0};
    for (uint32_t i = 0; i < function->variable_count; i++) {
        const Type *solution = AS_TUPLE(given.result)->items[i];
        if (solution->kind == TYPE_UNKNOWN) {
            vec_push(checker->arena, &left, function->variables[i]);
            continue;
        }
        vec_push(checker->arena, &solved, function->variables[i]);
        vec_push(checker->arena, &solutions, solution);
    }
    const Type *rest = type_substitute(checker, rest_of(checker, function, args, count), &(Substitution){solved.items, solutions.items, solved.count});
    callable_edit(checker, &builder, rest);
    builder.variables = left.items;
    builder.variable_count = left.count;
    rest = callable_finish(checker, &builder);
    const Type *result = type_erase_variables(checker, AS_CALLABLE(rest)->result, (const Type *const *)left.items, left.count, false);
    return type_self_instance(checker, class_of_rest(unit, node, type_instance(checker, AS_INSTANCE(instance)->cls, &result, 1), AS_CALLABLE(rest)));
}

// Of an overloaded function: those that take what is given are left to choose from.
static const Type *partial_of_overloads(Unit *unit, const Ast *node, const Type *instance, const TypeOverloaded *overloads, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    TypeList rests = {0};
    const Type *result = NULL;
    if (AS_INSTANCE(instance)->count != 1) return instance;
    for (uint32_t i = 0; i < overloads->count; i++) {
        const TypeCallable *function = AS_CALLABLE(overloads->items[i]);
        if (function->param_spec || function->variable_count || function->is_gradual || function->head.flags & TYPE_HAS_FRESH) return instance;
        if (call_signature(unit, node, all_optional(checker, function), args, count, NULL).failed) continue;
        const Type *rest = rest_of(checker, function, args, count);
        vec_push(checker->arena, &rests, rest);
        const Type *one = AS_CALLABLE(rest)->result;
        result = result && result != one ? checker->types.any : one;
    }
    if (!rests.count) return instance;
    instance = type_instance(checker, AS_INSTANCE(instance)->cls, &result, 1);
    if (rests.count == 1) return type_self_instance(checker, class_of_rest(unit, node, instance, AS_CALLABLE(rests.items[0])));
    uint64_t at = ((uint64_t)(instance->id + 1) << 32) | (type_overloaded(checker, rests.items, rests.count, NULL)->id + 1);
    ClassInfo *cls = map_get(&checker->partials, at);
    if (cls) return type_self_instance(checker, cls);
    cls = class_synthesise(checker, AS_INSTANCE(instance)->cls->name, unit, node, &instance, 1);
    cls->is_partial = true;
    map_set(checker->arena, &checker->partials, at, cls);
    for (uint32_t i = 0; i < rests.count; i++) {
        const TypeCallable *rest = AS_CALLABLE(rests.items[i]);
        CallableBuilder method;
        method_start(cls, &method, "__call__", METHOD_INSTANCE, rest->result);
        for (uint32_t k = 0; k < rest->count; k++) vec_push(checker->arena, &method.parameters, rest->parameters[k]);
        rests.items[i] = method_finish(cls, &method);
    }
    class_add_synthesised(cls, checker_atom(checker, "__call__"), type_overloaded(checker, rests.items, rests.count, NULL));
    return type_self_instance(checker, cls);
}

const Type *partial_of_call(Unit *unit, const Ast *node, const Type *instance, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    if (!count || args[0].star || args[0].keyword || instance->kind != TYPE_INSTANCE) return instance;
    for (uint32_t i = 1; i < count; i++)
        if (args[i].star) return instance;
    const Type *callable = type_as_callable(checker, args[0].type ? args[0].type : infer_silently(unit, args[0].node, NULL));
    if (callable && callable->kind == TYPE_OVERLOADED) {
        checker->silent++;
        const Type *partial = partial_of_overloads(unit, node, instance, AS_OVERLOADED(callable), args + 1, count - 1);
        checker->silent--;
        return partial;
    }
    if (!callable || callable->kind != TYPE_CALLABLE) return instance;
    const TypeCallable *function = AS_CALLABLE(callable);
    if (function->param_spec || function->is_gradual || callable->flags & TYPE_HAS_FRESH) return instance;
    for (uint32_t i = 0; i < function->count; i++)
        if (function->parameters[i].is_unpacked) return instance;
    if (function->variable_count) return AS_INSTANCE(instance)->count == 1 ? partial_of_generic(unit, node, instance, function, args + 1, count - 1) : instance;
    if (call_signature(unit, node, all_optional(checker, function), args + 1, count - 1, NULL).failed) return instance;
    return type_self_instance(checker, class_of_rest(unit, node, instance, AS_CALLABLE(rest_of(checker, function, args + 1, count - 1))));
}
