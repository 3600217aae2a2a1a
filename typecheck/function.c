// Functions: what a def says about itself, and its signature. Decorators: function_decorate.c; results that are not annotated: function_infer.c.
#include "typecheck/function_private.h"
#include <string.h>

FunctionRecord *function_record(Unit *unit, const Ast *node) {
    FunctionRecord *record = map_get_pointer(&unit->functions, node);
    if (record) return record;
    record = arena_new(unit->checker->arena, FunctionRecord);
    map_set_pointer(unit->checker->arena, &unit->functions, node, record);
    return record;
}

static const AstFunctionDef *as_def(const Ast *node) { return node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef ? (const AstFunctionDef *)node : NULL; } // one layout

// ---- what the def says ----------------------------------------------------------------------------------------------------------

static bool is_docstring(const Ast *statement) {
    if (statement->kind != AST_Expr) return false;
    const Ast *value = ((const AstExpr *)statement)->value;
    return value->kind == AST_Constant && ((const AstConstant *)value)->value.kind == AST_CONST_STR;
}

static bool is_ellipsis(const Ast *statement) {
    if (statement->kind != AST_Expr) return false;
    const Ast *value = ((const AstExpr *)statement)->value;
    return value->kind == AST_Constant && ((const AstConstant *)value)->value.kind == AST_CONST_ELLIPSIS;
}

static bool raises_not_implemented(const Ast *statement) {
    if (statement->kind != AST_Raise) return false;
    const Ast *raised = ((const AstRaise *)statement)->exc;
    if (raised && raised->kind == AST_Call) raised = ((const AstCall *)raised)->func;
    return raised && raised->kind == AST_Name && strcmp(((const AstName *)raised)->id->text, "NotImplementedError") == 0;
}

static bool has_stub_body(const AstFunctionDef *def) {
    uint32_t at = def->body.count && is_docstring(def->body.items[0]) ? 1 : 0;
    if (at == def->body.count) return true;
    if (at + 1 != def->body.count) return false;
    const Ast *only = def->body.items[at];
    return is_ellipsis(only) || only->kind == AST_Pass || raises_not_implemented(only);
}

static bool has_annotations(const AstFunctionDef *def) {
    const Astarguments *arguments = (const Astarguments *)def->args;
    if (def->returns) return true;
    const AstNodes *lists[] = {&arguments->posonlyargs, &arguments->args, &arguments->kwonlyargs};
    for (int l = 0; l < 3; l++)
        for (uint32_t i = 0; i < lists[l]->count; i++)
            if (((const Astarg *)lists[l]->items[i])->annotation) return true;
    return (arguments->vararg && ((const Astarg *)arguments->vararg)->annotation) || (arguments->kwarg && ((const Astarg *)arguments->kwarg)->annotation);
}

static void read_decorator(FunctionInfo *info, const AstFunctionDef *def, const Ast *decorator) {
    switch (decorator_kind(info->unit, def, decorator)) {
    case DECORATOR_STATIC: info->is_static = true; break;
    case DECORATOR_CLASS: info->is_class_method = true; break;
    case DECORATOR_OVERLOAD: info->is_overload = true; break;
    case DECORATOR_FINAL: info->is_final = true; break;
    case DECORATOR_OVERRIDE: info->is_override = true; break;
    case DECORATOR_ABSTRACT: case DECORATOR_ABSTRACT_PROPERTY: info->is_abstract = true; break;
    case DECORATOR_ABSTRACT_CLASS: info->is_abstract = info->is_class_method = true; break;
    case DECORATOR_ABSTRACT_STATIC: info->is_abstract = info->is_static = true; break;
    case DECORATOR_NO_TYPE_CHECK: info->has_no_type_check = true; break;
    case DECORATOR_TYPE_CHECK_ONLY: info->is_type_check_only = true; break;
    case DECORATOR_DEPRECATED: {
        const AstCall *call = (const AstCall *)decorator;
        const Ast *message = call->args.count ? call->args.items[0] : NULL;
        info->deprecated = message && message->kind == AST_Constant && ((const AstConstant *)message)->value.kind == AST_CONST_STR ? ((const AstConstant *)message)->value.text : "";
        break;
    }
    default: break;
    }
}

