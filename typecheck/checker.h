// Checker: one session: its modules, types, caches and the way errors get out. Everything of the checker hangs on it (no globals), lives in its arena,
// and dies with it. Private to typecheck/ (the front door is check.h).
//
// Errors. All errors go through check_report. It drops them while `silent` is above zero (speculation: overloads tried, values evaluated out of order by the
// flow walk, stubs), when the place is not to be checked (an unannotated function without --strict; unreachable code), or when the line holds a
// `# type: ignore`. A dropped error still counts in `dropped`, so that an evaluation knows whether its memo may stand for a later aloud one (infer.h).
//
// Who walks: check_module binds the unit, then statements_check (check_statement.c) visits every statement once, aloud, in source order. Everything else
// is pulled by need and silently: declaration types, signatures, narrowing.
#ifndef TYPHON_TYPECHECK_CHECKER_H
#define TYPHON_TYPECHECK_CHECKER_H
#include "base/inline.h"
#include "typecheck/check.h"
#include "typecheck/class.h"

// Classes that the checker itself asks for, found on first use: known_class(checker, KNOWN_int).
typedef enum KnownClass {
#define KNOWN_CLASS(id, module, name) KNOWN_##id,
#include "typecheck/known_classes.def"
#undef KNOWN_CLASS
    KNOWN_CLASS_COUNT
} KnownClass;

// Who has written the parameter types of a callee: the user (in a def; as fields of a class), builtins.pyi, anything else.
typedef enum CalleeOrigin { CALLEE_OWN, CALLEE_SYNTHESISED, CALLEE_BUILTIN, CALLEE_LIBRARY } CalleeOrigin;
CalleeOrigin callee_origin(const FunctionInfo *info);
// run_policy.c: whether the error stops a run (CHECK_FOR_RUN).
bool run_policy_stops(Checker *checker, DiagId id, int count, const DiagArg *args);
// Whether the error is said although it is inside of a function without annotations.
bool unannotated_policy_reports(Checker *checker, const Unit *unit, DiagId id, int count, const DiagArg *args);
// Of a module without annotations (run_policy.c).
bool partial_module_reports(Checker *checker, const Unit *unit, DiagId id, const DiagArg *args);
bool unannotated_module_reports(Checker *checker, const Unit *unit, DiagId id, const DiagArg *args);

enum { MAX_BOUND_VARIABLES = 4 };
struct CheckSession; // is the Checker
struct Checker {
    CheckOptions options;
    TreeArena *arena;
    TreeArena *scratch; // of the arena: for what lasts no longer than the call that makes it
    AtomTable *atoms;
    DiagList *diagnostics;
    TypeTable types;
    PtrMap no_return_names; // names of functions of the bound units annotated as never returning
    VEC(Unit *) added; // check_add_module
    VEC(CheckDependency) dependencies; // where options.notes_dependencies
    PtrMap modules;   // Atom (dotted) -> Module * (also those known to be missing)
    PtrMap partials; // infer_partial.c: partial[R] and what is left to be given -> ClassInfo *
    PtrMap modules_beside; // module.c: importer and name -> the module of that name in the importer's own folder, where another root has one as well
    Module *builtins, *typing;
    ClassInfo *known[KNOWN_CLASS_COUNT];
    bool known_missing[KNOWN_CLASS_COUNT];
    const Atom *module_names[4];
    // reporting
    uint32_t silent;  // > 0: errors are dropped
    uint32_t dropped; // errors dropped so far because of `silent` (counts up only)
    Unit *checking;   // the unit being walked aloud
    const Ast *checking_function; // innermost def whose body is walked, or NULL
    CalleeOrigin callee; // whose parameters are being matched: infer_arguments.c, infer_overload.c
    uint32_t expecting; // inside that many try statements with handlers, or with statements that swallow: errors there may be meant
    bool function_is_silent; // ... and it is unannotated and not --strict
    uint32_t no_type_check; // inside that many functions and classes marked @no_type_check
    bool has_partial;       // some module has syntax errors
    // evaluation
    uint32_t loop_depth;  // loops that flow.c is solving
    uint32_t binding_depth, binding_reads; // variables whose type is being found (binding_type), and how often one was asked for meanwhile
    uint32_t lowest_loop; // outermost one whose unsettled state was used
    uint32_t flow_generation; // counts changes of the unsettled state of loops: what rested on it holds as long as this stays
    uint32_t incomplete; // how often a type was used that a running loop analysis has not settled (flow.h): memos written while it changed are not kept
    uint32_t inference_depth; // results of unannotated functions being inferred from their bodies
    uint32_t headers_running; // class headers being evaluated: what needs their bases has to wait
    uint32_t depth;      // of nested evaluation; at CHECKER_MAX_DEPTH everything is Unknown
    uint32_t next_scope; // type variable scopes (checker_new_scope)
    uint32_t next_flow_id; // of FlowNodes
    uint32_t fresh_depth; // solvers alive: solve.h
    const Type *bound_variables[MAX_BOUND_VARIABLES], *bound_types[MAX_BOUND_VARIABLES]; // check_constrained.c: what annotations mean by a constrained variable just now
    uint32_t bound_count;
    // caches of relate.c, solve.c, infer.c, flow.c: each owns its field
    PtrMap assignable_cache, subtype_cache, equivalent_cache, self_cache, dunder_cache, bound_cache;
    void *relate_state, *infer_state, *flow_state, *module_state, *declare_state;
    const Type *literal_string, *implicit_literal_string; // literal_string_type ...
    const Source *typeshed_versions; // stub.c
    const char *platform; // "linux": sys.platform
    int python_minor;     // 3.<n>: sys.version_info
};
// C stack use per level is bounded by a few hundred bytes times the levels of the tree: 400 levels of evaluation fit in 1 MiB.
enum { CHECKER_MAX_DEPTH = 400 };

