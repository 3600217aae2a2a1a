// Assignability of callables (specification, "Callables: assignability rules"): parameters are contravariant and must be callable in every way the
// destination may be called; results are covariant.
#include "typecheck/relate_private.h"

// One side taken apart.
typedef struct Shape {
    VEC(Parameter) positional; // positional-only and plain ones
    VEC(Parameter) keywords;   // keyword-only ones, items of an unpacked TypedDict included
    const Parameter *args;     // *args, or NULL
    const TypeTuple *unpacked; // *args: *tuple[..., *Ts, ...]
    const Parameter *kwargs;   // **kwargs, or NULL
    bool is_gradual;
    const Type *typed_dict;    // **kwargs: Unpack[TD] and no other keywords
    bool is_open_dict;         // **kwargs: Unpack[TD] where TD is not closed: other keys may come with a value of a subtype
    const Type *param_spec;
} Shape;

static void add_typed_dict(Checker *checker, Shape *shape, const Type *type, Parameter *rest) {
    type = type_expand(checker, type);
    if (type->kind != TYPE_INSTANCE || !AS_INSTANCE(type)->cls->is_typed_dict) return;
    class_specials(AS_INSTANCE(type)->cls);
    const TypedDictInfo *info = AS_INSTANCE(type)->cls->typed_dict;
    if (!info) return;
    shape->typed_dict = shape->keywords.count ? NULL : type;
    for (uint32_t i = 0; i < info->items.count; i++) {
        const TypedDictItem *item = &info->items.items[i];
        Parameter parameter = {.name = item->key, .type = type_specialise(checker, item->type, type), .kind = PARAMETER_KEYWORD_ONLY, .has_default = !item->is_required, .is_annotated = true};
        vec_push(checker->arena, &shape->keywords, parameter);
    }
    shape->is_open_dict = !info->is_closed && !info->extra_items;
    if (info->extra_items && info->extra_items->kind != TYPE_NEVER) {
        *rest = (Parameter){.type = info->extra_items, .kind = PARAMETER_VAR_KEYWORD, .is_annotated = true};
        shape->kwargs = rest;
    }
}

// Parameters of a kind mostly stand together: the list is a part of the callable's own then, and is only read.
#define ADD_PARAMETER(list, p)                                                                                             \
    do {                                                                                                                   \
        if (!(list)->count) (list)->items = (Parameter *)(p), (list)->capacity = 1, (list)->count = 1;                     \
        else if ((list)->count == (list)->capacity && (list)->items + (list)->count == (p)) (list)->capacity = ++(list)->count; \
        else vec_push(checker->arena, (list), *(p));                                                                       \
    } while (0)

static void take_apart(Checker *checker, const TypeCallable *callable, Shape *shape) {
    *shape = (Shape){.is_gradual = callable->is_gradual, .param_spec = callable->param_spec};
    for (uint32_t i = 0; i < callable->count; i++) {
        const Parameter *p = &callable->parameters[i];
        switch ((ParameterKind)p->kind) {
        case PARAMETER_POSITIONAL_ONLY: case PARAMETER_POSITIONAL_OR_KEYWORD: ADD_PARAMETER(&shape->positional, p); break;
        case PARAMETER_VAR_POSITIONAL:
            shape->args = p;
            if (p->is_unpacked && p->type->kind == TYPE_TUPLE) shape->unpacked = AS_TUPLE(p->type);
            break;
        case PARAMETER_KEYWORD_ONLY: ADD_PARAMETER(&shape->keywords, p); break;
        case PARAMETER_VAR_KEYWORD:
            if (p->is_unpacked) add_typed_dict(checker, shape, p->type, arena_new(checker->arena, Parameter));
            else shape->kwargs = p;
            break;
        }
    }
    // `(*args: Any, **kwargs: Any)` is what `...` means.
    if (shape->args && shape->kwargs && !shape->unpacked && type_is_any(shape->args->type) && type_is_any(shape->kwargs->type)) shape->is_gradual = true;
}

