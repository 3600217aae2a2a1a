// Narrowing by conditions: what a reference's type becomes when a test is true or false (flow.h, narrow_condition).
#include "typecheck/flow_private.h"
#include "typecheck/infer.h"

enum { ALIAS_DEPTH = 8 };

static const Type *narrow(Unit *unit, const FlowReference *reference, const Type *type, const Ast *test, bool positive, int depth);

static const Type *union_of(Checker *checker, const TypeList *list) { return type_union(checker, list->items, list->count); }
static void keep(Checker *checker, TypeList *list, const Type *type) { vec_push(checker->scratch, list, type); } // whoever is called from outside releases it

// `y` of `(y := value)`.
static const Ast *without_walrus(const Ast *node) { return node->kind == AST_NamedExpr ? ((const AstNamedExpr *)node)->target : node; }

static bool refers(Unit *unit, const FlowReference *reference, const Ast *node) {
    if (node->kind == AST_NamedExpr) {
        const AstNamedExpr *named = (const AstNamedExpr *)node;
        return flow_reference(unit, named->target) == reference || refers(unit, reference, named->value);
    }
    return flow_reference(unit, node) == reference;
}

static bool is_none_constant(const Ast *node) { return node->kind == AST_Constant && ((const AstConstant *)node)->value.kind == AST_CONST_NONE; }

// ---- None, literals -------------------------------------------------------------------------------------------------------------

static const Type *narrow_none(Checker *checker, const Type *type, bool positive) {
    TypeList kept = {0};
    type = type_expand(checker, type);
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        if (type_is_none(checker, item)) {
            if (positive) keep(checker, &kept, item);
        } else if (!positive) {
            const Type *bound = item->kind == TYPE_VARIABLE ? type_upper_bound(checker, item) : NULL;
            if (bound && bound->kind == TYPE_UNION && AS_VARIABLE(item)->info->constraint_count == 0) keep(checker, &kept, type_subtract(checker, item, none_type(checker)));
            else if (!bound || bound->kind != TYPE_NONE) keep(checker, &kept, item);
        } else if (type_is_any(item) || type_assignable(checker, type_upper_bound(checker, item), none_type(checker))) {
            keep(checker, &kept, item->kind == TYPE_VARIABLE ? type_none_of_variable(checker, item) : none_type(checker)); // Any, object, a protocol that None has, a variable that may stand for it
        }
    }
    return union_of(checker, &kept);
}

static bool is_ellipsis_value(const Type *type) { return type->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(type)->cls, KNOWN_ellipsis); }

static bool is_single_value(const Type *type) { return type->kind == TYPE_NONE || type->kind == TYPE_LITERAL || is_ellipsis_value(type); }

static bool is_same_value(const Type *a, const Type *b) { return a->kind == b->kind && (a->kind == TYPE_LITERAL ? type_same_literal(a, b) : a == b); }

// Whether a value of `item` may equal (be, with `is_identity`) the single value `value`.
static bool may_be(Checker *checker, const Type *item, const Type *value, bool is_identity) {
    if (item->kind == TYPE_NONE || value->kind == TYPE_NONE) return item->kind == value->kind || (!is_single_value(item) && type_may_overlap(checker, item, value));
    if (is_ellipsis_value(item) || is_ellipsis_value(value)) return type_may_overlap(checker, item, value);
    if (item->kind == TYPE_LITERAL) {
        const TypeLiteral *a = AS_LITERAL(item), *b = AS_LITERAL(value);
        if (type_same_literal(item, value)) return true;
        bool numbers = (a->kind == LITERAL_INT || a->kind == LITERAL_BOOL) && (b->kind == LITERAL_INT || b->kind == LITERAL_BOOL);
        if (numbers) return !is_identity && a->integer == b->integer;
        if (a->kind == LITERAL_ENUM && b->kind != LITERAL_ENUM) return !is_identity && (class_derives(a->cls, b->cls) || !a->cls->enumeration);
        if (b->kind == LITERAL_ENUM && a->kind != LITERAL_ENUM) return !is_identity && class_derives(b->cls, a->cls);
        return false;
    }
    return is_identity ? type_may_overlap(checker, item, value) : true;
}

// `one` is plain str (bytes, int), and all of `literals` are literals of it.
static bool is_plain_of(const Type *one, const Type *literals) {
    if (one->kind != TYPE_INSTANCE) return false;
    TYPE_EACH(literal, literals)
        if (literal->kind != TYPE_LITERAL || AS_LITERAL(literal)->cls != AS_INSTANCE(one)->cls || (AS_LITERAL(literal)->kind != LITERAL_STR && AS_LITERAL(literal)->kind != LITERAL_BYTES && AS_LITERAL(literal)->kind != LITERAL_INT)) return false;
    return true;
}