static void read_info(Unit *unit, const Ast *node, FunctionInfo *info) {
    *info = (FunctionInfo){.unit = unit, .node = node};
    const Scope *scope = scope_of_node(unit->scopes, node);
    info->is_generator = scope && scope->is_generator;
    const AstFunctionDef *def = as_def(node);
    if (!def) return;
    AtomTable *atoms = unit->checker->atoms;
    info->name = def->name;
    info->is_async = node->kind == AST_AsyncFunctionDef;
    info->is_annotated = has_annotations(def);
    info->is_stub_body = has_stub_body(def);
    const Ast *owner = node_enclosing_class(unit, node, true);
    if (owner) info->owner = class_of_node(unit, (const AstClassDef *)owner);
    for (uint32_t i = 0; i < def->decorator_list.count; i++) read_decorator(info, def, def->decorator_list.items[i]);
    if (!owner) return;
    if (def->name == atoms->known[ATOM___new__]) info->is_static = true;
    if (strcmp(def->name->text, "__init_subclass__") == 0 || def->name == atoms->known[ATOM___class_getitem__]) info->is_class_method = true;
}

const FunctionInfo *function_info(Unit *unit, const Ast *node) {
    FunctionRecord *record = function_record(unit, node);
    if (!record->has_info) {
        record->has_info = true;
        unit->checker->silent++;
        read_info(unit, node, &record->info);
        unit->checker->silent--;
    }
    return &record->info;
}

// ---- parameters -------------------------------------------------------------------------------------------------------------------

typedef struct SignatureBuilder {
    Unit *unit;
    Checker *checker;
    const AstFunctionDef *def;
    const FunctionInfo *info;
    CallableBuilder callable;
    bool is_first; // the next positional parameter is the first one
} SignatureBuilder;

// What `self` or `cls` is when nothing is written.
static const Type *receiver_type(const SignatureBuilder *s) {
    if (!s->info->owner) return NULL;
    bool is_new = s->def->name == s->checker->atoms->known[ATOM___new__];
    if (s->info->is_static && !is_new) return NULL;
    const Type *self = class_self_variable(s->info->owner);
    return is_new || s->info->is_class_method ? type_class_object(s->checker, self, false) : self;
}

static const Type *annotation_type(const SignatureBuilder *s, const Ast *annotation, int flags) {
    if (!annotation || s->info->has_no_type_check) return s->checker->types.unknown;
    const Type *type = type_of_annotation(s->unit, annotation, flags);
    return type ? type : s->checker->types.unknown;
}

static void add_parameter(SignatureBuilder *s, const Ast *node, ParameterKind kind, bool has_default) {
    const Astarg *arg = (const Astarg *)node;
    Parameter parameter = {.name = arg->arg, .kind = (uint8_t)kind, .has_default = has_default, .is_annotated = arg->annotation && !s->info->has_no_type_check};
    const Type *receiver = s->is_first && !arg->annotation && kind <= PARAMETER_POSITIONAL_OR_KEYWORD ? receiver_type(s) : NULL;
    parameter.type = receiver ? receiver : annotation_type(s, arg->annotation, ANNOTATION_OF_PARAMETER);
    s->is_first = false;
    vec_push(s->checker->arena, &s->callable.parameters, parameter);
}

// `__x`: how positional-only parameters were written before there was `/`.
static bool is_old_positional_only(const Atom *name) {
    return name->size > 2 && name->text[0] == '_' && name->text[1] == '_' && !(name->size > 4 && name->text[name->size - 1] == '_' && name->text[name->size - 2] == '_');
}

// How many of `args` are positional-only by their names; the receiver in front counts with them.
static uint32_t old_positional_only_count(const SignatureBuilder *s, const Astarguments *arguments) {
    if (arguments->posonlyargs.count) return 0;
    uint32_t first = s->info->owner && receiver_type(s) && arguments->args.count ? 1 : 0, at = first;
    while (at < arguments->args.count && is_old_positional_only(((const Astarg *)arguments->args.items[at])->arg)) at++;
    return at > first ? at : 0;
}

