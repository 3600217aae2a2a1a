// Classes: identity, and the header: type parameters, bases, MRO, metaclass, flags (class.h, stages 1 and 2). Class-making calls: class_call.c.
#include "typecheck/infer.h"
#include <string.h>

enum { HEADER_COST = 3 }; // a header in a header takes as much of the C stack as that many levels of evaluation

// ---- identity ---------------------------------------------------------------------------------------------------------------

static const char *qualified_name(Unit *unit, const Ast *node, const Atom *name) {
    Checker *checker = unit->checker;
    const Ast *outer = node && node->id < unit->node_count ? node_enclosing_class(unit, node, true) : NULL;
    if (outer) return check_text(checker, "%s.%s", class_of_node(unit, (const AstClassDef *)outer)->qualified, name->text);
    return check_text(checker, "%s.%s", unit->module->name->text, name->text);
}

static ClassInfo *class_new(Checker *checker, const Atom *name, Unit *unit, const Ast *node) {
    ClassInfo *cls = arena_new(checker->arena, ClassInfo);
    *cls = (ClassInfo){.name = name, .checker = checker, .unit = unit};
    cls->qualified = unit ? qualified_name(unit, node, name) : name->text;
    return cls;
}

static Declaration *declaration_of_class(Unit *unit, const AstClassDef *node) {
    Scope *scope = node_scope(unit, &node->head);
    Symbol *symbol = scope_lookup(scope, scope_mangle(scope, node->name, unit->checker->atoms));
    Binding *binding = symbol ? binding_of_symbol(unit, symbol) : NULL;
    for (uint32_t i = 0; binding && i < binding->declarations.count; i++)
        if (binding->declarations.items[i]->node == &node->head) return binding->declarations.items[i];
    return NULL;
}

ClassInfo *class_of_node(Unit *unit, const AstClassDef *node) {
    ClassInfo *cls = map_get_pointer(&unit->classes, node);
    if (cls) return cls;
    cls = class_new(unit->checker, node->name, unit, &node->head);
    map_set_pointer(unit->checker->arena, &unit->classes, node, cls);
    cls->node = node;
    cls->scope = scope_of_node(unit->scopes, &node->head);
    cls->declaration = declaration_of_class(unit, node);
    cls->unread = unit->left_out;
    return cls;
}

// ---- decorators ---------------------------------------------------------------------------------------------------------------

static bool constant_bool(const Ast *node, bool *value) {
    if (node->kind != AST_Constant) return false;
    AstConstantKind kind = ((const AstConstant *)node)->value.kind;
    if (kind != AST_CONST_TRUE && kind != AST_CONST_FALSE) return false;
    *value = kind == AST_CONST_TRUE;
    return true;
}

const DataclassTransform *dataclass_transform_of(Unit *unit, const AstCall *call) {
    Checker *checker = unit->checker;
    DataclassTransform *transform = arena_new(checker->arena, DataclassTransform);
    transform->eq_default = true;
    for (uint32_t i = 0; i < call->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)call->keywords.items[i];
        if (!keyword->arg) continue;
        const char *name = keyword->arg->text;
        if (strcmp(name, "eq_default") == 0) constant_bool(keyword->value, &transform->eq_default);
        else if (strcmp(name, "order_default") == 0) constant_bool(keyword->value, &transform->order_default);
        else if (strcmp(name, "kw_only_default") == 0) constant_bool(keyword->value, &transform->kw_only_default);
        else if (strcmp(name, "frozen_default") == 0) constant_bool(keyword->value, &transform->frozen_default);
        else if ((strcmp(name, "field_specifiers") == 0 || strcmp(name, "field_descriptors") == 0) && keyword->value->kind == AST_Tuple) {
            const AstNodes *items = &((const AstTuple *)keyword->value)->elts;
            transform->field_specifiers = arena_array(checker->arena, const Type *, items->count);
            transform->field_specifier_count = items->count;
            for (uint32_t k = 0; k < items->count; k++) transform->field_specifiers[k] = infer_silently(unit, items->items[k], NULL);
        }
    }
    return transform;
}

