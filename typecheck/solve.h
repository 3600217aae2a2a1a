// Solving for type variables, and substitution.
//
// A Solver lives while one call (or one protocol match) is analysed. solver_instantiate replaces the variables a callable quantifies over by fresh variables of
// the solver: same TypeVarInfo, scope TYPE_SCOPE_FRESH + n, where n grows with the nesting of solvers, so that fresh types repeat and stay few. Relations with the
// solver then add bounds: lower (values that flow in), upper (where the value flows). solver_solve picks for each variable: exact, else join of the lower bounds
// (literals widened unless the upper/return context keeps them), else the meet of upper bounds, else its default, else Unknown. Declared bounds and
// constraints are checked when a bound is added. Substitution is simultaneous, never repeated, so a solution may mention rigid variables of the surroundings.
#ifndef TYPHON_TYPECHECK_SOLVE_H
#define TYPHON_TYPECHECK_SOLVE_H
#include "typecheck/relate.h"

// Substitution of variables by types, as pairs.
typedef struct Substitution {
    const Type **variables; // TYPE_VARIABLE, TYPE_PARAM_SPEC, TYPE_VAR_TUPLE
    const Type **types;     // a ParamSpec: TYPE_PARAMETERS or TYPE_PARAM_SPEC; a TypeVarTuple: TYPE_TUPLE (the pack) or TYPE_VAR_TUPLE
    uint32_t count;
} Substitution;
const Type *type_substitute(Checker *checker, const Type *type, const Substitution *substitution);
// The parameters of `instance`'s class (those of `cls`) replaced by its arguments in `type`. TYPE_TUPLE receivers give tuple's parameter the union of the items.
const Type *type_specialise(Checker *checker, const Type *type, const Type *instance);
// Self (of any class) replaced by `self`.
const Type *type_bind_self(Checker *checker, const Type *type, const Type *self);
// Only the Self of `owner`, the class a member was found in (its type may mention the Self of another class through the receiver's arguments). NULL: of any class.
const Type *type_bind_self_of(Checker *checker, const Type *type, const Type *self, const ClassInfo *owner);
// All variables of scope `scope` in `type`, in order of appearance, appended to `out` without repeats. scope 0: the free ones. UINT32_MAX: all but fresh ones.
typedef VEC(const Type *) TypeList;
void type_collect_variables(Checker *checker, const Type *type, uint32_t scope, TypeList *out);
// Variables with TYPE_SCOPE_FREE get `scope`.
const Type *type_rescope(Checker *checker, const Type *type, uint32_t scope);
// Every variable of the list replaced by Unknown (or by its default / bound where `use_default`).
const Type *type_erase_variables(Checker *checker, const Type *type, const Type *const *variables, uint32_t count, bool use_default);

typedef struct SolverEntry {
    const Type *variable; // the fresh one
    const Type *original;
    const Type *lower;    // NULL: none
    const Type *upper;
    bool is_joined; // `lower` comes from several arguments
    bool lower_is_literal_kept; // do not widen
    bool is_from_expected;      // bound came from the expected type: weaker than what arguments say
    const Type *solution;
} SolverEntry;
struct Solver {
    Checker *checker;
    uint32_t first_scope, next_scope; // fresh scopes of this solver
    VEC(SolverEntry) entries;
};
void solver_start(Checker *checker, Solver *solver);
void solver_end(Solver *solver); // gives the scopes back
// `type` (a callable: its `variables` are dropped) with the given variables fresh.
const Type *solver_instantiate(Solver *solver, const Type *callable);
const Type *solver_instantiate_variables(Solver *solver, const Type *type, const Type *const *variables, uint32_t count);
bool solver_owns(const Solver *solver, const Type *variable);
// A fresh variable meets a type: false when bounds conflict. `is_lower`: the type flows into the variable. Called by relate.c.
bool solver_add_bound(Solver *solver, const Type *variable, const Type *type, bool is_lower, bool is_exact, RelateTrace *trace, int flags);
// What the variable stands for may be anything besides: a part of what was given is Any. Not for what is expected or constrained.
void solver_widen_by_any(Solver *solver, const Type *variable);
// State that can be taken back when a trial fails (union members, overloads).
typedef struct SolverMark {
    SolverEntry *entries;
    uint32_t count;
} SolverMark;
SolverMark solver_mark(Solver *solver);
void solver_rewind(Solver *solver, SolverMark mark);
// `type` with what is known so far put in; unsolved variables stay fresh (`partial`), or become defaults / Unknown.
const Type *solver_apply(Solver *solver, const Type *type, bool partial);
// The solution for the original variable; NULL: none.
const Type *solver_solution(Solver *solver, const Type *original);
#endif
