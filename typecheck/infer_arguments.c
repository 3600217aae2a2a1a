// Calling one signature: arguments are matched to parameters, then evaluated with the parameters' types in view, then related; a generic signature is solved on the way.
//
//     instantiate -> match -> (hints from the expected result) -> plain arguments -> lambdas -> what a ParamSpec took -> result
#include "typecheck/special_class.h"
#include "typecheck/explain.h"
#include "typecheck/infer_private.h"

typedef struct Match {
    const CallArgument *argument;
    const Type *given;    // type of an element of *args / **kwargs, or NULL: the argument itself
    const Type *wanted;   // the parameter's type
    const Parameter *parameter; // NULL: taken by a ParamSpec or `...`
    uint32_t position;    // of the argument in the call, from 1
} Match;

typedef struct Matching {
    Unit *unit;
    Checker *checker;
    const Ast *node;
    const TypeCallable *callable; // instantiated
    const Parameter *parameters;  // with an unpacked TypedDict taken apart
    bool *assigned;
    uint32_t parameter_count, positional_count;
    VEC(Match) matches;
    VEC(CallArgument) rest;       // for a ParamSpec
    VEC(CallArgument) pack;       // for *args: *tuple[..., *Ts]
    const Parameter *pack_parameter;
    bool star_unbounded, keywords_unbounded, rest_has_begun;
    bool failed;
    bool is_solving;              // the callable has variables
    bool is_blind;                // a lambda was evaluated with parameters that nothing had settled
    Solver *solver;
    uint32_t relevance;
} Matching;

const char *callee_name(Checker *checker, const TypeCallable *callable) {
    const FunctionInfo *info = callable->info;
    if (!info || !info->name) return "function";
    if (info->node && info->node->kind == AST_Lambda) return "lambda";
    if (info->is_constructor) return check_text(checker, "\"%s\"", info->owner ? info->owner->name->text : info->name->text);
    if (!info->owner) return check_text(checker, "\"%s\"", info->name->text);
    if (info->name == checker->atoms->known[ATOM___init__] || info->name == checker->atoms->known[ATOM___new__]) return check_text(checker, "\"%s\"", info->owner->name->text);
    return check_text(checker, "\"%s\" of \"%s\"", info->name->text, info->owner->name->text);
}

// For messages: nobody reads it while errors are dropped.
static const char *name_of(const Matching *m) { return m->checker->silent ? "" : callee_name(m->checker, m->callable); }

// ---- matching ------------------------------------------------------------------------------------------------------------

static void add_match(Matching *m, const CallArgument *argument, const Type *given, const Parameter *parameter, uint32_t position) {
    Match match = {argument, given, parameter ? parameter->type : NULL, parameter, position};
    vec_push(m->checker->scratch, &m->matches, match);
}

static void fail(Matching *m) { m->failed = true; }

static bool is_unpacked_dict(Checker *checker, const Parameter *parameter) {
    if (parameter->kind != PARAMETER_VAR_KEYWORD || !parameter->is_unpacked) return false;
    const Type *type = type_expand(checker, parameter->type);
    return type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_typed_dict;
}

// `**kwargs: Unpack[TD]` taken apart: it is the last of the parameters.
static void take_dict_apart(Matching *m, const Parameter *last) {
    Checker *checker = m->checker;
    const TypeCallable *callable = m->callable;
    const Type *type = type_expand(checker, last->type);
    class_specials(AS_INSTANCE(type)->cls);
    const TypedDictInfo *info = AS_INSTANCE(type)->cls->typed_dict;
    Parameter *parameters = arena_alloc(checker->scratch, (callable->count + (info ? info->items.count : 0)) * sizeof *parameters);
    uint32_t count = callable->count - 1;
    if (count) memcpy(parameters, callable->parameters, count * sizeof *parameters);
    for (uint32_t k = 0; info && k < info->items.count; k++) {
        const TypedDictItem *item = &info->items.items[k];
        parameters[count++] = (Parameter){.name = item->key, .type = type_specialise(checker, item->type, type), .kind = PARAMETER_KEYWORD_ONLY, .has_default = !item->is_required, .is_annotated = true};
    }
    if (info && info->extra_items && info->extra_items->kind != TYPE_NEVER) parameters[count++] = (Parameter){.type = info->extra_items, .kind = PARAMETER_VAR_KEYWORD, .is_annotated = true};
    m->parameters = parameters;
    m->parameter_count = count;
}

static void expand_parameters(Matching *m) {
    const TypeCallable *callable = m->callable;
    const Parameter *last = callable->count ? &callable->parameters[callable->count - 1] : NULL;
    m->parameters = callable->parameters;
    m->parameter_count = callable->count;
    if (last && is_unpacked_dict(m->checker, last)) take_dict_apart(m, last);
    while (m->positional_count < m->parameter_count && m->parameters[m->positional_count].kind <= PARAMETER_POSITIONAL_OR_KEYWORD) m->positional_count++;
    m->assigned = arena_array(m->checker->scratch, bool, m->parameter_count + 1);
}

static const Parameter *parameter_of_kind(const Matching *m, ParameterKind kind) {
    for (uint32_t i = 0; i < m->parameter_count; i++)
        if (m->parameters[i].kind == kind) return &m->parameters[i];
    return NULL;
}

static bool is_given_by_keyword(const CallArgument *args, uint32_t count, const Atom *name) {
    for (uint32_t i = 0; i < count; i++)
        if (args[i].keyword && args[i].keyword == name) return true;
    return false;
}

static const Type *argument_type(Matching *m, const CallArgument *argument, const Type *expected) {
    if (argument->type) return argument->type;
    return infer_expression(m->unit, argument->node, expected);
}

static const Ast *place_of(const Matching *m, const CallArgument *argument) { return argument && argument->node ? argument->node : m->node; }

// A positional argument (or an element of *args). False: nobody takes it.
static bool place_positional(Matching *m, const CallArgument *argument, const Type *given, uint32_t *next, uint32_t position) {
    if (*next < m->positional_count && !m->rest_has_begun) {
        m->assigned[*next] = true;
        add_match(m, argument, given, &m->parameters[(*next)++], position);
        return true;
    }
    const Parameter *args = parameter_of_kind(m, PARAMETER_VAR_POSITIONAL);
    if (args && args->is_unpacked) {
        CallArgument copy = *argument;
        if (given) copy.type = given, copy.star = 0;
        m->pack_parameter = args;
        vec_push(m->checker->arena, &m->pack, copy);
        return true;
    }
    if (args) {
        add_match(m, argument, given, args, position);
        return true;
    }
    if (m->callable->param_spec) {
        CallArgument copy = *argument;
        if (given) copy.type = given, copy.star = 0;
        vec_push(m->checker->arena, &m->rest, copy);
        return true;
    }
    if (m->callable->is_gradual) {
        add_match(m, argument, given, NULL, position);
        return true;
    }
    return false;
}

