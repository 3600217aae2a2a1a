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

static ClassInfo *class_of_rest(Unit *unit, const Ast *node, const Type *instance, const TypeCallable *function, const CallArgument *args, uint32_t count, const Type *result) {
    Checker *checker = unit->checker;
    CallableBuilder key;
    callable_start(&key, TYPE_CALLABLE, result);
    key.info = function->info;
    add_rest(checker, &key, function, args, count);
    const Type *rest = callable_finish(checker, &key); // hash-consed: the same remainder is the same class
    uint64_t at = ((uint64_t)(instance->id + 1) << 32) | (rest->id + 1);
    ClassInfo *cls = map_get(&checker->partials, at);
    if (cls) return cls;
    cls = class_synthesise(checker, AS_INSTANCE(instance)->cls->name, unit, node, &instance, 1);
    cls->is_partial = true;
    map_set(checker->arena, &checker->partials, at, cls);
    CallableBuilder method;
    method_start(cls, &method, "__call__", METHOD_INSTANCE, result);
    add_rest(checker, &method, function, args, count);
    method_declare(cls, "__call__", &method);
    return cls;
}

const Type *partial_of_call(Unit *unit, const Ast *node, const Type *instance, const CallArgument *args, uint32_t count) {
    Checker *checker = unit->checker;
    if (!count || args[0].star || args[0].keyword || instance->kind != TYPE_INSTANCE) return instance;
    for (uint32_t i = 1; i < count; i++)
        if (args[i].star) return instance;
    const Type *callable = type_as_callable(checker, args[0].type ? args[0].type : infer_silently(unit, args[0].node, NULL));
    if (!callable || callable->kind != TYPE_CALLABLE) return instance; // of overloads, which one it will be shows when it is called
    const TypeCallable *function = AS_CALLABLE(callable);
    if (function->variable_count || function->param_spec || function->is_gradual || callable->flags & TYPE_HAS_FRESH) return instance;
    for (uint32_t i = 0; i < function->count; i++)
        if (function->parameters[i].is_unpacked) return instance;
    if (call_signature(unit, node, all_optional(checker, function), args + 1, count - 1, NULL).failed) return instance;
    return type_self_instance(checker, class_of_rest(unit, node, instance, function, args + 1, count - 1, callable_result(checker, function)));
}
