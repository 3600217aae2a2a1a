// Equivalence, joins, narrowing to and away from a type, truthiness, overlap.
#include "typecheck/relate_private.h"
#include <string.h>

// ---- equivalence ------------------------------------------------------------------------------------------------------

static bool equivalent(Checker *checker, const Type *a, const Type *b);
static const Type *without_condition(const Type *type);

static bool equivalent_items(Checker *checker, const Type *const *a, const Type *const *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (!equivalent(checker, a[i], b[i])) return false;
    return true;
}

static bool union_has(Checker *checker, const Type *whole, const Type *item) {
    TYPE_EACH(other, whole)
        if (equivalent(checker, other, item)) return true;
    return false;
}

static bool equivalent_unions(Checker *checker, const Type *a, const Type *b) {
    TYPE_EACH(item, a)
        if (!union_has(checker, b, item)) return false;
    TYPE_EACH(item, b)
        if (!union_has(checker, a, item)) return false;
    return true;
}

static bool equivalent_callables(Checker *checker, const TypeCallable *a, const TypeCallable *b) {
    if (a->count != b->count || a->is_gradual != b->is_gradual || !a->param_spec != !b->param_spec || !a->result != !b->result) return false;
    if (a->variable_count || b->variable_count) { // up to the names of what they quantify over
        if (a->variable_count != b->variable_count) return false;
        const Type *renamed = type_substitute(checker, &b->head, &(Substitution){b->variables, a->variables, b->variable_count});
        b = AS_CALLABLE(renamed);
        if (a->count != b->count) return false;
    }
    if (a->param_spec && !equivalent(checker, a->param_spec, b->param_spec)) return false;
    for (uint32_t i = 0; i < a->count; i++) {
        const Parameter *p = &a->parameters[i], *q = &b->parameters[i];
        if (p->kind != q->kind || p->has_default != q->has_default || p->is_unpacked != q->is_unpacked || !equivalent(checker, p->type, q->type)) return false;
        bool named = p->kind == PARAMETER_POSITIONAL_OR_KEYWORD || p->kind == PARAMETER_KEYWORD_ONLY;
        if (named && p->name != q->name) return false;
    }
    return !a->result || !b->result ? a->result == b->result : equivalent(checker, a->result, b->result);
}

const Type *type_without_partial(const Type *type) { return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_partial ? AS_INSTANCE(type)->cls->bases[0] : type; }

// `float | int` means what `float` means, `complex | float | int` what `complex` does (specification, "Special types"): without the promoted ones.
static const Type *without_promoted(Checker *checker, const Type *type) {
    if (type->kind != TYPE_UNION) return type;
    const Type *number = known_instance(checker, KNOWN_int), *real = known_instance(checker, KNOWN_float), *whole = known_instance(checker, KNOWN_complex);
    bool has_real = false, has_whole = false;
    TYPE_EACH(item, type) has_real |= item == real, has_whole |= item == whole;
    if (!has_real && !has_whole) return type;
    const Type *kept = checker->types.never;
    TYPE_EACH(item, type)
        if (item != number && (item != real || !has_whole)) kept = type_union2(checker, kept, item);
    return kept;
}

static bool equivalent(Checker *checker, const Type *a, const Type *b) {
    if (a == b) return true;
    a = type_without_partial(a), b = type_without_partial(b);
    if (a == b) return true;
    if (checker->depth >= CHECKER_MAX_DEPTH) return true;
    if ((a->flags | b->flags) & TYPE_HAS_ALIAS) {
        if (a->kind == TYPE_ALIAS && b->kind == TYPE_ALIAS && AS_ALIAS(a)->alias == AS_ALIAS(b)->alias) return equivalent_items(checker, AS_ALIAS(a)->args, AS_ALIAS(b)->args, AS_ALIAS(a)->count);
        a = type_expand(checker, a), b = type_expand(checker, b);
        if (a == b) return true;
    }
    if (type_is_any(a) || type_is_any(b)) return type_is_any(a) && type_is_any(b);
    const Type *plain_a = without_condition(a), *plain_b = without_condition(b);
    if (plain_a != a || plain_b != b) return equivalent(checker, plain_a, plain_b);
    // `3` is as good as int and as Literal[3].
    if (type_is_implicit_literal(a) != type_is_implicit_literal(b)) {
        const Type *implicit = type_is_implicit_literal(a) ? a : b, *other = implicit == a ? b : a;
        if (type_same_literal(implicit, other)) return true;
        return equivalent(checker, type_widen_literal(checker, implicit, false), other);
    }
    if (a->kind == TYPE_INSTANCE && b->kind == TYPE_INSTANCE && (AS_INSTANCE(a)->cls->is_implicit_literal_string || AS_INSTANCE(b)->cls->is_implicit_literal_string)) {
        const Type *other = AS_INSTANCE(a)->cls->is_implicit_literal_string ? b : a;
        return other == literal_string_type(checker) || is_known(AS_INSTANCE(other)->cls, KNOWN_str);
    }
    checker->depth++;
    bool same = false;
    if (a->kind == TYPE_UNION || b->kind == TYPE_UNION) a = without_promoted(checker, a), b = without_promoted(checker, b);
    if (a == b) {
        same = true;
    } else if (a->kind == TYPE_UNION || b->kind == TYPE_UNION) {
        const Type *merged_a = type_merge_tuples(checker, a), *merged_b = type_merge_tuples(checker, b);
        same = merged_a != a || merged_b != b ? equivalent(checker, merged_a, merged_b) : equivalent_unions(checker, a, b);
        if (!same && ((a->flags | b->flags) & TYPE_HAS_IMPLICIT)) {
            const Type *wide_a = type_widen_literal(checker, a, true), *wide_b = type_widen_literal(checker, b, true);
            if (wide_a != a || wide_b != b) same = equivalent(checker, wide_a, wide_b);
        }
        if (!same) {
            const Type *whole_a = type_expand_literals(checker, a), *whole_b = type_expand_literals(checker, b);
            if (whole_a != a || whole_b != b) same = equivalent_unions(checker, whole_a, whole_b);
        }
    } else if (a->kind == b->kind) {
        switch ((TypeKind)a->kind) {
        case TYPE_INSTANCE: same = AS_INSTANCE(a)->cls == AS_INSTANCE(b)->cls && equivalent_items(checker, AS_INSTANCE(a)->args, AS_INSTANCE(b)->args, AS_INSTANCE(a)->count); break;
        case TYPE_LITERAL: same = type_same_literal(a, b); break;
        case TYPE_TUPLE: same = AS_TUPLE(a)->count == AS_TUPLE(b)->count && AS_TUPLE(a)->variadic == AS_TUPLE(b)->variadic && equivalent_items(checker, AS_TUPLE(a)->items, AS_TUPLE(b)->items, AS_TUPLE(a)->count); break;
        case TYPE_CLASS_OBJECT: same = equivalent(checker, AS_CLASS_OBJECT(a)->instance, AS_CLASS_OBJECT(b)->instance); break;
        case TYPE_CALLABLE: case TYPE_PARAMETERS: same = equivalent_callables(checker, AS_CALLABLE(a), AS_CALLABLE(b)); break;
        case TYPE_OVERLOADED: same = AS_OVERLOADED(a)->count == AS_OVERLOADED(b)->count && equivalent_items(checker, AS_OVERLOADED(a)->items, AS_OVERLOADED(b)->items, AS_OVERLOADED(a)->count); break;
        case TYPE_PARAM_SPEC_ARGS: case TYPE_PARAM_SPEC_KWARGS: case TYPE_UNPACKED: case TYPE_GUARD: case TYPE_IS_GUARD: same = equivalent(checker, AS_WRAPPER(a)->inner, AS_WRAPPER(b)->inner); break;
        case TYPE_VARIABLE: same = AS_VARIABLE(a)->info->is_self && AS_VARIABLE(b)->info->is_self && AS_VARIABLE(a)->info->self_class == AS_VARIABLE(b)->info->self_class; break;
        default: break;
        }
    } else if (a->kind == TYPE_LITERAL || b->kind == TYPE_LITERAL) { // an enum with one member
        const Type *other = a->kind == TYPE_LITERAL ? b : a, *expanded = type_expand_literals(checker, other);
        same = expanded != other && expanded->kind == TYPE_LITERAL && type_same_literal(expanded, a->kind == TYPE_LITERAL ? a : b);
    }
    checker->depth--;
    return same;
}

