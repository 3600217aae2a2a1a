// Substitution and the solver.
#include "typecheck/solve.h"
#include <string.h>

// ---- substitution --------------------------------------------------------------------------------------------------

static const Type *substitute_part(Checker *checker, const Type *part, void *context) {
    (void)checker;
    const Substitution *substitution = context;
    if (!type_is_variable(part)) return part;
    for (uint32_t i = 0; i < substitution->count; i++)
        if (substitution->variables[i] == part) return substitution->types[i];
    return part;
}

const Type *type_substitute(Checker *checker, const Type *type, const Substitution *substitution) {
    if (!substitution->count || !(type->flags & TYPE_HAS_VARIABLE)) return type;
    return type_map(checker, type, substitute_part, (void *)substitution);
}

const Type *type_specialise(Checker *checker, const Type *type, const Type *instance) {
    if (!(type->flags & TYPE_HAS_VARIABLE)) return type;
    if (instance->kind == TYPE_TUPLE) {
        ClassInfo *cls = known_class(checker, KNOWN_tuple);
        if (!cls || !cls->type_param_count) return type;
        const TypeTuple *tuple = AS_TUPLE(instance);
        const Type **items = arena_array(checker->arena, const Type *, tuple->count);
        for (uint32_t i = 0; i < tuple->count; i++) items[i] = tuple->items[i]->kind == TYPE_VAR_TUPLE ? object_type(checker) : tuple->items[i];
        const Type *item = tuple->count ? type_union(checker, items, tuple->count) : checker->types.never;
        return type_substitute(checker, type, &(Substitution){cls->type_params, &item, 1});
    }
    if (instance->kind != TYPE_INSTANCE) return type;
    const TypeInstance *receiver = AS_INSTANCE(instance);
    return type_substitute(checker, type, &(Substitution){receiver->cls->type_params, (const Type **)receiver->args, receiver->count});
}

typedef struct SelfBinding {
    const Type *self;
    const ClassInfo *owner; // NULL: any
} SelfBinding;

static const Type *bind_self_part(Checker *checker, const Type *part, void *context) {
    (void)checker;
    const SelfBinding *binding = context;
    if (part->kind != TYPE_VARIABLE || !AS_VARIABLE(part)->info->is_self) return part;
    return !binding->owner || AS_VARIABLE(part)->info->self_class == binding->owner ? binding->self : part;
}

const Type *type_bind_self_of(Checker *checker, const Type *type, const Type *self, const ClassInfo *owner) {
    if (!(type->flags & TYPE_HAS_SELF)) return type;
    if (type_is_implicit_literal(self)) self = type_widen_literal(checker, self, false);
    SelfBinding binding = {self, owner};
    return type_map(checker, type, bind_self_part, &binding);
}
const Type *type_bind_self(Checker *checker, const Type *type, const Type *self) { return type_bind_self_of(checker, type, self, NULL); }

typedef struct Collect {
    Checker *checker;
    uint32_t scope;
    TypeList *out;
} Collect;

static bool collect_part(const Type *part, void *context) {
    Collect *collect = context;
    if (!type_is_variable(part)) return false;
    uint32_t scope = AS_VARIABLE(part)->scope;
    if (collect->scope == UINT32_MAX ? scope >= TYPE_SCOPE_FRESH : scope != collect->scope) return false;
    for (uint32_t i = 0; i < collect->out->count; i++)
        if (collect->out->items[i] == part) return false;
    vec_push(collect->checker->arena, collect->out, part);
    return false;
}

void type_collect_variables(Checker *checker, const Type *type, uint32_t scope, TypeList *out) {
    if (!(type->flags & TYPE_HAS_VARIABLE)) return;
    Collect collect = {checker, scope, out};
    type_any_part(type, collect_part, &collect);
}

static const Type *rescope_part(Checker *checker, const Type *part, void *context) {
    if (!type_is_variable(part) || AS_VARIABLE(part)->scope != TYPE_SCOPE_FREE) return part;
    return type_variable(checker, AS_VARIABLE(part)->info, *(uint32_t *)context);
}

const Type *type_rescope(Checker *checker, const Type *type, uint32_t scope) {
    return type->flags & TYPE_HAS_VARIABLE ? type_map(checker, type, rescope_part, &scope) : type;
}

