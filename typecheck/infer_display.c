// Displays: lists, sets, dicts, tuples, and what an expected type says about their items.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"

// ---- expected types ---------------------------------------------------------------------------------------------------

bool expected_arguments(Checker *checker, ClassInfo *cls, const Type *expected, const Type **args) {
    expected = type_expand(checker, expected);
    if (!cls || type_is_any(expected) || !cls->type_param_count) return false;
    const Type *own = type_self_instance(checker, cls);
    if (expected->kind == TYPE_INSTANCE && AS_INSTANCE(expected)->cls == cls) {
        for (uint32_t i = 0; i < cls->type_param_count; i++) args[i] = AS_INSTANCE(expected)->args[i];
        return true;
    }
    if (expected->kind != TYPE_INSTANCE || expected == object_type(checker)) return false;
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, own, cls->type_params, cls->type_param_count);
    bool fits = type_assignable_with(checker, expected, fresh, &solver, NULL, RELATE_KEEP_LITERAL);
    if (fits) {
        uint32_t known = 0;
        for (uint32_t i = 0; i < cls->type_param_count; i++) {
            const Type *solution = solver_solution(&solver, cls->type_params[i]);
            args[i] = solution && !(solution->flags & TYPE_HAS_FRESH && !(expected->flags & TYPE_HAS_FRESH)) ? solution : checker->types.unknown;
            if (solution) known++;
        }
        fits = known > 0;
    }
    solver_end(&solver);
    return fits;
}

// ---- lists and sets ------------------------------------------------------------------------------------------------------

static const Type *item_type(Unit *unit, const Ast *item, const Type *expected) {
    if (item->kind != AST_Starred) return infer_expression(unit, item, expected);
    const Ast *value = ((const AstStarred *)item)->value;
    const Type *hint = expected ? known_instance1(unit->checker, KNOWN_Iterable, expected) : NULL;
    return infer_iterated(unit, value, infer_expression(unit, value, hint), false);
}

// All items with one expected type: fits? Silent; the caller repeats what it keeps.
static bool items_fit(Unit *unit, const AstNodes *items, const Type *expected) {
    for (uint32_t i = 0; i < items->count; i++)
        if (!type_assignable(unit->checker, expected, item_type(unit, items->items[i], expected))) return false;
    return true;
}

static const Type *join_of_items(Unit *unit, const AstNodes *items, const Type *hint) {
    Checker *checker = unit->checker;
    if (!items->count) return checker->types.unknown;
    if (items->count > 64 && !hint) { // long tables of constants: most repeat
        const Type *joined = NULL;
        for (uint32_t i = 0; i < items->count; i++) {
            const Type *type = type_widen_literal(checker, item_type(unit, items->items[i], NULL), true);
            if (joined != type) joined = joined ? type_union2(checker, joined, type) : type;
        }
        return joined;
    }
    const Type **types = arena_array(checker->arena, const Type *, items->count);
    const Type *first = NULL;
    for (uint32_t i = 0; i < items->count; i++) {
        const Type *expected = hint;
        if (!expected && first && uses_expected(items->items[i]) && !(first->flags & TYPE_HAS_ANY)) expected = first; // [[1], []]
        types[i] = type_widen_literal(checker, item_type(unit, items->items[i], expected), true);
        if (hint && type_is_any(types[i])) types[i] = hint; // beside items that don't fit, an Any must not make the whole fit
        if (!first) first = types[i];
    }
    if (!hint && first->flags & TYPE_HAS_UNKNOWN && items->count > 1) { // [[], [1]]
        for (uint32_t i = 1; i < items->count; i++)
            if (!(types[i]->flags & TYPE_HAS_UNKNOWN) && uses_expected(items->items[0])) {
                types[0] = type_widen_literal(checker, item_type(unit, items->items[0], types[i]), true);
                break;
            }
    }
    return type_join(checker, types, items->count);
}