// The text of a string constant, or NULL.
static const char *string_of(const Ast *node) {
    return node && node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_STR ? ((const AstConstant *)node)->value.text : NULL;
}

static void read_decorators(ClassInfo *cls) {
    Unit *unit = cls->unit;
    const AstNodes *decorators = &cls->node->decorator_list;
    for (uint32_t i = 0; i < decorators->count; i++) {
        const AstCall *call = decorators->items[i]->kind == AST_Call ? (const AstCall *)decorators->items[i] : NULL;
        const Ast *head = call ? call->func : decorators->items[i];
        if (head->kind != AST_Name && head->kind != AST_Attribute) continue;
        Entity entity = entity_of(unit, node_scope(unit, head), head);
        if (entity_is(&entity, "typing", "final")) cls->is_final = true;
        else if (entity_is(&entity, "typing", "runtime_checkable")) cls->is_runtime_checkable = true;
        else if (entity_is(&entity, "typing", "type_check_only")) cls->is_type_check_only = true;
        else if (entity_is(&entity, "typing", "disjoint_base")) cls->is_disjoint_base = true;
        else if (entity_is(&entity, "functools", "total_ordering")) cls->has_total_ordering = true;
        else if (call && (entity_is(&entity, "warnings", "deprecated") || entity_is(&entity, "typing", "deprecated"))) {
            const char *message = call->args.count ? string_of(call->args.items[0]) : NULL;
            cls->deprecated = message ? message : "";
        } else if (call && entity_is_transform(&entity)) cls->transform = dataclass_transform_of(unit, call);
    }
}

// ---- type parameters ------------------------------------------------------------------------------------------------------------

// The expression in front of [...].
const Ast *class_base_head(const Ast *base) { return base->kind == AST_Subscript ? ((const AstSubscript *)base)->value : base; }

Entity class_base_entity(Unit *unit, const Ast *base) {
    const Ast *head = class_base_head(base);
    if (head->kind != AST_Name && head->kind != AST_Attribute) return (Entity){.kind = ENTITY_VALUE};
    Entity entity = entity_of(unit, node_scope(unit, base), head);
    if (entity.kind == ENTITY_ALIAS) {
        Entity target = alias_target(entity.alias);
        if (target.kind != ENTITY_UNKNOWN) return target;
    }
    return entity;
}

static void list_items(Checker *checker, const Ast *slice, AstNodes *out) {
    if (slice->kind == AST_Tuple) {
        *out = ((const AstTuple *)slice)->elts;
        return;
    }
    out->items = arena_array(checker->arena, Ast *, 1);
    out->items[0] = (Ast *)slice;
    out->count = 1;
}

// The variable that an item of Generic[...] names: T, *Ts, Unpack[Ts]. NULL: none.
static TypeVarInfo *listed_variable(Unit *unit, const Ast *item) {
    if (item->kind == AST_Starred) item = ((const AstStarred *)item)->value;
    else if (item->kind == AST_Subscript) {
        Entity form = class_base_entity(unit, item);
        if (form.kind == ENTITY_FORM && form.form == FORM_Unpack) item = ((const AstSubscript *)item)->slice;
    }
    if (item->kind != AST_Name && item->kind != AST_Attribute) return NULL;
    Entity entity = entity_of(unit, node_scope(unit, item), item);
    return entity.kind == ENTITY_VARIABLE ? entity.variable : NULL;
}

static void add_param(ClassInfo *cls, TypeList *list, TypeVarInfo *info) {
    const Type *variable = type_variable(cls->checker, info, cls->type_scope);
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == variable) return;
    vec_push(cls->checker->arena, list, variable);
}

// The subscript of the base Generic[...] or Protocol[...], or NULL.
static const AstSubscript *explicit_list(Unit *unit, const AstClassDef *node) {
    for (uint32_t i = 0; i < node->bases.count; i++) {
        if (node->bases.items[i]->kind != AST_Subscript) continue;
        Entity entity = class_base_entity(unit, node->bases.items[i]);
        if (entity.kind == ENTITY_FORM && (entity.form == FORM_Generic || entity.form == FORM_Protocol)) return (const AstSubscript *)node->bases.items[i];
    }
    return NULL;
}

