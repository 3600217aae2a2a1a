// What a def may not say (specification, chapters on functions, methods, generators, type narrowing): defaults, receivers, conventions of parameters, results. Then its body.
// Overloads: check_overload.c.
#include "typecheck/explain.h"
#include "typecheck/function_private.h"
#include "typecheck/special_class.h"
#include <string.h>

typedef struct FunctionCheck {
    Unit *unit;
    Checker *checker;
    const AstFunctionDef *def;
    const Astarguments *arguments;
    const FunctionInfo *info;
    const TypeCallable *signature;
} FunctionCheck;

static const Ast *positional_parameter(const FunctionCheck *f, uint32_t i) {
    return i < f->arguments->posonlyargs.count ? f->arguments->posonlyargs.items[i] : f->arguments->args.items[i - f->arguments->posonlyargs.count];
}
static uint32_t positional_count(const FunctionCheck *f) { return f->arguments->posonlyargs.count + f->arguments->args.count; }
static const Ast *annotation_of_parameter(const Ast *parameter) { return parameter ? ((const Astarg *)parameter)->annotation : NULL; }
static bool is_new(const FunctionCheck *f) { return f->info->owner && strcmp(f->def->name->text, "__new__") == 0; }
// The first parameter is self or cls.
static bool has_receiver(const FunctionCheck *f) { return f->info->owner && (!f->info->is_static || is_new(f)); }

// ---- defaults -----------------------------------------------------------------------------------------------------------------

static bool is_ellipsis(const Ast *node) { return node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_ELLIPSIS; }

// Where a body is only a form, `...` stands for whatever the default is.
static bool may_elide_default(const FunctionCheck *f) { return f->unit->is_stub || f->info->is_overload || f->info->is_stub_body; }

// `make: Callable[[int], T] = str`: a call that leaves it out says what T is.
static bool solves_default(const FunctionCheck *f, const Type *wanted, const Type *given) {
    if (!(wanted->flags & TYPE_HAS_VARIABLE) || wanted->kind == TYPE_VARIABLE) return false; // `x: T = 3`: whoever gives it has given no T
    Solver solver;
    solver_start(f->checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, wanted, f->signature->variables, f->signature->variable_count);
    if (f->info->owner) fresh = solver_instantiate_variables(&solver, fresh, f->info->owner->type_params, f->info->owner->type_param_count);
    bool fits = type_assignable_with(f->checker, fresh, given, &solver, NULL, 0);
    solver_end(&solver);
    return fits;
}

static void check_default(const FunctionCheck *f, const Ast *node, const Ast *value) {
    const Astarg *arg = (const Astarg *)node;
    if (!value || !arg->annotation || f->info->has_no_type_check) return;
    if (is_ellipsis(value) && may_elide_default(f)) return;
    if (arg->annotation->span.start > value->span.end && value->kind == AST_Constant && ((const AstConstant *)value)->value.kind == AST_CONST_NONE) return; // `x=None  # type: int`
    const Type *wanted = NULL;
    for (uint32_t i = 0; i < f->signature->count; i++)
        if (f->signature->parameters[i].name == arg->arg) wanted = f->signature->parameters[i].type;
    if (!wanted) return;
    const Type *given = infer_expression(f->unit, value, wanted);
    if (type_is_any(wanted) || type_assignable(f->checker, wanted, given) || solves_default(f, wanted, given)) return;
    Diagnostic *diagnostic = check_report(f->unit, value, INCOMPATIBLE_DEFAULT, diag_type(given), diag_type(wanted), diag_text(arg->arg->text));
    explain_mismatch(f->unit, diagnostic, value, wanted, given);
    explain_given_none(f->unit, diagnostic, value, wanted);
}

static void check_defaults(const FunctionCheck *f) {
    uint32_t total = positional_count(f), required = total - f->arguments->defaults.count;
    for (uint32_t i = required; i < total; i++) check_default(f, positional_parameter(f, i), f->arguments->defaults.items[i - required]);
    for (uint32_t i = 0; i < f->arguments->kwonlyargs.count; i++) check_default(f, f->arguments->kwonlyargs.items[i], f->arguments->kw_defaults.items[i]);
}

// ---- conventions of parameters ---------------------------------------------------------------------------------------------------

