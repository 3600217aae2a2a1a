// Narrowing by the patterns of match statements (language reference 8.6; flow.h): the subject after a pattern has matched or has not, and the types of
// what it captures.
#include "typecheck/flow_private.h"
#include "typecheck/infer.h"

static const Type *union_of(Checker *checker, const TypeList *list) { return type_union(checker, list->items, list->count); }
static void keep(Checker *checker, TypeList *list, const Type *type) { vec_push(checker->arena, list, type); }

// A walk over a pattern with what is known of its subject. `record`: the captures' types are noted.
typedef struct PatternWalk {
    Unit *unit;
    Checker *checker;
    bool record;
} PatternWalk;

static const Type *matched(const PatternWalk *walk, const Type *subject, const Ast *pattern);
static const Type *unmatched(const PatternWalk *walk, const Type *subject, const Ast *pattern);

static void note_capture(const PatternWalk *walk, const Ast *pattern, const Type *type) {
    if (!walk->record) return;
    FlowState *state = flow_state(walk->checker);
    map_set_pointer(walk->checker->arena, &state->captures, pattern, (void *)(uintptr_t)type);
}

// Whether the pattern matches every value of `type`.
static bool is_certain(const PatternWalk *walk, const Type *type, const Ast *pattern) {
    PatternWalk quiet = *walk;
    quiet.record = false;
    return unmatched(&quiet, type, pattern)->kind == TYPE_NEVER;
}

// ---- values --------------------------------------------------------------------------------------------------------------------------

static const Type *value_of_pattern(const PatternWalk *walk, const Ast *pattern) {
    if (pattern->kind == AST_MatchValue) return infer_silently(walk->unit, ((const AstMatchValue *)pattern)->value, NULL);
    switch (((const AstMatchSingleton *)pattern)->value.kind) {
    case AST_CONST_TRUE: return type_literal_bool(walk->checker, true);
    case AST_CONST_FALSE: return type_literal_bool(walk->checker, false);
    default: return none_type(walk->checker);
    }
}

static bool is_single(const Type *type) { return type->kind == TYPE_NONE || type->kind == TYPE_LITERAL; }
static bool is_same(const Type *a, const Type *b) { return a->kind == b->kind && (a->kind == TYPE_NONE || type_same_literal(a, b)); }

// One part of the subject against a value: kept as it is, as the value itself, or NULL: cannot match.
static const Type *match_value(const PatternWalk *walk, const Type *item, const Type *value, bool is_identity) {
    if (type_is_any(item)) return is_single(value) ? value : item;
    if (is_single(item) && is_single(value)) {
        if (is_same(item, value)) return item;
        const TypeLiteral *a = item->kind == TYPE_LITERAL ? AS_LITERAL(item) : NULL, *b = value->kind == TYPE_LITERAL ? AS_LITERAL(value) : NULL;
        bool numbers = a && b && (a->kind == LITERAL_INT || a->kind == LITERAL_BOOL) && (b->kind == LITERAL_INT || b->kind == LITERAL_BOOL);
        return numbers && !is_identity && a->integer == b->integer ? item : NULL;
    }
    if (type_assignable_with(walk->checker, item, value, NULL, NULL, RELATE_NO_PROMOTION)) return is_single(value) ? value : item;
    if (is_identity) return NULL;
    return type_may_overlap(walk->checker, item, value) ? item : NULL;
}

static const Type *matched_value(const PatternWalk *walk, const Type *subject, const Ast *pattern) {
    const Type *value = value_of_pattern(walk, pattern);
    TypeList kept = {0};
    TYPE_EACH(raw, type_expand_literals(walk->checker, subject)) {
        const Type *item = match_value(walk, type_expand(walk->checker, raw), value, pattern->kind == AST_MatchSingleton);
        if (item) keep(walk->checker, &kept, item);
    }
    return union_of(walk->checker, &kept);
}

static const Type *unmatched_value(const PatternWalk *walk, const Type *subject, const Ast *pattern) {
    const Type *value = value_of_pattern(walk, pattern);
    if (!is_single(value)) return subject;
    TypeList kept = {0};
    bool changed = false;
    TYPE_EACH(item, type_expand_literals(walk->checker, subject)) {
        if (is_same(item, value)) changed = true;
        else keep(walk->checker, &kept, item);
    }
    return changed ? union_of(walk->checker, &kept) : subject;
}

// ---- sequences --------------------------------------------------------------------------------------------------------------------------

static int star_of(const AstNodes *patterns) {
    for (uint32_t i = 0; i < patterns->count; i++)
        if (patterns->items[i]->kind == AST_MatchStar) return (int)i;
    return -1;
}

// str, bytes and bytearray are no sequences for patterns.
static bool is_text(Checker *checker, const Type *type) {
    static const KnownClass texts[] = {KNOWN_str, KNOWN_bytes, KNOWN_bytearray};
    ClassInfo *cls = type_class(checker, type);
    for (int i = 0; i < 3; i++)
        if (cls && known_class(checker, texts[i]) && class_derives(cls, known_class(checker, texts[i]))) return true;
    return false;
}