// A union of tuples of one length as one tuple: `*sys.exc_info()`. Anything else as it is.
static const Type *joined_tuples(Checker *checker, const Type *type) {
    const Type **items = NULL;
    uint32_t count = 0;
    TYPE_EACH(raw, type) {
        const Type *item = type_expand(checker, raw);
        const TypeTuple *tuple = item->kind == TYPE_TUPLE ? AS_TUPLE(item) : NULL;
        if (!tuple || tuple->variadic >= 0 || (items && tuple->count != count)) return type;
        if (!items) {
            items = arena_array(checker->arena, const Type *, tuple->count + 1);
            count = tuple->count;
            for (uint32_t i = 0; i < count; i++) items[i] = tuple->items[i];
            continue;
        }
        for (uint32_t i = 0; i < count; i++) items[i] = type_union2(checker, items[i], tuple->items[i]);
    }
    return items ? type_tuple(checker, items, count, -1) : type;
}

static void place_star(Matching *m, const CallArgument *argument, const CallArgument *args, uint32_t count, uint32_t *next, uint32_t position) {
    Checker *checker = m->checker;
    const Type *type = type_expand(checker, argument_type(m, argument, NULL));
    if (type->kind == TYPE_PARAM_SPEC_ARGS && m->callable->param_spec) {
        m->rest_has_begun = true; // what stands behind `*args` is no leading parameter any more
        vec_push(checker->arena, &m->rest, *argument);
        return;
    }
    if (type->kind == TYPE_UNION) type = joined_tuples(checker, type);
    const Type *shape = type->kind == TYPE_TUPLE || type->kind == TYPE_INSTANCE ? class_as_base(checker, type_as_instance(checker, type), known_class(checker, KNOWN_tuple)) : NULL;
    if (shape && shape->kind == TYPE_TUPLE && AS_TUPLE(shape)->variadic < 0) {
        const TypeTuple *tuple = AS_TUPLE(shape);
        for (uint32_t i = 0; i < tuple->count; i++)
            if (!place_positional(m, argument, tuple->items[i], next, position)) {
                check_report(m->unit, place_of(m, argument), TOO_MANY_ARGUMENTS, diag_text(name_of(m)));
                fail(m);
                return;
            }
        return;
    }
    const Parameter *vararg = parameter_of_kind(m, PARAMETER_VAR_POSITIONAL);
    if (shape && shape->kind == TYPE_TUPLE) {
        const TypeTuple *tuple = AS_TUPLE(shape);
        for (uint32_t i = 0; i < (uint32_t)tuple->variadic; i++) place_positional(m, argument, tuple->items[i], next, position);
        if (vararg && vararg->is_unpacked && *next >= m->positional_count) {
            CallArgument copy = *argument;
            const Type *rest = type_tuple(checker, tuple->items + tuple->variadic, tuple->count - (uint32_t)tuple->variadic, 0);
            copy.type = type_wrap(checker, TYPE_UNPACKED, rest);
            copy.star = 0;
            m->pack_parameter = vararg;
            vec_push(checker->arena, &m->pack, copy);
            return;
        }
    }
    const Type *item = shape && shape->kind == TYPE_TUPLE ? AS_TUPLE(shape)->items[AS_TUPLE(shape)->variadic] : infer_iterated(m->unit, place_of(m, argument), type, false);
    if (item->kind == TYPE_VAR_TUPLE) item = object_type(checker);
    m->star_unbounded = true;
    while (*next < m->positional_count) {
        const Parameter *p = &m->parameters[*next];
        if (p->name && p->kind == PARAMETER_POSITIONAL_OR_KEYWORD && is_given_by_keyword(args, count, p->name)) break;
        m->assigned[*next] = true;
        add_match(m, argument, item, p, position);
        (*next)++;
    }
    if (vararg && vararg->is_unpacked) {
        CallArgument copy = *argument;
        copy.type = type_wrap(checker, TYPE_UNPACKED, type_tuple_of(checker, item));
        copy.star = 0;
        m->pack_parameter = vararg;
        vec_push(checker->arena, &m->pack, copy);
    } else if (vararg) {
        add_match(m, argument, item, vararg, position);
    } else if (m->callable->param_spec) {
        vec_push(checker->arena, &m->rest, *argument);
    }
}

static void place_keyword(Matching *m, const CallArgument *argument, const Atom *name, const Type *given, uint32_t position) {
    Checker *checker = m->checker;
    for (uint32_t i = 0; i < m->parameter_count; i++) {
        const Parameter *p = &m->parameters[i];
        if (p->name != name || (p->kind != PARAMETER_POSITIONAL_OR_KEYWORD && p->kind != PARAMETER_KEYWORD_ONLY)) continue;
        if (m->assigned[i]) {
            if (given && m->keywords_unbounded) return;
            if (m->star_unbounded && p->kind == PARAMETER_POSITIONAL_OR_KEYWORD) return;
            check_report(m->unit, place_of(m, argument), MULTIPLE_VALUES, diag_text(name->text), diag_text(name_of(m)));
            fail(m);
            return;
        }
        m->assigned[i] = true;
        add_match(m, argument, given, p, position);
        return;
    }
    const Parameter *kwargs = parameter_of_kind(m, PARAMETER_VAR_KEYWORD);
    if (kwargs) {
        add_match(m, argument, given, kwargs, position);
        return;
    }
    if (m->callable->param_spec) {
        CallArgument copy = *argument;
        if (given) copy.type = given, copy.star = 0, copy.keyword = name;
        vec_push(checker->arena, &m->rest, copy);
        return;
    }
    if (m->callable->is_gradual) {
        add_match(m, argument, given, NULL, position);
        return;
    }
    explain_callee(checker, check_report(m->unit, place_of(m, argument), UNEXPECTED_KEYWORD, diag_text(name->text), diag_text(name_of(m))), m->callable, name);
    fail(m);
}