static bool is_old_positional_only(const Atom *name) { return name->size > 2 && strncmp(name->text, "__", 2) == 0 && !(name->size > 4 && strcmp(name->text + name->size - 2, "__") == 0); }

// `__x` behind an ordinary parameter can't be positional-only.
static void check_old_positional_only(const FunctionCheck *f) {
    if (f->arguments->posonlyargs.count) return;
    bool ordinary_seen = false;
    for (uint32_t i = has_receiver(f) ? 1 : 0; i < f->arguments->args.count; i++) {
        const Astarg *arg = (const Astarg *)f->arguments->args.items[i];
        if (!is_old_positional_only(arg->arg)) ordinary_seen = true;
        else if (ordinary_seen) report_text(f->unit, &arg->head, "Positional-only parameter \"%s\" cannot follow a parameter that is not positional-only", arg->arg->text);
    }
}

static const Type *silent_annotation(const FunctionCheck *f, const Ast *annotation, int flags) {
    if (!annotation) return f->checker->types.unknown;
    f->checker->silent++;
    const Type *type = type_of_annotation(f->unit, annotation, flags);
    f->checker->silent--;
    return type ? type : f->checker->types.unknown;
}

// *args: P.args and **kwargs: P.kwargs come together, with nothing between them.
static void check_param_spec(const FunctionCheck *f) {
    const Ast *args_node = annotation_of_parameter(f->arguments->vararg), *kwargs_node = annotation_of_parameter(f->arguments->kwarg);
    const Type *args = silent_annotation(f, args_node, ANNOTATION_OF_ARGS), *kwargs = silent_annotation(f, kwargs_node, ANNOTATION_OF_KWARGS);
    bool is_args = args->kind == TYPE_PARAM_SPEC_ARGS, is_kwargs = kwargs->kind == TYPE_PARAM_SPEC_KWARGS;
    if (!is_args && !is_kwargs) return;
    if (is_args && is_kwargs && AS_WRAPPER(args)->inner == AS_WRAPPER(kwargs)->inner) {
        if (f->arguments->kwonlyargs.count) check_report(f->unit, f->arguments->kwonlyargs.items[0], NOT_VALID_TYPE, diag_text("No keyword parameters are allowed between *args and **kwargs of a ParamSpec"));
        return;
    }
    const char *name = AS_VARIABLE(AS_WRAPPER(is_args ? args : kwargs)->inner)->info->name->text;
    check_report(f->unit, is_args ? args_node : kwargs_node, NOT_VALID_TYPE, diag_text(check_text(f->checker, "ParamSpec must have \"*args\" typed as \"%s.args\" and \"**kwargs\" typed as \"%s.kwargs\"", name, name)));
}

// **kwargs: Unpack[TD]: its keys are parameters.
static void check_unpacked_keywords(const FunctionCheck *f) {
    const Ast *annotation = annotation_of_parameter(f->arguments->kwarg);
    if (!annotation) return;
    const Type *type = silent_annotation(f, annotation, ANNOTATION_OF_KWARGS);
    if (type->kind != TYPE_UNPACKED) return;
    const Type *inner = type_expand(f->checker, AS_WRAPPER(type)->inner);
    if (type_is_any(inner)) return;
    ClassInfo *cls = inner->kind == TYPE_INSTANCE ? AS_INSTANCE(inner)->cls : NULL;
    if (!cls || !cls->is_typed_dict) {
        report_text(f->unit, annotation, "Unpack item in ** parameter must be a TypedDict");
        return;
    }
    class_specials(cls);
    for (uint32_t i = 0; cls->typed_dict && i < f->signature->count; i++) {
        const Parameter *parameter = &f->signature->parameters[i];
        if (parameter->kind != PARAMETER_POSITIONAL_OR_KEYWORD && parameter->kind != PARAMETER_KEYWORD_ONLY) continue;
        if (!parameter->name || !map_get_pointer(&cls->typed_dict->by_key, parameter->name)) continue;
        report_text_at(f->unit, definition_span(&f->def->head), MISC, "Overlap between parameter names and ** TypedDict items: \"%s\"", parameter->name->text);
        return;
    }
}

// ---- the receiver --------------------------------------------------------------------------------------------------------------------

static bool is_protocol_type(Checker *checker, const Type *type) {
    type = type_expand(checker, type_upper_bound(checker, type));
    if (type->kind == TYPE_CLASS_OBJECT) type = type_upper_bound(checker, AS_CLASS_OBJECT(type)->instance);
    return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_protocol;
}

