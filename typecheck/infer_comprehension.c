// Comprehensions, generator expressions and lambdas.
#include "typecheck/infer_private.h"

// ---- comprehensions -----------------------------------------------------------------------------------------------------

static bool infer_generators(Unit *unit, const AstNodes *generators) {
    bool is_async = false;
    for (uint32_t i = 0; i < generators->count; i++) {
        const Astcomprehension *generator = (const Astcomprehension *)generators->items[i];
        const Type *value = infer(unit, generator->iter);
        infer_iterated(unit, generator->iter, value, generator->is_async);
        is_async |= generator->is_async;
        for (uint32_t k = 0; k < generator->ifs.count; k++) infer(unit, generator->ifs.items[k]);
    }
    return is_async;
}

static bool has_await(const Ast *node);
static void look_for_await(void *context, Ast *child) {
    if (has_await(child)) *(bool *)context = true;
}
static bool has_await(const Ast *node) {
    if (node->kind == AST_Await) return true;
    if (node->kind == AST_Lambda) return false;
    bool found = false;
    ast_visit_children(node, look_for_await, &found);
    return found;
}

static const Type *element_with(Unit *unit, const Ast *element, const Type *expected, bool *fits) {
    Checker *checker = unit->checker;
    if (expected && !type_is_any(expected)) {
        Speculation trial = speculation_start(checker);
        const Type *type = infer_expression(unit, element, expected);
        speculation_end(checker, trial);
        if (type_assignable(checker, expected, type)) {
            infer_expression(unit, element, expected);
            *fits = true;
            return expected;
        }
    }
    return type_widen_literal(checker, infer(unit, element), true);
}

static const Type *infer_sequence(Unit *unit, const Ast *element, KnownClass known, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *args[16];
    ClassInfo *cls = known_class(checker, known);
    bool fits = false;
    if (expected && cls)
        TYPE_EACH(item, type_expand(checker, expected))
            if (!fits && expected_arguments(checker, cls, item, args)) {
                const Type *type = element_with(unit, element, args[0], &fits);
                if (fits) return known_instance1(checker, known, type);
            }
    return known_instance1(checker, known, element_with(unit, element, NULL, &fits));
}

static const Type *infer_generator_expression(Unit *unit, const AstGeneratorExp *node, bool is_async, const Type *expected) {
    Checker *checker = unit->checker;
    KnownClass known = is_async ? KNOWN_AsyncGenerator : KNOWN_Generator;
    ClassInfo *cls = known_class(checker, known);
    const Type *args[16], *type = NULL;
    bool fits = false;
    if (expected && cls)
        TYPE_EACH(item, type_expand(checker, expected))
            if (!fits && expected_arguments(checker, cls, item, args)) type = element_with(unit, node->elt, args[0], &fits);
    if (!type || !fits) type = element_with(unit, node->elt, NULL, &fits);
    if (!cls) return checker->types.unknown;
    const Type *given[] = {type, checker->types.none, checker->types.none};
    return type_instance(checker, cls, given, is_async ? 2 : 3);
}

const Type *infer_comprehension(Unit *unit, const Ast *node, const Type *expected) {
    Checker *checker = unit->checker;
    if (node->kind == AST_DictComp) {
        const AstDictComp *dict = (const AstDictComp *)node;
        infer_generators(unit, &dict->generators);
        ClassInfo *cls = known_class(checker, KNOWN_dict);
        const Type *args[16];
        if (expected && cls)
            TYPE_EACH(item, type_expand(checker, expected))
                if (expected_arguments(checker, cls, item, args)) {
                    bool key_fits = false, value_fits = false;
                    element_with(unit, dict->key, args[0], &key_fits);
                    element_with(unit, dict->value, args[1], &value_fits);
                    if ((key_fits || type_is_any(args[0])) && (value_fits || type_is_any(args[1]))) return known_instance2(checker, KNOWN_dict, args[0], args[1]);
                }
        bool fits = false;
        const Type *key = element_with(unit, dict->key, NULL, &fits), *value = element_with(unit, dict->value, NULL, &fits);
        return known_instance2(checker, KNOWN_dict, key, value);
    }
    const AstListComp *list = (const AstListComp *)node; // the three others have the same fields
    bool is_async = infer_generators(unit, &list->generators);
    if (node->kind == AST_ListComp) return infer_sequence(unit, list->elt, KNOWN_list, expected);
    if (node->kind == AST_SetComp) return infer_sequence(unit, list->elt, KNOWN_set, expected);
    return infer_generator_expression(unit, (const AstGeneratorExp *)node, is_async || has_await(list->elt), expected);
}