bool type_is_equivalent(Checker *checker, const Type *left, const Type *right) { return equivalent(checker, left, right); }

// ---- joins -----------------------------------------------------------------------------------------------------------

const Type *type_join(Checker *checker, const Type *const *items, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (items[i]->kind == TYPE_ANY) return items[i];
    const Type *whole = type_union(checker, items, count);
    if (whole->kind != TYPE_UNION) return whole;
    const TypeUnion *parts = AS_UNION(whole);
    if (parts->count > 24) return whole;
    const Type **kept = arena_array(checker->arena, const Type *, parts->count);
    uint32_t kept_count = 0;
    for (uint32_t i = 0; i < parts->count; i++) {
        const Type *item = parts->items[i];
        bool covered = false;
        for (uint32_t k = 0; k < parts->count && !covered; k++) {
            const Type *other = parts->items[k];
            if (k == i || item->flags & (TYPE_HAS_ANY | TYPE_HAS_FRESH) || other->flags & (TYPE_HAS_ANY | TYPE_HAS_FRESH)) continue;
            if (item->kind == TYPE_NONE || item->kind == TYPE_LITERAL) continue;
            covered = type_is_strict_subtype(checker, item, other) && (!type_is_strict_subtype(checker, other, item) || k < i);
        }
        if (!covered) kept[kept_count++] = item;
    }
    return type_union(checker, kept, kept_count);
}

// ---- tuples of several lengths -----------------------------------------------------------------------------------------

// Is the tuple `one` among those that `many`, with its repeated part, stands for?
static bool has_length_of(const TypeTuple *many, const TypeTuple *one) {
    if (one->variadic >= 0 || one->count + 1 < many->count) return false;
    uint32_t extra = one->count + 1 - many->count, at = 0;
    for (uint32_t i = 0; i < many->count; i++)
        for (uint32_t n = (int32_t)i == many->variadic ? extra : 1; n > 0; n--)
            if (one->items[at++] != many->items[i]) return false;
    return true;
}

// `tuple[int, *tuple[int, ...]]` as `tuple[int, ...]`: one element less before the repeated part. NULL: the element is another.
static const Type *with_one_less(Checker *checker, const TypeTuple *many) {
    if (many->variadic < 1 || many->items[many->variadic - 1] != many->items[many->variadic]) return NULL;
    const Type **items = arena_array(checker->arena, const Type *, many->count);
    for (uint32_t i = 0, at = 0; i < many->count; i++)
        if ((int32_t)i != many->variadic - 1) items[at++] = many->items[i];
    return type_tuple(checker, items, many->count - 1, many->variadic - 1);
}

const Type *type_merge_tuples(Checker *checker, const Type *type) {
    if (type->kind != TYPE_UNION || AS_UNION(type)->count > 64) return type;
    const TypeUnion *whole = AS_UNION(type);
    bool has_variadic = false;
    for (uint32_t i = 0; i < whole->count; i++) has_variadic |= whole->items[i]->kind == TYPE_TUPLE && AS_TUPLE(whole->items[i])->variadic >= 0;
    if (!has_variadic) return type;
    const Type *items[64];
    uint32_t count = whole->count;
    for (uint32_t i = 0; i < count; i++) items[i] = whole->items[i];
    bool changed = false;
    for (uint32_t i = 0; i < count; i++) {
        if (items[i]->kind != TYPE_TUPLE || AS_TUPLE(items[i])->variadic < 0) continue;
        for (const Type *less = items[i]; less;) { // the shortest of its lengths joins it where it is in the union
            const TypeTuple *many = AS_TUPLE(less);
            less = with_one_less(checker, many);
            bool found = false;
            for (uint32_t k = 0; less && k < count; k++) found |= k != i && items[k]->kind == TYPE_TUPLE && AS_TUPLE(items[k])->count + 1 == AS_TUPLE(less)->count && has_length_of(AS_TUPLE(less), AS_TUPLE(items[k]));
            if (found) items[i] = less;
            else less = NULL;
        }
        for (uint32_t k = 0; k < count; k++) {
            if (k == i || items[k]->kind != TYPE_TUPLE || !has_length_of(AS_TUPLE(items[i]), AS_TUPLE(items[k]))) continue;
            for (uint32_t m = k; m + 1 < count; m++) items[m] = items[m + 1];
            count--;
            if (k < i) i--;
            k--;
            changed = true;
        }
    }
    return changed ? type_union(checker, items, count) : type;
}

