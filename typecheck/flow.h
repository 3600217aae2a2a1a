// The control-flow graph, and the types of references in it.
//
// Each execution scope (module, function, lambda; class bodies and comprehensions are part of the one around them) has a graph of FlowNodes built backwards: every node knows its
// antecedents, so that the question "what is x here?" walks from the place of use towards the start and stops at the first node that decides.
// unit->flow[id] is the flow node current when that expression or statement is evaluated. A graph is built when it is first asked for (flow_scope_of).
//
// A reference is an expression whose value can be narrowed: a name, or a chain of attributes and literal subscripts on one: `x`, `self.a.b`, `d["k"]`, `t[0]`, `t[-1]`.
// References are hash-consed: equal chains on the same symbol are the same FlowReference. Assigning to a prefix (`self.a = ...`) kills what is known of `self.a.b`; a call does not.
//
// flow_type walks: an assignment to the reference gives the assigned type (narrowed from the declared type); a condition narrows what comes from before it; a call that never
// returns ends the path; joins make unions; loops are solved by iteration: while a loop is being solved, its back edges contribute what is known so far and
// checker->incomplete is counted up for every answer that used such a partial result. Results of a finished walk are cached per (reference, flow node).
//
// Reachability is the same walk without a reference.
#ifndef TYPHON_TYPECHECK_FLOW_H
#define TYPHON_TYPECHECK_FLOW_H
#include "typecheck/checker.h"

typedef enum FlowKind {
    FLOW_START,
    FLOW_UNREACHABLE,
    FLOW_ASSIGN,      // node: the target (Name, Attribute, Subscript), def, class, alias, parameter-less binding...; `is_unbind` for del and the end of `except ... as e`
    FLOW_CALL,        // node: the Call (or Await of it): may be NoReturn
    FLOW_TRUE, FLOW_FALSE, // node: the condition, known to be true / false
    FLOW_JOIN,        // antecedents[]
    FLOW_LOOP,        // antecedents[0] from before, the others back edges
    FLOW_CASE,        // match: node: the match_case; the pattern has matched the subject
    FLOW_NOT_CASE,    // ... has not matched (and its guard, if any, is not known to be false: then only guard-less cases make this node)
    FLOW_EXHAUSTED,   // match: no case is left: unreachable when the narrowed subject is Never. node: the Match
    FLOW_WITH_EXIT,   // after a `with` whose context manager may swallow exceptions: reachable only if __exit__ returns bool. node: the With
    FLOW_FINALLY_GATE, // into `finally` from exceptional paths; closed when asking about what follows the finally normally
    FLOW_FINALLY_END,  // node: the Try; antecedent: end of the finally body
    FLOW_TRY,          // the beginning of a try with a finally: outside of it, whether its gate is closed says nothing
    FLOW_IMPORT_STAR, // node: the ImportFrom
} FlowKind;

struct FlowNode {
    uint8_t kind;
    bool is_unbind;
    uint8_t answer;  // CALL, TRUE, FALSE, CASE, NOT_CASE, EXHAUSTED, WITH_EXIT: memo of whether the way ends here. Flow.c owns these two
    uint8_t reached; // memo of whether the node can be reached, no gate closed
    uint32_t id; // dense within the session
    uint32_t count;
    const Ast *node;
    union {
        FlowNode *antecedent;   // the one, or
        FlowNode **antecedents; // `count` of them: JOIN and LOOP
    };
    union {
        const Atom *root;    // ASSIGN: the name at the root of the target
        FlowNode *dominator; // JOIN, LOOP: where the branches that meet here began: whom nothing concerns that happens in between goes on there. Or NULL. FINALLY_GATE: the same of its FINALLY_END
        FlowNode *gate;      // FINALLY_END: the FINALLY_GATE it closes; TRY: the same one, or NULL
    };
    // Bloom filters. What narrows, tests or assigns what: see flow_chain_bit.
    uint64_t names;    // TRUE, FALSE, CASE, NOT_CASE: of the names in the test; JOIN, LOOP, FINALLY_END: of all that happens between `dominator` and here
    uint64_t tested;   // ... of the chains in the test
    union {
        uint64_t assigned;     // JOIN, LOOP, FINALLY_END: of the targets
        struct FlowReference *target; // ASSIGN: memo of the target's reference (flow.c)
    };
};
struct FlowScope {
    Unit *unit;
    const Ast *node; // Module, FunctionDef, AsyncFunctionDef, Lambda
    FlowNode *start;
    FlowNode *end;   // where the body falls off its end (may be unreachable)
    VEC(const Ast *) returns; // Return statements
    VEC(const Ast *) yields;  // Yield, YieldFrom
    VEC(const Ast *) raises;  // Raise statements
};
// The bit of a name in `FlowNode.names`.
static inline uint64_t flow_name_bit(const Atom *name) { return (uint64_t)1 << (name->hash & 63); }

// The bit of a chain: `x`, `x.a`, `x.a[]` (whatever the key). A test can narrow a reference only if the reference itself is written somewhere in it, be it as the beginning of a longer one;
// an assignment gives a reference something new only if its target is the reference or the beginning of it.
static inline uint64_t flow_chain_bit(uint64_t chain) { return (uint64_t)1 << (chain & 63); }
static inline uint64_t flow_chain_start(const Atom *root) { return root->hash | (uint64_t)1 << 32; } // never 0
static inline uint64_t flow_chain_next(uint64_t base, const Atom *attribute) { return hash_mix(base * 31 + (attribute ? attribute->hash : 7)) | (uint64_t)1 << 32; } // NULL: a subscript