const Type *infer_list(Unit *unit, const Ast *node, const AstNodes *items, KnownClass known, const Type *expected) {
    Checker *checker = unit->checker;
    (void)node;
    ClassInfo *cls = known_class(checker, known);
    const Type *args[16], *hint = NULL;
    if (expected && cls) {
        TYPE_EACH(item, type_expand(checker, expected)) {
            if (!expected_arguments(checker, cls, item, args)) continue;
            const Type *wanted = args[0];
            if (type_is_any(wanted)) {
                for (uint32_t i = 0; i < items->count; i++) item_type(unit, items->items[i], NULL);
                return known_instance1(checker, known, wanted);
            }
            Speculation trial = speculation_start(checker);
            bool fits = items_fit(unit, items, wanted);
            speculation_end(checker, trial);
            if (fits) {
                items_fit(unit, items, wanted); // aloud, if it is
                return known_instance1(checker, known, wanted);
            }
            if (!hint && !(wanted->flags & TYPE_HAS_FRESH)) hint = wanted;
        }
    }
    const Type *item = join_of_items(unit, items, hint);
    return known_instance1(checker, known, hint ? item : type_make_open(checker, item, true));
}

// ---- tuples -------------------------------------------------------------------------------------------------------------------

static const Type *tuple_with(Unit *unit, const AstTuple *node, const TypeTuple *expected) {
    Checker *checker = unit->checker;
    uint32_t count = node->elts.count;
    const Type **items = arena_array(checker->arena, const Type *, count);
    for (uint32_t i = 0; i < count; i++) {
        const Ast *item = node->elts.items[i];
        if (item->kind == AST_Starred) {
            const Ast *value = ((const AstStarred *)item)->value;
            const Type *type = type_expand(checker, infer(unit, value));
            const Type *shape = type->kind == TYPE_TUPLE || type->kind == TYPE_INSTANCE ? class_as_base(checker, type_as_instance(checker, type), known_class(checker, KNOWN_tuple)) : NULL;
            if (type->kind == TYPE_PARAM_SPEC_ARGS) shape = type_tuple_of(checker, object_type(checker));
            if (!shape || shape->kind != TYPE_TUPLE) shape = type_tuple_of(checker, infer_iterated(unit, value, type, false));
            items[i] = type_wrap(checker, TYPE_UNPACKED, shape);
            continue;
        }
        const Type *hint = NULL;
        if (expected) {
            if (expected->variadic < 0) hint = i < expected->count ? expected->items[i] : NULL;
            else if (i < (uint32_t)expected->variadic) hint = expected->items[i];
            else if (count - i < expected->count - (uint32_t)expected->variadic) hint = expected->items[expected->count - (count - i)];
            else hint = expected->items[expected->variadic];
            if (hint && hint->kind == TYPE_VAR_TUPLE) hint = NULL;
        }
        const Type *type = infer_expression(unit, item, hint);
        // what is expected to be a literal is one for good
        items[i] = hint && type->flags & TYPE_HAS_IMPLICIT && !(hint->flags & TYPE_HAS_IMPLICIT) && !type_assignable(checker, hint, type_widen_literal(checker, type, true)) && type_assignable(checker, hint, type) ? type_make_explicit(checker, type) : type;
    }
    return type_tuple(checker, items, count, -1);
}

const Type *infer_tuple(Unit *unit, const AstTuple *node, const Type *expected) {
    Checker *checker = unit->checker;
    if (!expected) return tuple_with(unit, node, NULL);
    const Type *first = NULL;
    expected = type_expand(checker, expected);
    if (expected->kind == TYPE_UNION) { // the first item it fits
        TYPE_EACH(item, expected) {
            if (item->kind != TYPE_TUPLE) continue;
            Speculation trial = speculation_start(checker);
            const Type *type = tuple_with(unit, node, AS_TUPLE(item));
            bool failed = speculation_end(checker, trial);
            if (!failed && type_assignable(checker, item, type)) return tuple_with(unit, node, AS_TUPLE(item));
            if (!first) first = item;
        }
        if (!first) {
            TYPE_EACH(item, expected)
                if (item->kind == TYPE_INSTANCE && !first) first = item;
        }
        if (!first) return tuple_with(unit, node, NULL);
        expected = first;
    }
    if (expected->kind == TYPE_TUPLE) return tuple_with(unit, node, AS_TUPLE(expected));
    const Type *args[16];
    ClassInfo *cls = known_class(checker, KNOWN_tuple);
    if (expected->kind == TYPE_INSTANCE && cls) { // Iterable[float], Sequence[...]
        Solver solver;
        solver_start(checker, &solver);
        const Type *fresh = solver_instantiate_variables(&solver, cls->type_params[0], cls->type_params, 1);
        const Type *solution = NULL;
        if (type_assignable_with(checker, expected, type_tuple_of(checker, fresh), &solver, NULL, RELATE_KEEP_LITERAL)) solution = solver_solution(&solver, cls->type_params[0]);
        solver_end(&solver);
        if (solution && !type_is_any(solution)) {
            const Type *shape = type_tuple_of(checker, solution);
            return tuple_with(unit, node, AS_TUPLE(shape));
        }
    }
    (void)args;
    return tuple_with(unit, node, NULL);
}