static bool is_owned_pack(const Relation *r, const Shape *shape) {
    return shape->unpacked && shape->unpacked->variadic >= 0 && solver_owns(r->solver, shape->unpacked->items[shape->unpacked->variadic]);
}

static bool relate_parameter(Relation *r, const Parameter *dest, const Parameter *source, uint32_t index) {
    if (!source->is_annotated && type_is_any(source->type)) return true;
    if (relate(r, source->type, dest->type)) return true;
    if (!source->is_annotated && source->type->flags & TYPE_HAS_SELF) { // `self`, `cls`: whoever passes the function on passes an instance of its class, or a class
        const Type *upper = type_upper_bound(r->checker, source->type);
        if (source->type->kind == TYPE_VARIABLE && (dest->type->kind == TYPE_CLASS_OBJECT || relate(r, upper, dest->type))) return true;
    }
    if (!r->trace) return false;
    if (dest->name) return relate_fail(r->checker, r->trace, "parameter \"%s\": \"%s\" is not assignable to \"%s\"", dest->name->text, type_show(r->checker, dest->type, false), type_show(r->checker, source->type, false));
    return relate_fail(r->checker, r->trace, "parameter %u: \"%s\" is not assignable to \"%s\"", index + 1, type_show(r->checker, dest->type, false), type_show(r->checker, source->type, false));
}

// What is left of `shape` after `positional` leading parameters, as the value of a ParamSpec.
static const Type *remainder_of(Checker *checker, const TypeCallable *callable, const Shape *shape, uint32_t positional) {
    if (shape->param_spec && positional >= shape->positional.count && !shape->keywords.count) return shape->param_spec;
    CallableBuilder builder;
    callable_start(&builder, TYPE_PARAMETERS, NULL);
    builder.is_gradual = callable->is_gradual;
    builder.param_spec = callable->param_spec;
    uint32_t seen = 0;
    for (uint32_t i = 0; i < callable->count; i++) {
        const Parameter *p = &callable->parameters[i];
        if (p->kind <= PARAMETER_POSITIONAL_OR_KEYWORD && seen++ < positional) continue;
        vec_push(checker->arena, &builder.parameters, *p);
    }
    return callable_finish(checker, &builder);
}

// Positional parameters `from`.. of a shape as a pack for a TypeVarTuple, the last `back` left out.
static const Type *pack_of_positional(Checker *checker, const Shape *shape, uint32_t from, uint32_t back) {
    VEC(const Type *) items = {0};
    int32_t variadic = -1;
    for (uint32_t i = from; i < shape->positional.count; i++) {
        if (shape->positional.items[i].has_default && shape->positional.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD && back == 0) continue;
        vec_push(checker->arena, &items, shape->positional.items[i].type);
    }
    if (shape->unpacked) {
        variadic = shape->unpacked->variadic < 0 ? -1 : (int32_t)items.count + shape->unpacked->variadic;
        for (uint32_t i = 0; i < shape->unpacked->count; i++) vec_push(checker->arena, &items, shape->unpacked->items[i]);
    } else if (shape->args) {
        variadic = (int32_t)items.count;
        vec_push(checker->arena, &items, shape->args->type);
    }
    uint32_t count = items.count > back ? items.count - back : 0;
    if (variadic >= (int32_t)count) variadic = -1;
    return type_tuple(checker, items.items, count, variadic);
}

// The positional part where one side has `*args: *Ts` to be solved: both as tuples, related whole.
static bool relate_as_tuples(Relation *r, const Shape *dest, const Shape *source, uint32_t from_dest, uint32_t from_source) {
    const Type *d = pack_of_positional(r->checker, dest, from_dest, 0), *s = pack_of_positional(r->checker, source, from_source, 0);
    return relate(r, s, d);
}

static bool dest_gives_keyword(const Shape *dest, const Atom *name) {
    for (uint32_t i = 0; i < dest->keywords.count; i++)
        if (dest->keywords.items[i].name == name) return true;
    return false;
}

