// What flow.c and the narrowing files share.
#ifndef TYPHON_TYPECHECK_FLOW_PRIVATE_H
#define TYPHON_TYPECHECK_FLOW_PRIVATE_H
#include "typecheck/flow.h"

// The finally gates closed for a walk: a list that shares its end with that of the walk around it.
typedef struct ClosedGates {
    const FlowNode *gate;
    const struct ClosedGates *others;
    uint64_t key; // of the set
} ClosedGates;
// Caches of the flow walks of a session (checker->flow_state).
typedef struct FlowState {
    PtrMap references; // hash -> FlowReference
    PtrMap by_node;    // Ast * of a tree that was parsed later -> FlowReference
    PtrMap results;    // hash of (reference, node, start, closed gates) -> what a walk found at a join or loop
    PtrMap reachable;  // hash of (join, closed gates) -> answer, where some are closed
    PtrMap no_return, swallows; // Ast * -> answer
    PtrMap running_functions;
    PtrMap subjects;   // match_case or Match -> Type: narrow_pattern.c
    PtrMap captures;   // narrow_pattern.c
    const ClosedGates *gates; // of the walk under way
    uint32_t impossible_depth; // questions of that kind inside of each other
    uint32_t impossible_budget; // how many more such questions may come up below the outermost one
    uint32_t next_reference, depth;
} FlowState;
FlowState *flow_state(Checker *checker);

// `match (a, b): case (1, _)`: the reference is one of the elements.
const Type *narrow_tuple_subject(Unit *unit, const FlowReference *reference, const Type *type, const AstTuple *subject, const Ast *pattern, bool positive);
// `match x.kind: case "a"`, `match x["kind"]`: the reference is x, of a union that the attribute or key discriminates.
const Type *narrow_by_discriminating_case(Unit *unit, const FlowReference *reference, const Type *type, const Ast *subject, const Ast *pattern, bool positive);
// `x.attribute == literal`, `x[key] == literal`: the items of the union whose attribute (item) may be / may not be `value`.
const Type *narrow_discriminated(Unit *unit, const Type *type, const Ast *access, const Type *value, bool positive, bool is_identity);
#endif