// ---- literals of finite classes -------------------------------------------------------------------------------------------

static const Type *enum_literals(Checker *checker, ClassInfo *cls) {
    class_specials(cls);
    const EnumInfo *info = cls->enumeration;
    if (!info || info->is_flag || !info->members.count || info->members.count > TYPE_MAX_UNION) return NULL;
    const Type **items = arena_array(checker->arena, const Type *, info->members.count);
    for (uint32_t i = 0; i < info->members.count; i++) items[i] = type_literal_enum(checker, cls, info->members.items[i].name);
    return type_union(checker, items, info->members.count);
}

static const Type *expand_item(Checker *checker, const Type *item) {
    if (item->kind == TYPE_VARIABLE && AS_VARIABLE(item)->info->is_self && AS_VARIABLE(item)->info->self_class && AS_VARIABLE(item)->info->self_class->is_enum) { // in a method of an enum: nothing derives from it
        const Type *literals = enum_literals(checker, AS_VARIABLE(item)->info->self_class);
        return literals ? literals : item;
    }
    if (item->kind != TYPE_INSTANCE) return item;
    ClassInfo *cls = AS_INSTANCE(item)->cls;
    if (is_known(cls, KNOWN_bool)) return type_union2(checker, type_literal_bool(checker, true), type_literal_bool(checker, false));
    if (!cls->is_enum) return item;
    const Type *literals = enum_literals(checker, cls);
    return literals ? literals : item;
}

const Type *type_expand_literals(Checker *checker, const Type *type) {
    if (type->kind == TYPE_INSTANCE || type->kind == TYPE_VARIABLE) return expand_item(checker, type);
    if (type->kind != TYPE_UNION) return type;
    const TypeUnion *whole = AS_UNION(type);
    const Type **items = arena_array(checker->arena, const Type *, whole->count);
    bool changed = false;
    for (uint32_t i = 0; i < whole->count; i++) {
        items[i] = expand_item(checker, whole->items[i]);
        changed |= items[i] != whole->items[i];
    }
    return changed ? type_union(checker, items, whole->count) : type;
}

// ---- narrowing on assignment ------------------------------------------------------------------------------------------------

// `x: tuple[int, str] = untyped_items()`: what each item says where the shapes are the same, else what was declared.
static const Type *fill_tuple(Checker *checker, const TypeTuple *declared, const TypeTuple *assigned) {
    if (declared->count != assigned->count || declared->variadic != assigned->variadic) return &declared->head;
    const Type **items = arena_array(checker->arena, const Type *, declared->count + 1);
    for (uint32_t i = 0; i < declared->count; i++) items[i] = type_narrow_declared(checker, declared->items[i], assigned->items[i]);
    return type_tuple(checker, items, declared->count, declared->variadic);
}

// Arguments that are Unknown in `assigned` are taken from the declared type: `x: list[int] = untyped()`.
static const Type *fill_from_declared(Checker *checker, const Type *declared, const Type *assigned) {
    if (assigned->flags & TYPE_HAS_ANY && assigned->kind == TYPE_TUPLE && declared->kind == TYPE_TUPLE) return fill_tuple(checker, AS_TUPLE(declared), AS_TUPLE(assigned));
    if (!(assigned->flags & TYPE_HAS_ANY) || assigned->kind != TYPE_INSTANCE || declared->kind != TYPE_INSTANCE) return assigned;
    if (AS_INSTANCE(assigned)->cls == AS_INSTANCE(declared)->cls) return declared;
    return assigned;
}

const Type *type_narrow_declared(Checker *checker, const Type *declared, const Type *assigned) {
    declared = type_expand(checker, declared);
    if (assigned->kind == TYPE_UNKNOWN || assigned->kind == TYPE_ANY) { // `x: str | None`, `x = untyped()`: not None for all that is known
        if (declared->kind != TYPE_UNION) return declared;
        const TypeUnion *whole = AS_UNION(declared);
        const Type **items = arena_array(checker->arena, const Type *, whole->count);
        bool has_none = false;
        for (uint32_t i = 0; i < whole->count; i++) {
            has_none |= whole->items[i]->kind == TYPE_NONE;
            items[i] = whole->items[i]->kind == TYPE_NONE ? checker->types.any : whole->items[i];
        }
        return has_none ? type_union(checker, items, whole->count) : declared;
    }
    if (declared->kind == TYPE_ANY) return declared; // who writes Any wants no opinion
    if (type_is_any(declared)) return assigned;
    assigned = type_expand(checker, assigned);
    if (declared == assigned) return declared;
    const Type **kept = arena_array(checker->arena, const Type *, type_item_count(assigned));
    uint32_t count = 0;
    const Type *any = NULL; // `str | Any` assigned: an Any is no reason to think of the rest of what was declared
    bool is_whole = false;
    TYPE_EACH(item, assigned) {
        const Type *best = NULL;
        if (type_is_any(item)) {
            any = item;
            continue;
        }
        if (!type_assignable(checker, declared, item)) {
            kept[count++] = declared;
            is_whole = true;
            continue;
        }
        TYPE_EACH(part, declared) {
            if (!type_assignable(checker, part, item)) continue;
            if (type_is_any(part)) {
                if (!best) best = part;
                continue;
            }
            const Type *filled = fill_from_declared(checker, part, item);
            if (part->flags & TYPE_HAS_ANY && part->kind == TYPE_INSTANCE && item->kind == TYPE_INSTANCE && AS_INSTANCE(part)->cls == AS_INSTANCE(item)->cls) filled = part; // `x: list[Any] = ints`
            if (part->kind == TYPE_TUPLE && item->kind == TYPE_TUPLE && AS_TUPLE(part)->variadic >= 0 && (AS_TUPLE(item)->variadic < 0 || part->flags & TYPE_HAS_ANY)) filled = part; // a length is not promised
            if (part->kind == TYPE_CALLABLE && AS_CALLABLE(part)->is_gradual && (item->kind == TYPE_CALLABLE || item->kind == TYPE_OVERLOADED)) filled = part; // `x: Callable[..., Any] = f`: to be called in any way
            if (!best || !(filled->flags & TYPE_HAS_ANY)) best = filled;
            if (part->kind == TYPE_INSTANCE && AS_INSTANCE(part)->cls->is_protocol == false && type_is_any(item)) best = part;
        }
        if (!best) best = item;
        // int assigned to a float stays an int; a TypedDict or protocol that fits structurally becomes what was declared only when it says nothing more
        kept[count++] = best;
    }
    if (any && !is_whole) kept[count++] = any;
    return type_union(checker, kept, count);
}

