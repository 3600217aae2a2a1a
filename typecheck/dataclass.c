// Dataclasses (specification, "Dataclasses" and "The dataclass_transform decorator"): which class is one, its fields, the methods made from them.
// The checks are in check_dataclass.c.
#include "typecheck/special_class.h"
#include <string.h>

static ClassInfo *mro_class(const ClassInfo *cls, uint32_t i) { return cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL; }

static const Ast *transform_decorator(Unit *unit, const AstNodes *decorators) {
    const Ast *found = decorators->count ? find_decorator(unit, decorators, "typing", "dataclass_transform") : NULL;
    return found || !decorators->count ? found : find_decorator(unit, decorators, NULL, "__dataclass_transform__");
}

void transform_options_check(Unit *unit, const AstNodes *decorators) {
    static const char *const known[] = {"eq_default", "order_default", "kw_only_default", "frozen_default", "field_specifiers", "field_descriptors"};
    const Ast *decorator = transform_decorator(unit, decorators);
    if (!decorator || decorator->kind != AST_Call) return;
    const AstNodes *keywords = &((const AstCall *)decorator)->keywords;
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)keywords->items[i];
        bool found = !keyword->arg;
        for (size_t k = 0; k < sizeof known / sizeof *known && !found; k++) found = strcmp(known[k], keyword->arg->text) == 0;
        if (!found) report_text(unit, keyword, "Unrecognized dataclass_transform parameter \"%s\"", keyword->arg->text);
        else if (keyword->arg && strncmp(keyword->arg->text, "field_", 6) != 0) {
            const Type *value = infer_silently(unit, keyword->value, NULL);
            if (!type_is_any(value) && (value->kind != TYPE_LITERAL || AS_LITERAL(value)->kind != LITERAL_BOOL)) report_text(unit, keyword, "\"%s\" argument must be a True or False literal", keyword->arg->text);
        }
    }
}

const DataclassField *dataclass_field(ClassInfo *cls, const Atom *name) {
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        ClassInfo *base = mro_class(cls, i);
        if (!base || !base->node) continue;
        class_specials(base);
        if (!base->dataclass) continue;
        for (uint32_t k = 0; k < base->dataclass->fields.count; k++)
            if (base->dataclass->fields.items[k].name == name) return &base->dataclass->fields.items[k];
        return NULL;
    }
    return NULL;
}

// ---- which class is one ---------------------------------------------------------------------------------------------------

static const DataclassTransform *transform_of_def(Unit *unit, const Ast *node) {
    if (!unit || !node || (node->kind != AST_FunctionDef && node->kind != AST_AsyncFunctionDef)) return NULL;
    const AstFunctionDef *def = (const AstFunctionDef *)node;
    const Ast *decorator = transform_decorator(unit, &def->decorator_list);
    return decorator && decorator->kind == AST_Call ? dataclass_transform_of(unit, (const AstCall *)decorator) : NULL;
}

static const DataclassTransform *transform_of_function(const Binding *binding) { // any of its overloads may carry it
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        const DataclassTransform *transform = declaration->kind == DECLARE_FUNCTION ? transform_of_def(declaration->unit, declaration->node) : NULL;
        if (transform) return transform;
    }
    return NULL;
}

static const DataclassTransform *transform_of_callable(const Type *type) {
    if (type->kind == TYPE_CALLABLE) {
        const FunctionInfo *info = AS_CALLABLE(type)->info;
        return info ? transform_of_def(info->unit, info->node) : NULL;
    }
    if (type->kind != TYPE_OVERLOADED) return NULL;
    const TypeOverloaded *overloaded = AS_OVERLOADED(type);
    for (uint32_t i = 0; i < overloaded->count; i++) {
        const DataclassTransform *transform = transform_of_callable(overloaded->items[i]);
        if (transform) return transform;
    }
    return overloaded->implementation ? transform_of_callable(overloaded->implementation) : NULL;
}

typedef struct Origin {
    bool found;
    const DataclassTransform *transform; // NULL: dataclasses.dataclass
    const AstNodes *keywords;            // of the decorator's call or of the class statement; NULL: none
} Origin;

