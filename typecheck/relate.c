// Assignability: the dispatch over kinds, caches, unions, class instances and tuples. Callables and protocols: relate_callable.c, relate_protocol.c.
#include "typecheck/relate_private.h"
#include <string.h>

// ---- explaining -----------------------------------------------------------------------------------------------------

bool relate_fail(Checker *checker, RelateTrace *trace, const char *format, ...) {
    if (!trace || trace->lines.count > 8) return false;
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_alloc(checker->arena, (size_t)(size < 0 ? 0 : size) + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    vec_push(checker->arena, &trace->lines, text);
    return false;
}

static bool fail_types(Checker *checker, RelateTrace *trace, const Type *dest, const Type *source) {
    if (!trace) return false;
    return relate_fail(checker, trace, "\"%s\" is not assignable to \"%s\"", type_show(checker, source, false), type_show(checker, dest, false));
}

// ---- tuples ---------------------------------------------------------------------------------------------------------

static const Type *repeated_item(Checker *checker, const Type *item) { return item->kind == TYPE_VAR_TUPLE ? object_type(checker) : item; }

// A slice of a tuple's items as a pack.
static const Type *pack_of(Checker *checker, const TypeTuple *tuple, uint32_t from, uint32_t to) {
    int32_t variadic = tuple->variadic >= (int32_t)from && tuple->variadic < (int32_t)to ? tuple->variadic - (int32_t)from : -1;
    return type_tuple(checker, tuple->items + from, to - from, variadic);
}

static bool relate_items(Relation *r, const Type *dest, const Type *source, uint32_t index) {
    Relation inner = *r;
    inner.flags &= ~RELATE_PACK_ARGUMENT;
    if (r->flags & RELATE_PACK_ARGUMENT ? relate_invariant(&inner, dest, source) : relate(&inner, dest, source)) return true;
    return relate_fail(r->checker, r->trace, "tuple item %u: \"%s\" is not assignable to \"%s\"", index + 1, r->trace ? type_show(r->checker, source, false) : "", r->trace ? type_show(r->checker, dest, false) : "");
}

// tuple[int, *Ts] is given where the pack is to be solved: it is what stands in its place in `dest`.
static bool relate_from_pack(Relation *r, const TypeTuple *dest, const TypeTuple *source) {
    uint32_t front = (uint32_t)source->variadic, back = source->count - front - 1;
    if (dest->count < front + back || (dest->variadic >= 0 && (dest->variadic < (int32_t)front || (uint32_t)dest->variadic >= dest->count - back)))
        return relate_fail(r->checker, r->trace, "tuple size mismatch");
    for (uint32_t i = 0; i < front; i++)
        if (!relate_items(r, dest->items[i], source->items[i], i)) return false;
    for (uint32_t i = 0; i < back; i++)
        if (!relate_items(r, dest->items[dest->count - 1 - i], source->items[source->count - 1 - i], dest->count - 1 - i)) return false;
    return solver_add_bound(r->solver, source->items[front], pack_of(r->checker, dest, front, dest->count - back), false, (r->flags & RELATE_PACK_ARGUMENT) != 0, r->trace, r->flags);
}

bool relate_tuple(Relation *r, const TypeTuple *dest, const TypeTuple *source) {
    Checker *checker = r->checker;
    if (source->variadic >= 0 && solver_owns(r->solver, source->items[source->variadic])) return relate_from_pack(r, dest, source);
    if (dest->variadic < 0) {
        if (source->variadic >= 0) { // tuple[Any, ...] fits any length
            const Type *item = source->items[source->variadic];
            if (!type_is_any(item) || source->count - 1 > dest->count || r->flags & RELATE_SUBTYPE)
                return relate_fail(checker, r->trace, "a tuple of %u item%s is wanted, this one may have any number", dest->count, dest->count == 1 ? "" : "s");
            uint32_t front = (uint32_t)source->variadic, back = source->count - front - 1;
            for (uint32_t i = 0; i < dest->count; i++) {
                const Type *given = i < front ? source->items[i] : i >= dest->count - back ? source->items[source->count - (dest->count - i)] : item;
                if (!relate_items(r, dest->items[i], given, i)) return false;
            }
            return true;
        }
        if (source->count != dest->count) return relate_fail(checker, r->trace, "tuple size mismatch: %u expected, %u given", dest->count, source->count);
        for (uint32_t i = 0; i < dest->count; i++)
            if (!relate_items(r, dest->items[i], source->items[i], i)) return false;
        return true;
    }
    const Type *repeat = dest->items[dest->variadic];
    uint32_t front = (uint32_t)dest->variadic, back = dest->count - front - 1;
    if (repeat->kind == TYPE_VAR_TUPLE && !solver_owns(r->solver, repeat)) { // a rigid *Ts: only itself
        if (source->variadic < 0 || source->count < dest->count) return relate_fail(checker, r->trace, "a tuple with *%s is wanted", AS_VARIABLE(repeat)->info->name->text);
        const Type *given = source->items[source->variadic];
        bool lenient = type_is_any(given) && !(r->flags & RELATE_SUBTYPE);
        if ((given != repeat && !lenient) || source->count != dest->count || source->variadic != dest->variadic)
            return relate_fail(checker, r->trace, "a tuple with *%s is wanted", AS_VARIABLE(repeat)->info->name->text);
        for (uint32_t i = 0; i < dest->count; i++)
            if (i != front && !relate_items(r, dest->items[i], source->items[i], i)) return false;
        return true;
    }
    uint32_t source_front = source->variadic < 0 ? source->count : (uint32_t)source->variadic;
    uint32_t source_back = source->variadic < 0 ? source->count : source->count - source_front - 1;
    bool source_repeats = source->variadic >= 0;
    const Type *source_repeat = source_repeats ? source->items[source->variadic] : NULL;
    if (!source_repeats && source->count < front + back) return relate_fail(checker, r->trace, "at least %u items are wanted, %u given", front + back, source->count);
    if (source_repeats && (source_front < front || source_back < back)) {
        bool lenient = type_is_any(source_repeat) && !(r->flags & RELATE_SUBTYPE);
        if (!lenient) return relate_fail(checker, r->trace, "at least %u items are wanted", front + back);
    }
    for (uint32_t i = 0; i < front; i++)
        if (!relate_items(r, dest->items[i], i < source_front ? source->items[i] : source_repeat, i)) return false;
    for (uint32_t i = 0; i < back; i++) {
        const Type *given = i < source_back ? source->items[source->count - 1 - i] : source_repeat;
        if (!relate_items(r, dest->items[dest->count - 1 - i], given, dest->count - 1 - i)) return false;
    }
    uint32_t from = front < source_front ? front : source_front;
    uint32_t to = source->count - (back < source_back ? back : source_back);
    if (to < from) to = from;
    if (repeat->kind == TYPE_VAR_TUPLE) {
        const Type *pack = pack_of(checker, source, from, to);
        return solver_add_bound(r->solver, repeat, pack, true, (r->flags & RELATE_PACK_ARGUMENT) != 0, r->trace, r->flags);
    }
    for (uint32_t i = from; i < to; i++)
        if (!relate_items(r, repeat, repeated_item(checker, source->items[i]), i)) return false;
    return true;
}

// ---- class instances --------------------------------------------------------------------------------------------------

// Both directions: what an invariant argument needs.
bool relate_invariant(Relation *r, const Type *dest, const Type *source) {
    dest = type_without_partial(dest), source = type_without_partial(source);
    if (dest == source) return true;
    Solver *solver = r->solver;
    if (!(r->flags & RELATE_SUBTYPE) && (type_is_any(source) || type_is_any(dest)) && !(dest->flags & TYPE_HAS_FRESH) && !(source->flags & TYPE_HAS_FRESH)) return true;
    if (solver_owns(solver, dest)) return solver_add_bound(solver, dest, source, true, true, r->trace, r->flags);
    if (solver_owns(solver, source)) return solver_add_bound(solver, source, dest, false, true, r->trace, r->flags);
    if (type_is_open(dest) && !(r->flags & RELATE_SUBTYPE)) return relate(r, dest, source);
    if (type_is_open(source) && !(r->flags & RELATE_SUBTYPE)) { // a wider one would take the display's items as well
        Relation inner = *r;
        inner.flags |= RELATE_KEEP_LITERAL;
        const Type *limit = AS_UNION(source)->limit;
        if (limit && !(dest->flags & TYPE_HAS_FRESH) && !relate(&inner, limit, dest)) return false;
        return relate(&inner, dest, source);
    }
    if (source->flags & TYPE_HAS_IMPLICIT && !(dest->flags & TYPE_HAS_FRESH) && type_is_equivalent(r->checker, dest, source)) return true;
    if (source->kind == TYPE_VARIABLE && AS_VARIABLE(source)->info->is_self && dest == type_upper_bound(r->checker, source)) return true; // what `cls()` makes in a class method is put into a list[C]
    Relation inner = *r;
    inner.flags |= RELATE_KEEP_LITERAL;
    if (!relate(&inner, dest, source)) return false;
    inner.trace = NULL;
    return relate(&inner, source, dest);
}

// The pack *Ts alone as the variable it is.
static const Type *bare_pack(const Type *type) {
    return type->kind == TYPE_TUPLE && AS_TUPLE(type)->count == 1 && AS_TUPLE(type)->items[0]->kind == TYPE_VAR_TUPLE ? AS_TUPLE(type)->items[0] : type;
}

static bool relate_argument(Relation *r, const ClassInfo *cls, uint32_t i, const Type *dest, const Type *source) {
    const Type *param = cls->type_params[i];
    if (param->kind == TYPE_VAR_TUPLE) {
        dest = bare_pack(dest), source = bare_pack(source);
        if (solver_owns(r->solver, dest)) return solver_add_bound(r->solver, dest, source, true, true, r->trace, r->flags);
        if (dest == source) return true;
        if (solver_owns(r->solver, source)) return solver_add_bound(r->solver, source, dest, false, true, r->trace, r->flags);
        if (dest->kind == TYPE_VAR_TUPLE) dest = type_tuple_of(r->checker, dest); // the class's own parameter, as Self has it
        if (source->kind == TYPE_VAR_TUPLE && !solver_owns(r->solver, source)) source = type_tuple_of(r->checker, source);
        if (dest->kind != TYPE_TUPLE || source->kind != TYPE_TUPLE) return relate(r, dest, source);
        const TypeTuple *a = AS_TUPLE(dest), *b = AS_TUPLE(source);
        if (a->count == b->count && a->variadic == b->variadic && !((dest->flags | source->flags) & TYPE_HAS_FRESH)) {
            for (uint32_t k = 0; k < a->count; k++)
                if (!relate_invariant(r, a->items[k], b->items[k])) return false;
            return true;
        }
        Relation inner = *r;
        inner.flags |= RELATE_PACK_ARGUMENT;
        return relate_tuple(&inner, a, b) && (dest->flags & TYPE_HAS_FRESH || source->flags & TYPE_HAS_FRESH || relate_tuple(r, b, a));
    }
    if (param->kind == TYPE_PARAM_SPEC) {
        if (dest == source || type_is_any(dest) || type_is_any(source)) return true;
        if (solver_owns(r->solver, dest)) return solver_add_bound(r->solver, dest, source, true, true, r->trace, r->flags);
        if (solver_owns(r->solver, source)) return solver_add_bound(r->solver, source, dest, false, true, r->trace, r->flags);
        if (dest->kind == TYPE_PARAMETERS && source->kind == TYPE_PARAMETERS) {
            // Always invariant (specification, "Variance inference"): the types have to be the same; that a parameter may be named as well does no harm.
            const TypeCallable *d = AS_CALLABLE(dest), *s = AS_CALLABLE(source);
            if (!callable_assignable(r->checker, d, s, r->solver, r->trace, r->flags | RELATE_IGNORE_RESULT)) return false;
            if (d->is_gradual || s->is_gradual || (dest->flags | source->flags) & TYPE_HAS_FRESH) return true;
            for (uint32_t k = 0; k < d->count && k < s->count; k++)
                if (d->parameters[k].kind <= PARAMETER_POSITIONAL_OR_KEYWORD && s->parameters[k].kind <= PARAMETER_POSITIONAL_OR_KEYWORD && !relate(r, d->parameters[k].type, s->parameters[k].type)) return false;
            return true;
        }
        const Type *gradual = dest->kind == TYPE_PARAMETERS ? dest : source;
        return gradual->kind == TYPE_PARAMETERS && AS_CALLABLE(gradual)->is_gradual && !AS_CALLABLE(gradual)->count;
    }
    switch (class_variance((ClassInfo *)cls, i)) {
    case VARIANCE_COVARIANT: return relate(r, dest, source);
    case VARIANCE_CONTRAVARIANT: return relate(r, source, dest);
    case VARIANCE_BIVARIANT: return relate(r, dest, source);
    default: break;
    }
    if (relate_invariant(r, dest, source)) return true;
    if (r->trace) {
        r->trace->is_invariance = type_assignable(r->checker, dest, source);
        if (r->trace->is_invariance)
            relate_fail(r->checker, r->trace, "\"%s\" is invariant in its type parameter %u: \"%s\" is wanted, \"%s\" given", cls->name->text, i + 1, type_show(r->checker, dest, false), type_show(r->checker, source, false));
    }
    return false;
}

static bool relate_arguments(Relation *r, const TypeInstance *dest, const TypeInstance *source) {
    for (uint32_t i = 0; i < dest->count && i < source->count; i++) {
        if (relate_argument(r, dest->cls, i, dest->args[i], source->args[i])) continue;
        return relate_fail(r->checker, r->trace, "type argument %u of \"%s\": \"%s\" is not assignable to \"%s\"", i + 1, dest->cls->name->text,
                           r->trace ? type_show(r->checker, source->args[i], false) : "", r->trace ? type_show(r->checker, dest->args[i], false) : "");
    }
    return true;
}

static bool is_promoted(Relation *r, const ClassInfo *dest, const ClassInfo *source) {
    if (r->flags & (RELATE_SUBTYPE | RELATE_NO_PROMOTION)) return false;
    Checker *checker = r->checker;
    if (is_known(dest, KNOWN_float)) return class_derives(source, known_class(checker, KNOWN_int));
    if (is_known(dest, KNOWN_complex)) return class_derives(source, known_class(checker, KNOWN_int)) || class_derives(source, known_class(checker, KNOWN_float));
    return false;
}

// `UserId` of `UserId = NewType("UserId", int)` is a function at run time, not a class.
static bool is_new_type_object(const Relation *r, const Type *source) {
    const Type *instance = AS_CLASS_OBJECT(source)->instance;
    return AS_CLASS_OBJECT(source)->is_exact && instance->kind == TYPE_INSTANCE && AS_INSTANCE(instance)->cls->is_new_type && !(r->flags & RELATE_SUBTYPE);
}

// A generic class by its name alone has Any for its parameters.
static const Type *unspecialised(Checker *checker, const Type *instance) {
    if (instance->kind != TYPE_INSTANCE || !AS_INSTANCE(instance)->count) return instance;
    ClassInfo *cls = AS_INSTANCE(instance)->cls;
    return type_erase_variables(checker, instance, cls->type_params, cls->type_param_count, true);
}

static bool is_specialised(Checker *checker, const Type *instance) {
    return instance->kind == TYPE_TUPLE || (instance->kind == TYPE_INSTANCE && AS_INSTANCE(instance)->count && instance != type_self_instance(checker, AS_INSTANCE(instance)->cls));
}

static bool relate_to_instance(Relation *r, const TypeInstance *dest, const Type *source) {
    Checker *checker = r->checker;
    ClassInfo *cls = dest->cls;
    if (is_known(cls, KNOWN_object)) return true;
    if (cls->state == CLASS_NEW) class_header(cls);
    if (source->kind == TYPE_CLASS_OBJECT) {
        if (is_known(cls, KNOWN_type)) return !is_new_type_object(r, source) || fail_types(checker, r->trace, &dest->head, source);
        const Type *instance = AS_CLASS_OBJECT(source)->instance;
        // type[Any]: some class, of whatever metaclass; no instance of any other class. One that is not known at all may be anything.
        if (instance->kind == TYPE_ANY && !cls->is_protocol) return class_derives(cls, known_class(checker, KNOWN_type)) || class_derives(known_class(checker, KNOWN_type), cls) || fail_types(checker, r->trace, &dest->head, source);
        if (type_is_any(instance)) return true;
        if (is_known(cls, KNOWN_TypeForm)) return relate(r, dest->args[0], AS_CLASS_OBJECT(source)->is_exact ? unspecialised(checker, instance) : instance);
        if (is_known(cls, KNOWN_GenericAlias) && AS_CLASS_OBJECT(source)->is_exact && is_specialised(checker, instance)) return true; // list[int]
        if (cls->is_protocol) return protocol_class_object_assignable(checker, &dest->head, AS_CLASS_OBJECT(source), r->solver, r->trace, r->flags);
        ClassInfo *metaclass = type_class(checker, source);
        const Type *base = metaclass ? class_as_base(checker, type_instance(checker, metaclass, NULL, 0), cls) : NULL;
        if (base && base->kind == TYPE_INSTANCE) return relate_arguments(r, dest, AS_INSTANCE(base));
        ClassInfo *named = type_class(checker, type_upper_bound(checker, instance));
        if (named && (class_header(named), named->has_unknown_base)) return true;
        return fail_types(checker, r->trace, &dest->head, source);
    }
    if (cls->is_typed_dict && source->kind == TYPE_INSTANCE && AS_INSTANCE(source)->cls->is_typed_dict && cls != AS_INSTANCE(source)->cls)
        return typed_dict_assignable(checker, &dest->head, source, r->solver, r->trace, r->flags);
    if (source->kind == TYPE_INSTANCE && AS_INSTANCE(source)->cls->is_typed_dict && !cls->is_typed_dict && dest->count == 2 && (is_known(cls, KNOWN_Mapping) || is_known(cls, KNOWN_dict)))
        return typed_dict_assignable(checker, &dest->head, source, r->solver, r->trace, r->flags) || fail_types(checker, r->trace, &dest->head, source);
    if (source->kind == TYPE_INSTANCE && AS_INSTANCE(source)->cls->is_typed_dict && is_known(cls, KNOWN_MutableMapping) && dest->count == 2) // what is as good as a dict
        return typed_dict_assignable(checker, known_instance2(checker, KNOWN_dict, dest->args[0], dest->args[1]), source, r->solver, NULL, r->flags) || fail_types(checker, r->trace, &dest->head, source);
    const Type *literal_string = source->kind == TYPE_LITERAL && AS_LITERAL(source)->kind == LITERAL_STR ? literal_string_type(checker) : NULL;
    if (literal_string == &dest->head) return true;
    const Type *instance = type_as_instance(checker, source);
    const Type *base = instance->kind == TYPE_INSTANCE || instance->kind == TYPE_TUPLE ? class_as_base(checker, instance, cls) : NULL;
    if (base) {
        if (base->kind == TYPE_INSTANCE) return relate_arguments(r, dest, AS_INSTANCE(base));
        return true;
    }
    ClassInfo *source_class = type_class(checker, instance);
    if (source_class && is_promoted(r, cls, source_class)) return true;
    if (cls->is_protocol) return protocol_assignable(checker, &dest->head, source, r->solver, r->trace, r->flags);
    if (source_class && source_class->has_unknown_base) return true;
    // `type` itself is type[Any]: fits an instance of a metaclass only when that is `type`.
    return fail_types(checker, r->trace, &dest->head, source);
}

// ---- class objects -----------------------------------------------------------------------------------------------------

static bool relate_to_class_object(Relation *r, const TypeClassObject *dest, const Type *source) {
    Checker *checker = r->checker;
    const Type *wanted = type_expand(checker, dest->instance);
    if (source->kind == TYPE_CLASS_OBJECT) {
        const TypeClassObject *given = AS_CLASS_OBJECT(source);
        const Type *instance = given->instance;
        if (type_is_any(wanted) && is_new_type_object(r, source)) return fail_types(checker, r->trace, &dest->head, source);
        if (given->is_exact) instance = unspecialised(checker, instance);
        ClassInfo *cls = type_class(checker, instance);
        if (given->is_exact && cls && cls->is_protocol && wanted->kind == TYPE_INSTANCE && AS_INSTANCE(wanted)->cls->is_protocol)
            return relate_fail(checker, r->trace, "only a concrete class can be given where \"%s\" is wanted", r->trace ? type_show(checker, &dest->head, false) : "");
        return relate(r, wanted, instance);
    }
    if (source->kind == TYPE_SPECIAL_FORM && AS_SPECIAL_FORM(source)->form == FORM_Callable) return type_is_any(wanted) || fail_types(checker, r->trace, &dest->head, source); // collections.abc.Callable is a class
    if (source->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(source)->cls, KNOWN_type)) return !(r->flags & RELATE_SUBTYPE) || type_is_any(wanted);
    if (source->kind == TYPE_INSTANCE && class_derives(AS_INSTANCE(source)->cls, known_class(checker, KNOWN_type)))
        return type_is_any(wanted) || wanted == object_type(checker);
    return fail_types(checker, r->trace, &dest->head, source);
}

