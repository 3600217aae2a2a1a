// Types of expressions.
//
// infer_expression(unit, node, expected): `expected` (or NULL) is what the context wants: it guides displays, lambdas, generic calls and literals, but the result need not
// fit it; the caller checks (infer_check_assignable) and reports.
//
// Memo: by node when expected is NULL, else by (node, expected). A result is kept when it did not depend on an unsettled loop (checker->incomplete unchanged). A result
// evaluated silently during which an error was dropped is kept for silent askers only: an aloud asker evaluates again, so every error is reported exactly by the aloud walk.
// The final type of a node for facts and reveal is that of the last aloud evaluation (`memo[id].shown`).
#ifndef TYPHON_TYPECHECK_INFER_H
#define TYPHON_TYPECHECK_INFER_H
#include "typecheck/flow.h"
#include "typecheck/solve.h"

typedef struct NodeMemo {
    const Type *type;     // with no expected type; NULL: nothing yet
    const Type *shown;    // of the last aloud evaluation, whatever was expected; NULL: none yet
    uint32_t generation;  // checker->flow_generation + 1 of a provisional `type`
    uint16_t loops : 14;  // checker->loop_depth and binding_depth together when its evaluation began
    uint16_t dropped : 1; // errors, in the evaluation of the provisional `type`
    uint16_t rests_on_binding : 1; // the provisional `type`: on more than the loops being solved
    uint8_t state;        // 0 nothing, 1 being evaluated, 2 kept for silent askers, 3 final, 4 being evaluated and round a loop once more
    uint8_t epoch;        // of a node in a lambda: how often it has been reset
} NodeMemo;
// A lambda's body is evaluated anew for each set of parameter types its context gives it: infer_lambda forgets everything under it first (memos, flow graph, bindings of its scopes).
// The type of a lambda's parameter now (declaration_type of a lambda's parameter asks this; never memoise it elsewhere).
const Type *lambda_parameter_type(Unit *unit, const Ast *lambda, const Astarg *parameter);

// The same for the body of a def, which check_constrained.c reads several times.
void infer_forget_body(Unit *unit, const AstFunctionDef *def);

const Type *infer_expression(Unit *unit, const Ast *node, const Type *expected);
static inline const Type *infer(Unit *unit, const Ast *node) { return infer_expression(unit, node, NULL); }
const Type *infer_silently(Unit *unit, const Ast *node, const Type *expected);

// `source` (the value of `node`) goes where `dest` is wanted: reports `id` with {0} source and {1} dest (DIAG_INCOMPATIBLE_ASSIGNMENT, DIAG_INCOMPATIBLE_RETURN...), with the reason. False: reported.
bool infer_check_assignable(Unit *unit, const Ast *node, const Type *dest, const Type *source, DiagId id);

