// Variance of type parameters, as their uses say (specification, "Variance inference"): a parameter is used covariantly where a value of it comes out, contravariantly where one goes in. This
// gives what the specification's comparison of two specialised copies of the class gives, without making the copies.
#include "typecheck/infer.h"
#include <string.h>

enum { USED_NOWHERE = 0, USED_OUT = 1, USED_IN = 2, USED_BOTH = 3, MAX_LEVEL = 40 };

typedef struct Uses {
    Checker *checker;
    ClassInfo *cls;
    const Type *param;
    int found;
    int level;
} Uses;

static int flipped(int direction) { return direction == USED_OUT ? USED_IN : direction == USED_IN ? USED_OUT : direction; }

static void look(Uses *u, const Type *type, int direction);

static void look_at_items(Uses *u, const Type *const *items, uint32_t count, int direction) {
    for (uint32_t i = 0; i < count; i++) look(u, items[i], direction);
}

static void look_at_instance(Uses *u, const TypeInstance *type, int direction) {
    for (uint32_t i = 0; i < type->count; i++) {
        const Type *arg = type->args[i];
        if (!(arg->flags & TYPE_HAS_VARIABLE)) continue;
        if (type->cls == u->cls && arg == u->param) continue; // it says about itself what is to be found out
        Variance variance = type->cls == u->cls && type->cls->variance_running && type->cls->variances[i] == VARIANCE_AUTO ? VARIANCE_COVARIANT : class_variance(type->cls, i);
        if (variance == VARIANCE_COVARIANT) look(u, arg, direction);
        else if (variance == VARIANCE_CONTRAVARIANT) look(u, arg, flipped(direction));
        else if (variance == VARIANCE_INVARIANT) look(u, arg, USED_BOTH);
    }
}

static void look_at_callable(Uses *u, const TypeCallable *type, int direction, uint32_t first) {
    for (uint32_t i = first; i < type->count; i++) look(u, type->parameters[i].type, flipped(direction));
    if (type->param_spec) look(u, type->param_spec, flipped(direction));
    if (type->result) look(u, type->result, direction);
}

static void look(Uses *u, const Type *type, int direction) {
    if (!(type->flags & TYPE_HAS_VARIABLE) || u->found == USED_BOTH || u->level > MAX_LEVEL) return;
    if (type == u->param) {
        u->found |= direction;
        return;
    }
    u->level++;
    switch ((TypeKind)type->kind) {
    case TYPE_INSTANCE: look_at_instance(u, AS_INSTANCE(type), direction); break;
    case TYPE_TUPLE: look_at_items(u, AS_TUPLE(type)->items, AS_TUPLE(type)->count, direction); break;
    case TYPE_UNION: look_at_items(u, AS_UNION(type)->items, AS_UNION(type)->count, direction); break;
    case TYPE_CLASS_OBJECT: look(u, AS_CLASS_OBJECT(type)->instance, direction); break;
    case TYPE_CALLABLE: case TYPE_PARAMETERS: look_at_callable(u, AS_CALLABLE(type), direction, 0); break;
    case TYPE_OVERLOADED: look_at_items(u, AS_OVERLOADED(type)->items, AS_OVERLOADED(type)->count, direction); break;
    case TYPE_IS_GUARD: look(u, AS_WRAPPER(type)->inner, USED_BOTH); break;
    case TYPE_GUARD: case TYPE_UNPACKED: case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS: look(u, AS_WRAPPER(type)->inner, direction); break;
    case TYPE_ALIAS: look(u, type_expand(u->checker, type), direction); break;
    default: break;
    }
    u->level--;
}

// ---- members -------------------------------------------------------------------------------------------------------------------

// Constructors run before anybody else sees the object; names with an underscore are the class's own business.
static bool is_left_out(const Atom *name) {
    if (strcmp(name->text, "__init__") == 0 || strcmp(name->text, "__new__") == 0 || strcmp(name->text, "__init_subclass__") == 0 || strcmp(name->text, "__class_getitem__") == 0 || strcmp(name->text, "__match_args__") == 0) return true;
    bool is_dunder = name->size > 4 && name->text[0] == '_' && name->text[1] == '_' && name->text[name->size - 1] == '_';
    return name->text[0] == '_' && !is_dunder;
}