static void add_positional(SignatureBuilder *s, const Astarguments *arguments) {
    uint32_t total = arguments->posonlyargs.count + arguments->args.count, required = total - arguments->defaults.count, at = 0;
    uint32_t old = old_positional_only_count(s, arguments);
    for (uint32_t i = 0; i < arguments->posonlyargs.count; i++, at++) add_parameter(s, arguments->posonlyargs.items[i], PARAMETER_POSITIONAL_ONLY, at >= required);
    for (uint32_t i = 0; i < arguments->args.count; i++, at++)
        add_parameter(s, arguments->args.items[i], i < old ? PARAMETER_POSITIONAL_ONLY : PARAMETER_POSITIONAL_OR_KEYWORD, at >= required);
}

// *args and **kwargs with `P.args` and `P.kwargs` stand for the parameters of P.
static const Type *param_spec_of(SignatureBuilder *s, const Astarguments *arguments) {
    if (!arguments->vararg || !arguments->kwarg) return NULL;
    const Type *args = annotation_type(s, ((const Astarg *)arguments->vararg)->annotation, ANNOTATION_OF_ARGS);
    const Type *kwargs = annotation_type(s, ((const Astarg *)arguments->kwarg)->annotation, ANNOTATION_OF_KWARGS);
    return args->kind == TYPE_PARAM_SPEC_ARGS && kwargs->kind == TYPE_PARAM_SPEC_KWARGS && AS_WRAPPER(args)->inner == AS_WRAPPER(kwargs)->inner ? AS_WRAPPER(args)->inner : NULL;
}

static void add_variadic(SignatureBuilder *s, const Ast *node, ParameterKind kind, int flags) {
    const Astarg *arg = (const Astarg *)node;
    const Type *type = annotation_type(s, arg->annotation, flags);
    if (type->kind == TYPE_PARAM_SPEC_ARGS || type->kind == TYPE_PARAM_SPEC_KWARGS) type = s->checker->types.unknown; // its other half is missing
    Parameter parameter = {.name = arg->arg, .type = type, .kind = (uint8_t)kind, .is_annotated = arg->annotation && !s->info->has_no_type_check};
    vec_push(s->checker->arena, &s->callable.parameters, parameter);
}

static void add_parameters(SignatureBuilder *s) {
    const Astarguments *arguments = (const Astarguments *)s->def->args;
    add_positional(s, arguments);
    const Type *spec = param_spec_of(s, arguments);
    if (spec) s->callable.param_spec = spec;
    else if (arguments->vararg) add_variadic(s, arguments->vararg, PARAMETER_VAR_POSITIONAL, ANNOTATION_OF_ARGS);
    s->is_first = false;
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) add_parameter(s, arguments->kwonlyargs.items[i], PARAMETER_KEYWORD_ONLY, arguments->kw_defaults.items[i] != NULL);
    if (arguments->kwarg && !spec) add_variadic(s, arguments->kwarg, PARAMETER_VAR_KEYWORD, ANNOTATION_OF_KWARGS);
}

// ---- type variables ----------------------------------------------------------------------------------------------------------------

static bool is_listed(const TypeList *list, const Type *type) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == type) return true;
    return false;
}

// Variables that only the result mentions, inside of a callable, belong to that callable: `def f() -> Callable[[T], T]` gives a generic function.
static const Type *quantify_result(Checker *checker, const Type *result, const TypeList *rest) {
    if (result->kind == TYPE_UNION) {
        const TypeUnion *whole = AS_UNION(result);
        const Type **items = arena_array(checker->arena, const Type *, whole->count);
        for (uint32_t i = 0; i < whole->count; i++) items[i] = quantify_result(checker, whole->items[i], rest);
        return type_union(checker, items, whole->count);
    }
    if (result->kind != TYPE_CALLABLE) return result;
    TypeList own = {0}, mentioned = {0};
    type_collect_variables(checker, result, UINT32_MAX, &mentioned);
    for (uint32_t i = 0; i < rest->count; i++)
        if (is_listed(&mentioned, rest->items[i])) vec_push(checker->arena, &own, rest->items[i]);
    if (!own.count) return result;
    CallableBuilder builder;
    callable_edit(checker, &builder, result);
    for (uint32_t i = 0; i < builder.variable_count; i++)
        if (!is_listed(&own, builder.variables[i])) vec_push(checker->arena, &own, builder.variables[i]);
    builder.variables = own.items;
    builder.variable_count = own.count;
    return callable_finish(checker, &builder);
}