static bool origin_of_decorator(Unit *unit, const Ast *decorator, Origin *origin) {
    const Ast *callee = decorator_callee(decorator);
    if (!last_name(callee)) return false;
    Entity entity = entity_of(unit, node_scope(unit, decorator), callee);
    bool is_plain = entity_is(&entity, "dataclasses", "dataclass");
    const DataclassTransform *transform = NULL;
    if (!is_plain) {
        if (entity.kind == ENTITY_FUNCTION) transform = transform_of_function(entity.declaration->binding);
        else if (entity.kind == ENTITY_VALUE || entity.kind == ENTITY_ALIAS) transform = transform_of_callable(infer_silently(unit, callee, NULL));
        if (!transform) return false;
    }
    *origin = (Origin){true, transform, decorator->kind == AST_Call ? &((const AstCall *)decorator)->keywords : NULL};
    return true;
}

// A base class or the metaclass that carries @dataclass_transform.
static const DataclassTransform *inherited_transform(ClassInfo *cls) {
    for (uint32_t i = 1; i < cls->mro_count; i++) {
        const ClassInfo *base = mro_class(cls, i);
        if (base && base->transform) return base->transform;
    }
    if (!cls->metaclass || cls->metaclass->kind != TYPE_INSTANCE || is_known(AS_INSTANCE(cls->metaclass)->cls, KNOWN_type)) return NULL;
    const ClassInfo *metaclass = AS_INSTANCE(cls->metaclass)->cls;
    for (uint32_t i = 0; i < metaclass->mro_count; i++) {
        const ClassInfo *base = mro_class(metaclass, i);
        if (base && base->transform) return base->transform;
    }
    return NULL;
}

static Origin find_origin(ClassInfo *cls) {
    Origin origin = {0};
    const AstNodes *decorators = &cls->node->decorator_list;
    for (uint32_t i = 0; i < decorators->count; i++)
        if (origin_of_decorator(cls->unit, decorators->items[i], &origin)) return origin;
    const DataclassTransform *transform = cls->transform ? NULL : inherited_transform(cls);
    if (transform) origin = (Origin){true, transform, &cls->node->keywords};
    return origin;
}

static void read_option(const AstNodes *keywords, const char *name, bool *option) {
    int value = keywords ? ast_constant_truth(keyword_argument(keywords, name)) : -1;
    if (value >= 0) *option = value;
}

static DataclassOptions options_of(const Origin *origin) {
    DataclassOptions options = {.init = true, .repr = true, .eq = true, .match_args = true};
    if (origin->transform) {
        options.eq = origin->transform->eq_default;
        options.order = origin->transform->order_default;
        options.kw_only = origin->transform->kw_only_default;
        options.frozen = origin->transform->frozen_default;
    }
    read_option(origin->keywords, "init", &options.init);
    read_option(origin->keywords, "repr", &options.repr);
    read_option(origin->keywords, "eq", &options.eq);
    read_option(origin->keywords, "order", &options.order);
    read_option(origin->keywords, "unsafe_hash", &options.unsafe_hash);
    read_option(origin->keywords, "frozen", &options.frozen);
    read_option(origin->keywords, "match_args", &options.match_args);
    read_option(origin->keywords, "kw_only", &options.kw_only);
    read_option(origin->keywords, "slots", &options.slots);
    read_option(origin->keywords, "weakref_slot", &options.weakref_slot);
    return options;
}

// ---- field specifiers -------------------------------------------------------------------------------------------------------

static bool is_same_specifier(const Type *listed, const Type *callee) {
    if (listed == callee) return true;
    if (listed->kind == TYPE_CLASS_OBJECT && callee->kind == TYPE_CLASS_OBJECT) {
        const Type *a = AS_CLASS_OBJECT(listed)->instance, *b = AS_CLASS_OBJECT(callee)->instance;
        return a->kind == TYPE_INSTANCE && b->kind == TYPE_INSTANCE && AS_INSTANCE(a)->cls == AS_INSTANCE(b)->cls;
    }
    return false;
}

