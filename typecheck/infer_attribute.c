// Attribute access: instances, classes, modules; descriptors; binding of methods.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"
#include "typecheck/special_class.h"
#include "typecheck/special_class.h"
#include <string.h>

// ---- names ------------------------------------------------------------------------------------------------------------------

const Atom *attribute_name(Unit *unit, const AstAttribute *node) {
    const Atom *name = node->attr;
    if (name->size < 3 || name->text[0] != '_' || name->text[1] != '_' || name->text[name->size - 1] == '_') return name;
    return scope_mangle(node_scope(unit, &node->head), name, unit->checker->atoms);
}

// ---- binding methods -----------------------------------------------------------------------------------------------------

// The callable without its first positional parameter. NULL: it has none.
static const Type *drop_first(Checker *checker, const Type *function) {
    CallableBuilder builder;
    callable_edit(checker, &builder, function);
    builder.is_bound = true;
    if (!builder.parameters.count || builder.parameters.items[0].kind >= PARAMETER_KEYWORD_ONLY) {
        if (!builder.is_gradual && !builder.param_spec) return NULL;
        return callable_finish_last(checker, &builder);
    }
    if (builder.parameters.items[0].kind == PARAMETER_VAR_POSITIONAL) return callable_finish_last(checker, &builder);
    memmove(builder.parameters.items, builder.parameters.items + 1, (builder.parameters.count - 1) * sizeof(Parameter));
    builder.parameters.count--;
    return callable_finish_last(checker, &builder);
}

static bool is_simple_self(const Type *type) {
    if (type_is_any(type)) return true;
    if (type->kind == TYPE_CLASS_OBJECT) type = AS_CLASS_OBJECT(type)->instance;
    return type->kind == TYPE_VARIABLE && AS_VARIABLE(type)->info->is_self;
}

static bool is_listed(const TypeList *list, const Type *type) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == type) return true;
    return false;
}

// An explicitly annotated self: its variables are solved against the receiver.
static const Type *bind_annotated(Checker *checker, const Type *function, const Type *self) {
    const TypeCallable *callable = AS_CALLABLE(function);
    const Type *wanted = callable->parameters[0].type;
    TypeList mentioned = {0}, own = {0};
    type_collect_variables(checker, wanted, UINT32_MAX, &mentioned);
    for (uint32_t i = 0; i < callable->variable_count; i++)
        if (is_listed(&mentioned, callable->variables[i])) vec_push(checker->arena, &own, callable->variables[i]);
    if (!own.count) return type_assignable(checker, wanted, self) ? drop_first(checker, function) : NULL;
    Solver solver;
    solver_start(checker, &solver);
    CallableBuilder builder;
    callable_edit(checker, &builder, function);
    TypeList rest = {0};
    for (uint32_t i = 0; i < builder.variable_count; i++)
        if (!is_listed(&own, builder.variables[i])) vec_push(checker->arena, &rest, builder.variables[i]);
    builder.variables = NULL;
    builder.variable_count = 0;
    const Type *fresh = solver_instantiate_variables(&solver, callable_finish(checker, &builder), own.items, own.count);
    const Type *bound = NULL;
    if (type_assignable_with(checker, AS_CALLABLE(fresh)->parameters[0].type, self, &solver, NULL, RELATE_KEEP_LITERAL)) {
        const Type *applied = solver_apply(&solver, fresh, true);
        // What the receiver leaves open is solved by the call.
        for (uint32_t i = 0; i < own.count; i++) {
            if (solver_solution(&solver, own.items[i])) continue;
            vec_push(checker->arena, &rest, own.items[i]);
            for (uint32_t k = 0; k < solver.entries.count; k++)
                if (solver.entries.items[k].original == own.items[i]) applied = type_substitute(checker, applied, &(Substitution){&solver.entries.items[k].variable, &own.items[i], 1});
        }
        callable_edit(checker, &builder, applied);
        builder.variables = rest.items;
        builder.variable_count = rest.count;
        bound = drop_first(checker, callable_finish(checker, &builder));
    }
    solver_end(&solver);
    return bound;
}

static const Type *bind_callable(Checker *checker, const Type *function, const Type *self, const Type *instance) {
    const TypeCallable *callable = AS_CALLABLE(function);
    bool positional = callable->count && callable->parameters[0].kind <= PARAMETER_POSITIONAL_OR_KEYWORD;
    bool simple = !positional || is_simple_self(callable->parameters[0].type);
    function = type_bind_self_of(checker, function, instance, callable->info ? callable->info->owner : NULL);
    if (simple) return drop_first(checker, function);
    return bind_annotated(checker, function, self);
}

const Type *bind_method(Checker *checker, const Type *function, const Type *self, bool is_class_method) {
    if (type_is_any(function)) return function;
    if (function->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(function);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        uint32_t count = 0;
        for (uint32_t i = 0; i < overloaded->count; i++) {
            const Type *bound = bind_method(checker, overloaded->items[i], self, is_class_method);
            if (bound) items[count++] = bound;
        }
        return count ? type_overloaded(checker, items, count, NULL) : NULL;
    }
    if (function->kind != TYPE_CALLABLE) return function;
    const Type *instance = is_class_method && self->kind == TYPE_CLASS_OBJECT ? AS_CLASS_OBJECT(self)->instance : self;
    const TypeCallable *callable = AS_CALLABLE(function);
    if (callable->result->kind == TYPE_UNKNOWN && callable->info && callable->info->node && !callable->info->unit->is_stub) { // inferred in terms of Self: now is the time to bind it
        const Type *result = callable_result(checker, callable);
        if (result->flags & TYPE_HAS_SELF) {
            CallableBuilder builder;
            callable_edit(checker, &builder, function);
            builder.result = result;
            function = callable_finish(checker, &builder);
            callable = AS_CALLABLE(function);
        }
    }
    // The same method of the same receiver is asked for again and again.
    bool cacheable = !((function->flags | self->flags) & TYPE_HAS_FRESH) && !is_class_method;
    uint64_t key = ((uint64_t)(function->id + 1) << 32) | (self->id + 1);
    const Type *known = cacheable ? map_get(&checker->bound_cache, key) : NULL;
    if (known) return known;
    uint32_t incomplete = checker->incomplete;
    const Type *bound = bind_callable(checker, function, self, instance);
    if (bound && cacheable && incomplete == checker->incomplete) map_set(checker->arena, &checker->bound_cache, key, (void *)bound);
    return bound;
}

static const FunctionInfo *info_of(const Type *function) {
    if (function->kind == TYPE_CALLABLE) return AS_CALLABLE(function)->info;
    if (function->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(function);
        return overloaded->count ? AS_CALLABLE(overloaded->items[0])->info : NULL;
    }
    return NULL;
}

static bool read_descriptor(Unit *unit, const Ast *node, const Type *descriptor, const Type *instance, const Type *owner, AttributeUse use, AttributeResult *result);