// ---- lambdas -------------------------------------------------------------------------------------------------------------------

typedef struct LambdaContext {
    const Type *expected; // the callable whose parameters stand for the lambda's, or NULL
    bool is_set;
} LambdaContext;

static LambdaContext *context_of(Unit *unit, const Ast *lambda) {
    LambdaContext *context = map_get_pointer(&unit->details, lambda);
    if (!context) {
        context = arena_new(unit->checker->arena, LambdaContext);
        map_set_pointer(unit->checker->arena, &unit->details, lambda, context);
    }
    return context;
}

static void reset_node(void *context, Ast *node) {
    Unit *unit = context;
    if (node->id < unit->node_count) {
        if (unit->memo) {
            NodeMemo *memo = &unit->memo[node->id];
            *memo = (NodeMemo){.epoch = (uint8_t)(memo->epoch + 1)};
        }
        if (unit->flow) unit->flow[node->id] = NULL;
    }
    if (node->kind == AST_Lambda) map_set_pointer(unit->checker->arena, &unit->flow_scopes, node, NULL);
    ast_visit_children(node, reset_node, unit);
}

static void reset_scope(Unit *unit, const Scope *scope) {
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        Binding *binding = binding_of_symbol(unit, scope->symbols.items[i]);
        if (!binding || binding->scope != scope) continue;
        binding->declared = binding->type = NULL;
        binding->declared_state = binding->state = 0;
        for (uint32_t k = 0; k < binding->declarations.count; k++) {
            binding->declarations.items[k]->type = NULL;
            binding->declarations.items[k]->state = 0;
        }
    }
    for (uint32_t i = 0; i < scope->children.count; i++) reset_scope(unit, scope->children.items[i]);
}

// What was found out under the lambda with other parameter types is forgotten.
static void reset_lambda(Unit *unit, const AstLambda *node) {
    map_set_pointer(unit->checker->arena, &unit->flow_scopes, node, NULL);
    reset_node(unit, node->body);
    const Scope *scope = scope_of_node(unit->scopes, &node->head);
    if (scope) reset_scope(unit, scope);
}

void infer_forget_body(Unit *unit, const AstFunctionDef *def) {
    map_set_pointer(unit->checker->arena, &unit->flow_scopes, &def->head, NULL);
    for (uint32_t i = 0; i < def->body.count; i++) reset_node(unit, def->body.items[i]);
    const Scope *scope = scope_of_node(unit->scopes, &def->head);
    if (scope) reset_scope(unit, scope);
}

// Parameters of the expected callable in the order a lambda's positional parameters meet them.
static const Type *expected_positional(const TypeCallable *callable, uint32_t index) {
    uint32_t seen = 0;
    for (uint32_t i = 0; i < callable->count; i++) {
        const Parameter *p = &callable->parameters[i];
        if (p->kind <= PARAMETER_POSITIONAL_OR_KEYWORD && seen++ == index) return p->type;
        if (p->kind == PARAMETER_VAR_POSITIONAL && !p->is_unpacked) return p->type;
    }
    return NULL;
}

const Type *lambda_parameter_type(Unit *unit, const Ast *lambda, const Astarg *parameter) {
    Checker *checker = unit->checker;
    const Type *unknown = checker->types.unknown;
    const LambdaContext *context = context_of(unit, lambda);
    const Astarguments *arguments = (const Astarguments *)((const AstLambda *)lambda)->args;
    const Type *spec = context->expected ? AS_CALLABLE(context->expected)->param_spec : NULL;
    bool takes_spec = spec && !(spec->flags & TYPE_HAS_FRESH) && arguments->vararg && arguments->kwarg; // `lambda *args, **kwargs:` for a Callable[P, R]
    if (arguments->vararg == &parameter->head) return takes_spec ? type_wrap(checker, TYPE_PARAM_SPEC_ARGS, spec) : type_tuple_of(checker, unknown);
    if (arguments->kwarg == &parameter->head) return takes_spec ? type_wrap(checker, TYPE_PARAM_SPEC_KWARGS, spec) : known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), unknown);
    const TypeCallable *callable = context->expected ? AS_CALLABLE(context->expected) : NULL;
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args};
    uint32_t index = 0, positional = arguments->posonlyargs.count + arguments->args.count;
    for (int l = 0; l < 2; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++, index++) {
            if (lists[l]->items[i] != &parameter->head) continue;
            const Type *type = callable ? expected_positional(callable, index) : NULL;
            if (type && !(type->flags & TYPE_HAS_FRESH)) return type;
            uint32_t without = positional - arguments->defaults.count;
            if (index >= without) return type_widen_literal(checker, infer_silently(unit, arguments->defaults.items[index - without], NULL), true);
            return unknown;
        }
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) {
        if (arguments->kwonlyargs.items[i] != &parameter->head) continue;
        for (uint32_t k = 0; callable && k < callable->count; k++)
            if (callable->parameters[k].name == parameter->arg && callable->parameters[k].kind == PARAMETER_KEYWORD_ONLY) return callable->parameters[k].type;
        if (arguments->kw_defaults.items[i]) return type_widen_literal(checker, infer_silently(unit, arguments->kw_defaults.items[i], NULL), true);
    }
    return unknown;
}