static const Type *narrow_literal(Checker *checker, const Type *type, const Type *value, bool positive, bool is_identity) {
    const Type *expanded = type_expand_literals(checker, type_expand(checker, type));
    TypeList kept = {0};
    bool changed = false;
    TYPE_EACH(item, expanded) {
        bool keeps = positive ? may_be(checker, item, value, is_identity) : !(is_single_value(value) && is_same_value(item, value));
        // `x is Color.RED` where x is any object: then it is that member.
        bool becomes_value = keeps && positive && is_identity && item->kind == TYPE_INSTANCE && value->kind == TYPE_LITERAL && (AS_LITERAL(value)->kind == LITERAL_ENUM || AS_LITERAL(value)->kind == LITERAL_BOOL) &&
                             type_assignable(checker, item, value);
        bool becomes_text = keeps && positive && !is_identity && is_plain_of(item, value);
        if (keeps) keep(checker, &kept, becomes_value ? type_make_explicit(checker, value) : becomes_text ? type_make_implicit(checker, value) : item);
        changed |= !keeps || becomes_value || becomes_text;
    }
    return changed ? union_of(checker, &kept) : type;
}

// Compared with a value of type `value`, which may be several literals.
static const Type *narrow_equal(Checker *checker, const Type *type, const Type *value, bool positive, bool is_identity) {
    value = type_expand_literals(checker, type_expand(checker, value));
    if (value->kind == TYPE_NEVER || type_is_any(value)) return type;
    bool all_single = true;
    TYPE_EACH(one, value) all_single &= is_single_value(one);
    if (!all_single) {
        if (!positive) return type;
        if (is_identity && value->kind == TYPE_CLASS_OBJECT) return type;
        // Only None can be excluded: `x == y` where y is not None.
        bool may_be_none = false;
        TYPE_EACH(one, value) may_be_none |= one->kind == TYPE_NONE || type_is_any(one) || type_may_overlap(checker, one, none_type(checker));
        return may_be_none ? type : narrow_none(checker, type, false);
    }
    if (positive) {
        TypeList kept = {0};
        TYPE_EACH(one, value) keep(checker, &kept, narrow_literal(checker, type, one, true, is_identity));
        return union_of(checker, &kept);
    }
    return value->kind == TYPE_UNION ? type : narrow_literal(checker, type, value, false, is_identity);
}

// ---- isinstance, issubclass, callable, type(x) is C -----------------------------------------------------------------------------------

// The types a filter argument lists. False: something in it cannot be known.
static bool filter_types(Checker *checker, const Type *filter, TypeList *out, bool *is_exact) {
    filter = type_expand(checker, filter);
    switch (filter->kind) {
    case TYPE_UNION: {
        bool known = true;
        TYPE_EACH(item, filter) known &= filter_types(checker, item, out, is_exact);
        return known;
    }
    case TYPE_TUPLE: {
        const TypeTuple *tuple = AS_TUPLE(filter);
        bool known = true;
        if (tuple->variadic >= 0) *is_exact = false;
        for (uint32_t i = 0; i < tuple->count; i++) known &= filter_types(checker, tuple->items[i], out, is_exact);
        return known;
    }
    case TYPE_CLASS_OBJECT: {
        const Type *instance = AS_CLASS_OBJECT(filter)->instance;
        if (type_is_any(instance)) return false;
        if (!AS_CLASS_OBJECT(filter)->is_exact) *is_exact = false;
        if (instance->kind == TYPE_INSTANCE && AS_INSTANCE(instance)->cls->type_param_count) instance = type_instance(checker, AS_INSTANCE(instance)->cls, NULL, 0);
        if (instance->kind == TYPE_TUPLE && instance->flags & TYPE_HAS_VARIABLE) instance = type_tuple_of(checker, unknown_type(checker)); // the bare `tuple`
        keep(checker, out, instance);
        return true;
    }
    case TYPE_NONE: // isinstance(x, None) is an error at run time, but (int, None) is understood in unions
        keep(checker, out, filter);
        return true;
    case TYPE_SPECIAL_FORM:
        if (AS_SPECIAL_FORM(filter)->form != FORM_Callable) return false;
        keep(checker, out, callable_gradual(checker, any_type(checker)));
        return true;
    case TYPE_INSTANCE:
        if (is_known(AS_INSTANCE(filter)->cls, KNOWN_type)) {
            keep(checker, out, object_type(checker));
            *is_exact = false;
            return true;
        }
        if (is_known(AS_INSTANCE(filter)->cls, KNOWN_tuple) || class_derives(AS_INSTANCE(filter)->cls, known_class(checker, KNOWN_type))) return false;
        return false;
    default: return false;
    }
}