static void read_type_params(ClassInfo *cls) {
    Unit *unit = cls->unit;
    const AstClassDef *node = cls->node;
    TypeScope *scope = type_scope_of(unit, &node->head);
    cls->type_scope = scope->scope;
    TypeList params = {0};
    const AstSubscript *list = node->type_params.count || !scope->infos.count ? NULL : explicit_list(unit, node);
    if (list) {
        AstNodes items;
        list_items(cls->checker, list->slice, &items);
        for (uint32_t i = 0; i < items.count; i++) {
            TypeVarInfo *info = listed_variable(unit, items.items[i]);
            if (info && !info->is_syntax) add_param(cls, &params, info);
        }
    }
    for (uint32_t i = 0; i < scope->infos.count; i++) {
        TypeVarInfo *info = scope->infos.items[i];
        // A variable that a function around binds means that one.
        if (!info->is_syntax && type_variable_scope(unit, node->bases.items[0], info) != cls->type_scope) continue;
        add_param(cls, &params, info);
    }
    cls->type_params = params.items;
    cls->type_param_count = params.count;
    cls->variances = arena_array(cls->checker->arena, uint8_t, params.count + 1);
    for (uint32_t i = 0; i < params.count; i++) cls->variances[i] = AS_VARIABLE(params.items[i])->info->kind == TYPE_VARIABLE ? AS_VARIABLE(params.items[i])->info->variance : VARIANCE_INVARIANT;
}

// ---- bases ------------------------------------------------------------------------------------------------------------------------

// The class of an entry of `bases` or `mro`.
static ClassInfo *entry_class(Checker *checker, const Type *entry) { return entry->kind == TYPE_INSTANCE ? AS_INSTANCE(entry)->cls : entry->kind == TYPE_TUPLE ? known_class(checker, KNOWN_tuple) : NULL; }

static void add_base(ClassInfo *cls, TypeList *bases, const Type *type) {
    Checker *checker = cls->checker;
    type = type ? type_expand(checker, type) : checker->types.unknown;
    if (type->kind == TYPE_CLASS_OBJECT) type = known_instance(checker, KNOWN_type); // class Meta(type)
    if (type->kind == TYPE_NONE) type = known_instance(checker, KNOWN_NoneType);
    if (type->kind != TYPE_INSTANCE && type->kind != TYPE_TUPLE) {
        cls->has_unknown_base = true;
        return;
    }
    ClassInfo *base = entry_class(checker, type);
    if (!base || base == cls) return;
    class_header(base);
    if (base->state != CLASS_READY) { // derives from itself, or is needed by its base
        cls->header_waits = true;
        cls->has_unknown_base |= base->state == CLASS_NEW;
        return;
    }
    for (uint32_t i = 0; i < bases->count; i++)
        if (entry_class(checker, bases->items[i]) == base) return;
    cls->has_unknown_base |= base->has_unknown_base;
    cls->is_typed_dict |= base->is_typed_dict || strcmp(base->qualified, "typing._TypedDict") == 0;
    vec_push(checker->arena, bases, type);
}

// The type of a base that is no type expression: a value holding a class, a call that makes one.
static const Type *base_of_value(ClassInfo *cls, const Ast *base) {
    Unit *unit = cls->unit;
    Checker *checker = cls->checker;
    if (base->kind == AST_Call) {
        ClassInfo *made = class_of_call(unit, (const AstCall *)base);
        if (made) {
            class_header(made);
            return made->state == CLASS_READY ? type_instance(checker, made, NULL, 0) : checker->types.unknown;
        }
    }
    const Type *value = infer_silently(unit, base, NULL);
    if (base->kind == AST_Call && value->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(value)->instance->kind == TYPE_TUPLE) return checker->types.unknown; // namedtuple() by another name
    if (value->kind != TYPE_CLASS_OBJECT) return checker->types.unknown;
    const Type *instance = AS_CLASS_OBJECT(value)->instance;
    if (instance->kind == TYPE_INSTANCE && instance == type_self_instance(checker, AS_INSTANCE(instance)->cls)) return type_instance(checker, AS_INSTANCE(instance)->cls, NULL, 0);
    return type_is_variable(instance) ? checker->types.unknown : instance;
}