static void add_parameter(Unit *unit, const AstLambda *node, CallableBuilder *builder, const Ast *parameter, ParameterKind kind, const Ast *by_default) {
    Checker *checker = unit->checker;
    const Astarg *arg = (const Astarg *)parameter;
    const Type *type = kind == PARAMETER_VAR_POSITIONAL || kind == PARAMETER_VAR_KEYWORD ? checker->types.unknown : lambda_parameter_type(unit, &node->head, arg);
    callable_add(checker, builder, kind, arg->arg, type, by_default != NULL);
    vec_last(&builder->parameters).is_annotated = !type_is_any(type);
    if (by_default) infer(unit, by_default);
}

static void add_parameters(Unit *unit, const AstLambda *node, CallableBuilder *builder) {
    const Astarguments *arguments = (const Astarguments *)node->args;
    uint32_t positional = arguments->posonlyargs.count + arguments->args.count, without = positional - arguments->defaults.count;
    for (uint32_t i = 0; i < positional; i++) {
        bool only = i < arguments->posonlyargs.count;
        const Ast *parameter = only ? arguments->posonlyargs.items[i] : arguments->args.items[i - arguments->posonlyargs.count];
        add_parameter(unit, node, builder, parameter, only ? PARAMETER_POSITIONAL_ONLY : PARAMETER_POSITIONAL_OR_KEYWORD, i >= without ? arguments->defaults.items[i - without] : NULL);
    }
    if (arguments->vararg) add_parameter(unit, node, builder, arguments->vararg, PARAMETER_VAR_POSITIONAL, NULL);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) add_parameter(unit, node, builder, arguments->kwonlyargs.items[i], PARAMETER_KEYWORD_ONLY, arguments->kw_defaults.items[i]);
    if (arguments->kwarg) add_parameter(unit, node, builder, arguments->kwarg, PARAMETER_VAR_KEYWORD, NULL);
}

// The callable among the items of `expected`.
static const Type *expected_callable(Checker *checker, const Type *expected) {
    if (!expected) return NULL;
    TYPE_EACH(item, type_expand(checker, expected)) {
        const Type *expanded = type_expand(checker, item);
        if (expanded->kind == TYPE_CALLABLE) return expanded;
        if (expanded->kind != TYPE_INSTANCE || is_known(AS_INSTANCE(expanded)->cls, KNOWN_object)) continue;
        const Type *callable = type_as_callable(checker, expanded);
        if (callable && callable->kind == TYPE_CALLABLE) return callable;
    }
    return NULL;
}

const Type *infer_lambda(Unit *unit, const AstLambda *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *callable = expected_callable(checker, expected);
    LambdaContext *context = context_of(unit, &node->head);
    if (context->is_set && context->expected != callable) reset_lambda(unit, node);
    context->is_set = true;
    context->expected = callable;
    CallableBuilder builder;
    callable_start(&builder, TYPE_CALLABLE, checker->types.unknown);
    add_parameters(unit, node, &builder);
    const Type *wanted = callable ? AS_CALLABLE(callable)->result : NULL;
    checker->expecting++; // its body runs when it is called, where whatever it raises may be meant
    const Type *result = infer_expression(unit, node->body, wanted && !(wanted->flags & TYPE_HAS_FRESH) ? wanted : NULL);
    checker->expecting--;
    builder.result = result;
    return callable_finish(checker, &builder);
}