static const Type *narrow_instance(Checker *checker, const Type *type, const TypeList *filters, bool positive, bool is_exact) {
    if (positive) {
        TypeList kept = {0};
        for (uint32_t i = 0; i < filters->count; i++) keep(checker, &kept, type_intersect(checker, type, filters->items[i]));
        return type_prefer_declared(checker, union_of(checker, &kept), type);
    }
    if (!is_exact) return type;
    for (uint32_t i = 0; i < filters->count; i++) type = type_subtract(checker, type, filters->items[i]);
    return type;
}

// issubclass: the class objects among the items, by their instances.
static const Type *narrow_subclass(Checker *checker, const Type *type, const TypeList *filters, bool positive, bool is_exact) {
    TypeList kept = {0};
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        const Type *instance = NULL;
        if (item->kind == TYPE_CLASS_OBJECT) instance = AS_CLASS_OBJECT(item)->instance;
        else if (type_is_any(item)) instance = item;
        else if (item->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(item)->cls, KNOWN_type)) instance = object_type(checker);
        if (!instance) {
            keep(checker, &kept, item);
            continue;
        }
        const Type *narrowed = narrow_instance(checker, instance, filters, positive, is_exact);
        if (narrowed->kind == TYPE_NEVER) continue;
        keep(checker, &kept, narrowed == instance ? item : type_class_object(checker, narrowed, false));
    }
    return type_prefer_declared(checker, union_of(checker, &kept), type);
}

// Is a class among those of the filter of which nothing is known: of a module that was not found?
static bool filter_is_unknown(Checker *checker, const Type *filter) {
    filter = type_expand(checker, filter);
    if (filter->kind == TYPE_TUPLE) {
        for (uint32_t i = 0; i < AS_TUPLE(filter)->count; i++)
            if (filter_is_unknown(checker, AS_TUPLE(filter)->items[i])) return true;
        return false;
    }
    return filter->kind == TYPE_UNKNOWN;
}

const Type *narrow_isinstance(Checker *checker, const Type *type, const Type *filter, bool positive, bool is_subclass_test) {
    ArenaMark mark = arena_mark(checker->scratch);
    TypeList filters = {0};
    bool is_exact = true, known = filter_types(checker, filter, &filters, &is_exact);
    type = type_expand(checker, type);
    if (!known && positive) type = filter_is_unknown(checker, filter) ? unknown_type(checker) : type;
    else type = is_subclass_test ? narrow_subclass(checker, type, &filters, positive, is_exact) : narrow_instance(checker, type, &filters, positive, is_exact);
    arena_release(checker->scratch, mark);
    return type;
}

static const Type *narrow_callable(Checker *checker, const Type *type, bool positive) {
    TypeList kept = {0};
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        if (type_is_any(item)) keep(checker, &kept, item);
        else if (type_as_callable(checker, type_upper_bound(checker, item))) {
            if (positive) keep(checker, &kept, item);
        } else if (!positive) {
            keep(checker, &kept, item);
        } else {
            // what a T that is callable gives may be anything; of other types it is an object
            const Type *narrowed = type_intersect(checker, item, callable_gradual(checker, item->kind == TYPE_VARIABLE ? any_type(checker) : object_type(checker)));
            if (narrowed->kind != TYPE_NEVER) keep(checker, &kept, narrowed);
        }
    }
    return type_prefer_declared(checker, union_of(checker, &kept), type);
}

// Of each item a subclass of which nothing more is known: behind the branch the item alone is left. Unknown where an item has none.
static const Type *unknown_subclasses(Checker *checker, const TypeList *items) {
    TypeList kept = {0};
    for (uint32_t i = 0; i < items->count; i++) {
        const Type *item = type_expand(checker, items->items[i]);
        if (item->kind == TYPE_NONE) continue; // has no subclass
        if (item->kind != TYPE_VARIABLE && item->kind != TYPE_INSTANCE) return unknown_type(checker);
        keep(checker, &kept, type_of_unknown_subclass(checker, item));
    }
    return kept.count ? union_of(checker, &kept) : unknown_type(checker);
}

// hasattr(x, "name"): the items that have it. Where none is known to, some subclass does: nothing is known of what it is.
static const Type *narrow_hasattr(Unit *unit, const Type *type, const Ast *name, bool positive) {
    Checker *checker = unit->checker;
    if (name->kind != AST_Constant || ((const AstConstant *)name)->value.kind != AST_CONST_STR) return type;
    const AstConstantValue *text = &((const AstConstant *)name)->value;
    const Atom *atom = atom_intern(checker->atoms, text->text, text->size);
    TypeList having = {0}, lacking = {0};
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        if (type_is_any(item)) return type;
        keep(checker, attribute_of(unit, NULL, item, atom, ATTRIBUTE_GET).type ? &having : &lacking, raw);
    }
    if (positive) return having.count ? union_of(checker, &having) : unknown_subclasses(checker, &lacking);
    return lacking.count ? union_of(checker, &lacking) : type;
}