// ---- dicts --------------------------------------------------------------------------------------------------------------------

typedef struct Pair {
    const Type *key, *value;
} Pair;

// Key and value types of entry i; `**other` gives those of the mapping.
static Pair entry_types(Unit *unit, const AstDict *node, uint32_t i, const Type *key_hint, const Type *value_hint) {
    Checker *checker = unit->checker;
    const Ast *key = node->keys.items[i], *value = node->values.items[i];
    if (key) return (Pair){infer_expression(unit, key, key_hint), infer_expression(unit, value, value_hint)};
    const Type *hint = key_hint && value_hint ? known_instance2(checker, KNOWN_Mapping, key_hint, value_hint) : NULL;
    const Type *type = infer_expression(unit, value, hint);
    if (type_is_any(type)) return (Pair){checker->types.unknown, checker->types.unknown};
    if (type->kind == TYPE_PARAM_SPEC_KWARGS) return (Pair){known_instance(checker, KNOWN_str), object_type(checker)};
    ClassInfo *protocol = known_class(checker, KNOWN_Keys), *use = protocol ? protocol : known_class(checker, KNOWN_Mapping);
    Pair pair = {checker->types.unknown, checker->types.unknown};
    if (!use || use->type_param_count < 2) return pair;
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, type_self_instance(checker, use), use->type_params, use->type_param_count);
    if (type_assignable_with(checker, fresh, type_upper_bound(checker, type), &solver, NULL, RELATE_KEEP_LITERAL)) {
        const Type *k = solver_solution(&solver, use->type_params[0]), *v = solver_solution(&solver, use->type_params[1]);
        if (k && v) pair = (Pair){k, v};
    } else {
        check_report(unit, value, ARGUMENT_TYPE, diag_type(type), diag_text("SupportsKeysAndGetItem[Any, Any]"), diag_text("1"), diag_text("\"update\" of \"dict\""));
    }
    solver_end(&solver);
    return pair;
}

static bool entries_fit(Unit *unit, const AstDict *node, const Type *key, const Type *value) {
    for (uint32_t i = 0; i < node->values.count; i++) {
        Pair pair = entry_types(unit, node, i, key, value);
        if (!type_assignable(unit->checker, key, pair.key) || !type_assignable(unit->checker, value, pair.value)) return false;
    }
    return true;
}

static bool is_typed_dict(const Type *type) { return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_typed_dict; }

// The TypedDict of a union that the display fits, or the only one; NULL: none.
static const Type *pick_typed_dict(Unit *unit, const AstDict *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *only = NULL;
    uint32_t candidates = 0;
    TYPE_EACH(item, expected) {
        const Type *expanded = type_expand(checker, item);
        if (!is_typed_dict(expanded)) continue;
        candidates++;
        Speculation trial = speculation_start(checker);
        infer_typed_dict_display(unit, node, expanded);
        if (!speculation_end(checker, trial)) return expanded;
        only = expanded;
    }
    if (candidates == 1) {
        TYPE_EACH(item, expected) // another item may take a plain dict
            if (!is_typed_dict(type_expand(checker, item)) && item->kind != TYPE_NONE) only = NULL;
    }
    return candidates == 1 ? only : NULL;
}