// Is `value` a call of field(...) or of a listed specifier?
static const AstCall *field_call(ClassInfo *cls, const Ast *value, const Type **callee) {
    if (!value || value->kind != AST_Call) return NULL;
    const AstCall *call = (const AstCall *)value;
    const DataclassTransform *transform = cls->dataclass->transform;
    *callee = NULL;
    if (!transform) {
        if (!last_name(call->func)) return NULL;
        Entity entity = entity_of(cls->unit, node_scope(cls->unit, value), call->func);
        return entity_is(&entity, "dataclasses", "field") || entity_is(&entity, "dataclasses", "Field") ? call : NULL;
    }
    if (!transform->field_specifier_count) return NULL;
    const Type *type = infer_silently(cls->unit, call->func, NULL);
    for (uint32_t i = 0; i < transform->field_specifier_count; i++)
        if (is_same_specifier(transform->field_specifiers[i], type)) {
            *callee = type;
            return call;
        }
    return NULL;
}

bool dataclass_is_specifier_object(ClassInfo *cls, const Ast *value) {
    const Type *callee;
    class_specials(cls);
    return cls->dataclass && field_call(cls, value, &callee) && callee && callee->kind == TYPE_CLASS_OBJECT;
}

// The signature of a specifier that a call uses: the first overload that takes the arguments.
static const TypeCallable *used_signature(Unit *unit, const AstCall *call, const Type *callee) {
    Checker *checker = unit->checker;
    callee = type_as_callable(checker, callee);
    if (!callee || callee->kind == TYPE_CALLABLE) return callee ? AS_CALLABLE(callee) : NULL;
    if (callee->kind != TYPE_OVERLOADED) return NULL;
    uint32_t count = call->args.count + call->keywords.count;
    CallArgument *args = arena_array(checker->arena, CallArgument, count + 1);
    for (uint32_t i = 0; i < call->args.count; i++) args[i] = (CallArgument){.node = call->args.items[i]};
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        args[call->args.count + i] = (CallArgument){.node = keyword->value, .keyword = keyword->arg, .star = keyword->arg ? 0 : 2};
    }
    const TypeOverloaded *overloaded = AS_OVERLOADED(callee);
    for (uint32_t i = 0; i < overloaded->count; i++) {
        Speculation trial = speculation_start(checker);
        CallResult result = infer_call_type(unit, &call->head, overloaded->items[i], args, count, NULL);
        bool failed = speculation_end(checker, trial);
        if (!failed && !result.failed) return AS_CALLABLE(overloaded->items[i]);
    }
    return NULL;
}

// A bool that the call says (init=False), or that the signature it uses says by a literal type (init: Literal[False] = False); -1: neither.
static int specified_truth(ClassInfo *cls, const AstCall *call, const Type *callee, const char *name) {
    const Ast *value = keyword_argument(&call->keywords, name);
    if (value) return ast_constant_truth(value);
    const TypeCallable *signature = callee ? used_signature(cls->unit, call, callee) : NULL;
    for (uint32_t i = 0; signature && i < signature->count; i++) {
        const Parameter *parameter = &signature->parameters[i];
        if (!parameter->name || strcmp(parameter->name->text, name) != 0) continue;
        const Type *type = type_expand(cls->checker, parameter->type);
        if (type->kind == TYPE_LITERAL && AS_LITERAL(type)->kind == LITERAL_BOOL) return AS_LITERAL(type)->integer != 0;
        const Type *given = parameter->default_type;
        if (given && given->kind == TYPE_LITERAL && AS_LITERAL(given)->kind == LITERAL_BOOL) return AS_LITERAL(given)->integer != 0;
    }
    return -1;
}

