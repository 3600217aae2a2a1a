// Subscripts: tuple shapes, TypedDict keys, __getitem__, __setitem__, __delitem__, and generic classes with arguments.
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"
#include "typecheck/special_class.h"
#include <string.h>

// ---- tuples ---------------------------------------------------------------------------------------------------------------

static bool literal_index(Unit *unit, const Ast *node, int64_t *value) {
    const Type *type = infer(unit, node);
    if (type->kind != TYPE_LITERAL || (AS_LITERAL(type)->kind != LITERAL_INT && AS_LITERAL(type)->kind != LITERAL_BOOL)) return false;
    *value = AS_LITERAL(type)->integer;
    return true;
}

static const Type *item_of(Checker *checker, const TypeTuple *tuple, uint32_t i) { return tuple->items[i]->kind == TYPE_VAR_TUPLE ? object_type(checker) : tuple->items[i]; }

static const Type *all_items(Checker *checker, const TypeTuple *tuple) {
    const Type *whole = checker->types.never;
    for (uint32_t i = 0; i < tuple->count; i++) whole = type_union2(checker, whole, item_of(checker, tuple, i));
    return whole;
}

static const Type *tuple_item(Unit *unit, const Ast *node, const TypeTuple *tuple, int64_t index) {
    Checker *checker = unit->checker;
    if (tuple->variadic < 0) {
        int64_t at = index < 0 ? index + tuple->count : index;
        if (at >= 0 && at < tuple->count) return tuple->items[at];
        check_report0(unit, node, TUPLE_INDEX);
        return checker->types.unknown;
    }
    if (index >= 0 && index < tuple->variadic) return tuple->items[index];
    int64_t back = (int64_t)tuple->count - tuple->variadic - 1;
    if (index < 0 && -index <= back) return tuple->items[(int64_t)tuple->count + index];
    // somewhere in the repeated part or behind it
    const Type *whole = item_of(checker, tuple, (uint32_t)tuple->variadic);
    if (index >= 0)
        for (uint32_t i = (uint32_t)tuple->variadic + 1; i < tuple->count && (int64_t)i <= index + 1; i++) whole = type_union2(checker, whole, item_of(checker, tuple, i));
    else
        for (int64_t i = tuple->variadic - 1; i >= 0 && tuple->variadic - i <= -index - back; i--) whole = type_union2(checker, whole, item_of(checker, tuple, (uint32_t)i));
    return whole;
}

// t[a:b:step] of a tuple of a known length. NULL: not known.
static const Type *stepped_slice(Unit *unit, const TypeTuple *tuple, const AstSlice *slice, int64_t step) {
    int64_t count = tuple->count, start = step > 0 ? 0 : count - 1, stop = step > 0 ? count : -1;
    if (!step) return NULL;
    if (slice->lower) {
        if (!literal_index(unit, slice->lower, &start)) return NULL;
        if (start < 0) start += count;
        if (start < 0) start = step > 0 ? 0 : -1;
        if (start >= count) start = step > 0 ? count : count - 1;
    }
    if (slice->upper) {
        if (!literal_index(unit, slice->upper, &stop)) return NULL;
        if (stop < 0) stop += count;
        if (stop < 0) stop = -1;
        if (stop > count) stop = count;
    }
    const Type **items = arena_array(unit->checker->arena, const Type *, tuple->count + 1);
    uint32_t at = 0;
    for (int64_t i = start; (step > 0 ? i < stop : i > stop) && i >= 0 && i < count; ) {
        items[at++] = tuple->items[i];
        if (__builtin_add_overflow(i, step, &i)) break;
    }
    return type_tuple(unit->checker, items, at, -1);
}