// ---- unions -------------------------------------------------------------------------------------------------------------

enum { RELATE_MAX_EXPANDED_TUPLES = 64 };

// `tuple[int | str]` is `tuple[int] | tuple[str]` (specification, "Tuples"): the first element with several alternatives by each of them.
static bool relate_expanded_tuple(Relation *r, const TypeUnion *dest, const TypeTuple *source) {
    Checker *checker = r->checker;
    uint32_t shapes = 0, wide = UINT32_MAX;
    uint64_t alternatives = 1;
    for (uint32_t i = 0; i < dest->count; i++) shapes += dest->items[i]->kind == TYPE_TUPLE;
    for (uint32_t i = source->count; i-- > 0;) {
        uint32_t count = type_item_count(type_expand_literals(checker, type_expand(checker, source->items[i])));
        if (count > 1) wide = i;
        alternatives *= count;
        if (alternatives > RELATE_MAX_EXPANDED_TUPLES) return false;
    }
    if (shapes < 2 || source->variadic >= 0 || wide == UINT32_MAX) return false;
    const Type **items = arena_array(checker->arena, const Type *, source->count);
    for (uint32_t i = 0; i < source->count; i++) items[i] = source->items[i];
    TYPE_EACH(item, type_expand_literals(checker, type_expand(checker, source->items[wide]))) {
        items[wide] = item;
        if (!relate(r, &dest->head, type_tuple(checker, items, source->count, -1))) return false;
    }
    return true;
}