// Value type of a mapping with str keys; NULL: none.
static const Type *mapping_value(Checker *checker, const Type *type) {
    ClassInfo *protocol = known_class(checker, KNOWN_Keys);
    if (!protocol || protocol->type_param_count < 2) protocol = known_class(checker, KNOWN_Mapping);
    if (!protocol || protocol->type_param_count < 2) return checker->types.unknown;
    Solver solver;
    solver_start(checker, &solver);
    const Type *fresh = solver_instantiate_variables(&solver, type_self_instance(checker, protocol), protocol->type_params, 2);
    const Type *value = NULL;
    if (type_assignable_with(checker, fresh, type_upper_bound(checker, type), &solver, NULL, RELATE_KEEP_LITERAL)) {
        const Type *key = solver_solution(&solver, protocol->type_params[0]);
        bool fits = !key || type_is_any(key) || type_assignable(checker, key, known_instance(checker, KNOWN_str)) || type_assignable(checker, known_instance(checker, KNOWN_str), key);
        if (fits) value = solver_solution(&solver, protocol->type_params[1]);
        if (fits && !value) value = checker->types.unknown; // its values are Any: nothing has been solved
    }
    solver_end(&solver);
    return value;
}

// Is it a required key of the TypedDict that `**kwargs: Unpack[TD]` unpacks, and not given yet?
static bool is_required_key(const Matching *m, const Atom *key) {
    for (uint32_t i = 0; i < m->callable->count; i++)
        if (m->callable->parameters[i].name == key && m->callable->parameters[i].kind != PARAMETER_VAR_KEYWORD) return false;
    for (uint32_t i = 0; i < m->parameter_count; i++)
        if (m->parameters[i].name == key && m->parameters[i].kind == PARAMETER_KEYWORD_ONLY) return !m->parameters[i].has_default && !m->assigned[i];
    return false;
}

// May keys come that `**kwargs: Unpack[TD]` does not name? (TD is not closed: a value of a subtype has them.)
static bool takes_more_keys(const Matching *m, const Atom *key) {
    for (uint32_t i = 0; i < m->parameter_count; i++)
        if (m->parameters[i].name == key) return false;
    const Parameter *last = m->callable->count ? &m->callable->parameters[m->callable->count - 1] : NULL;
    if (!last || last->kind != PARAMETER_VAR_KEYWORD || !last->is_unpacked) return false;
    const Type *type = type_expand(m->checker, last->type);
    const TypedDictInfo *info = type->kind == TYPE_INSTANCE ? AS_INSTANCE(type)->cls->typed_dict : NULL;
    return info && !info->is_closed && !info->extra_items;
}

static void place_double_star(Matching *m, const CallArgument *argument, uint32_t position) {
    Checker *checker = m->checker;
    const Type *type = type_expand(checker, argument_type(m, argument, NULL));
    if (type->kind == TYPE_PARAM_SPEC_KWARGS && m->callable->param_spec) {
        vec_push(checker->arena, &m->rest, *argument);
        return;
    }
    if (type->kind == TYPE_INSTANCE && AS_INSTANCE(type)->cls->is_typed_dict) {
        class_specials(AS_INSTANCE(type)->cls);
        const TypedDictInfo *info = AS_INSTANCE(type)->cls->typed_dict;
        for (uint32_t i = 0; info && i < info->items.count; i++) {
            const TypedDictItem *item = &info->items.items[i];
            // One that may be missing counts as given to an ordinary parameter, as for the other checkers; a key that `**kwargs: Unpack[TD]` requires it does not give.
            if (!item->is_required && is_required_key(m, item->key)) {
                check_report(m->unit, place_of(m, argument), MISSING_NAMED_ARGUMENT, diag_text(item->key->text), diag_text(name_of(m)));
                fail(m);
                return;
            }
            if (!takes_more_keys(m, item->key)) place_keyword(m, argument, item->key, type_specialise(checker, item->type, type), position);
        }
        return;
    }
    const Type *value = type_is_any(type) ? checker->types.unknown : type->kind == TYPE_PARAM_SPEC_KWARGS ? object_type(checker) : mapping_value(checker, type);
    if (!value) {
        check_report(m->unit, place_of(m, argument), KEYWORDS_NOT_MAPPING, diag_text(name_of(m)), diag_type(type));
        fail(m);
        return;
    }
    m->keywords_unbounded = true;
    for (uint32_t i = 0; i < m->parameter_count; i++) {
        const Parameter *p = &m->parameters[i];
        bool open = !m->assigned[i] && (p->kind == PARAMETER_POSITIONAL_OR_KEYWORD || p->kind == PARAMETER_KEYWORD_ONLY);
        if (!open && p->kind != PARAMETER_VAR_KEYWORD) continue;
        if (open) m->assigned[i] = true;
        add_match(m, argument, value, p, position);
    }
    if (m->callable->param_spec) vec_push(checker->arena, &m->rest, *argument);
}

static void report_missing(Matching *m) {
    Checker *checker = m->checker;
    const char *names = NULL;
    uint32_t missing = 0;
    for (uint32_t i = 0; i < m->parameter_count; i++) {
        const Parameter *p = &m->parameters[i];
        if (m->assigned[i] || p->has_default) continue;
        if (p->kind == PARAMETER_KEYWORD_ONLY) {
            if (m->keywords_unbounded) continue;
            explain_callee(checker, check_report(m->unit, m->node, MISSING_NAMED_ARGUMENT, diag_text(p->name ? p->name->text : "?"), diag_text(name_of(m))), m->callable, NULL);
            fail(m);
            continue;
        }
        if (p->kind > PARAMETER_POSITIONAL_OR_KEYWORD) continue;
        if (m->star_unbounded || (m->keywords_unbounded && p->kind == PARAMETER_POSITIONAL_OR_KEYWORD)) continue;
        missing++;
        if (p->name) names = names ? check_text(checker, "%s, \"%s\"", names, p->name->text) : check_text(checker, "\"%s\"", p->name->text);
    }
    if (!missing) return;
    fail(m);
    if (names) explain_callee(checker, check_report(m->unit, m->node, MISSING_ARGUMENT, diag_text(names), diag_text(missing > 1 ? "s" : ""), diag_text(name_of(m))), m->callable, NULL);
    else check_report(m->unit, m->node, TOO_FEW_ARGUMENTS, diag_text(name_of(m)));
}

static void match_arguments(Matching *m, const CallArgument *args, uint32_t count) {
    expand_parameters(m);
    uint32_t next = 0;
    for (uint32_t i = 0; i < count && !m->failed; i++) {
        if (args[i].star == 1) place_star(m, &args[i], args, count, &next, i + 1);
        else if (args[i].star == 0 && !args[i].keyword && !place_positional(m, &args[i], NULL, &next, i + 1)) {
            bool named = parameter_of_kind(m, PARAMETER_KEYWORD_ONLY) != NULL;
            Diagnostic *diagnostic = named ? check_report(m->unit, place_of(m, &args[i]), TOO_MANY_POSITIONAL, diag_text(name_of(m))) : check_report(m->unit, place_of(m, &args[i]), TOO_MANY_ARGUMENTS, diag_text(name_of(m)));
            explain_callee(m->unit->checker, diagnostic, m->callable, NULL);
            fail(m);
        }
    }
    for (uint32_t i = 0; i < count && !m->failed; i++)
        if (args[i].keyword && args[i].star == 0) place_keyword(m, &args[i], args[i].keyword, args[i].type && 0 ? args[i].type : NULL, i + 1);
    for (uint32_t i = 0; i < count && !m->failed; i++)
        if (args[i].star == 2) place_double_star(m, &args[i], i + 1);
    if (!m->failed) report_missing(m);
}