// t[a:b] with literal ends. NULL: not known.
static const Type *tuple_slice(Unit *unit, const TypeTuple *tuple, const AstSlice *slice) {
    Checker *checker = unit->checker;
    int64_t start = 0, stop = tuple->count, step = 1;
    if (slice->step && !literal_index(unit, slice->step, &step)) return NULL;
    if (step != 1) return tuple->variadic < 0 ? stepped_slice(unit, tuple, slice, step) : NULL;
    if (slice->lower && !literal_index(unit, slice->lower, &start)) return NULL;
    if (slice->upper && !literal_index(unit, slice->upper, &stop)) return NULL;
    if (tuple->variadic >= 0) { // only what lies wholly before or behind the repeated part can be cut off
        if (slice->upper) {
            if (start >= 0 && stop >= 0 && stop <= tuple->variadic && start <= stop) return type_tuple(checker, tuple->items + start, (uint32_t)(stop - start), -1);
            if (start >= 0 && start <= tuple->variadic && stop < 0 && -stop <= (int64_t)tuple->count - tuple->variadic - 1)
                return type_tuple(checker, tuple->items + start, (uint32_t)((int64_t)tuple->count + stop - start), tuple->variadic - (int32_t)start);
            return NULL;
        }
        if (start >= 0 && start <= tuple->variadic) return type_tuple(checker, tuple->items + start, tuple->count - (uint32_t)start, tuple->variadic - (int32_t)start);
        if (start < 0 && -start <= (int64_t)tuple->count - tuple->variadic - 1) return type_tuple(checker, tuple->items + ((int64_t)tuple->count + start), (uint32_t)-start, -1);
        return NULL;
    }
    int64_t count = tuple->count;
    if (start < 0) start = start + count < 0 ? 0 : start + count;
    if (stop < 0) stop = stop + count < 0 ? 0 : stop + count;
    if (stop > count) stop = count;
    if (start > stop) start = stop;
    return type_tuple(checker, tuple->items + start, (uint32_t)(stop - start), -1);
}

static const Type *subscript_tuple(Unit *unit, const AstSubscript *node, const TypeTuple *tuple) {
    int64_t index;
    if (node->slice->kind == AST_Slice) {
        const Type *sliced = tuple_slice(unit, tuple, (const AstSlice *)node->slice);
        if (sliced) return sliced;
        infer(unit, node->slice);
        return type_tuple_of(unit->checker, all_items(unit->checker, tuple));
    }
    const Type *key = infer(unit, node->slice);
    if (key->kind == TYPE_UNION) { // several literals
        const Type *whole = unit->checker->types.never;
        bool all = true;
        TYPE_EACH(item, key) {
            if (item->kind == TYPE_LITERAL && AS_LITERAL(item)->kind == LITERAL_INT) whole = type_union2(unit->checker, whole, tuple_item(unit, &node->head, tuple, AS_LITERAL(item)->integer));
            else all = false;
        }
        if (all) return whole;
    }
    return literal_index(unit, node->slice, &index) ? tuple_item(unit, &node->head, tuple, index) : NULL;
}

// ---- TypedDict ----------------------------------------------------------------------------------------------------------------

static const TypedDictInfo *typed_dict_of(const Type *type) {
    if (type->kind != TYPE_INSTANCE || !AS_INSTANCE(type)->cls->is_typed_dict) return NULL;
    class_specials(AS_INSTANCE(type)->cls);
    return AS_INSTANCE(type)->cls->typed_dict;
}

static const TypedDictItem *find_item(const TypedDictInfo *info, const Atom *key) {
    uintptr_t at = (uintptr_t)map_get_pointer(&info->by_key, key);
    return at ? &info->items.items[at - 1] : NULL;
}

typedef enum KeyUse { KEY_READ, KEY_WRITE, KEY_DELETE } KeyUse;

static const Type *typed_dict_key(Unit *unit, const AstSubscript *node, const Type *receiver, const TypedDictInfo *info, const Type *key, KeyUse use) {
    Checker *checker = unit->checker;
    const char *name = AS_INSTANCE(receiver)->cls->name->text;
    const Type *whole = checker->types.never;
    TYPE_EACH(one, key) {
        if (type_is_any(one)) return checker->types.unknown;
        if (one->kind != TYPE_LITERAL || AS_LITERAL(one)->kind != LITERAL_STR) {
            const Type *values = type_assignable(checker, known_instance(checker, KNOWN_str), one) ? typed_dict_values(AS_INSTANCE(receiver)->cls, use != KEY_READ) : NULL;
            if (values) {
                whole = type_union2(checker, whole, type_specialise(checker, values, receiver));
                continue;
            }
            check_report(unit, node->slice, TYPED_DICT_LITERAL_KEY, diag_text(name));
            return checker->types.unknown;
        }
        const TypedDictItem *item = find_item(info, AS_LITERAL(one)->text);
        if (!item) {
            const Type *extra = info->extra_items && info->extra_items->kind != TYPE_NEVER ? info->extra_items : NULL;
            if (!extra) {
                explain_key(checker, check_report(unit, node->slice, TYPED_DICT_NO_KEY, diag_text(AS_LITERAL(one)->text->text), diag_text(name)), AS_INSTANCE(receiver)->cls, AS_LITERAL(one)->text);
                return checker->types.unknown;
            }
            if (use != KEY_READ && info->extra_read_only) check_report(unit, node, TYPED_DICT_READ_ONLY, diag_text(AS_LITERAL(one)->text->text));
            whole = type_union2(checker, whole, type_specialise(checker, extra, receiver));
            continue;
        }
        if (use != KEY_READ && item->is_read_only) check_report(unit, node, TYPED_DICT_READ_ONLY, diag_text(item->key->text));
        else if (use == KEY_DELETE && item->is_required) check_report(unit, node->slice, MISC, diag_text(check_text(checker, "Key \"%s\" of TypedDict \"%s\" cannot be deleted", item->key->text, name)));
        whole = type_union2(checker, whole, type_specialise(checker, item->type, receiver));
    }
    return whole;
}