// The shape of a tuple with `count` items, its variadic part stretched or (`exact` false) kept at one item of unknown number; NULL: it cannot have so many.
static const TypeTuple *shape_for(Checker *checker, const TypeTuple *tuple, uint32_t count, int star) {
    uint32_t fixed = tuple->count - (tuple->variadic >= 0), needed = count - (star >= 0);
    if (tuple->variadic < 0) return star >= 0 ? (fixed >= needed ? tuple : NULL) : fixed == needed ? tuple : NULL;
    if (star < 0) {
        if (needed < fixed) return NULL;
        TypeList items = {0};
        for (uint32_t i = 0; i < tuple->count; i++)
            for (uint32_t n = (int32_t)i == tuple->variadic ? needed - fixed : 1; n > 0; n--) {
                const Type *item = tuple->items[i];
                keep(checker, &items, item->kind == TYPE_VAR_TUPLE ? object_type(checker) : item);
            }
        return AS_TUPLE(type_tuple(checker, items.items, items.count, -1));
    }
    return tuple;
}

// Type of the item at `index` of a tuple with a variadic part, counted from the front or (negative) from the back.
static const Type *item_from(Checker *checker, const TypeTuple *tuple, int64_t index) {
    if (tuple->variadic < 0) return tuple->items[index < 0 ? index + tuple->count : index];
    if (index >= 0 && index < tuple->variadic) return tuple->items[index];
    int64_t after = (int64_t)tuple->count - 1 - tuple->variadic;
    if (index < 0 && -index <= after) return tuple->items[tuple->count + index];
    // Within the variadic part, or behind it: any of what follows.
    TypeList items = {0};
    if (index >= 0) {
        for (uint32_t i = (uint32_t)tuple->variadic; i < tuple->count; i++) keep(checker, &items, tuple->items[i]);
    } else {
        for (uint32_t i = 0; i <= (uint32_t)tuple->variadic; i++) keep(checker, &items, tuple->items[i]);
    }
    return type_union(checker, items.items, items.count);
}

static const Type *list_of(Checker *checker, const Type *item) { return known_instance1(checker, KNOWN_list, item); }

static void match_star(const PatternWalk *walk, const Ast *star, const Type *item) { note_capture(walk, star, list_of(walk->checker, item)); }

// A tuple whose shape fits: the tuple of what its items become; NULL: an item cannot match.
static const Type *match_tuple(const PatternWalk *walk, const TypeTuple *tuple, const AstNodes *patterns, int star) {
    Checker *checker = walk->checker;
    TypeList items = {0};
    bool possible = true;
    for (uint32_t i = 0; i < patterns->count; i++) {
        if ((int)i == star) {
            TypeList between = {0};
            if (tuple->variadic < 0) {
                for (uint32_t k = i; k < tuple->count - (patterns->count - 1 - i); k++) {
                    keep(checker, &between, tuple->items[k]);
                    keep(checker, &items, tuple->items[k]);
                }
            } else {
                uint32_t before = (uint32_t)star, after = patterns->count - 1 - (uint32_t)star;
                for (uint32_t k = 0; k < tuple->count; k++)
                    if ((int32_t)k == tuple->variadic || (k >= before && (int64_t)k < (int64_t)tuple->count - after)) keep(checker, &between, tuple->items[k]);
            }
            match_star(walk, patterns->items[i], type_widen_literal(checker, union_of(checker, &between), true));
            continue;
        }
        const Type *item = star < 0 || (int)i < star ? item_from(checker, tuple, i) : item_from(checker, tuple, (int64_t)i - patterns->count);
        const Type *narrowed = matched(walk, item, patterns->items[i]);
        possible &= narrowed->kind != TYPE_NEVER;
        keep(checker, &items, narrowed);
    }
    if (!possible) return NULL;
    if (star >= 0 && tuple->variadic >= 0) return &tuple->head;
    return type_tuple(checker, items.items, items.count, -1);
}

// What the items of a sequence that is no tuple are; NULL: it is none.
static const Type *sequence_items(const PatternWalk *walk, const Type *item) {
    Checker *checker = walk->checker;
    if (type_is_any(item)) return item;
    if (is_text(checker, item)) return NULL;
    ClassInfo *sequence = known_class(checker, KNOWN_Sequence);
    const Type *base = sequence ? class_as_base(checker, item, sequence) : NULL;
    return base && base->kind == TYPE_INSTANCE && AS_INSTANCE(base)->count ? AS_INSTANCE(base)->args[0] : NULL;
}

static const TypeTuple *as_tuple_shape(const PatternWalk *walk, const Type *item) {
    if (item->kind == TYPE_TUPLE) return AS_TUPLE(item);
    if (item->kind != TYPE_INSTANCE || !AS_INSTANCE(item)->cls->tuple_base) return NULL;
    const Type *shape = type_specialise(walk->checker, &AS_INSTANCE(item)->cls->tuple_base->head, item);
    return shape->kind == TYPE_TUPLE ? AS_TUPLE(shape) : NULL;
}

