// Calling a class (specification, "Constructors"): the metaclass's __call__, then __new__, then __init__.
#include "typecheck/infer_private.h"
#include <string.h>

static bool is_explicit_self(const TypeCallable *callable, ClassInfo *cls) {
    if (!callable->count || callable->parameters[0].kind > PARAMETER_POSITIONAL_OR_KEYWORD) return false;
    const Type *type = callable->parameters[0].type;
    if (type_is_any(type)) return false;
    if (type->kind == TYPE_VARIABLE) return false;
    return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls == cls;
}

static bool is_unspecialised_instance(const Type *instance) {
    for (uint32_t i = 0; i < AS_INSTANCE(instance)->count; i++)
        if (AS_INSTANCE(instance)->args[i] == AS_INSTANCE(instance)->cls->type_params[i]) return true;
    return false;
}

// The class's own parameters that `instance` leaves open, then those the callable has itself.
static void quantify(Checker *checker, CallableBuilder *builder, const Type *instance) {
    TypeList variables = {0};
    if (instance->kind == TYPE_INSTANCE)
        for (uint32_t i = 0; i < AS_INSTANCE(instance)->count; i++)
            if (AS_INSTANCE(instance)->args[i] == AS_INSTANCE(instance)->cls->type_params[i]) vec_push(checker->arena, &variables, AS_INSTANCE(instance)->args[i]);
    if (instance->kind == TYPE_TUPLE) {
        ClassInfo *cls = known_class(checker, KNOWN_tuple);
        if (cls && cls->type_param_count && AS_TUPLE(instance)->count && AS_TUPLE(instance)->items[0] == cls->type_params[0]) vec_push(checker->arena, &variables, cls->type_params[0]);
    }
    for (uint32_t i = 0; i < builder->variable_count; i++) vec_push(checker->arena, &variables, builder->variables[i]);
    builder->variables = variables.items;
    builder->variable_count = variables.count;
}

static const Type *as_constructor(Checker *checker, const Type *bound, const Type *instance, const Type *result) {
    CallableBuilder builder;
    callable_edit(checker, &builder, bound);
    builder.result = result;
    quantify(checker, &builder, instance);
    return callable_finish(checker, &builder);
}

// `self: Base[str, V]`, inherited by a generic class that leaves its parameters open: the instance of `instance`'s class that is meant. NULL: another case.
static const Type *instance_for_base(Checker *checker, const Type *instance, const TypeCallable *callable) {
    if (!callable->count || callable->parameters[0].kind > PARAMETER_POSITIONAL_OR_KEYWORD) return NULL;
    const Type *own = callable->parameters[0].type;
    if (own->kind != TYPE_INSTANCE || AS_INSTANCE(own)->cls == AS_INSTANCE(instance)->cls || AS_INSTANCE(own)->cls->is_protocol) return NULL;
    const Type *base = class_as_base(checker, instance, AS_INSTANCE(own)->cls);
    if (!base || base == own) return NULL;
    TypeList open = {0};
    for (uint32_t i = 0; i < AS_INSTANCE(instance)->count; i++)
        if (AS_INSTANCE(instance)->args[i] == AS_INSTANCE(instance)->cls->type_params[i]) vec_push(checker->arena, &open, AS_INSTANCE(instance)->args[i]);
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, instance, open.items, open.count), *meant = NULL;
    if (type_assignable_with(checker, own, class_as_base(checker, fresh, AS_INSTANCE(own)->cls), &solver, NULL, 0)) {
        meant = solver_apply(&solver, fresh, true);
        for (uint32_t k = 0; k < solver.entries.count; k++)
            meant = type_substitute(checker, meant, &(Substitution){&solver.entries.items[k].variable, &solver.entries.items[k].original, 1});
    }
    solver_end(&solver);
    return meant;
}