// `def __init__(self: C[T2, T1])`: what T1 and T2 were would depend on what they become (specification, "Constructors").
static void check_init_receiver(const FunctionCheck *f, const Ast *annotation, const Type *type) {
    if (f->unit->is_stub || f->info->is_static || strcmp(f->def->name->text, "__init__") != 0 || type->kind != TYPE_INSTANCE || AS_INSTANCE(type)->cls != f->info->owner) return;
    const ClassInfo *cls = f->info->owner;
    if (type == type_self_instance(f->checker, f->info->owner)) return;
    TypeList variables = {0};
    type_collect_variables(f->checker, type, UINT32_MAX, &variables);
    for (uint32_t i = 0; i < variables.count; i++)
        for (uint32_t k = 0; k < cls->type_param_count; k++)
            if (variables.items[i] == cls->type_params[k]) {
                report_text(f->unit, annotation, "The type variable \"%s\" of the class can't be used in the annotation of \"self\" of \"__init__\"", AS_VARIABLE(variables.items[i])->info->name->text);
                return;
            }
}

static void check_receiver(const FunctionCheck *f) {
    if (!has_receiver(f)) return;
    if (!positional_count(f)) {
        if (!f->arguments->vararg && f->info->is_annotated && !f->unit->is_stub) report_text_at(f->unit, definition_span(&f->def->head), MISC, "Method must have at least one argument. Did you forget the \"self\" argument?");
        return;
    }
    const Ast *annotation = annotation_of_parameter(positional_parameter(f, 0));
    if (annotation && f->signature->count) check_init_receiver(f, annotation, f->signature->parameters[0].type);
    if (!annotation || f->info->is_overload || !f->signature->count) return;
    Checker *checker = f->checker;
    const Type *wanted = f->signature->parameters[0].type, *self = type_self_instance(checker, f->info->owner);
    bool takes_class = f->info->is_class_method || is_new(f) || class_derives(f->info->owner, known_class(checker, KNOWN_type));
    if (type_is_any(wanted) || is_protocol_type(checker, wanted) || f->info->owner->is_protocol) return;
    if (class_derives(f->info->owner, known_class(checker, KNOWN_type)) && !f->info->is_class_method && !is_new(f)) return; // self of a metaclass may be type[T]
    ClassInfo *cls = f->info->owner; // the arguments may be special ones: `self: C[int]`
    const Type *erased_self = type_erase_variables(checker, self, cls->type_params, cls->type_param_count, false);
    TypeList variables = {0};
    type_collect_variables(checker, wanted, UINT32_MAX, &variables);
    const Type *erased = wanted;
    for (uint32_t i = 0; i < variables.count; i++) {
        const Type *variable = variables.items[i];
        const Type *upper = variable->kind == TYPE_VARIABLE ? type_upper_bound(checker, variable) : checker->types.unknown;
        erased = type_substitute(checker, erased, &(Substitution){&variable, &upper, 1});
    }
    const Type *given = takes_class ? type_class_object(checker, erased_self, false) : erased_self;
    if (type_assignable(checker, erased, given)) return;
    Diagnostic *diagnostic = report_text(f->unit, annotation, "The erased type of self \"%s\" is not a supertype of its class \"%s\"", type_show(checker, erased, false), type_show(checker, given, false));
    if (diagnostic && !f->info->is_class_method && !is_new(f)) diagnostic->hint = "is \"self\" missing before it? A function that needs no object is a @staticmethod";
}

// ---- results --------------------------------------------------------------------------------------------------------------------------

static void check_guard(const FunctionCheck *f) {
    if (!f->def->returns) return;
    const Type *type = silent_annotation(f, f->def->returns, ANNOTATION_OF_RESULT);
    if (type->kind != TYPE_GUARD && type->kind != TYPE_IS_GUARD) return;
    uint32_t first = has_receiver(f) ? 1 : 0;
    if (positional_count(f) <= first && !(f->arguments->vararg)) {
        report_text_at(f->unit, definition_span(&f->def->head), MISC, "\"%s\" functions must have a positional argument", type->kind == TYPE_GUARD ? "TypeGuard" : "TypeIs");
        return;
    }
    if (type->kind != TYPE_IS_GUARD || f->signature->count <= first) return;
    const Type *input = f->signature->parameters[first].type, *narrowed = AS_WRAPPER(type)->inner;
    if (!type_is_any(input) && !type_assignable(f->checker, input, narrowed)) check_report_span(f->unit, definition_span(&f->def->head), DIAG_NARROWED_TYPE, 2, (DiagArg[]){diag_type(narrowed), diag_type(input)});
}