// type(x) is C: exactly C.
static const Type *narrow_exact_class(Checker *checker, const Type *type, const Type *class_object, bool positive) {
    TypeList filters = {0};
    bool is_exact = true;
    if (class_object->kind != TYPE_CLASS_OBJECT || !filter_types(checker, class_object, &filters, &is_exact) || filters.count != 1) return type;
    const Type *wanted = filters.items[0];
    if (positive) return type_intersect(checker, type, wanted);
    TypeList kept = {0};
    TYPE_EACH(item, type_expand_literals(checker, type_expand(checker, type))) {
        ClassInfo *cls = type_class(checker, item), *other = type_class(checker, wanted);
        if (!(cls && cls == other && (cls->is_final || item->kind == TYPE_LITERAL || item->kind == TYPE_NONE) && item->kind != TYPE_CLASS_OBJECT)) keep(checker, &kept, item);
    }
    return kept.count ? union_of(checker, &kept) : never_type(checker);
}

// ---- containers ----------------------------------------------------------------------------------------------------------------------------

// The items a container of this type holds; NULL: not known.
static const Type *contained(Checker *checker, const Type *container) {
    container = type_expand(checker, container);
    if (container->kind == TYPE_TUPLE) return type_union(checker, AS_TUPLE(container)->items, AS_TUPLE(container)->count);
    const Type *mapping = class_as_base(checker, container, known_class(checker, KNOWN_Mapping));
    if (mapping && mapping->kind == TYPE_INSTANCE) return AS_INSTANCE(mapping)->args[0];
    const Type *collection = known_class(checker, KNOWN_Collection) ? class_as_base(checker, container, known_class(checker, KNOWN_Collection)) : NULL;
    if (collection && collection->kind == TYPE_INSTANCE && AS_INSTANCE(collection)->count == 1 && !is_known(type_class(checker, container), KNOWN_str) &&
        !is_known(type_class(checker, container), KNOWN_bytes))
        return AS_INSTANCE(collection)->args[0];
    return NULL;
}

static const Type *narrow_in(Checker *checker, const Type *type, const Type *container, bool positive) {
    container = type_expand(checker, container);
    const Type *items = contained(checker, container);
    if (!items || type_is_any(items)) return type;
    items = type_expand_literals(checker, type_expand(checker, items));
    if (!positive) {
        if (container->kind != TYPE_TUPLE || AS_TUPLE(container)->variadic >= 0) return type;
        TYPE_EACH(item, items)
            if (is_single_value(item)) type = narrow_literal(checker, type, item, false, false);
        return type;
    }
    TypeList kept = {0};
    bool changed = false;
    const Type *expanded = type_expand_literals(checker, type_expand(checker, type));
    TYPE_EACH(one, expanded) {
        bool possible = type_is_any(one);
        TYPE_EACH(item, items) {
            if (possible) break;
            possible = is_single_value(item) ? may_be(checker, one, item, false) && (one->kind == TYPE_LITERAL || type_may_overlap(checker, one, item)) : type_may_overlap(checker, one, item);
        }
        if (possible && is_plain_of(one, items)) { // a str among literals is one of them
            keep(checker, &kept, type_make_implicit(checker, items));
            changed = true;
        } else if (possible) keep(checker, &kept, one);
        else changed = true;
    }
    return changed ? union_of(checker, &kept) : type;
}

static const TypedDictItem *typed_dict_item(ClassInfo *cls, const Atom *key) {
    class_specials(cls);
    if (!cls->typed_dict) return NULL;
    uintptr_t index = (uintptr_t)map_get_pointer(&cls->typed_dict->by_key, key);
    return index ? &cls->typed_dict->items.items[index - 1] : NULL;
}

// "key" in x, for TypedDicts.
static const Type *narrow_key(Checker *checker, const Type *type, const Type *key, bool positive) {
    if (key->kind != TYPE_LITERAL || AS_LITERAL(key)->kind != LITERAL_STR) return type;
    TypeList kept = {0};
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        ClassInfo *cls = item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->is_typed_dict ? AS_INSTANCE(item)->cls : NULL;
        const TypedDictItem *found = cls ? typed_dict_item(cls, AS_LITERAL(key)->text) : NULL;
        if (cls && positive && !found && (cls->is_final || (cls->typed_dict && cls->typed_dict->is_closed))) continue;
        if (cls && positive && !found && type_item_count(type) > 1) continue;
        if (found && !positive && found->is_required) continue;
        keep(checker, &kept, raw);
    }
    return union_of(checker, &kept);
}