// Which item of a union takes `source`: exact ones, then plain ones, then those with solver variables (bare variables last).
static bool relate_to_union(Relation *r, const TypeUnion *dest, const Type *source) {
    Checker *checker = r->checker;
    for (uint32_t i = 0; i < dest->count; i++)
        if (dest->items[i] == source) return true;
    Relation quiet = *r;
    quiet.trace = NULL;
    for (int pass = 0; pass < 3; pass++)
        for (uint32_t i = 0; i < dest->count; i++) {
            const Type *item = dest->items[i];
            int when = !(item->flags & TYPE_HAS_FRESH) ? 0 : type_is_variable(item) ? 2 : 1;
            if (when != pass) continue;
            if (type_is_any(source) && when) {
                relate(&quiet, item, source);
                continue;
            }
            if (pass == 0) {
                if (relate(&quiet, item, source)) return true;
                continue;
            }
            SolverMark mark = {0};
            if (r->solver) mark = solver_mark(r->solver);
            if (relate(&quiet, item, source)) return true;
            if (r->solver) solver_rewind(r->solver, mark);
        }
    if (type_is_any(source)) return true;
    if (source->kind == TYPE_VARIABLE && !solver_owns(r->solver, source)) {
        const Type *bound = type_upper_bound(checker, source);
        if (bound != source && relate(&quiet, &dest->head, bound)) return true;
    }
    const Type *expanded = type_expand_literals(checker, source);
    if (expanded != source && relate(&quiet, &dest->head, expanded)) return true;
    if (source->kind == TYPE_TUPLE && !(dest->head.flags & TYPE_HAS_FRESH) && relate_expanded_tuple(&quiet, dest, AS_TUPLE(source))) return true;
    return fail_types(checker, r->trace, &dest->head, source);
}