static void check_special_result(const FunctionCheck *f) {
    if (!f->info->owner || !f->def->returns) return;
    const char *name = f->def->name->text;
    if (strcmp(name, "__init__") != 0 && strcmp(name, "__init_subclass__") != 0) return;
    const Type *type = function_return_type(f->unit, &f->def->head);
    if (type && type->kind != TYPE_NONE && type->kind != TYPE_NEVER && !type_is_any(type)) report_text_at(f->unit, definition_span(&f->def->head), MISC, "The return type of \"%s\" must be None", name);
}

static bool check_generator_result(const FunctionCheck *f) {
    if (!f->info->is_generator || !f->def->returns) return true;
    const Type *yielded, *sent;
    if (function_yield_types(f->unit, &f->def->head, &yielded, &sent)) return true;
    const Type *type = silent_annotation(f, f->def->returns, ANNOTATION_OF_RESULT);
    if (type_is_any(type) || type_expand(f->checker, type) == object_type(f->checker)) return true;
    report_text(f->unit, f->def->returns, f->info->is_async ? "The return type of an async generator function should be \"AsyncGenerator\" or one of its supertypes" : "The return type of a generator function should be \"Generator\" or one of its supertypes");
    return false;
}

// A body that is only a form is fine where something else will be behind it.
static bool may_be_empty(const FunctionCheck *f) { return f->info->is_abstract || f->info->is_overload || f->unit->is_stub || (f->info->owner && f->info->owner->is_protocol) || f->info->is_type_check_only || is_type_checking_only(f->unit, &f->def->head); }

// `...` says that the body is left out on purpose, as the examples of the specification do.
static bool ends_in_ellipsis(const FunctionCheck *f) {
    const Ast *last = f->def->body.items[f->def->body.count - 1];
    return f->info->is_stub_body && last->kind == AST_Expr && ((const AstExpr *)last)->value->kind == AST_Constant && ((const AstConstant *)((const AstExpr *)last)->value)->value.kind == AST_CONST_ELLIPSIS;
}

static void check_missing_return(const FunctionCheck *f) {
    const Type *wanted = function_return_type(f->unit, &f->def->head);
    if (!wanted || (f->info->is_stub_body && may_be_empty(f)) || ends_in_ellipsis(f) || !flow_falls_off(f->unit, &f->def->head)) return;
    if (wanted->kind == TYPE_NEVER) {
        if (!f->unit->is_partial) report_text_at(f->unit, definition_span(&f->def->head), MISC, "Implicit return in function which does not return");
        return;
    }
    if (type_assignable(f->checker, wanted, f->checker->types.none)) return;
    Span span = definition_span(&f->def->head);
    bool may_be_meant = flow_falls_off_by_swallowing(f->unit, &f->def->head);
    f->checker->expecting += may_be_meant;
    check_report_span(f->unit, span, f->info->is_stub_body ? DIAG_EMPTY_BODY : DIAG_MISSING_RETURN, 0, NULL);
    f->checker->expecting -= may_be_meant;
}

// ---- decorators -------------------------------------------------------------------------------------------------------------------------

static void check_decorators(const FunctionCheck *f) {
    transform_options_check(f->unit, &f->def->decorator_list);
    deprecated_message_check(f->unit, &f->def->decorator_list);
    const FunctionInfo *info = f->info;
    Span span = definition_span(&f->def->head);
    if (info->is_final && !info->owner) report_text_at(f->unit, span, MISC, "@final cannot be used with non-method functions");
    if (info->is_override && !info->owner) report_text_at(f->unit, span, MISC, "\"override\" used with a non-method");
    if (info->is_final && info->is_abstract) report_text_at(f->unit, span, MISC, "Method \"%s\" is both abstract and final", f->def->name->text);
}

