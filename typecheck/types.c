// The table of types: making (hash-consing), and the small questions.
#include "typecheck/checker.h"
#include <string.h>

// ---- the table ----------------------------------------------------------------------------------------------------
// A candidate is built at the end of the arena, looked up, and taken back when an equal type is there already.

static uint64_t mix(uint64_t hash, uint64_t value) { return hash_mix(hash ^ value) + 0x9e3779b97f4a7c15ULL; }
static uint64_t mix_pointer(uint64_t hash, const void *pointer) { return mix(hash, (uint64_t)(uintptr_t)pointer); }

static uint64_t hash_items(uint64_t hash, const Type *const *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) hash = mix_pointer(hash, items[i]);
    return mix(hash, count);
}

static uint64_t hash_callable(uint64_t hash, const TypeCallable *t) {
    hash = mix_pointer(mix_pointer(mix_pointer(hash, t->result), t->param_spec), t->info);
    hash = hash_items(hash, t->variables, t->variable_count);
    hash = mix(hash, (uint64_t)(t->is_gradual + 2 * t->is_bound));
    for (uint32_t i = 0; i < t->count; i++) {
        const Parameter *p = &t->parameters[i];
        hash = mix_pointer(mix_pointer(mix_pointer(hash, p->name), p->type), p->default_type);
        hash = mix(hash, (uint64_t)(p->kind + 8 * p->has_default + 16 * p->is_unpacked + 32 * p->is_annotated));
    }
    return hash;
}

static uint64_t hash_type(const Type *type) {
    uint64_t hash = mix(0, type->kind);
    switch ((TypeKind)type->kind) {
    case TYPE_UNKNOWN: case TYPE_ANY: case TYPE_NEVER: case TYPE_NONE: return hash;
    case TYPE_INSTANCE: return hash_items(mix_pointer(hash, AS_INSTANCE(type)->cls), AS_INSTANCE(type)->args, AS_INSTANCE(type)->count);
    case TYPE_LITERAL: {
        const TypeLiteral *t = AS_LITERAL(type);
        return mix_pointer(mix(mix_pointer(mix(hash, t->kind + 16u * t->is_implicit), t->cls), (uint64_t)t->integer), t->text);
    }
    case TYPE_TUPLE: return hash_items(mix(hash, (uint64_t)(int64_t)AS_TUPLE(type)->variadic), AS_TUPLE(type)->items, AS_TUPLE(type)->count);
    case TYPE_UNION: return hash_items(mix_pointer(mix(hash, AS_UNION(type)->is_open), AS_UNION(type)->limit), AS_UNION(type)->items, AS_UNION(type)->count);
    case TYPE_CLASS_OBJECT: return mix(mix_pointer(hash, AS_CLASS_OBJECT(type)->instance), AS_CLASS_OBJECT(type)->is_exact);
    case TYPE_CALLABLE: case TYPE_PARAMETERS: return hash_callable(hash, AS_CALLABLE(type));
    case TYPE_OVERLOADED: return hash_items(mix_pointer(hash, AS_OVERLOADED(type)->implementation), AS_OVERLOADED(type)->items, AS_OVERLOADED(type)->count);
    case TYPE_MODULE: return mix_pointer(hash, AS_MODULE(type)->module);
    case TYPE_VARIABLE: case TYPE_PARAM_SPEC: case TYPE_VAR_TUPLE: return mix(mix_pointer(hash, AS_VARIABLE(type)->info), AS_VARIABLE(type)->scope);
    case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS: case TYPE_UNPACKED: case TYPE_GUARD: case TYPE_IS_GUARD:
        return mix_pointer(hash, AS_WRAPPER(type)->inner);
    case TYPE_ALIAS: return hash_items(mix_pointer(hash, AS_ALIAS(type)->alias), AS_ALIAS(type)->args, AS_ALIAS(type)->count);
    case TYPE_SPECIAL_FORM: return mix(hash, AS_SPECIAL_FORM(type)->form);
    }
    return hash;
}

static bool same_items(const Type *const *a, uint32_t a_count, const Type *const *b, uint32_t b_count) {
    return a_count == b_count && (a_count == 0 || memcmp(a, b, a_count * sizeof *a) == 0);
}

static bool same_parameter(const Parameter *a, const Parameter *b) {
    return a->name == b->name && a->type == b->type && a->kind == b->kind && a->has_default == b->has_default && a->is_unpacked == b->is_unpacked &&
           a->is_annotated == b->is_annotated && a->default_type == b->default_type;
}

static bool same_callable(const TypeCallable *a, const TypeCallable *b) {
    if (a->result != b->result || a->param_spec != b->param_spec || a->info != b->info || a->is_gradual != b->is_gradual || a->is_bound != b->is_bound || a->count != b->count) return false;
    if (!same_items(a->variables, a->variable_count, b->variables, b->variable_count)) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!same_parameter(&a->parameters[i], &b->parameters[i])) return false;
    return true;
}