// __init__ as a function that gives the instance. NULL: it can't be bound.
static const Type *init_as_callable(Checker *checker, const Type *function, const Type *instance, const Type *result) {
    if (function->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(function);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        uint32_t count = 0;
        for (uint32_t i = 0; i < overloaded->count; i++) {
            const Type *one = init_as_callable(checker, overloaded->items[i], instance, result);
            if (one) items[count++] = one;
        }
        return count ? type_overloaded(checker, items, count, NULL) : NULL;
    }
    if (function->kind != TYPE_CALLABLE) return NULL;
    ClassInfo *cls = type_class(checker, instance);
    bool is_open = instance->kind == TYPE_INSTANCE && is_unspecialised_instance(instance);
    const Type *own = NULL; // `self: C[int]` says what is made
    if (is_open && is_explicit_self(AS_CALLABLE(function), cls)) own = AS_CALLABLE(function)->parameters[0].type;
    else if (is_open) own = instance_for_base(checker, instance, AS_CALLABLE(function));
    if (own && own != instance) {
        CallableBuilder builder;
        callable_edit(checker, &builder, function);
        for (uint32_t i = 1; i < builder.parameters.count; i++) builder.parameters.items[i - 1] = builder.parameters.items[i];
        builder.parameters.count--;
        builder.result = result->kind == TYPE_VARIABLE ? result : own;
        builder.is_bound = true;
        quantify(checker, &builder, instance);
        return type_bind_self(checker, callable_finish(checker, &builder), own);
    }
    const Type *bound = bind_method(checker, function, result->kind == TYPE_VARIABLE ? result : instance, false);
    return bound && bound->kind == TYPE_CALLABLE ? as_constructor(checker, bound, instance, result) : NULL;
}

static const Type *new_as_callable(Checker *checker, const Type *function, const Type *instance, const Type *self) {
    if (function->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(function);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        uint32_t count = 0;
        for (uint32_t i = 0; i < overloaded->count; i++) {
            const Type *one = new_as_callable(checker, overloaded->items[i], instance, self);
            if (one) items[count++] = one;
        }
        return count ? type_overloaded(checker, items, count, NULL) : NULL;
    }
    if (function->kind != TYPE_CALLABLE) return NULL;
    const Type *receiver = type_class_object(checker, self, false);
    const TypeCallable *callable = AS_CALLABLE(function);
    const Type *first = callable->count && callable->parameters[0].kind <= PARAMETER_POSITIONAL_OR_KEYWORD ? callable->parameters[0].type : NULL;
    const Type *bound = bind_method(checker, function, receiver, true);
    if (!bound && first && first->kind == TYPE_CLASS_OBJECT && !(instance->kind == TYPE_INSTANCE && AS_INSTANCE(instance)->count && !is_unspecialised_instance(instance))) { // `cls: type[C[int]]`
        CallableBuilder builder;
        callable_edit(checker, &builder, function);
        for (uint32_t i = 1; i < builder.parameters.count; i++) builder.parameters.items[i - 1] = builder.parameters.items[i];
        builder.parameters.count--;
        builder.is_bound = true;
        bound = type_bind_self(checker, callable_finish(checker, &builder), AS_CLASS_OBJECT(first)->instance);
    }
    if (!bound || bound->kind != TYPE_CALLABLE) return NULL;
    const Type *result = AS_CALLABLE(bound)->result;
    const FunctionInfo *info = AS_CALLABLE(bound)->info;
    if (info && !info->is_annotated) { // it may return something else altogether
        const Type *made = callable_result(checker, AS_CALLABLE(bound)), *upper = type_as_instance(checker, type_upper_bound(checker, made));
        bool is_other = made->kind == TYPE_INSTANCE && upper->kind == TYPE_INSTANCE && instance->kind == TYPE_INSTANCE && !class_derives(AS_INSTANCE(upper)->cls, AS_INSTANCE(instance)->cls) && !class_derives(AS_INSTANCE(instance)->cls, AS_INSTANCE(upper)->cls);
        result = is_other ? made : self;
    } else if (result->kind == TYPE_UNKNOWN) {
        result = self;
    }
    return as_constructor(checker, bound, instance, result);
}

typedef struct Constructors {
    const Type *metaclass_call; // bound, or NULL
    const Type *new_function;   // as callables, NULL: object's
    const Type *init_function;
    ClassInfo *new_owner, *init_owner;
    const char *unbound;        // __new__ or __init__: says in its first parameter that it isn't for this instance
    bool is_unknown;            // a base is not known: any arguments
} Constructors;