// `...` as the value of a ParamSpec, tuple[Unknown, ...] for a TypeVarTuple.
static const Type *unknown_for(Checker *checker, const Type *variable) {
    if (variable->kind == TYPE_VAR_TUPLE) return type_tuple_of(checker, checker->types.unknown);
    if (variable->kind != TYPE_PARAM_SPEC) return checker->types.unknown;
    CallableBuilder builder;
    callable_start(&builder, TYPE_PARAMETERS, NULL);
    builder.is_gradual = true;
    return callable_finish(checker, &builder);
}

static const Type *default_for(Checker *checker, const Type *variable) {
    TypeVarInfo *info = AS_VARIABLE(variable)->info;
    if (info->state == 0) type_variable_complete(checker, info);
    return info->state == 2 ? info->default_type : NULL;
}

const Type *type_erase_variables(Checker *checker, const Type *type, const Type *const *variables, uint32_t count, bool use_default) {
    if (!count || !(type->flags & TYPE_HAS_VARIABLE)) return type;
    const Type **types = arena_array(checker->arena, const Type *, count);
    for (uint32_t i = 0; i < count; i++) {
        const Type *by_default = use_default ? default_for(checker, variables[i]) : NULL;
        types[i] = by_default ? by_default : unknown_for(checker, variables[i]);
        for (uint32_t k = 0; k < i && types[i]->flags & TYPE_HAS_VARIABLE; k++) { // a default names the parameters before it freely or as those of its own list
            const Type *free = type_variable(checker, AS_VARIABLE(variables[k])->info, TYPE_SCOPE_FREE);
            types[i] = type_substitute(checker, types[i], &(Substitution){&free, &types[k], 1});
            types[i] = type_substitute(checker, types[i], &(Substitution){(const Type **)&variables[k], &types[k], 1});
        }
    }
    return type_substitute(checker, type, &(Substitution){(const Type **)variables, types, count});
}

// ---- the solver ------------------------------------------------------------------------------------------------------

void solver_start(Checker *checker, Solver *solver) {
    uint32_t scope = TYPE_SCOPE_FRESH + checker->fresh_depth * 16;
    *solver = (Solver){.checker = checker, .first_scope = scope, .next_scope = scope};
    checker->fresh_depth++;
}

void solver_end(Solver *solver) { solver->checker->fresh_depth--; }

const Type *solver_instantiate_variables(Solver *solver, const Type *type, const Type *const *variables, uint32_t count) {
    if (!count) return type;
    Checker *checker = solver->checker;
    // More instantiations than scopes share the last one: their variables differ by declaration, save for one function used twice.
    uint32_t scope = solver->next_scope;
    if (solver->next_scope < solver->first_scope + 15) solver->next_scope++;
    const Type **fresh = arena_array(checker->arena, const Type *, count);
    for (uint32_t i = 0; i < count; i++) {
        fresh[i] = type_variable(checker, AS_VARIABLE(variables[i])->info, scope);
        SolverEntry entry = {.variable = fresh[i], .original = variables[i]};
        vec_push(checker->arena, &solver->entries, entry);
    }
    return type_substitute(checker, type, &(Substitution){(const Type **)variables, fresh, count});
}

const Type *solver_instantiate(Solver *solver, const Type *callable) {
    const TypeCallable *type = AS_CALLABLE(callable);
    if (!type->variable_count) return callable;
    CallableBuilder builder;
    callable_edit(solver->checker, &builder, callable);
    const Type **variables = builder.variables;
    uint32_t count = builder.variable_count;
    builder.variables = NULL;
    builder.variable_count = 0;
    return solver_instantiate_variables(solver, callable_finish(solver->checker, &builder), variables, count);
}

static SolverEntry *entry_of(const Solver *solver, const Type *variable) {
    for (uint32_t i = solver->entries.count; i-- > 0;)
        if (solver->entries.items[i].variable == variable) return &solver->entries.items[i];
    return NULL;
}

bool solver_owns(const Solver *solver, const Type *variable) {
    if (!solver || !type_is_variable(variable)) return false;
    uint32_t scope = AS_VARIABLE(variable)->scope;
    return scope >= solver->first_scope && scope < solver->first_scope + 16 && entry_of(solver, variable);
}

SolverMark solver_mark(Solver *solver) {
    SolverMark mark = {.count = solver->entries.count};
    mark.entries = arena_alloc(solver->checker->scratch, mark.count * sizeof(SolverEntry));
    if (mark.count) memcpy(mark.entries, solver->entries.items, mark.count * sizeof *mark.entries);
    return mark;
}