static bool same_type(const Type *a, const Type *b) {
    if (a->kind != b->kind) return false;
    switch ((TypeKind)a->kind) {
    case TYPE_UNKNOWN: case TYPE_ANY: case TYPE_NEVER: case TYPE_NONE: return true;
    case TYPE_INSTANCE: return AS_INSTANCE(a)->cls == AS_INSTANCE(b)->cls && same_items(AS_INSTANCE(a)->args, AS_INSTANCE(a)->count, AS_INSTANCE(b)->args, AS_INSTANCE(b)->count);
    case TYPE_LITERAL: return type_same_literal(a, b) && AS_LITERAL(a)->is_implicit == AS_LITERAL(b)->is_implicit;
    case TYPE_TUPLE: return AS_TUPLE(a)->variadic == AS_TUPLE(b)->variadic && same_items(AS_TUPLE(a)->items, AS_TUPLE(a)->count, AS_TUPLE(b)->items, AS_TUPLE(b)->count);
    case TYPE_UNION: return AS_UNION(a)->is_open == AS_UNION(b)->is_open && AS_UNION(a)->limit == AS_UNION(b)->limit && same_items(AS_UNION(a)->items, AS_UNION(a)->count, AS_UNION(b)->items, AS_UNION(b)->count);
    case TYPE_CLASS_OBJECT: return AS_CLASS_OBJECT(a)->instance == AS_CLASS_OBJECT(b)->instance && AS_CLASS_OBJECT(a)->is_exact == AS_CLASS_OBJECT(b)->is_exact;
    case TYPE_CALLABLE: case TYPE_PARAMETERS: return same_callable(AS_CALLABLE(a), AS_CALLABLE(b));
    case TYPE_OVERLOADED:
        return AS_OVERLOADED(a)->implementation == AS_OVERLOADED(b)->implementation &&
               same_items(AS_OVERLOADED(a)->items, AS_OVERLOADED(a)->count, AS_OVERLOADED(b)->items, AS_OVERLOADED(b)->count);
    case TYPE_MODULE: return AS_MODULE(a)->module == AS_MODULE(b)->module;
    case TYPE_VARIABLE: case TYPE_PARAM_SPEC: case TYPE_VAR_TUPLE: return AS_VARIABLE(a)->info == AS_VARIABLE(b)->info && AS_VARIABLE(a)->scope == AS_VARIABLE(b)->scope;
    case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS: case TYPE_UNPACKED: case TYPE_GUARD: case TYPE_IS_GUARD: return AS_WRAPPER(a)->inner == AS_WRAPPER(b)->inner;
    case TYPE_ALIAS: return AS_ALIAS(a)->alias == AS_ALIAS(b)->alias && same_items(AS_ALIAS(a)->args, AS_ALIAS(a)->count, AS_ALIAS(b)->args, AS_ALIAS(b)->count);
    case TYPE_SPECIAL_FORM: return AS_SPECIAL_FORM(a)->form == AS_SPECIAL_FORM(b)->form;
    }
    return false;
}

static void grow(TypeTable *table) {
    uint32_t capacity = table->capacity ? table->capacity * 2 : 256;
    TypeSlot *slots = arena_array(table->arena, TypeSlot, capacity);
    for (uint32_t i = 0; i < table->capacity; i++) {
        TypeSlot slot = table->slots[i];
        if (!slot.type) continue;
        uint32_t at = slot.hash & (capacity - 1);
        while (slots[at].type) at = (at + 1) & (capacity - 1);
        slots[at] = slot;
    }
    table->slots = slots;
    table->capacity = capacity;
}

// Adds the flags, size and depth of a part to those of the whole.
static void take(Type *whole, const Type *part) {
    if (!part) return;
    whole->size = part->size < TYPE_MAX_SIZE - 1 - whole->size ? whole->size + part->size + 1 : TYPE_MAX_SIZE;
    whole->flags |= part->flags;
    if (part->depth >= whole->depth) whole->depth = (uint16_t)(part->depth + 1);
}
static void take_all(Type *whole, const Type *const *parts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) take(whole, parts[i]);
}

static void *candidate(TypeTable *table, TypeKind kind, size_t size) {
    if (table->count * 2 >= table->capacity) grow(table);
    Type *type = arena_zalloc(table->arena, size);
    type->kind = (uint8_t)kind;
    return type;
}

// The canonical type equal to `type`, which is the newest allocation of the arena.
static const Type *intern(TypeTable *table, Type *type) {
    if (type->depth > TYPE_MAX_DEPTH || type->size >= TYPE_MAX_SIZE) return table->unknown;
    type->hash = (uint32_t)hash_type(type);
    uint32_t at = type->hash & (table->capacity - 1);
    for (; table->slots[at].type; at = (at + 1) & (table->capacity - 1))
        if (table->slots[at].hash == type->hash && same_type(table->slots[at].type, type)) {
            arena_cut(table->arena, type);
            return table->slots[at].type;
        }
    type->id = table->count++;
    table->slots[at] = (TypeSlot){type, type->hash};
    return type;
}