// `__add__ = partialmethod(...)`: what the descriptor that stands for the method gives.
static const Type *method_of_descriptor(Checker *checker, const Type *type, const Atom *name, const MemberLookup *found, const Type *member) {
    AttributeResult result = {0};
    if (member->kind != TYPE_INSTANCE || strcmp(name->text, "__get__") == 0 || strcmp(name->text, "__set__") == 0 || strcmp(name->text, "__delete__") == 0) return member;
    if (!found->binding->unit || !read_descriptor(found->binding->unit, NULL, member, type, type_class_object(checker, type, false), ATTRIBUTE_GET, &result)) return member;
    return result.type ? result.type : member;
}

static bool is_function_binding(const Binding *binding) {
    return binding->declarations.count && vec_last(&binding->declarations)->kind == DECLARE_FUNCTION;
}

const Type *dunder_method(Checker *checker, const Type *type, const Atom *name) {
    type = type_expand(checker, type);
    uint64_t key = ((uint64_t)(type->id + 1) << 32) | (name->index + 1);
    bool cacheable = !(type->flags & TYPE_HAS_FRESH);
    const Type *known = cacheable ? map_get(&checker->dunder_cache, key) : NULL;
    if (known) return known == checker->types.never ? NULL : known;
    const Type *upper = type_upper_bound(checker, type), *receiver = upper;
    if (upper->kind == TYPE_CLASS_OBJECT) {
        ClassInfo *metaclass = type_class(checker, upper);
        receiver = metaclass ? type_instance(checker, metaclass, NULL, 0) : NULL;
    } else {
        receiver = type_as_instance(checker, upper);
    }
    const Type *result = NULL;
    uint32_t incomplete = checker->incomplete;
    if (receiver && (receiver->kind == TYPE_INSTANCE || receiver->kind == TYPE_TUPLE)) {
        MemberLookup found = class_lookup(checker, receiver, name, LOOKUP_SKIP_INSTANCE);
        if (found.binding) {
            const Type *member = member_type(checker, &found);
            const FunctionInfo *info = info_of(member);
            bool is_function = member->kind == TYPE_CALLABLE || member->kind == TYPE_OVERLOADED;
            if (is_function && found.is_instance_member && !is_function_binding(found.binding)) { // `__call__: Callable[[int], str]`
                result = type_bind_self_of(checker, member, type, found.owner);
            } else if (is_function) {
                if (info && info->is_static) result = member;
                else if (found.is_instance_member) result = type_bind_self_of(checker, member, type, found.owner); // `__call__: Callable[P, R]`: called as it is
                else if (info && info->is_class_method) result = bind_method(checker, member, type_class_object(checker, type, false), true);
                else result = bind_method(checker, member, type, false);
            } else if (member->kind != TYPE_NONE) { // __hash__ = None says: none
                result = method_of_descriptor(checker, type, name, &found, type_bind_self_of(checker, member, type, found.owner));
            }
        } else if (found.has_unknown_base) {
            result = checker->types.unknown;
        }
    }
    if (cacheable && checker->incomplete == incomplete) map_set(checker->arena, &checker->dunder_cache, key, (void *)(result ? result : checker->types.never));
    return result;
}

// ---- descriptors -----------------------------------------------------------------------------------------------------------

static const Type *call_types(Unit *unit, const Ast *node, const Type *callee, const Type *const *types, uint32_t count, bool *failed) {
    CallArgument args[4] = {0};
    for (uint32_t i = 0; i < count; i++) args[i].type = types[i];
    Checker *checker = unit->checker;
    Speculation trial = speculation_start(checker);
    CallResult result = infer_call_type(unit, node, callee, args, count, NULL);
    bool errors = speculation_end(checker, trial);
    *failed = errors || result.failed;
    return result.type;
}

static const Type *last_parameter(Checker *checker, const Type *method) {
    if (method->kind == TYPE_CALLABLE && AS_CALLABLE(method)->count) return AS_CALLABLE(method)->parameters[AS_CALLABLE(method)->count - 1].type;
    if (method->kind == TYPE_OVERLOADED) { // whatever one of them takes
        const TypeOverloaded *overloaded = AS_OVERLOADED(method);
        const Type *whole = checker->types.never;
        for (uint32_t i = 0; i < overloaded->count; i++) whole = type_union2(checker, whole, last_parameter(checker, overloaded->items[i]));
        return whole;
    }
    return checker->types.unknown;
}

// A node to call at where there is none: any of the unit.
static const Ast *call_node(const Unit *unit, const Ast *node) { return node ? node : unit->root; }

static void read_property(Unit *unit, const Ast *node, const PropertyInfo *property, const Type *self, AttributeUse use, AttributeResult *result) {
    Checker *checker = unit->checker;
    result->is_descriptor = true;
    const Type *function = use == ATTRIBUTE_GET ? property->getter : use == ATTRIBUTE_SET ? property->setter : property->deleter;
    if (use == ATTRIBUTE_SET && property->is_cached) function = property->getter;
    if (function && node) report_deprecated_function(unit, node, function);
    if (!function) {
        result->is_read_only = true;
        result->type = property->getter ? checker->types.unknown : NULL;
        if (use != ATTRIBUTE_GET) result->type = checker->types.unknown;
        return;
    }
    const Type *bound = bind_method(checker, function, self, false);
    if (!bound || bound->kind != TYPE_CALLABLE) {
        result->type = bound ? checker->types.unknown : NULL;
        return;
    }
    if (use == ATTRIBUTE_SET && !property->is_cached) {
        result->type = last_parameter(checker, bound);
        return;
    }
    bool failed;
    const Type *type = AS_CALLABLE(bound)->variable_count ? call_types(unit, call_node(unit, node), bound, NULL, 0, &failed) : callable_result(checker, AS_CALLABLE(bound));
    result->type = type;
}

// An object with __get__ or __set__ that stands in a class body. False: it has neither.
// `text: str | Field[str] = Field()`: what each item gives, the descriptors among them by their methods.
static bool read_descriptors(Unit *unit, const Ast *node, const Type *items, const Type *instance, const Type *owner, AttributeUse use, AttributeResult *result) {
    const Type *whole = unit->checker->types.never;
    bool is_descriptor = false;
    TYPE_EACH(item, items) {
        AttributeResult one = {0};
        bool is_one = item->kind == TYPE_INSTANCE && read_descriptor(unit, node, item, instance, owner, use, &one);
        whole = type_union2(unit->checker, whole, is_one && one.type ? one.type : item);
        is_descriptor |= is_one;
        result->is_read_only |= is_one && one.is_read_only;
    }
    if (!is_descriptor) return false;
    result->is_descriptor = true;
    result->type = whole;
    return true;
}

