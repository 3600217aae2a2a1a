// Rebuilding types part by part, and looking through their parts.
#include "typecheck/checker.h"
#include "typecheck/solve.h"

// The mapped items; the same array when nothing changed.
static const Type *const *map_items(Checker *checker, const Type *const *items, uint32_t count, TypeMapper map, void *context, bool *changed) {
    const Type **mapped = arena_array(checker->arena, const Type *, count);
    for (uint32_t i = 0; i < count; i++) {
        mapped[i] = type_map(checker, items[i], map, context);
        if (mapped[i] != items[i]) *changed = true;
    }
    return *changed ? mapped : items;
}

// What a ParamSpec became: its parameters are appended.
static void merge_parameters(Checker *checker, CallableBuilder *out, const Type *replacement) {
    out->param_spec = NULL;
    if (replacement->kind == TYPE_PARAM_SPEC) {
        out->param_spec = replacement;
        return;
    }
    if (replacement->kind != TYPE_PARAMETERS && replacement->kind != TYPE_CALLABLE) {
        out->is_gradual = true;
        return;
    }
    const TypeCallable *list = AS_CALLABLE(replacement);
    for (uint32_t i = 0; i < out->parameters.count; i++) // given positionally, before whatever comes
        if (out->parameters.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD && list->count && list->parameters[0].kind == PARAMETER_POSITIONAL_ONLY)
            out->parameters.items[i].kind = PARAMETER_POSITIONAL_ONLY;
    uint32_t before = out->parameters.count;
    for (uint32_t i = 0; i < before; i++)
        if (out->parameters.items[i].kind == PARAMETER_KEYWORD_ONLY || out->parameters.items[i].kind == PARAMETER_VAR_KEYWORD) before = i;
    CallableBuilder merged = *out; // keyword-only parameters of the outer list stand behind the positional ones of the inner
    merged.parameters.items = NULL;
    merged.parameters.count = merged.parameters.capacity = 0;
    for (uint32_t i = 0; i < before; i++) vec_push(checker->arena, &merged.parameters, out->parameters.items[i]);
    uint32_t positional = 0;
    while (positional < list->count && list->parameters[positional].kind <= PARAMETER_VAR_POSITIONAL) positional++;
    for (uint32_t i = 0; i < positional; i++) vec_push(checker->arena, &merged.parameters, list->parameters[i]);
    for (uint32_t i = before; i < out->parameters.count; i++) vec_push(checker->arena, &merged.parameters, out->parameters.items[i]);
    for (uint32_t i = positional; i < list->count; i++) vec_push(checker->arena, &merged.parameters, list->parameters[i]);
    *out = merged;
    out->param_spec = list->param_spec;
    out->is_gradual |= list->is_gradual;
}

static const Type *map_callable(Checker *checker, const Type *type, TypeMapper map, void *context) {
    const TypeCallable *callable = AS_CALLABLE(type);
    const Type *result = callable->result ? type_map(checker, callable->result, map, context) : NULL;
    bool changed = result != callable->result;
    CallableBuilder builder;
    callable_edit(checker, &builder, type);
    builder.result = result;
    for (uint32_t i = 0; i < builder.parameters.count; i++) {
        Parameter *parameter = &builder.parameters.items[i];
        const Type *mapped = type_map(checker, parameter->type, map, context);
        if (mapped != parameter->type) changed = true;
        parameter->type = mapped;
    }
    const Type *spec = callable->param_spec ? type_map(checker, callable->param_spec, map, context) : NULL;
    if (spec != callable->param_spec) {
        changed = true;
        merge_parameters(checker, &builder, spec);
    }
    if (!changed) {
        arena_give_back(checker->arena, builder.parameters.items, builder.parameters.capacity * sizeof(Parameter));
        return type;
    }
    if (callable->variable_count) { // those that are variables still
        TypeList kept = {0};
        for (uint32_t i = 0; i < callable->variable_count; i++) {
            const Type *variable = map(checker, callable->variables[i], context);
            if (type_is_variable(variable)) vec_push(checker->arena, &kept, variable);
        }
        builder.variables = kept.items;
        builder.variable_count = kept.count;
    }
    return callable_finish(checker, &builder);
}

static const Type *map_overloaded(Checker *checker, const Type *type, TypeMapper map, void *context) {
    const TypeOverloaded *overloaded = AS_OVERLOADED(type);
    bool changed = false;
    const Type *const *items = map_items(checker, overloaded->items, overloaded->count, map, context, &changed);
    const Type *implementation = overloaded->implementation ? type_map(checker, overloaded->implementation, map, context) : NULL;
    return changed || implementation != overloaded->implementation ? type_overloaded(checker, items, overloaded->count, implementation) : type;
}