// ---- relating ---------------------------------------------------------------------------------------------------------------

static const char *argument_label(Matching *m, const Match *match) {
    const CallArgument *argument = match->argument;
    if (argument->keyword) return check_text(m->checker, "\"%s\"", argument->keyword->text);
    return check_text(m->checker, "%u", match->position);
}

// A variable that is still open is shown as what it may be at most: Iterable[Orderable], not Iterable[OrderableT].
static const Type *bound_of_open(Checker *checker, const Type *part, void *context) {
    const Matching *m = context;
    if (part->kind != TYPE_VARIABLE || !solver_owns(m->solver, part)) return part;
    const TypeVarInfo *info = AS_VARIABLE(part)->info;
    (void)checker;
    return info->bound && !(info->bound->flags & TYPE_HAS_VARIABLE) ? info->bound : part;
}

static const Ast *argument_named(const AstNodes *list, const Atom *name) {
    for (uint32_t i = 0; i < list->count; i++)
        if (((const Astarg *)list->items[i])->arg == name) return list->items[i];
    return NULL;
}

// Where the function declares its parameter; where it has none of that name (another signature stands for it), its own name.
static Span declaration_of(const Ast *function, const Atom *name) {
    if (function->kind == AST_Lambda) return function->span;
    const AstFunctionDef *def = (const AstFunctionDef *)function;
    const Astarguments *arguments = (const Astarguments *)def->args;
    const Ast *found = argument_named(&arguments->posonlyargs, name);
    if (!found) found = argument_named(&arguments->args, name);
    if (!found) found = argument_named(&arguments->kwonlyargs, name);
    if (!found && arguments->vararg && ((const Astarg *)arguments->vararg)->arg == name) found = arguments->vararg;
    if (!found && arguments->kwarg && ((const Astarg *)arguments->kwarg)->arg == name) found = arguments->kwarg;
    return found ? found->span : def->name_span;
}

static void report_argument(Matching *m, const Match *match, const Type *given, const Type *wanted) {
    Checker *checker = m->checker;
    const Ast *place = place_of(m, match->argument);
    const Type *raw = match->wanted;
    if (raw->kind == TYPE_VARIABLE && solver_owns(m->solver, raw)) {
        const TypeVarInfo *info = AS_VARIABLE(raw)->info;
        if (info->bound || info->constraint_count) {
            check_report(m->unit, place, TYPE_VAR_VALUE, diag_text(info->name->text), diag_text(name_of(m)), diag_type(given));
            return;
        }
    }
    if (wanted->flags & TYPE_HAS_FRESH) wanted = type_map(checker, wanted, bound_of_open, m);
    bool literal = wanted->kind == TYPE_LITERAL || (wanted->kind == TYPE_UNION && type_strip_literal(checker, wanted, false) != wanted);
    Diagnostic *diagnostic = check_report(m->unit, place, ARGUMENT_TYPE, diag_type(literal ? type_make_explicit(checker, given) : given), diag_type(wanted), diag_text(argument_label(m, match)), diag_text(name_of(m)));
    if (!diagnostic) return;
    explain_mismatch(m->unit, diagnostic, match->argument->node, wanted, given);
    if (match->parameter && m->callable->info && m->callable->info->unit && m->callable->info->unit->is_stub) return; // the library's own lines are of no help
    if (match->parameter && m->callable->info && m->callable->info->unit && m->callable->info->node) {
        diagnostic->related_source = m->callable->info->unit->source;
        diagnostic->related_span = declaration_of(m->callable->info->node, match->parameter->name);
        diagnostic->related_text = "the parameter is declared here";
    }
}

// What the argument is expected to be: the parameter's type as far as it is known. NULL: not known.
static const Type *hint_for(Matching *m, const Match *match) {
    if (!match->wanted) return NULL;
    const Type *wanted = match->wanted;
    if (m->is_solving) wanted = solver_apply(m->solver, wanted, true);
    bool callable_hint = (match->argument->node && match->argument->node->kind == AST_Lambda) || wants_type_form(wanted);
    if (wanted->flags & TYPE_HAS_FRESH && !callable_hint) return NULL;
    return wanted;
}

// `{"value": 1}` for a parameter of a generic TypedDict whose arguments are still to be found: as the call of the class would have it. NULL: another argument.
static const Type *generic_typed_dict(Matching *m, const Match *match) {
    const Ast *node = match->given || match->argument->type ? NULL : match->argument->node;
    if (!m->is_solving || !node || node->kind != AST_Dict || !match->wanted || !(match->wanted->flags & TYPE_HAS_FRESH)) return NULL;
    const Type *wanted = type_expand(m->checker, match->wanted);
    if (wanted->kind != TYPE_INSTANCE || !AS_INSTANCE(wanted)->cls->is_typed_dict) return NULL;
    const AstDict *dict = (const AstDict *)node;
    CallArgument *args = arena_array(m->checker->arena, CallArgument, dict->keys.count + 1);
    for (uint32_t i = 0; i < dict->keys.count; i++) {
        const Atom *key = dict->keys.items[i] ? ast_constant_text(m->checker, dict->keys.items[i]) : NULL;
        if (!key) return NULL;
        args[i] = (CallArgument){.node = dict->values.items[i], .keyword = key};
    }
    Speculation trial = speculation_start(m->checker);
    CallResult made = infer_call_type(m->unit, node, type_class_object(m->checker, type_self_instance(m->checker, AS_INSTANCE(wanted)->cls), true), args, dict->keys.count, NULL);
    if (speculation_end(m->checker, trial) || made.failed) return NULL;
    infer_expression(m->unit, node, made.type);
    return made.type;
}

static bool is_upper_only(const Type *part, void *context) {
    const Matching *m = context;
    if (!type_is_variable(part) || !solver_owns(m->solver, part)) return false;
    for (uint32_t i = 0; i < m->solver->entries.count; i++)
        if (m->solver->entries.items[i].variable == part) return !m->solver->entries.items[i].lower && m->solver->entries.items[i].upper;
    return false;
}