static bool has_callable(const Type *result) {
    TYPE_EACH(item, result)
        if (item->kind == TYPE_CALLABLE) return true;
    return false;
}

static void add_variables(SignatureBuilder *s) {
    Checker *checker = s->checker;
    TypeScope *scope = type_scope_of(s->unit, &s->def->head);
    if (!scope->infos.count) return;
    TypeList variables = {0}, of_parameters = {0}, of_result = {0};
    for (uint32_t i = 0; i < s->callable.parameters.count; i++) type_collect_variables(checker, s->callable.parameters.items[i].type, scope->scope, &of_parameters);
    if (s->callable.param_spec) type_collect_variables(checker, s->callable.param_spec, scope->scope, &of_parameters);
    type_collect_variables(checker, s->callable.result, scope->scope, &of_result);
    bool to_callable = has_callable(s->callable.result);
    for (uint32_t i = 0; i < scope->infos.count; i++) { // the list in brackets, used or not, but for what a callable takes that is returned
        if (!scope->infos.items[i]->is_syntax) continue;
        const Type *variable = type_variable(checker, scope->infos.items[i], scope->scope);
        if (!to_callable || is_listed(&of_parameters, variable) || !is_listed(&of_result, variable)) vec_push(checker->arena, &variables, variable);
    }
    for (uint32_t i = 0; i < of_parameters.count; i++)
        if (!is_listed(&variables, of_parameters.items[i])) vec_push(checker->arena, &variables, of_parameters.items[i]);
    TypeList rest = {0};
    for (uint32_t i = 0; i < of_result.count; i++) {
        if (is_listed(&variables, of_result.items[i])) continue;
        if (to_callable) vec_push(checker->arena, &rest, of_result.items[i]);
        else vec_push(checker->arena, &variables, of_result.items[i]);
    }
    if (rest.count) s->callable.result = quantify_result(checker, s->callable.result, &rest);
    // Self and the variables of the class stay; they are bound by the access.
    TypeList own = {0};
    for (uint32_t i = 0; i < variables.count; i++)
        if (!AS_VARIABLE(variables.items[i])->info->is_self) vec_push(checker->arena, &own, variables.items[i]);
    s->callable.variables = own.items;
    s->callable.variable_count = own.count;
}

// ---- the signature -------------------------------------------------------------------------------------------------------------------

static const Type *coroutine_of(Checker *checker, const Type *result) {
    ClassInfo *cls = known_class(checker, KNOWN_Coroutine);
    const Type *args[] = {checker->types.any, checker->types.any, result};
    return cls ? type_instance(checker, cls, args, 3) : checker->types.unknown;
}

static const Type *result_type(const SignatureBuilder *s) {
    if (!s->def->returns || s->info->has_no_type_check) return s->checker->types.unknown;
    const Type *type = annotation_type(s, s->def->returns, ANNOTATION_OF_RESULT);
    return s->info->is_async && !s->info->is_generator ? coroutine_of(s->checker, type) : type;
}

static const Type *def_signature(Unit *unit, const AstFunctionDef *def) {
    SignatureBuilder s = {.unit = unit, .checker = unit->checker, .def = def, .info = function_info(unit, &def->head), .is_first = true};
    callable_start(&s.callable, TYPE_CALLABLE, result_type(&s));
    s.callable.info = s.info;
    add_parameters(&s);
    add_variables(&s);
    return callable_finish(s.checker, &s.callable);
}