// Lets the captures inside see `item`; whether every item pattern can match it.
static bool match_items(const PatternWalk *walk, const Type *item, const AstNodes *patterns) {
    bool possible = true;
    for (uint32_t i = 0; i < patterns->count; i++) {
        if (patterns->items[i]->kind == AST_MatchStar) match_star(walk, patterns->items[i], item);
        else possible &= matched(walk, item, patterns->items[i])->kind != TYPE_NEVER;
    }
    return possible;
}

static const Type *matched_sequence(const PatternWalk *walk, const Type *subject, const AstNodes *patterns) {
    Checker *checker = walk->checker;
    int star = star_of(patterns);
    TypeList kept = {0}, tuple_items = {0};
    // Captures are noted once, with what all parts of the union give together.
    PatternWalk quiet = *walk;
    quiet.record = false;
    TypeList parts = {0};
    TYPE_EACH(raw, subject) {
        const Type *item = type_upper_bound(checker, type_expand(checker, raw));
        const TypeTuple *tuple = as_tuple_shape(walk, item), *shape = tuple ? shape_for(checker, tuple, patterns->count, star) : NULL;
        if (tuple) {
            const Type *narrowed = shape ? match_tuple(&quiet, shape, patterns, star) : NULL;
            if (narrowed) {
                keep(checker, &kept, item->kind == TYPE_TUPLE ? narrowed : item);
                keep(checker, &parts, &shape->head);
            }
            continue;
        }
        const Type *items = sequence_items(walk, item);
        if (items) {
            if (match_items(&quiet, items, patterns)) {
                keep(checker, &kept, item);
                keep(checker, &parts, type_tuple_of(checker, items));
            }
        } else if (is_known(type_class(checker, item), KNOWN_object) || (item->kind == TYPE_INSTANCE && !is_text(checker, item) && known_class(checker, KNOWN_Sequence) &&
                                                                        class_derives(known_class(checker, KNOWN_Sequence), AS_INSTANCE(item)->cls))) {
            // object, Iterable[T], Collection[T]...: it is a Sequence then (of an object nobody knows what is in it).
            const Type *narrowed = type_intersect(checker, item, known_instance1(checker, KNOWN_Sequence, item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->count ? AS_INSTANCE(item)->args[0] : unknown_type(checker)));
            const Type *inner = sequence_items(walk, narrowed);
            if (!inner) inner = unknown_type(checker);
            keep(checker, &kept, narrowed);
            keep(checker, &parts, type_tuple_of(checker, inner));
        }
    }
    if (walk->record)
        for (uint32_t i = 0; i < patterns->count; i++) {
            tuple_items.count = 0;
            for (uint32_t k = 0; k < parts.count; k++) {
                const TypeTuple *tuple = AS_TUPLE(parts.items[k]);
                if ((int)i != star) {
                    keep(checker, &tuple_items, star < 0 || (int)i < star ? item_from(checker, tuple, i) : item_from(checker, tuple, (int64_t)i - patterns->count));
                } else if (tuple->variadic >= 0) {
                    for (uint32_t n = 0; n < tuple->count; n++)
                        if ((int32_t)n == tuple->variadic || (n >= (uint32_t)star && n < tuple->count - (patterns->count - 1 - (uint32_t)star))) keep(checker, &tuple_items, tuple->items[n]);
                } else {
                    for (uint32_t n = (uint32_t)star; n < tuple->count - (patterns->count - 1 - (uint32_t)star); n++) keep(checker, &tuple_items, tuple->items[n]);
                }
            }
            const Type *item = union_of(checker, &tuple_items);
            if ((int)i == star) match_star(walk, patterns->items[i], type_widen_literal(checker, item, true));
            else matched(walk, item, patterns->items[i]);
        }
    return union_of(checker, &kept);
}