// ---- intersection and difference ----------------------------------------------------------------------------------------------

// The built-in class whose layout instances of `cls` have, where it is one that has no common subclass with the others. NULL: none.
const ClassInfo *class_solid_base(Checker *checker, const ClassInfo *cls) {
    static const KnownClass solid[] = {KNOWN_int, KNOWN_float, KNOWN_complex, KNOWN_str, KNOWN_bytes, KNOWN_bytearray, KNOWN_list, KNOWN_dict, KNOWN_set, KNOWN_frozenset, KNOWN_tuple, KNOWN_type, KNOWN_BaseException, KNOWN_memoryview, KNOWN_range};
    for (uint32_t i = 0; i < cls->mro_count; i++) {
        const ClassInfo *base = type_class(checker, cls->mro[i]);
        if (!base || !base->unit || !base->unit->is_stub) continue;
        for (uint32_t k = 0; k < sizeof solid / sizeof *solid; k++)
            if (is_known(base, solid[k])) return base;
    }
    return NULL;
}

// Nothing derives from it: marked final, or an enum with members.
static bool has_no_subclass(const ClassInfo *cls) {
    if (cls->is_final) return true;
    if (!cls->is_enum || cls->state != CLASS_READY) return false;
    class_specials((ClassInfo *)cls);
    return cls->enumeration && cls->enumeration->members.count;
}

bool type_is_disjoint_classes(Checker *checker, const ClassInfo *left, const ClassInfo *right) {
    if (class_derives(left, right) || class_derives(right, left)) return false;
    bool protocol = left->is_protocol || right->is_protocol;
    if (left->is_final || right->is_final || (!protocol && (has_no_subclass(left) || has_no_subclass(right)))) return true;
    if (left->is_protocol || right->is_protocol || left->has_unknown_base || right->has_unknown_base) return false;
    const ClassInfo *a = class_solid_base(checker, left), *b = class_solid_base(checker, right);
    if (a && b && !class_derives(a, b) && !class_derives(b, a)) return true;
    return left->is_disjoint_base && right->is_disjoint_base;
}

static ClassInfo *intersection_class(Checker *checker, const Type *left, const Type *right) {
    const Type *l = type_as_instance(checker, type_upper_bound(checker, left)), *r = type_as_instance(checker, type_upper_bound(checker, right));
    uint64_t key = ((uint64_t)(left->id + 1) << 32) | (right->id + 1);
    ClassInfo *cls = map_get(&checker->self_cache, key);
    if (cls) return cls;
    const Type *bases[] = {l, r};
    const Atom *name = checker_atom(checker, check_text(checker, "<subclass of \"%s\" and \"%s\">", type_show(checker, left, false), type_show(checker, right, false)));
    ClassInfo *first = type_class(checker, l);
    cls = class_synthesise(checker, name, first ? first->unit : NULL, NULL, bases, 2);
    cls->is_intersection = true;
    if (left->kind == TYPE_VARIABLE) cls->new_type_base = left;
    map_set(checker->arena, &checker->self_cache, key, cls);
    return cls;
}

// The generic `filter` (its arguments Unknown: isinstance(x, list)) specialised by what `type` says: Sequence[int] -> list[int].
static const Type *specialise_filter(Checker *checker, const Type *type, const Type *filter) {
    if (filter->kind == TYPE_TUPLE && type->kind == TYPE_INSTANCE && AS_TUPLE(filter)->variadic == 0 && type_is_any(AS_TUPLE(filter)->items[0])) {
        const TypeInstance *instance = AS_INSTANCE(type);
        if (instance->count == 1 && type_assignable(checker, type, type_tuple_of(checker, instance->args[0]))) return type_tuple_of(checker, instance->args[0]);
        return filter;
    }
    if (filter->kind != TYPE_INSTANCE || !AS_INSTANCE(filter)->count || !(filter->flags & TYPE_HAS_ANY)) return filter;
    ClassInfo *cls = AS_INSTANCE(filter)->cls;
    const Type *receiver = type_as_instance(checker, type);
    ClassInfo *target = type_class(checker, receiver);
    if (!target || (receiver->kind != TYPE_INSTANCE && receiver->kind != TYPE_TUPLE)) return filter;
    const Type *own = type_self_instance(checker, cls), *as_target = class_as_base(checker, own, target);
    if (!as_target) return filter;
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, as_target, cls->type_params, cls->type_param_count);
    const Type *result = filter;
    if (type_assignable_with(checker, receiver, fresh, &solver, NULL, RELATE_KEEP_LITERAL) || type_assignable_with(checker, fresh, receiver, &solver, NULL, RELATE_KEEP_LITERAL)) {
        const Type **args = arena_array(checker->arena, const Type *, cls->type_param_count);
        for (uint32_t i = 0; i < cls->type_param_count; i++) {
            const Type *solution = solver_solution(&solver, cls->type_params[i]);
            args[i] = solution && !(solution->flags & TYPE_HAS_FRESH) ? solution : AS_INSTANCE(filter)->args[i];
        }
        result = type_instance(checker, cls, args, cls->type_param_count);
    }
    solver_end(&solver);
    return result;
}