static const Type *simple(TypeTable *table, TypeKind kind, uint8_t flags) {
    Type *type = candidate(table, kind, sizeof *type);
    type->flags = flags;
    return intern(table, type);
}

void type_table_init(TypeTable *table, TreeArena *arena) {
    *table = (TypeTable){.arena = arena};
    table->unknown = simple(table, TYPE_UNKNOWN, TYPE_HAS_ANY | TYPE_HAS_UNKNOWN);
    table->any = simple(table, TYPE_ANY, TYPE_HAS_ANY);
    table->never = simple(table, TYPE_NEVER, 0);
    table->none = simple(table, TYPE_NONE, 0);
}

// ---- making ------------------------------------------------------------------------------------------------------

static const Type *unknown_argument(Checker *checker, const Type *param) {
    if (param->kind == TYPE_VAR_TUPLE) return type_tuple_of(checker, checker->types.unknown);
    if (param->kind == TYPE_PARAM_SPEC) {
        CallableBuilder builder;
        callable_start(&builder, TYPE_PARAMETERS, NULL);
        builder.is_gradual = true;
        return callable_finish(checker, &builder);
    }
    return checker->types.unknown;
}

const Type *type_instance(Checker *checker, ClassInfo *cls, const Type *const *args, uint32_t count) {
    if (cls->state == CLASS_NEW) class_header(cls);
    uint32_t wanted = cls->type_param_count;
    if (is_known(cls, KNOWN_tuple)) return type_tuple_of(checker, count ? args[0] : checker->types.unknown);
    const Type *filled[64];
    if (count < wanted && wanted <= 64) {
        for (uint32_t i = 0; i < wanted; i++) filled[i] = i < count ? args[i] : unknown_argument(checker, cls->type_params[i]);
        args = filled;
    }
    TypeInstance *type = candidate(&checker->types, TYPE_INSTANCE, sizeof *type + wanted * sizeof *args);
    type->cls = cls;
    type->count = wanted;
    for (uint32_t i = 0; i < wanted; i++) type->args[i] = args[i];
    take_all(&type->head, type->args, wanted);
    if (cls->is_implicit_literal_string) type->head.flags |= TYPE_HAS_IMPLICIT;
    return intern(&checker->types, &type->head);
}

const Type *type_self_instance(Checker *checker, ClassInfo *cls) {
    if (cls->state == CLASS_NEW) class_header(cls);
    return type_instance(checker, cls, cls->type_params, cls->type_param_count);
}

static const Type *literal(Checker *checker, ClassInfo *cls, LiteralKind kind, int64_t integer, const Atom *text, bool is_implicit) {
    if (!cls) return checker->types.unknown;
    TypeLiteral *type = candidate(&checker->types, TYPE_LITERAL, sizeof *type);
    type->cls = cls;
    type->kind = kind;
    type->is_implicit = is_implicit;
    type->integer = integer;
    type->text = text;
    if (is_implicit) type->head.flags = TYPE_HAS_IMPLICIT;
    return intern(&checker->types, &type->head);
}

const Type *type_literal_int(Checker *checker, int64_t value) { return literal(checker, known_class(checker, KNOWN_int), LITERAL_INT, value, NULL, false); }
const Type *type_literal_bool(Checker *checker, bool value) { return literal(checker, known_class(checker, KNOWN_bool), LITERAL_BOOL, value, NULL, false); }
const Type *type_literal_text(Checker *checker, LiteralKind kind, const char *text, size_t size) {
    KnownClass known = kind == LITERAL_STR ? KNOWN_str : kind == LITERAL_BYTES ? KNOWN_bytes : KNOWN_int;
    return literal(checker, known_class(checker, known), kind, 0, atom_intern(checker->atoms, text, size), false);
}
const Type *type_literal_enum(Checker *checker, ClassInfo *cls, const Atom *member) { return literal(checker, cls, LITERAL_ENUM, 0, member, false); }

static const Type *with_implicitness(Checker *checker, const Type *type, bool is_implicit) {
    if (type->kind == TYPE_LITERAL) {
        const TypeLiteral *t = AS_LITERAL(type);
        return t->is_implicit == is_implicit ? type : literal(checker, t->cls, t->kind, t->integer, t->text, is_implicit);
    }
    if (type->kind != TYPE_UNION) return type;
    const TypeUnion *t = AS_UNION(type);
    const Type **items = arena_array(checker->arena, const Type *, t->count);
    for (uint32_t i = 0; i < t->count; i++) items[i] = with_implicitness(checker, t->items[i], is_implicit);
    return type_union(checker, items, t->count);
}
const Type *type_make_implicit(Checker *checker, const Type *type) { return with_implicitness(checker, type, true); }
const Type *type_make_explicit(Checker *checker, const Type *type) { return type->flags & TYPE_HAS_IMPLICIT ? with_implicitness(checker, type, false) : type; }