static const Type *unmatched_sequence(const PatternWalk *walk, const Type *subject, const AstNodes *patterns) {
    Checker *checker = walk->checker;
    int star = star_of(patterns);
    TypeList kept = {0};
    TYPE_EACH(raw, subject) {
        const Type *item = type_expand(checker, raw);
        const TypeTuple *tuple = as_tuple_shape(walk, item);
        bool certain = false;
        if (tuple && tuple->variadic < 0 && shape_for(checker, tuple, patterns->count, star)) {
            // All items but one certain: that one is narrowed. (a, b) against (1, _): a is not 1.
            uint32_t uncertain = 0, which = 0;
            for (uint32_t i = 0; i < patterns->count; i++) {
                if ((int)i == star) continue;
                const Type *part = star < 0 || (int)i < star ? item_from(checker, tuple, i) : item_from(checker, tuple, (int64_t)i - patterns->count);
                if (!is_certain(walk, part, patterns->items[i])) uncertain++, which = i;
            }
            certain = uncertain == 0;
            if (uncertain == 1 && item->kind == TYPE_TUPLE && star < 0) {
                TypeList items = {0};
                for (uint32_t i = 0; i < tuple->count; i++) keep(checker, &items, i == which ? unmatched(walk, tuple->items[i], patterns->items[i]) : tuple->items[i]);
                keep(checker, &kept, type_tuple(checker, items.items, items.count, -1));
                continue;
            }
        } else if (!tuple && star >= 0 && patterns->count == 1) {
            certain = sequence_items(walk, item) != NULL && !type_is_any(item); // [*_] matches every sequence
        } else if (tuple && tuple->variadic >= 0 && star >= 0 && patterns->count == 1) {
            certain = true;
        }
        if (!certain) keep(checker, &kept, raw);
    }
    return union_of(checker, &kept);
}

// ---- mappings --------------------------------------------------------------------------------------------------------------------------

static const TypedDictItem *typed_dict_item(ClassInfo *cls, const Type *key) {
    class_specials(cls);
    if (!cls->typed_dict || key->kind != TYPE_LITERAL || AS_LITERAL(key)->kind != LITERAL_STR) return NULL;
    uintptr_t index = (uintptr_t)map_get_pointer(&cls->typed_dict->by_key, AS_LITERAL(key)->text);
    return index ? &cls->typed_dict->items.items[index - 1] : NULL;
}

// Type of `item[key]` for a mapping; NULL: it has no such key, or is no mapping.
static const Type *mapped(const PatternWalk *walk, const Type *item, const Type *key) {
    Checker *checker = walk->checker;
    if (type_is_any(item)) return item;
    if (item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->is_typed_dict) {
        const TypedDictItem *found = typed_dict_item(AS_INSTANCE(item)->cls, key);
        return found ? type_specialise(checker, found->type, item) : NULL;
    }
    ClassInfo *mapping = known_class(checker, KNOWN_Mapping);
    const Type *base = mapping ? class_as_base(checker, item, mapping) : NULL;
    return base && base->kind == TYPE_INSTANCE && AS_INSTANCE(base)->count == 2 ? AS_INSTANCE(base)->args[1] : NULL;
}

static bool is_mapping(const PatternWalk *walk, const Type *item) {
    ClassInfo *mapping = known_class(walk->checker, KNOWN_Mapping);
    return type_is_any(item) || (item->kind == TYPE_INSTANCE && (AS_INSTANCE(item)->cls->is_typed_dict || (mapping && class_as_base(walk->checker, item, mapping))));
}

static const Type *matched_mapping(const PatternWalk *walk, const Type *subject, const AstMatchMapping *pattern) {
    Checker *checker = walk->checker;
    PatternWalk quiet = *walk;
    quiet.record = false;
    TypeList kept = {0};
    TYPE_EACH(raw, subject) {
        const Type *item = type_upper_bound(checker, type_expand(checker, raw));
        if (is_known(type_class(checker, item), KNOWN_object)) item = known_instance2(checker, KNOWN_Mapping, unknown_type(checker), unknown_type(checker));
        if (!is_mapping(walk, item)) continue;
        bool possible = true;
        for (uint32_t i = 0; i < pattern->keys.count && possible; i++) {
            const Type *value = mapped(walk, item, infer_silently(walk->unit, pattern->keys.items[i], NULL));
            possible = value && matched(&quiet, value, pattern->patterns.items[i])->kind != TYPE_NEVER;
        }
        if (possible) keep(checker, &kept, item);
    }
    const Type *result = union_of(checker, &kept);
    if (!walk->record) return result;
    for (uint32_t i = 0; i < pattern->keys.count; i++) {
        const Type *key = infer_silently(walk->unit, pattern->keys.items[i], NULL);
        TypeList values = {0};
        TYPE_EACH(item, result) {
            const Type *value = mapped(walk, item, key);
            if (value) keep(checker, &values, value);
        }
        matched(walk, union_of(checker, &values), pattern->patterns.items[i]);
    }
    if (pattern->rest) {
        const Type *key = object_type(checker), *value = object_type(checker);
        ClassInfo *mapping = known_class(checker, KNOWN_Mapping);
        if (type_is_any(result)) key = value = result;
        else if (result->kind == TYPE_INSTANCE && !AS_INSTANCE(result)->cls->is_typed_dict) {
            const Type *base = mapping ? class_as_base(checker, result, mapping) : NULL;
            if (base && base->kind == TYPE_INSTANCE && AS_INSTANCE(base)->count == 2) key = AS_INSTANCE(base)->args[0], value = AS_INSTANCE(base)->args[1];
        } else {
            key = known_instance(checker, KNOWN_str);
        }
        note_capture(walk, &pattern->head, known_instance2(checker, KNOWN_dict, key, value));
    }
    return result;
}