// The hint for an argument. What a variable may be at most (`filter(bool, [1])`: an object) is no hint where the argument fits without.
static const Type *useful_hint(Matching *m, const Match *match) {
    const Type *hint = hint_for(m, match);
    const CallArgument *argument = match->argument;
    if (!hint || !m->is_solving || argument->type || !argument->node || argument->node->kind == AST_Lambda || !uses_expected(argument->node) || !type_any_part(match->wanted, is_upper_only, m)) return hint;
    Speculation trial = speculation_start(m->checker);
    const Type *plain = infer_expression(m->unit, argument->node, NULL);
    SolverMark mark = solver_mark(m->solver);
    bool fits = type_assignable_with(m->checker, match->wanted, plain, m->solver, NULL, 0);
    solver_rewind(m->solver, mark);
    return !speculation_end(m->checker, trial) && fits ? NULL : hint;
}

static bool relate_match(Matching *m, const Match *match) {
    Checker *checker = m->checker;
    const Type *display = generic_typed_dict(m, match);
    const Type *given = display ? display : match->given ? match->given : argument_type(m, match->argument, useful_hint(m, match));
    if (!match->wanted) return true;
    if (match->parameter && !match->parameter->is_annotated && type_is_variable(match->wanted)) return true; // an unannotated `self`, given by hand
    if (given->kind == TYPE_UNPACKED) given = AS_WRAPPER(given)->inner;
    if (type_is_any(match->wanted)) return true;
    SolverMark mark = {0};
    if (m->is_solving) mark = solver_mark(m->solver);
    if (type_assignable_with(checker, match->wanted, given, m->solver, NULL, 0)) return true;
    if (m->is_solving) solver_rewind(m->solver, mark);
    // A display evaluated with what the parameter says so far may be too narrow a reading; without, it may be right.
    if (m->is_solving && !match->given && !match->argument->type && hint_for(m, match) && uses_expected(match->argument->node) && match->argument->node->kind != AST_Lambda) {
        const Type *plain = infer_expression(m->unit, match->argument->node, NULL);
        if (plain != given && type_assignable_with(checker, match->wanted, plain, m->solver, NULL, 0)) return true;
        if (m->is_solving) solver_rewind(m->solver, mark);
    }
    const Type *wanted = m->is_solving ? solver_apply(m->solver, match->wanted, false) : match->wanted;
    if (m->is_solving && type_assignable(checker, wanted, given) && wanted->kind != TYPE_UNKNOWN && !(match->wanted->kind == TYPE_VARIABLE)) wanted = match->wanted;
    report_argument(m, match, given, wanted);
    fail(m);
    return false;
}

static bool is_late(const CallArgument *argument) {
    if (argument->type || !argument->node) return false;
    return argument->node->kind == AST_Lambda;
}

static void relate_pack(Matching *m) {
    if (!m->pack_parameter && !(m->callable->count && parameter_of_kind(m, PARAMETER_VAR_POSITIONAL) && parameter_of_kind(m, PARAMETER_VAR_POSITIONAL)->is_unpacked)) return;
    Checker *checker = m->checker;
    const Parameter *parameter = m->pack_parameter ? m->pack_parameter : parameter_of_kind(m, PARAMETER_VAR_POSITIONAL);
    const TypeTuple *shape = parameter->type->kind == TYPE_TUPLE ? AS_TUPLE(parameter->type) : NULL;
    const Type **items = arena_array(checker->arena, const Type *, m->pack.count);
    for (uint32_t i = 0; i < m->pack.count; i++) {
        const Type *hint = shape && shape->variadic >= 0 && i >= (uint32_t)shape->variadic ? shape->items[shape->variadic] : NULL;
        if (hint && (hint->flags & TYPE_HAS_VARIABLE)) hint = NULL;
        const Type *type = argument_type(m, &m->pack.items[i], hint);
        items[i] = type->kind == TYPE_UNPACKED ? type : type_widen_literal(checker, type, true);
        if (type->flags & TYPE_HAS_IMPLICIT && hint) items[i] = type;
    }
    const Type *given = type_tuple(checker, items, m->pack.count, -1);
    SolverMark mark = {0};
    if (m->is_solving) mark = solver_mark(m->solver);
    if (type_assignable_with(checker, parameter->type, given, m->solver, NULL, 0)) return;
    if (m->is_solving) solver_rewind(m->solver, mark);
    const Ast *place = m->pack.count ? place_of(m, &m->pack.items[0]) : m->node;
    const Type *wanted = m->is_solving ? solver_apply(m->solver, parameter->type, true) : parameter->type;
    check_report(m->unit, place, ARGUMENT_TYPE, diag_type(given), diag_type(wanted), diag_text("*args"), diag_text(name_of(m)));
    fail(m);
}

static void relate_all(Matching *m);

// The arguments that went to a ParamSpec: against its solution, or `*args, **kwargs` of the same rigid P. A generic function may have given P its parameters: the arguments say what its variables are.
static void relate_rest(Matching *m) {
    const Type *spec = m->callable->param_spec;
    if (!spec) return;
    Checker *checker = m->checker;
    if (m->is_solving && spec->flags & TYPE_HAS_FRESH) {
        const Type *open = solver_apply(m->solver, spec, true);
        spec = open->kind == TYPE_PARAMETERS ? open : solver_apply(m->solver, spec, false);
    }
    if (spec->kind == TYPE_PARAMETERS) {
        CallableBuilder builder;
        callable_edit(checker, &builder, spec);
        builder.kind = TYPE_CALLABLE;
        builder.result = checker->types.none;
        builder.info = m->callable->info;
        const TypeCallable *inner = AS_CALLABLE(callable_finish(checker, &builder));
        if (inner->head.flags & TYPE_HAS_FRESH) {
            Matching rest = {.unit = m->unit, .checker = checker, .node = m->node, .callable = inner, .is_solving = true, .solver = m->solver};
            match_arguments(&rest, m->rest.items, m->rest.count);
            if (rest.failed) infer_arguments_only(m->unit, m->rest.items, m->rest.count);
            else relate_all(&rest);
            if (rest.failed) fail(m);
            return;
        }
        MatchedCall call = call_signature(m->unit, m->node, inner, m->rest.items, m->rest.count, NULL);
        if (call.failed) fail(m);
        return;
    }
    if (spec->kind != TYPE_PARAM_SPEC) {
        infer_arguments_only(m->unit, m->rest.items, m->rest.count);
        return;
    }
    bool has_args = false, has_kwargs = false, other = false;
    for (uint32_t i = 0; i < m->rest.count; i++) {
        const Type *type = argument_type(m, &m->rest.items[i], NULL);
        if (m->rest.items[i].star == 1 && type->kind == TYPE_PARAM_SPEC_ARGS && AS_WRAPPER(type)->inner == spec) other |= has_args, has_args = true;
        else if (m->rest.items[i].star == 2 && type->kind == TYPE_PARAM_SPEC_KWARGS && AS_WRAPPER(type)->inner == spec) other |= has_kwargs, has_kwargs = true;
        else if (m->rest.items[i].star && type_is_any(type)) has_args |= m->rest.items[i].star == 1, has_kwargs |= m->rest.items[i].star == 2;
        else other = true;
    }
    for (uint32_t i = 0; i < m->matches.count; i++) // the parameters before P are positional: P may hold one of the same name
        other |= m->matches.items[i].argument && m->matches.items[i].argument->keyword;
    if (has_args && has_kwargs && !other) return;
    fail(m);
    const char *name = AS_VARIABLE(spec)->info->name->text;
    check_report(m->unit, m->node, PARAM_SPEC_ARGUMENTS, diag_text(name), diag_text(name_of(m)));
}