static bool relate_positional(Relation *r, const Shape *dest, const Shape *source, uint32_t *used) {
    Checker *checker = r->checker;
    uint32_t count = dest->positional.count;
    for (uint32_t i = 0; i < count; i++) {
        const Parameter *d = &dest->positional.items[i];
        if (i < source->positional.count) {
            const Parameter *s = &source->positional.items[i];
            if (d->kind == PARAMETER_POSITIONAL_OR_KEYWORD && d->name) {
                if (s->kind == PARAMETER_POSITIONAL_ONLY) return relate_fail(checker, r->trace, "parameter \"%s\" must be accepted by name", d->name->text);
                if (s->name != d->name) return relate_fail(checker, r->trace, "parameter %u is called \"%s\" where \"%s\" is wanted", i + 1, s->name ? s->name->text : "", d->name->text);
            }
            if (d->has_default && !s->has_default) return relate_fail(checker, r->trace, "parameter %u must have a default", i + 1);
            if (!relate_parameter(r, d, s, i)) return false;
            continue;
        }
        if (source->is_gradual) continue;
        if (source->unpacked) {
            if (source->unpacked->variadic < 0) return relate_fail(checker, r->trace, "too many positional parameters are wanted");
            const Type *item = source->unpacked->items[source->unpacked->variadic];
            if (item->kind == TYPE_VAR_TUPLE || !relate(r, item, d->type)) return relate_fail(checker, r->trace, "positional parameter %u is not accepted", i + 1);
            continue;
        }
        if (!source->args) return relate_fail(checker, r->trace, "%u positional parameters are wanted, %u accepted", count, source->positional.count);
        if (!relate_parameter(r, d, source->args, i)) return false;
        if (d->kind == PARAMETER_POSITIONAL_OR_KEYWORD && d->name) {
            if (!source->kwargs) return relate_fail(checker, r->trace, "parameter \"%s\" must be accepted by name", d->name->text);
            if (!relate_parameter(r, d, source->kwargs, i)) return false;
        }
    }
    *used = count < source->positional.count ? count : source->positional.count;
    if (dest->args && !dest->unpacked && !(dest->is_gradual && type_is_any(dest->args->type))) {
        if (!source->args && !source->is_gradual) return relate_fail(checker, r->trace, "*%s must be accepted", dest->args->name ? dest->args->name->text : "args");
        if (source->args && !source->unpacked && !relate_parameter(r, dest->args, source->args, count)) return false;
        if (source->unpacked) {
            const Type *d = type_tuple_of(checker, dest->args->type);
            if (!relate(r, &source->unpacked->head, d)) return false;
        }
        for (uint32_t i = *used; i < source->positional.count; i++) // may be reached by what *args holds
            if (!dest_gives_keyword(dest, source->positional.items[i].name) && !relate_parameter(r, dest->args, &source->positional.items[i], i)) return false;
    }
    if (dest->unpacked) {
        if (source->unpacked) return relate(r, &source->unpacked->head, &dest->unpacked->head);
        if (!source->args && !source->is_gradual) return relate_fail(checker, r->trace, "*args must be accepted");
        if (source->args) return relate(r, type_tuple_of(checker, source->args->type), &dest->unpacked->head);
    }
    return true;
}

static const Parameter *find_keyword(const Shape *shape, const Atom *name, uint32_t first_positional) {
    for (uint32_t i = 0; i < shape->keywords.count; i++)
        if (shape->keywords.items[i].name == name) return &shape->keywords.items[i];
    for (uint32_t i = first_positional; i < shape->positional.count; i++)
        if (shape->positional.items[i].kind == PARAMETER_POSITIONAL_OR_KEYWORD && shape->positional.items[i].name == name) return &shape->positional.items[i];
    return NULL;
}