const Type *infer_dict(Unit *unit, const AstDict *node, const Type *expected) {
    Checker *checker = unit->checker;
    ClassInfo *cls = known_class(checker, KNOWN_dict);
    const Type *key_hint = NULL, *value_hint = NULL;
    if (expected) {
        expected = type_expand(checker, expected);
        const Type *typed = pick_typed_dict(unit, node, expected);
        if (typed) return infer_typed_dict_display(unit, node, typed);
        TYPE_EACH(item, expected) {
            const Type *args[16];
            if (is_typed_dict(item) || !expected_arguments(checker, cls, item, args)) continue;
            Speculation trial = speculation_start(checker);
            bool fits = entries_fit(unit, node, args[0], args[1]);
            speculation_end(checker, trial);
            if (fits) {
                entries_fit(unit, node, args[0], args[1]);
                return known_instance2(checker, KNOWN_dict, args[0], args[1]);
            }
            if (!key_hint && !((args[0]->flags | args[1]->flags) & TYPE_HAS_FRESH)) key_hint = args[0], value_hint = args[1];
        }
    }
    uint32_t count = node->values.count;
    if (!count) return known_instance2(checker, KNOWN_dict, checker->types.unknown, checker->types.unknown);
    const Type *key = NULL, *value = NULL;
    for (uint32_t i = 0; i < count; i++) {
        const Type *hint = value_hint;
        if (!hint && value && node->keys.items[i] && uses_expected(node->values.items[i]) && !(value->flags & TYPE_HAS_ANY)) hint = value;
        Pair pair = entry_types(unit, node, i, key_hint, hint);
        const Type *k = type_widen_literal(checker, pair.key, true), *v = type_widen_literal(checker, pair.value, true);
        if (key_hint && type_is_any(k)) k = key_hint; // as in a list
        if (value_hint && type_is_any(v)) v = value_hint;
        const Type *keys[] = {key, k}, *values[] = {value, v};
        key = !key || key == k ? k : type_join(checker, keys, 2);
        value = !value || value == v ? v : type_join(checker, values, 2);
    }
    if (!value_hint) key = type_make_open(checker, key, true), value = type_make_open(checker, value, true);
    return known_instance2(checker, KNOWN_dict, key, value);
}

// ---- a dict display against a TypedDict ------------------------------------------------------------------------------------------

static const Atom *string_key(Unit *unit, const Ast *key) {
    const Type *type = infer(unit, key);
    return type->kind == TYPE_LITERAL && AS_LITERAL(type)->kind == LITERAL_STR ? AS_LITERAL(type)->text : NULL;
}

static const TypedDictItem *find_item(const TypedDictInfo *info, const Atom *key) {
    uintptr_t at = (uintptr_t)map_get_pointer(&info->by_key, key);
    return at ? &info->items.items[at - 1] : NULL;
}

static void check_item_value(Unit *unit, const Ast *value, const Atom *key, const Type *wanted) {
    const Type *given = infer_expression(unit, value, wanted);
    if (type_assignable(unit->checker, wanted, given)) return;
    check_report(unit, value, TYPED_DICT_ITEM_TYPE, diag_type(given), diag_text(key->text), diag_type(wanted));
}

const Type *infer_typed_dict_display(Unit *unit, const AstDict *node, const Type *expected) {
    Checker *checker = unit->checker;
    ClassInfo *cls = AS_INSTANCE(expected)->cls;
    class_specials(cls);
    const TypedDictInfo *info = cls->typed_dict;
    if (!info) return expected;
    // A generic TypedDict under solving: its arguments come from the values.
    Solver solver;
    bool *seen = arena_array(checker->arena, bool, info->items.count + 1);
    bool open_ended = false;
    solver_start(checker, &solver);
    for (uint32_t i = 0; i < node->values.count; i++) {
        const Ast *key_node = node->keys.items[i], *value = node->values.items[i];
        if (!key_node) { // **other: another TypedDict, or anything
            const Type *other = type_expand(checker, infer(unit, value));
            if (!is_typed_dict(other)) {
                open_ended = true;
                if (!type_is_any(other)) check_report(unit, value, TYPED_DICT_UNPACK, diag_type(other), diag_text(cls->name->text));
                continue;
            }
            class_specials(AS_INSTANCE(other)->cls);
            const TypedDictInfo *given = AS_INSTANCE(other)->cls->typed_dict;
            for (uint32_t k = 0; given && k < given->items.count; k++) {
                const TypedDictItem *from = &given->items.items[k], *to = find_item(info, from->key);
                if (!to) continue;
                if (from->is_required) seen[to - info->items.items] = true;
                const Type *wanted = type_specialise(checker, to->type, expected), *have = type_specialise(checker, from->type, other);
                if (!type_assignable(checker, wanted, have)) check_report(unit, value, TYPED_DICT_ITEM_TYPE, diag_type(have), diag_text(to->key->text), diag_type(wanted));
            }
            continue;
        }
        const Atom *key = string_key(unit, key_node);
        if (!key) {
            infer(unit, value);
            open_ended = true;
            check_report(unit, key_node, TYPED_DICT_LITERAL_KEY, diag_text(cls->name->text));
            continue;
        }
        const TypedDictItem *item = find_item(info, key);
        if (!item) {
            const Type *extra = info->extra_items && info->extra_items->kind != TYPE_NEVER ? type_specialise(checker, info->extra_items, expected) : NULL;
            if (extra) check_item_value(unit, value, key, extra);
            else {
                infer(unit, value);
                explain_key(unit->checker, check_report(unit, key_node, TYPED_DICT_EXTRA_KEY, diag_text(key->text), diag_text(cls->name->text)), cls, key);
            }
            continue;
        }
        seen[item - info->items.items] = true;
        check_item_value(unit, value, key, type_specialise(checker, item->type, expected));
    }
    solver_end(&solver);
    for (uint32_t i = 0; i < info->items.count && !open_ended; i++)
        if (info->items.items[i].is_required && !seen[i]) {
            check_report(unit, node, TYPED_DICT_MISSING_KEY, diag_text(info->items.items[i].key->text), diag_text(cls->name->text));
            break;
        }
    return expected;
}