// ---- reading ---------------------------------------------------------------------------------------------------------------------

// One plain parameter list: [index] where the index does not fit. False: not of that simple form.
static bool simple_index(Unit *unit, const AstSubscript *node, const Type *item, const Type *method, const Type **result) {
    if (method->kind != TYPE_CALLABLE || AS_CALLABLE(method)->variable_count || AS_CALLABLE(method)->count != 1 || AS_CALLABLE(method)->parameters[0].kind > PARAMETER_POSITIONAL_OR_KEYWORD) return false;
    const Type *wanted = AS_CALLABLE(method)->parameters[0].type, *given = infer_expression(unit, node->slice, wanted);
    if (!type_assignable(unit->checker, wanted, given)) check_report(unit, node->slice, INDEX_TYPE, diag_type(given), diag_type(item), diag_type(wanted));
    *result = callable_result(unit->checker, AS_CALLABLE(method));
    return true;
}

// `items["a":]`: the bounds of a slice of a built-in sequence are integers or None.
static void check_slice(Unit *unit, const Ast *slice, const Type *item) {
    static const KnownClass sequences[] = {KNOWN_list, KNOWN_tuple, KNOWN_str, KNOWN_bytes, KNOWN_bytearray};
    Checker *checker = unit->checker;
    const ClassInfo *cls = slice->kind == AST_Slice ? type_class(checker, item) : NULL;
    bool is_sequence = false;
    for (size_t i = 0; cls && i < sizeof sequences / sizeof *sequences; i++) is_sequence |= is_known(cls, sequences[i]);
    if (!is_sequence) return;
    const AstSlice *node = (const AstSlice *)slice;
    const Ast *parts[] = {node->lower, node->upper, node->step};
    for (int i = 0; i < 3; i++) {
        if (!parts[i] || (parts[i]->kind == AST_Constant && ((const AstConstant *)parts[i])->value.kind == AST_CONST_INT)) continue;
        TYPE_EACH(bound, type_expand(checker, infer(unit, parts[i]))) {
            const Type *upper = type_upper_bound(checker, type_expand(checker, bound));
            if (type_is_any(upper) || upper->kind == TYPE_NONE || upper->kind == TYPE_NEVER || dunder_method(checker, upper, checker_atom(checker, "__index__"))) continue;
            check_report(unit, parts[i], MISC, diag_text("Slice index must be an integer, SupportsIndex or None"));
            return;
        }
    }
}

static const Type *subscript_item(Unit *unit, const AstSubscript *node, const Type *item, const Type *whole) {
    Checker *checker = unit->checker;
    item = type_expand(checker, item);
    const Type *upper = type_upper_bound(checker, item);
    if (type_is_any(upper) || upper->kind == TYPE_NEVER) {
        infer(unit, node->slice);
        return upper;
    }
    const TypedDictInfo *typed = typed_dict_of(upper);
    if (typed) return typed_dict_key(unit, node, upper, typed, infer(unit, node->slice), KEY_READ);
    check_slice(unit, node->slice, upper);
    const Type *shape = upper->kind == TYPE_TUPLE ? upper : upper->kind == TYPE_INSTANCE && AS_INSTANCE(upper)->cls->tuple_base ? class_as_base(checker, upper, known_class(checker, KNOWN_tuple)) : upper->kind == TYPE_PARAM_SPEC_ARGS ? type_tuple_of(checker, object_type(checker)) : NULL;
    if (shape && shape->kind == TYPE_TUPLE && (upper->kind != TYPE_INSTANCE || !class_own_member(AS_INSTANCE(upper)->cls, checker->atoms->known[ATOM___getitem__], false))) {
        const Type *found = subscript_tuple(unit, node, AS_TUPLE(shape));
        if (found) return found;
    }
    if (upper->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(upper)->instance->kind == TYPE_INSTANCE && AS_INSTANCE(AS_CLASS_OBJECT(upper)->instance)->cls->is_enum) { // Color["RED"]
        ClassInfo *cls = AS_INSTANCE(AS_CLASS_OBJECT(upper)->instance)->cls;
        const Type *key = infer(unit, node->slice);
        class_specials(cls);
        if (key->kind == TYPE_LITERAL && AS_LITERAL(key)->kind == LITERAL_STR && cls->enumeration && map_get_pointer(&cls->enumeration->by_name, AS_LITERAL(key)->text))
            return type_make_implicit(checker, type_literal_enum(checker, cls, cls->enumeration->members.items[(uintptr_t)map_get_pointer(&cls->enumeration->by_name, AS_LITERAL(key)->text) - 1].name));
    }
    const Type *method = dunder_method(checker, item, checker->atoms->known[ATOM___getitem__]);
    if (!method && upper->kind == TYPE_CLASS_OBJECT) { // __class_getitem__ of an ordinary class
        AttributeResult hook = attribute_of(unit, NULL, upper, checker->atoms->known[ATOM___class_getitem__], ATTRIBUTE_GET);
        if (hook.type) {
            infer(unit, node->slice);
            return checker->types.unknown;
        }
    }
    if (!method) {
        infer(unit, node->slice);
        Diagnostic *diagnostic = check_report(unit, node, NOT_INDEXABLE, diag_type(item));
        if (item->kind == TYPE_NONE && whole->kind == TYPE_UNION) explain_none(unit, diagnostic, node->value);
        return checker->types.unknown;
    }
    report_deprecated_function(unit, &node->head, method);
    const Type *result;
    if (simple_index(unit, node, item, method, &result)) return result;
    CallArgument argument = {.node = node->slice};
    return infer_call_type(unit, &node->head, method, &argument, 1, NULL).type;
}