// The lengths for which `length(x) op number` has the outcome `positive`: from `least` to `most` (-1: without end). False: not one range.
static bool length_range(AstCompareOperator op, int64_t number, bool positive, int64_t *least, int64_t *most) {
    if (!positive) {
        static const AstCompareOperator opposite[] = {[AST_EQ] = AST_NOTEQ, [AST_NOTEQ] = AST_EQ, [AST_LT] = AST_GTE, [AST_LTE] = AST_GT, [AST_GT] = AST_LTE, [AST_GTE] = AST_LT};
        op = opposite[op];
    }
    *least = 0, *most = -1;
    switch (op) {
    case AST_EQ: *least = *most = number; return true;
    case AST_LT: *most = number - 1; return true;
    case AST_LTE: *most = number; return true;
    case AST_GT: *least = number + 1; return true;
    case AST_GTE: *least = number; return true;
    default: return false;
    }
}

// The variadic tuple with `extra` elements of its repeated part, and the repeated part itself behind them where `is_open`.
static const Type *tuple_of_length(Checker *checker, const TypeTuple *tuple, int64_t extra, bool is_open) {
    TypeList items = {0};
    for (uint32_t i = 0; i < tuple->count; i++) {
        bool repeats = (int32_t)i == tuple->variadic;
        for (int64_t n = repeats ? extra + is_open : 1; n > 0; n--) keep(checker, &items, tuple->items[i]);
    }
    return type_tuple(checker, items.items, items.count, is_open ? tuple->variadic + (int32_t)extra : -1);
}

enum { NARROW_MAX_LENGTH = 256, NARROW_MAX_LENGTHS = 64 }; // of tuples told apart by their length

static void narrow_variadic_length(Checker *checker, TypeList *kept, const Type *raw, const TypeTuple *tuple, int64_t least, int64_t most) {
    int64_t fixed = (int64_t)tuple->count - 1;
    if (most >= 0 && most < fixed) return;
    if (least < fixed) least = fixed;
    bool is_same = least == fixed && most < 0;
    if (is_same || tuple->items[tuple->variadic]->kind == TYPE_VAR_TUPLE || (most >= 0 && most - least >= NARROW_MAX_LENGTHS)) {
        keep(checker, kept, raw);
    } else if (most < 0) {
        keep(checker, kept, tuple_of_length(checker, tuple, least - fixed, true));
    } else {
        for (int64_t length = least; length <= most; length++) keep(checker, kept, tuple_of_length(checker, tuple, length - fixed, false));
    }
}

// len(x) against a number, for tuples.
static const Type *narrow_length(Checker *checker, const Type *type, AstCompareOperator op, int64_t number, bool positive) {
    int64_t least, most;
    if (op < AST_EQ || op > AST_GTE || number < 0 || number > NARROW_MAX_LENGTH) return type;
    bool is_range = length_range(op, number, positive, &least, &most);
    if (is_range && most == -1 && (op == AST_LT || op == AST_LTE) == positive) return never_type(checker); // len(x) < 0
    TypeList kept = {0};
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw), *shape = item;
        if (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->tuple_base) shape = type_specialise(checker, &AS_INSTANCE(item)->cls->tuple_base->head, item);
        const TypeTuple *tuple = shape->kind == TYPE_TUPLE ? AS_TUPLE(shape) : NULL;
        if (tuple && tuple->variadic >= 0 && !is_range && shape == item && number == (int64_t)tuple->count - 1) { // not the least it can have: it has more
            narrow_variadic_length(checker, &kept, raw, tuple, number + 1, -1);
            continue;
        }
        if (!tuple || (tuple->variadic >= 0 && (!is_range || shape != item))) {
            keep(checker, &kept, raw);
        } else if (tuple->variadic < 0) {
            int64_t length = tuple->count;
            bool holds = is_range ? length >= least && (most < 0 || length <= most) : length != number;
            if (holds) keep(checker, &kept, raw);
        } else {
            narrow_variadic_length(checker, &kept, raw, tuple, least, most);
        }
    }
    return union_of(checker, &kept);
}

// ---- unions told apart by a member ---------------------------------------------------------------------------------------------------------

static const Type *type_of_access(Unit *unit, const Type *item, const Ast *access) {
    Checker *checker = unit->checker;
    if (access->kind == AST_Attribute) return attribute_of(unit, NULL, item, attribute_name(unit, (const AstAttribute *)access), ATTRIBUTE_GET).type;
    const Type *key = infer_silently(unit, ((const AstSubscript *)access)->slice, NULL);
    if (key->kind != TYPE_LITERAL) return NULL;
    if (item->kind == TYPE_TUPLE && AS_LITERAL(key)->kind == LITERAL_INT) {
        const TypeTuple *tuple = AS_TUPLE(item);
        int64_t index = AS_LITERAL(key)->integer;
        if (tuple->variadic >= 0) return index >= 0 && index < tuple->variadic ? tuple->items[index] : NULL;
        if (index < 0) index += tuple->count;
        return index >= 0 && index < tuple->count ? tuple->items[index] : NULL;
    }
    if (item->kind != TYPE_INSTANCE) return NULL;
    ClassInfo *cls = AS_INSTANCE(item)->cls;
    if (cls->is_typed_dict && AS_LITERAL(key)->kind == LITERAL_STR) {
        const TypedDictItem *found = typed_dict_item(cls, AS_LITERAL(key)->text);
        return found ? type_specialise(checker, found->type, item) : NULL;
    }
    if (cls->tuple_base && AS_LITERAL(key)->kind == LITERAL_INT) return type_of_access(unit, type_specialise(checker, &cls->tuple_base->head, item), access);
    return NULL;
}