// `self: C[int]` (`cls: type[C[int]]`), in each overload.
static bool is_for_others(Checker *checker, const Type *function, const Type *instance) {
    if (function->kind == TYPE_OVERLOADED) {
        for (uint32_t i = 0; i < AS_OVERLOADED(function)->count; i++)
            if (!is_for_others(checker, AS_OVERLOADED(function)->items[i], instance)) return false;
        return AS_OVERLOADED(function)->count > 0;
    }
    if (function->kind != TYPE_CALLABLE || instance->kind != TYPE_INSTANCE || !AS_CALLABLE(function)->count) return false;
    const Type *first = AS_CALLABLE(function)->parameters[0].type;
    if (first->kind == TYPE_CLASS_OBJECT) first = AS_CLASS_OBJECT(first)->instance;
    return first->kind == TYPE_INSTANCE && class_as_base(checker, instance, AS_INSTANCE(first)->cls) && !(first->flags & TYPE_HAS_ANY) && !(instance->flags & TYPE_HAS_ANY) && !is_unspecialised_instance(instance);
}

static void find_constructors(Checker *checker, const Type *instance, const Type *self, Constructors *out) {
    *out = (Constructors){0};
    ClassInfo *cls = type_class(checker, instance);
    class_specials(cls);
    if (cls->metaclass && cls->metaclass->kind == TYPE_INSTANCE && !is_known(AS_INSTANCE(cls->metaclass)->cls, KNOWN_type)) {
        MemberLookup call = class_lookup(checker, cls->metaclass, checker->atoms->known[ATOM___call__], LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_TYPE);
        if (call.binding && !is_known(call.owner, KNOWN_EnumMeta)) out->metaclass_call = bind_method(checker, member_type(checker, &call), type_class_object(checker, self, true), false);
    }
    MemberLookup made = class_lookup(checker, instance, checker->atoms->known[ATOM___new__], LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE);
    MemberLookup init = class_lookup(checker, instance, checker->atoms->known[ATOM___init__], LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE);
    out->new_owner = made.owner;
    out->init_owner = init.owner;
    if (made.binding) {
        const Type *function = member_type(checker, &made);
        out->new_function = new_as_callable(checker, function, instance, self);
        if (!out->new_function && is_for_others(checker, function, instance)) out->unbound = "__new__";
    }
    if (init.binding) {
        const Type *function = member_type(checker, &init);
        if (function->kind == TYPE_INSTANCE) function = type_as_callable(checker, function); // a descriptor or callable object
        out->init_function = function && !type_is_any(function) ? init_as_callable(checker, function, instance, self) : NULL;
        if (!out->init_function && function && is_for_others(checker, function, instance)) out->unbound = "__init__";
    }
    out->is_unknown = cls->has_unknown_base && !made.binding && !init.binding;
    if (!made.binding && !init.binding && made.has_unknown_base) out->is_unknown = true;
}

// ---- TypedDict -----------------------------------------------------------------------------------------------------------------

// TD(x=1, y="") and TD({...}).
static const Type *typed_dict_constructor(Checker *checker, const Type *instance) {
    ClassInfo *cls = AS_INSTANCE(instance)->cls;
    class_specials(cls);
    if (!cls->typed_dict) return NULL;
    const TypedDictInfo *info = cls->typed_dict;
    FunctionInfo *function = arena_new(checker->arena, FunctionInfo);
    *function = (FunctionInfo){.name = cls->name, .owner = cls, .is_annotated = true, .is_constructor = true};
    CallableBuilder builder;
    callable_start(&builder, TYPE_CALLABLE, instance);
    builder.info = function;
    for (uint32_t i = 0; i < info->items.count; i++)
        callable_add(checker, &builder, PARAMETER_KEYWORD_ONLY, info->items.items[i].key, type_specialise(checker, info->items.items[i].type, instance), !info->items.items[i].is_required);
    if (info->extra_items && info->extra_items->kind != TYPE_NEVER) callable_add(checker, &builder, PARAMETER_VAR_KEYWORD, NULL, info->extra_items, false);
    quantify(checker, &builder, instance);
    return callable_finish(checker, &builder);
}

static const Type *typed_dict_copy(Checker *checker, const Type *instance, const Type *keywords) {
    CallableBuilder builder;
    callable_edit(checker, &builder, keywords);
    builder.parameters.count = 0;
    callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, NULL, instance, false);
    for (uint32_t i = 0; i < AS_CALLABLE(keywords)->count; i++) {
        Parameter parameter = AS_CALLABLE(keywords)->parameters[i];
        if (parameter.kind == PARAMETER_KEYWORD_ONLY) parameter.has_default = true;
        vec_push(checker->arena, &builder.parameters, parameter);
    }
    return callable_finish(checker, &builder);
}