bool type_same_literal(const Type *left, const Type *right) {
    if (left->kind != TYPE_LITERAL || right->kind != TYPE_LITERAL) return false;
    const TypeLiteral *a = AS_LITERAL(left), *b = AS_LITERAL(right);
    return a->cls == b->cls && a->kind == b->kind && a->integer == b->integer && a->text == b->text;
}

// A tuple under construction: at most one variadic element.
typedef struct TupleBuilder {
    VEC(const Type *) items;
    int32_t variadic;
} TupleBuilder;

static void tuple_add(Checker *checker, TupleBuilder *builder, const Type *item, bool is_variadic) {
    if (item->kind == TYPE_UNPACKED) {
        const Type *inner = type_expand(checker, AS_WRAPPER(item)->inner);
        if (inner->kind == TYPE_TUPLE) {
            const TypeTuple *tuple = AS_TUPLE(inner);
            for (uint32_t i = 0; i < tuple->count; i++) tuple_add(checker, builder, tuple->items[i], (int32_t)i == tuple->variadic);
            return;
        }
        item = inner->kind == TYPE_VAR_TUPLE ? inner : checker->types.unknown;
        is_variadic = true;
    }
    if (item->kind == TYPE_VAR_TUPLE) is_variadic = true;
    if (is_variadic && builder->variadic >= 0) { // a second one: join from the first to here
        uint32_t first = (uint32_t)builder->variadic;
        const Type *joined = item->kind == TYPE_VAR_TUPLE ? object_type(checker) : item;
        for (uint32_t i = first; i < builder->items.count; i++) {
            const Type *other = builder->items.items[i];
            joined = type_union2(checker, other->kind == TYPE_VAR_TUPLE ? object_type(checker) : other, joined);
        }
        builder->items.items[first] = joined;
        builder->items.count = first + 1;
        return;
    }
    if (is_variadic) builder->variadic = (int32_t)builder->items.count;
    vec_push(checker->arena, &builder->items, item);
}

const Type *type_tuple(Checker *checker, const Type *const *items, uint32_t count, int32_t variadic) {
    bool plain = true;
    for (uint32_t i = 0; i < count; i++)
        if (items[i]->kind == TYPE_UNPACKED || (items[i]->kind == TYPE_VAR_TUPLE && variadic != (int32_t)i)) plain = false;
    if (!plain) {
        TupleBuilder builder = {.variadic = -1};
        for (uint32_t i = 0; i < count; i++) tuple_add(checker, &builder, items[i], variadic == (int32_t)i);
        items = builder.items.items, count = builder.items.count, variadic = builder.variadic;
    }
    TypeTuple *type = candidate(&checker->types, TYPE_TUPLE, sizeof *type + count * sizeof *items);
    type->variadic = variadic;
    type->count = count;
    for (uint32_t i = 0; i < count; i++) type->items[i] = items[i];
    take_all(&type->head, type->items, count);
    return intern(&checker->types, &type->head);
}

const Type *type_tuple_of(Checker *checker, const Type *item) { return type_tuple(checker, &item, 1, 0); }

// ---- unions ------------------------------------------------------------------------------------------------------

enum { UNION_COLLAPSES = 4 * TYPE_MAX_UNION }; // items are compared one by one
typedef struct UnionBuilder {
    const Type *small[32];
    const Type **items;
    uint32_t count, capacity;
    bool has_unknown;
} UnionBuilder;

// Too many items: literals become instances of their classes.
static void union_collapse(Checker *checker, UnionBuilder *builder) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < builder->count; i++) {
        const Type *item = builder->items[i];
        if (item->kind == TYPE_LITERAL) item = type_instance(checker, AS_LITERAL(item)->cls, NULL, 0);
        uint32_t k = 0;
        while (k < kept && builder->items[k] != item) k++;
        if (k == kept) builder->items[kept++] = item;
    }
    builder->count = kept;
    if (kept > TYPE_MAX_UNION) builder->has_unknown = true;
}

static void union_add(Checker *checker, UnionBuilder *builder, const Type *type) {
    if (builder->has_unknown) return;
    if (builder->count >= UNION_COLLAPSES) union_collapse(checker, builder);
    if (type->kind == TYPE_UNION) {
        for (uint32_t i = 0; i < AS_UNION(type)->count; i++) union_add(checker, builder, AS_UNION(type)->items[i]);
        return;
    }
    if (type->kind == TYPE_NEVER) return;
    if (type->kind == TYPE_UNKNOWN) builder->has_unknown = true;
    for (uint32_t i = 0; i < builder->count; i++)
        if (builder->items[i] == type) return;
    if (builder->count == builder->capacity) {
        const Type **grown = arena_array(checker->arena, const Type *, builder->capacity * 2);
        memcpy(grown, builder->items, builder->count * sizeof *grown);
        builder->items = grown;
        builder->capacity *= 2;
    }
    builder->items[builder->count++] = type;
}