// ---- which items are wrong --------------------------------------------------------------------------------------------------------

static bool check_items(Unit *unit, const AstNodes *items, const Type *wanted, bool is_set) {
    Checker *checker = unit->checker;
    bool found = false;
    for (uint32_t i = 0; i < items->count; i++) {
        const Ast *item = items->items[i];
        if (item->kind == AST_Starred) continue;
        if (display_items_check(unit, item, wanted)) {
            found = true;
            continue;
        }
        checker->silent++;
        const Type *type = item_type(unit, item, wanted);
        checker->silent--;
        if (type_assignable(checker, wanted, type)) continue;
        found = true;
        if (is_set) check_report(unit, item, ARGUMENT_TYPE, diag_type(type), diag_type(wanted), diag_text(check_text(checker, "%u", i + 1)), diag_text("<set>"));
        else check_report(unit, item, LIST_ITEM, diag_int((int)i), diag_type(type), diag_type(wanted));
    }
    return found;
}

static bool check_entries(Unit *unit, const AstDict *node, const Type *key, const Type *value) {
    Checker *checker = unit->checker;
    bool found = false;
    for (uint32_t i = 0; i < node->values.count; i++) {
        if (!node->keys.items[i]) continue;
        checker->silent++;
        Pair pair = entry_types(unit, node, i, key, value);
        checker->silent--;
        bool key_fits = type_assignable(checker, key, pair.key);
        if (key_fits && type_assignable(checker, value, pair.value)) continue;
        found = true;
        if (key_fits && display_items_check(unit, node->values.items[i], value)) continue;
        check_report(unit, node->keys.items[i], DICT_ITEM, diag_int((int)i), diag_text(check_text(checker, "\"%s\": \"%s\"", type_show(checker, pair.key, false), type_show(checker, pair.value, false))),
                     diag_text(check_text(checker, "\"%s\": \"%s\"", type_show(checker, key, false), type_show(checker, value, false))));
    }
    return found;
}

bool display_items_check(Unit *unit, const Ast *node, const Type *dest) {
    Checker *checker = unit->checker;
    KnownClass known = node->kind == AST_List ? KNOWN_list : node->kind == AST_Set ? KNOWN_set : KNOWN_dict;
    if (known == KNOWN_dict && node->kind != AST_Dict) return false;
    ClassInfo *cls = known_class(checker, known);
    const Type *only = NULL, *args[16];
    TYPE_EACH(item, type_expand(checker, dest)) { // `list[int] | None`: one item that such a display could be
        item = type_expand(checker, item);
        if (!cls || cls->type_param_count > 16 || (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->is_typed_dict) || !expected_arguments(checker, cls, item, args)) continue;
        if (only) return false;
        only = item;
    }
    if (!only || !expected_arguments(checker, cls, only, args)) return false;
    if (node->kind == AST_Dict) return check_entries(unit, (const AstDict *)node, args[0], args[1]);
    return check_items(unit, node->kind == AST_List ? &((const AstList *)node)->elts : &((const AstSet *)node)->elts, args[0], node->kind == AST_Set);
}