// ---- the whole call -------------------------------------------------------------------------------------------------------------

static bool is_open_pack(const Type *part, void *context) { return part->kind == TYPE_VAR_TUPLE && solver_owns(((Matching *)context)->solver, part); }

// `f: Callable[[*Ts], R]`: the arguments say what *Ts is, where the function would take several packs (it has defaults or *args, is generic, overloaded or a class).
static bool takes_several_packs(Matching *m, const Match *match) {
    if (!m->is_solving || !match->wanted || match->wanted->kind != TYPE_CALLABLE || !type_any_part(match->wanted, is_open_pack, m)) return false;
    const CallArgument *argument = match->argument;
    if (is_late(argument)) return true;
    const Type *given = match->given ? match->given : argument->type ? argument->type : infer_silently(m->unit, argument->node, NULL);
    if (given->kind != TYPE_CALLABLE) return true;
    for (uint32_t i = 0; i < AS_CALLABLE(given)->count; i++) {
        const Parameter *parameter = &AS_CALLABLE(given)->parameters[i];
        if (parameter->kind <= PARAMETER_POSITIONAL_OR_KEYWORD ? parameter->has_default : parameter->kind == PARAMETER_VAR_POSITIONAL && !parameter->is_unpacked) return true;
    }
    return false;
}

// The packs found so far put into a parameter's type.
static const Type *with_packs(Matching *m, const Type *wanted) {
    TypeList packs = {0}, found = {0};
    for (uint32_t i = 0; i < m->solver->entries.count; i++) {
        const SolverEntry *entry = &m->solver->entries.items[i];
        if (entry->variable->kind != TYPE_VAR_TUPLE || !entry->lower) continue;
        vec_push(m->checker->arena, &packs, entry->variable);
        vec_push(m->checker->arena, &found, entry->lower);
    }
    return packs.count ? type_substitute(m->checker, wanted, &(Substitution){packs.items, found.items, packs.count}) : wanted;
}

// A generic function, one of several overloads, or one that gives Any, for `f: Callable[[A], B]`: the other arguments say what A and B are, and the function only has to fit.
static bool is_open_function(Matching *m, const Match *match) {
    if (!m->is_solving || m->matches.count < 2 || !match->wanted || match->wanted->kind != TYPE_CALLABLE || !(match->wanted->flags & TYPE_HAS_FRESH) || AS_CALLABLE(match->wanted)->param_spec) return false;
    const CallArgument *argument = match->argument;
    if (argument->type && !argument->node) return true; // settle_overloaded tries one of them
    if (!argument->node || (argument->node->kind != AST_Name && argument->node->kind != AST_Attribute)) return false;
    const Type *given = argument->type ? argument->type : infer_silently(m->unit, argument->node, NULL);
    return given->kind == TYPE_OVERLOADED || (given->kind == TYPE_CALLABLE && (AS_CALLABLE(given)->variable_count || (AS_CALLABLE(given)->result && AS_CALLABLE(given)->result->kind == TYPE_ANY)));
}

// Is it a function whose types only its parameter can say, or that has several?
static bool is_open_element(Unit *unit, const Ast *node) {
    if (node->kind == AST_Lambda) return true;
    if (node->kind != AST_Name && node->kind != AST_Attribute) return false;
    const Type *type = infer_silently(unit, node, NULL);
    return type->kind == TYPE_OVERLOADED || (type->kind == TYPE_CALLABLE && AS_CALLABLE(type)->variable_count);
}

static void add_elements(Matching *m, const Match *whole, const AstNodes *elements, const Type *wanted) {
    for (uint32_t i = 0; i < elements->count; i++) {
        CallArgument *argument = arena_new(m->checker->arena, CallArgument);
        *argument = (CallArgument){.node = elements->items[i]};
        Match match = *whole;
        match.argument = argument;
        match.wanted = wanted;
        vec_push(m->checker->arena, &m->matches, match);
    }
}

// `[lambda a: a + 1, abs]` for an Iterable[Callable[[T], R]] with T and R still to be found: its elements are arguments of their own. False: it is something else.
static bool take_display_apart(Matching *m, const Match *match) {
    const Ast *node = match->given || !match->argument || match->argument->type || match->argument->star ? NULL : match->argument->node;
    if (!node || !match->wanted || !(match->wanted->flags & TYPE_HAS_FRESH) || type_is_variable(match->wanted)) return false;
    const AstNodes *elements = node->kind == AST_List ? &((const AstList *)node)->elts : node->kind == AST_Set ? &((const AstSet *)node)->elts : node->kind == AST_Tuple ? &((const AstTuple *)node)->elts
                             : node->kind == AST_Dict ? &((const AstDict *)node)->values : NULL;
    if (!elements) return false;
    bool is_open = false;
    for (uint32_t i = 0; i < elements->count; i++) {
        if (elements->items[i]->kind == AST_Starred || (node->kind == AST_Dict && !((const AstDict *)node)->keys.items[i])) return false;
        is_open = is_open || is_open_element(m->unit, elements->items[i]);
    }
    const Type *args[16];
    KnownClass known = node->kind == AST_Dict ? KNOWN_dict : node->kind == AST_Set ? KNOWN_set : KNOWN_list; // a tuple for an Iterable is read as a list would be
    if (!is_open || match->wanted->kind == TYPE_TUPLE || !expected_arguments(m->checker, known_class(m->checker, known), match->wanted, args)) return false;
    if (node->kind == AST_Dict) add_elements(m, match, &((const AstDict *)node)->keys, args[0]);
    add_elements(m, match, elements, args[node->kind == AST_Dict]);
    return true;
}

