// Relations between types (specification, "Type system concepts": subtype, assignable, equivalent). Answers without a solver are cached by the pair of pointers.
//
// Assignable(dest, source): source may be used where dest is wanted: subtype after replacing Any by something suitable. Also: int where float is wanted, int and float
// where complex is (the promotions are part of assignable: a `float` annotation means float | int).
// Recursive protocols and aliases: a pair that is being decided counts as true (coinduction).
//
// With a solver, variables that belong to it (fresh ones) may stand on either side and get bounds: assigning int to fresh T adds the lower bound int.
#ifndef TYPHON_TYPECHECK_RELATE_H
#define TYPHON_TYPECHECK_RELATE_H
#include "typecheck/checker.h"

typedef struct Solver Solver; // solve.h

// Why a relation failed, innermost last: "\"append\" is missing", "expected 2 arguments". Filled when a trace is given; strings in the arena.
typedef struct RelateTrace {
    VEC(const char *) lines; // outermost first
    bool is_invariance;      // failed only because a type argument is invariant
} RelateTrace;

typedef enum RelateFlags {
    RELATE_SUBTYPE = 1,     // strict: Any only with itself/object; used by join and overload overlap
    RELATE_NO_PROMOTION = 2,
    RELATE_IGNORE_RESULT = 4, // callables: parameters only
    RELATE_OVERLAP_PARTIAL = 8,
    RELATE_KEEP_LITERAL = 16, // a solver keeps literal types of lower bounds (return context asks for them)
    RELATE_NO_SELF_CHECK = 32,
    RELATE_PACK_ARGUMENT = 64, // relate_tuple: the packs are type arguments, so their items are invariant
} RelateFlags;

bool type_assignable(Checker *checker, const Type *dest, const Type *source);
bool type_assignable_with(Checker *checker, const Type *dest, const Type *source, Solver *solver, RelateTrace *trace, int flags);
bool type_is_strict_subtype(Checker *checker, const Type *left, const Type *right); // left <: right, without promotion; Any counts as a type of its own
const Type *type_without_partial(const Type *type); // the class that a call of functools.partial made: as partial[R]
bool type_is_equivalent(Checker *checker, const Type *left, const Type *right);
// Consistent in both directions (Any fits anything): what invariant arguments need.
bool type_is_consistent(Checker *checker, const Type *left, const Type *right);
// Callables only.
bool callable_assignable(Checker *checker, const TypeCallable *dest, const TypeCallable *source, Solver *solver, RelateTrace *trace, int flags);
// Structural match. dest's class is a protocol.
bool protocol_assignable(Checker *checker, const Type *dest, const Type *source, Solver *solver, RelateTrace *trace, int flags);
bool protocol_class_object_assignable(Checker *checker, const Type *dest, const TypeClassObject *source, Solver *solver, RelateTrace *trace, int flags);
bool typed_dict_assignable(Checker *checker, const Type *dest, const Type *source, Solver *solver, RelateTrace *trace, int flags);
// The callable a value is: a function, a class object (its constructor), an object with __call__; TYPE_CALLABLE or TYPE_OVERLOADED; NULL: not callable.
const Type *type_as_callable(Checker *checker, const Type *type);

// May the two have a common value (for ==, is, isinstance, overload overlap)? Answers true when in doubt.
bool type_may_overlap(Checker *checker, const Type *left, const Type *right);
// Least common supertype for displays, conditional expressions...: union of the items after dropping those that are subtypes of others.
const Type *type_join(Checker *checker, const Type *const *items, uint32_t count);
// What a value of type `declared` is after something of type `assigned` has been assigned to it (narrowing on assignment).
const Type *type_narrow_declared(Checker *checker, const Type *declared, const Type *assigned);
// A value of `type` that also is a `filter` (isinstance, class patterns, TypeIs): the parts of type that fit; filter where it is narrower; a synthesised <subclass of "A" and "B">
// where both could hold; Never when impossible.
// Fixed tuples of a union that are lengths of a variadic one beside them become part of it: `tuple[()] | tuple[int] | tuple[int, int, *tuple[int, ...]]` is `tuple[int, ...]`.
const Type *type_merge_tuples(Checker *checker, const Type *type);
// `narrowed` (from `from`, by several filters) without the synthesised <subclass of "A" and "B"> where something of `from` fits as it is.
const Type *type_prefer_declared(Checker *checker, const Type *narrowed, const Type *from);
const Type *type_intersect(Checker *checker, const Type *type, const Type *filter);
// The parts of `type` that are certainly not all within `filter` (negative isinstance): drops the items assignable to filter. Enum and bool are split into literals where that removes something.
const Type *type_subtract(Checker *checker, const Type *type, const Type *filter);
// bool and enum classes as the union of their literals; other types as they are.
const Type *type_expand_literals(Checker *checker, const Type *type);
// Truthiness: can a value of `type` be true / false? (None, literals, empty tuples, __bool__ returning a Literal, final __len__.)
bool type_can_be_true(Checker *checker, const Type *type);
bool type_can_be_false(Checker *checker, const Type *type);
const Type *type_remove_falsy(Checker *checker, const Type *type);
const Type *type_remove_truthy(Checker *checker, const Type *type);
// Is the value final enough that `type(x) is C` or exhaustive negative narrowing by class is safe (final classes, literals, None)?
// Without the conditions that narrowing a type variable has put on the items: what they are shown as.
const Type *type_unconditional(Checker *checker, const Type *type);
// None, found to be what a value of the type variable is; still good where the variable is wanted. type_is_none: that, or plain None.
const Type *type_none_of_variable(Checker *checker, const Type *variable);
bool type_is_none(Checker *checker, const Type *type);
// What is of the type of the variable, and has whatever attributes it is asked for.
const Type *type_of_unknown_subclass(Checker *checker, const Type *type);
const Type *type_without_unknown_subclasses(Checker *checker, const Type *type); // of a union: those whose class is an item as well
const ClassInfo *class_solid_base(Checker *checker, const ClassInfo *cls); // the builtin class whose layout it has, or NULL
bool type_is_disjoint_classes(Checker *checker, const ClassInfo *left, const ClassInfo *right);
#endif