// `Callable[..., T] | Callable[..., list[T]]` from the same of another variable: item by item.
static bool relate_paired(Relation *r, const TypeUnion *dest, const TypeUnion *source) {
    if (dest->count != source->count) return false;
    for (uint32_t i = 0; i < dest->count; i++) {
        const Type *to = dest->items[i], *from = source->items[i];
        if (solver_owns(r->solver, to)) continue;
        if (to->kind != from->kind || (to->kind == TYPE_INSTANCE && AS_INSTANCE(to)->cls != AS_INSTANCE(from)->cls)) return false;
    }
    Relation quiet = *r;
    quiet.trace = NULL;
    SolverMark mark = solver_mark(r->solver);
    for (uint32_t i = 0; i < dest->count; i++)
        if (!relate(&quiet, dest->items[i], source->items[i])) {
            solver_rewind(r->solver, mark);
            return false;
        }
    return true;
}

// The items of a union source that plain items of a union destination take; the rest is for its variables (Optional[T] from `int | None`: T is int).
static bool relate_union_to_union(Relation *r, const TypeUnion *dest, const TypeUnion *source) {
    Checker *checker = r->checker;
    if (relate_paired(r, dest, source)) return true;
    const Type *variable = NULL;
    for (uint32_t i = 0; i < dest->count; i++)
        if (solver_owns(r->solver, dest->items[i])) variable = variable ? NULL : dest->items[i];
    VEC(const Type *) rest = {0};
    Relation quiet = *r;
    quiet.trace = NULL;
    for (uint32_t i = 0; i < source->count; i++) {
        bool taken = false;
        for (uint32_t k = 0; k < dest->count && !taken; k++) {
            const Type *item = dest->items[k];
            if (item == variable || type_is_variable(item)) continue;
            taken = item == source->items[i];
            if (!taken && !(item->flags & TYPE_HAS_FRESH)) taken = relate(&quiet, item, source->items[i]);
            else if (!taken && source->items[i]->kind == item->kind) {
                SolverMark mark = solver_mark(r->solver);
                taken = relate(&quiet, item, source->items[i]);
                if (!taken) solver_rewind(r->solver, mark);
            }
        }
        if (!taken) vec_push(checker->arena, &rest, source->items[i]);
    }
    if (!rest.count) return true;
    const Type *left = type_union(checker, rest.items, rest.count);
    if (variable) return relate(r, variable, left);
    for (uint32_t i = 0; i < rest.count; i++)
        if (!relate(r, &dest->head, rest.items[i])) return false;
    return true;
}