static CallResult call_typed_dict(Unit *unit, const Ast *node, const Type *instance, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *keywords = typed_dict_constructor(checker, instance);
    if (!keywords) return (CallResult){instance, false};
    bool positional = count && !args[0].keyword && args[0].star == 0;
    const Type *callable = positional ? typed_dict_copy(checker, instance, keywords) : keywords;
    MatchedCall call = call_signature(unit, node, AS_CALLABLE(callable), args, count, expected);
    return (CallResult){call.failed ? instance : call.result, call.failed};
}

// ---- the call ----------------------------------------------------------------------------------------------------------------------

// Whether a decorator is one that nothing is known of, or a function without annotations.
static bool is_unknown_decorator(const Type *decorator) {
    if (type_is_any(decorator)) return true;
    if (decorator->kind != TYPE_CALLABLE) return false;
    const FunctionInfo *info = AS_CALLABLE(decorator)->info;
    return type_is_any(AS_CALLABLE(decorator)->result) || (info && !info->is_annotated);
}

// A class without a constructor that such a decorator may have given one, or a base of it.
static bool may_have_been_given_init(const ClassInfo *cls) {
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        const ClassInfo *base = cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL;
        if (!base || !base->node || !base->unit) continue;
        for (uint32_t k = 0; k < base->node->decorator_list.count; k++)
            if (is_unknown_decorator(infer_silently(base->unit, base->node->decorator_list.items[k], NULL))) return true;
    }
    return false;
}

static const Type *default_arguments(Checker *checker, const Type *instance) {
    if (instance->kind != TYPE_INSTANCE) return instance;
    ClassInfo *cls = AS_INSTANCE(instance)->cls;
    return type_erase_variables(checker, instance, cls->type_params, cls->type_param_count, true);
}

static void report_abstract(Unit *unit, const Ast *node, ClassInfo *cls) {
    Checker *checker = unit->checker;
    if (cls->is_protocol) {
        check_report(unit, node, PROTOCOL_INSTANTIATION, diag_text(cls->name->text));
        return;
    }
    BindingList members = {0};
    class_abstract_members(cls, &members);
    if (!members.count) return;
    const char *names = "";
    for (uint32_t i = 0; i < members.count; i++)
        names = check_text(checker, "%s%s\"%s\"", names, i == 0 ? "" : i + 1 == members.count ? " and " : ", ", members.items[i]->name->text);
    check_report(unit, node, ABSTRACT_INSTANTIATION, diag_text(cls->name->text), diag_text(names), diag_text(members.count > 1 ? "s" : ""));
}

// Does the result of __new__ or of the metaclass's __call__ end the construction?
static bool is_foreign(Checker *checker, const Type *result, ClassInfo *cls) {
    if (result->kind == TYPE_NEVER) return true;
    if (type_is_any(result)) return result->kind == TYPE_ANY;
    TYPE_EACH(item, type_expand(checker, result)) {
        const Type *instance = type_as_instance(checker, type_upper_bound(checker, item));
        ClassInfo *made = type_class(checker, instance);
        if (!made || !class_derives(made, cls)) return true;
    }
    return false;
}

static CallResult call_by(Unit *unit, const Ast *node, const Type *callable, const CallArgument *args, uint32_t count, const Type *expected) {
    return infer_call_type(unit, node, callable, args, count, expected);
}

static bool has_open_arguments(const Type *type) { return type->flags & TYPE_HAS_UNKNOWN || type->flags & TYPE_HAS_FRESH; }