static const Type *unmatched_mapping(const PatternWalk *walk, const Type *subject, const AstMatchMapping *pattern) {
    Checker *checker = walk->checker;
    TypeList kept = {0};
    TYPE_EACH(raw, subject) {
        const Type *item = type_expand(checker, raw);
        bool certain = is_mapping(walk, item) && !type_is_any(item);
        for (uint32_t i = 0; i < pattern->keys.count && certain; i++) {
            const TypedDictItem *found = item->kind == TYPE_INSTANCE && AS_INSTANCE(item)->cls->is_typed_dict
                                             ? typed_dict_item(AS_INSTANCE(item)->cls, infer_silently(walk->unit, pattern->keys.items[i], NULL))
                                             : NULL;
            certain = found && found->is_required && is_certain(walk, type_specialise(checker, found->type, item), pattern->patterns.items[i]);
        }
        if (!certain) keep(checker, &kept, raw);
    }
    return union_of(checker, &kept);
}

// ---- classes --------------------------------------------------------------------------------------------------------------------------

// Classes whose single positional pattern matches the object itself.
static bool matches_itself(Checker *checker, const ClassInfo *cls) {
    static const KnownClass classes[] = {KNOWN_bool, KNOWN_bytearray, KNOWN_bytes, KNOWN_dict, KNOWN_float, KNOWN_frozenset, KNOWN_int, KNOWN_list, KNOWN_set, KNOWN_str, KNOWN_tuple};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (known_class(checker, classes[i]) && class_derives(cls, known_class(checker, classes[i]))) return true;
    return false;
}

// Name of the attribute that positional pattern `index` asks for; NULL: not known.
static const Atom *positional_name(const PatternWalk *walk, const Type *type, uint32_t index) {
    const Type *names = attribute_of(walk->unit, NULL, type, checker_atom(walk->checker, "__match_args__"), ATTRIBUTE_GET).type;
    if (!names || names->kind != TYPE_TUPLE || AS_TUPLE(names)->variadic >= 0 || index >= AS_TUPLE(names)->count) return NULL;
    const Type *name = AS_TUPLE(names)->items[index];
    return name->kind == TYPE_LITERAL && AS_LITERAL(name)->kind == LITERAL_STR ? AS_LITERAL(name)->text : NULL;
}

static const Type *attribute_type(const PatternWalk *walk, const Type *item, const Atom *name) {
    if (!name || type_is_any(item)) return unknown_type(walk->checker);
    const Type *type = attribute_of(walk->unit, NULL, item, name, ATTRIBUTE_GET).type;
    return type ? type : unknown_type(walk->checker);
}

// The type that sub-pattern `index` (positional first, then keywords) sees. Positions are named by the pattern's class, not by the object's.
static const Type *subpattern_subject(const PatternWalk *walk, const Type *item, const AstMatchClass *pattern, uint32_t index) {
    if (index >= pattern->patterns.count) return attribute_type(walk, item, pattern->kwd_attrs.items[index - pattern->patterns.count]);
    const Type *named_by = infer_silently(walk->unit, pattern->cls, NULL);
    if (named_by->kind != TYPE_CLASS_OBJECT) named_by = item;
    const Atom *name = type_is_any(item) ? NULL : positional_name(walk, named_by, index);
    if (!name && index == 0) {
        ClassInfo *cls = type_class(walk->checker, item);
        if (cls && matches_itself(walk->checker, cls)) return item;
    }
    return attribute_type(walk, item, name);
}
static const Ast *subpattern(const AstMatchClass *pattern, uint32_t index) {
    return index < pattern->patterns.count ? pattern->patterns.items[index] : pattern->kwd_patterns.items[index - pattern->patterns.count];
}
static uint32_t subpattern_count(const AstMatchClass *pattern) { return pattern->patterns.count + pattern->kwd_patterns.count; }

static bool is_intersection(const Type *type) { return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_intersection && AS_INSTANCE(type)->cls->base_count == 2; }

// `case Leaf()` of a `Leaf | Node` means the Leaf, not some class that derives from both.
static const Type *without_intersections(Checker *checker, const Type *type) {
    TypeList kept = {0};
    TYPE_EACH(item, type)
        if (!is_intersection(item)) keep(checker, &kept, item);
    return kept.count ? union_of(checker, &kept) : type;
}