static bool read_descriptor(Unit *unit, const Ast *node, const Type *descriptor, const Type *instance, const Type *owner, AttributeUse use, AttributeResult *result) {
    Checker *checker = unit->checker;
    if (descriptor->kind == TYPE_UNION) return read_descriptors(unit, node, descriptor, instance, owner, use, result);
    if (descriptor->kind != TYPE_INSTANCE) return false;
    const Type *get = dunder_method(checker, descriptor, checker_atom(checker, "__get__"));
    const Type *set = dunder_method(checker, descriptor, checker_atom(checker, "__set__"));
    if (type_is_any(get ? get : checker->types.never)) return false;
    if (use == ATTRIBUTE_GET) {
        if (!get) return false;
        result->is_descriptor = true;
        const Type *types[] = {instance ? instance : checker->types.none, owner};
        bool failed;
        const Type *type = call_types(unit, call_node(unit, node), get, types, 2, &failed);
        if (failed && node) infer_call_type(unit, node, get, (CallArgument[]){{.type = types[0]}, {.type = types[1]}}, 2, NULL);
        result->type = failed ? checker->types.unknown : type;
        return true;
    }
    if (!instance) return false; // assigning to the class replaces the descriptor
    if (use == ATTRIBUTE_SET) {
        if (!set) {
            if (!get) return false;
            result->type = checker->types.unknown; // a non-data descriptor: the instance gets its own
            return true;
        }
        result->is_descriptor = true;
        result->type = last_parameter(checker, set);
        return true;
    }
    if (!get && !set) return false;
    result->is_descriptor = true;
    result->type = dunder_method(checker, descriptor, checker_atom(checker, "__delete__")) ? checker->types.unknown : NULL;
    return true;
}

// ---- members of classes -------------------------------------------------------------------------------------------------------

// Adds the parameters of an unspecialised generic class to what a callable quantifies over: `C.create(3)` solves them.
static const Type *quantify_class(Checker *checker, const Type *function, const Type *instance) {
    if ((instance->kind != TYPE_INSTANCE && instance->kind != TYPE_TUPLE) || !(function->flags & TYPE_HAS_VARIABLE)) return function;
    const ClassInfo *cls = instance->kind == TYPE_TUPLE ? known_class(checker, KNOWN_tuple) : AS_INSTANCE(instance)->cls;
    if (function->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(function);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        for (uint32_t i = 0; i < overloaded->count; i++) items[i] = quantify_class(checker, overloaded->items[i], instance);
        return type_overloaded(checker, items, overloaded->count, overloaded->implementation);
    }
    if (function->kind != TYPE_CALLABLE) return function;
    CallableBuilder builder;
    callable_edit(checker, &builder, function);
    TypeList variables = {0};
    for (uint32_t i = 0; i < cls->type_param_count; i++)
        if ((instance->kind == TYPE_TUPLE ? AS_TUPLE(instance)->items[0] : AS_INSTANCE(instance)->args[i]) == cls->type_params[i]) vec_push(checker->arena, &variables, cls->type_params[i]);
    if (!variables.count) return function;
    for (uint32_t i = 0; i < builder.variable_count; i++) vec_push(checker->arena, &variables, builder.variables[i]);
    builder.variables = variables.items;
    builder.variable_count = variables.count;
    return callable_finish(checker, &builder);
}

// `int.__new__(cls, 3)`: what is made is of the class that is given. Self becomes a variable that the call solves.
static const Type *open_self(Checker *checker, const Type *function, const Type *instance) {
    if (function->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(function);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        for (uint32_t i = 0; i < overloaded->count; i++) items[i] = open_self(checker, overloaded->items[i], instance);
        return type_overloaded(checker, items, overloaded->count, overloaded->implementation);
    }
    if (function->kind != TYPE_CALLABLE || !(function->flags & TYPE_HAS_SELF)) return function;
    TypeVarInfo *info = arena_new(checker->arena, TypeVarInfo);
    *info = (TypeVarInfo){.name = checker_atom(checker, "Self"), .kind = TYPE_VARIABLE, .variance = VARIANCE_INVARIANT, .state = 2, .bound = type_upper_bound(checker, instance)};
    const Type *variable = type_variable(checker, info, checker_new_scope(checker));
    CallableBuilder builder;
    callable_edit(checker, &builder, type_bind_self(checker, function, variable));
    TypeList variables = {0};
    vec_push(checker->arena, &variables, variable);
    for (uint32_t i = 0; i < builder.variable_count; i++) vec_push(checker->arena, &variables, builder.variables[i]);
    builder.variables = variables.items;
    builder.variable_count = variables.count;
    return callable_finish(checker, &builder);
}

static bool is_unspecialised(const Type *instance) {
    if (instance->kind != TYPE_INSTANCE) return false;
    const TypeInstance *type = AS_INSTANCE(instance);
    for (uint32_t i = 0; i < type->count; i++)
        if (type->args[i] == type->cls->type_params[i]) return true;
    return false;
}

// Is it a variable whose type depends on the type parameters of the class, so that the class itself has none? (specification, "Instantiating generic classes and type erasure")
static bool is_variable_of_class(Checker *checker, const MemberLookup *found, const Type *self_instance) {
    if (self_instance->kind != TYPE_INSTANCE || !found->owner || !found->owner->type_param_count || found->owner->is_enum) return false;
    const Type *declared = binding_declared_type(found->binding);
    if (!declared || !(declared->flags & TYPE_HAS_VARIABLE)) return false;
    TypeList variables = {0};
    type_collect_variables(checker, declared, found->owner->type_scope, &variables);
    for (uint32_t i = 0; i < variables.count; i++)
        if (!AS_VARIABLE(variables.items[i])->info->is_self) return true;
    return false;
}