// The class, with its header; NULL only when the stubs do not have it (then callers take Unknown).
ClassInfo *known_class(Checker *checker, KnownClass known);
// An instance with Unknown arguments, or those given; Unknown when there is no such class.
const Type *known_instance(Checker *checker, KnownClass known);
const Type *known_instance1(Checker *checker, KnownClass known, const Type *arg);
const Type *known_instance2(Checker *checker, KnownClass known, const Type *first, const Type *second);
bool is_known_slow(const ClassInfo *cls, KnownClass known); // the class has not been asked for yet
SHARED_INLINE bool is_known(const ClassInfo *cls, KnownClass known) { return cls && (cls->checker->known[known] ? cls == cls->checker->known[known] : is_known_slow(cls, known)); }
static inline uint32_t checker_new_scope(Checker *checker) { return ++checker->next_scope; }
static inline const Atom *checker_atom(Checker *checker, const char *text) { return atom_intern_cstring(checker->atoms, text); }
static inline const Type *any_type(Checker *checker) { return checker->types.any; }
static inline const Type *unknown_type(Checker *checker) { return checker->types.unknown; }
static inline const Type *never_type(Checker *checker) { return checker->types.never; }
static inline const Type *none_type(Checker *checker) { return checker->types.none; }
const Type *object_type(Checker *checker);

// Reports at the node. Returns the record so that reason, hint and related span can be added; NULL when it was dropped.
Diagnostic *check_report_args(Unit *unit, const Ast *node, DiagId id, int count, const DiagArg *args);
Diagnostic *check_report_span(Unit *unit, Span span, DiagId id, int count, const DiagArg *args);
// Does a `# type: ignore` on the line where `span` begins drop errors of this code?
bool check_is_ignored(Unit *unit, Span span, DiagId id);
bool check_is_ignored_at(const Unit *unit, const Ast *node); // any `# type: ignore` on the line where it begins
#define check_report(unit, node, id, ...)                                                                                                             \
    check_report_args((unit), (const Ast *)(node), DIAG_##id, (int)(sizeof((DiagArg[]){__VA_ARGS__}) / sizeof(DiagArg)), (DiagArg[]){__VA_ARGS__})
#define check_report0(unit, node, id) check_report_args((unit), (const Ast *)(node), DIAG_##id, 0, NULL)
// Diagnostics in the arena: printf for text arguments.
const char *check_text(Checker *checker, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Speculation: a trial. Everything evaluated between the two is silent; speculation_end tells whether errors would have been reported, and forgets them.
typedef struct Speculation {
    uint32_t dropped;
} Speculation;
static inline Speculation speculation_start(Checker *checker) {
    checker->silent++;
    return (Speculation){checker->dropped};
}
static inline bool speculation_end(Checker *checker, Speculation speculation) { // true: there were errors
    bool failed = checker->dropped != speculation.dropped;
    checker->silent--;
    checker->dropped = speculation.dropped;
    return failed;
}

// Whether a condition is decided by the platform and version alone (sys.version_info >= ..., sys.platform == ..., TYPE_CHECKING, True, constants): 1 always true, 0 always false, -1 unknown.
int static_condition(Unit *unit, const Ast *test);

// ---- statements (check_statement.c) ------------------------------------------------------------------------------------
void statements_check(Unit *unit, const AstNodes *body);
// The body of a def, once for each choice of constraints where it has constrained type variables (check_constrained.c).
void constrained_body_check(Unit *unit, const AstFunctionDef *def);
#endif