// What a value of the type variable is where it has been found to be a `narrowed`: shown as that, and still good where the variable is wanted.
static const Type *conditional_on(Checker *checker, const Type *variable, const Type *narrowed) {
    const Type **items = arena_array(checker->arena, const Type *, type_item_count(narrowed));
    uint32_t count = 0;
    TYPE_EACH(item, narrowed) {
        bool is_function = item->kind == TYPE_CALLABLE, is_none = item->kind == TYPE_NONE;
        if (item->kind != TYPE_INSTANCE && item->kind != TYPE_TUPLE && !is_function && !is_none) {
            items[count++] = item;
            continue;
        }
        uint64_t key = ((uint64_t)(variable->id + 1) << 32) | (item->id + 1);
        ClassInfo *cls = map_get(&checker->self_cache, key);
        if (!cls) {
            const Type *base = is_function ? known_instance(checker, KNOWN_function) : is_none ? known_instance(checker, KNOWN_NoneType) : item;
            const ClassInfo *plain = type_class(checker, base);
            if (!plain) return narrowed;
            cls = class_synthesise(checker, plain->name, plain->unit, NULL, &base, 1);
            cls->qualified = plain->qualified;
            if (is_none) cls->qualified = (cls->name = checker_atom(checker, "None"))->text;
            if (is_function) class_add_synthesised(cls, checker->atoms->known[ATOM___call__], item);
            cls->is_intersection = true;
            cls->new_type_base = variable;
            map_set(checker->arena, &checker->self_cache, key, cls);
        }
        items[count++] = type_instance(checker, cls, NULL, 0);
    }
    return type_union(checker, items, count);
}

const Type *type_none_of_variable(Checker *checker, const Type *variable) { return conditional_on(checker, variable, none_type(checker)); }

bool type_is_none(Checker *checker, const Type *type) {
    if (type->kind == TYPE_NONE) return true;
    const ClassInfo *cls = type->kind == TYPE_INSTANCE ? AS_INSTANCE(type)->cls : NULL;
    return cls && cls->is_intersection && cls->new_type_base && is_known(type_class(checker, cls->bases[0]), KNOWN_NoneType);
}

const Type *type_of_unknown_subclass(Checker *checker, const Type *type) {
    bool is_variable = type->kind == TYPE_VARIABLE;
    uint64_t key = ((uint64_t)(type->id + 1) << 32) | (UINT32_MAX - 1);
    ClassInfo *cls = map_get(&checker->self_cache, key);
    if (!cls) {
        const Type *base = is_variable ? object_type(checker) : type;
        const Atom *name = is_variable ? AS_VARIABLE(type)->info->name : checker_atom(checker, check_text(checker, "<subclass of \"%s\">", type_show(checker, type, false)));
        cls = class_synthesise(checker, name, is_variable ? NULL : AS_INSTANCE(type)->cls->unit, NULL, &base, 1);
        cls->is_intersection = cls->has_unknown_base = true;
        if (is_variable) cls->new_type_base = type;
        map_set(checker->arena, &checker->self_cache, key, cls);
    }
    return type_instance(checker, cls, NULL, 0);
}

static bool is_unknown_subclass_in(const Type *item, const Type *type) {
    const ClassInfo *cls = item->kind == TYPE_INSTANCE ? AS_INSTANCE(item)->cls : NULL;
    if (!cls || !cls->is_intersection || !cls->has_unknown_base || cls->new_type_base || cls->base_count != 1) return false;
    TYPE_EACH(other, type)
        if (other == cls->bases[0]) return true;
    return false;
}

const Type *type_without_unknown_subclasses(Checker *checker, const Type *type) {
    if (type->kind != TYPE_UNION) return type;
    const Type **items = NULL;
    uint32_t count = 0, seen = 0;
    TYPE_EACH(item, type) {
        bool drops = is_unknown_subclass_in(item, type);
        if (drops && !items) {
            items = arena_array(checker->arena, const Type *, type_item_count(type));
            TYPE_EACH(earlier, type) {
                if (count == seen) break;
                items[count++] = earlier;
            }
        } else if (!drops && items) {
            items[count++] = item;
        }
        seen++;
    }
    return items ? type_union(checker, items, count) : type;
}

// callable(x) holds for an x whose class is not: a subclass with __call__.
static const Type *callable_subtype(Checker *checker, const Type *instance) {
    uint64_t key = ((uint64_t)(instance->id + 1) << 32) | UINT32_MAX;
    ClassInfo *cls = map_get(&checker->self_cache, key);
    if (!cls) {
        cls = class_synthesise(checker, checker_atom(checker, check_text(checker, "<callable subtype of %s>", type_show(checker, instance, false))), AS_INSTANCE(instance)->cls->unit, NULL, &instance, 1);
        cls->is_intersection = true;
        class_add_synthesised(cls, checker->atoms->known[ATOM___call__], callable_gradual(checker, checker->types.unknown));
        map_set(checker->arena, &checker->self_cache, key, cls);
    }
    return type_instance(checker, cls, NULL, 0);
}

// The plain type behind one of those.
static const Type *without_condition(const Type *type) {
    if (type->kind != TYPE_INSTANCE) return type;
    const ClassInfo *cls = AS_INSTANCE(type)->cls;
    return cls->is_intersection && cls->new_type_base && cls->base_count == 1 ? cls->bases[0] : type;
}