// The parts of `type` mapped, not yet itself.
static const Type *map_parts(Checker *checker, const Type *type, TypeMapper map, void *context) {
    bool changed = false;
    switch ((TypeKind)type->kind) {
    case TYPE_INSTANCE: {
        const TypeInstance *t = AS_INSTANCE(type);
        if (!t->count) return type;
        const Type *const *args = map_items(checker, t->args, t->count, map, context, &changed);
        return changed ? type_instance(checker, t->cls, args, t->count) : type;
    }
    case TYPE_TUPLE: {
        const TypeTuple *t = AS_TUPLE(type);
        const Type *const *items = map_items(checker, t->items, t->count, map, context, &changed);
        if (!changed) return type;
        int32_t at = t->variadic;
        if (at >= 0 && t->items[at]->kind == TYPE_VAR_TUPLE && items[at]->kind != TYPE_VAR_TUPLE) { // the pack is spliced in
            const Type **spliced = (const Type **)items;
            if (spliced[at]->kind == TYPE_TUPLE) spliced[at] = type_wrap(checker, TYPE_UNPACKED, spliced[at]);
            if (spliced[at]->kind == TYPE_UNPACKED) at = -1;
        }
        return type_tuple(checker, items, t->count, at);
    }
    case TYPE_UNION: {
        const Type *const *items = map_items(checker, AS_UNION(type)->items, AS_UNION(type)->count, map, context, &changed);
        const Type *mapped = changed ? type_union_like(checker, AS_UNION(type), items, AS_UNION(type)->count) : type;
        if (!changed || !AS_UNION(type)->limit || mapped->kind != TYPE_UNION) return mapped;
        const Type *limit = type_map(checker, AS_UNION(type)->limit, map, context);
        return type_open_to(checker, type_make_open(checker, mapped, false), limit);
    }
    case TYPE_CLASS_OBJECT: {
        const Type *instance = type_map(checker, AS_CLASS_OBJECT(type)->instance, map, context);
        return instance != AS_CLASS_OBJECT(type)->instance ? type_class_object(checker, instance, AS_CLASS_OBJECT(type)->is_exact) : type;
    }
    case TYPE_CALLABLE: case TYPE_PARAMETERS: return map_callable(checker, type, map, context);
    case TYPE_OVERLOADED: return map_overloaded(checker, type, map, context);
    case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS: case TYPE_UNPACKED: case TYPE_GUARD: case TYPE_IS_GUARD: {
        const Type *inner = type_map(checker, AS_WRAPPER(type)->inner, map, context);
        if (inner == AS_WRAPPER(type)->inner) return type;
        if ((type->kind == TYPE_PARAM_SPEC_ARGS || type->kind == TYPE_PARAM_SPEC_KWARGS) && inner->kind != TYPE_PARAM_SPEC)
            return type->kind == TYPE_PARAM_SPEC_ARGS ? type_tuple_of(checker, checker->types.unknown) : known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), checker->types.unknown);
        return type_wrap(checker, (TypeKind)type->kind, inner);
    }
    case TYPE_ALIAS: {
        const TypeAlias *t = AS_ALIAS(type);
        if (!t->count) return type;
        const Type *const *args = map_items(checker, t->args, t->count, map, context, &changed);
        return changed ? type_alias(checker, t->alias, args, t->count) : type;
    }
    default: return type;
    }
}

const Type *type_map(Checker *checker, const Type *type, TypeMapper map, void *context) {
    if (checker->depth >= CHECKER_MAX_DEPTH) return type;
    checker->depth++;
    const Type *mapped = map_parts(checker, type, map, context);
    if (mapped == type || !type_is_variable(mapped)) mapped = map(checker, mapped, context);
    checker->depth--;
    return mapped;
}

bool type_any_part(const Type *type, bool (*test)(const Type *part, void *context), void *context) {
    if (test(type, context)) return true;
#define ANY_OF(items, count)                                                                                                                                \
    for (uint32_t i = 0; i < (count); i++)                                                                                                                  \
        if (type_any_part((items)[i], test, context)) return true;
    switch ((TypeKind)type->kind) {
    case TYPE_INSTANCE: ANY_OF(AS_INSTANCE(type)->args, AS_INSTANCE(type)->count) break;
    case TYPE_TUPLE: ANY_OF(AS_TUPLE(type)->items, AS_TUPLE(type)->count) break;
    case TYPE_UNION: ANY_OF(AS_UNION(type)->items, AS_UNION(type)->count) break;
    case TYPE_CLASS_OBJECT: return type_any_part(AS_CLASS_OBJECT(type)->instance, test, context);
    case TYPE_CALLABLE: case TYPE_PARAMETERS: {
        const TypeCallable *callable = AS_CALLABLE(type);
        for (uint32_t i = 0; i < callable->count; i++)
            if (type_any_part(callable->parameters[i].type, test, context)) return true;
        if (callable->param_spec && type_any_part(callable->param_spec, test, context)) return true;
        return callable->result && type_any_part(callable->result, test, context);
    }
    case TYPE_OVERLOADED: ANY_OF(AS_OVERLOADED(type)->items, AS_OVERLOADED(type)->count) break;
    case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS: case TYPE_UNPACKED: case TYPE_GUARD: case TYPE_IS_GUARD: return type_any_part(AS_WRAPPER(type)->inner, test, context);
    case TYPE_ALIAS: ANY_OF(AS_ALIAS(type)->args, AS_ALIAS(type)->count) break;
    default: break;
    }
#undef ANY_OF
    return false;
}