void solver_rewind(Solver *solver, SolverMark mark) {
    if (mark.count) memcpy(solver->entries.items, mark.entries, mark.count * sizeof *mark.entries);
    solver->entries.count = mark.count;
}

static void explain(Checker *checker, RelateTrace *trace, const char *text) {
    if (trace) vec_push(checker->arena, &trace->lines, text);
}

// Does `type` mention the variable itself?
static bool is_part(const Type *part, void *context) { return part == context; }
static bool mentions(const Type *type, const Type *variable) { return type->flags & TYPE_HAS_FRESH && type_any_part(type, is_part, (void *)variable); }

// The constraint (of `T: (int, str)`) that a type solves to: the first it fits, exact matches first. NULL: none.
static const Type *pick_constraint(Solver *solver, const TypeVarInfo *info, const Type *type, bool is_lower) {
    Checker *checker = solver->checker;
    for (uint32_t i = 0; i < info->constraint_count && type->kind == TYPE_LITERAL; i++)
        if (type_same_literal(type_expand(checker, info->constraints[i]), type)) return info->constraints[i];
    type = type_upper_bound(checker, type_widen_literal(checker, type, false));
    for (uint32_t i = 0; i < info->constraint_count; i++)
        if (type_is_equivalent(checker, info->constraints[i], type)) return info->constraints[i];
    const Type *best = NULL;
    for (uint32_t i = 0; i < info->constraint_count; i++) {
        const Type *constraint = info->constraints[i];
        bool fits = is_lower ? type_assignable(checker, constraint, type) : type_assignable(checker, type, constraint);
        if (fits && (!best || type_is_strict_subtype(checker, constraint, best))) best = constraint;
    }
    return best;
}

static bool add_constrained(Solver *solver, SolverEntry *entry, const Type *type, bool is_lower, RelateTrace *trace) {
    Checker *checker = solver->checker;
    const TypeVarInfo *info = AS_VARIABLE(entry->variable)->info;
    if (type_is_any(type)) {
        if (!entry->lower) entry->solution = type; // Any stays, unless another argument says more
        return true;
    }
    if (type->kind == TYPE_VARIABLE && AS_VARIABLE(type)->info->constraint_count) { // a rigid variable: each of its constraints must be one of ours
        if (entry->lower && entry->lower != type) return false;
        const TypeVarInfo *other = AS_VARIABLE(type)->info;
        for (uint32_t i = 0; i < other->constraint_count; i++)
            if (!pick_constraint(solver, info, other->constraints[i], is_lower)) return false;
        entry->lower = entry->upper = type;
        return true;
    }
    if (type->kind == TYPE_VARIABLE && AS_VARIABLE(type)->scope >= TYPE_SCOPE_FRESH) { // another unknown, free as yet: what it becomes is what this one becomes
        const Type *known = solver_solution(solver, type);
        if (!known) {
            if (!entry->lower) entry->solution = type;
            return true;
        }
        type = known;
    }
    const Type *picked = pick_constraint(solver, info, type, is_lower);
    if (!picked) {
        explain(checker, trace, check_text(checker, "\"%s\" is none of the constraints of \"%s\"", type_show(checker, type, false), info->name->text));
        return false;
    }
    if (entry->lower && entry->lower != picked) {
        if (is_lower && type_assignable(checker, entry->lower, type)) return true;
        if (is_lower && type_assignable(checker, picked, entry->lower)) {
            entry->lower = entry->upper = picked;
            return true;
        }
        return !is_lower && type_assignable(checker, type, entry->lower);
    }
    entry->lower = entry->upper = picked;
    return true;
}

static bool fits_declared_bound(Solver *solver, const SolverEntry *entry, const Type *type, RelateTrace *trace) {
    Checker *checker = solver->checker;
    TypeVarInfo *info = AS_VARIABLE(entry->variable)->info;
    const Type *bound = info->is_self ? type_upper_bound(checker, entry->variable) : info->bound;
    if (!bound || type_is_any(type)) return true;
    if (bound->flags & TYPE_HAS_VARIABLE) bound = solver_apply(solver, bound, true);
    if (type_assignable_with(checker, bound, type, solver, NULL, 0)) return true;
    explain(checker, trace, check_text(checker, "\"%s\" does not fit the bound \"%s\" of type variable \"%s\"", type_show(checker, type, false), type_show(checker, bound, false), info->name->text));
    return false;
}

