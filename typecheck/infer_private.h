// What the infer_*.c files share.
#ifndef TYPHON_TYPECHECK_INFER_PRIVATE_H
#define TYPHON_TYPECHECK_INFER_PRIVATE_H
#include "typecheck/infer.h"

// Expressions by kind: infer_expression has done the memo.
const Type *infer_constant(Unit *unit, const AstConstant *node);                               // infer_literal.c
const Type *infer_joined_string(Unit *unit, const AstJoinedStr *node);                         // infer_literal.c
bool display_items_check(Unit *unit, const Ast *node, const Type *dest); // reports the items of a display that `dest` doesn't take; false: not one of them is to blame
const Type *infer_list(Unit *unit, const Ast *node, const AstNodes *items, KnownClass known, const Type *expected); // list and set displays: infer_display.c
const Type *infer_dict(Unit *unit, const AstDict *node, const Type *expected);
const Type *infer_tuple(Unit *unit, const AstTuple *node, const Type *expected);
const Type *infer_comprehension(Unit *unit, const Ast *node, const Type *expected);            // infer_comprehension.c
const Type *infer_lambda(Unit *unit, const AstLambda *node, const Type *expected);
const Type *infer_call(Unit *unit, const AstCall *node, const Type *expected);                 // infer_call.c
const Type *infer_operation(Unit *unit, const AstBinOp *node, const Type *expected);           // infer_operator.c
const Type *infer_unary(Unit *unit, const AstUnaryOp *node);
const Type *infer_compare(Unit *unit, const AstCompare *node);
const Type *infer_attribute_expression(Unit *unit, const AstAttribute *node);                  // infer_attribute.c
const Type *infer_subscript_expression(Unit *unit, const AstSubscript *node, const Type *expected); // infer_subscript.c
const Type *infer_yield(Unit *unit, const Ast *node);                                          // infer_iterate.c

// Is the attribute or subscript looked up for its value (in `x.a += 1`, too)?
bool reads_value(const Unit *unit, const Ast *node, AstContext ctx);
// `type`, the declared type of the attribute or subscript expression, as the flow of control has narrowed it.
const Type *infer_narrowed(Unit *unit, const Ast *node, const Type *type);

// The arguments of `cls` that make it fit `expected` (not a union). False: it can't fit, or nothing is said.
bool expected_arguments(Checker *checker, ClassInfo *cls, const Type *expected, const Type **args);
// A dict display against a TypedDict: reports, returns the TypedDict's type.
const Type *infer_typed_dict_display(Unit *unit, const AstDict *node, const Type *expected);
// Is TypeForm[...] (or a union with it) expected? Then a type expression is worth what it says.
bool wants_type_form(const Type *expected);
// Is the expression one whose type depends on what is expected?
bool uses_expected(const Ast *node);

typedef struct CallState CallState;
// A use of a function or class marked @deprecated is reported where it is named: imports, names of the same module, attributes; overloads and special methods where they are called.
void report_deprecated(Unit *unit, const Ast *node, const Type *type);
void report_deprecated_function(Unit *unit, const Ast *node, const Type *function);
// ---- calls
// How a callee is called in messages: "\"f\"", "\"m\" of \"C\"".
const char *callee_name(Checker *checker, const TypeCallable *callable);
// Calls one signature. `silent` trial when speculative. See infer_arguments.c.
typedef struct MatchedCall {
    const Type *result;
    bool failed;
    uint32_t relevance; // how far matching came: the overload that came furthest is reported
    bool any_matters;   // an argument of type Any was matched to a parameter that is not
    bool is_wrong_inside; // the arguments fit, but one has an error of its own with the parameter's type in view (a lambda's body)
    bool is_blind;      // a lambda among the arguments had parameters of which nothing was known
} MatchedCall;
MatchedCall call_signature(Unit *unit, const Ast *node, const TypeCallable *callable, const CallArgument *args, uint32_t count, const Type *expected);
// An argument that is an overloaded function may fit a generic parameter by any of its signatures, and the other arguments decide by which: gives the arguments with the one that fits.
const CallArgument *settle_overloaded(Unit *unit, const Ast *node, const TypeCallable *callee, const CallArgument *args, uint32_t count, const Type *expected);
CallResult call_overloaded(Unit *unit, const Ast *node, const TypeOverloaded *callee, const CallArgument *args, uint32_t count, const Type *expected);
CallResult call_class(Unit *unit, const Ast *node, const TypeClassObject *callee, const CallArgument *args, uint32_t count, const Type *expected);
// What functools.partial(...) makes; `instance`: partial[R].
const Type *partial_of_call(Unit *unit, const Ast *node, const Type *instance, const CallArgument *args, uint32_t count);
// reveal_type, assert_type, cast, super, ... by the callee's name and module. False: an ordinary call.
bool infer_special_call(Unit *unit, const AstCall *node, const Type *callee, const Type *expected, const Type **result);
void infer_arguments_only(Unit *unit, const CallArgument *args, uint32_t count); // evaluates them for their errors
#endif