// Is the literal said already by another item: its class, or the explicit literal of the same value?
static bool literal_is_covered(const UnionBuilder *builder, const Type *type) {
    const TypeLiteral *literal = AS_LITERAL(type);
    for (uint32_t i = 0; i < builder->count; i++) {
        const Type *other = builder->items[i];
        if (other->kind == TYPE_INSTANCE && AS_INSTANCE(other)->cls == literal->cls) return true;
        if (literal->is_implicit && other != type && other->kind == TYPE_LITERAL && !AS_LITERAL(other)->is_implicit && type_same_literal(type, other)) return true;
    }
    return false;
}

static const Type *union_raw(Checker *checker, const Type *const *items, uint32_t count, bool is_open, const Type *limit) {
    if (count == 0) return checker->types.never;
    if (count == 1 && !limit) return items[0];
    TypeUnion *type = candidate(&checker->types, TYPE_UNION, sizeof *type + count * sizeof *items);
    type->count = count;
    type->is_open = is_open;
    type->limit = limit;
    for (uint32_t i = 0; i < count; i++) type->items[i] = items[i];
    take_all(&type->head, type->items, count);
    if (limit) take(&type->head, limit);
    return intern(&checker->types, &type->head);
}

const Type *type_union(Checker *checker, const Type *const *items, uint32_t count) {
    if (count == 1) return items[0];
    UnionBuilder builder = {.capacity = 32};
    builder.items = builder.small;
    for (uint32_t i = 0; i < count; i++) union_add(checker, &builder, items[i]);
    if (builder.has_unknown) return checker->types.unknown;
    if (builder.count > 2 * TYPE_MAX_UNION) union_collapse(checker, &builder);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < builder.count; i++) {
        const Type *item = builder.items[i];
        if (item->kind == TYPE_LITERAL && literal_is_covered(&builder, item)) continue;
        builder.items[kept++] = item;
    }
    builder.count = kept;
    if (builder.count > TYPE_MAX_UNION) union_collapse(checker, &builder);
    if (builder.has_unknown) return checker->types.unknown;
    return union_raw(checker, builder.items, builder.count, false, NULL);
}

const Type *type_union2(Checker *checker, const Type *left, const Type *right) {
    if (left == right) return left;
    const Type *items[] = {left, right};
    return type_union(checker, items, 2);
}
const Type *type_make_open(Checker *checker, const Type *type, bool is_open) {
    return type->kind == TYPE_UNION && AS_UNION(type)->is_open != is_open ? union_raw(checker, AS_UNION(type)->items, AS_UNION(type)->count, is_open, NULL) : type;
}
const Type *type_open_to(Checker *checker, const Type *type, const Type *limit) {
    if (type_is_open(type)) return type;
    return type->kind == TYPE_UNION ? union_raw(checker, AS_UNION(type)->items, AS_UNION(type)->count, true, limit) : union_raw(checker, &type, 1, true, limit);
}
const Type *type_union_like(Checker *checker, const TypeUnion *pattern, const Type *const *items, uint32_t count) {
    const Type *type = type_union(checker, items, count);
    return pattern->limit ? type_open_to(checker, type, pattern->limit) : type_make_open(checker, type, pattern->is_open);
}
const Type *type_optional(Checker *checker, const Type *type) { return type_union2(checker, type, checker->types.none); }

const Type *type_class_object(Checker *checker, const Type *instance, bool is_exact) {
    if (instance->kind == TYPE_UNION) {
        const TypeUnion *whole = AS_UNION(instance);
        const Type **items = arena_array(checker->arena, const Type *, whole->count);
        for (uint32_t i = 0; i < whole->count; i++) items[i] = type_class_object(checker, whole->items[i], is_exact);
        return type_union(checker, items, whole->count);
    }
    if (instance->kind == TYPE_NEVER) return instance;
    if (instance->kind == TYPE_LITERAL) instance = type_as_instance(checker, instance);
    TypeClassObject *type = candidate(&checker->types, TYPE_CLASS_OBJECT, sizeof *type);
    type->instance = instance;
    type->is_exact = is_exact;
    take(&type->head, instance);
    return intern(&checker->types, &type->head);
}

const Type *type_wrap(Checker *checker, TypeKind kind, const Type *inner) {
    TypeWrapper *type = candidate(&checker->types, kind, sizeof *type);
    type->inner = inner;
    take(&type->head, inner);
    return intern(&checker->types, &type->head);
}

const Type *type_variable(Checker *checker, TypeVarInfo *info, uint32_t scope) {
    TypeVariable *type = candidate(&checker->types, (TypeKind)info->kind, sizeof *type);
    type->info = info;
    type->scope = scope;
    type->head.flags = (uint8_t)(TYPE_HAS_VARIABLE | (scope >= TYPE_SCOPE_FRESH ? TYPE_HAS_FRESH : 0) | (info->is_self ? TYPE_HAS_SELF : 0));
    return intern(&checker->types, &type->head);
}