static void look_at_method(Uses *u, const Type *type) {
    if (type->kind == TYPE_OVERLOADED) {
        for (uint32_t i = 0; i < AS_OVERLOADED(type)->count; i++) look_at_method(u, AS_OVERLOADED(type)->items[i]);
        return;
    }
    if (type->kind != TYPE_CALLABLE) {
        look(u, type, USED_OUT);
        return;
    }
    const FunctionInfo *info = AS_CALLABLE(type)->info;
    look_at_callable(u, AS_CALLABLE(type), USED_OUT, info && info->is_static ? 0 : 1);
}

static bool is_read_only(const ClassInfo *cls, const Binding *binding) {
    if (binding_is_final(binding)) return true;
    if (cls->dataclass && cls->dataclass->options.frozen)
        for (uint32_t i = 0; i < cls->dataclass->fields.count; i++)
            if (cls->dataclass->fields.items[i].name == binding->name) return true;
    return cls->is_named_tuple;
}

static void look_at_member(Uses *u, Binding *binding) {
    if (is_left_out(binding->name) || u->found == USED_BOTH) return;
    const Declaration *last = vec_last(&binding->declarations);
    if (last->kind == DECLARE_TYPE_PARAMETER || last->kind == DECLARE_IMPORT || last->kind == DECLARE_CLASS) return;
    const Type *type = binding_type(binding);
    const PropertyInfo *property = type_property(type);
    if (property) {
        if (property->getter) look_at_method(u, property->getter);
        if (property->setter && property->setter->kind == TYPE_CALLABLE) look_at_method(u, property->setter);
        return;
    }
    if (last->kind == DECLARE_FUNCTION || (last->kind == DECLARE_SYNTHESISED && type->kind == TYPE_CALLABLE)) look_at_method(u, type);
    else look(u, type, is_read_only(u->cls, binding) ? USED_OUT : USED_BOTH);
}

Variance class_inferred_variance(ClassInfo *cls, uint32_t param) {
    class_header(cls);
    if (param >= cls->type_param_count || cls->variance_running || AS_VARIABLE(cls->type_params[param])->info->kind != TYPE_VARIABLE) return VARIANCE_INVARIANT;
    class_specials(cls);
    Uses u = {.checker = cls->checker, .cls = cls, .param = cls->type_params[param]};
    cls->variance_running = true;
    cls->checker->silent++;
    look_at_items(&u, cls->bases, cls->base_count, USED_OUT);
    for (uint32_t i = 0; class_scope(cls) && i < cls->scope->symbols.count; i++) {
        Binding *binding = binding_of_symbol(cls->unit, cls->scope->symbols.items[i]);
        if (binding && binding->declarations.count && binding->scope == cls->scope) look_at_member(&u, binding);
    }
    MemberList *own = cls->node && !cls->is_protocol ? unit_class_members(cls->unit, cls->node) : NULL;
    for (uint32_t i = 0; own && i < own->items.count; i++)
        if (!class_own_member(cls, own->items.items[i]->name, false)) look_at_member(&u, own->items.items[i]);
    cls->checker->silent--;
    cls->variance_running = false;
    return u.found == USED_OUT ? VARIANCE_COVARIANT : u.found == USED_IN ? VARIANCE_CONTRAVARIANT : u.found == USED_BOTH ? VARIANCE_INVARIANT : VARIANCE_BIVARIANT;
}

Variance class_variance(ClassInfo *cls, uint32_t param) {
    class_header(cls);
    if (param >= cls->type_param_count) return VARIANCE_INVARIANT;
    if (cls->variances[param] != VARIANCE_AUTO) return (Variance)cls->variances[param];
    if (cls->state != CLASS_READY || cls->variance_running) return VARIANCE_COVARIANT; // asked for while it is being found out
    Variance variance = class_inferred_variance(cls, param);
    if (variance == VARIANCE_BIVARIANT) variance = VARIANCE_COVARIANT;
    cls->variances[param] = (uint8_t)variance;
    return variance;
}