const Type *infer_subscript(Unit *unit, const AstSubscript *node, const Type *value, const Type *expected) {
    Checker *checker = unit->checker;
    (void)expected;
    value = type_expand(checker, value);
    if (value->kind == TYPE_VARIABLE && type_upper_bound(checker, value)->kind == TYPE_UNION) value = type_upper_bound(checker, value);
    const Type *result = checker->types.never;
    TYPE_EACH(item, value) result = type_union2(checker, result, subscript_item(unit, node, item, value));
    return result;
}

const Type *infer_subscript_expression(Unit *unit, const AstSubscript *node, const Type *expected) {
    Checker *checker = unit->checker;
    const Type *value = infer(unit, node->value);
    bool is_type = value->kind == TYPE_SPECIAL_FORM || value->kind == TYPE_CLASS_OBJECT || (value->kind == TYPE_INSTANCE && (is_known(AS_INSTANCE(value)->cls, KNOWN_TypeAliasType) || is_known(AS_INSTANCE(value)->cls, KNOWN_UnionType) || is_known(AS_INSTANCE(value)->cls, KNOWN_SpecialForm)));
    bool is_new_type = value->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(value)->is_exact && AS_CLASS_OBJECT(value)->instance->kind == TYPE_INSTANCE && AS_INSTANCE(AS_CLASS_OBJECT(value)->instance)->cls->is_new_type;
    if (is_new_type) {
        check_report(unit, node, NOT_INDEXABLE, diag_type(value));
        return checker->types.unknown;
    }
    bool is_enum = value->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(value)->instance->kind == TYPE_INSTANCE && AS_INSTANCE(AS_CLASS_OBJECT(value)->instance)->cls->is_enum;
    if (is_type && !is_enum) {
        const Type *meta = value->kind == TYPE_CLASS_OBJECT ? dunder_method(checker, value, checker->atoms->known[ATOM___getitem__]) : NULL;
        const Type *type = meta ? NULL : type_expression_value(unit, node, value);
        if (type) return type;
    }
    const Type *type = infer_subscript(unit, node, value, expected);
    return reads_value(unit, &node->head, node->ctx) ? infer_narrowed(unit, &node->head, type) : type;
}

// ---- storing and deleting ------------------------------------------------------------------------------------------------------------

static const Type *value_type(Unit *unit, const Ast *value, const Type *assigned, const Type *expected) {
    if (assigned && !value) return assigned;
    return value ? infer_expression(unit, value, expected) : unit->checker->types.unknown;
}

static const Type *store_simple(Unit *unit, const AstSubscript *target, const Type *item, const TypeCallable *method, const Ast *value, const Type *assigned) {
    Checker *checker = unit->checker;
    const Type *key = method->parameters[0].type, *wanted = method->parameters[1].type;
    const Type *index = infer_expression(unit, target->slice, key);
    if (!type_assignable(checker, key, index)) check_report(unit, target->slice, INDEX_TYPE, diag_type(index), diag_type(item), diag_type(key));
    const Type *given = value_type(unit, value, assigned, wanted);
    if (!type_assignable(checker, wanted, given)) {
        check_report(unit, value ? value : &target->head, INCOMPATIBLE_TARGET, diag_type(given), diag_type(wanted));
        return wanted;
    }
    return type_narrow_declared(checker, wanted, given);
}