static bool relate_keywords(Relation *r, const Shape *dest, const Shape *source, uint32_t used) {
    Checker *checker = r->checker;
    if (dest->typed_dict && source->typed_dict && !relate(r, source->typed_dict, dest->typed_dict)) return false; // (specification, "Unpack for keyword arguments")
    for (uint32_t i = 0; i < dest->keywords.count; i++) {
        const Parameter *d = &dest->keywords.items[i], *s = find_keyword(source, d->name, used);
        if (s) {
            if (d->has_default && !s->has_default) return relate_fail(checker, r->trace, "parameter \"%s\" must have a default", d->name->text);
            if (!relate_parameter(r, d, s, i)) return false;
        } else if (source->kwargs) {
            if (!relate_parameter(r, d, source->kwargs, i)) return false;
        } else if (!source->is_gradual && !(dest->is_open_dict && source->is_open_dict)) {
            return relate_fail(checker, r->trace, "keyword parameter \"%s\" is not accepted", d->name->text);
        }
    }
    bool dest_any = dest->is_gradual || dest->param_spec;
    for (uint32_t i = used; i < source->positional.count; i++) {
        const Parameter *s = &source->positional.items[i];
        if (s->has_default) {
            if (dest->kwargs && s->kind == PARAMETER_POSITIONAL_OR_KEYWORD && !dest_gives_keyword(dest, s->name) && !dest_any && !relate_parameter(r, dest->kwargs, s, i)) return false;
            continue;
        }
        if (dest_any) continue;
        if (s->kind == PARAMETER_POSITIONAL_OR_KEYWORD && s->name && dest_gives_keyword(dest, s->name)) continue;
        return relate_fail(checker, r->trace, "parameter \"%s\" is not given", s->name ? s->name->text : "?");
    }
    for (uint32_t i = 0; i < source->keywords.count; i++) {
        const Parameter *s = &source->keywords.items[i];
        if (dest_gives_keyword(dest, s->name)) continue;
        if (!s->has_default && !dest_any) return relate_fail(checker, r->trace, "keyword parameter \"%s\" is not given", s->name->text);
        if (dest->kwargs && !dest_any && !relate_parameter(r, dest->kwargs, s, i)) return false;
    }
    if (dest->is_open_dict && !source->is_open_dict && !source->kwargs && !source->is_gradual && !source->param_spec)
        return relate_fail(checker, r->trace, "**kwargs must be accepted: an unpacked TypedDict may hold more keys than it names");
    if (dest->kwargs && !dest->is_gradual && !source->is_gradual) {
        if (!source->kwargs) return relate_fail(checker, r->trace, "**%s must be accepted", dest->kwargs->name ? dest->kwargs->name->text : "kwargs");
        if (!relate_parameter(r, dest->kwargs, source->kwargs, 0)) return false;
    }
    return true;
}

// Leading positional parameters of both lists against each other: `count` of them.
static bool relate_prefix(Relation *r, const Shape *dest, const Shape *source, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (i >= source->positional.count || i >= dest->positional.count) {
            const Shape *shorter = i >= source->positional.count ? source : dest;
            if (shorter->is_gradual) return true;
            if (shorter == source && shorter->args && !shorter->unpacked) {
                if (!relate_parameter(r, &dest->positional.items[i], shorter->args, i)) return false;
                continue;
            }
            return relate_fail(r->checker, r->trace, "positional parameter %u is missing", i + 1);
        }
        if (!relate_parameter(r, &dest->positional.items[i], &source->positional.items[i], i)) return false;
    }
    return true;
}