static const Type *intersect_item(Checker *checker, const Type *item, const Type *filter) {
    item = type_expand(checker, item);
    if (type_is_any(item)) return filter;
    if (type_is_any(filter)) return item;
    if (item->kind == TYPE_NEVER) return item;
    if (item->kind == TYPE_VARIABLE) { // stays the variable where its bound fits; else <subclass of "T" and "filter">
        const Type *bound = type_upper_bound(checker, item);
        if (type_is_strict_subtype(checker, bound, filter) || type_assignable_with(checker, filter, bound, NULL, NULL, RELATE_NO_PROMOTION)) return item;
        const Type *narrowed = type_intersect(checker, bound, filter);
        return conditional_on(checker, item, narrowed);
    }
    if (filter->kind == TYPE_VARIABLE) return type_assignable(checker, filter, item) ? item : filter;
    if (type_assignable_with(checker, filter, item, NULL, NULL, RELATE_NO_PROMOTION)) {
        // `list[Any]` against `list[int]`: the filter says more
        if (item->flags & TYPE_HAS_ANY && !(filter->flags & TYPE_HAS_ANY) && type_assignable(checker, item, filter)) return filter;
        return item;
    }
    const Type *special = specialise_filter(checker, item, filter);
    if (type_assignable_with(checker, item, special, NULL, NULL, RELATE_NO_PROMOTION)) return special;
    if (special->kind == TYPE_LITERAL && item->kind == TYPE_INSTANCE) return type_assignable(checker, item, special) ? special : checker->types.never;
    // float means float | int in an annotation: isinstance(x, int) on a float
    if (item->kind == TYPE_INSTANCE && type_assignable(checker, item, special) && !(special->flags & TYPE_HAS_VARIABLE)) return special;
    if (item->kind == TYPE_CLASS_OBJECT && special->kind == TYPE_CLASS_OBJECT) {
        const Type *inner = type_intersect(checker, AS_CLASS_OBJECT(item)->instance, AS_CLASS_OBJECT(special)->instance);
        return inner->kind == TYPE_NEVER ? inner : type_class_object(checker, inner, false);
    }
    if (item->kind == TYPE_LITERAL || special->kind == TYPE_LITERAL || item->kind == TYPE_NONE || special->kind == TYPE_NONE) return checker->types.never;
    if (item->kind == TYPE_TUPLE && special->kind == TYPE_TUPLE) return type_may_overlap(checker, item, special) ? special : checker->types.never;
    const Type *left = type_as_instance(checker, item), *right = type_as_instance(checker, special);
    ClassInfo *a = type_class(checker, left), *b = type_class(checker, right);
    if (!a || !b) return checker->types.never;
    if (item->kind == TYPE_CALLABLE || item->kind == TYPE_OVERLOADED) { // a callable object of another class
        if (b->is_final && !dunder_method(checker, right, checker->atoms->known[ATOM___call__])) return checker->types.never;
        return special;
    }
    if (special->kind == TYPE_CALLABLE) return a->is_final || left->kind != TYPE_INSTANCE ? checker->types.never : callable_subtype(checker, left);
    if (left->kind != TYPE_INSTANCE && left->kind != TYPE_TUPLE) return checker->types.never;
    if (type_is_disjoint_classes(checker, a, b)) return checker->types.never;
    if (a->is_typed_dict != b->is_typed_dict) { // a TypedDict is a dict and nothing else
        ClassInfo *dict = known_class(checker, KNOWN_dict);
        const ClassInfo *other = a->is_typed_dict ? b : a;
        return !dict || (class_derives(dict, other) || (other->is_protocol && !is_known(other, KNOWN_Sequence))) ? (a->is_typed_dict ? item : special) : checker->types.never;
    }
    if (a == b) return checker->types.never; // same class, arguments that don't go together
    if (class_derives(b, a)) { // Iterable[str] is no bytearray
        bool is_certain = !((item->flags | special->flags) & (TYPE_HAS_ANY | TYPE_HAS_VARIABLE));
        return is_certain && !type_may_overlap(checker, item, class_as_base(checker, special, a)) ? checker->types.never : special;
    }
    if (class_derives(a, b)) return item;
    if (right->kind != TYPE_INSTANCE && right->kind != TYPE_TUPLE) return checker->types.never;
    if (a->is_protocol && !a->is_runtime_checkable && b->is_final) return checker->types.never;
    return type_instance(checker, intersection_class(checker, item, special), NULL, 0);
}

const Type *type_unconditional(Checker *checker, const Type *type) {
    const Type **items = arena_array(checker->arena, const Type *, type_item_count(type));
    uint32_t count = 0;
    TYPE_EACH(item, type) items[count++] = type_is_none(checker, item) ? none_type(checker) : without_condition(item);
    return type_union(checker, items, count);
}

// A union names what goes with the filter better than `item`, from which that derives: `Mapping[str, int] | Iterable[tuple[str, int]]`. Whoever asks for a dict means the first.
static bool is_named_beside(Checker *checker, const Type *type, const Type *item, const Type *filter) {
    const ClassInfo *wanted = filter->kind == TYPE_INSTANCE ? AS_INSTANCE(filter)->cls : NULL, *general = type_class(checker, item);
    if (!wanted || !general || type->kind != TYPE_UNION) return false;
    TYPE_EACH(other, type) {
        const ClassInfo *cls = other->kind == TYPE_INSTANCE ? AS_INSTANCE(other)->cls : NULL;
        if (cls && cls != general && class_derives(cls, general) && (class_derives(cls, wanted) || class_derives(wanted, cls))) return true;
    }
    return false;
}

const Type *type_intersect(Checker *checker, const Type *type, const Type *filter) {
    type = type_expand(checker, type);
    filter = type_expand(checker, filter);
    if (type == filter) return type;
    if (filter->kind == TYPE_NEVER) return filter;
    if (checker->depth >= CHECKER_MAX_DEPTH) return filter;
    checker->depth++;
    uint32_t wide = type_item_count(type) * type_item_count(filter);
    const Type **kept = arena_array(checker->arena, const Type *, wide + 1);
    uint32_t count = 0;
    TYPE_EACH(item, type) {
        uint32_t before = count;
        TYPE_EACH(wanted, filter) {
            const Type *both = intersect_item(checker, item, wanted);
            if (both != item && both->flags & wanted->flags & TYPE_HAS_ANY && is_named_beside(checker, type, item, wanted)) both = wanted; // not a dict with these tuples as keys
            if (both->kind != TYPE_NEVER) kept[count++] = both;
            if (both == item) count = before, kept[count++] = item;
            if (both == item) break;
        }
    }
    checker->depth--;
    return type_prefer_declared(checker, type_union(checker, kept, count), type);
}

