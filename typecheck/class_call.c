// Classes that calls make: NewType, NamedTuple and namedtuple, TypedDict, Enum, type. Their fields are read by named_tuple.c, typed_dict.c, enum.c from the call.
#include "typecheck/special_class.h"
#include <string.h>

typedef enum ClassCall { CALL_OTHER, CALL_NEW_TYPE, CALL_NAMED_TUPLE, CALL_TYPED_DICT, CALL_ENUM, CALL_TYPE, CALL_SENTINEL } ClassCall;

static const Ast *keyword_value(const AstCall *call, const char *name) {
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, name) == 0) return keyword->value;
    }
    return NULL;
}
static const Ast *argument(const AstCall *call, uint32_t index, const char *name) {
    if (index < call->args.count && call->args.items[index]->kind != AST_Starred) return call->args.items[index];
    return keyword_value(call, name);
}

static const Atom *string_atom(Unit *unit, const Ast *node) {
    if (!node || node->kind != AST_Constant || ((const AstConstant *)node)->value.kind != AST_CONST_STR) return NULL;
    return atom_intern(unit->checker->atoms, ((const AstConstant *)node)->value.text, ((const AstConstant *)node)->value.size);
}

static bool has_members(ClassInfo *cls) {
    class_specials(cls);
    return cls->enumeration && cls->enumeration->members.count;
}

static const Atom *target_name(Unit *unit, const AstCall *call);

static ClassCall kind_of(Unit *unit, const AstCall *call, Entity *entity) {
    const Ast *func = call->func;
    if (func->kind != AST_Name && func->kind != AST_Attribute) return CALL_OTHER;
    if (!call->args.count && !call->keywords.count) return CALL_OTHER;
    *entity = entity_of(unit, node_scope(unit, func), func);
    if (entity->kind == ENTITY_ALIAS) {
        Entity target = alias_target(entity->alias);
        if (target.kind != ENTITY_UNKNOWN) *entity = target;
    }
    switch (entity->kind) {
    case ENTITY_FORM: return entity->form == FORM_TypedDict ? CALL_TYPED_DICT : CALL_OTHER;
    case ENTITY_FUNCTION: return entity_is(entity, "collections", "namedtuple") || entity_is(entity, "typing", "NamedTuple") ? CALL_NAMED_TUPLE : entity_is(entity, "typing", "NewType") ? CALL_NEW_TYPE : CALL_OTHER;
    case ENTITY_CLASS: {
        ClassInfo *cls = entity->cls;
        if (strcmp(cls->qualified, "typing.NewType") == 0) return CALL_NEW_TYPE;
        if (strcmp(cls->qualified, "typing.NamedTuple") == 0) return CALL_NAMED_TUPLE;
        if (strcmp(cls->qualified, "builtins.type") == 0) return call->args.count == 3 && !call->keywords.count ? CALL_TYPE : CALL_OTHER;
        if (strcmp(cls->qualified, "typing_extensions.Sentinel") == 0 || strcmp(cls->qualified, "typing_extensions.sentinel") == 0)
            return string_atom(unit, argument(call, 0, "name")) && target_name(unit, call) ? CALL_SENTINEL : CALL_OTHER;
        if (call->args.count + call->keywords.count < 2) return CALL_OTHER;
        class_header(cls);
        return cls->is_enum && cls->state == CLASS_READY && string_atom(unit, argument(call, 0, "value")) && !has_members(cls) ? CALL_ENUM : CALL_OTHER;
    }
    default: return CALL_OTHER;
    }
}

// The name that the call's value is assigned to, or NULL.
static const Atom *target_name(Unit *unit, const AstCall *call) {
    const Ast *parent = call->head.id < unit->node_count ? node_parent(unit, &call->head) : NULL;
    const Ast *target = NULL;
    if (parent && parent->kind == AST_Assign && ((const AstAssign *)parent)->targets.count == 1) target = ((const AstAssign *)parent)->targets.items[0];
    if (parent && parent->kind == AST_AnnAssign) target = ((const AstAnnAssign *)parent)->target;
    return target && target->kind == AST_Name ? ((const AstName *)target)->id : NULL;
}