// What a found member gives. `instance`: the receiver, NULL when accessed through the class; `owner`: the class object.
static void read_member(Unit *unit, const Ast *node, const MemberLookup *found, const Type *instance, const Type *owner, AttributeUse use, AttributeResult *result) {
    Checker *checker = unit->checker;
    const Type *self_instance = instance ? instance : owner->kind == TYPE_CLASS_OBJECT ? AS_CLASS_OBJECT(owner)->instance : owner;
    const Type *declared = use == ATTRIBUTE_GET ? NULL : member_declared_type(checker, found);
    if (use != ATTRIBUTE_GET && !declared && found->binding->declarations.count && found->binding->declarations.items[0]->is_self_attribute) { // takes whatever is assigned
        *result = (AttributeResult){.type = checker->types.unknown, .binding = found->binding, .owner = found->owner};
        return;
    }
    const Type *type = use == ATTRIBUTE_GET ? member_type(checker, found) : declared ? declared : member_type(checker, found);
    result->binding = found->binding;
    result->owner = found->owner;
    const PropertyInfo *property = type_property(type);
    if (property && (!found->is_instance_member || property->getter)) {
        if (instance || property->is_class_property) {
            read_property(unit, node, property, instance ? instance : owner, use, result);
            return;
        }
        result->type = type;
        return;
    }
    bool is_function = type->kind == TYPE_CALLABLE || type->kind == TYPE_OVERLOADED;
    if (is_function && (!found->is_instance_member || is_function_binding(found->binding))) {
        const FunctionInfo *info = info_of(type);
        result->is_method = is_function_binding(found->binding);
        bool is_class_method = info && info->is_class_method, is_static = info && info->is_static;
        if (!instance && owner->kind == TYPE_CLASS_OBJECT && (is_unspecialised(self_instance) || (self_instance->kind == TYPE_TUPLE && AS_TUPLE(self_instance)->count))) type = quantify_class(checker, type, self_instance);
        if (is_static && found->binding->name == checker->atoms->known[ATOM___new__]) result->type = open_self(checker, type, self_instance);
        else if (is_static) result->type = type_bind_self_of(checker, type, self_instance, found->owner);
        else if (is_class_method) result->type = bind_method(checker, type, owner, true);
        else if (instance) result->type = bind_method(checker, type, instance, false);
        else result->type = type_bind_self_of(checker, type, self_instance, found->owner);
        if (!result->type && node) {
            check_report(unit, node, INVALID_SELF, diag_text(found->binding->name->text), diag_type(self_instance));
            result->type = checker->types.unknown;
        }
        if (use != ATTRIBUTE_GET && result->is_method && !declared) result->type = checker->types.unknown;
        return;
    }
    bool in_body = !(found->binding->declarations.count && found->binding->declarations.items[0]->is_self_attribute);
    if (in_body && read_descriptor(unit, node, type->flags & TYPE_HAS_SELF ? type_bind_self_of(checker, type, self_instance, found->owner) : type, instance, owner, use, result)) return;
    type = type_bind_self_of(checker, type, self_instance, found->owner);
    if (!instance && node && is_variable_of_class(checker, found, self_instance)) check_report(unit, node, MISC, diag_text("Access to generic instance variables via class is ambiguous"));
    if (!instance && is_unspecialised(self_instance)) {
        ClassInfo *cls = AS_INSTANCE(self_instance)->cls;
        type = type_erase_variables(checker, type, cls->type_params, cls->type_param_count, false);
    }
    result->type = type;
    if (use == ATTRIBUTE_GET) return;
    if (!declared) result->type = checker->types.unknown; // takes whatever is assigned
    if (binding_is_final(found->binding)) {
        result->is_read_only = true;
        result->refused = check_text(checker, "Cannot assign to final attribute \"%s\"", found->binding->name->text);
    }
}

static bool declared_class_var(const Binding *binding) {
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->is_class_var) return true;
    return false;
}

// Fields of frozen dataclasses and named tuples can't be assigned.
static void refuse_frozen(Checker *checker, const MemberLookup *found, const Type *receiver, AttributeResult *result) {
    const Atom *name = found->binding->name;
    ClassInfo *cls = type_class(checker, receiver);
    for (uint32_t i = 0; cls && i < cls->mro_count; i++) {
        ClassInfo *base = type_class(checker, cls->mro[i]);
        if (!base) continue;
        class_specials(base);
        if (base->dataclass && base->dataclass->options.frozen && !declared_class_var(found->binding))
            for (uint32_t k = 0; k < base->dataclass->fields.count; k++)
                if (base->dataclass->fields.items[k].name == name) result->is_read_only = true;
        if (base->named_tuple)
            for (uint32_t k = 0; k < base->named_tuple->fields.count; k++)
                if (base->named_tuple->fields.items[k].name == name) result->is_read_only = true;
    }
    if (result->is_read_only && !result->refused) result->refused = check_text(checker, "Property \"%s\" defined in \"%s\" is read-only", name->text, found->owner ? found->owner->name->text : "?");
}

static const DataclassField *dataclass_field_of(Checker *checker, const Type *receiver, const Atom *name) {
    ClassInfo *cls = type_class(checker, receiver);
    return cls ? dataclass_field(cls, name) : NULL;
}

// ---- enums -----------------------------------------------------------------------------------------------------------------------

static const EnumMember *enum_member(ClassInfo *cls, const Atom *name) {
    class_specials(cls);
    if (!cls->enumeration) return NULL;
    uintptr_t at = (uintptr_t)map_get_pointer(&cls->enumeration->by_name, name);
    return at ? &cls->enumeration->members.items[at - 1] : NULL;
}

// `.value` and `.name` of an enum: of the member when it is known, else of all of them. NULL: nothing special.
static const Type *enum_attribute(Checker *checker, const Type *type, const Atom *name) {
    ClassInfo *cls = type_class(checker, type);
    if (!cls || !cls->is_enum) return NULL;
    bool is_value = strcmp(name->text, "value") == 0 || strcmp(name->text, "_value_") == 0, is_name = strcmp(name->text, "name") == 0 || strcmp(name->text, "_name_") == 0;
    if (!is_value && !is_name) return NULL;
    class_specials(cls);
    const EnumInfo *info = cls->enumeration;
    if (!info || !info->members.count) return NULL;
    Binding *own = class_own_member(cls, name, false); // a class may define its own
    if (own && own->declarations.count && vec_last(&own->declarations)->kind == DECLARE_FUNCTION) return NULL;
    if (type->kind == TYPE_LITERAL) {
        const EnumMember *member = enum_member(cls, AS_LITERAL(type)->text);
        if (!member) return NULL;
        if (is_name) return type_make_implicit(checker, type_literal_text(checker, LITERAL_STR, member->name->text, member->name->size));
        return info->value_type && !member->value ? info->value_type : member->value;
    }
    if (is_name) return known_instance(checker, KNOWN_str);
    if (info->value_type) return info->value_type;
    const Type *whole = checker->types.never;
    for (uint32_t i = 0; i < info->members.count; i++)
        if (info->members.items[i].value) whole = type_union2(checker, whole, type_widen_literal(checker, info->members.items[i].value, true));
    return whole->kind == TYPE_NEVER ? NULL : whole;
}

// ---- by kind of receiver -----------------------------------------------------------------------------------------------------------

static const char *const hook_names[] = {"__getattr__", "__setattr__", "__delattr__"}; // by AttributeUse