const Type *type_of_module(Checker *checker, Module *module) {
    TypeModule *type = candidate(&checker->types, TYPE_MODULE, sizeof *type);
    type->module = module;
    return intern(&checker->types, &type->head);
}

const Type *type_alias(Checker *checker, AliasInfo *alias, const Type *const *args, uint32_t count) {
    TypeAlias *type = candidate(&checker->types, TYPE_ALIAS, sizeof *type + count * sizeof *args);
    type->alias = alias;
    type->count = count;
    for (uint32_t i = 0; i < count; i++) type->args[i] = args[i];
    take_all(&type->head, type->args, count);
    type->head.flags |= TYPE_HAS_ALIAS;
    return intern(&checker->types, &type->head);
}

const Type *type_special_form(Checker *checker, SpecialForm form) {
    TypeSpecialForm *type = candidate(&checker->types, TYPE_SPECIAL_FORM, sizeof *type);
    type->form = form;
    return intern(&checker->types, &type->head);
}

const Type *type_overloaded(Checker *checker, const Type *const *items, uint32_t count, const Type *implementation) {
    if (count == 1 && !implementation) return items[0];
    TypeOverloaded *type = candidate(&checker->types, TYPE_OVERLOADED, sizeof *type + count * sizeof *items);
    type->implementation = implementation;
    type->count = count;
    for (uint32_t i = 0; i < count; i++) type->items[i] = items[i];
    take_all(&type->head, type->items, count);
    return intern(&checker->types, &type->head);
}

// ---- callables ---------------------------------------------------------------------------------------------------

void callable_start(CallableBuilder *builder, TypeKind kind, const Type *result) { *builder = (CallableBuilder){.kind = kind, .result = result}; }

void callable_add(Checker *checker, CallableBuilder *builder, ParameterKind kind, const Atom *name, const Type *type, bool has_default) {
    Parameter parameter = {.name = name, .type = type, .kind = (uint8_t)kind, .has_default = has_default, .is_annotated = true};
    vec_push(checker->arena, &builder->parameters, parameter);
}

static void add_positional_only(Checker *checker, CallableBuilder *out, const Type *type) {
    for (uint32_t i = 0; i < out->parameters.count; i++) // what stands before can't be given by name any more
        if (out->parameters.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD) out->parameters.items[i].kind = PARAMETER_POSITIONAL_ONLY;
    callable_add(checker, out, PARAMETER_POSITIONAL_ONLY, NULL, type, false);
}

// `*args: *tuple[int, *Ts]`: the fixed front becomes positional parameters; a plain repeat at the end becomes `*args: T`.
static void add_unpacked(Checker *checker, CallableBuilder *out, const Parameter *parameter) {
    const Type *type = type_expand(checker, parameter->type);
    if (type->kind == TYPE_UNPACKED) type = type_expand(checker, AS_WRAPPER(type)->inner);
    if (type->kind == TYPE_VAR_TUPLE) type = type_tuple(checker, &type, 1, 0);
    if (type->kind != TYPE_TUPLE) {
        Parameter plain = *parameter;
        plain.is_unpacked = false;
        if (!type_is_any(type)) plain.type = checker->types.unknown;
        vec_push(checker->arena, &out->parameters, plain);
        return;
    }
    const TypeTuple *tuple = AS_TUPLE(type);
    uint32_t front = tuple->variadic < 0 ? tuple->count : (uint32_t)tuple->variadic;
    for (uint32_t i = 0; i < front; i++) add_positional_only(checker, out, tuple->items[i]);
    if (tuple->variadic < 0) return;
    Parameter rest = *parameter;
    bool is_plain = front + 1 == tuple->count && tuple->items[front]->kind != TYPE_VAR_TUPLE;
    rest.is_unpacked = !is_plain;
    rest.type = is_plain ? tuple->items[front] : type_tuple(checker, tuple->items + front, tuple->count - front, 0);
    vec_push(checker->arena, &out->parameters, rest);
}

static bool needs_unpacking(const CallableBuilder *builder) {
    for (uint32_t i = 0; i < builder->parameters.count; i++) {
        const Parameter *p = &builder->parameters.items[i];
        if (p->kind == PARAMETER_VAR_POSITIONAL && (p->is_unpacked || p->type->kind == TYPE_UNPACKED)) return true;
        if (p->kind == PARAMETER_VAR_KEYWORD && p->type->kind == TYPE_UNPACKED) return true;
    }
    return false;
}