static bool accept_lower(Solver *solver, SolverEntry *entry, const Type *type, RelateTrace *trace, int flags) {
    Checker *checker = solver->checker;
    if (entry->upper && !type_assignable_with(checker, entry->upper, type, solver, trace, 0)) {
        const Type *widened = type_widen_literal(checker, type, true);
        if (widened == type || !type_assignable_with(checker, entry->upper, widened, solver, trace, 0)) return false;
    }
    if (!entry->lower) {
        entry->lower = type;
    } else if (entry->is_from_expected && type_assignable(checker, entry->lower, type)) {
        // what the context expects is wide enough
    } else if (type_assignable_with(checker, entry->lower, type, solver, NULL, 0) && !type_is_any(entry->lower)) {
        if (type_is_any(type) && !type_is_any(entry->lower)) return true;
    } else {
        const Type *both[] = {entry->lower, type};
        entry->lower = type_join(checker, both, 2);
        entry->is_joined = true;
    }
    if (flags & RELATE_KEEP_LITERAL) entry->lower_is_literal_kept = true;
    return true;
}

static bool accept_upper(Solver *solver, SolverEntry *entry, const Type *type, RelateTrace *trace) {
    Checker *checker = solver->checker;
    if (entry->lower && !type_assignable_with(checker, type, entry->lower, solver, trace, 0)) return false;
    // The bound there is may have variables still to be solved: `abs` makes it SupportsAbs[T].
    bool is_open = entry->upper && (entry->upper->flags | type->flags) & TYPE_HAS_FRESH;
    SolverMark mark = {0};
    if (is_open) mark = solver_mark(solver);
    bool is_narrower = !entry->upper || type_assignable_with(checker, entry->upper, type, is_open ? solver : NULL, NULL, 0);
    entry = entry_of(solver, entry->variable); // the list may have grown
    if (is_narrower) {
        entry->upper = type;
        return true;
    }
    if (is_open) solver_rewind(solver, mark);
    if (type_assignable_with(checker, type, entry->upper, is_open ? solver : NULL, NULL, 0)) return true;
    if (is_open) solver_rewind(solver, mark);
    const Type *meet = type_intersect(checker, entry->upper, type);
    if (meet->kind == TYPE_NEVER && entry->upper->kind != TYPE_NEVER) return !entry->lower;
    entry->upper = meet;
    return true;
}

static bool add_exact(Solver *solver, SolverEntry *entry, const Type *type, RelateTrace *trace) {
    Checker *checker = solver->checker;
    if (entry->lower && !(entry->upper == entry->lower && type_is_any(entry->lower))) {
        if (entry->upper && entry->upper == entry->lower && !type_is_consistent(checker, entry->upper, type)) return false;
        if (!type_assignable_with(checker, type, entry->lower, solver, trace, 0)) return false;
        if (type_is_any(type)) return true;
    }
    if (entry->upper && entry->upper != entry->lower && !type_assignable_with(checker, entry->upper, type, solver, trace, 0)) return false;
    entry->lower = entry->upper = type;
    entry->lower_is_literal_kept = true;
    entry->is_from_expected = false;
    return true;
}

// Is each item of one pack consistent with that of the other? Literals count for their classes.
static bool same_pack(Checker *checker, const TypeTuple *have, const TypeTuple *more) {
    if (have->count != more->count || have->variadic != more->variadic) return false;
    for (uint32_t i = 0; i < have->count; i++)
        if (!type_is_consistent(checker, type_widen_literal(checker, have->items[i], true), type_widen_literal(checker, more->items[i], true))) return false;
    return true;
}

// A TypeVarTuple: packs of one length, item by item; otherwise they have to be the same. An exact one (a type argument) stands; what flows in has to fit it.
static bool add_pack(Solver *solver, SolverEntry *entry, const Type *type, bool is_lower, bool is_exact, RelateTrace *trace) {
    Checker *checker = solver->checker;
    bool was_exact = entry->lower_is_literal_kept, was_expected = entry->is_from_expected;
    if (!entry->lower) {
        entry->lower = entry->upper = type;
        entry->lower_is_literal_kept = is_exact;
        return true;
    }
    if (entry->lower == type || type_is_any(type)) return true;
    if (entry->lower->kind == TYPE_TUPLE && type->kind == TYPE_TUPLE) {
        const TypeTuple *have = AS_TUPLE(entry->lower), *more = AS_TUPLE(type);
        bool is_same = same_pack(checker, have, more), one_length = have->count == more->count && have->variadic == more->variadic;
        bool fits = is_lower ? type_assignable_with(checker, entry->lower, type, solver, NULL, 0) : type_assignable_with(checker, type, entry->lower, solver, NULL, 0);
        if (is_same) return true;
        // What the context expects is wide enough: `a: Array[int, *tuple[str, ...]] = Array((1, ""))`.
        if (!is_exact && fits && (one_length || (was_expected && is_lower))) return true;
        if (is_exact && !was_exact && !was_expected && one_length && type_assignable_with(checker, type, entry->lower, solver, NULL, 0)) {
            entry->lower = entry->upper = type;
            entry->lower_is_literal_kept = true;
            return true;
        }
    }
    explain(checker, trace, check_text(checker, "\"%s\" and \"%s\" are not the same pack for \"%s\"", type_show(checker, entry->lower, false), type_show(checker, type, false),
                                       AS_VARIABLE(entry->variable)->info->name->text));
    return false;
}