// What goes into a converter whose result goes into a field of type `field`. NULL: not known.
static const Type *converter_input(Checker *checker, const Type *converter, const Type *field) {
    const Type *callable = type_as_callable(checker, converter);
    if (!callable) return NULL;
    if (callable->kind == TYPE_OVERLOADED) {
        const Type *whole = NULL;
        for (uint32_t i = 0; i < AS_OVERLOADED(callable)->count; i++) {
            const Type *one = converter_input(checker, AS_OVERLOADED(callable)->items[i], field);
            if (one) whole = whole ? type_union2(checker, whole, one) : one;
        }
        return whole;
    }
    if (callable->kind != TYPE_CALLABLE) return NULL;
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = AS_CALLABLE(callable)->variable_count ? solver_instantiate(&solver, callable) : callable;
    const Type *result = callable_result(checker, AS_CALLABLE(fresh)), *input = NULL;
    if (type_is_any(result) || type_assignable_with(checker, field, result, &solver, NULL, 0)) {
        const TypeCallable *signature = AS_CALLABLE(fresh);
        if (signature->count && signature->parameters[0].kind <= PARAMETER_VAR_POSITIONAL) input = solver_apply(&solver, signature->parameters[0].type, false);
    }
    solver_end(&solver);
    return input;
}

// ---- fields ---------------------------------------------------------------------------------------------------------------------

static const Ast *value_of(const Declaration *declaration) {
    if (!declaration->statement) return NULL;
    if (declaration->statement->kind == AST_AnnAssign) return ((const AstAnnAssign *)declaration->statement)->value;
    return declaration->value;
}

// The value the name has at the end of the class body; NULL: none.
static const Ast *last_value(const Binding *binding, bool *has_value) {
    *has_value = false;
    for (uint32_t i = binding->declarations.count; i-- > 0;) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->is_self_attribute) continue;
        if (declaration->kind != DECLARE_VARIABLE) { // a method or property of the name of the field is its default
            *has_value = true;
            return NULL;
        }
        const Ast *value = value_of(declaration);
        if (value || (declaration->statement && declaration->statement->kind != AST_AnnAssign)) {
            *has_value = true;
            return value;
        }
    }
    return NULL;
}

static void read_specifier(ClassInfo *cls, const AstCall *call, const Type *callee, DataclassField *field) {
    Checker *checker = cls->checker;
    const AstNodes *keywords = &call->keywords;
    field->has_default = keyword_argument(keywords, "default") || keyword_argument(keywords, "default_factory") || keyword_argument(keywords, "factory");
    int init = specified_truth(cls, call, callee, "init"), kw_only = specified_truth(cls, call, callee, "kw_only");
    if (init >= 0) field->in_init = init;
    if (kw_only >= 0) field->kw_only = kw_only;
    if (!cls->dataclass->transform) return;
    const Atom *alias = ast_constant_text(checker, keyword_argument(keywords, "alias"));
    if (alias) field->alias = alias;
    const Ast *converter = keyword_argument(keywords, "converter");
    if (converter) field->converter = converter_input(checker, infer_silently(cls->unit, converter, NULL), field->type);
}

// A declared type with __set__: what the constructor takes is what the descriptor takes.
static const Type *descriptor_input(Checker *checker, const Type *type) {
    if (type->kind != TYPE_INSTANCE || type_is_any(type)) return NULL;
    const Type *method = dunder_method(checker, type, checker_atom(checker, "__set__"));
    if (!method || method->kind != TYPE_CALLABLE || AS_CALLABLE(method)->count < 2) return NULL;
    return AS_CALLABLE(method)->parameters[1].type;
}

static void put_field(ClassInfo *cls, const DataclassField *field) {
    DataclassInfo *info = cls->dataclass;
    for (uint32_t i = 0; i < info->fields.count; i++)
        if (info->fields.items[i].name == field->name) {
            info->fields.items[i] = *field;
            return;
        }
    vec_push(cls->checker->arena, &info->fields, *field);
}

static bool is_keyword_marker(const Type *type) { return type && type->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(type)->cls, KNOWN_KW_ONLY); }

enum { FIELD_ANNOTATION = TYPE_EXPRESSION_ALLOW_FINAL | TYPE_EXPRESSION_ALLOW_CLASS_VAR | TYPE_EXPRESSION_ALLOW_TYPE_ALIAS | TYPE_EXPRESSION_ALLOW_REQUIRED | TYPE_EXPRESSION_ALLOW_INIT_VAR };

// Is the annotation written as InitVar or InitVar[...]?
static bool is_written_init_var(Unit *unit, const Ast *annotation) {
    const Ast *head = annotation->kind == AST_Subscript ? ((const AstSubscript *)annotation)->value : annotation;
    if (!last_name(head)) return false;
    Entity entity = entity_of(unit, node_scope(unit, annotation), head);
    return entity_is(&entity, "dataclasses", "InitVar");
}