static bool is_new_intersection(const Type *type, const Type *from) {
    const Type *instance = type->kind == TYPE_CLASS_OBJECT ? AS_CLASS_OBJECT(type)->instance : type;
    if (instance->kind != TYPE_INSTANCE || !AS_INSTANCE(instance)->cls->is_intersection || without_condition(instance) != instance) return false;
    TYPE_EACH(item, from)
        if (item == type) return false;
    return true;
}

const Type *type_prefer_declared(Checker *checker, const Type *narrowed, const Type *from) {
    if (narrowed->kind != TYPE_UNION) return narrowed;
    const TypeUnion *whole = AS_UNION(narrowed);
    const Type **kept = arena_array(checker->arena, const Type *, whole->count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < whole->count; i++)
        if (!is_new_intersection(whole->items[i], from)) kept[count++] = whole->items[i];
    return count && count < whole->count ? type_union(checker, kept, count) : narrowed;
}

static const Type *subtract_item(Checker *checker, const Type *item, const Type *filter) {
    item = type_expand(checker, item);
    if (type_is_any(item) || type_is_any(filter)) return item;
    if (item->kind == TYPE_VARIABLE) {
        const Type *bound = type_upper_bound(checker, item);
        if (type_assignable_with(checker, filter, bound, NULL, NULL, RELATE_NO_PROMOTION) && !type_is_any(bound)) return checker->types.never;
        const Type *left = type_subtract(checker, bound, filter);
        return left == bound || bound->kind != TYPE_UNION ? item : conditional_on(checker, item, left);
    }
    if (type_assignable_with(checker, filter, item, NULL, NULL, RELATE_NO_PROMOTION)) return checker->types.never;
    const Type *expanded = expand_item(checker, item);
    if (expanded != item) {
        const Type **kept = arena_array(checker->arena, const Type *, type_item_count(expanded));
        uint32_t count = 0;
        TYPE_EACH(part, expanded)
            if (!type_assignable(checker, filter, part)) kept[count++] = part;
        if (count < type_item_count(expanded)) return type_union(checker, kept, count);
    }
    return item;
}

const Type *type_subtract(Checker *checker, const Type *type, const Type *filter) {
    type = type_expand(checker, type);
    filter = type_expand(checker, filter);
    const Type **kept = arena_array(checker->arena, const Type *, type_item_count(type) + 1);
    uint32_t count = 0;
    TYPE_EACH(item, type) {
        const Type *left = item;
        TYPE_EACH(part, filter) {
            const Type **pieces = arena_array(checker->arena, const Type *, type_item_count(left) + 1);
            uint32_t piece_count = 0;
            TYPE_EACH(piece, left) pieces[piece_count++] = subtract_item(checker, piece, part);
            left = type_union(checker, pieces, piece_count);
        }
        kept[count++] = left;
    }
    return type_union(checker, kept, count);
}

// ---- truth ------------------------------------------------------------------------------------------------------------------

// What __bool__ (or __len__) of the class says: 1 always true, 0 always false, -1 either.
static int truth_of_class(Checker *checker, const Type *type) {
    const Type *method = dunder_method(checker, type, checker->atoms->known[ATOM___bool__]);
    if (method && method->kind == TYPE_CALLABLE) {
        const Type *result = AS_CALLABLE(method)->result;
        if (result->kind == TYPE_LITERAL && AS_LITERAL(result)->kind == LITERAL_BOOL && !AS_LITERAL(result)->is_implicit) return AS_LITERAL(result)->integer != 0;
        return -1;
    }
    if (method) return -1;
    if (dunder_method(checker, type, checker->atoms->known[ATOM___len__])) return -1;
    ClassInfo *cls = type_class(checker, type);
    if (!cls || cls->has_unknown_base || cls->is_protocol) return -1;
    return cls->is_final ? 1 : -2; // a subclass may define them: true as far as narrowing to "falsy" goes for mypy and pyright
}

static int truth_of(Checker *checker, const Type *type) {
    type = type_expand(checker, type);
    switch ((TypeKind)type->kind) {
    case TYPE_NONE: return 0;
    case TYPE_LITERAL: {
        const TypeLiteral *literal = AS_LITERAL(type);
        switch (literal->kind) {
        case LITERAL_INT: case LITERAL_BOOL: return literal->integer != 0;
        case LITERAL_STR: case LITERAL_BYTES: return literal->text->size != 0;
        case LITERAL_BIG_INT: return 1;
        case LITERAL_ENUM: return truth_of_class(checker, type_as_instance(checker, type)) == -1 ? -1 : 1;
        }
        return -1;
    }
    case TYPE_TUPLE: return AS_TUPLE(type)->count == 0 ? 0 : AS_TUPLE(type)->variadic < 0 || AS_TUPLE(type)->count > 1 ? 1 : -1;
    case TYPE_CALLABLE: case TYPE_OVERLOADED: case TYPE_MODULE: return 1;
    case TYPE_CLASS_OBJECT: return truth_of_class(checker, type) == -1 ? -1 : 1;
    case TYPE_INSTANCE: {
        if (is_known(AS_INSTANCE(type)->cls, KNOWN_object)) return -1;
        if (type_is_none(checker, type)) return 0;
        int truth = truth_of_class(checker, type);
        return truth == -2 ? 1 : truth;
    }
    default: return -1;
    }
}

bool type_can_be_true(Checker *checker, const Type *type) {
    if (type->kind == TYPE_NEVER) return false;
    type = type_upper_bound(checker, type_expand(checker, type));
    TYPE_EACH(item, type)
        if (truth_of(checker, item) != 0) return true;
    return false;
}