// Two parameter lists that differ in names only: both may be called positionally. NULL: they differ otherwise.
static const Type *common_positional(Checker *checker, const TypeCallable *a, const TypeCallable *b) {
    if (a->count != b->count || a->param_spec != b->param_spec || a->is_gradual || b->is_gradual) return NULL;
    CallableBuilder builder;
    callable_start(&builder, TYPE_PARAMETERS, NULL);
    builder.param_spec = a->param_spec;
    for (uint32_t i = 0; i < a->count; i++) {
        const Parameter *p = &a->parameters[i], *q = &b->parameters[i];
        if (p->kind > PARAMETER_POSITIONAL_OR_KEYWORD || q->kind > PARAMETER_POSITIONAL_OR_KEYWORD || !type_is_consistent(checker, p->type, q->type)) return NULL;
        callable_add(checker, &builder, PARAMETER_POSITIONAL_ONLY, NULL, p->type, p->has_default && q->has_default);
    }
    return callable_finish(checker, &builder);
}

static bool add_parameters(Solver *solver, SolverEntry *entry, const Type *type, bool is_lower, RelateTrace *trace, int flags) {
    Checker *checker = solver->checker;
    if (!entry->lower || (entry->lower->kind == TYPE_PARAMETERS && AS_CALLABLE(entry->lower)->is_gradual && AS_CALLABLE(entry->lower)->count == 0)) {
        entry->lower = entry->upper = type;
        return true;
    }
    if (entry->lower == type || type_is_any(type)) return true;
    if (entry->lower->kind != TYPE_PARAMETERS || type->kind != TYPE_PARAMETERS) return false;
    const TypeCallable *have = AS_CALLABLE(entry->lower), *more = AS_CALLABLE(type);
    bool fits = callable_assignable(checker, have, more, solver, trace, flags | RELATE_IGNORE_RESULT);
    if (fits) return true;
    if (callable_assignable(checker, more, have, solver, NULL, flags | RELATE_IGNORE_RESULT)) {
        (void)is_lower;
        entry->lower = entry->upper = type;
        return true;
    }
    const Type *common = common_positional(checker, have, more);
    if (!common) return false;
    entry->lower = entry->upper = common;
    return true;
}

bool solver_add_bound(Solver *solver, const Type *variable, const Type *type, bool is_lower, bool is_exact, RelateTrace *trace, int flags) {
    SolverEntry *entry = entry_of(solver, variable);
    if (!entry || type == variable) return true;
    TypeVarInfo *info = AS_VARIABLE(variable)->info;
    if (info->state == 0 && !info->is_self) type_variable_complete(solver->checker, info);
    if (mentions(type, variable)) return true; // recursive: says nothing that could be used
    if (variable->kind == TYPE_VAR_TUPLE) return add_pack(solver, entry, type, is_lower, is_exact, trace);
    if (variable->kind == TYPE_PARAM_SPEC) return add_parameters(solver, entry, type, is_lower, trace, flags);
    if (info->constraint_count) return add_constrained(solver, entry, type, is_lower, trace);
    if ((is_lower || is_exact) && !fits_declared_bound(solver, entry, type, trace)) return false;
    if (is_exact) return add_exact(solver, entry, type, trace);
    return is_lower ? accept_lower(solver, entry, type, trace, flags) : accept_upper(solver, entry, type, trace);
}