static AttributeResult instance_attribute(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use, const Type *self) {
    Checker *checker = unit->checker;
    AttributeResult result = {0};
    if (name == checker->atoms->known[ATOM___call__] && (type->kind == TYPE_CALLABLE || type->kind == TYPE_OVERLOADED)) return (AttributeResult){.type = type, .is_method = true};
    const Type *special = use == ATTRIBUTE_GET ? enum_attribute(checker, type, name) : NULL;
    const Type *receiver = type_as_instance(checker, type);
    if (receiver->kind != TYPE_INSTANCE && receiver->kind != TYPE_TUPLE) {
        result.type = checker->types.unknown;
        return result;
    }
    MemberLookup found = class_lookup(checker, receiver, name, use == ATTRIBUTE_GET ? 0 : LOOKUP_DECLARED);
    if (special) {
        result.type = special;
        result.binding = found.binding;
        result.is_read_only = true;
        return result;
    }
    const Type *owner = type_class_object(checker, self, false);
    const DataclassField *field = found.binding && found.is_instance_member ? dataclass_field_of(checker, receiver, name) : NULL;
    if (field && field->is_init_var && !field->has_default && field->owner == found.owner) found.binding = NULL; // only an argument of __init__
    if (found.binding) {
        read_member(unit, node, &found, self, owner, use, &result);
        if (use != ATTRIBUTE_GET && !result.is_descriptor) refuse_frozen(checker, &found, receiver, &result);
        if (use == ATTRIBUTE_SET && field && field->converter && !result.is_descriptor) { // what is assigned goes through the converter, too
            result.type = type_specialise(checker, field->converter, receiver);
            result.is_descriptor = true;
        }
        return result;
    }
    ClassInfo *cls = type_class(checker, receiver);
    if (found.has_unknown_base || (cls && (cls->has_unknown_base || class_has_slot_named(cls, name)))) {
        result.type = checker->types.unknown;
        return result;
    }
    if (type->kind == TYPE_MODULE) return result; // what ModuleType.__getattr__ says holds for modules that are not known
    // those that are not object's
    MemberLookup hook = class_lookup(checker, receiver, checker_atom(checker, hook_names[use]), LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE);
    if (!hook.binding && use == ATTRIBUTE_GET) hook = class_lookup(checker, receiver, checker_atom(checker, "__getattribute__"), LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE);
    if (!hook.binding) return result;
    const Type *method = bind_method(checker, member_type(checker, &hook), self, false);
    if (!method) return result;
    if (use == ATTRIBUTE_SET) {
        result.type = last_parameter(checker, method);
        return result;
    }
    const Type *literal = type_make_implicit(checker, type_literal_text(checker, LITERAL_STR, name->text, name->size));
    bool failed;
    const Type *read = call_types(unit, call_node(unit, node), method, &literal, 1, &failed);
    result.type = failed ? NULL : use == ATTRIBUTE_GET ? read : checker->types.unknown;
    return result;
}

// A class of collections.abc, whose stub does not speak of ABCMeta: built-in classes derive from it there.
static bool is_abstract_collection(Checker *checker, const Type *type) {
    ClassInfo *cls = type->kind == TYPE_CLASS_OBJECT ? type_class(checker, AS_CLASS_OBJECT(type)->instance) : NULL;
    return cls && cls->unit && (cls->is_protocol || strcmp(cls->unit->module->name->text, "typing") == 0);
}

static AttributeResult metaclass_attribute(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use, const Type *self, bool data_only) {
    Checker *checker = unit->checker;
    AttributeResult result = {0};
    ClassInfo *metaclass = type_class(checker, type);
    if (!metaclass) return result;
    const Type *receiver = type_instance(checker, metaclass, NULL, 0);
    MemberLookup found = class_lookup(checker, receiver, name, data_only ? LOOKUP_SKIP_TYPE | LOOKUP_SKIP_OBJECT : 0);
    if (data_only) {
        if (!found.binding || (!type_property(member_type(checker, &found)))) return result;
    }
    if (found.binding) {
        read_member(unit, node, &found, self, type_class_object(checker, receiver, false), use, &result);
        return result;
    }
    if (data_only) return result;
    if (found.has_unknown_base) {
        result.type = checker->types.unknown;
        return result;
    }
    if (is_known(metaclass, KNOWN_type) && strcmp(name->text, "register") == 0 && is_abstract_collection(checker, type)) return attribute_with_self(unit, node, known_instance(checker, KNOWN_ABCMeta), name, use, self);
    MemberLookup hook = class_lookup(checker, receiver, checker_atom(checker, hook_names[use]), LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_TYPE | LOOKUP_SKIP_INSTANCE);
    const Type *method = hook.binding ? bind_method(checker, member_type(checker, &hook), self, false) : NULL;
    if (method && method->kind == TYPE_CALLABLE) result.type = use == ATTRIBUTE_GET ? callable_result(checker, AS_CALLABLE(method)) : use == ATTRIBUTE_SET ? last_parameter(checker, method) : checker->types.unknown;
    return result;
}

static AttributeResult class_attribute(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use, const Type *self) {
    Checker *checker = unit->checker;
    const Type *instance = AS_CLASS_OBJECT(type)->instance;
    AttributeResult result = {0};
    if (type_is_any(instance)) {
        result = metaclass_attribute(unit, node, type, name, use, self, false);
        if (!result.type) result.type = checker->types.unknown;
        return result;
    }
    const Type *upper = type_upper_bound(checker, instance);
    if (upper->kind == TYPE_UNION) {
        result.type = checker->types.never;
        TYPE_EACH(item, upper) {
            AttributeResult one = attribute_with_self(unit, node, type_class_object(checker, item, false), name, use, self);
            result.type = one.type && result.type ? type_union2(checker, result.type, one.type) : NULL;
        }
        return result;
    }
    const Type *receiver = type_as_instance(checker, upper);
    ClassInfo *cls = type_class(checker, receiver);
    if (!cls) {
        result.type = checker->types.unknown;
        return result;
    }
    if (cls->is_enum && use == ATTRIBUTE_GET && enum_member(cls, name)) {
        result.type = type_make_implicit(checker, type_literal_enum(checker, cls, enum_member(cls, name)->name)); // another name of a member is that member
        result.binding = class_own_member(cls, name, false);
        return result;
    }
    result = metaclass_attribute(unit, node, type, name, use, self, true);
    if (result.type) return result;
    MemberLookup found = class_lookup(checker, receiver, name, LOOKUP_SKIP_INSTANCE);
    bool on_object = found.owner && is_known(found.owner, KNOWN_object);
    if (found.binding && on_object) { // `type` knows better: __class__, __call__, __init__ ...
        AttributeResult meta = metaclass_attribute(unit, NULL, type, name, use, self, false);
        ClassInfo *meta_owner = meta.owner;
        if (meta.type && meta_owner && !is_known(meta_owner, KNOWN_object) && strcmp(name->text, "__init__") != 0 && strcmp(name->text, "__new__") != 0 && strcmp(name->text, "__doc__") != 0 && strcmp(name->text, "__module__") != 0) return meta;
    }
    if (found.binding) {
        read_member(unit, node, &found, NULL, self, use, &result);
        if (cls->is_enum && use != ATTRIBUTE_GET && enum_member(cls, name)) {
            result.is_read_only = true;
            result.refused = check_text(checker, "Cannot assign to final attribute \"%s\"", name->text);
        }
        return result;
    }
    if (found.has_unknown_base || cls->has_unknown_base) {
        result.type = checker->types.unknown;
        return result;
    }
    return metaclass_attribute(unit, node, type, name, use, self, false);
}