static void take_displays_apart(Matching *m) {
    for (uint32_t i = 0, count = m->matches.count; m->is_solving && i < count; i++) {
        Match match = m->matches.items[i];
        if (!take_display_apart(m, &match)) continue;
        m->matches.items[i] = vec_last(&m->matches); // of as many as it has elements, and it has one
        m->matches.count--;
    }
}

static bool is_unsolved(const Type *part, void *context) {
    const Matching *m = context;
    if (!type_is_variable(part) || !solver_owns(m->solver, part)) return false;
    for (uint32_t i = 0; i < m->solver->entries.count; i++) {
        const SolverEntry *entry = &m->solver->entries.items[i];
        if (entry->variable == part) return !entry->lower && !entry->solution;
    }
    return false;
}

// `lambda user: ...` for a Callable[[T], bool] where nothing has said what T is (what it may be at most does not count).
static bool is_blind_lambda(Matching *m, const Match *match) {
    if (!m->is_solving || !match->wanted || match->wanted->kind != TYPE_CALLABLE || match->argument->node->kind != AST_Lambda) return false;
    const TypeCallable *wanted = AS_CALLABLE(match->wanted);
    for (uint32_t i = 0; i < wanted->count; i++)
        if (type_any_part(wanted->parameters[i].type, is_unsolved, m)) return true;
    return false;
}

enum { RELATE_FIRST, RELATE_AFTER_PACKS, RELATE_OPEN_FUNCTIONS, RELATE_LAMBDAS, RELATE_ORDERS };

static void relate_all(Matching *m) {
    take_displays_apart(m);
    uint8_t *orders = arena_array(m->checker->scratch, uint8_t, m->matches.count + 1);
    bool pack_first = false;
    for (uint32_t i = 0; i < m->matches.count; i++) {
        bool several = takes_several_packs(m, &m->matches.items[i]);
        orders[i] = is_late(m->matches.items[i].argument) ? RELATE_LAMBDAS : several ? RELATE_AFTER_PACKS : is_open_function(m, &m->matches.items[i]) ? RELATE_OPEN_FUNCTIONS : RELATE_FIRST;
        pack_first |= several;
    }
    for (int order = 0; order < RELATE_ORDERS; order++) {
        if (order == RELATE_AFTER_PACKS && pack_first && !m->failed) relate_pack(m);
        for (uint32_t i = 0; i < m->matches.count; i++) {
            if (orders[i] != order) continue;
            Match match = m->matches.items[i];
            if (order != RELATE_FIRST && pack_first) match.wanted = with_packs(m, match.wanted);
            if (order == RELATE_LAMBDAS && is_blind_lambda(m, &match)) m->is_blind = true;
            if (relate_match(m, &match)) m->relevance++;
        }
    }
    if (!m->failed && !pack_first) relate_pack(m);
    if (!m->failed) relate_rest(m);
}

static bool any_matters(Matching *m) {
    for (uint32_t i = 0; i < m->matches.count; i++) {
        const Match *match = &m->matches.items[i];
        if (!match->wanted || is_late(match->argument)) continue;
        const Type *given = match->given ? match->given : match->argument->type ? match->argument->type : infer_silently(m->unit, match->argument->node, hint_for(m, match));
        if (!(given->flags & TYPE_HAS_ANY)) continue;
        const Type *wanted = m->is_solving ? solver_apply(m->solver, match->wanted, false) : match->wanted;
        if (type_is_any(wanted) || wanted == object_type(m->checker) || wanted == given) continue;
        if (type_is_any(given) || !type_is_strict_subtype(m->checker, given, wanted)) return true;
    }
    return false;
}

// A generic function was given for a Callable[P, R]: its own variables, which nothing has settled, make the resulting callable generic again.
// `V | T` where nothing has been found out about T: V. (No value of it was given, so none can come back.)
static const Type *without_unsolved(Solver *solver, const Type *type) {
    if (type->kind != TYPE_UNION) return type;
    const Type **kept = arena_array(solver->checker->arena, const Type *, AS_UNION(type)->count);
    uint32_t count = 0;
    TYPE_EACH(item, type) {
        bool unsolved = item->kind == TYPE_VARIABLE && solver_owns(solver, item) && !solver_solution(solver, item) && !AS_VARIABLE(item)->info->default_type;
        if (!unsolved) kept[count++] = item;
    }
    return count && count < AS_UNION(type)->count ? type_union(solver->checker, kept, count) : type;
}

static const Type *quantify_rest(Checker *checker, Solver *solver, const Type *type) {
    if (!(type->flags & TYPE_HAS_FRESH)) return type;
    if (type->kind == TYPE_OVERLOADED) {
        const TypeOverloaded *overloaded = AS_OVERLOADED(type);
        const Type **items = arena_array(checker->arena, const Type *, overloaded->count);
        for (uint32_t i = 0; i < overloaded->count; i++) items[i] = quantify_rest(checker, solver, overloaded->items[i]);
        return type_overloaded(checker, items, overloaded->count, overloaded->implementation);
    }
    TypeList fresh = {0}, originals = {0};
    for (uint32_t i = 0; i < solver->entries.count; i++) {
        const SolverEntry *entry = &solver->entries.items[i];
        TypeList found = {0};
        type_collect_variables(checker, type, AS_VARIABLE(entry->variable)->scope, &found);
        for (uint32_t k = 0; k < found.count; k++) {
            if (found.items[k] != entry->variable) continue;
            vec_push(checker->arena, &fresh, entry->variable);
            vec_push(checker->arena, &originals, entry->original);
        }
    }
    if (!fresh.count) return type;
    if (type->kind != TYPE_CALLABLE) return type_erase_variables(checker, type, fresh.items, fresh.count, false);
    CallableBuilder builder;
    callable_edit(checker, &builder, type_substitute(checker, type, &(Substitution){fresh.items, originals.items, fresh.count}));
    for (uint32_t i = 0; i < builder.variable_count; i++) vec_push(checker->arena, &originals, builder.variables[i]);
    builder.variables = originals.items;
    builder.variable_count = originals.count;
    return callable_finish(checker, &builder);
}

static bool is_literal_string_part(const Type *part, void *context) { return part == (const Type *)context; }
static const Type *literal_string_to_str(Checker *checker, const Type *part, void *context) {
    (void)context;
    return part == checker->literal_string ? known_instance(checker, KNOWN_str) : part;
}
static const Type *literal_string_to_implicit(Checker *checker, const Type *part, void *context) {
    (void)context;
    return part == checker->literal_string ? implicit_literal_string_type(checker) : part;
}