static CallResult construct(Unit *unit, const Ast *node, const TypeClassObject *callee, const Type *instance, const Type *self, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    ClassInfo *cls = type_class(checker, instance);
    Constructors found;
    find_constructors(checker, instance, self, &found);
    (void)callee;
    if (found.metaclass_call && !type_is_any(found.metaclass_call)) {
        const Type *function = found.metaclass_call->kind == TYPE_OVERLOADED ? AS_OVERLOADED(found.metaclass_call)->items[0] : found.metaclass_call;
        if (function->kind == TYPE_CALLABLE && AS_CALLABLE(function)->result->kind != TYPE_UNKNOWN) {
            Speculation trial = speculation_start(checker);
            CallResult made = call_by(unit, node, found.metaclass_call, args, count, expected);
            if (speculation_end(checker, trial) || made.failed || is_foreign(checker, made.type, cls)) return call_by(unit, node, found.metaclass_call, args, count, expected);
        }
    }
    if (found.is_unknown) {
        infer_arguments_only(unit, args, count);
        return (CallResult){default_arguments(checker, self), false};
    }
    if (found.unbound) {
        infer_arguments_only(unit, args, count);
        check_report(unit, node, INVALID_SELF, diag_text(found.unbound), diag_type(instance));
        return (CallResult){default_arguments(checker, self), true};
    }
    if (found.new_function) report_deprecated_function(unit, node, found.new_function);
    if (found.init_function) report_deprecated_function(unit, node, found.init_function);
    if (found.new_function) {
        CallResult made = call_by(unit, node, found.new_function, args, count, expected);
        if (made.failed) return (CallResult){type_is_any(made.type) ? default_arguments(checker, self) : made.type, true};
        if (is_foreign(checker, made.type, cls) || !found.init_function) return made;
        bool generic = made.type->kind == TYPE_INSTANCE && AS_INSTANCE(made.type)->count;
        if (generic && !has_open_arguments(made.type)) {
            Constructors again;
            find_constructors(checker, made.type, made.type, &again);
            if (again.init_function) {
                CallResult initialised = call_by(unit, node, again.init_function, args, count, expected);
                return (CallResult){made.type, initialised.failed};
            }
        }
        CallResult initialised = call_by(unit, node, found.init_function, args, count, expected);
        if (initialised.failed) return (CallResult){default_arguments(checker, self), true};
        return generic ? initialised : made;
    }
    if (found.init_function) {
        CallResult made = call_by(unit, node, found.init_function, args, count, expected);
        return made.failed ? (CallResult){default_arguments(checker, self), true} : made;
    }
    if (found.init_owner || found.new_owner) { // there is one that can't be understood
        infer_arguments_only(unit, args, count);
        return (CallResult){default_arguments(checker, self), false};
    }
    infer_arguments_only(unit, args, count);
    if (count && !(args[0].star && args[0].node) && !may_have_been_given_init(cls)) {
        check_report(unit, args[0].node ? args[0].node : node, TOO_MANY_ARGUMENTS, diag_text(check_text(checker, "\"%s\"", cls->name->text)));
        return (CallResult){default_arguments(checker, self), true};
    }
    if (expected && self->kind == TYPE_INSTANCE && is_unspecialised_instance(self)) { // `x: Box[int] = Box()`
        const Type *filled[32];
        if (cls->type_param_count <= 32) {
            TYPE_EACH(item, type_expand(checker, expected))
                if (expected_arguments(checker, cls, item, filled)) return (CallResult){type_instance(checker, cls, filled, cls->type_param_count), false};
        }
    }
    return (CallResult){default_arguments(checker, self), false};
}

CallResult call_class(Unit *unit, const Ast *node, const TypeClassObject *callee, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *self = type_expand(checker, callee->instance);
    if (type_is_any(self)) {
        infer_arguments_only(unit, args, count);
        return (CallResult){checker->types.unknown, false};
    }
    const Type *instance = type_upper_bound(checker, self);
    if (instance->kind == TYPE_UNION) {
        infer_arguments_only(unit, args, count);
        return (CallResult){self, false};
    }
    if (instance->kind == TYPE_NONE) { // NoneType()
        infer_arguments_only(unit, args, count);
        return (CallResult){instance, false};
    }
    instance = type_as_instance(checker, instance);
    ClassInfo *cls = type_class(checker, instance);
    if (!cls) {
        infer_arguments_only(unit, args, count);
        return (CallResult){checker->types.unknown, false};
    }
    if (callee->is_exact) report_abstract(unit, node, cls);
    if (cls->is_new_type) { // NewType: one argument of its base
        CallableBuilder builder;
        callable_start(&builder, TYPE_CALLABLE, self);
        FunctionInfo *info = arena_new(checker->arena, FunctionInfo);
        *info = (FunctionInfo){.name = cls->name, .owner = cls, .is_annotated = true, .is_constructor = true};
        builder.info = info;
        callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, NULL, cls->new_type_base ? cls->new_type_base : checker->types.unknown, false);
        MatchedCall call = call_signature(unit, node, AS_CALLABLE(callable_finish(checker, &builder)), args, count, NULL);
        return (CallResult){self, call.failed};
    }
    if (cls->is_typed_dict) return call_typed_dict(unit, node, instance, args, count, expected);
    if (cls->is_enum) { // a look-up by value
        class_specials(cls);
        infer_arguments_only(unit, args, count);
        if (!count) check_report(unit, node, MISSING_ARGUMENT, diag_text("\"value\""), diag_text(""), diag_text(check_text(checker, "\"%s\"", cls->name->text)));
        return (CallResult){self, !count};
    }
    CallResult result = construct(unit, node, callee, instance, self, args, count, expected);
    if (self->kind == TYPE_VARIABLE && result.type->kind == TYPE_INSTANCE && AS_INSTANCE(result.type)->cls == cls) result.type = self;
    if (is_known(cls, KNOWN_partial) && !result.failed && callee->is_exact) result.type = partial_of_call(unit, node, result.type, args, count);
    if (is_known(cls, KNOWN_tuple) && result.type->kind == TYPE_INSTANCE) result.type = type_tuple_of(checker, AS_INSTANCE(result.type)->count ? AS_INSTANCE(result.type)->args[0] : checker->types.unknown);
    return result;
}