// `connection = None` in a module, with nothing else given to it there: somebody outside does.
static bool is_given_outside(Binding *binding, const Type *type) {
    return binding && type && type->kind == TYPE_NONE && binding->unit && !binding->unit->is_stub && !binding_declared_type(binding);
}

static AttributeResult module_attribute(Module *module, const Atom *name, AttributeUse use) {
    AttributeResult result = {.binding = module_export(module, name)};
    result.type = module_member_type(module, name);
    if (is_given_outside(result.binding, result.type)) result.type = module->checker->types.unknown;
    else if (use == ATTRIBUTE_SET && result.type && module->checker->options.purpose == CHECK_FOR_RUN && result.binding && !binding_declared_type(result.binding)) result.type = module->checker->types.unknown; // inferred only
    if (result.binding && binding_is_final(result.binding)) {
        result.refused = "Cannot assign to a final name of a module";
        result.is_read_only = true;
    }
    return result;
}

AttributeResult attribute_with_self(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use, const Type *self) {
    Checker *checker = unit->checker;
    type = type_expand(checker, type);
    if (checker->depth >= CHECKER_MAX_DEPTH) return (AttributeResult){.type = checker->types.unknown};
    checker->depth++;
    AttributeResult result = {0};
    switch ((TypeKind)type->kind) {
    case TYPE_UNKNOWN: case TYPE_ANY: case TYPE_NEVER: result.type = type->kind == TYPE_NEVER ? type : type; break;
    case TYPE_MODULE: {
        result = module_attribute(AS_MODULE(type)->module, name, use);
        if (!result.type) result = instance_attribute(unit, node, type, name, use, self);
        break;
    }
    case TYPE_CLASS_OBJECT: result = class_attribute(unit, node, type, name, use, self); break;
    case TYPE_VARIABLE: {
        const Type *upper = type_upper_bound(checker, type);
        result = attribute_with_self(unit, node, upper, name, use, upper->kind == TYPE_UNION || self != type ? self : type);
        break;
    }
    case TYPE_UNION: {
        result.type = checker->types.never;
        TYPE_EACH(item, type) {
            AttributeResult one = attribute_with_self(unit, node, item, name, use, self == type ? item : type_is_variable(self) ? item : self);
            if (!one.type) result.type = NULL;
            else if (result.type) result.type = type_union2(checker, result.type, one.type);
            result.is_descriptor |= one.is_descriptor;
            result.is_read_only |= one.is_read_only;
            if (!result.binding) result.binding = one.binding;
        }
        break;
    }
    case TYPE_SPECIAL_FORM: {
        if (AS_SPECIAL_FORM(type)->form == FORM_Type) { // typing.Type is the class `type` by another name
            const Type *cls = type_class_object(checker, known_instance(checker, KNOWN_type), true);
            result = attribute_with_self(unit, node, cls, name, use, cls);
            break;
        }
        result = instance_attribute(unit, node, type, name, use, self);
        if (!result.type) result.type = checker->types.unknown;
        break;
    }
    default: result = instance_attribute(unit, node, type, name, use, self);
    }
    checker->depth--;
    return result;
}

AttributeResult attribute_of(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use) { return attribute_with_self(unit, node, type, name, use, type); }

// ---- expressions -----------------------------------------------------------------------------------------------------------------------

static Diagnostic *report_missing(Unit *unit, const Ast *node, const Type *item, const Type *whole, const Atom *name) {
    Module *module = item->kind == TYPE_MODULE ? AS_MODULE(item)->module : NULL;
    if (module && module->units.count && unit_may_have_any_name(module->units.items[0])) return NULL;
    Diagnostic *diagnostic;
    if (module) explain_module_name(unit->checker, diagnostic = check_report(unit, node, MODULE_NO_ATTRIBUTE, diag_text(module->name->text), diag_text(name->text)), module, name);
    else if (whole->kind == TYPE_UNION) diagnostic = check_report(unit, node, UNION_NO_ATTRIBUTE, diag_type(item), diag_type(whole), diag_text(name->text));
    else diagnostic = check_report(unit, node, NO_ATTRIBUTE, diag_type(item->kind == TYPE_VARIABLE && AS_VARIABLE(item)->info->is_self ? type_upper_bound(unit->checker, item) : item), diag_text(name->text));
    if (!module) explain_attribute(unit, diagnostic, node, item, name);
    return diagnostic;
}

const Type *infer_attribute(Unit *unit, const Ast *node, const Type *value, const Atom *name) {
    Checker *checker = unit->checker;
    value = type_expand(checker, value);
    const Type *whole = value->kind == TYPE_VARIABLE && type_upper_bound(checker, value)->kind == TYPE_UNION ? type_upper_bound(checker, value) : value;
    if (whole->kind != TYPE_UNION) {
        AttributeResult result = attribute_of(unit, node, whole, name, ATTRIBUTE_GET);
        if (result.type) return result.type;
        report_missing(unit, node, whole, whole, name);
        return checker->types.unknown;
    }
    const Type **types = arena_array(checker->arena, const Type *, type_item_count(whole));
    uint32_t count = 0;
    Diagnostic *missing = NULL; // one for all the items that lack it
    bool reported = false;
    TYPE_EACH(item, whole) {
        AttributeResult result = attribute_of(unit, node, item, name, ATTRIBUTE_GET);
        if (!result.type && !reported) missing = report_missing(unit, node, item, whole, name);
        else if (!result.type && missing) missing->reason = check_text(checker, missing->reason ? "%s, \"%s\"" : "%sit is missing as well in \"%s\"", missing->reason ? missing->reason : "", type_show(checker, item, false));
        reported |= !result.type;
        types[count++] = result.type ? result.type : checker->types.unknown;
    }
    return type_union(checker, types, count);
}