static ClassInfo *make(Unit *unit, const AstCall *call, const Atom *name, const Type *const *bases, uint32_t count) {
    Checker *checker = unit->checker;
    ClassInfo *cls = class_synthesise(checker, name, unit, &call->head, bases, count);
    map_set_pointer(checker->arena, &unit->classes, call, cls);
    return cls;
}

// ---- NewType ----------------------------------------------------------------------------------------------------------------------

static ClassInfo *make_new_type(Unit *unit, const AstCall *call, const Atom *name) {
    Checker *checker = unit->checker;
    const Ast *node = argument(call, 1, "tp");
    ClassInfo *cls = make(unit, call, name, NULL, 0); // known by name while its base is looked at
    cls->is_new_type = true;
    const Type *base = node ? type_of_annotation(unit, node, TYPE_EXPRESSION_NO_VARIABLES) : NULL;
    if (!base) base = checker->types.unknown;
    base = type_expand(checker, base);
    cls->new_type_base = base;
    const Type *instance = type_as_instance(checker, base);
    if (base->kind == TYPE_NONE || base->kind == TYPE_CALLABLE || base->kind == TYPE_CLASS_OBJECT) instance = type_as_instance(checker, base);
    ClassInfo *made = class_synthesise(checker, name, unit, &call->head, &instance, 1);
    cls->bases = made->bases;
    cls->base_count = made->base_count;
    cls->has_unknown_base = made->has_unknown_base;
    cls->tuple_base = made->tuple_base;
    cls->metaclass = made->metaclass;
    cls->is_abstract_meta = false;
    const Type **mro = arena_array(checker->arena, const Type *, made->mro_count + 1);
    memcpy(mro, made->mro, made->mro_count * sizeof *mro);
    mro[0] = type_self_instance(checker, cls);
    cls->mro = mro;
    cls->mro_count = made->mro_count;
    return cls;
}

static void check_new_type(Unit *unit, const AstCall *call, const ClassInfo *cls) {
    Checker *checker = unit->checker;
    const Ast *node = argument(call, 1, "tp");
    if (call->args.count + call->keywords.count != 2 || !node) {
        check_report(unit, call, MISC, diag_text("NewType(...) expects exactly two arguments"));
        return;
    }
    const Type *base = type_of_annotation(unit, node, TYPE_EXPRESSION_NO_VARIABLES);
    if (!base || type_is_any(base)) {
        if (base && base->kind == TYPE_ANY) check_report(unit, node, NEW_TYPE_BASE, diag_type(base));
        return;
    }
    base = type_expand(checker, base);
    (void)cls;
    ClassInfo *base_class = base->kind == TYPE_INSTANCE ? AS_INSTANCE(base)->cls : NULL;
    if (base_class && base_class->is_protocol) check_report(unit, node, MISC, diag_text("NewType cannot be used with protocol classes"));
    else if ((!base_class && base->kind != TYPE_TUPLE) || (base_class && base_class->is_typed_dict) || (base_class && base_class->is_final && !base_class->is_enum && 0)) check_report(unit, node, NEW_TYPE_BASE, diag_type(base));
}

// ---- type(...) ----------------------------------------------------------------------------------------------------------------------

static ClassInfo *make_by_type(Unit *unit, const AstCall *call, const Atom *name) {
    Checker *checker = unit->checker;
    TypeList bases = {0};
    bool unknown = call->args.items[1]->kind != AST_Tuple;
    checker->silent++;
    for (uint32_t i = 0; !unknown && i < ((const AstTuple *)call->args.items[1])->elts.count; i++) {
        const Type *base = infer(unit, ((const AstTuple *)call->args.items[1])->elts.items[i]);
        if (base->kind != TYPE_CLASS_OBJECT || AS_CLASS_OBJECT(base)->instance->kind != TYPE_INSTANCE) unknown = true;
        else vec_push(checker->arena, &bases, AS_CLASS_OBJECT(base)->instance);
    }
    ClassInfo *cls = make(unit, call, name, bases.items, bases.count);
    const Ast *space = call->args.items[2];
    if (space->kind == AST_Dict) {
        const AstDict *dict = (const AstDict *)space;
        for (uint32_t i = 0; i < dict->values.count; i++) {
            const Atom *key = dict->keys.items[i] ? string_atom(unit, dict->keys.items[i]) : NULL;
            if (key) class_add_synthesised(cls, key, type_widen_literal(checker, infer(unit, dict->values.items[i]), true));
            else unknown = true;
        }
    } else {
        unknown = true;
    }
    checker->silent--;
    cls->has_unknown_base |= unknown;
    return cls;
}