// Does the function itself speak of LiteralString (and not a type variable that stands for it here)?
static bool declares_literal_string(Checker *checker, const FunctionInfo *info) {
    if (!info || !info->unit || !info->node) return true;
    const Type *result = function_return_type(info->unit, info->node);
    return !result || type_any_part(result, is_literal_string_part, (void *)checker->literal_string);
}

// Methods of str give LiteralString from literals: a value of that type is shown as str and may become one; inside of containers that can be changed it is str unless LiteralString is asked for.
static const Type *without_literal_strings(Checker *checker, const FunctionInfo *info, const Type *type, const Type *expected) {
    if (!type_any_part(type, is_literal_string_part, (void *)checker->literal_string) || !declares_literal_string(checker, info)) return type;
    if (type == checker->literal_string) return implicit_literal_string_type(checker);
    if (type->kind != TYPE_INSTANCE && type->kind != TYPE_TUPLE) return type;
    if (expected && type_any_part(expected, is_literal_string_part, (void *)checker->literal_string)) return type;
    bool is_covariant = type->kind == TYPE_TUPLE || is_known(AS_INSTANCE(type)->cls, KNOWN_Iterator); // nothing else can be put in
    return type_map(checker, type, is_covariant ? literal_string_to_implicit : literal_string_to_str, NULL);
}

// `Callable[[T], T]` met a generic function: T is then what that function's own variable is, any type. It stays itself, and the resulting callable is generic in it.
static void keep_linked(Checker *checker, Solver *solver, uint32_t own_variables, TypeList *open) {
    for (uint32_t i = 0; i < own_variables; i++) {
        SolverEntry *own = &solver->entries.items[i];
        if (own->variable->kind != TYPE_VARIABLE || own->lower || own->upper || own->solution) continue;
        for (uint32_t k = own_variables; k < solver->entries.count; k++)
            if (solver->entries.items[k].lower == own->variable || solver->entries.items[k].upper == own->variable) {
                own->solution = own->original;
                vec_push(checker->arena, open, own->original);
                break;
            }
    }
}

// One reading of the call. `expected`: bounds from the wanted result come first.
static MatchedCall try_call(Unit *unit, const Ast *node, const TypeCallable *callable, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    Solver solver;
    ArenaMark mark = arena_mark(checker->scratch);
    Matching m = {.unit = unit, .checker = checker, .node = node, .callable = callable};
    m.is_solving = callable->variable_count > 0;
    uint32_t own_variables = 0;
    if (m.is_solving) {
        solver_start(checker, &solver);
        m.solver = &solver;
        m.callable = AS_CALLABLE(solver_instantiate(&solver, &callable->head));
        own_variables = solver.entries.count;
    }
    MatchedCall result = {.result = checker->types.unknown};
    bool is_inferred = !callable->info || !callable->info->unit || callable->info->unit->is_stub;
    CalleeOrigin outer_callee = checker->callee;
    checker->callee = callee_origin(callable->info); // a call among the arguments decides for itself
    match_arguments(&m, args, count);
    if (m.failed) {
        if (!checker->silent) infer_arguments_only(unit, args, count);
        result.failed = true;
    } else {
        m.relevance = 1;
        if (expected && m.is_solving && m.callable->result && m.callable->result->flags & TYPE_HAS_FRESH) {
            SolverMark before = solver_mark(&solver);
            if (!type_assignable_with(checker, expected, m.callable->result, &solver, NULL, 0)) solver_rewind(&solver, before);
            else for (uint32_t i = 0; i < solver.entries.count; i++) solver.entries.items[i].is_from_expected = solver.entries.items[i].lower != NULL;
        }
        relate_all(&m);
        result.failed = m.failed;
        result.relevance = m.relevance;
        result.is_blind = m.is_blind;
        const Type *type = m.callable->result;
        if (!result.failed && checker->silent) result.any_matters = any_matters(&m);
        if (type->kind == TYPE_UNKNOWN && callable->info) type = callable_result(checker, callable);
        TypeList kept_open = {0};
        if (m.is_solving && type->kind == TYPE_CALLABLE) keep_linked(checker, &solver, own_variables, &kept_open);
        if (m.is_solving) type = quantify_rest(checker, &solver, solver_apply(&solver, without_unsolved(&solver, type), false));
        if (kept_open.count && type->kind == TYPE_CALLABLE) {
            CallableBuilder builder;
            callable_edit(checker, &builder, type);
            for (uint32_t i = 0; i < builder.variable_count; i++) vec_push(checker->arena, &kept_open, builder.variables[i]);
            builder.variables = kept_open.items;
            builder.variable_count = kept_open.count;
            type = callable_finish(checker, &builder);
        }
        if (is_inferred && checker->literal_string) type = without_literal_strings(checker, callable->info, type, expected);
        result.result = type;
    }
    checker->callee = outer_callee;
    if (m.is_solving) solver_end(&solver);
    arena_release(checker->scratch, mark);
    return result;
}

static bool has_lambda(const CallArgument *args, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (is_late(&args[i])) return true;
    return false;
}

MatchedCall call_signature(Unit *unit, const Ast *node, const TypeCallable *callable, const CallArgument *args, uint32_t count, const Type *expected) {
    Checker *checker = unit->checker;
    if (checker->depth >= CHECKER_MAX_DEPTH) return (MatchedCall){.result = checker->types.unknown};
    checker->depth++;
    bool guided = expected && callable->variable_count && callable->result && callable->result->flags & TYPE_HAS_VARIABLE && !type_is_any(expected) && !(expected->flags & TYPE_HAS_FRESH);
    if (guided) { // what the context wants is tried first; it must not make a good call bad
        Speculation trial = speculation_start(checker);
        MatchedCall first = try_call(unit, node, callable, args, count, expected);
        bool errors = speculation_end(checker, trial);
        guided = !errors && !first.failed && type_assignable(checker, expected, first.result);
        if (!guided && !first.is_blind && has_lambda(args, count)) { // what is wrong may be in a lambda that only the context tells its parameters
            trial = speculation_start(checker);
            MatchedCall plain = try_call(unit, node, callable, args, count, NULL);
            speculation_end(checker, trial);
            guided = plain.is_blind;
        }
    }
    MatchedCall result = try_call(unit, node, callable, args, count, guided || !callable->variable_count ? expected : NULL);
    checker->depth--;
    return result;
}

void infer_arguments_only(Unit *unit, const CallArgument *args, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (args[i].node && !args[i].type) infer(unit, args[i].node);
}