static const Type *matched_class(const PatternWalk *walk, const Type *subject, const AstMatchClass *pattern) {
    Checker *checker = walk->checker;
    const Type *filter = infer_silently(walk->unit, pattern->cls, NULL);
    const Type *narrowed;
    if (filter->kind == TYPE_CLASS_OBJECT || filter->kind == TYPE_SPECIAL_FORM) narrowed = without_intersections(checker, narrow_isinstance(checker, subject, filter, true, false));
    else narrowed = unknown_type(checker);
    PatternWalk quiet = *walk;
    quiet.record = false;
    TypeList kept = {0};
    uint32_t count = subpattern_count(pattern);
    TYPE_EACH(item, narrowed) {
        bool possible = true;
        for (uint32_t i = 0; i < count && possible; i++) possible = matched(&quiet, subpattern_subject(walk, item, pattern, i), subpattern(pattern, i))->kind != TYPE_NEVER;
        if (possible) keep(checker, &kept, item);
    }
    const Type *result = union_of(checker, &kept);
    if (walk->record)
        for (uint32_t i = 0; i < count; i++) {
            TypeList subjects = {0};
            TYPE_EACH(item, result) keep(checker, &subjects, subpattern_subject(walk, item, pattern, i));
            matched(walk, union_of(checker, &subjects), subpattern(pattern, i));
        }
    return result;
}

static const Type *unmatched_class(const PatternWalk *walk, const Type *subject, const AstMatchClass *pattern) {
    Checker *checker = walk->checker;
    const Type *filter = infer_silently(walk->unit, pattern->cls, NULL);
    if (filter->kind != TYPE_CLASS_OBJECT) return subject;
    uint32_t count = subpattern_count(pattern);
    if (!count) return narrow_isinstance(checker, subject, filter, false, false);
    TypeList kept = {0};
    TYPE_EACH(item, subject) {
        bool certain = !type_is_any(item) && narrow_isinstance(checker, item, filter, false, false)->kind == TYPE_NEVER;
        for (uint32_t i = 0; i < count && certain; i++) {
            const Type *part = subpattern_subject(walk, item, pattern, i);
            certain = is_certain(walk, part, subpattern(pattern, i));
        }
        if (!certain) keep(checker, &kept, item);
    }
    return union_of(checker, &kept);
}

// ---- all patterns ----------------------------------------------------------------------------------------------------------------------

static const Type *matched(const PatternWalk *walk, const Type *subject, const Ast *pattern) {
    subject = type_expand(walk->checker, subject);
    switch (pattern->kind) {
    case AST_MatchValue: case AST_MatchSingleton: return matched_value(walk, subject, pattern);
    case AST_MatchSequence: return matched_sequence(walk, subject, &((const AstMatchSequence *)pattern)->patterns);
    case AST_MatchMapping: return matched_mapping(walk, subject, (const AstMatchMapping *)pattern);
    case AST_MatchClass: return matched_class(walk, subject, (const AstMatchClass *)pattern);
    case AST_MatchAs: {
        const AstMatchAs *as = (const AstMatchAs *)pattern;
        const Type *type = as->pattern ? matched(walk, subject, as->pattern) : subject;
        if (as->name) note_capture(walk, pattern, type);
        return type;
    }
    case AST_MatchOr: {
        const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
        TypeList kept = {0};
        for (uint32_t i = 0; i < patterns->count; i++) {
            keep(walk->checker, &kept, matched(walk, subject, patterns->items[i]));
            subject = unmatched(walk, subject, patterns->items[i]);
        }
        return union_of(walk->checker, &kept);
    }
    default: return subject;
    }
}

static const Type *unmatched(const PatternWalk *walk, const Type *subject, const Ast *pattern) {
    subject = type_expand(walk->checker, subject);
    switch (pattern->kind) {
    case AST_MatchValue: case AST_MatchSingleton: return unmatched_value(walk, subject, pattern);
    case AST_MatchSequence: return unmatched_sequence(walk, subject, &((const AstMatchSequence *)pattern)->patterns);
    case AST_MatchMapping: return unmatched_mapping(walk, subject, (const AstMatchMapping *)pattern);
    case AST_MatchClass: return unmatched_class(walk, subject, (const AstMatchClass *)pattern);
    case AST_MatchAs: return ((const AstMatchAs *)pattern)->pattern ? unmatched(walk, subject, ((const AstMatchAs *)pattern)->pattern) : never_type(walk->checker);
    case AST_MatchOr: {
        const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
        for (uint32_t i = 0; i < patterns->count; i++) subject = unmatched(walk, subject, patterns->items[i]);
        return subject;
    }
    default: return never_type(walk->checker);
    }
}

const Type *narrow_pattern(Unit *unit, const Type *subject, const Ast *pattern, bool positive) {
    PatternWalk walk = {unit, unit->checker, false};
    return positive ? matched(&walk, subject, pattern) : unmatched(&walk, subject, pattern);
}

const Type *match_subject_type(Unit *unit, const AstMatch *match, const Astmatch_case *which) {
    Checker *checker = unit->checker;
    FlowState *state = flow_state(checker);
    const void *key = which ? (const void *)which : (const void *)match;
    const Type *known = map_get_pointer(&state->subjects, key);
    if (known) return known;
    uint32_t incomplete = checker->incomplete, end = 0, start;
    while (end < match->cases.count && match->cases.items[end] != (const Ast *)which) end++;
    const Type *subject = NULL; // goes on from the nearest case before that is known
    for (start = end; start > 0 && !subject; start--) subject = map_get_pointer(&state->subjects, match->cases.items[start - 1]);
    if (!subject) subject = infer_silently(unit, match->subject, NULL);
    for (uint32_t i = start; i < end; i++) {
        const Astmatch_case *one = (const Astmatch_case *)match->cases.items[i];
        if (!one->guard) subject = narrow_pattern(unit, subject, one->pattern, false);
    }
    if (checker->incomplete == incomplete) map_set_pointer(checker->arena, &state->subjects, key, (void *)(uintptr_t)subject);
    return subject;
}