const Type *narrow_discriminated(Unit *unit, const Type *type, const Ast *access, const Type *value, bool positive, bool is_identity) {
    Checker *checker = unit->checker;
    value = type_expand_literals(checker, type_expand(checker, value));
    TYPE_EACH(one, value)
        if (!is_single_value(one)) return type;
    if (!positive && value->kind == TYPE_UNION) return type;
    ArenaMark mark = arena_mark(checker->scratch);
    TypeList kept = {0};
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw), *member = type_is_any(item) ? NULL : type_of_access(unit, item, access);
        bool keeps = true;
        if (member && !type_is_any(member)) {
            member = type_expand_literals(checker, type_expand(checker, member));
            bool possible = false, certain = true;
            TYPE_EACH(part, member) {
                TYPE_EACH(one, value) possible |= may_be(checker, part, one, is_identity) && (is_identity || is_single_value(part) || type_may_overlap(checker, part, one) || part->kind != TYPE_LITERAL);
                certain &= is_same_value(part, value);
            }
            keeps = positive ? possible : !certain;
        }
        if (keeps) keep(checker, &kept, raw);
    }
    type = union_of(checker, &kept);
    arena_release(checker->scratch, mark);
    return type;
}

// `x.tag in ("a", "b")`.
static const Type *narrow_member_in(Unit *unit, const Type *type, const Ast *access, const Type *container, bool positive) {
    container = type_expand(unit->checker, container);
    const Type *items = contained(unit->checker, container);
    if (!items || type_is_any(items)) return type;
    if (positive) return narrow_discriminated(unit, type, access, items, true, false);
    if (container->kind != TYPE_TUPLE || AS_TUPLE(container)->variadic >= 0) return type;
    TYPE_EACH(item, items) type = narrow_discriminated(unit, type, access, item, false, false);
    return type;
}

// ---- comparisons ---------------------------------------------------------------------------------------------------------------------------

static const Ast *argument_of(const Ast *node, const char *function) {
    if (node->kind != AST_Call) return NULL;
    const AstCall *call = (const AstCall *)node;
    if (call->func->kind != AST_Name || call->args.count != 1 || call->keywords.count || strcmp(((const AstName *)call->func)->id->text, function) != 0) return NULL;
    return call->args.items[0];
}

static bool accesses(Unit *unit, const FlowReference *reference, const Ast *node) {
    node = without_walrus(node);
    if (node->kind == AST_Attribute) return flow_reference(unit, ((const AstAttribute *)node)->value) == reference;
    if (node->kind == AST_Subscript) return flow_reference(unit, ((const AstSubscript *)node)->value) == reference;
    return false;
}

static AstCompareOperator swapped(AstCompareOperator op) {
    switch (op) {
    case AST_LT: return AST_GT;
    case AST_LTE: return AST_GTE;
    case AST_GT: return AST_LT;
    case AST_GTE: return AST_LTE;
    default: return op;
    }
}

static const Type *narrow_sides(Unit *unit, const FlowReference *reference, const Type *type, const Ast *left, AstCompareOperator op, const Ast *right, bool positive) {
    Checker *checker = unit->checker;
    const Ast *measured = argument_of(left, "len");
    if (measured && refers(unit, reference, measured)) {
        const Type *length = infer_silently(unit, right, NULL);
        if (length->kind == TYPE_LITERAL && AS_LITERAL(length)->kind == LITERAL_INT) return narrow_length(checker, type, op, AS_LITERAL(length)->integer, positive);
        return type;
    }
    if (op != AST_IS && op != AST_EQ) return type;
    bool is_identity = op == AST_IS;
    const Ast *object = argument_of(left, "type");
    if (object && refers(unit, reference, object)) return narrow_exact_class(checker, type, infer_silently(unit, right, NULL), positive);
    if (refers(unit, reference, left)) {
        if (is_none_constant(right)) return narrow_none(checker, type, positive);
        const Type *value = infer_silently(unit, right, NULL);
        if (is_identity && value->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(value)->is_exact) {
            TypeList filters = {0};
            bool is_exact = true;
            if (positive && filter_types(checker, value, &filters, &is_exact)) return narrow_subclass(checker, type, &filters, true, true);
            return type;
        }
        return narrow_equal(checker, type, value, positive, is_identity);
    }
    if (accesses(unit, reference, left)) {
        const Type *value = is_none_constant(right) ? none_type(checker) : infer_silently(unit, right, NULL);
        return narrow_discriminated(unit, type, without_walrus(left), value, positive, is_identity || is_none_constant(right));
    }
    return type;
}