static bool takes_anything(const Type *function) {
    return function->kind == TYPE_CALLABLE && (AS_CALLABLE(function)->is_gradual || (AS_CALLABLE(function)->count && AS_CALLABLE(function)->parameters[0].kind == PARAMETER_VAR_POSITIONAL));
}

const Type *class_constructor(Checker *checker, const TypeClassObject *callee) {
    const Type *self = type_expand(checker, callee->instance), *instance = type_upper_bound(checker, self);
    if (type_is_any(instance)) return callable_gradual(checker, checker->types.unknown);
    instance = type_as_instance(checker, instance);
    ClassInfo *cls = type_class(checker, instance);
    if (!cls) return callable_gradual(checker, self);
    bool plain = callee->is_exact && instance == type_self_instance(checker, cls);
    if (plain && cls->constructor) return cls->constructor;
    if (cls->is_typed_dict) {
        const Type *typed = typed_dict_constructor(checker, instance);
        return typed ? typed : callable_gradual(checker, self);
    }
    if (cls->is_new_type) {
        CallableBuilder builder;
        callable_start(&builder, TYPE_CALLABLE, self);
        callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, NULL, cls->new_type_base ? cls->new_type_base : checker->types.unknown, false);
        return callable_finish(checker, &builder);
    }
    if (checker->depth >= CHECKER_MAX_DEPTH) return callable_gradual(checker, self);
    checker->depth++;
    Constructors found;
    find_constructors(checker, instance, self, &found);
    checker->depth--;
    const Type *result = NULL;
    if (found.metaclass_call && (found.metaclass_call->kind == TYPE_CALLABLE || found.metaclass_call->kind == TYPE_OVERLOADED)) {
        bool is_overloaded = found.metaclass_call->kind == TYPE_OVERLOADED;
        for (uint32_t i = 0; i < (is_overloaded ? AS_OVERLOADED(found.metaclass_call)->count : 1); i++) {
            const Type *given = AS_CALLABLE(is_overloaded ? AS_OVERLOADED(found.metaclass_call)->items[i] : found.metaclass_call)->result;
            if (given->kind != TYPE_UNKNOWN && !type_is_variable(given) && is_foreign(checker, given, cls)) result = found.metaclass_call;
        }
    }
    if (!result && found.new_function) {
        const Type *function = found.new_function->kind == TYPE_OVERLOADED ? AS_OVERLOADED(found.new_function)->items[0] : found.new_function;
        bool foreign = is_foreign(checker, AS_CALLABLE(function)->result, cls);
        if (foreign || !found.init_function || (!takes_anything(function) && (found.init_owner != cls || takes_anything(found.init_function)))) result = found.new_function;
    }
    if (!result) result = found.init_function;
    if (!result && (found.is_unknown || found.new_owner || found.init_owner)) result = callable_gradual(checker, self);
    if (!result) {
        CallableBuilder builder;
        callable_start(&builder, TYPE_CALLABLE, self);
        quantify(checker, &builder, instance);
        result = callable_finish(checker, &builder);
    }
    if (plain) cls->constructor = result;
    return result;
}