static const Type *lambda_signature(Unit *unit, const AstLambda *lambda) {
    Checker *checker = unit->checker;
    const Astarguments *arguments = (const Astarguments *)lambda->args;
    CallableBuilder builder;
    callable_start(&builder, TYPE_CALLABLE, checker->types.unknown);
    builder.info = function_info(unit, &lambda->head);
    uint32_t total = arguments->posonlyargs.count + arguments->args.count, required = total - arguments->defaults.count, at = 0;
    const Type *unknown = checker->types.unknown;
    for (uint32_t i = 0; i < arguments->posonlyargs.count; i++, at++) callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, ((const Astarg *)arguments->posonlyargs.items[i])->arg, unknown, at >= required);
    for (uint32_t i = 0; i < arguments->args.count; i++, at++) callable_add(checker, &builder, PARAMETER_POSITIONAL_OR_KEYWORD, ((const Astarg *)arguments->args.items[i])->arg, unknown, at >= required);
    if (arguments->vararg) callable_add(checker, &builder, PARAMETER_VAR_POSITIONAL, ((const Astarg *)arguments->vararg)->arg, unknown, false);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) callable_add(checker, &builder, PARAMETER_KEYWORD_ONLY, ((const Astarg *)arguments->kwonlyargs.items[i])->arg, unknown, arguments->kw_defaults.items[i] != NULL);
    if (arguments->kwarg) callable_add(checker, &builder, PARAMETER_VAR_KEYWORD, ((const Astarg *)arguments->kwarg)->arg, unknown, false);
    for (uint32_t i = 0; i < builder.parameters.count; i++) builder.parameters.items[i].is_annotated = false;
    return callable_finish(checker, &builder);
}

const Type *function_signature(Unit *unit, const Ast *node) {
    Checker *checker = unit->checker;
    FunctionRecord *record = function_record(unit, node);
    if (record->signature_state == 2) return record->signature;
    if (record->signature_state == 1) { // an annotation needs the function itself
        return callable_gradual(checker, checker->types.unknown);
    }
    record->signature_state = 1;
    uint32_t incomplete = checker->incomplete;
    checker->silent++;
    const Type *type = as_def(node) ? def_signature(unit, as_def(node)) : lambda_signature(unit, (const AstLambda *)node);
    checker->silent--;
    record->signature = type;
    record->signature_state = incomplete == checker->incomplete ? 2 : 0;
    return type;
}

// ---- seen from inside --------------------------------------------------------------------------------------------------------------------

static const Type *declared_result(Unit *unit, const Ast *node) {
    const AstFunctionDef *def = as_def(node);
    if (!def || !def->returns || function_info(unit, node)->has_no_type_check) return NULL;
    unit->checker->silent++;
    const Type *type = type_of_annotation(unit, def->returns, ANNOTATION_OF_RESULT);
    unit->checker->silent--;
    return type ? type_expand(unit->checker, type) : NULL;
}

// The item of a declared generator result that a generator can be; NULL: none.
static const Type *generator_item(Checker *checker, const Type *type, bool is_async, const Type **as_generator) {
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        *as_generator = class_as_base(checker, item, known_class(checker, is_async ? KNOWN_AsyncGenerator : KNOWN_Generator));
        if (*as_generator || type_is_any(item)) return item;
        const ClassInfo *cls = item->kind == TYPE_INSTANCE ? AS_INSTANCE(item)->cls : NULL;
        if (!cls) continue;
        if (is_known(cls, KNOWN_object)) return item;
        if (is_async ? is_known(cls, KNOWN_AsyncIterator) || is_known(cls, KNOWN_AsyncIterable) : is_known(cls, KNOWN_Iterator) || is_known(cls, KNOWN_Iterable)) return item;
        // Any other protocol that a generator fits.
        const Type *unknown[] = {checker->types.any, checker->types.any, checker->types.any};
        ClassInfo *generator = known_class(checker, is_async ? KNOWN_AsyncGenerator : KNOWN_Generator);
        if (cls->is_protocol && generator && type_assignable(checker, item, type_instance(checker, generator, unknown, is_async ? 2 : 3))) return item;
    }
    return NULL;
}

const Type *function_return_type(Unit *unit, const Ast *node) {
    Checker *checker = unit->checker;
    const Type *type = declared_result(unit, node);
    if (!type) return NULL;
    const FunctionInfo *info = function_info(unit, node);
    if (!info->is_generator) return type->kind == TYPE_GUARD || type->kind == TYPE_IS_GUARD ? known_instance(checker, KNOWN_bool) : type;
    if (info->is_async) return checker->types.none;
    const Type *generator;
    const Type *item = generator_item(checker, type, false, &generator);
    if (item && generator && generator->kind == TYPE_INSTANCE && AS_INSTANCE(generator)->count == 3) return AS_INSTANCE(generator)->args[2];
    return checker->types.any;
}

