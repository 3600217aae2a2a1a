// What is told with an error beside its message: why (the path to the mismatch), where the expectation came from (a second span), and how to mend it.
// All take the record that check_report gave, and do nothing when it is NULL.
#ifndef TYPHON_TYPECHECK_EXPLAIN_H
#define TYPHON_TYPECHECK_EXPLAIN_H
#include "typecheck/infer.h"

// A value of type `source` (of `node`, or NULL) where `dest` is wanted.
void explain_mismatch(Unit *unit, Diagnostic *diagnostic, const Ast *node, const Type *dest, const Type *source);
// The value of `node` is returned, or assigned to a name or attribute that is annotated elsewhere.
void explain_given_none(Unit *unit, Diagnostic *diagnostic, const Ast *value, const Type *wanted); // `x: int = None`
void explain_expectation(Unit *unit, Diagnostic *diagnostic, const Ast *node);
// `node` (an Attribute) asks `item` for a `name` it does not have.
void explain_attribute(Unit *unit, Diagnostic *diagnostic, const Ast *node, const Type *item, const Atom *name);
// None among the values of `node`.
void explain_none(Unit *unit, Diagnostic *diagnostic, const Ast *node);
// A name that is nowhere.
void explain_name(Unit *unit, Diagnostic *diagnostic, const AstName *node);
// The callee was declared there; `keyword`: the name of a parameter that it does not have, or NULL.
void explain_callee(Checker *checker, Diagnostic *diagnostic, const TypeCallable *callee, const Atom *keyword);
// A key that the TypedDict does not have.
void explain_key(Checker *checker, Diagnostic *diagnostic, ClassInfo *cls, const Atom *key);
// A name that the module does not have.
void explain_module_name(Checker *checker, Diagnostic *diagnostic, Module *module, const Atom *name);
// The member of the base class that is overridden.
void explain_base_member(Diagnostic *diagnostic, const Binding *base);
#endif