bool type_can_be_false(Checker *checker, const Type *type) {
    if (type->kind == TYPE_NEVER) return false;
    type = type_upper_bound(checker, type_expand(checker, type));
    TYPE_EACH(item, type)
        if (truth_of(checker, item) != 1) return true;
    return false;
}

static const Type *keep_truth(Checker *checker, const Type *type, bool wanted) {
    type = type_expand(checker, type);
    const Type **kept = arena_array(checker->arena, const Type *, type_item_count(type) + 1);
    uint32_t count = 0;
    TYPE_EACH(item, type) {
        if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_bool)) {
            kept[count++] = type_literal_bool(checker, wanted);
            continue;
        }
        if (item->kind == TYPE_VARIABLE) {
            kept[count++] = wanted ? (type_can_be_true(checker, item) ? item : checker->types.never) : (type_can_be_false(checker, item) ? item : checker->types.never);
            continue;
        }
        int truth = truth_of(checker, item);
        if (truth != -1 && truth != wanted) continue;
        if (!wanted && truth == -1 && item->kind == TYPE_TUPLE) item = type_tuple(checker, NULL, 0, -1);
        if (wanted && truth == -1 && item->kind == TYPE_TUPLE && AS_TUPLE(item)->items[0]->kind != TYPE_VAR_TUPLE) { // not empty: one at least
            const Type *items[] = {AS_TUPLE(item)->items[0], AS_TUPLE(item)->items[0]};
            item = type_tuple(checker, items, 2, 1);
        }
        kept[count++] = item;
    }
    return type_union(checker, kept, count);
}
const Type *type_remove_falsy(Checker *checker, const Type *type) { return keep_truth(checker, type, true); }
const Type *type_remove_truthy(Checker *checker, const Type *type) { return keep_truth(checker, type, false); }

// ---- overlap -------------------------------------------------------------------------------------------------------------------

static bool overlap_items(Checker *checker, const Type *left, const Type *right);

static bool overlap_tuples(Checker *checker, const TypeTuple *a, const TypeTuple *b) {
    if (a->variadic < 0 && b->variadic < 0) {
        if (a->count != b->count) return false;
        for (uint32_t i = 0; i < a->count; i++)
            if (!type_may_overlap(checker, a->items[i], b->items[i])) return false;
        return true;
    }
    uint32_t a_min = a->variadic < 0 ? a->count : a->count - 1, b_min = b->variadic < 0 ? b->count : b->count - 1;
    if (a->variadic < 0 && a_min < b_min) return false;
    if (b->variadic < 0 && b_min < a_min) return false;
    return true;
}

static bool overlap_items(Checker *checker, const Type *left, const Type *right) {
    if (type_is_any(left) || type_is_any(right)) return true;
    if (left->kind == TYPE_NEVER || right->kind == TYPE_NEVER) return false;
    left = type_upper_bound(checker, left), right = type_upper_bound(checker, right);
    if (left->kind == TYPE_UNION || right->kind == TYPE_UNION) return type_may_overlap(checker, left, right);
    if (type_assignable(checker, left, right) || type_assignable(checker, right, left)) return true;
    if (left->kind == TYPE_LITERAL && right->kind == TYPE_LITERAL) return false;
    if (left->kind == TYPE_NONE || right->kind == TYPE_NONE) {
        const Type *other = left->kind == TYPE_NONE ? right : left;
        return other->kind == TYPE_INSTANCE && AS_INSTANCE(other)->cls->is_protocol;
    }
    if (left->kind == TYPE_TUPLE && right->kind == TYPE_TUPLE) return overlap_tuples(checker, AS_TUPLE(left), AS_TUPLE(right));
    if (left->kind == TYPE_LITERAL || right->kind == TYPE_LITERAL) {
        const Type *literal = left->kind == TYPE_LITERAL ? left : right, *other = literal == left ? right : left;
        return other->kind == TYPE_INSTANCE && overlap_items(checker, type_as_instance(checker, literal), other);
    }
    if (left->kind == TYPE_CLASS_OBJECT && right->kind == TYPE_CLASS_OBJECT) return type_may_overlap(checker, AS_CLASS_OBJECT(left)->instance, AS_CLASS_OBJECT(right)->instance);
    if (left->kind == TYPE_CALLABLE || right->kind == TYPE_CALLABLE || left->kind == TYPE_OVERLOADED || right->kind == TYPE_OVERLOADED) {
        const Type *other = left->kind == TYPE_CALLABLE || left->kind == TYPE_OVERLOADED ? right : left;
        ClassInfo *cls = type_class(checker, other);
        if (other->kind == TYPE_CALLABLE || other->kind == TYPE_OVERLOADED || other->kind == TYPE_CLASS_OBJECT) return true;
        return !cls || !cls->is_final || type_as_callable(checker, other);
    }
    ClassInfo *a = type_class(checker, left), *b = type_class(checker, right);
    if (!a || !b) return true;
    if (a == b) { // same generic class, arguments that might overlap
        if (left->kind != TYPE_INSTANCE || right->kind != TYPE_INSTANCE) return true;
        for (uint32_t i = 0; i < AS_INSTANCE(left)->count; i++) {
            const Type *x = AS_INSTANCE(left)->args[i], *y = AS_INSTANCE(right)->args[i];
            if (x->kind <= TYPE_VARIABLE && y->kind <= TYPE_VARIABLE && !type_may_overlap(checker, x, y)) return false;
        }
        return true;
    }
    return !type_is_disjoint_classes(checker, a, b);
}

bool type_may_overlap(Checker *checker, const Type *left, const Type *right) {
    left = type_expand(checker, left), right = type_expand(checker, right);
    if (checker->depth >= CHECKER_MAX_DEPTH) return true;
    checker->depth++;
    bool overlap = false;
    TYPE_EACH(a, left)
        TYPE_EACH(b, right)
            if (!overlap) overlap = overlap_items(checker, a, b);
    checker->depth--;
    return overlap;
}
