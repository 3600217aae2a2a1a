// What the parts of the scope pass share: scope.c walks the tree and collects, scope_check.c reports what needs no
// symbols (patterns, future imports, repeated keywords), scope_resolve.c decides where each name lives.
#ifndef TYPHON_TYPECHECK_SCOPE_PRIVATE_H
#define TYPHON_TYPECHECK_SCOPE_PRIVATE_H
#include "typecheck/scope.h"

// A Scope with what is only needed while the tree is walked.
typedef struct Block {
    Scope scope; // first: a Scope * of this pass is a Block *
    uint32_t loop_depth;
    uint32_t iterable_depth;    // inside that many iterable expressions of comprehensions
    bool is_async;              // async def
    bool is_comprehension_target; // the target of a comprehension's `for` is being visited
    bool in_except_star;        // in an except* block: no return
    bool jumps_out_of_star;     // in an except* block, and in no loop in it: no break, continue
    bool in_late_annotation;    // an annotation under `from __future__ import annotations`
    bool returns_value;
    Span return_span;           // of the first `return value`
} Block;

// A Symbol with what is only needed here.
typedef struct Entry {
    Symbol symbol; // first
    bool is_global;          // declared global
    bool is_iteration_variable; // target of a comprehension's `for`
    bool is_type_parameter;
    bool is_assigned;        // bound by more than imports: then no `global` may follow
    const Ast *declaration;  // the global or nonlocal statement
    Symbol *owner;           // what it refers to in an enclosing function
} Entry;

typedef struct ScopeWalker {
    TreeArena *arena;
    AtomTable *atoms;
    const Source *source;
    DiagList *diagnostics;
    ScopeTree *tree;
    Block *block;
    uint32_t depth;
    bool future_annotations;
} ScopeWalker;

// Reports a syntax error; the template holds one %s or none.
void scope_error(ScopeWalker *walker, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));

// `from __future__` imports: their place and features. Sets walker->future_annotations.
void scope_check_future(ScopeWalker *walker, const AstNodes *body);
// No name given twice in a call or class statement.
void scope_check_keywords(ScopeWalker *walker, const AstNodes *keywords);
// Names bound once, no unreachable pattern.
void scope_check_match(ScopeWalker *walker, const AstMatch *match);
// A tuple or list as assignment target: at most one star.
void scope_check_unpacking(ScopeWalker *walker, const AstNodes *elements, Span span);
// A name of the module that only functions give a value (`global x`).
Symbol *scope_add_global(ScopeWalker *walker, Scope *module, const Atom *name);
// Decides the kind of every symbol below `scope`.
void scope_resolve(ScopeWalker *walker, Scope *scope);
#endif