static void read_base(ClassInfo *cls, TypeList *bases, const Ast *base) {
    Unit *unit = cls->unit;
    Checker *checker = cls->checker;
    if (base->kind == AST_Starred) {
        cls->has_unknown_base = true;
        return;
    }
    Entity entity = class_base_entity(unit, base);
    switch (entity.kind) {
    case ENTITY_FORM:
        switch (entity.form) {
        case FORM_Generic: cls->has_explicit_generic = true; return;
        case FORM_Protocol: cls->is_protocol = true; return;
        case FORM_TypedDict:
            cls->is_typed_dict = true;
            add_base(cls, bases, known_instance(checker, KNOWN_TypedDictFallback));
            return;
        case FORM_Any: cls->has_unknown_base = true; return;
        case FORM_Tuple: case FORM_Type: case FORM_Annotated: add_base(cls, bases, type_of_annotation(unit, base, TYPE_EXPRESSION_IS_BASE)); return;
        default: cls->has_unknown_base = true; return;
        }
    case ENTITY_CLASS:
        if (strcmp(entity.cls->qualified, "typing.NamedTuple") == 0) cls->is_named_tuple = true;
        add_base(cls, bases, type_of_annotation(unit, base, TYPE_EXPRESSION_IS_BASE));
        return;
    case ENTITY_ALIAS: add_base(cls, bases, type_of_annotation(unit, base, TYPE_EXPRESSION_IS_BASE)); return;
    case ENTITY_FUNCTION: // NamedTuple, TypedDict where they are functions; a function is no base otherwise
        if (entity_is(&entity, "typing", "NamedTuple")) {
            cls->is_named_tuple = true;
            add_base(cls, bases, type_tuple_of(checker, checker->types.unknown));
            return;
        }
        cls->has_unknown_base = true;
        return;
    default: add_base(cls, bases, base_of_value(cls, base)); return;
    }
}

// ---- method resolution order --------------------------------------------------------------------------------------------------------

typedef struct Sequence {
    const Type **items;
    uint32_t count, at;
} Sequence;

// The MRO of a base, in terms of the deriving class's parameters.
static Sequence sequence_of(Checker *checker, const Type *base) {
    ClassInfo *cls = entry_class(checker, base);
    Sequence sequence = {arena_array(checker->arena, const Type *, cls->mro_count + 1), cls->mro_count, 0};
    for (uint32_t i = 0; i < cls->mro_count; i++) sequence.items[i] = i == 0 ? base : type_specialise(checker, cls->mro[i], base);
    return sequence;
}

static bool is_in_tail(Checker *checker, const Sequence *sequences, uint32_t count, const ClassInfo *cls) {
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = sequences[i].at + 1; k < sequences[i].count; k++)
            if (entry_class(checker, sequences[i].items[k]) == cls) return true;
    return false;
}

static void skip_heads(Checker *checker, Sequence *sequences, uint32_t count, const ClassInfo *cls) {
    for (uint32_t i = 0; i < count; i++)
        if (sequences[i].at < sequences[i].count && entry_class(checker, sequences[i].items[sequences[i].at]) == cls) sequences[i].at++;
}

static void take_order(ClassInfo *cls, const Type *const *ancestors, uint32_t count) {
    const Type **mro = arena_array(cls->checker->arena, const Type *, count + 1);
    mro[0] = type_self_instance(cls->checker, cls);
    if (count) memcpy(mro + 1, ancestors, count * sizeof *mro);
    cls->mro = mro;
    cls->mro_count = count + 1;
    cls->tuple_base = NULL;
    for (uint32_t i = 0; i <= count && !cls->tuple_base; i++)
        if (mro[i]->kind == TYPE_TUPLE) cls->tuple_base = AS_TUPLE(mro[i]);
}