static void read_field(ClassInfo *cls, const Binding *binding, Declaration *declaration, bool *kw_only_from_here) {
    Checker *checker = cls->checker;
    AnnotationResult annotation = annotation_of(cls->unit, declaration->annotation, FIELD_ANNOTATION);
    if (annotation.is_class_var || declaration->is_class_var) return;
    if (is_keyword_marker(annotation.type)) {
        *kw_only_from_here = true;
        return;
    }
    const Type *type = annotation.type ? annotation.type : type_widen_literal(checker, declaration_type(declaration), true); // `x: Final = 3` may be given another int
    DataclassField field = {.name = binding->name, .alias = binding->name, .type = type, .declaration = declaration, .owner = cls, .in_init = true, .kw_only = cls->dataclass->options.kw_only || *kw_only_from_here,
                            .is_init_var = annotation.is_init_var || is_written_init_var(cls->unit, declaration->annotation)};
    const Ast *value = last_value(binding, &field.has_default);
    const Type *callee;
    const AstCall *call = field_call(cls, value, &callee);
    if (call) read_specifier(cls, call, callee, &field);
    else if (!field.converter) field.converter = descriptor_input(checker, type);
    put_field(cls, &field);
}

static uint32_t annotated_position(const Binding *binding) {
    const Declaration *declaration = annotated_declaration(binding);
    return declaration ? declaration->node->span.start : UINT32_MAX;
}

static void read_own_fields(ClassInfo *cls) {
    BindingList names = {0};
    class_body_bindings(cls, &names);
    for (uint32_t i = 1; i < names.count; i++) // by the place of the annotation, as __annotations__ is ordered
        for (uint32_t k = i; k > 0 && annotated_position(names.items[k]) < annotated_position(names.items[k - 1]); k--) {
            Binding *other = names.items[k];
            names.items[k] = names.items[k - 1];
            names.items[k - 1] = other;
        }
    bool kw_only_from_here = false;
    for (uint32_t i = 0; i < names.count; i++) {
        Declaration *declaration = annotated_declaration(names.items[i]);
        if (declaration) read_field(cls, names.items[i], declaration, &kw_only_from_here);
    }
}

// A class whose metaclass="..." is the decorated one counts neither as frozen nor as not frozen.
static bool is_frozen_neutral(const ClassInfo *cls) { return cls->dataclass->transform && keyword_argument(&cls->node->keywords, "metaclass") != NULL; }

static void inherit_fields(ClassInfo *cls) {
    ClassInfo *only = cls->base_count == 1 && cls->mro_count > 1 ? mro_class(cls, 1) : NULL; // its fields are those of the bases behind it as well
    if (only && only->node) class_specials(only);
    bool has_all = only && only->node && only->dataclass;
    for (uint32_t i = cls->mro_count; i-- > 1;) {
        ClassInfo *base = mro_class(cls, i);
        if (!base || !base->node) continue;
        class_specials(base);
        if (!base->dataclass) continue;
        for (uint32_t k = 0; k < base->dataclass->fields.count && (i == 1 || !has_all); k++) {
            DataclassField field = base->dataclass->fields.items[k];
            field.type = type_bind_self(cls->checker, type_specialise(cls->checker, field.type, cls->mro[i]), class_self_variable(cls)); // Self is this class now
            if (field.converter) field.converter = type_specialise(cls->checker, field.converter, cls->mro[i]);
            put_field(cls, &field);
        }
        if (is_frozen_neutral(base)) continue;
        if (base->dataclass->options.frozen) cls->dataclass->base_is_frozen = true;
        else cls->dataclass->base_is_not_frozen = true;
    }
}

// ---- methods ------------------------------------------------------------------------------------------------------------------------

static void add_parameters(ClassInfo *cls, CallableBuilder *builder, bool kw_only) {
    const DataclassInfo *info = cls->dataclass;
    for (uint32_t i = 0; i < info->fields.count; i++) {
        const DataclassField *field = &info->fields.items[i];
        if (!field->in_init || field->kw_only != kw_only) continue;
        callable_add(cls->checker, builder, kw_only ? PARAMETER_KEYWORD_ONLY : PARAMETER_POSITIONAL_OR_KEYWORD, field->alias, field->converter ? field->converter : field->type, field->has_default);
    }
}