// `d[k] = value` with one of several keys: the type of the item that does not take the value. NULL: each does.
static const Type *misfitting_item(Unit *unit, const TypedDictInfo *info, const Type *receiver, const Type *key, const Type *value) {
    TYPE_EACH(one, key) {
        const TypedDictItem *item = key->kind == TYPE_UNION && one->kind == TYPE_LITERAL && AS_LITERAL(one)->kind == LITERAL_STR ? find_item(info, AS_LITERAL(one)->text) : NULL;
        const Type *wanted = item ? type_specialise(unit->checker, item->type, receiver) : NULL;
        if (wanted && !type_assignable(unit->checker, wanted, value)) return wanted;
    }
    return NULL;
}

const Type *infer_subscript_store(Unit *unit, const AstSubscript *target, const Ast *value, const Type *assigned) {
    Checker *checker = unit->checker;
    const Type *receiver = type_expand(checker, infer(unit, target->value));
    if (receiver->kind == TYPE_VARIABLE && type_upper_bound(checker, receiver)->kind == TYPE_UNION) receiver = type_upper_bound(checker, receiver);
    const Type *stored = NULL;
    TYPE_EACH(item, receiver) {
        const Type *upper = type_upper_bound(checker, type_expand(checker, item));
        const Type *one;
        const TypedDictInfo *typed = typed_dict_of(upper);
        if (type_is_any(upper) || upper->kind == TYPE_NEVER) {
            infer(unit, target->slice);
            one = value_type(unit, value, assigned, NULL);
        } else if (typed) {
            const Type *wanted = typed_dict_key(unit, target, upper, typed, infer(unit, target->slice), KEY_WRITE);
            one = value_type(unit, value, assigned, type_is_any(wanted) ? NULL : wanted);
            const Type *key = infer(unit, target->slice), *misfit = type_assignable(checker, wanted, one) ? misfitting_item(unit, typed, upper, key, one) : wanted;
            if (misfit) {
                wanted = misfit;
                check_report(unit, value ? value : &target->head, TYPED_DICT_VALUE, diag_text(key->kind == TYPE_LITERAL ? AS_LITERAL(key)->text->text : "?"), diag_type(one), diag_type(wanted));
                one = wanted;
            } else if (!type_is_any(wanted)) {
                one = type_narrow_declared(checker, wanted, one);
            }
        } else {
            check_slice(unit, target->slice, upper);
            const Type *method = dunder_method(checker, item, checker->atoms->known[ATOM___setitem__]);
            if (method) report_deprecated_function(unit, &target->head, method);
            if (!method) {
                infer(unit, target->slice);
                one = value_type(unit, value, assigned, NULL);
                check_report(unit, target, NO_SET_ITEM, diag_type(item));
            } else if (method->kind == TYPE_CALLABLE && !AS_CALLABLE(method)->variable_count && AS_CALLABLE(method)->count == 2) {
                one = store_simple(unit, target, item, AS_CALLABLE(method), value, assigned);
            } else {
                CallArgument args[] = {{.node = target->slice}, {.node = value, .type = value ? NULL : assigned ? assigned : checker->types.unknown}};
                infer_call_type(unit, &target->head, method, args, 2, NULL);
                one = value_type(unit, value, assigned, NULL);
            }
        }
        stored = stored ? type_union2(checker, stored, one) : one;
    }
    return stored ? stored : checker->types.unknown;
}

void infer_subscript_delete(Unit *unit, const AstSubscript *target) {
    Checker *checker = unit->checker;
    const Type *receiver = type_expand(checker, infer(unit, target->value));
    TYPE_EACH(item, receiver) {
        const Type *upper = type_upper_bound(checker, type_expand(checker, item));
        const TypedDictInfo *typed = typed_dict_of(upper);
        if (type_is_any(upper)) {
            infer(unit, target->slice);
            continue;
        }
        if (typed) {
            typed_dict_key(unit, target, upper, typed, infer(unit, target->slice), KEY_DELETE);
            continue;
        }
        check_slice(unit, target->slice, upper);
        const Type *method = dunder_method(checker, item, checker_atom(checker, "__delitem__"));
        if (!method) {
            infer(unit, target->slice);
            check_report(unit, target, NO_ATTRIBUTE, diag_type(item), diag_text("__delitem__"));
            continue;
        }
        report_deprecated_function(unit, &target->head, method);
        CallArgument argument = {.node = target->slice};
        infer_call_type(unit, &target->head, method, &argument, 1, NULL);
    }
}