// super() and super(C, x): the class whose MRO is searched (from the second on) and what methods bind to. False: not a super call.
static bool super_call(Unit *unit, const Ast *node, const Type **lookup, const Type **self) {
    Checker *checker = unit->checker;
    if (node->kind != AST_Call) return false;
    const AstCall *call = (const AstCall *)node;
    if (call->func->kind != AST_Name || ((const AstName *)call->func)->id != checker->atoms->known[ATOM_super] || call->keywords.count) return false;
    ResolvedName found = resolve_name(unit, node_scope(unit, call->func), checker->atoms->known[ATOM_super]);
    if (!found.is_builtin) return false;
    const Ast *function = node_enclosing_function(unit, node);
    while (function && function->kind == AST_Lambda) function = node_enclosing_function(unit, function);
    if (call->args.count == 0) {
        const Ast *cls_node = NULL;
        for (const Ast *outer = function; outer; outer = node_enclosing_function(unit, outer)) { // a nested function uses the method's
            const Ast *parent = node_parent(unit, outer);
            if (parent && parent->kind == AST_ClassDef) {
                cls_node = parent, function = outer;
                break;
            }
        }
        if (!cls_node) return false;
        ClassInfo *cls = class_of_node(unit, (const AstClassDef *)cls_node);
        class_header(cls);
        *lookup = type_self_instance(checker, cls);
        const FunctionInfo *info = function_info(unit, function);
        const Type *variable = class_self_variable(cls);
        *self = info->is_class_method || info->name == checker->atoms->known[ATOM___new__] ? type_class_object(checker, variable, false) : variable;
        const Type *signature = function->kind == AST_Lambda ? NULL : function_signature(unit, function);
        const Parameter *receiver = signature && signature->kind == TYPE_CALLABLE && AS_CALLABLE(signature)->count ? &AS_CALLABLE(signature)->parameters[0] : NULL;
        if (receiver && receiver->is_annotated && (*self)->kind == TYPE_CLASS_OBJECT && receiver->type->kind == TYPE_CLASS_OBJECT) *self = receiver->type; // `cls: type[C[int]]`
        return true;
    }
    const Type *first = infer(unit, call->args.items[0]);
    if (first->kind != TYPE_CLASS_OBJECT) return false;
    *lookup = type_as_instance(checker, type_upper_bound(checker, AS_CLASS_OBJECT(first)->instance));
    if (call->args.count == 1) return false;
    *self = infer(unit, call->args.items[1]);
    return type_class(checker, *lookup) != NULL && !type_is_any(*self);
}

static const Type *super_attribute(Unit *unit, const AstAttribute *node, const Type *lookup, const Type *self) {
    Checker *checker = unit->checker;
    MemberLookup found = class_lookup(checker, lookup, attribute_name(unit, node), LOOKUP_SKIP_SELF | LOOKUP_SKIP_INSTANCE);
    if (!found.binding) found = class_lookup(checker, lookup, attribute_name(unit, node), LOOKUP_SKIP_SELF);
    if (!found.binding) {
        ClassInfo *cls = type_class(checker, lookup);
        if (found.has_unknown_base || cls->has_unknown_base) return checker->types.unknown;
        check_report(unit, node, SUPER_NO_ATTRIBUTE, diag_text(node->attr->text));
        return checker->types.unknown;
    }
    AttributeResult result = {0};
    bool on_class = self->kind == TYPE_CLASS_OBJECT;
    read_member(unit, &node->head, &found, on_class ? NULL : self, on_class ? self : type_class_object(checker, self, false), ATTRIBUTE_GET, &result);
    const Type *type = result.type ? result.type : checker->types.unknown;
    const FunctionInfo *info = info_of(type);
    // A protocol's method with an empty body is as good as abstract; what may return None does as it is.
    bool is_unimplemented = info && info->is_stub_body && (info->is_abstract || (found.owner && found.owner->is_protocol));
    const Type *returned = type->kind == TYPE_CALLABLE ? AS_CALLABLE(type)->result : NULL;
    if (is_unimplemented && (!returned || (!type_is_any(returned) && !type_assignable(checker, returned, none_type(checker)))) && found.owner && !unit->is_stub && info->unit && !info->unit->is_stub && node_parent(unit, &node->head)->kind == AST_Call)
        check_report(unit, node, ABSTRACT_SUPER_CALL, diag_text(node->attr->text), diag_text(found.owner->name->text));
    return type;
}

bool reads_value(const Unit *unit, const Ast *node, AstContext ctx) {
    if (ctx == AST_LOAD) return true;
    const Ast *parent = ctx == AST_STORE && node->id < unit->node_count ? node_parent(unit, node) : NULL;
    return parent && parent->kind == AST_AugAssign && ((const AstAugAssign *)parent)->target == node;
}

const Type *infer_narrowed(Unit *unit, const Ast *node, const Type *type) {
    FlowNode *at = flow_node_of(unit, node);
    FlowReference *reference = at ? flow_reference(unit, node) : NULL;
    if (!reference) return type;
    FlowResult result = flow_type(unit, reference, at, type, type);
    if (result.is_unreachable) return unit->checker->types.never;
    return result.type && !result.is_unbound ? result.type : type;
}

const Type *infer_attribute_expression(Unit *unit, const AstAttribute *node) {
    const Type *lookup, *self;
    if (super_call(unit, node->value, &lookup, &self)) {
        infer(unit, node->value);
        const Type *type = super_attribute(unit, node, lookup, self);
        report_deprecated(unit, &node->head, type);
        return type;
    }
    const Type *value = infer(unit, node->value);
    if (value->kind == TYPE_NEVER) return value;
    const Type *type = infer_attribute(unit, &node->head, value, attribute_name(unit, node));
    if (!reads_value(unit, &node->head, node->ctx)) return type;
    report_deprecated(unit, &node->head, type);
    return infer_narrowed(unit, &node->head, type);
}

// ---- stores -----------------------------------------------------------------------------------------------------------------------------

static bool is_in_list(const AstNodes *list, const Ast *inner) {
    return list->count && inner->span.start >= list->items[0]->span.start && inner->span.end <= list->items[list->count - 1]->span.end;
}

// Has the same attribute surely been assigned earlier in `function`: in the block that holds `target`, or one around it?
static bool is_assigned_before(Unit *unit, const AstAttribute *target, const Binding *binding, const Ast *function) {
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (!declaration->is_self_attribute || declaration->method != function || declaration->node == &target->head || declaration->node->span.start >= target->head.span.start || !declaration->statement) continue;
        const Ast *block = node_parent(unit, declaration->statement);
        if (!block || block == function) return true;
        if (block->kind == AST_If || block->kind == AST_While || block->kind == AST_For) { // If, While and For have different layouts
            const AstNodes *body = block->kind == AST_If ? &((const AstIf *)block)->body : block->kind == AST_While ? &((const AstWhile *)block)->body : &((const AstFor *)block)->body;
            const AstNodes *orelse = block->kind == AST_If ? &((const AstIf *)block)->orelse : block->kind == AST_While ? &((const AstWhile *)block)->orelse : &((const AstFor *)block)->orelse;
            bool in_body = is_in_list(body, declaration->node);
            if (is_in_list(in_body ? body : orelse, &target->head)) return true;
        } else if ((block->kind == AST_With || block->kind == AST_AsyncWith) && target->head.span.start >= block->span.start) {
            return true;
        }
    }
    return false;
}