// C3 (https://www.python.org/download/releases/2.3/mro/). Where it fails, whatever comes first goes on, so that later questions have an answer.
static void linearise(ClassInfo *cls) {
    Checker *checker = cls->checker;
    if (cls->base_count == 1) { // nothing to merge
        Sequence base = sequence_of(checker, cls->bases[0]);
        take_order(cls, base.items, base.count);
        return;
    }
    uint32_t count = cls->base_count + 1;
    Sequence *sequences = arena_array(checker->arena, Sequence, count);
    for (uint32_t i = 0; i < cls->base_count; i++) sequences[i] = sequence_of(checker, cls->bases[i]);
    sequences[count - 1] = (Sequence){cls->bases, cls->base_count, 0};
    TypeList mro = {0};
    vec_push(checker->arena, &mro, type_self_instance(checker, cls));
    for (;;) {
        const Type *next = NULL, *first = NULL;
        for (uint32_t i = 0; i < count && !next; i++) {
            if (sequences[i].at >= sequences[i].count) continue;
            const Type *candidate = sequences[i].items[sequences[i].at];
            if (!first) first = candidate;
            if (!is_in_tail(checker, sequences, count, entry_class(checker, candidate))) next = candidate;
        }
        if (!first) break;
        if (!next) {
            cls->mro_failed = true;
            next = first;
        }
        ClassInfo *taken = entry_class(checker, next);
        bool repeated = false;
        for (uint32_t i = 0; i < mro.count && cls->mro_failed; i++) repeated |= entry_class(checker, mro.items[i]) == taken;
        if (!repeated) vec_push(checker->arena, &mro, next);
        skip_heads(checker, sequences, count, taken);
    }
    take_order(cls, mro.items + 1, mro.count - 1);
}

void class_set_tuple_base(ClassInfo *cls, const Type *tuple) {
    Checker *checker = cls->checker;
    const Type **bases = arena_array(checker->arena, const Type *, cls->base_count + 1);
    bool found = false;
    for (uint32_t i = 0; i < cls->base_count; i++) {
        ClassInfo *base = entry_class(checker, cls->bases[i]);
        bool is_shape = cls->bases[i]->kind == TYPE_TUPLE || (base && strcmp(base->qualified, "typing.NamedTuple") == 0);
        bases[i] = is_shape && !found ? tuple : cls->bases[i];
        found |= is_shape;
    }
    // typing.NamedTuple itself stays among the ancestors: its methods (_asdict, _replace ...) are found there.
    Sequence before = {cls->mro, cls->mro_count, 0};
    cls->bases = bases;
    cls->tuple_base = AS_TUPLE(tuple);
    TypeList mro = {0};
    for (uint32_t i = 0; i < before.count; i++) {
        const Type *entry = before.items[i];
        if (entry->kind == TYPE_TUPLE) entry = tuple;
        else if (i > 0) { // Sequence[...] and the like of tuple
            ClassInfo *entry_cls = entry_class(checker, entry);
            const Type *seen_as = entry_cls ? class_as_base(checker, tuple, entry_cls) : NULL;
            if (seen_as) entry = seen_as;
        }
        vec_push(checker->arena, &mro, entry);
    }
    cls->mro = mro.items;
    cls->mro_count = mro.count;
}

// ---- metaclass --------------------------------------------------------------------------------------------------------------------------

static bool derives_by_name(const ClassInfo *cls, const char *qualified) {
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        const ClassInfo *base = cls->mro[i]->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->mro[i])->cls : NULL;
        if (base && strcmp(base->qualified, qualified) == 0) return true;
    }
    return false;
}

static const Ast *class_keyword(const AstClassDef *node, const char *name) {
    for (uint32_t i = 0; i < node->keywords.count; i++) {
        const Astkeyword *keyword = (const Astkeyword *)node->keywords.items[i];
        if (keyword->arg && strcmp(keyword->arg->text, name) == 0) return keyword->value;
    }
    return NULL;
}