// ---- the dispatch -----------------------------------------------------------------------------------------------------------

static bool relate_variables(Relation *r, const Type *dest, const Type *source, bool *decided) {
    Checker *checker = r->checker;
    *decided = true;
    if (solver_owns(r->solver, dest)) {
        if (solver_owns(r->solver, source)) { // two unknowns: whatever is known of one flows on
            const Type *known = solver_solution(r->solver, source);
            return solver_add_bound(r->solver, dest, known ? known : source, true, false, r->trace, r->flags);
        }
        return solver_add_bound(r->solver, dest, source, true, false, r->trace, r->flags);
    }
    if (solver_owns(r->solver, source)) return solver_add_bound(r->solver, source, dest, false, false, r->trace, r->flags);
    if (type_is_variable(dest) && dest->kind == source->kind) {
        const TypeVarInfo *a = AS_VARIABLE(dest)->info, *b = AS_VARIABLE(source)->info;
        if (a->is_self && b->is_self && a->self_class && b->self_class && class_derives(b->self_class, a->self_class)) return true;
    }
    if (source->kind == TYPE_VARIABLE && (dest->kind != TYPE_UNION)) {
        const Type *bound = type_upper_bound(checker, source);
        if (type_is_variable(dest)) return fail_types(checker, r->trace, dest, source);
        return relate(r, dest, bound);
    }
    if (dest->kind == TYPE_VARIABLE) {
        if (source->kind == TYPE_UNION) { // each item has to be the variable
            *decided = false;
            return false;
        }
        const TypeVarInfo *info = AS_VARIABLE(dest)->info; // in a method of an enum, `if self is X.A` has shown that Self has this member
        if (source->kind == TYPE_LITERAL && info->is_self && info->self_class && info->self_class == AS_LITERAL(source)->cls && info->self_class->is_enum) return true;
        // `isinstance`-narrowed Self or T: <subclass> of the variable is out of reach: a synthesised intersection names it
        if (source->kind == TYPE_INSTANCE && AS_INSTANCE(source)->cls->is_intersection) {
            ClassInfo *cls = AS_INSTANCE(source)->cls;
            if (cls->new_type_base == dest) return true;
        }
        if (source->kind == TYPE_INSTANCE && AS_INSTANCE(source)->cls->has_unknown_base) return true; // NotImplemented; what derives from Any
        return fail_types(checker, r->trace, dest, source);
    }
    if (dest->kind == TYPE_PARAM_SPEC || dest->kind == TYPE_VAR_TUPLE) return type_is_any(source);
    if (source->kind == TYPE_PARAM_SPEC || source->kind == TYPE_VAR_TUPLE) return type_is_any(dest) || dest == object_type(checker);
    *decided = false;
    return false;
}

