// Guards: where values come in that nobody has checked, and what they have to be there (facts.h).
//
//     guard_of_type       the outermost type alone: of list[int] that it is a list
//     guards_collect      the places, found when a unit has been checked for a run (guard_places.c):
//
//     parameter, result                   of functions with annotations
//     value for something declared        a variable or attribute with an annotation, what a generator yields: where the value may be anything
//     item, result of what an annotation speaks of   x in xs, xs[i], f(x) of `xs: list[int]`, `f: Callable[[int], int]`, in fully annotated functions
//     attribute of a class                for stores that come from elsewhere: looked at when they are done
//
// Types that the checker has only inferred are nobody's promise: they are not held to.
#ifndef TYPHON_TYPECHECK_GUARD_H
#define TYPHON_TYPECHECK_GUARD_H
#include "typecheck/infer.h"

typedef struct GuardMemo {
    PtrMap of_type; // Type * -> ValueGuard *
} GuardMemo;
// NULL: anything passes.
const ValueGuard *guard_of_type(Checker *checker, GuardMemo *memo, const Type *type);
void guards_collect(Checker *checker, Unit *unit, TypeFacts *facts);
#endif