static const Type *declared_metaclass(ClassInfo *cls) {
    Unit *unit = cls->unit;
    Checker *checker = cls->checker;
    const Ast *value = cls->node ? class_keyword(cls->node, "metaclass") : NULL;
    if (!value) return NULL;
    if (value->kind == AST_Name || value->kind == AST_Attribute) {
        Entity entity = class_base_entity(unit, value);
        if (entity.kind == ENTITY_CLASS) {
            class_header(entity.cls);
            if (entity.cls->state != CLASS_READY) cls->header_waits = true;
            return type_instance(checker, entity.cls, NULL, 0);
        }
    }
    const Type *type = infer_silently(unit, value, NULL);
    if (type->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(type)->instance->kind == TYPE_INSTANCE) return AS_CLASS_OBJECT(type)->instance;
    return checker->types.unknown;
}

static void find_metaclass(ClassInfo *cls) {
    Checker *checker = cls->checker;
    const Type *best = declared_metaclass(cls);
    for (uint32_t i = 0; i < cls->base_count && !(best && best->kind != TYPE_INSTANCE); i++) {
        ClassInfo *base = entry_class(checker, cls->bases[i]);
        const Type *inherited = base ? base->metaclass : NULL;
        if (!inherited) continue;
        if (inherited->kind != TYPE_INSTANCE || !best || class_derives(AS_INSTANCE(inherited)->cls, AS_INSTANCE(best)->cls)) best = inherited;
    }
    if (!best) {
        ClassInfo *type = known_class(checker, KNOWN_type);
        best = type ? type_instance(checker, type, NULL, 0) : NULL; // its own header may be under way: it has no parameters
    }
    cls->metaclass = best ? best : checker->types.unknown;
    if (cls->metaclass->kind != TYPE_INSTANCE) return;
    const ClassInfo *meta = AS_INSTANCE(cls->metaclass)->cls;
    if (is_known(meta, KNOWN_type)) return;
    if (derives_by_name(meta, "enum.EnumType") || derives_by_name(meta, "enum.EnumMeta")) {
        cls->is_enum = true;
        known_class(checker, KNOWN_EnumMeta); // others ask is_known
        known_class(checker, KNOWN_Enum);
    }
    cls->is_abstract_meta |= derives_by_name(meta, "abc.ABCMeta");
}

// ---- the header ---------------------------------------------------------------------------------------------------------------------------

static void finish_header(ClassInfo *cls, TypeList *bases) {
    Checker *checker = cls->checker;
    bool is_object = strcmp(cls->qualified, "builtins.object") == 0;
    if (!bases->count && !is_object) {
        ClassInfo *object = known_class(checker, KNOWN_object);
        if (object && object != cls && object->state == CLASS_READY) vec_push(checker->arena, bases, type_instance(checker, object, NULL, 0));
    }
    cls->bases = bases->items;
    cls->base_count = bases->count;
    linearise(cls);
    cls->state = CLASS_READY;
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        const ClassInfo *base = entry_class(checker, cls->mro[i]);
        if (base && (base->is_protocol || base->is_abstract_meta)) cls->is_abstract_meta = true;
    }
    find_metaclass(cls);
}

static void header_of_statement(ClassInfo *cls) {
    read_decorators(cls);
    read_type_params(cls);
    TypeList bases = {0};
    for (uint32_t i = 0; i < cls->node->bases.count; i++) read_base(cls, &bases, cls->node->bases.items[i]);
    finish_header(cls, &bases);
    if (cls->is_named_tuple && !cls->header_waits) class_specials(cls); // its shape is part of the header
}

void class_header(ClassInfo *cls) {
    if (cls->state != CLASS_NEW) return;
    Checker *checker = cls->checker;
    if (checker->depth + HEADER_COST >= CHECKER_MAX_DEPTH) return; // whoever needs it waits
    checker->depth += HEADER_COST;
    cls->state = CLASS_HEADER_RUNNING;
    cls->header_waits = cls->has_unknown_base = cls->mro_failed = false;
    uint32_t dropped = checker->dropped;
    checker->silent++;
    checker->headers_running++;
    if (cls->node) header_of_statement(cls);
    else finish_header(cls, &(TypeList){0});
    checker->headers_running--;
    checker->silent--;
    checker->dropped = dropped; // no errors of whoever asked for the class
    checker->depth -= HEADER_COST;
    if (cls->header_waits && checker->headers_running) cls->state = CLASS_NEW;
}