// A property takes nothing but self; its setter one value.
static void check_property(const FunctionCheck *f) {
    for (uint32_t i = 0; i < f->def->decorator_list.count; i++) {
        DecoratorKind kind = decorator_kind(f->unit, f->def, f->def->decorator_list.items[i]);
        if (!f->info->owner || (kind != DECORATOR_PROPERTY && kind != DECORATOR_SETTER)) continue;
        uint32_t wanted = kind == DECORATOR_PROPERTY ? 1 : 2, total = positional_count(f);
        uint32_t required = total - f->arguments->defaults.count;
        bool fits = required <= wanted && (total >= wanted || f->arguments->vararg);
        for (uint32_t k = 0; k < f->arguments->kwonlyargs.count; k++) fits &= f->arguments->kw_defaults.items[k] != NULL;
        if (!fits && total && f->info->is_annotated) report_text_at(f->unit, definition_span(&f->def->head), MISC, kind == DECORATOR_PROPERTY ? "A property takes only \"self\"" : "Invalid property setter signature");
    }
}

// ---- the body ----------------------------------------------------------------------------------------------------------------------------

static void find_annotation(void *context, Ast *node) {
    if (node->kind == AST_AnnAssign || node->kind == AST_TypeAlias) *(bool *)context = true;
    if (node->kind == AST_FunctionDef || node->kind == AST_AsyncFunctionDef || node->kind == AST_ClassDef || node->kind == AST_Lambda || *(bool *)context) return;
    ast_visit_children(node, find_annotation, context);
}

// Errors in the body are not said: @no_type_check, or no annotation in the signature nor, for `typhon check`, in the body.
static bool is_silent(const FunctionCheck *f) {
    if (f->info->has_no_type_check) return true;
    if (f->info->is_annotated || f->checker->options.strict) return false;
    bool found = f->def->type_params.count > 0;
    if (f->checker->options.purpose == CHECK_STANDALONE && f->unit->has_annotations)
        for (uint32_t i = 0; i < f->def->body.count && !found; i++) find_annotation(&found, f->def->body.items[i]);
    return !found;
}

// Nothing that can be found in the body would be said: the function is silent, and so is the policy on it where nothing in the module is annotated. (A run wants what is proven of its values.)
static bool is_unheard(const FunctionCheck *f) {
    const Unit *unit = f->unit;
    return f->checker->function_is_silent && f->checker->options.purpose == CHECK_STANDALONE && !unit->has_annotations && !unit->uses_typing &&
           !scope_lookup(unit->scopes->module, f->checker->atoms->known[ATOM_reveal_type]);
}

static void check_body(const FunctionCheck *f) {
    Checker *checker = f->checker;
    const Ast *outer = checker->checking_function;
    bool outer_is_silent = checker->function_is_silent;
    checker->checking_function = &f->def->head;
    checker->function_is_silent = is_silent(f);
    checker->no_type_check += f->info->has_no_type_check;
    checker->no_type_check += f->info->has_no_type_check;
    if (!is_unheard(f)) {
        bool generator_fits = check_generator_result(f);
        constrained_body_check(f->unit, f->def);
        if (generator_fits) check_missing_return(f);
    }
    checker->no_type_check -= f->info->has_no_type_check;
    checker->checking_function = outer;
    checker->function_is_silent = outer_is_silent;
    checker->no_type_check -= f->info->has_no_type_check;
}

void function_check(Unit *unit, const Ast *node) {
    Checker *checker = unit->checker;
    const AstFunctionDef *def = (const AstFunctionDef *)node;
    const Type *signature = function_signature(unit, node);
    if (signature->kind != TYPE_CALLABLE || checker->depth >= CHECKER_MAX_DEPTH) return;
    FunctionCheck f = {unit, checker, def, (const Astarguments *)def->args, function_info(unit, node), AS_CALLABLE(signature)};
    function_signature_check(unit, node);
    declaration_redefinition_check(unit, node);
    if (!f.info->has_no_type_check) {
        check_defaults(&f);
        if (f.info->is_annotated) {
            check_old_positional_only(&f);
            check_param_spec(&f);
            check_unpacked_keywords(&f);
            check_guard(&f);
            check_special_result(&f);
        }
        check_receiver(&f);
        check_decorators(&f);
        check_property(&f);
        overloads_check(unit, node);
    }
    checker->depth++;
    check_body(&f);
    checker->depth--;
}