// `self.x = ...` in a method of the class that owns x.
static bool is_own_final_initialisation(Unit *unit, const AstAttribute *target, const Binding *binding) {
    Checker *checker = unit->checker;
    for (uint32_t i = 0; i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->node == &target->head && binding->declarations.items[i]->is_final) return true;
    const Ast *function = node_enclosing_function(unit, &target->head);
    if (!function || (function->kind != AST_FunctionDef)) return false;
    const AstFunctionDef *def = (const AstFunctionDef *)function;
    const Ast *parent = node_parent(unit, function);
    if (!parent || parent->kind != AST_ClassDef || !binding->owner || (const Ast *)binding->owner->node != parent) return false;
    if (def->name != checker->atoms->known[ATOM___init__]) return false;
    for (uint32_t i = 0; i < binding->declarations.count; i++) { // declared in the body without a value
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->is_final && !declaration->is_self_attribute) return declaration->value == NULL && !is_assigned_before(unit, target, binding, function);
    }
    return false;
}

// False: nothing may be assigned there.
static bool check_store(Unit *unit, const AstAttribute *target, const Type *item, const Type *whole, const AttributeResult *result) {
    if (!result->type) {
        report_missing(unit, &target->head, item, whole, target->attr);
        return false;
    }
    if (result->is_read_only) {
        if (result->binding && binding_is_final(result->binding) && is_own_final_initialisation(unit, target, result->binding)) return true;
        const char *why = result->refused;
        if (!why) why = check_text(unit->checker, "Property \"%s\" defined in \"%s\" is read-only", target->attr->text, result->owner ? result->owner->name->text : "?");
        if (result->binding && binding_is_final(result->binding)) check_report(unit, target, ASSIGN_TO_FINAL_ATTRIBUTE, diag_text(why));
        else check_report(unit, target, MISC, diag_text(why), diag_type(item)); // the type: for run_policy.c
        return false;
    }
    if (item->kind != TYPE_CLASS_OBJECT && item->kind != TYPE_MODULE && result->binding && !result->is_descriptor && declared_class_var(result->binding))
        check_report(unit, target, MISC, diag_text(check_text(unit->checker, "Cannot assign to class variable \"%s\" via instance", target->attr->text)));
    else if (result->is_method && item->kind != TYPE_MODULE) check_report0(unit, target, ASSIGN_TO_METHOD);
    return true;
}

// What one class gives the attribute. False: a place that is not to be held to anything is among those.
static bool add_given(const Binding *binding, const Ast *target, const Type *instance, const Type **given) {
    if (binding_declared_type((Binding *)(uintptr_t)binding)) return false;
    for (uint32_t i = 0; i < binding->declarations.count; i++) {
        const Declaration *declaration = binding->declarations.items[i];
        if (declaration->kind != DECLARE_VARIABLE || declaration->node == target) return false;
        if (declaration->method && !function_info(declaration->unit, declaration->method)->is_annotated) return false;
    }
    const Type *type = binding_type((Binding *)(uintptr_t)binding);
    const Type *owner = type->flags & TYPE_HAS_VARIABLE ? class_as_base(binding->unit->checker, instance, binding->owner) : NULL;
    if (owner) type = type_specialise(binding->unit->checker, type, owner);
    if ((type->flags & TYPE_HAS_VARIABLE && !(instance->flags & TYPE_HAS_VARIABLE)) || type_is_any(type)) return false;
    *given = *given ? type_union2(binding->unit->checker, *given, type) : type;
    return true;
}

// What an attribute that nothing declares may be given from outside of its class: what the bodies and the annotated methods of the class and its bases give it. NULL: nobody knows, or this
// is one of those places.
static const Type *inferred_store_type(Unit *unit, const AstAttribute *target, const Type *item, const AttributeResult *result) {
    Checker *checker = unit->checker;
    if (checker->options.purpose == CHECK_FOR_RUN || checker->function_is_silent || !result->binding || result->is_descriptor || result->is_method || is_dunder(result->binding->name)) return NULL;
    const Type *instance = type_upper_bound(checker, item->kind == TYPE_CLASS_OBJECT ? AS_CLASS_OBJECT(item)->instance : item);
    ClassInfo *cls = type_class(checker, instance);
    if (!cls || cls->has_unknown_base || cls->is_enum) return NULL;
    const Type *given = NULL;
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        ClassInfo *base = cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL;
        const Binding *binding = base ? class_own_member(base, result->binding->name, true) : NULL;
        if (binding && (!base->node || base->unit->is_stub || !add_given(binding, &target->head, instance, &given))) return NULL;
    }
    const Ast *body = given && given->kind == TYPE_NONE ? node_enclosing_class(unit, &target->head, false) : NULL;
    if (body && class_derives(class_of_node(unit, (const AstClassDef *)body), cls)) return NULL; // None stands for what the methods of the class give, be it through another object
    return given ? type_widen_literal(checker, given, true) : NULL;
}

const Type *infer_attribute_inferred(Unit *unit, const AstAttribute *target, const Type *item) {
    AttributeResult result = attribute_of(unit, NULL, item, attribute_name(unit, target), ATTRIBUTE_SET);
    return inferred_store_type(unit, target, item, &result);
}

const Type *infer_attribute_store(Unit *unit, const AstAttribute *target, const Type *assigned) {
    Checker *checker = unit->checker;
    const Type *value = type_expand(checker, infer(unit, target->value));
    const Type *whole = value->kind == TYPE_VARIABLE && type_upper_bound(checker, value)->kind == TYPE_UNION ? type_upper_bound(checker, value) : value;
    const Type *wanted = NULL;
    TYPE_EACH(item, whole) {
        if (type_is_any(item)) continue;
        AttributeResult result = attribute_of(unit, assigned ? &target->head : NULL, item, attribute_name(unit, target), ATTRIBUTE_SET);
        if (assigned && !check_store(unit, target, item, whole, &result)) continue;
        const Type *inferred = inferred_store_type(unit, target, item, &result);
        if (inferred) {
            wanted = wanted ? type_intersect(checker, wanted, inferred) : inferred;
            continue;
        }
        if (!result.type || type_is_any(result.type) || (result.is_read_only && !(result.binding && binding_is_final(result.binding)))) continue;
        wanted = wanted ? type_intersect(checker, wanted, result.type) : result.type;
    }
    return wanted && wanted->kind != TYPE_NEVER ? wanted : NULL;
}

void infer_attribute_delete(Unit *unit, const AstAttribute *target) {
    const Type *whole = type_expand(unit->checker, infer(unit, target->value));
    TYPE_EACH(item, whole) {
        if (type_is_any(item)) continue;
        AttributeResult result = attribute_of(unit, NULL, item, attribute_name(unit, target), ATTRIBUTE_DELETE);
        if (!result.type) report_missing(unit, &target->head, item, whole, target->attr);
        else if (result.is_read_only && result.refused) check_report(unit, target, MISC, diag_text(check_text(unit->checker, "Cannot delete \"%s\": it is read-only", target->attr->text)));
        else if (result.is_read_only) check_report(unit, target, READ_ONLY_ATTRIBUTE, diag_text(target->attr->text), diag_text(result.owner ? result.owner->name->text : "?"));
    }
}