// ---- the call ------------------------------------------------------------------------------------------------------------------------

static void check_name(Unit *unit, const AstCall *call, const char *what) {
    const Atom *name = string_atom(unit, argument(call, 0, "typename")), *target = target_name(unit, call);
    if (!name) name = string_atom(unit, keyword_value(call, "name"));
    if (!name) name = string_atom(unit, keyword_value(call, "value"));
    if (!name) {
        check_report(unit, call, MISC, diag_text(check_text(unit->checker, "%s() expects a string literal as the first argument", what)));
        return;
    }
    if (target && target != name)
        check_report(unit, call, MISC, diag_text(check_text(unit->checker, "First argument to %s() should be \"%s\", not \"%s\"", what, target->text, name->text)));
}

static void check_call(Unit *unit, const AstCall *call, ClassCall kind, ClassInfo *cls, const Entity *entity) {
    switch (kind) {
    case CALL_NEW_TYPE:
        check_name(unit, call, "NewType");
        check_new_type(unit, call, cls);
        break;
    case CALL_NAMED_TUPLE: check_name(unit, call, entity->kind == ENTITY_CLASS || entity_is(entity, "typing", "NamedTuple") ? "NamedTuple" : "namedtuple"); break;
    case CALL_TYPED_DICT: check_name(unit, call, "TypedDict"); break;
    case CALL_ENUM: check_name(unit, call, entity->cls->name->text); break;
    default: break;
    }
    class_call_check(unit, call, cls);
}

static ClassInfo *make_class(Unit *unit, const AstCall *call, ClassCall kind, const Entity *entity) {
    Checker *checker = unit->checker;
    const Atom *name = string_atom(unit, call->args.count ? call->args.items[0] : NULL), *target = target_name(unit, call);
    if (!name) name = target ? target : checker_atom(checker, "<class>");
    ClassInfo *cls;
    const Type *base;
    switch (kind) {
    case CALL_SENTINEL:
        base = type_instance(checker, entity->cls, NULL, 0);
        cls = make(unit, call, target, &base, 1);
        cls->is_sentinel = cls->is_final = true;
        return cls;
    case CALL_NEW_TYPE: return make_new_type(unit, call, name);
    case CALL_TYPE: return make_by_type(unit, call, name);
    case CALL_NAMED_TUPLE:
        base = known_instance(checker, KNOWN_NamedTuple);
        cls = make(unit, call, name, &base, 1);
        cls->is_named_tuple = true;
        class_specials(cls);
        return cls;
    case CALL_TYPED_DICT:
        base = known_instance(checker, KNOWN_TypedDictFallback);
        cls = make(unit, call, name, &base, 1);
        cls->is_typed_dict = true;
        return cls;
    default:
        base = type_instance(checker, entity->cls, NULL, 0);
        return make(unit, call, name, &base, 1);
    }
}

const Type *class_sentinel_value(ClassInfo *cls) { return type_literal_enum(cls->checker, cls, cls->name); }

static const ClassInfo no_class; // memo of calls that make none

ClassInfo *class_of_call(Unit *unit, const AstCall *call) {
    Checker *checker = unit->checker;
    ClassInfo *cls = map_get_pointer(&unit->classes, call);
    if (cls == &no_class) return NULL;
    bool aloud = !checker->silent && unit->is_checked && unit == checker->checking;
    if (cls && !aloud) return cls;
    Entity entity = {0};
    if (!cls) map_set_pointer(checker->arena, &unit->classes, call, (void *)(uintptr_t)&no_class); // `x = x.method()`: what x is depends on this call
    ClassCall kind = kind_of(unit, call, &entity);
    if (kind == CALL_OTHER) {
        if (!cls && entity.kind == ENTITY_CLASS && entity.cls->state != CLASS_READY) map_set_pointer(checker->arena, &unit->classes, call, NULL); // ask again
        return NULL;
    }
    if (!cls) {
        checker->silent++;
        cls = make_class(unit, call, kind, &entity);
        checker->silent--;
    }
    if (aloud) check_call(unit, call, kind, cls, &entity);
    return cls;
}