static const Type *narrow_comparison(Unit *unit, const FlowReference *reference, const Type *type, const AstCompare *compare, bool positive) {
    if (compare->comparators.count != 1) return type;
    AstCompareOperator op = compare->ops[0];
    const Ast *left = compare->left, *right = compare->comparators.items[0];
    if (op == AST_ISNOT || op == AST_NOTEQ) {
        positive = !positive;
        op = op == AST_ISNOT ? AST_IS : AST_EQ;
    } else if (op == AST_NOTIN) {
        positive = !positive;
        op = AST_IN;
    }
    if (op == AST_IN) {
        if (refers(unit, reference, left)) return narrow_in(unit->checker, type, infer_silently(unit, right, NULL), positive);
        if (accesses(unit, reference, left)) return narrow_member_in(unit, type, without_walrus(left), infer_silently(unit, right, NULL), positive);
        if (refers(unit, reference, right)) return narrow_key(unit->checker, type, infer_silently(unit, left, NULL), positive);
        return type;
    }
    const Type *narrowed = narrow_sides(unit, reference, type, left, op, right, positive);
    return narrowed == type ? narrow_sides(unit, reference, type, right, swapped(op), left, positive) : narrowed;
}

// ---- calls, truth, aliases --------------------------------------------------------------------------------------------------------------------

// The second argument of isinstance, where `int | str`, `Union[int, str]`, an alias of them or a tuple with such items stands for a tuple of classes.
static const Type *filter_of(Unit *unit, const Ast *node, int depth) {
    Checker *checker = unit->checker;
    const Ast *parts[2] = {NULL};
    if (node->kind == AST_BinOp && ((const AstBinOp *)node)->op == AST_BITOR && depth < 50) {
        parts[0] = ((const AstBinOp *)node)->left, parts[1] = ((const AstBinOp *)node)->right;
        const Type *types[] = {filter_of(unit, parts[0], depth + 1), filter_of(unit, parts[1], depth + 1)};
        return type_tuple(checker, types, 2, -1);
    }
    if (node->kind == AST_Tuple && depth < 50) {
        const AstNodes *items = &((const AstTuple *)node)->elts;
        const Type **types = arena_array(checker->arena, const Type *, items->count + 1);
        for (uint32_t i = 0; i < items->count; i++) {
            if (items->items[i]->kind == AST_Starred) return infer_silently(unit, node, NULL);
            types[i] = filter_of(unit, items->items[i], depth + 1);
        }
        return type_tuple(checker, types, items->count, -1);
    }
    if (node->kind == AST_Subscript && depth < 50) {
        const Ast *form = ((const AstSubscript *)node)->value, *slice = ((const AstSubscript *)node)->slice;
        Entity entity = form->kind == AST_Name || form->kind == AST_Attribute ? entity_of(unit, node_scope(unit, form), form) : (Entity){0};
        if (entity.kind == ENTITY_FORM && entity.form == FORM_Union) return filter_of(unit, slice, depth + 1);
        if (entity.kind == ENTITY_FORM && entity.form == FORM_Optional) return type_tuple(checker, (const Type *[]){filter_of(unit, slice, depth + 1), checker->types.none}, 2, -1);
    }
    const Type *type = infer_silently(unit, node, NULL);
    if (type->kind != TYPE_INSTANCE || (node->kind != AST_Name && node->kind != AST_Attribute)) return type;
    Entity entity = entity_of(unit, node_scope(unit, node), node);
    if (entity.kind != ENTITY_ALIAS || entity.alias->is_syntax) return type;
    const Type *aliased = alias_type(entity.alias);
    aliased = aliased ? type_expand(checker, aliased) : NULL;
    if (!aliased || aliased->kind != TYPE_UNION) return type;
    const Type **types = arena_array(checker->arena, const Type *, type_item_count(aliased));
    uint32_t count = 0;
    TYPE_EACH(item, aliased) types[count++] = item->kind == TYPE_NONE ? item : type_class_object(checker, item, true);
    return type_tuple(checker, types, count, -1);
}