const Type *callable_finish(Checker *checker, CallableBuilder *builder) {
    if (needs_unpacking(builder)) {
        CallableBuilder out = *builder;
        out.parameters.items = NULL;
        out.parameters.count = out.parameters.capacity = 0;
        for (uint32_t i = 0; i < builder->parameters.count; i++) {
            Parameter p = builder->parameters.items[i];
            if (p.kind == PARAMETER_VAR_POSITIONAL && (p.is_unpacked || p.type->kind == TYPE_UNPACKED)) {
                add_unpacked(checker, &out, &p);
                continue;
            }
            if (p.kind == PARAMETER_VAR_KEYWORD && p.type->kind == TYPE_UNPACKED) p.type = AS_WRAPPER(p.type)->inner, p.is_unpacked = true;
            vec_push(checker->arena, &out.parameters, p);
        }
        *builder = out;
    }
    uint32_t count = builder->parameters.count;
    TypeCallable *type = candidate(&checker->types, builder->kind, sizeof *type + count * sizeof(Parameter));
    type->result = builder->result;
    type->param_spec = builder->param_spec;
    type->info = builder->info;
    type->variables = builder->variables;
    type->variable_count = builder->variable_count;
    type->is_gradual = builder->is_gradual;
    type->is_bound = builder->is_bound;
    type->count = count;
    take(&type->head, type->result);
    take(&type->head, type->param_spec);
    for (uint32_t i = 0; i < count; i++) {
        type->parameters[i] = builder->parameters.items[i];
        take(&type->head, type->parameters[i].type);
    }
    if (type->is_gradual) type->head.flags |= TYPE_HAS_ANY;
    return intern(&checker->types, &type->head);
}

void callable_edit(Checker *checker, CallableBuilder *builder, const Type *callable) {
    const TypeCallable *type = AS_CALLABLE(callable);
    *builder = (CallableBuilder){.kind = (TypeKind)callable->kind, .result = type->result, .param_spec = type->param_spec, .info = type->info, .variables = type->variables,
                                 .variable_count = type->variable_count, .is_gradual = type->is_gradual, .is_bound = type->is_bound};
    if (!type->count) return;
    builder->parameters.items = arena_alloc(checker->arena, type->count * sizeof(Parameter));
    builder->parameters.count = builder->parameters.capacity = type->count;
    memcpy(builder->parameters.items, type->parameters, type->count * sizeof(Parameter));
}

const Type *callable_finish_last(Checker *checker, CallableBuilder *builder) {
    Parameter *items = builder->parameters.items;
    size_t size = builder->parameters.capacity * sizeof(Parameter);
    const Type *type = callable_finish(checker, builder);
    if (items) arena_give_back(checker->arena, items, size);
    builder->parameters.items = NULL;
    builder->parameters.count = builder->parameters.capacity = 0;
    return type;
}

const Type *callable_gradual(Checker *checker, const Type *result) {
    CallableBuilder builder;
    callable_start(&builder, TYPE_CALLABLE, result);
    builder.is_gradual = true;
    return callable_finish(checker, &builder);
}

// ---- asking ------------------------------------------------------------------------------------------------------

static const Type *widen(Checker *checker, const Type *type, bool deep, bool explicit_too) {
    if (!explicit_too && !(type->flags & TYPE_HAS_IMPLICIT)) return type;
    if (type->kind == TYPE_LITERAL) return explicit_too || AS_LITERAL(type)->is_implicit ? type_instance(checker, AS_LITERAL(type)->cls, NULL, 0) : type;
    if (type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_implicit_literal_string) return known_instance(checker, KNOWN_str);
    if (type->kind == TYPE_UNION) {
        const TypeUnion *whole = AS_UNION(type);
        const Type **items = arena_array(checker->arena, const Type *, whole->count);
        for (uint32_t i = 0; i < whole->count; i++) items[i] = widen(checker, whole->items[i], deep, explicit_too);
        return type_union_like(checker, whole, items, whole->count);
    }
    if (!deep) return type;
    if (type->kind == TYPE_TUPLE) {
        const TypeTuple *tuple = AS_TUPLE(type);
        const Type **items = arena_array(checker->arena, const Type *, tuple->count);
        for (uint32_t i = 0; i < tuple->count; i++) items[i] = widen(checker, tuple->items[i], deep, explicit_too);
        return type_tuple(checker, items, tuple->count, tuple->variadic);
    }
    if (type->kind == TYPE_INSTANCE && !explicit_too && AS_INSTANCE(type)->count) {
        const TypeInstance *instance = AS_INSTANCE(type);
        const Type **items = arena_array(checker->arena, const Type *, instance->count);
        for (uint32_t i = 0; i < instance->count; i++) items[i] = widen(checker, instance->args[i], deep, false);
        return type_instance(checker, instance->cls, items, instance->count);
    }
    return type;
}
const Type *type_widen_literal(Checker *checker, const Type *type, bool deep) { return widen(checker, type, deep, false); }
const Type *type_strip_literal(Checker *checker, const Type *type, bool deep) { return widen(checker, type, deep, true); }

static ClassInfo *metaclass_of(Checker *checker, const Type *instance) {
    ClassInfo *cls = type_class(checker, type_upper_bound(checker, instance));
    if (!cls) return known_class(checker, KNOWN_type);
    class_header(cls);
    return cls->metaclass && cls->metaclass->kind == TYPE_INSTANCE ? AS_INSTANCE(cls->metaclass)->cls : known_class(checker, KNOWN_type);
}