static bool relate_to_guard(Relation *r, const Type *dest, const Type *source) {
    if (source->kind != dest->kind) return fail_types(r->checker, r->trace, dest, source);
    const Type *a = AS_WRAPPER(dest)->inner, *b = AS_WRAPPER(source)->inner;
    return dest->kind == TYPE_GUARD ? relate(r, a, b) : relate_invariant(r, a, b);
}

// type[C], of a class without a constructor of its own: what a subclass takes nobody knows.
static bool takes_whatever(Checker *checker, const Type *source) {
    if (source->kind != TYPE_CLASS_OBJECT || AS_CLASS_OBJECT(source)->is_exact || AS_CLASS_OBJECT(source)->instance->kind != TYPE_INSTANCE) return false;
    const Type *instance = AS_CLASS_OBJECT(source)->instance;
    const ClassInfo *cls = AS_INSTANCE(instance)->cls;
    if (cls->is_final || cls->is_enum || cls->is_typed_dict || !cls->metaclass || cls->metaclass->kind != TYPE_INSTANCE || !is_known(AS_INSTANCE(cls->metaclass)->cls, KNOWN_type)) return false;
    return !class_lookup(checker, instance, checker_atom(checker, "__init__"), LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE).binding && !class_lookup(checker, instance, checker_atom(checker, "__new__"), LOOKUP_SKIP_OBJECT | LOOKUP_SKIP_INSTANCE).binding;
}

static bool relate_to_callable(Relation *r, const Type *dest, const Type *source) {
    Checker *checker = r->checker;
    if (source->kind == TYPE_CLASS_OBJECT && type_is_any(AS_CLASS_OBJECT(source)->instance)) return true;
    if (source->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(source)->cls, KNOWN_type)) return true;
    const Type *callable = takes_whatever(checker, source) ? callable_gradual(checker, AS_CLASS_OBJECT(source)->instance) : type_as_callable(checker, source);
    if (!callable) {
        ClassInfo *cls = type_class(checker, source);
        if (cls && cls->has_unknown_base) return true;
        if (cls && (is_known(cls, KNOWN_function) || is_known(cls, KNOWN_method))) return !(r->flags & RELATE_SUBTYPE);
        return fail_types(checker, r->trace, dest, source);
    }
    if (type_is_any(callable)) return true;
    if (dest->kind == TYPE_OVERLOADED) {
        for (uint32_t i = 0; i < AS_OVERLOADED(dest)->count; i++)
            if (!relate_to_callable(r, AS_OVERLOADED(dest)->items[i], callable)) return false;
        return true;
    }
    if (callable->kind == TYPE_CALLABLE) return callable_assignable(checker, AS_CALLABLE(dest), AS_CALLABLE(callable), r->solver, r->trace, r->flags);
    const TypeOverloaded *overloaded = AS_OVERLOADED(callable);
    for (uint32_t i = 0; i < overloaded->count; i++) {
        SolverMark mark = {0};
        if (r->solver) mark = solver_mark(r->solver);
        if (callable_assignable(checker, AS_CALLABLE(dest), AS_CALLABLE(overloaded->items[i]), r->solver, NULL, r->flags)) return true;
        if (r->solver) solver_rewind(r->solver, mark);
    }
    return relate_fail(checker, r->trace, "no overload fits \"%s\"", r->trace ? type_show(checker, dest, false) : "");
}