const Type *pattern_capture_type(Unit *unit, const Ast *capture) {
    Checker *checker = unit->checker;
    FlowState *state = flow_state(checker);
    const Type *known = map_get_pointer(&state->captures, capture);
    if (known) return known;
    const Ast *one = capture;
    while (one && one->kind != AST_match_case) one = node_parent(unit, one);
    if (!one) return unknown_type(checker);
    const AstMatch *match = (const AstMatch *)node_parent(unit, one);
    uint32_t incomplete = checker->incomplete;
    PatternWalk walk = {unit, checker, true};
    matched(&walk, match_subject_type(unit, match, (const Astmatch_case *)one), ((const Astmatch_case *)one)->pattern);
    known = map_get_pointer(&state->captures, capture);
    if (checker->incomplete != incomplete) map_set_pointer(checker->arena, &state->captures, capture, NULL);
    return known ? known : never_type(checker); // inside of a pattern that cannot match
}

// ---- subjects that are not the reference itself --------------------------------------------------------------------------------------------

const Type *narrow_tuple_subject(Unit *unit, const FlowReference *reference, const Type *type, const AstTuple *subject, const Ast *pattern, bool positive) {
    Checker *checker = unit->checker;
    TypeList items = {0};
    int which = -1;
    for (uint32_t i = 0; i < subject->elts.count; i++) {
        const Ast *element = subject->elts.items[i];
        if (element->kind == AST_Starred) return type;
        bool is_it = which < 0 && flow_reference(unit, element) == reference;
        if (is_it) which = (int)i;
        keep(checker, &items, is_it ? type : infer_silently(unit, element, NULL));
    }
    if (which < 0) return type;
    const Type *narrowed = narrow_pattern(unit, type_tuple(checker, items.items, items.count, -1), pattern, positive);
    if (narrowed->kind == TYPE_NEVER) return narrowed;
    TypeList parts = {0};
    TYPE_EACH(one, narrowed) {
        if (one->kind != TYPE_TUPLE || AS_TUPLE(one)->variadic >= 0 || (uint32_t)which >= AS_TUPLE(one)->count) return type;
        keep(checker, &parts, AS_TUPLE(one)->items[which]);
    }
    return union_of(checker, &parts);
}

const Type *narrow_by_discriminating_case(Unit *unit, const FlowReference *reference, const Type *type, const Ast *subject, const Ast *pattern, bool positive) {
    const Ast *object = subject->kind == AST_Attribute ? ((const AstAttribute *)subject)->value : subject->kind == AST_Subscript ? ((const AstSubscript *)subject)->value : NULL;
    if (!object || flow_reference(unit, object) != reference) return type;
    PatternWalk walk = {unit, unit->checker, false};
    if (pattern->kind == AST_MatchValue || pattern->kind == AST_MatchSingleton) return narrow_discriminated(unit, type, subject, value_of_pattern(&walk, pattern), positive, pattern->kind == AST_MatchSingleton);
    if (pattern->kind != AST_MatchOr) return type;
    const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
    TypeList kept = {0};
    for (uint32_t i = 0; i < patterns->count; i++) {
        const Type *narrowed = narrow_by_discriminating_case(unit, reference, type, subject, patterns->items[i], positive);
        if (!positive) type = narrowed;
        else keep(unit->checker, &kept, narrowed);
    }
    return positive ? union_of(unit->checker, &kept) : type;
}

// ---- errors ----------------------------------------------------------------------------------------------------------------------------

// `case C(a, b, x=c)`: no more positional patterns than names in __match_args__, and none that a keyword repeats.
static void check_positional(Unit *unit, const AstMatchClass *match, const Type *instance) {
    Checker *checker = unit->checker;
    ClassInfo *cls = type_class(checker, instance);
    const Type *names = cls ? attribute_of(unit, NULL, instance, checker_atom(checker, "__match_args__"), ATTRIBUTE_GET).type : NULL;
    bool fixed = names && names->kind == TYPE_TUPLE && AS_TUPLE(names)->variadic < 0;
    uint32_t allowed = fixed ? AS_TUPLE(names)->count : cls && matches_itself(checker, cls) ? 1 : 0;
    if (cls && !cls->has_unknown_base && (fixed || !names) && match->patterns.count > allowed) {
        check_report(unit, &match->head, MISC, diag_text(check_text(checker, "Too many positional patterns for class pattern")));
        return;
    }
    PatternWalk walk = {unit, checker, false};
    for (uint32_t i = 0; fixed && i < match->patterns.count; i++) {
        const Atom *name = positional_name(&walk, instance, i);
        for (uint32_t k = 0; name && k < match->kwd_attrs.count; k++)
            if (match->kwd_attrs.items[k] == name) check_report(unit, match->kwd_patterns.items[k], MISC, diag_text(check_text(checker, "Keyword \"%s\" already matches a positional pattern", name->text)));
    }
}