static void declare_init(ClassInfo *cls) {
    if (!cls->dataclass->options.init || class_body_defines(cls, "__init__")) return;
    CallableBuilder builder;
    method_start(cls, &builder, "__init__", METHOD_INSTANCE, cls->checker->types.none);
    add_parameters(cls, &builder, false);
    add_parameters(cls, &builder, true);
    method_declare(cls, "__init__", &builder);
}

static void declare_match_args(ClassInfo *cls) {
    const DataclassInfo *info = cls->dataclass;
    if (!info->options.match_args || class_body_defines(cls, "__match_args__")) return;
    const Atom **names = arena_array(cls->checker->arena, const Atom *, info->fields.count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < info->fields.count; i++)
        if (info->fields.items[i].in_init && !info->fields.items[i].kw_only) names[count++] = info->fields.items[i].name;
    class_add_synthesised(cls, cls->checker->atoms->known[ATOM___match_args__], text_tuple(cls->checker, names, count));
}

static void declare_order(ClassInfo *cls) {
    static const char *const names[] = {"__lt__", "__le__", "__gt__", "__ge__"};
    if (!cls->dataclass->options.order) return;
    Checker *checker = cls->checker;
    for (int i = 0; i < 4; i++) {
        if (class_body_defines(cls, names[i])) continue;
        CallableBuilder builder;
        method_start(cls, &builder, names[i], METHOD_INSTANCE, known_instance(checker, KNOWN_bool));
        callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, checker_atom(checker, "other"), class_self_variable(cls), false);
        method_declare(cls, names[i], &builder);
    }
}

static void declare_hash(ClassInfo *cls) {
    const DataclassOptions *options = &cls->dataclass->options;
    if (class_body_defines(cls, "__hash__")) return;
    Checker *checker = cls->checker;
    if (options->unsafe_hash || (options->eq && options->frozen)) {
        CallableBuilder builder;
        method_start(cls, &builder, "__hash__", METHOD_INSTANCE, known_instance(checker, KNOWN_int));
        method_declare(cls, "__hash__", &builder);
    } else if (options->eq) {
        class_add_synthesised(cls, checker_atom(checker, "__hash__"), checker->types.none);
    }
}

static void declare_data(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const Type *str = known_instance(checker, KNOWN_str);
    if (!cls->dataclass->transform && !class_body_defines(cls, "__dataclass_fields__"))
        class_add_synthesised(cls, checker_atom(checker, "__dataclass_fields__"), known_instance2(checker, KNOWN_dict, str, known_instance1(checker, KNOWN_DataclassField, checker->types.any)))->declarations.items[0]->is_class_var = true;
    if (cls->dataclass->options.slots && !class_body_defines(cls, "__slots__")) class_add_synthesised(cls, checker->atoms->known[ATOM___slots__], type_tuple_of(checker, str));
}

// A class with __eq__ and without __hash__ is not hashable (language reference, "object.__hash__").
static void drop_hash(ClassInfo *cls) {
    if (cls->unit->is_stub || !class_body_defines(cls, "__eq__") || class_body_defines(cls, "__hash__")) return;
    class_add_synthesised(cls, checker_atom(cls->checker, "__hash__"), cls->checker->types.none);
}

void dataclass_complete(ClassInfo *cls) {
    if (cls->is_typed_dict || cls->named_tuple) return;
    Origin origin = find_origin(cls);
    if (!origin.found) {
        drop_hash(cls);
        return;
    }
    cls->dataclass = arena_new(cls->checker->arena, DataclassInfo);
    cls->dataclass->transform = origin.transform;
    cls->dataclass->options = options_of(&origin);
    cls->is_dataclass_like = true;
    inherit_fields(cls);
    read_own_fields(cls);
    declare_init(cls);
    declare_match_args(cls);
    declare_order(cls);
    declare_hash(cls);
    declare_data(cls);
}