ClassInfo *type_class(Checker *checker, const Type *type) {
    switch ((TypeKind)type->kind) {
    case TYPE_INSTANCE: return AS_INSTANCE(type)->cls;
    case TYPE_LITERAL: return AS_LITERAL(type)->cls;
    case TYPE_TUPLE: case TYPE_PARAM_SPEC_ARGS: return known_class(checker, KNOWN_tuple);
    case TYPE_PARAM_SPEC_KWARGS: return known_class(checker, KNOWN_dict);
    case TYPE_NONE: return known_class(checker, KNOWN_NoneType);
    case TYPE_CALLABLE: return known_class(checker, AS_CALLABLE(type)->is_bound ? KNOWN_method : KNOWN_function);
    case TYPE_OVERLOADED: return known_class(checker, AS_OVERLOADED(type)->count && AS_CALLABLE(AS_OVERLOADED(type)->items[0])->is_bound ? KNOWN_method : KNOWN_function);
    case TYPE_MODULE: return known_class(checker, KNOWN_ModuleType);
    case TYPE_CLASS_OBJECT: return metaclass_of(checker, AS_CLASS_OBJECT(type)->instance);
    case TYPE_GUARD: case TYPE_IS_GUARD: return known_class(checker, KNOWN_bool);
    case TYPE_SPECIAL_FORM: return known_class(checker, KNOWN_SpecialForm);
    default: return NULL;
    }
}

const Type *type_as_instance(Checker *checker, const Type *type) {
    ClassInfo *cls;
    switch ((TypeKind)type->kind) {
    case TYPE_LITERAL: return type_instance(checker, AS_LITERAL(type)->cls, NULL, 0);
    case TYPE_PARAM_SPEC_ARGS: return type_tuple_of(checker, object_type(checker));
    case TYPE_PARAM_SPEC_KWARGS: return known_instance2(checker, KNOWN_dict, known_instance(checker, KNOWN_str), object_type(checker));
    case TYPE_NONE: case TYPE_CALLABLE: case TYPE_OVERLOADED: case TYPE_MODULE: case TYPE_GUARD: case TYPE_IS_GUARD: case TYPE_SPECIAL_FORM: case TYPE_CLASS_OBJECT:
        cls = type_class(checker, type);
        if (!cls) return checker->types.unknown;
        return type_instance(checker, cls, NULL, 0);
    default: return type;
    }
}

static const Type *variable_upper_bound(Checker *checker, TypeVarInfo *info) {
    if (info->is_self) return info->self_class ? type_self_instance(checker, info->self_class) : object_type(checker);
    if (info->state == 0) type_variable_complete(checker, info);
    if (info->constraint_count) return type_union(checker, info->constraints, info->constraint_count);
    return info->bound ? type_expand(checker, info->bound) : object_type(checker);
}

const Type *type_upper_bound(Checker *checker, const Type *type) {
    if (!(type->flags & TYPE_HAS_VARIABLE)) return type;
    if (type->kind == TYPE_VARIABLE) return type_upper_bound(checker, variable_upper_bound(checker, AS_VARIABLE(type)->info));
    if (type->kind == TYPE_VAR_TUPLE) return type_tuple_of(checker, object_type(checker));
    if (type->kind != TYPE_UNION) return type;
    const TypeUnion *whole = AS_UNION(type);
    const Type **items = arena_array(checker->arena, const Type *, whole->count);
    for (uint32_t i = 0; i < whole->count; i++) items[i] = type_upper_bound(checker, whole->items[i]);
    return type_union(checker, items, whole->count);
}

bool type_is_instance_of(const Type *type, const ClassInfo *cls) { return cls && type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls == cls; }

const Type *type_expand(Checker *checker, const Type *type) {
    for (int level = 0; type->kind == TYPE_ALIAS; level++) {
        AliasInfo *alias = AS_ALIAS(type)->alias;
        if (level > 16 || alias->state == 1) return checker->types.unknown;
        const Type *value = alias_type(alias);
        if (!value) return checker->types.unknown;
        type = AS_ALIAS(type)->count ? alias_specialise(checker, alias, AS_ALIAS(type)->args, AS_ALIAS(type)->count) : value;
    }
    if (type->kind == TYPE_UNION && type->flags & TYPE_HAS_ALIAS) { // items that are references themselves
        const TypeUnion *whole = AS_UNION(type);
        bool has = false;
        for (uint32_t i = 0; i < whole->count; i++) has |= whole->items[i]->kind == TYPE_ALIAS;
        if (!has || checker->depth >= CHECKER_MAX_DEPTH) return type;
        const Type **items = arena_array(checker->arena, const Type *, whole->count);
        checker->depth++;
        for (uint32_t i = 0; i < whole->count; i++) items[i] = type_expand(checker, whole->items[i]);
        checker->depth--;
        return type_union(checker, items, whole->count);
    }
    return type;
}
