// Decorators, overload groups and properties: from the signature of a def to the type of its name.
#include "typecheck/function_private.h"
#include <string.h>

// ---- which decorator -----------------------------------------------------------------------------------------------------------

static DecoratorKind kind_of_entity(const Entity *entity, bool is_call) {
    static const struct {
        const char *module, *name;
        DecoratorKind kind;
    } known[] = {
        {"builtins", "staticmethod", DECORATOR_STATIC}, {"builtins", "classmethod", DECORATOR_CLASS}, {"builtins", "property", DECORATOR_PROPERTY}, {"typing", "overload", DECORATOR_OVERLOAD},
        {"typing", "final", DECORATOR_FINAL}, {"typing", "override", DECORATOR_OVERRIDE}, {"abc", "abstractmethod", DECORATOR_ABSTRACT}, {"abc", "abstractproperty", DECORATOR_ABSTRACT_PROPERTY},
        {"abc", "abstractclassmethod", DECORATOR_ABSTRACT_CLASS}, {"abc", "abstractstaticmethod", DECORATOR_ABSTRACT_STATIC}, {"typing", "no_type_check", DECORATOR_NO_TYPE_CHECK},
        {"typing", "type_check_only", DECORATOR_TYPE_CHECK_ONLY}, {"functools", "cached_property", DECORATOR_CACHED_PROPERTY}, {"enum", "property", DECORATOR_PROPERTY},
        {"types", "DynamicClassAttribute", DECORATOR_PROPERTY},
    };
    if (is_call) {
        if (entity_is(entity, "warnings", "deprecated") || entity_is(entity, "typing", "deprecated")) return DECORATOR_DEPRECATED;
        return entity_is_transform(entity) ? DECORATOR_TRANSFORM : DECORATOR_OTHER;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (entity_is(entity, known[i].module, known[i].name)) return known[i].kind;
    return DECORATOR_OTHER;
}

DecoratorKind decorator_kind(Unit *unit, const AstFunctionDef *def, const Ast *decorator) {
    bool is_call = decorator->kind == AST_Call;
    const Ast *head = is_call ? ((const AstCall *)decorator)->func : decorator;
    if (head->kind != AST_Name && head->kind != AST_Attribute) return DECORATOR_OTHER;
    if (!is_call && head->kind == AST_Attribute) {
        const AstAttribute *attribute = (const AstAttribute *)head;
        const char *name = attribute->attr->text;
        DecoratorKind part = strcmp(name, "setter") == 0 ? DECORATOR_SETTER : strcmp(name, "getter") == 0 ? DECORATOR_GETTER : strcmp(name, "deleter") == 0 ? DECORATOR_DELETER : DECORATOR_OTHER;
        bool own_name = attribute->value->kind == AST_Name && ((const AstName *)attribute->value)->id == def->name;
        if (part != DECORATOR_OTHER && (own_name || attribute->value->kind == AST_Attribute || attribute->value->kind == AST_Name)) {
            if (own_name) return part;
            return type_property(infer_silently(unit, attribute->value, NULL)) ? part : DECORATOR_OTHER;
        }
    }
    Entity entity = entity_of(unit, node_scope(unit, head), head);
    DecoratorKind kind = kind_of_entity(&entity, is_call);
    if (kind == DECORATOR_OTHER && entity.kind == ENTITY_CLASS && !is_call && entity.declaration && !entity.declaration->unit->is_stub) { // a property class of the program's own
        class_header(entity.cls);
        if (entity.cls->mro_count > 2 && class_derives(entity.cls, known_class(unit->checker, KNOWN_property)) && !class_own_member(entity.cls, checker_atom(unit->checker, "__get__"), false)) kind = DECORATOR_PROPERTY;
    }
    return kind;
}

// ---- properties ------------------------------------------------------------------------------------------------------------------

static void collect_open(Checker *checker, const Type *function, TypeList *out) {
    if (!function) return;
    TypeList all = {0};
    type_collect_variables(checker, function, UINT32_MAX, &all);
    for (uint32_t i = 0; i < all.count; i++) {
        bool listed = false;
        if (function->kind == TYPE_CALLABLE)
            for (uint32_t k = 0; k < AS_CALLABLE(function)->variable_count; k++) listed |= AS_CALLABLE(function)->variables[k] == all.items[i];
        for (uint32_t k = 0; k < out->count; k++) listed |= out->items[k] == all.items[i];
        if (!listed && !AS_VARIABLE(all.items[i])->info->is_self) vec_push(checker->arena, out, all.items[i]);
    }
}

// The class of one property object. Its type parameters are the variables of the surroundings that its functions mention, so that a substitution in the instance reaches them.
const Type *property_type(Checker *checker, const PropertyInfo *property) {
    const Type *base = known_instance(checker, property->is_cached ? KNOWN_cached_property : KNOWN_property);
    const FunctionInfo *info = property->info;
    ClassInfo *cls = class_synthesise(checker, checker_atom(checker, "property"), NULL, NULL, &base, 1);
    PropertyInfo *kept = arena_new(checker->arena, PropertyInfo);
    *kept = *property;
    if (info && info->is_abstract) kept->is_abstract = true;
    if (info && info->is_final) kept->is_final = true;
    if (info && info->is_class_method) kept->is_class_property = true;
    cls->property = kept;
    cls->qualified = property->is_cached ? "functools.cached_property" : "builtins.property";
    TypeList params = {0};
    collect_open(checker, property->getter, &params);
    collect_open(checker, property->setter, &params);
    collect_open(checker, property->deleter, &params);
    cls->type_params = params.items;
    cls->type_param_count = params.count;
    cls->variances = arena_array(checker->arena, uint8_t, params.count + 1);
    cls->mro[0] = type_self_instance(checker, cls);
    return cls->mro[0];
}

static const Type *substituted(Checker *checker, const Type *function, const Substitution *substitution) { return function ? type_substitute(checker, function, substitution) : NULL; }

const PropertyInfo *type_property(const Type *type) {
    if (!type || type->kind != TYPE_INSTANCE || !AS_INSTANCE(type)->cls->property) return NULL;
    const TypeInstance *instance = AS_INSTANCE(type);
    ClassInfo *cls = instance->cls;
    bool same = true;
    for (uint32_t i = 0; i < instance->count; i++) same &= instance->args[i] == cls->type_params[i];
    if (same) return cls->property;
    Checker *checker = cls->checker;
    PropertyInfo *made = map_get(&cls->protocol_cache, (uint64_t)type->id + 1);
    if (made) return made;
    Substitution substitution = {cls->type_params, (const Type **)instance->args, instance->count};
    made = arena_new(checker->arena, PropertyInfo);
    *made = *cls->property;
    made->getter = substituted(checker, made->getter, &substitution);
    made->setter = substituted(checker, made->setter, &substitution);
    made->deleter = substituted(checker, made->deleter, &substitution);
    map_set(checker->arena, &cls->protocol_cache, (uint64_t)type->id + 1, made);
    return made;
}

static uint32_t index_of(const Binding *binding, const Declaration *declaration) {
    uint32_t i = 0;
    while (i < binding->declarations.count && binding->declarations.items[i] != declaration) i++;
    return i;
}

// The property that `@x.setter` extends: the declaration of the name before this one, or what x is otherwise.
static const PropertyInfo *extended_property(Declaration *declaration, const AstFunctionDef *def, const Ast *decorator) {
    const Ast *value = ((const AstAttribute *)decorator)->value;
    if (value->kind == AST_Name && ((const AstName *)value)->id == def->name) {
        for (uint32_t i = index_of(declaration->binding, declaration); i-- > 0;) {
            Declaration *before = declaration->binding->declarations.items[i];
            const Type *type = before->kind == DECLARE_FUNCTION ? declaration_declared_type(before) : declaration_type(before);
            return type_property(type);
        }
        return NULL;
    }
    return type_property(infer_silently(declaration->unit, value, NULL));
}

// ---- applying ------------------------------------------------------------------------------------------------------------------------

static const Type *as_function(Checker *checker, const Type *type) {
    if (type->kind == TYPE_CALLABLE || type->kind == TYPE_OVERLOADED) return type;
    const Type *callable = type_is_any(type) ? NULL : type_as_callable(checker, type);
    return callable ? callable : callable_gradual(checker, checker->types.unknown);
}

// What a decorator made of the function is still called like it, and is still a class or static method.
static const Type *keep_kind(Checker *checker, const Type *type, const FunctionInfo *info) {
    if (type->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(type);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        for (uint32_t i = 0; i < overloaded->count; i++) items[i] = keep_kind(checker, overloaded->items[i], info);
        return type_overloaded(checker, items, overloaded->count, overloaded->implementation);
    }
    if (type->kind != TYPE_CALLABLE || AS_CALLABLE(type)->info == info) return type;
    FunctionInfo *copy = arena_new(checker->arena, FunctionInfo);
    *copy = *info;
    copy->node = NULL; // its body says nothing about the result any more
    copy->is_annotated = true;
    CallableBuilder builder;
    callable_edit(checker, &builder, type);
    builder.info = copy;
    return callable_finish(checker, &builder);
}

static const Type *apply(Declaration *declaration, const AstFunctionDef *def, const FunctionInfo *info, const Ast *decorator, const Type *type) {
    Unit *unit = declaration->unit;
    Checker *checker = unit->checker;
    DecoratorKind kind = decorator_kind(unit, def, decorator);
    switch (kind) {
    case DECORATOR_PROPERTY: case DECORATOR_ABSTRACT_PROPERTY: case DECORATOR_CACHED_PROPERTY:
        return property_type(checker, &(PropertyInfo){.getter = as_function(checker, type), .info = info, .is_cached = kind == DECORATOR_CACHED_PROPERTY});
    case DECORATOR_SETTER: case DECORATOR_GETTER: case DECORATOR_DELETER: {
        const PropertyInfo *before = extended_property(declaration, def, decorator);
        if (!before) return checker->types.unknown;
        PropertyInfo property = *before;
        if (kind == DECORATOR_SETTER) property.setter = as_function(checker, type);
        else if (kind == DECORATOR_GETTER) property.getter = as_function(checker, type);
        else property.deleter = as_function(checker, type);
        return property_type(checker, &property);
    }
    case DECORATOR_OTHER: break;
    default: return type;
    }
    if (type_is_any(type)) return checker->types.unknown;
    const Type *callee = infer_silently(unit, decorator, NULL);
    if (type_is_any(callee)) return checker->types.unknown;
    CallArgument argument = {.type = type};
    CallResult result = infer_call_type(unit, decorator, callee, &argument, 1, NULL);
    if (result.failed || !result.type) return checker->types.unknown;
    if (info->owner && result.type->kind == TYPE_INSTANCE && strcmp(AS_INSTANCE(result.type)->cls->qualified, "functools._Wrapped") == 0) result.type = as_function(checker, result.type); // a function, really: it binds
    return keep_kind(checker, result.type, info);
}

static const Type *decorated_alone(Declaration *declaration) {
    Unit *unit = declaration->unit;
    Checker *checker = unit->checker;
    const AstFunctionDef *def = (const AstFunctionDef *)declaration->node;
    const Type *type = function_signature(unit, declaration->node);
    if (!def->decorator_list.count) return type;
    FunctionRecord *record = function_record(unit, declaration->node);
    if (record->decorated_state == 2) return record->decorated;
    if (record->decorated_state == 1) {
        return checker->types.unknown;
    }
    record->decorated_state = 1;
    uint32_t incomplete = checker->incomplete;
    checker->silent++;
    const FunctionInfo *info = function_info(unit, declaration->node);
    for (uint32_t i = def->decorator_list.count; i-- > 0;) type = apply(declaration, def, info, def->decorator_list.items[i], type);
    checker->silent--;
    record->decorated = type;
    record->decorated_state = incomplete == checker->incomplete ? 2 : 0;
    return type;
}

// ---- overloads ---------------------------------------------------------------------------------------------------------------------------

static bool is_overload(const Declaration *declaration) { return declaration->kind == DECLARE_FUNCTION && function_info(declaration->unit, declaration->node)->is_overload; }

const Type *function_decorated_type(Declaration *declaration) {
    Checker *checker = declaration->unit->checker;
    const Binding *binding = declaration->binding;
    const Type *own = decorated_alone(declaration);
    uint32_t at = binding ? index_of(binding, declaration) : 0;
    if (!binding || at == 0 || at == binding->declarations.count || !is_overload(binding->declarations.items[at - 1])) return own;
    uint32_t first = at;
    while (first > 0 && is_overload(binding->declarations.items[first - 1])) first--;
    const Type **items = arena_array(checker->arena, const Type *, at - first + 1);
    uint32_t count = 0;
    for (uint32_t i = first; i < at; i++) {
        const Type *item = decorated_alone(binding->declarations.items[i]);
        if (item->kind == TYPE_CALLABLE) items[count++] = item;
    }
    if (is_overload(declaration)) {
        if (own->kind == TYPE_CALLABLE) items[count++] = own;
        return count ? type_overloaded(checker, items, count, NULL) : own;
    }
    return count ? type_overloaded(checker, items, count, own->kind == TYPE_CALLABLE ? own : NULL) : own;
}