bool function_yield_types(Unit *unit, const Ast *node, const Type **yielded, const Type **sent) {
    Checker *checker = unit->checker;
    const Type *type = declared_result(unit, node), *generator;
    if (!type) return false;
    const FunctionInfo *info = function_info(unit, node);
    const Type *item = generator_item(checker, type, info->is_async, &generator);
    if (!item) return false;
    *yielded = *sent = checker->types.any;
    if (generator && generator->kind == TYPE_INSTANCE && AS_INSTANCE(generator)->count >= 2) {
        *yielded = AS_INSTANCE(generator)->args[0];
        *sent = AS_INSTANCE(generator)->args[1];
    } else if (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->count == 1) {
        const Type *iterable = class_as_base(checker, item, known_class(checker, info->is_async ? KNOWN_AsyncIterable : KNOWN_Iterable));
        if (iterable && iterable->kind == TYPE_INSTANCE && AS_INSTANCE(iterable)->count) *yielded = AS_INSTANCE(iterable)->args[0];
    }
    return true;
}

// ---- aloud --------------------------------------------------------------------------------------------------------------------------------

static void check_parameter(Unit *unit, const Ast *node, const Ast *by_default, int flags) {
    const Astarg *arg = (const Astarg *)node;
    if (arg->annotation) type_of_annotation(unit, arg->annotation, flags);
    else if (by_default) infer(unit, by_default);
}

static void check_decorators(Unit *unit, const AstFunctionDef *def) {
    Checker *checker = unit->checker;
    const Type *type = function_signature(unit, &def->head);
    for (uint32_t i = def->decorator_list.count; i-- > 0;) {
        const Ast *decorator = def->decorator_list.items[i];
        DecoratorKind kind = decorator_kind(unit, def, decorator);
        if (kind >= DECORATOR_SETTER) continue;
        const Type *callee = infer(unit, decorator);
        if (kind != DECORATOR_OTHER) {
            if (kind >= DECORATOR_PROPERTY) type = checker->types.unknown;
            continue;
        }
        CallArgument argument = {.type = type};
        CallResult result = infer_call_type(unit, decorator, callee, &argument, 1, NULL);
        type = result.failed || !result.type ? checker->types.unknown : result.type;
    }
}

// With a list in brackets, every type variable of the signature has to be in it or belong to the surroundings.
static void check_mixed_variables(Unit *unit, const AstFunctionDef *def) {
    if (!def->type_params.count) return;
    const TypeScope *scope = type_scope_of(unit, &def->head);
    for (uint32_t i = 0; i < scope->infos.count; i++) {
        const TypeVarInfo *info = scope->infos.items[i];
        if (info->is_syntax || type_variable_scope(unit, def->args, info) != scope->scope) continue;
        check_report_span(unit, def->name_span, DIAG_MISC, 1, (DiagArg[]){diag_text(check_text(unit->checker, "All type parameters should be declared (\"%s\" not declared)", info->name->text))});
        return;
    }
}

void function_signature_check(Unit *unit, const Ast *node) {
    const AstFunctionDef *def = as_def(node);
    if (!def) return;
    if (def->decorator_list.count) check_decorators(unit, def);
    if (function_info(unit, node)->has_no_type_check) return;
    type_parameters_check(unit, &def->type_params);
    check_mixed_variables(unit, def);
    const Astarguments *arguments = (const Astarguments *)def->args;
    uint32_t total = arguments->posonlyargs.count + arguments->args.count, required = total - arguments->defaults.count;
    for (uint32_t i = 0; i < total; i++) {
        const Ast *parameter = i < arguments->posonlyargs.count ? arguments->posonlyargs.items[i] : arguments->args.items[i - arguments->posonlyargs.count];
        check_parameter(unit, parameter, i >= required ? arguments->defaults.items[i - required] : NULL, ANNOTATION_OF_PARAMETER);
    }
    if (arguments->vararg) check_parameter(unit, arguments->vararg, NULL, ANNOTATION_OF_ARGS);
    for (uint32_t i = 0; i < arguments->kwonlyargs.count; i++) check_parameter(unit, arguments->kwonlyargs.items[i], arguments->kw_defaults.items[i], ANNOTATION_OF_PARAMETER);
    if (arguments->kwarg) check_parameter(unit, arguments->kwarg, NULL, ANNOTATION_OF_KWARGS);
    if (def->returns) type_of_annotation(unit, def->returns, ANNOTATION_OF_RESULT);
}