// ---- attributes (infer_attribute.c) ------------------------------------------------------------------------------------------------
typedef enum AttributeUse { ATTRIBUTE_GET, ATTRIBUTE_SET, ATTRIBUTE_DELETE } AttributeUse;
typedef struct AttributeResult {
    const Type *type;     // of the value read; for SET: what may be assigned. NULL: no such attribute
    Binding *binding;     // where it was found, or NULL
    ClassInfo *owner;
    bool is_descriptor;   // property or __get__/__set__: the assigned type does not narrow
    bool is_read_only;    // property without setter, frozen dataclass, named tuple field, Final: SET is refused (reported by the caller infer_attribute_store)
    bool is_method;
    const char *refused;  // with is_read_only: the message that says why, or NULL: no such property setter
} AttributeResult;
// The name an attribute expression is about: `x.__y` in a class body is x._C__y.
const Atom *attribute_name(Unit *unit, const AstAttribute *node);
// Attribute `name` of a value of type `type` (not a union: callers go item by item through infer_attribute). `node` for reports (descriptor calls) or NULL.
AttributeResult attribute_of(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use);
// The same where the receiver that methods are bound to, and that Self means, is `self` instead of `type` (protocol matching, super()).
AttributeResult attribute_with_self(Unit *unit, const Ast *node, const Type *type, const Atom *name, AttributeUse use, const Type *self);
// Type of `value.name`: unions item by item, narrowing included by infer_expression of the Attribute node; reports [attr-defined] / [union-attr].
const Type *infer_attribute(Unit *unit, const Ast *node, const Type *value, const Atom *name);
// `target = ...` with an Attribute target: reports what can't be assigned at all (no such attribute, read-only, Final: also the rule that only __init__ may set a Final attribute, ClassVar through an
// instance, a method), and returns the type the value must fit, which the caller checks (NULL: anything). `assigned`: the value's type, or NULL when not known yet (then nothing is reported).
const Type *infer_attribute_store(Unit *unit, const AstAttribute *target, const Type *assigned);
// What a target that nothing declares is given by its class; NULL: not known, or one of the places that give it.
const Type *infer_attribute_inferred(Unit *unit, const AstAttribute *target, const Type *item);
void infer_attribute_delete(Unit *unit, const AstAttribute *target);
// `target[...] = value` via __setitem__ (checked here, value included: `value` is the node, or NULL with `assigned`), TypedDict keys. Returns the type of the value as it is stored, for narrowing.
const Type *infer_subscript_store(Unit *unit, const AstSubscript *target, const Ast *value, const Type *assigned);
void infer_subscript_delete(Unit *unit, const AstSubscript *target);
// A special method looked up on the class (not the instance), bound to `type`; NULL: none.
const Type *dunder_method(Checker *checker, const Type *type, const Atom *name);
// Binds the first parameter of `function` to `self` (solves for its variables); for class methods `self` is the class object. NULL: it takes no such self.
const Type *bind_method(Checker *checker, const Type *function, const Type *self, bool is_class_method);

// ---- calls (infer_call.c, infer_arguments.c, infer_overload.c, infer_constructor.c, infer_special_call.c) ----------------------------------
typedef struct CallArgument {
    const Ast *node;     // expression (for reports and bidirectional inference); NULL: only `type` is known
    const Type *type;    // given type; NULL: to be inferred from `node`
    const Atom *keyword; // name=..., or NULL
    uint8_t star;        // 0, 1: *args, 2: **kwargs
} CallArgument;
typedef struct CallResult {
    const Type *type; // result; Unknown after an error
    bool failed;      // an error was (or would be) reported
} CallResult;
// Calls a value of type `callee` at `node`. Reports errors aloud.
CallResult infer_call_type(Unit *unit, const Ast *node, const Type *callee, const CallArgument *args, uint32_t count, const Type *expected);
// Calls method `name` of `type` with arguments of the given types. result.type NULL: there is no such method. `report` false: silent.
CallResult infer_method_call(Unit *unit, const Ast *node, const Type *type, const Atom *name, const Type *const *args, uint32_t count, bool report);
// The callable that `cls(...)` is (from metaclass __call__, __new__, __init__): for assignability and ParamSpec.
const Type *class_constructor(Checker *checker, const TypeClassObject *cls);

// ---- protocols of the language (infer_operator.c, infer_iterate.c) --------------------------------------------------------------------------
// Type of the items of `for x in value`; reports when it isn't iterable. `is_async`: async for.
const Type *infer_iterated(Unit *unit, const Ast *node, const Type *value, bool is_async);
const Type *infer_awaited(Unit *unit, const Ast *node, const Type *value);
// Of `with value as x`: type of x; `*swallows` (or NULL): __exit__ returns bool.
const Type *infer_entered(Unit *unit, const Ast *node, const Type *value, bool is_async, bool *swallows);
const Type *infer_binary(Unit *unit, const Ast *node, AstOperator op, const Type *left, const Type *right, const Ast *right_node, const Type *expected);
const Type *infer_augmented(Unit *unit, const AstAugAssign *node);
// value[index] for known types (tuple shapes, TypedDict keys, __getitem__, class objects' __class_getitem__).
const Type *infer_subscript(Unit *unit, const AstSubscript *node, const Type *value, const Type *expected);
// Exception types: of `except value as e` and `raise value`.
const Type *infer_caught(Unit *unit, const Ast *node, const Type *value, bool is_star);
void infer_raised(Unit *unit, const Ast *node, const Type *value);
// Names: with flow narrowing. Also reports undefined and possibly unbound names.
const Type *infer_name(Unit *unit, const AstName *node);
// What facts.h can use.
uint8_t proven_of_type(const Type *type);
#endif