ClassInfo *class_synthesise(Checker *checker, const Atom *name, Unit *unit, const Ast *made_by, const Type *const *bases, uint32_t base_count) {
    ClassInfo *cls = class_new(checker, name, unit, made_by);
    cls->made_by = made_by;
    cls->type_scope = checker_new_scope(checker);
    cls->state = CLASS_HEADER_RUNNING;
    cls->variances = arena_array(checker->arena, uint8_t, 1);
    TypeList list = {0};
    for (uint32_t i = 0; i < base_count; i++) {
        add_base(cls, &list, bases[i]);
        const ClassInfo *base = entry_class(checker, bases[i]);
        if (base) cls->is_dataclass_like |= base->is_dataclass_like;
    }
    finish_header(cls, &list);
    return cls;
}

// ---- the special kinds -----------------------------------------------------------------------------------------------------------------------

Binding *class_add_synthesised(ClassInfo *cls, const Atom *name, const Type *type) {
    TreeArena *arena = cls->checker->arena;
    Binding *binding = arena_new(arena, Binding);
    Declaration *declaration = arena_new(arena, Declaration);
    *declaration = (Declaration){.kind = DECLARE_SYNTHESISED, .unit = cls->unit, .binding = binding, .type = type, .state = 2, .scope = cls->scope};
    *binding = (Binding){.name = name, .unit = cls->unit ? cls->unit : cls->checker->builtins && cls->checker->builtins->units.count ? cls->checker->builtins->units.items[0] : NULL, .owner = cls,
                         .declared = type, .type = type, .declared_state = 2, .state = 2};
    declaration->unit = binding->unit;
    vec_push(arena, &binding->declarations, declaration);
    map_set_pointer(arena, &cls->synthesised, name, binding);
    map_set_pointer(arena, &cls->members, name, NULL);
    map_set(arena, &cls->members, (uint64_t)(uintptr_t)name + 1, NULL);
    return binding;
}

// The comparisons that functools.total_ordering adds, after the one that is there.
static void complete_ordering(ClassInfo *cls) {
    static const char *const names[] = {"__lt__", "__le__", "__gt__", "__ge__"};
    Checker *checker = cls->checker;
    const Type *known = NULL;
    for (int i = 0; i < 4 && !known; i++) {
        Binding *binding = class_own_member(cls, checker_atom(checker, names[i]), false);
        if (binding) known = binding_type(binding);
    }
    if (!known || known->kind != TYPE_CALLABLE) return;
    for (int i = 0; i < 4; i++) {
        const Atom *name = checker_atom(checker, names[i]);
        if (!class_own_member(cls, name, false)) class_add_synthesised(cls, name, known);
    }
}

void class_specials(ClassInfo *cls) {
    if (cls->specials_done || cls->specials_running) return;
    class_header(cls);
    if (cls->state != CLASS_READY) return;
    cls->specials_running = true;
    cls->checker->silent++;
    if (cls->is_typed_dict) typed_dict_complete(cls);
    else if (cls->is_named_tuple) named_tuple_complete(cls);
    else if (cls->is_enum) enum_complete(cls);
    if (cls->node) dataclass_complete(cls);
    if (cls->has_total_ordering) complete_ordering(cls);
    cls->checker->silent--;
    cls->specials_running = false;
    cls->specials_done = true;
}

const Type *class_self_variable(ClassInfo *cls) {
    if (cls->self_variable) return cls->self_variable;
    TypeVarInfo *info = arena_new(cls->checker->arena, TypeVarInfo);
    *info = (TypeVarInfo){.name = checker_atom(cls->checker, "Self"), .kind = TYPE_VARIABLE, .is_self = true, .state = 2, .self_class = cls, .unit = cls->unit};
    class_header(cls);
    return cls->self_variable = type_variable(cls->checker, info, cls->type_scope);
}