void solver_widen_by_any(Solver *solver, const Type *variable) {
    SolverEntry *entry = entry_of(solver, variable);
    if (!entry || entry->is_from_expected || AS_VARIABLE(variable)->info->constraint_count) return;
    const Type *any = any_type(solver->checker);
    if (!entry->lower || entry->lower->kind == TYPE_NEVER) entry->lower = any;
    else if (entry->lower != entry->upper) entry->lower = type_union2(solver->checker, any, entry->lower); // else it is a type argument, which stands
}

// ---- solutions -----------------------------------------------------------------------------------------------------------

static const Type *solve_entry(Solver *solver, SolverEntry *entry, int level);

typedef struct ApplyContext {
    Solver *solver;
    bool partial;
    int level;
} ApplyContext;

static const Type *apply_part(Checker *checker, const Type *part, void *context) {
    ApplyContext *apply = context;
    if (!type_is_variable(part) || AS_VARIABLE(part)->scope < TYPE_SCOPE_FRESH) return part;
    SolverEntry *entry = entry_of(apply->solver, part);
    if (!entry) return part;
    const Type *solution = apply->level < 12 ? solve_entry(apply->solver, entry, apply->level + 1) : NULL;
    if (solution) return solution;
    if (apply->partial) return part;
    const Type *by_default = default_for(checker, part);
    if (by_default) {
        // A default may mention other parameters of the same list: by their solutions.
        if (by_default->flags & TYPE_HAS_VARIABLE) {
            for (uint32_t i = 0; i < apply->solver->entries.count; i++) {
                SolverEntry *other = &apply->solver->entries.items[i];
                if (other->variable == part) continue;
                by_default = type_substitute(checker, by_default, &(Substitution){&other->original, &other->variable, 1});
                const Type *free = type_variable(checker, AS_VARIABLE(other->variable)->info, TYPE_SCOPE_FREE); // what TypeVar(default=...) names
                by_default = type_substitute(checker, by_default, &(Substitution){&free, &other->variable, 1});
            }
            if (apply->level < 12) {
                ApplyContext inner = {apply->solver, false, apply->level + 1};
                by_default = type_map(checker, by_default, apply_part, &inner);
            }
        }
        return by_default;
    }
    return unknown_for(checker, part);
}

// The item that takes all the others, promotions included; or the union as it is.
static const Type *widest_of(Checker *checker, const Type *type) {
    if (type->flags & (TYPE_HAS_ANY | TYPE_HAS_FRESH)) return type;
    TYPE_EACH(wide, type) {
        bool takes_all = true;
        TYPE_EACH(item, type) takes_all = takes_all && item->kind == TYPE_INSTANCE && type_assignable(checker, wide, item);
        if (takes_all) return wide;
    }
    return type;
}

static const Type *solve_entry(Solver *solver, SolverEntry *entry, int level) {
    Checker *checker = solver->checker;
    const Type *type = entry->lower ? entry->lower : entry->solution ? entry->solution : entry->upper;
    if (!type) return NULL;
    if (type == entry->lower && !entry->lower_is_literal_kept && type->flags & TYPE_HAS_IMPLICIT) {
        const Type *widened = type_widen_literal(checker, type, true);
        if (widened->kind == TYPE_UNION && widened != type && entry->is_joined) widened = widest_of(checker, widened); // `pick(1, 2.0)`: float
        bool fits = !entry->upper || entry->upper == entry->lower || entry->upper->flags & TYPE_HAS_FRESH || type_assignable(checker, entry->upper, widened);
        if (fits && AS_VARIABLE(entry->variable)->info->bound && entry->variable->kind == TYPE_VARIABLE)
            fits = type_assignable(checker, AS_VARIABLE(entry->variable)->info->bound, widened);
        type = fits ? widened : type_make_explicit(checker, type);
    }
    if (type->flags & TYPE_HAS_FRESH) {
        ApplyContext apply = {solver, true, level};
        type = type_map(checker, type, apply_part, &apply);
    }
    if (mentions(type, entry->variable)) return NULL;
    return type;
}

const Type *solver_apply(Solver *solver, const Type *type, bool partial) {
    if (!(type->flags & TYPE_HAS_FRESH)) return type;
    ApplyContext apply = {solver, partial, 0};
    return type_map(solver->checker, type, apply_part, &apply);
}

const Type *solver_solution(Solver *solver, const Type *original) {
    for (uint32_t i = 0; i < solver->entries.count; i++) {
        SolverEntry *entry = &solver->entries.items[i];
        if (entry->original == original || entry->variable == original) return solve_entry(solver, entry, 0);
    }
    return NULL;
}