void pattern_check_unmatched(Unit *unit, const Ast *pattern) {
    if (pattern->kind == AST_MatchClass) {
        const AstMatchClass *match = (const AstMatchClass *)pattern;
        Entity entity = entity_of(unit, node_scope(unit, match->cls), match->cls);
        if (entity.kind == ENTITY_CLASS && match->patterns.count) check_positional(unit, match, type_instance(unit->checker, entity.cls, NULL, 0));
        for (uint32_t i = 0; i < subpattern_count(match); i++) pattern_check_unmatched(unit, subpattern(match, i));
    } else if (pattern->kind == AST_MatchAs && ((const AstMatchAs *)pattern)->pattern) {
        pattern_check_unmatched(unit, ((const AstMatchAs *)pattern)->pattern);
    } else if (pattern->kind == AST_MatchOr) {
        const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
        for (uint32_t i = 0; i < patterns->count; i++) pattern_check_unmatched(unit, patterns->items[i]);
    }
}

// Classes that isinstance() does not take are none for a pattern either.
static void check_pattern_class(Unit *unit, const Ast *node, const Type *filter) {
    const Type *instance = filter->kind == TYPE_CLASS_OBJECT && AS_CLASS_OBJECT(filter)->is_exact ? AS_CLASS_OBJECT(filter)->instance : NULL;
    const ClassInfo *cls = instance && instance->kind == TYPE_INSTANCE ? AS_INSTANCE(instance)->cls : NULL;
    if (!cls) return;
    if (cls->is_typed_dict) check_report(unit, node, MISC, diag_text("Cannot use a TypedDict type in a class pattern"));
    else if (cls->is_new_type) check_report(unit, node, MISC, diag_text("Cannot use a NewType type in a class pattern"));
    else if (cls->is_protocol && !cls->is_runtime_checkable) check_report(unit, node, MISC, diag_text("Only @runtime_checkable protocols can be used in class patterns"));
}

void pattern_check(Unit *unit, const Type *subject, const Ast *pattern) {
    Checker *checker = unit->checker;
    if (pattern->kind == AST_MatchValue) {
        infer(unit, ((const AstMatchValue *)pattern)->value);
    } else if (pattern->kind == AST_MatchClass) {
        const AstMatchClass *match = (const AstMatchClass *)pattern;
        const Type *filter = infer(unit, match->cls);
        check_pattern_class(unit, match->cls, filter);
        PatternWalk walk = {unit, checker, false};
        const Type *narrowed = matched(&walk, subject, pattern);
        if (filter->kind == TYPE_CLASS_OBJECT && match->patterns.count) {
            check_positional(unit, match, AS_CLASS_OBJECT(filter)->instance);
        } else if (filter->kind != TYPE_CLASS_OBJECT && filter->kind != TYPE_SPECIAL_FORM && !type_is_any(filter) && filter->kind != TYPE_UNION && filter->kind != TYPE_INSTANCE) {
            check_report(unit, match->cls, MISC, diag_text("Expected type in class pattern"));
        }
        for (uint32_t i = 0; i < subpattern_count(match); i++) {
            TypeList subjects = {0};
            TYPE_EACH(item, narrowed) keep(checker, &subjects, subpattern_subject(&walk, item, match, i));
            pattern_check(unit, union_of(checker, &subjects), subpattern(match, i));
        }
    } else if (pattern->kind == AST_MatchAs && ((const AstMatchAs *)pattern)->pattern) {
        pattern_check(unit, subject, ((const AstMatchAs *)pattern)->pattern);
    } else if (pattern->kind == AST_MatchOr) {
        const AstNodes *patterns = &((const AstMatchOr *)pattern)->patterns;
        for (uint32_t i = 0; i < patterns->count; i++) pattern_check(unit, subject, patterns->items[i]);
    } else if (pattern->kind == AST_MatchSequence) {
        const AstNodes *patterns = &((const AstMatchSequence *)pattern)->patterns;
        for (uint32_t i = 0; i < patterns->count; i++) pattern_check(unit, unknown_type(checker), patterns->items[i]);
    } else if (pattern->kind == AST_MatchMapping) {
        const AstMatchMapping *mapping = (const AstMatchMapping *)pattern;
        for (uint32_t i = 0; i < mapping->keys.count; i++) infer(unit, mapping->keys.items[i]);
        for (uint32_t i = 0; i < mapping->patterns.count; i++) pattern_check(unit, unknown_type(checker), mapping->patterns.items[i]);
    }
}