static const Type *narrow_call(Unit *unit, const FlowReference *reference, const Type *type, const AstCall *call, bool positive, int depth) {
    Checker *checker = unit->checker;
    if (!call->args.count || call->args.items[0]->kind == AST_Starred || !refers(unit, reference, call->args.items[0])) return type;
    if (call->func->kind == AST_Name) {
        const char *name = ((const AstName *)call->func)->id->text;
        bool is_instance = strcmp(name, "isinstance") == 0, is_subclass = strcmp(name, "issubclass") == 0;
        if ((is_instance || is_subclass) && call->args.count == 2) {
            const Type *filter = filter_of(unit, call->args.items[1], 0);
            return narrow_isinstance(checker, type, filter, positive, is_subclass);
        }
        if (strcmp(name, "callable") == 0 && call->args.count == 1) return narrow_callable(checker, type, positive);
        if (strcmp(name, "hasattr") == 0 && call->args.count == 2) return narrow_hasattr(unit, type, call->args.items[1], positive);
        if (strcmp(name, "bool") == 0 && call->args.count == 1 && !call->keywords.count) return narrow(unit, reference, type, call->args.items[0], positive, depth);
    }
    const Type *result = infer_silently(unit, &call->head, NULL);
    if (result->kind == TYPE_GUARD) return positive ? AS_WRAPPER(result)->inner : type;
    if (result->kind == TYPE_IS_GUARD) return positive ? type_intersect(checker, type, AS_WRAPPER(result)->inner) : type_subtract(checker, type, AS_WRAPPER(result)->inner);
    return type;
}

// `ok = x is None` once, x not assigned again: `if ok` narrows x.
static const Ast *aliased_condition(Unit *unit, const FlowReference *reference, const Ast *name) {
    ResolvedName resolved = resolve_name(unit, node_scope(unit, name), ((const AstName *)name)->id);
    if (!resolved.binding || resolved.is_outer || resolved.binding->declarations.count != 1) return NULL;
    const Declaration *declaration = resolved.binding->declarations.items[0];
    if (declaration->kind != DECLARE_VARIABLE || declaration->annotation || !declaration->value || !declaration->statement || declaration->statement->kind != AST_Assign) return NULL;
    Binding *root = binding_of_symbol(reference->unit, reference->symbol);
    if (!root || root->declarations.count != 1) return NULL;
    for (const FlowReference *part = reference; part->base; part = part->base)
        if (part->base->base || root->declarations.items[0]->kind != DECLARE_PARAMETER) return NULL; // a member of a parameter at most
    return declaration->value;
}

static const Type *narrow_boolean(Unit *unit, const FlowReference *reference, const Type *type, const AstBoolOp *operation, bool positive, int depth) {
    bool all = (operation->op == AST_AND) == positive; // every operand has the outcome `positive`
    if (all) {
        for (uint32_t i = 0; i < operation->values.count; i++) type = narrow(unit, reference, type, operation->values.items[i], positive, depth);
        return type;
    }
    TypeList kept = {0};
    const Type *so_far = type; // operands before had the other outcome
    for (uint32_t i = 0; i < operation->values.count; i++) {
        keep(unit->checker, &kept, narrow(unit, reference, so_far, operation->values.items[i], positive, depth));
        so_far = narrow(unit, reference, so_far, operation->values.items[i], !positive, depth);
    }
    return union_of(unit->checker, &kept);
}

static const Type *narrow(Unit *unit, const FlowReference *reference, const Type *type, const Ast *test, bool positive, int depth) {
    if (++depth > ALIAS_DEPTH * 4) return type;
    switch (test->kind) {
    case AST_UnaryOp:
        return ((const AstUnaryOp *)test)->op == AST_NOT ? narrow(unit, reference, type, ((const AstUnaryOp *)test)->operand, !positive, depth) : type;
    case AST_BoolOp: return narrow_boolean(unit, reference, type, (const AstBoolOp *)test, positive, depth);
    case AST_NamedExpr:
        if (flow_reference(unit, ((const AstNamedExpr *)test)->target) == reference) return positive ? type_remove_falsy(unit->checker, type) : type_remove_truthy(unit->checker, type);
        return narrow(unit, reference, type, ((const AstNamedExpr *)test)->value, positive, depth);
    case AST_Name: case AST_Attribute: case AST_Subscript: {
        if (flow_reference(unit, test) == reference) return positive ? type_remove_falsy(unit->checker, type) : type_remove_truthy(unit->checker, type);
        const Ast *condition = test->kind == AST_Name && depth < ALIAS_DEPTH ? aliased_condition(unit, reference, test) : NULL;
        if (condition) return narrow(unit, reference, type, condition, positive, depth);
        if (accesses(unit, reference, test) && type->kind == TYPE_UNION) { // `if x.ok:` with ok: Literal[True] / Literal[False]
            return narrow_discriminated(unit, type, test, type_literal_bool(unit->checker, true), positive, false);
        }
        return type;
    }
    case AST_Compare: return narrow_comparison(unit, reference, type, (const AstCompare *)test, positive);
    case AST_Call: return narrow_call(unit, reference, type, (const AstCall *)test, positive, depth);
    default: return type;
    }
}

const Type *narrow_condition(Unit *unit, const FlowReference *reference, const Type *type, const Ast *test, bool positive) {
    TreeArena *scratch = unit->checker->scratch;
    ArenaMark mark = arena_mark(scratch);
    const Type *narrowed = narrow(unit, reference, type, test, positive, 0);
    arena_release(scratch, mark);
    return narrowed;
}