// Several callables for one whose parameters are still to be found: where they differ, any will do.
static bool relate_callables(Relation *r, const TypeCallable *dest, const TypeUnion *source) {
    SolverMark mark = solver_mark(r->solver);
    bool fits = true;
    for (uint32_t i = 0; i < source->count && fits; i++) fits = relate(r, &dest->head, source->items[i]);
    if (fits) return true;
    solver_rewind(r->solver, mark);
    const Type **results = arena_array(r->checker->arena, const Type *, source->count);
    for (uint32_t i = 0; i < source->count; i++) {
        const Type *item = type_expand(r->checker, source->items[i]);
        fits = relate(r, &dest->head, item);
        solver_rewind(r->solver, mark);
        if (!fits) return false;
        results[i] = item->kind == TYPE_CALLABLE && AS_CALLABLE(item)->result ? AS_CALLABLE(item)->result : unknown_type(r->checker);
    }
    return relate(r, &dest->head, callable_gradual(r->checker, type_union(r->checker, results, source->count)));
}

// `list(options.get("names") or ())`: what the options hold is not known, so the list may take anything.
static bool widen_by_any(const Type *part, void *solver) {
    if (part->kind == TYPE_VARIABLE) solver_widen_by_any(solver, part);
    return false;
}

static bool decide(Relation *r, const Type *dest, const Type *source) {
    Checker *checker = r->checker;
    bool strict = r->flags & RELATE_SUBTYPE;
    if (source->kind == TYPE_NEVER) {
        if (dest->kind == TYPE_VARIABLE && solver_owns(r->solver, dest) && !solver_solution(r->solver, dest)) solver_add_bound(r->solver, dest, source, true, false, r->trace, r->flags);
        return true;
    }
    if (type_is_any(dest) || type_is_any(source)) {
        if (solver_owns(r->solver, dest)) return solver_add_bound(r->solver, dest, source, true, false, r->trace, r->flags);
        if (solver_owns(r->solver, source)) return solver_add_bound(r->solver, source, dest, false, false, r->trace, r->flags);
        if (type_is_any(source) && dest->kind == TYPE_UNION && dest->flags & TYPE_HAS_FRESH) return relate_to_union(r, AS_UNION(dest), source);
        if (!strict) return true;
        return type_is_any(dest) ? type_is_any(source) : dest == object_type(checker) || (dest->kind == TYPE_UNION && relate_to_union(r, AS_UNION(dest), source));
    }
    if (type_is_variable(dest) || type_is_variable(source)) {
        bool decided, result = relate_variables(r, dest, source, &decided);
        if (decided) return result;
    }
    if (type_is_open(dest) && !strict) {
        if (AS_UNION(dest)->limit) return relate(r, AS_UNION(dest)->limit, source);
        if (!r->solver || !(source->flags & TYPE_HAS_FRESH)) return true;
        SolverMark mark = solver_mark(r->solver);
        if (!relate(r, type_make_open(checker, dest, false), source)) solver_rewind(r->solver, mark);
        return true;
    }
    if (source->kind == TYPE_UNION) {
        if (dest->kind == TYPE_UNION && dest->flags & TYPE_HAS_FRESH && r->solver) return relate_union_to_union(r, AS_UNION(dest), AS_UNION(source));
        if (dest->kind == TYPE_CALLABLE && AS_CALLABLE(dest)->param_spec && r->solver && solver_owns(r->solver, AS_CALLABLE(dest)->param_spec)) return relate_callables(r, AS_CALLABLE(dest), AS_UNION(source));
        bool has_any = false;
        for (uint32_t i = 0; i < AS_UNION(source)->count; i++) {
            if (!relate(r, dest, AS_UNION(source)->items[i])) return false;
            has_any |= type_is_any(AS_UNION(source)->items[i]);
        }
        if (has_any && r->solver && dest->flags & TYPE_HAS_FRESH) type_any_part(dest, widen_by_any, r->solver);
        return true;
    }
    if (dest->kind == TYPE_UNION) return relate_to_union(r, AS_UNION(dest), source);
    if (dest->kind == TYPE_GUARD || dest->kind == TYPE_IS_GUARD) return relate_to_guard(r, dest, source);
    if (source->kind == TYPE_GUARD || source->kind == TYPE_IS_GUARD) return relate(r, dest, known_instance(checker, KNOWN_bool));
    if (dest->kind == TYPE_PARAM_SPEC_ARGS || dest->kind == TYPE_PARAM_SPEC_KWARGS) {
        if (source->kind == dest->kind && AS_WRAPPER(source)->inner == AS_WRAPPER(dest)->inner) return true;
        return fail_types(checker, r->trace, dest, source);
    }
    switch ((TypeKind)dest->kind) {
    case TYPE_NEVER: return fail_types(checker, r->trace, dest, source);
    case TYPE_NONE: return type_is_none(checker, source) || (source->kind == TYPE_INSTANCE && is_known(AS_INSTANCE(source)->cls, KNOWN_NoneType)) || fail_types(checker, r->trace, dest, source);
    case TYPE_LITERAL: {
        if (type_same_literal(dest, source)) return true;
        const Type *expanded = type_expand_literals(checker, source);
        return (expanded != source && expanded->kind == TYPE_LITERAL && type_same_literal(dest, expanded)) || fail_types(checker, r->trace, dest, source);
    }
    case TYPE_INSTANCE: return relate_to_instance(r, AS_INSTANCE(dest), source);
    case TYPE_TUPLE: {
        const Type *shape = source->kind == TYPE_TUPLE || source->kind == TYPE_INSTANCE || source->kind == TYPE_PARAM_SPEC_ARGS
                                ? class_as_base(checker, type_as_instance(checker, source), known_class(checker, KNOWN_tuple)) : NULL;
        if (shape && shape->kind == TYPE_TUPLE) return relate_tuple(r, AS_TUPLE(dest), AS_TUPLE(shape));
        ClassInfo *cls = type_class(checker, source);
        return (cls && cls->has_unknown_base) || fail_types(checker, r->trace, dest, source);
    }
    case TYPE_CLASS_OBJECT: return relate_to_class_object(r, AS_CLASS_OBJECT(dest), source);
    case TYPE_CALLABLE: case TYPE_OVERLOADED: return relate_to_callable(r, dest, source);
    case TYPE_PARAMETERS: return source->kind == TYPE_PARAMETERS && callable_assignable(checker, AS_CALLABLE(dest), AS_CALLABLE(source), r->solver, r->trace, r->flags | RELATE_IGNORE_RESULT);
    case TYPE_MODULE: return source->kind == TYPE_MODULE && AS_MODULE(source)->module == AS_MODULE(dest)->module;
    case TYPE_UNPACKED: return source->kind == TYPE_UNPACKED && relate(r, AS_WRAPPER(dest)->inner, AS_WRAPPER(source)->inner);
    case TYPE_SPECIAL_FORM: return false;
    default: return fail_types(checker, r->trace, dest, source);
    }
}