static bool relate_parameters(Relation *r, const TypeCallable *dest, const TypeCallable *source) {
    Checker *checker = r->checker;
    Shape d, s;
    take_apart(checker, dest, &d);
    take_apart(checker, source, &s);
    if (d.param_spec && solver_owns(r->solver, d.param_spec)) { // Callable[Concatenate[int, P], ...] from a function: P takes the rest
        uint32_t prefix = d.positional.count;
        return relate_prefix(r, &d, &s, prefix) && solver_add_bound(r->solver, d.param_spec, remainder_of(checker, source, &s, prefix), true, false, r->trace, r->flags);
    }
    if (s.param_spec && solver_owns(r->solver, s.param_spec)) {
        uint32_t prefix = s.positional.count;
        return relate_prefix(r, &d, &s, prefix) && solver_add_bound(r->solver, s.param_spec, remainder_of(checker, dest, &d, prefix), false, false, r->trace, r->flags);
    }
    if (d.param_spec) { // a rigid P: only itself accepts what it may be called with
        if (s.param_spec == d.param_spec) return s.positional.count == d.positional.count ? relate_prefix(r, &d, &s, d.positional.count) : relate_fail(checker, r->trace, "different parameters stand before **%s", AS_VARIABLE(d.param_spec)->info->name->text);
        if (s.is_gradual) return relate_prefix(r, &d, &s, s.positional.count < d.positional.count ? s.positional.count : d.positional.count);
        if (s.args && s.kwargs && (type_is_any(s.args->type) || s.args->type == object_type(checker)) && (type_is_any(s.kwargs->type) || s.kwargs->type == object_type(checker)))
            return relate_prefix(r, &d, &s, d.positional.count);
        return relate_fail(checker, r->trace, "the parameters of \"%s\" are wanted", AS_VARIABLE(d.param_spec)->info->name->text);
    }
    if (s.param_spec) return d.is_gradual || relate_fail(checker, r->trace, "the parameters of \"%s\" are not known here", AS_VARIABLE(s.param_spec)->info->name->text);
    if (is_owned_pack(r, &d) || is_owned_pack(r, &s)) {
        uint32_t common = d.positional.count < s.positional.count ? d.positional.count : s.positional.count;
        if (is_owned_pack(r, &s)) common = s.positional.count < d.positional.count ? s.positional.count : d.positional.count;
        if (!relate_prefix(r, &d, &s, common)) return false;
        return relate_as_tuples(r, &d, &s, common, common) && relate_keywords(r, &d, &s, s.positional.count);
    }
    uint32_t used = 0;
    return relate_positional(r, &d, &s, &used) && relate_keywords(r, &d, &s, used);
}

bool callable_assignable(Checker *checker, const TypeCallable *dest, const TypeCallable *source, Solver *solver, RelateTrace *trace, int flags) {
    Relation r = {checker, solver, trace, flags & ~RELATE_IGNORE_RESULT};
    Solver own;
    bool is_own = false;
    const TypeCallable *given = source;
    if (source->variable_count) { // generic: there must be a choice of its variables that fits
        if (!solver) {
            solver_start(checker, &own);
            r.solver = &own;
            is_own = true;
        }
        given = AS_CALLABLE(solver_instantiate(r.solver, &source->head));
    }
    bool fits = relate_parameters(&r, dest, given);
    if (fits && !(flags & RELATE_IGNORE_RESULT) && dest->result && given->result) {
        const Type *result = given->info && !given->info->is_annotated ? callable_result(checker, given) : given->result;
        fits = relate(&r, dest->result, result);
        if (!fits) relate_fail(checker, trace, "result: \"%s\" is not assignable to \"%s\"", trace ? type_show(checker, result, false) : "", trace ? type_show(checker, dest->result, false) : "");
    }
    if (is_own) solver_end(&own);
    return fits;
}

const Type *type_as_callable(Checker *checker, const Type *type) {
    type = type_expand(checker, type);
    switch ((TypeKind)type->kind) {
    case TYPE_CALLABLE: case TYPE_OVERLOADED: case TYPE_ANY: case TYPE_UNKNOWN: return type;
    case TYPE_CLASS_OBJECT:
        if (type_is_any(AS_CLASS_OBJECT(type)->instance)) return callable_gradual(checker, checker->types.unknown);
        return class_constructor(checker, AS_CLASS_OBJECT(type));
    case TYPE_VARIABLE: {
        const Type *bound = type_upper_bound(checker, type);
        return bound->kind == TYPE_UNION ? NULL : type_as_callable(checker, bound);
    }
    case TYPE_INSTANCE: case TYPE_LITERAL: case TYPE_TUPLE: {
        const Type *method = dunder_method(checker, type, checker->atoms->known[ATOM___call__]);
        return method && (method->kind == TYPE_CALLABLE || method->kind == TYPE_OVERLOADED || type_is_any(method)) ? method : method && method != type && checker->depth < CHECKER_MAX_DEPTH ? type_as_callable(checker, method) : NULL;
    }
    default: return NULL;
    }
}