typedef struct FlowReference FlowReference;
struct FlowReference {
    const Symbol *symbol;  // of the root name, as owned (after resolving free variables and globals)
    Unit *unit;            // of the symbol
    FlowReference *base;   // NULL: the name itself
    const Atom *attribute; // base.attribute, or
    const Type *key;       // base[key], a TypeLiteral of int or str
    const Atom *root;      // the name at its root, as written
    uint64_t chain;        // flow_chain_start, flow_chain_next
    uint64_t beginnings;   // bits of the chains it begins with, its own among them
    uint32_t id;
};

// Builds (once) and returns the graph of the execution scope `node`.
FlowScope *flow_scope_of(Unit *unit, const Ast *node);
// The flow node at an expression or statement (builds the graph it is in); NULL in places without flow (annotations, stub chunks).
FlowNode *flow_node_of(Unit *unit, const Ast *node);
// The reference that an expression is, or NULL.
FlowReference *flow_reference(Unit *unit, const Ast *node);
FlowReference *flow_reference_of_name(Unit *unit, const AstName *node, const ResolvedName *resolved); // the same, where it has been resolved

typedef struct FlowResult {
    const Type *type;       // NULL: nothing assigned on any path within the scope (use the declared or start type)
    bool may_be_unbound;    // some path reaches here without an assignment, or after `del`
    bool is_unbound;        // every path
    bool is_unreachable;
    bool is_incomplete;
    bool is_erroneous; // some path was left out because of an error in what it assigns, by what its loop knew
} FlowResult;
bool flow_errors_are_said(Unit *unit, const Ast *target); // those in what is assigned there
// The type of the reference at `at`. `start`: its type at the start of the scope (declared type of a parameter or captured variable, or the declared type of the member), NULL: unbound at start.
// `declared`: its declared type, or NULL.
FlowResult flow_type(Unit *unit, const FlowReference *reference, FlowNode *at, const Type *start, const Type *declared);
bool flow_is_reachable(Unit *unit, FlowNode *at);
bool node_is_reachable(Unit *unit, const Ast *node);
// Can the function fall off its end (an implicit `return None`)?
bool flow_falls_off(Unit *unit, const Ast *function);
bool flow_falls_off_by_swallowing(Unit *unit, const Ast *function); // only where a manager swallows an exception
// A call that never returns: the callee's declared result is NoReturn/Never (or an unannotated callee that always raises: not for stubs, abstract or overridable stubs).
bool call_is_no_return(Unit *unit, const AstCall *call);
bool annotation_mentions_never(const Ast *annotation); // NoReturn or Never, anywhere in it

// ---- narrowing (narrow.c, narrow_pattern.c) --------------------------------------------------------------------------------------
// What `reference` of type `type` becomes when `test` is true (`positive`) or false; `type` itself when test says nothing about it. Forms: x, not x, and/or (the graph splits them), is / is not None,
// is / == literal or enum member, isinstance, issubclass, callable, type(x) is C, in (literals; keys of TypedDict), len(t) == n, discriminating attribute or key (x.kind == "a", x["k"] is ...), x[i] is None,
// bool(x), TypeGuard / TypeIs calls (methods included), walrus, aliased conditions (`ok = x is None` ... `if ok`), hasattr no.
const Type *narrow_condition(Unit *unit, const FlowReference *reference, const Type *type, const Ast *test, bool positive);
// isinstance(value: type, filter-argument type): the class objects, tuples of them, unions; shared with class patterns.
const Type *narrow_isinstance(Checker *checker, const Type *type, const Type *filter, bool positive, bool is_subclass_test);
// The subject type after pattern matched / did not match, and the types of the captures (memoised by node: pattern_capture_type).
const Type *narrow_pattern(Unit *unit, const Type *subject, const Ast *pattern, bool positive);
const Type *pattern_capture_type(Unit *unit, const Ast *capture); // MatchAs, MatchStar, MatchMapping (rest)
// Type of the subject of a match as it enters `which` case (earlier guard-less cases excluded).
const Type *match_subject_type(Unit *unit, const AstMatch *match, const Astmatch_case *which);
void pattern_check(Unit *unit, const Type *subject, const Ast *pattern); // errors of patterns, aloud
void pattern_check_unmatched(Unit *unit, const Ast *pattern); // of a case that nothing reaches: only what is wrong whatever the subject is

// ---- assigned types (assigned.c) ---------------------------------------------------------------------------------------------------
// The type that the assignment at target `target` (Name, Attribute, Subscript, Astarg, MatchAs, alias, def...) gives to it: evaluates the statement's right side (with the
// declared type as expected type), takes for/with/unpacking/except/walrus/augmented assignment apart. Memoised by node in unit->memo.
const Type *assigned_type(Unit *unit, const Ast *target);
// What a target was declared to hold: the expected type of a value assigned to it. NULL: nothing is declared.
const Type *target_declared_type(Unit *unit, const Ast *target);
// The type of `value`, assigned to `target` (or NULL), of which `expected` (or NULL) is expected. Where nothing is, and the target was bound before, a new container that could have been made as
// one of the first type may be filled like one (type_open_to).
const Type *assigned_value(Unit *unit, const Ast *value, const Ast *target, const Type *expected);
// Takes `source` (the value) apart for the targets of a Tuple/List target: type of `target` somewhere inside `pattern`. Aloud it reports too many / too few values.
const Type *unpacked_type(Unit *unit, const Ast *pattern, const Type *source, const Ast *target);
#endif