// ---- caches and recursion -------------------------------------------------------------------------------------------------------

enum { ANSWER_TRUE = 1, ANSWER_FALSE = 2, ANSWER_NONE = 3 };
typedef struct ActivePair {
    const Type *dest, *source;
    int flags;
    struct ActivePair *outer;
} ActivePair;
typedef struct RelateState {
    ActivePair *active;
    uint32_t assumed; // how often a pair under decision was taken for true
} RelateState;

static RelateState *state_of(Checker *checker) {
    if (!checker->relate_state) checker->relate_state = arena_new(checker->arena, RelateState);
    return checker->relate_state;
}

static bool needs_guard(const Type *dest) { return dest->kind == TYPE_INSTANCE || dest->kind == TYPE_UNION || dest->kind == TYPE_TUPLE || dest->kind == TYPE_CALLABLE; }

// An instance of a class of the program's own that is neither generic nor a protocol, a few bases high: found out by a look at the bases.
enum { FEW_BASES = 4 };
static bool is_nominal(const Type *type) {
    if (type->kind != TYPE_INSTANCE || AS_INSTANCE(type)->count) return false;
    const ClassInfo *cls = AS_INSTANCE(type)->cls;
    return cls->state == CLASS_READY && cls->mro_count <= FEW_BASES && !cls->is_protocol && !cls->is_typed_dict && !cls->has_unknown_base && !cls->is_intersection && cls->unit && !cls->unit->is_stub;
}

bool relate(Relation *r, const Type *dest, const Type *source) {
    if (dest == source) return true;
    Checker *checker = r->checker;
    if ((dest->flags | source->flags) & TYPE_HAS_ALIAS) {
        const Type *d = type_expand(checker, dest), *s = type_expand(checker, source);
        if (d == s) return true;
        if (dest->kind == TYPE_ALIAS && source->kind == TYPE_ALIAS && AS_ALIAS(dest)->alias == AS_ALIAS(source)->alias && !AS_ALIAS(dest)->count) return true;
        dest = d, source = s;
    }
    int kept = r->flags & (RELATE_SUBTYPE | RELATE_NO_PROMOTION);
    bool is_plain = (dest->kind == TYPE_LITERAL || dest->kind == TYPE_NONE) && (source->kind == TYPE_LITERAL || source->kind == TYPE_NONE); // sooner decided than remembered
    is_plain |= is_nominal(dest) && is_nominal(source);
    bool cacheable = !is_plain && !r->trace && !((dest->flags | source->flags) & TYPE_HAS_FRESH) && (kept == 0 || kept == RELATE_SUBTYPE) && !(r->flags & RELATE_IGNORE_RESULT);
    PtrMap *cache = kept ? &checker->subtype_cache : &checker->assignable_cache;
    uint64_t key = ((uint64_t)(dest->id + 1) << 32) | (source->id + 1);
    if (cacheable) {
        uintptr_t answer = (uintptr_t)map_get(cache, key);
        if (answer == ANSWER_TRUE || answer == ANSWER_FALSE) return answer == ANSWER_TRUE;
    }
    RelateState *state = state_of(checker);
    if (checker->depth >= CHECKER_MAX_DEPTH) {
        state->assumed++;
        return true;
    }
    bool guarded = needs_guard(dest);
    if (guarded)
        for (ActivePair *pair = state->active; pair; pair = pair->outer)
            if (pair->dest == dest && pair->source == source && pair->flags == kept) {
                state->assumed++;
                return true;
            }
    ActivePair pair = {dest, source, kept, state->active};
    if (guarded) state->active = &pair;
    checker->depth++;
    uint32_t assumed = state->assumed, incomplete = checker->incomplete;
    bool answer = decide(r, dest, source);
    checker->depth--;
    state->active = guarded ? pair.outer : state->active;
    // A "yes" that rests on an assumption further out holds only if that one does.
    if (cacheable && incomplete == checker->incomplete && (!answer || assumed == state->assumed || !state->active)) map_set(checker->arena, cache, key, (void *)(uintptr_t)(answer ? ANSWER_TRUE : ANSWER_FALSE));
    return answer;
}

bool type_assignable_with(Checker *checker, const Type *dest, const Type *source, Solver *solver, RelateTrace *trace, int flags) {
    Relation r = {checker, solver, trace, flags};
    return relate(&r, dest, source);
}
bool type_assignable(Checker *checker, const Type *dest, const Type *source) { return type_assignable_with(checker, dest, source, NULL, NULL, 0); }
bool type_is_strict_subtype(Checker *checker, const Type *left, const Type *right) { return type_assignable_with(checker, right, left, NULL, NULL, RELATE_SUBTYPE); }
bool type_is_consistent(Checker *checker, const Type *left, const Type *right) { return type_assignable(checker, left, right) && type_assignable(checker, right, left); }
